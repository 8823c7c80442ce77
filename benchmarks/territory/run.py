"""Control of places: accuracy, calibration and lag on truth tables, end to end; a simulation; speed.

usage: python benchmarks/territory/run.py CONTROL.tsv NEWS.jsonl --kept FOLDER [--seed GOLD.json] [--out RESULTS.md]

The coded articles are kept in FOLDER and read from there the next time.
"""

from __future__ import annotations

import argparse
import pathlib
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import described  # noqa: E402
from benchmarks.places.calibration import plot  # noqa: E402
from benchmarks.territory import failures, hasakah, learn, simulation  # noqa: E402
from benchmarks.territory.coded import coded  # noqa: E402
from benchmarks.territory.scoring import (  # noqa: E402
    Place,
    Scores,
    base_rate,
    dominance,
    estimated,
    last_claim,
    only_sure,
    places,
)
from benchmarks.territory.truth import Truth, read_truth  # noqa: E402
from sijill.territory.estimate import Territory  # noqa: E402
from sijill.territory.evidence import Evidence, evidence_of  # noqa: E402
from sijill.territory.model import Model, shipped_model  # noqa: E402
from sijill.territory.reading import originals  # noqa: E402

HERE = ROOT / "benchmarks" / "territory"
PLOT = HERE / "calibration.svg"
SMOOTHED, ONLINE = "estimate, smoothed", "estimate, online"
METHODS = (SMOOTHED, ONLINE, "the last claim wins", "ACLED's dominance rule", "base rate")
MOST_FAILURES = 40
Found = dict[str, Scores]

INTRODUCTION = """\
Command: `python benchmarks/territory/run.py CONTROL.tsv NEWS.jsonl --kept FOLDER --seed GOLD.json`. Every article of
the collection is coded by `sijill code` with its defaults ({model}); reprints count once. Scored is every day after
the first claim about a place. The numbers of the model are learned on one half of the places (by a hash of the name)
and scored on the other, both ways, and so is the base rate. What a claim of each kind says, and the lists of words
for attempts, were written while looking at failures of all places: the figures are those of development, with
numbers that the scored half did not teach. A probability is right where the table's holder or an ally that it counts
as right is told; CONTESTED is a state like others. Brier from 0 to 2; log loss takes at least 0.001 for the truth;
the calibration error is that of the likeliest state over ten bins."""


