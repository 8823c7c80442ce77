"""Which events of a record are wanted: a filter, and the rows that it lets pass."""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select

from sijill.errors import InputError
from sijill.grounding.names import spelling
from sijill.link.outlets import outlet_of
from sijill.resources import table
from sijill.store.event_rows import name_key
from sijill.store.linked_tables import event_actors, event_names, event_outlets, event_places, events
from sijill.store.nearby import near_check, near_condition

_ARABIC_COMMA = "\u060c"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What an event must be; None: anything.

    `place` is the name of a place or of what contains it, `place_id` a gazetteer's; `near` a point (degrees) and
    kilometres around it; `actor` an actor's id, which stands for its branches too; `since` and `until` are days that
    the event may have happened on, and an event whose days are not known passes neither; `source` is an outlet's name,
    id or domain.
    """

    place: str | None = None
    near: tuple[float, float, float] | None = None
    actor: str | None = None
    type: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    source: str | None = None
    bloc: str | None = None
    status: str | None = None
    min_killed: int | None = None
    limit: int | None = None
    place_id: str | None = None


def event_ids(connection: Connection, wanted: EventFilter) -> Iterator[str]:
    """The ids of the events that a filter lets pass, oldest first, those without a day last."""
    inside = near_check(connection, wanted.near) if wanted.near else None
    query = select(events.c.id).where(*_conditions(connection, wanted))
    ordered = query.order_by(events.c.earliest.is_(None), events.c.earliest, events.c.id)
    if inside is None and wanted.limit is not None:
        ordered = ordered.limit(wanted.limit)
    left = math.inf if wanted.limit is None else wanted.limit
    for key in connection.execute(ordered).scalars():
        if inside is not None and not inside(key):
            continue
        if left <= 0:
            return
        left -= 1
        yield key


def matching(connection: Connection, wanted: EventFilter) -> set[str]:
    """The ids of the events that a filter lets pass, its limit aside."""
    inside = near_check(connection, wanted.near) if wanted.near else None
    found = connection.execute(select(events.c.id).where(*_conditions(connection, wanted))).scalars()
    return {key for key in found if inside is None or inside(key)}


def count_events(connection: Connection, wanted: EventFilter) -> int:
    """How many events a filter lets pass, its limit aside."""
    inside = near_check(connection, wanted.near) if wanted.near else None
    conditions = list(_conditions(connection, wanted))
    if inside is not None:
        return sum(map(inside, connection.execute(select(events.c.id).where(*conditions)).scalars()))
    return connection.execute(select(func.count()).select_from(events).where(*conditions)).scalar_one()


def _conditions(connection: Connection, wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    column = events.c
    if wanted.place:
        yield column.id.in_(select(event_names.c.event_id).where(event_names.c.key == name_key(wanted.place)))
    if wanted.place_id:
        yield column.id.in_(select(event_places.c.event_id).where(event_places.c.place_id == wanted.place_id))
    if wanted.near:
        yield near_condition(connection, column.id, wanted.near)
    if wanted.actor:
        yield column.id.in_(select(event_actors.c.event_id).where(event_actors.c.actor.in_(branches(wanted.actor))))
    if wanted.type:
        yield or_(column.sub_event_type == wanted.type, column.event_type == wanted.type)
    if wanted.since:
        yield func.coalesce(column.latest, column.earliest) >= wanted.since.isoformat()
    if wanted.until:
        yield func.coalesce(column.earliest, column.latest) <= wanted.until.isoformat()
    for key in _told(wanted):
        yield column.id.in_(select(event_outlets.c.event_id).where(event_outlets.c.key == key))
    if wanted.status:
        yield column.status == wanted.status
    if wanted.min_killed is not None:
        yield column.killed >= wanted.min_killed


def _told(wanted: EventFilter) -> Iterator[str]:
    if wanted.source:
        known = outlet_of(wanted.source)
        yield f"id:{known.id}" if known else f"name:{spelling(wanted.source).lower()}"
    if wanted.bloc:
        yield f"bloc:{wanted.bloc}"


def branches(actor: str) -> list[str]:
    """An actor's id and those of the actors that belong to it, at any depth."""
    below = _children()
    found = [actor]
    for one in found:
        found += [child for child in below.get(one, ()) if child not in found]
    return found


@functools.cache
def _children() -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for row in table("actors.tsv", ("id", "parent")):
        if row["parent"]:
            below.setdefault(row["parent"], []).append(row["id"])
    return below


def known_actor(actor: str) -> bool:
    """Whether the registry has an actor of this id, or the id is that of a name it does not know."""
    return actor.startswith("NEW:") or any(row["id"] == actor for row in table("actors.tsv", ("id",)))


def known_type(name: str) -> bool:
    """Whether the codebook has an event type or a sub-event type of this name."""
    rows = table("ontology.tsv", ("event_type", "sub_event_type"))
    return any(name in (row["event_type"], row["sub_event_type"]) for row in rows)


def point(text: str, radius_km: float) -> tuple[float, float, float]:
    """A point written as LAT,LON, with a comma of either script, and a radius; InputError if it is none."""
    try:
        lat, lon = (float(part) for part in text.replace(_ARABIC_COMMA, ",").split(","))
    except ValueError:
        lat = lon = math.nan
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 0 <= radius_km < math.inf):
        raise InputError(f"{text!r} is no point", where="--near",
                         next_step="Write degrees as LAT,LON, such as 36.5,40.75, and kilometres with --radius")
    return lat, lon, radius_km

