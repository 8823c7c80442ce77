"""Dating: which words of a text date an event that it tells, and when the event was if none do."""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.clitics import readings, without_article
from sijill.arabic.folding import fold_word
from sijill.documents import Document, Sentence, TimeArgument, TimeMention

requires: Final[tuple[str, ...]] = ("tokens", "sentences", "times")

_COARSE: Final = frozenset({"since", "span", "month", "year", "during", "week", "edge", "season", "decade", "run"})
# Costs in words between a date and a trigger, tuned on annotated articles; the optimum is flat.
_CLAUSE: Final = 10
_OTHER_TRIGGER: Final = 10
_SPEECH: Final = 10
_COMMA: Final = 1
_COARSENESS: Final = 8
_ELAPSED: Final = 8
_MOST: Final = 90
_MOST_COARSE: Final = 30
_SPEECH_REACH: Final = 14  # words from a verb of saying to its date, its subject between them
_NEAR: Final = 4  # words from a noun to the clause or the date that tells of it alone
_ANTECEDENT: Final = 8  # words from a relative clause back to what it may tell of


@dataclass(frozen=True, slots=True)
class _Words:
    clauses: frozenset[str]
    relatives: frozenset[str]
    speech: frozenset[str]
    said: frozenset[str]


@functools.cache
def _words() -> _Words:
    data = resources.toml("times.toml")

    def forms(kind: str) -> frozenset[str]:
        return frozenset(p + fold_word(w) for w in data["dating"][kind] for p in data["particles"][:3])

    return _Words(forms("clauses"), forms("relatives"), forms("speech"), forms("said"))


def _day_before(day: dt.date) -> dt.date:
    return day - dt.timedelta(1) if day > dt.date.min else day


