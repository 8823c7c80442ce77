"""Statements over many values: lists cut to what one takes, and rows written without a dictionary for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

AT_ONCE = 500
"""Values of one list in a statement: every database takes so many."""
V = TypeVar("V")


def parts(values: Sequence[V]) -> Iterator[Sequence[V]]:
    """A list in parts that a statement takes."""
    return (values[first:first + AT_ONCE] for first in range(0, len(values), AT_ONCE))


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write rows given as values of all columns in the table's order, as the driver takes them.

    For tables of a few plain columns and very many rows: it costs a third of an insert of dictionaries.
    """
    if not rows:
        return
    names = ", ".join(connection.dialect.identifier_preparer.quote(column.name) for column in table.columns)
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(table.columns))
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(rows))
