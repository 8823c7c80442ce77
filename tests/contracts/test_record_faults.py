"""What can go wrong while a record is written, and that nothing committed is lost by it."""

import contextlib
import pathlib
import random
import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy import event, text
from tests.contracts.record_faults import FORK, cut_off, disk_ended, killed, write_many, written_by_several
from tests.contracts.record_samples import make

import sijill
from sijill.documents import Document
from sijill.errors import RecordError
from sijill.store import Record, verify
from sijill.store.connection import open_database

pytestmark = pytest.mark.slow
TEXT = "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش."


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


def test_kill_at_any_moment_loses_nothing_committed(address: str, coded: Document) -> None:
    """A writer that is killed 30 times leaves every article it had committed, and a record that verifies."""
    left = killed(address, coded, 30)
    assert left.intact and not left.lost and left.committed > 15


def test_three_writers_lose_nothing(address: str, coded: Document) -> None:
    """Three processes of 100 transactions each, at the same time: every row is there, once, and sealed."""
    left = written_by_several(address, coded, 3, 100)
    assert left.intact and not left.lost and not left.errors
    with Record.open(address) as record:
        counts = record.counts()
    assert (counts.articles, counts.rejected, counts.claims) == (30, 270, 30 * len(coded.events or ()))


def test_a_disk_that_ends_loses_nothing_committed(tmp_path: pathlib.Path, coded: Document) -> None:
    """Where the file may not grow, the error says so and what to do; what was committed is there and verifies."""
    left = disk_ended(tmp_path / "a.sijill", coded, 3)
    assert left.intact and not left.lost and left.committed
    assert all("run the command again" in error for error in left.errors)


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
    whole = sample.read_bytes()
    path = tmp_path / "cut.sijill"
    rng = random.Random(4)
    for length in [0, 1, 100, 4096, len(whole) - 1, *(rng.randrange(len(whole)) for _ in range(30))]:
        assert cut_off(path, whole, length), length
        with contextlib.suppress(RecordError), Record.open(path) as record:
            list(record.documents())
            list(record.search("بلدة"))


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
    workers = [FORK.Process(target=write_many, args=(str(path), coded, f"w{n}", 200)) for n in range(2)]
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
