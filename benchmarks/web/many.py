"""Many reviewers at once: clients that read the queue, open events and decide, as fast as the answers come.

usage: python benchmarks/web/many.py [--clients 20] [--seconds 300] [--claims 20000] [--record FILE.sijill]
           [--out benchmarks/web/MANY.md]

Every client works through the queue of its own: it reads the queue by a filter, opens an event and its page, accepts,
rejects or corrects one of its claims, and withdraws one decision in ten. Afterwards the record is asked: every
decision that was answered with 201 must be there, and no other; no answer may be a 5xx; the chain must be whole. The
baseline, in the same run, is one client on a copy of the record for a fifth of the time.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.machine import described  # noqa: E402
from sijill.store import Record, verify  # noqa: E402

FILTERS = ("", "type=Battles", "actor=SDF", "min_killed=1", "bloc=kurdish", "order=date", "status=disputed")


@dataclass
class Work:
    """What clients did: seconds by kind of request, answers by status, and the ids of the decisions they were given."""

    times: dict[str, list[float]] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)
    decided: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, client: object, kind: str, method: str, path: str, **more: object) -> object:
        """One request, timed and counted."""
        began = time.perf_counter()
        answer = client.request(method, path, **more)  # type: ignore[attr-defined]
        with self.lock:
            self.times.setdefault(kind, []).append(time.perf_counter() - began)
            self.answers[answer.status_code] += 1
            if answer.status_code >= 500:
                self.troubles.append(f"{method} {path}: {answer.status_code} {answer.text[:200]}")
        return answer


def main() -> None:
    """Measure, print and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--clients", type=int, default=20)
    ask.add_argument("--seconds", type=float, default=300)
    ask.add_argument("--claims", type=int, default=20_000)
    ask.add_argument("--record", type=pathlib.Path, help="a record that is kept, made if it is not there")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "web" / "MANY.md")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.record or pathlib.Path(folder) / "a.sijill"
        if not where.exists():
            from benchmarks.web.run import make

            make(where, args.claims)
        lines = [f"{args.claims} claims; baseline: one client for {args.seconds / 5:g} s, then {args.clients} clients "
                 f"for {args.seconds:g} s, each on a copy of the record.", ""]
        good = True
        for clients, seconds in ((1, args.seconds / 5), (args.clients, args.seconds)):
            copy = pathlib.Path(folder) / f"{clients}.sijill"
            shutil.copy(where, copy)
            work = reviewed(copy, clients, seconds)
            title = f"## {clients} client{'s' if clients > 1 else ''}, {seconds:g} s"
            lines += [title, "", *told(work, copy, seconds), ""]
            good = good and whole(work, copy)
    command = f"--clients {args.clients} --seconds {args.seconds:g} --claims {args.claims}"
    text = "\n".join(["# Many reviewers at once", "", described(), "", f"`python benchmarks/web/many.py {command}`", "",
                      *lines])
    print(text)
    args.out.write_text(text, "utf-8")
    raise SystemExit(0 if good else 1)


