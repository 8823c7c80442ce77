"""What the readers of places share: tokens, spans, the words around a candidate name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Extent, Token
from sijill.extract.places.drafts import Draft
from sijill.extract.places.extent import extent_before
from sijill.extract.places.lists import joined
from sijill.extract.places.names import is_common, is_quote, is_strange, raw_name, raw_start, with_article
from sijill.extract.tables.gazetteer import Gazetteer, Match
from sijill.extract.tables.place_words import AND, IN, MERGED_ARTICLE, PlaceWord, is_definite, look_up
from sijill.replacing import replace

# kinds that are also other words, after which a known name may be one too
_NO_LEADS: Final = frozenset({"post", "sector"})
_PLURAL: Final = 3


class Drafter:
    """One document's tokens and what was found in them so far."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Gazetteer) -> None:
        self.text, self.tokens, self.names = text, tokens, names
        self.found: list[Draft] = []
        self.cued: set[tuple[str, ...]] = set()
        self.cued_kind: dict[tuple[str, ...], str | None] = {}
        self.home: frozenset[str] = frozenset()

    def _located(self, at: int, particles: str, kinds: bool = True) -> bool:
        if particles.endswith(IN):
            return True
        here = at - 1
        while here >= 0 and is_quote(self.tokens[here]):
            here -= 1
        if here < 0 or self.tokens[here].kind != "word" or particles.startswith(AND):
            return False
        word = look_up(self.tokens[here].norm)
        return word is not None and (
            not word.definite
            and (
                "locative" in word.classes
                or "direction" in word.classes
                or word.classes.get("extent") in ("around", "edge", "countryside", "whole")
            )
            or kinds
            and word.kind is not None
            and _NO_LEADS.isdisjoint(word.classes)
        )

    def _extent(
        self, at: int, floor: int, particles: str, wide: bool, pointer: bool = False, within: bool = False
    ) -> Extent:
        found = extent_before(self.tokens, at, floor, particles, wide, pointer, within)
        if found is None and particles.startswith(AND) and self.found:
            before = self.found[-1]
            if before.extent in ("around", "edge", "part") and joined(self.tokens, before.first, before.last, at, True):
                found = before.extent
        return found or "whole"

    def _draft(
        self, first: int, cut: int, last: int, head: int, kind: str | None, extent: Extent, rule: str, score: float
    ) -> Draft:
        start = raw_start(self.text, self.tokens[first], cut)
        end = self.tokens[last - 1].end
        name = raw_name(self.text, start, end)
        return Draft(start, end, first, last, head, with_article(name), kind, extent, rule, score)

    def _followed_by_place(self, end: int, last: int, most: int = 4) -> bool:
        """Whether the words after a candidate name put it into a place, or list it with one ("and the hill of X")."""
        tokens = self.tokens
        if end >= last or tokens[end].kind != "word":
            return False
        if tokens[end].norm == AND[0] and end + 2 < last:
            head = look_up(tokens[end + 1].norm)
            if head is None or head.definite or head.particles:
                return False
            return _announces(head) and _may_be_named(tokens[end + 2])
        word = look_up(tokens[end].norm)
        if word is None:
            known = self.names.at(tokens, end, last)
            if known is not None or not most or tokens[end].norm[0] not in AND[0]:
                return known is not None and known.particles in (IN, AND[0])
            # one more name that no table knows, between this one and the place
            bare = replace(tokens[end], norm=tokens[end].norm[1:])
            return is_definite(bare.norm) and not is_common(bare) and self._followed_by_place(end + 1, last, most - 1)
        if word.particles == AND[0] and not word.definite and _announces(word):
            return end + 1 < last and _may_be_named(tokens[end + 1])
        if word.particles == IN and (
            word.kind is not None or "extent" in word.classes or "direction" in word.classes
        ):
            return True
        if "direction" in word.classes and not word.definite:
            return True
        if word.classes.get("link") == "in" and end + 1 < last:
            following = look_up(tokens[end + 1].norm)
            return (
                self.names.at(tokens, end + 1, last) is not None
                or following is not None
                and (
                    following.kind is not None
                    and not following.definite
                    or following.classes.get("extent") == "countryside"
                )
            )
        return word.definite and "adj" in word.classes and "belonging" in word.classes

    def _headed(self, at: int, end: int) -> bool:
        word = look_up(self.tokens[at].norm)
        if end <= at + 1 or word is None or "head" not in word.classes:
            return False
        # "a market for fish" has no name
        return not is_common(self.tokens[at + 1]) and not self.tokens[at + 1].norm.startswith(MERGED_ARTICLE)

    def _other_end(self, end: int, last: int) -> int:
        """The end of a road's name over the second of the two places it joins ("the Baghdad Kirkuk road")."""
        here = end + 1 if end < last and self.tokens[end].norm == "-" else end
        match = self.names.at(self.tokens, here, last)
        return match.end if match is not None and match.cut == 0 and not match.place.ambiguous else end

    def _after_person(self, at: int, floor: int) -> bool:
        """Whether a person's first name stands before a token."""
        before = look_up(self.tokens[at - 1].norm) if at > floor else None
        return before is not None and before.exact and "given" in before.classes

    def _both_ends(self, end: int, last: int) -> int:
        """The end of a road's name over the two places it joins ("the highway Baghdad - Kirkuk"), where both stand."""
        match = self.names.at(self.tokens, end, last)
        if match is None or match.cut or match.end >= last or self.tokens[match.end].norm != "-":
            return end
        other = self._other_end(match.end, last)
        if other > match.end:
            return other
        strange = match.end + 1 < last and is_strange(self.text, self.tokens[match.end + 1])
        return match.end + 2 if strange else end

    def _is_elsewhere(self, match: Match, word: PlaceWord | None) -> bool:
        """Whether a name that is also a word lies only in countries where the article does not play.

        Not of countries and cities, which an article may name wherever it plays (but a city without the article is
        rather the word), nor of a name behind a word of kind.
        """
        before = look_up(self.tokens[match.first - 1].norm) if match.first else None
        if before is not None and before.kind is not None or word is not None and "direction" in word.classes:
            return False
        wide = ("country", "city") if is_definite(self.tokens[match.first].norm) else ("country",)
        if not self.home or any(p.kind in wide for p in match.places):
            return False
        return self.home.isdisjoint([p.country or "" for p in match.places])

    def _countryside_adjectives(self, draft: Draft, end: int, last: int) -> int:
        """Pass over "northern" in "the northern countryside of X": it belongs to the countryside."""
        while draft.extent == "countryside" and end < last:
            word = look_up(self.tokens[end].norm)
            if word is None or not word.definite or "direction_adj" not in word.classes:
                break
            end += 1
        return end

    def _learn(self, at: int, end: int, kind: str | None, norm: str | None = None) -> None:
        words = (norm or self.tokens[at].norm, *(t.norm for t in self.tokens[at + 1 : end]))
        if len(words[0]) > 2:
            self.cued.add(words)
            self.cued_kind.setdefault(words, kind)


def _announces(word: PlaceWord) -> bool:
    """Whether a name comes behind a word: of one kind, of mountains, or of the surroundings of a place."""
    if word.kind is not None:
        return word.kind.number < _PLURAL or word.kind.value == "mountain"
    return word.classes.get("extent") in ("around", "edge", "countryside") and "linked_only" not in word.classes


def _may_be_named(token: Token) -> bool:
    """Whether a name, or the kind of a place, may stand at a token."""
    word = look_up(token.norm)
    if not is_common(token) or word is None:
        return not is_common(token)
    # "the hill of the arm": after a word of kind a common word with the article is a name
    return word.definite and word.classes.keys() == {"common"} or word.kind is not None and not word.definite


def is_led(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether the word before a name says that it is a place: "the capital", "south of", "around"."""
    word = look_up(tokens[draft.first - 1].norm) if draft.first else None
    return word is not None and not {"capital", "direction", "extent"}.isdisjoint(word.classes)
