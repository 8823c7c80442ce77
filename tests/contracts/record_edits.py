"""Random edits of a record behind Sijill's back, made with plain SQL: any table, any column, any row."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from sijill.errors import RecordError
from sijill.store import verify

SEALED = ("articles", "claims", "arguments", "control_claims", "rejected", "decisions", "runs")
TABLES = (*SEALED, "audit", "audit_head", "alembic_version")
"""The tables that are edited; derived ones have no rows of their own."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: what was done to which row (its key before the edit)."""

    what: str
    table: str
    row: Any
    column: str | None

    def __str__(self) -> str:
        return f"{self.what} {self.table} {self.row} {self.column or ''}".strip()


def told(address: str) -> list[str]:
    """The tables of the differences that `sijill verify` finds, in its order."""
    try:
        return [one.table for one in verify(address).differences]
    except RecordError as error:
        # the file's version is not one that this Sijill knows
        return ["alembic_version"] if "newer schema" in error.what else [error.what]


def engine_of(address: str) -> Engine:
    """A plain connection to a record, without any of Sijill's settings."""
    if address.startswith("postgresql:"):
        return create_engine(address.replace("postgresql:", "postgresql+psycopg:", 1), poolclass=NullPool)
    return create_engine(f"sqlite:///{address}", poolclass=NullPool)


def edit(address: str, rng: random.Random) -> Edit:
    """Make one random edit that changes what the record holds, and say which."""
    engine = engine_of(address)
    while True:
        with engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                # as an administrator would: no triggers, no foreign keys
                connection.execute(text("SET search_path TO sijill, public"))
                connection.execute(text("SET session_replication_role = replica"))
            try:
                made = _try(connection, rng)
            except DBAPIError:
                # the database's own checks refuse it
                continue
            if made:
                connection.commit()
                return made


def _try(connection: Connection, rng: random.Random) -> Edit | None:
    table = rng.choice(TABLES)
    columns = [column["name"] for column in inspect(connection).get_columns(table)]
    key = inspect(connection).get_pk_constraint(table)["constrained_columns"][0]
    keys = list(connection.execute(text(f"SELECT {key} FROM {table} ORDER BY {key}")).scalars())
    if not keys:
        return None
    row = rng.choice(keys)
    what = rng.choice(("update", "update", "update", "delete", "insert", "swap"))
    if what == "delete":
        connection.execute(text(f"DELETE FROM {table} WHERE {key} = :row"), {"row": row})
        return Edit(what, table, row, None)
    before = dict(connection.execute(text(f"SELECT * FROM {table} WHERE {key} = :row"), {"row": row}).one()._mapping)
    if what == "insert":
        new = before | {key: max(keys) + 1 if isinstance(row, int) else f"{row}x"}
        if "position" in new:
            new["position"] += 1000
        if table == "decisions":
            new["id"] += "x"
        names = ", ".join(f'"{name}"' for name in columns)
        connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({', '.join(':' + n for n in columns)})"), new)
        return Edit(what, table, new[key], None)
    column = rng.choice(columns)
    value = _other_value(before[column], rng)
    if what == "swap":
        other = rng.choice(keys)
        value = connection.execute(text(f'SELECT "{column}" FROM {table} WHERE {key} = :row'), {"row": other}).scalar()
    connection.execute(text(f'UPDATE {table} SET "{column}" = :value WHERE {key} = :row'),
                       {"value": value, "row": row})
    after = connection.execute(text(f'SELECT "{column}" FROM {table} WHERE {key} = :row'), {"row": row}).first()
    if after is not None and (type(after[0]), after[0]) == (type(before[column]), before[column]):
        return None
    return Edit("update", table, row, column)


def _other_value(value: Any, rng: random.Random) -> Any:
    if isinstance(value, str):
        at = rng.randrange(len(value) + 1)
        return rng.choice((None, "", value + " ", value[:at] + rng.choice("اx0 ") + value[at:], value[:at], "x"))
    if isinstance(value, (int, float)):
        return rng.choice((None, value + 1, -value, 0, value * 1.0000001))
    if isinstance(value, (bytes, memoryview)):
        raw = bytearray(value) or bytearray(b"x")
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
        return rng.choice((bytes(raw), b""))
    return rng.choice((1, 0, "x", ""))
