"""The model's numbers: what each kind of evidence says, who is believed how much, how often places change hands.

What a kind of claim says of the state of a place is written down; how much it is to be trusted is learned
(benchmarks/territory/learn.py). Both ship in _data/territory.toml.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sijill.errors import DataError
from sijill.resources import toml
from sijill.territory.calibration import Calibration
from sijill.territory.filter import Chances, Rates
from sijill.territory.holders import UNKNOWN, holders_in

CLASSES = ("subject", "object", "contested")
"""Whose log weight a claim changes: the side it tells of, the side it sets against that, a contested place."""
PARTS = ("on", "before")
"""When: on the day of the claim, or on the last day before a change."""
TURNS = ("change", "fight")
"""Kinds of turns: a claim that a place changed hands, one of fighting for it."""

Mode = Literal["online", "smoothed"]
"""By what was known on the day, or by all that is known."""
MODES: tuple[Mode, ...] = ("smoothed", "online")


@dataclass(frozen=True, slots=True)
class Around:
    """How surroundings count: `km` and `days` over which a claim's weight falls to a third, `far` the weight of any
    place of the country, `half` the weight of claims at which they count half of `most`, their largest share."""

    km: float
    days: float
    far: float
    half: float
    most: float


@dataclass(frozen=True, slots=True)
class Model:
    """The numbers by name: `vectors` by kind, spread, part and class; `trust` as logarithms, by circumstance.

    `named`: what the sides that a claim names, and a contested place, are likelier than all others of whom it is
    silent, for each unit of the claim's largest weight.
    `groups` names the trust that a kind shares with others, `turns` the turn that a kind makes.
    """

    vectors: Mapping[str, float]
    groups: Mapping[str, str]
    turns: Mapping[str, str]
    stances: Mapping[str, str]
    trust: Mapping[str, float]
    chances: Chances
    around: Around
    named: float
    calibration: Mapping[Mode, Calibration]
    contested: float
    repeat: float
    near_km: float
    most_near: int
    shares: Mapping[str, Mapping[str, float]]
    comes: Mapping[str, Mapping[str, float]]

    def weights(self) -> dict[str, float]:
        """The vectors as they count, with what the sides that a claim names are likelier than the others."""
        largest: dict[str, float] = {}
        for name, number in self.vectors.items():
            claim = name.rpartition(".")[0]
            largest[claim] = max(largest.get(claim, 0.0), abs(number))
        # who is named as leaving is no likelier to hold the place, and who comes is often not named
        leaving = {kind for kind, stance in self.stances.items() if stance == "loss"}
        return {name: number + self.named * largest[name.rpartition(".")[0]]
                * (".on." in name and name.partition(".")[0] not in leaving) for name, number in self.vectors.items()}

    def shares_in(self, country: str | None) -> tuple[dict[str, float], dict[str, float]]:
        """How likely each holder is in a country to hold a place, and to come to hold one; UNKNOWN included."""
        known = self.shares.get(country or ""), self.comes.get(country or "")
        if known[0] is not None and known[1] is not None:
            return dict(known[0]), dict(known[1])
        unknown = self.shares["default"][UNKNOWN]
        holders = holders_in(country) if country else ()
        out = {holder: (1 - unknown) / len(holders) for holder in holders}
        out[UNKNOWN] = unknown if holders else 1.0
        return out, dict(out)


def read_model(found: Mapping[str, Any]) -> Model:
    """The model of a TOML table; DataError if a number is missing."""
    try:
        kinds = found["evidence"]
        vectors = {f"{kind}.{spread}.{part}.{what}": float(number)
                   for kind, entry in kinds.items() for spread in ("whole", "part", "around") if spread in entry
                   for part, numbers in entry[spread].items()
                   for what, number in zip(CLASSES, numbers, strict=True)}
        trust = {f"{group}.{name}": float(number) for group, entries in found["trust"].items()
                 for name, number in entries.items()}
        rates = {name: Rates(**{part: float(numbers[part]) for part in ("opens", "passes", "settles")})
                 for name, numbers in found["rates"].items()}
        return Model(vectors, {kind: entry["trust"] for kind, entry in kinds.items()},
                     {kind: entry["turn"] for kind, entry in kinds.items() if "turn" in entry},
                     {kind: entry["stance"] for kind, entry in kinds.items() if "stance" in entry},
                     trust, Chances(rates["calm"], {name: rates[name] for name in TURNS}),
                     Around(**{name: float(found["around"][name]) for name in ("km", "days", "far", "half", "most")}),
                     float(found["named"]), {mode: Calibration(**found["calibration"][mode]) for mode in MODES},
                     float(found["contested"]), float(found["repeat"]), float(found["near_km"]),
                     int(found["most_near"]), found["shares"], found["comes"])
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"the numbers of the model are not complete: {error}", where="territory.toml") from error


@functools.cache
def shipped_model() -> Model:
    """The model that ships with Sijill."""
    return read_model(toml("territory.toml"))
