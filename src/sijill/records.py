"""Coded documents as plain JSON objects, in the form of the gold data, and back again.

One object a document: doc_id, source, url, title, published, events, control. A span is
{"text", "start", "end"}. Beyond the gold form every event has its `event_id`, and every field the
rule that produced it and its score. A place's `score` says how sure its point is, `role_score` how
sure it is a place of the event.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sijill.documents import (
    ActorArgument,
    Alternative,
    Casualty,
    Container,
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
from sijill.errors import DataError

Record = dict[str, Any]
GROUNDING_FIELDS = ("place_id", "place_name", "kind", "lat", "lon", "radius_km", "geo_precision", "chain", "score",
                    "alternatives", "reasons")
ACTOR_ROLES = ("actor1", "actor2", "assoc_actor1", "assoc_actor2")
_T = TypeVar("_T")


def document_record(document: Document) -> Record:
    """One coded document as a JSON object; a document that was not coded has no events."""
    return {
        "doc_id": document.doc_id,
        "source": document.source,
        "url": document.url,
        "title": document.title,
        "published": iso_day(document.published),
        "events": [event_record(event, document.text) for event in document.events or ()],
        "control": [control_record(claim, document.text) for claim in document.control or ()],
    }


def event_record(event: Event, text: str) -> Record:
    """One event of a document with this text as a JSON object."""
    trigger = event.trigger
    record: Record = {
        "event_id": event.event_id,
        "trigger": _span(text, trigger.start, trigger.end) | {
            "lemma": trigger.lemma, "form": trigger.form, "frame": trigger.frame, "token": trigger.token,
            "type": trigger.sub_event_type, "rule": trigger.rule, "score": trigger.score,
        },
        "sub_event_type": event.sub_event_type,
        "event_type": event.event_type,
    }
    for role in ACTOR_ROLES:
        actors: tuple[ActorArgument, ...] = getattr(event, role)
        record[role] = [_span(text, a.start, a.end) | {"id": a.id, "rule": a.rule, "score": a.score}
                        for a in actors]
    record["places"] = [_place(place, text) for place in event.places]
    time = event.time
    record["time"] = _maybe_span(text, time.start, time.end) | {
        "earliest": iso_day(time.earliest), "latest": iso_day(time.latest), "rule": time.rule}
    record["casualties"] = [
        _span(text, c.start, c.end) | {"kind": c.kind, "low": c.low, "high": c.high, "who": c.who,
                                       "rule": c.rule}
        for c in event.casualties]
    record["attribution"] = [_span(text, s.start, s.end) | {"kind": s.kind, "rule": s.rule}
                             for s in event.attribution]
    record["factuality"] = event.factuality
    record["factuality_rule"] = event.factuality_rule
    weapon = event.weapon
    record["weapon"] = weapon and _span(text, weapon.start, weapon.end) | {"rule": weapon.rule}
    return record


def control_record(claim: ControlClaim, text: str) -> Record:
    """One control claim of a document with this text as a JSON object."""
    return {
        "holder": claim.holder,
        "place": _place(claim.place, text),
        "at": iso_day(claim.at),
        "polarity": claim.polarity,
        "span": _maybe_span(text, claim.start, claim.end) or None,
        "event": claim.event,
        "rule": claim.rule,
    }


def read_document(record: Mapping[str, Any], text: str) -> Document:
    """The coded document of a JSON object and its text; DataError if the object is not of this form."""
    return _checked(lambda: Document(
        text, record["doc_id"], record.get("source"), record.get("url"), record.get("title"),
        read_day(record.get("published")),
        events=tuple(read_event(event) for event in record.get("events") or ()),
        control=tuple(read_control(claim) for claim in record.get("control") or ()),
    ), "a coded document")


def read_event(record: Mapping[str, Any]) -> Event:
    """The event of a JSON object, gold form included; DataError if it is not of this form."""
    return _checked(lambda: _event(record), "an event")


def read_control(record: Mapping[str, Any]) -> ControlClaim:
    """The control claim of a JSON object, gold form included; DataError if it is not of this form."""
    return _checked(lambda: _control(record), "a control claim")


def _checked(make: Callable[[], _T], what: str) -> _T:
    try:
        return make()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"this is not {what}: {type(error).__name__} {error}",
                        next_step="Use lines as `sijill code --format jsonl` writes them") from error


def _event(record: Mapping[str, Any]) -> Event:
    trigger = record["trigger"]
    sub_event_type = record["sub_event_type"]
    roles = {role: tuple(ActorArgument(a["start"], a["end"], a["id"], a.get("rule", ""), a.get("score", 1.0))
                         for a in record.get(role) or ()) for role in ACTOR_ROLES}
    time = record.get("time") or {}
    weapon = record.get("weapon")
    return Event(
        record.get("event_id", ""),
        Trigger(trigger["start"], trigger["end"], trigger.get("token", -1), trigger.get("lemma", ""),
                trigger.get("form", ""), trigger.get("frame", ""), trigger.get("type", sub_event_type),
                trigger.get("score", 1.0), trigger.get("rule", "")),
        sub_event_type,
        record["event_type"],
        **roles,
        places=tuple(read_place(place) for place in record.get("places") or ()),
        time=TimeArgument(time.get("start"), time.get("end"), read_day(time.get("earliest")),
                          read_day(time.get("latest")), time.get("rule", "")),
        casualties=tuple(Casualty(c["start"], c["end"], c["kind"], c.get("low"), c.get("high"), c.get("who"),
                                  c.get("rule", "")) for c in record.get("casualties") or ()),
        attribution=tuple(Speaker(s["start"], s["end"], s["kind"], s.get("rule", ""))
                          for s in record.get("attribution") or ()),
        factuality=record["factuality"],
        factuality_rule=record.get("factuality_rule", ""),
        weapon=Weapon(weapon["start"], weapon["end"], weapon.get("rule", "")) if weapon else None,
    )


def _control(record: Mapping[str, Any]) -> ControlClaim:
    span = record.get("span") or {}
    return ControlClaim(record["holder"], read_place(record["place"]), read_day(record.get("at")),
                        record["polarity"], span.get("start"), span.get("end"), record.get("event"),
                        record.get("rule", ""))


def read_place(record: Mapping[str, Any]) -> PlaceArgument:
    """The place of a JSON object, that of an event or of a control claim."""
    # lines of before places were grounded have the role's score under "score"
    role_score = record["role_score"] if "role_score" in record else record.get("score", 1.0)
    return PlaceArgument(record["start"], record["end"], record["name"], record.get("extent", "whole"),
                         record.get("within"), record.get("rule", ""), role_score, read_grounding(record))


def _place(place: PlaceArgument, text: str) -> Record:
    return _span(text, place.start, place.end) | {
        "name": place.name, "extent": place.extent, "within": place.within, "rule": place.rule,
        "role_score": place.score} | grounding_record(place.grounding)


def grounding_record(grounding: Grounding | None) -> Record:
    """Where a place is, as the fields of a JSON object; all null where it is not known."""
    if grounding is None:
        return dict.fromkeys(GROUNDING_FIELDS) | {"chain": [], "alternatives": [], "reasons": []}
    return {
        "place_id": grounding.place_id, "place_name": grounding.name, "kind": grounding.kind, "lat": grounding.lat,
        "lon": grounding.lon, "radius_km": grounding.radius_km, "geo_precision": grounding.geo_precision,
        "chain": [{"name": c.name, "kind": c.kind} | ({"pcode": c.pcode} if c.pcode else {})
                  for c in grounding.chain],
        "score": grounding.score,
        "alternatives": [{"place_id": a.place_id, "name": a.name, "lat": a.lat, "lon": a.lon, "score": a.score}
                         for a in grounding.alternatives],
        "reasons": list(grounding.reasons),
    }


def read_grounding(record: Mapping[str, Any]) -> Grounding | None:
    """Where a place is, of the fields of a JSON object; None where it has no place_id."""
    if record.get("place_id") is None:
        return None
    return Grounding(
        record["place_id"], record.get("place_name") or record["name"], record.get("kind") or "place",
        record.get("lat"), record.get("lon"), record.get("radius_km"), record.get("geo_precision"),
        tuple(Container(c["name"], c["kind"], c.get("pcode")) for c in record.get("chain") or ()),
        record.get("score") or 0.0,
        tuple(Alternative(a["place_id"], a["name"], a.get("lat"), a.get("lon"), a["score"])
              for a in record.get("alternatives") or ()),
        tuple(record.get("reasons") or ()))


def _span(text: str, start: int, end: int) -> Record:
    return {"text": text[start:end], "start": start, "end": end}


def _maybe_span(text: str, start: int | None, end: int | None) -> Record:
    return {} if start is None or end is None else _span(text, start, end)


def iso_day(date: dt.date | None) -> str | None:
    """A day as text: None where it is not known."""
    return date.isoformat() if date else None


def read_day(value: str | None) -> dt.date | None:
    """A day from its text."""
    return dt.date.fromisoformat(value[:10]) if value else None
