"""Our annotations of articles that stay where their owners keep them."""

import json
import pathlib

import pytest
from training.annotations import annotated, compact

from training import annotations

TEXT = "قصف الجيش السوري بلدة دوما أمس."


def line(**more: object) -> dict[str, object]:
    return {"doc_id": "d1", "text": TEXT, "source": "مثال", "url": None, "title": None,
            "published": "2018-03-14T10:00", **more}


@pytest.fixture
def kept(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The one line of a file of annotations that is read in place of ours."""
    row = {"doc_id": "d1", "events": [{
        "trigger": [0, 3], "type": "Shelling/artillery/missile attack", "actor1": [[4, 16, "SYR_ARMY"]], "actor2": [],
        "places": [[22, 26, None, "whole"]], "time": ["2018-03-13", None], "factuality": "asserted"}]}
    monkeypatch.setattr(annotations, "PATH", tmp_path / "annotations.jsonl")
    text = json.dumps(row, ensure_ascii=False)
    annotations.PATH.write_text(text + "\n", encoding="utf-8")
    return text


def test_an_annotation_gets_its_text_and_gives_it_back(kept: str, tmp_path: pathlib.Path) -> None:
    """Offsets get the words that they stand for, as in a gold file; without them it is the line that it was."""
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(row) + "\n" for row in (line(doc_id="d0"), line())), encoding="utf-8")
    (gold,) = annotated(news)
    (event,) = gold["events"]
    assert (event["trigger"]["text"], event["event_type"]) == ("قصف", "Explosions/Remote violence")
    assert [a["text"] for a in event["actor1"]] == ["الجيش السوري"] and event["places"][0]["name"] == "دوما"
    assert event["time"] == {"earliest": "2018-03-13", "latest": None}
    assert (gold["published"], gold["text"]) == ("2018-03-14", TEXT)
    assert json.dumps(compact(gold), ensure_ascii=False) == kept


def test_no_article_of_the_dev_gold_is_learned_from(kept: str, tmp_path: pathlib.Path) -> None:
    """An annotated article that figures are measured on is an error."""
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps(line(in_gold_dev=True)) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="dev gold"):
        list(annotated(news))


def test_a_fuller_annotation_keeps_all_it_says(tmp_path: pathlib.Path) -> None:
    """Tolls, speakers, control claims, names that words leave out, and what else a line says come back as they were."""
    row = {"doc_id": "d1", "read": False, "events": [{
        "trigger": [0, 3], "type": "Shelling/artillery/missile attack", "actor1": [], "actor2": [],
        "places": [[16, 26, "دوما", "whole"]], "casualties": [[4, 9, "killed", 3, None]],
        "attribution": [[10, 16, "activist"]], "time": [None, None], "factuality": "asserted"}],
        "control": [["SYR_ARMY", "دوما", "lost"]]}
    kept, news = tmp_path / "kept.jsonl", tmp_path / "news.jsonl"
    kept.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    news.write_text(json.dumps(line()) + "\n", encoding="utf-8")
    (gold,) = annotated(news, kept)
    assert gold["control"] == [{"holder": "SYR_ARMY", "place": {"name": "دوما"}, "polarity": "lost"}]
    assert gold["events"][0]["casualties"][0] == {"text": TEXT[4:9], "start": 4, "end": 9, "kind": "killed", "low": 3,
                                                  "high": None}
    assert compact(gold, read=gold["read"]) == row


def test_an_article_without_a_text_is_named(kept: str, tmp_path: pathlib.Path) -> None:
    """News that lack an annotated article are an error: figures and weights of fewer articles would be others."""
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps(line(doc_id="d0")) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="lacks 1 articles.*d1"):
        list(annotated(news))
