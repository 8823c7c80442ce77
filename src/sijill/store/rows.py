"""Coded documents as rows of a record's tables, and back."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, select, true

from sijill.documents import (
    ActorArgument,
    Casualty,
    ControlClaim,
    Document,
    Event,
    Grounding,
    PlaceArgument,
    Speaker,
    TimeArgument,
    Trigger,
    Weapon,
)
from sijill.records import ACTOR_ROLES, grounding_record, iso_day, read_day, read_grounding
from sijill.store import schema
from sijill.store.statements import parts

Rows = dict[str, list[dict[str, object]]]
_GROUNDED = ("place_id", "lat", "lon", "radius_km", "geo_precision", "grounding")


def article_rows(rows: Rows, document: Document, key: str, run_id: int, original: str | None,
                 claim_row: int) -> int:
    """Add a document's rows to `rows`, its claims numbered from `claim_row`; the last number used."""
    text = document.text
    rows["articles"].append({
        "id": key, "run_id": run_id, "doc_id": document.doc_id, "source": document.source,
        "url": document.url, "title": document.title, "published": iso_day(document.published),
        "text": text, "original": original, "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
    })
    events = document.events or ()
    for position, event in enumerate(events):
        rows["claims"].append(_claim(event, text, position, key, claim_row + position))
        rows["arguments"] += _arguments(event, text, claim_row + position)
    rows["control_claims"] += [
        _control(claim, text, position, key, claim_row)
        for position, claim in enumerate(document.control or ())]
    return claim_row + len(events) - 1


def settled_rows(event: Event, text: str, position: int, article: str, claim_row: int, step: int) -> Rows:
    """The rows of an event that people settled of an article, `step` the number of the step that closed it."""
    return {"claims": [_claim(event, text, position, article, claim_row) | {"settled": step}],
            "arguments": _arguments(event, text, claim_row)}


def _claim(event: Event, text: str, position: int, article: str, claim_row: int) -> dict[str, object]:
    trigger, time = event.trigger, event.time
    return {
        "id": claim_row, "article_id": article, "position": position, "claim_id": event.event_id,
        "event_type": event.event_type, "sub_event_type": event.sub_event_type,
        "trigger_start": trigger.start, "trigger_end": trigger.end, "trigger_token": trigger.token,
        "trigger_text": text[trigger.start:trigger.end], "trigger_type": trigger.sub_event_type,
        "lemma": trigger.lemma, "form": trigger.form, "frame": trigger.frame, "rule": trigger.rule,
        "score": trigger.score, "time_start": time.start, "time_end": time.end,
        "earliest": iso_day(time.earliest), "latest": iso_day(time.latest), "time_rule": time.rule,
        "factuality": event.factuality, "factuality_rule": event.factuality_rule,
    }


def _arguments(event: Event, text: str, claim_row: int) -> list[dict[str, object]]:
    out: list[dict[str, object]] = []

    def add(role: str, position: int, span: ActorArgument | PlaceArgument | Casualty | Speaker | Weapon,
            value: str | None, **more: object) -> None:
        row: dict[str, object] = dict.fromkeys(("extent", "within", "low", "high", "who", "score", *_GROUNDED))
        out.append(row | {
            "claim_row": claim_row, "role": role, "position": position, "start": span.start, "end": span.end,
            "text": text[span.start:span.end], "value": value, "rule": span.rule} | more)

    for role in ACTOR_ROLES:
        for position, actor in enumerate(getattr(event, role)):
            add(role, position, actor, actor.id, score=actor.score)
    for position, place in enumerate(event.places):
        add("place", position, place, place.name, extent=place.extent, within=place.within, score=place.score,
            **_grounded(place.grounding))
    for position, toll in enumerate(event.casualties):
        add("casualty", position, toll, toll.kind, low=toll.low, high=toll.high, who=toll.who)
    for position, speaker in enumerate(event.attribution):
        add("attribution", position, speaker, speaker.kind)
    if event.weapon:
        add("weapon", 0, event.weapon, None)
    return out


def _control(claim: ControlClaim, text: str, position: int, article: str, first: int) -> dict[str, object]:
    place = claim.place
    spanned = claim.start is not None and claim.end is not None
    return {
        "article_id": article, "position": position, "holder": claim.holder, "polarity": claim.polarity,
        "claim_row": None if claim.event is None else first + claim.event, "at": iso_day(claim.at),
        "start": claim.start, "end": claim.end, "text": text[claim.start:claim.end] if spanned else None,
        "place_start": place.start, "place_end": place.end, "place_name": place.name, "extent": place.extent,
        "within": place.within, "place_rule": place.rule, "place_score": place.score, "rule": claim.rule,
    } | _grounded(place.grounding)


