"""Review: which drafted events stand, once their sides, places, times and tolls are known.

A word is drafted as a trigger on what stands around it. Whether it tells an event of its own or tells again what
the article tells more fully elsewhere shows only when every draft has its parts: trees weigh it against the drafts
before and after it.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sijill.documents import Event
from sijill.extract.choosing.trees import Forest, forest
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers.outright import BY_CONSTRUCTION, OUTRIGHT

STANDS: Final = 0.33
"""The least probability of a draft that stands."""
STANDS_READ: Final = 0.25
"""The same where the encoder has read the article: it has said its part when the draft was made."""
_PEERS: Final = 30
_FAR: Final = 999.0
_UNDATED: Final = -99.0
_NEAR: Final = 12
_FORMS: Final = ("perfect", "passive", "imperfect", "imperative", "noun", "participle", "both")
_TOLD: Final = ("asserted", "uncertain", "planned", "denied")
_COLOURS: Final = ("light", "subordinate", "before_verb")
OWN: Final = (
    "sure", "kind", "class", "form", "told", "sentence", "at", "tokens", "from_start", "to_end", "candidate_before",
    "candidate_after", "drafts", "shares", "full", "places", "tolls", "weapon", "first_share", "second_share",
    "place_share", "first_far", "second_far", "place_far", "date_far", "age", "days", "first_named", "place_named",
    "word_before", "word_after", "number_before", "number_after", "time_far", "strong", "types",
)
"""What is said of a draft itself: its probability and type, where it stands, how full it is and how sure its parts."""
BESIDE: Final = (
    "same", "same_sum", "akin", "akin_sum", "all", "here", "here_by", "akin_here", "same_sides", "identical", "fuller",
    "same_day", "lemma", "lemma_sum", "close", "closest", "gap", "next",
)
"""What is said of the drafts on one side of it: probabilities of those of its type, family, place, sides, day, word."""
FACTS: Final = (*OWN, *(f"near:{colour}" for colour in _COLOURS), *(f"before:{name}" for name in BESIDE),
                *(f"after:{name}" for name in BESIDE))
"""The facts of a draft, in their order."""


def standing(view: View, drafts: Sequence[Event], values: Forest | None = None,
             threshold: float | None = None) -> list[tuple[Event, float]]:
    """The drafts that stand as events, each with the probability that it does; `threshold` is the least of one."""
    weigh = forest("review", FACTS) if values is None else values
    described = Drafts(view, drafts)
    if threshold is None:
        threshold = STANDS if view.reading is None else STANDS_READ
    shares = (max(_share(weigh.logit(described.facts(at))), _at_least(event)) for at, event in enumerate(drafts))
    return [(event, share) for event, share in zip(drafts, shares, strict=True) if share > threshold]


def _at_least(event: Event) -> float:
    """The probability that what a construction tells outright has, whatever is weighed."""
    return OUTRIGHT if BY_CONSTRUCTION in event.trigger.rule else 0.0


def _share(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-logit))


class Drafts:
    """The drafted events of one document, described one beside the other."""

    def __init__(self, view: View, drafts: Sequence[Event]) -> None:
        self.view = view
        self.drafts = tuple(drafts)
        self.shares = [e.trigger.score for e in drafts]
        self.total = sum(self.shares)
        self.sentences = [view.sentence_at[e.trigger.token] for e in drafts]
        self.places = [frozenset([p.name for p in e.places]) for e in drafts]
        self.firsts = [frozenset([a.id for a in e.actor1]) for e in drafts]
        self.seconds = [frozenset([a.id for a in e.actor2]) for e in drafts]
        self.fullness = [_fullness(e) for e in drafts]
        self.sides_named = Counter([side.id for side in view.sides])
        self.places_named = Counter([place.name for place in view.places])
        self.numbers = [n.first for n in view.document.numbers or ()]
        self.times = [t.start for t in view.document.times or ()]
        self.words: dict[str, list[int]] = {e.trigger.lemma: [] for e in drafts}
        for at, hit in enumerate(view.hits):
            if hit is not None and hit.lemmas[0].name in self.words:
                self.words[hit.lemmas[0].name].append(at)

    def facts(self, number: int) -> list[float]:
        """What speaks for a draft's standing, as FACTS names it: itself, and the drafts before and after it."""
        low, high = max(0, number - _PEERS), min(len(self.drafts), number + _PEERS + 1)
        return [
            *self._own(number),
            *self._coloured(number),
            *self._beside(number, range(low, number), number - 1),
            *self._beside(number, range(number + 1, high), number + 1),
        ]

    def _own(self, number: int) -> list[float]:
        event, view = self.drafts[number], self.view
        trigger, at = event.trigger, event.trigger.token
        share = min(max(self.shares[number], 1e-3), 1 - 1e-3)
        hit = view.hits[at]
        sentence = view.sentences[self.sentences[number]]
        words = self.words[trigger.lemma]
        time, published = event.time, view.document.published
        return [
            math.log(share / (1 - share)),
            *_kinds()[event.sub_event_type],
            _FORMS.index(trigger.form) if trigger.form in _FORMS else -1,
            _TOLD.index(event.factuality),
            self.sentences[number],
            at / len(view.tokens),
            len(view.tokens),
            at - sentence.first,
            sentence.last - at,
            self._next_candidate(at, -1),
            self._next_candidate(at, 1),
            len(self.drafts),
            self.total,
            self.fullness[number],
            len(event.places),
            len(event.casualties),
            event.weapon is not None,
            event.actor1[0].score if event.actor1 else -1,
            event.actor2[0].score if event.actor2 else -1,
            event.places[0].score if event.places else -1,
            _far(trigger.start, [a.start for a in event.actor1]),
            _far(trigger.start, [a.start for a in event.actor2]),
            _far(trigger.start, [p.start for p in event.places]),
            _FAR if time.start is None else abs(time.start - trigger.start),
            (published - time.latest).days if published and time.latest else _UNDATED,
            (time.latest - time.earliest).days if time.latest and time.earliest else _UNDATED,
            self.sides_named[event.actor1[0].id] if event.actor1 else -1,
            self.places_named[event.places[0].name] if event.places else -1,
            bisect_left(words, at),
            len(words) - bisect_right(words, at),
            at - self.numbers[before - 1] if (before := bisect_left(self.numbers, at)) else _FAR,
            self.numbers[after] - at if (after := bisect_right(self.numbers, at)) < len(self.numbers) else _FAR,
            _far(trigger.start, self.times),
            hit is not None and hit.lemmas[0].strength == "strong",
            0 if hit is None else len(hit.lemmas[0].types),
        ]

    def _next_candidate(self, at: int, step: int) -> int:
        """How far the next word that may be a trigger stands, before or after a token."""
        hits = self.view.hits
        for apart in range(1, _NEAR):
            here = at + step * apart
            if not 0 <= here < len(hits) or hits[here] is not None:
                return apart
        return _NEAR

    def _coloured(self, number: int) -> list[float]:
        """How far before a draft's word each kind of colouring word stands."""
        at, classes = self.drafts[number].trigger.token, self.view.classes
        first = self.view.sentences[self.sentences[number]].first
        found = dict.fromkeys(_COLOURS, float(_NEAR))
        for here in range(max(first, at - _NEAR + 1), at):
            for colour in classes[here]:
                if colour in found:
                    found[colour] = at - here
        return list(found.values())

    def _beside(self, number: int, others: range, next_to: int) -> list[float]:
        """How the drafts on one side of a draft tell of the same kind, place, sides and day."""
        event, shares, drafts = self.drafts[number], self.shares, self.drafts
        if not others:
            return _ALONE
        places, firsts, seconds = self.places[number], self.firsts[number], self.seconds[number]
        akin = [j for j in others if drafts[j].event_type == event.event_type]
        same = [j for j in akin if drafts[j].sub_event_type == event.sub_event_type]
        akin_here = [j for j in akin if self.places[j] & places]
        here = [j for j in same if self.places[j] & places]
        same_sides = [j for j in same if self.firsts[j] == firsts and self.seconds[j] == seconds]
        lemma = [j for j in others if drafts[j].trigger.lemma == event.trigger.lemma]
        close = [j for j in others if self.sentences[j] == self.sentences[number]]
        full = self.fullness[number]
        return [
            self._most(same),
            sum([shares[j] for j in same]),
            self._most(akin),
            sum([shares[j] for j in akin]),
            sum([shares[j] for j in others]),
            self._most(here),
            self._most([j for j in here if self.firsts[j] & firsts]),
            self._most(akin_here),
            self._most(same_sides),
            self._most([j for j in same_sides if self.places[j] == places]),
            self._most([j for j in same if self.fullness[j] > full]),
            self._most([j for j in same if drafts[j].time.earliest == event.time.earliest]),
            self._most(lemma),
            sum([shares[j] for j in lemma]),
            sum([shares[j] for j in close]),
            self._most(close),
            abs(drafts[next_to].trigger.token - event.trigger.token),
            shares[next_to],
        ]

    def _most(self, numbers: list[int]) -> float:
        return max([self.shares[j] for j in numbers]) if numbers else 0.0


@functools.cache
def _kinds() -> dict[str, tuple[int, int]]:
    """The number of each type of event, and of its class, in the order of the ontology."""
    classes = list(dict.fromkeys(event_types().values()))
    return {kind: (number, classes.index(its)) for number, (kind, its) in enumerate(event_types().items())}


_ALONE: Final = [*[0.0] * (len(BESIDE) - 2), _FAR, 0.0]
"""What is said of a side without drafts."""


def _fullness(event: Event) -> int:
    """How many of its parts a draft has."""
    return (bool(event.places) + min(len(event.actor1), 2) + min(len(event.actor2), 2)
            + (event.time.start is not None) + min(len(event.casualties), 2) + (event.weapon is not None)
            + bool(event.attribution))


def _far(start: int, starts: list[int]) -> float:
    """The distance of the nearest of some words from a trigger, in characters."""
    return min([abs(s - start) for s in starts], default=_FAR)
