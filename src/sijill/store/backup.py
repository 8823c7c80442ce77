"""A copy of a record file, made while others use it, complete or not at all, and verified."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from pathlib import Path

from sijill.errors import RecordError
from sijill.store.connection import POSTGRESQL, open_database, shown
from sijill.store.differences import Verification
from sijill.store.sqlite import explained
from sijill.store.verify import verify


def backup(where: str | Path, target: Path) -> Verification:
    """Copy a record file to one that does not exist, as it is at one moment; what `verify` finds in the copy.

    RecordError if the target exists or cannot be written, and for a PostgreSQL record, which has a tool of its own.
    """
    if str(where).startswith(POSTGRESQL):
        raise RecordError("a record in PostgreSQL is saved by PostgreSQL's own program", where=shown(where),
                          next_step="Use: pg_dump --format=custom --schema=sijill --file=FILE ADDRESS")
    database = open_database(where, create=False, migrate=False)
    source = Path(where)
    if target.exists():
        raise RecordError("this file exists already", where=str(target), next_step="Name a file that does not")
    if not target.parent.is_dir():
        raise RecordError("its folder does not exist", where=str(target), next_step=f"Make the folder {target.parent}")
    database.engine.dispose()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise RecordError(f"the copy cannot be written: {error.strerror}", where=str(target),
                          next_step="Check the permissions of the folder") from error
    os.close(handle)
    unfinished = Path(name)
    try:
        with explained(target):
            _copy(source, unfinished)
        found = verify(unfinished)
        unfinished.chmod(source.stat().st_mode & 0o777)
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(target)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{unfinished}{ending}").unlink(missing_ok=True)
    return found


def _copy(source: Path, target: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(source, timeout=60)) as one, \
                contextlib.closing(sqlite3.connect(target)) as other:
            # all pages in one step: a snapshot that writers do not disturb, and that does not hold them up
            one.backup(other)
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        full = "full" in str(error)
        raise RecordError(f"SQLite says: {error}", where=str(target),
                          next_step="Free some space, and run the command again" if full
                          else "See what is damaged with: sijill verify FILE") from error
