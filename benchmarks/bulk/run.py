"""Bulk runs: cores, engines against plain multiprocessing, memory, kills, and what a million articles cost.

usage: python benchmarks/bulk/run.py NEWS_DIR [--articles N] [--engines local daft ray] [--kills N] [--out RESULTS.md]

NEWS_DIR holds conflict.jsonl and other.jsonl, repeated and varied to N articles (200,000 unless told otherwise, which
takes two hours on two cores). Every run is a command of its own, from start to finished shards, planning included.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import pathlib
import random
import sys
import tempfile
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.bulk.measured import Timed, digest_of, killed, timed, workers_of  # noqa: E402
from benchmarks.machine import described  # noqa: E402

SIJILL = [sys.executable, "-m", "sijill"]
MB = 1_000_000
LARGEST_MB = 4.0
GATE = 0.25
FEW = 16
PLAIN, ONE, GATED = "plain multiprocessing", "local, one core", f"local, gate at {GATE}"
CORES = (2, 8, 32, 128)


@dataclass(frozen=True, slots=True)
class Bench:
    """What is run: the articles, how many, a few of them for how long a start takes, the size of shards, and where."""

    path: pathlib.Path
    few: pathlib.Path
    articles: int
    shard_mb: float
    folder: pathlib.Path

    def command(self, name: str, path: pathlib.Path, out: pathlib.Path, cores: int) -> list[str]:
        """The command of a run."""
        if name == PLAIN:
            script = (f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom benchmarks.bulk.run import plain\n"
                      f"if __name__ == '__main__':\n    plain({str(path)!r}, {str(out)!r}, {cores}, {self.shard_mb})\n")
            (self.folder / "plain.py").write_text(script)
            return [sys.executable, str(self.folder / "plain.py")]
        engine = name if name in ("daft", "ray") else "local"
        return [*SIJILL, "bulk", str(path), "--out", str(out), "--engine", engine,
                "--workers", str(1 if name == ONE else cores), "--shard-mb", str(self.shard_mb),
                *(["--gate", str(GATE)] if name == GATED else [])]

    def folder_of(self, name: str) -> pathlib.Path:
        """Where a run writes."""
        return self.folder / name.replace(" ", "-")

    def measure(self, name: str, cores: int) -> tuple[Timed, float]:
        """A run over all articles, and the seconds of one over a few of them."""
        out = self.folder_of(name)
        start = timed(self.command(name, self.few, out.with_suffix(".few"), cores), out.with_suffix(".few"))
        found = timed(self.command(name, self.path, out, cores), out)
        print(f"{name}: {found.seconds:.1f} s, start {start.seconds:.1f} s", file=sys.stderr, flush=True)
        return found, start.seconds

    def kill(self, what: str, kills: int, cores: int, wanted: str) -> tuple[str, int, bool]:
        """How many of the workers, or how often the run itself, was killed; and whether the result is as wanted."""
        out = self.folder / f"killed-{what}"
        done = killed(self.command("local", self.path, out, cores), out, kills,
                      workers_of if what == "workers" else lambda pid: [pid])
        print(f"{what}: killed {done} times", file=sys.stderr, flush=True)
        return what, done, digest_of(out) == wanted


def write_articles(news: pathlib.Path, path: pathlib.Path, count: int) -> None:
    """Articles of the collection in turn, each with its number in its text, so that no two are the same."""
    rows = [json.loads(line) for name in ("conflict", "other") for line in (news / f"{name}.jsonl").open("rb")]
    random.Random(5).shuffle(rows)
    with path.open("w", encoding="utf-8") as stream:
        for n in range(count):
            row = rows[n % len(rows)]
            varied = {"doc_id": f"{row['doc_id']}-{n}", "text": f"{row['text']}\n({n})", "title": row["title"],
                      "source": row["source"], "published": row["published"]}
            stream.write(json.dumps(varied, ensure_ascii=False) + "\n")


def plain(path: str, out: str, workers: int, shard_mb: float) -> None:
    """The same shards by a bare pool of processes: what engines are held against."""
    from sijill.bulk.plan import make_plan
    from sijill.bulk.shards import run_shard, tasks
    from sijill.bulk.step import Settings

    folder = pathlib.Path(out)
    (folder / "shards").mkdir(parents=True)
    plan = make_plan([path], Settings(), int(shard_mb * MB))
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for _ in pool.imap_unordered(run_shard, tasks(plan, folder)):
            pass


def main() -> None:
    """Measure, print and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--articles", type=int, default=200_000)
    ask.add_argument("--engines", nargs="*", default=["local", "daft", "ray"])
    ask.add_argument("--kills", type=int, default=20)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "bulk" / "RESULTS.md")
    args = ask.parse_args()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    head, load = described(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path, few = folder / "articles.jsonl", folder / "few.jsonl"
        write_articles(args.news, path, args.articles)
        write_articles(args.news, few, FEW)
        # shards enough that every kill meets another one
        shard_mb = min(LARGEST_MB, max(0.02, path.stat().st_size / MB / (4 * max(20, args.kills))))
        bench = Bench(path, few, args.articles, shard_mb, folder)
        runs = {name: bench.measure(name, cores) for name in (ONE, PLAIN, *args.engines, GATED)}
        kills = [bench.kill(what, args.kills, cores, runs[PLAIN][0].digest) for what in ("workers", "run")
                 ] if args.kills else []
        totals = json.loads((bench.folder_of(GATED) / "totals.json").read_text("utf-8"))["counts"]
    report = written(f"{head}. At work on the machine when it began: {load:.1f} processes of others.", bench, cores,
                     runs, kills, totals["not_relevant"] / args.articles)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def written(head: str, bench: Bench, cores: int, runs: dict[str, tuple[Timed, float]],
            kills: list[tuple[str, int, bool]], left_out: float) -> str:
    """The results as a page."""
    (base, base_start), n = runs[PLAIN], bench.articles
    lines = ["# Bulk", "", head, "",
             f"Command: `python benchmarks/bulk/run.py NEWS_DIR --articles {n}`. {n:,} articles in shards of "
             f"{bench.shard_mb:.2f} MB, all coded but where a gate is named; {cores} processes but where one is. "
             f"A start is a run over {FEW} articles.", "",
             "| engine | seconds | of which start | articles a second | over plain | over plain, without starts "
             "| processor seconds | over plain | same bytes |",
             "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"]
    for name, (run, start) in runs.items():
        compared = name not in (PLAIN, ONE, GATED)
        cells = [f"{run.seconds:.1f}", f"{start:.1f}", f"{n / run.seconds:.1f}",
                 f"{run.seconds / base.seconds - 1:+.1%}" if compared else "",
                 f"{(run.seconds - start) / (base.seconds - base_start) - 1:+.1%}" if compared else "",
                 f"{run.processor:.1f}", f"{run.processor / base.processor - 1:+.1%}" if compared else "",
                 "" if name == GATED else "yes" if run.digest == base.digest else "NO"]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    one, many = runs[ONE][0], runs.get("local", runs[PLAIN])[0]
    at_most = cores * one.processor / many.processor
    lines += ["", f"{cores} cores are {one.seconds / many.seconds:.2f} times one by the clock; by processor seconds, "
              f"in which the work of others does not count, {at_most:.2f} times at most.", "",
              "## Memory of all processes (MB, median of each quarter of the time)", "",
              "| engine | first | second | third | fourth | highest |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [f"| {name} | " + " | ".join(f"{run.seen.quarter(q):.0f}" for q in range(4))
              + f" | {max(run.seen.memory, default=0):.0f} |" for name, (run, _) in runs.items()]
    if kills:
        lines += ["", "## Kills", "", "| killed with SIGKILL | times | result as of an undisturbed run |",
                  "| --- | --- | --- |",
                  *(f"| {what} | {times} | {'yes, byte for byte' if same else 'NO'} |" for what, times, same in kills)]
    hours = {name: run.processor / n * 1e6 / 3600 for name, run in (("all", many), ("gated", runs[GATED][0]))}
    lines += ["", "## A million articles (hours)", "", f"| cores | all coded | gate at {GATE} |", "| --- | --- | --- |",
              *(f"| {c} | {hours['all'] / c:.2f} | {hours['gated'] / c:.2f} |" for c in CORES), "",
              f"{hours['all']:.1f} core-hours where all are coded, {hours['gated']:.1f} with the gate, which holds "
              f"{left_out:.0%} of these articles not relevant: processor hours of {cores} processes, divided by cores. "
              "Planning and merging, which one core does, are not divided in truth.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
