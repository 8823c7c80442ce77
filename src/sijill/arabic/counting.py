"""A count in digits or words, multiplied and added up as far as the grammar allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.quantity_words import Word, quantity_word, tables
from sijill.documents import Token
from sijill.replacing import replace

_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMAL: Final = re.compile(r"(\d+)[.,](\d{1,2})")
_MOST: Final = 10**15  # a longer row of digits counts nothing; every store and reader holds this exactly
_NO_COUNT: Final = ("one", "two", "many")
_VAGUE_SCALES: Final = (2000, 2000000)


@dataclass(slots=True)
class Parsed:
    """A count: the token behind it, its bounds, the rule, and how many letters stand before it in its first word."""

    end: int
    low: int | None
    high: int | None
    rule: str
    cut: int = 0


def count(tokens: Sequence[Token], at: int, stop: int) -> Parsed | None:
    """The count that begins at token `at`; None where none does."""
    row = _Row()
    here = at
    while here < stop and not row.closed:
        linked = here > at and tokens[here].norm == "و"
        taken = row.take(tokens, here + linked, stop, linked, here == at) if here + linked < stop else 0
        if not taken:
            break
        here += linked + taken
    value = row.total + row.current
    if here == at or row.hundredths or not row.before or value > _MOST:
        return None
    return Parsed(here, value, row.high if row.high is not None else value, row.rule)


class _Row:
    """What the words and digits of a count come to, one after the other."""

    def __init__(self) -> None:
        self.total = self.current = self.hundredths = self.scale = 0
        """What is multiplied, what may be, its hundredths, and the last that multiplied."""
        self.high: int | None = None
        self.before, self.rule, self.closed = "", "words", False
        """The class of the last word, how the count is written, and whether nothing may go on it."""

    def take(self, tokens: Sequence[Token], at: int, stop: int, linked: bool, first: bool) -> int:
        """How many tokens from `at` go on the count, which has them then; `linked` by an "and" of its own."""
        token = tokens[at]
        if token.kind == "number":
            return int(self._digits(token.norm, linked))
        word = word_at(tokens, at, stop) if token.kind == "word" else None
        joined = linked or word is not None and word.particles == "و"
        if word is None or word.kind in _NO_COUNT or not _follows(self.before, word, joined, first):
            return 0
        if word.kind == "half":
            return self._half(word, quantity_word(tokens[at + 1].norm) if at + 1 < stop else None)
        if word.kind == "scale" or word.kind == "vague" and self.before:
            self._multiply(word, joined)
        else:
            self._add(word, joined)
        return 1

    def _digits(self, norm: str, linked: bool) -> bool:
        value = digits(norm)
        if value is None or self.before and not (linked and self.before == "scale" and value[0] < self.scale):
            return False
        (self.current, self.hundredths), self.before, self.rule = value, "digits", "digits"
        return True

    def _multiply(self, word: Word, joined: bool) -> None:
        """A thousand, a million, or thousands of them: of what stands before, or by itself."""
        alone = joined or not self.before
        multiplier = (word.low if word.kind == "scale" else tables().words[word.lemma].low) or 0
        if word.kind == "scale" and alone:
            multiplier = word.high or multiplier
        scale = multiplier // (2 if word.kind == "vague" and multiplier in _VAGUE_SCALES else 1)
        if alone:
            self.total, self.current = self.total + scale, 0
        else:
            self.total += self.current * scale + self.hundredths * scale // 100
            self.high = self.high * scale + scale - 1 if self.high is not None else None
            self.current = self.hundredths = 0
        self.before, self.scale = "scale", scale

    def _half(self, word: Word, unit: Word | None) -> int:
        """"A million and a half", "half a million", "a million and half a million"."""
        whole = (unit.low or 0) if unit is not None and unit.kind == "scale" and not unit.particles else 0
        if not (whole or self.scale):
            return 0
        self.total += (whole or self.scale) * (word.low or 0) // 100
        self.before, self.closed = "scale", True
        return 2 if whole else 1

    def _add(self, word: Word, joined: bool) -> None:
        value = word.low or 0
        if word.kind == "vague":
            self.current, self.high, self.before, self.rule = value, word.high, "vague", "vague"
        elif word.kind == "hundred" and self.before == "unit" and not joined:
            self.current, self.before = self.current * value, "hundred"
        else:
            self.current += value
            self.before = "teen" if word.kind == "unit" and value == 10 else word.kind


def _follows(before: str, word: Word, joined: bool, first: bool) -> bool:
    """Whether a number word may go on a count that ended in a word of class `before`."""
    if first:
        return True
    if word.kind == "unit":
        return before == "unit" and not joined and word.low == 10 or joined and before in ("hundred", "scale")
    if word.kind == "ten":
        return joined and before in ("unit", "hundred", "scale")
    if word.kind == "hundred":
        return before == "unit" and not joined and word.low == 100 or joined and before == "scale"
    if word.kind == "half":
        return joined and before == "scale"
    if joined:
        return word.kind == "scale" and before == "scale"
    return before != "scale"


def word_at(tokens: Sequence[Token], at: int, stop: int) -> Word | None:
    """The word of quantity that a token is; folding hides the "and" of "and eleven" in the word for one."""
    norm = tokens[at].norm
    word = quantity_word(norm)
    if word is not None and norm == "واحد" and at + 1 < stop and tokens[at + 1].norm == "عشر":
        return replace(word, particles="و")
    return word


def digits(norm: str) -> tuple[int, int] | None:
    """A folded numeral as its whole value and its hundredths; None where it is neither."""
    if len(norm) > len(str(_MOST)):
        return None
    if norm.isdigit():
        return int(norm), 0
    if _GROUPED.fullmatch(norm):
        return int(norm.replace(",", "").replace(".", "")), 0
    decimal = _DECIMAL.fullmatch(norm)
    return (int(decimal[1]), int(decimal[2].ljust(2, "0"))) if decimal else None
