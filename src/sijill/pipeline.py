"""From text to events: the components in order, and the coder that runs them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Literal

from sijill.arabic.numerals import find_numbers
from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.encoder.network import encoder
from sijill.encoder.reading import Reading
from sijill.extract.actors.actors import find_actors
from sijill.extract.events.events import find_events
from sijill.extract.places.places import find_places
from sijill.extract.speech.speakers import find_speakers
from sijill.extract.times.times import find_times
from sijill.extract.tolls.casualties import find_casualties
from sijill.grounding.component import Grounder
from sijill.replacing import replace

Model = Literal["encoder"] | Path
Component = Callable[[Document], Document]
READING: Final[tuple[Component, ...]] = (find_numbers, find_actors, find_places, find_times, find_speakers,
                                         find_casualties)
_FOR_EXAMPLE: Final = "published='2015-06-25'"


def content_id(text: str) -> str:
    """The document id of a text without one: 12 hexadecimal digits of its BLAKE2b hash."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def read_document(text: str, *, doc_id: str | None = None, source: str | None = None, url: str | None = None,
                  title: str | None = None, published: dt.date | None = None) -> Document:
    """A document with every layer that events are built from."""
    document = Document(text, doc_id or content_id(text), source, url, title, published)
    tokens = tokenize(text)
    document = replace(document, tokens=tokens, sentences=split_sentences(text, tokens))
    for component in READING:
        document = component(document)
    return document


class Coder:
    """Codes articles: text and what is known of its publication in, a document with events out."""

    def __init__(self, places: Sequence[Path | str] | None = None, model: Model | None = "encoder",
                 threads: int | None = None) -> None:
        self.ground: Component = Grounder(places)
        self.model = model
        self.threads = threads

    def __call__(self, text: str, *, doc_id: str | None = None, source: str | None = None,
                 url: str | None = None, title: str | None = None,
                 published: dt.date | str | None = None) -> Document:
        """One article, coded; `published` is a date or an ISO date (ValueError if it is no date).

        TypeError if the text is no string, or `published` neither a date nor a string. A text that is empty or not
        Arabic has no events; `sijill.acquire.language.check_arabic(text)` raises why, as `sijill code` tells it.
        """
        if not isinstance(text, str):
            raise TypeError(f"the text of an article is a str, not {type(text).__name__}: coder(text, {_FOR_EXAMPLE})")
        day = _day(published)
        document = read_document(text, doc_id=doc_id, source=source, url=url, title=title, published=day)
        return self.ground(find_events(document, None if self.model is None else self._read))

    def _read(self, text: str, spans: Sequence[tuple[int, int]]) -> Reading:
        return encoder(self.model if isinstance(self.model, Path) else None, self.threads)(text, spans)


def _day(published: dt.date | str | None) -> dt.date | None:
    """The day of publication that a caller gives; an error that says what is wanted where it is none."""
    if published is None:
        return None
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    if not isinstance(published, str):
        raise TypeError(f"published is a date, an ISO date in a str, or None, not {type(published).__name__}: "
                        f"coder(text, {_FOR_EXAMPLE})")
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        raise ValueError(f"published={published!r} is no day: give an ISO date (year-month-day), such as "
                         f"{_FOR_EXAMPLE}, or leave it out where it is not known") from None


def load(places: Sequence[Path | str] | None = None, model: Model | None = "encoder",
         threads: int | None = None) -> Coder:
    """The coder with the package's data; the first article reads them.

    `places` are gazetteer files that `sijill places import` has made; None: the default one, if it is there.
    `model`: "encoder" weighs triggers and parts with a small network beside the rules; None: rules and their weights
    alone, some ten times as fast; a folder: with weights of one's own that `python -m training.encoder` has made.
    `threads` are those that the network computes in; None: one a core.
    """
    return Coder(places, model, threads)
