"""Words of quantity: their classes, values and forms, from the data file `numerals.tsv`."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.clitics import readings, without_article
from sijill.arabic.folding import fold_word
from sijill.arabic.phrases import PhraseBook, phrase_keys
from sijill.replacing import replace

_CACHE_LIMIT: Final = 30_000
_WORDS: Final[dict[str, Word | None]] = {}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of quantity: its class, its value or bounds, its particles and whether it bears the article."""

    kind: str
    low: int | None
    high: int | None
    lemma: str
    particles: str = ""
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """Words of quantity by their folded forms; phrases before, after and for a count; what they begin with."""

    words: dict[str, Word]
    before: PhraseBook[str]
    after: PhraseBook[str]
    some: PhraseBook[bool]
    first: frozenset[str]


def _noun_forms(lemma: str, plurals: Sequence[str]) -> dict[str, tuple[str, int | None]]:
    """Folded forms of a counted noun and what each says: one, two or an unsaid number."""
    stem = lemma[:-1] + "ت" if lemma.endswith("ه") else lemma
    forms: dict[str, tuple[str, int | None]] = {lemma: ("one", 1)}
    if not lemma.endswith(("ه", "ا")):
        forms[lemma + "ا"] = ("one", 1)
    for dual in (
        (stem + "ان", stem + "ين", stem + "تا", stem + "تي")
        if stem == lemma
        else (stem + "ان", stem + "ين", stem + "ا", stem + "ي")
    ):
        if stem != lemma or not dual.endswith(("تا", "تي")):
            forms[dual] = ("two", 2)
    for plural in plurals:
        if plural == "+":
            # the oblique dual is written like the sound plural, which is far more common
            forms |= {lemma + "ون": ("many", None), lemma + "ين": ("many", None), lemma + "و": ("many", None)}
        elif plural == "+=":
            forms[lemma[:-1] + "ات"] = ("many", None)
        else:
            forms[fold_word(plural)] = ("many", None)
    return forms


@functools.cache
def tables() -> Tables:
    """The words and phrases of the data file."""
    words: dict[str, Word] = {}
    before: PhraseBook[str] = PhraseBook()
    after: PhraseBook[str] = PhraseBook()
    some: PhraseBook[bool] = PhraseBook()
    first: set[str] = set()
    nouns: list[tuple[str, tuple[str, ...]]] = []
    for row in resources.table("numerals.tsv", ("class", "words", "value", "plurals")):
        kind, value = row["class"], row["value"]
        for word in resources.words(row["words"]):
            if kind == "noun":
                nouns.append((fold_word(word), resources.words(row["plurals"])))
            elif kind == "bound":
                before.add(word, value)
                first.add(phrase_keys(word)[0])
            elif kind == "after":
                after.add(word, value)
            elif kind == "some":
                some.add(word, value == "of")
                first.add(phrase_keys(word)[0])
            elif kind == "vague":
                low, _, high = value.partition("-")
                words[fold_word(word)] = Word(kind, int(low), int(high), fold_word(word))
            elif kind == "half":
                words[fold_word(word)] = Word(kind, round(float(value) * 100), None, fold_word(word))
            else:
                low, _, high = value.partition("-")
                words.setdefault(fold_word(word), Word(kind, int(low), int(high or low), fold_word(word)))
    for lemma, plurals in nouns:
        for form, (kind, count) in _noun_forms(lemma, plurals).items():
            words.setdefault(form, Word(kind, count, count, lemma))
    return Tables(words, before, after, some, frozenset(first))


def quantity_word(norm: str) -> Word | None:
    """What a folded word says of quantity, particles and article taken off; None if nothing."""
    try:
        return _WORDS[norm]
    except KeyError:
        return _look_up(norm)


def _look_up(norm: str) -> Word | None:
    words = tables().words
    found: Word | None = None
    for reading in readings(norm):
        if "ك" in reading.particles:
            continue
        for base in (reading.base, without_article(reading.base)):
            word = words.get(base)
            # with the article, one and two are days of the week
            if word is not None and not (base != reading.base and word.kind == "unit" and (word.low or 0) < 3):
                found = replace(word, particles=reading.particles, definite=base != reading.base)
                break
        if found is not None:
            break
    if len(_WORDS) > _CACHE_LIMIT:
        _WORDS.clear()
    _WORDS[norm] = found
    return found
