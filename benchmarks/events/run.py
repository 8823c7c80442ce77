"""Linked events in a record: linking it whole and by parts, listing with filters, time and memory.

usage: python benchmarks/events/run.py [--sizes 10000 30000 100000] [--server ADDRESS] [--out RESULTS.md]

Each size is linked in a process of its own. With --server each record is a database made on that PostgreSQL server.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.linking.generated import generated  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from sijill.documents import Document, Event  # noqa: E402
from sijill.ledger import Claim  # noqa: E402
from sijill.store import Record  # noqa: E402

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
A_TEXT = 3
"""Claims of one article."""
TAIL = 60
"""Words of an article that tell no event."""
NEW = 100
WORDS = ["".join(random.Random(n).choices(LETTERS, k=3 + n % 5)) for n in range(20_000)]
FILTERS: tuple[tuple[str, ...], ...] = (
    ("--limit", "100"), ("--place", "دوما", "--limit", "100"),
    ("--near", "36.2,37.16", "--radius", "10", "--limit", "100"),
    ("--actor", "SDF", "--from", "2013-06-01", "--to", "2013-06-07"), ("--min-killed", "12", "--limit", "100"),
    ("--source", "SANA", "--type", "Arrests", "--limit", "100"), ("--bloc", "kurdish", "--status", "disputed"))


def main() -> None:
    """Run everything, print it and write it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    ask.add_argument("--server", help="the address of a database of a PostgreSQL server: others are made beside it")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "events" / "RESULTS.md")
    args = ask.parse_args()
    columns: list[dict[str, str]] = []
    for size in args.sizes:
        with record_at(args.server) as where, multiprocessing.get_context("spawn").Pool(1) as pool:
            columns.append(pool.apply(measured, (where, size)))
            for filters in FILTERS:
                name = f"`sijill events FILE {' '.join(filters)} --format jsonl`"
                columns[-1][name] = timed(lambda f=filters: listed(where, f))  # type: ignore[misc]
            columns[-1]["`sijill events FILE --format jsonl` (all)"] = timed(lambda: listed(where, ()))
    command = "python benchmarks/events/run.py --sizes " + " ".join(map(str, args.sizes))
    text = "\n".join([
        "# Linked events in a record", "", described(), "", f"`{command}{' --server ...' if args.server else ''}`", "",
        f"Made-up claims (`benchmarks/linking/generated.py`), {A_TEXT} an article, in random order; seconds by the "
        "clock and, where more than one second, of the processor: others may have worked on the machine. The baseline "
        "of linking by parts is linking the whole record again.", "",
        "| what | " + " | ".join(f"{size:,} claims" for size in args.sizes) + " |",
        "| --- |" + " --- |" * len(args.sizes),
        *(f"| {name} | " + " | ".join(column.get(name, "") for column in columns) + " |" for name in columns[0]), ""])
    print(text)
    args.out.write_text(text, "utf-8")


@contextlib.contextmanager
def record_at(server: str | None) -> Iterator[str]:
    """Where a record may be made: a file, or a database of its own."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            yield str(pathlib.Path(folder) / "a.sijill")
        return
    import psycopg

    name = f"bench_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type, unused-ignore]
        yield f"{server.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type, unused-ignore]


def measured(where: str, count: int) -> dict[str, str]:
    """Every figure of writing and linking so many claims."""
    documents = list(articles(count + NEW * A_TEXT))
    random.Random(3).shuffle(documents)
    new = documents[-NEW:]
    del documents[-NEW:]
    rows: dict[str, str] = {}
    with Record.open(where, create=True) as record:
        rows["write the articles"] = timed(lambda: add(record, documents))
        documents.clear()
        steps: dict[str, float] = {}
        rows["link them (read, link, write)"] = timed(lambda: link(record, steps))
        rows |= {f"of which: {step}": f"{seconds:.1f} s" for step, seconds in steps.items()}
        rows["peak memory up to here"] = f"{peak_mb():.0f} MB"
        rows[f"write {NEW} articles more"] = timed(lambda: add(record, new))
        rows[f"link them ({NEW * A_TEXT} claims)"] = timed(lambda: link(record))
        one = next(record.events()).claims[0].id
        rows["a decision, linked"] = timed(lambda: (record.decide("reject", [one], by="benchmark"), link(record))[1])
        rows["baseline: link all again"] = timed(lambda: link(record, whole=True))
    return rows


def timed(run: Callable[[], str]) -> str:
    """How long something takes, and what it says."""
    began, used = time.perf_counter(), time.process_time()
    found = run()
    took, used = time.perf_counter() - began, time.process_time() - used
    print(f"{took:.2f} s", found, file=sys.stderr, flush=True)
    return f"{took:.2f} s" + (f" ({used:.1f} of the processor)" if used > 1 else "") + (f"; {found}" if found else "")


def articles(count: int) -> Iterator[Document]:
    """Made-up articles that tell so many claims, a few each, with words that tell nothing after them."""
    chance = random.Random(11)
    claims = sorted(generated(count)[0], key=lambda c: (c.published is None, c.published, c.id))
    for first in range(0, len(claims), A_TEXT):
        yield article(claims[first:first + A_TEXT], chance)


def article(claims: Sequence[Claim], chance: random.Random) -> Document:
    """One article of some claims."""
    text, events = "", []
    for claim in claims:
        events.append(shifted(claim.event, len(text)))
        text += claim.sentence + ". "
    # few words are told often and many seldom, as in any text
    text += " ".join(WORDS[int(len(WORDS) * chance.random() ** 3)] for _ in range(TAIL)) + "."
    told = claims[0]
    return Document(text, told.doc_id, told.source, None, None, told.published, events=tuple(events), control=())


def shifted(event: Event, by: int) -> Event:
    """An event whose spans lie further on in its text."""
    def moved(spans: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(replace(s, start=s.start + by, end=s.end + by) for s in spans)  # type: ignore[attr-defined,type-var]

    return replace(event, trigger=moved((event.trigger,))[0], actor1=moved(event.actor1), actor2=moved(event.actor2),
                   places=moved(event.places), casualties=moved(event.casualties))


def add(record: Record, documents: Sequence[Document]) -> str:
    """Append articles."""
    with record.start_run(version="benchmark") as run:
        for document in documents:
            run.add(document)
    return ""


def link(record: Record, steps: dict[str, float] | None = None, *, whole: bool = False) -> str:
    """Link what is new, and say what came of it; `steps` takes the seconds of each step."""
    last = [time.perf_counter()]

    def report(step: str, done: int, total: int) -> None:
        now = time.perf_counter()
        if steps is not None:
            steps[step] = steps.get(step, 0.0) + now - last[0]
        last[0] = now

    done = record.link(whole=whole, report=report)
    return f"{done.claims} claims, {done.events} events, {done.changed} written, {'all' if done.whole else 'by parts'}"


def listed(where: str, filters: Sequence[str]) -> str:
    """Run the command as a user does, the start of Python included."""
    command = [str(pathlib.Path(sys.executable).parent / "sijill"), "events", where, *filters, "--format", "jsonl"]
    most, events = 0, 0
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        for line in running.stdout:
            events += 1
            json.loads(line)
        most = resident_mb(running)
    return f"{events} events" + (f", {most:.0f} MB" if most else "")


def resident_mb(running: subprocess.Popen[bytes]) -> float:
    """The most memory that a process which just ended its output has held; 0 where the system does not say."""
    try:
        status = pathlib.Path(f"/proc/{running.pid}/status").read_text("utf-8")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0.0


def peak_mb() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
