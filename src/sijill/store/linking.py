"""Linking a record: the whole of it, or only what new claims and new decisions reach."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from sijill.errors import RecordError
from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link.linking import link_whole
from sijill.link.relinking import relink
from sijill.store.claims import every_claim
from sijill.store.connection import Database
from sijill.store.decisions import read_decisions
from sijill.store.due import Due, Linking, Report, find_due, generation, last_settings, linking_settings, unprepared
from sijill.store.events import delete_events, save_events, save_ties
from sijill.store.linked_tables import claim_ties, events, linked_articles, linked_claims, linked_decisions, linkings
from sijill.store.neighbourhood import RecordNeighbourhood
from sijill.store.preparing import forget_prepared, prepare_articles
from sijill.store.statements import parts

WHOLE_FROM = 0.5
"""With more new claims than this share of all, the whole record is linked: it costs less than asking around."""
_TRIES = 3
_LOCK = 0x534A4C32
"""The advisory lock of whoever links."""


def link_record(database: Database, *, whole: bool = False, report: Report | None = None) -> Linking:
    """Link what is new in a record, or all of it; nothing of the record is lost if it is stopped on the way."""
    told = report or (lambda *_: None)
    with _alone(database) as connection:
        last = last_settings(connection)
        if whole or last not in (None, linking_settings()):
            whole = True
            forget_prepared(connection)
    _prepare(database, told)
    for _ in range(_TRIES):
        with database.reading() as connection:
            due = find_due(connection)
        partly = not whole and last is not None and len(due.fresh) <= WHOLE_FROM * due.claims
        done = _link_fresh(database, told) if partly else _link_whole(database, told)
        if done:
            return done
    raise RecordError("another process keeps linking this record", where=database.where,
                      next_step="Wait for it, then run `sijill link` again")


@contextlib.contextmanager
def _alone(database: Database) -> Iterator[Connection]:
    """A transaction that writes, while no other process links."""
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            # SQLite has one writer at a time
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        yield connection


def _prepare(database: Database, told: Report) -> None:
    with database.reading() as connection:
        total = left = unprepared(connection)
    while left:
        with _alone(database) as connection:
            prepare_articles(connection)
            left = unprepared(connection)
        told("reading articles", total - left, total)


def _link_whole(database: Database, told: Report) -> Linking | None:
    """Link every claim; None if another process linked the record meanwhile."""
    with database.reading() as connection:
        due = find_due(connection)
        decisions = read_decisions(connection)
        claims: list[Claim] = []
        for batch in every_claim(connection):
            claims += batch.claims.values()
            told("reading claims", len(claims), due.claims)
        of = linked_claims.c
        previous: dict[str, str] = {row.claim_id: row.event_id for row in connection.execute(
            select(of.claim_id, of.event_id).where(of.event_id.is_not(None)))}
    told("linking", 0, 1)
    linked = link_whole(claims, decisions, previous)
    told("linking", 1, 1)
    with _alone(database) as connection:
        if generation(connection) != due.generation:
            return None
        before = set(previous.values())
        delete_events(connection)
        connection.execute(delete(claim_ties))
        _save(connection, linked.events, told)
        save_ties(connection, linked.ties, linked.cuts)
        ids = [event.id for event in linked.events]
        made = [key for key in ids if key not in before]
        return _finish(connection, due, linked.events, made, len(before.difference(ids)), whole=True)


def _link_fresh(database: Database, told: Report) -> Linking | None:
    """Link what new claims and decisions reach; None if another process linked the record meanwhile.

    Comparing takes long in a large record, so it only reads: others may add and decide all the while, and what they
    did is linked the next time.
    """
    with database.reading() as connection:
        due, decisions = find_due(connection), read_decisions(connection)
        around = RecordNeighbourhood(connection)
        named = {claim for d in due.decided for claim in _named(d, decisions)}
        fresh = {claim.id: claim for claim in [*around.of_rows(due.fresh), *around.claims(named)]}
        if fresh:
            told("linking", 0, 1)
            linked = relink(list(fresh.values()), decisions, around)
            told("linking", 1, 1)
    with _alone(database) as connection:
        if generation(connection) != due.generation:
            return None
        if not fresh:
            return _finish(connection, due, (), (), 0, whole=False)
        ids = [event.id for event in linked.events]
        there = {key for part in parts(ids) for key in connection.execute(
            select(events.c.id).where(events.c.id.in_(part))).scalars()}
        delete_events(connection, [*there, *linked.gone])
        _save(connection, linked.events, told)
        save_ties(connection, linked.ties, linked.cuts)
        return _finish(connection, due, linked.events, [key for key in ids if key not in there], len(linked.gone),
                       whole=False)


def _named(decision: Decision, decisions: Iterable[Decision]) -> Iterable[str]:
    """The claims that a decision is about; of a withdrawal, those of what is withdrawn."""
    yield from decision.claims
    if decision.verb == "withdraw":
        for other in decisions:
            if other.id == decision.value:
                yield from other.claims


def _save(connection: Connection, linked: Sequence[LinkedEvent], told: Report) -> None:
    for first in range(0, len(linked), 1000):
        save_events(connection, linked[first:first + 1000])
        told("writing events", min(first + 1000, len(linked)), len(linked))


def _finish(connection: Connection, due: Due, linked: Sequence[LinkedEvent], made: Sequence[str], gone: int, *,
            whole: bool) -> Linking:
    if due.decided:
        connection.execute(insert(linked_decisions), [{"decision_id": decision.id} for decision in due.decided])
    if linked or whole or due.decided:
        connection.execute(insert(linkings).values(
            at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), settings=linking_settings(), whole=int(whole),
            fresh=len(due.fresh), changed=len(linked)))
    counts = [connection.execute(select(func.count()).select_from(table)).scalar_one()
              for table in (events, linked_claims)]
    copies = connection.execute(
        select(func.count()).select_from(linked_articles).where(linked_articles.c.copy_of.is_not(None))).scalar_one()
    return Linking(counts[0], counts[1], copies, len(due.fresh), len(linked), len(made), gone, whole)
