"""Speakers: whom an article names as its sources, and how far the text goes on their word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijill.arabic.clitics import without_article
from sijill.documents import Document, Sentence, SpeakerMention, Token
from sijill.extract.speaker_phrases import Lexicon, Phrase, lexicon, phrase_at

_QUOTE = '"'
_PAUSES = frozenset(",،")
_REACH = 26
_SPEECH = ("say", "weak", "told", "record", "noun")
_OFFICE = ("belligerent", "international", "unspecified", "anonymous_official")
_NEWS = ("media", "state_media")


@dataclass(slots=True)
class _Said:
    """A speaker in hand: offsets, kind, registry id, and how it was found."""

    start: int
    end: int
    kind: str
    actor_id: str | None
    rule: str


@dataclass(slots=True)
class _Scope:
    """A stretch of tokens told on a speaker's word."""

    said: _Said
    first: int
    last: int
    rule: str
    outer: bool = False


def find_speakers(document: Document) -> Document:
    """The document with its speakers: one mention for each stretch of text that is told on a word."""
    if document.tokens is None or document.sentences is None:
        raise ValueError("speakers need tokens and sentences")
    reader = _Reader(document.tokens, document.source)
    for sentence in document.sentences:
        reader.read(sentence)
    tokens = document.tokens
    mentions = {
        (scope.said.start, tokens[scope.first].start, tokens[scope.last - 1].end): SpeakerMention(
            scope.said.start, scope.said.end, scope.said.kind, tokens[scope.first].start,
            tokens[scope.last - 1].end, scope.rule, scope.said.actor_id)
        for scope in reader.scopes if scope.last > scope.first
    }
    return replace(document, speakers=tuple(sorted(mentions.values(), key=lambda m: (m.scope_start, m.start))))


