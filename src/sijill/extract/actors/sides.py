"""Which id a side goes by in an event: the branch of a state that does such things (codebook 8.5)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import Final

from sijill.extract.tables.lexicon import VIOLENT, event_types
from sijill.extract.tables.registry import registry

_FORCES: Final = frozenset(
    (
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Non-violent transfer of territory",
        "Looting/property destruction",
    )
)
# who is at a protest to report it or to treat the wounded is not of its crowd: 8 of 8 in training
_AT_WORK: Final = ("CIV_JOURNALISTS", "CIV_MEDICS")
# where a group of civilians is told for what it is: in all else its members are CIVILIANS, as victims are (actors.tsv)
_NO_VICTIMS: Final = frozenset((("CIV_PRISONERS", "Other"), ("CIV_AID", "Aid")))
PUT_DOWN: Final = ("Excessive force against protesters", "Protest with intervention")
"""The types of protests that tell of what others did to the crowd."""
_DISARMS: Final = "Disrupted weapons use"
_OFFICIALS_HIT: Final = ("Attack", "Remote explosive/landmine/IED", "Suicide bomb",
                         "Non-state actor overtakes territory")
_GROUND: Final = "Shelling/artillery/missile attack"
_AIR: Final = ("AIRFORCE", "_AF")
AIR_FORCES: Final = (*_AIR, "AIRCRAFT")
"""How the ids of air forces end, also of those that nobody has named."""
# what settlers whom it hits are civilians in
_SETTLERS: Final = "SETTLERS"
_ON_PEOPLE: Final = ("Violence against civilians", "Explosions/Remote violence")
_COUNTRY: Final = "COUNTRY:"
_REBEL: Final = "rebel"
STATE_FORCES: Final = ("state", "foreign")
"""Kinds of sides that are the forces of a state."""
_RIOTS: Final = "Riots"
_CROWDS: Final = {"Protests": "PROTESTERS", _RIOTS: "RIOTERS"}
MOB: Final = "Mob violence"
"""The type of a riot that is no demonstration: whoever is in it is a rioter, by whatever word."""
GUNMEN, MILITANTS = "UNIDENTIFIED_GUNMEN", "UNIDENTIFIED_MILITANTS"
"""The ids of armed men, and of armed groups and bombers, of no side that is known."""
UNNAMED: Final = frozenset((GUNMEN, MILITANTS))
"""Armed men of no side that is known: none of 125 riots in the gold is told to be theirs."""


@functools.lru_cache(maxsize=20_000)
def side_in(one: str, sub_event_type: str, role: str, day: dt.date | None) -> str:
    """A resolved side's id in an event of a type: army, air force or government of a state, CIVILIANS."""
    known = registry()
    event_type = event_types()[sub_event_type]
    if (one, sub_event_type) in _NO_VICTIMS:
        return one
    if one.startswith("CIV_") or one == "CIVILIANS":
        if role == "actor1" and event_type in _CROWDS:
            return _CROWDS[event_type]
        if sub_event_type in PUT_DOWN:
            return "CIVILIANS" if one in _AT_WORK else "PROTESTERS"
        # who does what the armed do is no civilian
        return GUNMEN if role == "actor1" and event_type in VIOLENT else "CIVILIANS"
    if role == "actor1" and event_type == _RIOTS and (
            one in UNNAMED or one == _CROWDS["Protests"] and sub_event_type == MOB):
        return _CROWDS[_RIOTS]
    if one == _SETTLERS and role == "actor2" and event_type in _ON_PEOPLE:
        return "CIVILIANS"
    if sub_event_type == _GROUND and role == "actor1" and one.endswith(_AIR):
        # what is shelled by artillery is shelled by the army, whose aircraft the text has named before
        return known.branch(known.family_of(one) or "", "army", day) or one
    if one.startswith(_COUNTRY):
        country: str | None = one.removeprefix(_COUNTRY)
    else:
        country = None if _stays(sub_event_type, event_type, role) else _governed(one, day)
    if country is None:
        return one
    return known.branch(country, _branch(one, sub_event_type, role), day) or one.replace(_COUNTRY, "NEW:")


def _governed(one: str, day: dt.date | None) -> str | None:
    """The country that a side is the government of, or stands in for it; None of other sides."""
    known = registry()
    actor = known.actors.get(one)
    country = known.family_of(one) if actor is not None else known.lacking.get(one)
    family = known.families.get(country) if country else None
    if family is not None and one in family.branches["gov"]:
        return country
    # who stands in for a government has the army that stands in for its army
    homes = sorted(actor.countries) if actor is not None else ()
    return next((c for c in homes if one in known.stand_ins.on(c, "gov", day)), None)


def _branch(one: str, sub_event_type: str, role: str) -> str:
    """The branch of a state, told by its name or its government, that does such things, or that they are done to."""
    event_type = event_types()[sub_event_type]
    if sub_event_type == "Air/drone strike" and role.endswith("actor1"):
        # a government at home has its army bomb; one abroad, or a country, its aircraft
        actor = registry().actors.get(one)
        return "army" if actor is not None and actor.kind == "state_forces" else "air"
    if event_type in VIOLENT or sub_event_type in _FORCES or sub_event_type in PUT_DOWN:
        return "army"
    return "police" if event_type in _CROWDS else "gov"


def _stays(sub_event_type: str, event_type: str, role: str) -> bool:
    """Whether a government is itself in an event: it talks, or its officials are attacked or its capital is taken."""
    if role == "actor2" and sub_event_type in _OFFICIALS_HIT:
        return True
    return event_type not in VIOLENT and sub_event_type not in PUT_DOWN and sub_event_type != _DISARMS


def country_of(sides: Iterable[str]) -> str | None:
    """The country whose sides are named most; None where no side has one."""
    counts: dict[str, int] = {}
    for one in sides:
        actor = registry().actors.get(one)
        for country in sorted(actor.countries) if actor else ():
            counts[country] = counts.get(country, 0) + 1
    return max(counts, key=lambda c: counts[c]) if counts else None


@functools.lru_cache(maxsize=5_000)
def side_kind(one: str) -> str:
    """A coarse class of a resolved side: state, foreign, rebel, civilian, crowd, other."""
    if one.startswith(_COUNTRY):
        return "country"
    known = registry()
    if one.startswith("NEW:"):
        # of a state that the registry lacks, told of where it is at home more often than abroad
        return "state" if one in known.of_states else "rebel"
    actor = known.actors.get(one)
    if actor is None:
        return "other"
    return {
        "state_forces": "state",
        "external_forces": "foreign",
        "rebel_group": "rebel",
        "political_militia": "rebel",
        "identity_militia": "rebel",
        "civilians": "civ",
        "protesters": "crowd",
        "rioters": "crowd",
        "international_organisation": "intl",
    }.get(actor.kind, "rebel")


@functools.lru_cache(maxsize=5_000)
def is_outlaw(one: str) -> bool:
    """Whether a side is an armed group that is no state's, and no state's ally."""
    known = registry()
    actor = known.actors.get(one)
    if actor is None:
        return side_kind(one) == _REBEL and one not in known.of_states
    allies = [known.actors.get(ally) for ally in actor.allies]
    allies += [other for other in known.actors.values() if one in other.allies]
    return side_kind(one) == _REBEL and not any(
        ally is not None and side_kind(ally.id) in STATE_FORCES for ally in allies)
