"""Linked events in a record: saved whole, and read back in order, with their claims and the claims' texts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from sijill.ledger import LinkedEvent
from sijill.store.claims import read_claims
from sijill.store.event_rows import Rows, event_rows, link_of, linked_event
from sijill.store.filters import EventFilter, event_ids
from sijill.store.linked_tables import EVENT_TABLES, claim_ties, events, linked_claims
from sijill.store.statements import insert_rows, parts

BATCH = 200
"""Events read or written at once."""
_FORGOTTEN = dict.fromkeys(("event_id", "position", "other", "weight", "contributions", "by"))


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Some events, and the texts of the articles that tell them by article id."""

    events: Sequence[LinkedEvent]
    texts: Mapping[str, str]


def read_events(connection: Connection, wanted: EventFilter) -> Iterator[EventBatch]:
    """The events that a filter lets pass, oldest first, in batches, so that memory does not grow with the record."""
    ids = event_ids(connection, wanted)
    while part := list(itertools.islice(ids, BATCH)):
        yield events_of(connection, part)


def events_of(connection: Connection, ids: Sequence[str]) -> EventBatch:
    """The events with these ids, in their order; those that are not there are left out."""
    rows = {row.id: row for row in connection.execute(select(events).where(events.c.id.in_(ids)))}
    linked: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(select(linked_claims).where(linked_claims.c.event_id.in_(ids))
                                  .order_by(linked_claims.c.event_id, linked_claims.c.position)):
        linked.setdefault(row.event_id, []).append(row)
    batch = read_claims(connection, (row.claim_row for part in linked.values() for row in part))
    return EventBatch([
        linked_event(rows[key], [batch.claims[row.claim_row] for row in linked.get(key, ())],
                     [link_of(row) for row in linked.get(key, ())])
        for key in ids if key in rows], batch.texts)


def save_events(connection: Connection, changed: Iterable[LinkedEvent]) -> int:
    """Write new events, their claims' links with them; an event that is there must be deleted first."""
    written = 0
    every = iter(changed)
    while part := list(itertools.islice(every, BATCH)):
        rows: Rows = {table.name: [] for table in (events, linked_claims, *EVENT_TABLES)}
        numbers = _numbers(connection, [claim.id for event in part for claim in event.claims])
        for event in part:
            event_rows(rows, event, numbers)
        for table in (events, *EVENT_TABLES):
            if rows[table.name]:
                connection.execute(insert(table), rows[table.name])
        if rows["linked_claims"]:
            connection.execute(update(linked_claims).where(linked_claims.c.claim_row == bindparam("row")),
                               rows["linked_claims"])
        written += len(part)
    return written


def save_ties(connection: Connection, ties: Iterable[tuple[str, str, float]], cuts: Mapping[str, int]) -> None:
    """Write ties of claims (ids and weight) beside those that are there, and how often what claims hang in was cut."""
    tied = list(ties)
    numbers = _numbers(connection, sorted({one for tie in tied for one in tie[:2]}.union(cuts)))
    insert_rows(connection, claim_ties, sorted(
        row for one, other, weight in tied for row in ((numbers[one], numbers[other], weight),
                                                       (numbers[other], numbers[one], weight))))
    if cuts:
        connection.execute(update(linked_claims).where(linked_claims.c.claim_row == bindparam("row")),
                           [{"row": numbers[one], "cuts": count} for one, count in cuts.items()])


def _numbers(connection: Connection, claims: Sequence[str]) -> dict[str, int]:
    table = linked_claims.c
    query = select(table.claim_id, table.claim_row)
    return {claim: row for part in parts(claims)
            for claim, row in connection.execute(query.where(table.claim_id.in_(part)))}


def delete_events(connection: Connection, ids: Sequence[str] | None = None) -> None:
    """Take events out, and their claims' links; all of them where no ids are given."""
    for part in [None] if ids is None else parts(ids):
        for table in EVENT_TABLES:
            of = table.c.event_id
            connection.execute(delete(table) if part is None else delete(table).where(of.in_(part)))
        forget = update(linked_claims).values(**_FORGOTTEN)
        of = linked_claims.c.event_id
        connection.execute(forget.where(of.is_not(None)) if part is None else forget.where(of.in_(part)))
        connection.execute(delete(events) if part is None else delete(events).where(events.c.id.in_(part)))
