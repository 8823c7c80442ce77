"""Thirds of the articles, by their names: weights fitted without one can read it as new."""

from __future__ import annotations

import zlib


def third(doc_id: str) -> int:
    """Which third of the articles one is in: 0, 1 or 2."""
    return zlib.crc32(doc_id.encode()) % 3
