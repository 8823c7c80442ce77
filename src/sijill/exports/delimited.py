"""CSV and HXL: tables that no spreadsheet runs as formulas, and that are read back as they were written."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from sijill.errors import InputError
from sijill.exports.codings import Coding
from sijill.exports.columns import Column
from sijill.exports.rows import Row, Value

BOM = "\ufeff"
LIST_MARK = " | "

# what a spreadsheet may run: a sign, wide ones too, also behind white space, quotes and marks that are not seen
_UNSEEN = r"\s\"'\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f"
_FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n\x00]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = re.compile(r"(?:[^\\|]|\\.)+", re.DOTALL)
_FALSE, _TRUE = "false", "true"


def guarded(text: str) -> str:
    """A cell of text with an apostrophe before it where a spreadsheet would run it; `unguarded` takes it off."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a guarded cell stands for."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def joined(values: Iterable[str]) -> str:
    """A list in one cell, parted by " | "; strokes and backslashes inside stand behind a backslash."""
    return LIST_MARK.join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def parted(cell: str) -> tuple[str, ...]:
    """The list that a cell holds."""
    found = _PARTS.findall(cell)
    last = len(found) - 1
    # the mark's own spaces are not the values'
    cut = [part[n > 0:len(part) - (n < last)] for n, part in enumerate(found)]
    return tuple(_ESCAPED.sub(r"\1", part) for part in cut)


def cell(value: Value) -> str:
    """What stands in a cell: nothing where not known, numbers bare, text guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return guarded(joined(value) if isinstance(value, tuple) else value)


def write_csv(rows: Iterable[Row], coding: Coding, out: BinaryIO, *, bom: bool = False) -> int:
    """Rows as CSV in UTF-8 with one line of names; how many were written."""
    return _write(rows, coding, out, [[column.name for column in coding.columns]], bom)


def write_hxl(rows: Iterable[Row], coding: Coding, out: BinaryIO, *, bom: bool = False) -> int:
    """Rows as CSV with a second line of HXL hashtags; how many were written."""
    return _write(rows, coding, out, [[c.name for c in coding.columns], [c.hxl for c in coding.columns]], bom)


def _write(rows: Iterable[Row], coding: Coding, out: BinaryIO, heads: list[list[str]], bom: bool) -> int:
    stream = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        if bom:
            stream.write(BOM)
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerows(heads)
        count = 0
        for row in rows:
            table.writerow([cell(row.values[column.name]) for column in coding.columns])
            count += 1
        return count
    finally:
        stream.detach()


def read_csv(stream: BinaryIO, coding: Coding) -> Iterator[dict[str, Value]]:
    """The rows of a CSV or HXL file that `write_csv` or `write_hxl` made; InputError if it is none."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        lines = csv.reader(text)
        head = next(lines, [])
        if head != [column.name for column in coding.columns]:
            raise InputError(f"the first line has not the columns of {coding.name}",
                             next_step="Name the coding that the file was exported with")
        tags = [column.hxl for column in coding.columns]
        for number, line in enumerate(lines):
            if number == 0 and line == tags:
                continue
            try:
                yield {column.name: _read(column, found) for column, found in zip(coding.columns, line, strict=True)}
            except ValueError as error:
                raise InputError(f"a row is not of its form: {error}", where=f"row {number + 1}",
                                 next_step="Export it again") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"this is no table in UTF-8: {error}", next_step="Export it again") from error
    finally:
        text.detach()


def _read(column: Column, found: str) -> Value:
    return _READERS[column.type](found) if found else None


_READERS: dict[str, Callable[[str], Value]] = {
    "string": unguarded,
    "list": lambda found: parted(unguarded(found)),
    "integer": int,
    "number": float,
    "boolean": lambda found: found == _TRUE,
    "date": dt.date.fromisoformat,
}
