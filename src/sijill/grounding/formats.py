"""The formats that gazetteers come in, row by row: GeoNames, Who's On First, OCHA COD-AB, TSV."""

from __future__ import annotations

import csv
import functools
import io
import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sijill.errors import DataError
from sijill.extract.tables.gazetteer import gazetteer
from sijill.grounding.geonames import country_codes
from sijill.grounding.names import in_arabic
from sijill.grounding.places import Place, settings, settlement_kind, typical_radius
from sijill.grounding.tables import COLUMNS, own_places
from sijill.replacing import replace
from sijill.resources import table, words

_WOF = ("id", "name", "placetype", "lat", "lon", "ar", "ar_variants")
_COD_AR, _COD_EN, _COD_CODE = re.compile(r"^adm(?:in)?(\d)_?(?:name)?_?ar$", re.I), re.compile(
    r"^adm(?:in)?(\d)_?(?:name)?_?en$", re.I), re.compile(r"^adm(?:in)?(\d)_?p_?code$", re.I)
# newer tables number the names of a level, and say in columns lang, lang1, lang2 which language each number is
_COD_NUMBERED = re.compile(r"^adm(?:in)?(\d)_?name_?(\d?)$", re.I)
_COD_LANGUAGE = ("lang{}", "language{}", "lang_{}", "language_{}")
_UNREADABLE = (OSError, UnicodeDecodeError, csv.Error, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
_MOST_PEOPLE = 1e10
EXPECTED = {
    "geonames": "no header, and the 19 columns of GeoNames' dumps: geonameid, name, asciiname, alternatenames, "
                "latitude, longitude, feature class, feature code, country code and so on",
    "whosonfirst": "a header with the tab-separated columns " + ", ".join(_WOF),
    "cod-ab": "a header with the columns admin1Pcode, admin1Name_ar (and so on for each level), or adm1_pcode, "
              "adm1_name and lang",
    "tsv": "a header with the tab-separated columns " + ", ".join(COLUMNS),
}
"""What a file of each format begins with."""
_NO_CODES = "no column of p-codes"
_COD_KINDS = ("country", "governorate", "district", "subdistrict", "village")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a dump: its line, and the place, or why there is none.

    Line 0 stands for the file as a whole; `more`: the line has given a row already.
    """

    line: int
    place: Place | None = None
    refused: str | None = None
    more: bool = False


def _number(cell: object) -> float | None:
    text = str(cell or "").strip()
    number = float(text) if text else None
    if number is not None and not math.isfinite(number):
        raise ValueError("not finite")
    return number


def _people(cell: object) -> int | None:
    number = _number(cell)
    if number is not None and number >= _MOST_PEOPLE:
        raise ValueError("no number of people")
    return int(number) if number and number > 0 else None


def _split(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(n.strip() for n in names if in_arabic(n) and n.strip()))


def _table(path: Path, delimiter: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their lines; where the header is wrong, line 0 and the reason under ""."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            plain = delimiter == "\t"
            rows = csv.DictReader(stream, delimiter=delimiter,
                                  quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL)
            head = [name.strip() for name in rows.fieldnames or ()]
            rows.fieldnames = head
            missing = [c for c in columns if c not in head]
            if not head:
                yield 0, {"": "the file is empty"}
            elif missing:
                yield 0, {"": f"columns are missing: {', '.join(missing)}"}
            else:
                for row in rows:
                    yield rows.line_num, row
    except _UNREADABLE as error:
        raise _unreadable(error, path) from error


def _unreadable(error: Exception, path: Path) -> DataError:
    if isinstance(error, UnicodeDecodeError):
        return DataError("the file is not UTF-8, or it is damaged", where=str(path),
                         next_step="Save it as UTF-8, or download it again")
    return DataError(f"the file cannot be read: {error}", where=str(path),
                     next_step="Check its permissions, or download it again")


def whosonfirst(path: Path) -> Iterator[Row]:
    """Places of Who's On First in one table; alternative names and parents, deprecated ones refused."""
    kinds = settings()["wof"]
    for line, row in _table(path, "\t", _WOF):
        if line == 0:
            yield Row(line, refused=row[""])
            continue
        kind = kinds.get(row["placetype"])
        names = _split([row["ar"] or "", *words(row["ar_variants"] or ""), *words(row.get("en_variants") or "")])
        if kind is None:
            yield Row(line, refused="a placetype that is no place")
        elif row.get("deprecated") or row.get("superseded"):
            yield Row(line, refused="deprecated or superseded")
        elif not row["id"]:
            yield Row(line, refused="no id")
        elif not names:
            yield Row(line, refused="no Arabic name")
        else:
            try:
                lat, lon, people = _number(row["lat"]), _number(row["lon"]), _people(row.get("population"))
            except ValueError:
                yield Row(line, refused="no number")
                continue
            if kind == "village" and people:
                kind = settlement_kind(people)
            yield Row(line, Place(
                f"wof:{row['id']}", names[0], tuple(names[1:]), kind, country_code(path.stem), lat, lon,
                typical_radius(kind), "whosonfirst", row.get("en") or row["name"] or None,
                people, (), f"wof:{row['parent']}" if row.get("parent") else None))


def geonames(path: Path) -> Iterator[Row]:
    """Places of a GeoNames country dump (19 columns); a file alternateNames beside it gives more Arabic names."""
    more = _alternate_names(path)
    try:
        with _opened(path) as stream:
            for line, text in enumerate(stream, start=1):
                if text.strip():
                    yield _geoname(line, text.rstrip("\n").split("\t"), more)
    except _UNREADABLE as error:
        raise _unreadable(error, path) from error


def _geoname(line: int, cells: Sequence[str], more: Mapping[str, Sequence[str]]) -> Row:
    if len(cells) < 15:
        return Row(line, refused="fewer than 15 columns")
    kind = _feature(cells[6], cells[7])
    names = _split([*more.get(cells[0], ()), *cells[3].split(",")])
    if kind is None:
        return Row(line, refused="a feature that is no place of reports")
    if not names:
        return Row(line, refused="no Arabic name")
    try:
        lat, lon, people = _number(cells[4]), _number(cells[5]), _people(cells[14])
    except ValueError:
        return Row(line, refused="no number")
    if kind == "village" and people:
        kind = settlement_kind(people)
    return Row(line, Place(f"geonames:{cells[0]}", names[0], tuple(names[1:]), kind, country_code(cells[8]), lat, lon,
                           typical_radius(kind), "geonames", cells[1] or None, people))


def _feature(group: str, code: str) -> str | None:
    known: dict[str, str] = settings()["features"]
    return known.get(code) or known.get(group)


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".zip":
        archive = zipfile.ZipFile(path)
        name = f"{path.stem}.txt"
        if name not in archive.namelist():
            raise DataError(f"the archive holds no {name}", where=str(path),
                            next_step="Give a country dump of GeoNames, such as SY.zip")
        return io.TextIOWrapper(archive.open(name), encoding="utf-8-sig")
    return path.open(encoding="utf-8-sig")


def is_alternate_names(path: Path) -> bool:
    """Whether a file of GeoNames gives more names of places, and no places."""
    return path.name.lower().startswith("alternatenames")


def _alternate_names(path: Path) -> dict[str, list[str]]:
    """Arabic names by GeoNames id from alternateNames(V2).txt, or one named after the dump, in the same folder."""
    out: dict[str, list[str]] = {}
    for name in (f"alternatenames-{path.stem}.txt", "alternateNamesV2.txt", "alternateNames.txt"):
        beside = path.parent / name
        if beside.exists() and beside != path:
            try:
                with beside.open(encoding="utf-8-sig") as stream:
                    for text in stream:
                        cells = text.rstrip("\n").split("\t")
                        if len(cells) > 3 and cells[2] in ("ar", "") and in_arabic(cells[3]):
                            out.setdefault(cells[1], []).append(cells[3])
            except _UNREADABLE as error:
                raise _unreadable(error, beside) from error
            break
    return out


def cod_ab(path: Path) -> Iterator[Row]:
    """Administrative divisions of OCHA COD-AB tables (CSV, XLSX) with p-codes; each level of a row is one place."""
    for line, row in _spreadsheet(path):
        if line == 0:
            yield Row(line, refused=row[""])
            continue
        more = False
        for one in _divisions(line, {str(k).strip(): "" if v is None else str(v).strip() for k, v in row.items()}):
            yield replace(one, more=more)
            more = True


def _divisions(line: int, cells: dict[str, str]) -> Iterator[Row]:
    """The places of one row, the deepest first: it alone has the point."""
    arabic, english, codes = (_levels(cells, one) for one in (_COD_AR, _COD_EN, _COD_CODE))
    arabic, english = _numbered(cells, "ar") | arabic, _numbered(cells, "en") | english
    levels = [level for level in sorted(codes, reverse=True) if level]
    if not levels or not any(level in arabic for level in levels):
        yield Row(line, refused="no p-code or no Arabic name")
        return
    for level in levels:
        code, name = codes[level], arabic.get(level)
        deepest = level == levels[0]
        if not name:
            if deepest:
                yield Row(line, refused="no Arabic name")
            continue
        kind = _COD_KINDS[min(level, len(_COD_KINDS) - 1)]
        try:
            lat, lon = _center(cells) if deepest else (None, None)
        except ValueError:
            yield Row(line, refused="no number")
            continue
        parents = [arabic[n] for n in sorted(arabic, reverse=True) if 0 < n < level]
        up = next((codes[n] for n in levels if n < level), codes.get(0))
        yield Row(line, Place(f"cod:{code}", name, (), kind, country_code(code[:2]), lat, lon,
                              typical_radius(kind) if lat is not None else None, "cod-ab", english.get(level),
                              None, tuple(parents), f"cod:{up}" if up else None, code))


def _numbered(cells: dict[str, str], language: str) -> dict[int, str]:
    """Names in a language from columns such as adm1_name1: the column lang1 says which; without it, the letters."""
    lower = {name.lower(): value for name, value in cells.items()}
    out: dict[int, str] = {}
    for column, value in cells.items():
        match = _COD_NUMBERED.match(column)
        if match is None or not value:
            continue
        written = "ar" if in_arabic(value) else "en"
        told = next((lower[c] for c in (one.format(match.group(2)) for one in _COD_LANGUAGE) if lower.get(c)), written)
        if told.lower()[:2] == language == written:
            out.setdefault(int(match.group(1)), value)
    return out


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
        coded = False
        for line, row in _table(path, ",", ()):
            if line and not coded and not any(_COD_CODE.match(str(name).strip()) for name in row):
                yield 0, {"": _NO_CODES}
                return
            coded = True
            yield line, row
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
    coded = False
    try:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True)
            head = [str(cell or "") for cell in next(rows, ())]
            if any(_COD_CODE.match(name.strip()) for name in head):
                coded = True
                for number, cells in enumerate(rows, start=2):
                    if any(cell is not None for cell in cells):
                        yield number, dict(zip(head, cells, strict=False))
    except Exception as error:
        raise _unreadable(error, path) from error
    if not coded:
        yield 0, {"": _NO_CODES}


