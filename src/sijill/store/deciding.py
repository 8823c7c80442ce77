"""Taking a decision: ids of claims or events resolved, a correction's value made JSON, the verdict appended."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sijill.ledger import Decision, Verb, Words
from sijill.link.corrections import with_words
from sijill.store.decisions import BadDecision

if TYPE_CHECKING:
    from sijill.store.record import Record


def decide(record: Record, verb: Verb, ids: Sequence[str], *, by: str, field: str | None = None,
           value: str | None = None, words: tuple[int, int] | None = None, note: str | None = None) -> Decision:
    """Append a verdict on claims or events, given by id or its beginning; RecordError if it cannot be one.

    `words` are offsets of the claim's article: what there stands says the value of a correction.
    """
    if words is not None and verb != "correct":
        raise BadDecision(f"{verb} rests on no words", where=record.where, next_step="Mark words for corrections only")
    if verb == "withdraw":
        if len(ids) != 1 or field is not None or value is not None:
            raise BadDecision("withdraw takes the id of one decision, and no field or value", where=record.where,
                              next_step=f"Take it from: sijill decisions {record.where}")
        return _withdraw(record, ids[0], by, note)
    claims: dict[str, None] = {}
    texts: dict[str, str] = {}
    for given in ids:
        found = record.find_linked(given)
        texts |= {claim.id: found.texts[claim.article_id] for claim in found.event.claims}
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
    if verb == "correct" and value is not None:
        value = _as_json(value)
        if words is not None:
            start, end = words
            value = with_words(value, Words(start, end, texts[next(iter(claims))][max(start, 0):max(end, 0)]))
    return record.decide(verb, list(claims), by=by, field=field, value=value, note=note)


def _withdraw(record: Record, given: str, by: str, note: str | None) -> Decision:
    found = record.find_decisions(given)
    if len(found) != 1:
        raise BadDecision(f"{'no decision has' if not found else 'several decisions have'} the id {given!r}",
                          where=record.where, next_step=f"Take one from: sijill decisions {record.where}")
    if record.is_withdrawn(found[0].id):
        raise BadDecision(f"the decision {found[0].id} is withdrawn already", where=record.where,
                          next_step="There is nothing more to do")
    return record.decide("withdraw", found[0].claims, by=by, value=found[0].id, note=note)


def _as_json(value: str) -> str:
    """A value as JSON; a text that is none is taken as a word."""
    try:
        given = json.loads(value)
    except ValueError:
        given = value
    return json.dumps(given, ensure_ascii=False, sort_keys=True)
