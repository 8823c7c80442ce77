"""What a command that codes in many processes takes: wall seconds, processor seconds, memory, and what it wrote."""

from __future__ import annotations

import hashlib
import os
import pathlib
import random
import statistics
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

EVERY = 1.0
"""Seconds between two looks at the processes."""
_TICKS = os.sysconf("SC_CLK_TCK")
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Look:
    """At a second of a run: resident memory (MB) of the process that was begun, and of all that it began, by process.

    What processes share (libraries, for the most part) counts in each.
    """

    at: float
    driver: float
    workers: tuple[float, ...]

    @property
    def total(self) -> float:
        """Of all."""
        return self.driver + sum(self.workers)


@dataclass(slots=True)
class Seen:
    """What was seen of a process and all that it began: memory, and processor seconds by process."""

    looks: list[Look] = field(default_factory=list)
    processor: dict[int, float] = field(default_factory=dict)

    def look(self, pid: int, at: float) -> None:
        """Look once."""
        resident: dict[int, float] = {}
        for one in processes_of(pid):
            try:
                pages = int(pathlib.Path(f"/proc/{one}/statm").read_text().split()[1])
                fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            except (OSError, IndexError):
                continue
            resident[one] = pages * os.sysconf("SC_PAGE_SIZE") / _MB
            self.processor[one] = (int(fields[11]) + int(fields[12])) / _TICKS
        if pid in resident:
            self.looks.append(Look(at, resident.pop(pid), tuple(resident.values())))

    def series(self, points: int) -> list[Look]:
        """Looks at even distances, the first and the last among them."""
        last = len(self.looks) - 1
        return [self.looks[round(n * last / (points - 1))] for n in range(points)] if last >= points else self.looks

    def median(self, first: float, last: float) -> float:
        """The median of all memory (MB) between two shares of the time."""
        n = len(self.looks)
        part = self.looks[int(first * n) : max(int(first * n) + 1, int(last * n))]
        return statistics.median(look.total for look in part) if part else 0.0


@dataclass(frozen=True, slots=True)
class Timed:
    """A run: wall and processor seconds, what was seen, and a digest of its shards."""

    seconds: float
    processor: float
    seen: Seen
    digest: str


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


def digest_of(out: pathlib.Path) -> str:
    """One digest of every shard's name and bytes."""
    whole = hashlib.sha256()
    for path in sorted((out / "shards").iterdir()):
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()


def timed(command: list[str], out: pathlib.Path) -> Timed:
    """Run a command that writes shards into a folder; exit codes 0 and 3 (some rejected) are a success."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    seen, stop = Seen(), threading.Event()

    def watch() -> None:
        while not stop.wait(EVERY):
            seen.look(process.pid, time.perf_counter() - began)

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, complaints = process.communicate()
    seconds = time.perf_counter() - began
    stop.set()
    watcher.join()
    if process.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)}\n{complaints}")
    return Timed(seconds, sum(seen.processor.values()), seen, digest_of(out))


def killed(command: list[str], out: pathlib.Path, kills: int, victims: Callable[[int], list[int]]) -> int:
    """Run a command again and again until it succeeds, killing one of its victims at random moments between shards.

    Returns how many were killed with SIGKILL: `kills`, or fewer if the run was done before.
    """
    chance, done = random.Random(kills), 0
    while True:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and done < kills:
            had = _finished(out)
            while process.poll() is None and _finished(out) == had:
                time.sleep(0.02)
            time.sleep(chance.random())
            found = victims(process.pid) if process.poll() is None else []
            if found:
                try:
                    os.kill(chance.choice(found), 9)
                    done += 1
                except ProcessLookupError:
                    continue
                if found == [process.pid]:
                    break
        if process.wait() in (0, 3):
            return done
        if process.returncode != -9:
            raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")


def _finished(out: pathlib.Path) -> int:
    return len(list((out / "shards").glob("[0-9]*.parquet")))


def workers_of(pid: int) -> list[int]:
    """The processes that code for a run: its children that Python's multiprocessing began to that end."""
    found = []
    for one in processes_of(pid)[1:]:
        try:
            if b"spawn_main" in pathlib.Path(f"/proc/{one}/cmdline").read_bytes():
                found.append(one)
        except OSError:
            continue
    return found
