"""A run writes what waits before it fills the memory."""

import io
import pathlib

import pytest

import sijill
from sijill.acquire import Article, read_articles
from sijill.store import Record
from sijill.store import run as runs
from sijill.store.origins import Given

TEXTS = (
    "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس.",
    "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.",
)


def test_a_run_writes_when_many_bytes_wait(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are written as soon as the bytes that they came as are more than may wait, however few they are."""
    first, second = (len(text.encode()) for text in TEXTS)
    coder = sijill.load(model=None)
    monkeypatch.setattr(runs, "MAX_WAITING", first + second - 1)
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        run = record.start_run(version="test", archive=tmp_path / "a.warc.gz")
        for text, kept in zip(TEXTS, (0, 2), strict=True):
            (article,) = read_articles(["-"], stdin=io.BytesIO(text.encode()))
            assert isinstance(article, Article)
            run.add(coder(text), given=Given.of(article))
            assert record.counts().articles == kept
