"""Names: the words of a person's name call up the speaker whose office was given with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FOR, without_article
from sijill.documents import Token
from sijill.extract.speech.phrases import Phrase, phrase_at
from sijill.extract.speech.words import SpeechWords, speech_words

# tokens of the place where an office is held, and up to the end of the name that is set off behind it
_SEAT: Final = 2
_SET_OFF: Final = 6
# words of a name
_NAME: Final = 6
# tokens of the longest office, and of a surname with one or two given names between
OFFICE: Final = 14
_GIVEN: Final = 2
_PARTICLES: Final = CONJUNCTIONS + FOR + BY
# letters of a word that is too short for a name
_SHORT: Final = 2


@dataclass(slots=True)
class Said:
    """A speaker in hand: offsets, kind, registry id, and how it was found."""

    start: int
    end: int
    kind: str
    actor_id: str | None
    rule: str


class Names:
    """The names by which the speakers of one document go, as far as it has been read."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lex: SpeechWords = speech_words()
        self.names: dict[str, Said] = {}

    def learn_names(self, said: Said, at: int, last: int) -> None:
        """Have the words of a person's name behind an office, at a token or set off, call its holder up again."""
        pauses = self.lex.sets["pause"]
        here = at + 1 if at < last and self.tokens[at].norm in pauses else at
        stop = here
        while stop < min(last, here + _NAME):
            token = self.tokens[stop]
            if stop == here and token.kind == "word" and token.norm[0] in self.lex.sets["with"] and (
                    not self.lex.has("that", token)):
                here = stop = stop + 1  # where the office is held stands before the name
                continue
            if self._ends_name(stop):
                break
            stop += 1
        self.remember_names(said, here, stop)
        if here == at < stop < last and stop - here <= _SEAT and self.tokens[stop].norm in pauses:
            close = next((k for k in range(stop + 1, min(last, stop + _SET_OFF))
                          if self.tokens[k].norm in pauses or self.lex.has("opening", self.tokens[k])), None)
            if close is not None and not any(self.outside_name(self.tokens[k]) for k in range(stop + 1, close)):
                self.remember_names(said, stop + 1, close)  # set off behind where the office is held

    def _ends_name(self, at: int) -> bool:
        """Whether the word at a token is none of a name; a rank, what stands behind one and a given name are."""
        token = self.tokens[at]
        if token.kind != "word" or self.lex.has("that", token) or token.norm[0] in self.lex.bound:
            return True
        if token.key in self.lex.cues:
            return True
        ranked = token.key in self.lex.ranks or self.tokens[at - 1].key in self.lex.ranks
        return self.lex.has("outside", token) and not (ranked or self.lex.has("given", token))

    def outside_name(self, token: Token) -> bool:
        """Whether a token is no word of a name."""
        return token.kind != "word" or self.lex.has("outside", token) or token.key in self.lex.cues

    def remember_names(self, said: Said, at: int, stop: int) -> None:
        """Have the words of a name call its bearer up, with the article or without, its two parts written as one."""
        for here in range(at, stop):
            token = self.tokens[here]
            if token.kind != "word" or len(token.norm) <= _SHORT or self.lex.has("adverb", token) or (
                    token.key in self.lex.ranks):
                continue
            for name in (token.key, without_article(token.key)):
                if len(name) > _SHORT:
                    self.names[name] = said
            if here > at and self.lex.has("first_part", self.tokens[here - 1]):
                self.names[self.tokens[here - 1].key + token.key] = said

    def bearer(self, at: int) -> Said | None:
        """Who goes by the name that begins at a token."""
        token = self.tokens[at]
        if self.lex.has("first_part", token) and at + 1 < len(self.tokens):
            return self.names.get(token.key + self.tokens[at + 1].key)
        return self.names.get(token.key) or self.names.get(without_article(token.key))

    def office_before(self, at: int) -> Phrase | None:
        """The whole office right before a surname at a token, over one or two given names.

        "The deputy of the minister A B" is the deputy; "the minister the envoy A B", met by the minister, the envoy.
        """
        found: Phrase | None = None
        for here in range(at - 2, max(0, at - OFFICE) - 1, -1):
            phrase = phrase_at(self.tokens, here, at, _PARTICLES)
            if phrase is None or not 0 < at - phrase.last <= _GIVEN or any(
                    self.outside_name(name) and name.key not in self.lex.ranks
                    for name in self.tokens[phrase.last : at]):
                continue
            found = phrase if phrase.rule == "role" else None
            before = self.tokens[here - 1].norm if here else ""
            if without_article(before) != before:
                break
        return found
