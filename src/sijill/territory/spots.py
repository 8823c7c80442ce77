"""Spots: the places that evidence is about, each once, with what contains it and what lies near."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sijill.documents import Grounding, PlaceArgument
from sijill.grounding.component import CONTAINED
from sijill.grounding.names import name_keys
from sijill.grounding.places import apart, kind_class, to_vector
from sijill.resources import table, words

_SAME_KM = 6.0
_WIDE = frozenset(("country", "region"))
_AREAS = frozenset(("governorate", "district"))
_INNER = frozenset(("quarter", "facility"))


@dataclass(slots=True)
class Spot:
    """A place of which claims tell: `id` the gazetteer's, None where none knows it; `within` keys of what contains it,
    `cities` of the settlements among these.

    `areas` are the keys of the districts and governorates among `chain`; `names` counts the names that claims use;
    `lat` and `lon` are None where the point is not known; `city` is then the point of the settlement that holds it,
    None where that is not known either.
    """

    key: str
    id: str | None
    name: str
    kind: str | None
    lat: float | None
    lon: float | None
    country: str | None
    within: tuple[str, ...] = ()
    cities: frozenset[str] = frozenset()
    chain: tuple[str, ...] = ()
    areas: frozenset[str] = frozenset()
    radius_km: float | None = None
    city: tuple[float, float] | None = None
    names: Counter[str] = field(default_factory=Counter)

    @property
    def label(self) -> str:
        """The name that claims use most."""
        return self.names.most_common(1)[0][0] if self.names else self.name

    @property
    def point(self) -> tuple[float, float] | None:
        """Its own point, or that of its city, which is near enough for what is told of the places around it."""
        return self.city if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def scale(self) -> str:
        """The class of its kind: governorate, district, settlement, quarter, facility, nature, road."""
        return kind_class(self.kind) or "settlement"


def bare(name: str) -> str:
    """The key under which two spellings of a place's name are one."""
    keys = name_keys(name)
    return keys.bare if keys else name


def core(name: str) -> str:
    """The key of a name without any word for its kind."""
    keys = name_keys(name)
    return keys.core if keys else name


@functools.cache
def _countries() -> dict[str, str]:
    out: dict[str, str] = {}
    for row in table("families.tsv", ("country", "names"), unique=("country",)):
        for name in words(row["names"]):
            out[bare(name)] = row["country"]
    return out


def country_code(name: str) -> str | None:
    """The code of a country of this name."""
    return _countries().get(bare(name))


def country_of(places: Iterable[PlaceArgument]) -> str | None:
    """The country in which most of some places lie; None where none is known."""
    found = Counter(c for p in places if p.grounding is not None and (c := _country(p.grounding)) is not None)
    return found.most_common(1)[0][0] if found else None


def _country(grounding: Grounding) -> str | None:
    for container in reversed(grounding.chain):
        if container.kind == "country":
            return country_code(container.name)
    return country_code(grounding.name) if grounding.kind == "country" else None


