"""Learn how far claims are trusted and how often places change hands, from truth tables and coded articles.

What a claim of each kind says is written down in territory.toml; here a few numbers are learned: the trust in groups
of claims, and the rates of change. They are searched one by one for the best mean log probability of the truth on
every day after the first claim about a place, half by all that is known, half by what was known on the day, with a
penalty for leaving the written numbers. Who holds and who takes places in a country is counted.

usage: python -m benchmarks.territory.learn CONTROL.tsv NEWS.jsonl --kept FOLDER [--out territory.toml]
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import pathlib
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace

import numpy as np

from benchmarks.territory.coded import coded
from benchmarks.territory.scoring import estimated, places
from benchmarks.territory.truth import Truth, read_truth
from sijill.territory.calibration import Calibration
from sijill.territory.cases import OWN, Bearings, Case, gather, padded, prior_of, steps_of
from sijill.territory.design import IMPOSSIBLE, Design, Forms, Names, design
from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence, evidence_of
from sijill.territory.filter import Chances, Prior, Rates, smooth
from sijill.territory.holders import CONTESTED, UNKNOWN, holders_in
from sijill.territory.model import MODES, TURNS, Around, Mode, Model, read_model
from sijill.territory.reading import originals
from sijill.territory.surroundings import Surroundings

OUT = pathlib.Path(__file__).resolve().parents[2] / "src" / "sijill" / "_data" / "territory.toml"
WRITTEN = pathlib.Path(__file__).with_name("written.toml")
EVERY = 6
"""Days between those that are scored while learning."""
ROUNDS = 2
WIDTH = 0.5
"""How far, as a logarithm, a number may leave what was written at the price of half a nat over all places."""
LEAST = 1e-3
EVEN = 2.0
MOST_RATES = {"opens": 0.45, "passes": 0.45, "settles": 0.95}
"""The largest rates: a held place either becomes contested or passes on, so that these two may not sum to 1."""
MOST = 0.95
"""The largest share that what is said of other places may have."""
FIXED = ("none.", "age.", "factuality.", "part.")
"""Trust that stays as it was written: too few claims of the learned places teach it."""
LATER = dt.timedelta(days=200)
"""Claims later than this after a window are left out while learning."""
Numbers = dict[str, float]


def count(truths: Sequence[Truth], model: Model) -> Model:
    """The shares that the tables show: each place and window counts once, over its days."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    comes: dict[str, Counter[str]] = defaultdict(Counter)
    contested = 0.0
    for truth in truths:
        groups = [truth.group(day) for day in sorted(truth.days)]
        for name, days in Counter(groups).items():
            if name == CONTESTED:
                contested += days / len(groups)
            else:
                held[truth.country][name] += days / len(groups)
        comes[truth.country].update(new for old, new in zip(groups, groups[1:], strict=False)
                                    if new not in (old, CONTESTED))
    shares = {country: _shares(names, country, 1.0) for country, names in sorted(held.items())}
    taking = {country: _shares(Counter(comes[country]) + Counter({n: 2 * s for n, s in shares[country].items()
                                                                  if n != UNKNOWN}), country, 0.5)
              for country in shares}
    default = {"default": {UNKNOWN: 0.3}}
    return replace(model, contested=round((contested + 1) / (len(truths) + 8), 4), shares=default | shares,
                   comes=default | taking)


def _shares(names: Counter[str], country: str, unknown: float) -> dict[str, float]:
    """Shares of counts, as if EVEN more places were shared by the holders that the table knows in the country."""
    known = holders_in(country)
    names = names + Counter({name: EVEN / len(known) for name in known})
    whole = sum(names.values()) + unknown
    return {n: round(names[n] / whole, 4) for n in sorted(names)} | {UNKNOWN: round(unknown / whole, 4)}


@dataclass(slots=True)
class Batch:
    """The places of one window in one mode: the design, and the states that are right on the days that are scored."""

    every: list[Case]
    rows: Design
    days: list[dt.date]
    surroundings: Surroundings
    blank: np.ndarray
    labels: np.ndarray
    weight: np.ndarray
    mode: Mode
    priors: dict[Around, Prior] = field(default_factory=dict)

    def loss(self, model: Model, names: Names) -> tuple[float, float]:
        """The negative log probability of the truth, summed by weight, and the weight."""
        trust = np.array([model.trust[n] for n in names.trust])
        vectors = model.weights()
        scores = np.repeat(self.blank[:, None, :], len(self.days), axis=1)
        np.add.at(scores, (self.rows.case, self.rows.step, self.rows.state),
                  self.rows.weights(np.array([vectors[n] for n in names.vectors]), trust))
        if model.around not in self.priors:
            self.priors = dict([*self.priors.items()][-1:])
            self.priors[model.around] = prior_of(self.every, self.days, model, self.surroundings)
        prior = replace(self.priors[model.around], contested=model.contested)
        found = smooth(scores, self.rows.steps(self.days, len(self.blank), trust), prior, model.chances)
        right = (found[MODES.index(self.mode) == 0] * self.labels).sum(axis=2)
        return float(-(np.log(np.maximum(right, LEAST)) * self.weight).sum()), float(self.weight.sum())


