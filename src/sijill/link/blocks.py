"""Blocks: the keys under which claims meet that may tell one event; claims that share none are never compared.

A key is a type class with a day and a place, or, since many reports have no day, with a place and something that
the sentence says (a toll, a weekday, a rare word); two rare words meet without a place.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from sijill.grounding.places import Vector, shifted
from sijill.ledger import Claim
from sijill.link.traits import Spot, Traits, traits_of

_FINE, _MIDDLE, _COARSE = 5, 4, 3
_LEAST_KM = 3.0
_MOST_SPOTS = 4
_WIDE_DAYS = 4
_WORDS, _PAIRED = 6, 3
_RARE, _RARER = 5.5, 7.5
_SEVERAL = 3
_DAY, _SAID, _WORD = "d", "s", "w"
_AREA = "@"


def _kinds(said: bool, wide: bool, kind: int) -> tuple[int, ...]:
    return tuple(other for other in range(4)
                 if not (said and kind & 2 and other & 2) and not (wide and not kind & 1 and not other & 1))


_MET = tuple(tuple(tuple(_kinds(said, wide, kind) for kind in range(4)) for wide in (False, True))
             for said in (False, True))


def block_keys(claim: Claim) -> tuple[str, ...]:
    """The keys of a claim, sorted; a claim's keys depend on nothing but the claim."""
    return keys_of(traits_of(claim))


def keys_of(traits: Traits) -> tuple[str, ...]:
    """The keys of a claim's traits, sorted."""
    places = sorted({part for spot in traits.spots[:_MOST_SPOTS] for part in _parts(spot)})
    keys = []
    regions = sorted({part for spot in traits.spots[:_MOST_SPOTS] for part in _regions(spot)})
    days = _days(traits)
    said = _said(traits)
    for kind in sorted(traits.classes):
        keys += [f"{_DAY}|{kind}|{day}|{part}" for day in days for part in places]
        keys += [f"{_SAID}|{kind}|{part}|{word}" for part in regions for word in said]
    rare = [word for word, bits in _rarest(traits) if bits >= _RARER][:_PAIRED]
    keys += ["|".join((_WORD, *sorted(pair))) for pair in itertools.combinations(rare, 2)]
    return tuple(sorted(keys))


def kind_of(traits: Traits) -> int:
    """What a claim may meet by: 2 if its days can be counted on, plus 1 if all that it says of its place is an area."""
    return 2 * dated(traits) + (not any(not spot.wide for spot in traits.spots))


def kinds_met(key: str, kind: int) -> tuple[int, ...]:
    """The kinds of claims that a claim of a kind meets by a key: what has a day meets by it, what has a spot at it."""
    return _MET[key.startswith(_SAID)][f"|{_AREA}" in key][kind]


def dated(traits: Traits) -> bool:
    """Whether a claim is of days that can be counted on: not of a month or a year."""
    return traits.days is not None and traits.days[1] - traits.days[0] <= _WIDE_DAYS


def candidate_pairs(claims: Sequence[Traits], keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The pairs (positions, the first before the second) that are worth comparing, each once."""
    meeting = Meeting()
    for two, (traits, own) in enumerate(zip(claims, keys, strict=True)):
        kind = kind_of(traits)
        for one in sorted(meeting.met(own, kind)):
            yield one, two
        meeting.add(two, own, kind)


class Meeting:
    """Claims (numbers) by the keys under which they meet others."""

    def __init__(self) -> None:
        self._held: tuple[dict[str, list[int]], ...] = ({}, {}, {}, {})

    def add(self, number: int, keys: Iterable[str], kind: int) -> None:
        """Take a claim in."""
        held = self._held[kind]
        for key in keys:
            held.setdefault(key, []).append(number)

    def met(self, keys: Iterable[str], kind: int) -> set[int]:
        """The claims that one of these keys and kind meets."""
        found: set[int] = set()
        for key in keys:
            for other in kinds_met(key, kind):
                if there := self._held[other].get(key):
                    found.update(there)
        return found


def _days(traits: Traits) -> range:
    """The days of a claim and the one after: claims of days that follow one another meet."""
    if traits.days is None or not dated(traits):
        return range(0)
    return range(traits.days[0], traits.days[1] + 2)


def _said(traits: Traits) -> list[str]:
    """What tells reports of one place apart without a day: a rare word, a toll of several, two numbers that are said.

    A weekday counts as a number; one dead on a Friday says more than either.
    """
    tolls = [(letter, toll[0]) for letter, toll in (("k", traits.killed), ("h", traits.wounded)) if toll]
    numbers = [f"{letter}{low}" for letter, low in tolls] + [f"t{day}" for day in sorted(traits.weekdays)[:2]]
    return ([word for word, bits in _rarest(traits)[:_WORDS] if bits >= _RARE]
            + [f"m{month}.{day}" for month, day in sorted(traits.dates)[:3]]
            + [f"{letter}{low}" for letter, low in tolls if low >= _SEVERAL]
            + ["+".join(pair) for pair in itertools.combinations(numbers, 2)])


def _rarest(traits: Traits) -> list[tuple[str, float]]:
    names = {spot.name for spot in traits.spots}
    return sorted(((w, b) for w, b in traits.words.items() if w not in names), key=lambda pair: (-pair[1], pair[0]))


def _parts(spot: Spot) -> tuple[str, ...]:
    """Where a spot is to be met: the cells that it reaches, coarse ones for areas, and its name where no point is."""
    if spot.vector is None:
        return (spot.name,)
    radius = max(_LEAST_KM, spot.radius or 0.0)
    coarse = tuple(f"{_AREA}{cell}" for cell in _cells(spot.vector, radius if spot.wide else 0.0, _COARSE))
    if spot.wide:
        return coarse
    # a village or a quarter is met by its name too, where another report's gazetteer did not know it
    return (*_cells(spot.vector, radius, _FINE), *coarse, *((spot.name,) if spot.small else ()))


def _regions(spot: Spot) -> tuple[str, ...]:
    """Where a spot is to be met by what is said there: larger cells, or its name where no point is."""
    if spot.vector is None:
        return (spot.name,)
    return _cells(spot.vector, max(_LEAST_KM, spot.radius or 0.0), _MIDDLE)


@functools.lru_cache(maxsize=50_000)
def _cells(vector: Vector, radius: float, resolution: int) -> tuple[str, ...]:
    """The H3 cells within reach (km) of a point, short."""
    from h3 import latlng_to_cell

    x, y, z = vector
    lat, lon = math.degrees(math.asin(max(-1.0, min(1.0, z)))), math.degrees(math.atan2(y, x))
    points = [(lat, lon)]
    if radius:
        points += [shifted(lat, lon, radius * part, turn) for part in (1.0, 0.5) for turn in range(0, 360, 60)]
    return tuple(sorted({latlng_to_cell(*point, resolution).rstrip("f") for point in points}))
