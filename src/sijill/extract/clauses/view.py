"""A working view of one document: what stands at each token, so that choices can look around cheaply."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS, key
from sijill.arabic.folding import is_marked_object
from sijill.arabic.tokens import BREAKS, OPENING
from sijill.documents import CasualtyMention, Document, Factuality, TimeMention
from sijill.encoder.reading import Reading
from sijill.extract.reference.reference import Resolved
from sijill.extract.speech.words import speech_words
from sijill.extract.tables.classed_words import SeveralTables, together
from sijill.extract.tables.lexicon import VERBS, Hit, lexicon, word_classes
from sijill.extract.tables.place_words import TANWIN
from sijill.replacing import replace

OPENERS: Final = frozenset(("relative", "subordinate"))
"""The classes of words that begin a clause."""
_SAID: Final = 9
"""Tokens from a quoted word back to the verb of saying."""
_NONE: Final[frozenset[str]] = frozenset()


class View:
    """Layers of a document indexed by token: hits of the trigger lexicon, mentions, classes, clauses.

    `classes` are those of words.tsv, `undoing`, `taking` and `untold` those of undone_words.tsv, taking_words.tsv
    and no_event_words.tsv.
    """

    def __init__(self, document: Document, sides: tuple[Resolved, ...]) -> None:
        assert document.tokens is not None and document.sentences is not None
        self.document = document
        self.reading: Reading | None = None
        """What the encoder has said, once it has read."""
        self.tokens = document.tokens
        self.sentences = document.sentences
        self.actors = document.actors or ()
        self.places = document.places or ()
        self.sides = sides
        count = len(self.tokens)
        self.sentence_at = [0] * count
        for number, sentence in enumerate(self.sentences):
            for at in range(sentence.first, sentence.last):
                self.sentence_at[at] = number
        self.actor_at = [-1] * count
        for number, actor in enumerate(self.actors):
            for at in range(actor.first, actor.last):
                self.actor_at[at] = number
        self.place_at = [-1] * count
        for number, place in enumerate(self.places):
            for at in range(place.first, min(place.last, count)):
                self.place_at[at] = number
        self.classes: list[frozenset[str]] = [_NONE] * count
        for first, end, _, _, group in word_classes().scan(self.tokens):
            for at in range(first, end):
                self.classes[at] = group
        self.hits: list[Hit | None] = [None] * count
        look = lexicon().hit
        for at, token in enumerate(self.tokens):
            if token.kind == "word":
                hit = look(token.norm)
                self.hits[at] = replace(hit, form=self._spelled_alike(at)) if hit and hit.form == "both" else hit
        tables = together("undone_words.tsv", "taking_words.tsv", "no_event_words.tsv")
        self.undoing, self.taking, self.untold = tables.of_each([token.key for token in self.tokens])
        self._read_marked(tables)
        self._classes_in: dict[int, frozenset[str]] = {}
        self._undoing_in: dict[int, frozenset[str]] = {}
        self.clause_at = self._clauses()
        self._starts = [t.start for t in self.tokens]
        self.counted = {number.last: number for number in document.numbers or ()}
        """The number right in front of a token."""
        self.number_from = {number.first: number for number in document.numbers or ()}
        """The number that begins at a token."""
        self.time_from = {time.start: time for time in reversed(document.times or ())}
        """The time that begins at a raw offset."""
        self._times_in: dict[int, list[TimeMention]] = {}
        for time in document.times or ():
            self._times_in.setdefault(self.sentence_at[self.token_at(time.start)], []).append(time)
        self._tolls_in: dict[int, list[CasualtyMention]] = {}
        self._tolls_of: dict[int, list[CasualtyMention]] = {}
        for toll in document.casualties or ():
            self._tolls_in.setdefault(self.sentence_at[self.token_at(toll.start)], []).append(toll)
            self._tolls_of.setdefault(self.token_at(toll.trigger_start), []).append(toll)
        self.said: dict[tuple[int, str, bool], tuple[Factuality, str] | None] = {}
        """What a construction says outright of a word, as `triggers.factuality.said` has found it."""

    def _read_marked(self, tables: SeveralTables) -> None:
        """An indefinite object with its mark, which folding takes off, is in the classes of the one without it."""
        marked = [at for at, token in enumerate(self.tokens) if token.kind == "word" and is_marked_object(
            self.document.text[token.start : token.end])]
        norms = [self.tokens[at].norm + TANWIN for at in marked]
        for own, found in zip((self.undoing, self.taking, self.untold), tables.of_each(map(key, norms)), strict=True):
            for at, classes in zip(marked, found, strict=True):
                own[at] |= classes
        for at, norm in zip(marked, norms, strict=True):
            found_at = word_classes().longest_at([replace(self.tokens[at], norm=norm)], 0, 1)
            if not self.classes[at] and found_at is not None:
                self.classes[at] = found_at[3]

    def _spelled_alike(self, at: int) -> str:
        """Perfect or verbal noun of one spelling: a verb where a clause begins, a noun elsewhere."""
        if at == self.sentences[self.sentence_at[at]].first:
            return "perfect"
        token = self.tokens[at]
        if token.norm[0] in CONJUNCTIONS and at + 1 < len(self.tokens):
            return "perfect" if self.tokens[at + 1].norm.startswith(ARTICLE) or self.actor_at[at + 1] >= 0 else "noun"
        before = self.tokens[at - 1]
        if before.kind == "mark":
            return "perfect" if before.norm not in OPENING or self._opens_a_statement(at) else "noun"
        after = at > 1 and "subordinate" in self.classes[at - 1] and "after" in self.classes[at - 2]
        return "perfect" if after or "before_verb" in self.classes[at - 1] else "noun"

    def _opens_a_statement(self, at: int) -> bool:
        """Whether a word begins what somebody says in quotes, no "that" before them: 7 of 7 were verbs in training."""
        first, cues = self.sentences[self.sentence_at[at]].first, speech_words().cues
        said = range(at - 2, max(first, at - _SAID) - 1, -1)
        return bool(said) and "subordinate" not in self.classes[at - 2] and any(
            cues.get(self.tokens[i].key) == "say" for i in said)

    def _clauses(self) -> list[int]:
        out: list[int] = []
        clause = 0
        last_sentence = -1
        for at, token in enumerate(self.tokens):
            if self.sentence_at[at] != last_sentence:
                clause += 1
                last_sentence = self.sentence_at[at]
            elif (
                token.kind == "mark"
                and token.norm in BREAKS
                or (token.kind == "word" and not OPENERS.isdisjoint(self.classes[at]))
            ):
                clause += 1
            else:
                hit = self.hits[at]
                if (
                    hit is not None
                    and hit.particles[:1] in tuple(CONJUNCTIONS)
                    and hit.form in VERBS
                ):
                    clause += 1
            out.append(clause)
        return out

    def classes_in(self, number: int) -> frozenset[str]:
        """The classes of words.tsv that the words of a sentence have: the first question of who seeks one of them."""
        return self._of_sentence(number, self.classes, self._classes_in)

    def undoing_in(self, number: int) -> frozenset[str]:
        """The classes of undone_words.tsv that the words of a sentence have."""
        return self._of_sentence(number, self.undoing, self._undoing_in)

    def _of_sentence(self, number: int, of_words: list[frozenset[str]], known: dict[int, frozenset[str]]
                     ) -> frozenset[str]:
        """The classes that any word of a sentence has, by those of each word; kept in `known`."""
        found = known.get(number)
        if found is None:
            sentence = self.sentences[number]
            found = known[number] = _NONE.union(*of_words[sentence.first : sentence.last])
        return found

    def times_in(self, number: int) -> Sequence[TimeMention]:
        """The times that begin in a sentence, in the order of the text."""
        return self._times_in.get(number, ())

    def tolls_in(self, number: int) -> Sequence[CasualtyMention]:
        """The tolls of a sentence, in the order of the text."""
        return self._tolls_in.get(number, ())

    def tolls_of(self, at: int) -> Sequence[CasualtyMention]:
        """The tolls that the word at a token tells."""
        return self._tolls_of.get(at, ())

    def token_at(self, offset: int) -> int:
        """The token that holds a raw offset, or the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)


def is_verb(view: View, at: int) -> bool:
    """Whether a word may be a verb that tells an event."""
    hit = view.hits[at]
    return hit is not None and hit.form in VERBS


def undoes(view: View, at: int, name: str) -> bool:
    """Whether the word at a token, its particles off, is of a class of undone_words.tsv."""
    return name in view.undoing[at]
