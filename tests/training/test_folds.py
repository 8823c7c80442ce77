"""Thirds of the training articles, and which of them weights have not seen."""

from __future__ import annotations

import json
import pathlib

import pytest
from training.encoder.folds import by_third, third


def test_every_article_is_in_one_third_by_its_name() -> None:
    """A third follows from the name alone, and names fall into all three."""
    assert {third(f"article-{n}") for n in range(60)} == {0, 1, 2}
    assert third("article-7") == third("article-7")


def test_our_own_reports_are_always_learned_from() -> None:
    """A report that we wrote is in no third, so that what is measured as unseen holds none."""
    assert {third(f"w-levant-{n}") for n in range(60)} == {-1}


def weights(folder: pathlib.Path, lacks: int | None) -> pathlib.Path:
    folder.mkdir()
    (folder / "fit.json").write_text(json.dumps({"left_out": lacks}), encoding="utf-8")
    return folder


def test_weights_say_which_third_they_have_not_seen(tmp_path: pathlib.Path) -> None:
    """The third is that of the folder's own record, not of its place among others."""
    two, none = weights(tmp_path / "a", 2), weights(tmp_path / "b", 0)
    assert by_third([two, none]) == {2: two, 0: none}


def test_weights_that_saw_all_or_lack_the_same_are_refused(tmp_path: pathlib.Path) -> None:
    """Weights that have seen every article can read none as new, and two of one third would count it twice."""
    with pytest.raises(ValueError, match="--leave-out"):
        by_third([weights(tmp_path / "all", None)])
    with pytest.raises(ValueError, match="the same third"):
        by_third([weights(tmp_path / "a", 1), weights(tmp_path / "b", 1)])
