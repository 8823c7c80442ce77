"""Fitted weights as a file of the package."""

import gzip
import json
import pathlib

import pytest

from sijill import resources
from training import store

FITTED = ("weights.json.gz", "trees.json", "certainty.toml", "gate.bin", "link_weights.toml")


def test_weights_are_put_beside_those_of_other_choices(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saved weights replace those of their choice alone, and equal weights make equal bytes."""
    monkeypatch.setattr(store, "PATH", tmp_path / "weights.json.gz")
    monkeypatch.setattr(store, "_sealed", lambda: None)
    store.save(trigger={"a": 1.0}, place={"b": 2.0})
    store.save(trigger={"ق": 3.0})
    first = store.PATH.read_bytes()
    assert json.loads(gzip.decompress(first)) == {"trigger": {"ق": 3.0}, "place": {"b": 2.0}}
    store.save(place={"b": 2.0})
    assert store.PATH.read_bytes() == first


def test_all_that_was_fitted_is_small() -> None:
    """What was fitted and ships in the package, the encoder and every weight of the rules, has 35 MB at most."""
    encoder = [name for name in resources.manifest() if name.startswith("encoder/")]
    assert len(encoder) >= 4
    assert sum(len(resources.read_bytes(name)) for name in (*FITTED, *encoder)) <= 35_000_000
