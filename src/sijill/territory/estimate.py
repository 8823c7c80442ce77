"""Estimates: who holds a place on a day, with a probability for each holder and the claims that moved it."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sijill.documents import Document
from sijill.territory.design import (
    IMPOSSIBLE,
    Case,
    Design,
    Names,
    cases,
    design,
    gather,
    padded,
    prior_of,
    steps_of,
)
from sijill.territory.evidence import Evidence, evidence_of
from sijill.territory.filter import smooth
from sijill.territory.holders import CONTESTED, UNKNOWN, speaks_for
from sijill.territory.model import Mode, Model, shipped_model
from sijill.territory.reading import originals
from sijill.territory.spots import Spot
from sijill.territory.surroundings import Surroundings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

FAR = 365
"""Days from the claims about a place beyond which an estimate is no more than what is expected."""
CHUNK = 64
"""Places that are filtered together."""
_SUSPECTS = 8
_RECENT = 30
_SEASON = 180
_TOGETHER = 10
_LEAST_SHIFT = 0.01


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim and by how much it moves an estimate: the log odds of the likeliest state, less those without the claim.

    The odds are those of the filter, before the probability is calibrated.

    `tie` says how the claim's place is tied to the estimate's: own, city, quarter, district, near.
    """

    evidence: Evidence
    tie: str
    shift: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """Who holds a place on a day: `probability` by actor id, CONTESTED and UNKNOWN, which sum to 1.

    An actor's id stands for it and its allies. `parties` are who is named there lately, most named first. `first` is
    the day from which a claim about the place is known, `last` the day of the newest; None where none is known.
    """

    spot: Spot
    day: dt.date
    mode: Mode
    probability: dict[str, float]
    parties: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    claims: tuple[Moved, ...]

    @property
    def far(self) -> bool:
        """Whether the day is more than FAR days before the first or after the last claim, or none is known yet.

        What is told is then what is expected of such a place, not what anybody reported.
        """
        if self.first is None or self.last is None:
            return True
        return (self.first - self.day).days > FAR or (self.day - self.last).days > FAR

    @property
    def holder(self) -> str:
        """The likeliest state."""
        return max(self.probability, key=lambda state: self.probability[state])


