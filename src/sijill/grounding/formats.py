"""The formats that gazetteers come in, row by row: GeoNames, Who's On First, OCHA COD-AB, TSV."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sijill.errors import DataError
from sijill.extract.gazetteer import gazetteer
from sijill.grounding.places import Place, settings, typical_radius
from sijill.grounding.tables import COLUMNS
from sijill.resources import words

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_WOF = ("id", "name", "placetype", "lat", "lon", "ar", "ar_variants")
_COD_AR, _COD_EN, _COD_CODE = re.compile(r"^adm(?:in)?(\d)_?(?:name)?_?ar$", re.I), re.compile(
    r"^adm(?:in)?(\d)_?(?:name)?_?en$", re.I), re.compile(r"^adm(?:in)?(\d)_?p_?code$", re.I)
_COD_KINDS = ("country", "governorate", "district", "subdistrict", "village")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a dump: its line, and the place, or why there is none."""

    line: int
    place: Place | None = None
    refused: str | None = None


def _number(cell: object) -> float | None:
    text = str(cell or "").strip()
    return float(text) if text else None


def _split(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(n.strip() for n in names if _ARABIC.search(n) and n.strip()))


def _table(path: Path, delimiter: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            plain = delimiter == "\t"
            rows = csv.DictReader(stream, delimiter=delimiter,
                                  quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL)
            missing = [c for c in columns if c not in (rows.fieldnames or ())]
            if missing:
                raise DataError(f"columns are missing: {', '.join(missing)}", where=str(path),
                                next_step="Check that the file is of this format")
            yield from enumerate(rows, start=2)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"the file cannot be read: {error}", where=str(path)) from error


def whosonfirst(path: Path) -> Iterator[Row]:
    """Places of Who's On First in one table; alternative names and parents, deprecated ones refused."""
    kinds = settings()["wof"]
    for line, row in _table(path, "\t", _WOF):
        kind = kinds.get(row["placetype"])
        names = _split([row["ar"] or "", *words(row["ar_variants"] or ""), *words(row.get("en_variants") or "")])
        if kind is None:
            yield Row(line, refused="a placetype that is no place")
        elif row.get("deprecated") or row.get("superseded"):
            yield Row(line, refused="deprecated or superseded")
        elif not names:
            yield Row(line, refused="no Arabic name")
        else:
            try:
                lat, lon, people = (_number(row.get(c)) for c in ("lat", "lon", "population"))
            except ValueError:
                yield Row(line, refused="no number")
                continue
            if kind == "village" and people:
                kind = "city" if people >= 50_000 else "town" if people >= 8_000 else kind
            yield Row(line, Place(
                f"wof:{row['id']}", names[0], tuple(names[1:]), kind, _country(path.stem.upper()), lat, lon,
                typical_radius(kind), "whosonfirst", row.get("en") or row["name"] or None,
                int(people) if people else None, (), f"wof:{row['parent']}" if row.get("parent") else None))


def geonames(path: Path) -> Iterator[Row]:
    """Places of a GeoNames country dump (19 columns); a file alternateNames beside it gives more Arabic names."""
    more = _alternate_names(path)
    with _opened(path) as stream:
        for line, text in enumerate(stream, start=1):
            cells = text.rstrip("\n").split("\t")
            if len(cells) < 15:
                yield Row(line, refused="fewer than 15 columns")
                continue
            kind = _feature(cells[6], cells[7])
            names = _split([*more.get(cells[0], ()), *cells[3].split(",")])
            if kind is None:
                yield Row(line, refused="a feature that is no place of reports")
            elif not names:
                yield Row(line, refused="no Arabic name")
            else:
                try:
                    lat, lon, people = _number(cells[4]), _number(cells[5]), _number(cells[14])
                except ValueError:
                    yield Row(line, refused="no number")
                    continue
                if kind == "village" and people:
                    kind = "city" if people >= 50_000 else "town" if people >= 8_000 else kind
                yield Row(line, Place(f"geonames:{cells[0]}", names[0], tuple(names[1:]), kind, _country(cells[8]),
                                      lat, lon, typical_radius(kind), "geonames", cells[1] or None,
                                      int(people) if people else None))


def _feature(group: str, code: str) -> str | None:
    known: dict[str, str] = settings()["features"]
    return known.get(code) or known.get(group)


def _opened(path: Path) -> IO[str]:
    try:
        if path.suffix.lower() == ".zip":
            archive = zipfile.ZipFile(path)
            name = f"{path.stem}.txt"
            if name not in archive.namelist():
                raise DataError(f"the archive holds no {name}", where=str(path))
            return io.TextIOWrapper(archive.open(name), encoding="utf-8")
        return path.open(encoding="utf-8")
    except (OSError, zipfile.BadZipFile) as error:
        raise DataError(f"the file cannot be read: {error}", where=str(path)) from error


