"""The map with its time slider, and the page of one place with its timeline."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from sijill.store.filters import EventFilter
from sijill.web.api.map import PlaceKey
from sijill.web.faults import NotHere
from sijill.web.filters import Wanted, WantedEvents
from sijill.web.pages.drawing import draw
from sijill.web.pages.queue import cards, choices
from sijill.web.reading import Read

router = APIRouter()
_MOST = 200


@router.get("/map")
def map_page(request: Request, read: Read, wanted: WantedEvents) -> HTMLResponse:
    """The map; its events and control are asked for by the page itself."""
    return draw(request, "map.html", page="map", wanted=wanted, **choices())


@router.get("/places/{place_id}")
def place_page(request: Request, read: Read, place_id: PlaceKey) -> HTMLResponse:
    """One place: what happened there, day by day, and who holds it."""
    found = read.place(place_id)
    entries = read.entries(Wanted(EventFilter(place_id=place_id), "all", "date", {}))
    if found is None or not entries:
        raise NotHere(f"no event is at a place with the id {place_id!r}", where=place_id)
    return draw(request, "place.html", page="place", place=found, place_id=place_id, total=len(entries),
                cards=cards(read, entries[:_MOST]), control=read.desk.control.state(read.person.hidden))
