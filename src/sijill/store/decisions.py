"""Decisions: what people say of claims, appended in the order in which they were taken."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from sqlalchemy import Connection, func, insert, select

from sijill.errors import RecordError
from sijill.ledger import Decision, Verb
from sijill.store import schema
from sijill.store.chain import Chain

_LEAST = {"accept": 1, "reject": 1, "correct": 1, "same": 2, "different": 2}


def add_decision(connection: Connection, decision: Decision, where: str) -> Decision:
    """Append a decision, and give it back with its id; RecordError if it says nothing or names what is not here."""
    _check(connection, decision, where)
    at = decision.at.isoformat(timespec="microseconds")
    chain = Chain(connection, at=at, where=where)
    row: dict[str, object] = {
        "at": at, "by": decision.by, "verb": decision.verb, "claims": json.dumps(decision.claims),
        "field": decision.field, "value": decision.value, "note": decision.note}
    # the digest so far is in the id: the same verdict given twice is two decisions
    row["id"] = hashlib.blake2b(json.dumps([chain.digest, row]).encode(), digest_size=8).hexdigest()
    row["number"] = connection.execute(select(func.coalesce(func.max(schema.decisions.c.number), 0))).scalar_one() + 1
    connection.execute(insert(schema.decisions).values(**row))
    chain.add("decision", row["number"], {"decisions": [row]})
    chain.write()
    return replace(decision, id=str(row["id"]))


def read_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Every decision, in the order in which they were taken."""
    rows = connection.execute(select(schema.decisions).order_by(schema.decisions.c.number))
    return tuple(Decision(row.id, dt.datetime.fromisoformat(row.at), row.by, row.verb,
                          tuple(json.loads(row.claims)), row.field, row.value, row.note) for row in rows)


def _check(connection: Connection, decision: Decision, where: str) -> None:
    if decision.verb not in get_args(Verb):
        raise RecordError(f"there is no verb {decision.verb!r}", where=where,
                          next_step=f"Give one of {', '.join(get_args(Verb))}")
    if not decision.by.strip():
        raise RecordError("a decision needs the name of who takes it", where=where, next_step="Say who decides")
    if decision.verb == "withdraw":
        known = select(schema.decisions.c.id).where(schema.decisions.c.id == decision.value)
        if connection.execute(known).first() is None:
            raise RecordError(f"no decision has the id {decision.value!r}", where=where,
                              next_step="Give the id of the decision that no longer counts")
    elif len(set(decision.claims)) < _LEAST[decision.verb]:
        raise RecordError(f"{decision.verb} needs {_LEAST[decision.verb]} claims or more", where=where,
                          next_step="Give the ids of the claims")
    if decision.verb == "correct" and (len(decision.claims) != 1 or not decision.field):
        raise RecordError("correct needs one claim and the name of its field", where=where,
                          next_step="Correct one field of one claim at a time")
    if missing := _missing(connection, decision.claims):
        raise RecordError(f"no claim has the id {missing!r}", where=where,
                          next_step="Take an id from the first column of `sijill code`")


def _missing(connection: Connection, ids: Sequence[str]) -> str | None:
    there = set(connection.execute(
        select(schema.claims.c.claim_id).where(schema.claims.c.claim_id.in_(ids))).scalars())
    return next((one for one in ids if one not in there), None)
