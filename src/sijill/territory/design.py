"""The design: which claim changes the weight of which state of which place on which day, as arrays of numbers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sijill.territory.evidence import Evidence
from sijill.territory.filter import Prior, Steps
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.model import CLASSES, PARTS, TURNS, Mode, Model
from sijill.territory.spots import Spot, Spots, Tie, namesakes, ties
from sijill.territory.surroundings import Surroundings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TIED_KINDS = frozenset(("takes", "leaves", "holds", "lost", "base", "clash", "strikes"))
_EXTRA = 0.3
_SAME_DAYS = 30
IMPOSSIBLE = -60.0


@dataclass(slots=True)
class Case:
    """A place with what bears on it: its states (holders, UNKNOWN, CONTESTED) and the claims, by how they are tied.

    `number` is the place's among all; `seat`: a governorate or district has its name, so that a claim may mean that.
    """

    number: int
    spot: Spot
    seat: bool
    states: list[str]
    shares: list[float]
    comes: list[float]
    applied: list[tuple[Evidence, str, float]] = field(default_factory=list)


def gather(evidence: Iterable[Evidence]) -> tuple[Spots, list[Spot], dict[int, list[Evidence]]]:
    """The places that claims are about, and the claims of each (by its number)."""
    spots = Spots()
    found: list[tuple[Spot, Evidence]] = []
    for one in evidence:
        spot = spots.add(one.place, one.country)
        if spot is not None:
            found.append((spot, one))
    every = spots.spots()
    number = {id(spot): n for n, spot in enumerate(every)}
    own: dict[int, list[Evidence]] = defaultdict(list)
    for spot, one in found:
        own[number[id(spot)]].append(one)
    return spots, every, own


def cases(every: Sequence[Spot], own: dict[int, list[Evidence]], model: Model,
          wanted: Sequence[int] | None = None) -> list[Case]:
    """A case for each place (of `wanted` numbers, if given)."""
    tied = ties(every, model.near_km, model.most_near)
    seats = namesakes(every)
    return [_case(every, own, tied[n], n, seats[n], model) for n in (range(len(every)) if wanted is None else wanted)]


def _case(every: Sequence[Spot], own: dict[int, list[Evidence]], tied: Sequence[Tie], number: int, seat: bool,
          model: Model) -> Case:
    spot = every[number]
    applied: list[tuple[Evidence, str, float]] = [(e, "own", 0.0) for e in own.get(number, ())]
    for tie in tied:
        applied += [(e, tie.kind, tie.km) for e in own.get(tie.other, ())
                    if e.kind in _TIED_KINDS and e.spread != "around"]
    shares, comes = model.shares_in(spot.country)
    unknown, unknown_comes = shares.pop(UNKNOWN), comes.pop(UNKNOWN)
    named = {s: None for e, _, _ in applied for s in (*e.subjects, *e.objects)}
    extra = [s for s in named if s not in shares]
    # a holder that the table does not expect is one of those that UNKNOWN stands for
    part = _EXTRA / max(1, len(extra))
    rest = 1 - part * len(extra)
    return Case(number, spot, seat, [*shares, *extra, UNKNOWN, CONTESTED],
                [*shares.values(), *(unknown * part for _ in extra), unknown * rest],
                [*(comes.get(s, 0.0) for s in shares), *(unknown_comes * part for _ in extra), unknown_comes * rest],
                applied)


def padded(every: Sequence[Case]) -> list[Case]:
    """The cases with as many states each: empty ones, which nobody can be in, stand before CONTESTED."""
    most = max((len(case.states) for case in every), default=0)
    return [Case(c.number, c.spot, c.seat, [*c.states[:-1], *[""] * (most - len(c.states)), CONTESTED],
                 [*c.shares, *[0.0] * (most - len(c.states))], [*c.comes, *[0.0] * (most - len(c.states))], c.applied)
            for c in every]


def prior_of(every: Sequence[Case], steps: Sequence[dt.date], model: Model, surroundings: Surroundings) -> Prior:
    """What is expected of some padded cases without claims about them."""
    import numpy as np

    return Prior(surroundings.shares(every, model.around), np.array([case.comes for case in every]), model.contested,
                 surroundings.eras_of([day.toordinal() for day in steps]))


@dataclass(frozen=True, slots=True)
class Names:
    """The model's numbers in a fixed order, so that they are arrays."""

    vectors: tuple[str, ...]
    trust: tuple[str, ...]

    @classmethod
    def of(cls, model: Model) -> Names:
        """The order of a model's file."""
        return cls(tuple(model.vectors), tuple(model.trust))


