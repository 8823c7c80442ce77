"""Calendar words: the weekdays and the days of months that a sentence names, where no year makes a date of them."""

from __future__ import annotations

import functools

from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import tokenize
from sijill.link.words import stem
from sijill.resources import toml

_LAST = 31


def weekdays_named(text: str) -> frozenset[int]:
    """The weekdays that a text names, Monday being 0."""
    known = _weekday_words()
    return frozenset(known[one] for one in (stem(token.norm) for token in tokenize(text)) if one in known)


def month_days(text: str) -> frozenset[tuple[int, int]]:
    """The days of months that a text names, as (month, day)."""
    tokens = [token for token in tokenize(text) if token.kind != "mark"]
    months = _month_words()
    out = set()
    for at, token in enumerate(tokens):
        if token.kind != "number" or not token.norm.isdecimal() or not 1 <= int(token.norm) <= _LAST:
            continue
        # "20 January", "20 of January"
        for first in (at + 1, at + 2):
            words = tuple(t.norm for t in tokens[first:first + 2])
            month = months.get(words) or months.get(words[:1])
            if month is not None:
                out.add((month, int(token.norm)))
                break
    return frozenset(out)


@functools.cache
def _weekday_words() -> dict[str, int]:
    known = toml("times.toml")["weekday"]
    return {stem(fold_word(word)): int(day) for day, words in known.items() for word in words}


@functools.cache
def _month_words() -> dict[tuple[str, ...], int]:
    known = toml("times.toml")["month"]
    return {tuple(fold_word(word) for word in phrase.split()): int(month)
            for month, phrases in known.items() for phrase in phrases}
