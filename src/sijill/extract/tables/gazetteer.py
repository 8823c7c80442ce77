"""Names of places from the tables: longest match at a token, with what the tables know of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import key, readings
from sijill.arabic.folding import fold_word
from sijill.arabic.phrases import Words, phrase_keys
from sijill.documents import Token
from sijill.extract.tables.place_words import TANWIN, look_up
from sijill.resources import manifest, table, words

TABLES: Final = ("places-levant.tsv", "places-wider.tsv")
_COLUMNS: Final = ("name_ar", "variants_ar", "kind", "within_ar", "country", "ambiguous")
# kinds of the table of places whose names are read without a kind word before them
_READ: Final = frozenset({"quarter", "city", "town", "village"})
_COMMON: Final = frozenset({"common"})
_HEAD: Final = "head"
_SHORT: Final = 4
_QUOTES: Final = frozenset("\"'#_")
_LIKE: Final = "ك"
_CACHE_LIMIT: Final = 30_000


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A row of the tables; `ambiguous` names are also common words or names of persons."""

    name: str
    kind: str
    within: str | None
    country: str | None
    ambiguous: bool


@dataclass(slots=True)
class Match:
    """A known name in a text: tokens `first`..`end`, letters cut from the first, the rows it may be."""

    first: int
    end: int
    cut: int
    particles: str
    places: tuple[KnownPlace, ...]

    @property
    def place(self) -> KnownPlace:
        """The row that comes first in the tables."""
        return self.places[0]


class Gazetteer:
    """Known names by the keys of their words."""

    def __init__(self, places: Iterable[tuple[Sequence[str], KnownPlace]]) -> None:
        self._words: Words[tuple[KnownPlace, ...]] = Words()
        self._starts: dict[str, tuple[tuple[int, str, Words[tuple[KnownPlace, ...]]], ...]] = {}
        self._countries: dict[str, str] = {}
        self.add(places)

    def add(self, places: Iterable[tuple[Sequence[str], KnownPlace]]) -> None:
        """Know more places, each with its names; of one name the rows stand in the order in which they came."""
        for names, place in places:
            for name in names:
                keys = phrase_keys(name)
                if keys:
                    words = self._words.made(keys)
                    rows = words.value or ()
                    if place not in rows:
                        words.value = (*rows, place)
            if place.kind == "country" and place.country:
                self._countries.setdefault(place.country, place.name)
        self._starts.clear()

    def at(self, tokens: Sequence[Token], at: int, stop: int) -> Match | None:
        """The longest known name that begins at token `at`; of equals, the one with fewer particles."""
        if at >= stop:
            return None
        token = tokens[at]
        starts = self._starts.get(token.norm)
        if starts is None:
            starts = self._find_starts(token)
        best: Match | None = None
        for cut, particles, start in starts:
            end, rows = start.longest(tokens, at + 1, stop, _QUOTES)
            if rows is not None and (best is None or end > best.end):
                best = Match(at, end, cut, particles, rows)
        return best

    def begins(self, token: Token) -> bool:
        """Whether any known name begins with a word, whatever particles it carries."""
        starts = self._starts.get(token.norm)
        return bool(starts if starts is not None else self._find_starts(token))

    def find(self, name: str) -> tuple[KnownPlace, ...]:
        """The rows of a name."""
        words = self._words.behind(phrase_keys(name))
        return words.value or () if words is not None else ()

    def country_name(self, code: str) -> str | None:
        """The name of the country of an ISO code."""
        return self._countries.get(code)

    def _find_starts(self, token: Token) -> tuple[tuple[int, str, Words[tuple[KnownPlace, ...]]], ...]:
        first, norm = self._words.next, token.norm
        if len(self._starts) > _CACHE_LIMIT:
            self._starts.clear()
        starts = self._starts[norm] = tuple([
            (reading.cut, reading.particles, first[form])
            for reading in (readings(norm) if token.kind == "word" else ())
            if reading.cut + len(reading.base) == len(norm) and (form := key(reading.base)) in first
            and not (_LIKE in reading.particles and _is_whole(norm, reading.cut))])
        return starts


def _is_whole(norm: str, cut: int) -> bool:
    """Whether a word is known as it stands, before its first `cut` letters are taken for particles."""
    word = look_up(norm.rstrip(TANWIN))
    return word is not None and word.cut < cut


def _is_plain(name: str) -> bool:
    """Whether a name stands for itself: long enough, and without a word that the rules read as a kind or extent."""
    folded = [fold_word(word) for word in name.split()]
    known = [word.classes.keys() if word is not None else () for word in map(look_up, folded)]
    # a common word behind one that begins names is read as none of theirs
    of_head = _HEAD in known[0] and any(k == _COMMON for k in known[1:]) and all(
        k == _COMMON or _HEAD in k for k in known)
    return sum(map(len, folded)) > _SHORT and (of_head or not any(known) and not any(map(look_up, folded)))


def _without_kind_words(names: Sequence[str]) -> list[str]:
    """Names without those that only add "quarter", "village": a kind word is read before every name, and further."""
    out = []
    for name in names:
        first, _, rest = name.partition(" ")
        known = look_up(fold_word(first)) if rest in names else None
        if known is None or known.kind is None or known.kind.keeps:
            out.append(name)
    return out


@functools.cache
def gazetteer() -> Gazetteer:
    """The names of the package's place tables."""
    known = Gazetteer(_rows_of_tables())
    fresh: list[tuple[Sequence[str], KnownPlace]] = []
    for name in sorted(n for n in manifest() if n.startswith("gazetteer-")):
        for row in table(name, ("place_id", *_COLUMNS)):
            if row["kind"] not in _READ or row["ambiguous"] == "1":
                continue
            # a name that is known keeps the row that the rules of extraction were written with
            new = [n for n in (row["name_ar"], *words(row["variants_ar"])) if _is_plain(n) and not known.find(n)]
            if new:
                within = next(iter(words(row["within_ar"])), None)
                fresh.append((new, KnownPlace(row["name_ar"], row["kind"], within, row["country"] or None, False)))
    known.add(fresh)
    return known


def _rows_of_tables() -> Iterator[tuple[Sequence[str], KnownPlace]]:
    """The places of the tables that the rules of extraction were written with."""
    for name in TABLES:
        if name not in manifest():
            continue
        for row in table(name, _COLUMNS):
            names = _without_kind_words((row["name_ar"], *words(row["variants_ar"])))
            yield names, KnownPlace(row["name_ar"], row["kind"], row["within_ar"] or None, row["country"] or None,
                                    row["ambiguous"] == "1")