def tsv(path: Path) -> Iterator[Row]:
    """Places in the columns of the project's own table."""
    for line, row in _table(path, "\t", COLUMNS):
        if line == 0:
            yield Row(line, refused=row[""])
            continue
        if None in row or None in row.values() or not row["place_id"]:
            yield Row(line, refused="the wrong number of columns, or no id")
            continue
        country = country_code(row["country"])
        if row["kind"] not in _kinds():
            yield Row(line, refused=f"no such kind: {row['kind'] or 'none'}")
            continue
        if row["country"].strip() and country is None:
            yield Row(line, refused=f"no such country: {row['country']}")
            continue
        try:
            lat, lon, radius = (_number(row[c]) for c in ("lat", "lon", "radius_km"))
        except ValueError:
            yield Row(line, refused="no number")
            continue
        yield Row(line, Place(row["place_id"], row["name_ar"], words(row["variants_ar"]), row["kind"],
                              country, lat, lon, radius or typical_radius(row["kind"]), "tsv",
                              row["name_en"] or None, None, words(row["within_ar"]), None, row.get("pcode") or None,
                              row["ambiguous"] == "1"))


@functools.cache
def _kinds() -> frozenset[str]:
    """The kinds of places: those that rules and tables of the package know."""
    found = settings()
    told = (row["value"] for row in table("place_words.tsv", ("class", "value"))
            if row["class"] in ("admin", "facility"))
    return frozenset({*(kind for kinds in found["classes"].values() for kind in kinds), *found["radius_km"],
                      *found["features"].values(), *found["wof"].values(), *told, *(p.kind for p in own_places())})


def country_code(code: str) -> str | None:
    """The three-letter code of a country from one of two or three letters in any case; None if there is none."""
    code, known = code.strip().upper(), country_codes()
    if code in known:
        return known[code]
    return code if gazetteer().country_name(code) or code in known.values() else None
