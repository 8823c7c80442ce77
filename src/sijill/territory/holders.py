"""Holders: the sides that hold a place together, a side and its allies as one."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass

from sijill.extract.tables.registry import registry
from sijill.resources import table, words

CONTESTED = "CONTESTED"
"""The state of a place in which more than one side stands."""
UNKNOWN = "UNKNOWN"
"""The state of a place that is held by nobody whom the reports name."""
_ARMED = frozenset(("state_forces", "external_forces", "rebel_group", "political_militia", "identity_militia"))
_NOBODY = frozenset(("CRIMINAL_GANGS", "STATE_SECURITY_GEN", "SDN_CIVIL_COALITION"))


@dataclass(frozen=True, slots=True)
class _Row:
    holder: str
    country: str | None
    since: dt.date | None
    until: dt.date | None

    def applies(self, country: str | None, day: dt.date | None) -> bool:
        if self.country is not None and self.country != country:
            return False
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


@dataclass(frozen=True, slots=True)
class Side:
    """What an actor counts for: the holder, and its member in the table of holders that the actor is or belongs to."""

    holder: str
    member: str


def holder_of(actor_id: str, country: str | None, day: dt.date | None) -> str | None:
    """The holder that an actor counts for in a country on a day; None for who cannot hold a place (civilians)."""
    sides = sides_of(actor_id, country, day)
    return sides[0].holder if sides else None


@functools.lru_cache(maxsize=50_000)
def sides_of(actor_id: str, country: str | None, day: dt.date | None) -> tuple[Side, ...]:
    """The holders that an actor may count for in a country on a day, the likeliest first; none for civilians."""
    actors = registry().actors
    actor = actors.get(actor_id)
    if actor_id in _NOBODY or (actor is not None and actor.kind not in _ARMED):
        return ()
    if actor is None and not actor_id.startswith("NEW:"):
        return ()
    known = _rows()
    one: str | None = actor_id
    root = actor_id
    while one is not None:
        found = [row.holder for row in known.get(one, ()) if row.applies(country, day)]
        if found:
            return (Side(found[0], one), *(Side(other, other) for other in found[1:]))
        root = one
        one = actors[one].parent if one in actors else None
    return (Side(root, root),)


@functools.lru_cache(maxsize=10_000)
def speaks_for(holder: str, members: tuple[str, ...], country: str | None, day: dt.date | None) -> str:
    """The id by which a holder is told: of the members that claims name, most named first, one at home there.

    Foreign forces never stand for a holder of the country.
    """
    actors = registry().actors

    def fits(member: str) -> bool:
        actor = actors.get(member)
        if actor is None:
            return True
        home = country is None or not actor.countries or country in actor.countries
        return actor.valid(day) and home and (actor.kind != "external_forces" or member == holder)

    first = [a for a, rows in _rows().items() if any(r.holder == holder and r.applies(country, day) for r in rows)]
    return next((m for m in (*members, holder, *first) if fits(m)), holder)


@functools.cache
def holders_in(country: str | None) -> tuple[str, ...]:
    """The holders that the table knows in a country."""
    rows = {(r.holder, r.country) for many in _rows().values() for r in many}
    return tuple(sorted({holder for holder, where in rows if where == country}))


@functools.cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    out: dict[str, list[_Row]] = {}
    for line in table("holders.tsv", ("holder", "country", "actors", "valid_from", "valid_to")):
        row = _Row(line["holder"], line["country"] or None, _day(line["valid_from"]), _day(line["valid_to"]))
        for actor in words(line["actors"]):
            out.setdefault(actor, []).append(row)
    return {actor: tuple(rows) for actor, rows in out.items()}


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None
