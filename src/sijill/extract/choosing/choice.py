"""Choosing: one linear scorer for every choice among candidates that rules propose.

A candidate is described by features: names, and facts. A fact is a function that names features, with what it is
given: `(near, "actor", 2)` stands for the names that `near("actor", 2)` returns, or for smaller facts that stand for
names in turn. The candidate's score is the sum of the weights of all names. A few thousand facts make most of every
text, so a scorer names and weighs each only once; what is often seen together is one fact, weighed by one look-up.
The weights are a data file, fitted by `training/fit.py` from annotated articles (a conditional logit: McFadden 1974).
"""

from __future__ import annotations

import functools
import gzip
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

from sijill.resources import read_bytes

Weights = dict[str, float]
Pairs = dict[str, complex]
Feature = str | tuple[Any, ...]
Names = tuple[str, ...]
Facts = tuple[Feature, ...]
_W = TypeVar("_W", float, complex)
ENCODER: Final = "+encoder"
"""Ends the rule of what was chosen by features and the encoder's word together; without it features alone chose."""
# about 30 MB where every choice has filled its scorer
_CACHE_LIMIT: Final = 40_000
# scores that differ by less may differ by how the facts were bundled
_HAIR: Final = 1e-9


class Scorer(dict[Feature, _W], Generic[_W]):
    """What every feature seen so far weighs; a new one is named and weighed when it is first asked for."""

    def __init__(self, known: Mapping[str, _W], nothing: _W) -> None:
        super().__init__()
        self.known: Mapping[str, _W] = known
        self.nothing: _W = nothing

    def __missing__(self, feature: Feature) -> _W:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        value: Any = self.nothing
        known = self.known
        for part in (feature,) if isinstance(feature, str) else feature[0](*feature[1:]):
            if isinstance(part, str):
                weight = known.get(part)
                if weight is not None:
                    value += weight
            else:
                value += self[part]
        weighed: _W = value
        self[feature] = weighed
        return weighed


def named(feature: Feature) -> Sequence[str]:
    """The names that a feature stands for."""
    return (feature,) if isinstance(feature, str) else names(feature[0](*feature[1:]))


def names(features: Iterable[Feature]) -> list[str]:
    """All names of a candidate's features."""
    return [name for feature in features for name in named(feature)]


def weights(choice: str) -> Weights:
    """The weights of one choice (reference, trigger, actor1, ...)."""
    return _weights().get(choice, {})


@functools.cache
def _weights() -> dict[str, Weights]:
    """The weights of every choice."""
    return dict(json.loads(gzip.decompress(read_bytes("weights.json.gz"))))


@functools.cache
def scorer(choice: str) -> Scorer[float]:
    """The scorer of one choice, with the weights of the package."""
    return Scorer(weights(choice), 0.0)


def score(values: Scorer[float], features: Iterable[Feature]) -> float:
    """A candidate's score in logits."""
    return sum(map(values.__getitem__, features))


def likeliest(values: Scorer[float], options: Sequence[Sequence[Feature]], scores: Sequence[float]) -> int:
    """The option of the highest score; those within a rounding error are summed name by name, as they were fitted."""
    best = max(scores)
    near = [i for i, s in enumerate(scores) if best - s < _HAIR]
    if len(near) == 1:
        return near[0]
    return max(near, key=lambda i: sum([values[name] for name in names(options[i])]))


def paired(first: Weights, second: Weights) -> Pairs:
    """The weights of two choices in one book, so that one look-up serves both: real and imaginary parts."""
    return {f: complex(first.get(f, 0.0), second.get(f, 0.0)) for f in first.keys() | second.keys()}


@functools.cache
def paired_scorer(first: str, second: str) -> Scorer[complex]:
    """The paired scorer of two choices."""
    return Scorer(paired(weights(first), weights(second)), 0j)


def forget() -> None:
    """Read the weights again when they are next asked for: their file has changed."""
    for kept in (_weights, scorer, paired_scorer):
        kept.cache_clear()


def score_pair(values: Scorer[complex], features: Iterable[Feature]) -> complex:
    """A candidate's scores in two choices, in logits."""
    return sum(map(values.__getitem__, features), 0j)


def probabilities(scores: list[float]) -> list[float]:
    """The share of each candidate when one of them is right (softmax)."""
    if not scores:
        return []
    top = max(scores)
    parts = [math.exp(s - top) for s in scores]
    total = sum(parts)
    return [p / total for p in parts]
