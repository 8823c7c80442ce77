"""The project's own tables of places, as places of the gazetteer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from sijill.errors import DataError
from sijill.extract.tables import gazetteer as extraction
from sijill.grounding.names import name_keys, spelling
from sijill.grounding.places import Place, distance_km, typical_radius
from sijill.resources import manifest, table, words

SOURCE: Final = "sijill"
COLUMNS: Final = ("place_id", "name_ar", "variants_ar", "name_en", "kind", "within_ar", "country", "lat", "lon",
                  "radius_km", "known", "ambiguous")
_OLDER: Final = ("name_ar", "variants_ar", "name_en", "kind", "within_ar", "country", "lat", "lon", "radius_km",
                 "ambiguous")
_SAME_KM: Final = 10.0


def gazetteer_tables() -> list[str]:
    """The names of the data files that hold the table of places."""
    return sorted(name for name in manifest() if name.startswith("gazetteer-") and name.endswith(".tsv"))


def own_places() -> Iterator[Place]:
    """Every place of the project's tables; of two rows for one place the one with an id of its own."""
    seen: dict[tuple[str, str], list[Place]] = {}
    for name in gazetteer_tables():
        for row in table(name, COLUMNS, unique=("place_id",)):
            place = _place(row, row["place_id"], name)
            seen.setdefault(_mark(place), []).append(place)
            yield place
    taken: set[str] = set()
    for name in extraction.TABLES:
        for row in table(name, _OLDER):
            parts = "|".join(row[c] for c in ("name_ar", "kind", "within_ar", "country"))
            one = "sijill-" + hashlib.blake2b(parts.encode(), digest_size=5).hexdigest()
            place = _place(row, one, name)
            if one in taken or any(_same(place, other) for other in seen.get(_mark(place), ())):
                continue
            taken.add(one)
            yield place


def _place(row: dict[str, str], place_id: str, name: str) -> Place:
    try:
        lat, lon, radius = (float(row[c]) if row[c] else None for c in ("lat", "lon", "radius_km"))
    except ValueError as error:
        raise DataError(f"no number: {error}", where=f"{name}, {place_id}") from error
    if lat is None or lon is None or lat == 0 and lon == 0:
        lat = lon = radius = None
    elif radius is None:
        radius = typical_radius(row["kind"])
    return Place(place_id, row["name_ar"], words(row["variants_ar"]), row["kind"], row["country"] or None, lat, lon,
                 radius, SOURCE, row["name_en"] or None, None, words(row["within_ar"]), None, None,
                 row["ambiguous"] == "1")


def _mark(place: Place) -> tuple[str, str]:
    keys = name_keys(place.name)
    return (keys.bare if keys else spelling(place.name)), place.kind


def _same(one: Place, two: Place) -> bool:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return bool(_containers(one) & _containers(two))
    return distance_km(one.lat, one.lon, two.lat, two.lon) < _SAME_KM


def _containers(place: Place) -> set[str]:
    return {keys.bare for keys in map(name_keys, place.within) if keys}
