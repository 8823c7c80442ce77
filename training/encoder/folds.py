"""Thirds of the articles, by their names: weights fitted without one can read it as new."""

from __future__ import annotations

import json
import pathlib
import zlib


def third(doc_id: str) -> int:
    """Which third of the articles one is in: 0, 1 or 2."""
    return zlib.crc32(doc_id.encode()) % 3


def left_out(folder: pathlib.Path) -> int:
    """Which third the weights in a folder have not seen; ValueError where they have seen all."""
    third_left = json.loads((folder / "fit.json").read_text(encoding="utf-8"))["left_out"]
    if third_left is None:
        raise ValueError(f"{folder}: these weights have seen every article: fit some with --leave-out")
    return int(third_left)
