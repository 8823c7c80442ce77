"""Outliers of activations moved into weights."""

from typing import Any

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="the fit needs onnx: pip install -e '.[train]'")

import onnxruntime  # noqa: E402
from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: E402
from training.encoder.easing import eased, largest  # noqa: E402

DRAWN = np.random.default_rng(0)
# the third of eight channels is a hundred times as large as the others
CHANNELS = np.array([1, 1, 100, 1, 1, 1, 1, 1], np.float32)
SAMPLE = [(DRAWN.normal(size=(1, 20, 8)) * CHANNELS).astype(np.float32) for _ in range(3)]


def network() -> Any:
    """Two matrices of one input, and their sum."""
    weights = [numpy_helper.from_array(DRAWN.normal(size=(8, 4)).astype(np.float32), name) for name in ("one", "two")]
    nodes = [helper.make_node("MatMul", ["input", "one"], ["first"]),
             helper.make_node("MatMul", ["input", "two"], ["second"]),
             helper.make_node("Add", ["first", "second"], ["vectors"])]
    body = helper.make_graph(nodes, "small", [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["b", "t", 8])],
                             [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["b", "t", 4])], weights)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 20)])
    model.ir_version = 9
    return model


def said(model: bytes | str, given: Any) -> Any:
    """What a network makes of an input."""
    return onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]).run(None, {"input": given})[0]


def test_an_eased_network_says_the_same() -> None:
    """With weights whole the vectors are those of the network as it was, to rounding."""
    plain = network()
    ours = eased(plain, SAMPLE[:2])
    assert [node.op_type for node in ours.graph.node] == ["Mul", "MatMul", "MatMul", "Add"]
    assert said(ours.SerializeToString(), SAMPLE[2]) == pytest.approx(
        said(plain.SerializeToString(), SAMPLE[2]), rel=1e-4, abs=1e-3)


def test_at_8_bits_an_eased_network_errs_less(tmp_path: Any) -> None:
    """Where one channel is a hundred times as large as the others, the error of 8 bits is less than half."""
    plain = network()
    right = said(plain.SerializeToString(), SAMPLE[2])
    errors = []
    for name, model in (("plain", plain), ("eased", eased(plain, SAMPLE[:2]))):
        onnx.save(model, tmp_path / f"{name}.onnx")
        quantize_dynamic(tmp_path / f"{name}.onnx", tmp_path / "small.onnx", per_channel=True,
                         weight_type=QuantType.QInt8)
        errors.append(np.abs(said(str(tmp_path / "small.onnx"), SAMPLE[2]) - right).mean())
    assert errors[1] < errors[0] / 2


def test_the_largest_value_of_each_channel_is_that_of_all_samples() -> None:
    """Of every channel the largest size is kept, whichever sample and sign it comes from."""
    given = [np.full((1, 1, 8), -3, np.float32), np.full((1, 2, 8), 2, np.float32)]
    given[1][0, 1, 5] = 7
    assert largest(network(), ("input",), given)["input"].tolist() == [3, 3, 3, 3, 3, 7, 3, 3]