def batches(truths: Sequence[Truth], evidence: Sequence[Evidence], model: Model, names: Names) -> list[Batch]:
    """What is learned from, by window and mode."""
    spots, every, own = gather(evidence)
    number = {id(s): n for n, s in enumerate(every)}
    found = [(t, s) for t in truths if (s := t.spot(spots)) is not None]
    bearings = Bearings(every, own, model)
    built = bearings.cases(number[id(s)] for _, s in found)
    around = [(Surroundings(every, own, model.vectors, mode), Forms(bearings.numbered, model, names, mode))
              for mode in MODES]
    out = []
    for window in sorted({t.window for t in truths}):
        chosen = [(t, c) for (t, _), c in zip(found, built, strict=True) if t.window == window]
        out += [_batch(chosen, surroundings, forms) for surroundings, forms in around if chosen]
    return out


def _batch(chosen: Sequence[tuple[Truth, Case]], surroundings: Surroundings, forms: Forms) -> Batch:
    last = (max(max(truth.days) for truth, _ in chosen) + LATER).toordinal()
    numbered = forms.numbered
    every = padded([replace(case, applied=case.applied.where(numbered.day[case.applied.claim] <= last))
                    for _, case in chosen])
    scored = sorted({day for truth, _ in chosen for n, day in enumerate(sorted(truth.days)) if n % EVERY == 0})
    steps = steps_of(every, scored, surroundings)
    at = {day: n for n, day in enumerate(steps)}
    labels = np.zeros((len(every), len(steps), len(every[0].states)))
    weight = np.zeros((len(every), len(steps)))
    for n, ((truth, _), case) in enumerate(zip(chosen, every, strict=True)):
        mine = numbered.known[case.applied.claim[case.applied.tie == OWN]]
        known = dt.date.fromordinal(mine.min()) if len(mine) else dt.date.max
        for day in scored:
            if day not in truth.days or day <= known:
                continue
            right = {truth.group(day), *(s for s in truth.days[day].right if s in case.states)}
            for state in right:
                labels[n, at[day], case.states.index(state if state in case.states else UNKNOWN)] = 1
            # the days of a long window tell little more than those of a short one
            weight[n, at[day]] = math.sqrt(EVERY / len(truth.days))
    blank = np.array([[0.0 if s else IMPOSSIBLE for s in case.states] for case in every])
    return Batch(every, design(every, steps, forms), steps, surroundings, blank, labels, weight, surroundings.mode)


def numbers_of(model: Model) -> Numbers:
    """The numbers that are learned, as logarithms."""
    out = {f"trust {name}": value for name, value in model.trust.items() if not name.startswith(FIXED)}
    for name, rates in (("calm", model.chances.calm), *model.chances.turns.items()):
        out |= {f"rates {name} {part}": math.log(getattr(rates, part)) for part in ("opens", "passes", "settles")}
    out["named"] = model.named
    return out | {f"around {name}": math.log(value) for name, value in asdict(model.around).items()}


def with_numbers(model: Model, numbers: Numbers) -> Model:
    """The model with other numbers."""
    trust = {name: numbers.get(f"trust {name}", value) for name, value in model.trust.items()}
    rates = {name: Rates(*(min(most, math.exp(numbers[f"rates {name} {part}"]))
                           for part, most in MOST_RATES.items())) for name in ("calm", *TURNS)}
    around = {name: math.exp(numbers[f"around {name}"]) for name in asdict(model.around)}
    around["most"] = min(around["most"], MOST)
    return replace(model, trust=trust, named=max(0.0, numbers["named"]), around=Around(**around),
                   chances=Chances(rates["calm"], {name: rates[name] for name in TURNS}))


def fit(truths: Sequence[Truth], evidence: Sequence[Evidence], start: Model, rounds: int = ROUNDS,
        tell: bool = False) -> Model:
    """The model that some places and all articles teach, from what was written."""
    model = count(truths, start)
    names = Names.of(model)
    every = batches(truths, evidence, model, names)
    first = numbers_of(model)
    numbers = dict(first)

    def loss(tried: Numbers) -> float:
        one = with_numbers(model, tried)
        parts = [batch.loss(one, names) for batch in every]
        # as many independent observations as there are places
        mean = sum(p for p, _ in parts) / max(1e-9, sum(w for _, w in parts)) * len(truths)
        return mean + sum(((tried[n] - first[n]) / WIDTH) ** 2 for n in first) / 2

    best = loss(numbers)
    sizes = dict.fromkeys(numbers, 0.5)
    for turn in range(rounds):
        for name in numbers:
            for move in (sizes[name], -sizes[name]):
                tried = numbers | {name: numbers[name] + move}
                found = loss(tried)
                if found < best - 1e-3:
                    numbers, best = tried, found
                    sizes[name] *= 1.4
                    break
            else:
                sizes[name] *= 0.5
        if tell:
            print(f"round {turn + 1}: {best:.2f}", flush=True)
    learned = with_numbers(model, numbers)
    return replace(learned, calibration=calibrate(truths, evidence, learned))


