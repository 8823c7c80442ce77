"""Speakers' noun phrases: where the name or the office of a source ends, and what kind of source it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import key, without_article
from sijill.arabic.tokens import NAMING
from sijill.documents import Token
from sijill.extract.speech.kinds import kind_of
from sijill.extract.speech.words import SpeechWords, speech_words
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.registry import registry
from sijill.replacing import replace

_LONGEST: Final = 14
_QUOTED: Final = 8
_WINDOW: Final = _LONGEST + _QUOTED
_OPENERS: Final = frozenset("\"'")
_MEDIA: Final = ("media", "state_media")
_SERVED: Final = ("medical", "monitor", "media", "state_media")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's phrase: tokens `first`..`last`, letters cut off, kind, registry id and its head's key."""

    first: int
    last: int
    cut: int
    kind: str
    actor_id: str | None
    head: str
    pointing: bool
    rule: str


def phrase_at(tokens: Sequence[Token], at: int, stop: int, particles: str = "",
              accusative: bool = False) -> Phrase | None:
    """The speaker's phrase that begins at a token, whose first word may carry one of `particles`."""
    lex = speech_words()
    issuer = _issuer(lex, tokens, at, stop)
    if issuer is not None:
        return issuer
    if 0 < at < stop and lex.has("pictured", tokens[at]) and lex.has("recorded", tokens[at - 1]):
        return None  # "a video tape": the word is also one for a photographer
    first = at
    while at < stop and tokens[at].kind == "mark" and tokens[at].norm in _OPENERS and at - first < 2:
        at += 1
    if at >= stop or tokens[at].kind not in NAMING:
        return None
    named = lex.sources.longest_at(tokens, at, stop)
    if named is not None and named[2] not in {"", *particles}:
        named = None
    head = _head(lex, tokens, at, stop, particles)
    if named is None and head is None and lex.bound[0] in particles and tokens[at].norm.startswith(lex.bound_ties[0]):
        return _spelled_out(lex, tokens, at, stop, particles, accusative)
    if head is not None and not accusative and head[0] == at + 1 and _is_object(lex, tokens[at], head[1]):
        head = None
    actor = _actor(tokens, at, stop, particles)
    if actor is not None and actor[0] == at + 1 < stop and tokens[at].key in lex.ranks and (
            tokens[at + 1].kind == "word" and not lex.has("that", tokens[at + 1])):
        actor = None
    best = max((found[0] for found in (named, head, actor) if found is not None), default=at)
    if best == at:
        return None
    if head is not None and head[0] == best and not (named is not None and named[0] == best and
                                                     head[3][0] in ("role", "head")):
        return _Extension(lex, tokens, at, stop, head).phrase()
    if named is not None and named[0] == best:
        kind, source = named[3]
        return Phrase(at, best, named[1], kind, source, tokens[at].key, False, "source")
    assert actor is not None
    if head is not None and head[3][0] == "head":
        phrase = _Extension(lex, tokens, at, stop, head).phrase()
        if phrase.last >= best:
            return phrase  # else the side's name is the longer: "the organisation of Abu X"
    best = _called_too(tokens, best, stop, actor[3][0])
    return Phrase(at, best, actor[1], actor[3][1], actor[3][0], tokens[at].key, False, "actor")


def _issuer(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int) -> Phrase | None:
    """Who issued a statement that begins at a token ("a statement issued by A"), as the gold names it in 2 of 2."""
    by = at + 2
    told = by + 1 < stop and lex.has("link", tokens[at]) and lex.has("issued", tokens[at + 1])
    return phrase_at(tokens, by + 1, stop) if told and lex.has("link", tokens[by]) else None


def _called_too(tokens: Sequence[Token], end: int, stop: int, actor_id: str) -> int:
    """The end of a side's name, with its short name in quotes behind it."""
    close = _closing(tokens, end, stop) if end < stop and tokens[end].norm in _OPENERS else 0
    short = _actor(tokens, end + 1, close, "") if close else None
    return close + 1 if short is not None and short[0] == close and short[3][0] == actor_id else end


def _tells_a_deed(tokens: Sequence[Token], at: int, close: int) -> bool:
    """Whether one word in quotes is what the speaker says was done, in the reporter's doubt: the agency's "killing".

    Or it is one that is no speaker's name at all.
    """
    if close != at + 1:
        return False
    return speech_words().has("outside", tokens[at]) or _is_a_deed(tokens[at], definite=False)


def _is_a_deed(token: Token, definite: bool) -> bool:
    """Whether a word is the noun of a deed, with the article or without."""
    hit = lexicon().hit(token.norm)
    return hit is not None and hit.form == "noun" and hit.definite is definite and not hit.particles


