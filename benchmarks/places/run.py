"""Places: accuracy on incidents with coordinates, calibration, the demo's places, speed of the resolver.

usage: python benchmarks/places/run.py INCIDENTS.jsonl WOF_DIR [--seed GOLD.json] [--out RESULTS.md]
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import sijill  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from benchmarks.places.calibration import bins, error, plot  # noqa: E402
from benchmarks.places.incidents import Answer, answers, causes, read, within  # noqa: E402
from sijill import resources  # noqa: E402
from sijill.documents import Grounding  # noqa: E402
from sijill.grounding.candidates import Candidates  # noqa: E402
from sijill.grounding.component import Grounder  # noqa: E402
from sijill.grounding.file import PlaceFile  # noqa: E402
from sijill.grounding.imports import import_places  # noqa: E402
from sijill.grounding.places import distance_km  # noqa: E402
from sijill.grounding.resolve import Asked, Context  # noqa: E402
from sijill.grounding.shipped import shipped  # noqa: E402

CITIES = {"hasakah": (36.502, 40.748, 20.0), "sarrin": (36.59, 38.30, 20.0), "raqqa": (35.95, 39.01, 20.0),
          "qamishli": (37.05, 41.23, 15.0), "kobani": (36.89, 38.36, 20.0)}
WANTED = 90_000
PLOT = ROOT / "benchmarks" / "places" / "calibration.svg"


def main() -> None:
    """Run everything, print it and write it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("incidents", type=pathlib.Path)
    ask.add_argument("wof", type=pathlib.Path)
    ask.add_argument("--seed", type=pathlib.Path, help="a gold article on the battle, its places to be put in cities")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "places" / "RESULTS.md")
    args = ask.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reports = read(args.incidents)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SIJILL_CACHE"] = folder
        began = time.perf_counter()
        shipped().close()
        first = time.perf_counter() - began
        path = pathlib.Path(folder) / "wof.sqlite"
        file = PlaceFile.open(path, create=True)
        done = import_places("whosonfirst", [args.wof], file)
        runs = {"shipped gazetteer": answers(reports, sijill.load([])),
                "with Who's On First": answers(reports, sijill.load([path]))}
        speed = speeds(file, path, [r["place_ar"] for r in reports])
    lines = ["# Places", "", f"{described()}.", "",
             "Command: `python benchmarks/places/run.py INCIDENTS.jsonl WOF_DIR"
             f"{' --seed GOLD.json' if args.seed else ''}`. For each report: the most exact "
             "place of the first coded event that has a place with a point; no answer is wrong. The weights were set "
             "by hand while looking at the errors of all reports; only the fit of the score kept half B aside. Both "
             "halves are therefore development figures.", "",
             "## Accuracy", "", "| gazetteer | reports | within 1 km | 5 km | 25 km | calibration error |",
             "| --- | --- | --- | --- | --- | --- |"]
    for name, found in runs.items():
        lines += [row(f"{name}, {part}", found, half) for part, half in (("all", None), ("half A", 0), ("half B", 1))]
    lines += ["", f"Who's On First: {done.read:,} rows read, {done.written:,} places written; refused: "
              + ", ".join(f"{reason} {count:,}" for reason, count in done.refusals.counts.most_common()) + ".", "",
              "Right is a point within 25 km. The plot (both gazetteers, half B): ![calibration](calibration.svg)", ""]
    aside = [a for found in runs.values() for a in found if a.half == 1]
    PLOT.write_text(plot(bins(aside), "share of points within 25 km, half B"), encoding="utf-8")
    lines += ["| score | right | answers |", "| --- | --- | --- |",
              *(f"| {score:.2f} | {right:.2f} | {count} |" for score, right, count in bins(aside)), ""]
    for name, found in runs.items():
        lines += [f"## Causes, {name}", "", "| cause | reports |", "| --- | --- |",
                  *(f"| {cause} | {count} |" for cause, count in causes(found)), ""]
    if args.seed:
        lines += seed(json.loads(args.seed.read_text(encoding="utf-8")))
    lines += demo() + ["", "## Speed", "", "| measure | figure |", "| --- | --- |",
                       f"| building the shipped index, once | {first:.2f} s |",
                       *(f"| {name} | {value} |" for name, value in speed), ""]
    report = "\n".join(lines)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def row(name: str, found: Sequence[Answer], half: int | None) -> str:
    """A row of the table of accuracy."""
    chosen = [a for a in found if half is None or a.half == half]
    shares = " | ".join(f"{share:.3f}" for share in within(chosen))
    return f"| {name} | {len(chosen)} | {shares} | {error(chosen):.3f} |"