def reviewed(where: pathlib.Path, clients: int, seconds: float) -> Work:
    """What so many clients did in so many seconds on a record served by another process."""
    command = [sys.executable, "-m", "sijill", "serve", str(where), "--no-browser", "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        line = server.stderr.readline()
        address = next((part for part in line.split() if part.startswith("http://")), "")
        if not address:
            raise SystemExit(f"the server did not start: {line} {server.stderr.read()}")
        threading.Thread(target=lambda: [None for _ in server.stderr or ()], daemon=True).start()
        begin(address)
        work, until = Work(), time.monotonic() + seconds
        threads = [threading.Thread(target=client_of, args=(work, address, number, until)) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        server.terminate()
        server.wait(60)
    return work


def begin(address: str) -> None:
    """Wait until the application answers."""
    import httpx

    httpx.get(f"{address}api/status", timeout=120).raise_for_status()


def client_of(work: Work, address: str, number: int, until: float) -> None:
    """One reviewer: queue, event, decision, until the time is over."""
    import httpx

    draw = random.Random(number)
    with httpx.Client(base_url=address, timeout=120) as client:
        while time.monotonic() < until:
            try:
                turn(work, client, draw, number, until)
            except httpx.HTTPError as error:
                with work.lock:
                    work.troubles.append(f"no answer: {type(error).__name__} {error}")


def turn(work: Work, client: object, draw: random.Random, number: int, until: float) -> None:
    """A look at the queue, and the events that it shows one by one."""
    query = draw.choice(FILTERS)
    work.ask(client, "queue page", "GET", f"/?{query}")
    path = f"/api/events?state=open&limit=200&{query}"
    answer = work.ask(client, "queue API", "GET", path)
    cards = answer.json().get("events", [])  # type: ignore[attr-defined]
    # people begin at different places, and still meet now and then
    first = number * 20 % max(1, len(cards))
    for card in cards[first:first + 8]:
        if time.monotonic() >= until:
            return
        found = work.ask(client, "event API", "GET", f"/api/events/{card['event_id']}")
        if found.status_code != 200:  # type: ignore[attr-defined]
            continue  # it was joined with another meanwhile
        work.ask(client, "event page", "GET", f"/events/{card['event_id']}")
        claim = draw.choice(found.json()["event"]["claims"])["claim_id"]  # type: ignore[attr-defined]
        verb = draw.choice(("accept", "accept", "reject", "correct"))
        more = {"field": "killed", "value": [draw.randint(0, 3), 5]} if verb == "correct" else {}
        taken = work.ask(client, "decision", "POST", "/api/decisions", json={"verb": verb, "ids": [claim], **more})
        kept = note(work, taken)
        if kept and draw.random() < 0.1:
            note(work, work.ask(client, "undo", "POST", f"/api/decisions/{kept}/withdraw"))


def note(work: Work, answer: object) -> str | None:
    """The id of a decision that was taken, noted."""
    if answer.status_code != 201:  # type: ignore[attr-defined]
        return None
    key = str(answer.json()["decision"]["id"])  # type: ignore[attr-defined]
    with work.lock:
        work.decided.append(key)
    return key


def whole(work: Work, where: pathlib.Path) -> bool:
    """Whether nothing was lost, nothing answered with 5xx, and the chain is whole."""
    with Record.open(where) as record:
        kept = [one.id for one in record.decisions()]
    return sorted(kept) == sorted(work.decided) and not work.troubles and verify(where).intact


def told(work: Work, where: pathlib.Path, seconds: float) -> list[str]:
    """The figures as lines of Markdown."""
    with Record.open(where) as record:
        kept = {one.id for one in record.decisions()}
    sent = set(work.decided)
    failed = sum(number for status, number in work.answers.items() if status >= 500)
    lines = ["| request | number | a second | median | 95th percentile | worst |",
             "| --- | --- | --- | --- | --- | --- |"]
    for kind, times in work.times.items():
        ordered = sorted(times)
        high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        middle, most = statistics.median(times), ordered[-1]
        lines.append(f"| {kind} | {len(times)} | {len(times) / seconds:.1f} | {middle * 1000:.0f} ms | "
                     f"{high * 1000:.0f} ms | {most * 1000:.0f} ms |")
    return [*lines, "", f"Decisions answered with 201: {len(sent)}; of them in the record: {len(sent & kept)}; lost: "
            f"{len(sent - kept)}; in the record beyond them: {len(kept - sent)}.",
            f"Answers: {', '.join(f'{number} × {status}' for status, number in sorted(work.answers.items()))}; "
            f"5xx: {failed}; without an answer: {len(work.troubles) - failed}.",
            f"The chain: {'whole' if verify(where).intact else 'NOT whole'}.",
            *[f"* {one}" for one in work.troubles[:10]]]


if __name__ == "__main__":
    main()
