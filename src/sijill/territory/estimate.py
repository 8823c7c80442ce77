"""Estimates: who holds a place on a day, with a probability for each holder and the claims that moved it."""

from __future__ import annotations

import datetime as dt
import functools
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sijill.documents import Document
from sijill.territory.calibration import Calibration
from sijill.territory.cases import OWN, Bearings, Case, gather, padded, prior_of, steps_of
from sijill.territory.design import IMPOSSIBLE, Design, Forms, Names, design
from sijill.territory.evidence import Evidence, evidence_of
from sijill.territory.filter import smooth
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.model import Mode, Model, shipped_model
from sijill.territory.naming import Named, named_on
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
_LEAST_SHIFT = 0.01
_LEAST_TOLD = 1e-4


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
        self._forms: dict[Mode, Forms] = {}

    @classmethod
    def of(cls, documents: Iterable[Document], model: Model | None = None) -> Territory:
        """The territory that coded articles tell of; an article that copies another counts once."""
        return cls((e for d in originals(documents) for e in evidence_of(d)), model)

    def claims_about(self, spot: Spot) -> tuple[Evidence, ...]:
        """What claims say of a place itself, by day."""
        return tuple(sorted(self.own.get(self._number[id(spot)], ()), key=lambda e: (e.day, e.claim)))

    @functools.cached_property
    def bearings(self) -> Bearings:
        """What bears on each place."""
        return Bearings(self.every, self.own, self.model)

    def prepare(self) -> None:
        """Find out what the first question would have to wait for."""
        self.surroundings("smoothed")
        self.forms("smoothed")

    def forms(self, mode: Mode) -> Forms:
        """What each form of claim changes."""
        if mode not in self._forms:
            self._forms[mode] = Forms(self.bearings.numbered, self.model, self.names, mode)
        return self._forms[mode]

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
        for run in self._runs(days, spots, mode):
            yield from run.estimates(claims)

    def grids(self, days: Sequence[dt.date], spots: Sequence[Spot] | None = None,
              mode: Mode = "smoothed") -> Iterator[Grid]:
        """The same probabilities as arrays, without names of members and without claims: for many places and days."""
        for run in self._runs(days, spots, mode):
            yield Grid([c.spot for c in run.every], [c.states for c in run.every], run.days,
                       self.model.calibration[mode].grid(run.asked()).astype("float32"))

    def columns(self, days: Sequence[dt.date], spots: Sequence[Spot] | None = None,
                mode: Mode = "smoothed") -> Iterator[Columns]:
        """What `estimates` tells of the likeliest state and of CONTESTED, place by place and of all days at once."""
        for run in self._runs(days, spots, mode):
            yield from run.columns()

    def _runs(self, days: Sequence[dt.date], spots: Sequence[Spot] | None, mode: Mode) -> Iterator[_Run]:
        wanted = range(len(self.every)) if spots is None else [self._number[id(s)] for s in spots]
        for start in range(0, len(wanted) if days else 0, CHUNK):
            chosen = padded(self.bearings.cases(wanted[start:start + CHUNK]))
            yield _Run(self.forms(mode), self.names, chosen, sorted(set(days)), self.surroundings(mode))


@dataclass(frozen=True, slots=True)
class Grid:
    """Probabilities of some places: `probability` is places x days x states; `states` of each place, "" where none."""

    spots: Sequence[Spot]
    states: Sequence[Sequence[str]]
    days: Sequence[dt.date]
    probability: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Columns:
    """A place over days, arrays of one length: the place of the likeliest state in `states`, its probability and that
    of CONTESTED."""

    spot: Spot
    states: Sequence[str]
    holder: NDArray[np.int64]
    probability: Floats
    contested: Floats