class Spots:
    """The spots of a body of evidence; the same place under two ids or spellings is one."""

    def __init__(self) -> None:
        self.all: dict[str, Spot] = {}
        self._by_name: dict[tuple[str | None, str], list[Spot]] = {}

    def add(self, place: PlaceArgument, country: str | None) -> Spot | None:
        """The spot of a claim's place, made where it is new; None for what is too wide to be held (a country)."""
        grounding = place.grounding
        contained = grounding is not None and CONTAINED in grounding.reasons
        if grounding is not None and not contained:
            if kind_class(grounding.kind) in _WIDE:
                return None
            made = Spot(grounding.place_id, grounding.place_id, grounding.name, grounding.kind, grounding.lat,
                        grounding.lon, _country(grounding) or country, _within(grounding, place),
                        _cities(grounding, place), tuple(c.name for c in grounding.chain), _areas(grounding),
                        grounding.radius_km)
        else:
            if country_code(place.name):
                return None
            outer = (grounding.name, *(c.name for c in grounding.chain)) if grounding else ()
            outer = outer or ((place.within,) if place.within else ())
            keys = name_keys(place.name)
            made = Spot(f"{bare(place.name)}@{bare(outer[0]) if outer else country or ''}", None, place.name,
                        keys.kind if keys else None, None, None, country, tuple(bare(o) for o in outer),
                        _cities(grounding, place), outer, city=_city(grounding))
        spot = self._known(made)
        spot.names[place.name] += 1
        return spot

    def _known(self, made: Spot) -> Spot:
        known = self.all.get(made.key)
        if known is not None:
            if known.id == made.id and (made.radius_km or 1e9) < (known.radius_km or 1e9):
                # a claim about what lies around a place has the point of its surroundings
                known.lat, known.lon, known.radius_km = made.lat, made.lon, made.radius_km
            return known
        alike = self._by_name.setdefault((made.country, bare(made.name)), [])
        for other in alike:
            if _same(made, other):
                if other.lat is None and made.lat is not None:
                    other.id, other.lat, other.lon, other.kind = made.id, made.lat, made.lon, made.kind
                    other.within, other.chain, other.name = made.within, made.chain, made.name
                    other.cities = made.cities
                    other.areas = made.areas
                    other.radius_km = made.radius_km
                self.all[made.key] = other
                return other
        alike.append(made)
        self.all[made.key] = made
        return made

    def spots(self) -> list[Spot]:
        """Every spot once, in the order in which claims named them."""
        return list({id(s): s for s in self.all.values()}.values())

    def inside(self, name: str) -> list[Spot]:
        """The spots in a place of this name: in the city, or in the district or governorate where the name says so.

        Where nothing lies in a city of this name, it is what lies in anything of this name.
        """
        wanted = bare(name)
        keys = name_keys(name)
        inner = [] if keys and kind_class(keys.kind) in _AREAS else [s for s in self.spots() if wanted in s.cities]
        return inner or [s for s in self.spots() if wanted in s.within]

    def find(self, name: str, within: str | None = None) -> list[Spot]:
        """The spots that a name or a gazetteer's id means, in one of `within` where given."""
        wanted, asked = {bare(name), core(name)}, bare(name)
        inside = bare(within) if within else None
        found = [s for s in self.spots() if s.id == name or s.key == name or asked in _keys(s)]
        found = found or [s for s in self.spots() if any(core(n) in wanted for n in (s.name, *s.names))]
        found = [s for s in found if inside is None or inside in s.within or inside in {bare(c) for c in s.chain}]
        wide = name_keys(name)
        areas = wide is not None and kind_class(wide.kind) in _AREAS
        return sorted(found, key=lambda s: ((s.scale in _AREAS) != areas, -s.names.total()))


def _city(grounding: Grounding | None) -> tuple[float, float] | None:
    """The point of a place in which another lies, if it is a settlement and so no wider than a city."""
    if grounding is None or kind_class(grounding.kind) != "settlement":
        return None
    return None if grounding.lat is None or grounding.lon is None else (grounding.lat, grounding.lon)


def _keys(spot: Spot) -> set[str]:
    return {bare(n) for n in (spot.name, *spot.names)}


def _within(grounding: Grounding, place: PlaceArgument) -> tuple[str, ...]:
    names = [c.name for c in grounding.chain if c.kind != "country"]
    if place.within:
        names.append(place.within)
    own = bare(grounding.name)
    return tuple(dict.fromkeys(b for n in names if (b := bare(n)) != own))


def _cities(grounding: Grounding | None, place: PlaceArgument) -> frozenset[str]:
    """The settlements among what contains a place; what only the article says to contain a quarter is one too."""
    if grounding is None:
        return frozenset((bare(place.within),) if place.within else ())
    contained = CONTAINED in grounding.reasons
    found = {bare(c.name) for c in grounding.chain if kind_class(c.kind) == "settlement"}
    if contained and kind_class(grounding.kind) == "settlement":
        found.add(bare(grounding.name))
    if place.within and kind_class(grounding.kind) in _INNER:
        found.add(bare(place.within))
    return frozenset(found - {bare(place.name)})


