"""How far the dates of a sentence are from a word of it: words, clauses, other events and speech between them."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import COMMAS
from sijill.documents import Document, Sentence, TimeMention
from sijill.extract.times.datelines import dateline
from sijill.replacing import replace

COARSE: Final = frozenset({"since", "span", "month", "year", "during", "week", "edge", "season", "decade", "run"})
"""Rules of dates that say no single day."""
MOST: Final = 90
"""What a date that attaches to a word by itself may cost."""
MOST_COARSE: Final = 30
"""The same of a coarse date."""
# Costs in words between a date and a trigger, tuned on annotated articles; the optimum is flat.
_CLAUSE: Final = 10
_OTHER_TRIGGER: Final = 10
_SPEECH: Final = 10
_COMMA: Final = 1
_COARSENESS: Final = 8
_ELAPSED: Final = 8
_SPEECH_REACH: Final = 14  # words from a verb of saying to its date, its subject between them
_TO_SPEECH: Final = 3  # words from "earlier" to the verb of saying that it dates
_ELAPSED_REACH: Final = 14  # words from "two days after" to a noun for what happened then
_NEAR: Final = 4  # words from a noun to the clause or the date that tells of it alone
_ANTECEDENT: Final = 8  # words from a relative clause back to what it may tell of
_SINCE: Final = 8  # words from "since" to the date of what it names
_ASIDE: Final = 2  # words from a comma to a date between commas
_OPENING: Final = 7  # words of a sentence in which "one of these" may stand
_RECORD: Final = 5  # words from "the worst" to "since"
_TO_WHEN: Final = 4  # words from "since" a time to "when" or "after" something
_ONCE: Final = 8  # words from "once before" to what was done
_OF_YEARS: Final = ("date", "month")
_YEAR: Final = 4  # digits of a year
_DAYS: Final = frozenset({"date", "hijri", "day", "weekday", "week", "month", "ago"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a sentence seen from a word: its tokens `first`..`last`, what it costs, what lies between.

    `statement` says that it dates what is said and not what happened, `since` that it has gone on from that day.
    """

    mention: TimeMention
    first: int
    last: int
    cost: int
    statement: bool
    words: int
    clauses: int
    triggers: int
    commas: int
    since: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    clauses: frozenset[str]
    relatives: frozenset[str]
    speech: frozenset[str]
    said: frozenset[str]
    openers: frozenset[str]
    that: frozenset[str]
    when: frozenset[str]
    since: frozenset[str]
    that_all: frozenset[str]
    one_of: frozenset[str]
    these: frozenset[str]
    then: frozenset[str]
    going: frozenset[str]
    harm: frozenset[str]
    coming: frozenset[str]
    began: frozenset[str]
    lasting: frozenset[str]
    record: frozenset[str]
    than: frozenset[str]
    signed: frozenset[str]
    issued: frozenset[str]
    once: frozenset[str]
    once_to: frozenset[str]


@functools.cache
def _words() -> _Words:
    data = resources.toml("times.toml")

    def forms(kind: str) -> frozenset[str]:
        return frozenset(p + fold_word(w) for w in data["dating"][kind] for p in data["particles"][:3])

    return _Words(forms("clauses"), forms("relatives"), forms("speech"), forms("said"), forms("openers"),
                  forms("that"), forms("when"), forms("since"), forms("that_all"), forms("one_of"), forms("these"),
                  forms("then"), forms("going"), forms("harm"),
                  frozenset(fold_word(w) for w in data["relative"]["next"]), forms("began"), forms("lasting"),
                  forms("record"), forms("than"), forms("signed"), forms("issued"), forms("once"), forms("once_to"))


