"""Linked events as plain JSON objects: one event a line, with its claims and the words that prove them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sijill.documents import (
    ActorArgument,
    Casualty,
    Event,
    PlaceArgument,
    Speaker,
    TimeArgument,
    Trigger,
    Weapon,
)
from sijill.ledger import Claim, Field, Link, LinkedEvent, Toll
from sijill.records import ACTOR_ROLES, Record, grounding_record, iso_day

Part = Trigger | ActorArgument | PlaceArgument | TimeArgument | Casualty | Speaker | Weapon
DISSENTING = ("sub_event_type", *ACTOR_ROLES, "weapon", "factuality")
"""The fields of which claims may give different values; `places` names who tells each of its places."""


def linked_record(event: LinkedEvent, texts: Mapping[str, str]) -> Record:
    """One event as a JSON object; `texts` are those of its articles by article id."""
    record: Record = {"event_id": event.id, "event_type": event.event_type,
                      "sub_event_type": event.sub_event_type.value}
    for role in ACTOR_ROLES:
        record[role] = list(getattr(event, role).value or ())
    record["places"] = [
        {"name": r.value.name, "extent": r.value.extent, "within": r.value.within}
        | grounding_record(r.value.grounding) | {"claims": list(r.claims), "blocs": list(r.blocs)}
        for r in event.places.readings]
    record |= {"earliest": iso_day(event.earliest), "latest": iso_day(event.latest),
               "time_precision": event.time_precision, "tolls": [toll_record(toll) for toll in event.tolls],
               "weapon": event.weapon.value, "status": event.status, "factuality": event.factuality.value,
               "blocs": dict(event.blocs), "one_sided": event.one_sided, "dissent": dissent(event)}
    record["claims"] = [claim_record(claim, texts[claim.article_id]) for claim in event.claims]
    return record


def toll_record(toll: Toll) -> Record:
    """A toll as a JSON object: null where no claim gives a number."""
    return {"kind": toll.kind, "who": toll.who, "low": toll.low, "best": toll.best, "high": toll.high,
            "claims": list(toll.claims)}


def link_record(link: Link) -> Record:
    """Why a claim belongs to its event, as a JSON object; weights are log2 odds."""
    return {"claim_id": link.claim, "other": link.other, "weight": link.weight,
            "contributions": dict(link.contributions), "by": link.by}


def dissent(event: LinkedEvent) -> Record:
    """The fields that claims give different values for: each reading with its claims and their blocs, best first."""
    out: Record = {}
    for name in DISSENTING:
        field: Field[Any] = getattr(event, name)
        if field.disputed:
            out[name] = [{"value": list(r.value) if isinstance(r.value, tuple) else r.value,
                          "claims": list(r.claims), "blocs": list(r.blocs)} for r in field.readings]
    return out


def claim_record(claim: Claim, text: str) -> Record:
    """One claim of an event as a JSON object, with its spans as evidence; `text` is its article's."""
    event = claim.event
    return {
        "claim_id": claim.id, "doc_id": claim.doc_id, "article_id": claim.article_id, "source": claim.source,
        "source_id": claim.source_id, "bloc": claim.bloc, "url": claim.url, "published": iso_day(claim.published),
        "copy_of": claim.copy_of, "event_type": event.event_type, "sub_event_type": event.sub_event_type,
        "earliest": iso_day(event.time.earliest), "latest": iso_day(event.time.latest), "factuality": event.factuality,
        "sentence": claim.sentence,
        "evidence": [{"field": field, "value": value, "start": part.start, "end": part.end,
                      "text": text[part.start:part.end]} for field, value, part in evidence(event)
                     if part.start != part.end],
        "attribution": [{"kind": s.kind, "start": s.start, "end": s.end, "text": text[s.start:s.end]}
                        for s in event.attribution],
    }


def evidence(event: Event) -> Iterator[tuple[str, str | None, Part]]:
    """Every part of a claim that has a span: its field, the value read from it (None where the words are), the part.

    The span of what a person corrected without marking words is empty.
    """
    yield "trigger", event.sub_event_type, event.trigger
    for role in ACTOR_ROLES:
        for actor in getattr(event, role):
            yield role, actor.id, actor
    for place in event.places:
        yield "places", place.name, place
    if event.time.start is not None and event.time.end is not None:
        yield "time", None, event.time
    for toll in event.casualties:
        yield "casualties", toll.kind, toll
    for speaker in event.attribution:
        yield "attribution", speaker.kind, speaker
    if event.weapon:
        yield "weapon", None, event.weapon
