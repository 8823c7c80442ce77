"""What words of an article may mean: the values that a person may want for a field, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.documents import Document, Grounding
from sijill.ledger import TOLL_KINDS
from sijill.records import ACTOR_ROLES, grounding_record, iso_day
from sijill.web.texts import Words, isolated

if TYPE_CHECKING:
    from sijill.grounding.candidates import Candidate, Candidates
    from sijill.web.desk import Desk

_MOST = 8
PICKED = "picked by a person"
"""The reason of a place that a person has picked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value of a field that can be corrected (`sijill.link.corrections.FIELDS`), what to call it, and more of it."""

    value: Any
    label: str
    detail: str | None = None


def proposals(desk: Desk, document: Document, start: int, end: int, field: str, words: Words) -> list[Proposal]:
    """The values that the words between two offsets may have in a field; none where they say nothing of it."""
    found: Iterator[Proposal]
    if field == "place":
        found = places(desk, document.text[start:end], words)
    elif field in ACTOR_ROLES:
        found = _actors(document, start, end, words)
    elif field in ("earliest", "latest"):
        found = _days(document, start, end, field)
    elif field in TOLL_KINDS:
        found = _numbers(document, start, end)
    elif field == "attribution":
        found = _speakers(document, start, end, words)
    else:
        found = iter(())
    once = {repr(one.value): one for one in found}
    return list(once.values())[:_MOST]


def places(desk: Desk, name: str, words: Words) -> Iterator[Proposal]:
    """The places of the gazetteer that a name may mean, then the name alone."""
    name = " ".join(name.split())
    if not name or "\x00" in name:
        return
    candidates = desk.candidates()
    for one in sorted(candidates.find(name), key=lambda c: (-c.quality, -c.population)):
        where = _grounding(one, candidates)
        value = {"name": where.name} | grounding_record(where)
        label = words.place(where.name, where.place_id)
        around = dict.fromkeys(words.container(one, where.place_id) for one in where.chain)
        parts = [where.name if label != where.name else "", words.name("kind", where.kind), words.listed(around)]
        yield Proposal(value, label, " · ".join(isolated(part) for part in parts if part))
    yield Proposal(name, name, words("correct.bare"))


def _grounding(one: Candidate, candidates: Candidates) -> Grounding:
    from sijill.grounding.component import chain
    from sijill.grounding.precision import Way, spot

    at = spot(one, "whole", Way())
    return Grounding(one.place.id, one.place.name, one.place.kind, at.lat, at.lon, at.radius_km, at.geo_precision,
                     chain(one, candidates), 1.0, (), (PICKED,))


def _reread(document: Document) -> Document:
    from sijill.pipeline import read_document

    return read_document(document.text, doc_id=document.doc_id, source=document.source, url=document.url,
                         title=document.title, published=document.published)


def _actors(document: Document, start: int, end: int, words: Words) -> Iterator[Proposal]:
    for mention in _reread(document).actors or ():
        if mention.start < end and start < mention.end:
            for one in mention.ids:
                yield Proposal([one], words.actor(one), one)


def _speakers(document: Document, start: int, end: int, words: Words) -> Iterator[Proposal]:
    for mention in _reread(document).speakers or ():
        if mention.start < end and start < mention.end:
            yield Proposal(mention.kind, words.name("speaker", mention.kind))


def _days(document: Document, start: int, end: int, field: str) -> Iterator[Proposal]:
    for mention in _reread(document).times or ():
        day = mention.earliest if field == "earliest" else mention.latest
        if day is not None and mention.start < end and start < mention.end:
            yield Proposal(iso_day(day), day.isoformat())


def _numbers(document: Document, start: int, end: int) -> Iterator[Proposal]:
    for number in _reread(document).numbers or ():
        if number.start < end and start < number.end and (number.low is not None or number.high is not None):
            low, high = ("?" if n is None else str(n) for n in (number.low, number.high))
            yield Proposal([number.low, number.high], low if low == high else f"{low}-{high}")
