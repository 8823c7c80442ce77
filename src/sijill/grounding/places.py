"""Places of a gazetteer: what is known of each, and how far they lie apart."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sijill.resources import toml

EARTH_KM: Final = 6371.0
KM_PER_DEGREE: Final = 111.195
_CITY: Final = 50_000
_TOWN: Final = 8_000

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a gazetteer; `within` names what contains it, nearest first; km; None where unknown."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    source: str
    name_en: str | None = None
    population: int | None = None
    within: tuple[str, ...] = ()
    parent: str | None = None
    pcode: str | None = None
    ambiguous: bool = False

    @property
    def vector(self) -> Vector | None:
        """The point on a sphere of radius 1; None where the point is not known."""
        return None if self.lat is None or self.lon is None else to_vector(self.lat, self.lon)


def to_vector(lat: float, lon: float) -> Vector:
    """A point in degrees on a sphere of radius 1."""
    phi, lam = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def apart(one: Vector, two: Vector) -> float:
    """Kilometres between two points, by the chord: right to 1 % over the distances of a country."""
    x, y, z = one[0] - two[0], one[1] - two[1], one[2] - two[2]
    return math.sqrt(x * x + y * y + z * z) * EARTH_KM


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres along the great circle between two points in degrees."""
    half = apart(to_vector(lat, lon), to_vector(other_lat, other_lon)) / EARTH_KM / 2
    return 2 * EARTH_KM * math.asin(min(1.0, half))


def shifted(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point that lies `km` away in a direction (degrees from north, clockwise)."""
    turn = math.radians(bearing)
    north, east = km * math.cos(turn), km * math.sin(turn)
    return (lat + north / KM_PER_DEGREE,
            lon + east / (KM_PER_DEGREE * max(0.1, math.cos(math.radians(lat)))))


@functools.cache
def settings() -> Mapping[str, Any]:
    """Weights, classes of kinds, radii and countries of the package's data."""
    return toml("grounding.toml")


@functools.cache
def kind_class(kind: str | None) -> str | None:
    """The class of a kind: country, governorate, district, region, settlement, quarter, facility, nature."""
    if kind is None:
        return None
    classes: Mapping[str, Sequence[str]] = settings()["classes"]
    return next((name for name, kinds in classes.items() if kind in kinds), "facility")


def settlement_kind(people: int | None) -> str:
    """City, town or village, by how many people live there."""
    return "city" if people and people >= _CITY else "town" if people and people >= _TOWN else "village"


def typical_radius(kind: str) -> float:
    """Kilometres within which a place of a kind lies around its point, where a gazetteer does not say."""
    radii: Mapping[str, float] = settings()["radius_km"]
    return float(radii.get(kind, radii["other"]))