def _head(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int,
          particles: str) -> tuple[int, int, str, tuple[str, str]] | None:
    found = lex.heads.longest_at(tokens, at, stop)
    if found is None and tokens[at].key not in lex.ranks:
        bare = Token(tokens[at].start, tokens[at].end, without_article(tokens[at].norm),
                     key(without_article(tokens[at].norm)), "word")
        if bare.norm != tokens[at].norm:
            found = lex.heads.longest_at((bare, *tokens[at + 1 : at + 4]), 0, min(4, stop - at))
            if found is not None:
                found = (found[0] + at, found[1], found[2], found[3])
    return found if found is not None and found[2] in {"", *particles} else None


def _spelled_out(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int, particles: str,
                 accusative: bool) -> Phrase | None:
    """The phrase behind "to the", read as the article that is written into it ("according to the ministry")."""
    window = _spelled(lex, tokens, at, stop)
    phrase = phrase_at(window, 0, len(window), particles, accusative)
    return None if phrase is None else replace(phrase, first=at, last=at + phrase.last)


def _spelled(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int) -> tuple[Token, ...]:
    """The tokens from "to the" on, read as the article; of a long text only what a phrase may reach."""
    token, tie = tokens[at], lex.bound_ties
    norm = tie[1][1:] + token.norm[len(tie[0]):]
    return Token(token.start, token.end, norm, key(norm), token.kind), *tokens[at + 1 : min(stop, at + _WINDOW)]


def _actor(tokens: Sequence[Token], at: int, stop: int,
           particles: str) -> tuple[int, int, str, tuple[str, str]] | None:
    known = registry()
    found = known.book.longest_at(tokens, at, stop)
    if found is None or found[2] not in {"", *particles}:
        return None
    sense = found[3][0]
    if sense.actor in speech_words().distant:
        return found[0], found[1], found[2], (sense.actor, "international")
    if sense.kind == "country":
        return found[0], found[1], found[2], (sense.actor, "belligerent")
    actor = known.actors.get(sense.actor)
    group = actor.kind if actor is not None else ""
    if group in ("civilians", "unidentified"):
        return None
    kind = {"international_organisation": "international", "protesters": "activist"}.get(group, "belligerent")
    return found[0], found[1], found[2], (sense.actor, kind)


