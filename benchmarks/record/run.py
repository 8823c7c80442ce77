"""The record under faults and behind-the-back edits, at full size, and what its chain and index cost.

usage: python benchmarks/record/run.py [--kills 200] [--transactions 1000] [--edits 100] [--articles 5000] [--out FILE]

With SIJILL_TEST_POSTGRES (see scripts/postgres.sh) kills, writers and edits are measured in PostgreSQL too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import pathlib
import random
import re
import sqlite3
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "contracts")]

from tests.contracts.record_edits import Edit, edit  # noqa: E402
from tests.contracts.record_faults import Left, cut_off, disk_ended, killed, written_by_several  # noqa: E402
from tests.contracts.record_samples import Sample  # noqa: E402

import sijill  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from sijill import resources  # noqa: E402
from sijill.documents import Document  # noqa: E402
from sijill.errors import RecordError  # noqa: E402
from sijill.store import Record, verify  # noqa: E402
from sijill.store.backup import backup  # noqa: E402

TEXT = "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش."
QUERIES = ("الحسكة", '"مدينة الحسكة"', "تنظيم مدنيين", '"وحدات حماية الشعب" غويران', "سدني")
CUTS = 100
WRITERS = 3


def main() -> None:
    """Run everything, print it and write it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kills", type=int, default=200)
    ask.add_argument("--transactions", type=int, default=1000)
    ask.add_argument("--edits", type=int, default=100)
    ask.add_argument("--articles", type=int, default=5000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "record" / "RESULTS.md")
    args = ask.parse_args()
    coded = sijill.load()(TEXT, published="2018-03-14")
    lines = ["# The record", "", f"{described()}.", "",
             f"Command: `python benchmarks/record/run.py --kills {args.kills} --transactions {args.transactions} "
             f"--edits {args.edits} --articles {args.articles} --seed {args.seed}`.", "",
             "## Faults while it is written", "",
             "| fault | database | rows committed | of these lost | verifies afterwards | error |",
             "| --- | --- | --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for kind, address in addresses(folder, "kills"):
            lines.append(fault(f"kill -9 while writing, {args.kills} times", kind, killed(address, coded, args.kills)))
        for kind, address in addresses(folder, "writers"):
            lines.append(fault(f"{WRITERS} processes of {args.transactions} transactions each at once", kind,
                               written_by_several(address, coded, WRITERS, args.transactions)))
        lines.append(fault("a disk that is full, 10 times", "SQLite", disk_ended(folder / "full.sijill", coded, 10)))
        lines += ["", *truncated(folder, args.seed), "", "## Edits behind its back", "",
                  f"{args.edits} random edits with plain SQL (update, swap, delete, insert; any table of the record, "
                  "any column, any row), each in a fresh copy of a record with something in every table; and as many "
                  "copies that nobody touched. Baseline: the database's own check (`PRAGMA integrity_check`).", "",
                  "| database | edits found | found by the baseline | row named first | column named too | "
                  "false alarms |", "| --- | --- | --- | --- | --- | --- |"]
        for kind, address in addresses(folder, "edits"):
            lines.append(edits(kind, address, folder, args.edits, args.seed))
        lines += ["", "An update of a row's own id is named as a row that is gone.", "", "## Cost", "",
                  *cost(folder, args.articles), ""]
    text = "\n".join(lines)
    args.out.write_text(text, encoding="utf-8")
    print(text)


def addresses(folder: pathlib.Path, name: str) -> Iterator[tuple[str, str]]:
    """Where records may be made: a file, and a database of its own where there is a server."""
    yield "SQLite", str(folder / f"{name}.sijill")
    server = os.environ.get("SIJILL_TEST_POSTGRES")
    if not server:
        return
    import psycopg

    made = f"bench_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {made}")  # type: ignore[arg-type, unused-ignore]
        yield "PostgreSQL", f"{server.rpartition('/')[0]}/{made}"
        connection.execute(f"DROP DATABASE {made} WITH (FORCE)")  # type: ignore[arg-type, unused-ignore]


def fault(name: str, kind: str, left: Left) -> str:
    """A row of the table of faults."""
    print(name, kind, left.committed, left.lost, left.intact, file=sys.stderr, flush=True)
    told = re.sub(r" \(in [^)]*\)", "", left.errors[0]) if left.errors else "none"
    return f"| {name} | {kind} | {left.committed} | {left.lost} | {'yes' if left.intact else 'NO'} | {told} |"


