"""Phrase books: many multi-word names looked for in one pass over the tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

from sijill.arabic.clitics import Prefixed, key, readings
from sijill.arabic.tokens import NAMING, tokenize
from sijill.documents import Token

T = TypeVar("T")
_QUOTES: Final = frozenset("\"'()[]/-")
_CACHE_LIMIT: Final = 30_000


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """The lookup keys of a phrase's words."""
    return tuple(t.key for t in tokenize(phrase) if t.kind != "mark")


class Words(Generic[T]):
    """The words with which phrases go on behind the ones before, and the value of a phrase that ends here."""

    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, Words[T]] = {}
        self.value: T | None = None

    def behind(self, keys: Iterable[str]) -> Words[T] | None:
        """The words behind some more; None where no phrase goes on with them."""
        here: Words[T] | None = self
        for form in keys:
            here = here.next.get(form) if here is not None else None
        return here

    def made(self, keys: Iterable[str]) -> Words[T]:
        """The words behind some more, from now on a phrase's if they were none's."""
        here = self
        for form in keys:
            behind = here.next.get(form)
            if behind is None:
                behind = here.next[form] = Words()
            here = behind
        return here

    def longest(self, tokens: Sequence[Token], at: int, stop: int, quotes: frozenset[str]) -> tuple[int, T | None]:
        """The end token and value of the longest phrase that goes on at a token, over such quotes; value None: none."""
        words, end, value = self, at, self.value
        while at < stop and words.next:
            token = tokens[at]
            at += 1
            if token.kind == "mark":
                if token.norm not in quotes:
                    break
                continue
            behind = words.next.get(token.key)
            if behind is None:
                break
            words = behind
            if words.value is not None:
                end, value = at, words.value
        return end, value


class PhraseBook(Generic[T]):
    """Phrases by their keys; the first word may carry attached particles, quotes inside are passed over."""

    def __init__(self) -> None:
        self._words: Words[T] = Words()
        self._starts: dict[str, tuple[tuple[Prefixed, Words[T]], ...]] = {}

    def add(self, phrase: str, value: T) -> None:
        keys = phrase_keys(phrase)
        if keys:
            words = self._words.made(keys)
            if words.value is None:
                words.value = value
            self._starts.clear()

    def get(self, phrase: str) -> T | None:
        words = self._words.behind(phrase_keys(phrase))
        return words.value if words is not None else None

    def begins(self, first: str) -> bool:
        """Whether any phrase begins with a word of this key."""
        return first in self._words.next

    def longest_at(self, tokens: Sequence[Token], at: int, stop: int) -> tuple[int, int, str, T] | None:
        """The longest phrase that begins at token `at`: (end token, letters cut, particles, value)."""
        token = tokens[at]
        if token.kind not in NAMING:
            return None
        starts = self._starts.get(token.norm)
        if starts is None:
            starts = self._find_starts(token.norm)
        best: tuple[int, int, str, T] | None = None
        for reading, words in starts:
            end, value = words.longest(tokens, at + 1, stop, _QUOTES)
            if value is not None and (best is None or end > best[0]):
                best = (end, reading.cut, reading.particles, value)
        return best

    def _find_starts(self, norm: str) -> tuple[tuple[Prefixed, Words[T]], ...]:
        """The readings of a word with which a phrase begins; kept, since most words begin none."""
        if len(self._starts) > _CACHE_LIMIT:
            self._starts.clear()
        first = self._words.next
        starts = self._starts[norm] = tuple([
            (reading, first[form]) for reading in readings(norm) if (form := key(reading.base)) in first])
        return starts

    def scan(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int, str, T]]:
        """Longest phrases, left to right, not overlapping: (first, end, letters cut, particles, value)."""
        after, stop = 0, len(tokens)
        for at in self.openings(tokens):
            found = self.longest_at(tokens, at, stop) if at >= after else None
            if found is not None:
                after = found[0]
                yield at, after, found[1], found[2], found[3]

    def openings(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens with which a phrase may begin, in order; most words begin none."""
        out: list[int] = []
        for at, token in enumerate(tokens):
            if token.kind in NAMING:
                starts = self._starts.get(token.norm)
                if starts is None:
                    starts = self._find_starts(token.norm)
                if starts:
                    out.append(at)
        return out
