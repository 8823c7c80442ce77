"""Bases: where the name of an organisation, "the base", is a base of soldiers that a text tells of."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import FOR, key, readings, without_article
from sijill.arabic.tokens import NAMING
from sijill.documents import Token
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import TAKING, VERBS, lexicon
from sijill.extract.tables.registry import ARTICLE, Registry, registry

_BASE: Final = "base"
_MEN: Final = ("fighter", "irregular", "gov")


def the_bases(known: Registry, tokens: Sequence[Token]) -> frozenset[int]:
    """Where "the base" is a naval one or the like, or one that a text told of that has not named the organisation."""
    told, named, out = False, False, set()
    for at, token in enumerate(tokens):
        base = _base(token.norm)
        if base is None:
            continue
        if not base.startswith(ARTICLE):
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            told = told or behind is not None and behind.kind in NAMING and not behind.norm.startswith(FOR)
        elif at and _of_men(known, tokens[at - 1].norm):
            named = True
        elif at + 1 < len(tokens) and known.is_link("base_adj", tokens[at + 1].key):
            out.add(at)  # "the naval base"
        elif told and (not named or _is_taken(tokens, at)) and not _is_organisation(known, tokens, at):
            out.add(at)
    return frozenset(out)


def _is_taken(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the base" is what a verbal noun of taking takes, as nobody takes an organisation: "the seizing of"."""
    on = at > 1 and deed_words().has(tokens[at - 1].key, "on")
    hit = lexicon().hit(tokens[at - 1 - on].norm)
    return hit is not None and hit.form not in VERBS and (on or not hit.definite) and not TAKING.isdisjoint(
        hit.lemmas[0].types)


def _is_organisation(known: Registry, tokens: Sequence[Token], at: int) -> bool:
    """Whether "the base" at a token is one that takes places, has a longer name, or has who is of it or loyal to it."""
    if at and any(known.is_link(group, tokens[at - 1].key) for group in ("part_of", "loyal")):
        return True
    before = lexicon().hit(tokens[at - 1].norm) if at else None
    if before is not None and before.form in VERBS and not TAKING.isdisjoint(before.lemmas[0].types) and (
            at + 1 < len(tokens) and deed_words().has(tokens[at + 1].key, "on")):
        return True
    found = known.book.longest_at(tokens, at, len(tokens))
    return found is not None and found[0] > at + 1


@functools.lru_cache(maxsize=20_000)
def _base(norm: str) -> str | None:
    """The reading of a word as "base" or "the base"."""
    known = registry()
    return next((r.base for r in readings(norm) if known.is_link(_BASE, key(without_article(r.base)))), None)


def _of_men(known: Registry, word: str) -> bool:
    """Whether a word without an article is one for a group, or for its men."""
    if word.startswith(ARTICLE):
        return False
    bases = [key(r.base) for r in readings(word)]
    return any(known.is_link("new_head", base) or known.head_words.get(base) in _MEN for base in bases)
