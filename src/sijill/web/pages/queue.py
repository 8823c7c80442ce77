"""The queue: events that need a person, the most worth while first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from sijill.ledger import Claim, LinkedEvent
from sijill.link.corrected import corrected
from sijill.link.outlets import blocs
from sijill.web.cells import FIELDS
from sijill.web.filters import WantedEvents
from sijill.web.pages.drawing import draw
from sijill.web.reading import Read, Reading
from sijill.web.spans import Piece, marks_of, pieces
from sijill.web.worklist import Entry

router = APIRouter()
PAGE = 20
"""Events of one page."""


@dataclass(frozen=True, slots=True)
class Card:
    """An event in the queue with the sentence that tells it best, and what was decided of it."""

    entry: Entry
    event: LinkedEvent
    told: Claim
    sentence: Sequence[Piece]
    verdict: str | None


@router.get("/")
def queue(request: Request, read: Read, wanted: WantedEvents,
          offset: Annotated[int, Query(ge=0, le=10**7)] = 0) -> HTMLResponse:
    """The queue: events to be reviewed, unless the filter asks for others."""
    if "state" not in wanted.query:
        wanted = replace(wanted, state="open")
    shown = read.shown(wanted, offset, PAGE)
    return draw(request, "queue.html", page="queue", shown=shown, cards=cards(read, shown.entries), wanted=wanted,
                offset=offset, size=PAGE, empty=not read.counts()[1], **choices())


def cards(read: Reading, entries: Sequence[Entry]) -> list[Card]:
    """Entries with what a page shows of them."""
    events = {event.id: event for event in read.events([entry.event.id for entry in entries])}
    said = read.desk.decided.verdicts()
    out = []
    for entry in entries:
        event = events.get(entry.event.id)
        if event is None or not event.claims:
            continue
        told = best_told(event)
        verdict = None
        if said.accepted.union(said.rejected).issuperset(entry.event.claims):
            verdict = "rejected" if said.rejected.issuperset(entry.event.claims) else "accepted"
        now = corrected(told.event, said.corrections.get(told.id, {}))
        marks = [mark for mark in marks_of(now) if mark.field in ("trigger", *FIELDS)]
        out.append(Card(entry, event, told, pieces(told.sentence, marks, told.sentence_start), verdict))
    return out


def best_told(event: LinkedEvent) -> Claim:
    """The claim to show of an event: an original that says what the event says, with most words marked."""
    agree = {one for reading in event.sub_event_type.readings[:1] for one in reading.claims}
    return max(event.claims, key=lambda c: (c.id in agree, c.copy_of is None, len(marks_of(c.event)), c.id))


def choices() -> dict[str, Any]:
    """What a filter's lists offer."""
    return {"blocs": blocs(), "statuses": ("asserted", "denied", "planned", "uncertain", "disputed", "rejected")}
