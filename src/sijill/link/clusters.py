"""Clusters: claims put together pair of groups by pair of groups, the likeliest first, within what people decided.

Groups join by how alike they are as wholes, not by one bridge between two claims: reports of one event do not chain.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Weight = Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class Rules:
    """How groups join: by the mean of the best `share` of the weights between them, if it is `least` or more.

    Weights count between `floor` and `ceiling` only.
    """

    least: float
    share: float
    floor: float
    ceiling: float


class Groups:
    """Disjoint groups of positions, each known by its first member."""

    def __init__(self, members: Iterable[int]) -> None:
        self._parent = {one: one for one in members}

    def find(self, one: int) -> int:
        """The first member of a position's group."""
        root = one
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

    def join(self, one: int, other: int) -> None:
        """Put two groups together."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def all(self) -> list[list[int]]:
        """Every group, its members in order, the groups by their first members."""
        found: dict[int, list[int]] = {}
        for one in sorted(self._parent):
            found.setdefault(self.find(one), []).append(one)
        return list(found.values())


def constrained(members: Sequence[int], decided: Iterable[tuple[int, int, bool]]
                ) -> tuple[Groups, set[tuple[int, int]]]:
    """Groups that people's `same` make of members, and the pairs that their `different` keeps apart.

    `decided` has the newest first; what contradicts a newer verdict, be it by way of others, does not count.
    """
    groups = Groups(members)
    apart: set[tuple[int, int]] = set()
    for one, other, same in decided:
        left, right = groups.find(one), groups.find(other)
        if not same:
            if left != right:
                apart.add((one, other))
        elif not any({groups.find(a), groups.find(b)} == {left, right} for a, b in apart):
            groups.join(one, other)
    return groups, apart


def cluster(members: Sequence[int], weight: Weight, rules: Rules,
            decided: Sequence[tuple[int, int, bool]] = ()) -> list[list[int]]:
    """The groups of a component; the answer depends on nothing but the members, their weights and the verdicts."""
    start, apart = constrained(members, decided)
    groups = {group[0]: group for group in start.all()}
    if len(groups) == 1:
        return list(groups.values())
    never = {frozenset((start.find(a), start.find(b))) for a, b in apart}
    between: dict[frozenset[int], list[float]] = {}
    heap: list[tuple[float, int, int]] = []

    def offer(one: int, other: int) -> None:
        pair = frozenset((one, other))
        if pair not in never:
            score = _score(between[pair], rules)
            if score >= rules.least:
                heapq.heappush(heap, (-score, min(one, other), max(one, other)))

    names = sorted(groups)
    for at, one in enumerate(names):
        for other in names[at + 1:]:
            between[frozenset((one, other))] = [
                min(rules.ceiling, max(rules.floor, weight(a, b))) for a in groups[one] for b in groups[other]]
            offer(one, other)
    while heap:
        score, one, other = heapq.heappop(heap)
        pair = frozenset((one, other))
        if one not in groups or other not in groups or pair in never or -score != _score(between[pair], rules):
            continue
        groups[one] = sorted(groups[one] + groups.pop(other))
        del between[pair]
        for third in sorted(groups):
            if third == one:
                continue
            mine, its = frozenset((one, third)), frozenset((other, third))
            between[mine] = between[mine] + between.pop(its)
            if its in never:
                never.add(mine)
            offer(one, third)
    return sorted(groups.values())


def _score(weights: list[float], rules: Rules) -> float:
    """The mean of the best of the weights."""
    if len(weights) == 1:
        return weights[0]
    kept = max(1, round(rules.share * len(weights)))
    best = sorted(weights, reverse=True)[:kept]
    return sum(best) / kept
