"""Whether the index of words says what the articles say: it is derived, so it is compared with what it is made of."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from sijill.store.differences import Difference
from sijill.store.search import indexed, words_of
from sijill.store.sqlite import FAULTS, said

REBUILD = "make the index anew with: sijill search FILE --rebuild"
"""What mends an index."""

# words of a term's articles are told apart by a sum, so that neither side need be sorted or kept
_TERMS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab(main, search, row)"
_INSTANCES = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instances USING fts5vocab(main, search, instance)"
_VERSION = [("version", 4)]


def index_differences(connection: Connection) -> Iterator[Difference]:
    """Articles whose words the index has otherwise, or the index itself where it cannot be read."""
    try:
        there = _sqlite_sums(connection) if connection.dialect.name == "sqlite" else _postgresql_sums(connection)
        yield from _compared(connection, there)
        if connection.dialect.name == "sqlite":
            yield from _lookups(connection)
    except (*FAULTS, sqlite3.DatabaseError) as error:
        if connection.dialect.name != "sqlite":
            raise
        yield Difference("search", None, None, "damaged", f"{said(error)}; {REBUILD}")


def _compared(connection: Connection, there: dict[Any, int]) -> Iterator[Difference]:
    last = 0
    while rows := list(indexed(connection, last)):
        for row in rows:
            last = row.seq
            try:
                expected = sum(_mark(word) for word in words_of(row.title, row.text).split(" "))
            except (AttributeError, TypeError):
                # no text any more: the chain names the row
                there.pop(row.seq, None)
                continue
            if there.pop(row.seq, 0) != expected:
                yield Difference("search", row.id, "words", "changed",
                                 f"the index has other words than the article; {REBUILD}")
    for seq in sorted(there, key=str):
        yield Difference("search", str(seq), None, "added", f"the index has an article that is not there; {REBUILD}")


def _mark(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) + (1 << 32)


def _sqlite_sums(connection: Connection) -> dict[Any, int]:
    connection.execute(text(_INSTANCES))
    sums: dict[Any, int] = {}
    known: dict[str, int] = {}
    for term, doc in connection.execute(text("SELECT term, doc FROM temp.search_instances")):
        mark = known.get(term)
        if mark is None:
            known = {term: (mark := _mark(term))}
        sums[doc] = sums.get(doc, 0) + mark
    return sums


def _postgresql_sums(connection: Connection) -> dict[Any, int]:
    rows = connection.execution_options(stream_results=True).execute(text("SELECT seq, words FROM search"))
    return {seq: sum(_mark(word) for word in words or ()) for seq, words in rows}


def _lookups(connection: Connection) -> Iterator[Difference]:
    """Words that a query does not find where a scan does, and rows of the index's own tables that it never uses."""
    connection.execute(text(_TERMS))
    look = "SELECT count(*) FROM search WHERE search MATCH ?"
    # every word is looked up: past SQLAlchemy, which would take most of the time
    driver: Any = connection.connection.driver_connection
    for term, docs in driver.execute("SELECT term, doc FROM temp.search_terms").fetchall():
        if driver.execute(look, ('"' + term.replace('"', '""') + '"',)).fetchone() != (docs,):
            yield Difference("search", None, "words", "damaged", f"queries do not find a word that is there; {REBUILD}")
            return
    if [tuple(row) for row in connection.execute(text("SELECT k, v FROM search_config"))] != _VERSION:
        yield Difference("search_config", None, None, "changed", f"settings that are not Sijill's; {REBUILD}")
