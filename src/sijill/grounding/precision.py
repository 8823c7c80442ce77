"""How exact a point is: the radius it stands for, and ACLED's geo_precision of 1 to 3."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import readings
from sijill.arabic.folding import fold_word
from sijill.documents import Extent, PlaceMention, Token
from sijill.extract.places.names import is_quote
from sijill.grounding.candidates import Candidate
from sijill.grounding.names import name_keys
from sijill.grounding.places import settings, shifted, typical_radius

EXACT: Final = 1
NEARBY: Final = 2
REGION: Final = 3
_BEFORE: Final = 8
_AFTER: Final = 3
_FARTHEST: Final = 200.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the words point: degrees, kilometres, ACLED's precision, and what moved the point."""

    lat: float | None
    lon: float | None
    radius_km: float | None
    geo_precision: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How far from a place, and in which direction (degrees from north): None where it is not said."""

    km: float | None = None
    bearing: float | None = None


def spot(candidate: Candidate, extent: Extent, way: Way) -> Spot:
    """The point, radius and precision that an extent and a way leave of a place."""
    place = candidate.place
    radius = place.radius_km if place.radius_km is not None else typical_radius(place.kind)
    precision = _precision(candidate, extent, radius)
    # a country is no point, and ACLED's precisions end at the region
    if place.lat is None or place.lon is None or candidate.kind == "country":
        return Spot(None, None, None, precision)
    country = settings()["countryside"]
    lat, lon, reason = place.lat, place.lon, None
    wide = candidate.kind in ("country", "governorate", "region")
    if way.km is not None and way.bearing is not None and not wide:
        lat, lon = shifted(lat, lon, way.km, way.bearing)
        radius, precision = max(2.0, 0.3 * way.km), max(precision, NEARBY)
        reason = f"{way.km:g} km towards {way.bearing:.0f} degrees"
    elif way.bearing is not None and extent in ("countryside", "part", "around"):
        seat = is_seat(candidate)
        if wide or extent == "part" and not seat:
            shift, radius = radius / 2, max(radius / 2, 1.0)
        elif seat:
            shift, radius, precision = country["shift_km"], country["radius_km"], max(precision, NEARBY)
        elif extent == "countryside":
            shift, radius = country["town_shift_km"], country["town_radius_km"]
        else:
            shift, radius = country["around_km"], country["around_km"] + radius
        lat, lon = shifted(lat, lon, shift, way.bearing)
        reason = f"towards {way.bearing:.0f} degrees"
    elif way.km is not None and not wide:
        radius = max(radius, way.km + 1)
        precision = max(precision, NEARBY)
    elif extent == "countryside" and not wide:
        radius = country["whole_km"] if is_seat(candidate) else country["around_km"] * 2 + radius
    elif extent == "around":
        radius += country["around_km"]
    return Spot(round(lat, 5), round(lon, 5), round(radius, 2), precision, reason)


def is_seat(candidate: Candidate) -> bool:
    """Whether a city gives its name to the governorate that it lies in."""
    place = candidate.place
    if candidate.kind != "settlement" or not place.within:
        return False
    mine, its = name_keys(place.name), name_keys(place.within[-1])
    return mine is not None and its is not None and mine.bare == its.bare


def _precision(candidate: Candidate, extent: Extent, radius: float) -> int:
    kind = candidate.kind
    if kind in ("country", "governorate", "region"):
        return REGION
    if extent == "countryside":
        return REGION if is_seat(candidate) else NEARBY
    if kind in ("district", "road") or extent == "around":
        return NEARBY if radius <= 25 else REGION
    if kind == "nature":
        return EXACT if radius <= 3 else NEARBY if radius <= 20 else REGION
    return EXACT


def way_to(tokens: Sequence[Token], mention: PlaceMention, floor: int, ceiling: int) -> Way:
    """The distance and the direction that the words around a mention tell ("5 km north of")."""
    km: float | None = None
    bearings: list[float] = []
    words = _words()
    here = mention.first - 1
    if mention.rule != "anaphor" and mention.extent != "whole":
        least = max(floor, mention.first - _BEFORE)
        while here >= least:
            token = tokens[here]
            if token.kind == "number":
                after = tokens[here + 1].norm if here + 1 < len(tokens) else ""
                unit = 1.0 if after in words["kilometre"] else 0.001 if after in words["metre"] else None
                if unit is not None:
                    km = _number(token.norm, unit)
                break
            bearing = _bearing(token.norm)
            if bearing is not None and mention.first - here <= 3:
                bearings.append(bearing)
            here -= 1
    if mention.extent in ("countryside", "part", "around") and not bearings:
        here = mention.last
        while here < min(ceiling, mention.last + _AFTER):
            bearing = _bearing(tokens[here].norm)
            if bearing is None and not is_quote(tokens[here]):
                break
            if bearing is not None:
                bearings.append(bearing)
            here += 1
    return Way(km, _mean(bearings))


def _number(digits: str, unit: float) -> float | None:
    try:
        km = float(digits.replace(",", "")) * unit
    except ValueError:
        return None
    return km if 0 < km <= _FARTHEST else None


def _mean(bearings: Sequence[float]) -> float | None:
    if not bearings:
        return None
    one, two = bearings[0], bearings[-1]
    if abs(one - two) > 180:
        one, two = (one + 360, two) if one < two else (one, two + 360)
    return None if abs(one - two) == 180 else (one + two) / 2 % 360


@functools.lru_cache(maxsize=20_000)
def _bearing(norm: str) -> float | None:
    known = _bearings()
    for reading in readings(norm):
        if reading.base in known:
            return known[reading.base]
    return None


@functools.cache
def _bearings() -> dict[str, float]:
    return {fold_word(word): float(degrees) for degrees, forms in settings()["bearings"].items() for word in forms}


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(fold_word, forms)) for name, forms in settings()["words"].items()}
