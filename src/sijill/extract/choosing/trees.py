"""Trees: a sum of small decision trees, for a choice whose facts count together and not each for itself.

Fitted by `training/boost.py`: gradient boosting of a logistic loss (Friedman 2001).
"""

from __future__ import annotations

import functools
import itertools
import json
import operator
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sijill.resources import read_text

Tree = float | tuple[int, float, Any, Any]
"""A leaf's logit, or (number of the fact, most that goes left, left, right), left and right trees in turn."""


LEVELS: Final = 3
"""Most levels of a tree."""
_LEAVES: Final = 2 ** LEVELS
assert _LEAVES == 8, "a byte holds the leaves of a tree of three levels"
_FIRST: Final = bytes(next((leaf for leaf in range(_LEAVES) if not ruled_out >> leaf & 1), 0)
                      for ruled_out in range(256))
"""The first leaf that a byte does not rule out."""


class Forest:
    """Trees over facts in a fixed order; a row's logit is the base and what each tree says.

    A byte for each tree says which of its leaves are ruled out: a test that a row fails rules out those on its left,
    and the row ends in the first leaf that is left. So all tests of one fact are answered by one search among their
    bounds (QuickScorer: Lucchese et al. 2015).
    """

    def __init__(self, base: float, trees: Sequence[Tree]) -> None:
        self.base = base
        self.trees = tuple(trees)
        self._leaves: list[list[float]] = []
        failed: dict[int, list[tuple[float, int]]] = {}
        for number, tree in enumerate(self.trees):
            leaves: list[float] = []
            for fact, most, ruled_out in _tests(tree, LEVELS, leaves):
                failed.setdefault(fact, []).append((most, ruled_out << number * 8))
            self._leaves.append(leaves)
        # each fact with its bounds, rising, and what is ruled out by failing none of its tests, the first, two, ...
        self._facts: list[tuple[int, list[float], list[int]]] = []
        for fact, tests in sorted(failed.items()):
            tests.sort()
            self._facts.append((fact, [most for most, _ in tests],
                                list(itertools.accumulate([mask for _, mask in tests], operator.or_, initial=0))))

    def logit(self, row: list[float]) -> float:
        """The logit of one row of facts."""
        ruled_out = 0
        for fact, bounds, by_failing in self._facts:
            value = row[fact]
            if value > bounds[0]:
                ruled_out |= by_failing[bisect_left(bounds, value)]
        total = self.base
        ends = ruled_out.to_bytes(len(self._leaves), "little").translate(_FIRST)
        for leaves, end in zip(self._leaves, ends, strict=True):
            total += leaves[end]
        return total


def _tests(tree: Tree, levels: int, leaves: list[float]) -> Iterator[tuple[int, float, int]]:
    """The tests of a tree, each with the leaves on its left as bits; its leaves are added from left to right."""
    if not isinstance(tree, tuple):
        leaves += [tree] * 2 ** levels
        return
    assert levels, f"a tree of more than {LEVELS} levels"
    fact, most, left, right = tree
    first = len(leaves)
    yield from _tests(left, levels - 1, leaves)
    yield fact, most, 2 ** len(leaves) - 2 ** first
    yield from _tests(right, levels - 1, leaves)


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
