"""JSON Lines and GeoJSON of rows, and the side file that says why each cell is what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sijill.exports.codings import Coding
from sijill.exports.rows import Row, plain

# ends of lines to some readers, though not to JSON
_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}


def dumped(value: Any) -> str:
    """JSON on one line, whatever it is read by."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for mark, escape in _ENDS.items():
        if mark in text:
            text = text.replace(mark, escape)
    return text


def write_jsonl(rows: Iterable[Row], coding: Coding, out: BinaryIO) -> int:
    """One JSON object a row, null where not known; how many were written."""
    count = 0
    for row in rows:
        out.write(dumped(_properties(row)).encode() + b"\n")
        count += 1
    return count


def write_geojson(rows: Iterable[Row], coding: Coding, out: BinaryIO) -> int:
    """A FeatureCollection (RFC 7946): points as [longitude, latitude], null where a row has none."""
    return write_array(map(_feature, rows), '{"type": "FeatureCollection", "features": ', "}", out)


def _feature(row: Row) -> dict[str, Any]:
    point = row.point
    return {"type": "Feature", "id": row.id,
            "geometry": None if point is None else {"type": "Point", "coordinates": list(point)},
            "properties": _properties(row)}


def _properties(row: Row) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.values.items()}


def with_why(rows: Iterable[Row], out: BinaryIO) -> Iterator[Row]:
    """The rows, each of which is also explained as one JSON object a line in a side file."""
    for row in rows:
        out.write(dumped(row.explained()).encode() + b"\n")
        yield row


def write_array(items: Iterable[Any], head: str, tail: str, out: BinaryIO) -> int:
    """Items as a JSON array between what stands before and behind it; how many were written."""
    out.write(head.encode() + b"[")
    count = 0
    for item in items:
        out.write((b",\n" if count else b"\n") + dumped(item).encode())
        count += 1
    out.write(b"\n]" + tail.encode() + b"\n")
    return count
