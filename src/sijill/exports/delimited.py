"""CSV and HXL: tables that no spreadsheet runs as formulas, and that lose nothing of what is written."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

from sijill.exports.codings import Coding
from sijill.exports.rows import Row, Value

BOM = "\ufeff"
LIST_MARK = " | "

# what a spreadsheet may run: a sign, wide ones too, or a break, also behind spaces, quotes and marks that are not seen
_UNSEEN = r"\s\"'\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f"
_FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\t\r\n\x00]")


def guarded(text: str) -> str:
    """A cell of text with an apostrophe before it where a spreadsheet would run it.

    What stands behind the apostrophe is the text wherever it would be guarded itself.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def joined(values: Iterable[str]) -> str:
    """A list in one cell, parted by " | "; strokes and backslashes inside stand behind a backslash."""
    return LIST_MARK.join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def cell(value: Value) -> str:
    """What stands in a cell: nothing where not known, numbers bare, text guarded."""
    if value is None:
        return ""
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
