"""Summaries: what a list or a map shows of each event, read for a whole record at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from sijill.records import ACTOR_ROLES
from sijill.store import schema
from sijill.store.linked_tables import event_places, events, linked_claims
from sijill.store.statements import parts

_DISSENTING = ("sub_event_type", *ACTOR_ROLES, "weapon", "factuality")


@dataclass(frozen=True, slots=True)
class Summary:
    """One event in short: ISO days; `score` is the least of its claims' triggers, `place` its finest with a point.

    `control` says whether one of its claims tells who holds a place, `disputed` are the fields with several readings.
    """

    id: str
    event_type: str
    sub_event_type: str | None
    earliest: str | None
    latest: str | None
    time_precision: int | None
    status: str
    one_sided: str | None
    killed: int | None
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    score: float
    control: bool
    disputed: tuple[str, ...]
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None


def summaries(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[Summary]:
    """The events of a record, or those with these ids, in no order; those that are not there are left out."""
    for part in [None] if ids is None else parts(list(ids)):
        yield from _some(connection, part)


def _some(connection: Connection, ids: Sequence[Any] | None) -> Iterator[Summary]:
    def chosen(column: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        return [] if ids is None else [column.in_(ids)]

    claims: dict[str, list[Any]] = {}
    of = linked_claims.c
    for row in connection.execute(
            select(of.event_id, of.claim_id, of.article_id, schema.claims.c.score)
            .join(schema.claims, schema.claims.c.id == of.claim_row)
            .where(of.event_id.is_not(None), *chosen(of.event_id)).order_by(of.event_id, of.position)):
        claims.setdefault(row.event_id, []).append(row)
    moves = set(connection.execute(
        select(of.event_id).join(schema.control_claims, schema.control_claims.c.claim_row == of.claim_row)
        .where(of.event_id.is_not(None), *chosen(of.event_id)).distinct()).scalars())
    places: dict[str, Any] = {}
    for row in connection.execute(select(event_places).where(*chosen(event_places.c.event_id))
                                  .order_by(event_places.c.event_id, event_places.c.position)):
        known = places.get(row.event_id)
        if known is None or known.lat is None and row.lat is not None:
            places[row.event_id] = row
    for row in connection.execute(select(events).where(*chosen(events.c.id))):
        yield _summary(row, claims.get(row.id, []), row.id in moves, places.get(row.id))


def _summary(row: Any, claims: Sequence[Any], moves: bool, place: Any) -> Summary:
    readings = json.loads(row.fields)
    return Summary(
        row.id, row.event_type, row.sub_event_type, row.earliest, row.latest, row.time_precision, row.status,
        row.one_sided, row.killed, tuple(claim.claim_id for claim in claims),
        tuple(dict.fromkeys(claim.article_id for claim in claims)),
        min((claim.score for claim in claims), default=0.0), moves,
        tuple(name for name in _DISSENTING if len(readings.get(name, ())) > 1),
        place and place.name, place and place.place_id, place and place.lat, place and place.lon)
