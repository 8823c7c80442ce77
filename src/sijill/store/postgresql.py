"""A record in a PostgreSQL database: its tables live in a schema of their own, `sijill`, beside what else is there."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import NullPool

from sijill.errors import RecordError
from sijill.store.connection import Database, migrate
from sijill.store.nearby import index_points

SCHEMA = "sijill"
"""The schema that holds the tables."""
_LOCK = 0x534A4C31
"""The advisory lock of whoever migrates."""


def open_database(address: str, *, create: bool, migrate: bool = True) -> Database:
    """The database of an address `postgresql://user:password@host/name`; RecordError as for a file."""
    where = shown(address)
    try:
        engine = create_engine(_url(address), poolclass=NullPool)
    except ModuleNotFoundError as error:
        raise RecordError("PostgreSQL needs a driver that is not installed", where=where,
                          next_step="Install it with: pip install 'sijill[postgres]'") from error
    event.listen(engine, "connect", _prepare)
    with explained(where):
        if migrate:
            with writing(engine) as connection:
                _migrate(connection, where, create)
                index_points(connection)
        else:
            with engine.connect() as connection:
                _version(connection, where, create=False)
    return Database(engine, "postgresql", where, functools.partial(explained, where), writing, reading)


def shown(address: str) -> str:
    """The address without its password."""
    return _url(address).set(drivername="postgresql").render_as_string(hide_password=True)


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise RecordError("this is no address of a database", where=address.partition(":")[0],
                          next_step="Write it as postgresql://user:password@host:5432/name") from None
    if not url.database:
        raise RecordError("the address names no database", where=url.render_as_string(hide_password=True),
                          next_step="Write it as postgresql://user:password@host:5432/name")
    return url.set(drivername="postgresql+psycopg")


def _prepare(connection: Any, _: Any) -> None:
    # public holds the functions of extensions such as PostGIS
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path TO {SCHEMA}, public")
    connection.commit()


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction, committed at the end; who writes to the chain holds the lock of its head until then."""
    with engine.begin() as connection:
        yield connection


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads: all of it sees the same state of the database."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        yield connection


def _version(connection: Connection, where: str, *, create: bool) -> str | None:
    """The version of the tables; None if there are none and they may be made."""
    if connection.execute(text("SELECT to_regclass(:name)"), {"name": f"{SCHEMA}.alembic_version"}).scalar() is None:
        if create:
            return None
        raise RecordError("there is no record in this database", where=where,
                          next_step="Make one with: sijill code PATH --record postgresql://user:password@host/name")
    return connection.execute(text(f"SELECT version_num FROM {SCHEMA}.alembic_version")).scalar()


def _migrate(connection: Connection, where: str, create: bool) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    version = _version(connection, where, create=create)
    if version is None:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
    migrate(connection, version, where)


@contextlib.contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn what PostgreSQL raises into a RecordError with the next step."""
    try:
        yield
    except DatabaseError as error:
        what = " ".join(str(error.orig or error).split())
        known = [next_step for sign, next_step in _NEXT_STEPS.items() if sign in what]
        raise RecordError(f"PostgreSQL says: {what}", where=where, next_step=known[0] if known else _CHECK) from error


_CHECK = "Check the server and its log, and run the command again: what is coded is kept"
_NEXT_STEPS = {
    "does not exist": "Make the database first, such as with: createdb NAME",
    "password": "Check the user and the password in the address",
    "permission denied": "Ask for the right to create and write tables in this database",
    "connection failed": "Check that the server runs and that the address is right",
    "connection is bad": "Check that the server runs and that the address is right",
    "No space left": "Free some space and run the command again: what is coded is kept",
}
