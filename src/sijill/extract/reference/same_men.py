"""The same men: "the gunmen" are of the side that "gunmen of A" before were of, "a group of them" of that of the men
named last, and "the attackers" of that of who attacked."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, key
from sijill.arabic.inflection import NOMINATIVE, OBLIQUE
from sijill.documents import ActorMention, Document
from sijill.extract.actors.bare_heads import NOUNS, are_men
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.tables.lexicon import word_classes
from sijill.extract.tables.registry import ARTICLE, registry

_NEAR: Final = 2  # sentences from the men told with their side to the bare word for them
_BARE: Final = "head."
_PARTISAN: Final = "loaded"
_OF_NOBODY: Final = ("UNIDENTIFIED", "CIV", "COUNTRY:")


class SameMen:
    """Remembers of which side the men were that a text tells of, by the word for them."""

    def __init__(self, document: Document, sentence_of: list[int]) -> None:
        assert document.tokens is not None
        self._tokens, self._sentence_of = document.tokens, sentence_of
        self._told: dict[str, tuple[int, str]] = {}
        self._last: tuple[int, str] | None = None
        self._attacking: tuple[int, str] | None = None

    def note(self, at: int, mention: ActorMention, chosen: str) -> None:
        """Remember the side of men who are told with it, and of the last men; men told without any are others."""
        first = self._tokens[mention.first]
        if are_men(registry(), first.norm) or mention.kind == _PARTISAN:
            self._last = self._sentence_of[at], chosen
        if self._attacks(mention):
            self._attacking = self._sentence_of[at], chosen
        word = _word(head_forms(first.norm)[1])
        if chosen.startswith(_OF_NOBODY):
            self._told.pop(word, None)
        elif mention.last > mention.first + 1:
            self._told[word] = self._sentence_of[at], chosen

    def of_them(self, at: int, mention: ActorMention) -> str | None:
        """The side of men without an owner behind whom "of them" stands: of the men named last in the sentence."""
        behind = self._tokens[mention.last] if mention.last < len(self._tokens) else None
        bare = mention.rule.startswith(_BARE) and behind is not None and registry().is_link("some_of_them", behind.key)
        return self._last[1] if bare and self._last is not None and self._last[0] == self._sentence_of[at] else None

    def attackers(self, at: int, mention: ActorMention) -> str | None:
        """The side of "the attackers": who stood behind the last verb of attack, if near."""
        told = self._attacking if registry().is_link("attackers", self._tokens[mention.first].key) else None
        return told[1] if told is not None and self._sentence_of[at] - told[0] <= _NEAR else None

    def _attacks(self, mention: ActorMention) -> bool:
        """Whether a side stands right behind a verb of attack that opens its clause: its subject in 30 of 33."""
        verb = mention.first - 1
        if verb < 0 or not registry().is_link("attacks", self._tokens[verb].key):
            return False
        return verb == 0 or self._tokens[verb - 1].kind == "mark" or self._tokens[verb].norm[0] in CONJUNCTIONS

    def side(self, at: int, mention: ActorMention) -> str | None:
        """The side of a bare definite plural for men, by the last men of that word who are told with one, if near.

        So in 17 of 20 in training; behind two sentences, and of "forces" and "groups", others are as often meant.
        """
        bases, bare = head_forms(self._tokens[mention.first].norm)
        if mention.last > mention.first + 1 or not any(base.startswith(ARTICLE) for base in bases) or not (
                bare.endswith(NOUNS) or registry().is_link("men", key(bare))):
            return None
        behind = self._tokens[mention.last] if mention.last < len(self._tokens) else None
        if behind is not None and "relative" in (word_classes().get(behind.norm) or ()):
            return None
        told = self._told.get(_word(bare))
        return told[1] if told is not None and self._sentence_of[at] - told[0] <= _NEAR else None


def _word(bare: str) -> str:
    """A word for men without the ending of its plural, be it alone or before an owner."""
    for ending in (NOMINATIVE, OBLIQUE, NOMINATIVE[0], OBLIQUE[0]):
        if bare.endswith(ending):
            return bare[: -len(ending)]
    return bare