class _Extension:
    """Reads on behind a head word, which begins at a token: its adjectives, its construct chain and whom it serves."""

    def __init__(self, lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int,
                 head: tuple[int, int, str, tuple[str, str]]) -> None:
        self._lex, self._tokens, self._at, self._limit = lex, tokens, at, min(stop, at + _LONGEST)
        self._end, self._cut, _, (self._group, self._kind) = head
        self._here = self._end
        self._pointing = tokens[at].key in lex.anaphors
        self._opens_definite = _definite(tokens[at]) or self._end > at + 1
        self._accusative = tokens[at].norm.endswith(lex.accusative)
        self._actor_id: str | None = None
        self._served: str | None = None
        self._qualified: str | None = None
        self._official = self._tied = self._chained = False

    def phrase(self) -> Phrase:
        """The phrase, over all that is of it."""
        while self._here < self._limit and self._reads():
            pass
        lex, tokens, at, end, group = self._lex, self._tokens, self._at, self._end, self._group
        aim = lex.aims.longest_at(tokens, end, self._limit) if end < self._limit else None
        if aim is not None and any(without_article(t.key) in lex.civil for t in tokens[at:end]):
            return Phrase(at, aim[0], self._cut, aim[3], None, tokens[at].key, False, group)
        served = self._served
        if served is None and any(t.key in lex.factions for t in tokens[at + 1 : end]):
            served = "belligerent"
        if served == "international" and any(t.key in lex.martial for t in tokens[at:end]):
            served = "belligerent"
        kind = kind_of(group, self._kind, served, self._qualified, self._official, self._actor_id or "")
        return Phrase(at, end, self._cut, kind, self._actor_id, tokens[at].key, self._pointing and end == at + 1, group)

    def _reads(self) -> bool:
        """Whether what stands next is of the phrase; reads it."""
        lex, here = self._lex, self._here
        token = _nominative(lex, self._tokens[here]) if self._accusative else self._tokens[here]
        if self._group == "role" and token.norm in lex.bound and here + 2 < self._limit and (
                self._tokens[here + 1].norm in _OPENERS):
            body = _named(lex, self._tokens, here + 2, self._limit)
            if body is None or body[1] in _MEDIA:
                return False  # told "to" an outlet
            self._here += 1  # "of" written apart from a name in quotes
            return True
        if token.kind == "mark":
            return self._reads_quoted(token)
        self._note(token)
        bound = self._tied and token.key not in lex.body
        tie = "" if self._group == "whole" or bound else _tie(lex, self._tokens, here, self._limit)
        if not tie and self._works_for(token):
            tie = "bound"
        name_at = here + 1 if tie == "word" else here
        ranked = token.key in lex.ranks and self._tokens[here - 1].key in lex.body
        if name_at >= self._limit or (lex.has("outside", token) and not tie and not ranked):
            return False
        if token.norm.startswith(lex.bound_ties[0]) and self._kind not in _MEDIA and _tells_outlet(
                lex, self._tokens, here, self._limit):
            return False
        inner = self._body(token, name_at, tie)
        if inner is not None and inner[1] in _MEDIA and token.norm.startswith(lex.bound[0]) and (
                not tie or tie == "bound" and self._kind not in _MEDIA):
            return False  # who speaks "to" a broadcaster is not of it
        if self._tied and not tie and self._kind not in _MEDIA and _is_outlet(lex, self._tokens, here, self._limit):
            return False  # "informed AGENCY"
        within = not tie and _in_a_body(lex, self._tokens[here - 1])
        if inner is not None and within and self._served:
            inner = None
        if inner is not None and (self._group == "whole" or self._served and not tie):
            if self._group != "whole" or not (_definite(token) or token.norm.endswith(lex.relation)) or (
                    _names_side(self._tokens, here, self._limit)):
                return False
            inner = None
        if inner is not None:
            if self._served is None:
                self._served, self._actor_id = inner[1:]
            self._tied = self._tied or bool(tie)
            return self._to(inner[0], True)
        if tie == "word":
            if not (_definite(self._tokens[name_at]) or self._tokens[name_at].key in lex.body):
                return False
            self._tied = True
            return self._to(name_at + 1, True)
        return self._reads_word(token, tie)

    def _works_for(self, token: Token) -> bool:
        """Whether the outlet of a reporter stands at a token, right behind the word for one ("a reporter of A")."""
        if self._kind != "media" or self._here != self._at + 1 or not token.norm.startswith(self._lex.bound[0]):
            return False
        outlet = self._lex.sources.longest_at(self._tokens, self._here, self._limit)
        return outlet is not None and outlet[2] == self._lex.bound[0] and outlet[3][0] in _MEDIA

    def _to(self, end: int, chained: bool) -> bool:
        """Takes the phrase up to a token, a construct chain from there on if it says so; what stands there is of it."""
        self._here = self._end = end
        self._chained = self._chained or chained
        return True

    def _reads_quoted(self, token: Token) -> bool:
        """Whether quotes open at a token that hold a name, and are of the phrase."""
        close = _closing(self._tokens, self._here, self._limit) if token.norm in _OPENERS else 0
        if not close or _tells_a_deed(self._tokens, self._here + 1, close) or any(
                self._lex.has("opening", inside) for inside in self._tokens[self._here + 1 : close]):
            return False  # what is said, or what stands between two quotations, is no name
        inner = _named(self._lex, self._tokens, self._here + 1, close)
        if inner is not None and self._served is None and (self._kind != "media" or inner[0] == close):
            self._served, self._actor_id = inner[1:]
        return self._to(close + 1, True)

    def _note(self, token: Token) -> None:
        """Remember what a word says of the source: its quality, whether it is official, and its country."""
        lex = self._lex
        if self._group in ("head", "whole") and self._qualified is None:
            self._qualified = lex.qualifiers.get(token.key) or lex.qualifiers.get(without_article(token.key))
        self._official = self._official or token.key in lex.official
        country = registry().adjectives.get(token.key)
        if self._served is None and self._group in ("role", "head") and country is not None:
            self._served = "international" if country in lex.distant else "belligerent"
            self._actor_id = f"COUNTRY:{country}"

    def _body(self, token: Token, name_at: int, tie: str) -> tuple[int, str, str] | None:
        """The named body that stands at a token, or that a tie leads to; a nationality alone is an adjective."""
        lex = self._lex
        particle = lex.bound if tie == "bound" or tie != "word" and self._group == "role" else ""
        inner = _named(lex, self._tokens, name_at, self._limit, particle)
        alone = inner is not None and inner[0] == self._here + 1 and not tie
        return None if alone and token.key in registry().adjectives else inner

    def _reads_word(self, token: Token, tie: str) -> bool:
        """Whether a word that names no body is an adjective of the phrase, or the next of its construct chain."""
        lex, before = self._lex, self._tokens[self._here - 1]
        closed = before.kind == "mark" or _definite(before) or before.key in registry().adjectives
        if closed and _is_a_deed(token, definite=True):
            return False  # what they claim, behind their name in quotes, an adjective or an article
        if self._pointing or self._group == "whole":
            fits = _definite(token) and token.norm.endswith(lex.relation) or token.key in lex.qualifiers or (
                self._here + 1 < self._limit and lex.has("of_office", token)
                and _tie(lex, self._tokens, self._here + 1, self._limit) != "")  # "the former head of"
            if not fits and (self._pointing or _definite(before)):
                return False
        opened = not _definite(before)
        if tie or _definite(token) or token.key in lex.body or opened and _adjective(lex, token):
            return self._to(self._here + 1, not _definite(token))
        first = not self._opens_definite and not self._chained and self._group == "role" and self._here == self._at + 1
        if token.kind == "word" and (opened and (before.key in lex.body or _in_a_body(lex, before)) or first):
            return self._to(self._here + 1, True)
        return False


