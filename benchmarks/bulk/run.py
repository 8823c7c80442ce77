"""Bulk runs: cores, engines against plain multiprocessing, memory, kills, and what a million articles cost.

usage: python benchmarks/bulk/run.py NEWS_DIR [--articles N] [--full local daft] [--rounds N] [--kills N] [--out FILE]

NEWS_DIR holds conflict.jsonl and other.jsonl, repeated and varied to N articles (200,000 unless told otherwise). Every
run is a command of its own, from start to finished shards, planning included. Cores and engines are compared on slices
of the articles, each slice coded by all of them in turn, so that what the machine does besides falls on all alike;
then each engine of --full codes all articles once; then runs over a part of them are killed.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import pathlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.bulk.measured import Timed, digest_of, killed, timed, workers_of  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from sijill.extract.events import events  # noqa: E402

SIJILL = [sys.executable, "-m", "sijill"]
MB = 1_000_000
SHARD_MB = 4.0
SLICE_SHARDS = 40
GATE = 0.25
FEW = 16
POINTS = 24
PLAIN, ONE, GATED = "plain multiprocessing", "local, one core", f"local, gate at {GATE}"
CORES = (2, 8, 32, 128)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where runs write, and on how many cores."""

    folder: pathlib.Path
    cores: int

    def command(self, name: str, path: pathlib.Path, out: pathlib.Path, shard_mb: float) -> list[str]:
        """The command of a run."""
        if name == PLAIN:
            script = self.folder / "plain.py"
            script.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom benchmarks.bulk.run import plain\n"
                              f"if __name__ == '__main__':\n"
                              f"    plain({str(path)!r}, {str(out)!r}, {self.cores}, {shard_mb})\n")
            return [sys.executable, str(script)]
        engine = name if name in ("daft", "ray") else "local"
        return [*SIJILL, "bulk", str(path), "--out", str(out), "--engine", engine,
                "--workers", str(1 if name == ONE else self.cores), "--shard-mb", str(shard_mb),
                *(["--gate", str(GATE)] if name == GATED else [])]

    def run(self, name: str, path: pathlib.Path, shard_mb: float) -> tuple[Timed, pathlib.Path]:
        """A run, and where it wrote."""
        out = out_of(self.folder, path.stem, name)
        found = timed(self.command(name, path, out, shard_mb), out)
        print(f"{path.stem}, {name}: {found.seconds:.1f} s", file=sys.stderr, flush=True)
        return found, out

    def kill(self, what: str, path: pathlib.Path, shard_mb: float, kills: int, wanted: str) -> tuple[str, int, bool]:
        """How many of the workers, or how often the run itself, was killed; and whether the result is as wanted."""
        out = self.folder / f"killed-{what}"
        done = killed(self.command("local", path, out, shard_mb), out, kills,
                      workers_of if what == "workers" else lambda pid: [pid])
        print(f"{what}: killed {done} times", file=sys.stderr, flush=True)
        return what, done, digest_of(out) == wanted


def out_of(folder: pathlib.Path, stem: str, name: str) -> pathlib.Path:
    """Where a run over a file writes."""
    return folder / f"{stem}-{name.replace(' ', '-')}"


@dataclass(slots=True)
class Sliced:
    """What an engine took: over each slice, and to start (a run over a few articles)."""

    runs: list[Timed] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)

    @property
    def net(self) -> float:
        """Seconds over all slices without the starts."""
        return sum(run.seconds for run in self.runs) - len(self.runs) * statistics.median(self.starts)


@dataclass(frozen=True, slots=True)
class Alone:
    """What one core does whatever the others do: processor seconds of planning and merging, and bytes of the record."""

    plan: float
    merge: float
    record: int
    articles: int

    def million(self, taken: float) -> float:
        """What was taken, for a million articles."""
        return taken / self.articles * 1e6


