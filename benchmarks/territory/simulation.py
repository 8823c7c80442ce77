"""A world whose truth is known: places that change hands, and sources that report it partly, wrongly and with a bias.

Each place follows the model's chances from day to day. Sources tell of it as the model believes claims to be told: a
claim of some kind, about two sides drawn at random, passes with the chance that its log weights give it in the true
state. `noise` of the claims are about sides and kinds that have nothing to do with the truth; `density` is how many
days there are, on average, between chances of a claim.
"""

from __future__ import annotations

import datetime as dt
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from sijill.documents import PlaceArgument
from sijill.territory.calibration import Calibration
from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence
from sijill.territory.filter import Rates
from sijill.territory.holders import CONTESTED, UNKNOWN, Side
from sijill.territory.model import MODES, Mode, Model, shipped_model

START = dt.date(2018, 1, 1)
KINDS = ("takes", "takes", "clash", "clash", "strikes", "holds", "leaves")
RELATIONS = ("own", "own", "monitor", "unknown")
CHANGING = ("takes", "leaves")


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


def world(model: Model, places: int, days: int, actors: int, density: float, noise: float, seed: int) -> World:
    """A world of places that do not touch, with the model that fits its actors."""
    random = np.random.default_rng(seed)
    names = tuple(f"SIDE_{n}" for n in range(actors))
    shares = {name: round(0.99 / actors, 6) for name in names} | {UNKNOWN: 0.01}
    model = replace(model, shares={"default": {UNKNOWN: 0.3}, "SIM": shares},
                    comes={"default": {UNKNOWN: 0.3}, "SIM": shares}, contested=0.1,
                    calibration=dict.fromkeys(MODES, Calibration()))
    truth = np.empty((places, days), np.int16)
    evidence: list[Evidence] = []
    for place in range(places):
        state = actors if random.random() < model.contested else int(random.integers(actors))
        told = random.random(days) < 1 / density
        for day in range(days):
            before = state
            if day:
                state = _next(state, actors, model.chances.calm, random)
            kind = str(random.choice(KINDS)) if told[day] else ""
            if kind and day:
                turn = model.turns.get(kind)
                if turn is not None:
                    state = _next(state, actors, model.chances.turns[turn], random)
            truth[place, day] = state
            if kind:
                evidence += _claim(model, place, day, kind, before, state, names, noise, random)
    return World(names, truth, evidence, model)


def _next(state: int, actors: int, rates: Rates, random: np.random.Generator) -> int:
    draw = random.random()
    if state == actors:
        return int(random.integers(actors)) if draw < rates.settles else state
    if draw < rates.opens:
        return actors
    return int(random.integers(actors)) if draw < rates.opens + rates.passes else state


def _claim(model: Model, place: int, day: int, kind: str, before: int, state: int, names: tuple[str, ...],
           noise: float, random: np.random.Generator) -> Iterator[Evidence]:
    """A claim on a day of which sources might tell; none where what was drawn does not pass for the true state."""
    relation = str(random.choice(RELATIONS))
    trust = np.exp(model.trust[f"kind.{model.groups[kind]}"] + model.trust.get(
        f"{model.stances.get(kind)}.{relation}", 0.0))
    vectors = model.weights()
    made_up = random.random() < noise
    for _ in range(200):
        subject, other = (int(n) for n in random.choice(len(names), 2, replace=False))
        weight, most = 0.0, 0.0
        for part, now in (("on", state), ("before", before)):
            numbers = [vectors.get(f"{kind}.whole.{part}.{what}", 0.0)
                       for what in ("subject", "object", "contested")]
            scale = trust * (np.exp(model.trust["part.before"]) if part == "before" else 1.0)
            which = 0 if now == subject else 1 if now == other else 2 if now == len(names) else None
            weight += 0.0 if which is None else numbers[which] * scale
            most += max(0.0, *numbers) * scale
        if made_up or random.random() < np.exp(weight - most):
            on = START + dt.timedelta(days=day)
            changed = on - dt.timedelta(days=1) if kind in CHANGING and day else None
            sides = tuple(Side(names[n], names[n]) for n in (subject, other))
            yield Evidence(f"{place}.{day}", f"{place}.{day}", kind, "whole", (names[subject],), (names[other],), sides,
                           PlaceArgument(0, 1, f"place {place}", "whole", None, "simulated"), "SIM", on, changed, on,
                           relation, "asserted", "fresh", "simulated", None)
            return


@dataclass(frozen=True, slots=True)
class Sets:
    """What estimates are worth in a world: how often the likeliest state is right, how large the credible sets are
    and how often they hold the truth; `drawn` are sets of 90 % exactly, the last state in them by a draw."""

    right: float
    covered: float
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
    brier = ((probability**2).sum(axis=2) - 2 * own + 1).mean()
    return Sets(float((rank == 0).mean()), float(inside.mean()), float(drawn.mean()),
                float((before < level - 1e-6).sum(axis=2).mean()), float(brier))


DENSITIES = (5, 20, 80)
NOISES = (0.0, 0.1)
LEVEL = 0.9


def lines(model: Model) -> list[str]:
    """The table of the simulation as Markdown, with seeds that are fixed."""
    out = ["150 places, 365 days, four sides. A place changes hands as the model says; a source tells of it every so "
           "many days on average, for its own side or not; a part of the claims is made up. Covered: how often the "
           "truth is in the smallest set of states that has 90 %; exact: the same with the last state in it by a "
           "draw, so that the sets have 90 % and no more; size: states in the set. The world is the model's own: "
           "what was learned of real sources' errors (the calibration) is left out.", "",
           "| mode | days between claims | made up | claims | holder right | covered | exact | size | Brier |",
           "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"]
    for density in DENSITIES:
        for noise in NOISES:
            made = world(model, 150, 365, 4, density, noise, seed=7)
            for mode in MODES:
                sets = scored(made, mode)
                out.append(f"| {mode} | {density} | {noise:.0%} | {len(made.evidence):,} | {sets.right:.3f} | "
                           f"{sets.covered:.3f} | {sets.drawn:.3f} | {sets.size:.2f} | {sets.brier:.3f} |")
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
