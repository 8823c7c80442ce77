"""Clauses around a verb of speech: where they begin and end, what may part it from its subject, what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import without_article
from sijill.documents import Token
from sijill.extract.speech.names import Names
from sijill.extract.speech.parts import QUOTE
from sijill.extract.speech.phrases import phrase_at

# tokens from a verb of speech to "its responsibility"
_TO_CLAIM: Final = 9
_SPEECH: Final = ("say", "weak", "told", "record", "noun")
# tokens from "to" to the end of an outlet's name in quotes
_OUTLET: Final = 8
# tokens from who says it to "to deny"
_TO_SAYING: Final = 9


class Clauses(Names):
    """Reads what stands around the verbs of speech of one document."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.joins = "".join(sorted(self.lex.joins))

    def joined_at(self, at: int) -> bool:
        """Whether a verb is joined to what goes before, itself or by its particle."""
        if self.tokens[at].key in self.lex.joined:
            return True
        before = self.tokens[at - 1] if at else None
        return before is not None and before.norm[0] in self.lex.joins and (
            before.norm[1:] in self.lex.sets["before_verb"])

    def resumes(self, at: int, first: int, last: int) -> bool:
        """Whether a verb behind a pause tells what others say in a sentence that opens with "while" somebody says."""
        tokens, lex = self.tokens, self.lex
        if at <= first + 1 or tokens[at - 1].norm not in lex.sets["pause"] or not any(
                lex.has("turn", tokens[k]) for k in (first, first + 1)):
            return False
        here = self.pass_adverbs(at + 1, last)
        return here < last and phrase_at(tokens, here, last) is not None

    def opens(self, at: int) -> bool:
        """Whether a clause begins at a token."""
        before = self.tokens[at - 1]
        return before.kind == "mark" or self.lex.has("clause", before) or (
            self.lex.has("adverb", before) or before.key in self.lex.cues) or (
            before.key in self.lex.sets["opening"])

    def clause_start(self, at: int, first: int) -> int:
        """Where the clause begins on which a source is hung: behind the pause before it, or the sentence."""
        pauses = self.lex.sets["pause"]
        return next((k + 1 for k in range(at - 2, first, -1) if self.tokens[k].norm in pauses), first)

    def relative_end(self, at: int, end: int, last: int) -> int:
        """Where a statement ends: in a relative clause at its first pause, else with the sentence.

        A claim is of one deed: what "while" goes on with is nobody's claim.
        """
        if self._claims(at, last):
            return next((k for k in range(end, last) if self.lex.has("turn", self.tokens[k]) or (
                self.tokens[k].key in self.lex.sets["as"])), last)
        if not at or not self.lex.has("relative", self.tokens[at - 1]):
            return last
        return next((k for k in range(end, last) if self.tokens[k].norm in self.lex.sets["pause"]), last)

    def _claims(self, at: int, last: int) -> bool:
        """Whether a deed is what a verb of speech claims: "A announced its responsibility for"."""
        for token in self.tokens[at : min(at + _TO_CLAIM, last)]:
            if self.lex.has("claiming", token) or self.lex.has("opening", token):
                return self.lex.has("claiming", token)
        return False

    def pass_adverbs(self, at: int, last: int) -> int:
        """The token behind adverbs, numbers, brackets and outlets that were told, by which a subject may be parted."""
        tokens, lex = self.tokens, self.lex
        while at < last:
            token = tokens[at]
            if token.norm == "(":
                close = next((k for k in range(at, min(last, at + 8)) if tokens[k].norm == ")"), None)
                if close is None:
                    return at
                at = close + 1
            elif (told := self._told_to(at, last)) > at:
                at = told
            elif lex.has("adverb", token) or token.kind == "number" or token.norm in lex.sets["pause"] or (
                    token.norm in "/-"):
                at += 1
            elif token.key in lex.sets["within"] and at + 1 < last and lex.has("occasion", tokens[at + 1]):
                at += 2
                if at < last and tokens[at].key in lex.qualifiers and tokens[at - 1].kind == "word":
                    at += 1  # "at a press conference"
            elif lex.has("pointer", token) and at + 1 < last and tokens[at + 1].key in lex.anaphors:
                at += 1
            elif token.key in lex.sets["via"] and at + 2 < last:
                at += 2
                while at < last and tokens[at].norm.endswith(lex.relation) and (
                        phrase_at(tokens, at, last) is None):
                    at += 1
            else:
                return at
        return at

    def _told_to(self, at: int, last: int) -> int:
        """The end of the outlet that a statement was made to, which stands before who made it: "told PAPER sources"."""
        token = self.tokens[at]
        if token.norm not in self.lex.sets["to"] or at + 2 >= last or self.tokens[at + 1].norm != QUOTE:
            return at
        return next((k + 1 for k in range(at + 3, min(last, at + _OUTLET)) if self.tokens[k].norm == QUOTE), at)

    def is_speech(self, at: int) -> bool:
        """Whether a word is a verb of speech, or a noun of it."""
        return self.lex.cues.get(self.tokens[at].key) in _SPEECH and self.tokens[at].kind == "word"

    def says_that(self, at: int, stop: int) -> bool:
        """Whether "that", a participle of speech, a quotation or a colon stands at one of some tokens."""
        for here in range(at, stop):
            token = self.tokens[here]
            if self.lex.has("that", token) or token.norm in (QUOTE, ":") or self.lex.has("carry", token):
                return True
        return False

    def opens_clause(self, at: int, stop: int) -> bool:
        """Whether a clause of saying, a quotation or a colon begins at one of some tokens."""
        return any(self.tokens[k].key in self.lex.sets["opening"] or self.tokens[k].norm in (QUOTE, ":")
                   for k in range(at, stop))

    def goes_on_to_say(self, at: int, last: int) -> bool:
        """Whether "to" and a noun of saying stand behind a subject ("hastened in a statement to deny")."""
        return any(self.tokens[k].key in self.lex.sets["ascribed_to"] and (
            without_article(self.tokens[k + 1].key) in self.lex.sets["noun"])
            for k in range(at, min(last - 1, at + _TO_SAYING)))
