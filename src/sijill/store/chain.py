"""The audit chain: every row that is added is sealed by an entry, and every entry holds the one before.

An entry's `content` is a digest of all values of its rows, `digest` one of the entry and of the digest
before it. `audit_head` repeats the last entry, so that a chain that was cut short does not end well.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sijill.errors import RecordError
from sijill.store import schema
from sijill.store.audited import FORM, FORMS, TABLES, Part, Unit, Values, read_units

BEGINNING = "0" * 64
"""What stands for the digest before the first entry."""
_BATCH = 200


def encoded(value: Any) -> bytes:
    """A value as bytes that no other value has: its type, its length, itself."""
    if value is None:
        return b"n"
    if isinstance(value, str):
        raw = value.encode("utf-8", "surrogatepass")
        return b"s%d:%b" % (len(raw), raw)
    if isinstance(value, int):
        return b"i%d;" % value
    if isinstance(value, float):
        return b"f%b;" % value.hex().encode()
    raw = bytes(value)
    return b"b%d:%b" % (len(raw), raw)


def seal(parts: Sequence[Part], unit: Unit) -> tuple[str, bytes]:
    """The digest of an entry's rows (hexadecimal), and the marks of their values."""
    whole, marks = hashlib.blake2b(digest_size=32), []
    for part, rows in zip(parts, unit, strict=True):
        whole.update(b"%b %d\n" % (part.table.encode(), len(rows)))
        marks.append(struct.pack("<I", len(rows)))
        for row in rows:
            cells = cells_of(part, row)
            whole.update(b"".join(cells))
            marks.append(struct.pack("<q", number_of(part, row)))
            marks.append(struct.pack(f"<{len(cells)}H", *[zlib.crc32(cell) & 0xFFFF for cell in cells]))
    return whole.hexdigest(), b"".join(marks)


def cells_of(part: Part, row: Values) -> list[bytes]:
    """The values of a row as bytes; a whole number in a column of fractions is written as the database keeps it."""
    return [encoded(float(value) if at in part.floats and isinstance(value, int) else value)
            for at, value in enumerate(row)]


def number_of(part: Part, row: Values) -> int:
    """The number that tells a row from the others of its entry and table; 0 for an article."""
    number = row[part.columns.index(part.key)]
    return number if isinstance(number, int) else 0


def linked(previous: str, entry: Mapping[str, Any]) -> str:
    """The digest of an entry that follows the one whose digest is `previous`."""
    names = ("seq", "form", "kind", "row_id", "at", "content", "marks", "totals")
    return hashlib.blake2b(b"".join([encoded(previous), *(encoded(entry[name]) for name in names)]),
                           digest_size=32).hexdigest()


class Chain:
    """The end of the chain within a transaction that writes; other writers wait until it ends."""

    def __init__(self, connection: Connection, *, at: str, where: str) -> None:
        self._connection, self._at = connection, at
        head = connection.execute(select(schema.audit_head).with_for_update()).one_or_none()
        if head is None:
            raise RecordError("the end of the audit chain is gone", where=where,
                              next_step="See what else was changed with: sijill verify FILE")
        self.digest: str = head.digest
        self._seq: int = head.seq
        # totals of an older schema lack the tables that came later
        self._totals: dict[str, int] = json.loads(head.totals)
        self._entries: list[dict[str, Any]] = []

    def add(self, kind: str, row_id: object, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> int:
        """Seal rows that this transaction writes: the rows of each table, by their numbers; the entry's number."""
        parts = FORMS[FORM][kind]
        return self.add_unit(kind, row_id, tuple(
            [part.values(row) for row in rows.get(part.table, ())] for part in parts))

    def add_unit(self, kind: str, row_id: object, unit: Unit, content: str | None = None) -> int:
        """Seal rows given as values in the order of the kind's columns."""
        parts = FORMS[FORM][kind]
        sealed, marks = seal(parts, unit)
        if kind != "run_end":
            for part, rows in zip(parts, unit, strict=True):
                self._totals[part.table] = self._totals.get(part.table, 0) + len(rows)
        self._seq += 1
        entry = {"seq": self._seq, "form": FORM, "kind": kind, "row_id": str(row_id), "at": self._at,
                 "content": content or sealed, "marks": marks, "totals": json.dumps(self._totals)}
        self.digest = entry["digest"] = linked(self.digest, entry)
        self._entries.append(entry)
        return self._seq

    def write(self) -> None:
        """Add the entries to the record; in the transaction that writes their rows."""
        if self._entries:
            self._connection.execute(insert(schema.audit), self._entries)
            self._connection.execute(update(schema.audit_head).values(
                seq=self._seq, digest=self.digest, totals=json.dumps(self._totals)))
            self._entries.clear()


def begin(connection: Connection, *, at: str) -> None:
    """Begin the chain of a record, and seal the rows that are already there (those of an older schema)."""
    connection.execute(insert(schema.audit_head).values(
        id=1, seq=0, digest=BEGINNING, totals=json.dumps(dict.fromkeys(TABLES, 0))))
    chain = Chain(connection, at=at, where="")
    # the first content is random: no two records have the same digests
    chain.add_unit("begin", schema.HEAD, (), content=secrets.token_hex(32))
    runs, articles = schema.runs.c, schema.articles.c
    ordered = {
        "run": select(runs.id).order_by(runs.id),
        "run_end": select(runs.id).where(runs.finished_at.is_not(None)).order_by(runs.id),
        "article": select(articles.id).order_by(articles.run_id, articles.doc_id, articles.id),
        "rejected": select(schema.rejected.c.id).order_by(schema.rejected.c.id),
    }
    for kind, query in ordered.items():
        ids = [str(key) for key in connection.execute(query).scalars()]
        for at_row in range(0, len(ids), _BATCH):
            batch = ids[at_row:at_row + _BATCH]
            units = read_units(connection, FORM, kind, batch, people=False)
            for key in batch:
                chain.add_unit(kind, key, units[key])
            chain.write()
    chain.write()