def _areas(grounding: Grounding) -> frozenset[str]:
    return frozenset(core(c.name) for c in grounding.chain if kind_class(c.kind) in _AREAS)


def _same(one: Spot, two: Spot) -> bool:
    if (one.scale in _AREAS) != (two.scale in _AREAS):
        return False
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        shared = set(one.within) & set(two.within)
        return bool(shared) or not one.within or not two.within
    return apart(to_vector(one.lat, one.lon), to_vector(two.lat, two.lon)) <= _SAME_KM


@dataclass(frozen=True, slots=True)
class Tie:
    """That what is known of `other` tells something of a spot: it contains it, lies in it, or lies `km` away."""

    other: int
    kind: str
    km: float = 0.0


def ties(spots: Sequence[Spot], near_km: float, most: int) -> list[list[Tie]]:
    """For each spot the other spots that say something of it: its city, its quarters, the nearest `most` neighbours."""
    by_name: dict[tuple[str | None, str], list[int]] = {}
    for number, spot in enumerate(spots):
        if spot.scale not in _WIDE:
            by_name.setdefault((spot.country, bare(spot.name)), []).append(number)
    out: list[list[Tie]] = [[] for _ in spots]
    for number, spot in enumerate(spots):
        for outer in spot.within:
            for holder in by_name.get((spot.country, outer), ()):
                if holder != number and _holds(spots[holder], spot):
                    out[number].append(Tie(holder, "city"))
                    out[holder].append(Tie(number, "quarter"))
                elif spots[holder].scale in _AREAS and spot.scale not in _AREAS and bare(spot.name) != outer:
                    out[number].append(Tie(holder, spots[holder].scale))
        if spot.scale == "settlement":
            for area in by_name.get((spot.country, bare(spot.name)), ()):
                if spots[area].scale == "district":
                    out[number].append(Tie(area, "district"))
    _add_neighbours(spots, out, near_km, most)
    return out


def namesakes(spots: Sequence[Spot]) -> list[bool]:
    """Of each settlement whether a governorate or district has its name, so that a claim may mean either."""
    areas = {(s.country, core(s.name)) for s in spots if s.scale in _AREAS}
    areas |= {(s.country, area) for s in spots for area in s.areas}
    return [s.scale == "settlement" and (s.country, core(s.name)) in areas for s in spots]


def _holds(outer: Spot, inner: Spot) -> bool:
    """A settlement holds its quarters; a district or governorate is too wide to tell of what lies in it."""
    return outer.scale == "settlement" and inner.scale in (*_INNER, "road", "settlement", "nature")


def _add_neighbours(spots: Sequence[Spot], out: list[list[Tie]], near_km: float, most: int) -> None:
    cells: dict[tuple[int, int], list[int]] = {}
    size = near_km / 80.0
    for number, spot in enumerate(spots):
        point = spot.point
        if point is not None and spot.scale not in _AREAS:
            cells.setdefault((int(point[0] // size), int(point[1] // size)), []).append(number)
    for (row, column), members in cells.items():
        around = [n for i in (-1, 0, 1) for j in (-1, 0, 1) for n in cells.get((row + i, column + j), ())]
        for number in members:
            here = spots[number]
            assert here.point is not None
            tied = {t.other for t in out[number]} | {number}
            found = []
            for other in around:
                there = spots[other]
                if other not in tied and there.country == here.country:
                    assert there.point is not None
                    km = apart(to_vector(*here.point), to_vector(*there.point))
                    if km <= near_km:
                        found.append((km, other))
            out[number] += [Tie(other, "beside" if here.scale in _INNER or spots[other].scale in _INNER else "near",
                                round(km, 2)) for km, other in sorted(found)[:most]]


def distance(spot: Spot, lat: float | None, lon: float | None) -> float | None:
    """Kilometres from a spot to a point; None where one of them is not known."""
    if spot.lat is None or spot.lon is None or lat is None or lon is None:
        return None
    return apart(to_vector(spot.lat, spot.lon), to_vector(lat, lon))
