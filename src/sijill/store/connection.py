"""Opening a record: a SQLite file, or a PostgreSQL database named by its address; migrated to the newest schema."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine

from sijill.errors import RecordError
from sijill.store.schema import HEAD

Kind = Literal["sqlite", "postgresql"]
POSTGRESQL = ("postgresql:", "postgres:")
"""How the address of a PostgreSQL database begins."""

_MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Database:
    """A record's database; `where` is what messages call it: no password is in it."""

    engine: Engine
    kind: Kind
    where: str
    explained: Callable[[], AbstractContextManager[None]]
    _writing: Callable[[Engine], AbstractContextManager[Connection]]
    _reading: Callable[[Engine], AbstractContextManager[Connection]]

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end; RecordError with the next step where the database fails."""
        with self.explained(), self._writing(self.engine) as connection:
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the record as it is now, whatever others write meanwhile; RecordError as above."""
        with self.explained(), self._reading(self.engine) as connection:
            yield connection


def open_database(where: str | Path, *, create: bool, migrate: bool = True) -> Database:
    """The database of a record; RecordError if there is none (unless `create`) or it is not one.

    Without `migrate` nothing is written: the record is taken as it is, of whatever schema.
    """
    if str(where).startswith(POSTGRESQL):
        from sijill.store import postgresql

        return postgresql.open_database(str(where), create=create, migrate=migrate)
    from sijill.store import sqlite

    return sqlite.open_database(Path(where), create=create, migrate=migrate)


def shown(where: str | Path) -> str:
    """A record's file with its folder, or its address without the password."""
    if str(where).startswith(POSTGRESQL):
        from sijill.store import postgresql

        return postgresql.shown(str(where))
    return str(Path(where).resolve())


def migrate(connection: Connection, version: str | None, where: str) -> None:
    """Bring the tables from a version (None: there are none) to the newest; RecordError if it is newer."""
    if version == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if version is not None:
        revisions = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if version not in revisions:
            raise RecordError(f"the record has the newer schema {version}; this Sijill knows up to {HEAD}",
                              where=where, next_step="Install a newer Sijill")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
