"""Speakers: whom an article names as its sources, and how far the text goes on their word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.documents import Document, Sentence, SpeakerMention, Token
from sijill.extract.speech.parts import plain_tokens, statements
from sijill.extract.speech.phrases import Phrase, phrase_at
from sijill.extract.speech.subjects import DESCRIBED, QUOTE, Said, Subjects
from sijill.extract.tables.lexicon import lexicon as trigger_words
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences")
ASSIGNS: Final = ("speakers",)
_NEWS: Final = ("media", "state_media")
# tokens from who relays to "that", over where it was ("from the region, that")
_TO_RELAYED: Final = 5


@dataclass(slots=True)
class _Scope:
    """A stretch of tokens told on a speaker's word."""

    said: Said
    first: int
    last: int
    rule: str
    outer: bool = False


def find_speakers(document: Document) -> Document:
    """The document with its speakers: one mention for each stretch of text that is told on a word."""
    if document.tokens is None or document.sentences is None:
        raise ValueError("speakers need tokens and sentences")
    tokens = plain_tokens(document)
    reader = _Reader(tokens, document.source)
    end = 0
    for sentence in document.sentences:
        if "\n" in document.text[end : sentence.start]:
            reader.open_quote = ()
        for statement in statements(tokens, sentence):
            reader.read(statement)
        end = sentence.end
    mentions = {
        (scope.said.start, tokens[scope.first].start, tokens[scope.last - 1].end): SpeakerMention(
            scope.said.start, scope.said.end, scope.said.kind, tokens[scope.first].start,
            tokens[scope.last - 1].end, scope.rule, scope.said.actor_id)
        for scope in reader.scopes if scope.last > scope.first
    }
    ordered = sorted(mentions.values(), key=lambda m: (m.scope_start, m.start))
    return replace(document, speakers=tuple(ordered))


