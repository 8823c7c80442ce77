"""Time words: dating expressions, and where its words stand in a text."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.documents import Token
from sijill.extract.times.outlet_names import OutletNames

Bound = dt.date | None
Found = tuple[int, Bound, Bound, str]  # end token, earliest, latest, rule


_NEWS_DAYS: Final = ("0", "-1")


@dataclass(slots=True)
class Atom:
    """A time word at a place in a text: the token after it, its categories, its particles and article."""

    end: int
    has: dict[str, str]
    particles: str
    definite: bool


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Phrases by the keys of their first word and of the rest: (categories, particles, definite)."""

    phrases: dict[str, dict[tuple[str, ...], tuple[dict[str, str], str, bool]]]
    lengths: dict[str, tuple[int, ...]]
    """How many words the phrases with a first word have behind it, most first."""
    names: frozenset[str]
    dated: frozenset[str]
    into: frozenset[str]
    either: frozenset[str]
    nth: frozenset[str]
    ordinals_of_times: frozenset[str]
    upon: frozenset[str]
    of_what: frozenset[str]
    conjunction: str
    within: str
    outlets: OutletNames

    def atom(self, tokens: tuple[Token, ...], at: int) -> Atom | None:
        """The longest time word or phrase that begins at a token."""
        first = tokens[at].key
        for length in self.lengths.get(first, ()):
            end = at + 1 + length
            rest = tuple([token.key for token in tokens[at + 1 : end]])
            found = self.phrases[first].get(rest) if len(rest) == length else None
            if found is not None:
                return Atom(end, *found)
        return None


@functools.cache
def time_words() -> TimeWords:
    """The time words of times.toml, with their attached particles written out."""
    data = resources.toml("times.toml")
    article: str = data["article_letters"]
    found: dict[tuple[str, ...], tuple[dict[str, str], str, bool]] = {}

    def add(words: list[str], category: str, value: str, article_added: bool) -> None:
        for particles in data["particles"]:
            joined = words[0]
            if particles.endswith(article[1]) and joined.startswith(article):
                joined = joined[1:]
            keys = (key(particles + joined), *(key(w) for w in words[1:]))
            has, _, _ = found.setdefault(keys, ({}, particles, article_added or words[0].startswith(article)))
            has.setdefault(category, value)

    for category, values in data.items():
        if not isinstance(values, dict) or category in ("context", "dating"):
            continue
        for value, spelled in values.items():
            for phrase in spelled:
                words = [fold_word(word) for word in phrase.split()]
                add(words, category, value, False)
                if category in data["definite"] and not words[0].startswith(article):
                    add([article + words[0], *words[1:]], category, value, True)
                if category == "part" and len(words) > 1 and not words[-1].startswith(article):
                    add([*words[:-1], article + words[-1]], category, value, False)
    phrases: dict[str, dict[tuple[str, ...], tuple[dict[str, str], str, bool]]] = {}
    for keys, one in found.items():
        phrases.setdefault(keys[0], {})[keys[1:]] = one
    lengths = {first: tuple(sorted({len(rest) for rest in known}, reverse=True)) for first, known in phrases.items()}
    names, dated, into, either, nth, ordinals_of_times, upon, of_what, kinds = (
        frozenset(fold_word(w) for w in data["context"][k])
        for k in ("names", "dated", "into", "either", "nth", "ordinals_of_times", "upon", "of_what", "outlets"))
    of_today = frozenset(keys[0] for keys, (has, _, _) in found.items() if has.get("day", "0") in _NEWS_DAYS and (
        "day" in has or "now" in has))
    to_come = frozenset(keys[0] for keys, (has, _, _) in found.items() if has.get("day", "0") not in _NEWS_DAYS)
    outlets = OutletNames(kinds, of_today, to_come, data["particles"])
    return TimeWords(phrases, lengths, names, dated, into, either, nth, ordinals_of_times, upon, of_what,
                     data["particles"][1], data["particles"][3], outlets)


def _is_dual(norm: str) -> bool:
    """Whether a word ends as the two who do something are called, and Monday is not."""
    return norm.endswith("ان")


class WordReader:
    """The time words of one text, and what has been read so far: the last day spoken of, its year."""

    def __init__(self, tokens: tuple[Token, ...], published: Bound, words: TimeWords) -> None:
        self.tokens, self.dct, self.words = tokens, published, words
        self.atoms: dict[int, Atom] = {}
        known = words.phrases
        self.places: list[int] = []
        named = words.outlets.covered(tokens)
        for at, token in enumerate(tokens):
            if at in named:
                continue
            if token.key in known:
                atom = words.atom(tokens, at)
                if atom is not None and not (_is_dual(token.norm) and "weekday" in atom.has):
                    self.atoms[at] = atom
                    self.places.append(at)
            elif token.kind == "number":
                self.places.append(at)
        self.anchor: tuple[Bound, Bound] | None = None
        self.told: tuple[dt.date, dt.date] | None = None
        """What the text dated last, be it a day, month or year."""
        self.year: int | None = None

    def has(self, at: int, category: str) -> str | None:
        atom = self.atoms.get(at)
        return None if atom is None else atom.has.get(category)

    def skip(self, at: int, category: str) -> int:
        return self.atoms[at].end if self.has(at, category) is not None else at

    def mark(self, at: int, marks: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].kind == "mark" and self.tokens[at].norm in marks

    def integer(self, at: int) -> int | None:
        if at >= len(self.tokens) or self.tokens[at].kind != "number" or not self.tokens[at].norm.isdigit():
            return None
        return int(self.tokens[at].norm)

    def year_at(self, at: int) -> int | None:
        number = self.integer(at)
        return number if number is not None and 1300 <= number <= 2100 else None

    def shifted(self, first: float, last: float) -> tuple[Bound, Bound]:
        if self.dct is None:
            return None, None
        return self.dct + dt.timedelta(first), self.dct + dt.timedelta(last)
