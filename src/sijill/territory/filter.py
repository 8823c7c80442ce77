"""The filter: from evidence by day to the probability of each state of many places, forwards and backwards in time.

A place is held by one of its holders (the last of them is UNKNOWN: one that nobody names), or CONTESTED. From one day
to the next a held place becomes contested at the rate `opens`, or passes straight to a holder at the rate `passes`; a
contested one is settled at the rate `settles`. Who comes to hold it is drawn by shares. In calm times this is rare,
and steps of many days have a closed form, so that only the days that matter are steps; on days of which claims tell a
change or a fight, a turn of its own comes before the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]

Turn = tuple[Any, Any, Any, Any]
"""Chances: never left, held from held, contested from held, held from contested; numbers, or arrays of places x 1."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Chances a day: that a held place becomes contested, passes straight on, that a contested one is settled."""

    opens: float
    passes: float
    settles: float

    def over(self, days: int) -> Turn:
        """Over some days: never left, held from held, contested from held, held from contested."""
        stays = (1 - self.opens - self.passes) ** days
        total = self.opens + self.settles
        held = self.settles / total if total else 1.0
        fades = (1 - total) ** days
        return stays, held + (1 - held) * fades, (1 - held) * (1 - fades), held * (1 - fades)


@dataclass(frozen=True, slots=True)
class Steps:
    """The days of some places: `days` are their numbers, rising; `turns` by kind how much (0 to 1; places x steps)
    claims of a day make of a turn before it; `starts` the step of each place's first claim (None: the first step)."""

    days: Array
    turns: Mapping[str, Array]
    starts: Array | None = None


@dataclass(frozen=True, slots=True)
class Chances:
    """How places change hands: in calm days, and on days of which claims of a kind tell."""

    calm: Rates
    turns: Mapping[str, Rates]

    def turn(self, steps: Steps, step: int) -> Turn | None:
        """The turn before a step, each place its own; None where no claim makes one."""
        found = [(self.turns[kind], many[:, step:step + 1]) for kind, many in steps.turns.items()]
        if not any(many.any() for _, many in found):
            return None
        keeps: Any = 1.0
        closed: Any = 1.0
        stuck: Any = 1.0
        for rates, many in found:
            keeps = keeps * (1 - (rates.opens + rates.passes) * many)
            closed = closed * (1 - rates.opens * many)
            stuck = stuck * (1 - rates.settles * many)
        return keeps, closed, 1 - closed, 1 - stuck


@dataclass(frozen=True, slots=True)
class Prior:
    """What is expected: `shares` of the holders (places x eras x holders), also of who comes to hold a place in calm
    times; `comes` (places x holders), who does so in a turn; `contested`, the chance of that state.

    `eras` are the numbers of the steps' eras, rising; None: there is one. From one era to the next a holder loses as
    many places as its share falls, to those whose shares rise.
    """

    shares: Array
    comes: Array
    contested: float
    eras: Sequence[int] | None = None


def smooth(scores: Array, steps: Steps, prior: Prior, chances: Chances) -> tuple[Array, Array]:
    """The probability of every state on every step: by what was known until then, and by all that is known.

    `scores`: places x steps x states, the log weight that evidence gives (CONTESTED is the last state).
    """
    import numpy as np

    places, count, states = scores.shape
    filtered = np.empty_like(scores)
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    shares, comes = prior.shares, prior.comes
    eras = [0] * count if prior.eras is None else list(prior.eras)
    starts = np.zeros(places) if steps.starts is None else steps.starts
    contested: Array = np.full((places, 1), prior.contested)
    gaps = [0, *(int(b) - int(a) for a, b in zip(steps.days, steps.days[1:], strict=False))]
    turns = [chances.turn(steps, step) for step in range(count)]
    drifts = {step: _Drift.of(shares, eras[step - 1], eras[step]) for step in range(1, count)
              if eras[step] != eras[step - 1]}
    now: Array = np.zeros((places, states))
    for step in range(count):
        if step in drifts:
            now = drifts[step].forward(now)
        if step:
            now = _forward(now, shares[:, eras[step]], chances.calm.over(gaps[step]))
        fresh = starts >= step
        if fresh.any():
            # until the first claim about a place it does not matter how many days have passed
            expected = np.concatenate([shares[:, eras[step]] * (1 - prior.contested), contested], axis=1)
            now = np.where(fresh[:, None], expected, now)
        turn = turns[step]
        if turn is not None:
            now = _forward(now, comes, turn)
        now = now * weights[:, step]
        now /= now.sum(axis=1, keepdims=True)
        filtered[:, step] = now
    smoothed = filtered.copy()
    message: Array = np.ones((places, states))
    for step in range(count - 2, -1, -1):
        message = message * weights[:, step + 1]
        turn = turns[step + 1]
        if turn is not None:
            message = _backward(message, comes, turn)
        message = _backward(message, shares[:, eras[step + 1]], chances.calm.over(gaps[step + 1]))
        if step + 1 in drifts:
            message = drifts[step + 1].backward(message)
        message /= message.max(axis=1, keepdims=True)
        smoothed[:, step] *= message
        smoothed[:, step] /= smoothed[:, step].sum(axis=1, keepdims=True)
    return filtered, smoothed


@dataclass(frozen=True, slots=True)
class _Drift:
    """From one era to the next: the chance that each holder keeps a place, and who gets what the others lose."""

    keeps: Array
    gains: Array

    @classmethod
    def of(cls, shares: Array, old: int, new: int) -> _Drift:
        """The smallest change that makes the shares of the old era those of the new one, through those between."""
        import numpy as np

        before, after = shares[:, old], shares[:, new]
        keeps = np.minimum(1.0, after / np.maximum(before, 1e-12))
        more = np.maximum(after - before, 0.0)
        return cls(keeps, more / np.maximum(more.sum(axis=1, keepdims=True), 1e-12))

    def forward(self, now: Array) -> Array:
        import numpy as np

        holders = now[:, :-1]
        lost = (holders * (1 - self.keeps)).sum(axis=1, keepdims=True)
        return np.concatenate([holders * self.keeps + lost * self.gains, now[:, -1:]], axis=1)

    def backward(self, message: Array) -> Array:
        import numpy as np

        holders = message[:, :-1]
        mean = (self.gains * holders).sum(axis=1, keepdims=True)
        return np.concatenate([self.keeps * holders + (1 - self.keeps) * mean, message[:, -1:]], axis=1)


def _forward(now: Array, drawn: Array, turn: Turn) -> Array:
    import numpy as np

    stays, held, opened, settled = turn
    holders, contested = now[:, :-1], now[:, -1:]
    total = holders.sum(axis=1, keepdims=True)
    out = np.empty_like(now)
    out[:, :-1] = stays * holders + ((held - stays) * total + settled * contested) * drawn
    out[:, -1:] = opened * total + (1 - settled) * contested
    return out


def _backward(message: Array, drawn: Array, turn: Turn) -> Array:
    import numpy as np

    stays, held, opened, settled = turn
    holders, contested = message[:, :-1], message[:, -1:]
    mean = (drawn * holders).sum(axis=1, keepdims=True)
    out = np.empty_like(message)
    out[:, :-1] = stays * holders + (held - stays) * mean + opened * contested
    out[:, -1:] = settled * mean + (1 - settled) * contested
    return out
