"""Taking a decision: ids of claims or events resolved, a correction's value checked, the verdict appended."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sijill.errors import InputError, RecordError
from sijill.ledger import Decision, Verb
from sijill.link.verdicts import checked
from sijill.records import ACTOR_ROLES
from sijill.store.filters import known_actor

if TYPE_CHECKING:
    from sijill.store.record import Record


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
    try:
        given = json.loads(value)
    except ValueError:
        given = value
    text = json.dumps(given, ensure_ascii=False, sort_keys=True)
    try:
        checked(field, text)
    except InputError as error:
        raise BadDecision(error.what, where=where, next_step=error.next_step) from None
    if field in ACTOR_ROLES:
        for actor in given:
            if not known_actor(actor):
                raise BadDecision(f"no actor has the id {actor!r}", where=where,
                                  next_step="Take an id such as SYR_ARMY, or write NEW: and the name in English")
    return text