def _nominative(lex: SpeechWords, token: Token) -> Token:
    """An adjective that agrees with an accusative head, as the tables have it."""
    bare = token.norm[:-1]
    known = token.norm.endswith(lex.accusative) and (bare in lex.qualifiers or bare in lex.plain)
    return replace(token, norm=bare, key=bare) if known else token


def _adjective(lex: SpeechWords, token: Token) -> bool:
    # an adjective of a country may begin with the letter of a joining particle
    return token.key in registry().adjectives or token.norm[0] not in lex.joins and (
        token.key in lex.qualifiers or token.key in lex.plain or (
            len(token.norm) > 3 and token.norm.endswith(lex.relation)))


def _named(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int,
           particles: str = "") -> tuple[int, str, str] | None:
    """The named body at a token: (end token, kind, registry id)."""
    named = lex.sources.longest_at(tokens, at, stop)
    if named is not None and named[2] in {"", *particles}:
        return named[0], named[3][0], named[3][1]
    actor = _actor(tokens, at, stop, particles)
    if actor is not None:
        return actor[0], actor[3][1], actor[3][0]
    whole = lex.heads.longest_at(tokens, at, stop)
    if whole is None or whole[2] not in {"", *particles} or whole[3][0] != "whole":
        return None
    return (whole[0], whole[3][1], "") if whole[3][1] in _SERVED else None


def _is_outlet(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether an outlet is named at a token, by the word for such bodies first."""
    head = lex.heads.longest_at(tokens, at, stop)
    return head is not None and head[3] == ("head", "media") and not head[2] and not _definite(tokens[at])


def _tells_outlet(lex: SpeechWords, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether "to the" at a token leads to an outlet by its name, which has the article or not ("told the BBC")."""
    window = _spelled(lex, tokens, at, stop)
    bare = without_article(window[0].norm)
    for first in (window[0], replace(window[0], norm=bare, key=key(bare))):
        named = lex.sources.longest_at((first, *window[1:]), 0, len(window))
        if named is not None and named[3][0] in _MEDIA:
            return True
    return False


def _names_side(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a side is named at a token by more than one word, whom a speaker accuses or tells of."""
    actor = _actor(tokens, at, stop, "")
    return actor is not None and actor[0] > at + 1


def _tie(lex: SpeechWords, tokens: Sequence[Token], at: int, limit: int) -> str:
    token = tokens[at]
    if token.key in lex.sets["tie"]:
        after = tokens[at + 1] if at + 1 < limit else None
        if after is None or after.kind != "word" or lex.has("occasion", after) or lex.has("adverb", after):
            return ""
        return "word"
    if len(token.norm) > 4 and token.norm.startswith(lex.bound_ties) and not lex.has("outside", token):
        return "bound"
    return "bound" if _in_a_body(lex, token) else ""


def _in_a_body(lex: SpeechWords, token: Token) -> bool:
    """Whether a token is a word for a body or a place with "in" written into it ("in the ministry of")."""
    return token.norm[0] in lex.sets["with"] and key(token.norm[1:]) in lex.body


def _closing(tokens: Sequence[Token], at: int, limit: int) -> int:
    for here in range(at + 2, min(limit, at + _QUOTED)):
        if tokens[here].kind == "mark" and tokens[here].norm == tokens[at].norm:
            return here
    return 0


def _definite(token: Token) -> bool:
    return without_article(token.norm) != token.norm


def _is_object(lex: SpeechWords, token: Token, cut: int) -> bool:
    """Whether a head stands in the accusative, which no subject does."""
    return token.norm.endswith(lex.accusative) and lex.heads.get(token.norm[cut:]) is None
