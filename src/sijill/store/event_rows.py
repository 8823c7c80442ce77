"""Linked events as rows of a record's derived tables, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Row

from sijill.documents import PlaceArgument
from sijill.grounding.names import name_keys, spelling
from sijill.ledger import Claim, Field, Link, LinkedEvent, Reading, Status, Toll
from sijill.records import ACTOR_ROLES, grounding_record, iso_day, read_day, read_place

Rows = dict[str, list[dict[str, object]]]
V = TypeVar("V")
_PLAIN = ("sub_event_type", "weapon", "factuality")


def event_rows(rows: Rows, event: LinkedEvent, numbers: Mapping[str, int]) -> None:
    """Add an event's rows to `rows`; `numbers` are the row numbers of its claims by claim id."""
    rows["events"].append({
        "id": event.id, "event_type": event.event_type, "sub_event_type": event.sub_event_type.value,
        "earliest": iso_day(event.earliest), "latest": iso_day(event.latest), "time_precision": event.time_precision,
        "status": event.status, "one_sided": event.one_sided, "killed": killed(event),
        "claims": len(event.claims), "fields": _fields(event),
    })
    links = {link.claim: link for link in event.links}
    for position, claim in enumerate(event.claims):
        link = links.get(claim.id)
        rows["linked_claims"].append({
            "row": numbers[claim.id], "event_id": event.id, "position": position,
            "other": link and link.other, "weight": link and link.weight, "by": link and link.by,
            "contributions": link and json.dumps(link.contributions),
        })
    for position, place in enumerate(_places(event)):
        point = place.grounding
        rows["event_places"].append({
            "event_id": event.id, "position": position, "name": place.name,
            "place_id": point and point.place_id, "lat": point and point.lat, "lon": point and point.lon})
    for table, keys in (("event_names", _names(event)), ("event_outlets", _outlets(event))):
        rows[table] += [{"event_id": event.id, "key": key} for key in sorted(keys)]
    rows["event_actors"] += [{"event_id": event.id, "actor": actor} for actor in sorted(_actors(event))]


def killed(event: LinkedEvent) -> int | None:
    """How many were killed over all tolls, the best number of each; None where no claim gives one."""
    known = [number for toll in event.tolls if toll.kind == "killed"
             for number in [next((n for n in (toll.best, toll.low, toll.high) if n is not None), None)]
             if number is not None]
    return sum(known) if known else None


def name_key(name: str) -> str:
    """The key under which the name of a place is found: folded, without article and kind words."""
    keys = name_keys(name)
    return keys.bare if keys else spelling(name).lower()


def outlet_keys(source: str | None, source_id: str | None, bloc: str) -> list[str]:
    """The keys under which an outlet's events are found."""
    keys = [f"bloc:{bloc}"]
    if source_id:
        keys.append(f"id:{source_id}")
    if source:
        keys.append(f"name:{spelling(source).lower()}")
    return keys


def _places(event: LinkedEvent) -> Iterator[PlaceArgument]:
    return (reading.value for reading in event.places.readings)


def _names(event: LinkedEvent) -> set[str]:
    names: set[str] = set()
    for place in _places(event):
        names.add(place.name)
        if place.within:
            names.add(place.within)
        if place.grounding:
            names.add(place.grounding.name)
            names.update(container.name for container in place.grounding.chain)
    return {key for key in map(name_key, names) if key}


def _actors(event: LinkedEvent) -> set[str]:
    return {actor for role in ACTOR_ROLES
            for reading in cast("Field[tuple[str, ...]]", getattr(event, role)).readings for actor in reading.value}


def _outlets(event: LinkedEvent) -> set[str]:
    return {key for claim in event.claims for key in outlet_keys(claim.source, claim.source_id, claim.bloc)}


def _fields(event: LinkedEvent) -> str:
    """The readings of every field as JSON; claims are named by their position among the event's."""
    at = {claim.id: position for position, claim in enumerate(event.claims)}

    def told(claims: Sequence[str]) -> list[int | str]:
        return [at.get(claim, claim) for claim in claims]

    def readings(field: Field[V], value: Callable[[V, Reading[V]], object]) -> list[list[object]]:
        return [[value(r.value, r), told(r.claims), list(r.blocs)] for r in field.readings]

    found: dict[str, object] = {
        name: readings(getattr(event, name), lambda value, _: value) for name in (*_PLAIN, *ACTOR_ROLES)}
    found["places"] = readings(event.places, lambda place, reading: _place(place, reading.claims, event.claims, at))
    found["tolls"] = [[t.kind, t.who, t.low, t.best, t.high, told(t.claims)] for t in event.tolls]
    found["blocs"] = [list(pair) for pair in event.blocs]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _place(place: PlaceArgument, tellers: Sequence[str], claims: Sequence[Claim], at: Mapping[str, int]) -> object:
    """Where among its claims' places a place stands, or all of it where none has it (a correction)."""
    for teller in tellers:
        if teller in at:
            for position, other in enumerate(claims[at[teller]].event.places):
                if other == place:
                    return [at[teller], position]
    return {"start": place.start, "end": place.end, "name": place.name, "extent": place.extent,
            "within": place.within, "rule": place.rule, "role_score": place.score} | grounding_record(place.grounding)


def linked_event(row: Row[Any], claims: Sequence[Claim], links: Sequence[Link]) -> LinkedEvent:
    """The event of a row of `events`, with its claims in their order and why each belongs to it."""
    found = json.loads(row.fields)

    def told(marks: Sequence[int | str]) -> tuple[str, ...]:
        return tuple(claims[mark].id if isinstance(mark, int) else mark for mark in marks)

    def field(name: str, value: Callable[[Any], V]) -> Field[V]:
        return Field(tuple(Reading(value(given), told(marks), tuple(blocs)) for given, marks, blocs in found[name]))

    def place(given: Any) -> PlaceArgument:
        return claims[given[0]].event.places[given[1]] if isinstance(given, list) else read_place(given)

    def same(value: Any) -> Any:
        return value

    return LinkedEvent(
        row.id, tuple(claims), tuple(links), row.event_type, field("sub_event_type", same),
        field("actor1", tuple), field("actor2", tuple), field("assoc_actor1", tuple), field("assoc_actor2", tuple),
        field("places", place), read_day(row.earliest), read_day(row.latest), row.time_precision,
        tuple(Toll(kind, who, low, best, high, told(marks)) for kind, who, low, best, high, marks in found["tolls"]),
        field("weapon", same), field("factuality", same), cast(Status, row.status),
        tuple((bloc, count) for bloc, count in found["blocs"]), row.one_sided)


def link_of(row: Row[Any]) -> Link:
    """Why a claim belongs to its event, of a row of `linked_claims`."""
    contributions = json.loads(row.contributions) if row.contributions else ()
    return Link(row.claim_id, row.other, row.weight, tuple((name, value) for name, value in contributions), row.by)
