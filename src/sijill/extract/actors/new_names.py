"""New names: groups that the registry lacks, by a word for a unit or movement and the name in quotes or after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import Prefixed, key, readings, without_article
from sijill.arabic.folding import raw_offset
from sijill.arabic.tokens import NAMING
from sijill.documents import Document, Token
from sijill.extract.actors.bare_heads import Found, ordered_ids
from sijill.extract.actors.mention_heads import LACKING
from sijill.extract.tables.lexicon import word_classes
from sijill.extract.tables.registry import ARTICLE, Registry

OF_A_SORT: Final = "new.sort"
"""The rule of a new name in quotes behind a word that says only of what sort the group is."""
MOST_WORDS_IN_QUOTES: Final = 6
"""Most words of a name in quotes."""
_MOST_WORDS_OF_A_NEW_NAME: Final = 4
_CACHE_LIMIT: Final = 100_000
_NEW_HEADS: Final[dict[str, Prefixed | None]] = {}
_BROKEN_ALIF: Final = "ى"


def new_name(known: Registry, document: Document, tokens: Sequence[Token], at: int, stop: int) -> Found | None:
    """A group that the registry lacks: a word for a unit or movement, and its name in quotes or after it."""
    norm = tokens[at].norm
    if norm not in _NEW_HEADS:
        if len(_NEW_HEADS) > _CACHE_LIMIT:
            _NEW_HEADS.clear()
        _NEW_HEADS[norm] = next((r for r in readings(norm) if r.particles[-1:] != "س"
                                 and known.is_link("new_head", key(r.base))), None)
    reading = _NEW_HEADS[norm]
    if reading is None:
        return None
    here = at + 1
    if here >= stop:
        return None
    if tokens[here].norm == '"':
        if at and tokens[at - 1].norm == '"':
            return None  # the mark behind a quoted word closes what the one before it opened
        return _quoted_name(known, document, tokens, at, stop, reading.cut)
    if reading.base.startswith(ARTICLE) or not known.is_link("new_unit", key(reading.base)):
        return None
    end = here
    most = min(stop, here + _MOST_WORDS_OF_A_NEW_NAME)
    while end < most and not _preposition(document, tokens[end]) and _may_be_in_a_name(known, tokens, end, here):
        end += 1
    if end == here or (end == here + 1 and known.is_link("name_opener", tokens[here].key)):
        return None
    return _new(document, tokens, at, end, reading.cut, "new.unquoted", 0.6)


def _quoted_name(known: Registry, document: Document, tokens: Sequence[Token], at: int, stop: int,
                 cut: int) -> Found | None:
    opened = at + 2
    end = opened
    while end < stop and tokens[end].norm != '"' and end - opened < MOST_WORDS_IN_QUOTES:
        end += 1
    if end in (stop, opened) or tokens[end].norm != '"' or tokens[opened].kind not in NAMING:
        return None
    if any("subordinate" in (word_classes().get(token.norm) or ()) for token in tokens[opened:end]):
        return None  # "and she said that" stands between two quotations
    if end == opened + 1 and known.is_link("no_name", tokens[opened].key):
        return None  # "announced the 'failure' of the talks"
    inside = known.book.longest_at(tokens, opened, end)
    if inside is not None and inside[0] == end and any(s.kind == "name" for s in inside[3]):
        return Found(end + 1, cut, "name", ordered_ids(inside[3]), "registry.quoted")
    if any(known.is_link("new_sort", key(r.base)) for r in readings(tokens[at].norm) if r.cut == cut):
        name = document.text[tokens[opened].start : tokens[end - 1].end]
        return Found(end + 1, cut, "new", (LACKING + name,), OF_A_SORT, 0.8)
    return _new(document, tokens, at, end + 1, cut, "new.quoted", 0.8)


def _new(document: Document, tokens: Sequence[Token], at: int, end: int, cut: int, rule: str,
         score: float) -> Found:
    first = tokens[at]
    start = first.start + raw_offset(document.text[first.start : first.end], cut)
    return Found(end, cut, "new", (LACKING + document.text[start : tokens[end - 1].end],), rule, score)


def _preposition(document: Document, token: Token) -> bool:
    """Whether a word that folding writes like a man's name is a preposition, as its last letter shows."""
    return document.text[token.end - 1] == _BROKEN_ALIF and "preposition" in (word_classes().get(token.norm) or ())


def _may_be_in_a_name(known: Registry, tokens: Sequence[Token], here: int, first: int) -> bool:
    """Whether a word goes on a unit's name: a word of names, or a definite noun that no list rules out."""
    token = tokens[here]
    if token.kind != "word":
        return False
    if known.is_link("name_word", token.key) or known.is_link("name_opener", token.key):
        return True
    before = here > first and known.is_link("name_opener", tokens[here - 1].key)
    if not (token.norm.startswith(ARTICLE) and len(token.norm) > 4 or before):
        return False
    if any(known.is_link(g, token.key) for g in ("no_name", "military", "tied", "loyal", "against", "title")):
        return False
    if before:
        return True
    if key(without_article(token.norm)) in known.head_words:
        return False
    return known.nationality(tokens, here, here + 1) is None
