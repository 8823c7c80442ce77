"""Sums of small trees."""

from __future__ import annotations

import pytest

from sijill.extract.review import FACTS
from sijill.extract.trees import Forest, forest


def test_each_tree_adds_the_leaf_that_a_row_falls_to() -> None:
    """A value that is the most which goes left goes left; leaves of all trees are added to the base."""
    split = (0, 1.5, -1.0, (1, 0.0, 10.0, 20.0))
    found = Forest(0.5, (split, 100.0))
    assert found.logit([1.5, 9.0]) == 99.5
    assert found.logit([1.6, 0.0]) == 110.5
    assert found.logit([1.6, 0.1]) == 120.5


def test_the_trees_of_the_package_are_read_as_trees() -> None:
    """The review's trees are there, each with a split; a choice without trees is no choice."""
    found = forest("review", FACTS).trees
    assert len(found) > 20 and any(isinstance(tree, tuple) for tree in found)
    with pytest.raises(KeyError):
        forest("nothing", FACTS)


def test_trees_are_not_asked_of_other_facts_than_they_were_fitted_on() -> None:
    """Facts in another order are refused: a number in a tree would ask for another fact."""
    with pytest.raises(AssertionError, match="other facts"):
        forest("review", FACTS[::-1])
