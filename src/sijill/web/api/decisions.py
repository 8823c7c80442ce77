"""The API of decisions: taking one, undoing one, and the list of all."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from sijill.ledger import Decision, Verb
from sijill.link.corrections import parts
from sijill.store.linked_record import Found
from sijill.web.faults import NotAllowed, NotHere
from sijill.web.persons import Allowed, Person
from sijill.web.reading import Read

router = APIRouter(tags=["decisions"])
MayDecide = Annotated[Person, Depends(Allowed("decide"))]


class Said(BaseModel):
    """Words of an article: half-open offsets in code points of its text, and what stands there."""

    start: int = Field(ge=0, le=10**9)
    end: int = Field(ge=1, le=10**9)
    text: str = Field(min_length=1, max_length=2000)


class Given(BaseModel):
    """A verdict: `ids` are of claims or events.

    `field`, `value` (any JSON) and `words` (those of the claim's article that say the value) are for correct only.
    """

    verb: Verb
    ids: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(min_length=1, max_length=200)
    field: str | None = Field(None, max_length=40)
    value: Any = None
    words: Said | None = None
    note: str | None = Field(None, max_length=2000)


class DecisionShape(BaseModel):
    """A decision as it was appended; `value` as JSON, `words` those that were marked for it."""

    id: str
    at: str
    by: str
    verb: str
    claims: list[str]
    field: str | None
    value: Any
    words: Said | None
    note: str | None


class Taken(BaseModel):
    """A decision that was taken, whether it is linked already, and the events that its claims are now in."""

    decision: DecisionShape
    linked: bool
    events: list[str]


class DecisionList(BaseModel):
    """A part of all decisions, the newest first."""

    decisions: list[DecisionShape]
    total: int


@router.post("/decisions", status_code=201)
def take_decision(given: Given, read: Read, person: MayDecide) -> Taken:
    """Append a verdict to the record; events are linked anew at once, or soon where there are many."""
    if given.verb == "withdraw":
        ids = [_withdrawable(read, person, one) for one in given.ids]
    else:
        found = [read.event(one) for one in given.ids]
        if given.words is not None:
            _check_words(given.words, found[0])
        ids = [one.claim.id if one.claim else one.event.id for one in found]
    value = None if given.field is None else json.dumps(given.value, ensure_ascii=False)
    span = None if given.words is None else (given.words.start, given.words.end)
    taken, linked = read.desk.decide(person, given.verb, ids, field=given.field, value=value, words=span,
                                     note=given.note)
    return _taken(read, taken, linked)


@router.post("/decisions/{decision_id}/withdraw", status_code=201)
def withdraw_decision(decision_id: Annotated[str, Path(min_length=1, max_length=64)], read: Read,
                      person: MayDecide) -> Taken:
    """Say that a decision no longer counts: what undo does. Another's may be withdrawn by who may settle."""
    taken, linked = read.desk.decide(person, "withdraw", [_withdrawable(read, person, decision_id)])
    return _taken(read, taken, linked)


@router.get("/decisions")
def list_decisions(read: Read, offset: Annotated[int, Query(ge=0, le=10**7)] = 0,
                   limit: Annotated[int, Query(ge=1, le=500)] = 50) -> DecisionList:
    """Every decision on what may be seen, the newest first, withdrawn ones and withdrawals included."""
    found = read.decisions()[::-1]
    return DecisionList(decisions=[decision_shape(d) for d in found[offset:offset + limit]], total=len(found))


def decision_shape(decision: Decision) -> DecisionShape:
    """A decision as the API gives it."""
    value: Any = decision.value
    words: Said | None = None
    if decision.verb == "correct" and decision.value is not None:
        value, marked = parts(decision.value)
        words = None if marked is None else Said(start=marked.start, end=marked.end, text=marked.text)
    return DecisionShape(id=decision.id, at=decision.at.isoformat(), by=decision.by, verb=decision.verb,
                         claims=list(decision.claims), field=decision.field, value=value, words=words,
                         note=decision.note)


def _check_words(given: Said, found: Found) -> None:
    """NotHere where an article does not say at these offsets what is said to stand there."""
    claim = found.claim or found.event.claims[0]
    if found.texts[claim.article_id][given.start:given.end] != given.text:
        raise NotHere("the article has no such words there", where=f"{given.start}-{given.end}",
                      next_step="Give half-open offsets of its text in code points, and what stands there")


def _withdrawable(read: Read, person: Person, given: str) -> str:
    """The id of a decision that this person may withdraw; NotHere if none is seen, NotAllowed if another's."""
    found = read.decision(given)
    if found is None:
        raise NotHere(f"no decision has the id {given!r}", where=given, next_step="Take an id from the decisions")
    if found.by != person.name and not person.may("settle"):
        raise NotAllowed("this is another person's decision", where=given, next_step="Ask a reviewer to withdraw it")
    return found.id


def _taken(read: Read, taken: Decision, linked: bool) -> Taken:
    return Taken(decision=decision_shape(taken), linked=linked, events=read.events_of(taken.claims))
