"""The spans of a claim: which words of which article prove which field, by which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from sijill.arabic.writable import writable
from sijill.documents import Casualty, Event, TimeArgument
from sijill.ledger import Claim
from sijill.linked_records import evidence

TextOf = Callable[[str], str | None]
"""The raw text of an article by its id; None where it is not to be had."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article: half-open offsets in code points, the field that they prove, its value and its rule."""

    field: str
    value: str
    start: int
    end: int
    rule: str


def spans(event: Event) -> Iterator[Span]:
    """Every span of a claim's fields, in the order of the fields."""
    for field, value, part in evidence(event):
        if isinstance(part, TimeArgument):
            value = "/".join(day.isoformat() if day else ".." for day in (part.earliest, part.latest))
        elif isinstance(part, Casualty):
            low, high = ("?" if n is None else str(n) for n in (part.low, part.high))
            value = f"{part.kind} {low}..{high} {part.who or '?'}"
        assert part.start is not None and part.end is not None
        yield Span(field, field if value is None else value, part.start, part.end, part.rule)


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a span, and what stands before and behind them."""

    exact: str
    prefix: str
    suffix: str


_AROUND = 32


def quoted(claim: Claim, start: int, end: int, text: str | None) -> Quote | None:
    """The words at offsets of a claim's article, from its text or else its sentence; None where neither holds them."""
    held, first = (claim.sentence, claim.sentence_start) if text is None else (text, 0)
    at, stop = start - first, end - first
    if not 0 <= at < stop <= len(held):
        return None
    return Quote(*map(writable, (held[at:stop], held[max(0, at - _AROUND):at], held[stop:stop + _AROUND])))


def urn(kind: str, name: str) -> str:
    """The name of a thing of the record for linked data: urn:sijill:KIND:NAME."""
    return f"urn:sijill:{kind}:{quote(writable(name), safe='')}"
