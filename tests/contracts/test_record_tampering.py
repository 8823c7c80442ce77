"""What is done to a record behind its back is found, and nothing else is."""

import pathlib
import random
import shutil
import sqlite3

import pytest
from tests.contracts.record_edits import edit, told
from tests.contracts.record_samples import Sample, make

from sijill.errors import RecordError
from sijill.store import Record, verify


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    path = tmp_path_factory.mktemp("sample") / "sample.sijill"
    make(str(path))
    return path


@pytest.fixture
def copy(sample: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(shutil.copy(sample, tmp_path / "copy.sijill"))


def run(path: pathlib.Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def first(path: pathlib.Path) -> tuple[str, str | None, str | None, str]:
    one = verify(path).differences[0]
    return one.table, one.row, one.column, one.what


def test_a_record_that_nobody_touched_is_as_written(sample: pathlib.Path) -> None:
    """Nothing is found where nothing was done, also after the file was vacuumed and its counters reset."""
    assert verify(sample).intact
    run(sample, "VACUUM", "REINDEX", "ANALYZE")
    assert verify(sample).intact


@pytest.mark.parametrize(("statement", "told"), [
    ("UPDATE articles SET text = text || ' ' WHERE doc_id = 'sample-3'", ("articles", None, "text", "changed")),
    ("UPDATE articles SET published = NULL WHERE doc_id = 'sample-3'", ("articles", None, "published", "changed")),
    ("UPDATE articles SET original = 'x' WHERE doc_id = 'sample-3'", ("articles", None, "original", "changed")),
    ("UPDATE claims SET factuality = 'denied' WHERE id = 5", ("claims", "5", "factuality", "changed")),
    ("UPDATE arguments SET lat = lat + 1e-9 WHERE id = (SELECT min(id) FROM arguments WHERE lat IS NOT NULL)",
     ("arguments", None, "lat", "changed")),
    ("DELETE FROM arguments WHERE id = 9", ("arguments", "9", None, "removed")),
    ("DELETE FROM claims WHERE id = 5", ("claims", "5", None, "removed")),
    ("UPDATE control_claims SET holder = 'X' WHERE id = 2", ("control_claims", "2", "holder", "changed")),
    ("UPDATE rejected SET line = 7 WHERE id = 1", ("rejected", "1", "line", "changed")),
    ("INSERT INTO rejected VALUES (99, 1, 'x', 1, 'x', 'x')", ("rejected", "99", None, "added")),
    ("UPDATE decisions SET note = NULL WHERE number = 2", ("decisions", "2", "note", "changed")),
    ("DELETE FROM decisions WHERE number = 2", ("decisions", "2", None, "removed")),
    ("INSERT INTO decisions VALUES (3, 'x', 'x', 'x', 'accept', '[]', NULL, NULL, NULL)",
     ("decisions", "3", None, "added")),
    ("UPDATE runs SET version = 'x' WHERE id = 1", ("runs", "1", "version", "changed")),
    ("UPDATE runs SET finished_at = 'x' WHERE id = 3", ("runs", "3", "finished_at", "changed")),
    ("INSERT INTO runs (id, version, settings_hash, data_checksums, started_at) VALUES (9, '', '', '', '')",
     ("runs", "9", None, "added")),
    ("UPDATE audit SET content = digest WHERE seq = 4", ("audit", "4", "content", "changed")),
    ("UPDATE audit SET digest = content WHERE seq = 4", ("audit", "4", "digest", "changed")),
    ("UPDATE audit SET at = 'x' WHERE seq = 4", ("audit", "4", None, "changed")),
    ("DELETE FROM audit WHERE seq = 4", ("audit", "4", None, "removed")),
    ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", ("audit", None, None, "removed")),
    ("DELETE FROM audit_head", ("audit_head", "1", None, "removed")),
    ("UPDATE audit_head SET totals = '{}'", ("audit_head", "1", "totals", "changed")),
    ("UPDATE alembic_version SET version_num = ''", ("alembic_version", None, "version_num", "changed")),
    ("DROP TABLE decisions", ("decisions", None, None, "removed")),
    ("INSERT INTO search (search) VALUES ('delete-all')", ("search", None, "words", "changed")),
    ("INSERT INTO search (rowid, words) VALUES (5, 'حلب')", ("search", None, "words", "changed")),
    ("INSERT INTO search (rowid, words) VALUES (5000, 'حلب')", ("search", "5000", None, "added")),
    ("INSERT INTO search_config VALUES ('x', 1)", ("search_config", None, None, "changed")),
])
def test_the_row_is_named(copy: pathlib.Path, statement: str, told: tuple[str, str | None, str | None, str]) -> None:
    """The first difference names the table, the row and, where it can be known, the column."""
    run(copy, statement)
    table, row, column, what = first(copy)
    assert (table, column, what) == (told[0], told[2], told[3])
    assert told[1] is None or row == told[1]


def test_an_index_that_misses_a_row_is_damage(copy: pathlib.Path) -> None:
    """What no query reads, an index's page, is looked at too."""
    connection = sqlite3.connect(copy)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_claims_earliest'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    damaged = bytearray(copy.read_bytes())
    # the last cell of the page ends with the day and the number of a row
    damaged[page * size - 4] ^= 1
    copy.write_bytes(damaged)
    assert first(copy)[0] == "(file)"


def test_a_changed_column_is_added_to_no_table(copy: pathlib.Path) -> None:
    """A table that lost a column is told by the column's name."""
    run(copy, "ALTER TABLE rejected DROP COLUMN line")
    assert first(copy) == ("rejected", None, "line", "removed")


def test_a_chain_cut_short_with_care_needs_a_noted_head(copy: pathlib.Path) -> None:
    """Who removes the last rows, their entries and the end of the chain is found by a noted head, and only so."""
    head = verify(copy).head
    run(copy, "DELETE FROM runs WHERE id = 3", "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "UPDATE audit_head SET (seq, digest, totals) = "
        "(SELECT seq, digest, totals FROM audit ORDER BY seq DESC LIMIT 1)")
    assert verify(copy).intact
    assert verify(copy, expect=head).differences


def test_text_that_is_no_text_is_a_difference(copy: pathlib.Path) -> None:
    """A value that is not of its column's type, or not even readable as text, is told like any other."""
    run(copy, "UPDATE articles SET title = CAST(x'ff00fe' AS TEXT) WHERE doc_id = 'sample-1'",
        "UPDATE articles SET text = x'00' WHERE doc_id = 'sample-2'", "UPDATE claims SET score = 'much' WHERE id = 3")
    assert {(one.table, one.column) for one in verify(copy).differences} >= {
        ("articles", "title"), ("articles", "text"), ("claims", "score")}


def test_search_says_that_a_text_is_no_text(copy: pathlib.Path) -> None:
    """What no search can read is an error that names the article and what to do."""
    run(copy, "UPDATE articles SET text = x'00' WHERE doc_id = 'sample-0'")
    with Record.open(copy) as record, pytest.raises(RecordError, match="sijill verify"):
        list(record.search("دوما"))


def test_a_damaged_chain_takes_no_more_rows(copy: pathlib.Path) -> None:
    """Where the end of the chain is gone, writing is refused with what to do."""
    run(copy, "DELETE FROM audit_head")
    with Record.open(copy) as record, pytest.raises(RecordError, match="sijill verify"):
        record.start_run(version="test")


@pytest.mark.slow
def test_every_random_edit_is_found(address: str, tmp_path: pathlib.Path) -> None:
    """Of 100 random edits (in a server 10) of any table and column all are found, first in the table of the edit."""
    rng = random.Random(20261126)
    original = Sample(address, tmp_path)
    assert verify(original.address).intact
    for _ in range(10 if "://" in address else 100):
        with original.copied() as target:
            made = edit(target, rng)
            found = told(target)
            assert found, made
            if made.column not in ("id", "number", "seq"):
                assert found[0] == made.table, (made, found)
