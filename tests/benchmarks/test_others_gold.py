"""Annotations of articles that stay where their owners keep them, in the form of gold files."""

import json
import pathlib

import pytest
from benchmarks.others.gold import compact, golds

TEXT = "قصف الجيش السوري بلدة دوما أمس فقتل ثلاثة، وفق ناشطين."
ROW = {"doc_id": "d1", "read": False, "events": [{
    "trigger": [0, 3], "type": "Shelling/artillery/missile attack", "actor1": [[4, 16, "SYR_ARMY"]], "actor2": [],
    "places": [[22, 26, "دوما", "whole"]], "time": ["2018-03-13", "2018-03-13"],
    "casualties": [[36, 41, "killed", 3, 3]], "attribution": [[47, 53, "activist"]], "factuality": "asserted"}],
    "control": [["SYR_ARMY", "دوما", "lost"]]}


@pytest.fixture
def kept(tmp_path: pathlib.Path) -> pathlib.Path:
    """A file of one annotated article."""
    path = tmp_path / "annotations.jsonl"
    path.write_text(json.dumps(ROW, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_an_annotation_gets_its_text_and_gives_it_back(kept: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Offsets get the words that they stand for; without them it is the line that it was."""
    news = tmp_path / "news.jsonl"
    row = {"doc_id": "d1", "text": TEXT, "source": "مثال", "published": "2018-03-14T10:00"}
    news.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (gold,) = golds(news, kept)
    (event,) = gold["events"]
    assert gold["published"] == "2018-03-14" and event["event_type"] == "Explosions/Remote violence"
    for role in ("actor1", "places", "casualties", "attribution"):
        assert [s["text"] for s in event[role]] == [TEXT[s["start"] : s["end"]] for s in event[role]] != []
    assert event["time"] == {"earliest": "2018-03-13", "latest": "2018-03-13"}
    assert compact(gold, gold["read"]) == ROW


def test_an_article_without_a_text_is_named(kept: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Figures on fewer articles than are annotated are none: the missing one is named."""
    (tmp_path / "news.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="lacks 1 articles.*d1"):
        list(golds(tmp_path / "news.jsonl", kept))