def truncated(folder: pathlib.Path, seed: int) -> list[str]:
    """What is said of files that end too early."""
    sample = Sample(str(folder / "sample.sijill"), folder)
    with contextlib.closing(sqlite3.connect(sample.address)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = pathlib.Path(sample.address).read_bytes()
    rng = random.Random(seed)
    path = folder / "cut.sijill"
    told = [cut_off(path, whole, rng.randrange(len(whole))) for _ in range(CUTS)]
    some = Counter(one.replace(str(path), "FILE").split(" (")[0] for one in told if one).most_common(3)
    return [f"A file that ends early, cut at {CUTS} random places: {sum(map(bool, told))} of {CUTS} are told, never by "
            "a traceback. Most often: " + "; ".join(f"\"{one}\" ({count})" for one, count in some) + "."]


def edits(kind: str, address: str, folder: pathlib.Path, count: int, seed: int) -> str:
    """Make the edits, and say how many were found and named."""
    rng = random.Random(seed)
    sample = Sample(address, folder)
    seen: Counter[str] = Counter()
    for _ in range(count):
        with sample.copied() as copy:
            seen["false"] += not verify(copy).intact
            made = edit(copy, rng)
            seen["baseline"] += integrity(copy)
            seen.update(noticed(copy, made))
            seen["updates"] += made.what == "update"
    base = "no such check" if "://" in address else f"{seen['baseline']} of {count}"
    return (f"| {kind} | {seen['found']} of {count} | {base} | {seen['row']} of {count} | "
            f"{seen['column']} of {seen['updates']} updates | {seen['false']} of {count} |")


def noticed(address: str, made: Edit) -> list[str]:
    """Whether an edit is found, and its row and column are named."""
    try:
        found = verify(address).differences
    except RecordError as error:
        # the number of the schema was edited: no more is known of the record
        print(f"{made}: {error}", file=sys.stderr)
        return ["found"]
    if not found:
        print(f"MISSED: {made}", file=sys.stderr)
        return []
    row = found[0].table == made.table and found[0].row in (str(made.row), None)
    column = row and made.what == "update" and found[0].column == made.column
    return ["found", *["row"] * row, *["column"] * column]


def integrity(address: str) -> bool:
    """Whether SQLite itself finds something."""
    if "://" in address:
        return False
    with contextlib.closing(sqlite3.connect(address)) as connection:
        return [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]


def documents(count: int) -> Iterator[Document]:
    """The demo's articles, coded once and repeated under other ids."""
    coder = sijill.load()
    coded = [coder(row["text"], source=row.get("source"), title=row.get("title"), published=row.get("published"))
             for row in map(json.loads, resources.read_text("demo/hasakah-2015.jsonl").splitlines())]
    for number in range(count):
        yield replace(coded[number % len(coded)], doc_id=f"bench-{number}")


def written(path: pathlib.Path, ready: list[Document]) -> tuple[float, float]:
    """Seconds, and seconds of the processor, to write documents to a new record."""
    began, used = time.perf_counter(), time.process_time()
    with Record.open(path, create=True) as record, record.start_run(version="bench") as run:
        for document in ready:
            run.add(document)
    return time.perf_counter() - began, time.process_time() - used


def cost(folder: pathlib.Path, count: int) -> list[str]:
    """Lines on the speed of writing with and without chain and index, of proof, search and copies."""
    ready = list(documents(count))
    with mock.patch("sijill.store.run.Chain", mock.MagicMock()), mock.patch("sijill.store.run.add_words"):
        bare = written(folder / "bare.sijill", ready)
    with mock.patch("sijill.store.run.add_words"):
        sealed = written(folder / "sealed.sijill", ready)
    path = folder / "whole.sijill"
    whole = written(path, ready)
    began = time.perf_counter()
    found = verify(path)
    proof = time.perf_counter() - began
    assert found.intact
    began = time.perf_counter()
    assert backup(path, folder / "copy.sijill").intact
    copied = time.perf_counter() - began
    lines = [f"{count} articles of the demo (repeated under other ids), already coded: {sum(found.rows.values())} "
             "rows.", "", "| writing | articles a second | processor, ms an article | file, MB |",
             "| --- | --- | --- | --- |"]
    for name, file, (seconds, used) in (("rows alone (baseline)", "bare", bare), ("with the chain", "sealed", sealed),
                                        ("with chain and index of words", "whole", whole)):
        size = (folder / f"{file}.sijill").stat().st_size / 1e6
        lines.append(f"| {name} | {count / seconds:.0f} | {1000 * used / count:.2f} | {size:.1f} |")
    lines += ["", "| command | seconds |", "| --- | --- |", f"| `sijill verify` | {proof:.1f} |",
              f"| `sijill backup`, the copy verified | {copied:.1f} |"]
    with Record.open(path) as record:
        for query in QUERIES:
            began = time.perf_counter()
            hits = [hit for hit, _ in zip(record.search(query), range(20), strict=False)]
            lines.append(f"| `sijill search {query}`, the first {len(hits)} | {time.perf_counter() - began:.3f} |")
    return lines


if __name__ == "__main__":
    main()
