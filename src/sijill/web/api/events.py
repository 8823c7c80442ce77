"""The API of events: lists in the order of their worth or of their days, and one with its claims side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from sijill.link.corrected import as_corrected
from sijill.linked_records import link_record, linked_record
from sijill.web.api.decisions import DecisionShape, decision_shape
from sijill.web.api.shapes import EventCards, Record, card
from sijill.web.filters import WantedEvents
from sijill.web.reading import Read

router = APIRouter(tags=["events"])
EventId = Annotated[str, Path(min_length=1, max_length=200, description="An event's or claim's id, or its beginning")]


class EventDetail(BaseModel):
    """An event as `sijill show --format json` writes it, with the decisions on its claims."""

    event: Record
    links: list[Record]
    decisions: list[DecisionShape]
    claim_id: str | None


@router.get("/events")
def list_events(read: Read, wanted: WantedEvents, offset: Annotated[int, Query(ge=0, le=10**7)] = 0,
                limit: Annotated[int, Query(ge=1, le=500)] = 50) -> EventCards:
    """The events that a filter lets pass."""
    shown = read.shown(wanted, offset, limit)
    return EventCards(events=[card(entry) for entry in shown.entries], total=shown.total, offset=offset)


@router.get("/events/{event_id}")
def one_event(read: Read, event_id: EventId) -> EventDetail:
    """One event: its consensus, its claims with the words that prove them, why they are linked, what was decided."""
    found = read.event(event_id)
    said = read.desk.decided.verdicts()
    told = as_corrected(found.event, said.corrections)
    return EventDetail(
        event=linked_record(told, found.texts), links=[link_record(link) for link in found.event.links],
        decisions=[decision_shape(d) for d in read.decisions([claim.id for claim in found.event.claims])],
        claim_id=found.claim.id if found.claim else None)
