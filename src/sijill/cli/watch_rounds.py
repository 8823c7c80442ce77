"""A watch at work: its rounds, printed or coded, made safe as they go."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sijill.acquire.watch_state import read_status
from sijill.cli.acquire import ReadFormat, print_item
from sijill.cli.usage import count

if TYPE_CHECKING:
    from sijill.acquire.reading import Item
    from sijill.acquire.watching import Watcher
    from sijill.cli.job import Job

SAFE_EVERY = 16
"""Articles after which what was done is made safe."""
_SHORTEST = 5.0


def watch_on(watcher: Watcher, job: Job, *, once: bool, sleep: Callable[[float], object] = time.sleep,
             clock: Callable[[], float] = time.time) -> int:
    """Run rounds until stopped, or one; the exit code of what was done in all of them."""
    done = rejected = 0
    try:
        while True:
            good, bad = _round(watcher, job)
            done, rejected = done + good, rejected + bad
            if once:
                break
            if good or bad:
                typer.echo(f"{time.strftime('%Y-%m-%d %H:%M')}: {count(good, 'new article')}, {bad} rejected", err=True)
            sleep(max(_SHORTEST, watcher.next_due() - clock()))
    except KeyboardInterrupt:
        typer.echo("stopped; the next start goes on from here", err=True)
    typer.echo(f"{count(done, 'new article')}, {rejected} rejected", err=True)
    return 0 if not rejected else 3 if done else 1


def _round(watcher: Watcher, job: Job) -> tuple[int, int]:
    """One round: how many articles were new, and how many pages and feeds failed."""
    from sijill.acquire import Rejected

    done = rejected = 0
    with contextlib.ExitStack() as stack:
        take: Callable[[Item], object] | None = None
        flush: Callable[[], object] = sys.stdout.flush
        for item in watcher.round():
            if take is None:
                # a run of the record begins with the first thing to write
                take, flush = stack.enter_context(_taking(job))
            take(item)
            rejected += isinstance(item, Rejected)
            done += not isinstance(item, Rejected)
            if (done + rejected) % SAFE_EVERY == 0:
                flush()
                watcher.settle()
    # the record is written when its run has ended, and only then is what was given forgotten
    watcher.settle()
    return done, rejected


@contextlib.contextmanager
def _taking(job: Job) -> Iterator[tuple[Callable[[Item], object], Callable[[], object]]]:
    """What takes each item, and what makes safe what was taken."""
    if job.record is None:
        yield lambda item: print_item(item, job.format), sys.stdout.flush
        return
    import sijill
    from sijill.cli.job import coding

    with coding(job, sijill.load(job.places, job.network), sys.stdout,
                lambda line: typer.echo(f"rejected: {line}", err=True)) as at_work:
        yield at_work.take, at_work.flush


def show_status(memory: Path, format: ReadFormat) -> None:
    """Print how each feed stands, as it was at the last moment that was made safe."""
    for row in read_status(memory):
        if format is ReadFormat.jsonl:
            times = {"checked": _iso(row["checked"]), "due": _iso(row["due"])}
            typer.echo(json.dumps(row | times, ensure_ascii=False))
        else:
            state = f"FAILS ({row['failures']}): {row['reason']}" if row["reason"] else "fine"
            counts = ", ".join(f"{row[name]} {name}" for name in ("read", "copies", "failed", "waiting"))
            looked = _iso(row["checked"]) or "never"
            typer.echo(f"{row['url']}\n  {state}; looked at {looked}, next {_iso(row['due'])}\n  pages: {counts}")


def _iso(seconds: float | None) -> str | None:
    return None if seconds is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
