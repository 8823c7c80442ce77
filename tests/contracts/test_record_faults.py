"""What can go wrong while a record is written, and that nothing committed is lost by it."""

import contextlib
import multiprocessing
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import time
from dataclasses import replace

import pytest
from record_samples import make
from sqlalchemy import event, text

import sijill
from sijill.acquire import Rejected
from sijill.documents import Document
from sijill.errors import RecordError
from sijill.store import Record, verify
from sijill.store.connection import open_database

pytestmark = pytest.mark.slow
TEXT = "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش."
FORK = multiprocessing.get_context("fork")


@pytest.fixture(scope="module")
def coded() -> Document:
    return sijill.load(model=None)(TEXT, published="2018-03-14")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    path = tmp_path_factory.mktemp("sample") / "sample.sijill"
    make(str(path))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def in_record(address: str) -> set[str]:
    with Record.open(address) as record:
        return {document.doc_id for document in record.documents()}


def _write_until_killed(address: str, coded: Document, name: str, told: int) -> None:
    """Add an article a transaction, and tell each that is committed."""
    with Record.open(address) as record:
        run = record.start_run(version="killed")
        for number in range(10**6):
            run.add(replace(coded, doc_id=f"{name}-{number}"))
            run.flush()
            os.write(told, f"{name}-{number}\n".encode())


def test_kill_at_any_moment_loses_nothing_committed(address: str, coded: Document) -> None:
    """A writer that is killed 30 times leaves every article it had committed, and a record that verifies."""
    Record.open(address, create=True).close()
    rng = random.Random(9)
    committed: set[str] = set()
    for number in range(30):
        reading, writing = os.pipe()
        worker = FORK.Process(target=_write_until_killed, args=(address, coded, str(number), writing))
        worker.start()
        os.close(writing)
        assert worker.pid
        with os.fdopen(reading) as stream:
            # some are killed while they open the record, the others within the next few transactions
            lines = [stream.readline() for _ in range(rng.randrange(4))]
            time.sleep(rng.uniform(0, 0.012 if lines else 0.06))
            os.kill(worker.pid, signal.SIGKILL)
            worker.join()
            # a line cut off by the kill was not told
            committed.update(line.rstrip() for line in (*lines, *stream) if line.endswith("\n"))
        if number % 10 == 9:
            found = verify(address)
            assert found.intact, found.differences[0]
            assert committed <= in_record(address)
    assert len(committed) > 15


def _write_many(address: str, coded: Document, name: str, count: int) -> None:
    with Record.open(address) as record, record.start_run(version="many") as run:
        for number in range(count):
            if number % 10:
                run.reject(Rejected(where=name, line=number, code="E307", reason="no date"))
            else:
                run.add(replace(coded, doc_id=f"{name}-{number}"))
            run.flush()


def test_three_writers_lose_nothing(address: str, coded: Document) -> None:
    """Three processes of 100 transactions each, at the same time: every row is there, once, and sealed."""
    Record.open(address, create=True).close()
    workers = [FORK.Process(target=_write_many, args=(address, coded, f"w{n}", 100)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(300)
        assert worker.exitcode == 0
    with Record.open(address) as record:
        counts = record.counts()
        rows = {(r.where, r.line) for r in record.rejections()}
    assert (counts.articles, counts.rejected, len(rows)) == (30, 270, 270)
    assert counts.claims == 30 * len(coded.events or ())
    found = verify(address)
    assert found.intact and found.entries == 1 + 300 + 2 * 3


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


def test_a_disk_that_ends_loses_nothing_committed(tmp_path: pathlib.Path, coded: Document) -> None:
    """Where the file may not grow, the error says so and what to do; what was committed is there and verifies."""
    path, done = tmp_path / "a.sijill", tmp_path / "done"
    Record.open(path, create=True).close()
    for round_ in range(3):
        worker = FORK.Process(target=_write_until_refused, args=(
            path, replace(coded, source=str(round_)), path.stat().st_size + 400_000, str(done)))
        worker.start()
        worker.join(60)
        assert worker.exitcode == 0
        error, *committed = done.read_text("utf-8").splitlines()
        assert "run the command again" in error
        assert committed and set(committed) <= in_record(str(path))
        assert verify(path).intact


def test_a_full_database_loses_nothing_committed(tmp_path: pathlib.Path, coded: Document) -> None:
    """Where SQLite says that the disk is full, its own message is told, and writing goes on once there is space."""
    path = tmp_path / "a.sijill"
    with Record.open(path, create=True) as record:
        run = record.start_run(version="full")
        engine = record._database.engine

        def limit(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA max_page_count=120")

        event.listen(engine, "connect", limit)
        committed = 0
        with pytest.raises(RecordError, match="full.*Free some space"):
            while True:
                run.add(replace(coded, doc_id=str(committed)))
                run.flush()
                committed += 1
        event.remove(engine, "connect", limit)
        assert committed and verify(path).intact
        assert record.counts().articles == committed
        run.flush()
        assert record.counts().articles == committed + 1
    assert verify(path).intact


def test_a_truncated_file_is_named(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """However much of a file is missing, verify says so, and no command ends in a traceback."""
    size = sample.stat().st_size
    path = tmp_path / "cut.sijill"
    rng = random.Random(4)
    for length in [0, 1, 100, 4096, size - 1, *(rng.randrange(size) for _ in range(30))]:
        shutil.copy(sample, path)
        os.truncate(path, length)
        try:
            found = verify(path)
        except RecordError:
            continue
        assert not found.intact, length
        with contextlib.suppress(RecordError), Record.open(path) as record:
            list(record.documents())
            list(record.search("بلدة"))
        for ending in ("", "-wal", "-shm"):
            pathlib.Path(f"{path}{ending}").unlink(missing_ok=True)


def test_flipped_bytes_do_not_break_verify(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """A damaged page is a difference or an error that says what to do, never a traceback."""
    rng = random.Random(5)
    path = tmp_path / "flipped.sijill"
    whole = sample.read_bytes()
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(rng.choice((1, 20, 400))):
            damaged[rng.randrange(100, len(damaged))] ^= 1 << rng.randrange(8)
        path.write_bytes(damaged)
        with contextlib.suppress(RecordError):
            verify(path)
        for ending in ("-wal", "-shm"):
            pathlib.Path(f"{path}{ending}").unlink(missing_ok=True)


def test_a_backup_while_others_write_is_whole(tmp_path: pathlib.Path, coded: Document) -> None:
    """A copy made while others write holds the record of one moment, and verifies."""
    from sijill.store.backup import backup

    path = tmp_path / "a.sijill"
    Record.open(path, create=True).close()
    workers = [FORK.Process(target=_write_many, args=(str(path), coded, f"w{n}", 200)) for n in range(2)]
    for worker in workers:
        worker.start()
    entries = []
    for number in range(5):
        found = backup(path, tmp_path / f"copy{number}.sijill")
        assert found.intact
        entries.append(found.entries)
    for worker in workers:
        worker.join(100)
    assert entries == sorted(entries)
    assert verify(path, expect=found.head).intact


def test_a_writer_who_waits_too_long_says_so(tmp_path: pathlib.Path, coded: Document) -> None:
    """Where another process holds the file, the error says that one is to wait; nothing is lost."""
    path = tmp_path / "a.sijill"
    with Record.open(path, create=True) as record:
        run = record.start_run(version="waits")
        run.add(coded)
        event.listen(record._database.engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout=50"))
        with open_database(path, create=False).writing() as other:
            other.execute(text("SELECT 1"))
            with pytest.raises(RecordError, match="Another process is writing"):
                run.flush()
        run.flush()
        assert record.counts().articles == 1
