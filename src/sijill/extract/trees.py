"""Trees: a sum of small decision trees, for a choice whose facts count together and not each for itself.

Fitted by `training/boost.py`: gradient boosting of a logistic loss (Friedman 2001).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sijill.resources import read_text

Tree = float | tuple[int, float, Any, Any]
"""A leaf's logit, or (number of the fact, most that goes left, left, right), left and right trees in turn."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over facts in a fixed order; a row's logit is the base and what each tree says."""

    base: float
    trees: tuple[Tree, ...]

    def logit(self, row: Sequence[float]) -> float:
        """The logit of one row of facts."""
        total = self.base
        for node in self.trees:
            while isinstance(node, tuple):
                fact, most, left, right = node
                node = left if row[fact] <= most else right
            total += node
        return total


@functools.cache
def forest(choice: str) -> Forest:
    """The trees of one choice, with which the package comes."""
    return _read(json.loads(read_text("trees.json"))[choice])


def _read(given: dict[str, Any]) -> Forest:
    return Forest(given["base"], tuple(_tree(one) for one in given["trees"]))


def _tree(given: Any) -> Tree:
    if not isinstance(given, list):
        return float(given)
    fact, most, left, right = given
    return fact, most, _tree(left), _tree(right)
