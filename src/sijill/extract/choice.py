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


@functools.cache
def weights(choice: str) -> Weights:
    """The weights of one choice (reference, trigger, actor1, ...)."""
    return dict(json.loads(read_text("weights.json")).get(choice, {}))


def score(values: Weights, features: Iterable[str]) -> float:
    """A candidate's score in logits."""
    return sum(filter(None, map(values.get, features)))


def probabilities(scores: Sequence[float]) -> list[float]:
    """The share of each candidate when one of them is right (softmax)."""
    if not scores:
        return []
    top = max(scores)
    parts = [math.exp(s - top) for s in scores]
    total = sum(parts)
    return [p / total for p in parts]
