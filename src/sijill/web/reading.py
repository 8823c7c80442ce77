"""Reading: the one place where pages, API and exports take events, claims and articles from, as far as one may see.

Whoever may not see an article sees no claim of it, and no event that it tells: its fields would tell what it says.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from sijill.arabic.index_words import query_terms
from sijill.documents import Document, Grounding
from sijill.errors import InputError, RecordError
from sijill.ledger import Decision, LinkedEvent
from sijill.store.events import EventBatch
from sijill.store.filters import EventFilter
from sijill.store.holdings import ArticleLine, OutletLine
from sijill.store.linked_record import Found
from sijill.store.search import Hit
from sijill.web.desk import Desk, desk
from sijill.web.faults import NotHere
from sijill.web.filters import Wanted, day
from sijill.web.persons import Person, Present
from sijill.web.worklist import Entry

BATCH = 200
"""Events read at once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some entries of a list, and how many there are in all."""

    entries: Sequence[Entry]
    total: int


class Reading:
    """What one person may see of a record."""

    def __init__(self, at: Desk, person: Person) -> None:
        self.desk, self.person = at, person
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
            said = self.desk.worklist.standing()
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
            yield self._record.events_by_id(part)

    def events(self, ids: Sequence[str]) -> list[LinkedEvent]:
        """The events with these ids that may be seen, in their order."""
        return [event for event in self._record.events_by_id(ids).events
                if self.person.hidden.isdisjoint(claim.article_id for claim in event.claims)]

    def event(self, given: str) -> Found:
        """The event of an event's or claim's id, or of its beginning; NotHere if there is none to be seen."""
        try:
            found = self._record.find_linked(given)
        except RecordError as error:
            if error.__cause__ is not None:
                raise
            raise NotHere(error.what, where=given, next_step="Take an id from the queue") from None
        if not self.person.hidden.isdisjoint(claim.article_id for claim in found.event.claims):
            raise NotHere(f"no event and no claim has the id {given!r}", where=given,
                          next_step="Take an id from the queue")
        return found

    def article(self, article_id: str) -> Document:
        """The article with this id, its claims as they were coded; NotHere if there is none to be seen."""
        found = None if article_id in self.person.hidden else self._record.article(article_id)
        if found is None:
            raise NotHere(f"no article has the id {article_id!r}", where=article_id,
                          next_step="Find it with the search")
        return found

    def articles(self, *, source: str | None, first: str, last: str, offset: int,
                 limit: int) -> tuple[list[ArticleLine], int]:
        """A part of the articles that may be seen, the latest published first, and how many there are."""
        return self._record.article_lines(without=self.person.hidden, source=source, first=day(first, "from"),
                                          last=day(last, "to"), offset=offset, limit=limit)

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

    def _hidden_events(self) -> frozenset[str]:
        if not self.person.hidden:
            return frozenset()
        return frozenset(key for key, entry in self.desk.worklist.now().entries.items() if not self.sees(entry))

    def decisions(self, claims: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """Decisions on these claims, or all, without those on claims that may not be seen, in their order."""
        found = self._record.decisions() if claims is None else self._record.decisions_on(claims)
        if not self.person.hidden:
            return found
        now = self.desk.worklist.now()
        return tuple(d for d in found if all(
            claim in now.event_of and self.sees(now.entries[now.event_of[claim]]) for claim in d.claims))


def reading(person: Present, at: Annotated[Desk, Depends(desk)]) -> Reading:
    """The dependency that gives what the current person may see."""
    return Reading(at, person)


Read = Annotated[Reading, Depends(reading)]
