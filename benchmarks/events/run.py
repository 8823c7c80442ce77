"""Linked events in a record: linking it whole and by parts, listing with filters, time and memory.

usage: python benchmarks/events/run.py [--claims 100000] [--record FILE_OR_ADDRESS] [--out RESULTS.md]
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time
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
    ask.add_argument("--claims", type=int, default=100_000)
    ask.add_argument("--record", help="a new file, or the address of an empty PostgreSQL database")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "events" / "RESULTS.md")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = measured(args.record or str(pathlib.Path(folder) / "a.sijill"), args.claims)
    command = f"python benchmarks/events/run.py --claims {args.claims}" + (" --record ..." if args.record else "")
    text = "\n".join(["# Linked events in a record", "", described(), "", f"`{command}`", "", *lines, ""])
    print(text)
    args.out.write_text(text, "utf-8")


def measured(where: str, count: int) -> list[str]:
    """Every figure, as lines of Markdown."""
    documents = list(articles(count + NEW * A_TEXT))
    random.Random(3).shuffle(documents)
    kept, new = documents[:-NEW], documents[-NEW:]
    rows: list[tuple[str, str]] = []

    def timed(name: str, run: Callable[[], str]) -> None:
        began = time.perf_counter()
        found = run()
        rows.append((name, f"{time.perf_counter() - began:.2f} s{found and '; ' + found}"))
        print(*rows[-1], file=sys.stderr, flush=True)

    with Record.open(where, create=True) as record:
        timed(f"write {len(kept)} articles", lambda: add(record, kept))
        steps: dict[str, float] = {}
        timed(f"link {count} claims (read, link, write)", lambda: link(record, steps))
        rows += [(f"of which: {step}", f"{seconds:.1f} s") for step, seconds in steps.items()]
        rows.append(("peak memory up to here", f"{peak_mb():.0f} MB"))
        timed(f"write {NEW} articles more", lambda: add(record, new))
        timed(f"link them ({NEW * A_TEXT} claims)", lambda: link(record))
        one = next(record.events()).claims[0].id
        timed("a decision, linked", lambda: (record.decide("reject", [one], by="benchmark"), link(record))[1])
    for filters in FILTERS:
        timed(f"`sijill events FILE {' '.join(filters)} --format jsonl`", lambda f=filters: listed(where, f))  # type: ignore[misc]
    timed("`sijill events FILE --format jsonl` (all)", lambda: listed(where, ()))
    return ["| what | time |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)]


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


def link(record: Record, steps: dict[str, float] | None = None) -> str:
    """Link what is new, and say what came of it; `steps` takes the seconds of each step."""
    last = [time.perf_counter()]

    def report(step: str, done: int, total: int) -> None:
        now = time.perf_counter()
        if steps is not None:
            steps[step] = steps.get(step, 0.0) + now - last[0]
        last[0] = now

    done = record.link(report=report)
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
