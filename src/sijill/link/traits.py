"""Traits: what of a claim is compared with other claims, made once for each claim."""

from __future__ import annotations

import datetime as dt
import functools
import math
from dataclasses import dataclass
from typing import Any

from sijill.documents import Casualty, Event, PlaceArgument
from sijill.extract.tables.registry import registry
from sijill.grounding.names import name_keys
from sijill.grounding.places import Vector, kind_class, to_vector
from sijill.ledger import Claim
from sijill.link.agreement import added
from sijill.link.calendar import month_days, weekdays_named
from sijill.link.words import weighed
from sijill.resources import toml

_WIDE_KINDS = frozenset(("country", "governorate", "region", "district"))
_LITTLE = 3.0
_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a claim: `name` and `around` (what contains it) are name keys; radius in km; None where unknown."""

    name: str
    place_id: str | None
    vector: Vector | None
    radius: float | None
    wide: bool
    small: bool
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Traits:
    """A claim as it is compared: days are ordinals, tolls are at least and at most, words have bits of rarity.

    `weekdays` and `dates` (month and day of it) are what is known of a claim without a day too.
    """

    claim: Claim
    sub_event_type: str
    event_type: str
    classes: frozenset[str]
    days: tuple[int, int] | None
    weekdays: frozenset[int]
    dates: frozenset[tuple[int, int]]
    spots: tuple[Spot, ...]
    doers: frozenset[str]
    targets: frozenset[str]
    killed: tuple[int, int | None] | None
    wounded: tuple[int, int | None] | None
    words: dict[str, float]
    bits: float
    lead: bool


def traits_of(claim: Claim) -> Traits:
    """A claim's traits."""
    event = claim.event
    words = {one: bits for one, bits in weighed(claim.sentence).items() if bits >= _LITTLE}
    days = _days(event)
    weekdays, dates = _said_days(claim, days)
    return Traits(
        claim, event.sub_event_type, event.event_type, type_classes(event.sub_event_type), days,
        weekdays, dates, tuple(spot_of(p) for p in event.places),
        frozenset(a.id for a in (*event.actor1, *event.assoc_actor1)),
        frozenset(a.id for a in (*event.actor2, *event.assoc_actor2)),
        _toll(event.casualties, "killed"), _toll(event.casualties, "wounded"), words, math.fsum(words.values()),
        claim.sentence_start < settings()["lead"])


@functools.cache
def settings() -> Any:
    """How claims are blocked and compared, from linking.toml."""
    return toml("linking.toml")["claims"]


@functools.cache
def type_classes(sub_event_type: str) -> frozenset[str]:
    """The classes of a type: two types that share none never tell the same thing."""
    return frozenset(name for name, types in settings()["classes"].items() if sub_event_type in types)


def spot_of(place: PlaceArgument) -> Spot:
    """A place argument as a spot."""
    keys = name_keys(place.name)
    name = keys.bare if keys else place.name
    found = place.grounding
    around = {_key(place.within)} if place.within else set()
    if found is None:
        return Spot(name, None, None, None, False, False, frozenset(around))
    around |= {_key(c.name) for c in found.chain}
    vector = to_vector(found.lat, found.lon) if found.lat is not None and found.lon is not None else None
    wide = (vector is None or kind_class(found.kind) in _WIDE_KINDS or place.extent == "countryside"
            or (found.radius_km or 0.0) > settings()["wide_km"])
    own = _key(found.name)
    # a name that the gazetteer has not lies within the place that it gives instead
    known = own == name or found.geo_precision == 1
    if not known:
        around.add(own)
    small = not wide and found.kind != "city" and kind_class(found.kind) != "country"
    return Spot(name, found.place_id if known else None, vector, found.radius_km, wide, small, frozenset(around))


def _key(name: str) -> str:
    keys = name_keys(name)
    return keys.bare if keys else name


def _days(event: Event) -> tuple[int, int] | None:
    first, last = event.time.earliest, event.time.latest
    if first is None or last is None:
        return None
    return min(first, last).toordinal(), max(first, last).toordinal()


def _said_days(claim: Claim, days: tuple[int, int] | None) -> tuple[frozenset[int], frozenset[tuple[int, int]]]:
    """The weekdays and dates that a claim may be of: from its days, or as its sentence names them."""
    if days is not None:
        first, last = days
        if last - first >= _COUNTED:
            return frozenset(), frozenset()
        each = [dt.date.fromordinal(day) for day in range(first, last + 1)]
        return frozenset(day.weekday() for day in each), frozenset((day.month, day.day) for day in each)
    time = claim.event.time
    text = claim.sentence
    if time.start is not None and time.end is not None:
        at, to = time.start - claim.sentence_start, time.end - claim.sentence_start
        if 0 <= at < to <= len(text):
            return weekdays_named(text[at:to]), month_days(text[at:]) or month_days(text)
    return weekdays_named(text), month_days(text)


def _toll(casualties: tuple[Casualty, ...], kind: str) -> tuple[int, int | None] | None:
    """At least and at most how many, the parts of a toll added up; None where no number is given."""
    low, high = added([(c.low, c.high) for c in casualties if c.kind == kind])
    return None if low is None else (low, high)


@functools.cache
def kin(actor: str) -> frozenset[str]:
    """A side, what it is part of, and whom it fights beside, as the registry has it."""
    known = registry().actors.get(actor)
    if known is None:
        return frozenset((actor,))
    return frozenset((actor, *known.allies, *((known.parent,) if known.parent else ())))


@functools.lru_cache(maxsize=10_000)
def kin_of_any(actors: frozenset[str]) -> frozenset[str]:
    """The kin of every one of some sides."""
    return frozenset().union(*(kin(actor) for actor in actors))
