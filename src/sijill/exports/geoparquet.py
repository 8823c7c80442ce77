"""GeoParquet 1.1: rows as columns with a point as WKB and its box, written in groups as they come."""

from __future__ import annotations

import itertools
import json
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from sijill.errors import InputError
from sijill.exports.codings import Coding
from sijill.exports.rows import Row

GEOMETRY, BOX = "geometry", "bbox"
_GROUP = 8192
_POINT = struct.Struct("<BIdd")
_EDGES = ("xmin", "ymin", "xmax", "ymax")


def wkb(lon: float, lat: float) -> bytes:
    """A point as well-known binary, little-endian."""
    return _POINT.pack(1, 1, lon, lat)


def write_geoparquet(rows: Iterable[Row], coding: Coding, out: BinaryIO) -> int:
    """Rows as GeoParquet (OGC:CRS84); a row without a point has a null geometry; how many were written."""
    arrow, parquet = _pyarrow()
    schema = _schema(coding, arrow)
    bounds: list[float] | None = None
    count = 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(rows):
            points = [row.point for row in group]
            bounds = _wider(bounds, points)
            writer.write_table(arrow.Table.from_arrays(list(_arrays(group, points, coding, schema, arrow)),
                                                       schema=schema))
            count += len(group)
        # the whole's bounds are known only now
        writer.add_key_value_metadata({"geo": json.dumps(metadata(bounds))})
    return count


def metadata(bounds: Sequence[float] | None) -> dict[str, Any]:
    """The metadata under `geo`; `bounds` are west, south, east, north in degrees, None without any point."""
    covering = {edge: [BOX, edge] for edge in _EDGES}
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"] if bounds else [],
                              "covering": {BOX: covering}}
    if bounds:
        column["bbox"] = list(bounds)
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError("GeoParquet needs the package pyarrow",
                         next_step="Install it with: pip install 'sijill[exports]'") from error
    return pyarrow, parquet


def _schema(coding: Coding, arrow: Any) -> Any:
    types = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "date": arrow.date32(),
             "list": arrow.list_(arrow.string())}
    fields = [arrow.field(c.name, types[c.type], metadata={"description": c.description}) for c in coding.columns]
    box = arrow.struct([arrow.field(edge, arrow.float64(), nullable=False) for edge in _EDGES])
    return arrow.schema([*fields, arrow.field(BOX, box), arrow.field(GEOMETRY, arrow.binary())])


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    walk = iter(rows)
    while group := list(itertools.islice(walk, _GROUP)):
        yield group


def _arrays(group: Sequence[Row], points: Sequence[tuple[float, float] | None], coding: Coding, schema: Any,
            arrow: Any) -> Iterator[Any]:
    for column in coding.columns:
        values = [row.values[column.name] for row in group]
        yield arrow.array([list(v) if isinstance(v, tuple) else v for v in values], type=schema.field(column.name).type)
    boxes = [None if p is None else dict(zip(_EDGES, (*p, *p), strict=True)) for p in points]
    yield arrow.array(boxes, type=schema.field(BOX).type)
    yield arrow.array([None if p is None else wkb(*p) for p in points], type=arrow.binary())


def _wider(bounds: list[float] | None, points: Sequence[tuple[float, float] | None]) -> list[float] | None:
    for point in points:
        if point is not None:
            lon, lat = point
            west, south, east, north = bounds or (lon, lat, lon, lat)
            bounds = [min(west, lon), min(south, lat), max(east, lon), max(north, lat)]
    return bounds
