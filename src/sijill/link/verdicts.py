"""Verdicts: what people's decisions mean for linking, the newest first where they contradict one another."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from sijill.documents import Factuality, Grounding
from sijill.errors import InputError
from sijill.ledger import TOLL_KINDS, Decision
from sijill.records import read_grounding
from sijill.resources import table


@dataclass(frozen=True, slots=True)
class Constraint:
    """Two claims that a person holds to tell the same event (`same`), or not; `by` is the decision's id."""

    one: str
    other: str
    same: bool
    by: str


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place that a person has picked: what it is called, and where it is."""

    name: str
    where: Grounding


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What counts: claims accepted and rejected, corrected fields by claim, constraints with the newest first."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    constraints: tuple[Constraint, ...] = ()


def verdicts(decisions: Iterable[Decision]) -> Verdicts:
    """The verdicts that still count, in any order of the decisions; a later one on the same thing replaces an earlier.

    A withdrawal takes out the decision that it names; to undo a withdrawal the decision is taken again.
    """
    ordered = sorted({d.id: d for d in decisions}.values(), key=lambda d: (d.at, d.id))
    gone = {d.value for d in ordered if d.verb == "withdraw"}
    judged: dict[str, str] = {}
    corrections: dict[str, dict[str, Any]] = {}
    pairs: dict[tuple[str, str], Constraint] = {}
    for decision in ordered:
        if decision.id in gone or decision.verb == "withdraw":
            continue
        if decision.verb in ("accept", "reject"):
            judged.update(dict.fromkeys(decision.claims, decision.verb))
        elif decision.verb == "correct" and decision.field and decision.value is not None:
            for claim in decision.claims:
                corrections.setdefault(claim, {})[decision.field] = checked(decision.field, decision.value)
        else:
            ids = sorted(set(decision.claims))
            for at, one in enumerate(ids):
                for other in ids[at + 1:]:
                    pairs.pop((one, other), None)
                    pairs[one, other] = Constraint(one, other, decision.verb == "same", decision.id)
    return Verdicts(
        frozenset(c for c, v in judged.items() if v == "accept"),
        frozenset(c for c, v in judged.items() if v == "reject"), corrections, tuple(reversed(pairs.values())))


def checked(name: str, value: str) -> Any:
    """The value of a corrected field from its JSON; InputError where the field or the value cannot be.

    sub_event_type, factuality: a name of the codebook; earliest, latest: an ISO date or null; actor1, actor2,
    assoc_actor1, assoc_actor2: a list of actor ids; place: a name, or an object with the fields of a grounding;
    killed, wounded, captured, missing, displaced: [low, high], null where not known.
    """
    check = FIELDS.get(name)
    if check is None:
        raise InputError(f"{name!r} is no field that can be corrected", next_step=f"Give one of {', '.join(FIELDS)}")
    try:
        return check(json.loads(value))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{value} cannot be the value of {name}", where=name,
                         next_step=f"Give {_MEANT.get(name, _MEANT['toll'])}") from error


def _type(value: Any) -> str:
    known = {row["sub_event_type"] for row in table("ontology.tsv", ("sub_event_type",))}
    return _one_of(value, known)


def _factuality(value: Any) -> str:
    return _one_of(value, set(get_args(Factuality)))


def _one_of(value: Any, known: set[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(value)
    return value


def _day(value: Any) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _ids(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ValueError(value)
    return tuple(value)


def _place(value: Any) -> str | Spotted:
    """A name, or a place of a gazetteer that a person has picked."""
    if isinstance(value, dict):
        name, where = _name(value.get("name")), read_grounding(value)
        if where is None or not isinstance(where.place_id, str):
            raise ValueError(value)
        for degrees, most in ((where.lat, 90.0), (where.lon, 180.0)):
            if degrees is not None and not (isinstance(degrees, int | float) and abs(degrees) <= most):
                raise ValueError(value)
        return Spotted(name, where)
    return _name(value)


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()


def _toll(value: Any) -> tuple[int | None, int | None]:
    low, high = value
    for one in (low, high):
        if one is not None and (isinstance(one, bool) or not isinstance(one, int) or one < 0):
            raise ValueError(value)
    if low is not None and high is not None and low > high:
        raise ValueError(value)
    return low, high


FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "sub_event_type": _type, "factuality": _factuality, "earliest": _day, "latest": _day, "actor1": _ids,
    "actor2": _ids, "assoc_actor1": _ids, "assoc_actor2": _ids, "place": _place,
    **dict.fromkeys(TOLL_KINDS, _toll)}
"""The fields that can be corrected, each with what makes a value of it."""

_ACTORS = 'a list of actor ids, as ["SDF"]'
_MEANT = {
    "sub_event_type": "a sub-event type of the codebook, in quotes", "factuality": '"asserted", "denied", "planned" '
    'or "uncertain"', "earliest": 'a day, as "2018-03-14", or null', "latest": 'a day, as "2018-03-14", or null',
    "actor1": _ACTORS, "actor2": _ACTORS, "assoc_actor1": _ACTORS, "assoc_actor2": _ACTORS,
    "place": "the name of a place, in quotes, or an object with its name, place_id, lat and lon",
    "toll": "[low, high], with null for what is not known"}
