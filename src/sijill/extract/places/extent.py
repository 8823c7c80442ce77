"""How much of a place is meant: read from the words that lead to its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Extent, Token
from sijill.extract.places.names import is_quote
from sijill.extract.tables.place_words import AND, LINKED, PlaceWord, look_up

_LONGEST: Final = 9
_FAR: Final = 5
_BREAKS: Final = frozenset({"verb", "stop", "time"})


def extent_before(
    tokens: Sequence[Token],
    at: int,
    floor: int,
    particles: str,
    wide: bool,
    pointer: bool = False,
    within: bool = False,
) -> Extent | None:
    """The extent that the words before token `at` give the place; None where they give none.

    `particles` are those attached to the place's first word; `wide` says that it is a province or a
    country, of which a direction is a part, while the direction of a town lies outside it; `pointer`
    says that the place is an anaphor, before which a plural is a part ("the quarters of the city"); `within`
    says that it is a large city, in whose north something happens, while what is north of it lies outside.
    """
    linked, anaphor = particles.endswith(LINKED) or pointer, pointer
    inside = particles.endswith(LINKED[1])
    owned = inside
    if particles.startswith(AND) and not linked:
        return None
    here = at - 1
    directed = False
    least = max(floor, at - _LONGEST)
    while here >= least:
        token = tokens[here]
        if is_quote(token):
            here -= 1
            continue
        if token.kind == "number":
            if not linked:
                break
            here -= 1
            continue
        if token.kind != "word":
            break
        word = look_up(token.norm)
        if word is not None and "link" in word.classes:
            if directed and word.classes["link"] in ("in", "from"):
                inner = _after_link(tokens, here, least)
                if inner in ("around", "part") and not wide:
                    return "around"
                return "part" if wide or within else "around"
            if linked and not (pointer and word.classes["link"] == "from"):
                break
            linked, pointer = True, False  # "parts of the city" leads to an anaphor as to a name
            inside = word.classes["link"] == "in"
            if inside:
                far = _far_part(tokens, here, least)
                if far:
                    return "part"
            here -= 1
            continue
        if word is None:
            break
        if "direction" in word.classes and not word.definite:
            directed = True
            here -= 1
            if word.particles.endswith(LINKED):
                wide = wide or within
                break
            continue
        if linked and not (inside or anaphor) and word.definite and "direction_adj" not in word.classes and (
                "direction" in word.classes):
            return "part" if wide else "around"  # "to the north of", "in the north-west of"
        found = _extent_of(word, linked, directed)
        if found == "countryside" and inside:
            break
        if found is not None:
            return _joined(found, directed, wide)
        if "direction_adj" in word.classes and word.definite or "part_adj" in word.classes or "adj" in word.classes:
            if not linked:
                break
            here -= 1
            continue
        if (
            not linked
            and not word.particles
            and (
                "capital" in word.classes or "nation" in word.classes or word.kind is not None and not word.kind.keeps
            )
        ):
            here -= 1
            continue
        if word.kind is not None and not word.kind.keeps and not linked and not directed:
            linked = word.particles.endswith(LINKED)
            if linked:
                here -= 1
                continue
        break
    if directed:
        return "part" if wide else "around"
    return "part" if owned and _far_part(tokens, at, least) else None


def _far_part(tokens: Sequence[Token], here: int, least: int) -> bool:
    """Whether positions, quarters or points stand before the preposition, with their owner between."""
    for before in range(here - 1, max(least, here - _FAR) - 1, -1):
        word = look_up(tokens[before].norm)
        if tokens[before].kind != "word" or word is not None and (not _BREAKS.isdisjoint(word.classes)):
            return False
        if word is not None and "far_part" in word.classes:
            return True
    return False


def _after_link(tokens: Sequence[Token], here: int, least: int) -> Extent | None:
    before = here - 1
    while before >= least and tokens[before].kind == "word":
        word = look_up(tokens[before].norm)
        if word is None:
            return None
        found = _extent_of(word, True, False)
        if found is not None:
            return found
        if "part_adj" not in word.classes and "direction_adj" not in word.classes:
            return None
        before -= 1
    return None


def _extent_of(word: PlaceWord, linked: bool, directed: bool) -> Extent | None:
    value = word.classes.get("extent")
    if value is None or value not in ("around", "edge", "part", "countryside", "whole"):
        return None
    if "linked_only" in word.classes and not linked and not directed:
        return None
    return value  # type: ignore[return-value]


def _joined(found: Extent, directed: bool, wide: bool) -> Extent:
    if directed and found in ("part", "whole"):
        return "part" if wide else "around"
    return found
