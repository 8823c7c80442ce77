"""The shapes of the API's answers that several routes share."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from sijill.web.worklist import Entry


class EventCard(BaseModel):
    """An event in short, with the points that reviewing it is worth and why; days are ISO."""

    event_id: str
    event_type: str
    sub_event_type: str | None
    earliest: str | None
    latest: str | None
    status: str
    killed: int | None
    claims: int
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    one_sided: str | None
    disputed: list[str]
    points: float
    reasons: list[str]


class EventCards(BaseModel):
    """A part of a list of events; `total` counts all that the filter lets pass."""

    events: list[EventCard]
    total: int
    offset: int


Record = dict[str, Any]


def card(entry: Entry) -> EventCard:
    """An entry of the worklist as the API gives it."""
    one = entry.event
    return EventCard(
        event_id=one.id, event_type=one.event_type, sub_event_type=one.sub_event_type, earliest=one.earliest,
        latest=one.latest, status=one.status, killed=one.killed, claims=len(one.claims), place=one.place,
        place_id=one.place_id, lat=one.lat, lon=one.lon, one_sided=one.one_sided, disputed=list(one.disputed),
        points=entry.points, reasons=list(entry.reasons))
