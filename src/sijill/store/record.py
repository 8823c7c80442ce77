"""The record file: coded articles are appended to it, and read back with their evidence."""

from __future__ import annotations

import datetime as dt
import functools
import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from sijill.acquire.articles import Rejected
from sijill.documents import Document, Event
from sijill.errors import RecordError
from sijill.ledger import Decision, Verb
from sijill.store import schema
from sijill.store.codings import CodedRecord
from sijill.store.connection import Database, open_database
from sijill.store.decisions import add_decision, find_decisions, is_withdrawn, read_decisions
from sijill.store.linked_record import LinkedRecord
from sijill.store.linked_tables import events as linked_events
from sijill.store.origins import Keeper, Source, find_articles, index_archive, sources
from sijill.store.rows import read_document, read_documents
from sijill.store.run import Run
from sijill.store.search import Hit, rebuild, search

if TYPE_CHECKING:
    from sijill.store.people import People


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a record holds."""

    articles: int
    claims: int
    control_claims: int
    rejected: int
    runs: int


class Record(CodedRecord, LinkedRecord):
    """A record: a SQLite file or a PostgreSQL database; several processes may append to one at the same time."""

    def __init__(self, database: Database) -> None:
        self.where = database.where
        self._database = database

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Record:
        """The record in a file, or in the database of a postgresql:// address, made first if `create` and missing.

        RecordError if it is no record.
        """
        return cls(open_database(path, create=create))

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or database."""
        self._database.engine.dispose()

    def start_run(self, *, version: str, settings_hash: str = "", data_checksums: Mapping[str, str] | None = None,
                  archive: Path | None = None) -> Run:
        """Begin to append: what is added is kept under the version and data of the program that coded it.

        The bytes that articles came as are kept in the file `archive` (see `sijill.store.origins.archive_of`).
        """
        return Run.start(self._database, {
            "version": version, "settings_hash": settings_hash,
            "data_checksums": json.dumps(dict(data_checksums or {}), sort_keys=True)},
            Keeper(archive, f"sijill {version}") if archive else None)

    def counts(self) -> Counts:
        """How many rows each table holds."""
        with self._database.reading() as connection:
            return Counts(*(
                connection.execute(select(func.count()).select_from(schema.metadata.tables[name])).scalar_one()
                for name in ("articles", "claims", "control_claims", "rejected", "runs")))

    def documents(self, only: Sequence[str] | None = None, *, people: bool = False) -> Iterator[Document]:
        """Every article with its claims, in the order in which they were added; or those with these ids, in theirs.

        With `people` the events that people settled stand after those that the machine read.
        """
        with self._database.reading() as connection:
            yield from read_documents(connection, _ids(connection) if only is None else only, people=people)

    def article_ids(self) -> list[str]:
        """The id of every article, in the order in which they were added."""
        with self._database.reading() as connection:
            return _ids(connection)

    def article(self, article_id: str) -> Document | None:
        """The article with this id and its claims as they were coded; None if there is none."""
        with self._database.reading() as connection:
            there = connection.execute(select(schema.articles.c.id).where(schema.articles.c.id == article_id)).scalar()
            return None if there is None else read_document(connection, article_id)

    def rejections(self) -> tuple[Rejected, ...]:
        """Every row that says why an input was not coded, in the order in which they were added."""
        table = schema.rejected.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(table.where, table.line, table.code, table.reason).order_by(table.id)).all()
        return tuple(Rejected(*row) for row in rows)

    def find_event(self, event_id: str) -> tuple[Document, Event]:
        """The article and the event of an id or of its unambiguous beginning; RecordError if there is none.

        Of an article that was coded under several dates or sources, the coding added last.
        """
        table = schema.claims.c
        wanted = event_id.strip()
        with self._database.reading() as connection:
            rows = connection.execute(
                select(table.claim_id, table.article_id, table.position)
                .where(func.substr(table.claim_id, 1, len(wanted)) == wanted).order_by(table.id)).all()
            exact = [row for row in rows if row.claim_id == wanted] or rows
            if not wanted or not exact:
                events = linked_events.c.id
                linked = wanted and connection.execute(
                    select(events).where(func.substr(events, 1, len(wanted)) == wanted)).first()
                raise RecordError(f"no claim has the id {event_id!r}" + (", but an event has it" if linked else ""),
                                  where=self.where, next_step="Take an id from the first column of `sijill code`"
                                  if not linked else
                                  f"See its claims with: sijill show {shlex.quote(self.where)} {wanted}")
            ids = sorted({row.claim_id for row in exact})
            if len(ids) > 1:
                raise RecordError(f"{len(ids)} events have ids that begin with {wanted!r}",
                                  where=self.where,
                                  next_step=f"Write more of it, such as {ids[0]} or {ids[1]}")
            document = read_document(connection, exact[-1].article_id, people=True)
            assert document.events is not None
            return document, document.events[exact[-1].position]

    def sources(self, wanted: str) -> list[tuple[Document, tuple[Source, ...]]]:
        """The articles that an id means, each with the bytes that it came as; RecordError if there is none.

        The id, or its beginning, is that of an article, a claim, or the SHA-256 of the bytes; or a whole doc_id.
        """
        with self._database.reading() as connection:
            keys = find_articles(connection, wanted.strip()) if wanted.strip() else []
            if not keys:
                raise RecordError(f"no article, event or SHA-256 begins with {wanted[:80]!r}", where=self.where,
                                  next_step="Take an id from `sijill code` or `sijill search FILE WORDS`")
            found = sources(connection, keys)
            return [(read_document(connection, key), tuple(one for one in found if one.article_id == key))
                    for key in keys]

    def index_archive(self, archive: Path) -> int:
        """Look through an archive and note anew where its records stand; how many rows now have a place in it."""
        with self._database.writing() as connection:
            return index_archive(connection, archive)

    def search(self, query: str, *, source: str | None = None, first: dt.date | None = None,
               last: dt.date | None = None) -> Iterator[Hit]:
        """Articles that have every word and "quoted phrase" of a query, spelt however, the latest first.

        `source` is their publisher, `first` and `last` bound the day of publication. RecordError if the query holds
        no word.
        """
        with self._database.reading() as connection:
            yield from search(connection, query, source=source, first=first.isoformat() if first else None,
                              last=last.isoformat() if last else None, where=self.where)

    def rebuild_search(self) -> int:
        """Make the index of words anew; how many articles it holds."""
        with self._database.writing() as connection:
            return rebuild(connection)

    def decide(self, verb: Verb, claims: Sequence[str], *, by: str, field: str | None = None,
               value: str | None = None, note: str | None = None) -> Decision:
        """Append a person's verdict on claims; RecordError if the verb does not fit or an id is not here.

        `field` is for `correct` only (`sijill.link.corrections.FIELDS`); `value` is its JSON, and for `withdraw` the id
        of another decision.
        """
        with self._database.writing() as connection:
            return add_decision(connection, Decision("", dt.datetime.now(dt.UTC), by, verb, tuple(claims), field,
                                                     value, note), self.where)

    @functools.cached_property
    def people(self) -> People:
        """The accounts of those who may use the record over the web, and who may read which article."""
        from sijill.store.people import People

        return People(self._database)

    def decisions(self, *, after: int = 0) -> tuple[Decision, ...]:
        """The decisions with a number after this one (all have) in the order in which they were taken.

        Those withdrawn, and the withdrawals, are among them.
        """
        with self._database.reading() as connection:
            return read_decisions(connection, after=after)

    def find_decisions(self, given: str) -> tuple[Decision, ...]:
        """The decision with this id, or those whose ids begin with it."""
        with self._database.reading() as connection:
            return find_decisions(connection, given)

    def is_withdrawn(self, decision: str) -> bool:
        """Whether the decision with this id was withdrawn."""
        with self._database.reading() as connection:
            return is_withdrawn(connection, decision)


def _ids(connection: Connection) -> list[str]:
    article = schema.articles.c
    return list(connection.execute(
        select(article.id).order_by(article.run_id, article.doc_id, article.id)).scalars())
