"""The record file: coded articles are appended to it, and read back with their evidence."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, insert, select, update

from sijill.acquire.articles import Rejected
from sijill.documents import Document, Event
from sijill.errors import RecordError
from sijill.store import schema
from sijill.store.connection import explained, open_engine, writing
from sijill.store.rows import article_rows, read_document

BATCH = 64
"""Articles written in one transaction."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a record holds."""

    articles: int
    claims: int
    control_claims: int
    rejected: int
    runs: int


class Record:
    """A record file (SQLite); several processes may append to one at the same time."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Record:
        """The record in a file, made first if `create` and missing; RecordError if it is no record."""
        path = Path(path)
        return cls(path, open_engine(path, create=create))

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def start_run(self, *, version: str, settings_hash: str = "",
                  data_checksums: Mapping[str, str] | None = None) -> Run:
        """Begin to append: what is added is kept under the version and data of the program that coded it."""
        row = {"version": version, "settings_hash": settings_hash, "started_at": _now(),
               "data_checksums": json.dumps(dict(data_checksums or {}), sort_keys=True)}
        with explained(self.path), writing(self._engine) as connection:
            made = connection.execute(insert(schema.runs).values(**row)).inserted_primary_key
        assert made is not None
        return Run(self.path, self._engine, int(made[0]))

    def counts(self) -> Counts:
        """How many rows each table holds."""
        with explained(self.path), self._engine.connect() as connection:
            return Counts(*(
                connection.execute(select(func.count()).select_from(schema.metadata.tables[name])).scalar_one()
                for name in ("articles", "claims", "control_claims", "rejected", "runs")))

    def documents(self) -> Iterator[Document]:
        """Every article with its claims, in the order in which they were added."""
        with explained(self.path), self._engine.connect() as connection:
            ids = connection.execute(select(schema.articles.c.id).order_by(
                schema.articles.c.run_id, schema.articles.c.doc_id, schema.articles.c.id)).scalars().all()
            for key in ids:
                yield read_document(connection, key)

    def rejections(self) -> tuple[Rejected, ...]:
        """Every row that says why an input was not coded, in the order in which they were added."""
        table = schema.rejected.c
        with explained(self.path), self._engine.connect() as connection:
            rows = connection.execute(
                select(table.where, table.line, table.code, table.reason).order_by(table.id)).all()
        return tuple(Rejected(*row) for row in rows)

    def find_event(self, event_id: str) -> tuple[Document, Event]:
        """The article and the event of an id or of its unambiguous beginning; RecordError if there is none.

        Of an article that was coded under several dates or sources, the coding added last.
        """
        table = schema.claims.c
        wanted = event_id.strip()
        with explained(self.path), self._engine.connect() as connection:
            rows = connection.execute(
                select(table.event_id, table.article_id, table.position)
                .where(func.substr(table.event_id, 1, len(wanted)) == wanted).order_by(table.id)).all()
            exact = [row for row in rows if row.event_id == wanted] or rows
            if not wanted or not exact:
                raise RecordError(f"no event has the id {event_id!r}", where=str(self.path),
                                  next_step="Take an id from the first column of `sijill code`")
            ids = sorted({row.event_id for row in exact})
            if len(ids) > 1:
                raise RecordError(f"{len(ids)} events have ids that begin with {wanted!r}",
                                  where=str(self.path),
                                  next_step=f"Write more of it, such as {ids[0]} or {ids[1]}")
            document = read_document(connection, exact[-1].article_id)
            assert document.events is not None
            return document, document.events[exact[-1].position]


class Run:
    """One run of the program that appends to a record; read = kept + repeated + rejected.

    Rows are written in batches: `flush` or the end of the `with` block makes the last ones safe.
    """

    def __init__(self, path: Path, engine: Engine, run_id: int) -> None:
        self.run_id = run_id
        self.kept = self.repeated = self.rejected = 0
        self._path, self._engine = path, engine
        self._documents: list[tuple[Document, str | None]] = []
        self._rejections: list[Rejected] = []

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.flush()
        if kind is None:
            self._finish()

    def add(self, document: Document, *, original: str | None = None) -> None:
        """Append a coded article, with the HTML it was made of if any; one that is there adds nothing."""
        self._documents.append((document, original))
        self._flush_when_full()

    def reject(self, rejected: Rejected) -> None:
        """Append the reason why an input was not coded."""
        self._rejections.append(rejected)
        self._flush_when_full()

    def _flush_when_full(self) -> None:
        if len(self._documents) + len(self._rejections) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was added since the last time, in one transaction."""
        if not self._documents and not self._rejections:
            return
        with explained(self._path), writing(self._engine) as connection:
            kept = self._write_documents(connection)
            if self._rejections:
                connection.execute(insert(schema.rejected), [
                    {"run_id": self.run_id, "where": r.where, "line": r.line, "code": r.code,
                     "reason": r.reason} for r in self._rejections])
        self.kept += kept
        self.repeated += len(self._documents) - kept
        self.rejected += len(self._rejections)
        self._documents.clear()
        self._rejections.clear()

    def _write_documents(self, connection: Connection) -> int:
        fresh = {document.article_id: (document, original) for document, original in self._documents}
        there = connection.execute(
            select(schema.articles.c.id).where(schema.articles.c.id.in_(list(fresh)))).scalars().all()
        for key in there:
            del fresh[key]
        if not fresh:
            return 0
        claim, = connection.execute(select(func.coalesce(func.max(schema.claims.c.id), 0))).scalars()
        rows: dict[str, list[dict[str, object]]] = {
            "articles": [], "claims": [], "arguments": [], "control_claims": []}
        for key, (document, original) in fresh.items():
            claim = article_rows(rows, document, key, self.run_id, original, claim + 1)
        for name, entries in rows.items():
            if entries:
                connection.execute(insert(schema.metadata.tables[name]), entries)
        return len(fresh)

    def _finish(self) -> None:
        with explained(self._path), writing(self._engine) as connection:
            connection.execute(update(schema.runs).where(schema.runs.c.id == self.run_id).values(
                finished_at=_now(), read=self.kept + self.repeated + self.rejected, kept=self.kept,
                repeated=self.repeated, rejected=self.rejected))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
