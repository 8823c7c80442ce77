"""Importing gazetteers that users have: rows of GeoNames, Who's On First, OCHA COD-AB or TSV, each checked."""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sijill.errors import DataError
from sijill.grounding import formats
from sijill.grounding.file import PlaceFile
from sijill.grounding.formats import Row
from sijill.grounding.names import name_keys
from sijill.grounding.places import Place
from sijill.replacing import replace
from sijill.resources import words

_READERS: Mapping[str, Callable[[Path], Iterator[Row]]] = {
    "geonames": formats.geonames, "whosonfirst": formats.whosonfirst, "cod-ab": formats.cod_ab, "tsv": formats.tsv}
_NO_POINT = "no point"
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
    """What an import has done: lines read, places written, what was refused, and what is wrong with whole files."""

    read: int = 0
    written: int = 0
    refusals: Refusals = field(default_factory=Refusals)
    troubles: list[str] = field(default_factory=list)


def import_places(kind: str, paths: Iterable[Path], into: PlaceFile | Callable[[], PlaceFile],
                  report: Report | None = None) -> Imported:
    """Read dumps of one format into a gazetteer file; a place that is there already is replaced, not doubled.

    Where `into` makes the file, it is called only if there is a place to write.
    """
    if kind not in _READERS:
        raise DataError(f"no such format: {kind}", next_step=f"Name one of {', '.join(_READERS)}")
    done = Imported()
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    named: dict[str, Place] = {}
    lines: dict[str, str] = {}
    for path in _files(kind, paths):
        before = done.read, len(done.troubles)
        for row in _READERS[kind](path):
            if row.line == 0:
                done.troubles.append(f"{path}: {row.refused}")
                continue
            done.read += not row.more
            if report and not row.more and done.read % 1000 == 0:
                report(1000)
            _take(row, f"{path.name}:{row.line}", named, lines, done.refusals, merge=kind == "cod-ab")
        if before == (done.read, len(done.troubles)):
            done.troubles.append(f"{path}: the file holds no rows")
    for one, where in lines.items():
        if (reason := refuse(named[one])) is not None:
            done.refusals.add(reason, where)
            del named[one]
    if named:
        file = into if isinstance(into, PlaceFile) else into()
        places = (_contained(place, named) for place in named.values())
        done.written = file.add(_kept(place, file) if kind == "cod-ab" else place for place in places)
    return done


def _take(row: Row, where: str, named: dict[str, Place], lines: dict[str, str], refusals: Refusals, *,
          merge: bool) -> None:
    """Keep the place of a row, or count why not; of several levels of a place the rows are put together."""
    place = row.place and _plain(row.place)
    reason = row.refused or refuse(place)
    if merge and reason == _NO_POINT:
        # another row, of another file too, may have it
        reason = None
    if reason is None and place is not None and place.id in named and not merge:
        reason = "the id repeats"
    if reason is not None or place is None:
        refusals.add(reason or "no place", where)
        return
    known = named.get(place.id)
    named[place.id] = place if known is None else _merged(known, place)
    lines.setdefault(place.id, where)


def _merged(one: Place, two: Place) -> Place:
    """One place of two rows: the row that tells more, with what only the other tells."""
    if _told(two) > _told(one):
        one, two = two, one
    return _filled(one, two, (*one.names, *(n for n in (two.name, *two.names) if n not in (one.name, *one.names))))


def _filled(one: Place, two: Place, names: tuple[str, ...]) -> Place:
    point = two if one.lat is None else one
    return replace(one, names=names, lat=point.lat, lon=point.lon, radius_km=point.radius_km,
                   name_en=one.name_en or two.name_en, population=one.population or two.population,
                   country=one.country or two.country, within=one.within or two.within,
                   parent=one.parent or two.parent)


def _told(place: Place) -> int:
    return sum(value not in (None, (), "") for value in (place.lat, place.name_en, place.within, place.parent,
                                                         place.population, place.country))


def _kept(place: Place, file: PlaceFile) -> Place:
    """The place with what the file knows of it already: a table of an inner level has no points of the outer ones."""
    known = file.get(place.id)
    return place if known is None else _filled(place, known, place.names or known.names)


def _plain(place: Place) -> Place:
    """The place with each name alone: `|` parts names, as in the file."""
    if not any("|" in name for name in (place.name, *place.names)):
        return place
    names = list(dict.fromkeys(one for name in (place.name, *place.names) for one in words(name)))
    return replace(place, name=names[0] if names else "", names=tuple(names[1:]))


def _files(kind: str, paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: folders give those of a format's usual endings."""
    endings = {"cod-ab": {".xlsx", ".csv"}, "geonames": {".txt", ".zip"}}.get(kind, {".tsv", ".csv", ".txt"})
    for path in paths:
        if path.is_dir():
            try:
                found = sorted(p for p in path.iterdir() if p.suffix.lower() in endings and not p.name.startswith("."))
            except OSError as error:
                raise DataError(f"the folder cannot be read: {error.strerror}", where=str(path),
                                next_step="Check its permissions") from error
            if kind == "geonames":
                found = [p for p in found if not formats.is_alternate_names(p)]
            if not found:
                raise DataError(f"the folder holds no dump ending in {', '.join(sorted(endings))}", where=str(path),
                                next_step="Check the path and the format")
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
        return None if place.kind in ("governorate", "district", "subdistrict") else _NO_POINT
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
