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
    linked = particles.endswith(LINKED) or pointer
    if particles.startswith(AND) and not linked:
        return None
    least = max(floor, at - _LONGEST)
    return _Lead(tokens, at - 1, least, wide, within, pointer, linked, particles.endswith(LINKED[1])).extent()


class _Lead:
    """The words that lead to a place's name, read from the name backwards."""

    def __init__(self, tokens: Sequence[Token], here: int, least: int, wide: bool, within: bool, pointer: bool,
                 linked: bool, inside: bool) -> None:
        self.tokens, self.here, self.least = tokens, here, least
        self.wide, self.within = wide, within
        self.pointer = self.anaphor = pointer
        self.linked, self.inside = linked, inside
        """Whether a preposition has led to the name, and whether the last one that did says "in"."""
        self.directed = False

    def extent(self) -> Extent | None:
        """What the words say; None where they say nothing."""
        owner, owned = self.here + 1, self.inside
        while self.here >= self.least:
            said = self._said(self.tokens[self.here])
            if isinstance(said, str):
                return said
            if not said:
                break
            self.here -= 1
        if self.directed:
            return self._directed()
        return "part" if owned and _far_part(self.tokens, owner, self.least) else None

    def _said(self, token: Token) -> Extent | bool:
        """The extent that a word settles, or whether the words before it may."""
        if is_quote(token):
            return True
        if token.kind == "number":
            return self.linked
        word = look_up(token.norm) if token.kind == "word" else None
        if word is None:
            return False
        if "link" in word.classes:
            return self._link(word.classes["link"])
        if "direction" in word.classes and not word.definite:
            return self._direction(word)
        if (self.linked and not (self.inside or self.anaphor) and word.definite and "direction" in word.classes
                and "direction_adj" not in word.classes):
            return self._directed()  # "to the north of", "in the north-west of"
        found = _extent_of(word, self.linked, self.directed)
        if found == "countryside" and self.inside:
            return False
        if found is not None:
            return self._directed() if self.directed and found in ("part", "whole") else found
        return self._passes(word)

    def _link(self, link: str) -> Extent | bool:
        if self.directed and link in ("in", "from"):
            inner = _after_link(self.tokens, self.here, self.least)
            if inner in ("around", "part") and not self.wide:
                return "around"
            return "part" if self.wide or self.within else "around"
        if self.linked and not (self.pointer and link == "from"):
            return False
        self.linked, self.pointer = True, False  # "parts of the city" leads to an anaphor as to a name
        self.inside = link == "in"
        return "part" if self.inside and _far_part(self.tokens, self.here, self.least) else True

    def _direction(self, word: PlaceWord) -> bool:
        self.directed = True
        led = word.particles.endswith(LINKED)
        self.wide |= led and self.within
        return not led

    def _directed(self) -> Extent:
        return "part" if self.wide else "around"

    def _passes(self, word: PlaceWord) -> bool:
        """Whether a word that gives no extent may stand between one that does and the name."""
        if "direction_adj" in word.classes and word.definite or "part_adj" in word.classes or "adj" in word.classes:
            return self.linked
        if self.linked:
            return False
        sort = word.kind is not None and not word.kind.keeps
        if not word.particles and ("capital" in word.classes or "nation" in word.classes or sort):
            return True
        self.linked = sort and not self.directed and word.particles.endswith(LINKED)
        return self.linked


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
