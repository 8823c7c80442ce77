"""What pages, API and exports are asked to show: one filter, read from the address in one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, cast, get_args

from fastapi import Depends, Query

from sijill.acquire import parse_date
from sijill.errors import ArticleRejected, InputError
from sijill.ledger import Status
from sijill.store.filters import EventFilter, known_actor, known_type, point
from sijill.web.lookups import actor_of, arabic_place

State = Literal["open", "done", "all"]
Order = Literal["value", "date"]
Word = Annotated[str, Query(max_length=200)]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: those that a filter lets pass, and of them those that are open, done or all; how ordered.

    `query` are the parameters as given, so that a page can link to the same events elsewhere.
    """

    events: EventFilter
    state: State
    order: Order
    query: Mapping[str, str]

    @property
    def every(self) -> bool:
        """Whether the filter lets all events pass."""
        return self.events == EventFilter()


def wanted(
    place: Word = "", near: Word = "", radius: Annotated[float, Query(ge=0, le=20_000, allow_inf_nan=False)] = 10.0,
    actor: Word = "", type: Word = "",
    since: Annotated[str, Query(alias="from", max_length=40)] = "",
    until: Annotated[str, Query(alias="to", max_length=40)] = "", source: Word = "", bloc: Word = "",
    status: Word = "", min_killed: Annotated[str, Query(max_length=12)] = "",
    place_id: Word = "", state: Annotated[str, Query(max_length=12)] = "",
    order: Annotated[str, Query(max_length=12)] = "",
) -> Wanted:
    """The filter that an address asks for; InputError where a parameter says what no event can be."""
    given = {"place": place, "near": near, "radius": str(radius) if near else "", "actor": actor, "type": type,
             "from": since, "to": until, "source": source, "bloc": bloc, "status": status, "min_killed": min_killed,
             "place_id": place_id, "state": state, "order": order}
    query = {name: value.strip() for name, value in given.items() if value.strip()}
    side = query.get("actor")
    if side is not None and not known_actor(side):
        # a person writes a name
        side = actor_of(side) or side
    for name, known, next_step in (
            ("actor", lambda _: known_actor(side or ""),
             "Take an id or a whole name from the list of actors, such as SYR_ARMY"),
            ("type", known_type, "Give a type of the codebook, such as 'Armed clash' or Battles"),
            ("status", get_args(Status).__contains__, f"Give one of {', '.join(get_args(Status))}"),
            ("state", STATES.__contains__, f"Give one of {', '.join(STATES)}"),
            ("order", get_args(Order).__contains__, f"Give one of {', '.join(get_args(Order))}"),
            ("min_killed", lambda v: v.isascii() and v.isdigit(), "Give a number, such as 10")):
        if name in query and not known(query[name]):
            raise InputError(f"no event can be {query[name]!r}", where=name, next_step=next_step)
    if not all(_storable(value) for value in query.values()):
        raise InputError("the filter holds what no text holds", next_step="Write letters and digits only")
    first, last = day(query.get("from", ""), "from"), day(query.get("to", ""), "to")
    number = query.get("min_killed")
    chosen = EventFilter(
        arabic_place(query["place"]) if "place" in query else None,
        point(query["near"], radius) if "near" in query else None, side,
        query.get("type"), first, last, query.get("source"), query.get("bloc"), query.get("status"),
        None if number is None else min(int(number), 2**31 - 1), place_id=query.get("place_id"))
    return Wanted(chosen, cast(State, query.get("state", "all")), cast(Order, query.get("order", "value")), query)


def day(text: str, where: str) -> dt.date | None:
    """The day that a parameter gives, None where it is empty; InputError if it is none."""
    try:
        return parse_date(text.strip() or None)
    except ArticleRejected as error:
        raise InputError(error.what, where=where, next_step="Write a day as 2015-06-25") from None


def _storable(text: str) -> bool:
    return "\x00" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


WantedEvents = Annotated[Wanted, Depends(wanted)]
