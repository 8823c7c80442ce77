"""The API of blind coding: assignments, one's own coding step by step, agreement, and settling differences."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from sijill.agreement.codings import Coded, CodedEvent, Coding
from sijill.arabic.writable import writable
from sijill.store.codings import CodedArticle
from sijill.web.api.decisions import DecisionShape, decision_shape
from sijill.web.blind import Blind, Coders
from sijill.web.persons import Allowed

router = APIRouter(tags=["codings"])
Key = Annotated[str, Path(min_length=1, max_length=64)]
MayCode = Depends(Allowed("decide"))
MaySettle = Depends(Allowed("settle"))
Name = Annotated[str, Field(min_length=1, max_length=80)]


class Given(BaseModel):
    """An article to be given to people, who begin with the machine's events or with nothing."""

    article_id: str = Field(min_length=1, max_length=64)
    coders: list[Name] = Field(min_length=2, max_length=12)
    start: Literal["machine", "nothing"] = "machine"


class AssignmentShape(BaseModel):
    """An assignment: who codes, who has finished; `open` counts what is to be settled, null until all have finished."""

    id: str
    at: str
    by: str
    article_id: str
    start: str
    coders: dict[str, bool]
    mine: bool
    finished: bool
    open: int | None
    settled_by: str | None


class EventShape(BaseModel):
    """An event as coded: its words, and the fields that are filled. Offsets are half-open code points of the text."""

    unit: str
    start: int
    end: int
    values: dict[str, Coded]


class CodingShape(BaseModel):
    """One's own coding of an article."""

    assignment: AssignmentShape
    coder: str
    finished: bool
    events: list[EventShape]
    text: str


class StepGiven(BaseModel):
    """add (`value`: start, end, sub_event_type); set (`unit`, `field`, `value`: value, start, end); drop; ..."""

    verb: Literal["add", "set", "drop", "undo", "finish", "reopen"]
    unit: str | None = Field(None, max_length=64)
    field: str | None = Field(None, max_length=40)
    value: dict[str, Any] | None = None


class Answer(BaseModel):
    """A question settled: with `field` its value (null: not said), without it whether there is an event."""

    unit: str = Field(min_length=1, max_length=64)
    field: str | None = Field(None, max_length=40)
    value: Any = None


class SettledShape(BaseModel):
    """An event of one coder or more: `kept` null where that is to be settled; `fields` by name."""

    unit: str
    coders: list[str]
    start: int
    end: int
    kept: bool | None
    kept_by: str | None
    fields: dict[str, dict[str, Any]]


class SettlementShape(BaseModel):
    """The codings of an article side by side, and what is settled; `open` counts the questions that are left."""

    assignment: AssignmentShape
    events: list[SettledShape]
    open: int
    settled: list[EventShape]


class Closed(BaseModel):
    """The decisions that a settlement became."""

    decisions: list[DecisionShape]


class AgreementShape(BaseModel):
    """Agreement over articles that all their coders have finished, as `sijill agreement --format jsonl` writes it."""

    articles: int
    coders: list[str]
    f1: float | None
    events: list[dict[str, Any]]
    fields: list[dict[str, Any]]


@router.get("/codings")
def list_codings(at: Coders) -> list[AssignmentShape]:
    """Every assignment, the newest first."""
    return [assignment_shape(at, one) for one in at.all()]


@router.post("/codings", status_code=201, dependencies=[MaySettle])
def give_article(at: Coders, given: Given) -> AssignmentShape:
    """Give an article to two or more people to code blind."""
    made = at.assign(given.article_id, given.coders, given.start)
    return assignment_shape(at, at.find(made.id))


@router.get("/codings/{key}", dependencies=[MayCode])
def own_coding(at: Coders, key: Key) -> CodingShape:
    """One's own coding of an article; nobody else's."""
    return _coding(at, at.find(key))


@router.post("/codings/{key}/steps", status_code=201, dependencies=[MayCode])
def take_step(at: Coders, key: Key, given: StepGiven) -> CodingShape:
    """Take one step of one's own coding."""
    return _coding(at, at.step(key, given.verb, given.unit, given.field, given.value))


@router.get("/codings/{key}/settlement")
def read_settlement(at: Coders, key: Key) -> SettlementShape:
    """The codings side by side, once all have finished."""
    return _settlement(at, at.find(key))


@router.post("/codings/{key}/settlement", status_code=201, dependencies=[MaySettle])
def settle_question(at: Coders, key: Key, given: Answer) -> SettlementShape:
    """Settle one question."""
    return _settlement(at, at.settle(key, given.unit, given.field, given.value))


@router.post("/codings/{key}/close", status_code=201, dependencies=[MaySettle])
def end_settlement(at: Coders, key: Key) -> Closed:
    """End a settlement: what was settled becomes decisions."""
    return Closed(decisions=[decision_shape(one) for one in at.close(key)])


@router.get("/agreement")
def read_agreement(at: Coders, article: Annotated[str, Query(max_length=64)] = "") -> AgreementShape:
    """How far coders agree, over all articles or one."""
    found = at.agreement(article or None)
    return AgreementShape(articles=found.articles, coders=list(found.coders), f1=found.f1,
                          events=[asdict(one) for one in found.events], fields=[asdict(one) for one in found.fields])


def assignment_shape(at: Blind, found: CodedArticle) -> AssignmentShape:
    """An assignment as the API gives it: nothing of what was coded."""
    given = found.assignment
    settled = found.settlement if found.finished else None
    return AssignmentShape(
        id=given.id, at=given.at.isoformat(timespec="seconds"), by=given.by, article_id=given.article_id,
        start=given.start, coders={one.by: one.finished for one in found.codings}, mine=at.name in given.coders,
        finished=found.finished, open=settled.open if settled else None,
        settled_by=settled.closed_by if settled else None)


def _coding(at: Blind, found: CodedArticle) -> CodingShape:
    mine: Coding = at.own(found)
    return CodingShape(assignment=assignment_shape(at, found), coder=mine.by, finished=mine.finished,
                       events=[_event(one) for one in mine.events], text=writable(found.document.text))


def _settlement(at: Blind, found: CodedArticle) -> SettlementShape:
    now = at.settlement(found)
    return SettlementShape(
        assignment=assignment_shape(at, found), open=now.open, settled=[_event(one) for one in now.settled],
        events=[SettledShape(
            unit=one.key, coders=sorted(one.matched.by), start=one.matched.start, end=one.matched.end, kept=one.kept,
            kept_by=one.kept_by, fields={field.field: {
                "values": {coder: _value(coded) for coder, coded in field.values.items()},
                "disputed": field.disputed, "settled": _value(field.settled), "by": field.by}
                for field in one.fields}) for one in now.events])


def _event(event: CodedEvent) -> EventShape:
    return EventShape(unit=event.key, start=event.start, end=event.end, values=dict(event.values))


def _value(coded: Coded | None) -> dict[str, Any] | None:
    return None if coded is None else asdict(coded)