class _Reader(Subjects):
    """One pass over the sentences, laying scopes."""

    def __init__(self, tokens: Sequence[Token], publisher: str | None) -> None:
        super().__init__(tokens)
        self.own = self.lex.published_by(publisher)
        self.scopes: list[_Scope] = []
        self.previous: tuple[int, int] | None = None
        self.outer: tuple[Said, ...] = ()
        self.open_quote: tuple[Said, ...] = ()

    def read(self, sentence: Sentence) -> None:
        """Read one sentence: its cues from left to right, then how far each one reaches."""
        tokens, first, last = self.tokens, sentence.first, sentence.last
        found: list[_Scope] = []
        at = self._headed(found, first, last)
        while at < last:
            group = self.lex.cues.get(tokens[at].key) if tokens[at].kind == "word" else None
            says_it = group == "published" or tokens[at].key in self.lex.told_it
            if says_it and at > first and self.lex.has("what", tokens[at - 1]):
                # "what X announced it of"
                at = self._what(found, at, first, last)
            elif group is None:
                at += 1
            elif group == "source":
                at = self._source(found, at, first, last)
            elif group == "published":
                at = self._published(found, at, first, last)
            elif group == "carry":
                at = self._carry(found, at, first, last)
            elif group == "appear":
                at = self._appears(found, at, first, last)
            else:
                at = self._say(found, at, first, last, group)
        if any(s.rule == "source" for s in found):
            found = [s for s in found if not s.rule.startswith("weak")]
        self._quotations(found, first, last)
        self.scopes.extend(found)
        self.previous = (first, last)

    def _headed(self, found: list[_Scope], first: int, last: int) -> int:
        """A sentence that a speaker heads (X: so and so)."""
        reach = range(first + 1, min(last - 1, first + 12))
        colon = next((k for k in reach if self.tokens[k].norm == ":"), None)
        phrase = phrase_at(self.tokens, first, colon) if colon is not None else None
        if colon is None or phrase is None or phrase.last != colon or phrase.rule not in DESCRIBED:
            return first
        said = self.known(phrase)
        found.append(_Scope(said, colon + 1, last, "headed"))
        self.current = said
        return colon + 1

    def _source(self, found: list[_Scope], at: int, first: int, last: int) -> int:
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
        if word in lex.sets["as"] and self.says_that(end, min(last, end + 3)):
            self._cut(found, at)
            found.append(_Scope(said, at, last, "say.as"))
            self.current = said
            return end
        if word in lex.sets["citing"] and any(not s.outer and s.last > at for s in found):
            found.append(_Scope(said, at, last, "relayed"))
            return end
        if at == first and end >= last - 1 and self.previous is not None:
            found.append(_Scope(said, *self.previous, "source.after", outer=True))
            return end
        stop = next((k for k in range(end, last) if lex.has("turn", tokens[k])), last)
        if said.kind not in _NEWS and any(not s.outer and s.first < at < s.last for s in found):
            first = self.clause_start(at, first)
        found.append(_Scope(said, first, stop, "source", outer=True))
        found.extend(_Scope(other, first, stop, "source.with", outer=True)
                     for other in self.joined(end, last))
        inner = self._relayed(end, min(last, end + 5))
        if inner is not None:
            found.append(_Scope(inner[0], first, stop, "source.relayed", outer=True))
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
                self.is_speech(here))
            phrase = phrase_at(tokens, here, last, lex.bound)
            if phrase is not None and passed and here + 1 < last:
                fallback = fallback or phrase
            elif phrase is not None:
                said, end = self.known(phrase), phrase.last
                end = self.learn_names(said, end, last)
                break
            elif not passed and token.kind != "mark":
                said = self.names.get(token.key)
                if said is not None:
                    end = here + 1
                elif token.key in lex.sets["own_word"]:
                    said, end = self.current, here + 1
                elif self.is_speech(here - 1):
                    said, end = self.titled(here, last)
                break
            here += 1
        if said is None and fallback is not None:
            said, end = self.known(fallback), fallback.last
        return (None, at + 1) if said is None else (said, end)

    def _published(self, found: list[_Scope], at: int, first: int, last: int) -> int:
        """A news body that passed a statement on: outside whoever made the statement."""
        here = self.pass_adverbs(at + 1, last)
        phrase = phrase_at(self.tokens, here, last) if here < last else None
        if phrase is None or phrase.kind not in {*_NEWS, "belligerent"} or not found:
            return at + 1
        found.append(_Scope(self.known(phrase), found[-1].first, found[-1].last, "published", outer=True))
        return phrase.last

    def _what(self, found: list[_Scope], at: int, first: int, last: int) -> int:
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
        found.append(_Scope(said, at, stop, "what"))
        return self.learn_names(said, phrase.last, last)

    def _appears(self, found: list[_Scope], at: int, first: int, last: int) -> int:
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
        found.append(_Scope(said, at, last, "appear"))
        self.current = said
        return phrase.last

    def _say(self, found: list[_Scope], at: int, first: int, last: int, group: str) -> int:
        """A verb of speech: what follows it in the sentence is on its subject's word."""
        tokens, lex = self.tokens, self.lex
        if at > first and lex.has("negation", tokens[at - 1]):
            return at + 1
        if tokens[at].key in lex.voiced and at + 1 < last and lex.has("that", tokens[at + 1]):
            return at + 1
        nested = self._nested(found, at) and not self.resumes(at, first, last)
        if nested and group in ("weak", "told", "record"):
            return at + 1
        if tokens[at].key in lex.relays and at + 1 < last and tokens[at + 1].key in lex.sets["quoting"] and (
                self.before(at, first) is None):
            inner = self._relayed(at + 1, at + 2)
            if inner is None:
                return at + 1
            held = any(not s.outer and s.last > at for s in found)
            start = at if held or self.joined_at(at) or at == first else first
            found.append(_Scope(inner[0], start, last, "relayed"))
            return inner[1]
        said, end, rule = self._subject(at, first, last, group, nested)
        if said is None:
            return at + 1
        if group == "told" and not self.opens_clause(end, min(last, end + 3)):
            return at + 1
        if tokens[at].key in lex.sets["homograph"] and (
                end >= last or tokens[end].key not in lex.sets["opening"]):
            return at + 1
        if group == "record" and said.kind in ("belligerent", "international") and said.rule != "source":
            return at + 1
        if not nested or group == "noun":
            self._cut(found, at)
        ascribed = tokens[at].key in lex.ascribing
        if ascribed or tokens[at].key in lex.relays:
            inner = self._relayed(end, min(last, end + 8), ascribed)
            own = any(tokens[k].key in lex.sets["own_word"] for k in range(end, min(last, end + 14)))
            if ascribed and not own:
                return at + 1
            if inner is None and not own and not self.opens_clause(end, min(last, end + _TO_RELAYED)):
                return at + 1
            found.append(_Scope(said, at, last, "relay"))
            if inner is not None:
                found.append(_Scope(inner[0], min(at + 1, last - 1), last, "relayed"))
                said, end = inner
        else:
            stop = last if rule == "say.who" else self.relative_end(at, end, last)
            found.append(_Scope(said, at, stop, rule))
            found.extend(_Scope(other, at, stop, rule + ".with") for other in self.joined(end, last))
            self._recipient(found, end, last)
        if rule == "say.again":
            found.extend(_Scope(other, at, last, "outer.again", outer=True) for other in self.outer)
        elif not nested:
            self.current = said
            self.outer = tuple(s.said for s in found if s.rule in ("recipient", "relay") and s.first == at)
        return max(end, at + 1)

    def _subject(self, at: int, first: int, last: int, group: str,
                 nested: bool) -> tuple[Said | None, int, str]:
        """Who says it: the phrase before the verb, after it, a name, or the one who spoke last."""
        tokens, lex = self.tokens, self.lex
        here = self.pass_adverbs(at + 1, last)
        if tokens[at].key in lex.sets["report"]:
            if at + 2 >= last or tokens[at + 1].key not in lex.sets["out_of"]:
                return None, at, group
            here = at + 2
        if group != "noun":
            before = self.before(at, first)
            if before is not None and (tokens[at].key in lex.joined and here < last and (
                    phrase_at(tokens, here, last) is not None) or self.resumes(at, first, last)):
                before = None
            if before is not None:
                if tokens[at].key in lex.accusing and here < last and (
                        tokens[here].norm[0] in lex.bound and not lex.has("that", tokens[here])):
                    return None, at, group
                return before, here, group + ".before"
        joined = at == first or self.joined_at(at) or self.opens(at, first)
        doubts = group == "weak" and joined and here < last
        if doubts and (lex.has("what", tokens[here]) or here == at + 1 and lex.has("opening", tokens[here])):
            return self.current, here, "say.again"
        if here < last:
            phrase = phrase_at(tokens, here, last)
            said, end = None, here
            if phrase is not None:
                said = self.known(phrase)
                end = self.learn_names(said, phrase.last, last)
            elif group != "noun":
                said, end = self.by_name(here, last)
            relative = at > first and tokens[at - 1].key in lex.sets["relative"]
            if relative and said is None and group == "say":
                clause = self.opens_clause(here, min(last, here + 3))
                return self.antecedent(at - 1, first) if clause else None, here, "say.who"
            if said is not None and (relative or not joined and group != "noun") and (
                    not self.says_that(end, min(last, end + 9))):
                return None, end, group
            if said is not None and tokens[at].key in lex.accusing and joined and (
                    end < last and tokens[end].norm[0] in lex.sets["with"]):
                return self.current, end, "say.again"  # who is accused of it right behind the verb has not said it
            if said is not None:
                return said, end, group
        if here < last and tokens[here].key in lex.sets["on"]:
            here += 1
        again = self.says_that(here, min(last, here + 1)) or here < last and (
            tokens[here].norm[0] in lex.sets["with"] and tokens[here].key not in self.names) or (
            here > at + 1 and self.opens_clause(here, min(last, here + 6)))
        deed = trigger_words().hit(tokens[here].norm) if group == "say" and here < last else None
        again = again or deed is not None and deed.form == "noun" and not deed.particles
        paused = at > first and tokens[at - 1].norm in lex.sets["pause"] and not self.joined_at(at)
        if group in ("say", "told") and joined and again and not paused:
            return self.doer(at, first) or self.current, here, "say.again"
        return None, at, group

    def _carry(self, found: list[_Scope], at: int, first: int, last: int) -> int:
        """A participle of speech (adding that) under no verb of speech: the sentence's subject says it."""
        if any(s.last > at for s in found) or self.open_quote or (
                not self.opens_clause(at + 1, min(last, at + 4))):
            return at + 1
        for here in range(first, min(at, first + 3)):
            if self.tokens[here].kind == "word" and (phrase := phrase_at(self.tokens, here, at)) is not None:
                self.current = self.known(phrase)
                found.append(_Scope(self.current, at, last, "carry"))
                break
        return at + 1

    def _nested(self, found: list[_Scope], at: int) -> bool:
        """Whether a verb stands inside another's speech: in its quotation, or in its that-clause."""
        holder = next((s for s in reversed(found) if not s.outer and s.last > at), None)
        if holder is None:
            return bool(self.open_quote)
        marks = sum(self.tokens[k].norm == QUOTE for k in range(holder.first, at))
        if marks:
            return marks % 2 == 1
        return not self.joined_at(at) and not any(
            self.lex.has("turn", self.tokens[k]) for k in range(holder.first, at))

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
                return said, self.learn_names(said, phrase.last, len(self.tokens))
        return None

    def _recipient(self, found: list[_Scope], at: int, last: int) -> None:
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
                    found.append(_Scope(said, found[-1].first, found[-1].last, "recipient", outer=True))
                    return

    def _cut(self, found: list[_Scope], at: int) -> None:
        for scope in found:
            if not scope.outer and scope.last > at:
                scope.last = at

    def _quotations(self, found: list[_Scope], first: int, last: int) -> None:
        """Carry speech over full stops inside an open quotation."""
        marks = [k for k in range(first, last) if self.tokens[k].norm == QUOTE]
        if self.open_quote:
            stop = marks[0] + 1 if marks else last
            found.extend(_Scope(said, first, stop, "quote") for said in self.open_quote)
            if not marks:
                return
            marks = marks[1:]
            self.open_quote = ()
        spoken = [s for s in found if marks and not s.outer and s.last == last and s.first < marks[-1]]
        if len(marks) % 2 and spoken:
            self.open_quote = tuple(s.said for s in spoken)
