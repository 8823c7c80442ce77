"""Thirds of the training articles, and which of them weights have not seen."""

from __future__ import annotations

import json
import pathlib

import pytest
from training.encoder.folds import left_out, third


def test_every_article_is_in_one_third_by_its_name() -> None:
    """A third follows from the name alone, and names fall into all three."""
    assert {third(f"article-{n}") for n in range(60)} == {0, 1, 2}
    assert third("article-7") == third("article-7")


def test_weights_say_which_third_they_have_not_seen(tmp_path: pathlib.Path) -> None:
    """The third is that of the folder's own record, not of its place among others; weights that saw all are refused."""
    (tmp_path / "fit.json").write_text(json.dumps({"left_out": 2}), encoding="utf-8")
    assert left_out(tmp_path) == 2
    (tmp_path / "fit.json").write_text(json.dumps({"left_out": None}), encoding="utf-8")
    with pytest.raises(ValueError, match="--leave-out"):
        left_out(tmp_path)
