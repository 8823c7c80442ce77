"""The web application on a large record: first paint of the queue and the map, every filter, control by day.

usage: python benchmarks/web/run.py [--claims 100000] [--record FILE.sijill] [--out RESULTS.md]

A record that is named and not there is made, and kept for the next time. First paint is measured in Chromium where
that is installed, in a window whose cache is empty. The baseline is the same list without the worklist in memory: all
events that pass read from the record, as `sijill events` does.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.web.browsing import CHROMIUM, browser, page_of, served  # noqa: E402

from benchmarks.events.run import add, articles, link  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from sijill.store import Record  # noqa: E402
from sijill.store.filters import EventFilter  # noqa: E402

FILTERS = (
    "", "type=Battles", "type=Armed clash", "actor=SDF", "place=دوما", "from=2013-06-01&to=2013-12-31",
    "near=36.2,37.16&radius=25", "min_killed=5", "bloc=kurdish", "status=disputed", "source=SANA&type=Arrests",
    "actor=IS&min_killed=3", "order=date", "state=open", "state=done")
ROUNDS = 12
PAINTS = 5


def main() -> None:
    """Measure, print and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--claims", type=int, default=100_000)
    ask.add_argument("--record", type=pathlib.Path, help="a record that is kept, made if it is not there")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "web" / "RESULTS.md")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.record or pathlib.Path(folder) / "a.sijill"
        if not where.exists():
            make(where, args.claims)
        lines = measured(where)
    command = f"python benchmarks/web/run.py --claims {args.claims}" + (" --record ..." if args.record else "")
    text = "\n".join(["# The web application on a large record", "", described(), "", f"`{command}`", "", *lines, ""])
    print(text)
    args.out.write_text(text, "utf-8")


def make(where: pathlib.Path, claims: int) -> None:
    """A linked record of made-up articles."""
    documents = list(articles(claims))
    random.Random(3).shuffle(documents)
    with Record.open(where, create=True) as record:
        add(record, documents)
        print(link(record), file=sys.stderr, flush=True)


def measured(where: pathlib.Path) -> list[str]:
    """Every figure, as lines of Markdown."""
    import httpx

    with Record.open(where) as record:
        counts, events = record.counts(), record.count_events()
        began = time.perf_counter()
        total = sum(1 for _ in record.events(EventFilter(type="Battles")))
        baseline = time.perf_counter() - began
    lines = [f"{counts.claims} claims in {counts.articles} articles make {events} events.", "",
             "| what | median | 95th percentile | worst |", "| --- | --- | --- | --- |"]
    began = time.perf_counter()
    with served(where) as address, httpx.Client(base_url=address, timeout=60) as client:
        assert client.get("/api/status").status_code == 200
        started = time.perf_counter() - began
        every: list[float] = []
        # the map's events are kept for each filter: the first time is told apart
        first = [seconds(client, f"/api/map/events?{one}") for one in FILTERS]
        lines.append(row(f"map events API, {len(FILTERS)} filters, the first time", first))
        for name, path in (("queue page", "/"), ("queue API", "/api/events"),
                           ("map events API, again", "/api/map/events")):
            times = [seconds(client, f"{path}?{one}") for one in FILTERS for _ in range(ROUNDS)]
            lines.append(row(f"{name}, {len(FILTERS)} filters × {ROUNDS}", times))
            every += times if path != "/api/map/events" else []
        every += first
        lines.append(row("any filter (the map the first time only)", every))
        lines.append(row("event page", [seconds(client, f"/events/{one}") for one in some(client, 40)]))
        words = ("قصف", "دوما", "اشتباكات") * 4
        lines.append(row("search of a word", [seconds(client, f"/search?q={word}") for word in words]))
        more, sent = control(client)
        lines += more
        paints = painted(address)
    lines += [row(f"first contentful paint, {name}", times) for name, times in paints.items()]
    if not paints:
        lines.append("| first contentful paint | not measured: no Chromium | | |")
    return [*lines, "", sent, "", f"Start until the first answer, the worklist read: {started:.1f} s.", "",
            f"Baseline: the {total} events of one type read from the record in whole, as a list without the worklist "
            f"in memory would: {baseline:.2f} s."]


def control(client: object) -> tuple[list[str], str]:
    """The rows of the map of control, and a line on how much is sent; pages are asked for while it is estimated."""
    meanwhile: list[float] = []
    began = time.perf_counter()
    while not ready(client, "step=3650"):
        meanwhile.append(seconds(client, "/"))
        time.sleep(0.5)
    read = time.perf_counter() - began
    began = time.perf_counter()
    while not ready(client, "step=1"):
        meanwhile.append(seconds(client, "/"))
    drawn = time.perf_counter() - began
    path = "/api/map/control?step=1"
    found = client.get(path)  # type: ignore[attr-defined]
    places, days = len(found.json()["places"]), len(found.json()["days"])
    return [
        row("map control API, no article read yet, until it answers", [read]),
        row(f"map control API, {places} places × {days} days, the first time", [drawn]),
        row(f"map control API, again × {ROUNDS}", [seconds(client, path) for _ in range(ROUNDS)]),
        row(f"queue page while control is estimated × {len(meanwhile)}", meanwhile),
    ], (f"The map of control holds {len(found.content) / 1000:.0f} kB, sent as "
        f"{found.num_bytes_downloaded / 1000:.0f} kB.")


def ready(client: object, query: str) -> bool:
    """Whether control is known."""
    return bool(client.get(f"/api/map/control?{query}").json()["ready"])  # type: ignore[attr-defined]


def seconds(client: object, path: str) -> float:
    """How long a request takes, its answer read to the end."""
    began = time.perf_counter()
    answer = client.get(path)  # type: ignore[attr-defined]
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - began


def some(client: object, count: int) -> list[str]:
    """The ids of some events."""
    return [one["event_id"] for one in client.get(f"/api/events?limit={count}").json()["events"]]  # type: ignore[attr-defined]


def painted(address: str) -> dict[str, list[float]]:
    """Seconds until the first contentful paint of the queue and the map, and until the map's events are drawn."""
    if CHROMIUM is None:
        return {}
    out: dict[str, list[float]] = {"queue": [], "map": [], "map, its events drawn": []}
    with browser() as opened:
        for _ in range(PAINTS):
            for name, path in (("queue", "/"), ("map", "/map")):
                page = page_of(opened, address, "ar")
                page.goto(address + path)
                out[name].append(paint(page))
                if name == "map":
                    page.wait_for_selector("body[data-map]", timeout=60_000)
                    page.wait_for_selector("#event-list li", state="attached", timeout=60_000)
                    out["map, its events drawn"].append(page.evaluate("performance.now() / 1000"))
                page.context.close()
    return out


def paint(page: object) -> float:
    """The first contentful paint of a page."""
    for _ in range(200):
        found = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")  # type: ignore[attr-defined]
        if found:
            return float(found) / 1000
        time.sleep(0.05)
    raise RuntimeError("nothing was painted")


def row(name: str, times: Sequence[float]) -> str:
    """Times as a row."""
    ordered = sorted(times)
    show: Callable[[float], str] = lambda value: f"{value * 1000:.0f} ms"  # noqa: E731
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"| {name} | {show(statistics.median(ordered))} | {show(high)} | {show(ordered[-1])} |"


if __name__ == "__main__":
    main()
