"""Fitted weights as plain arrays: kept in a file, averaged, and written as the files that the package reads."""

from __future__ import annotations

import hashlib
import json
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
FILES = ("network.onnx", "tables.npz", "pieces.tsv", "names.toml")
"""What the package reads: `src/sijill/_data/encoder`."""
HEADS = {"kind.weight": "kind", "kind.bias": "kind_bias", "ask.weight": "ask", "ask.bias": "ask_bias",
         "answer.weight": "answer", "distance.weight": "distance", "nobody": "nobody", "weigh": "weigh",
         "empty": "empty"}
"""Names of the heads' weights here, and in tables.npz."""
EMBEDDINGS = "layers.embeddings"
"""The weights of the pieces, which no fit changes."""
_STATE = "state.npz"


def save_state(state: Mapping[str, Array], folder: pathlib.Path) -> None:
    """Keep fitted weights, so that those of several seeds can be averaged."""
    # savez's type has named settings among its arrays
    arrays: dict[str, Any] = {name: values.astype(np.float32) for name, values in state.items()}
    np.savez(folder / _STATE, **arrays)


def load_state(folder: pathlib.Path) -> dict[str, Array]:
    """Weights that `save_state` has kept."""
    with np.load(folder / _STATE) as state:
        return {name: state[name] for name in state.files}


def averaged(states: Sequence[Mapping[str, Array]]) -> dict[str, Array]:
    """The mean of each weight (Wortsman et al. 2022, "Model soups"); all must have been fitted from one start."""
    return {name: np.mean([state[name] for state in states], axis=0, dtype=np.float32) for name in states[0]}


def save_tables(state: Mapping[str, Array], folder: pathlib.Path) -> None:
    """tables.npz: embeddings at 8 bits with a scale for each row, positions and heads at 16."""
    rows = state[EMBEDDINGS].astype(np.float32)
    scales = (np.maximum(np.abs(rows).max(axis=1), 1e-8) / 127).astype(np.float32)
    heads: dict[str, Any] = {ours: state[f"heads.{name}"].astype(np.float16) for name, ours in HEADS.items()}
    np.savez_compressed(folder / "tables.npz", embeddings=np.round(rows / scales[:, None]).astype(np.int8),
                        scales=scales, positions=state["layers.positions"].astype(np.float16), **heads)


def save_pieces(pieces: Sequence[tuple[str, float]], folder: pathlib.Path) -> None:
    """pieces.tsv, in the order of the embeddings' rows after the special ones."""
    lines = ["piece\tscore", *(f"{piece}\t{score:.4f}" for piece, score in pieces)]
    (folder / "pieces.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def save_names(kinds: Sequence[str], parts: Sequence[str], folder: pathlib.Path) -> None:
    """names.toml: the order of the heads' rows."""
    lines = ['# the order of the rows of tables.npz: types of the trigger head ("-" is no event), '
             "parts of the pair head",
             "types = [", *(f"  {json.dumps(kind)}," for kind in kinds), "]", f"parts = {json.dumps(list(parts))}"]
    (folder / "names.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def checksums(folder: pathlib.Path) -> dict[str, str]:
    """The SHA-256 of each file that the package reads, in hexadecimal digits."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