def _alternate_names(path: Path) -> dict[str, list[str]]:
    """Arabic names by GeoNames id from alternateNames(V2).txt, or one named after the dump, in the same folder."""
    out: dict[str, list[str]] = {}
    for name in (f"alternatenames-{path.stem}.txt", "alternateNamesV2.txt", "alternateNames.txt"):
        beside = path.parent / name
        if beside.exists() and beside != path:
            with beside.open(encoding="utf-8") as stream:
                for text in stream:
                    cells = text.rstrip("\n").split("\t")
                    if len(cells) > 3 and cells[2] in ("ar", "") and _ARABIC.search(cells[3]):
                        out.setdefault(cells[1], []).append(cells[3])
            break
    return out


def cod_ab(path: Path) -> Iterator[Row]:
    """Administrative divisions of OCHA COD-AB tables (CSV, XLSX) with p-codes; each level of a row is one place."""
    seen: set[str] = set()
    for line, row in _spreadsheet(path):
        cells = {str(k).strip(): "" if v is None else str(v).strip() for k, v in row.items()}
        arabic, english, codes = (_levels(cells, one) for one in (_COD_AR, _COD_EN, _COD_CODE))
        if not codes or not arabic:
            yield Row(line, refused="no p-code or no Arabic name")
            continue
        deepest = max(codes)
        if codes[deepest] in seen:
            yield Row(line, refused="the p-code repeats")
            continue
        for level in sorted(codes, reverse=True):
            code, name = codes[level], arabic.get(level)
            if code in seen or not name or level == 0:
                continue
            seen.add(code)
            kind = _COD_KINDS[min(level, len(_COD_KINDS) - 1)]
            try:
                lat, lon = _center(cells) if level == deepest else (None, None)
            except ValueError:
                yield Row(line, refused="no number")
                break
            parents = [arabic[n] for n in sorted(arabic, reverse=True) if 0 < n < level]
            up = next((codes[n] for n in sorted(codes, reverse=True) if n < level), None)
            yield Row(line, Place(f"cod:{code}", name, (), kind, _country(code[:2]), lat, lon,
                                  typical_radius(kind) if lat is not None else None, "cod-ab", english.get(level),
                                  None, tuple(parents), f"cod:{up}" if up else None, code))


def _levels(cells: dict[str, str], pattern: re.Pattern[str]) -> dict[int, str]:
    found = ((pattern.match(name), value) for name, value in cells.items())
    return {int(match.group(1)): value for match, value in found if match and value}


def _center(cells: dict[str, str]) -> tuple[float | None, float | None]:
    lower = {name.lower(): value for name, value in cells.items()}
    lat = next((lower[c] for c in ("center_lat", "latitude", "lat", "y_coord", "y") if lower.get(c)), None)
    lon = next((lower[c] for c in ("center_lon", "longitude", "lon", "x_coord", "x") if lower.get(c)), None)
    return _number(lat), _number(lon)


def _spreadsheet(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if path.suffix.lower() != ".xlsx":
        yield from _table(path, ",", ())
        return
    try:
        import openpyxl
    except ImportError as error:
        raise DataError("reading XLSX needs openpyxl", where=str(path),
                        next_step="Install it with: pip install 'sijill[xlsx]'") from error
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        raise DataError(f"the spreadsheet cannot be read: {error}", where=str(path)) from error
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        head = [str(cell or "") for cell in next(rows, ())]
        if any(_COD_CODE.match(name.strip()) for name in head):
            for number, cells in enumerate(rows, start=2):
                yield number, dict(zip(head, cells, strict=False))


def tsv(path: Path) -> Iterator[Row]:
    """Places in the columns of the project's own table."""
    for line, row in _table(path, "\t", COLUMNS):
        if None in row or None in row.values() or not row["place_id"]:
            yield Row(line, refused="the wrong number of columns, or no id")
            continue
        try:
            lat, lon, radius = (_number(row[c]) for c in ("lat", "lon", "radius_km"))
        except ValueError:
            yield Row(line, refused="no number")
            continue
        yield Row(line, Place(row["place_id"], row["name_ar"], words(row["variants_ar"]), row["kind"],
                              row["country"] or None, lat, lon, radius or typical_radius(row["kind"]), "tsv",
                              row["name_en"] or None, None, words(row["within_ar"]), None, row.get("pcode") or None,
                              row["ambiguous"] == "1"))


def _country(code: str) -> str | None:
    """The three-letter code of a two-letter one."""
    if gazetteer().country_name(code):
        return code
    from sijill.grounding.geonames import alpha3

    return alpha3(code) if len(code) == 2 else None
