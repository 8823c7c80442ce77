"""Weights: what each level of agreement says for or against two claims telling one event, in bits."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from sijill.errors import DataError
from sijill.link.comparison import Levels
from sijill.resources import toml

PRIOR = "prior"
"""The contribution that every pair has: how unlikely it is that two claims which meet tell one event."""


def weigh(levels: Levels) -> float:
    """The log2 odds that two claims with these levels of agreement tell one event."""
    table = _weights()
    total = table[PRIOR]["bits"]
    for feature, level in levels.items():
        total += table[feature][level]
    return total


def explained(levels: Levels) -> tuple[tuple[str, float], ...]:
    """What each feature contributes to the weight, as ("feature: level", bits), the prior first."""
    table = _weights()
    parts = [(PRIOR, table[PRIOR]["bits"])]
    parts += [(f"{feature}: {level}", table[feature][level]) for feature, level in levels.items()]
    return tuple((name, round(bits, 3)) for name, bits in parts)


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    table = toml("link_weights.toml")
    if PRIOR not in table:
        raise DataError("the weights have no prior", where="link_weights.toml")
    return table
