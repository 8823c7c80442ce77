"""Evaluation gives the figures of the scoring tool."""

import json
import pathlib
import subprocess
import sys

import pytest

import sijill
from sijill.evaluate import evaluate, read_gold
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
