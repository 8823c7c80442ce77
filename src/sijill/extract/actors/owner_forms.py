"""Forms of owners: what articles, cases and plurals say of whether a word behind a head word is whose the head is.

"The forces" have no owner "the rebels" behind them, nor have "gunmen" in the form that keeps its noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import FOR, FOR_THE, key, without_article
from sijill.arabic.folding import raw_offset
from sijill.arabic.inflection import HAMZAS
from sijill.documents import Document
from sijill.extract.actors.bare_heads import ACCUSATIVE, AIR, MEN, NOUNS, are_men, men_in_plural
from sijill.extract.tables.actor_rows import Sense
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.registry import ARTICLE, Registry

BRANCH: Final = {"force": "army", "air": "air", "airdefence": "airdefence", "police": "police", "gov": "gov",
                 "fighter": "army", "irregular": "army"}
"""The branch of a state that a group of head words means."""
FORCE: Final = "force"
"""The group of head words for soldiers, their units and arms."""
DEFINITE: Final = ("force", "irregular", "air", "airdefence", "police")
"""Groups of heads that are no titles: "the leader A" is one person."""
_GOV: Final = "gov"
_EITHER: Final = "both"
_AND: Final = "و"
# tokens of a model's name in quotes, and the marks between the letters and the number of one
_QUOTED: Final = 6
_IN_MODELS: Final = ('"', "-")
_LETTER: Final = 2  # letters of the name of one


class OwnerForms:
    """Reads the forms of a head word, which begins at token `start`, and of the words behind it."""

    def __init__(self, known: Registry, document: Document, start: int, stop: int, group: str, cut: int) -> None:
        assert document.tokens is not None
        self.known, self.document, self.text, self.tokens = known, document, document.text, document.tokens
        self.start, self.stop, self.group, self.cut = start, stop, group, cut

    def says_what_sort(self, here: int) -> bool:
        """Whether a word for men says of what sort an aircraft is, or something behind an army ("a suicide drone").

        Or it is a belt that blows up, which a side that is called after its belt does not own.
        """
        if here + 1 < self.stop and deed_words().has(self.tokens[here + 1].key, "blasting"):
            return True
        if not self.known.is_link("adjectival", self.tokens[here].key):
            return False
        return self.group == AIR or self.group == FORCE and self.is_definite(self.start) > self.is_definite(here)

    def is_deed(self, here: int) -> bool:
        """Whether a word behind an accusative, which has no owner, is one for a deed ("a gunman opened fire")."""
        hit = lexicon().hit(self.tokens[here].norm)
        return hit is not None and hit.form == _EITHER and self.tokens[here - 1].norm.endswith(ACCUSATIVE)

    def is_definite(self, at: int) -> bool:
        """Whether a word has the article, be it the head behind its particles."""
        token, cut = self.tokens[at], self.cut if at == self.start else 0
        if token.norm.startswith(FOR_THE):
            return True
        # "brigades" begin with the letters of the article once folded
        first = token.start + raw_offset(self.text[token.start : token.end], cut)
        return token.norm.startswith(ARTICLE, cut) and self.text[first] not in HAMZAS

    def is_object(self, here: int) -> bool:
        """Whether men told in a plural do not agree with a definite head of things: "the forces bombed the rebels".

        What ends in a word with the article is definite too ("the forces of security").
        """
        word = self.tokens[self.start].norm[self.cut :]
        return (self.group in BRANCH and self.group not in MEN
                and (self.is_definite(self.start) or self.is_definite(here - 1))
                and men_in_plural(self.tokens[here].norm) and not are_men(self.known, word))

    def is_another_side(self, here: int, end: int, senses: Sequence[Sense]) -> bool:
        """Whether what stands behind a definite body, or a long title, is no adjective of it: "the army the Guards"."""
        head = self.tokens[self.start].norm[self.cut :]
        body = here - 1 == self.start and self.known.is_link("body", key(without_article(head)))
        # "the rebels (accuse) the government" are two
        men = here - 1 == self.start and self.is_full_plural(here - 1) and self.known.head_words.get(
            key(without_article(self.tokens[here].norm)), MEN[0]) not in MEN
        if men and self.is_definite(here - 1) and self.is_definite(here):
            return True
        titled = self.group == _GOV and here - 1 > self.start and not any(self.known.ruling(s.actor) for s in senses)
        return ((body or titled) and self.is_definite(here - 1)
                and not (end == here + 1 and self.is_definite(here) and not self.is_full_plural(here)))

    def names_soldiers(self) -> bool:
        """Whether the head is one for soldiers: those "from" a country are its own."""
        first = without_article(self.tokens[self.start].norm[self.cut :])
        return self.group == FORCE and self.known.is_link("men", key(first))

    def is_invaded(self, here: int) -> bool:
        """Whether a country stands right behind a definite adjective: "the foreign forces invaded" it."""
        found = self.known.book.longest_at(self.tokens, here, self.stop)
        return found is not None and not found[2] and found[3][0].kind == "country" and self.is_definite(here - 1)

    def may_be_a_states(self) -> bool:
        """Whether the head has the article and is one for forces, as a state's are called, and no militias."""
        return self.group in DEFINITE and self.group != "irregular" and self.is_definite(self.start)

    def keeps_its_noun(self, at: int) -> bool:
        """Whether a head is an indefinite sound plural that no owner follows."""
        return not self.is_definite(at) and self.is_full_plural(at)

    def is_in_other_case(self, at: int) -> bool:
        """Whether two sound plurals side by side do not agree: "the gunmen" (who killed) "the captives"."""
        words = [self.tokens[i].norm for i in (at - 1, at)]
        return all(map(self.is_full_plural, (at - 1, at))) and words[0][-2:] != words[1][-2:]

    def is_full_plural(self, at: int) -> bool:
        """Whether a word is a sound plural that keeps its noun, as none does before an owner."""
        return self.tokens[at].norm.endswith(NOUNS)

    def past_a_model(self, here: int) -> int:
        """The token after the model of what a head is for ("of the type F 16", in quotes or not), or `here`.

        Without quotes it is one only where a nationality or a word of belonging stands behind it.
        """
        tokens, stop = self.tokens, self.stop
        for close in range(here + 2, min(stop, here + _QUOTED) if tokens[here].norm == '"' else 0):
            if tokens[close].norm == '"':
                return close + 1 if any(t.kind != "word" for t in tokens[here + 1 : close]) else here + 1
        at = here + 2 if here + 2 < stop and self.known.is_link("of_type", tokens[here + 1].key) else here
        if not (at > here or self._is_model(at)):
            return here
        end = at
        while end < stop and (tokens[end].kind in ("number", "latin") or tokens[end].norm in _IN_MODELS or (
                self._is_model(end))):
            end += 1
        owned = at < end < stop and (self.known.nationality(tokens, end, stop) is not None
                                     or self.known.is_link("tied", tokens[end].key) or tokens[end].norm.startswith(FOR))
        return end if owned else here

    def _is_model(self, at: int) -> bool:
        """Whether a word is one for a model of aircraft, "and" or the article before it too."""
        word = self.tokens[at].norm.removeprefix(_AND)
        # "a thousand" and "thousands" are written as the letter F would be with the article
        letter = word.startswith(ARTICLE) and len(word) <= len(ARTICLE) + _LETTER
        return not letter and self.known.is_link("model", key(word))