class Territory:
    """What a body of coded articles says of who holds which place."""

    def __init__(self, evidence: Iterable[Evidence], model: Model | None = None) -> None:
        self.model = model or shipped_model()
        self.names = Names.of(self.model)
        self.spots, self.every, self.own = gather(evidence)
        self._number = {id(spot): n for n, spot in enumerate(self.every)}
        self._surroundings: dict[Mode, Surroundings] = {}

    @classmethod
    def of(cls, documents: Iterable[Document], model: Model | None = None) -> Territory:
        """The territory that coded articles tell of; an article that copies another counts once."""
        return cls((e for d in originals(documents) for e in evidence_of(d)), model)

    def claims_about(self, spot: Spot) -> tuple[Evidence, ...]:
        """What claims say of a place itself, by day."""
        return tuple(sorted(self.own.get(self._number[id(spot)], ()), key=lambda e: (e.day, e.claim)))

    def surroundings(self, mode: Mode) -> Surroundings:
        """What claims say of the places around each."""
        if mode not in self._surroundings:
            self._surroundings[mode] = Surroundings(self.every, self.own, self.model.vectors, mode)
        return self._surroundings[mode]

    def span(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of which claims tell; None where there are none."""
        days = [e.day for many in self.own.values() for e in many]
        return (min(days), max(days)) if days else None

    def estimates(self, days: Sequence[dt.date], spots: Sequence[Spot] | None = None, mode: Mode = "smoothed",
                  claims: int = 3) -> Iterator[Estimate]:
        """The estimates of places (all, if not given) on days, with up to so many of the claims that moved each."""
        wanted = range(len(self.every)) if spots is None else [self._number[id(s)] for s in spots]
        built = cases(self.every, self.own, self.model, wanted)
        for start in range(0, len(built) if days else 0, CHUNK):
            yield from self._chunk(built[start:start + CHUNK], sorted(set(days)), mode, claims)

    def grids(self, days: Sequence[dt.date], spots: Sequence[Spot] | None = None,
              mode: Mode = "smoothed") -> Iterator[Grid]:
        """The same probabilities as arrays, without names of members and without claims: for many places and days."""
        wanted = range(len(self.every)) if spots is None else [self._number[id(s)] for s in spots]
        built = cases(self.every, self.own, self.model, wanted)
        asked = sorted(set(days))
        for start in range(0, len(built), CHUNK):
            run = _Run(self.model, self.names, padded(built[start:start + CHUNK]), asked, self.surroundings(mode))
            result = run.smooth([])
            at = [run.at[day] for day in asked]
            yield Grid([c.spot for c in run.every], [c.states for c in run.every], asked,
                       self.model.calibration[mode].grid(result[:, at]).astype("float32"))

    def _chunk(self, chosen: Sequence[Case], days: Sequence[dt.date], mode: Mode, claims: int) -> Iterator[Estimate]:
        run = _Run(self.model, self.names, padded(chosen), days, self.surroundings(mode))
        left_out = run.suspects(days) if claims else []
        result = run.smooth(left_out)
        for number, case in enumerate(run.every):
            told = _Told(case, mode)
            mine = [(len(run.every) + n, claim) for n, (owned, claim) in enumerate(left_out) if owned == number]
            for day in days:
                step = run.at[day]
                without = [(result[n, step], claim) for n, claim in mine]
                moved = _moved(case, result[number, step], without) if mine else []
                yield _estimate(told, day, self.model, mode, result[number, step], moved[:claims])


@dataclass(frozen=True, slots=True)
class Grid:
    """Probabilities of some places: `probability` is places x days x states; `states` of each place, "" where none."""

    spots: Sequence[Spot]
    states: Sequence[Sequence[str]]
    days: Sequence[dt.date]
    probability: NDArray[np.float32]


class _Run:
    """Some cases, padded, with the design of what bears on them."""

    def __init__(self, model: Model, names: Names, every: Sequence[Case], days: Sequence[dt.date],
                 surroundings: Surroundings) -> None:
        import numpy as np

        self.model, self.every, self.mode = model, every, surroundings.mode
        self.surroundings = surroundings
        self.steps = steps_of(every, days, surroundings)
        self.at = {day: step for step, day in enumerate(self.steps)}
        self.rows = design(every, self.steps, model, names, self.mode)
        self.trust = np.array([model.trust[n] for n in names.trust])
        vectors = model.weights()
        self.weights = self.rows.weights(np.array([vectors[n] for n in names.vectors]), self.trust)

    def smooth(self, left_out: Sequence[tuple[int, str]]) -> Floats:
        """The probabilities of every case on every step, and then those of a case without one claim."""
        import numpy as np

        scores = _scores(self.every, self.rows, self.weights, len(self.steps), left_out)
        owner = np.array([*range(len(self.every)), *(case for case, _ in left_out)])
        prior = prior_of(self.every, self.steps, self.model, self.surroundings)
        prior = replace(prior, shares=prior.shares[owner], comes=prior.comes[owner])
        when = self.rows.steps(self.steps, len(self.every), self.trust)
        assert when.starts is not None
        when = replace(when, turns={kind: many[owner] for kind, many in when.turns.items()},
                       starts=when.starts[owner])
        return smooth(scores, when, prior, self.model.chances)[0 if self.mode == "online" else 1]

    def suspects(self, days: Sequence[dt.date]) -> list[tuple[int, str]]:
        """The claims of each case that may have moved its estimates most: heavy ones, near the days asked for."""
        heaviest: dict[tuple[int, str], float] = {}
        low, high = days[0], days[-1]
        for row, weight in enumerate(self.weights):
            case = int(self.rows.case[row])
            day = self.steps[self.rows.step[row]]
            away = max(0, (low - day).days, (day - high).days)
            key = (case, self.every[case].applied[self.rows.source[row]][0].claim)
            heaviest[key] = max(heaviest.get(key, 0.0), abs(float(weight)) * math.exp(-away / _SEASON))
        mine: dict[int, list[tuple[float, str]]] = {}
        for (case, claim), heavy in heaviest.items():
            mine.setdefault(case, []).append((-heavy, claim))
        # a span of days has a claim for each turn, a single day few
        most = _SUSPECTS * (1 + min(3, (high - low).days // _RECENT))
        return [(case, claim) for case in sorted(mine) for _, claim in sorted(mine[case])[:most]]


def _scores(every: Sequence[Case], rows: Design, weights: Floats, steps: int,
            left_out: Sequence[tuple[int, str]]) -> Floats:
    """The scores of every case, and then those of each case without one claim."""
    import numpy as np

    scores = np.zeros((len(every) + len(left_out), steps, len(every[0].states)))
    np.add.at(scores, (rows.case, rows.step, rows.state), weights)
    scores[:len(every)] += np.array([[0.0 if s else IMPOSSIBLE for s in case.states] for case in every])[:, None, :]
    for n, (case, _) in enumerate(left_out):
        scores[len(every) + n] = scores[case]
    claim_of = [[e.claim for e, _, _ in case.applied] for case in every]
    numbers = {key: len(every) + n for n, key in enumerate(left_out)}
    for row in range(len(rows.case)):
        case = int(rows.case[row])
        number = numbers.get((case, claim_of[case][rows.source[row]]))
        if number is not None:
            scores[number, rows.step[row], rows.state[row]] -= weights[row]
    return scores


def _moved(case: Case, result: Floats, without: Sequence[tuple[Floats, str]]) -> list[Moved]:
    best = int(result.argmax())
    first: dict[str, tuple[Evidence, str]] = {}
    for one, tie, _ in case.applied:
        first.setdefault(one.claim, (one, tie))
    out = [Moved(*first[claim], round(_odds(result[best]) - _odds(other[best]), 3)) for other, claim in without]
    return sorted((m for m in out if abs(m.shift) >= _LEAST_SHIFT), key=lambda m: (-abs(m.shift), m.evidence.claim))


def _odds(probability: float) -> float:
    inside = min(max(float(probability), 1e-9), 1 - 1e-9)
    return math.log(inside / (1 - inside))


class _Told:
    """What claims name at a place: its holders, their ids and the parties, by day; ten days share an answer."""

    def __init__(self, case: Case, mode: Mode) -> None:
        self.case = case
        self.applied = sorted(((e, tie) for e, tie, _ in case.applied), key=lambda pair: pair[0].known)
        self.known_on = None if mode == "smoothed" else [e.known for e, _ in self.applied]
        self.own = [e.known for e, tie in self.applied if tie == "own"]
        self._names: dict[tuple[int, int], tuple[dict[str, str], tuple[str, ...]]] = {}

    def on(self, day: dt.date) -> tuple[dict[str, str], tuple[str, ...]]:
        """The id by which each holder that is named goes, and the parties."""
        count = len(self.applied) if self.known_on is None else bisect_right(self.known_on, day)
        key = (count, day.toordinal() // _TOGETHER)
        if key not in self._names:
            self._names[key] = self._read(self.applied[:count], day)
        return self._names[key]

    def claims(self, day: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """From when the first and the last claim about the place itself are known that count on a day."""
        count = len(self.own) if self.known_on is None else bisect_right(self.own, day)
        return (self.own[0], self.own[count - 1]) if count else (None, None)

    def _read(self, known: Sequence[tuple[Evidence, str]], day: dt.date) -> tuple[dict[str, str], tuple[str, ...]]:
        members: dict[str, Counter[str]] = {}
        lately: Counter[str] = Counter()
        for one, tie in known:
            away = abs((one.day - day).days)
            weight = (100 if tie == "own" else 1) * (10_000 if away <= _SEASON else 1)
            for side in one.sides:
                members.setdefault(side.holder, Counter())[side.member] += weight
            if tie == "own" and away <= _RECENT:
                lately.update((*one.subjects, *one.objects))
        country = self.case.spot.country
        names = {holder: speaks_for(holder, tuple(m for m, _ in sorted(count.items(), key=lambda i: (-i[1], i[0]))),
                                    country, day) for holder, count in members.items()}
        return names, tuple(names[s] for s, _ in sorted(lately.items(), key=lambda i: (-i[1], i[0])))


def _estimate(told: _Told, day: dt.date, model: Model, mode: Mode, result: Floats,
              moved: Sequence[Moved]) -> Estimate:
    names, parties = told.on(day)
    probability: dict[str, float] = {}
    unknown = 0.0
    for state, value in zip(told.case.states, result, strict=True):
        if state == CONTESTED:
            probability[CONTESTED] = float(value)
        elif state in names:
            probability[names[state]] = probability.get(names[state], 0.0) + float(value)
        elif state:
            unknown += float(value)
    probability[UNKNOWN] = unknown
    total = sum(probability.values())
    probability = model.calibration[mode].named({s: p / total for s, p in probability.items()})
    order = sorted(probability, key=lambda s: (s in (CONTESTED, UNKNOWN), -probability[s]))
    return Estimate(told.case.spot, day, mode, {s: round(probability[s], 4) for s in order}, parties,
                    *told.claims(day), tuple(moved))
