"""Scores of estimates against the truth by place and day, and the three baselines that they must beat."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.territory.truth import Truth
from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence
from sijill.territory.holders import CONTESTED, UNKNOWN, speaks_for
from sijill.territory.model import Mode
from sijill.territory.spots import Spot

Probability = Mapping[str, float]
_LEAST = 1e-3
_LAG_DAYS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """One method's answer on one place and day, with the truth."""

    truth: Truth
    day: dt.date
    probability: Probability

    @property
    def best(self) -> str:
        """The likeliest state."""
        return max(self.probability, key=lambda s: self.probability[s])

    @property
    def right(self) -> bool:
        """Whether the likeliest state is the truth's holder, or one that counts as right."""
        return self.best in self.truth.days[self.day].right

    @property
    def on_truth(self) -> float:
        """The probability on what counts as right."""
        return sum(p for s, p in self.probability.items() if s in self.truth.days[self.day].right)

    @property
    def brier(self) -> float:
        """The squared error over all states, those that count as right taken together (0 to 2)."""
        right = self.truth.days[self.day].right
        wrong = sum(p * p for s, p in self.probability.items() if s not in right)
        return (1 - self.on_truth) ** 2 + wrong


@dataclass(slots=True)
class Scores:
    """The scores of many answers."""

    answers: list[Answer] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """The share of place-days with the right holder."""
        return sum(a.right for a in self.answers) / max(1, len(self.answers))

    @property
    def brier(self) -> float:
        """The mean squared error."""
        return sum(a.brier for a in self.answers) / max(1, len(self.answers))

    @property
    def log_loss(self) -> float:
        """The mean of the negative log probability of the truth, which counts as at least one in a thousand."""
        return sum(-math.log(max(_LEAST, a.on_truth)) for a in self.answers) / max(1, len(self.answers))

    def bins(self, count: int = 10) -> list[tuple[float, float, int]]:
        """Mean probability of the likeliest state, share of right ones, and how many, by tenth."""
        groups: dict[int, list[Answer]] = defaultdict(list)
        for answer in self.answers:
            groups[min(count - 1, int(answer.probability[answer.best] * count))].append(answer)
        return [(sum(a.probability[a.best] for a in g) / len(g), sum(a.right for a in g) / len(g), len(g))
                for _, g in sorted(groups.items())]

    @property
    def calibration(self) -> float:
        """The expected calibration error of the likeliest state over ten bins."""
        return sum(abs(said - found) * n for said, found, n in self.bins()) / max(1, len(self.answers))

    def covered(self, level: float = 0.9) -> float:
        """How often the smallest set of states that has this probability holds the truth."""
        inside = 0
        for answer in self.answers:
            total = 0.0
            right = answer.truth.days[answer.day].right
            for state, p in sorted(answer.probability.items(), key=lambda item: -item[1]):
                inside += state in right
                total += p
                if state in right or total >= level:
                    break
        return inside / max(1, len(self.answers))

    def lags(self) -> tuple[list[int], int]:
        """Days from each true change of holder until the new one is the likeliest, and how many it never became.

        Changes to CONTESTED are not counted.
        """
        days: dict[int, dict[dt.date, Answer]] = defaultdict(dict)
        for answer in self.answers:
            days[id(answer.truth)][answer.day] = answer
        lags: list[int] = []
        missed = 0
        for found in days.values():
            order = sorted(found)
            for before, after in zip(order, order[1:], strict=False):
                old, new = found[before].truth.days[before].holder, found[after].truth.days[after].holder
                if old == new or new == CONTESTED:
                    continue
                until = [d for d in order if after <= d <= after + dt.timedelta(_LAG_DAYS)
                         and found[d].truth.days[d].holder == new]
                reached = next((d for d in until if found[d].right), None)
                if reached is None:
                    missed += 1
                else:
                    lags.append((reached - after).days)
        return lags, missed


@dataclass(frozen=True, slots=True)
class Place:
    """A place and window of the truth that claims tell of: the claims of the place itself and the day of the first."""

    truth: Truth
    spot: Spot
    evidence: tuple[Evidence, ...]
    first: dt.date


