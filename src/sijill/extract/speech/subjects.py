"""Who says it: the speaker before a verb of speech or after it, by office, by name or by a pointing word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key, without_article
from sijill.arabic.tokens import CLOSED, OPENED
from sijill.documents import Token
from sijill.extract.speech.clauses import Clauses
from sijill.extract.speech.names import OFFICE, Said
from sijill.extract.speech.parts import QUOTE
from sijill.extract.speech.phrases import Phrase, phrase_at
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.registry import registry
from sijill.replacing import replace

_RELATED: Final = ("يه", "ي")  # how an adjective of a land or a field ends
DESCRIBED: Final = ("role", "head", "whole", "source")
_REACH: Final = 26
# tokens of a name between an office and its verb
_NAME: Final = 6
# tokens before the country of a dateline, and what stands behind it
_FILED: Final = 3
_FILED_MARKS: Final = frozenset("-–—/(")


def is_deed(token: Token) -> bool:
    """Whether a word tells a deed, as no speaker's name does."""
    hit = lexicon().hit(token.norm)
    return hit is not None and not hit.particles and not hit.definite


class Subjects(Clauses):
    """The speakers of one document, as far as it has been read: who spoke last, and what their words are."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.current: Said | None = None
        self.heads: dict[str, Said] = {}
        self.first_words: dict[str, Said] = {}
        self._by_key: dict[str, list[int]] = {}
        self._asked: dict[str, int] = {}
        """How many of the tokens of a name have been asked for the office beside them."""

    def by_name(self, at: int, last: int) -> tuple[Said | None, int]:
        """A subject that begins with a person's name: the office named after it, or the one known by it."""
        tokens, lex = self.tokens, self.lex
        title = at if at < last and tokens[at].key in lex.ranks else None
        while at + 1 < last and (tokens[at].key in lex.ranks or (
                tokens[at].norm == QUOTE and tokens[at + 1].key in self.names)):
            at += 1
        if at >= last or tokens[at].kind != "word" or lex.has("that", tokens[at]):
            return None, at
        titled = phrase_at(tokens, at, last) if title is not None and at > title else None
        if titled is not None and titled.rule == "actor":
            return replace(self.known(titled), start=tokens[title or at].start), titled.last
        called = self.bearer(at) or self.told_of(at, last)
        if called is not None:
            return called, at + 1
        if title is None and is_deed(tokens[at]):
            return None, at
        stop = at + 1
        while stop < min(last, at + _REACH):
            token = tokens[stop]
            if token.key in lex.sets["opening"] or token.norm in (QUOTE, ":") or self.is_speech(stop) or (
                    lex.has("that", token) and tokens[stop - 1].norm in lex.sets["pause"]):
                break
            stop += 1
        if stop == min(last, at + _REACH):
            return None, at
        said, end = self.office(at, stop)
        if said is None and title is not None:
            named = tokens[title]
            said = Said(named.start, named.end, lex.ranks[named.key], None, "rank")
            self.remember_names(said, title, min(stop, title + 5))
            return said, stop
        return said, end

    def pointed(self, at: int, last: int) -> tuple[Said | None, int]:
        """A definite word alone that an earlier speaker's phrase began with ("the cell said", of a media cell)."""
        token, end = self.tokens[at], at + 1
        bare = without_article(token.key)
        earlier = self.first_words.get(bare) if bare != token.key else None
        if earlier is None or end >= last or token.key in self.names:
            return None, at
        after = self.tokens[end]
        alone = after.norm in self.lex.sets["pause"] or after.key in self.lex.sets["within"]
        alone = alone or self.says_that(end, end + 1)
        return (replace(earlier, start=token.start, end=token.end), end) if alone else (None, at)

    def told_of(self, at: int, last: int) -> Said | None:
        """Who is called by a surname alone ("A said that"), whose office an earlier mention has beside the name."""
        tokens, end = self.tokens, at + 1
        if end >= last or tokens[at].key in self.heads or is_deed(tokens[at]) or self.outside_name(tokens[at]) or not (
                self.opens_clause(end, min(last, end + 2))):
            return None
        name = tokens[at].key
        named = self._all_of(name)
        asked, self._asked[name] = self._asked.get(name, 0), bisect_left(named, at)
        for here in named[asked : self._asked[name]]:
            behind = here + 1 + (tokens[here + 1].norm in self.lex.sets["pause"])
            phrase = phrase_at(tokens, behind, min(at, behind + OFFICE)) if behind < at else None
            if phrase is None or phrase.rule not in ("role", "head"):
                phrase = self.office_before(here)
            if phrase is not None:
                said = self.known(phrase)
                self.remember_names(said, here, here + 1)
                return said
        return None

    def _all_of(self, name: str) -> list[int]:
        """The tokens of a lookup key, in order."""
        if not self._by_key:
            for at, token in enumerate(self.tokens):
                self._by_key.setdefault(token.key, []).append(at)
        return self._by_key.get(name, [])

    def office(self, at: int, stop: int) -> tuple[Said | None, int]:
        """The office that stands beside a person's name between two tokens."""
        for here in range(at + 1, min(stop, at + 8)):
            token = self.tokens[here]
            if self.lex.has("outside", token) and token.key not in self.lex.ranks and not (
                    self.lex.has("apposed", token) or self.lex.has("given", token)):
                break
            phrase = phrase_at(self.tokens, here, stop)
            if phrase is not None and phrase.rule in DESCRIBED:
                said = self.known(phrase)
                self.remember_names(said, at, here)
                return said, phrase.last
        return None, at

    def titled(self, at: int, last: int) -> tuple[Said | None, int]:
        """A person with a title, or with an office set off by a comma: the office, or the title's own kind."""
        tokens, lex = self.tokens, self.lex
        title = at
        while at + 1 < last and tokens[at].key in lex.ranks:
            at += 1
        stop = next((k for k in range(at, min(last, at + 6)) if tokens[k].norm in lex.sets["pause"]), None)
        if stop is None and title == at:
            described = any(self._is_the_office(k, last) for k in range(at + 1, min(last, at + 5)))
            return self.office(at, last) if described else (None, at)
        said, end = self.office(at, min(last, (stop or at) + 8))
        if said is None and title < at:
            named = tokens[title]
            return Said(named.start, named.end, lex.ranks[named.key], None, "rank"), at + 1
        return said, end

    def _is_the_office(self, at: int, last: int) -> bool:
        """Whether an office with the article begins at a token."""
        if without_article(self.tokens[at].norm) == self.tokens[at].norm:
            return False
        phrase = phrase_at(self.tokens, at, last)
        return phrase is not None and phrase.rule == "role"

    def antecedent(self, at: int, first: int) -> Said | None:
        """The speaker that a relative pronoun takes up (the envoy, who said)."""
        for here in range(at - 1, max(first, at - 8) - 1, -1):
            phrase = phrase_at(self.tokens, here, at, self.joins)
            if phrase is not None and phrase.rule in DESCRIBED:
                return self.known(phrase)
        return None

    def doer(self, at: int, first: int) -> Said | None:
        """The subject of the verb that opens the sentence, where it may speak ("the minister came to P and said")."""
        if at < first + 3 or self.tokens[first].key in self.lex.cues or self.lex.has("clause", self.tokens[first]):
            return None
        phrase = phrase_at(self.tokens, first + 1, at)
        had = any(self.lex.has("been", token) for token in self.tokens[at - 2 : at])
        return None if phrase is None or had or phrase.rule not in DESCRIBED else self.known(phrase)

    def before(self, at: int, first: int) -> Said | None:
        """The subject before its verb: a speaker's phrase that opens the clause."""
        tokens, lex = self.tokens, self.lex
        topic = tokens[first].key in lex.sets["topic"]
        if tokens[at].key in lex.joined and not topic:
            return None
        quoted = sum(tokens[k].norm == QUOTE for k in range(first, at)) % 2 == 1
        start = at
        # the auxiliary of the pluperfect after its subject (the minister had said)
        while start > first and (lex.has("adverb", tokens[start - 1]) or lex.has("been", tokens[start - 1]) and (
                tokens[start - 1].norm[0] not in self.joins)):
            start -= 1
        at = start if start < at and lex.has("been", tokens[start]) else at
        start = at
        while start > max(first, at - 20):
            before = tokens[start - 1]
            if before.norm == ":" or before.norm == QUOTE and quoted or before.key in lex.sets["opening"] or (
                    lex.has("clause", before) and not lex.has("adverb", before)):
                break
            start -= 1
        opened = start > first
        been = topic or opened and lex.has("been", tokens[start - 1])
        while start < at and (lex.has("adverb", tokens[start]) or tokens[start].norm in lex.sets["pause"]):
            if opened and tokens[start].norm.endswith(lex.accusative) and (
                    lex.heads.longest_at(tokens, start, at) is not None):
                break  # "but a spokesman", spelled as "speaking" is
            start += 1
        if start >= at or start > first and self._of_place(start - 1):
            return None
        phrase = phrase_at(tokens, start, at, self.joins, accusative=opened)
        if phrase is not None:
            if self.dateline(phrase, first) or not (been or self.reaches(phrase.last, at)):
                return None
            said = self.known(phrase)
            self.learn_names(said, phrase.last, at)
            return said
        called = self.bearer(start)
        if called is not None and start + 4 > at:
            return called
        if opened and tokens[start].kind == "word" and at - start > 2:
            return self.office(start, at)[0]
        return None

    def _of_place(self, at: int) -> bool:
        """Whether a word is "from" or "and from", or "before" as in "by", behind which no subject stands."""
        lex, token = self.lex, self.tokens[at]
        if at and lex.has("clause", token) and self.tokens[at - 1].key in lex.sets["out_of"]:
            return True
        return token.key in lex.sets["out_of"] or token.norm[0] in lex.joins and token.key[1:] in lex.sets["out_of"]

    def dateline(self, phrase: Phrase, first: int) -> bool:
        """Whether a country or its capital that opens a sentence is where the report was filed: "City (AGENCY)-- "."""
        if phrase.rule != "actor" or phrase.first > first + _FILED or (
                self.tokens[phrase.last].norm not in _FILED_MARKS):
            return False
        found = registry().book.longest_at(self.tokens, phrase.first, phrase.last)
        return found is not None and any(sense.kind == "country" for sense in found[3])

    def reaches(self, end: int, at: int) -> bool:
        """Whether nothing but apposition, an adjective, or a person's name, stands between a subject and its verb."""
        pauses = self.lex.sets["pause"]
        while at > end and self.lex.has("adverb", self.tokens[at - 1]):
            at -= 1
        end += end < at and self.tokens[end].norm == QUOTE
        if at == end + 1 and self._describes(self.tokens[end].norm):
            return True
        between = self.tokens[end:at]
        if not between or between[0].key in self.lex.sets["relative"] or between[-1].norm in pauses or (
                sum(token.norm in pauses for token in between) >= 2):
            return True
        named = without_article(between[0].norm) == between[0].norm and len(between) <= _NAME
        if named and not any(self.outside_name(token) for token in between):
            return True
        return all(token.norm in pauses or token.norm in (OPENED, CLOSED) or self.lex.has("adverb", token) or (
            self.lex.has("been", token)) for token in between)

    def _describes(self, norm: str) -> bool:
        """Whether a word with the article is an adjective of what stands before it ("the local network")."""
        bare = without_article(norm)
        return bare != norm and (bare.endswith(_RELATED) or bare in self.lex.sets["outlet_adj"])

    def joined(self, at: int, last: int) -> list[Said]:
        """Speakers joined to the one that ends at a token (X and Y)."""
        token = self.tokens[at] if at < last else None
        if token is None or token.kind != "word" or token.norm[0] not in self.joins or (
                token.key in self.lex.cues):
            return []
        phrase = phrase_at(self.tokens, at, min(last, at + 8), self.joins)
        if phrase is not None:
            # "the ministry of defence and the interior" has no second speaker
            domain = phrase.last == at + 1 and {
                key(token.norm[1:]), self.tokens[at - 1].key} <= self.lex.domains
            return [self.known(phrase)] if phrase.cut and not domain else []
        kind = self.lex.qualifiers.get(token.key[1:])
        return [Said(token.start + 1, token.end, kind, None, "head")] if kind else []

    def known(self, phrase: Phrase) -> Said:
        """The phrase as a speaker; a pointing head (the ministry) takes the kind of whom it points to."""
        kind, actor_id = phrase.kind, phrase.actor_id
        if phrase.pointing:
            earlier = self.heads.get(without_article(phrase.head))
            if earlier is None and phrase.head not in self.lex.own_kind:
                earlier = self.current
            if earlier is not None:
                kind, actor_id = earlier.kind, earlier.actor_id
        first = self.tokens[phrase.first]
        said = Said(first.start + phrase.cut, self.tokens[phrase.last - 1].end, kind, actor_id,
                     phrase.rule)
        served = replace(said, kind="belligerent") if kind == "anonymous_official" else said
        self.first_words[without_article(first.key)] = said
        for token in self.tokens[phrase.first : phrase.last]:
            self.heads[without_article(token.key)] = said if token.start == first.start else served
        return said
