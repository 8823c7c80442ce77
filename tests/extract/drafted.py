"""Events as they are drafted: what a construction says of them is looked at, not whether the review lets them stand."""

import datetime as dt

from sijill.documents import Event
from sijill.extract.events import draft
from sijill.extract.reference import resolve
from sijill.extract.view import View
from sijill.pipeline import read_document

DAY = dt.date(2019, 5, 6)
_LEAST = 0.05


def drafts(text: str) -> tuple[Event, ...]:
    document = read_document(text, published=DAY)
    return draft(View(document, resolve(document)), threshold=_LEAST)


def told(text: str, word: str) -> Event:
    (event,) = [e for e in drafts(text) if text[e.trigger.start : e.trigger.end] == word]
    return event


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [a.id for a in event.actor1], [a.id for a in event.actor2]