class _Run:
    """Some cases, padded, with the design of what bears on them; `days` are those asked for, rising."""

    def __init__(self, forms: Forms, names: Names, every: Sequence[Case], days: Sequence[dt.date],
                 surroundings: Surroundings) -> None:
        import numpy as np

        self.model, self.every, self.mode, self.days = forms.model, every, surroundings.mode, days
        self.surroundings = surroundings
        self.steps = steps_of(every, days, surroundings)
        self.at = {day: step for step, day in enumerate(self.steps)}
        self.rows = design(every, self.steps, forms)
        self.trust = np.array([self.model.trust[n] for n in names.trust])
        vectors = self.model.weights()
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

    def asked(self) -> Floats:
        """The probabilities of every case on the days asked for."""
        return self.smooth([])[:, [self.at[day] for day in self.days]]

    def estimates(self, claims: int) -> Iterator[Estimate]:
        """The estimates, with up to so many of the claims that moved each."""
        left_out = self.suspects() if claims else []
        result = self.smooth(left_out)
        for number, case in enumerate(self.every):
            mine = [(len(self.every) + n, claim) for n, (owned, claim) in enumerate(left_out) if owned == number]
            told = zip(self.days, named_on(case, self.days, self.mode), _bounds(case, self.days, self.mode),
                       strict=True)
            for day, named, bounds in told:
                step = self.at[day]
                without = [(result[n, step], claim) for n, claim in mine]
                moved = _moved(case, result[number, step], without) if mine else []
                yield _estimate(case, day, self.model, self.mode, result[number, step], named, bounds, moved[:claims])

    def columns(self) -> Iterator[Columns]:
        """The likeliest states over the days."""
        for case, result in zip(self.every, self.asked(), strict=True):
            yield _columns(case, result, named_on(case, self.days, self.mode), self.model.calibration[self.mode])

    def suspects(self) -> list[tuple[int, str]]:
        """The claims of each case that may have moved its estimates most: heavy ones, near the days asked for."""
        import numpy as np

        low, high = self.days[0], self.days[-1]
        when = np.array([day.toordinal() for day in self.steps])[self.rows.step]
        away = np.maximum(0, np.maximum(low.toordinal() - when, when - high.toordinal()))
        heavy_rows = np.abs(self.weights) * np.exp(-away / _SEASON)
        heaviest: dict[tuple[int, str], float] = {}
        for key, heavy in zip(_keys(self.every, self.rows), heavy_rows.tolist(), strict=True):
            heaviest[key] = max(heaviest.get(key, 0.0), heavy)
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

    shape = len(every), steps, len(every[0].states)
    at = np.ravel_multi_index((rows.case, rows.step, rows.state), shape)
    # where there is no row the sums are of a kind that holds no fraction
    own: Floats = np.bincount(at, weights, math.prod(shape)).astype(np.float64).reshape(shape)
    own += np.array([[0.0 if s else IMPOSSIBLE for s in case.states] for case in every])[:, None, :]
    if not left_out:
        return own
    scores = np.concatenate([own, own[[case for case, _ in left_out]]])
    numbers = {key: len(every) + n for n, key in enumerate(left_out)}
    for row, key in enumerate(_keys(every, rows)):
        if key in numbers:
            scores[numbers[key], rows.step[row], rows.state[row]] -= weights[row]
    return scores


def _keys(every: Sequence[Case], rows: Design) -> Iterator[tuple[int, str]]:
    """The case and the claim of each row."""
    claims = [[claim.claim for claim, *_ in case.applied] for case in every]
    for case, source in zip(rows.case.tolist(), rows.source.tolist(), strict=True):
        yield case, claims[case][source]


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


def _bounds(case: Case, days: Sequence[dt.date], mode: Mode) -> list[tuple[dt.date | None, dt.date | None]]:
    """From when the first and the last claim about the place itself are known that count on each day."""
    applied = case.applied
    own = sorted(applied.numbered.known[applied.claim[applied.tie == OWN]].tolist())
    counts = [len(own) if mode == "smoothed" else bisect_right(own, day.toordinal()) for day in days]
    first = dt.date.fromordinal(own[0]) if own else None
    return [(first, dt.date.fromordinal(own[count - 1])) if count else (None, None) for count in counts]


def _estimate(case: Case, day: dt.date, model: Model, mode: Mode, result: Floats, named: Named,
              bounds: tuple[dt.date | None, dt.date | None], moved: Sequence[Moved]) -> Estimate:
    names = dict(named.ids)
    probability: dict[str, float] = {}
    unknown = 0.0
    for state, value in zip(case.states, result, strict=True):
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
    return Estimate(case.spot, day, mode, {s: round(probability[s], 4) for s in order}, named.parties, *bounds,
                    tuple(moved))


def _columns(case: Case, result: Floats, named: Sequence[Named], calibration: Calibration) -> Columns:
    import numpy as np

    alike = _alike(named)
    states = list(dict.fromkeys([*(name for ids in alike for _, name in ids), CONTESTED, UNKNOWN]))
    at = {state: n for n, state in enumerate(states)}
    summed = np.zeros((len(result), len(states)))
    for ids, days in alike.items():
        names = dict(ids) | {CONTESTED: CONTESTED}
        onto = np.zeros((len(case.states), len(states)))
        for number, state in enumerate(case.states):
            if state:
                onto[number, at[names.get(state, UNKNOWN)]] = 1
        summed[days] = result[days] @ onto
    found = calibration.grid(summed / summed.sum(axis=1, keepdims=True))
    # as in an estimate: of states that look the same a side comes before CONTESTED and UNKNOWN
    sides = [n for n, state in enumerate(states) if state not in (CONTESTED, UNKNOWN)]
    lead = found.copy()
    lead[:, sides] += _LEAST_TOLD / 2
    holder = lead.argmax(axis=1)
    return Columns(case.spot, states, holder, found[np.arange(len(found)), holder], found[:, at[CONTESTED]])


def _alike(named: Sequence[Named]) -> dict[tuple[tuple[str, str], ...], list[int]]:
    """The days on which holders go by the same ids."""
    by_answer: dict[int, list[int]] = {}
    for number, one in enumerate(named):
        by_answer.setdefault(id(one), []).append(number)
    found: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for days in by_answer.values():
        found.setdefault(named[days[0]].ids, []).extend(days)
    return found
