"""Codings: what one person coded of an article, put together from the steps in which they did it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sijill.documents import Document, Event
from sijill.errors import InputError
from sijill.ledger import TOLL_KINDS
from sijill.link.corrections import checked
from sijill.records import ACTOR_ROLES, grounding_record, iso_day

FIELDS = ("sub_event_type", "actor1", "assoc_actor1", "actor2", "assoc_actor2", "place", "earliest", "latest",
          *TOLL_KINDS, "factuality")
"""What a person codes of an event (the fields of `sijill.link.corrections`), in the order in which it is shown."""

Start = Literal["machine", "nothing"]
"""What a coder begins with: the machine's events, or the text alone."""
StepVerb = Literal["add", "drop", "set", "undo", "finish", "reopen", "settle", "keep", "close"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """An article given to several people to code blind; `id` is its key, `by` and `at` who gave it and when."""

    id: str
    at: dt.datetime
    by: str
    article_id: str
    start: Start
    coders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a person's work on an assignment, appended and never changed.

    add: the words `value` ({"start", "end", "sub_event_type"}) tell an event, called `unit`; set: `field` of a unit
    gets `value` ({"value", "start", "end"}, null where it is taken away); drop: the unit is none after all; undo: the
    last of these does not count; finish, reopen.
    Of whoever settles: settle, of `field` of a unit, as set; keep: whether there is such an event (true or false);
    close: all is settled. `value` is JSON.
    """

    at: dt.datetime
    by: str
    verb: StepVerb
    unit: str | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A value of a field in the form of a correction, and the words that say so (None: not marked)."""

    value: Any
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as one person coded it: the words that tell it, and the fields that they filled."""

    key: str
    start: int
    end: int
    values: Mapping[str, Coded] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coding:
    """What one person coded of an article, in the order of the text; whether they have finished."""

    by: str
    events: tuple[CodedEvent, ...] = ()
    finished: bool = False


def coding_of(person: str, beginning: Iterable[CodedEvent], steps: Iterable[Step]) -> Coding:
    """A person's coding: what they began with, changed by their steps in the order in which they were done."""
    events = {event.key: event for event in beginning}
    mine = [step for step in steps if step.by == person]
    for step in counting(mine):
        given: Any = None if step.value is None else json.loads(step.value)
        if step.verb == "add" and step.unit:
            # told as having happened, until the coder says otherwise (codebook, 5)
            events[step.unit] = CodedEvent(step.unit, given["start"], given["end"], {
                "sub_event_type": Coded(given["sub_event_type"], given["start"], given["end"]),
                "factuality": Coded("asserted")})
        elif step.verb == "drop" and step.unit:
            events.pop(step.unit, None)
        elif step.verb == "set" and step.unit in events and step.field:
            events[step.unit] = with_value(events[step.unit], step.field, given)
    ends = [step.verb for step in mine if step.verb in ("finish", "reopen")]
    return Coding(person, tuple(sorted(events.values(), key=lambda e: (e.start, e.end, e.key))),
                  ends[-1:] == ["finish"])


def counting(steps: Iterable[Step]) -> list[Step]:
    """Of one person's steps those that change their coding and were not undone."""
    out: list[Step] = []
    for step in steps:
        if step.verb in ("add", "drop", "set"):
            out.append(step)
        elif step.verb == "undo" and out:
            out.pop()
    return out


def with_value(event: CodedEvent, name: str, given: Mapping[str, Any] | None) -> CodedEvent:
    """An event with a field set, or taken away where nothing is given."""
    values = {key: one for key, one in event.values.items() if key != name}
    if given is not None:
        values[name] = Coded(given["value"], given.get("start"), given.get("end"))
    return replace(event, values=values)


def machine_events(document: Document) -> tuple[CodedEvent, ...]:
    """The events that the machine read from an article, as a coder finds them; keys are the claims' ids."""
    return tuple(machine_event(event) for event in document.events or ())


def machine_event(event: Event) -> CodedEvent:
    """A claim in the fields that people code: of several places or tolls of a kind the first."""
    start, end = event.trigger.start, event.trigger.end
    values = {"sub_event_type": Coded(event.sub_event_type, start, end), "factuality": Coded(event.factuality)}
    for role in ACTOR_ROLES:
        actors = getattr(event, role)
        if actors:
            values[role] = Coded(list(dict.fromkeys(one.id for one in actors)), actors[0].start, actors[0].end)
    for place in event.places[:1]:
        where = place.grounding
        known = where is not None and where.place_id is not None
        values["place"] = Coded({"name": place.name} | grounding_record(where) if known else place.name,
                                place.start, place.end)
    for name in ("earliest", "latest"):
        day = getattr(event.time, name)
        if day is not None:
            values[name] = Coded(iso_day(day), event.time.start, event.time.end)
    for toll in reversed(event.casualties):
        values[toll.kind] = Coded([toll.low, toll.high], toll.start, toll.end)
    return CodedEvent(event.event_id, start, end, values)


def checked_span(given: Any, text: str) -> dict[str, int]:
    """Offsets of words of a text; InputError if they are none."""
    start, end = (given.get("start"), given.get("end")) if isinstance(given, Mapping) else (None, None)
    if not (type(start) is int and type(end) is int and 0 <= start < end <= len(text)) or not text[start:end].strip():
        raise InputError("the article has no such words", where=f"{start}-{end}",
                         next_step="Give half-open offsets of its text, in code points")
    return {"start": start, "end": end}


def checked_value(name: str, given: Mapping[str, Any] | None, text: str) -> dict[str, Any] | None:
    """What a field is set to, with the words that say so; InputError if it cannot be, None where it is taken away."""
    if name not in FIELDS:
        raise InputError(f"{name!r} is no field of a coding", where="field",
                         next_step=f"Give one of {', '.join(FIELDS)}")
    if given is None or given.get("value") is None:
        return None
    value = given["value"]
    checked(name, json.dumps(value))
    if name in TOLL_KINDS and value == [None, None] or value == []:
        return None
    span: dict[str, Any] = {"start": None, "end": None}
    if given.get("start") is not None or given.get("end") is not None:
        span = dict(checked_span(given, text))
    return {"value": value} | span


def all_finished(codings: Sequence[Coding]) -> bool:
    """Whether everyone is done: until then nobody sees the coding of another."""
    return bool(codings) and all(coding.finished for coding in codings)