class _Reader:
    """One pass over the sentences, holding who spoke last and what names are known."""

    def __init__(self, tokens: Sequence[Token], publisher: str | None) -> None:
        self.tokens = tokens
        self.lex: Lexicon = lexicon()
        self.own = self.lex.published_by(publisher)
        self.joins = "".join(sorted(self.lex.joins))
        self.scopes: list[_Scope] = []
        self.current: _Said | None = None
        self.names: dict[str, _Said] = {}
        self.heads: dict[str, _Said] = {}
        self.outer: tuple[_Said, ...] = ()
        self.open_quote: tuple[_Said, ...] = ()

    def read(self, sentence: Sentence) -> None:
        """Read one sentence: its cues from left to right, then how far each one reaches."""
        tokens, first, last = self.tokens, sentence.first, sentence.last
        found: list[_Scope] = []
        at = first
        while at < last:
            group = self.lex.cues.get(tokens[at].key) if tokens[at].kind == "word" else None
            if group is None:
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
        self._settle(found, first, last)
        self.scopes.extend(found)

    def _source(self, found: list[_Scope], at: int, first: int, last: int) -> int:
        """A source hung on its clause (according to X): it covers the sentence."""
        tokens, lex = self.tokens, self.lex
        word = tokens[at].key
        if word in lex.sets["as"] and (at == first or at + 1 >= last or not self._is_speech(at + 1)):
            return at + 1
        if word in lex.sets["after_on"] and (at == first or tokens[at - 1].key not in lex.sets["on"]):
            return at + 1
        fallback: Phrase | None = None
        said: _Said | None = None
        here = end = at + 1
        while here < min(last, at + 9):
            token = tokens[here]
            if token.kind == "mark" and token.norm not in (_QUOTE, "'"):
                break
            passed = lex.has("link", token) or lex.has("adverb", token) or token.key in lex.told_it or (
                self._is_speech(here))
            phrase = phrase_at(tokens, here, last, lex.bound)
            if phrase is not None and passed and here + 1 < last:
                fallback = fallback or phrase
            elif phrase is not None:
                said, end = self._known(phrase), phrase.last
                end = self._learn_names(said, end, last)
                break
            elif not passed and token.kind != "mark":
                said = self.names.get(token.key)
                if said is not None:
                    said, end = self._person(said, token), here + 1
                elif token.key in lex.sets["own_word"]:
                    said, end = self.current, here + 1
                break
            here += 1
        if said is None and fallback is not None:
            said, end = self._known(fallback), fallback.last
        if said is None:
            return at + 1
        if word in lex.sets["as"] and self._says_that(end, min(last, end + 3)):
            self._cut(found, at)
            found.append(_Scope(said, at, last, "say.as"))
            self.current = said
            return end
        stop = next((k for k in range(end, last) if lex.has("turn", tokens[k])), last)
        found.append(_Scope(said, first, stop, "source", outer=True))
        found.extend(_Scope(other, first, stop, "source.with", outer=True) for other in self._joined(end, last))
        inner = self._relayed(end, min(last, end + 5))
        if inner is not None:
            found.append(_Scope(inner[0], first, stop, "source.relayed", outer=True))
            end = inner[1]
        if not any(not s.outer for s in found):
            self.current = found[-1].said
        return end

    def _published(self, found: list[_Scope], at: int, first: int, last: int) -> int:
        """A news body that passed a statement on: outside whoever made the statement."""
        here = self._pass_adverbs(at + 1, last)
        phrase = phrase_at(self.tokens, here, last) if here < last else None
        if phrase is None or phrase.kind not in (*_NEWS, "belligerent") or not found:
            return at + 1
        found.append(_Scope(self._known(phrase), found[-1].first, found[-1].last, "published", outer=True))
        return phrase.last

    def _appears(self, found: list[_Scope], at: int, first: int, last: int) -> int:
        """A statement that stands in a text (it says in a statement by X that)."""
        tokens = self.tokens
        here = at + 1
        if here < last and tokens[here].key in self.lex.sets["within"]:
            here += 1
        phrase = phrase_at(tokens, here, last) if here < last else None
        if phrase is None or not self._says_that(phrase.last, min(last, phrase.last + 14)):
            return at + 1
        said = self._known(phrase)
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
        nested = self._nested(found, at)
        if tokens[at].key in lex.relays and at + 1 < last and tokens[at + 1].key in lex.sets["quoting"]:
            inner = self._relayed(at + 1, at + 2)
            if inner is None:
                return at + 1
            self._cut(found, at)
            found.append(_Scope(inner[0], at, last, "relayed"))
            self.current = inner[0]
            return inner[1]
        said, end, rule = self._subject(at, first, last, group, nested)
        if said is None:
            return at + 1
        if group == "told" and not self._opens_clause(end, min(last, end + 3)):
            return at + 1
        if group == "record" and said.kind in ("belligerent", "international") and said.rule != "source":
            return at + 1
        if not nested:
            self._cut(found, at)
        if tokens[at].key in lex.relays:
            inner = self._relayed(end, min(last, end + 8))
            if inner is None and not self._opens_clause(end, min(last, end + 3)):
                return at + 1
            found.append(_Scope(said, at, last, "relay"))
            if inner is not None:
                found.append(_Scope(inner[0], min(at + 1, last - 1), last, "relayed"))
                said, end = inner
        else:
            found.append(_Scope(said, at, last, rule))
            found.extend(_Scope(other, at, last, rule + ".with") for other in self._joined(end, last))
            self._recipient(found, end, last)
        if rule == "say.again":
            found.extend(_Scope(other, at, last, "outer.again", outer=True) for other in self.outer)
        elif not nested:
            self.current = said
            self.outer = tuple(s.said for s in found if s.rule in ("recipient", "relay") and s.first == at)
        return max(end, at + 1)

    def _subject(self, at: int, first: int, last: int, group: str,
                 nested: bool) -> tuple[_Said | None, int, str]:
        """Who says it: the phrase before the verb, after it, a name, or the one who spoke last."""
        tokens, lex = self.tokens, self.lex
        here = self._pass_adverbs(at + 1, last)
        if tokens[at].key in lex.sets["report"]:
            if here >= last or tokens[here].key not in lex.sets["out_of"]:
                return None, at, group
            here += 1
        if group != "noun":
            before = self._before(at, first)
            if before is not None and tokens[at].key in lex.joined and here < last and (
                    phrase_at(tokens, here, last) is not None):
                before = None
            if before is not None:
                if tokens[at].key in lex.accusing and here < last and (
                        tokens[here].norm[0] in lex.bound and not lex.has("that", tokens[here])):
                    return None, at, group
                return before, here, group + ".before"
        joined = at == first or tokens[at].key in lex.joined or self._opens(at, first)
        if here < last:
            phrase = phrase_at(tokens, here, last)
            said, end = None, here
            if phrase is not None:
                said = self._known(phrase)
                end = self._learn_names(said, phrase.last, last)
            elif group != "noun":
                said, end = self._by_name(here, last)
            relative = at > first and tokens[at - 1].key in lex.sets["relative"]
            if relative and said is None and group == "say":
                said = self._antecedent(at - 1, first)
                return said, here, "say.who"
            if said is not None and (relative or group == "noun" or not joined):
                if relative or not self._says_that(end, min(last, end + 6)) and group != "noun":
                    return None, end, group
            if said is not None:
                return said, end, group
        again = self._says_that(here, min(last, here + 1)) or (
            here > at + 1 and self._opens_clause(here, min(last, here + 6)))
        if group in ("say", "told") and joined and again:
            return self.current, here, "say.again"
        return None, at, group

    def _antecedent(self, at: int, first: int) -> _Said | None:
        """The speaker that a relative pronoun takes up (the envoy, who said)."""
        for here in range(at - 1, max(first, at - 8) - 1, -1):
            phrase = phrase_at(self.tokens, here, at, self.joins)
            if phrase is not None and phrase.rule in ("role", "head", "whole", "source"):
                return self._known(phrase)
        return None

    def _carry(self, found: list[_Scope], at: int, first: int, last: int) -> int:
        """A participle of speech (adding that) that no verb of speech governs: its sentence's subject says it."""
        if any(s.last > at for s in found) or self.open_quote or not self._opens_clause(at + 1, min(last, at + 4)):
            return at + 1
        for here in range(first, min(at, first + 8)):
            if self.tokens[here].kind == "word" and (phrase := phrase_at(self.tokens, here, at)) is not None:
                self.current = self._known(phrase)
                found.append(_Scope(self.current, at, last, "carry"))
                break
        return at + 1

    def _opens(self, at: int, first: int) -> bool:
        """Whether a clause begins at a token."""
        before = self.tokens[at - 1]
        return before.kind == "mark" or self.lex.has("clause", before) or (
            self.lex.has("adverb", before)) or before.key in self.lex.cues or before.key in self.lex.sets["opening"]

    def _nested(self, found: list[_Scope], at: int) -> bool:
        """Whether a verb stands inside another's speech: in its quotation, or in its that-clause."""
        holder = next((s for s in reversed(found) if not s.outer and s.last > at), None)
        if holder is None:
            return bool(self.open_quote)
        marks = sum(self.tokens[k].norm == _QUOTE for k in range(holder.first, at))
        if marks:
            return marks % 2 == 1
        return self.tokens[at].key not in self.lex.joined and not any(
            self.lex.has("turn", self.tokens[k]) for k in range(holder.first, at))

    def _relayed(self, at: int, stop: int) -> tuple[_Said, int] | None:
        """The inner speaker of a report passed on (X quotes Y as saying)."""
        for here in range(at, stop):
            if self.tokens[here].key in self.lex.sets["quoting"]:
                start = self._pass_adverbs(here + 1, len(self.tokens))
                phrase = phrase_at(self.tokens, start, min(len(self.tokens), start + 16))
                if phrase is None:
                    said, end = self._by_name(start, min(len(self.tokens), start + 20))
                    return (said, end) if said is not None else None
                said = self._known(phrase)
                return said, self._learn_names(said, phrase.last, len(self.tokens))
        return None

    def _recipient(self, found: list[_Scope], at: int, last: int) -> None:
        """The news body that a statement was given to: outside the speaker."""
        for here in range(at, min(last, at + 12)):
            token = self.tokens[here]
            if token.key in self.lex.sets["opening"] or token.norm in (":", _QUOTE) and here + 1 < last and (
                    self.tokens[here - 1].norm not in self.lex.sets["to"]):
                return
            if token.kind == "word" and token.norm[0] in self.lex.sets["to"]:
                start = here + 1 if token.norm in self.lex.sets["to"] else here
                phrase = phrase_at(self.tokens, start, last, "".join(self.lex.sets["to"])) if start < last else None
                if phrase is not None and phrase.kind in _NEWS and phrase.actor_id and (
                        phrase.actor_id not in self.own):
                    said = self._known(phrase)
                    found.append(_Scope(said, found[-1].first, found[-1].last, "recipient", outer=True))
                    return

    def _by_name(self, at: int, last: int) -> tuple[_Said | None, int]:
        """A subject that begins with a person's name: the office named after it, or the one known by it."""
        tokens, lex = self.tokens, self.lex
        while at + 1 < last and (tokens[at].key in lex.sets["rank"] or (
                tokens[at].norm == _QUOTE and tokens[at + 1].key in self.names)):
            at += 1
        if at >= last or tokens[at].kind != "word" or lex.has("that", tokens[at]):
            return None, at
        called = self.names.get(tokens[at].key)
        if called is not None:
            return self._person(called, tokens[at]), at + 1
        stop = at + 1
        while stop < min(last, at + _REACH):
            token = tokens[stop]
            if token.key in lex.sets["opening"] or token.norm in (_QUOTE, ":") or self._is_speech(stop):
                break
            stop += 1
        if stop == min(last, at + _REACH):
            return None, at
        return self._office(at, stop)

    def _office(self, at: int, stop: int) -> tuple[_Said | None, int]:
        """The office that stands beside a person's name between two tokens."""
        for here in range(at + 1, min(stop, at + 8)):
            if self.lex.has("outside", self.tokens[here]) and self.tokens[here].key not in self.lex.sets["rank"]:
                break
            phrase = phrase_at(self.tokens, here, stop)
            if phrase is not None and phrase.rule in ("role", "head", "whole", "source"):
                said = self._known(phrase)
                self._remember_names(said, at, here)
                return said, phrase.last
        return None, at

    def _before(self, at: int, first: int) -> _Said | None:
        """The subject before its verb: a speaker's phrase that opens the clause."""
        tokens, lex = self.tokens, self.lex
        topic = tokens[first].key in lex.sets["topic"]
        if tokens[at].key in lex.joined and not topic:
            return None
        start = at
        while start > max(first, at - 20):
            before = tokens[start - 1]
            if before.norm == ":" or before.norm == _QUOTE and self._opening_quote(start - 1, first) or (
                    lex.has("clause", before) and not lex.has("adverb", before)) or before.key in lex.sets["opening"]:
                break
            start -= 1
        opened = start > first
        been = topic or opened and lex.has("been", tokens[start - 1])
        while start < at and (lex.has("adverb", tokens[start]) or tokens[start].norm in _PAUSES):
            start += 1
        if start >= at:
            return None
        phrase = phrase_at(tokens, start, at, self.joins, accusative=opened)
        if phrase is not None:
            if not (been or self._reaches(phrase.last, at)):
                return None
            said = self._known(phrase)
            self._learn_names(said, phrase.last, at)
            return said
        called = self.names.get(tokens[start].key)
        if called is not None and start + 4 > at:
            return self._person(called, tokens[start])
        if opened and tokens[start].kind == "word" and at - start > 2:
            return self._office(start, at)[0]
        return None

    def _opening_quote(self, at: int, first: int) -> bool:
        return sum(self.tokens[k].norm == _QUOTE for k in range(first, at + 1)) % 2 == 1

    def _reaches(self, end: int, at: int) -> bool:
        """Whether nothing but apposition stands between a subject and its verb."""
        commas = 0
        for here in range(end, at):
            commas += self.tokens[here].norm in _PAUSES
        if end >= at or self.tokens[end].key in self.lex.sets["relative"] or commas >= 2 or (
                self.tokens[at - 1].norm in _PAUSES):
            return True
        return all(self.lex.has("adverb", self.tokens[k]) or self.tokens[k].norm in _PAUSES or (
            self.lex.has("been", self.tokens[k])) or self.tokens[k].norm in ("(", ")") for k in range(end, at))

    def _pass_adverbs(self, at: int, last: int) -> int:
        tokens, lex = self.tokens, self.lex
        while at < last:
            token = tokens[at]
            if token.norm == "(":
                close = next((k for k in range(at, min(last, at + 8)) if tokens[k].norm == ")"), None)
                if close is None:
                    return at
                at = close + 1
            elif lex.has("adverb", token) or token.kind == "number" or token.norm in _PAUSES or token.norm in "/-":
                at += 1
            elif token.key in lex.sets["within"] and at + 1 < last and lex.has("occasion", tokens[at + 1]):
                at += 2
            elif token.key in lex.sets["via"] and at + 2 < last:
                at += 2
                while at < last and phrase_at(tokens, at, last) is None and tokens[at].norm.endswith(lex.relation):
                    at += 1
            else:
                return at
        return at

    def _is_speech(self, at: int) -> bool:
        return self.lex.cues.get(self.tokens[at].key) in _SPEECH and self.tokens[at].kind == "word"

    def _says_that(self, at: int, stop: int) -> bool:
        for here in range(at, stop):
            token = self.tokens[here]
            if self.lex.has("that", token) or token.norm in (_QUOTE, ":") or self.lex.has("carry", token):
                return True
        return False

    def _opens_clause(self, at: int, stop: int) -> bool:
        return any(self.tokens[k].key in self.lex.sets["opening"] or self.tokens[k].norm in (_QUOTE, ":")
                   for k in range(at, stop))

    def _joined(self, at: int, last: int) -> list[_Said]:
        """Speakers joined to the one that ends at a token (X and Y)."""
        token = self.tokens[at] if at < last else None
        if token is None or token.kind != "word" or token.norm[0] not in self.lex.joins or token.key in self.lex.cues:
            return []
        phrase = phrase_at(self.tokens, at, min(last, at + 8), self.joins)
        if phrase is not None:
            return [self._known(phrase)] if phrase.cut else []
        kind = self.lex.qualifiers.get(token.key[1:])
        return [_Said(token.start + 1, token.end, kind, None, "head")] if kind else []

    def _person(self, said: _Said, token: Token) -> _Said:
        """A speaker called by name: public office holders by the name itself, others by what they were called."""
        if said.kind not in _OFFICE:
            return said
        return _Said(token.start, token.end, said.kind, said.actor_id, said.rule)

    def _known(self, phrase: Phrase) -> _Said:
        """The phrase as a speaker; a pointing head (the source, the ministry) takes the kind of whom it points to."""
        kind, actor_id = phrase.kind, phrase.actor_id
        if phrase.pointing:
            earlier = self.heads.get(without_article(phrase.head)) or self.current
            if earlier is not None:
                kind, actor_id = earlier.kind, earlier.actor_id
        said = _Said(self.tokens[phrase.first].start + phrase.cut, self.tokens[phrase.last - 1].end, kind, actor_id,
                     phrase.rule)
        for token in self.tokens[phrase.first : phrase.last]:
            self.heads[without_article(token.key)] = said
        return said

    def _learn_names(self, said: _Said, at: int, last: int) -> int:
        """The words of a person's name after an office call its holder up again; the token after them."""
        here = at + 1 if at < last and self.tokens[at].norm in _PAUSES else at
        stop = here
        while stop < min(last, here + 6):
            token = self.tokens[stop]
            if token.kind != "word" or self.lex.has("outside", token) and token.key not in self.lex.sets["rank"] or (
                    self.lex.has("that", token)) or token.key in self.lex.cues or token.norm[0] in self.lex.bound:
                break
            stop += 1
        self._remember_names(said, here, stop)
        return at

    def _remember_names(self, said: _Said, at: int, stop: int) -> None:
        for token in self.tokens[at:stop]:
            if token.kind == "word" and len(token.norm) > 2 and not self.lex.has("adverb", token) and (
                    token.key not in self.lex.sets["rank"]):
                self.names[token.key] = said

    @staticmethod
    def _cut(found: list[_Scope], at: int) -> None:
        for scope in found:
            if not scope.outer and scope.last > at:
                scope.last = at

    def _settle(self, found: list[_Scope], first: int, last: int) -> None:
        """Carry speech over full stops inside an open quotation."""
        marks = [k for k in range(first, last) if self.tokens[k].norm == _QUOTE]
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
