"""Words that may stand for a side and do not: half a place's name, whence somebody came, an adjective of a body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import ActorMention, Token
from sijill.extract.compositions import Found
from sijill.extract.gazetteer import gazetteer
from sijill.extract.registry import ARTICLE, UNARMED, Registry

_FROM: Final = "من"
_NATIONALITY: Final = "nationality"
_OF_ADJECTIVES: Final = ("ي", "يه")
_COUNTRY: Final = "COUNTRY:"
_UNARMED: Final = (*UNARMED, "international_organisation")


def no_side(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int,
            before: ActorMention | None) -> bool:
    """Whether what was found at a token, in a sentence from token `first` on, names no side there."""
    if at == first:
        return False
    return _ends_a_place_name(tokens, found, at) or _came_from(known, tokens, found, at, first) or (
        before is not None and _of_an_organisation(known, tokens, found, at, before))


def _ends_a_place_name(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a name of one word is the last of a place's name ("the base of Ain al-X")."""
    if found.cut or found.end != at + 1 or found.kind != "name" or not gazetteer().begins(tokens[at - 1]):
        return False
    place = gazetteer().at(tokens, at - 1, found.end)
    return place is not None and place.end == found.end


def _came_from(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether a country is only whence somebody came ("from A to B", "coming from A"); who sends word is a side."""
    if found.cut or at < first + 2 or tokens[at - 1].norm != _FROM or not any(
            one.startswith(_COUNTRY) for one in found.ids):
        return False
    lead = tokens[at - 2].key
    if known.is_link("coming", lead):
        return True
    return found.end < len(tokens) and known.is_link("toward", tokens[found.end].key) and not known.is_link(
        "sent", lead)


def _of_an_organisation(known: Registry, tokens: Sequence[Token], found: Found, at: int,
                        before: ActorMention) -> bool:
    """Whether a nationality is the adjective of the unarmed organisation right before it."""
    word = tokens[at].norm
    if found.rule != _NATIONALITY or found.cut or before.last != at or before.kind != "name":
        return False
    return word.startswith(ARTICLE) and word.endswith(_OF_ADJECTIVES) and all(
        one in known.actors and known.actors[one].kind in _UNARMED for one in before.ids)
