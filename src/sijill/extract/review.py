"""Review: which drafted events stand, once their sides, places, times and tolls are known.

A word is drafted as a trigger on what stands around it. Whether it tells an event of its own or tells again what
the article tells more fully elsewhere shows only when every draft has its parts: they are weighed against the
drafts before and after it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sijill.documents import Event
from sijill.extract.choice import ENCODER, Scorer, Weights, score, scorer
from sijill.extract.view import View

STANDS = 0.36
"""The least probability of a draft that stands."""
STANDS_READ = 0.3
"""The same where the encoder has read the article: it has said its part when the draft was made."""
_PEERS = 30
_COLOURS = ("purpose", "plan", "uncertain", "relative", "subordinate", "after", "light", "call", "background",
            "cause", "negation")


def review(view: View, drafts: Sequence[Event], values: Weights | None = None,
           threshold: float | None = None) -> tuple[Event, ...]:
    """The drafts that stand as events; `threshold` is the least probability of one."""
    return tuple(event for event, _ in standing(view, drafts, values, threshold))


def standing(view: View, drafts: Sequence[Event], values: Weights | None = None,
             threshold: float | None = None) -> list[tuple[Event, float]]:
    """The same, each with the probability that it stands."""
    weigh = scorer("review") if values is None else Scorer(values, 0.0)
    described = Drafts(view, drafts)
    if threshold is None:
        threshold = STANDS if view.reading is None else STANDS_READ
    shares = (_share(score(weigh, described.features(number))) for number in range(len(drafts)))
    return [(event, share) for event, share in zip(drafts, shares, strict=True) if share > threshold]


def _share(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-logit))


class Drafts:
    """The drafted events of one document, described one beside the other."""

    def __init__(self, view: View, drafts: Sequence[Event]) -> None:
        self.view = view
        self.drafts = drafts
        self.shares = [e.trigger.score for e in drafts]
        self.sentences = [view.sentence_at[e.trigger.token] for e in drafts]
        self.places = [frozenset(p.name for p in e.places) for e in drafts]
        self.firsts = [frozenset(a.id for a in e.actor1) for e in drafts]
        self.seconds = [frozenset(a.id for a in e.actor2) for e in drafts]
        self.fullness = [_fullness(e) for e in drafts]

    def features(self, number: int) -> list[str]:
        """What speaks for a draft's standing: itself, and the drafts before and after it."""
        out = self._own(number)
        low, high = max(0, number - _PEERS), min(len(self.drafts), number + _PEERS + 1)
        out += self._beside("before", number, range(low, number), number - 1 if number else None)
        out += self._beside("after", number, range(number + 1, high), number + 1 if number + 1 < high else None)
        return out

    def _own(self, number: int) -> list[str]:
        event, view = self.drafts[number], self.view
        trigger = event.trigger
        share = min(max(self.shares[number], 1e-3), 1 - 1e-3)
        sure = round(2 * math.log(share / (1 - share)))
        sure = max(-6, min(6, sure))
        hit = view.hits[trigger.token]
        sentence = self.sentences[number]
        out = [
            "bias",
            f"sure={sure}",
            f"sure={sure}&t={event.sub_event_type}",
            f"sure={sure}&c={event.event_type}",
            f"t={event.sub_event_type}",
            f"c={event.event_type}",
            f"form={trigger.form}{'+' if hit is not None and hit.definite else ''}",
            f"frame={trigger.frame}",
            f"sentence={min(sentence, 8)}",
            f"third={4 * sentence // max(1, len(view.sentences))}",
            f"drafts={min(len(self.drafts), 16) // 2}",
            f"told={event.factuality}",
            f"colour={event.factuality_rule}",
            f"firsts={min(len(event.actor1), 3)}",
            f"seconds={min(len(event.actor2), 3)}",
            f"places={min(len(event.places), 4)}",
            f"dated={event.time.start is not None}",
            f"dated_by={event.time.rule.partition('.')[0]}",
            f"tolls={min(len(event.casualties), 3)}",
            f"speaker={event.attribution[0].kind if event.attribution else '-'}",
            f"weapon={event.weapon is not None}",
            f"extent={event.places[0].extent if event.places else '-'}",
            f"first_by={event.actor1[0].rule.removesuffix(ENCODER).partition('.')[0] if event.actor1 else '-'}",
            f"full={self.fullness[number]}",
        ]
        for name, parts in (("first", event.actor1), ("second", event.actor2), ("place", event.places)):
            out.append(f"{name}_share={int(5 * parts[0].score) if parts else '-'}")
            out.append(f"{name}_far={_far(trigger.start, [p.start for p in parts])}")
        words = range(max(0, trigger.token - 5), trigger.token)
        near = {group for i in words for group in view.classes[i]}
        out += [f"near={colour}" for colour in _COLOURS if colour in near]
        return out

    def _beside(self, tag: str, number: int, others: range, next_to: int | None) -> list[str]:
        """How the drafts on one side of a draft tell of the same kind, place, sides and day."""
        event, shares, drafts = self.drafts[number], self.shares, self.drafts
        places, firsts, seconds = self.places[number], self.firsts[number], self.seconds[number]
        if next_to is None:
            return [f"{tag}:none"]
        akin = [j for j in others if drafts[j].event_type == event.event_type]
        same = [j for j in akin if drafts[j].sub_event_type == event.sub_event_type]
        here = [j for j in same if self.places[j] & places]
        close = [j for j in others if self.sentences[j] == self.sentences[number]]
        alike = max((shares[j] * (bool(self.places[j] & places) + (self.firsts[j] == firsts)
                                  + (self.seconds[j] == seconds)
                                  + (drafts[j].time.earliest == event.time.earliest)) for j in same), default=0.0)
        values = {
            "same": sum(shares[j] for j in same),
            "akin": sum(shares[j] for j in akin),
            "all": sum(shares[j] for j in others),
            "akin_here": self._most(j for j in akin if self.places[j] & places),
            "here": self._most(here),
            "here_by": self._most(j for j in here if self.firsts[j] & firsts),
            "alike": alike,
            "unplaced": self._most(j for j in same if not self.places[j] or not places),
            "fuller": self._most(j for j in same if self.fullness[j] > self.fullness[number]),
            "lemma": self._most(j for j in others if drafts[j].trigger.lemma == event.trigger.lemma),
            "close": sum(shares[j] for j in close),
            "closest": self._most(close),
            "double": self._most(j for j in close if self.firsts[j] == firsts and self.seconds[j] == seconds
                                 and self.places[j] == places),
        }
        out = [f"{tag}:{name}={_step(value)}" for name, value in values.items()]
        out.append(f"{tag}:new_place={bool(places) and not here}")
        out.append(f"{tag}:new_side={not any(self.firsts[j] == firsts for j in same)}")
        gap = abs(drafts[next_to].trigger.token - event.trigger.token)
        return [*out, f"{tag}:gap={min(gap, 8)}", f"{tag}:next={drafts[next_to].sub_event_type}",
                f"{tag}:next_share={_step(shares[next_to])}"]

    def _most(self, numbers: Iterable[int]) -> float:
        return max((self.shares[j] for j in numbers), default=0.0)


def _fullness(event: Event) -> int:
    """How many of its parts a draft has."""
    return (bool(event.places) + min(len(event.actor1), 2) + min(len(event.actor2), 2)
            + (event.time.start is not None) + min(len(event.casualties), 2) + (event.weapon is not None)
            + bool(event.attribution))


def _far(start: int, starts: list[int]) -> str:
    """The distance of the nearest of some words from a trigger, in characters, by steps."""
    if not starts:
        return "-"
    least = min(abs(s - start) for s in starts)
    return "0" if least < 20 else "1" if least < 50 else "2" if least < 120 else "3"


_STEPS = (0.2, 0.4, 0.6, 0.8, 1.0, 1.5, 2.5)


def _step(value: float) -> int:
    """A sum or maximum of probabilities, by steps; 0 is none at all."""
    return 0 if value <= 0 else 1 + bisect_right(_STEPS, value)
