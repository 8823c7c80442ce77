"""The words of tolls: what a folded word says of killing, wounding, capture, loss or flight."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.clitics import key, readings, without_pronoun
from sijill.arabic.folding import fold_word
from sijill.arabic.phrases import PhraseBook
from sijill.arabic.quantity_words import quantity_word
from sijill.extract.tables.registry import registry
from sijill.replacing import replace

_CACHE_LIMIT: Final = 30_000
DUAL: Final = "ان"
"""How a word for two ends as a subject."""
_COUNTED_ALONE: Final = ("other", "another", "as_many", "parent", "amount")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word says of tolls: its role and kind, its particles, and whether it agrees in number."""

    role: str
    value: str
    cut: int = 0
    particles: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class TollWords:
    """The words of tolls, folded: cues by form, noun classes by lemma, closed lists by class."""

    cues: dict[str, Cue]
    nouns: dict[str, tuple[str, str]]
    lists: dict[str, frozenset[str]]
    fits: dict[str, frozenset[str]]
    again: dict[str, frozenset[str]]
    period: PhraseBook[bool]


def _verb_forms(lemma: str) -> Iterable[tuple[str, str]]:
    yield lemma, "verb"
    stem = lemma[:-1] + "ي" if lemma.endswith("ي") else lemma
    yield stem + "ت", "verb"
    for ending in ("وا", "ا", "تا", "ن"):
        yield stem + ending, "agree"


_CUES: Final[dict[str, Cue | None]] = {}


@functools.cache
def toll_words() -> TollWords:
    """The words of tolls of casualties.tsv."""
    cues: dict[str, Cue] = {}
    nouns: dict[str, tuple[str, str]] = {}
    lists: dict[str, set[str]] = {}
    fits: dict[str, frozenset[str]] = {}
    again: dict[str, frozenset[str]] = {}
    period: PhraseBook[bool] = PhraseBook()
    for row in resources.table("casualties.tsv", ("class", "words", "value")):
        role, value = row["class"], row["value"]
        if role == "fits":
            fits[value] = frozenset(resources.words(row["words"]))
            continue
        for word in resources.words(row["words"]):
            if role == "period":
                period.add(word, True)
                continue
            first, _, then = word.partition(" ")
            norm, then = fold_word(first), fold_word(then)
            if role == "again":
                again[norm] = frozenset(value.split("|"))
                continue
            if role == "verb":
                for form, form_role in _verb_forms(norm):
                    cues.setdefault(form, Cue(form_role, value))
            elif role in ("noun", "form", "agree", "back"):
                cues.setdefault(norm, Cue(role, value, then=then))
            elif role in ("victim", "civilian", "fighter"):
                known = nouns.get(norm, ("", ""))
                nouns[norm] = (value, known[1]) if role == "victim" else (known[0], value or role)
            else:
                lists.setdefault(role, set()).add(norm)
    return TollWords(cues, nouns, {k: frozenset(v) for k, v in lists.items()}, fits, again, period)


def cue(norm: str) -> Cue | None:
    """What a folded word says of killing, wounding, capture, loss or flight; None if nothing."""
    try:
        return _CUES[norm]
    except KeyError:
        return _look_up(norm)


def _look_up(norm: str) -> Cue | None:
    words = toll_words()
    found: Cue | None = None
    for reading in readings(norm):
        known = words.cues.get(reading.base)
        if known is not None and not (
            known.role in ("verb", "agree")
            and set(reading.particles) - {"و", "ف"}
            and reading.base not in words.lists.get("masdar", ())
        ):
            found = replace(known, cut=reading.cut, particles=reading.particles)
            break
    if len(_CUES) > _CACHE_LIMIT:
        _CUES.clear()
    _CUES[norm] = found
    return found


def kin_of(word: str) -> int:
    """How many of somebody's kin a word means, one or two ("his two children"); 0 where it means none."""
    lists = toll_words().lists
    return 1 if word in lists["kin"] else 2 * (word in lists["kin_two"])


def _of_people(norm: str) -> bool:
    """Whether a word is one of quantity, with or without a pronoun written onto it."""
    return quantity_word(norm) is not None or any(quantity_word(stem) is not None for stem, _ in without_pronoun(norm))


@functools.lru_cache(maxsize=20_000)
def may_be_counted(norm: str) -> bool:
    """Whether a word may mean people of a number, as one that says how many, "others", kin or a nationality."""
    lists, nations = toll_words().lists, registry().adjectives
    bare = norm.removeprefix("و")
    return (_of_people(norm) or any(bare in lists[name] for name in _COUNTED_ALONE)
            or kin_of(bare) + kin_of(norm) > 0 or key(norm) in nations or key(norm.removesuffix(DUAL)) in nations)
