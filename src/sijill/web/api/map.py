"""The API of the map: events with a point as columns, control by place and day, and one place with its events."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel
from starlette.responses import Response

from sijill.exports.english_names import english_name
from sijill.store.filters import EventFilter
from sijill.web.api.shapes import EventCard, Record, card
from sijill.web.faults import NotHere
from sijill.web.filters import Wanted, WantedEvents, day
from sijill.web.reading import Read

router = APIRouter(tags=["map"])
MOST_DAYS = 400
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
    """A place and who holds it: for each day the index of the likeliest state, its probability and that of contested.

    The likeliest state may be CONTESTED or UNKNOWN. `name_en` is there where a gazetteer has it.
    """

    key: str
    place_id: str | None
    name: str
    name_en: str | None
    lat: float
    lon: float
    radius_km: float | None
    holder: list[int]
    probability: list[float]
    contested: list[float]


class ControlMap(BaseModel):
    """Control of every place with a point on some days; empty with `ready` false while it is being estimated.

    `colours` has the colour of each of the `states`, as #rrggbb.
    """

    installed: bool
    ready: bool
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


@router.get("/map/control")
def map_control(read: Read, since: Annotated[str, Query(alias="from", max_length=40)] = "",
                until: Annotated[str, Query(alias="to", max_length=40)] = "",
                step: Annotated[int, Query(ge=1, le=3650, description="Days between estimates")] = 7) -> ControlMap:
    """Who holds which place on every so many days: probabilities, not facts."""
    control, hidden = read.desk.control, read.person.hidden
    state = control.state(hidden)
    span = control.span(hidden) if state.ready else None
    out = ControlMap(installed=state.installed, ready=state.ready, trouble=state.trouble, first=None, last=None,
                     days=[], states=[], colours=[], places=[])
    if span is None:
        return out
    out.first, out.last = span[0].isoformat(), span[1].isoformat()
    days = _days(day(since, "from") or span[0], day(until, "to") or span[1], step)
    out.days = [one.isoformat() for one in days]
    states: dict[str, int] = {}
    places: dict[str, ControlPlace] = {}
    for one in control.estimates(hidden, days):
        spot = one.spot
        if spot.lat is None or spot.lon is None:
            continue
        found = places.setdefault(spot.key, ControlPlace(
            key=spot.key, place_id=spot.id, name=spot.label, name_en=english_name(spot.id) if spot.id else None,
            lat=spot.lat, lon=spot.lon, radius_km=spot.radius_km, holder=[], probability=[], contested=[]))
        found.holder.append(states.setdefault(one.holder, len(states)))
        found.probability.append(one.probability[one.holder])
        found.contested.append(one.probability.get("CONTESTED", 0.0))
    from sijill.territory.colours import colour_of

    out.states, out.colours, out.places = list(states), list(map(colour_of, states)), list(places.values())
    return out


def _days(first: dt.date, last: dt.date, step: int) -> list[dt.date]:
    """Every so many days from the first to the last, both included, at most MOST_DAYS of them."""
    length = max(0, (last - first).days)
    step = max(step, -(-length // MOST_DAYS), 1)
    days = [first + dt.timedelta(days=at) for at in range(0, length + 1, step)]
    return days if days[-1] == last or last < first else [*days, last]


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
    from sijill.web.control import installed

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
