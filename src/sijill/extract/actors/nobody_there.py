"""Words of men and people that name none: "without victims", "met no resistance", "anti-armour", "a set of raids",
"the media cell"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import FOR, key, readings
from sijill.arabic.inflection import NISBAS
from sijill.arabic.tokens import BREAKS
from sijill.documents import Token
from sijill.extract.actors.bare_heads import Found
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import look_up
from sijill.extract.tables.registry import ARTICLE, registry

_PEOPLE: Final = "people.people"
_FORCE: Final = "head.force"
_MOVEMENT: Final = "head.irregular"
_SHORT: Final = "anaphor"
_GOVERNMENT: Final = "gov"
_DEFINITE: Final = (ARTICLE, FOR + FOR)
_REFUGEES: Final = "CIV_DISPLACED"
_CAMP: Final = "camp"
# tokens from "camp" to "for refugees", over its name and quotation marks
_TO_CAMP: Final = 6
# tokens from "without", over "that it caused" or "there falling any", back to front
_TO_WITHOUT: Final = 4


def nobody_there(tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether a word of men or people alone names nobody where it stands, in a sentence from token `first` on.

    "Resistance" without an article or an owner is a deed: 0 of 24 in the gold are a side; so are 0 of 46 victims that
    a deed was without, and 0 of 25 of what a rocket is made against.
    """
    if found.end != at + 1:
        return False
    definite = tokens[at].norm[found.cut :].startswith(_DEFINITE)
    owned = found.end < len(tokens) and tokens[found.end].norm.startswith(ARTICLE)
    if _is(tokens[at], "resisting") and not definite and not owned:
        return True
    if found.kind == _SHORT and at > first and _is(tokens[at - 1], "made_against"):
        # a protest may be against a government
        return registry().head_words.get(head_forms(tokens[at].norm)[1]) != _GOVERNMENT
    if _is(tokens[at], "office_cell") and found.end < len(tokens) and _is(tokens[found.end], "of_office") or (
            at > first and _is(tokens[at], "periodic") and _is(tokens[at - 1], "periodical")):
        return True  # "the media cell", "a periodical bulletin", which is spelled like a patrol
    if found.rule == _MOVEMENT and definite and at > first and tokens[at].norm.endswith(NISBAS[0]) and (
            _is_the_deed(tokens[at - 1]) or _is(tokens[at], "islamic") and _is_definite(tokens[at - 1])):
        return True  # "the terrorist act", "and the Islamic world"
    if definite and not found.cut and at > first and all(map(registry().unarmed, found.ids)) and (
            _is(tokens[at - 1], "body_for") and not tokens[at - 1].norm.startswith(ARTICLE)):
        return True  # "the Foundation of Martyrs": in the gold none of its like is a side
    if found.rule == _FORCE and not definite and _is_booty(tokens, at, first):
        return True
    if _is(tokens[at], "a_set") and _is_deed(tokens, found.end):
        return True
    return found.rule == _PEOPLE and _is(tokens[at], "harmed") and _is_lacking(tokens, at, first)


def of_camp(tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether refugees are only whom a camp with a name is for ("the camp of X for refugees"): 0 of 22 in the gold act.

    A camp without a name is told by who is in it, and they are who is hit.
    """
    if found.ids != (_REFUGEES,) or not tokens[at].norm.startswith(FOR + FOR):
        return False
    for before in range(at - 1, max(first, at - _TO_CAMP) - 1, -1):
        if tokens[before].norm in BREAKS:
            return False
        word = look_up(tokens[before].norm)
        if word is not None and word.kind is not None and word.kind.value == _CAMP:
            return before < at - 1
    return False


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a deed's name without an article, and nobody's ("operations", not "our operations")."""
    hit = lexicon().hit(tokens[at].norm) if at < len(tokens) else None
    return hit is not None and hit.form == "noun" and not hit.definite and not hit.pronoun and not hit.particles


def _is_definite(token: Token) -> bool:
    """Whether a word has the article, also behind particles."""
    return any(reading.base.startswith(ARTICLE) for reading in readings(token.norm))


def _is_the_deed(token: Token) -> bool:
    """Whether a word with its article names a deed or an act, of which "terrorist" behind it says of what sort."""
    hit = lexicon().hit(token.norm)
    act = any(deed_words().has(key(reading.base), "the_act") for reading in readings(token.norm))
    return hit is not None and hit.form == "noun" and hit.definite and not hit.pronoun or act


def _is_booty(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether vehicles stand right behind a word for taking booty, or behind it and their number."""
    lead = at - 1 - (at > first and tokens[at - 1].kind == "number")
    return lead >= first and _is(tokens[lead], "booty")


def _is_lacking(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "without" stands some words before a token, no break between."""
    for before in range(at - 1, max(first, at - _TO_WITHOUT) - 1, -1):
        if tokens[before].norm in BREAKS:
            return False
        if _is(tokens[before], "lacking"):
            return True
    return False


def _is(token: Token, name: str) -> bool:
    """Whether a word, its particles off, is of a class of taking_words.tsv."""
    return deed_words().has(token.key, name)
