"""Decisions: what people say of claims, appended in the order in which they were taken."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select

from sijill.errors import InputError, RecordError
from sijill.ledger import Decision, Verb, Words
from sijill.link.corrections import read_correction
from sijill.records import ACTOR_ROLES
from sijill.store import schema
from sijill.store.chain import Chain
from sijill.store.filters import known_actor
from sijill.store.linked_tables import linked_decisions
from sijill.store.statements import parts

_LEAST = {"accept": 1, "reject": 1, "correct": 1, "same": 2, "different": 2}


class BadDecision(RecordError):
    """A decision says what no decision can say."""

    code = "E410"


def add_decision(connection: Connection, decision: Decision, where: str) -> Decision:
    """Append a decision, and give it back with its id; BadDecision if it says nothing or names what is not here."""
    _check(connection, decision, where)
    at = decision.at.isoformat(timespec="microseconds")
    chain = Chain(connection, at=at, where=where)
    row: dict[str, object] = {
        "at": at, "by": decision.by, "verb": decision.verb, "claims": json.dumps(decision.claims),
        "field": decision.field, "value": decision.value, "note": decision.note}
    # the digest so far is in the id: the same verdict given twice is two decisions
    row["id"] = hashlib.blake2b(json.dumps([chain.digest, row]).encode(), digest_size=8).hexdigest()
    row["number"] = last_decision(connection) + 1
    connection.execute(insert(schema.decisions).values(**row))
    chain.add("decision", row["number"], {"decisions": [row]})
    chain.write()
    return replace(decision, id=str(row["id"]))


def read_decisions(connection: Connection, *, after: int = 0) -> tuple[Decision, ...]:
    """Every decision with a number after this one, in the order in which they were taken."""
    return _read(connection, schema.decisions.c.number > after)


def last_decision(connection: Connection) -> int:
    """The number of the last decision; 0 if none was taken. They are numbered from 1 without a gap."""
    return int(connection.execute(select(func.coalesce(func.max(schema.decisions.c.number), 0))).scalar_one())


def find_decisions(connection: Connection, given: str) -> tuple[Decision, ...]:
    """The decision with this id, or those whose ids begin with it."""
    table = schema.decisions.c
    return (_read(connection, table.id == given)
            or _read(connection, func.substr(table.id, 1, len(given)) == given) if given else ())


def decisions_on(connection: Connection, claims: Iterable[str]) -> tuple[Decision, ...]:
    """Every decision on any of these claims, in the order in which they were taken."""
    table = schema.decisions.c
    wanted = sorted(set(claims))
    numbers = {number for part in parts(wanted) for number in connection.execute(
        select(table.number).where(or_(*(table.claims.contains(json.dumps(one), autoescape=True) for one in part)))
    ).scalars()}
    found = (_read(connection, table.number.in_(part)) for part in parts(sorted(numbers)))
    return tuple(one for many in found for one in many if not set(wanted).isdisjoint(one.claims))


def unlinked_decisions(connection: Connection) -> tuple[Decision, ...]:
    """The decisions that no linking has heeded."""
    return _read(connection, schema.decisions.c.id.not_in(select(linked_decisions.c.decision_id)))


def is_withdrawn(connection: Connection, decision: str) -> bool:
    """Whether the decision with this id was withdrawn."""
    table = schema.decisions.c
    return connection.execute(
        select(table.id).where(table.verb == "withdraw", table.value == decision)).first() is not None


def _read(connection: Connection, chosen: ColumnElement[bool]) -> tuple[Decision, ...]:
    rows = connection.execute(select(schema.decisions).where(chosen).order_by(schema.decisions.c.number))
    return tuple(Decision(row.id, dt.datetime.fromisoformat(row.at), row.by, row.verb,
                          tuple(json.loads(row.claims)), row.field, row.value, row.note) for row in rows)


def _check(connection: Connection, decision: Decision, where: str) -> None:
    verb = decision.verb
    if verb not in get_args(Verb):
        raise BadDecision(f"there is no verb {verb!r}", where=where,
                          next_step=f"Give one of {', '.join(get_args(Verb))}")
    if not decision.by.strip():
        raise BadDecision("a decision needs the name of who takes it", where=where, next_step="Say who decides")
    if verb != "correct" and decision.field is not None or verb not in ("correct", "withdraw") and (
            decision.value is not None):
        raise BadDecision(f"{verb} has no field and no value", where=where,
                          next_step="Use --field and --value with correct only")
    if verb == "withdraw":
        _check_withdrawal(connection, decision, where)
    elif len(set(decision.claims)) < _LEAST[verb]:
        raise BadDecision(f"{verb} needs {_LEAST[verb]} claims or more", where=where,
                          next_step="Give the ids of the claims")
    if verb == "correct":
        _check_correction(connection, decision, where)
    if missing := _missing(connection, decision.claims):
        raise BadDecision(f"no claim has the id {missing!r}", where=where,
                          next_step="Take an id from the first column of `sijill code`")


def _check_withdrawal(connection: Connection, decision: Decision, where: str) -> None:
    table = schema.decisions.c
    verb = connection.execute(select(table.verb).where(table.id == decision.value)).scalar()
    if verb is None:
        raise BadDecision(f"no decision has the id {decision.value!r}", where=where,
                          next_step="Give the id of the decision that no longer counts")
    if verb == "withdraw":
        raise BadDecision(f"the decision {decision.value} is a withdrawal, which stands", where=where,
                          next_step="Take the withdrawn decision again")


def _check_correction(connection: Connection, decision: Decision, where: str) -> None:
    """A value that linking cannot read would break every linking from then on."""
    if len(decision.claims) != 1 or decision.field is None or decision.value is None:
        raise BadDecision("a correction needs one claim, a field and a value", where=where,
                          next_step="Correct one field of one claim at a time: --field latest --value 2015-06-25")
    try:
        given = read_correction(decision.field, decision.value)
    except InputError as error:
        raise BadDecision(error.what, where=where, next_step=error.next_step) from None
    unknown = [one for one in given.value if not known_actor(one)] if decision.field in ACTOR_ROLES else ()
    if unknown:
        raise BadDecision(f"no actor has the id {unknown[0]!r}", where=where,
                          next_step="Take an id such as SYR_ARMY, or write NEW: and the name in English")
    if decision.field == "weapon" and given.value is not None and given.words is None:
        raise BadDecision("a weapon is words of the article", where=where,
                          next_step="Mark the words that name it: --words START-END")
    if given.words is not None and not _there(connection, decision.claims[0], given.words):
        raise BadDecision(f"the article does not say {given.words.text!r} at {given.words.start} to {given.words.end}",
                          where=where, next_step="Give half-open offsets of its text in code points, and what is there")


def _there(connection: Connection, claim: str, words: Words) -> bool:
    """Whether the article of a claim has these words where they are said to be; a claim that is not here is told of."""
    text = connection.execute(
        select(schema.articles.c.text).join(schema.claims).where(schema.claims.c.claim_id == claim)).scalar()
    return text is None or 0 <= words.start < words.end <= len(text) and text[words.start:words.end] == words.text


def _missing(connection: Connection, ids: Sequence[str]) -> str | None:
    there = set(connection.execute(
        select(schema.claims.c.claim_id).where(schema.claims.c.claim_id.in_(ids))).scalars())
    return next((one for one in ids if one not in there), None)