@dataclass(frozen=True, slots=True)
class Full:
    """A run over all articles, and what its totals say."""

    run: Timed
    counts: dict[str, int]
    shards: int

    def check(self, articles: int) -> str:
        """Whether nothing was lost."""
        c = self.counts
        whole = c["read"] == articles == c["kept"] + c["rejected"] + c["not_relevant"]
        return (f"{c['read']:,} read = {c['kept']:,} kept + {c['rejected']:,} rejected + {c['not_relevant']:,} not "
                f"relevant in {self.shards:,} shards: {'yes' if whole else 'NO'}")


def write_articles(news: pathlib.Path, path: pathlib.Path, count: int, first: int = 0) -> None:
    """Articles of the collection in turn, each with its number in its text, so that no two are the same."""
    rows = [json.loads(line) for name in ("conflict", "other") for line in (news / f"{name}.jsonl").open("rb")]
    random.Random(5).shuffle(rows)
    with path.open("w", encoding="utf-8") as stream:
        for n in range(first, first + count):
            row = rows[n % len(rows)]
            varied = {"doc_id": f"{row['doc_id']}-{n}", "text": f"{row['text']}\n({n})", "title": row["title"],
                      "source": row["source"], "published": row["published"]}
            stream.write(json.dumps(varied, ensure_ascii=False) + "\n")


def plain(path: str, out: str, workers: int, shard_mb: float) -> None:
    """The same shards by a bare pool of processes: what engines are held against."""
    from sijill.bulk.plan import make_plan
    from sijill.bulk.processes import attempt
    from sijill.bulk.shards import tasks
    from sijill.bulk.step import Settings

    folder = pathlib.Path(out)
    (folder / "shards").mkdir(parents=True)
    plan = make_plan([path], Settings(), int(shard_mb * MB))
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for _ in pool.imap_unordered(attempt, tasks(plan, folder)):
            pass


