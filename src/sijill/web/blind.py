"""Blind coding at the desk: who codes, which steps they may take, and what they may see of others' codings."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import Depends

from sijill.agreement.codings import (
    Assignment,
    Coding,
    Step,
    StepVerb,
    checked_span,
    checked_value,
    counting,
    machine_event,
)
from sijill.agreement.report import Agreement, agreement
from sijill.agreement.settling import Outcome, Settlement, outcome
from sijill.errors import InputError
from sijill.ledger import Decision
from sijill.link.corrected import corrected
from sijill.store.codings import BadCoding, CodedArticle
from sijill.web.faults import NotAllowed, NotHere
from sijill.web.persons import clean_name
from sijill.web.reading import Read, Reading


class Blind:
    """The codings that one person may see and do; `name` is who they code as."""

    def __init__(self, read: Reading, name: str) -> None:
        self.read, self.name = read, name
        self._record = read.desk.record

    def all(self) -> list[CodedArticle]:
        """Every assignment of an article that may be seen, the newest first."""
        return [one for one in reversed(self._record.coded_articles())
                if one.assignment.article_id not in self.read.restricted]

    def find(self, key: str) -> CodedArticle:
        """The assignment with this id; NotHere if there is none to be seen."""
        try:
            found = self._record.coded_article(key)
        except BadCoding:
            found = None
        if found is None or found.assignment.article_id in self.read.restricted:
            raise NotHere(f"no assignment has the id {key!r}", where=key, next_step="Take one from the page of codings")
        return found

    def assign(self, article_id: str, coders: Sequence[str], start: str) -> Assignment:
        """Give an article that may be seen to people."""
        self.read.text(article_id)
        names = [clean_name(name) for name in coders]
        if not 2 <= len(set(names)) <= 12:
            raise InputError("an article is given to 2 to 12 people", where="coders",
                             next_step="Give the name of each, with commas in between")
        with self.read.desk.writing:
            return self._record.assign(article_id, names, start=start, by=self.read.person.name)

    def own(self, found: CodedArticle) -> Coding:
        """The person's own coding; NotAllowed where they were not asked."""
        mine = found.coding(self.name)
        if mine is None:
            raise NotAllowed(f"{self.name} was not asked to code this article", where="coders",
                             next_step="Say on the page of codings who you are, or ask for the article")
        return mine

    def open_of(self, article_id: str) -> CodedArticle | None:
        """What the person is still to code of an article, so that they do not see there what others made of it."""
        if article_id not in self.read.blind_to:
            return None
        return next((one for one in self.all() if one.assignment.article_id == article_id and not one.finished
                     and one.coding(self.name) is not None), None)

    def step(self, key: str, verb: StepVerb, unit: str | None = None, field: str | None = None,
             value: Any = None) -> CodedArticle:
        """Take one step of the person's own coding; InputError or NotAllowed where it cannot be taken."""
        self.find(key)

        def make(found: CodedArticle) -> list[Step]:
            return [self._checked(found, self.own(found), verb, unit, field, value)]

        with self.read.desk.writing:
            return self._record.add_step(key, make)

    def _checked(self, found: CodedArticle, mine: Coding, verb: StepVerb, unit: str | None, field: str | None,
                 value: Any) -> Step:
        text = found.document.text
        if found.finished or mine.finished and verb != "reopen":
            raise NotAllowed("this coding is finished", where="verb",
                             next_step="It can be taken up again until the others have finished")
        if verb == "add":
            given = checked_value("sub_event_type", {"value": (value or {}).get("sub_event_type")}, text)
            if given is None:
                raise InputError("an event needs a type", where="value", next_step="Give its sub_event_type")
            return self._step("add", secrets.token_hex(6), None,
                              checked_span(value, text) | {"sub_event_type": given["value"]})
        if verb in ("set", "drop"):
            if unit not in {event.key for event in mine.events}:
                raise InputError(f"the coding has no event {unit!r}", where="unit", next_step="Give one of its events")
            if verb == "drop":
                return self._step("drop", unit, None, None)
            checked = checked_value(field or "", value, text)
            if checked is None and field in ("sub_event_type", "factuality"):
                raise InputError(f"an event cannot be without {field}", where="value", next_step="Drop the event")
            return self._step("set", unit, field, checked)
        if verb == "undo" and not counting(one for one in found.steps if one.by == self.name):
            raise InputError("there is nothing to undo", where="verb", next_step="Go on coding")
        if verb == "reopen" and not mine.finished or verb not in ("undo", "finish", "reopen"):
            raise InputError(f"a coder cannot {verb} now", where="verb", next_step="Go on coding")
        return self._step(verb, None, None, None)

    def _step(self, verb: StepVerb, unit: str | None, field: str | None, value: Any, by: str | None = None) -> Step:
        kept = None if value is None else json.dumps(value, ensure_ascii=False)
        return Step(dt.datetime.now(dt.UTC), by or self.name, verb, unit, field, kept)

    def settlement(self, found: CodedArticle) -> Settlement:
        """The codings side by side; NotAllowed until all have finished, and to those who neither coded nor settle."""
        if not found.finished:
            raise NotAllowed("not all coders have finished", where=found.assignment.id,
                             next_step="Nobody sees another's coding until then")
        if not self.read.person.may("settle") and found.coding(self.name) is None:
            raise NotAllowed("this person neither coded nor settles this article", where=found.assignment.id,
                             next_step="Ask a reviewer")
        return found.settlement

    def settle(self, key: str, unit: str, field: str | None, value: Any) -> CodedArticle:
        """Settle one question: a field of an event, or, without a field, whether there is such an event."""
        self.find(key)

        def make(found: CodedArticle) -> list[Step]:
            now = self.settlement(found)
            event = next((one for one in now.events if one.key == unit), None)
            if now.closed_by is not None:
                raise NotAllowed("it is settled already", where=key, next_step="Withdraw or add decisions instead")
            if event is None:
                raise InputError(f"there is no event {unit!r} to be settled", where="unit",
                                 next_step="Take one from the settlement")
            by = self.read.person.name
            if field is None:
                if not isinstance(value, bool):
                    raise InputError("whether there is an event is true or false", where="value",
                                     next_step="Give true or false")
                return [self._step("keep", unit, None, value, by)]
            given = value if value is None or isinstance(value, Mapping) else {"value": value}
            return [self._step("settle", unit, field, checked_value(field, given, found.document.text), by)]

        with self.read.desk.writing:
            return self._record.add_step(key, make)

    def outcome(self, found: CodedArticle) -> Outcome:
        """The decisions that follow from what is settled so far; corrections that count already are put in first."""
        said = self.read.desk.decided.verdicts()
        claims = [machine_event(corrected(event, said.corrections.get(event.event_id, {})))
                  for event in (*(found.document.events or ()), *found.people)]
        return outcome(found.settlement.settled, claims)

    def close(self, key: str) -> list[Decision]:
        """End a settlement: what was settled becomes decisions, and is linked."""
        self.settlement(self.find(key))
        desk = self.read.desk
        with desk.writing:
            taken = desk.record.close_settlement(key, self.read.person.name, self.outcome,
                                                 f"settled: {key}")
        desk.linker.wait(desk.linker.ask(), 1.5)
        return taken

    def agreement(self, article_id: str | None = None) -> Agreement:
        """Agreement over the articles that all have finished and that may be seen, or over one of them."""
        return agreement([one.codings for one in self.all() if one.finished
                          and article_id in (None, one.assignment.article_id)])


def blind(read: Read) -> Blind:
    """The dependency that gives what the current person may see and do of blind codings."""
    return Blind(read, read.coder)


Coders = Annotated[Blind, Depends(blind)]
