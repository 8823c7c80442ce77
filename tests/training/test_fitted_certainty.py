"""What an article's names add to the maps of scores."""

from __future__ import annotations

import json
import math
import pathlib
import tomllib
from typing import Any

import pytest
from training.certainty import HEAD, Row, chosen_on, log_loss, table
from training.gold import read
from training.views import Example

from sijill.extract.choosing.certainty import logit, named_share, of_article, probability
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft
from sijill.extract.events.review import standing
from sijill.extract.reference.reference import resolve
from training import certainty

MAP = {"bias": -0.2, "event": 0.6, "own": 0.1, "shift": 0.0, "named": 0.0}


def test_the_loss_is_that_of_the_probabilities_that_the_coder_gives() -> None:
    """Chosen numbers are weighed by the very probabilities that a score will be, of what was right and what was not."""
    rows = [Row("trigger", logit(0.7), logit(0.4), True, 0.5), Row("trigger", logit(0.5), logit(0.9), False, 0.1)]
    with_names = MAP | {"shift": -0.4, "named": 1.5}
    given = [probability(of_article({"trigger": with_names}, row.named)["trigger"], share, own)
             for row, share, own in zip(rows, (0.7, 0.5), (0.4, 0.9), strict=True)]
    expected = -(math.log(given[0]) + math.log(1 - given[1])) / 2
    assert log_loss(rows, {"trigger": MAP}, -0.4, 1.5) == pytest.approx(expected, abs=2e-3)


def test_what_is_written_is_read_back() -> None:
    """A map goes through the data file as it was."""
    assert tomllib.loads(HEAD + table("rules", {"trigger": MAP})) == {"rules": {"trigger": MAP}}


def test_choices_are_made_on_no_article_that_is_only_measured(tmp_path: pathlib.Path,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of other outlets whose errors were not read are left out."""
    shared, root = tmp_path / "shared", tmp_path / "root"
    for folder in (shared / "data" / "news", root / "benchmarks" / "others"):
        folder.mkdir(parents=True)
    rows = [{"doc_id": name, "text": ""} for name in ("read", "measured")]
    (shared / "data" / "news" / "conflict.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = [{"doc_id": name, "read": name == "read", "events": []} for name in ("read", "measured")]
    (root / "benchmarks" / "others" / "annotations.jsonl").write_text("\n".join(map(json.dumps, told)), "utf-8")
    monkeypatch.setattr(certainty, "ROOT", root)
    assert [gold["doc_id"] for gold in chosen_on(shared)] == ["read"]


def test_the_numbers_chosen_are_the_best_of_each_parts_own_choices(tmp_path: pathlib.Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Triggers that are right where sides are named get a weight of names; sides that are always right a shift."""
    rows = [Row("trigger", 0.0, 0.0, right, named) for right, named in ((True, 0.9), (False, 0.1)) for _ in range(20)]
    rows += [Row(part, 0.0, 0.0, True, 0.5) for part in ("actor1", "actor2") for _ in range(20)]
    written = {name: dict.fromkeys(certainty.PARTS, MAP) for name in ("rules", "encoder")}
    path = tmp_path / "certainty.toml"
    path.write_text("".join(table(name, maps) for name, maps in written.items()), encoding="utf-8")
    saved: dict[str, Any] = {}
    monkeypatch.setattr(certainty, "PATH", path)
    monkeypatch.setattr(certainty, "chosen_on", lambda shared: [])
    monkeypatch.setattr(certainty, "Encoder", lambda: None)
    monkeypatch.setattr(certainty, "told", lambda data, encoder: rows)
    monkeypatch.setattr(certainty, "save", saved.update)
    certainty.choose(tmp_path)
    found = saved["encoder"]
    assert found["trigger"]["named"] == max(certainty.NAMED) and found["trigger"]["shift"] < 0
    assert found["actor1"]["shift"] == found["actor2"]["shift"] == max(certainty.SHIFTS)
    assert found["place"] == MAP


def test_a_choice_is_told_with_the_share_of_names_of_its_article() -> None:
    """Each trigger, side and place that the coder chooses bears how many of its article's sides are named."""
    text = "سيطرت قوات سوريا الديمقراطية على بلدة الشدادي بعد معارك مع تنظيم داعش."
    ((document, gold),) = read([{"doc_id": "one", "text": text, "published": "2016-02-20", "events": []}])
    view = View(document, resolve(document))
    rows = certainty.told([Example(view, gold)], None)
    assert rows and {row.named for row in rows} == {named_share(view.actors)} and not any(row.right for row in rows)


def test_events_that_fall_at_the_end_are_no_choices() -> None:
    """Of a habit, which stands at first and is dropped after the maps, neither the trigger nor a part counts."""
    told = []
    for text in ("قصفت قوات النظام السوري بلدة كفرنبل.", "تقصف قوات النظام السوري بلدة كفرنبل بشكل شبه يومي."):
        ((document, gold),) = read([{"doc_id": "one", "text": text, "published": "2016-02-20", "events": []}])
        view = View(document, resolve(document))
        assert standing(view, draft(view))
        told.append(certainty.told([Example(view, gold)], None))
    assert told[0] and not told[1]
