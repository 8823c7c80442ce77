"""Gradient boosting of small trees: rows of numbers, each right or not, to a `Forest`.

A logistic loss, second-order gains and leaves (Chen and Guestrin 2016), facts cut into steps; each tree sees a part of
the rows and facts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sijill.extract.choosing.trees import Forest, Tree

STEPS = 64
"""Most steps that a fact is cut into."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How trees grow: so many, so deep; what each adds; least rows of a leaf; what it shrinks by; what it sees."""

    trees: int = 300
    depth: int = 3
    rate: float = 0.05
    least: int = 30
    penalty: float = 10.0
    rows: float = 0.6
    facts: float = 0.5
    seed: int = 0


def boost(rows: np.ndarray, right: np.ndarray, settings: Settings | None = None) -> Forest:
    """The trees of `rows` (n, facts) that are `right` (n) or not; equal input gives equal trees."""
    how = settings or Settings()
    chance = np.random.default_rng(how.seed)
    edges = [_edges(column) for column in rows.T]
    steps = np.stack([np.searchsorted(cut, column) for cut, column in zip(edges, rows.T, strict=True)], axis=1)
    base = float(np.log((right.sum() + 1) / (len(right) - right.sum() + 1)))
    scores = np.full(len(rows), base)
    some = max(1, round(how.facts * rows.shape[1]))
    grown: list[Tree] = []
    for _ in range(how.trees):
        share = 1 / (1 + np.exp(-scores))
        seen = np.flatnonzero(chance.random(len(rows)) < how.rows)
        facts = np.sort(chance.permutation(rows.shape[1])[:some])
        grower = _Grower(steps, edges, share - right, share * (1 - share), facts, how)
        grown.append(grower.grow(seen, np.arange(len(rows)), how.depth))
        scores += grower.added
    return Forest(round(base, 4), tuple(grown))


def _edges(column: np.ndarray) -> np.ndarray:
    """Where a fact is cut: between its values, or between its quantiles where it has many."""
    values = np.unique(column)
    if len(values) > STEPS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, STEPS)))
    return np.unique(np.round((values[1:] + values[:-1]) / 2, 4))


class _Grower:
    """Grows one tree: `added` is what it says of each row."""

    def __init__(self, steps: np.ndarray, edges: list[np.ndarray], slope: np.ndarray, bend: np.ndarray,
                 facts: np.ndarray, how: Settings) -> None:
        self.steps, self.edges, self.slope, self.bend, self.facts, self.how = steps, edges, slope, bend, facts, how
        self.added = np.zeros(len(steps))

    def grow(self, seen: np.ndarray, every: np.ndarray, depth: int) -> Tree:
        """The tree of the rows `seen`; `every` are all the rows that come here."""
        split = self._split(seen) if depth and len(seen) >= 2 * self.how.least else None
        if split is None:
            value = -self.how.rate * self.slope[seen].sum() / (self.bend[seen].sum() + self.how.penalty)
            leaf = round(float(value), 4)
            self.added[every] = leaf
            return leaf
        fact, step = split
        column = self.steps[:, fact]
        low, low_every = column[seen] <= step, column[every] <= step
        return (fact, float(self.edges[fact][step]), self.grow(seen[low], every[low_every], depth - 1),
                self.grow(seen[~low], every[~low_every], depth - 1))

    def _split(self, seen: np.ndarray) -> tuple[int, int] | None:
        """The fact and step that part the rows best; None where no cut gains."""
        keys = (self.steps[np.ix_(seen, self.facts)] + STEPS * np.arange(len(self.facts))).ravel()
        slope, bend, count = (
            np.bincount(keys, None if of is None else np.repeat(of[seen], len(self.facts)), STEPS * len(self.facts))
            .reshape(-1, STEPS).cumsum(axis=1) for of in (self.slope, self.bend, None))
        gain = self._worth(slope, bend) + self._worth(slope[:, -1:] - slope, bend[:, -1:] - bend)
        gain -= self._worth(slope[:, -1:], bend[:, -1:])
        gain[(count < self.how.least) | (len(seen) - count < self.how.least)] = 0.0
        best = int(gain.argmax())
        return (int(self.facts[best // STEPS]), best % STEPS) if gain.flat[best] > 0 else None

    def _worth(self, slope: np.ndarray, bend: np.ndarray) -> np.ndarray:
        return slope**2 / (bend + self.how.penalty)
