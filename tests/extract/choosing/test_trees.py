"""Sums of small trees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.choosing.trees import LEVELS, Forest, Tree, forest
from sijill.extract.events.review import FACTS

VALUES = st.sampled_from((-2.0, -1.0, 0.0, 0.5, 1.0, 999.0))
LEAVES = st.integers(-100, 100).map(float)
TREES = LEAVES
for _ in range(LEVELS):
    TREES = LEAVES | st.tuples(st.integers(0, 3), VALUES, TREES, TREES)


def led_down(tree: Tree, row: list[float]) -> float:
    """The leaf that a row falls to, one test after the other."""
    while isinstance(tree, tuple):
        fact, most, left, right = tree
        tree = left if row[fact] <= most else right
    return tree


@given(st.lists(TREES, max_size=12), st.lists(VALUES, min_size=4, max_size=4))
def test_a_row_ends_where_each_tree_leads_it(trees: list[Tree], row: list[float]) -> None:
    """All tests of a fact are answered at once, yet the leaf is that of the tests in turn."""
    assert Forest(0.0, trees).logit(row) == sum(led_down(tree, row) for tree in trees)


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
