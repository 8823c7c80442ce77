"""Thirds of the articles, by their names: weights fitted without one can read it as new."""

from __future__ import annotations

import json
import pathlib
import zlib
from collections.abc import Sequence

from training.written import NAMED


def third(doc_id: str) -> int:
    """Which third of the articles one is in: 0, 1 or 2; a report that we wrote ourselves is in none (-1)."""
    return -1 if doc_id.startswith(NAMED) else zlib.crc32(doc_id.encode()) % 3


def by_third(folders: Sequence[pathlib.Path]) -> dict[int, pathlib.Path]:
    """Folders of weights by the third that each lacks; ValueError where one lacks none, or two lack the same."""
    out: dict[int, pathlib.Path] = {}
    for folder in folders:
        lacks = json.loads((folder / "fit.json").read_text(encoding="utf-8")).get("left_out")
        if lacks is None:
            raise ValueError(f"{folder}: these weights have seen every article: fit some with --leave-out")
        if lacks in out:
            raise ValueError(f"{folder} and {out[lacks]} have not seen the same third: give one of them")
        out[lacks] = folder
    return out
