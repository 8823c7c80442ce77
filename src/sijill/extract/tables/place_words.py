"""The words around place names: kinds, extents, directions, name parts and words that end a name."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import readings, without_article
from sijill.arabic.folding import fold_word
from sijill.resources import table, words

AND: Final = ("و", "ف")
OF: Final = "ل"
IN: Final = "ب"
LINKED: Final = (OF, IN)
ATTACHED: Final = (*AND, IN, OF)
HAMZA: Final = "أ"
HAMZA_BELOW: Final = "إ"
VERB_TAIL: Final = "ت"
TANWIN: Final = "ا"
ARTICLE: Final = "ال"
MERGED_ARTICLE: Final = "لل"
HERS: Final = "ه"
BORDER: Final = "border"
"""The kind of a border between states, which holds no place."""
_CACHE_LIMIT: Final = 30_000
_NAME: Final = "place_words.tsv"
_UNSITED: Final = "unsited"
_ENDS: Final = frozenset({"time", "adj", "nation", "pronoun_extent"})
_EXACT_ENDS: Final = frozenset({"stop", "verb"})
_ANNOUNCING: Final = frozenset({"capital", "counting", "direction", "extent", "link", "locative", "route"})
_POINTING: Final = frozenset({"nation", "pronoun_extent", "extent", "country_anaphor", "capital", "strip"})


@dataclass(frozen=True, slots=True)
class KindForm:
    """A kind word in one number: 1 single, 2 dual, 3 plural; facilities keep theirs in the name."""

    value: str
    keeps: bool
    number: int
    singular: str


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """What the lexicon knows of a word: its particles, the letters they take, and its classes."""

    particles: str
    cut: int
    base: str
    definite: bool
    exact: bool
    classes: dict[str, str]
    kind: KindForm | None
    announces: bool
    """Whether the name of a place may stand behind it."""
    points: bool
    """Whether it may point back to a place."""

    @property
    def ends_name(self) -> bool:
        """Whether a name cannot go on over this word."""
        return not _ENDS.isdisjoint(self.classes) or self.exact and not _EXACT_ENDS.isdisjoint(self.classes)


@dataclass(frozen=True, slots=True)
class _Entry:
    classes: dict[str, str]
    kind: KindForm | None


@functools.cache
def _entries() -> dict[str, _Entry]:
    classes: dict[str, dict[str, str]] = {}
    kinds: dict[str, KindForm] = {}
    for row in table(_NAME, ("class", "value", "words", "duals", "plurals")):
        name = row["class"]
        if name in ("admin", "facility"):
            first = words(row["words"] or row["plurals"])[0]
            for number, column in enumerate(("words", "duals", "plurals"), start=1):
                for form in words(row[column]):
                    folded = fold_word(form)
                    kinds.setdefault(folded, KindForm(row["value"], name == "facility", number, first))
                    classes.setdefault(folded, {})
        elif name != _UNSITED:
            for form in words(row["words"]):
                classes.setdefault(fold_word(form), {}).setdefault(name, row["value"])
    return {form: _Entry(found, kinds.get(form)) for form, found in classes.items()}


_LOOKUPS: Final[dict[str, PlaceWord | None]] = {}


def look_up(norm: str) -> PlaceWord | None:
    """The first reading of a folded word that the lexicon knows, the whole word first."""
    try:
        return _LOOKUPS[norm]
    except KeyError:
        if len(_LOOKUPS) > _CACHE_LIMIT:
            _LOOKUPS.clear()
        found = _LOOKUPS[norm] = _look_up(norm)
        return found


def _look_up(norm: str) -> PlaceWord | None:
    entries = _entries()
    for reading in readings(norm):
        if reading.cut + len(reading.base) < len(norm):
            continue
        bare = without_article(reading.base)
        for base in (reading.base, bare):
            entry = entries.get(base)
            if entry is not None:
                return PlaceWord(
                    reading.particles,
                    reading.cut,
                    base,
                    bare != reading.base,
                    base == reading.base,
                    entry.classes,
                    entry.kind,
                    not _ANNOUNCING.isdisjoint(entry.classes),
                    not _POINTING.isdisjoint(entry.classes),
                )
    return None


def is_definite(norm: str) -> bool:
    """Whether a folded word carries the article."""
    return without_article(norm) != norm


def has_class(norm: str, name: str) -> bool:
    """Whether the lexicon puts a folded word into a class."""
    word = look_up(norm)
    return word is not None and name in word.classes


@functools.cache
def unsited() -> frozenset[str]:
    """Folded words that may be in a name, but are none by themselves: "the chest", "a cellar", "the country"."""
    return frozenset(fold_word(form) for row in table(_NAME, ("class", "value", "words", "duals", "plurals"))
                     if row["class"] == _UNSITED for form in words(row["words"]))


@functools.cache
def nations() -> dict[str, tuple[str, str]]:
    """Nationality adjectives by their folded form: the country and its capital."""
    out: dict[str, tuple[str, str]] = {}
    for row in table(_NAME, ("class", "value", "words", "duals", "plurals")):
        if row["class"] == "nation":
            country, capital = row["value"].split(";")
            for form in words(row["words"]):
                out.setdefault(fold_word(form), (country, capital))
    return out