@dataclass(frozen=True, slots=True)
class Design:
    """One row for each claim, state and day: arrays of one length. `trust` has a column for each circumstance.

    `case`, `step`, `state` say which score changes, `vector` and `trust` by which numbers of the model, `times` by
    what else (nearness, repetition); `source` is the claim's place in the case. `turns` are rows of claims that tell
    a turn: case, step, kind of turn, and the trust in it (two columns), with the claim's place in the case.
    """

    case: NDArray[np.int32]
    step: NDArray[np.int32]
    state: NDArray[np.int32]
    vector: NDArray[np.int32]
    trust: NDArray[np.int32]
    times: NDArray[np.float64]
    source: NDArray[np.int32]
    turns: NDArray[np.int32]

    def weights(self, vectors: NDArray[np.float64], trust: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each row adds to its score."""
        import numpy as np

        found: NDArray[np.float64] = vectors[self.vector] * np.exp(trust[self.trust].sum(axis=1)) * self.times
        return found

    def steps(self, days: Sequence[dt.date], cases: int, trust: NDArray[np.float64]) -> Steps:
        """The days as numbers, with the turns that claims make before them and the step of each case's first claim."""
        import numpy as np

        out = {}
        rows = self.turns
        size = np.minimum(1.0, np.exp(trust[rows[:, 3:]].sum(axis=1))) if len(rows) else np.zeros(0)
        for number, kind in enumerate(TURNS):
            many = np.zeros((cases, len(days)))
            mine = rows[:, 2] == number
            np.maximum.at(many, (rows[mine, 0], rows[mine, 1]), size[mine])
            out[kind] = many
        starts = np.full(cases, len(days))
        np.minimum.at(starts, self.case, self.step)
        np.minimum.at(starts, rows[:, 0], rows[:, 1])
        return Steps(np.array([day.toordinal() for day in days]), out, starts)


def steps_of(every: Iterable[Case], extra: Iterable[dt.date], surroundings: Surroundings) -> list[dt.date]:
    """The days that matter: those of the claims, those asked for and the first of each era between them, rising."""
    days, mode = set(extra), surroundings.mode
    for case in every:
        for one, _, _ in case.applied:
            days.add(one.known if mode == "online" else one.day)
            if mode == "smoothed" and one.before is not None:
                days.add(one.before)
    if days:
        days.update(day for day in surroundings.first_days() if min(days) < day < max(days))
    return sorted(days)


def design(every: Sequence[Case], steps: Sequence[dt.date], model: Model, names: Names, mode: Mode) -> Design:
    """The rows for some cases on some steps; days that are no step are left out."""
    import numpy as np

    maker = _Maker(steps, model, names, mode)
    for number, case in enumerate(every):
        maker.add(number, case)
    rows = maker.rows
    ints = np.asarray([row[:4] for row in rows], np.int32).reshape(len(rows), 4)
    return Design(ints[:, 0], ints[:, 1], ints[:, 2], ints[:, 3],
                  np.asarray([row[4] for row in rows], np.int32).reshape(len(rows), _COLUMNS),
                  np.asarray([row[5] for row in rows], np.float64), np.asarray([row[6] for row in rows], np.int32),
                  np.asarray(maker.turns, np.int32).reshape(len(maker.turns), 5))


_COLUMNS = 7


class _Maker:
    def __init__(self, steps: Sequence[dt.date], model: Model, names: Names, mode: Mode) -> None:
        self.model, self.mode = model, mode
        self.vector_at = {name: n for n, name in enumerate(names.vectors)}
        self.trust_at = {name: n for n, name in enumerate(names.trust)}
        self.none = self.trust_at["none.none"]
        self.step_at = {day: n for n, day in enumerate(steps)}
        self.rows: list[tuple[int, int, int, int, tuple[int, ...], float, int]] = []
        self.turns: list[tuple[int, int, int, int, int]] = []

    def add(self, number: int, case: Case) -> None:
        state_at = {state: n for n, state in enumerate(case.states)}
        order = sorted(range(len(case.applied)), key=lambda n: (case.applied[n][0].known, case.applied[n][0].claim))
        heard: dict[tuple[object, ...], list[dt.date]] = defaultdict(list)
        for source in order:
            one, tie, km = case.applied[source]
            if one.kind not in self.model.groups:
                continue
            day = one.known if self.mode == "online" else one.day
            earlier = heard[one.kind, one.spread, one.subjects, one.objects, tie,
                            one.place.name if tie != "own" else ""]
            count = sum((one.known - d).days <= _SAME_DAYS for d in earlier) + 1
            earlier.append(one.known)
            times = count ** self.model.repeat - (count - 1) ** self.model.repeat
            if tie in ("near", "beside"):
                times *= 1 - km / (self.model.near_km * 1.2)
            self._rows(number, state_at, source, one, tie, case.seat, day, times, count == 1)

    def _rows(self, number: int, state_at: dict[str, int], source: int, one: Evidence, tie: str, seat: bool,
              day: dt.date, times: float, news: bool) -> None:
        model, none = self.model, self.none
        shared = self._trust("tie", tie), self._trust("name", "seat" if seat else "")
        stance = model.stances.get(one.kind)
        for part in PARTS:
            when = day if part == "on" else one.before
            if when is None or when not in self.step_at or (part == "before" and self.mode == "online"):
                continue
            trust = (self._trust("kind", model.groups[one.kind]), self._trust(stance, one.relation) if stance else none,
                     self._trust("age", one.age), self._trust("factuality", one.factuality), *shared,
                     self._trust("part", part))
            for what, states in zip(CLASSES, (one.subjects, one.objects, (CONTESTED,)), strict=True):
                name = f"{one.kind}.{one.spread}.{part}.{what}"
                vector = self.vector_at.get(name)
                if vector is not None:
                    self.rows += [(number, self.step_at[when], state_at[s], vector, trust, times, source)
                                  for s in states]
        turn = model.turns.get(one.kind)
        if turn is not None and day in self.step_at and one.factuality == "asserted":
            kind = TURNS.index("fight" if one.spread == "around" else turn)
            if kind == TURNS.index("change") and not news:
                # what is told again is no second change
                return
            self.turns.append((number, self.step_at[day], kind, *shared))

    def _trust(self, group: str | None, name: str) -> int:
        return self.trust_at.get(f"{group}.{name}", self.none)
