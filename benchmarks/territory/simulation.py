"""A world whose truth is known: places that change hands, and sources that report it partly, wrongly and with a bias.

Each place follows the model's chances from day to day. Sources tell of it as the model believes claims to be told: a
kind, two sides and, where the kind tells of a turn, what the turn makes of the place are drawn at random until they
pass with the chance that the claim's log weights give it in the true state: clashes are told more of contested places,
holders of held ones. `noise` of the claims have nothing to do with the truth; `density` is how many days there are, on
average, between claims.
"""

from __future__ import annotations

import datetime as dt
import math
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from sijill.documents import PlaceArgument
from sijill.territory.calibration import Calibration
from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence
from sijill.territory.filter import Rates
from sijill.territory.holders import CONTESTED, UNKNOWN, Side
from sijill.territory.model import CLASSES, MODES, Mode, Model, shipped_model

START = dt.date(2018, 1, 1)
KINDS = ("takes", "takes", "clash", "strikes", "holds", "leaves")
RELATIONS = ("own", "own", "monitor", "unknown")
CHANGING = ("takes", "leaves")
_TRIES = 2_000


@dataclass(frozen=True, slots=True)
class World:
    """The true state of each place on each day (the number of a holder, or of CONTESTED), and what sources tell."""

    actors: tuple[str, ...]
    truth: np.ndarray
    evidence: list[Evidence]
    model: Model

    def days(self) -> list[dt.date]:
        """The days of the world."""
        return [START + dt.timedelta(days=n) for n in range(self.truth.shape[1])]


def world(model: Model, places: int, days: int, actors: int, density: float, noise: float, seed: int,
          blind: bool = False) -> World:
    """A world of places that do not touch, with the model that fits its actors.

    `blind`: the kind of a claim is drawn whatever the state of the place, which is not what the model believes.
    """
    random = np.random.default_rng(seed)
    names = tuple(f"SIDE_{n}" for n in range(actors))
    shares = {name: round(0.99 / actors, 6) for name in names} | {UNKNOWN: 0.01}
    model = replace(model, shares={"default": {UNKNOWN: 0.3}, "SIM": shares},
                    comes={"default": {UNKNOWN: 0.3}, "SIM": shares}, contested=0.1,
                    calibration=dict.fromkeys(MODES, Calibration()))
    teller = _Teller(model, names, noise, blind, random)
    truth = np.empty((places, days), np.int16)
    evidence: list[Evidence] = []
    for place in range(places):
        state = actors if random.random() < model.contested else int(random.integers(actors))
        told = random.random(days) < 1 / density
        for day in range(days):
            before = state
            if day:
                state = _next(state, actors, model.chances.calm, random)
            if told[day]:
                state, claim = teller.tell(place, day, before, state)
                evidence += [] if claim is None else [claim]
            truth[place, day] = state
    return World(names, truth, evidence, model)


def _next(state: int, actors: int, rates: Rates, random: np.random.Generator) -> int:
    draw = random.random()
    if state == actors:
        return int(random.integers(actors)) if draw < rates.settles else state
    if draw < rates.opens:
        return actors
    return int(random.integers(actors)) if draw < rates.opens + rates.passes else state


