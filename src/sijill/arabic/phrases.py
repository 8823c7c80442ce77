"""Phrase books: many multi-word names looked for in one pass over the tokens."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
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


class PhraseBook(Generic[T]):
    """Phrases by their keys; the first word may carry attached particles, quotes inside are passed over."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], T]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._starts: dict[str, tuple[tuple[Prefixed, str], ...]] = {}

    def add(self, phrase: str, value: T) -> None:
        keys = phrase_keys(phrase)
        if keys:
            self._by_first.setdefault(keys[0], {}).setdefault(keys[1:], value)
            self._lengths.pop(keys[0], None)
            self._starts.clear()

    def get(self, phrase: str) -> T | None:
        keys = phrase_keys(phrase)
        return self._by_first.get(keys[0], {}).get(keys[1:]) if keys else None

    def begins(self, first: str) -> bool:
        """Whether any phrase begins with a word of this key."""
        return first in self._by_first

    def longest_at(self, tokens: Sequence[Token], at: int, stop: int) -> tuple[int, int, str, T] | None:
        """The longest phrase that begins at token `at`: (end token, letters cut, particles, value)."""
        token = tokens[at]
        if token.kind not in NAMING:
            return None
        starts = self._starts.get(token.norm)
        if starts is None:
            starts = self._find_starts(token.norm)
        best: tuple[int, int, str, T] | None = None
        for reading, first in starts:
            inside = self._by_first[first]
            lengths = self._lengths.get(first)
            if lengths is None:
                lengths = tuple(sorted({len(k) for k in inside}, reverse=True))
                self._lengths[first] = lengths
            rest, ends = following(tokens, at, stop, lengths[0], _QUOTES)
            for length in lengths:
                if length > len(rest):
                    continue
                value = inside.get(tuple(rest[:length]))
                if value is not None:
                    end = ends[length - 1] if length else at + 1
                    if best is None or end > best[0]:
                        best = (end, reading.cut, reading.particles, value)
                    break
        return best

    def _find_starts(self, norm: str) -> tuple[tuple[Prefixed, str], ...]:
        """The readings of a word with which a phrase begins; kept, since most words begin none."""
        if len(self._starts) > _CACHE_LIMIT:
            self._starts.clear()
        found = ((reading, key(reading.base)) for reading in readings(norm))
        starts = self._starts[norm] = tuple((r, first) for r, first in found if first in self._by_first)
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


def following(tokens: Sequence[Token], at: int, stop: int, most: int,
              passed: Container[str]) -> tuple[list[str], list[int]]:
    """The keys of the words behind a token, with the token behind each; some marks are passed over, others end them."""
    keys: list[str] = []
    ends: list[int] = []
    here = at + 1
    while here < stop and len(keys) < most:
        token = tokens[here]
        if token.kind == "mark":
            if token.norm not in passed:
                break
        else:
            keys.append(token.key)
            ends.append(here + 1)
        here += 1
    return keys, ends
