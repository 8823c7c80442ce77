"""The encoder: multilingual-e5-small, fitted to triggers and parts, as an ONNX network of 8-bit weights.

onnxruntime and numpy are imported when the first article is read. What it was fitted on, and how: docs/model-card.md.
"""

from __future__ import annotations

import functools
import io
import math
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sijill.encoder.pieces import BEGIN, Pieces, read_pieces
from sijill.encoder.reading import Heads, Reading
from sijill.errors import InputError
from sijill.resources import read_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sijill.encoder.reading import Vectors

WINDOW, OVERLAP = 480, 120
"""Most pieces in a window, and least that two neighbours share."""
MOST = 7_400
"""Pieces of one article that are read at most; what follows is left to the rules."""
_BATCH = 4


class Encoder:
    """Reads articles: `encoder(text, spans)` gives a `Reading`.

    `folder` holds weights that `python -m training.encoder` has made (None: the package's own); it computes in so many
    `threads` (None: one a core).
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        import numpy as np
        import onnxruntime

        settings = onnxruntime.SessionOptions()
        settings.log_severity_level = 3
        settings.intra_op_num_threads = threads or 0
        # a thread that spins where it has nothing to do takes the core from the rules, or from another process
        settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # a sum and a norm fused take several times as long as each by itself
        self._session = onnxruntime.InferenceSession(
            _file(folder, "network.onnx"), settings, providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        with np.load(io.BytesIO(_file(folder, "tables.npz"))) as tables:
            parts = {name: tables[name] for name in tables.files}
        self._embeddings: NDArray[np.int8] = parts.pop("embeddings")
        self._scales: Vectors = parts.pop("scales")
        self._positions: Vectors = parts.pop("positions").astype(np.float32)
        names = tomllib.loads(_file(folder, "names.toml").decode("utf-8"))
        self._heads = Heads(tuple(names["types"]), tuple(names["parts"]),
                            **{name: values.astype(np.float32) for name, values in parts.items()})
        self._pieces = Pieces(read_pieces(_file(folder, "pieces.tsv").decode("utf-8")))

    def __call__(self, text: str, spans: Sequence[tuple[int, int]] | None = None) -> Reading:
        """What the encoder says of these stretches of an article, raw, half-open and rising (None: of all of it)."""
        import numpy as np

        if spans is None:
            spans = [(0, len(text))]
        starts, firsts, pieces = self._pieces.of_text(text, spans)
        vectors = self._vectors(pieces)
        known = sum(first < len(vectors) for first in firsts)
        rows = vectors[np.array(firsts[:known], int)]
        end = starts[known] if known < len(starts) else len(text)
        read = [(first, min(last, end)) for first, last in spans if first < end]
        return Reading(self._heads, starts[:known], firsts[:known], rows, read)

    def _vectors(self, pieces: list[int]) -> Vectors:
        """A vector for each piece (pieces read, H), each from the window in which it stands most amid others."""
        import numpy as np

        ranges = windows(len(pieces))
        total = ranges[-1][1]
        out = np.zeros((total, self._embeddings.shape[1]), np.float32)
        room = np.full(total, -1)
        for number in range(0, len(ranges), _BATCH):
            batch = ranges[number : number + _BATCH]
            found = self._run([[BEGIN, *pieces[first:last]] for first, last in batch])
            for vectors, (first, last) in zip(found, batch, strict=True):
                at = np.arange(first, last)
                ahead = np.where(last < len(pieces), last - 1 - at, len(pieces))
                here = np.minimum(np.where(first > 0, at - first, len(pieces)), ahead)
                better = here > room[first:last]
                out[first:last][better] = vectors[1 : 1 + last - first][better]
                room[first:last][better] = here[better]
        return out

    def _run(self, windows: list[list[int]]) -> Any:
        """The vectors of the pieces of windows of one length."""
        import numpy as np

        rows = np.array(windows)
        given = self._embeddings[rows].astype(np.float32) * self._scales[rows][..., None]
        return self._session.run(None, {"input": given + self._positions[:rows.shape[1]]})[0]


def windows(pieces: int) -> list[tuple[int, int]]:
    """The half-open windows over so many pieces, as few as can be and of one length, so that none is padded."""
    read = min(pieces, MOST)
    count = max(1, math.ceil((read - OVERLAP) / (WINDOW - OVERLAP)))
    length = math.ceil((read + (count - 1) * OVERLAP) / count)
    starts = [number * (read - length) // max(1, count - 1) for number in range(count)]
    return [(first, first + length) for first in starts]


def _file(folder: Path | None, name: str) -> bytes:
    if folder is None:
        return read_bytes(f"encoder/{name}")
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise InputError(f"no encoder here: {name} cannot be read", where=str(folder),
                         next_step="Give a folder that `python -m training.encoder` has written") from error


@functools.cache
def encoder(folder: Path | None = None, threads: int | None = None) -> Encoder:
    """The encoder of these, loaded once."""
    return Encoder(folder, threads)
