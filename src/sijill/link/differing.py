"""What a claim says otherwise than its event does by consensus, field by field."""

from __future__ import annotations

from sijill.documents import Event, TimeArgument
from sijill.ledger import Field, LinkedEvent
from sijill.link.agreement import added
from sijill.link.traits import spot_of


def differs(event: LinkedEvent, claim: str, told: Event, field: str) -> bool:
    """Whether a claim, `told` being what it says with corrections, says otherwise of a field than the event does."""
    if field == "places":
        return _elsewhere(event, claim, told)
    if field == "time":
        return _on_other_days(event, told.time)
    if field == "casualties":
        return _other_tolls(event, claim, told)
    found = getattr(event, field, None)
    if not isinstance(found, Field) or not found.disputed:
        return False
    return claim not in found.readings[0].claims and any(claim in reading.claims for reading in found.readings[1:])


def _elsewhere(event: LinkedEvent, claim: str, told: Event) -> bool:
    """Whether no place of a claim is the event's first, lies in it or holds it."""
    if not told.places or not event.places.readings or claim in event.places.readings[0].claims:
        return False
    first = spot_of(event.places.readings[0].value)
    named = [spot_of(place) for place in told.places]
    return not any(one.name == first.name or one.name in first.around or first.name in one.around for one in named)


def _on_other_days(event: LinkedEvent, time: TimeArgument) -> bool:
    """Whether a claim allows none of the event's days; days that are not known allow any."""
    days = sorted(day for day in (time.earliest, time.latest) if day)
    first, last = (days[0], days[-1]) if len(days) == 2 else (time.earliest, time.latest)
    return bool(last and event.earliest and last < event.earliest or first and event.latest and first > event.latest)


def _other_tolls(event: LinkedEvent, claim: str, told: Event) -> bool:
    """Whether the event's best number of a toll is not among those that a claim allows."""
    for toll in event.tolls:
        counts = [(one.low, one.high) for one in told.casualties if (one.kind, one.who) == (toll.kind, toll.who)]
        if claim not in toll.claims or toll.best is None or not counts:
            continue
        low, high = added(counts)
        if low is not None and toll.best < low or high is not None and toll.best > high:
            return True
    return False
