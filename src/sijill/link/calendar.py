"""Calendar words: the weekdays and the days of months that a sentence names, where no year makes a date of them."""

from __future__ import annotations

from sijill.extract.times.words import time_words
from sijill.link.words import sentence_tokens

_LAST = 31


def weekdays_named(text: str) -> frozenset[int]:
    """The weekdays that a text names, Monday being 0."""
    tokens, known = sentence_tokens(text), time_words()
    found = (known.atom(tokens, at) for at in range(len(tokens)))
    return frozenset(int(atom.has["weekday"]) for atom in found if atom is not None and "weekday" in atom.has)


def month_days(text: str) -> frozenset[tuple[int, int]]:
    """The days of months that a text names, as (month, day)."""
    tokens, known = tuple(token for token in sentence_tokens(text) if token.kind != "mark"), time_words()
    out = set()
    for at, token in enumerate(tokens):
        if token.kind != "number" or not token.norm.isdecimal() or not 1 <= int(token.norm) <= _LAST:
            continue
        # "20 January", "20 of January"
        for atom in (known.atom(tokens, after) for after in (at + 1, at + 2) if after < len(tokens)):
            if atom is not None and "month" in atom.has:
                out.add((int(atom.has["month"]), int(token.norm)))
                break
    return frozenset(out)
