"""Which events have a place within some kilometres of a point: by PostGIS and its index where it is there.

Elsewhere, and on SQLite, by latitude and longitude; distances are those on the sphere in both.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, text
from sqlalchemy.exc import DatabaseError

from sijill.grounding.places import EARTH_KM, KM_PER_DEGREE, distance_km
from sijill.store.linked_tables import event_places

INDEX = "ix_event_places_point"
"""The index of points, on an expression: the table is that of every other database."""
_POINT = "geography(ST_MakePoint(lon, lat))"
_POSTGIS_KM = 6371.0087714150598
"""The radius of PostGIS's sphere."""
Near = tuple[float, float, float]
"""Degrees north and east, and kilometres."""


def near_condition(connection: Connection, event_id: ColumnElement[Any], near: Near) -> ColumnElement[bool]:
    """Whether an event has a place within a radius; a generous box where the database computes no distances."""
    if has_postgis(connection):
        return event_id.in_(_within(*near))
    return event_id.in_(_boxed(*near).with_only_columns(event_places.c.event_id))


def near_check(connection: Connection, near: Near) -> Callable[[str], bool] | None:
    """Whether an event that meets `near_condition` really is near; None where that is sure already."""
    if has_postgis(connection):
        return None
    lat, lon, radius_km = near
    inside = frozenset(row.event_id for row in connection.execute(_boxed(lat, lon, radius_km))
                       if row.lon is not None and distance_km(lat, lon, row.lat, row.lon) <= radius_km)
    return inside.__contains__


def _within(lat: float, lon: float, radius_km: float) -> Select[Any]:
    place = event_places.c
    here = func.geography(func.ST_MakePoint(lon, lat))
    there = func.geography(func.ST_MakePoint(place.lon, place.lat))
    # on the sphere, of the size that Sijill's is
    return select(place.event_id).where(
        func.ST_DWithin(there, here, radius_km * 1000 * _POSTGIS_KM / EARTH_KM, False))


def _boxed(lat: float, lon: float, radius_km: float) -> Select[Any]:
    """The places in the box around a circle; distances in degrees are generous, so that none is missed."""
    place = event_places.c
    high = radius_km / KM_PER_DEGREE * 1.02 + 1e-9
    query = select(place.event_id, place.lat, place.lon).where(place.lat.between(lat - high, lat + high))
    north = min(89.9, abs(lat) + high)
    wide = high / math.cos(math.radians(north))
    if wide < 180 and abs(lon) + wide <= 180:
        query = query.where(place.lon.between(lon - wide, lon + wide))
    return query


def has_postgis(connection: Connection) -> bool:
    """Whether the record is in a database that computes distances itself."""
    return (connection.dialect.name == "postgresql"
            and connection.execute(text(f"SELECT to_regclass('{INDEX}')")).scalar() is not None)


def index_points(connection: Connection) -> None:
    """Index the points of a PostgreSQL record by PostGIS, which is installed if it may be; else do without."""
    if has_postgis(connection):
        return
    try:
        with connection.begin_nested():
            connection.execute(text("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public"))
            connection.execute(text(f"CREATE INDEX {INDEX} ON event_places USING gist ({_POINT})"))
    except DatabaseError:
        # not on this server, or not ours to install
        return
