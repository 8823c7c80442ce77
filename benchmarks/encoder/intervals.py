"""F1 over articles, and intervals of differences by drawing articles again (paired bootstrap)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijill.evaluate import evaluate

DRAWS = 4000
_SEED = 7
Counts = NDArray[np.float64]
"""(articles, figures, 3): how many were hit, are in gold, were predicted."""


def counts(golds: Sequence[Mapping[str, Any]], coded: Mapping[str, Mapping[str, Any]], shown: Sequence[str]) -> Counts:
    """The counts of each article, for the figures shown."""
    out = np.zeros((len(golds), len(shown), 3))
    for row, gold in enumerate(golds):
        figures = evaluate([gold], {gold["doc_id"]: coded[gold["doc_id"]]}).figures
        for column, name in enumerate(shown):
            if name in figures:
                out[row, column] = figures[name].hit, figures[name].gold, figures[name].pred
    return out


def f1(found: Counts) -> NDArray[np.float64]:
    """F1 of each figure over the articles (the last axis but two)."""
    hit, gold, pred = np.moveaxis(found.sum(axis=-3), -1, 0)
    return np.asarray(2 * hit / np.maximum(gold + pred, 1))


def gain(rules: Counts, systems: Sequence[Counts]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """The mean gain of the systems over rules by figure, and the ends of its 95 % interval over articles."""
    drawn = np.random.default_rng(_SEED).integers(0, len(rules), (DRAWS, len(rules)))
    base = f1(rules[drawn])
    gains = np.mean([f1(system[drawn]) - base for system in systems], axis=0)
    low, high = np.percentile(gains, (2.5, 97.5), axis=0)
    return np.mean([f1(s) for s in systems], axis=0) - f1(rules), low, high
