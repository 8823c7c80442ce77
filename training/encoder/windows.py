"""Articles cut into the windows that the encoder reads, each with the targets that lie well inside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sijill.encoder.network import WINDOW
from sijill.encoder.pieces import BEGIN, Pieces
from sijill.extract.roles.roles import PARTS
from training.encoder.targets import Article

_STEP = 300
"""Pieces from the start of one window to that of the next."""
_MARGIN = 90
"""Pieces at a cut end of a window whose targets are left to the next window."""


@dataclass(frozen=True, slots=True)
class Word:
    """A candidate trigger in a window: its place, the numbers of the kinds it may have, the right one's."""

    place: int
    kinds: tuple[int, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an event in a window: number of the part, trigger's place, mentions' places, who is right.

    `right` has "nobody" first, then each mention.
    """

    number: int
    trigger: int
    mentions: tuple[int, ...]
    right: tuple[bool, ...]


@dataclass(slots=True)
class Window:
    """Pieces of an article, the mark of begin first, with the targets inside."""

    pieces: list[int]
    weight: float
    words: list[Word] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def cut_windows(articles: Sequence[Article], pieces: Pieces, kinds: Sequence[str]) -> list[Window]:
    """The windows of all articles that have a target; each target is in one window."""
    number = {kind: n for n, kind in enumerate(kinds)}
    return [w for article in articles for w in _of_article(article, pieces, number) if w.words or w.parts]


def _of_article(article: Article, split: Pieces, number: dict[str, int]) -> Iterator[Window]:
    starts, firsts, pieces = split.of_text(article.text)

    def place(offset: int) -> int:
        return firsts[max(0, bisect_right(starts, offset) - 1)]

    words = [(place(w.offset), w) for w in article.words if w.right in w.kinds]
    parts = [(place(p.trigger), p) for p in article.parts]
    for first in range(0, max(1, len(pieces) - (WINDOW - _STEP)), _STEP):
        last = min(len(pieces), first + WINDOW)
        low = first + (_MARGIN if first else 0)
        high = last - (_MARGIN if last < len(pieces) else 0)
        here = Window([BEGIN, *pieces[first:last]], article.weight)
        for at, word in words:
            if low <= at < high:
                here.words.append(Word(at - first + 1, tuple(number[k] for k in word.kinds), number[word.right]))
        for at, part in parts:
            if not low <= at < high:
                continue
            seen = [(place(m), right) for m, right in zip(part.mentions, part.right, strict=True)]
            seen = [(m, right) for m, right in seen if first <= m < last]
            right = (part.empty, *(r for _, r in seen))
            if any(right):
                here.parts.append(Part(PARTS.index(part.part), at - first + 1,
                                       tuple(m - first + 1 for m, _ in seen), right))
        words = [pair for pair in words if not low <= pair[0] < high]
        parts = [pair for pair in parts if not low <= pair[0] < high]
        yield here
