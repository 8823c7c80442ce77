"""Layers: GeoJSON and GeoParquet."""

import json
import pathlib
import struct

import pyarrow.parquet as pq
import pytest
from tests.territory_claims import ONE, TWO, after, claim, model, place

from sijill.territory.estimate import Estimate, Territory
from sijill.territory.layers import geojson, write_geoparquet


def found() -> list[Estimate]:
    told = [claim("holds", (ONE,)), claim("holds", (TWO,), place=place("بلا نقطة", None))]
    return list(Territory(told, model()).estimates([after(1)]))


def test_geojson_has_longitude_first_and_null_without_a_point() -> None:
    """Coordinates are longitude and latitude; a place whose point is not known keeps its row without a geometry."""
    one, other = json.loads(json.dumps(geojson(found())))["features"]
    assert one["geometry"] == {"type": "Point", "coordinates": [44.0, 15.0]} and other["geometry"] is None
    assert one["properties"]["holder"] == ONE and "lat" not in one["properties"]


def test_geoparquet_is_read_back(tmp_path: pathlib.Path) -> None:
    """The file says that it is GeoParquet, its points are WKB, its numbers those of the estimates."""
    path = tmp_path / "control.parquet"
    write_geoparquet(found(), path)
    table = pq.read_table(path)
    geo = json.loads(table.schema.metadata[b"geo"])
    assert geo["primary_column"] == "geometry" and geo["columns"]["geometry"]["encoding"] == "WKB"
    assert "crs" not in geo["columns"]["geometry"]
    first, second = table.to_pylist()
    assert struct.unpack("<BIdd", first["geometry"]) == (1, 1, 44.0, 15.0) and second["geometry"] is None
    assert first["holder"] == ONE and second["holder"] == TWO
    assert sum(json.loads(first["probabilities"]).values()) == pytest.approx(1, abs=1e-3)
