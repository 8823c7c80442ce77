"""Proof that a record is as it was written: the chain is walked from its beginning, and every row read again."""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, inspect, select, text, type_coerce
from sqlalchemy.types import NullType

from sijill.errors import RecordError
from sijill.store import schema
from sijill.store.archive_check import check_archive
from sijill.store.audited import COLUMNS_SINCE, FORMS, SINCE, TABLES, Unit, read_units
from sijill.store.chain import BEGINNING, linked, seal
from sijill.store.connection import Database, open_database
from sijill.store.differences import FILE, Difference, Verification, located
from sijill.store.index_check import index_differences
from sijill.store.origins import archive_of
from sijill.store.sqlite import FAULTS, said

KEPT = 100
"""Differences that are kept; the others are counted."""
_BATCH = 200
_FIRST = "0003"
_LARGEST = 2**31
_ENDS = ("finished_at", "read", "kept", "repeated", "rejected")
_INDEX_TABLES = ("search", "search_config", "search_data", "search_idx")
_CHAIN_TABLES = ("audit", "audit_head", "alembic_version")


def verify(where: str | Path, *, expect: str | None = None, archive: str | Path | None = None) -> Verification:
    """Walk the chain of a record, writing nothing; RecordError if there is none, or it is older than the chain.

    `where` is a file or an address; `expect` the digest of a head that was noted elsewhere, which must be in the
    chain: it proves that the chain was not cut short or made anew since. `archive` is the file of the bytes that
    articles came as, where it is not the one beside the record ("none": it is not looked at).
    """
    database = open_database(where, create=False, migrate=False)
    with database.reading() as connection:
        if database.kind == "sqlite":
            # what was tampered with need not be text
            raw: Any = connection.connection.driver_connection
            raw.text_factory = lambda value: value.decode("utf-8", "surrogateescape")
        found = _Walk(connection, database).run(expect)
        path = archive_of(where, archive)
        if path is None:
            return found
        with contextlib.suppress(*FAULTS):
            state, faults = check_archive(connection, path)
            kept = (*found.differences, *faults[:max(0, KEPT - len(found.differences))])
            more = found.more + len(found.differences) + len(faults) - len(kept)
            found = replace(found, differences=kept, more=more, archive=state)
        return found


