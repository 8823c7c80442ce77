"""The gazetteer file: places in SQLite with their names' keys and an R-tree of their points."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sijill.errors import DataError
from sijill.grounding.names import name_keys
from sijill.grounding.places import Place

APPLICATION_ID = 0x53494A50
VERSION = 1
CORE = "+"
"""Begins the keys of names without the kind word that is part of them."""
_CORE_LETTERS = 3
_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""
_MAKE_AGAIN = "Delete it and make it again with: sijill places import FORMAT PATH --places FILE"
# of a damaged schema Python may not even decode what SQLite says
_FAULTS = (sqlite3.Error, UnicodeDecodeError)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NOT_ALLOWED = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH,
                          sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
MAGIC = b"SQLite format 3\x00"
_COLUMNS = ("id, name, names, kind, country, lat, lon, radius_km, source, name_en, population, within, parent, pcode, "
            "ambiguous")
_TABLES = f"""
CREATE TABLE IF NOT EXISTS places (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    names TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, lat REAL, lon REAL, radius_km REAL,
    source TEXT NOT NULL, name_en TEXT, population INTEGER, within TEXT NOT NULL, parent TEXT,
    pcode TEXT, ambiguous INTEGER NOT NULL,
    CHECK ((lat IS NULL) = (lon IS NULL)), CHECK (NOT (lat = 0 AND lon = 0)));
