"""Faults brought about while a record is written, and what is left of it: for the tests and for the benchmark."""

from __future__ import annotations

import multiprocessing
import os
import pathlib
import random
import resource
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijill.acquire import Rejected
from sijill.documents import Document
from sijill.errors import RecordError
from sijill.store import Record, verify

FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Left:
    """What a fault left: committed before it, of these lost, whether the record verified each time, errors told."""

    committed: int
    lost: int
    intact: bool
    errors: Sequence[str] = ()


def in_record(address: str) -> set[str]:
    """The ids of a record's documents."""
    with Record.open(address) as record:
        return {document.doc_id for document in record.documents()}


def killed(address: str, coded: Document, times: int, verified_every: int = 10) -> Left:
    """Kill a writer that many times, some while they open the record, the others within the next few transactions."""
    Record.open(address, create=True).close()
    rng = random.Random(9)
    committed: set[str] = set()
    intact = True
    for number in range(times):
        reading, writing = os.pipe()
        worker = FORK.Process(target=_write_until_killed, args=(address, coded, str(number), writing))
        worker.start()
        os.close(writing)
        assert worker.pid
        with os.fdopen(reading) as stream:
            lines = [stream.readline() for _ in range(rng.randrange(4))]
            time.sleep(rng.uniform(0, 0.012 if lines else 0.06))
            os.kill(worker.pid, signal.SIGKILL)
            worker.join()
            # a line cut off by the kill was not told
            committed.update(line.rstrip() for line in (*lines, *stream) if line.endswith("\n"))
        if number % verified_every == verified_every - 1:
            intact &= verify(address).intact
    intact &= verify(address).intact
    return Left(len(committed), len(committed - in_record(address)), intact)


def _write_until_killed(address: str, coded: Document, name: str, told: int) -> None:
    """Add an article a transaction, and tell each that is committed."""
    with Record.open(address) as record:
        run = record.start_run(version="killed")
        for number in range(10**6):
            run.add(replace(coded, doc_id=f"{name}-{number}"))
            run.flush()
            os.write(told, f"{name}-{number}\n".encode())


def written_by_several(address: str, coded: Document, writers: int, transactions: int) -> Left:
    """Processes that write at the same time, a row a transaction."""
    Record.open(address, create=True).close()
    workers = [FORK.Process(target=write_many, args=(address, coded, f"w{n}", transactions)) for n in range(writers)]
    for worker in workers:
        worker.start()
    errors = []
    for worker in workers:
        worker.join(900)
        if worker.exitcode != 0:
            errors.append(f"a writer ended with {worker.exitcode}")
    with Record.open(address) as record:
        rows = {(r.where, r.line) for r in record.rejections()}
    found = verify(address)
    there = len(in_record(address)) + len(rows)
    # a run's begin and end have an entry each, and the chain has one of its own
    whole = found.intact and found.entries == 1 + writers * transactions + 2 * writers
    return Left(writers * transactions, writers * transactions - there, whole, errors)


def write_many(address: str, coded: Document, name: str, count: int) -> None:
    """A row a transaction: nine rejections for each article."""
    with Record.open(address) as record, record.start_run(version="many") as run:
        for number in range(count):
            if number % 10:
                run.reject(Rejected(where=name, line=number, code="E307", reason="no date"))
            else:
                run.add(replace(coded, doc_id=f"{name}-{number}"))
            run.flush()


def disk_ended(path: pathlib.Path, coded: Document, rounds: int) -> Left:
    """Write to a file that may not grow beyond a little more, again and again."""
    done = path.with_name("done")
    Record.open(path, create=True).close()
    told, lost, errors, intact = 0, 0, [], True
    for number in range(rounds):
        worker = FORK.Process(target=_write_until_refused, args=(
            path, replace(coded, source=str(number)), path.stat().st_size + 400_000, str(done)))
        worker.start()
        worker.join(120)
        error, *committed = done.read_text("utf-8").splitlines()
        errors.append(error)
        told += len(committed)
        lost += len(set(committed) - in_record(str(path)))
        intact &= worker.exitcode == 0 and verify(path).intact
    return Left(told, lost, intact, errors)


def _write_until_refused(path: pathlib.Path, coded: Document, limit: int, done: str) -> None:
    """Write under a limit of the file's size; what was committed, and the error, go to a file."""
    with Record.open(path) as record:
        run = record.start_run(version="full")
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        committed: list[str] = []
        error = ""
        try:
            for number in range(100_000):
                run.add(replace(coded, doc_id=str(number)))
                run.flush()
                committed.append(str(number))
        except RecordError as refused:
            error = str(refused)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        pathlib.Path(done).write_text("\n".join([error, *committed]), "utf-8")


def cut_off(path: pathlib.Path, whole: bytes, length: int) -> str:
    """What is said of a file that ends after so many bytes; an empty string if nothing is."""
    for ending in ("-wal", "-shm"):
        pathlib.Path(f"{path}{ending}").unlink(missing_ok=True)
    path.write_bytes(whole[:length])
    try:
        found = verify(path)
    except RecordError as error:
        return str(error)
    return str(found.differences[0]) if found.differences else ""