class _Teller:
    """Sources: they tell of a place on a day, and where they tell of a turn there may have been one."""

    def __init__(self, model: Model, names: tuple[str, ...], noise: float, blind: bool,
                 random: np.random.Generator) -> None:
        self.model, self.names, self.noise, self.blind, self.random = model, names, noise, blind, random
        self.vectors = model.weights()

    def tell(self, place: int, day: int, before: int, state: int) -> tuple[int, Evidence | None]:
        """The state on the day, and a claim about it; none where nothing that was drawn passes."""
        random = self.random
        made_up = random.random() < self.noise
        kind, relation = self._kind()
        after = self._after(kind, day, state, made_up)
        for _ in range(_TRIES):
            subject, other = self._sides()
            if made_up or random.random() < self._passes(kind, relation, subject, other, before, after):
                return after, self._claim(place, day, kind, relation, subject, other)
            if not self.blind:
                kind, relation = self._kind()
                after = self._after(kind, day, state, made_up)
        return state, None

    def _kind(self) -> tuple[str, str]:
        return (KINDS[int(self.random.integers(len(KINDS)))], RELATIONS[int(self.random.integers(len(RELATIONS)))])

    def _sides(self) -> tuple[int, int]:
        one, other = int(self.random.integers(len(self.names))), int(self.random.integers(len(self.names) - 1))
        return one, other + (other >= one)

    def _after(self, kind: str, day: int, state: int, made_up: bool) -> int:
        turn = self.model.turns.get(kind)
        if turn is None or not day or made_up:
            return state
        return _next(state, len(self.names), self.model.chances.turns[turn], self.random)

    def _passes(self, kind: str, relation: str, subject: int, other: int, before: int, after: int) -> float:
        """The chance that such a claim passes, by the log weights of the model."""
        model = self.model
        trust = math.exp(model.trust[f"kind.{model.groups[kind]}"]
                         + model.trust.get(f"{model.stances.get(kind)}.{relation}", 0.0))
        weight = most = 0.0
        for part, now in (("on", after), ("before", before)):
            numbers = [self.vectors.get(f"{kind}.whole.{part}.{what}", 0.0) for what in CLASSES]
            scale = trust * (math.exp(model.trust["part.before"]) if part == "before" else 1.0)
            which = 0 if now == subject else 1 if now == other else 2 if now == len(self.names) else None
            weight += 0.0 if which is None else numbers[which] * scale
            most += max(0.0, *numbers) * scale
        return math.exp(weight - most)

    def _claim(self, place: int, day: int, kind: str, relation: str, subject: int, other: int) -> Evidence:
        on = START + dt.timedelta(days=day)
        changed = on - dt.timedelta(days=1) if kind in CHANGING and day else None
        subjects, objects = (self.names[subject],), (self.names[other],)
        return Evidence(f"{place}.{day}", f"{place}.{day}", kind, "whole", subjects, objects,
                        tuple(Side(name, name) for name in (*subjects, *objects)),
                        PlaceArgument(0, 1, f"place {place}", "whole", None, "simulated"), "SIM", on, changed, on,
                        relation, "asserted", "fresh", "simulated", None)


@dataclass(frozen=True, slots=True)
class Sets:
    """What estimates are worth in a world: how often the likeliest state is right, how large the credible sets are,
    the probability in them (`mass`) and how often they hold the truth; `drawn` are sets of 90 % exactly, the last
    state in them by a draw."""

    right: float
    covered: float
    mass: float
    drawn: float
    size: float
    brier: float


def credible(probability: np.ndarray, truth: np.ndarray, level: float, random: np.random.Generator) -> Sets:
    """Score probabilities (places x days x states) by the number of the true state."""
    order = np.argsort(-probability, axis=2, kind="stable")
    ranked = np.take_along_axis(probability, order, axis=2)
    before = np.cumsum(ranked, axis=2) - ranked
    rank = (order == truth[:, :, None]).argmax(axis=2)
    own = np.take_along_axis(ranked, rank[:, :, None], axis=2)[:, :, 0]
    gone = np.take_along_axis(before, rank[:, :, None], axis=2)[:, :, 0]
    inside = gone < level - 1e-6
    # the state that crosses the level is in the set with the chance that makes it 90 % in the mean
    share = np.clip((level - gone) / np.maximum(own, 1e-9), 0, 1)
    drawn = inside & (random.random(truth.shape) < share)
    sets = before < level - 1e-6
    brier = ((probability**2).sum(axis=2) - 2 * own + 1).mean()
    return Sets(float((rank == 0).mean()), float(inside.mean()), float((ranked * sets).sum(axis=2).mean()),
                float(drawn.mean()), float(sets.sum(axis=2).mean()), float(brier))


