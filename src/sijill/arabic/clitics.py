"""Clitics and endings: the words that hide behind و ف ب ل ك س, the article and case endings."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.folding import fold_word

CONJUNCTIONS: Final = "وف"
PREPOSITIONS: Final = "بلك"
PARTICLES: Final = CONJUNCTIONS + PREPOSITIONS
FUTURE: Final = "س"
ARTICLE: Final = "ال"
BY: Final = "ب"
FOR: Final = "ل"
WITH: Final = "ب"
FOR_THE: Final = "لل"
FEMININE: Final = "ت"
MINE: Final = "ي"
DUAL: Final = "ا"
HAMZA: Final = "ء"
_SUFFIXES: Final = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "ك")
_PREFIX_CACHE: Final[dict[str, tuple[Prefixed, ...]]] = {}
_KEY_CACHE: Final[dict[str, str]] = {}
_BARE_CACHE: Final[dict[str, tuple[str, ...]]] = {}
# the letters of an article, one letter and an ending
_BARE_ARTICLE: Final = 5
_CACHE_LIMIT: Final = 30_000


@dataclass(frozen=True, slots=True)
class Prefixed:
    """One reading of a word: its attached particles, the rest, and how many letters were cut off."""

    particles: str
    base: str
    cut: int


def key(norm: str) -> str:
    """The form a folded word is looked up by: sound plurals, duals and their constructs in one case."""
    known = _KEY_CACHE.get(norm)
    if known is None:
        known = _key(norm)
        if len(_KEY_CACHE) > _CACHE_LIMIT:
            _KEY_CACHE.clear()
        _KEY_CACHE[norm] = known
    return known


def _key(norm: str) -> str:
    other, words = _spellings()
    norm = other.sub(lambda found: words[found[0]], norm)
    if len(norm) == _BARE_ARTICLE and norm.startswith(ARTICLE):
        # between the article and an ending one letter is left, no noun: "the colour", "Germans"
        return norm
    if len(norm) >= 5 and norm.endswith("ون"):
        return norm[:-2] + "ين"
    if len(norm) >= 6 and norm.endswith("تان"):
        return norm[:-3] + "تين"
    if norm.endswith("ان") and norm[-3:-2] not in "را" and len(norm) >= (6 if norm[-3:-2] == "ي" else 5):
        return norm[:-2] + "ين"
    if len(norm) >= 5 and norm.endswith("و") and norm[-2] != "و":
        return norm[:-1] + "ي"
    return norm


@functools.cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """The other spellings of foreign words (spellings.tsv), and the word that each is looked up by, folded."""
    words = {fold_word(spelled): fold_word(row["word"]) for row in resources.table("spellings.tsv", ("word", "spelled"))
             for spelled in resources.words(row["spelled"])}
    return re.compile("|".join(sorted(words, key=len, reverse=True))), words


def readings(norm: str) -> tuple[Prefixed, ...]:
    """Every way to split attached particles off a folded word, the whole word first."""
    known = _PREFIX_CACHE.get(norm)
    if known is None:
        known = tuple(_readings(norm))
        if len(_PREFIX_CACHE) > _CACHE_LIMIT:
            _PREFIX_CACHE.clear()
        _PREFIX_CACHE[norm] = known
    return known


def _readings(norm: str) -> list[Prefixed]:
    found = [Prefixed("", norm, 0)]
    if len(norm) > 2 and norm[0] in "وف":
        found.append(Prefixed(norm[0], norm[1:], 1))
    for head in tuple(found):
        base, cut = head.base, head.cut
        if len(base) > 4 and base.startswith("لل"):
            found.append(Prefixed(head.particles + "ل", "ا" + base[1:], cut))
            # of three lams in a row only two are written ("for the brigade")
            found.append(Prefixed(head.particles + "ل", "ا" + base, cut))
            found.append(Prefixed(head.particles + "ل", base[1:], cut + 1))
        elif len(base) > 2 and base[0] in "بلك":
            found.append(Prefixed(head.particles + base[0], base[1:], cut + 1))
        elif len(base) > 4 and base[0] == "س" and base[1] in "يتنا":
            found.append(Prefixed(head.particles + "س", base[1:], cut + 1))
    # an indefinite accusative without its tanwin mark (هجوما)
    found += [
        Prefixed(r.particles, r.base[:-1], r.cut) for r in found if len(r.base) > 3 and r.base[-1] == "ا"
    ]
    return found


def without_particles(form: str) -> tuple[str, ...]:
    """A lookup key as it stands, without its article, and without a particle and the article."""
    known = _BARE_CACHE.get(form)
    if known is None:
        if len(_BARE_CACHE) > _CACHE_LIMIT:
            _BARE_CACHE.clear()
        known = _BARE_CACHE[form] = _without_particles(form)
    return known


def _without_particles(form: str) -> tuple[str, ...]:
    out = [form, without_article(form)]
    if form[:1] in CONJUNCTIONS + PREPOSITIONS:
        out += [form[1:], without_article(form[1:])]
        if form.startswith("لل"):
            out.append(form[2:])
    return tuple(out)


def without_article(base: str) -> str:
    """The word without its article."""
    return base[2:] if base.startswith("ال") and len(base) > 3 else base


def without_pronoun(base: str) -> tuple[tuple[str, str], ...]:
    """Readings of a word as stem and attached pronoun: (stem, pronoun); ت before it may be ة."""
    out: list[tuple[str, str]] = []
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= 2:
            stem = base[: -len(suffix)]
            out.append((stem, suffix))
            if stem.endswith("ت"):
                out.append((stem[:-1] + "ه", suffix))
            elif stem.endswith("ا") and len(stem) > 2:
                out.append((stem[:-1] + "ي", suffix))
            elif stem.endswith("و"):
                out.append((stem + "ا", suffix))
            # a hamza that stands alone at a word's end stands on a letter before a pronoun
            if stem[-2:] in ("او", "اي"):
                out.append((stem[:-1] + HAMZA, suffix))
    return tuple(out)
