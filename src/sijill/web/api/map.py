"""The API of the map: events with a point as columns, control by place and day, and one place with its events."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from sijill.store.filters import EventFilter
from sijill.web.api.shapes import EventCard, Record, card
from sijill.web.control import State, installed
from sijill.web.desk import PATIENCE
from sijill.web.faults import NotHere
from sijill.web.filters import Wanted, WantedEvents, day
from sijill.web.reading import Read

if TYPE_CHECKING:
    from sijill.web.sheets import Sheet

router = APIRouter(tags=["map"])
SHORT = 0.25
"""Seconds that an answer waits for what was decided a moment ago, where there is one without it."""
PlaceKey = Annotated[str, Path(min_length=1, max_length=200)]


class Points(BaseModel):
    """Events with a point, as columns of one length; `types` is indexed by `type`, days are counted from `since`.

    `pointless` counts the events that pass the filter and have no point; `first` and `last` are null where unknown.
    """

    since: str | None
    until: str | None
    types: list[str]
    ids: list[str]
    lon: list[float]
    lat: list[float]
    type: list[int]
    first: list[int | None]
    last: list[int | None]
    killed: list[int | None]
    pointless: int


class ControlPlace(BaseModel):
    """A place and who holds it, as runs of days on which nothing changes: `runs` says how many days each has.

    For each run the index of the likeliest state, its probability and that of contested, in hundredths. The likeliest
    state may be CONTESTED or UNKNOWN. `name_en` is there where a gazetteer has it.
    """

    key: str
    place_id: str | None
    name: str
    name_en: str | None
    lat: float
    lon: float
    radius_km: float | None
    runs: list[int]
    holder: list[int]
    probability: list[int]
    contested: list[int]


class ControlMap(BaseModel):
    """Control of every place with a point on some days; empty with `ready` false while it is being estimated.

    `renewing`: what is told is of a moment ago; articles or decisions that came since are being put in. `colours` has
    the colour of each of the `states`, as #rrggbb. Probabilities are rounded to two hundredths, of one place to one.
    """

    installed: bool
    ready: bool
    renewing: bool
    trouble: str | None
    first: str | None
    last: str | None
    days: list[str]
    states: list[str]
    colours: list[str]
    places: list[ControlPlace]


class PlaceControl(BaseModel):
    """Who holds one place on a day: `sijill control` writes the same rows, with the claims that moved them.

    `colours` has the colour of each state, as #rrggbb.
    """

    ready: bool
    estimates: list[Record]
    colours: dict[str, str]


class PlaceDetail(BaseModel):
    """A place as its events' claims tell of it, and the events there, by their days."""

    place_id: str
    name: str
    lat: float | None
    lon: float | None
    within: list[str]
    events: list[EventCard]


@router.get("/map/events", response_model=Points)
def map_events(read: Read, wanted: WantedEvents) -> Response:
    """The events that a filter lets pass and that have a point."""
    # the columns of a large record are made once for each filter: as text, not as models
    return Response(read.desk.points.columns_of(read, wanted), media_type="application/json")


@router.get("/map/control", response_model=ControlMap)
async def map_control(request: Request, read: Read,
                      since: Annotated[str, Query(alias="from", max_length=40)] = "",
                      until: Annotated[str, Query(alias="to", max_length=40)] = "",
                      step: Annotated[int, Query(ge=1, le=3650, description="Days between estimates")] = 7,
                      place: Annotated[str, Query(max_length=200, description="The id or key of one place")] = "",
                      ) -> Response:
    """Who holds which place on every so many days, or one place: probabilities, not facts."""
    from sijill.web.sheets import Asked

    control, hidden = read.desk.control, read.person.hidden
    asked = Asked(day(since, "from"), day(until, "to"), step)
    # no thread waits meanwhile: other pages need them
    making, known = await run_in_threadpool(lambda: (control.making(hidden), control.known(hidden)))
    await _awaited(making, PATIENCE if known is None else SHORT)
    known, state = await run_in_threadpool(lambda: (control.known(hidden), control.state(hidden)))
    if known is None:
        return _nothing(state)
    if place:
        return _sent(request, await run_in_threadpool(known.of_place, asked, place), renewing=state.renewing)
    drawn = known.sheet(asked)
    await _awaited(drawn, PATIENCE)
    return _sent(request, drawn.result(), renewing=state.renewing) if drawn.done() else _nothing(State(False, True))


async def _awaited(made: Future[Any] | None, seconds: float) -> None:
    """Wait a while for what is being made."""
    if made is not None and not made.done():
        await asyncio.wait({asyncio.wrap_future(made)}, timeout=seconds)


def _sent(request: Request, sheet: Sheet, *, renewing: bool) -> Response:
    packed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Vary": "Accept-Encoding"} | ({"Content-Encoding": "gzip"} if packed else {})
    return Response(sheet.body(packed=packed, renewing=renewing), media_type="application/json", headers=headers)


def _nothing(state: State) -> Response:
    """The answer while control is not known."""
    empty = ControlMap(installed=state.installed, ready=False, renewing=False, trouble=state.trouble, first=None,
                       last=None, days=[], states=[], colours=[], places=[])
    return Response(empty.model_dump_json(), media_type="application/json")


@router.get("/places/{place_id}")
def one_place(read: Read, place_id: PlaceKey) -> PlaceDetail:
    """One place, with the events there."""
    found = read.place(place_id)
    entries = read.entries(Wanted(EventFilter(place_id=place_id), "all", "date", {}))
    if found is None or not entries:
        raise NotHere(f"no event is at a place with the id {place_id!r}", where=place_id)
    return PlaceDetail(
        place_id=place_id, name=found.name, lat=found.lat, lon=found.lon,
        within=list(dict.fromkeys(container.name for container in found.chain)),
        events=[card(entry) for entry in entries])


@router.get("/places/{place_id}/control")
def place_control(read: Read, place_id: PlaceKey, on: Annotated[str, Query(alias="day", max_length=40)] = "",
                  claims: Annotated[int, Query(ge=0, le=20)] = 5) -> PlaceControl:
    """Who holds one place (its id, or its key in /map/control) on a day, or on the last of which claims tell."""
    control, hidden = read.desk.control, read.person.hidden
    span = control.span(hidden)
    when = day(on, "day")
    if span is None or not installed():
        return PlaceControl(ready=False, estimates=[], colours={})
    from sijill.territory.colours import colour_of
    from sijill.territory.rows import estimate_row

    found = control.estimates(hidden, [when or span[1]], place_id, claims)
    return PlaceControl(ready=True, estimates=[estimate_row(one) for one in found],
                        colours={state: colour_of(state) for one in found for state in one.probability})
