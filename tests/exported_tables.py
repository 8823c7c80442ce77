"""Reads back what exports write as CSV or HXL, by what the reference says of them."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from sijill.exports.codings import Coding
from sijill.exports.delimited import guarded
from sijill.exports.rows import Value


def unguarded(cell: str) -> str:
    """The text that a guarded cell stands for."""
    return cell[1:] if guarded(cell[1:]) == cell else cell


def parted(cell: str) -> tuple[str, ...]:
    """The list that a cell holds."""
    found = re.findall(r"(?:[^\\|]|\\.)+", cell, re.DOTALL)
    # the spaces around a stroke are not the values'
    cut = [part[n > 0:len(part) - (n < len(found) - 1)] for n, part in enumerate(found)]
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in cut)


READERS: dict[str, Callable[[str], Value]] = {
    "string": unguarded, "list": lambda cell: parted(unguarded(cell)), "integer": int, "number": float,
    "date": dt.date.fromisoformat}


def read_csv(stream: BinaryIO, coding: Coding) -> Iterator[dict[str, Value]]:
    """The rows of a file in a coding; its first line must have the columns' names."""
    lines = csv.reader(io.TextIOWrapper(stream, encoding="utf-8-sig", newline=""))
    assert next(lines) == [column.name for column in coding.columns]
    for number, line in enumerate(lines):
        if number or line != [column.hxl for column in coding.columns]:
            yield {column.name: READERS[column.type](cell) if cell else None
                   for column, cell in zip(coding.columns, line, strict=True)}
