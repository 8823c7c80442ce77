"""One run of the program that appends coded articles and rejections to a record, sealing each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import TracebackType

from sqlalchemy import Column, Connection, func, insert, select, update

from sijill.acquire.articles import Rejected
from sijill.documents import Document
from sijill.store import schema
from sijill.store.chain import Chain
from sijill.store.connection import Database
from sijill.store.origins import Given, Keeper
from sijill.store.rows import article_rows
from sijill.store.search import add_words

BATCH = 64
"""Articles written in one transaction."""
MAX_WAITING = 32_000_000
"""Bytes that articles came as and that wait to be written; more of them end a batch early."""


class Run:
    """One run of the program that appends to a record; read = kept + repeated + rejected.

    Rows are written in batches: `flush` or the end of the `with` block makes the last ones safe.
    """

    def __init__(self, database: Database, run_id: int, keeper: Keeper | None = None) -> None:
        self.run_id = run_id
        self.kept = self.repeated = self.rejected = 0
        self._database = database
        self._keeper = keeper
        self._given: list[tuple[str, Given]] = []
        self._waiting = 0
        self._documents: list[tuple[Document, str | None]] = []
        self._rejections: list[Rejected] = []

    @classmethod
    def start(cls, database: Database, row: Mapping[str, object], keeper: Keeper | None = None) -> Run:
        """Write that a run begins; `row` holds the version, settings and data of the program.

        `keeper` keeps the bytes that articles came as; without it they are not kept.
        """
        with database.writing() as connection:
            chain = Chain(connection, at=_now(), where=database.where)
            begun = {"id": _last(connection, schema.runs.c.id) + 1, "started_at": _now(), **row}
            connection.execute(insert(schema.runs).values(**begun))
            chain.add("run", begun["id"], {"runs": [begun]})
            chain.write()
        return cls(database, int(str(begun["id"])), keeper)

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.flush()
        if kind is None:
            self._finish()

    def add(self, document: Document, *, original: str | None = None, given: Given | None = None) -> None:
        """Append a coded article, with the HTML it was made of and the bytes it came as, where these are known.

        An article that is there adds nothing, but for bytes that are new.
        """
        self._documents.append((document, original))
        if given and self._keeper:
            if not self._given or self._given[-1][1].origin.data is not given.origin.data:
                self._waiting += len(given.origin.data)
            self._given.append((document.article_id, given))
        self._flush_when_full()

    def reject(self, rejected: Rejected) -> None:
        """Append the reason why an input was not coded."""
        self._rejections.append(rejected)
        self._flush_when_full()

    def _flush_when_full(self) -> None:
        if len(self._documents) + len(self._rejections) >= BATCH or self._waiting > MAX_WAITING:
            self.flush()

    def flush(self) -> None:
        """Write what was added since the last time, in one transaction."""
        if not self._documents and not self._rejections:
            return
        with self._database.writing() as connection:
            chain = Chain(connection, at=_now(), where=self._database.where)
            kept = self._write_documents(connection, chain)
            if self._keeper and self._given:
                self._keeper.keep(connection, chain, self._given)
            if self._rejections:
                self._write_rejections(connection, chain)
            chain.write()
        self.kept += kept
        self.repeated += len(self._documents) - kept
        self.rejected += len(self._rejections)
        self._documents.clear()
        self._rejections.clear()
        self._given.clear()
        self._waiting = 0

    def _write_documents(self, connection: Connection, chain: Chain) -> int:
        fresh = {document.article_id: (document, original) for document, original in self._documents}
        there = connection.execute(
            select(schema.articles.c.id).where(schema.articles.c.id.in_(list(fresh)))).scalars().all()
        for key in there:
            del fresh[key]
        if not fresh:
            return 0
        last = {name: _last(connection, schema.metadata.tables[name].c.id)
                for name in ("claims", "arguments", "control_claims")}
        rows: dict[str, list[dict[str, object]]] = {name: [] for name in ("articles", *last)}
        seqs: list[tuple[int, str | None, str]] = []
        for key, (document, original) in fresh.items():
            own: dict[str, list[dict[str, object]]] = {name: [] for name in rows}
            last["claims"] = article_rows(own, document, key, self.run_id, original, last["claims"] + 1)
            for name in ("arguments", "control_claims"):
                for row in own[name]:
                    last[name] += 1
                    row["id"] = last[name]
            seqs.append((chain.add("article", key, own), document.title, document.text))
            for name, entries in own.items():
                rows[name] += entries
        for name, entries in rows.items():
            if entries:
                connection.execute(insert(schema.metadata.tables[name]), entries)
        add_words(connection, seqs)
        return len(fresh)

    def _write_rejections(self, connection: Connection, chain: Chain) -> None:
        first = _last(connection, schema.rejected.c.id) + 1
        rows = [{"id": first + number, "run_id": self.run_id, "where": r.where, "line": r.line, "code": r.code,
                 "reason": r.reason} for number, r in enumerate(self._rejections)]
        for row in rows:
            chain.add("rejected", row["id"], {"rejected": [row]})
        connection.execute(insert(schema.rejected), rows)

    def _finish(self) -> None:
        end = {"id": self.run_id, "finished_at": _now(), "read": self.kept + self.repeated + self.rejected,
               "kept": self.kept, "repeated": self.repeated, "rejected": self.rejected}
        with self._database.writing() as connection:
            chain = Chain(connection, at=_now(), where=self._database.where)
            connection.execute(update(schema.runs).where(schema.runs.c.id == self.run_id).values(**end))
            chain.add("run_end", self.run_id, {"runs": [end]})
            chain.write()


def _last(connection: Connection, column: Column[int]) -> int:
    return connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
