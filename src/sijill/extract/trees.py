"""Trees: a sum of small decision trees, for a choice whose facts count together and not each for itself.

Fitted by `training/boost.py`: gradient boosting of a logistic loss (Friedman 2001).
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Sequence
from typing import Any

from sijill.resources import read_text

Tree = float | tuple[int, float, Any, Any]
"""A leaf's logit, or (number of the fact, most that goes left, left, right), left and right trees in turn."""


LEVELS = 3
"""Most levels of a tree."""


class Forest:
    """Trees over facts in a fixed order; a row's logit is the base and what each tree says."""

    def __init__(self, base: float, trees: Sequence[Tree]) -> None:
        self.base = base
        self.trees = tuple(trees)
        # of as many levels everywhere, a row is led down without asking what is a leaf
        self._full: tuple[Any, ...] = tuple(_drawn_out(tree, LEVELS) for tree in trees)

    def logit(self, row: Sequence[float]) -> float:
        """The logit of one row of facts."""
        total = self.base
        for fact, most, left, right in self._full:
            fact, most, left, right = left if row[fact] <= most else right
            fact, most, left, right = left if row[fact] <= most else right
            total += left if row[fact] <= most else right
        return total


def _drawn_out(tree: Tree, levels: int) -> Tree:
    if not levels:
        assert not isinstance(tree, tuple), f"a tree of more than {LEVELS} levels"
        return tree
    fact, most, left, right = tree if isinstance(tree, tuple) else (0, math.inf, tree, tree)
    return fact, most, _drawn_out(left, levels - 1), _drawn_out(right, levels - 1)


@functools.cache
def forest(choice: str, facts: tuple[str, ...]) -> Forest:
    """The trees of one choice, with which the package comes; fitted on facts of these names, in their order."""
    given = json.loads(read_text("trees.json"))[choice]
    assert tuple(given["facts"]) == facts, f"the trees of {choice} were fitted on other facts: fit them again"
    return _read(given)


def _read(given: dict[str, Any]) -> Forest:
    return Forest(given["base"], tuple(_tree(one) for one in given["trees"]))


def _tree(given: Any) -> Tree:
    if not isinstance(given, list):
        return float(given)
    fact, most, left, right = given
    return fact, most, _tree(left), _tree(right)
