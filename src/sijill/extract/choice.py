"""Choosing: one linear scorer for every choice among candidates that rules propose.

A candidate is a list of feature names; its score is the sum of their weights. The weights are a data
file, fitted by `training/fit.py` from annotated articles (a conditional logit: McFadden 1974).
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterable, Sequence

from sijill.resources import read_text

Weights = dict[str, float]
Pairs = dict[str, complex]


@functools.cache
def weights(choice: str) -> Weights:
    """The weights of one choice (reference, trigger, actor1, ...)."""
    return dict(json.loads(read_text("weights.json")).get(choice, {}))


def score(values: Weights, features: Iterable[str]) -> float:
    """A candidate's score in logits."""
    return sum(filter(None, map(values.get, features)))


def paired(first: Weights, second: Weights) -> Pairs:
    """The weights of two choices in one book, so that one look-up serves both: real and imaginary parts."""
    return {f: complex(first.get(f, 0.0), second.get(f, 0.0)) for f in first.keys() | second.keys()}


@functools.cache
def paired_weights(first: str, second: str) -> Pairs:
    """The paired weights of two choices."""
    return paired(weights(first), weights(second))


def score_pair(values: Pairs, features: Iterable[str]) -> complex:
    """A candidate's scores in two choices, in logits."""
    return sum(filter(None, map(values.get, features)), 0j)


def probabilities(scores: Sequence[float]) -> list[float]:
    """The share of each candidate when one of them is right (softmax)."""
    if not scores:
        return []
    top = max(scores)
    parts = [math.exp(s - top) for s in scores]
    total = sum(parts)
    return [p / total for p in parts]
