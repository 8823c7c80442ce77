"""Names of places that a text tells as a person's: behind a first name once, they are his wherever else they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.inflection import NISBAS
from sijill.documents import Token
from sijill.extract.places.drafts import Draft
from sijill.extract.places.known import SURNAMES
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.gazetteer import Gazetteer
from sijill.extract.tables.place_words import has_class, is_definite, look_up

_READ: Final = frozenset({"table", "learned"})
_LONGEST: Final = 4


def no_persons(tokens: Sequence[Token], names: Gazetteer, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that are called like a person of the text, and are nowhere a town or "in" one there.

    Of ten towns in a thousand articles of the news whose name is behind a first name there too, ten are that person.
    """
    found = {tokens[at].norm for at in range(1, len(tokens))
             if _ends_a_name(tokens, at) and _is_town(tokens, names, at)}
    if not found:
        return list(drafts)
    found -= {tokens[d.first].norm for d in drafts if d.rule not in _READ or _is_in(tokens, d.first)}
    return [d for d in drafts if d.kind not in SURNAMES or tokens[d.first].norm not in found]


def _ends_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's first name stands before a token, or one and "Ali", which is spelled like "on"."""
    before = tokens[at - 1]
    if deed_words().has(before.norm, "ali"):
        return at > 1 and _is_given(tokens[at - 2])
    return _is_given(before)


def _is_given(token: Token) -> bool:
    word = look_up(token.norm)
    return word is not None and word.exact and "given" in word.classes and "head" not in word.classes


def _is_town(tokens: Sequence[Token], names: Gazetteer, at: int) -> bool:
    """Whether the name of a town or less that families have too begins at a token: an adjective, or "father of"."""
    norm = tokens[at].norm
    if not (is_definite(norm) and norm.endswith(NISBAS[0]) or has_class(norm, "head") and has_class(norm, "given")):
        return False
    match = names.at(tokens, at, min(at + _LONGEST, len(tokens)))
    return match is not None and not match.cut and match.place.kind in SURNAMES


def _is_in(tokens: Sequence[Token], first: int) -> bool:
    """Whether "in" stands before a token, as before no person."""
    return first > 0 and has_class(tokens[first - 1].norm, "in")