def calibrate(truths: Sequence[Truth], evidence: Sequence[Evidence], model: Model) -> dict[Mode, Calibration]:
    """What the probabilities of the likeliest states were worth on some places, by mode."""
    plain = replace(model, calibration=dict.fromkeys(MODES, Calibration()))
    territory = Territory(evidence, plain)
    chosen = places(truths, territory)
    out: dict[Mode, Calibration] = {}
    for mode in MODES:
        answers = estimated(chosen, territory, mode).answers
        said = np.array([a.probability[a.best] for a in answers])
        odds = np.log(np.clip(said, LEAST, 1 - LEAST) / (1 - np.clip(said, LEAST, 1 - LEAST)))
        right = np.array([a.right for a in answers], float)
        weight = np.array([1 / math.sqrt(len(a.truth.days)) for a in answers])

        def loss(tried: Calibration, odds: np.ndarray = odds, right: np.ndarray = right,
                 weight: np.ndarray = weight) -> float:
            worth = 1 / (1 + np.exp(-(tried.lift + tried.slope * odds)))
            return float(-(weight * np.log(np.where(right > 0, worth, 1 - worth))).sum())

        tries = [Calibration(lift / 10, slope / 10) for lift in range(16) for slope in range(3, 11)]
        out[mode] = min(tries, key=loss) if answers else Calibration()
    return out


def written(model: Model, before: str, note: str) -> str:
    """The file with the model's numbers in the place of those before; what is not learned stays as it is."""
    text = re.sub(r"(?m)^# learned from .*$", f"# learned from {note}", before)
    text = re.sub(r"(?m)^contested = .*$", f"contested = {model.contested}", text)
    text = re.sub(r"(?m)^named = .*$", f"named = {model.named:.3f}", text)
    for name, rates in (("calm", model.chances.calm), *model.chances.turns.items()):
        line = f"{name} = {{opens = {rates.opens:.5f}, passes = {rates.passes:.5f}, settles = {rates.settles:.5f}}}"
        text = re.sub(rf"(?m)^{name} = {{.*$", line, text)
    for mode, worth in model.calibration.items():
        line = f"{mode} = {{lift = {worth.lift:.3f}, slope = {worth.slope:.3f}}}"
        text = re.sub(rf"(?m)^{mode} = {{.*$", line, text)
    for name, value in asdict(model.around).items():
        text = re.sub(rf"(?m)(^\[around\]\n(?:.+\n)*?){name} = .*$", rf"\g<1>{name} = {value:.4g}", text)
    for name, value in model.trust.items():
        group, _, part = name.partition(".")
        if not name.startswith(FIXED):
            text = re.sub(rf"(?m)(^\[trust\.{group}\]\n(?:.+\n)*?){part} = .*$", rf"\g<1>{part} = {value:.3f}", text)
    tables = "".join(f"[{title}.{country}]\n" + "".join(f"{n} = {v}\n" for n, v in shares.items()) + "\n"
                     for title, table in (("shares", model.shares), ("comes", model.comes))
                     for country, shares in table.items())
    return re.sub(r"(?ms)^\[shares\..*?(?=^# logarithms)", lambda _: tables, text)


def start() -> Model:
    """The model as it was written, before anything was learned."""
    return read_model(tomllib.loads(WRITTEN.read_text(encoding="utf-8")))


def shipped(truths: Sequence[Truth], halves: Sequence[Model]) -> Model:
    """The model that ships: the shares of all places, and of the other numbers the mean of what each half teaches."""
    every = [numbers_of(model) for model in halves]
    mean = {name: sum(numbers[name] for numbers in every) / len(every) for name in every[0]}
    worth = {mode: Calibration(*(sum(getattr(m.calibration[mode], part) for m in halves) / len(halves)
                                 for part in ("lift", "slope"))) for mode in MODES}
    return replace(with_numbers(count(truths, start()), mean), calibration=worth)


def main() -> None:
    """Learn from each half of the places and write the numbers."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("control", type=pathlib.Path)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--kept", type=pathlib.Path, required=True, help="folder in which coded articles are kept")
    ask.add_argument("--model", choices=("encoder", "rules"), default="encoder")
    ask.add_argument("--out", type=pathlib.Path, default=OUT)
    args = ask.parse_args()
    truths = read_truth(args.control)
    evidence = [e for d in originals(coded(args.news, args.kept, args.model)) for e in evidence_of(d)]
    halves = [fit([t for t in truths if t.half != half], evidence, start(), tell=True) for half in (0, 1)]
    note = f"{len(truths)} places and windows: the mean of what each half of the places teaches"
    args.out.write_text(written(shipped(truths, halves), WRITTEN.read_text(encoding="utf-8"), note), encoding="utf-8")


if __name__ == "__main__":
    main()
