"""Bulk runs: cores, engines against plain multiprocessing, memory, kills, and what a million articles cost.

usage: python benchmarks/bulk/run.py NEWS_DIR [--articles N] [--engines local daft ray] [--kills N] [--out RESULTS.md]

NEWS_DIR holds conflict.jsonl and other.jsonl, repeated and varied to N articles. Every run is a process of its own,
from start to finished shards, planning included.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import described  # noqa: E402

SIJILL = pathlib.Path(sys.executable).parent / "sijill"
MB = 1_000_000
KILLED_SHARD_MB = 0.05


@dataclass(frozen=True, slots=True)
class Timed:
    """A run: wall seconds, memory of all its processes (MB) at each sample, and a digest of its shards."""

    seconds: float
    memory: list[float]
    digest: str

    def peak(self, first: float, last: float) -> float:
        """The highest memory between two shares of the time."""
        n = len(self.memory)
        return max(self.memory[int(first * n): max(int(first * n) + 1, int(last * n))], default=0.0)


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


def processes_of(pid: int) -> list[int]:
    """A process and all that it began."""
    found = [pid]
    for one in found:
        try:
            for task in pathlib.Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def memory_of(pid: int) -> float:
    """Proportional memory of a process and all that it began, MB."""
    total = 0
    for one in processes_of(pid):
        try:
            lines = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def digest_of(out: pathlib.Path) -> str:
    """One digest of every shard's name and bytes."""
    whole = hashlib.sha256()
    for path in sorted((out / "shards").glob("*.parquet")):
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()


def timed(command: list[str], out: pathlib.Path) -> Timed:
    """Run a command that writes shards into a folder."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    memory: list[float] = []
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(1.0):
            memory.append(memory_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, complaints = process.communicate()
    seconds = time.perf_counter() - began
    stop.set()
    watcher.join()
    if process.returncode not in (0, 3):
        raise SystemExit(complaints)
    return Timed(seconds, memory, digest_of(out))


def bulk(path: pathlib.Path, out: pathlib.Path, engine: str, workers: int, shard_mb: float = 4.0) -> list[str]:
    """The command of a run."""
    return [str(SIJILL), "bulk", str(path), "--out", str(out), "--engine", engine, "--workers", str(workers),
            "--shard-mb", str(shard_mb)]


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


def killed(path: pathlib.Path, out: pathlib.Path, kills: int, driver: bool) -> int:
    """Kill workers, or the run itself, at random moments, begin again until it is done; how many were killed."""
    chance, done = random.Random(kills + driver), 0
    command = bulk(path, out, "local", os.cpu_count() or 2, KILLED_SHARD_MB)
    while True:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            had = len(list(out.glob("shards/*.parquet")))
            while process.poll() is None and len(list(out.glob("shards/*.parquet"))) < had + 2:
                time.sleep(0.02)
            time.sleep(0.3 * chance.random())
            if done >= kills or process.poll() is not None:
                break
            # the first child is the tracker of multiprocessing, not a worker
            victims = [process.pid] if driver else processes_of(process.pid)[2:]
            if victims:
                try:
                    os.kill(chance.choice(victims), 9)
                    done += 1
                except ProcessLookupError:
                    continue
            if driver:
                break
        if process.wait() in (0, 3):
            return done


def main() -> None:
    """Measure, print and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--articles", type=int, default=20_000)
    ask.add_argument("--engines", nargs="*", default=["local", "daft", "ray"])
    ask.add_argument("--kills", type=int, default=20)
    ask.add_argument("--shard-mb", type=float, default=4.0)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "bulk" / "RESULTS.md")
    args = ask.parse_args()
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = folder / "articles.jsonl"
        write_articles(args.news, path, args.articles)
        runs: dict[str, Timed] = {}
        for workers in (1, cores):
            out = folder / f"plain-{workers}"
            script = (f"from benchmarks.bulk.run import plain\nif __name__ == '__main__':\n    "
                      f"plain({str(path)!r}, {str(out)!r}, {workers}, {args.shard_mb})\n")
            (folder / "plain.py").write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{script}")
            runs[f"plain multiprocessing, {workers}"] = timed([sys.executable, str(folder / "plain.py")], out)
        runs["local, 1"] = timed(bulk(path, folder / "local-1", "local", 1, args.shard_mb), folder / "local-1")
        for engine in args.engines:
            out = folder / engine
            runs[f"{engine}, {cores}"] = timed(bulk(path, out, engine, cores, args.shard_mb), out)
        few = folder / "few.jsonl"
        write_articles(args.news, few, max(400, args.articles // 10))
        calm = timed(bulk(few, folder / "calm", "local", cores, KILLED_SHARD_MB), folder / "calm")
        kills = [(what, killed(few, folder / what, args.kills, what == "run"), digest_of(folder / what) == calm.digest)
                 for what in ("workers", "run")]
    report = written(args.articles, cores, runs, kills)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def written(articles: int, cores: int, runs: dict[str, Timed], kills: list[tuple[str, int, bool]]) -> str:
    """The results as a page."""
    base, one = runs[f"plain multiprocessing, {cores}"], runs["local, 1"]
    many = runs.get(f"local, {cores}", base)

    lines = ["# Bulk", "", f"{described()}.", "",
             f"Command: `python benchmarks/bulk/run.py NEWS_DIR --articles {articles}`. No gate: all are coded.",
             "", "| engine, workers | seconds | articles a second | over plain multiprocessing "
             "| memory, first half (MB) | second half | same bytes |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, run in runs.items():
        over = f"{run.seconds / base.seconds - 1:+.1%}" if name.endswith(f", {cores}") else ""
        lines.append(f"| {name} | {run.seconds:.1f} | {articles / run.seconds:.1f} | {over} | {run.peak(0, 0.5):.0f} "
                     f"| {run.peak(0.5, 1):.0f} | {'yes' if run.digest == base.digest else 'NO'} |")
    lines += ["", f"{cores} cores are {one.seconds / many.seconds:.2f} times one.", "",
              "| killed with SIGKILL | times | result as of an undisturbed run |", "| --- | --- | --- |",
              *(f"| {what} | {times} | {'yes, byte for byte' if same else 'NO'} |" for what, times, same in kills), "",
              "## A million articles", "", "| cores | hours |", "| --- | --- |"]
    hours = many.seconds * cores / articles * 1e6 / 3600
    lines += [f"| {n} | {hours / n:.2f} |" for n in (cores, 8, 32, 128)]
    lines += ["", f"{hours:.1f} core-hours, measured on {cores} cores, divided by cores: planning and merging, which "
              "one core does, are not divided in truth. A gate that keeps a share of the articles costs about that "
              "share.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
