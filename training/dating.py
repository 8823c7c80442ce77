"""Weights of the choice of an event's day, from the events whose day is annotated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sijill.documents import TimeArgument
from sijill.extract.choosing.choice import names
from sijill.extract.events.dating import NEWS, DateOption, Dater
from training.gold import Gold
from training.logit import Option, fit
from training.views import Example, gold_triggers

_LOOSE = dt.timedelta(3)
"""How much wider than the annotated days a choice may be (`sijill evaluate`)."""


def choices(data: list[Example]) -> list[list[Option]]:
    """The options of each event whose day is annotated."""
    out: list[list[Option]] = []
    for example in data:
        told = gold_triggers(example)
        dater = Dater(example.view, [trigger for trigger, _ in told])
        for trigger, event in told:
            if "time" in event:
                options = dater.options(trigger, event["factuality"])
                best = answers(options, event["time"])
                out.append([(names(o.facts), number in best) for number, o in enumerate(options)])
    return out


def answers(options: Sequence[DateOption], gold: Gold) -> set[int]:
    """The numbers of those that answer annotated days: not "news" where a date of the event's sentence says them."""
    days = _bounds(gold)
    said = {number: (one.time.earliest, one.time.latest) for number, one in enumerate(options) if right(one.time, gold)}
    if any(options[number].own and one == days for number, one in said.items()):
        return {number for number, one in said.items() if options[number].time.rule != NEWS or one == days}
    return set(said)


def right(time: TimeArgument, gold: Gold) -> bool:
    """Whether days answer the annotated ones: overlapping and hardly wider; where a bound is open, the same other."""
    low, high = _bounds(gold)
    if low is None and high is None:
        return time.earliest is None and time.latest is None
    if high is None:
        return time.earliest == low
    if low is None:
        return time.latest is not None and abs(time.latest - high) <= dt.timedelta(1)
    if time.earliest is None or time.latest is None:
        return False
    return low <= time.latest and time.earliest <= high and time.latest - time.earliest <= high - low + _LOOSE


def _bounds(gold: Gold) -> tuple[dt.date | None, dt.date | None]:
    low, high = (dt.date.fromisoformat(gold[bound][:10]) if gold.get(bound) else None
                 for bound in ("earliest", "latest"))
    return low, high


def weights(data: list[Example]) -> dict[str, float]:
    """Fitted weights."""
    return fit(choices(data), penalty=4.0, least=4)