def main() -> None:
    """Measure, print and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--articles", type=int, default=200_000, help="articles of the full runs")
    ask.add_argument("--full", nargs="*", default=["local", "daft"], help="engines that code all articles")
    ask.add_argument("--compared", nargs="*", default=["local", "daft"], help="engines held against plain processes")
    ask.add_argument("--rounds", type=int, default=3, help="slices on which engines are compared")
    ask.add_argument("--slice", type=int, default=5000, help="articles of a slice")
    ask.add_argument("--kills", type=int, default=20, help="of workers, and of the run")
    ask.add_argument("--killed", type=int, default=4000, help="articles of the runs that are killed")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "bulk" / "RESULTS.md")
    args = ask.parse_args()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    kind = "from source" if str(events.__file__).endswith(".py") else "compiled"
    head, began = (f"{described()}; Sijill {kind}. At work when it began: {os.getloadavg()[0]:.1f} processes.",
                   time.time())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        bench = Bench(folder, cores)
        names = (ONE, PLAIN, *args.compared, GATED)
        sliced, same = compared(bench, args.news, names, args.rounds, args.slice)
        alone = planned_and_merged(folder, args.rounds, args.slice)
        path = folder / "all.jsonl"
        write_articles(args.news, path, args.articles)
        size = path.stat().st_size / MB
        full = {name: coded(bench, name, path, min(SHARD_MB, size / SLICE_SHARDS)) for name in args.full}
        kills = disturbed(bench, args.news, args.killed, args.kills) if args.kills else []
    # where the results go says nothing of them
    asked = [word for n, word in enumerate(sys.argv[2:], start=2) if "--out" not in (word, sys.argv[n - 1])]
    command = " ".join(["python benchmarks/bulk/run.py NEWS_DIR", *asked])
    minutes = (time.time() - began) / 60
    report = "\n".join([
        "# Bulk", "", head, "", f"Command: `{command}`, {minutes:.0f} minutes.", "",
        *of_slices(sliced, same, args.slice, cores), *of_full(full, args.articles, size),
        *of_kills(kills, args.killed), *of_costs(sliced, args.slice, alone)])
    args.out.write_text(report, encoding="utf-8")
    print(report)


def compared(bench: Bench, news: pathlib.Path, names: Sequence[str], rounds: int,
             articles: int) -> tuple[dict[str, Sliced], bool]:
    """Every slice by each of some engines in turn; whether all gave the same bytes."""
    few = bench.folder / "few.jsonl"
    write_articles(news, few, FEW)
    found = {name: Sliced() for name in names}
    same = True
    # what the first run reads from the disk, the others find in memory
    for name in names:
        bench.run(name, few, SHARD_MB)
    for number in range(rounds):
        path = bench.folder / f"slice{number}.jsonl"
        write_articles(news, path, articles, number * articles)
        shard_mb = path.stat().st_size / MB / SLICE_SHARDS
        few = few.rename(bench.folder / f"few{number}.jsonl")
        # each round begins with another engine
        for name in [*names[number % len(names):], *names[:number % len(names)]]:
            found[name].starts.append(bench.run(name, few, SHARD_MB)[0].seconds)
            found[name].runs.append(bench.run(name, path, shard_mb)[0])
        digests = {found[name].runs[number].digest for name in names if name != GATED}
        same = same and len(digests) == 1
    return found, same


def planned_and_merged(folder: pathlib.Path, rounds: int, articles: int) -> Alone:
    """Every slice planned once more, and what one core coded of each merged into one record, in this process."""
    from sijill.bulk.merge import merge
    from sijill.bulk.plan import make_plan
    from sijill.bulk.step import Settings

    began = time.process_time()
    for number in range(rounds):
        make_plan([str(folder / f"slice{number}.jsonl")], Settings(), int(SHARD_MB * MB))
    planned = time.process_time()
    for number in range(rounds):
        merge(out_of(folder, f"slice{number}", ONE), folder / "merged.sijill")
    merged = time.process_time()
    record = sum(path.stat().st_size for path in folder.glob("merged.*"))
    return Alone(planned - began, merged - planned, record, rounds * articles)


def disturbed(bench: Bench, news: pathlib.Path, articles: int, kills: int) -> list[tuple[str, int, bool]]:
    """Runs over some articles whose workers are killed, or which are killed themselves, against one left in peace."""
    path = bench.folder / "killed.jsonl"
    write_articles(news, path, articles)
    # shards enough that every kill meets another one
    shard_mb = path.stat().st_size / MB / (4 * kills)
    wanted = bench.run("local", path, shard_mb)[0].digest
    return [bench.kill(what, path, shard_mb, kills, wanted) for what in ("workers", "run")]


def coded(bench: Bench, name: str, path: pathlib.Path, shard_mb: float) -> Full:
    """All articles by an engine."""
    run, out = bench.run(name, path, shard_mb)
    totals = json.loads((out / "totals.json").read_text("utf-8"))
    return Full(run, totals["counts"], totals["shards"])


def of_slices(sliced: dict[str, Sliced], same: bool, articles: int, cores: int) -> list[str]:
    """One core against all, and engines against plain processes."""
    rounds, base = len(sliced[PLAIN].runs), sliced[PLAIN]
    lines = ["## Cores and engines", "",
             f"{rounds} slices of {articles:,} articles, each coded by all of these in turn; {cores} processes but "
             f"where one is; all articles coded but where a gate is named. A start is a run over {FEW} articles "
             "(median).", "",
             "| engine | seconds | a start | articles a second, without starts | over plain, without starts "
             "| processor seconds | over plain |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, one in sliced.items():
        seconds, processor = sum(r.seconds for r in one.runs), sum(r.processor for r in one.runs)
        cells = [f"{seconds:.1f}", f"{statistics.median(one.starts):.1f}", f"{rounds * articles / one.net:.1f}"]
        ours = name not in (PLAIN, ONE, GATED)
        cells += [f"{one.net / base.net - 1:+.1%}" if ours else "", f"{processor:.1f}",
                  f"{processor / sum(r.processor for r in base.runs) - 1:+.1%}" if ours else ""]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    if "local" in sliced:
        ratios = [a.seconds / b.seconds for a, b in zip(sliced[ONE].runs, sliced["local"].runs, strict=True)]
        lines += ["", f"{cores} cores are {sliced[ONE].net / sliced['local'].net:.2f} times one (wanted: 1.8); with "
                  f"starts, by slice: {', '.join(f'{ratio:.2f}' for ratio in ratios)}."]
    return [*lines, "", f"The same bytes from all that code all articles: {'yes' if same else 'NO'}.", ""]


def of_full(full: dict[str, Full], articles: int, size: float) -> list[str]:
    """All articles: rate, totals, and memory over the time."""
    if not full:
        return []
    lines = [f"## {articles:,} articles", "", f"{size:,.0f} MB of JSON Lines.", "",
             "| engine | seconds | articles a second | memory, first tenth to second (MB) | last tenth (MB) | growth "
             "| highest |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, one in full.items():
        early, late = one.run.seen.median(0.1, 0.2), one.run.seen.median(0.9, 1.0)
        highest = max((look.total for look in one.run.seen.looks), default=0.0)
        lines.append(f"| {name} | {one.run.seconds:.1f} | {articles / one.run.seconds:.1f} | {early:.0f} | {late:.0f} "
                     f"| {late / early - 1 if early else 0:+.1%} | {highest:.0f} |")
    lines += ["", *(f"Totals, {name}: {one.check(articles)}.\n" for name, one in full.items())]
    if len(full) > 1:
        same = len({one.run.digest for one in full.values()}) == 1
        lines.append(f"The same bytes from {' and '.join(full)}: {'yes' if same else 'NO'}.\n")
    for name, one in full.items():
        lines += [f"Resident memory (MB) of {name} over the run, driver + workers by size; what processes share counts "
                  "in each:", "", "| second | driver | workers | all |", "| --- | --- | --- | --- |",
                  *(f"| {look.at:.0f} | {look.driver:.0f} | "
                    f"{' + '.join(f'{mb:.0f}' for mb in sorted(look.workers, reverse=True) if mb >= 20)} "
                    f"| {look.total:.0f} |" for look in one.run.seen.series(POINTS)), ""]
    return lines


def of_kills(kills: list[tuple[str, int, bool]], articles: int) -> list[str]:
    """What came of killing."""
    if not kills:
        return []
    return ["## Kills", "", f"Over {articles:,} articles.", "",
            "| killed with SIGKILL | times | result as of an undisturbed run |", "| --- | --- | --- |",
            *(f"| {what} | {times} | {'yes, byte for byte' if same else 'NO'} |" for what, times, same in kills), ""]


def of_costs(sliced: dict[str, Sliced], articles: int, alone: Alone) -> list[str]:
    """Hours of a million articles: what cores divide, and what one core does alone."""
    hours = {}
    for name in (PLAIN, GATED):
        runs = sliced["local"].runs if name == PLAIN and "local" in sliced else sliced[name].runs
        hours[name] = sum(run.processor for run in runs) / (len(runs) * articles) * 1e6 / 3600
    plan, merge = (alone.million(seconds) / 3600 for seconds in (alone.plan, alone.merge))
    return ["## A million articles (hours)", "",
            "Coding alone. Planning and merging are single-core and **not in the table**: "
            f"{plan:.2f} hours to plan and {merge:.2f} to merge (processor hours over the slices) come on top whatever "
            "the cores, and linking after them; the record and its archive take "
            f"{alone.million(alone.record) / 1e9:.0f} GB.", "",
            f"| cores | all coded | gate at {GATE} |", "| --- | --- | --- |",
            *(f"| {c} | {hours[PLAIN] / c:.2f} | {hours[GATED] / c:.2f} |" for c in CORES), "",
            f"{hours[PLAIN]:.1f} core-hours where all are coded, {hours[GATED]:.1f} with the gate: processor hours "
            "over the slices, starts included, divided by cores.", ""]


if __name__ == "__main__":
    main()
