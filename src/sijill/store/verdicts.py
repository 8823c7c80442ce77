"""Taking a decision: ids of claims or events resolved, a correction's value checked, the verdict appended."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from sijill.documents import Factuality
from sijill.errors import RecordError
from sijill.ledger import Decision, Verb
from sijill.store.filters import known_actor, known_type

if TYPE_CHECKING:
    from sijill.store.record import Record

KINDS = ("killed", "wounded", "captured", "missing", "displaced")


class BadDecision(RecordError):
    """A decision says what no decision can say."""

    code = "E410"


def decide(record: Record, verb: Verb, ids: Sequence[str], *, by: str, field: str | None = None,
           value: str | None = None, note: str | None = None) -> Decision:
    """Append a verdict on claims or events, given by id or its beginning; RecordError if it cannot be one."""
    if verb != "correct" and (field is not None or value is not None):
        raise BadDecision(f"{verb} has no field and no value", where=record.where,
                          next_step="Use --field and --value with correct only")
    if verb == "withdraw":
        return _withdraw(record, ids, by, note)
    claims: dict[str, None] = {}
    for given in ids:
        found = record.find_linked(given)
        if found.claim:
            claims[found.claim.id] = None
        elif verb == "different" or verb == "correct":
            # which claims of an event would differ, or be corrected, is not said
            if len(found.event.claims) > 1:
                raise BadDecision(f"{verb} is said of claims, and {given} is an event with "
                                  f"{len(found.event.claims)} of them", where=record.where,
                                  next_step=f"Take the claims' ids from: sijill show {record.where} {given}")
            claims[found.event.claims[0].id] = None
        else:
            claims.update(dict.fromkeys(claim.id for claim in found.event.claims))
    if verb == "correct":
        value = checked_value(field, value, record.where)
    return record.decide(verb, list(claims), by=by, field=field, value=value, note=note)


def _withdraw(record: Record, ids: Sequence[str], by: str, note: str | None) -> Decision:
    if len(ids) != 1:
        raise BadDecision("withdraw takes the id of one decision", where=record.where,
                          next_step=f"Take it from: sijill decisions {record.where}")
    known = record.decisions()
    found = [d for d in known if d.id == ids[0]] or [d for d in known if ids[0] and d.id.startswith(ids[0])]
    if len(found) != 1:
        raise BadDecision(f"{'no decision has' if not found else 'several decisions have'} the id {ids[0]!r}",
                          where=record.where, next_step=f"Take one from: sijill decisions {record.where}")
    if any(d.verb == "withdraw" and d.value == found[0].id for d in known):
        raise BadDecision(f"the decision {found[0].id} is withdrawn already", where=record.where,
                          next_step="There is nothing more to do")
    return record.decide("withdraw", found[0].claims, by=by, value=found[0].id, note=note)


def checked_value(field: str | None, value: str | None, where: str | None = None) -> str:
    """A correction's value as JSON, checked for its field; a text that is no JSON is taken as a word."""
    if field is None or value is None:
        raise BadDecision("a correction needs a field and a value", where=where,
                          next_step="Give both: --field latest --value 2015-06-25")
    if field not in FIELDS:
        raise BadDecision(f"{field!r} is no field that can be corrected", where=where,
                          next_step=f"Give one of {', '.join(FIELDS)}")
    try:
        given = json.loads(value)
    except ValueError:
        given = value
    holds, wanted = FIELDS[field]
    if not holds(given):
        raise BadDecision(f"{field} cannot be {value}", where=where, next_step=f"Give {wanted}")
    return json.dumps(given, ensure_ascii=False, sort_keys=True)


def _day(given: Any) -> bool:
    if given is None:
        return True
    try:
        return isinstance(given, str) and bool(dt.date.fromisoformat(given))
    except ValueError:
        return False


def _actors(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) and known_actor(one) for one in given)


def _names(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) and bool(one.strip()) for one in given)


def _number(given: Any) -> bool:
    return given is None or isinstance(given, int) and not isinstance(given, bool) and given >= 0


def _toll(given: Any) -> bool:
    return (isinstance(given, dict) and given.get("kind") in KINDS and given.keys() <= {"kind", "low", "high", "who"}
            and _number(given.get("low")) and _number(given.get("high"))
            and (given.get("who") is None or isinstance(given["who"], str) and known_actor(given["who"]))
            and not (given.get("low") is not None and given.get("high") is not None and given["low"] > given["high"]))


def _tolls(given: Any) -> bool:
    return isinstance(given, list) and all(map(_toll, given))


def _word(given: Any) -> bool:
    return given is None or isinstance(given, str) and bool(given.strip())


_A_DAY = "a day such as 2015-06-25, or null where it cannot be known"
_SIDES = 'a list of ids of actors, such as ["SYR_ARMY"]'
FIELDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "sub_event_type": (lambda given: isinstance(given, str) and known_type(given, sub=True),
                       "a sub-event type of the codebook, such as Armed clash"),
    "factuality": (lambda given: given in get_args(Factuality), f"one of {', '.join(get_args(Factuality))}"),
    "weapon": (_word, "the weapon's name, or null"),
    "earliest": (_day, _A_DAY),
    "latest": (_day, _A_DAY),
    **dict.fromkeys(("actor1", "actor2", "assoc_actor1", "assoc_actor2"), (_actors, _SIDES)),
    "places": (_names, "a list of names"),
    "casualties": (_tolls, 'a list such as [{"kind": "killed", "low": 3, "high": 3, "who": "CIVILIANS"}]'),
}
"""The fields that can be corrected: whether a value fits, and what would."""
