"""Importing gazetteers that users have: rows of GeoNames, Who's On First, OCHA COD-AB or TSV, each checked."""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sijill.errors import DataError
from sijill.grounding import formats
from sijill.grounding.file import PlaceFile
from sijill.grounding.formats import Row
from sijill.grounding.names import name_keys
from sijill.grounding.places import Place

FORMATS = ("geonames", "whosonfirst", "cod-ab", "tsv")
_BATCH = 5_000
_EXAMPLES = 5
Report = Callable[[int], object]


@dataclass(slots=True)
class Refusals:
    """How many rows were refused for each reason, with the first of them."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, where: str) -> None:
        """Count one row that was refused."""
        self.counts[reason] += 1
        kept = self.examples.setdefault(reason, [])
        if len(kept) < _EXAMPLES:
            kept.append(where)


@dataclass(slots=True)
class Imported:
    """What an import has done: rows read = places written + rows refused."""

    read: int = 0
    written: int = 0
    refusals: Refusals = field(default_factory=Refusals)


def import_places(kind: str, paths: Iterable[Path], into: PlaceFile, report: Report | None = None) -> Imported:
    """Read dumps of one format into a gazetteer file; a place that is there already is replaced, not doubled."""
    readers: dict[str, Callable[[Path], Iterator[Row]]] = {
        "geonames": formats.geonames, "whosonfirst": formats.whosonfirst, "cod-ab": formats.cod_ab,
        "tsv": formats.tsv}
    if kind not in readers:
        raise DataError(f"no such format: {kind}", next_step=f"Name one of {', '.join(FORMATS)}")
    done = Imported()
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    seen: set[str] = set()
    rows: list[Place] = []
    for path in _files(kind, paths):
        for row in readers[kind](path):
            done.read += 1
            reason = row.refused or refuse(row.place)
            if reason is None and row.place is not None and row.place.id in seen:
                reason = "the id repeats"
            if reason is not None or row.place is None:
                done.refusals.add(reason or "no place", f"{path.name}:{row.line}")
                continue
            seen.add(row.place.id)
            rows.append(row.place)
            if report and done.read % 1000 == 0:
                report(1000)
    named = {place.id: place for place in rows}
    for first in range(0, len(rows), _BATCH):
        done.written += into.add(_contained(place, named) for place in rows[first:first + _BATCH])
    return done


def _files(kind: str, paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: folders give those of a format's usual endings."""
    endings = {"cod-ab": {".xlsx", ".csv"}, "geonames": {".txt", ".zip"}}.get(kind, {".tsv", ".csv", ".txt"})
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.suffix.lower() in endings and not p.name.startswith("."))
            if not found:
                raise DataError(f"the folder holds no file ending in {', '.join(sorted(endings))}", where=str(path))
            yield from found
        elif path.exists():
            yield path
        else:
            raise DataError("there is no such file", where=str(path), next_step="Check the path")


def refuse(place: Place | None) -> str | None:
    """Why a place cannot enter a gazetteer; None if it can."""
    if place is None:
        return "no place"
    if name_keys(place.name) is None:
        return "no Arabic name"
    if (place.lat is None) != (place.lon is None):
        return "half a point"
    if place.lat is None or place.lon is None:
        return None if place.kind in ("governorate", "district", "subdistrict") else "no point"
    if not all(map(math.isfinite, (place.lat, place.lon))) or abs(place.lat) > 90 or abs(place.lon) > 180:
        return "a point that is not on the earth"
    if place.lat == 0 and place.lon == 0:
        return "the point (0, 0), which stands for an unknown one"
    if place.radius_km is not None and not 0 < place.radius_km < 5_000:
        return "a radius that is none"
    return None


def _contained(place: Place, named: dict[str, Place]) -> Place:
    """The place with the names of what contains it, as far as its parents are in the same import."""
    names, parent, steps = list(place.within), place.parent, 0
    while parent in named and steps < 8:
        holder = named[parent]
        if holder.kind != "country" and holder.name not in names:
            names.append(holder.name)
        parent, steps = holder.parent, steps + 1
    return replace(place, within=tuple(names))
