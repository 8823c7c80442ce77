"""Reading: the one place where pages, API and exports take events, claims and articles from, as far as one may see.

Whoever may not see an article sees no claim of it, and no event that it tells: its fields would tell what it says.
Neither is it counted, named as what another article reprints, or told of in a fault.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Request

from sijill.arabic.index_words import query_terms
from sijill.documents import Document, Grounding
from sijill.errors import InputError, RecordError, SijillError
from sijill.ledger import Decision, LinkedEvent
from sijill.store.events import EventBatch
from sijill.store.filters import EventFilter
from sijill.store.holdings import ArticleLine, OutletLine, RunLine
from sijill.store.linked_record import Found
from sijill.store.search import Hit
from sijill.web.audits import Audit
from sijill.web.control import State
from sijill.web.desk import Desk, desk
from sijill.web.faults import NotHere
from sijill.web.filters import Wanted, day
from sijill.web.imports import Import
from sijill.web.linker import Linking
from sijill.web.persons import Person, Present, coder_of
from sijill.web.worklist import Entry

BATCH = 200
"""Events read at once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some entries of a list, and how many there are in all."""

    entries: Sequence[Entry]
    total: int


class Reading:
    """What one person may see of a record; `coder` is the name that they code blind under.

    Of articles that they are coding blind (`blind_to`) they see the text alone, on the page of their coding, until all
    coders have finished: as though these were restricted, whatever their role is.
    """

    def __init__(self, at: Desk, person: Person, coder: str) -> None:
        self.desk, self.coder = at, coder
        self.restricted, self.blind_to = person.hidden, at.blind_to(coder)
        self.person = replace(person, hidden=person.hidden | self.blind_to)
        self._record = at.record

    def entries(self, wanted: Wanted) -> list[Entry]:
        """Every event that is wanted and may be seen, in the order wanted."""
        now = self.desk.worklist.now()
        found: Iterable[Entry] = now.entries.values()
        if not wanted.every:
            ids = self._record.matching(wanted.events)
            found = (entry for entry in found if entry.event.id in ids)
        if self.person.hidden:
            found = (entry for entry in found if self.sees(entry))
        if wanted.state != "all":
            said = self.desk.decided.verdicts()
            judged = said.accepted | said.rejected
            found = (entry for entry in found
                     if judged.issuperset(entry.event.claims) == (wanted.state == "done"))
        if wanted.order == "date":
            return sorted(found, key=lambda e: (e.event.earliest is None, e.event.earliest, e.event.id))
        return list(found)

    def sees(self, entry: Entry) -> bool:
        """Whether the person may see all that an event is made of."""
        return self.person.hidden.isdisjoint(entry.event.articles)

    def shown(self, wanted: Wanted, offset: int, limit: int) -> Shown:
        """A part of the events that are wanted."""
        found = self.entries(wanted)
        return Shown(found[offset:offset + limit], len(found))

    def batches(self, wanted: Wanted) -> Iterator[EventBatch]:
        """The events that are wanted, with their claims and texts, in batches: what an export writes."""
        ids = iter([entry.event.id for entry in self.entries(wanted)])
        while part := list(itertools.islice(ids, BATCH)):
            found = self._record.events_by_id(part)
            # linked anew since the list was made, an event may have got claims that may not be seen
            yield EventBatch([self._cleared(event) for event in found.events if self._may_see(event)], found.texts)

    def events(self, ids: Sequence[str]) -> list[LinkedEvent]:
        """The events with these ids that may be seen, in their order."""
        return [self._cleared(event) for event in self._record.events_by_id(ids).events if self._may_see(event)]

    def _may_see(self, event: LinkedEvent) -> bool:
        return self.person.hidden.isdisjoint(claim.article_id for claim in event.claims)

    def _cleared(self, event: LinkedEvent) -> LinkedEvent:
        """An event whose claims do not name what they reprint where that may not be seen."""
        hidden = self.person.hidden
        if not any(claim.copy_of in hidden for claim in event.claims):
            return event
        return replace(event, claims=tuple(
            replace(claim, copy_of=None) if claim.copy_of in hidden else claim for claim in event.claims))

    def event(self, given: str) -> Found:
        """The event of an event's or claim's id, or of its beginning; NotHere if there is none to be seen."""
        nothing = NotHere(f"no event and no claim has the id {given!r}", where=given,
                          next_step="Take an id from the queue")
        wanted = given
        if self.person.hidden:
            # that an id is ambiguous, or not linked yet, would tell of what may not be seen
            there = self._visible_id(given.strip())
            if there is None:
                raise nothing
            wanted = there
        try:
            found = self._record.find_linked(wanted)
        except RecordError as error:
            if error.__cause__ is not None:
                raise
            raise NotHere(error.what, where=given, next_step="Take an id from the queue") from None
        if not self._may_see(found.event):
            raise nothing
        event = self._cleared(found.event)
        claim = next((one for one in event.claims if found.claim and one.id == found.claim.id), None)
        return Found(event, found.texts, claim)

    def _visible_id(self, given: str) -> str | None:
        """The whole id of the one event or claim that may be seen and begins so; None if there is none or several."""
        now = self.desk.worklist.now()
        if given in now.entries or given in now.event_of:
            event = given if given in now.entries else now.event_of[given]
            return given if self.sees(now.entries[event]) else None
        if not given:
            return None
        found = [one for key, entry in now.entries.items() if self.sees(entry)
                 for one in (key, *entry.event.claims) if one.startswith(given)]
        return found[0] if len(set(found)) == 1 else None

    def article(self, article_id: str) -> Document:
        """The article with this id, its claims as they were coded; NotHere if there is none to be seen."""
        found = None if article_id in self.person.hidden else self._record.article(article_id)
        if found is None:
            raise NotHere(f"no article has the id {article_id!r}", where=article_id,
                          next_step="Find it with the search")
        return found

    def text(self, article_id: str) -> Document:
        """An article that may be read, were it only to code it blind: not what was made of it; NotHere if none is."""
        if article_id in self.blind_to - self.restricted and (found := self._record.article(article_id)):
            return replace(found, events=None, control=None)
        return self.article(article_id)

    def articles(self, *, source: str | None, first: str, last: str, offset: int,
                 limit: int) -> tuple[list[ArticleLine], int]:
        """A part of the articles that may be seen, the latest published first, and how many there are."""
        lines, total = self._record.article_lines(without=self.person.hidden, source=source, first=day(first, "from"),
                                                  last=day(last, "to"), offset=offset, limit=limit)
        return [replace(line, copy_of=None) if line.copy_of in self.person.hidden else line for line in lines], total

    def events_by_claim(self, claims: Iterable[str]) -> dict[str, str]:
        """The event that each claim tells, as last linked."""
        now = self.desk.worklist.now()
        return {claim: now.event_of[claim] for claim in claims
                if claim in now.event_of and self.sees(now.entries[now.event_of[claim]])}

    def search(self, query: str, *, source: str | None, first: str, last: str) -> Iterator[Hit]:
        """Articles with these words that may be seen, the latest first; InputError if there is no word."""
        if not query_terms(query):
            raise InputError("the query holds no word", where="q",
                             next_step="Write one or more words; quote those that must follow each other")
        for hit in self._record.search(query, source=source, first=day(first, "from"), last=day(last, "to")):
            if hit.article_id not in self.person.hidden:
                yield hit

    def place(self, place_id: str) -> Grounding | None:
        """What the claims that may be seen tell of a place of a gazetteer; None where none is there."""
        wanted = Wanted(EventFilter(place_id=place_id), "all", "value", {})
        for event in self.events([entry.event.id for entry in self.entries(wanted)[:1]]):
            for one in event.places.readings:
                if one.value.grounding and one.value.grounding.place_id == place_id:
                    return one.value.grounding
        return None

    def outlets(self) -> list[OutletLine]:
        """Who published the articles that may be seen, those with most first."""
        return self._record.outlet_lines(without=self.person.hidden)

    def actors(self) -> dict[str, int]:
        """How many of the events that may be seen each actor takes part in, those with most first."""
        return self._record.actor_counts(without=self._hidden_events())

    def counts(self) -> tuple[int, int]:
        """How many articles and events may be seen."""
        _, articles = self._record.article_lines(without=self.person.hidden, limit=1)
        return articles, len(self.desk.worklist.now().entries) - len(self._hidden_events())

    def runs(self) -> list[RunLine]:
        """The runs that added to the record, without the articles that may not be seen; the newest first."""
        return self._record.run_lines(without=self.person.hidden)

    def imports(self) -> list[Import]:
        """The imports since the application was started that this person may know of, the newest first.

        Of others' imports those are left out that coded an article which may not be seen: their names may tell of it.
        """
        hidden, me = self.person.hidden, self.person.name
        return [one.without(hidden) for one in self.desk.imports.all()
                if one.by == me or hidden.isdisjoint(line.article_id for line in one.articles)]

    def status(self) -> Linking:
        """What is being linked; how far it has come counts what may not be seen, and is not told to all."""
        now = self.desk.linker.state
        return Linking(None, 0, 0, None) if self.restricted else now

    def audit(self) -> Audit | None:
        """The last audit; who may not see all learns whether the record is as written, and not what is in it."""
        last = self.desk.audits.last
        if last is None or not self.restricted:
            return last
        trouble = None if last.error is None else SijillError("the audit failed", next_step="Ask an administrator")
        found = None if last.found is None else replace(
            last.found, entries=0, rows={}, differences=tuple(
                replace(one, row=None, detail="") for one in last.found.differences))
        return replace(last, found=found, error=trouble)

    def control(self) -> State:
        """Whether control is known of what may be seen."""
        return self.desk.control.state(self.person.hidden)

    def events_of(self, claims: Iterable[str]) -> list[str]:
        """The ids of the events that these claims tell now and that may be seen."""
        return [event.id for event in self.events(self._record.events_of(claims))]

    def _hidden_events(self) -> frozenset[str]:
        if not self.person.hidden:
            return frozenset()
        return frozenset(key for key, entry in self.desk.worklist.now().entries.items() if not self.sees(entry))

    def decisions(self, claims: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """Decisions on these claims, or all, without those on claims that may not be seen, in their order."""
        decided = self.desk.decided
        return tuple(d for d in (decided.all() if claims is None else decided.on(claims)) if self._sees_all_of(d))

    def decision(self, given: str) -> Decision | None:
        """The decision with this id; None if there is none to be seen."""
        found = self.desk.decided.find(given)
        return found if found is not None and self._sees_all_of(found) else None

    def _sees_all_of(self, decision: Decision) -> bool:
        if not self.person.hidden:
            return True
        now = self.desk.worklist.now()
        return all(claim in now.event_of and self.sees(now.entries[now.event_of[claim]]) for claim in decision.claims)


def reading(request: Request, person: Present, at: Annotated[Desk, Depends(desk)]) -> Reading:
    """The dependency that gives what the current person may see."""
    return Reading(at, person, coder_of(request, person))


Read = Annotated[Reading, Depends(reading)]
