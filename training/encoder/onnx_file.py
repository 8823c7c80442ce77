"""The layers as an ONNX file of 8-bit weights, which onnxruntime runs without torch."""

from __future__ import annotations

import pathlib
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder.easing import eased
from training.encoder.pretrained import Shape
from training.encoder.weights import Array

_OPSET = 20
_IR = 9


def save_network(state: Mapping[str, Array], shape: Shape, folder: pathlib.Path, sample: Sequence[Array]) -> None:
    """network.onnx: from input (b, t, H), windows of one length, to vectors (b, t, H); `sample` are such inputs."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = pathlib.Path(scratch) / "whole.onnx"
        onnx.save(eased(graph(state, shape), sample), whole)
        quantize_dynamic(whole, folder / "network.onnx", per_channel=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True})


def graph(state: Mapping[str, Array], shape: Shape) -> onnx.ModelProto:
    """The same network with its weights whole, checked."""
    build = _Builder(state, shape)
    x = build.norm("input", "norm0", "layers.norm")
    for number in range(shape.layers):
        x = build.layer(x, number)
    batch: list[str | int] = ["b", "t", shape.width]
    body = helper.make_graph(
        build.nodes, "encoder",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, batch)],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, batch)], build.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="sijill")
    model.ir_version = _IR
    onnx.checker.check_model(model)
    return model


class _Builder:
    """Nodes and constants of the graph while it grows."""

    def __init__(self, state: Mapping[str, Array], shape: Shape) -> None:
        self.state = state
        self.shape = shape
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []
        self.split = self._constant("split", np.array([0, 0, shape.heads, shape.width // shape.heads], np.int64))
        self.flat = self._constant("flat", np.array([0, 0, shape.width], np.int64))

    def layer(self, x: str, number: int) -> str:
        """One layer, as `training.encoder.network.Layer` reckons it."""
        ours, name = f"layers.layers.{number}.", f"l{number}."
        last = number == self.shape.layers - 1
        scale = float((self.shape.width // self.shape.heads) ** -0.5)
        query = self._heads(self._linear(x, name + "query", ours + "query", scale), name + "query", [0, 2, 1, 3])
        key = self._heads(self._linear(x, name + "key", ours + "key"), name + "key", [0, 2, 3, 1])
        value = self._heads(self._linear(x, name + "value", ours + "value"), name + "value", [0, 2, 1, 3])
        logits = self._node("MatMul", [query, key], name + "logits")
        shares = self._node("Softmax", [logits], name + "shares", axis=-1)
        seen = self._node("Transpose", [self._node("MatMul", [shares, value], name + "seen")], name + "turned",
                          perm=[0, 2, 1, 3])
        seen = self._node("Reshape", [seen, self.flat], name + "flat")
        x = self._node("Add", [x, self._linear(seen, name + "out", ours + "out")], name + "sum1")
        x = self.norm(x, name + "norm1", ours + "norm1")
        up = self._node("Gelu", [self._linear(x, name + "up", ours + "up")], name + "gelu")
        x = self._node("Add", [x, self._linear(up, name + "down", ours + "down")], name + "sum2")
        return self.norm(x, "vectors" if last else name + "norm2", ours + "norm2")

    def norm(self, x: str, name: str, ours: str) -> str:
        """A norm over the width."""
        gain = self._constant(name + ".gain", self.state[ours + ".weight"])
        bias = self._constant(name + ".bias", self.state[ours + ".bias"])
        return self._node("LayerNormalization", [x, gain, bias], name, epsilon=float(self.shape.epsilon), axis=-1)

    def _linear(self, x: str, name: str, ours: str, scale: float = 1.0) -> str:
        weight = self._constant(name + ".weight", self.state[ours + ".weight"].T * np.float32(scale))
        bias = self._constant(name + ".bias", self.state[ours + ".bias"] * np.float32(scale))
        return self._node("Add", [self._node("MatMul", [x, weight], name + ".product"), bias], name)

    def _heads(self, x: str, name: str, order: Sequence[int]) -> str:
        return self._node("Transpose", [self._node("Reshape", [x, self.split], name + ".split")], name + ".heads",
                          perm=list(order))

    def _constant(self, name: str, values: Array) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, kind: str, given: Sequence[str], name: str, **settings: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(given), [name], name=name, **settings))
        return name
