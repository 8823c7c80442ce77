"""Evaluation gives the figures of the scoring tool."""

import json
import pathlib
import subprocess
import sys

import pytest

import sijill
from sijill.evaluate import Judged, evaluate, judged, read_gold
from sijill.records import document_record

SHARED = pathlib.Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason="the scoring tool is not beside the project")
def test_figures_equal_those_of_the_scoring_tool(tmp_path: pathlib.Path) -> None:
    """On the same predictions every figure equals the tool's."""
    golds = read_gold(SHARED / "gold" / "train")[:40]
    coder = sijill.load(model=None)
    records = [document_record(coder(g["text"], doc_id=g["doc_id"], published=g["published"])) for g in golds]
    folder = tmp_path / "gold"
    folder.mkdir()
    for gold in golds:
        (folder / f"{gold['doc_id']}.json").write_text(json.dumps(gold), "utf-8")
    predictions = tmp_path / "p.jsonl"
    predictions.write_text("\n".join(json.dumps(r) for r in records), "utf-8")
    done = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "score.py"), str(folder), str(predictions), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(done.stdout)
    ours = evaluate(golds, {r["doc_id"]: r for r in records}).as_json()
    assert ours["scores"] == theirs["scores"]
    assert ours["mean"] == theirs["mean"]


def _event(start: int, kind: str, actor: str) -> dict[str, object]:
    return {
        "trigger": {"text": "x", "start": start, "end": start + 3},
        "sub_event_type": kind,
        "event_type": "Battles",
        "actor1": [{"text": "a", "start": 50, "end": 52, "id": actor}],
        "actor2": [],
        "assoc_actor1": [],
        "assoc_actor2": [],
        "places": [],
        "casualties": [],
        "attribution": [],
        "time": {"earliest": "2018-01-01", "latest": "2018-01-01"},
        "factuality": "asserted",
    }


def test_a_perfect_prediction_scores_one() -> None:
    """Gold scored against itself has every figure at one."""
    gold = {"doc_id": "a", "events": [_event(0, "Armed clash", "IS")], "control": []}
    figures = evaluate([gold], {"a": gold}).as_json()["scores"]
    assert figures["coded row"]["f1"] == 1.0
    assert figures["actor id"]["f1"] == 1.0


def test_a_wrong_side_costs_the_row() -> None:
    """A wrong actor leaves the trigger right and the coded row wrong."""
    gold = {"doc_id": "a", "events": [_event(0, "Armed clash", "IS")], "control": []}
    wrong = {"doc_id": "a", "events": [_event(0, "Armed clash", "YPG")], "control": []}
    figures = evaluate([gold], {"a": wrong}).as_json()["scores"]
    assert figures["trigger type"]["f1"] == 1.0
    assert figures["coded row"]["f1"] == 0.0


def _scored(kind: str, actor: str, place: str) -> dict[str, object]:
    event = _event(0, kind, actor)
    return event | {"trigger": {"text": "x", "start": 0, "end": 3, "score": 0.7},
                    "actor1": [{"text": "a", "start": 50, "end": 52, "id": actor, "score": 0.6}],
                    "places": [{"text": "p", "start": 60, "end": 63, "name": place, "role_score": 0.5}]}


def test_a_right_choice_is_judged_right_and_a_wrong_one_wrong() -> None:
    """Trigger, side and place are each judged alone, with the score that each was given."""
    gold = {"doc_id": "a", "events": [_scored("Armed clash", "IS", "كوباني")], "control": []}
    pred = {"doc_id": "a", "events": [_scored("Armed clash", "YPG", "كوباني")], "control": []}
    assert judged(gold, pred) == [
        Judged(0, "trigger", 0.7, True), Judged(0, "actor1", 0.6, False), Judged(0, "place", 0.5, True)]


def test_nothing_of_an_event_that_gold_lacks_is_judged_right() -> None:
    """An event far from every gold one is wrong in all parts, though a side and a place of that name are in gold."""
    gold = {"doc_id": "a", "events": [_scored("Armed clash", "IS", "كوباني")], "control": []}
    alone = _scored("Agreement", "IS", "كوباني") | {"trigger": {"text": "x", "start": 900, "end": 903, "score": 0.7}}
    assert [one.right for one in judged(gold, {"doc_id": "a", "events": [alone], "control": []})] == [False] * 3
