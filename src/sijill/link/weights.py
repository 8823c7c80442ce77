"""Weights: what each level of agreement says for or against two claims telling one event, in bits."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from sijill.errors import DataError
from sijill.link.comparison import FEATURES, Levels, levels
from sijill.link.traits import Traits
from sijill.resources import toml

PRIOR = "prior"
"""The contribution that every pair has: how unlikely it is that two claims which meet tell one event."""


def weigh(agreement: Levels) -> float:
    """The log2 odds that two claims with these levels of agreement tell one event."""
    table = _weights()
    total = table[PRIOR]["bits"]
    for feature, level in agreement.items():
        total += table[feature][level]
    return total


def match(one: Traits, two: Traits) -> float:
    """The same of two claims as they are compared: `weigh(compare(one, two))`, which is asked millions of times."""
    total, tables = _in_order()
    for table, level in zip(tables, levels(one, two), strict=True):
        if level is not None:
            total += table[level]
    return total


@functools.cache
def _in_order() -> tuple[float, tuple[Mapping[str, float], ...]]:
    table = _weights()
    return table[PRIOR]["bits"], tuple(table[feature] for feature in FEATURES)


def explained(agreement: Levels) -> tuple[tuple[str, float], ...]:
    """What each feature contributes to the weight, as ("feature: level", bits), the prior first."""
    table = _weights()
    parts = [(PRIOR, table[PRIOR]["bits"])]
    parts += [(f"{feature}: {level}", table[feature][level]) for feature, level in agreement.items()]
    return tuple((name, round(bits, 3)) for name, bits in parts)


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    table = toml("link_weights.toml")
    if PRIOR not in table:
        raise DataError("the weights have no prior", where="link_weights.toml")
    return table
