"""The design: which claim changes the weight of which state of which place on which day, as arrays of numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.territory.cases import OWN, TIES, Case
from sijill.territory.filter import Steps
from sijill.territory.holders import CONTESTED
from sijill.territory.model import CLASSES, PARTS, TURNS, Mode, Model
from sijill.territory.numbered import Form, Lists, Numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SAME_DAYS = 30
IMPOSSIBLE = -60.0
_LATER_THAN_ANY = 4_000_000
"""More than the number of any day, by more than _SAME_DAYS."""
_BESIDE = tuple(TIES.index(tie) for tie in ("near", "beside"))
_CHANGE = TURNS.index("change")
_NO_TURN = -1


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

    case: Ints
    step: Ints
    state: Ints
    vector: Ints
    trust: Ints
    times: NDArray[np.float64]
    source: Ints
    turns: Ints

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


class Forms:
    """What each form of claim changes by a model, for a mode: its rows, and the turn that it tells.

    A row of a form has a holder (of `holders`, CONTESTED the last), a number of the model, whether it is of the day
    before, and the trust in its kind, teller, age, factuality and part.
    """

    def __init__(self, numbered: Numbered, model: Model, names: Names, mode: Mode) -> None:
        import numpy as np

        self.numbered, self.model, self.mode = numbered, model, mode
        self._vector_at = {name: n for n, name in enumerate(names.vectors)}
        self._trust_at = {name: n for n, name in enumerate(names.trust)}
        self._holder_at = {holder: n for n, holder in enumerate(numbered.holders)} | {CONTESTED: len(numbered.holders)}
        self.tie_trust = np.array([self.trust("tie", tie) for tie in TIES], np.int64)
        self.seat_trust = np.array([self.trust("name", seat) for seat in ("", "seat")], np.int64)
        found = [list(self._rows(form)) for form in numbered.forms]
        flat = [row for rows in found for row in rows]
        self.lists = Lists(range(len(rows)) for rows in found)
        self.rows = np.array(flat, np.int64).reshape(len(flat), _FORM_COLUMNS)
        self.turns = np.array([self._turn(form) for form in numbered.forms], np.int64)
        self.counts = np.array([form[0] in model.groups for form in numbered.forms], bool)

    def trust(self, group: str | None, name: str) -> int:
        """The place of the trust in a circumstance among the model's numbers."""
        return self._trust_at.get(f"{group}.{name}", self._trust_at["none.none"])

    def _rows(self, form: Form) -> Iterator[tuple[int, ...]]:
        kind, spread, subjects, objects, relation, age, factuality = form
        if kind not in self.model.groups:
            return
        stance = self.model.stances.get(kind)
        for part in PARTS[:1] if self.mode == "online" else PARTS:
            trust = (self.trust("kind", self.model.groups[kind]), self.trust(stance, relation),
                     self.trust("age", age), self.trust("factuality", factuality), self.trust("part", part))
            for what, states in zip(CLASSES, (subjects, objects, (CONTESTED,)), strict=True):
                vector = self._vector_at.get(f"{kind}.{spread}.{part}.{what}")
                if vector is not None:
                    yield from ((self._holder_at[s], vector, PARTS.index(part), *trust) for s in states)

    def _turn(self, form: Form) -> int:
        turn = self.model.turns.get(form[0])
        if turn is None or form[0] not in self.model.groups or form[-1] != "asserted":
            return _NO_TURN
        return TURNS.index("fight" if form[1] == "around" else turn)


_FORM_COLUMNS = 8


def design(every: Sequence[Case], steps: Sequence[dt.date], forms: Forms) -> Design:
    """The rows for some cases on some steps; days that are no step are left out."""
    import numpy as np

    numbered = forms.numbered
    case = np.repeat(np.arange(len(every)), [len(one.applied) for one in every])
    source = np.concatenate([np.arange(len(one.applied)) for one in every])
    claim, tie, km = (np.concatenate([getattr(one.applied, name) for one in every]) for name in ("claim", "tie", "km"))
    form = numbered.form[claim]
    counts = forms.counts[form]
    case, source, claim, tie, km, form = (many[counts] for many in (case, source, claim, tie, km, form))
    day = (numbered.known if forms.mode == "online" else numbered.day)[claim]
    count = _told_before(numbered, case, claim, tie)
    repeat = forms.model.repeat
    times = count ** repeat - (count - 1) ** repeat
    times = np.where(np.isin(tie, _BESIDE), times * (1 - km / (forms.model.near_km * 1.2)), times)
    shared = np.stack([forms.tie_trust[tie], forms.seat_trust[[int(every[n].seat) for n in case]]], axis=1)
    at = _Calendar(steps)

    places, owner = forms.lists.of(form)
    holder, vector, part, *trust = forms.rows[places].T
    step = at.steps(np.where(part == 0, day[owner], numbered.before[claim[owner]]))
    there = step >= 0
    owner, places = owner[there], places[there]
    kind, stance, age, factuality, of_part = (many[there] for many in trust)
    rows = np.stack([kind, stance, age, factuality, *shared[owner].T, of_part], axis=1)

    turn, turned = forms.turns[form], at.steps(day)
    # what is told again is no second change
    told = (turn != _NO_TURN) & (turned >= 0) & ((turn != _CHANGE) | (count == 1))
    turns = np.stack([case, turned, turn, *shared.T], axis=1)[told]
    return Design(case[owner], step[there], _states(every, numbered)[case[owner], holder[there]], vector[there], rows,
                  times[owner], source[owner], turns)


def _told_before(numbered: Numbered, case: Ints, claim: Ints, tie: Ints) -> Ints:
    """How often the same was told of a case in the month before, by the same tie and of the same name, this one
    included."""
    import numpy as np

    said = np.where(tie == OWN, numbered.told[claim], numbered.told_of[claim])
    key = (case * len(TIES) + tie) * (len(numbered.every) + 1) + said
    order = np.lexsort((numbered.order[claim], key))
    when = np.unique(key, return_inverse=True)[1][order] * _LATER_THAN_ANY + numbered.known[claim][order]
    out = np.empty(len(claim), np.int64)
    out[order] = np.arange(len(claim)) - np.searchsorted(when, when - _SAME_DAYS) + 1
    return out


def _states(every: Sequence[Case], numbered: Numbered) -> Ints:
    """The place of each holder, CONTESTED the last, among the states of each case: cases x holders."""
    import numpy as np

    out = np.full((len(every), len(numbered.holders) + 1), -1)
    at = {holder: n for n, holder in enumerate(numbered.holders)}
    for number, case in enumerate(every):
        for state, name in enumerate(case.states):
            if name in at:
                out[number, at[name]] = state
        out[number, -1] = len(case.states) - 1
    return out


class _Calendar:
    def __init__(self, steps: Sequence[dt.date]) -> None:
        import numpy as np

        self._days = np.array([day.toordinal() for day in steps], np.int64)

    def steps(self, days: Ints) -> Ints:
        """The step of each day, -1 where it is none."""
        import numpy as np

        if not len(self._days):
            return np.full(len(days), -1)
        found = np.minimum(np.searchsorted(self._days, days), len(self._days) - 1)
        return np.where(self._days[found] == days, found, -1)