def _grounded(grounding: Grounding | None) -> dict[str, object]:
    if grounding is None:
        return dict.fromkeys(_GROUNDED)
    found = grounding_record(grounding)
    return {name: found[name] for name in _GROUNDED[:-1]} | {"grounding": json.dumps(found, ensure_ascii=False)}


def _read_grounded(row: Row[Any]) -> Grounding | None:
    return _parsed_grounding(row.grounding) if row.grounding else None


@functools.lru_cache(maxsize=20_000)
def _parsed_grounding(text: str) -> Grounding | None:
    # a record names the same towns over and over; groundings are frozen and may be shared
    return read_grounding(json.loads(text))


def read_document(connection: Connection, key: str, *, people: bool = False) -> Document:
    """The article with this id, its events and control claims as the machine read them (see `read_documents`)."""
    return next(read_documents(connection, [key], people=people))


def read_documents(connection: Connection, keys: Sequence[str], *, people: bool = False) -> Iterator[Document]:
    """The articles with these ids, in their order, their events and control claims as the machine read them.

    With `people` the events that people settled and the machine had not read stand after its own.
    """
    for part in parts(keys):
        found = dict(_batch(connection, part, people))
        yield from (found[key] for key in part)


def _batch(connection: Connection, keys: Sequence[str], people: bool) -> Iterator[tuple[str, Document]]:
    own = and_(schema.claims.c.article_id.in_(keys), true() if people else schema.claims.c.settled.is_(None))
    claims: dict[str, list[Row[Any]]] = {key: [] for key in keys}
    for row in connection.execute(select(schema.claims).where(own).order_by(schema.claims.c.position)):
        claims[row.article_id].append(row)
    arguments: dict[int, dict[str, list[Row[Any]]]] = {row.id: {} for rows in claims.values() for row in rows}
    owned = select(schema.arguments).join(schema.claims).where(own)
    for row in connection.execute(owned.order_by(schema.arguments.c.position)):
        arguments[row.claim_row].setdefault(row.role, []).append(row)
    control: dict[str, list[Row[Any]]] = {key: [] for key in keys}
    table = schema.control_claims
    for row in connection.execute(select(table).where(table.c.article_id.in_(keys)).order_by(table.c.position)):
        control[row.article_id].append(row)
    for article in connection.execute(select(schema.articles).where(schema.articles.c.id.in_(keys))):
        places = {row.id: row.position for row in claims[article.id]}
        yield article.id, Document(
            article.text, article.doc_id, article.source, article.url, article.title, read_day(article.published),
            events=tuple(coded_event(row, arguments[row.id]) for row in claims[article.id]),
            control=tuple(_read_control(row, places) for row in control[article.id]),
        )


def coded_event(row: Row[Any], arguments: Mapping[str, Sequence[Row[Any]]]) -> Event:
    """The event of a row of `claims` and of its rows of `arguments`, by role and in their order."""
    weapon = arguments.get("weapon")
    return Event(
        row.claim_id,
        Trigger(row.trigger_start, row.trigger_end, row.trigger_token, row.lemma, row.form, row.frame,
                row.trigger_type, row.score, row.rule),
        row.sub_event_type, row.event_type,
        **{role: tuple(ActorArgument(a.start, a.end, a.value, a.rule, a.score)
                       for a in arguments.get(role, ())) for role in ACTOR_ROLES},
        places=tuple(PlaceArgument(a.start, a.end, a.value, a.extent, a.within, a.rule, a.score,
                                  _read_grounded(a))
                     for a in arguments.get("place", ())),
        time=TimeArgument(row.time_start, row.time_end, read_day(row.earliest), read_day(row.latest),
                          row.time_rule),
        casualties=tuple(Casualty(a.start, a.end, a.value, a.low, a.high, a.who, a.rule)
                         for a in arguments.get("casualty", ())),
        attribution=tuple(Speaker(a.start, a.end, a.value, a.rule) for a in arguments.get("attribution", ())),
        factuality=row.factuality, factuality_rule=row.factuality_rule,
        weapon=Weapon(weapon[0].start, weapon[0].end, weapon[0].rule) if weapon else None,
    )


def _read_control(row: Row[Any], places: dict[int, int]) -> ControlClaim:
    place = PlaceArgument(row.place_start, row.place_end, row.place_name, row.extent, row.within,
                          row.place_rule, row.place_score, _read_grounded(row))
    return ControlClaim(row.holder, place, read_day(row.at), row.polarity, row.start, row.end,
                        None if row.claim_row is None else places[row.claim_row], row.rule)