def places(truths: Iterable[Truth], territory: Territory) -> list[Place]:
    """The places of the truth of which any claim is known within its window or before it."""
    number = {id(s): n for n, s in enumerate(territory.every)}
    out = []
    for truth in truths:
        spot = truth.spot(territory.spots)
        if spot is None:
            continue
        own = sorted(territory.own[number[id(spot)]], key=lambda e: e.known)
        first = own[0].known if own else None
        if first is not None and first < max(truth.days):
            out.append(Place(truth, spot, tuple(own), first))
    return out


def estimated(chosen: Sequence[Place], territory: Territory, mode: Mode) -> Scores:
    """The answers of the estimates, on every day after the first claim about the place."""
    scores = Scores()
    for window in sorted({p.truth.window for p in chosen}):
        mine = [p for p in chosen if p.truth.window == window]
        by_spot = {id(p.spot): p for p in mine}
        days = sorted({d for p in mine for d in p.truth.days})
        for estimate in territory.estimates(days, [p.spot for p in by_spot.values()], mode, claims=0):
            place = by_spot[id(estimate.spot)]
            if estimate.day > place.first and estimate.day in place.truth.days:
                scores.answers.append(Answer(place.truth, estimate.day, estimate.probability))
    return scores


def last_claim(chosen: Sequence[Place]) -> Scores:
    """Baseline: the last claim wins. The taker, or who is said to hold the place, holds it until another claim."""
    scores = Scores()
    for place in chosen:
        holder = UNKNOWN
        told = [e for e in place.evidence if e.factuality == "asserted"]
        for day in _days(place):
            known = [e for e in told if e.known <= day]
            for one in reversed(known):
                answer = _said(one)
                if answer is not None:
                    holder = answer
                    break
            scores.answers.append(Answer(place.truth, day, {holder: 1.0}))
    return scores


def _said(one: Evidence) -> str | None:
    if one.kind in ("takes", "enters", "holds", "base") and one.subjects and one.spread != "around":
        return _name(one, one.subjects[0])
    if one.kind in ("leaves", "lost"):
        return _name(one, one.objects[0]) if one.objects else UNKNOWN
    if one.kind == "clash" and one.spread != "around":
        return CONTESTED
    return None


def _name(one: Evidence, holder: str) -> str:
    members = tuple(s.member for s in one.sides if s.holder == holder)
    return speaks_for(holder, members, one.country, one.day)


def dominance(chosen: Sequence[Place]) -> Scores:
    """Baseline: the dominance rule of ACLED: at least twice the takeovers of the rest, else two thirds of events.

    Over the claims known until the day; neither: CONTESTED; no side at all: UNKNOWN.
    """
    scores = Scores()
    for place in chosen:
        for day in _days(place):
            known = [e for e in place.evidence if e.known <= day and e.factuality == "asserted"]
            takers = Counter(_name(e, s) for e in known if e.kind in ("takes", "enters") for s in e.subjects)
            acting = Counter(_name(e, s) for e in known for s in e.subjects)
            scores.answers.append(Answer(place.truth, day, {_dominant(takers, acting): 1.0}))
    return scores


def _dominant(takers: Counter[str], acting: Counter[str]) -> str:
    if takers:
        best, count = takers.most_common(1)[0]
        if count >= 2 * (takers.total() - count):
            return best
    if not acting:
        return UNKNOWN
    best, count = acting.most_common(1)[0]
    return best if 3 * count >= 2 * acting.total() else CONTESTED


def base_rate(chosen: Sequence[Place], learned: Sequence[Truth]) -> Scores:
    """Baseline: on every day each state is as likely as it is in the country over the days of the learned places."""
    rates: dict[str, Counter[str]] = defaultdict(Counter)
    for truth in learned:
        for held in truth.days.values():
            rates[truth.country][held.holder] += 1
    scores = Scores()
    for place in chosen:
        found = rates[place.truth.country] or Counter({UNKNOWN: 1})
        probability = {s: n / found.total() for s, n in found.items()}
        scores.answers += [Answer(place.truth, day, probability) for day in _days(place)]
    return scores


def _days(place: Place) -> list[dt.date]:
    return [day for day in sorted(place.truth.days) if day > place.first]


def only_sure(scores: Scores) -> Scores:
    """The answers on days that the table is sure of."""
    return Scores([a for a in scores.answers if a.truth.days[a.day].sure])
