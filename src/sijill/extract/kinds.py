"""Kinds: the type of an event as its sides settle it (codebook section 2 and 8.10).

A taking is the government's when the taker is, or fights for, the state; shelling is from the air when the side that
shells is an air force, and no word says that it is artillery; what armed men do to civilians alone is an attack on
them, no battle.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from sijill.extract.registry import registry

REGAINS: Final = "Government regains territory"
OVERTAKES: Final = "Non-state actor overtakes territory"
TAKING: Final = frozenset((REGAINS, OVERTAKES))
FROM_AIR: Final = "Air/drone strike"
BY_CONTEXT: Final = ">context"
"""How the rule of a trigger says that words beside it settle its type ("artillery shelling")."""
AIR_FORCES: Final = ("AIRFORCE", "_AF", "AIRCRAFT")
"""How the ids of air forces end."""
_CLASH, _ATTACK = "Armed clash", "Attack"
_CIVILIANS: Final = frozenset(("CIVILIANS",))
FROM_GROUND: Final = "Shelling/artillery/missile attack"


def fights_for_state(one: str, country: str | None, day: dt.date | None = None) -> bool:
    """Whether a side is a state's forces, under their command, or their ally in the country where the event plays."""
    known = registry()
    actor = known.actors.get(one)
    if actor is None:
        return one in known.of_states
    commander = known.actors.get(actor.parent or "")
    if actor.kind == "state_forces":
        return True
    if actor.kind != "external_forces" and commander is not None and commander.kind == "state_forces":
        return True
    countries = actor.countries | ({country} if country else frozenset())

    def state_ally(other: str) -> bool:
        friend = known.actors.get(other)
        return (friend is not None and friend.kind == "state_forces" and friend.valid(day)
                and bool(friend.countries & countries))

    if any(state_ally(other) for other in actor.allies):
        return True
    named_by = [a for a in known.actors.values() if one in a.allies]
    if any(state_ally(a.id) for a in named_by):
        return True
    return any(
        state_ally(far)
        for other in actor.allies
        if other in known.actors and known.actors[other].kind == "external_forces"
        for far in known.actors[other].allies
    )


def settle(kind: str, takers: Iterable[str], country: str | None, day: dt.date | None = None,
           hit: frozenset[str] = frozenset()) -> str:
    """The type that an event of a type has once its first side is known, and who was hit by it, if it hit one side."""
    sides = list(takers)
    if kind == _CLASH and hit == _CIVILIANS:
        return _ATTACK
    if kind in TAKING and sides:
        return REGAINS if any(fights_for_state(one, country, day) for one in sides) else OVERTAKES
    return kind


def flies(sides: Iterable[str]) -> bool:
    """Whether all sides are air forces, and there is one."""
    found = list(sides)
    return bool(found) and all(one.endswith(AIR_FORCES) for one in found)
