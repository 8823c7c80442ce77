"""Fitted weights as the files that the package reads."""

from __future__ import annotations

import pathlib
import tomllib

import numpy as np
import pytest
from training.encoder.weights import HEADS, Array, averaged, save_names, save_pieces, save_tables

from sijill.encoder.pieces import read_pieces


def state(seed: int) -> dict[str, Array]:
    rng = np.random.default_rng(seed)
    return {name: rng.normal(size=(6, 4)).astype(np.float32)
            for name in ("layers.embeddings", "layers.positions", *(f"heads.{head}" for head in HEADS))}


def test_tables_hold_the_weights_to_the_precision_of_their_type(tmp_path: pathlib.Path) -> None:
    """Embeddings come back within half a step of 8 bits of their row, heads within that of 16."""
    given = state(1)
    save_tables(given, tmp_path)
    with np.load(tmp_path / "tables.npz") as tables:
        rows, scales = tables["embeddings"].astype(np.float32), tables["scales"][:, None]
        assert tables["embeddings"].dtype == np.int8
        assert (np.abs(rows * scales - given["layers.embeddings"]) <= scales * 0.501).all()
        for name, ours in HEADS.items():
            assert tables[ours] == pytest.approx(given[f"heads.{name}"], abs=2e-3)


def test_an_average_is_the_mean_of_each_weight() -> None:
    """Two fits averaged stand halfway between them."""
    one, two = state(1), state(2)
    found = averaged([one, two])
    assert found.keys() == one.keys()
    assert all(found[name] == pytest.approx((one[name] + two[name]) / 2, abs=1e-6) for name in one)


def test_pieces_and_names_are_read_back_as_they_were(tmp_path: pathlib.Path) -> None:
    """What the package reads from the two text files is what was written, quotes and all."""
    pieces = [("\u2581في", -3.5), ('"', -6.25), ("،", -4.0)]
    save_pieces(pieces, tmp_path)
    assert read_pieces((tmp_path / "pieces.tsv").read_text("utf-8")) == pieces
    save_names(("-", "Attack"), ("actor1", "place"), tmp_path)
    assert tomllib.loads((tmp_path / "names.toml").read_text("utf-8")) == {
        "types": ["-", "Attack"], "parts": ["actor1", "place"]}