class Reach:
    """The dates of one document and what parts them from its words.

    `triggers` are the tokens that tell events, `verbs` those of verbs that may.
    """

    def __init__(self, document: Document, triggers: Sequence[int], verbs: Sequence[int] = ()) -> None:
        assert document.tokens is not None
        assert document.sentences is not None
        self.tokens, self._published = document.tokens, document.published
        self.triggers = sorted(set(triggers))
        self._verbs = sorted(verbs)
        self._starts = [token.start for token in document.tokens]
        sentence_starts = [sentence.start for sentence in document.sentences]
        self.dates: dict[int, list[tuple[int, int, TimeMention]]] = {}
        heading, words = dateline(document), _words()
        for mention in document.times or ():
            unknown = mention.earliest is None and mention.latest is None and document.published is not None
            span = self.token_at(mention.start), self.token_at(mention.end - 1)
            issued = span[0] > 0 and self.tokens[span[0] - 1].norm in words.issued
            if mention.rule != "now" and not unknown and not issued and mention is not heading:
                at = bisect_right(sentence_starts, mention.start) - 1
                self.dates.setdefault(at, []).append((*span, mention))
        self._first_dated = min(self.dates, default=-1)
        self._clauses: list[int] = []
        self._relatives: list[int] = []
        self._speech: list[int] = []
        self._said: list[int] = []
        self._commas: list[int] = []
        self._subordinate: list[int] = []
        self._since: list[int] = []
        self._that_all: list[int] = []
        self._lasting: list[int] = []
        self._records: list[int] = []
        self._harm: list[int] = []
        self._sentences, self._words = document.sentences, words
        self._firsts = [sentence.first for sentence in document.sentences]
        for at in sorted(self.dates):
            self._mark(document.sentences[at], words)
        # the tokens right behind a place, which a relative clause there tells of
        self._placed = frozenset(place.last for place in document.places or ())
        self._nearest: dict[int, Dated | None] = {}

    def _mark(self, sentence: Sentence, words: _Words) -> None:
        for at in range(sentence.first, sentence.last):
            norm = self.tokens[at].norm
            if norm in words.when or norm in words.that and at > sentence.first and (
                    self.tokens[at - 1].norm in words.openers):
                self._subordinate.append(at)
            if norm in words.since:
                self._since.append(at)
            if norm in words.record and self.tokens[at + 1 : at + 2] and self.tokens[at + 1].norm not in words.than:
                self._records.append(at)
            if norm in words.lasting or norm in words.signed:
                self._lasting.append(at)
            if norm in words.harm:
                self._harm.append(at)
            if norm in words.that_all and at > sentence.first + 1 and self.tokens[at - 2].norm in COMMAS:
                self._that_all.append(at)
            if norm in words.clauses:
                self._clauses.append(at)
                if norm in words.relatives:
                    self._relatives.append(at)
            elif norm in words.speech:
                self._speech.append(at)
            elif norm in words.said:
                self._said.append(at)
            elif norm in COMMAS:
                self._commas.append(at)

    def token_at(self, offset: int) -> int:
        """The token that holds a raw offset, or the last one before it."""
        return bisect_right(self._starts, offset) - 1

    def of_sentence(self, at: int, sentence: int) -> list[Dated]:
        """The dates of a word's sentence, the cheapest first; those that cannot be the word's left out."""
        seen = [self._seen(at, first, last, mention) for first, last, mention in self.dates.get(sentence, ())]
        found = [d for d in seen if d is not None]
        # of "A on Monday and B on Tuesday" Monday is A's
        if any(d.first > at and d.mention.rule in _DAYS and not (d.triggers or d.clauses or d.statement)
               for d in found):
            begin = self._sentences[sentence].first
            found = [d for d in found if d.first > at or not _count(self.triggers, begin, d.first)]
        return sorted(found, key=lambda d: (d.cost, d.first))

    def nearest(self, at: int, sentence: int) -> Dated | None:
        """The date that attaches to a word by itself; found once, since every event asks it of the others."""
        if at not in self._nearest:
            self._nearest[at] = next((d for d in self.of_sentence(at, sentence)
                                      if d.cost <= (MOST_COARSE if d.mention.rule in COARSE else MOST)), None)
        return self._nearest[at]

    def _seen(self, at: int, first: int, last: int, mention: TimeMention) -> Dated | None:
        if self._began(at, last):
            mention = mention if mention.begun is None else replace(mention, latest=mention.begun, rule="date")
        elif self._of_record(at, first):
            return None
        low, high = (at + 1, first) if at < first else (last + 1, at)
        triggers = _count(self.triggers, low, high)
        clauses, commas = _count(self._clauses, low, high), _count(self._commas, low, high)
        if mention.rule == "elapsed":
            near = last < at <= last + _NEAR and not triggers
            if not near and not (last < at <= last + _ELAPSED_REACH and self._unbroken(low, high)):
                return None
            return Dated(mention, first, last, _ELAPSED, False, high - low, clauses, triggers, commas)
        if self._of_lasting(at, first, mention.rule):
            return None
        if last < at and self._within(first) and _count(self._that_all, low, high):
            return None
        if clauses and at < first:
            if self._of_another(at, low, high) or self._of_clause(low, high):
                return None
            nearest = self._clauses[bisect_left(self._clauses, low)]
            if nearest - at <= _NEAR and self.tokens[nearest].norm in self._words.relatives:
                clauses -= 1
        statement = self.dates_speech(first, at) or last < at and self._opens_speech(mention, last)
        cost = (high - low + _CLAUSE * clauses + _COMMA * commas + _OTHER_TRIGGER * triggers
                + _COARSENESS * (mention.rule in COARSE) + _SPEECH * statement)
        return Dated(mention, first, last, cost, statement, high - low, clauses, triggers, commas,
                     self._from_then(at, first, mention))

    def _began(self, at: int, last: int) -> bool:
        """Whether "when" or "after" right behind "since" a time leads to a word: it tells what began then."""
        return any(token.norm in self._words.began for token in self.tokens[last + 1 : min(last + _TO_WHEN, at)])

    def _of_record(self, at: int, first: int) -> bool:
        """Whether a date says since when there was nothing like it ("the worst since the war of 2014").

        It is of what stands behind "since" alone: of others in the gold in 1 of 13.
        """
        since = _last_before(self._since, first + 1)
        if first - since > _SINCE or since < first and since < at or _count(self._commas, since, first):
            return False
        before = max(since - _RECORD, 0)
        return _count(self._records, before, since) > _count(self._commas, before, since)

    def _opens_speech(self, mention: TimeMention, last: int) -> bool:
        """Whether a verb of saying stands right behind a time that says only that something was earlier."""
        return mention.earliest is None and _count(self._speech, last + 1, last + _TO_SPEECH) > 0

    def _unbroken(self, low: int, high: int) -> bool:
        """Whether no clause begins between two tokens, and no verb stands there that may tell a deed."""
        return not any(_count(parting, low, high) for parting in (self._clauses, self._subordinate, self._verbs))

    def _from_then(self, at: int, first: int, mention: TimeMention) -> bool:
        """Whether a date tells since when a word before it goes on: it stands behind "since" and what began then."""
        since = _last_before(self._since, first)
        return mention.rule in _DAYS and at < since and 1 < first - since <= _SINCE and (
            not _count(self._commas, since, first))

    def _of_another(self, at: int, low: int, high: int) -> bool:
        """Whether a date behind a trigger ends a relative clause that tells of a word between them."""
        relative = _last_before(self._relatives, high)
        if relative < low or _count(self._commas, relative, high):
            return False
        if relative in self._placed and _count(self.triggers, relative, high):
            return True  # "shelled the quarter that X took last week"
        if _count(self._verbs, at, at + 1) and _count(self._verbs, relative, high):
            return True  # no verb is what a relative clause tells of
        back = relative - at
        return back > _ANTECEDENT or (back > _NEAR and _count(self.triggers, low, relative) > 0)

    def _of_clause(self, low: int, high: int) -> bool:
        """Whether a date ends a clause with a verb of its own ("after they had cut, on the 17th, the road")."""
        first = _last_before(self._subordinate, high)
        return first >= low and _count(self._verbs, first, high) > 0 and not _count(self._commas, first, high)

    def _of_lasting(self, at: int, first: int, rule: str) -> bool:
        """Whether a date behind a word is that of what lasts since then ("the war going on since 2014").

        It is so behind a verb, another deed or a place: in 7 of 7 in the gold.
        """
        state = _last_before(self._lasting, first)
        if state <= at or first - state > _NEAR or _count(self._commas, state, first):
            return False
        if rule != "since" and self.tokens[state].norm not in self._words.signed:
            return False
        return state in self._placed or any(
            _count(parting, low, state) for parting, low in (
                (self._verbs, at), (self._clauses, at), (self.triggers, at + 1)))

    def _within(self, first: int) -> bool:
        """Whether a date stands in a relative clause behind its verb ("the raid that they announced on the 25th")."""
        opened = _last_before(self._relatives, first)
        return opened >= 0 and _count(self._verbs, opened, first) > 0 and not _count(self._commas, opened, first)

    def in_aside(self, first: int) -> bool:
        """Whether a date stands in a relative clause, or between commas of one ("whom X, in May, drove from P")."""
        comma = _last_before(self._commas, first)
        return self._within(first) or first - comma <= _ASIDE and self._within(comma)

    def of_sentence_before(self, sentence: int, deeds: Container[int]) -> TimeMention | None:
        """The only date of the sentence before, for one without a date that points back to it.

        It does so with "then" ("the army then entered P"), to any date, or where it opens with "one of these" deeds, to
        a day.
        """
        told = [mention for *_, mention in self.dates.get(sentence - 1, ())]
        if sentence in self.dates or not told:
            return None
        first, last = self._sentences[sentence].first, self._sentences[sentence].last
        if not any(self.tokens[at].norm in self._words.then for at in range(first, last)):
            if not self._of_these(first, last, deeds):
                return None
            told = [mention for mention in told if mention.rule not in COARSE]
        return told[0] if len({(mention.earliest, mention.latest) for mention in told}) == 1 else None

    def of_lead_before(self, sentence: int) -> TimeMention | None:
        """The only day of the first sentence with one, for the next: so in 172 of 223 in the gold that name a day.

        It is the day of the news or the one before.
        """
        dates = self.dates.get(sentence - 1, ())
        if not dates or sentence in self.dates or sentence - 1 != self._first_dated or self.dates_speech(dates[0][0]):
            return None
        mention = dates[0][2]
        if any((other.earliest, other.latest) != (mention.earliest, mention.latest) for *_, other in dates):
            return None
        if self._published is None or mention.earliest is None or mention.earliest != mention.latest:
            return None
        return mention if 0 <= (self._published - mention.earliest).days <= 1 else None

    def told_before(self, at: int, sentence: int) -> bool:
        """Whether a word's clause says that it had been done once before, with a verb that means no more than that."""
        first, words = max(self._sentences[sentence].first, at - _ONCE), self._words
        once = next((i for i in range(at - 1, first - 1, -1) if self.tokens[i].norm in words.once), at)
        between = {token.norm for token in self.tokens[once + 1 : at]}
        return not words.once_to.isdisjoint(between) and between.isdisjoint(COMMAS)

    def _of_these(self, first: int, last: int, deeds: Container[int]) -> bool:
        """Whether a sentence opens with "one of these" deeds."""
        words = self._words
        return any(self.tokens[at].norm in words.one_of and self.tokens[at + 1].norm in words.these and at + 2 in deeds
                   for at in range(first, min(first + _OPENING, last - 1) - 1))

    def goes_on(self, at: int) -> bool:
        """Whether a word says that what is told beside it goes on."""
        return self.tokens[at].norm in self._words.going

    def bare(self, dated: Dated) -> bool:
        """Whether a date names a month, and neither its year nor that it is to come."""
        said = self.tokens[dated.first : dated.last + 1]
        return dated.mention.rule in _OF_YEARS and not any(
            token.norm in self._words.coming or token.kind == "number" and len(token.norm) == _YEAR for token in said)

    def dates_speech(self, first: int, at: int = -1) -> bool:
        """Whether a verb of saying, not a word `at`, stands before a date in its sentence, with nothing told or said
        between them, nor that word.

        Behind "the death of" or the like a date is that of the deed: so in 7 of 7 in the gold.
        """
        spoken = _last_before(self._speech, first)
        if spoken < 0 or first - spoken > _SPEECH_REACH or spoken <= at < first or (
                spoken < _last_before(self._firsts, first + 1)):
            return False
        return not any(_count(told, spoken + 1, first) for told in (self.triggers, self._said, self._harm))


def _count(places: list[int], low: int, high: int) -> int:
    return bisect_left(places, high) - bisect_left(places, low)


def _last_before(places: list[int], at: int) -> int:
    """The last of some tokens before one, or -1."""
    found = bisect_left(places, at)
    return places[found - 1] if found else -1
