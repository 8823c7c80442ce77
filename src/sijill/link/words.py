"""Words: what a sentence says beyond its coded fields, each word worth as much as it is rare in the news."""

from __future__ import annotations

import functools

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS, FOR_THE, PREPOSITIONS, key
from sijill.arabic.tokens import NAMING, tokenize
from sijill.resources import table

UNLISTED = 9.0
"""Bits of a word that the table has not: rarer than one article in two hundred."""
_LONG = 5


# the words and the calendar of a claim read its sentence one after the other
sentence_tokens = functools.lru_cache(maxsize=16)(tokenize)
"""The tokens of a sentence."""


@functools.lru_cache(maxsize=100_000)
def stem(norm: str) -> str:
    """A folded word without article and the particles that surely are: one stem for what a sentence may write."""
    if len(norm) >= _LONG and norm[0] in CONJUNCTIONS[0] and norm[1] != CONJUNCTIONS[0]:
        norm = norm[1:]
    if norm.startswith(FOR_THE) and len(norm) >= _LONG:
        norm = norm[2:]
    elif norm[:1] in PREPOSITIONS + CONJUNCTIONS[1] and norm[1:3] == ARTICLE and len(norm) >= _LONG:
        norm = norm[3:]
    elif norm.startswith(ARTICLE) and len(norm) >= _LONG - 1:
        norm = norm[2:]
    return key(norm)


def stems(text: str) -> set[str]:
    """The stems of a text's words; numbers, marks and words of one or two letters are left out."""
    return {stem(token.norm) for token in sentence_tokens(text)
            if token.kind in NAMING and len(token.norm) > 2}


def weighed(text: str) -> dict[str, float]:
    """The stems of a text's words with their bits of rarity."""
    rarity = _rarity()
    return {one: rarity.get(one, UNLISTED) for one in stems(text)}


@functools.cache
def _rarity() -> dict[str, float]:
    rows = table("word_rarity.tsv", ("stem", "bits"), unique=("stem",))
    return {row["stem"]: float(row["bits"]) for row in rows}
