"""Corrected claims: what a claim says once people's corrections are put in; the claim itself stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sijill.documents import ActorArgument, Casualty, Event, PlaceArgument, Speaker, TimeArgument, Weapon
from sijill.ledger import TOLL_KINDS, LinkedEvent
from sijill.link.corrections import Correction, Spotted
from sijill.resources import table

RULE = "corrected"
"""The rule of what a person has corrected."""
_DAYS = ("earliest", "latest")
Corrections = Mapping[str, Correction]


def corrected(event: Event, said: Corrections, rule: str = RULE) -> Event:
    """An event with corrected fields, as read by `rule`.

    A value stands at the words that were marked for it; where none were its span is empty: the words that the machine
    read do not say what a person says.
    """
    nowhere = event.trigger.start, event.trigger.start
    for name, one in said.items():
        start, end = (one.words.start, one.words.end) if one.words else nowhere
        value = one.value
        if name == "sub_event_type":
            event = _typed(event, one, rule)
        elif name == "factuality":
            event = replace(event, factuality=value, factuality_rule=rule)
        elif name == "place":
            event = replace(event, places=(_place(event, one, start, end, rule),))
        elif name == "weapon":
            event = replace(event, weapon=None if value is None else Weapon(start, end, rule))
        elif name == "attribution":
            event = replace(event, attribution=() if value is None else (Speaker(start, end, value, rule),))
        elif name in TOLL_KINDS:
            who = next((c.who for c in event.casualties if c.kind == name), None)
            others = tuple(c for c in event.casualties if c.kind != name)
            event = replace(event, casualties=(*others, Casualty(start, end, name, value[0], value[1], who, rule)))
        elif name not in _DAYS:
            sides: Any = {name: tuple(ActorArgument(start, end, actor, rule) for actor in value)}
            event = replace(event, **sides)
    return replace(event, time=_time(event.time, said, rule))


def as_corrected(event: LinkedEvent, said: Mapping[str, Corrections]) -> LinkedEvent:
    """A linked event whose claims say what people corrected them to; `said` is by claim (see `Verdicts`)."""
    if said.keys().isdisjoint(claim.id for claim in event.claims):
        return event
    return replace(event, claims=tuple(
        replace(claim, event=corrected(claim.event, said[claim.id])) if claim.id in said else claim
        for claim in event.claims))


def _typed(event: Event, given: Correction, rule: str) -> Event:
    """An event of another type; its trigger stays where it is unless other words were marked."""
    types = {row["sub_event_type"]: row["event_type"]
             for row in table("ontology.tsv", ("sub_event_type", "event_type"))}
    trigger = replace(event.trigger, rule=rule)
    if given.words:
        trigger = replace(trigger, start=given.words.start, end=given.words.end)
    return replace(event, trigger=trigger, sub_event_type=given.value, event_type=types[given.value])


def _time(time: TimeArgument, said: Corrections, rule: str) -> TimeArgument:
    """The days with corrections, at all words that were marked for them."""
    days: Any = {name: said[name].value for name in _DAYS if name in said}
    if not days:
        return time
    marked = [said[name].words for name in days]
    words = [one for one in marked if one is not None]
    start, end = min((one.start for one in words), default=None), max((one.end for one in words), default=None)
    if not words and len(days) == 1:
        # the machine's words still say the other day
        start, end = time.start, time.end
    return replace(time, **days, start=start, end=end, rule=rule)


def _place(event: Event, given: Correction, start: int, end: int, rule: str) -> PlaceArgument:
    """The place that was picked; of a name alone the event's own, or one that no gazetteer was asked about."""
    if isinstance(given.value, Spotted):
        return PlaceArgument(start, end, given.value.name, "whole", None, rule, grounding=given.value.where)
    known = next((place for place in event.places if place.name == given.value), None)
    if known is None:
        return PlaceArgument(start, end, given.value, "whole", None, rule)
    return replace(known, start=start, end=end, rule=rule) if given.words else known
