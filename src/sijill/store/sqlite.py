"""A record in a SQLite file: write-ahead log, full synchronisation, foreign keys; several processes may write."""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from sijill.errors import RecordError
from sijill.store.connection import Database, migrate
from sijill.store.schema import APPLICATION_ID

WAIT = 60.0
"""Seconds to wait for another process that is writing."""

FAULTS = (DatabaseError, UnicodeDecodeError)
"""What a damaged file raises: SQLite's errors, and the driver's own where the message quotes damaged bytes."""

_MAGIC = b"SQLite format 3\x00"


def open_database(path: Path, *, create: bool, migrate: bool = True) -> Database:
    """The database of a record file; RecordError if there is none (unless `create`) or it is not one."""
    check_file(path, create=create)
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool,
                           connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    if migrate:
        with explained(path):
            with engine.connect() as connection:
                # before anything is changed: the file may be another program's
                _is_record(connection, path, create)
            _use_log(engine)
            with writing(engine) as connection:
                _migrate(connection, path, create)
    else:
        # a damaged file is still to be looked at
        with contextlib.suppress(*FAULTS), engine.connect() as connection:
            _is_record(connection, path, create)
    return Database(engine, "sqlite", str(path), functools.partial(explained, path), writing, reading)


def check_file(path: Path, *, create: bool) -> None:
    """Raise RecordError if a path cannot be a record file, before SQLite touches it."""
    where = str(path)
    if path.is_dir():
        raise RecordError("this is a folder", where=where, next_step="Name a file, such as hasakah.sijill")
    if not path.exists():
        if not create:
            raise RecordError("there is no such record file", where=where,
                              next_step="Make one with: sijill code PATH --record FILE.sijill")
        if not path.parent.is_dir():
            raise RecordError("its folder does not exist", where=where,
                              next_step=f"Make the folder {path.parent}")
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_MAGIC))
    except OSError as error:
        raise RecordError(f"the record file cannot be read: {error.strerror}", where=where,
                          next_step="Check its permissions") from error
    if head and head != _MAGIC or not head and not create:
        raise _not_a_record(path)


def _not_a_record(path: Path) -> RecordError:
    return RecordError("this file is not a record of Sijill", where=str(path),
                       next_step="Give another name, or a file that `sijill code --record` has made")


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # SQLAlchemy would leave BEGIN to the driver, which starts no transaction before a read
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _use_log(engine: Engine) -> None:
    deadline = time.monotonic() + WAIT
    while True:
        try:
            with engine.connect() as connection:
                connection.execute(text("PRAGMA journal_mode=WAL"))
            return
        except DatabaseError as error:
            # switching the journal does not wait for a writer as other statements do
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def writing(engine: Engine) -> AbstractContextManager[Connection]:
    """A transaction that holds the write lock from its start, committed at the end."""
    return _transaction(engine, "BEGIN IMMEDIATE")


def reading(engine: Engine) -> AbstractContextManager[Connection]:
    """A transaction that reads: all of it sees the same state of the file."""
    return _transaction(engine, "BEGIN")


@contextlib.contextmanager
def _transaction(engine: Engine, begin: str) -> Iterator[Connection]:
    with engine.connect() as connection:
        connection.execute(text(begin))
        try:
            yield connection
            connection.execute(text("COMMIT"))
        except BaseException:
            # a full disk ends the transaction by itself; the first error is the one to tell
            with contextlib.suppress(*FAULTS):
                connection.execute(text("ROLLBACK"))
            raise


def _is_record(connection: Connection, path: Path, create: bool) -> bool:
    """Whether the file holds a record; False if it is empty and one may be made in it."""
    if connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION_ID:
        return True
    if not create or connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar():
        raise _not_a_record(path)
    return False


def _migrate(connection: Connection, path: Path, create: bool) -> None:
    version = None
    if _is_record(connection, path, create):
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    migrate(connection, version, str(path))
    if version is None:
        connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a RecordError with the next step."""
    try:
        yield
    except FAULTS as error:
        what = said(error)
        known = [next_step for sign, next_step in _NEXT_STEPS.items() if sign in what]
        raise RecordError(f"SQLite says: {what}", where=str(path),
                          next_step=known[0] if known else _CHECK) from error


def said(error: Exception) -> str:
    """What SQLite said."""
    if isinstance(error, UnicodeDecodeError):
        return "database disk image is malformed"
    return str(getattr(error, "orig", None) or error).strip()


_CHECK = "Make a copy of the file, and see what is damaged with: sijill verify FILE"
_NEXT_STEPS = {
    "locked": "Another process is writing; wait for it and run the command again: what is coded is kept",
    "full": "Free some space and run the command again: what is coded is kept",
    "disk I/O": "Check the disk and its free space, and run the command again: what is coded is kept",
    "readonly": "Check the permissions of the file and of its folder",
    "unable to open": "Check the permissions of the file and of its folder",
    "not a database": "Name another file: this one is damaged or not a record of Sijill",
}