def main() -> None:
    """Run everything, print it and write it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("control", type=pathlib.Path)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--kept", type=pathlib.Path, required=True, help="folder in which coded articles are kept")
    ask.add_argument("--model", choices=("encoder", "rules"), default="encoder")
    ask.add_argument("--seed", type=pathlib.Path, help="the gold article on Hasakah")
    ask.add_argument("--out", type=pathlib.Path, default=HERE / "RESULTS.md")
    args = ask.parse_args()
    head = described()
    truths = read_truth(args.control)
    documents = originals(coded(args.news, args.kept, args.model))
    evidence = [e for d in documents for e in evidence_of(d)]
    chosen, found, halves = two_fold(truths, evidence)
    lines = ["# Control of places", "", f"{head}.", "", INTRODUCTION.format(model=args.model), "",
             f"{len(documents):,} articles, {len(evidence):,} pieces of evidence; {len(chosen)} of {len(truths)} "
             f"places and windows of the table have a claim within or before the window.", "",
             "## Scores", "", *score_lines({"all": found} | {f"half {n}": half for n, half in enumerate(halves)}
                                           | {"days that the table is sure of": sure(found)}), "",
             "## By country and window", "", *country_lines(found), "",
             "## Reliability", "", *reliability(found[SMOOTHED]), "",
             "## Lag", "", *lag_lines(found), "", "## Failures", "",
             *failures.lines(failures.failures(chosen, found[SMOOTHED]), MOST_FAILURES), "",
             "## The numbers that ship", "",
             "The shares of all places, and of the other numbers the mean of what each half teaches; scored on the "
             "places that taught them, so no test.", "", *score_lines({"all": as_shipped(truths, evidence)}), ""]
    if args.seed:
        lines += ["## Hasakah, 1 August 2015", "", "From the demo's reports and the seed article, with the numbers "
                  "that ship. Right is a side that the article names; contested or unknown too where reports disagree: "
                  "the article names two sides, or a report names another holder.", "",
                  *hasakah.lines(args.seed, args.model)]
    lines += ["## Simulation", "", *simulation.lines(shipped_model()), "", "## Speed", "", *speed(), ""]
    report = "\n".join(lines)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def methods(chosen: Sequence[Place], territory: Territory, learned: Sequence[Truth]) -> Found:
    """The answers of the estimates and of the baselines on some places."""
    return dict(zip(METHODS, (estimated(chosen, territory, "smoothed"), estimated(chosen, territory, "online"),
                              last_claim(chosen), dominance(chosen), base_rate(chosen, learned)), strict=True))


def two_fold(truths: Sequence[Truth], evidence: Sequence[Evidence]) -> tuple[list[Place], Found, list[Found]]:
    """Each half of the places scored with what the other half teaches: the places, all answers, those of each half."""
    every: list[Place] = []
    halves = []
    for half in (0, 1):
        learned = [t for t in truths if t.half != half]
        territory = Territory(evidence, learn.fit(learned, evidence, learn.start()))
        chosen = [p for p in places(truths, territory) if p.truth.half == half]
        halves.append(methods(chosen, territory, learned))
        every += chosen
    return every, {m: Scores([a for half in halves for a in half[m].answers]) for m in METHODS}, halves


def as_shipped(truths: Sequence[Truth], evidence: Sequence[Evidence]) -> Found:
    """The answers with the numbers that ship."""
    model: Model = shipped_model()
    territory = Territory(evidence, model)
    chosen = places(truths, territory)
    return {SMOOTHED: estimated(chosen, territory, "smoothed"), ONLINE: estimated(chosen, territory, "online")}


def sure(found: Found) -> Found:
    """The answers on the days that the table is sure of."""
    return {method: only_sure(scores) for method, scores in found.items()}


def score_lines(groups: Mapping[str, Found]) -> list[str]:
    """The scores of each method on each group as Markdown."""
    out = ["| place-days | method | days | holder right | Brier | log loss | calibration error |",
           "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, found in groups.items():
        out += [f"| {name} | {method} | {len(s.answers):,} | {s.accuracy:.3f} | {s.brier:.3f} | {s.log_loss:.3f} | "
                f"{s.calibration:.3f} |" for method, s in found.items()]
    return out


def country_lines(found: Found) -> list[str]:
    """The share of right holders by country and window."""
    out = ["| country | window | places | days | " + " | ".join(METHODS) + " |", "| --- " * (4 + len(METHODS)) + "|"]
    first = found[METHODS[0]].answers
    for country, window in sorted({(a.truth.country, a.truth.window) for a in first}):
        mine = {m: Scores([a for a in s.answers if (a.truth.country, a.truth.window) == (country, window)])
                for m, s in found.items()}
        count = len({id(a.truth) for a in mine[SMOOTHED].answers})
        out.append(f"| {country} | {window} | {count} | {len(mine[SMOOTHED].answers):,} | "
                   + " | ".join(f"{mine[m].accuracy:.3f}" for m in METHODS) + " |")
    return out


def reliability(scores: Scores) -> list[str]:
    """The table of reliability, and its plot."""
    PLOT.write_text(plot([(said, right, max(1, count // 50)) for said, right, count in scores.bins()],
                         "share of right holders by probability; place-days / 50"), encoding="utf-8")
    return ["![calibration](calibration.svg)", "", "| probability of the likeliest state | right | place-days |",
            "| --- | --- | --- |",
            *(f"| {said:.2f} | {right:.2f} | {count:,} |" for said, right, count in scores.bins()), "",
            f"The smallest sets of states that have 90 % hold the truth on {scores.covered():.1%} of place-days."]


def lag_lines(found: Found) -> list[str]:
    """Days from a true change of holder until it is told."""
    out = ["| method | changes told within 60 days | median days | never told |", "| --- | --- | --- | --- |"]
    for method in METHODS[:-1]:
        lags, missed = found[method].lags()
        out.append(f"| {method} | {len(lags)} | {statistics.median(lags) if lags else ''} | {missed} |")
    return out


def speed() -> list[str]:
    """The grid of many places, in a process of its own: its time and its memory."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.territory.simulation"], cwd=ROOT, check=True,
                          capture_output=True, text=True)
    return done.stdout.rstrip("\n").split("\n")


if __name__ == "__main__":
    main()
