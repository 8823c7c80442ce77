"""A record in a SQLite file: what is no record is left alone, old ones are migrated, the journal is durable."""

import datetime as dt
import io
import pathlib
import sqlite3

import pytest
from sqlalchemy import text

import sijill
from sijill.acquire import Article, read_articles
from sijill.documents import Document
from sijill.errors import RecordError
from sijill.store import Record, verify
from sijill.store.origins import Given

TEXTS = (
    "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري.",
    "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.",
)


def documents() -> list[Document]:
    coder = sijill.load(model=None)
    return [coder(text, published=dt.date(2018, 3, 14), source="مثال") for text in TEXTS]


def test_another_file_is_no_record(tmp_path: pathlib.Path) -> None:
    """A file that is no record, or another program's database, is refused and left as it was."""
    note = tmp_path / "a.txt"
    note.write_text("نص")
    other = tmp_path / "b.db"
    sqlite3.connect(other).execute("CREATE TABLE t (a)").connection.commit()
    for path in (note, other):
        before = path.read_bytes()
        with pytest.raises(RecordError):
            Record.open(path, create=True)
        assert path.read_bytes() == before


def test_the_journal_is_durable(tmp_path: pathlib.Path) -> None:
    """A record is in WAL mode, every transaction is on the disk before the next, and keys of other tables hold."""
    with Record.open(tmp_path / "a.sijill", create=True) as record, record._database.writing() as connection:
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    mode = sqlite3.connect(tmp_path / "a.sijill").execute("PRAGMA journal_mode").fetchone()
    assert mode == ("wal",)


def older(path: pathlib.Path, version: str) -> None:
    """Make a record file with one article, in an older schema."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    with Record.open(path, create=True) as record, record.start_run(version="test") as run:
        run.add(documents()[0])
    config = Config()
    config.set_main_option("script_location", str(pathlib.Path(sijill.__file__).parent / "store" / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, version)
    engine.dispose()


@pytest.mark.parametrize("version", ["0005", "0006", "0007"])
def test_a_record_of_an_earlier_schema_is_whole_before_and_after(version: str, tmp_path: pathlib.Path) -> None:
    """A record without the younger tables is verified as it is; opened, it takes bytes, people and blind codings, and
    its chain goes on from where it was."""
    path = tmp_path / "old.sijill"
    older(path, version)
    before = path.read_bytes()
    found = verify(path)
    assert found.intact and found.rows["articles"] == 1 and path.read_bytes() == before
    with Record.open(path) as record:
        (first,) = record.documents()
        article = next(iter(read_articles(["-"], stdin=io.BytesIO(TEXTS[1].encode()))))
        assert isinstance(article, Article)
        with record.start_run(version="test", archive=tmp_path / "old.warc.gz") as run:
            run.add(documents()[1], given=Given.of(article))
        record.people.add("Mona", "administrator", "a hash", by="test")
        record.assign(first.article_id, ["Mona", "Huda"], start="nothing", by="Mona")
    after = verify(path, expect=found.head)
    assert after.intact and after.archive and after.archive.whole == 1
    assert [after.rows[name] for name in ("articles", "origins", "administration", "assignments")] == [2, 1, 1, 1]


def test_a_record_of_the_first_schema_is_migrated(tmp_path: pathlib.Path) -> None:
    """A file of before places were grounded opens, keeps its claims, and takes new ones with their points."""
    path = tmp_path / "old.sijill"
    older(path, "0001")
    with Record.open(path) as record, record.start_run(version="test") as run:
        run.add(documents()[1])
    with Record.open(path) as record:
        old, new = sorted(record.documents(), key=lambda d: d.text != TEXTS[0])
    assert old.events and all(p.grounding is None for e in old.events for p in e.places)
    assert new.control and any(c.place.grounding for c in new.control)