CREATE TABLE IF NOT EXISTS names (key TEXT NOT NULL, skeleton TEXT NOT NULL, place INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS names_key ON names (key);
CREATE INDEX IF NOT EXISTS names_skeleton ON names (skeleton);
CREATE INDEX IF NOT EXISTS names_place ON names (place);
CREATE VIRTUAL TABLE IF NOT EXISTS points USING rtree (n, south, north, west, east);
PRAGMA user_version={VERSION};
PRAGMA application_id={APPLICATION_ID};
"""


class PlaceFile:
    """A gazetteer in one SQLite file; places with the id of one that is there replace it."""

    def __init__(self, path: Path | None, connection: sqlite3.Connection, mend: str = _MAKE_AGAIN) -> None:
        self.path = path
        self._connection = connection
        self._mend = mend

    @classmethod
    def open(cls, path: Path | None, *, create: bool = False, mend: str = _MAKE_AGAIN) -> PlaceFile:
        """The gazetteer in a file (None: in memory), made if `create`; DataError if the file is not one.

        `mend` is the next step that is told where the file turns out to be damaged.
        """
        if path is not None:
            _check(path, create)
        connection = None
        try:
            connection = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, check_same_thread=False)
            _prepare(connection, path, create)
        except (*_FAULTS, DataError) as error:
            if connection is not None:
                connection.close()
            raise error if isinstance(error, DataError) else _trouble(error, path, mend) from error
        return cls(path, connection, mend)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def add(self, places: Iterable[Place]) -> int:
        """Write places, all or none; how many were written."""
        count = 0
        try:
            with self._connection as connection:
                for place in places:
                    self._write(connection, place)
                    count += 1
        except _FAULTS as error:
            raise _trouble(error, self.path, self._mend) from error
        return count

    def _write(self, connection: sqlite3.Connection, place: Place) -> None:
        known = connection.execute("SELECT n FROM places WHERE id = ?", (place.id,)).fetchone()
        if known:
            for table, column in (("names", "place"), ("points", "n"), ("places", "n")):
                connection.execute(f"DELETE FROM {table} WHERE {column} = ?", known)
        number = connection.execute(
            f"INSERT INTO places ({_COLUMNS}) VALUES ({', '.join('?' * 15)})",
            (place.id, place.name, "|".join(place.names), place.kind, place.country, place.lat, place.lon,
             place.radius_km, place.source, place.name_en, place.population, "|".join(place.within), place.parent,
             place.pcode, int(place.ambiguous))).lastrowid
        keys: dict[str, str] = {}
        for name in (place.name, *place.names):
            found = name_keys(name)
            if found is not None:
                keys.setdefault(found.full, found.skeleton)
                keys.setdefault(found.bare, found.skeleton)
                if found.core not in keys and len(found.core) >= _CORE_LETTERS:
                    # reports leave out the hill or the ruin that a village is named after
                    keys[CORE + found.core] = ""
        connection.executemany("INSERT INTO names VALUES (?, ?, ?)",
                               [(key, skeleton, number) for key, skeleton in keys.items()])
        if place.lat is not None and place.lon is not None:
            connection.execute("INSERT INTO points VALUES (?, ?, ?, ?, ?)",
                               (number, place.lat, place.lat, place.lon, place.lon))

    def named(self, key: str) -> list[Place]:
        """The places that have a name of this key."""
        return self._select("n IN (SELECT place FROM names WHERE key = ?)", key)

    def sounding(self, skeleton: str) -> list[tuple[str, Place]]:
        """Names' keys of this skeleton, with their places."""
        rows = self._rows(
            f"SELECT names.key, {_COLUMNS} FROM names JOIN places ON n = place WHERE skeleton = ? LIMIT 200", skeleton)
        return [(row[0], self._place(row[1:])) for row in rows]

    def get(self, place_id: str) -> Place | None:
        """The place of an id."""
        found = self._select("id = ?", place_id)
        return found[0] if found else None

    def near(self, lat: float, lon: float, degrees: float) -> list[Place]:
        """The places in a square around a point."""
        return self._select("n IN (SELECT n FROM points WHERE south >= ? AND north <= ? AND west >= ? AND east <= ?)",
                            lat - degrees, lat + degrees, lon - degrees, lon + degrees)

    def counts(self) -> list[tuple[str, str, str, int]]:
        """How many places there are of each source, country and kind."""
        return self._rows(
            "SELECT source, coalesce(country, ''), kind, count(*) FROM places GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")

    def all(self) -> Iterator[Place]:
        """Every place, in the order in which they were added."""
        yield from map(self._place, self._rows(f"SELECT {_COLUMNS} FROM places ORDER BY n"))

    def _select(self, where: str, *values: object) -> list[Place]:
        return [self._place(row) for row in self._rows(
            f"SELECT {_COLUMNS} FROM places WHERE {where} ORDER BY n LIMIT 400", *values)]

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except _FAULTS as error:
            raise _trouble(error, self.path, self._mend) from error

    def _place(self, row: tuple[Any, ...]) -> Place:
        (place_id, name, names, kind, country, lat, lon, radius, source, english, population, within, parent, pcode,
         ambiguous) = row
        if not (isinstance(name, str) and isinstance(kind, str) and isinstance(place_id, str)
                and (lat is None or isinstance(lat, float) and isinstance(lon, float))
                and (radius is None or isinstance(radius, float))
                and (population is None or isinstance(population, int))):
            raise DataError("the gazetteer is damaged: a row is not of its form", where=str(self.path),
                            next_step=self._mend)
        return Place(place_id, name, tuple(str(names).split("|")) if names else (), kind, country, lat, lon, radius,
                     source, english, population, tuple(str(within).split("|")) if within else (), parent, pcode,
                     bool(ambiguous))


def _prepare(connection: sqlite3.Connection, path: Path | None, create: bool) -> None:
    """Make the tables of a new file, and check that a file is of this program and version."""
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        if path is not None and not create:
            raise _not_a_gazetteer(path)
        # two processes may make the file at once: the second finds what the first has made
        connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
    identity = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if identity != APPLICATION_ID and path is not None:
        raise _not_a_gazetteer(path)
    if version != VERSION:
        raise DataError(f"the gazetteer has schema {version}; this Sijill reads {VERSION}", where=str(path),
                        next_step="Make it again with: sijill places import")


def _trouble(error: Exception, path: Path | None, mend: str) -> DataError:
    """What an error of SQLite means for a gazetteer, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return DataError("the gazetteer is in use: another process is writing to it", where=str(path),
                         next_step="Try again when that one has ended")
    if code in _NOT_ALLOWED:
        return DataError(f"the gazetteer cannot be read or written: {error}", where=str(path),
                         next_step="Check its folder, its permissions and the free space")
    return DataError(f"the gazetteer is damaged: {error}", where=str(path), next_step=mend)


def _check(path: Path, create: bool) -> None:
    if path.is_dir():
        raise DataError("this is a folder", where=str(path), next_step="Name a gazetteer file")
    if not path.exists():
        if not create:
            raise DataError("there is no such gazetteer file", where=str(path),
                            next_step="Make one with: sijill places import FORMAT PATH --places FILE")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(len(MAGIC))
    except OSError as error:
        raise DataError(f"the gazetteer cannot be read: {error.strerror}", where=str(path),
                        next_step="Check its permissions") from error
    if head and head != MAGIC:
        raise _not_a_gazetteer(path)


def _not_a_gazetteer(path: Path) -> DataError:
    return DataError("this file is not a gazetteer of Sijill", where=str(path),
                     next_step="Give another name, or a file that `sijill places import` has made")
