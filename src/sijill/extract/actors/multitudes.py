"""Multitudes: thousands of whom no noun says who they are ("50 thousand fled"), beside a word that moves people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key
from sijill.documents import Number, Token
from sijill.extract.actors.bare_heads import Found
from sijill.extract.tables.lexicon import VERBS, lexicon, word_classes
from sijill.extract.tables.registry import registry

_LEAST: Final = 1000
_BEFORE: Final = 4
_MOVING: Final = ("mover", "crowd")
_PLURAL: Final = ("وا", "ون")
_OF: Final = "by"
_OTHERS: Final = "others"


def multitude(tokens: Sequence[Token], number: Number, first: int, stop: int) -> Found | None:
    """The people that a number of a sentence (tokens `first` to `stop`) counts without a noun, where they move."""
    last = number.last
    if number.low is None or number.low < _LEAST or tokens[last - 1].kind != "word" or last > stop:
        return None
    behind = tokens[last] if last < stop else None
    if _moves(behind) and behind is not None and behind.norm.endswith(_PLURAL):
        return _people(last)
    if not any(_moves(token) for token in tokens[max(first, number.first - _BEFORE) : number.first]):
        return None
    known = registry()
    if behind is None or behind.kind == "mark" or known.is_link(_OTHERS, behind.key):
        return _people(last)
    if "preposition" not in (word_classes().get(behind.norm) or ()):
        return None
    # "thousands of inhabitants" are told by what follows
    counted = known.is_link(_OF, key(behind.norm)) and last + 1 < stop and known.opens(tokens[last + 1].norm)
    return None if counted else _people(last)


def _people(end: int) -> Found:
    return Found(end, 0, "people", ("CIVILIANS",), "people.number", 0.5)


def _moves(token: Token | None) -> bool:
    """Whether a word tells that people go, come or gather."""
    hit = lexicon().hit(token.norm) if token is not None and token.kind == "word" else None
    return hit is not None and any(lemma.frame in _MOVING for lemma in hit.lemmas) and (
        hit.form in VERBS or hit.form == "noun")
