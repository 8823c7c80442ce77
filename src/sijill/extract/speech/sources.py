"""Sources hung on a clause: "according to X", "X:", "as X announced of it", and whose word they passed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.documents import Token
from sijill.extract.speech.names import Said
from sijill.extract.speech.parts import QUOTE
from sijill.extract.speech.phrases import Phrase, phrase_at
from sijill.extract.speech.subjects import DESCRIBED, Subjects

_NEWS: Final = ("media", "state_media")


@dataclass(slots=True)
class Scope:
    """A stretch of tokens told on a speaker's word."""

    said: Said
    first: int
    last: int
    rule: str
    outer: bool = False


class Sources(Subjects):
    """Lays the scopes of speakers who are named without a verb of speech."""

    def __init__(self, tokens: Sequence[Token], publisher: str | None) -> None:
        super().__init__(tokens)
        self.own = self.lex.published_by(publisher)
        self.scopes: list[Scope] = []
        self.previous: tuple[int, int] | None = None
        self.outer: tuple[Said, ...] = ()
        self.open_quote: tuple[Said, ...] = ()

    def _headed(self, found: list[Scope], first: int, last: int) -> int:
        """A sentence that a speaker heads (X: so and so)."""
        reach = range(first + 1, min(last - 1, first + 12))
        colon = next((k for k in reach if self.tokens[k].norm == ":"), None)
        phrase = phrase_at(self.tokens, first, colon) if colon is not None else None
        if colon is None or phrase is None or phrase.last != colon or phrase.rule not in DESCRIBED:
            return first
        said = self.known(phrase)
        found.append(Scope(said, colon + 1, last, "headed"))
        self.current = said
        return colon + 1

    def _source(self, found: list[Scope], at: int, first: int, last: int) -> int:
        """A source hung on its clause (according to X): it covers the sentence."""
        tokens, lex = self.tokens, self.lex
        word = tokens[at].key
        if word in lex.sets["as"] and (
                at == first or at + 1 >= last or lex.cues.get(tokens[at + 1].key) != "say"):
            return at + 1
        if word in lex.sets["after_on"] and (at == first or tokens[at - 1].key not in lex.sets["on"]):
            return at + 1
        said, end = self._cited(at, last)
        if said is None:
            return end
        if word in lex.sets["on_what"] and self.says_that(end, min(last, end + 1)):
            return at + 1  # "in answer to what A said was an attack"
        if word in lex.sets["as"] and self.says_that(end, min(last, end + 3)):
            self._cut(found, at)
            found.append(Scope(said, at, last, "say.as"))
            self.current = said
            return end
        if word in lex.sets["citing"] and any(not s.outer and s.last > at for s in found):
            found.append(Scope(said, at, last, "relayed"))
            return end
        if at == first and end >= last - 1 and self.previous is not None:
            found.append(Scope(said, *self.previous, "source.after", outer=True))
            return end
        stop = next((k for k in range(end, last) if lex.has("turn", tokens[k]) or lex.aside(tokens, k + 3)), last)
        if said.kind not in _NEWS and any(not s.outer and s.first < at < s.last for s in found):
            first = self.clause_start(at, first)
        found.append(Scope(said, first, stop, "source", outer=True))
        found.extend(Scope(other, first, stop, "source.with", outer=True)
                     for other in self.joined(end, last))
        inner = self._relayed(end, min(last, end + 5))
        if inner is not None:
            found.append(Scope(inner[0], first, stop, "source.relayed", outer=True))
            end = inner[1]
        if not any(not s.outer for s in found):
            self.current = found[-1].said
        return end

    def _cited(self, at: int, last: int) -> tuple[Said | None, int]:
        """Who is named behind a word that hangs a source on its clause, and the token behind it."""
        tokens, lex = self.tokens, self.lex
        fallback: Phrase | None = None
        said: Said | None = None
        here = end = at + 1
        while here < min(last, at + 9):
            token = tokens[here]
            if token.kind == "mark" and token.norm not in (QUOTE, "'"):
                break
            passed = lex.has("link", token) or lex.has("adverb", token) or token.key in lex.told_it or (
                self.is_speech(here) or lex.has("pointer", token))
            phrase = phrase_at(tokens, here, last, lex.bound)
            if phrase is not None and phrase.kind in _NEWS and token.norm[0] in lex.sets["to"] and (
                    self.is_speech(here - 1)):
                here = phrase.last  # told "to" an outlet
                continue
            if phrase is not None and passed and here + 1 < last:
                fallback = fallback or phrase
            elif phrase is not None:
                said, end = self.known(phrase), phrase.last
                self.learn_names(said, end, last)
                break
            elif not passed and token.kind != "mark":
                said = self.bearer(here)
                if said is not None:
                    end = here + 1
                elif token.key in lex.sets["own_word"]:
                    said, end = self.current, here + 1
                elif self.is_speech(here - 1) or tokens[here - 1].key in lex.told_it:
                    said, end = self.titled(here, last)
                break
            here += 1
        if said is None and fallback is not None:
            said, end = self.known(fallback), fallback.last
        return (None, at + 1) if said is None else (said, end)

    def _published(self, found: list[Scope], at: int, last: int) -> int:
        """A news body that passed a statement on: outside whoever made the statement."""
        here = self.pass_adverbs(at + 1, last)
        phrase = phrase_at(self.tokens, here, last) if here < last else None
        if phrase is None or phrase.kind not in {*_NEWS, "belligerent"} or not found:
            return at + 1
        found.append(Scope(self.known(phrase), found[-1].first, found[-1].last, "published", outer=True))
        return phrase.last

    def _what(self, found: list[Scope], at: int, first: int, last: int) -> int:
        """What X announced of a thing is on X's word; not where it is denied, or the facts are otherwise."""
        tokens, lex = self.tokens, self.lex
        here = self.pass_adverbs(at + 1, last)
        phrase = phrase_at(tokens, here, last) if here < last else None
        if phrase is None or not self.says_that(phrase.last, min(last, phrase.last + 5)):
            return at + 1
        if any(lex.has("gainsays", tokens[k]) for k in range(max(first, at - 6), at)):
            return phrase.last
        said = self.known(phrase)
        stop = next((k for k in range(phrase.last, last) if tokens[k].norm in lex.sets["pause"]), last)
        found.append(Scope(said, at, stop, "what"))
        self.learn_names(said, phrase.last, last)
        return phrase.last

    def _appears(self, found: list[Scope], at: int, last: int) -> int:
        """A statement that stands in a text (it says in a statement by X that)."""
        tokens = self.tokens
        here = at + 1
        if here < last and tokens[here].key in self.lex.sets["within"]:
            here += 1
        to = here < last and tokens[here].key in self.lex.sets["ascribed_to"]
        phrase = phrase_at(tokens, here + to, last) if here + to < last else None
        if phrase is not None and to:
            came = phrase_at(tokens, phrase.last, last) if phrase.last < last else None
            phrase = phrase if came is not None and came.kind == "unspecified" else None
        if phrase is None or not self.says_that(phrase.last, min(last, phrase.last + 14)):
            return at + 1
        said = self.known(phrase)
        self._cut(found, at)
        found.append(Scope(said, at, last, "appear"))
        self.current = said
        return phrase.last

    def _relayed(self, at: int, stop: int, ascribed: bool = False) -> tuple[Said, int] | None:
        """The inner speaker of a report passed on (X quotes Y as saying, X ascribes to Y his saying)."""
        for here in range(at, stop):
            if self.tokens[here].key in self.lex.sets["ascribed_to" if ascribed else "quoting"]:
                start = self.pass_adverbs(here + 1, len(self.tokens))
                phrase = phrase_at(self.tokens, start, min(len(self.tokens), start + 16))
                if phrase is None:
                    said, end = self.by_name(start, min(len(self.tokens), start + 20))
                    return (said, end) if said is not None else None
                said = self.known(phrase)
                self.learn_names(said, phrase.last, len(self.tokens))
                return said, phrase.last
        return None

    def _recipient(self, found: list[Scope], at: int, last: int) -> None:
        """The news body that a statement was given to: outside the speaker."""
        for here in range(at, min(last, at + 12)):
            token = self.tokens[here]
            if token.key in self.lex.sets["opening"] or token.norm in (":", QUOTE) and here + 1 < last and (
                    self.tokens[here - 1].norm not in self.lex.sets["to"]):
                return
            if token.kind == "word" and token.norm[0] in self.lex.sets["to"]:
                start = here + 1 if token.norm in self.lex.sets["to"] else here
                phrase = phrase_at(self.tokens, start, last, self.lex.bound) if start < last else None
                if phrase is not None and phrase.kind in _NEWS and phrase.actor_id and (
                        phrase.actor_id not in self.own):
                    said = self.known(phrase)
                    found.append(Scope(said, found[-1].first, found[-1].last, "recipient", outer=True))
                    return

    def _cut(self, found: list[Scope], at: int) -> None:
        for scope in found:
            if not scope.outer and scope.last > at:
                scope.last = at
