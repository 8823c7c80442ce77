"""Told words: what the words of a mention say of its side, whichever that is: that it flies, governs or is counted."""

from __future__ import annotations

from typing import Final

from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import head_forms, head_word_group
from sijill.extract.reference.told_sides import UNNAMED_AIR, ToldSides
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import word_classes

_AIR, _GOVERNMENT = "air", "gov"
_COMPOSED: Final = "composed"
_TEN: Final = 10  # up to ten are told in the plural
_KURDISH: Final = "kurdish"


class ToldWords(ToldSides):
    """Reads the words of mentions, and what has been told right before them."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._past_ten = frozenset([number.last for number in document.numbers or () if (number.low or 0) > _TEN])

    def is_a_people(self, mention: ActorMention) -> bool:
        """Whether a mention is one word for a people who have no state ("the Kurds")."""
        return mention.last == mention.first + 1 and deed_words().has(self.tokens[mention.first].key, _KURDISH)

    def is_counted(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one for an armed man, counted by more than ten: "20 gunmen"."""
        return mention.first in self._past_ten and self.known.is_link("armed", self.tokens[mention.first].key)

    def fought_just_now(self, at: int) -> bool:
        """Whether an armed group was told in the sentence of mention `at` or the one before."""
        sentence_of = self.setting.sentence_of
        return any(sentence_of[at] - sentence_of[last] <= 1 for one, last in self.last.items()
                   if self._fights_alone(one))

    def governs(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one for a government, and the mention no composition."""
        return not mention.rule.startswith(_COMPOSED) and head_word_group(self.document, mention) == _GOVERNMENT

    def flies(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one for aircraft."""
        return self.known.head_words.get(head_forms(self.tokens[mention.first].norm)[1]) == _AIR

    def nobodys(self, mention: ActorMention) -> bool:
        """Whether aircraft are said to be such as rebels have: a suicide drone is not of the state where it fell."""
        return self.flies(mention) and any(
            self.known.is_link("no_states", token.key) for token in self.tokens[mention.first : mention.last])

    def flown_here(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """For aircraft of nobody, in a land that has none, those that fly there: in 27 of 27 of the gold's they did."""
        met = self.known.stand_ins.met(self.setting.main[0], _AIR) if self.setting.main else None
        if met is None or mention.kind == "name" or self.nobodys(mention):
            return pool
        return {met if one == UNNAMED_AIR else one: how for one, how in pool.items()}

    def unknown(self, mention: ActorMention) -> bool:
        """Whether it is not known whose a mention is ("aircraft of which is not known whether they are A's or B's")."""
        behind = self.tokens[mention.last : mention.last + 2]
        return len(behind) > 1 and "not" in (word_classes().get(behind[0].norm) or ()) and deed_words().has(
            behind[1].key, "is_known")
