"""The colour of a side: one for an actor in every chart and on every page, whatever else is drawn beside it.

The colour follows from the actor's id alone, so that two maps can be laid side by side. An actor has the colour of the
holder that it counts for (`_data/holders.tsv`); the holders of one country have different colours, which are none of
those without a country; any other actor has one by a hash of its id.
"""

from __future__ import annotations

import functools
import hashlib
from collections import Counter

from sijill.resources import table, words
from sijill.territory.holders import CONTESTED, UNKNOWN

COLOURS = ("#4477aa", "#ee9922", "#66bb99", "#995566", "#cc44ff", "#774400", "#cc99ee", "#554499", "#bb6611", "#8800dd")
"""Told apart on light and dark land and by most colour-blind eyes: chosen for the least distance of any two, as seen by
normal, protan, deutan and tritan eyes (Machado et al. 2009; OKLab), at a contrast of 1.9 and more with the land."""
NOBODY = "#8a8a8a"
"""Of CONTESTED, which is hatched, and UNKNOWN."""
_FAINTEST = 0.12
"""The part of a side's colour in the tint of one that hardly holds the place."""


@functools.cache
def colour_of(actor_id: str) -> str:
    """The colour of an actor or state, as #rrggbb."""
    if actor_id in (CONTESTED, UNKNOWN):
        return NOBODY
    number = _numbers().get(actor_id)
    if number is None:
        number = int.from_bytes(hashlib.blake2b(actor_id.encode(), digest_size=4).digest())
    return COLOURS[number % len(COLOURS)]


def tint(colour: str, probability: float, ground: str) -> str:
    """A colour mixed with the ground as its probability (0 to 1) asks: opaque, so that overlap adds nothing."""
    share = _FAINTEST + (1 - _FAINTEST) * probability
    parts = [(int(colour[n:n + 2], 16), int(ground[n:n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in parts)


@functools.cache
def _numbers() -> dict[str, int]:
    """The place among the colours of each actor of the table: of the row in which it is the holder, or its first."""
    # holders without a country first: they may stand beside those of any country
    rows = sorted(table("holders.tsv", ("holder", "country", "actors")), key=lambda row: row["country"])
    counted: Counter[str] = Counter()
    numbers: dict[str, int] = {}
    for row in rows:
        country = row["country"]
        if row["holder"] not in numbers:
            numbers[row["holder"]] = counted[country] + (counted[""] if country else 0)
            counted[country] += 1
    out = dict(numbers)
    for row in rows:
        for actor in words(row["actors"]):
            out.setdefault(actor, numbers[row["holder"]])
    return out
