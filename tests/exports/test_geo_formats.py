"""GeoJSON and GeoParquet: points where rows have them, read by geopandas and pyarrow."""

import io
import json

import geopandas
import pytest
from hypothesis import given, settings
from pyarrow import parquet
from tests.linked_events import claim, event, killed, place, some_events

from sijill.exports.codings import coding, codings
from sijill.exports.geoparquet import write_geoparquet
from sijill.exports.jsontext import write_geojson, write_jsonl
from sijill.exports.rows import plain
from sijill.ledger import LinkedEvent

SAMPLE = [event(tolls=[killed(3)]), event([claim(2)], id="e2", places=[place(lat=None, lon=None, precision=None)]),
          event([claim(3)], id="e3", places=[place("تل", "x", lat=35.0, lon=-3.5)])]


@pytest.mark.parametrize("name", list(codings()))
@settings(max_examples=25, deadline=None)
@given(events=some_events)
def test_json_lines_come_back(name: str, events: tuple[LinkedEvent, ...]) -> None:
    """Rows of any events are read back from JSON Lines, one a line for every reader of lines."""
    rows = list(coding(name).rows(events))
    out = io.BytesIO()
    assert write_jsonl(rows, coding(name), out) == len(rows)
    lines = out.getvalue().decode().splitlines()
    assert [json.loads(line) for line in lines] == [{k: plain(v) for k, v in row.values.items()} for row in rows]


def test_geojson_has_points_in_its_order() -> None:
    """A feature's coordinates are longitude, then latitude; a row without a point has a null geometry."""
    out = io.BytesIO()
    rows = list(coding("sijill").rows(SAMPLE))
    write_geojson(rows, coding("sijill"), out)
    found = json.loads(out.getvalue())
    assert found["type"] == "FeatureCollection" and "crs" not in found
    assert [f["geometry"] and f["geometry"]["coordinates"] for f in found["features"]] == [
        [40.753, 36.486], None, [-3.5, 35.0]]
    assert [f["id"] for f in found["features"]] == ["e1", "e2", "e3"]


@pytest.mark.parametrize("name", list(codings()))
def test_geopandas_reads_geojson(name: str) -> None:
    """geopandas opens the features of every coding with their columns."""
    out = io.BytesIO()
    count = write_geojson(coding(name).rows(SAMPLE), coding(name), out)
    out.seek(0)
    if count:
        frame = geopandas.read_file(out)
        assert len(frame) == count and frame.crs == "EPSG:4326"


@pytest.mark.parametrize("name", list(codings()))
def test_geopandas_reads_geoparquet(name: str) -> None:
    """geopandas opens GeoParquet with its points, and reads a box by the boxes of the rows."""
    rows = list(coding(name).rows(SAMPLE))
    out = io.BytesIO()
    assert write_geoparquet(rows, coding(name), out) == len(rows)
    frame = geopandas.read_parquet(io.BytesIO(out.getvalue()))
    assert len(frame) == len(rows) and frame.crs == "OGC:CRS84"
    points = [None if p is None else (p.x, p.y) for p in frame.geometry]
    assert points == [row.point for row in rows]
    inside = geopandas.read_parquet(io.BytesIO(out.getvalue()), bbox=(40, 36, 41, 37))
    assert len(inside) == sum(row.point == (40.753, 36.486) for row in rows)


def test_metadata_are_those_of_geoparquet() -> None:
    """The file names its version, column, encoding, bounds and its rows' boxes; days and lists keep their types."""
    out = io.BytesIO()
    write_geoparquet(coding("sijill").rows(SAMPLE), coding("sijill"), out)
    file = parquet.ParquetFile(io.BytesIO(out.getvalue()))
    geo = json.loads(file.metadata.metadata[b"geo"])
    column = geo["columns"]["geometry"]
    assert (geo["version"], geo["primary_column"], column["encoding"]) == ("1.1.0", "geometry", "WKB")
    assert column["bbox"] == [-3.5, 35.0, 40.753, 36.486] and column["geometry_types"] == ["Point"]
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert str(file.schema_arrow.field("earliest").type) == "date32[day]"
    assert str(file.schema_arrow.field("actor1").type).startswith("list<")
    assert file.read().column("killed").to_pylist()[1] is None


@settings(max_examples=15, deadline=None)
@given(events=some_events)
def test_geoparquet_comes_back(events: tuple[LinkedEvent, ...]) -> None:
    """Rows of any events are read back from GeoParquet as they were."""
    rows = list(coding("sijill").rows(events))
    out = io.BytesIO()
    write_geoparquet(rows, coding("sijill"), out)
    read = parquet.read_table(io.BytesIO(out.getvalue())).to_pylist()
    names = [column.name for column in coding("sijill").columns]
    assert [{k: row[k] for k in names} for row in read] == [
        {k: list(v) if isinstance(v, tuple) else v for k, v in row.values.items()} for row in rows]
