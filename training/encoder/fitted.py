"""The weights of a fitted encoder, read back from the files that the package reads (`save_network`, `save_tables`)."""

from __future__ import annotations

import pathlib

import numpy as np
import onnx
from onnx import numpy_helper

from training.encoder.pretrained import Shape
from training.encoder.weights import HEADS, Array

_LINEARS = ("query", "key", "value", "out", "up", "down")


def read_fitted(folder: pathlib.Path, shape: Shape) -> dict[str, Array]:
    """The state of the network by its names, at the precision that the files keep; without the embeddings."""
    graph = onnx.load(folder / "network.onnx").graph
    kept = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    out: dict[str, Array] = {}

    def norm(theirs: str, ours: str) -> None:
        out[f"{ours}.weight"], out[f"{ours}.bias"] = kept[f"{theirs}.gain"], kept[f"{theirs}.bias"]

    norm("norm0", "layers.norm")
    for number in range(shape.layers):
        theirs, ours = f"l{number}", f"layers.layers.{number}"
        norm(f"{theirs}.norm1", f"{ours}.norm1")
        # what the last layer gives is what the graph gives
        norm(f"{theirs}.norm2" if number < shape.layers - 1 else "vectors", f"{ours}.norm2")
        for name in _LINEARS:
            whole = _whole(kept, f"{theirs}.{name}.weight")
            # the graph has the query scaled, for all heads' attention
            scale = (shape.width // shape.heads) ** 0.5 if name == "query" else 1.0
            out[f"{ours}.{name}.weight"] = np.ascontiguousarray(whole.T) * np.float32(scale)
            out[f"{ours}.{name}.bias"] = kept[f"{theirs}.{name}.bias"] * np.float32(scale)
    with np.load(folder / "tables.npz") as tables:
        out["layers.positions"] = tables["positions"].astype(np.float32)
        for ours, theirs in HEADS.items():
            out[f"heads.{ours}"] = tables[theirs].astype(np.float32)
    return out


def _whole(kept: dict[str, Array], name: str) -> Array:
    """A matrix (rows, columns) of 8-bit weights, whose columns have a scale and a zero each."""
    steps = kept[f"{name}_quantized"].astype(np.float32) - kept[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(steps * kept[f"{name}_scale"], np.float32)
