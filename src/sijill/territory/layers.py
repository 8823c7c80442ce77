"""Estimates as map layers: GeoJSON and GeoParquet, one point a place and day."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sijill.errors import InputError
from sijill.territory.estimate import Estimate
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.rows import estimate_row

_POINT = 1


def geojson(estimates: Sequence[Estimate]) -> dict[str, Any]:
    """The estimates as a feature collection; a place without a known point has no geometry."""
    features = []
    for one in estimates:
        row = estimate_row(one)
        lat, lon = row.pop("lat"), row.pop("lon")
        features.append({"type": "Feature", "properties": row,
                         "geometry": None if lat is None else {"type": "Point", "coordinates": [lon, lat]}})
    return {"type": "FeatureCollection", "features": features}


def write_geoparquet(estimates: Sequence[Estimate], path: Path) -> None:
    """Write the estimates as GeoParquet 1.1 (points in WKB); InputError without the extra `analysis`."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError("GeoParquet needs pyarrow", next_step="pip install 'sijill[analysis]'") from error
    points = [None if e.spot.lat is None or e.spot.lon is None
              else struct.pack("<BIdd", 1, _POINT, e.spot.lon, e.spot.lat) for e in estimates]
    columns = {
        "place": pa.array([e.spot.label for e in estimates], pa.string()),
        "place_id": pa.array([e.spot.id for e in estimates], pa.string()),
        "country": pa.array([e.spot.country for e in estimates], pa.string()),
        "date": pa.array([e.day for e in estimates], pa.date32()),
        "mode": pa.array([e.mode for e in estimates], pa.string()),
        "holder": pa.array([e.holder for e in estimates], pa.string()),
        "probability": pa.array([e.probability[e.holder] for e in estimates], pa.float64()),
        "contested": pa.array([e.probability[CONTESTED] for e in estimates], pa.float64()),
        "unknown": pa.array([e.probability[UNKNOWN] for e in estimates], pa.float64()),
        "probabilities": pa.array([json.dumps(e.probability) for e in estimates], pa.string()),
        "geometry": pa.array(points, pa.binary()),
    }
    known = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": {
        "encoding": "WKB", "geometry_types": ["Point"], "crs": None}}}
    # without `crs` a reader takes longitude and latitude on WGS 84, which is what these are
    del known["columns"]["geometry"]["crs"]  # type: ignore[index]
    table = pa.table(columns).replace_schema_metadata({"geo": json.dumps(known)})
    pq.write_table(table, path)