def demo() -> list[str]:
    """The places of the bundled reports on Hasakah: in the right city or not."""
    coder = sijill.load([])
    rows: dict[tuple[str, str | None], str] = {}
    for line in resources.read_text("demo/hasakah-2015.jsonl").splitlines():
        article = json.loads(line)
        document = coder(article["text"], source=article.get("source"), published=article.get("published"))
        for place in (p for e in document.events or () for p in e.places):
            rows.setdefault((place.name, place.within), _where(place.grounding))
    return _listed("The demo's places (battle of Hasakah, 2015)", rows)


def seed(gold: dict[str, Any]) -> list[str]:
    """Every place that the gold of an article names, asked as the gold names it: in which city its point lies."""
    grounder = Grounder([])
    asked = {(p["name"], p.get("within")) for e in gold["events"] for p in e["places"]}
    return _listed("The gold places of the seed article", {
        (name, inside): _where(grounder.resolve(Asked(name, None, "whole", inside), Context({"SYR": 1.0})))
        for name, inside in asked})


def _where(grounding: Grounding | None) -> str:
    if grounding is None:
        return "no place"
    if grounding.lat is None or grounding.lon is None:
        return "known, no point: " + ", ".join(c.name for c in grounding.chain)
    near = [c for c, (lat, lon, km) in CITIES.items() if distance_km(lat, lon, grounding.lat, grounding.lon) <= km]
    return f"{grounding.lat}, {grounding.lon} ({near[0] if near else 'ELSEWHERE'}), {grounding.place_id}"


def _listed(title: str, rows: dict[tuple[str, str | None], str]) -> list[str]:
    return [f"## {title}", "", "| name | within | point |", "| --- | --- | --- |",
            *(f"| {name} | {inside or ''} | {point} |" for (name, inside), point in sorted(rows.items(), key=str)), ""]


def speeds(file: PlaceFile, path: pathlib.Path, extra: Sequence[str]) -> list[tuple[str, str]]:
    """Mentions a second with 90,000 places loaded, each name for the first time, and how long loading takes."""
    names = [place.name for place in file.all()]
    missing = WANTED - len(names)
    file.add(replace(place, id=f"copy:{place.id}", lat=None if place.lat is None else place.lat + 0.5)
             for place in list(file.all())[:max(0, missing)])
    file.close()
    began = time.perf_counter()
    grounder = Grounder([path])
    grounder.resolve(Asked(names[0]))
    loading = time.perf_counter() - began
    loaded = sum(n for f in grounder.candidates.files for *_, n in f.counts())
    asked = [Asked(name, None, "whole", None) for name in [*names[:: max(1, len(names) // 9_000)], *extra]]
    context = Context({"SYR": 0.6, "YEM": 0.4})
    began = time.perf_counter()
    found = sum(grounder.resolve(one, context) is not None for one in asked)
    cold = len(asked) / (time.perf_counter() - began)
    began = time.perf_counter()
    for one in asked:
        grounder.resolve(one, context)
    warm = len(asked) / (time.perf_counter() - began)
    assert isinstance(grounder.candidates, Candidates)
    return [("places loaded", f"{loaded:,}"), ("loading", f"{loading:.3f} s"),
            ("mentions a second, every name for the first time", f"{cold:,.0f}"),
            ("mentions a second, names seen before", f"{warm:,.0f}"),
            ("names resolved", f"{found:,} of {len(asked):,}")]


if __name__ == "__main__":
    main()
