"""What a record knows beyond single articles: linking, and the events that it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sijill.errors import RecordError
from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.store import schema
from sijill.store.connection import Database
from sijill.store.decisions import decisions_on, last_decision
from sijill.store.due import Linking, Report, generation, is_due
from sijill.store.events import EventBatch, events_of, read_events
from sijill.store.filters import EventFilter, count_events, matching
from sijill.store.holdings import (
    ArticleLine,
    OutletLine,
    RunLine,
    actor_counts,
    article_lines,
    outlet_lines,
    run_lines,
)
from sijill.store.linked_tables import events, linked_articles, linked_claims
from sijill.store.statements import parts
from sijill.store.summaries import Summary, summaries


@dataclass(frozen=True, slots=True)
class Found:
    """An event that an id led to, its articles' texts by article id, and the claim where the id was a claim's."""

    event: LinkedEvent
    texts: dict[str, str]
    claim: Claim | None


class LinkedRecord:
    """The part of a record that links claims and reads events."""

    where: str
    _database: Database

    def link(self, *, whole: bool = False, report: Report | None = None) -> Linking:
        """Link what was added or decided since the last time, or all of it if `whole`; event ids stay the same."""
        # comparing claims takes much that reading events does without
        from sijill.store.linking import link_record

        return link_record(self._database, whole=whole, report=report)

    def link_due(self) -> bool:
        """Whether there are claims or decisions that no linking has seen."""
        with self._database.reading() as connection:
            return is_due(connection)

    def events(self, wanted: EventFilter | None = None) -> Iterator[LinkedEvent]:
        """The linked events that a filter lets pass, oldest first, those without a day last; a stream."""
        for batch in self.event_batches(wanted):
            yield from batch.events

    def event_batches(self, wanted: EventFilter | None = None) -> Iterator[EventBatch]:
        """The same events in batches, with the texts of the articles that tell them."""
        with self._database.reading() as connection:
            yield from read_events(connection, wanted or EventFilter())

    def count_events(self, wanted: EventFilter | None = None) -> int:
        """How many events a filter lets pass, its limit aside."""
        with self._database.reading() as connection:
            return count_events(connection, wanted or EventFilter())

    def matching(self, wanted: EventFilter) -> set[str]:
        """The ids of the events that a filter lets pass, its limit aside, in no order."""
        with self._database.reading() as connection:
            return matching(connection, wanted)

    def events_by_id(self, ids: Sequence[str]) -> EventBatch:
        """The events with these ids, in their order, with their articles' texts; those not there are left out."""
        with self._database.reading() as connection:
            return events_of(connection, ids)

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[int, list[Summary]]:
        """The number of the last linking, and its events (or those with these ids) in short."""
        with self._database.reading() as connection:
            return generation(connection), list(summaries(connection, ids))

    def article_lines(self, *, without: Collection[str] = (), source: str | None = None, first: dt.date | None = None,
                      last: dt.date | None = None, offset: int = 0, limit: int = 50) -> tuple[list[ArticleLine], int]:
        """A part of the articles, the latest first, and how many there are, those of `without` aside."""
        with self._database.reading() as connection:
            return article_lines(connection, without=without, source=source, first=first, last=last, offset=offset,
                                 limit=limit)

    def outlet_lines(self, *, without: Collection[str] = ()) -> list[OutletLine]:
        """Who published the articles, those with most first."""
        with self._database.reading() as connection:
            return outlet_lines(connection, without=without)

    def actor_counts(self, *, without: Collection[str] = ()) -> dict[str, int]:
        """How many events each actor takes part in, the events of `without` aside."""
        with self._database.reading() as connection:
            return actor_counts(connection, without=without)

    def run_lines(self, *, without: Collection[str] = ()) -> list[RunLine]:
        """The runs of the program that added to the record, the newest first; articles of `without` do not count."""
        with self._database.reading() as connection:
            return run_lines(connection, without=without)

    def articles_of_run(self, run_id: int) -> frozenset[str]:
        """The ids of the articles that one run added."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(schema.articles.c.id)
                                                .where(schema.articles.c.run_id == run_id)).scalars())

    def generation(self) -> int:
        """The number of the last linking; 0 if there was none."""
        with self._database.reading() as connection:
            return generation(connection)

    def find_linked(self, given: str) -> Found:
        """The event of an event's or a claim's id, or of its unambiguous beginning; RecordError if there is none."""
        with self._database.reading() as connection:
            event_id, claim_id = self._resolved(connection, given)
            if event_id is None:
                raise RecordError(f"the claim {claim_id} is not linked", where=self.where,
                                  next_step=f"Link it with: sijill link {self.where}")
            batch = events_of(connection, [event_id])
        (event,) = batch.events
        return Found(event, dict(batch.texts), next((c for c in event.claims if c.id == claim_id), None))

    def stamp(self) -> tuple[int, int, int]:
        """How many articles there are, how many of them are known to be copies, and the number of the last decision."""
        with self._database.reading() as connection:
            return (connection.execute(select(func.count()).select_from(schema.articles)).scalar_one(),
                    connection.execute(select(func.count(linked_articles.c.copy_of))).scalar_one(),
                    last_decision(connection))

    def copies(self) -> dict[str, str]:
        """The articles that reprint another: copy -> original, by article id."""
        of = linked_articles.c
        with self._database.reading() as connection:
            return {row.article_id: row.copy_of for row in connection.execute(
                select(of.article_id, of.copy_of).where(of.copy_of.is_not(None)))}

    def articles_of(self, claims: Iterable[str]) -> frozenset[str]:
        """The ids of the articles that make these claims."""
        table = schema.claims.c
        with self._database.reading() as connection:
            return frozenset(article for part in parts(sorted(set(claims))) for article in connection.execute(
                select(table.article_id).where(table.claim_id.in_(part))).scalars())

    def last_decision(self) -> int:
        """The number of the last decision; 0 if none was taken."""
        with self._database.reading() as connection:
            return last_decision(connection)

    def decisions_on(self, claims: Iterable[str]) -> tuple[Decision, ...]:
        """Every decision on any of these claims, withdrawn ones and withdrawals included, in their order."""
        with self._database.reading() as connection:
            return decisions_on(connection, claims)

    def events_of(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The ids of the events that these claims were linked to, each once."""
        table = linked_claims.c
        with self._database.reading() as connection:
            return tuple(sorted({key for key in connection.execute(
                select(table.event_id).where(table.claim_id.in_(sorted(set(claims))))).scalars() if key}))

    def _resolved(self, connection: Connection, given: str) -> tuple[str | None, str | None]:
        """The event's id, and the claim's where it is a claim that is meant."""
        wanted = given.strip()
        if not wanted:
            raise self._no_such(given)
        starts = func.substr(events.c.id, 1, len(wanted)) == wanted
        found: dict[str, tuple[str | None, str | None]] = {
            key: (key, None) for key in connection.execute(select(events.c.id).where(starts).limit(3)).scalars()}
        claim = linked_claims.c
        for key, event in connection.execute(
                select(claim.claim_id, claim.event_id)
                .where(func.substr(claim.claim_id, 1, len(wanted)) == wanted).limit(3)):
            found.setdefault(key, (event, key))
        if wanted in found:
            return found[wanted]
        if not found:
            raise self._no_such(given)
        if len(found) > 1:
            some = sorted(found)
            raise RecordError(f"several events or claims have ids that begin with {wanted!r}", where=self.where,
                              next_step=f"Write more of it, such as {some[0]} or {some[1]}")
        return next(iter(found.values()))

    def _no_such(self, given: str) -> RecordError:
        return RecordError(f"no event and no claim has the id {given!r}", where=self.where,
                           next_step=f"Take an id from: sijill events {self.where}")