class _Walk:
    def __init__(self, connection: Connection, database: Database) -> None:
        self._connection, self._database = connection, database
        self._found: list[Difference] = []
        self._more = 0
        self._seen: Counter[str] = Counter()
        self._covered: dict[str, set[str]] = {"article": set(), "rejected": set(), "decision": set(), "run": set(),
                                              "run_end": set(), "origin": set(), "administered": set(),
                                              "assignment": set(), "coding_step": set(), "settled": set()}
        self._tables: tuple[str, ...] = TABLES
        self._seq, self._digest, self._totals = 0, BEGINNING, dict.fromkeys(TABLES, 0)
        self._noted = False
        self._people = True
        # the digest that an altered entry ought to have
        self._instead: str | None = None

    def run(self, expect: str | None) -> Verification:
        self._check_tables()
        if not self._found:
            try:
                for batch in self._entries():
                    self._check_batch(batch, expect)
                self._check_head()
                self._check_cover()
                self._check_ends()
                for one in index_differences(self._connection):
                    self._note(one)
            except FAULTS as error:
                if self._database.kind != "sqlite":
                    raise
                self._note(Difference(FILE, None, None, "damaged", f"after entry {self._seq}: {said(error)}"))
        if expect and not self._noted:
            self._note(Difference("audit", None, None, "changed", f"no entry has the digest {expect}: entries were "
                                  "removed since it was noted, or the chain was made anew"))
        if self._database.kind == "sqlite":
            self._check_file()
        return Verification(self._digest, self._seq, dict(self._totals), tuple(self._found), self._more,
                            self._unchecked())

    def _note(self, one: Difference) -> None:
        if len(self._found) < KEPT:
            self._found.append(one)
        else:
            self._more += 1

    def _check_tables(self) -> None:
        try:
            there = set(inspect(self._connection).get_table_names())
        except FAULTS as error:
            self._note(Difference(FILE, None, None, "damaged", said(error)))
            return
        versions = (list(self._connection.execute(text("SELECT version_num FROM alembic_version")).scalars())
                    if "alembic_version" in there else [])
        if not there & {"audit", "audit_head", "decisions"} and versions and str(versions[0]) < _FIRST:
            raise RecordError(
                f"this record has the schema {versions[0]}: it is older than the audit chain",
                where=self._database.where,
                next_step="Its chain begins with the next command that opens it, such as: sijill code --record")
        if len(versions) == 1 and re.fullmatch(r"\d{4}", str(versions[0])) and str(versions[0]) > schema.HEAD:
            raise RecordError(f"the record has the newer schema {versions[0]}; this Sijill knows up to {schema.HEAD}",
                              where=self._database.where, next_step="Install a newer Sijill")
        if len(versions) == 1:
            # a table that is younger than the record is not missing
            self._tables = tuple(name for name in TABLES
                                 if name in there or str(versions[0]) >= SINCE.get(name, _FIRST))
            self._people = str(versions[0]) >= COLUMNS_SINCE["claims", "settled"]
        for name in (*self._tables, *_CHAIN_TABLES, "search"):
            if name not in there:
                self._note(Difference(name, None, None, "removed", "the table is not there"))
            elif name in schema.metadata.tables:
                columns = {column["name"] for column in inspect(self._connection).get_columns(name)}
                for column in schema.metadata.tables[name].columns:
                    younger = COLUMNS_SINCE.get((name, column.name), _FIRST)
                    if column.name not in columns and (len(versions) != 1 or str(versions[0]) >= younger):
                        self._note(Difference(name, None, column.name, "removed", "the column is not there"))
        if not self._found and (len(versions) != 1 or not re.fullmatch(r"\d{4}", str(versions[0])) or (
                str(versions[0]) < _FIRST)):
            self._note(Difference("alembic_version", None, "version_num", "changed",
                                  f"it says {', '.join(map(str, versions)) or 'nothing'}"))

    def _entries(self) -> Iterator[list[Row[Any]]]:
        table = schema.audit.c
        last = None
        while True:
            query = select(*(type_coerce(column, NullType()).label(column.name) for column in table))
            if last is not None:
                query = query.where(table.seq > last)
            batch: list[Row[Any]] = list(self._connection.execute(query.order_by(table.seq).limit(_BATCH)))
            if not batch:
                return
            last = batch[-1].seq
            yield batch

    def _check_batch(self, batch: list[Row[Any]], expect: str | None) -> None:
        units = self._units(batch)
        for entry in batch:
            if entry.seq != self._seq + 1:
                gone = entry.seq > self._seq + 1
                self._note(Difference("audit", str(self._seq + 1 if gone else entry.seq), None,
                                      "removed" if gone else "added", f"entry {entry.seq} follows {self._seq}"))
            self._check_entry(entry, units.get((entry.kind, entry.row_id)))
            self._seq, self._digest = entry.seq, entry.digest
            self._noted = self._noted or entry.digest == expect

    def _units(self, batch: Iterable[Row[Any]]) -> dict[tuple[Any, Any], Unit]:
        """The rows that the entries of a batch cover, as they are now."""
        wanted: dict[tuple[int, str], list[str]] = {}
        for entry in batch:
            if _readable(entry):
                wanted.setdefault((entry.form, entry.kind), []).append(entry.row_id)
        out: dict[tuple[Any, Any], Unit] = {}
        for (form, kind), ids in wanted.items():
            try:
                out |= {(kind, key): unit for key, unit in read_units(
                    self._connection, form, kind, ids, people=self._people).items()}
            except FAULTS:
                if self._database.kind != "sqlite":
                    raise
                out |= self._readable_units(form, kind, ids)
        return out

    def _readable_units(self, form: int, kind: str, ids: list[str]) -> dict[tuple[Any, Any], Unit]:
        out: dict[tuple[Any, Any], Unit] = {}
        for key in ids:
            try:
                out[kind, key] = read_units(self._connection, form, kind, [key], people=self._people)[key]
            except FAULTS as error:
                self._covered[kind].add(key)
                self._note(Difference(FORMS[form][kind][0].table, key, None, "damaged",
                                      f"it or what belongs to it cannot be read: {said(error)}"))
        return out

    def _check_entry(self, entry: Row[Any], unit: Unit | None) -> None:
        values = dict(entry._mapping)
        whole = linked(self._digest, values) == entry.digest
        if not whole and self._instead and linked(self._instead, values) == entry.digest:
            # this entry follows from what the one before was: nothing but its digest was altered
            whole = True
            self._found = [replace(one, column="digest") if (one.table, one.row) == ("audit", str(self._seq)) else one
                           for one in self._found]
        self._instead = None if whole else linked(self._digest, values)
        if unit is None:
            if not whole or not _readable(entry) and entry.kind != "begin":
                self._note(_altered(entry, None))
            return
        parts = FORMS[entry.form][entry.kind]
        content, marks = seal(parts, unit)
        if entry.kind == "begin":
            content = entry.content
        self._covered.get(entry.kind, set()).add(entry.row_id)
        for part, rows in zip(parts, unit, strict=True):
            if entry.kind != "run_end":
                self._seen[part.table] += len(rows)
        if not whole:
            now = {"content": content, "marks": marks}
            column = next((name for name, value in now.items()
                           if linked(self._digest, values | {name: value}) == entry.digest), None)
            self._note(_altered(entry, column))
            if column == "content":
                return
        with contextlib.suppress(ValueError, TypeError):
            self._totals = dict(json.loads(entry.totals))
        if content != entry.content:
            for one in located(parts, entry.row_id, entry.marks, unit):
                self._note(one)

    def _check_head(self) -> None:
        heads = list(self._connection.execute(select(
            *(type_coerce(column, NullType()).label(column.name) for column in schema.audit_head.c))))
        if not heads:
            self._note(Difference("audit_head", "1", None, "removed", "the end of the chain is not there"))
        for head in heads:
            if head.id != 1:
                self._note(Difference("audit_head", str(head.id), None, "added", "there is one end"))
            elif isinstance(head.seq, int) and head.seq > self._seq and len(heads) == 1:
                self._note(Difference("audit", str(self._seq + 1), None, "removed",
                                      f"the chain ends with {self._seq}, its end was {head.seq}"))
            else:
                last = {"seq": self._seq, "digest": self._digest, "totals": json.dumps(self._totals)}
                for name, value in last.items():
                    if getattr(head, name) != value:
                        self._note(Difference("audit_head", "1", name, "changed",
                                              "it is not that of the chain's last entry"))

    def _check_cover(self) -> None:
        """Rows that no entry covers."""
        gone = {(one.table, one.row) for one in self._found}
        for name in self._tables:
            table = schema.metadata.tables[name]
            if self._connection.execute(select(func.count()).select_from(table)).scalar_one() == self._seen[name]:
                continue
            kind = _KINDS.get(name, "article")
            if name in ("claims", "arguments") and self._people:
                self._check_settled(name)
            owner, key = table.c[_OWNERS.get(name, "id")], next(iter(table.primary_key.columns))
            query = select(type_coerce(key, NullType()), type_coerce(owner, NullType()))
            if name == "arguments":
                query = select(table.c.id, type_coerce(schema.claims.c.article_id, NullType())).outerjoin_from(
                    table, schema.claims)
            for number, owned in self._connection.execute(query.order_by(key)):
                if str(owned) not in self._covered[kind] and (name, str(number)) not in gone:
                    self._note(Difference(name, str(number), None, "added", "no entry of the chain covers it"))

    def _check_settled(self, name: str) -> None:
        """Claims that say that people settled them, and no entry does."""
        table, claims = schema.metadata.tables[name], schema.claims
        query = select(table.c.id, type_coerce(claims.c.settled, NullType())).where(claims.c.settled.is_not(None))
        if name == "arguments":
            query = query.join_from(table, claims)
        for number, step in self._connection.execute(query.order_by(table.c.id)):
            if str(step) not in self._covered["settled"]:
                self._note(Difference(name, str(number), None, "added", "no entry of the chain covers it"))

    def _check_ends(self) -> None:
        """Runs that ended without an entry."""
        table = schema.runs.c
        for row in self._connection.execute(select(
                table.id, *(type_coerce(table[name], NullType()).label(name) for name in _ENDS)).order_by(table.id)):
            if str(row.id) in self._covered["run_end"] or str(row.id) not in self._covered["run"]:
                continue
            for name in _ENDS:
                if getattr(row, name) is not None:
                    self._note(Difference("runs", str(row.id), name, "changed", "the chain has no end of this run"))

    def _check_file(self) -> None:
        try:
            lines = list(self._connection.execute(text("PRAGMA integrity_check(20)")).scalars())
        except FAULTS as error:
            lines = [said(error)]
        for line in lines:
            if line != "ok":
                self._note(Difference(FILE, None, None, "damaged", " ".join(str(line).split())))

    def _unchecked(self) -> tuple[str, ...]:
        try:
            there = inspect(self._connection).get_table_names()
        except FAULTS:
            return ()
        return tuple(sorted(set(there) - {*TABLES, *_CHAIN_TABLES, *_INDEX_TABLES}))


_KINDS = {"rejected": "rejected", "decisions": "decision", "runs": "run", "origins": "origin",
          "administration": "administered", "assignments": "assignment", "coding_steps": "coding_step"}
_OWNERS = {"claims": "article_id", "control_claims": "article_id", "decisions": "number", "administration": "number"}


def _readable(entry: Row[Any]) -> bool:
    """Whether an entry says which rows it covers in a form that is known."""
    if not isinstance(entry.form, int) or entry.form not in FORMS or not isinstance(entry.row_id, str):
        return False
    kinds = FORMS[entry.form]
    if not isinstance(entry.kind, str) or entry.kind not in kinds:
        return False
    return entry.kind in ("article", "begin") or entry.row_id.isascii() and entry.row_id.isdigit() and (
        0 < int(entry.row_id) < _LARGEST)


def _altered(entry: Row[Any], column: str | None) -> Difference:
    return Difference("audit", str(entry.seq), column, "changed", "the entry does not follow from the one before it")
