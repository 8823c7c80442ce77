"""A copy of a record file, made while others use it, complete or not at all, and verified."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from sijill.errors import RecordError
from sijill.store.connection import POSTGRESQL, open_database, shown
from sijill.store.differences import Verification
from sijill.store.origins import archive_beside
from sijill.store.sqlite import explained
from sijill.store.verify import verify


def backup(where: str | Path, target: Path) -> Verification:
    """Copy a record file to one that does not exist, as it is at one moment; what `verify` finds in the copy.

    The archive beside it is copied too. RecordError if the target exists or cannot be written, and for a PostgreSQL
    record, which has a tool of its own.
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
    archive, archived = archive_beside(source), archive_beside(target)
    if archive and archived and archive.is_file() and archived.exists():
        raise RecordError("the copy's archive exists already", where=str(archived),
                          next_step="Name a file that does not, nor an archive beside it")
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
        if archive and archived and archive.is_file():
            # the archive only grows: what the copied rows speak of is in it
            _copy_file(archive, archived)
        found = verify(unfinished, archive=archived)
        unfinished.chmod(source.stat().st_mode & 0o777)
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(target)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{unfinished}{ending}").unlink(missing_ok=True)
    return found


def _copy_file(source: Path, target: Path) -> None:
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        shutil.copyfile(source, unfinished)
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise RecordError(f"the copy of the archive cannot be written: {error.strerror}", where=str(target),
                          next_step="Free some space, and run the command again") from error


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
