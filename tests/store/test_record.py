"""The record file keeps articles, claims and rejections; it adds nothing twice and loses nothing."""

import datetime as dt
import multiprocessing
import pathlib
import sqlite3

import pytest

import sijill
from sijill.acquire import Rejected
from sijill.documents import Document
from sijill.errors import RecordError
from sijill.store import Record

TEXTS = (
    "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري.",
    "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.",
)


def documents() -> list[Document]:
    coder = sijill.load()
    return [coder(text, published=dt.date(2018, 3, 14), source="مثال") for text in TEXTS]


def test_a_document_comes_back_as_it_went_in(tmp_path: pathlib.Path) -> None:
    """Text, events, arguments, offsets, rules and control claims survive the record."""
    coded = documents()
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        with record.start_run(version="test") as run:
            for document in coded:
                run.add(document)
        back = list(record.documents())
    assert [(d.text, d.events, d.control) for d in back] == [(d.text, d.events, d.control) for d in coded]


def test_the_same_article_twice_adds_nothing(tmp_path: pathlib.Path) -> None:
    """Coding an article again adds no row of articles, claims or control claims."""
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        for _ in range(2):
            with record.start_run(version="test") as run:
                for document in documents():
                    run.add(document)
        counts = record.counts()
    events = sum(len(d.events or ()) for d in documents())
    assert (counts.articles, counts.claims, counts.runs) == (2, events, 2)


def test_rejections_are_kept_with_their_reason(tmp_path: pathlib.Path) -> None:
    """What could not be coded is a row with where, code and reason."""
    rejected = Rejected(where="a.jsonl", line=3, code="E307", reason="no date")
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        with record.start_run(version="test") as run:
            run.reject(rejected)
        assert [(r.where, r.line, r.code) for r in record.rejections()] == [("a.jsonl", 3, "E307")]


def test_an_event_is_found_by_its_id(tmp_path: pathlib.Path) -> None:
    """An event's id, or its beginning, leads to it; another id is an error that says what to do."""
    (document, _) = documents()
    event = (document.events or ())[0]
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        with record.start_run(version="test") as run:
            run.add(document)
        assert record.find_event(event.event_id)[1] == event
        with pytest.raises(RecordError, match="Take an id"):
            record.find_event("0" * 16)


def test_another_file_is_no_record(tmp_path: pathlib.Path) -> None:
    """A file that is no record, or another program's database, is refused and left as it was."""
    text = tmp_path / "a.txt"
    text.write_text("نص")
    other = tmp_path / "b.db"
    sqlite3.connect(other).execute("CREATE TABLE t (a)").connection.commit()
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(RecordError):
            Record.open(path, create=True)
        assert path.read_bytes() == before


def test_the_journal_is_durable(tmp_path: pathlib.Path) -> None:
    """A record is in WAL mode."""
    Record.open(tmp_path / "a.sijill", create=True).close()
    mode = sqlite3.connect(tmp_path / "a.sijill").execute("PRAGMA journal_mode").fetchone()
    assert mode == ("wal",)


def _append(path: pathlib.Path, number: int) -> None:
    coder = sijill.load()
    with Record.open(path, create=True) as record, record.start_run(version="test") as run:
        for i in range(10):
            run.add(coder(f"قصف الجيش العراقي بلدة الحويجة. {number} {i}", doc_id=f"{number}-{i}"))


def test_two_processes_lose_nothing(tmp_path: pathlib.Path) -> None:
    """Two processes that append at the same time keep every article of both."""
    path = tmp_path / "a.sijill"
    Record.open(path, create=True).close()
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_append, args=(path, n)) for n in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    with Record.open(path) as record:
        assert record.counts().articles == 20


def test_a_record_of_the_first_schema_is_migrated(tmp_path: pathlib.Path) -> None:
    """A file of before places were grounded opens, keeps its claims, and takes new ones with their points."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    path = tmp_path / "old.sijill"
    with Record.open(path, create=True) as record, record.start_run(version="test") as run:
        run.add(documents()[0])
    config = Config()
    config.set_main_option("script_location", str(pathlib.Path(sijill.__file__).parent / "store" / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    engine.dispose()
    with Record.open(path) as record, record.start_run(version="test") as run:
        run.add(documents()[1])
    with Record.open(path) as record:
        old, new = sorted(record.documents(), key=lambda d: d.text != TEXTS[0])
    assert old.events and all(p.grounding is None for e in old.events for p in e.places)
    assert new.control and any(c.place.grounding for c in new.control)
