"""Weapons: the words of a trigger's clause that say by what means it was done."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.clitics import readings, without_article
from sijill.arabic.folding import fold_word, raw_offset
from sijill.arabic.quantity_words import quantity_word
from sijill.documents import Document, Token, Weapon

_AFTER: Final = 16  # tokens behind the trigger in which a weapon may stand
_BEFORE: Final = 8  # the same before it
_PHRASE: Final = 8  # tokens of the longest weapon phrase
_QUOTES: Final = frozenset("\"'()")
_CACHE_LIMIT: Final = 30_000
_BASES: Final[dict[str, tuple[str, str, int] | None]] = {}


@dataclass(frozen=True, slots=True)
class _Words:
    heads: frozenset[str]
    carriers: dict[str, frozenset[str]]
    modifiers: frozenset[str]
    links: frozenset[str]
    linked: frozenset[str]
    amounts: frozenset[str]


@functools.cache
def _words() -> _Words:
    lists: dict[str, set[str]] = {}
    carriers: dict[str, frozenset[str]] = {}
    for row in resources.table("weapons.tsv", ("class", "words", "needs")):
        for word in resources.words(row["words"]):
            if row["class"] == "carrier":
                carriers[fold_word(word)] = frozenset(fold_word(w) for w in resources.words(row["needs"]))
            else:
                lists.setdefault(row["class"], set()).add(fold_word(word))
    return _Words(frozenset(lists["head"]), carriers, frozenset(lists["modifier"]), frozenset(lists["link"]),
                  frozenset(lists["linked"]), frozenset(lists["amount"]))


def _base(norm: str) -> tuple[str, str, int] | None:
    """A word that may begin a weapon phrase: its bare form, its class and the letters of its particles."""
    try:
        return _BASES[norm]
    except KeyError:
        return _look_up(norm)


def _look_up(norm: str) -> tuple[str, str, int] | None:
    words = _words()
    found: tuple[str, str, int] | None = None
    for reading in readings(norm):
        bare = without_article(reading.base)
        kind = "head" if bare in words.heads else "carrier" if bare in words.carriers else ""
        if kind:
            found = (bare, kind, reading.cut)
            break
    if len(_BASES) > _CACHE_LIMIT:
        _BASES.clear()
    _BASES[norm] = found
    return found


def names_weapon(norm: str) -> bool:
    """Whether a folded word is one for weapons, or for what is one with others ("a vehicle", "ammunition")."""
    return _base(norm) is not None


def says_amount(norm: str) -> bool:
    """Whether a folded word says how many or how much there is: "dozens", "a great quantity"."""
    return quantity_word(norm) is not None or norm in _words().amounts


def weapon_for(document: Document, trigger_start: int, spot: tuple[int, int] | None = None) -> Weapon | None:
    """The weapon named nearest to a trigger in its clause, those behind it first; None if none is.

    `spot` is the trigger's token and its sentence, where they are known.
    """
    tokens, sentences = document.tokens or (), document.sentences or ()
    if spot is None:
        at = max(0, bisect.bisect_right(tokens, trigger_start, key=lambda t: t.start) - 1)
        where = bisect.bisect_right(sentences, at, key=lambda s: s.first) - 1
    else:
        at, where = spot
    if not tokens or where < 0:
        return None
    first, last = sentences[where].first, sentences[where].last
    told = document.triggers or ()
    earlier = bisect.bisect_left(told, at, key=lambda t: t.token)
    later = bisect.bisect_right(told, at, lo=earlier, key=lambda t: t.token)
    before = told[earlier - 1].token if earlier else first - 1
    after = told[later].token if later < len(told) else last
    for here in _nearest(at, max(first, before + 1, at - _BEFORE), min(last, after, at + _AFTER)):
        if _base(tokens[here].norm) is None:
            continue
        end = phrase_end(tokens, here, last)
        if end is not None:
            here = _opening(tokens, here, end, first)
            found = _base(tokens[here].norm)
            cut = found[2] if found is not None else 0
            start = tokens[here].start + raw_offset(document.text[tokens[here].start : tokens[here].end], cut)
            return Weapon(start, tokens[end - 1].end, "weapon:phrase")
    return None


def _nearest(at: int, first: int, last: int) -> Iterator[int]:
    yield from range(at, last)
    yield from range(at - 1, first - 1, -1)


def _opening(tokens: tuple[Token, ...], at: int, end: int, first: int) -> int:
    """Where a weapon phrase met from behind begins ("chlorine gas" is met at its second word)."""
    for here in (at - 2, at - 1):
        if here >= first and (phrase_end(tokens, here, end) or 0) >= end:
            return here
    return at


def phrase_end(tokens: tuple[Token, ...], at: int, stop: int) -> int | None:
    """Where the weapon phrase that begins at a token ends; None if none begins there."""
    words = _words()
    token = tokens[at]
    head = _base(token.norm) if token.kind == "word" else None
    if head is None:
        return None
    needs = words.carriers.get(head[0]) if head[1] == "carrier" else None
    end, here, met = at + 1, at + 1, needs is None
    while here < min(stop, at + _PHRASE):
        word = tokens[here]
        if word.kind == "mark" and word.norm in _QUOTES:
            here += 1
            continue
        bare = _bare(word)
        if needs is not None and bare in needs:
            met = True
        elif bare in words.links and here + 1 < stop and _bare(tokens[here + 1]) in words.linked:
            met = met or needs is not None and _bare(tokens[here + 1]) in needs
            here += 1
        elif not (bare in words.modifiers or word.norm != bare and bare in words.heads or _joins(word)):
            if met or here - at > 2:
                break
            here += 1
            continue
        here += 1
        end = here
    if not met:
        return None
    quoted = sum(t.norm == '"' for t in tokens[at:end]) % 2
    return end + 1 if quoted and end < stop and tokens[end].norm == '"' else end


def _bare(token: Token) -> str:
    return without_article("ا" + token.norm[1:] if token.norm.startswith("لل") else token.norm)


def _joins(token: Token) -> bool:
    """Whether a word with "and" goes on a weapon phrase ("guns and rockets")."""
    words = _words()
    bare = without_article(token.norm[1:])
    return token.norm[:1] == "و" and (bare in words.modifiers or bare in words.heads)