DENSITIES = (5, 20, 80)
NOISES = (0.0, 0.1)
LEVEL = 0.9
SEEDS = range(4)

INTRODUCTION = """\
{worlds} worlds a row (seeds {first} to {last}) of 150 places, 365 days and four sides. A place changes hands as the
model says; a source tells of it every so many days on average, for its own side or not; a part of the claims is made
up. The world is the model's own: what was learned of real sources' errors (the calibration) is left out. Exact: how
often the truth is in a set of states that has 90 % and no more, the last state in it by a draw; between 0.85 and 0.95
is asked for. Covered: the same for the smallest set of whole states that has 90 % or more; mass: the probability that
these sets have, which is what they should cover; size: states in them."""

BLIND = """\
The same where sources tell of clashes, takings and holders as often in a contested place as in a held one, which is
not what the model believes: here it is surer than it should be."""


def lines(model: Model) -> list[str]:
    """The tables of the simulation as Markdown, with seeds that are fixed."""
    return [*INTRODUCTION.format(worlds=len(SEEDS), first=SEEDS[0], last=SEEDS[-1]).split("\n"), "",
            *_table(model, DENSITIES, blind=False), "", *BLIND.split("\n"), "",
            *_table(model, DENSITIES[:1], blind=True)]


def _table(model: Model, densities: Sequence[int], blind: bool) -> list[str]:
    out = ["| mode | days between claims | made up | claims | holder right | exact | covered | mass | size | Brier |",
           "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"]
    for density in densities:
        for noise in NOISES:
            made = [world(model, 150, 365, 4, density, noise, seed, blind) for seed in SEEDS]
            claims = sum(len(one.evidence) for one in made)
            for mode in MODES:
                every = [scored(one, mode) for one in made]
                mean = Sets(*(sum(getattr(s, part.name) for s in every) / len(every) for part in fields(Sets)))
                out.append(f"| {mode} | {density} | {noise:.0%} | {claims:,} | {mean.right:.3f} | {mean.drawn:.3f} | "
                           f"{mean.covered:.3f} | {mean.mass:.3f} | {mean.size:.2f} | {mean.brier:.3f} |")
    return out


def scored(made: World, mode: Mode) -> Sets:
    """The credible sets of a world's estimates."""
    found, true = [], []
    for grid in Territory(made.evidence, made.model).grids(made.days(), mode=mode):
        states = np.zeros((len(grid.spots), len(grid.days), len(made.actors) + 1), np.float32)
        for n, names in enumerate(grid.states):
            for column, name in enumerate(names):
                if name in made.actors:
                    states[n, :, made.actors.index(name)] += grid.probability[n, :, column]
                elif name == CONTESTED:
                    states[n, :, -1] += grid.probability[n, :, column]
        found.append(states)
        true.append(made.truth[[int(spot.name.split()[1]) for spot in grid.spots]])
    return credible(np.concatenate(found), np.concatenate(true), LEVEL, np.random.default_rng(1))


def main() -> None:
    """Print the time and memory of a grid of 5,000 places, 1,000 days and 8 actors."""
    made = world(shipped_model(), 5_000, 1_000, 8, 100, 0.05, seed=1)
    began, used = time.perf_counter(), time.process_time()
    values = sum(grid.probability.size for grid in Territory(made.evidence, made.model).grids(made.days()))
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| measure | figure |\n| --- | --- |")
    print(f"| 5,000 places x 1,000 days x 8 actors, {len(made.evidence):,} claims, wall clock | {wall:.1f} s |")
    print(f"| the same, processor time | {cpu:.1f} s |\n| probabilities | {values:,} |")
    print(f"| peak memory, with the world's making | {memory:,.0f} MB |")


if __name__ == "__main__":
    main()