class Dater:
    """Dates the events of one document; `triggers` are the offsets of all words that tell one."""

    def __init__(self, doc: Document, triggers: Sequence[int] = ()) -> None:
        assert doc.tokens is not None
        assert doc.sentences is not None
        assert doc.times is not None
        self._tokens, self._sentences, self._published = doc.tokens, doc.sentences, doc.published
        self._starts = [token.start for token in doc.tokens]
        self._sentence_starts = [sentence.start for sentence in doc.sentences]
        self._triggers = sorted({self._token(offset) for offset in triggers})
        self._mentions: dict[int, list[tuple[int, int, TimeMention]]] = {}
        for mention in doc.times:
            unknown = mention.earliest is None and doc.published is not None
            if mention.rule != "now" and not unknown:
                at = bisect_right(self._sentence_starts, mention.start) - 1
                span = self._token(mention.start), self._token(mention.end - 1)
                self._mentions.setdefault(at, []).append((*span, mention))
        words = _words()
        self._clauses: list[int] = []
        self._speech: list[int] = []
        self._said: list[int] = []
        self._commas: list[int] = []
        for at in sorted(self._mentions):
            self._mark(doc.sentences[at], words)
        self._relatives = words.relatives

    def _mark(self, sentence: Sentence, words: _Words) -> None:
        for at in range(sentence.first, sentence.last):
            norm = self._tokens[at].norm
            if norm in words.clauses:
                self._clauses.append(at)
            elif norm in words.speech:
                self._speech.append(at)
            elif norm in words.said:
                self._said.append(at)
            elif norm in "،,":
                self._commas.append(at)

    def _token(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def date(self, trigger_start: int, *, planned: bool = False) -> TimeArgument:
        """When the event told at `trigger_start` was, or is to be if `planned`.

        Undated news was the day before publication or that day; what is undated and planned, or has no
        day of publication, has no bounds.
        """
        found = self._attached(trigger_start)
        if found is None and not planned:
            found = self._carried(trigger_start)
        if found is None:
            if planned:
                return TimeArgument(None, None, None, None, "planned")
            day = self._published
            return TimeArgument(None, None, day and _day_before(day), day, "news")
        low, high = found.earliest, found.latest
        if not planned or found.rule != "during" or low is None or high is None or high != self._published:
            return found
        return TimeArgument(found.start, found.end, high, high + (high - low), "within")

    def _attached(self, trigger_start: int) -> TimeArgument | None:
        at = self._token(trigger_start)
        best: tuple[int, TimeMention, bool] | None = None
        sentence = bisect_right(self._sentence_starts, trigger_start) - 1
        for first, last, mention in self._mentions.get(sentence, ()):
            cost, statement = self._cost(at, first, last, mention.rule)
            limit = _MOST_COARSE if mention.rule in _COARSE else _MOST
            if cost <= limit and (best is None or cost < best[0]):
                best = cost, mention, statement
        if best is None:
            return None
        mention = best[1]
        low, high = mention.earliest, mention.latest
        if best[2] and low is not None and low == high:
            return TimeArgument(None, None, _day_before(low), high, "statement")
        return TimeArgument(mention.start, mention.end, low, high, mention.rule)

    def _cost(self, at: int, first: int, last: int, rule: str) -> tuple[int, bool]:
        """How far a date of tokens `first`..`last` is from a trigger, and whether it dates a statement."""
        low, high = (at + 1, first) if at < first else (last + 1, at)
        if rule == "elapsed":
            alone = bisect_left(self._triggers, low) == bisect_left(self._triggers, high)
            return (_ELAPSED if last < at <= last + _NEAR and alone else _MOST + 1), False
        clauses = _count(self._clauses, low, high)
        if clauses and at < first:
            if self._of_another(at, low, high):
                return _MOST + 1, False
            nearest = self._clauses[bisect_left(self._clauses, low)]
            if nearest - at <= _NEAR and self._tokens[nearest].norm in self._relatives:
                clauses -= 1
        cost = high - low + _CLAUSE * clauses + _COMMA * _count(self._commas, low, high)
        cost += _OTHER_TRIGGER * _count(self._triggers, low, high)
        if rule in _COARSE:
            cost += _COARSENESS
        statement = self._dates_speech(first, at)
        return cost + _SPEECH * statement, statement

    def _of_another(self, at: int, low: int, high: int) -> bool:
        """Whether a date behind a trigger ends a relative clause that tells of a word between them."""
        relatives = [c for c in self._clauses[bisect_left(self._clauses, low):bisect_left(self._clauses, high)]
                     if self._tokens[c].norm in self._relatives]
        if not relatives or _count(self._commas, relatives[-1], high):
            return False
        back = relatives[-1] - at
        return back > _ANTECEDENT or (back > _NEAR and _count(self._triggers, low, relatives[-1]) > 0)

    def _dates_speech(self, first: int, at: int) -> bool:
        """Whether a verb of saying stands before a date, with nothing told or said between them."""
        before = bisect_left(self._speech, first)
        spoken = self._speech[before - 1] if before else -1
        if spoken < 0 or first - spoken > _SPEECH_REACH or spoken < at < first:
            return False
        return not _count(self._triggers, spoken + 1, first) and not _count(self._said, spoken + 1, first)

    def _carried(self, trigger_start: int) -> TimeArgument | None:
        """The date of an earlier event that a definite noun ("the attack") takes up again."""
        at = self._token(trigger_start)
        base = self._definite(at)
        if base is None:
            return None
        for earlier in reversed(self._triggers[: bisect_left(self._triggers, at)]):
            if base in {without_article(reading.base) for reading in readings(self._tokens[earlier].norm)}:
                found = self._attached(self._tokens[earlier].start)
                if found is not None:
                    return None if found.rule in _COARSE else found
        return None

    def _definite(self, at: int) -> str | None:
        for reading in readings(self._tokens[at].norm):
            bare = without_article(reading.base)
            if bare != reading.base:
                return bare
        return None


def _count(places: list[int], low: int, high: int) -> int:
    return bisect_left(places, high) - bisect_left(places, low)


def date_event(doc: Document, trigger_start: int, others: Sequence[int] = (), *,
               planned: bool = False) -> TimeArgument:
    """When the event told at one offset was; `others` are the offsets of the text's other triggers."""
    return Dater(doc, (*others, trigger_start)).date(trigger_start, planned=planned)
