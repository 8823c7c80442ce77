"""The step keeps every row, in order, and coded rows come back as documents."""

import datetime as dt
import pathlib
import pickle

import pyarrow as pa
import pytest

import sijill
from sijill import pipeline
from sijill.acquire import Article, Rejected
from sijill.bulk import step
from sijill.bulk.schema import coded_schema, item_row, item_schema, read_coded, read_item
from sijill.bulk.step import CodeBatch, Settings

REPORT = Article("قصفت قوات النظام السوري مدينة دوما أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري.", "a.jsonl", 1,
                 doc_id="d1", source="مثال", published=dt.date(2018, 3, 14), original="<p>...</p>")
LOST = Article("انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم.", "a.jsonl", 2, published=dt.date(2017, 10, 14))
MATCH = Article("فاز فريق المدينة بكأس الدوري بعد مباراة مثيرة انتهت بركلات الترجيح.", "b.jsonl", 3, doc_id="d3",
                url="https://example.org/3", title="كأس الدوري")
BROKEN = Rejected("b.jsonl", 4, "E308", "not JSON")
ITEMS = (REPORT, BROKEN, LOST, MATCH)


def batch(*items: Article | Rejected) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([item_row(item) for item in items], item_schema())


def test_items_come_back_from_rows() -> None:
    """An article or a rejection survives the batch it travels in."""
    assert tuple(map(read_item, batch(*ITEMS).to_pylist())) == ITEMS


def test_every_row_has_one_outcome() -> None:
    """Each row of a batch is kept, rejected or not relevant, in its order, with its place in the input."""
    coded = CodeBatch(Settings(gate=0.25))(batch(*ITEMS))
    assert coded.schema.equals(coded_schema())
    rows = coded.to_pylist()
    assert [row["outcome"] for row in rows] == ["kept", "rejected", "kept", "not_relevant"]
    assert [(row["where"], row["line"]) for row in rows] == [(i.where, i.line) for i in ITEMS]
    assert rows[3]["relevance"] < 0.25 and rows[3]["url"] == MATCH.url and rows[3]["text"] is None
    assert (rows[1]["code"], rows[1]["reason"], rows[1]["relevance"]) == ("E308", "not JSON", None)
    assert rows[0]["original"] == REPORT.original


def test_coded_rows_are_documents() -> None:
    """A kept row read back has the text, events and control claims that the coder gave, and the article's id."""
    rows = CodeBatch(Settings())(batch(REPORT, LOST)).to_pylist()
    coder = sijill.load(model=None)
    for row, article in zip(rows, (REPORT, LOST), strict=True):
        wanted = coder(article.text, doc_id=article.doc_id, source=article.source, published=article.published)
        found = read_coded(row)
        assert not isinstance(found, Rejected)
        assert (found.events, found.control, found.text) == (wanted.events, wanted.control, wanted.text)
        assert row["article_id"] == wanted.article_id == found.article_id
    assert rows[0]["events"] and rows[1]["control"]


def test_it_pickles_and_answers_the_same_twice() -> None:
    """A copy of the step that went through pickle gives the same batch."""
    made = CodeBatch(Settings(gate=0.5, places=None))
    copy = pickle.loads(pickle.dumps(made))
    assert made(batch(*ITEMS)).equals(copy(batch(*ITEMS)))
    assert copy(batch()).num_rows == 0


def test_settings_come_back_from_the_manifest(tmp_path: pathlib.Path) -> None:
    """Settings written as JSON are read back equal."""
    (tmp_path / "a.sqlite").write_bytes(b"a")
    settings = Settings(0.2, "مثال", dt.date(2018, 3, 14), (str(tmp_path / "a.sqlite"),), "encoder")
    assert Settings.of_json(settings.as_json()) == settings


def test_the_gazetteer_that_is_read_by_default_is_a_setting(tmp_path: pathlib.Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings say which gazetteer is read where none is named, and what is in it; without one that none is read."""
    file = tmp_path / "places.sqlite"
    monkeypatch.setenv("SIJILL_PLACES", str(file))
    without = Settings().as_json()
    file.write_bytes(b"a")
    first = Settings().as_json()
    file.write_bytes(b"b")
    second = Settings().as_json()
    assert (without["places"], first["places"], second["places"]) == ([], [str(file)], [str(file)])
    assert first["gazetteers"] != second["gazetteers"] and Settings.of_json(first).places == (str(file),)


def test_the_model_that_is_asked_for_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules code unless the encoder is asked for, which then computes in one thread of its process."""
    asked: list[tuple[object, ...]] = []

    def load(places: object, *, model: object, threads: object) -> object:
        asked.append((places, model, threads))
        return pipeline.load(model=None)

    monkeypatch.setattr("sijill.bulk.step.load", load)
    step._coder.cache_clear()
    CodeBatch(Settings())(batch(REPORT))
    CodeBatch(Settings(model="encoder"))(batch(REPORT))
    step._coder.cache_clear()
    assert asked == [(None, None, 1), (None, "encoder", 1)]
