"""Events as they are drafted: what a construction says of them is looked at, not whether the review lets them stand."""

import datetime as dt
from collections.abc import Iterable

from sijill.documents import Event, Trigger
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

DAY = dt.date(2019, 5, 6)
_LEAST = 0.05


def view_of(text: str, day: dt.date | None = DAY) -> View:
    document = read_document(text, published=day)
    return View(document, resolve(document))


def drafts(text: str, day: dt.date = DAY) -> tuple[Event, ...]:
    return draft(view_of(text, day), threshold=_LEAST)


def told(text: str, word: str, day: dt.date = DAY) -> Event:
    (event,) = [e for e in drafts(text, day) if text[e.trigger.start : e.trigger.end] == word]
    return event


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [a.id for a in event.actor1], [a.id for a in event.actor2]


def pointed(text: str, word: str, kind: str, form: str = "noun", frame: str = "agent_patient") -> tuple[View, Trigger]:
    """A text's view, and the trigger that one of its words would be, were it read so."""
    view = view_of(text)
    start = text.index(word)
    at = view.token_at(start)
    return view, Trigger(start, start + len(word), at, word, form, frame, kind, 1.0, "test")


def named(view: View, numbers: Iterable[int]) -> list[str]:
    """The words of some mentions, in their order."""
    return [view.document.text[view.actors[i].start : view.actors[i].end] for i in sorted(numbers)]
