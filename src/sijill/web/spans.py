"""Spans: a text cut where marks begin and end, so that each piece can be drawn with all the marks on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sijill.documents import Event
from sijill.linked_records import evidence


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that prove a field of a claim: half-open offsets in code points of the article's text.

    `number` tells apart the values of one field of one claim.
    """

    start: int
    end: int
    field: str
    claim: str
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks all along, the shortest first; `start` in code points of the article."""

    start: int
    text: str
    marks: tuple[Mark, ...]


def marks_of(event: Event) -> list[Mark]:
    """The marks of one claim: every part that has words, the chain of speakers included."""
    found: list[Mark] = []
    counted: dict[str, int] = {}
    for field, _, part in evidence(event):
        number = counted.get(field, 0)
        counted[field] = number + 1
        if part.start is not None and part.end is not None and part.start < part.end:
            found.append(Mark(part.start, part.end, field, event.event_id, number))
    return found


def pieces(text: str, marks: Iterable[Mark], first: int = 0) -> list[Piece]:
    """A text that begins at offset `first` of its article, cut along marks; marks beyond it are cut off."""
    last = first + len(text)
    inside = [mark for mark in marks if mark.start < last and mark.end > first]
    cuts = sorted({first, last, *(min(max(at, first), last) for mark in inside for at in (mark.start, mark.end))})
    begins: dict[int, list[Mark]] = {}
    for mark in inside:
        begins.setdefault(max(mark.start, first), []).append(mark)
    open_marks: list[Mark] = []
    out: list[Piece] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        open_marks = [mark for mark in open_marks if mark.end > start] + begins.get(start, [])
        ordered = sorted(open_marks, key=lambda mark: (mark.end - mark.start, mark.field, mark.claim))
        out.append(Piece(start, text[start - first:end - first], tuple(ordered)))
    return out
