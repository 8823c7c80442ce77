"""Linking a record: the whole of it, or only what new claims and new decisions reach."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, text

from sijill.errors import RecordError
from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link.linking import link_claims
from sijill.link.relinking import relink
from sijill.resources import manifest
from sijill.store.claims import every_claim
from sijill.store.connection import Database
from sijill.store.decisions import read_decisions
from sijill.store.events import delete_events, save_events
from sijill.store.linked_tables import events, linked_articles, linked_claims, linked_decisions, linkings
from sijill.store.neighbourhood import RecordNeighbourhood
from sijill.store.preparing import forget_prepared, prepare_articles, unprepared

WHOLE_FROM = 0.5
"""With more new claims than this share of all, the whole record is linked: it costs less than asking around."""
_TRIES = 3
_LOCK = 0x534A4C32
Report = Callable[[str, int, int], object]
"""Told the step, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Linking:
    """What a linking did: events of the record now, those written anew, merged away and made, and copies in all.

    `fresh` counts the claims that were not linked before, `whole` says whether every claim was linked again.
    """

    events: int
    claims: int
    copies: int
    fresh: int
    changed: int
    made: int
    gone: int
    whole: bool


@dataclass(frozen=True, slots=True)
class _Due:
    fresh: Sequence[int]
    decided: Sequence[Decision]
    claims: int
    generation: int


def linking_settings() -> str:
    """16 hexadecimal digits of the data that linking depends on."""
    names = ("linking.toml", "sources.tsv", "blocs.tsv", "outlet_blocs.tsv", "actors.tsv", "ontology.tsv")
    sums = {name: entry["sha256"] for name, entry in manifest().items() if name in names or name.startswith("link")}
    return hashlib.blake2b(json.dumps(sums, sort_keys=True).encode(), digest_size=8).hexdigest()


def is_due(connection: Connection) -> bool:
    """Whether a record has claims or decisions that were not linked, or was linked with other data."""
    last = connection.execute(select(linkings.c.settings).order_by(linkings.c.id.desc()).limit(1)).scalar()
    if last != linking_settings() or unprepared(connection):
        return True
    due = _due(connection)
    return bool(due.fresh or due.decided)


def link_record(database: Database, *, whole: bool = False, report: Report | None = None) -> Linking:
    """Link what is new in a record, or all of it; nothing of the record is lost if it is stopped on the way."""
    told = report or (lambda *_: None)
    with _alone(database) as connection:
        last = connection.execute(select(linkings.c.settings).order_by(linkings.c.id.desc()).limit(1)).scalar()
        if whole or last not in (None, linking_settings()):
            whole = True
            forget_prepared(connection)
    _prepare(database, told)
    for _ in range(_TRIES):
        with database.reading() as connection:
            due = _due(connection)
        if not whole and last is not None and len(due.fresh) <= WHOLE_FROM * due.claims:
            return _link_fresh(database, told)
        done = _link_whole(database, told)
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


def _due(connection: Connection) -> _Due:
    """The claims that are not linked, and the decisions that were not heeded."""
    fresh = connection.execute(select(linked_claims.c.claim_row).where(linked_claims.c.event_id.is_(None))).scalars()
    heeded = set(connection.execute(select(linked_decisions.c.decision_id)).scalars())
    decided = [decision for decision in read_decisions(connection) if decision.id not in heeded]
    claims = connection.execute(select(func.count()).select_from(linked_claims)).scalar_one()
    return _Due(fresh.all(), decided, claims, _generation(connection))


def _generation(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(linkings.c.id), 0))).scalar_one())


def _link_whole(database: Database, told: Report) -> Linking | None:
    """Link every claim; None if another process linked the record meanwhile."""
    with database.reading() as connection:
        due = _due(connection)
        decisions = read_decisions(connection)
        claims: list[Claim] = []
        for batch in every_claim(connection):
            claims += batch.claims.values()
            told("reading claims", len(claims), due.claims)
        of = linked_claims.c
        previous: dict[str, str] = {row.claim_id: row.event_id for row in connection.execute(
            select(of.claim_id, of.event_id).where(of.event_id.is_not(None)))}
    told("linking", 0, 1)
    linked = link_claims(claims, decisions, previous)
    told("linking", 1, 1)
    with _alone(database) as connection:
        if _generation(connection) != due.generation:
            return None
        before = set(previous.values())
        delete_events(connection)
        _save(connection, linked, told)
        made = [event.id for event in linked if event.id not in before]
        return _finish(connection, due, linked, made, len(before.difference(e.id for e in linked)), whole=True)


def _link_fresh(database: Database, told: Report) -> Linking:
    """Link what new claims and decisions reach, in one transaction."""
    with _alone(database) as connection:
        due, decisions = _due(connection), read_decisions(connection)
        around = RecordNeighbourhood(connection, decisions)
        named = {claim for d in due.decided for claim in _named(d, decisions)}
        fresh = {claim.id: claim for claim in [*around.of_rows(due.fresh), *around.claims(named)]}
        if not fresh:
            return _finish(connection, due, (), (), 0, whole=False)
        told("linking", 0, 1)
        linked = relink(list(fresh.values()), around)
        told("linking", 1, 1)
        ids = [event.id for event in linked.events]
        there: set[str] = set()
        for first in range(0, len(ids), 500):
            there.update(connection.execute(
                select(events.c.id).where(events.c.id.in_(ids[first:first + 500]))).scalars())
        delete_events(connection, [*there, *linked.gone])
        _save(connection, linked.events, told)
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


def _finish(connection: Connection, due: _Due, linked: Sequence[LinkedEvent], made: Sequence[str], gone: int, *,
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
