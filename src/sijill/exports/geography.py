"""Where an event is, for tables: country, divisions and names in English, and the finest places alone."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from sijill.documents import Container, Extent, PlaceArgument
from sijill.exports.english_names import english_container, english_name, known_place, places_named
from sijill.grounding.names import name_keys
from sijill.grounding.places import distance_km, kind_class
from sijill.ledger import LinkedEvent, Reading
from sijill.resources import table

_KIND_WORD = re.compile(r"\s+(?:Governorate|State|District|Region|Province)$")
_ARTICLE = re.compile(r"^al-", re.IGNORECASE)
_CONTAINED = "its own point is not known"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of an event: names in English where a gazetteer has them, degrees, km, ISO3; None where unknown.

    `key` tells places apart; `kind` is the gazetteer's; `contained` says that the point is the container's.
    """

    key: str
    name: str
    name_ar: str
    place_id: str | None
    kind: str | None
    extent: Extent
    lat: float | None
    lon: float | None
    radius_km: float | None
    geo_precision: int | None
    country: str | None
    admin1: str | None
    admin2: str | None
    admin3: str | None
    contained: bool
    claims: tuple[str, ...]

    @property
    def is_country(self) -> bool:
        """Whether only the country is known."""
        return kind_class(self.kind) == "country"


def spots(event: LinkedEvent) -> tuple[Spot, ...]:
    """The places of an event, finest first, without those that contain another one of them; each once."""
    found: dict[str, Spot] = {}
    readings = event.places.readings
    for reading in readings:
        if any(_holds(reading.value, other.value) for other in readings if other is not reading):
            continue
        spot = _spot(reading)
        found.setdefault(spot.key, spot)
    return tuple(found.values())


def country_of(places: tuple[Spot, ...]) -> str | None:
    """The country (ISO3) of an event's places; None where they lie in several, or it is not known."""
    known = {spot.country for spot in places if spot.country}
    return known.pop() if len(known) == 1 else None


def spread_km(places: tuple[Spot, ...]) -> float | None:
    """Kilometres from the first place to the farthest; None where a point is not known."""
    first = places[0]
    far = 0.0
    for spot in places:
        if first.lat is None or first.lon is None or spot.lat is None or spot.lon is None:
            return None
        far = max(far, distance_km(first.lat, first.lon, spot.lat, spot.lon))
    return far


def _holds(outer: PlaceArgument, inner: PlaceArgument) -> bool:
    """Whether the gazetteer puts one place of an event in another."""
    if outer.grounding is None or inner.grounding is None or outer.grounding.place_id == inner.grounding.place_id:
        return False
    return any(_same(outer.grounding.name, outer.grounding.kind, container) for container in inner.grounding.chain)


def _same(name: str, kind: str, container: Container) -> bool:
    one, two = name_keys(name), name_keys(container.name)
    alike = name == container.name or one is not None and two is not None and one.bare == two.bare
    return alike and kind_class(kind) == kind_class(container.kind)


def _spot(reading: Reading[PlaceArgument]) -> Spot:
    place = reading.value
    where = place.grounding
    if where is None:
        return Spot(place.name, place.name, place.name, None, None, place.extent, None, None, None, None, None, None,
                    None, None, False, reading.claims)
    known = known_place(where.place_id)
    country = known.country if known and known.country else _country(where.chain)
    contained = any(reason.startswith(_CONTAINED) for reason in where.reasons) and where.lat is not None
    own = kind_class(where.kind)
    levels: dict[str, str] = {}
    for container in where.chain:
        level = "district2" if container.kind == "subdistrict" else kind_class(container.kind) or ""
        levels.setdefault(level, english_container(container, country) or container.name)
    english = english_name(where.place_id)
    if own in ("governorate", "district") and not contained:
        levels.setdefault(own, english or where.name)
    admin1, admin2 = _division(levels.get("governorate"), country)
    # where only the container is known, the place's own name is all that names it
    name, name_ar = (place.name, place.name) if contained else (english or where.name, where.name)
    key = f"{where.place_id}/{place.name}" if contained else where.place_id
    return Spot(key, name, name_ar, where.place_id, where.kind, place.extent, _degrees(where.lat, 90),
                _degrees(where.lon, 180), where.radius_km, where.geo_precision, country, admin1,
                admin2 or _bare(levels.get("district")), _bare(levels.get("district2")), contained, reading.claims)


def _degrees(value: float | None, most: float) -> float | None:
    return float(value) if value is not None and abs(value) <= most else None


def _country(chain: tuple[Container, ...]) -> str | None:
    return next((code for container in chain if container.kind == "country"
                 for code in _codes(container.name)), None)


@functools.lru_cache(maxsize=1024)
def _codes(name: str) -> tuple[str, ...]:
    return tuple(p.country for p in places_named(name) if p.country and kind_class(p.kind) == "country")


def _bare(name: str | None) -> str | None:
    return _KIND_WORD.sub("", name) if name else None


def _division(governorate: str | None, country: str | None) -> tuple[str | None, str | None]:
    """ACLED's first and second division of a governorate's English name."""
    bare = _bare(governorate)
    if bare is None or country is None:
        return bare, None
    stem = _ARTICLE.sub("", bare)
    known = _divisions().get((country, stem)) or _divisions().get((country, bare))
    return (known[0], known[1] or None) if known else (bare, None)


@functools.cache
def _divisions() -> Mapping[tuple[str, str], tuple[str, str]]:
    rows = table("exports-admin.tsv", ("country", "name", "admin1", "admin2"), unique=("country", "name"))
    return {(row["country"], row["name"]): (row["admin1"], row["admin2"]) for row in rows}


def place_point(name: str, kind: str, country: str | None) -> tuple[float, float] | None:
    """The point (lat, lon) of a division of a class of kind in a country, where a gazetteer has it."""
    return next(((p.lat, p.lon) for p in places_named(name) if p.lat is not None and p.lon is not None
                 and kind_class(p.kind) == kind and country in (None, p.country)), None)
