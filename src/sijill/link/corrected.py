"""Corrected claims: what a claim says once people's corrections are put in; the claim itself stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sijill.documents import ActorArgument, Casualty, Event, PlaceArgument
from sijill.ledger import TOLL_KINDS
from sijill.link.verdicts import Spotted
from sijill.resources import table

RULE = "corrected"
"""The rule of what a person has corrected."""


def corrected(event: Event, values: Mapping[str, Any], rule: str = RULE,
              spans: Mapping[str, tuple[int, int]] | None = None) -> Event:
    """An event with the values of corrected fields (see `verdicts.checked`), as read by `rule`.

    `spans` has the words of fields; those of others are the trigger's.
    """
    trigger = event.trigger.start, event.trigger.end
    for name, value in values.items():
        start, end = (spans or {}).get(name, trigger)
        if name == "sub_event_type":
            types = {row["sub_event_type"]: row["event_type"]
                     for row in table("ontology.tsv", ("sub_event_type", "event_type"))}
            event = replace(event, sub_event_type=value, event_type=types[value])
        elif name == "factuality":
            event = replace(event, factuality=value, factuality_rule=rule)
        elif name in ("earliest", "latest"):
            event = replace(event, time=replace(event.time, **{name: value}, rule=rule))
        elif name == "place":
            event = replace(event, places=(_place(event, value, start, end, rule),))
        elif name in TOLL_KINDS:
            who = next((c.who for c in event.casualties if c.kind == name), None)
            others = tuple(c for c in event.casualties if c.kind != name)
            event = replace(event, casualties=(*others, Casualty(start, end, name, value[0], value[1], who, rule)))
        else:
            sides: Any = {name: tuple(ActorArgument(start, end, one, rule) for one in value)}
            event = replace(event, **sides)
    return event


def _place(event: Event, given: str | Spotted, start: int, end: int, rule: str) -> PlaceArgument:
    """The place that was picked; of a name alone the event's own, or one that no gazetteer was asked about."""
    if isinstance(given, Spotted):
        return PlaceArgument(start, end, given.name, "whole", None, rule, grounding=given.where)
    known = next((place for place in event.places if place.name == given), None)
    return known or PlaceArgument(start, end, given, "whole", None, rule)
