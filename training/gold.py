"""Annotated articles, read for training: documents with their layers beside their gold events."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

from sijill.arabic.folding import fold
from sijill.documents import Document
from sijill.pipeline import read_document

Gold = dict[str, Any]


def articles(folder: str | pathlib.Path) -> Iterator[tuple[Document, Gold]]:
    """Each article of a folder of gold files, in the order of their names."""
    return read(json.loads(p.read_text(encoding="utf-8")) for p in sorted(pathlib.Path(folder).glob("*.json")))


def read(golds: Iterable[Gold]) -> Iterator[tuple[Document, Gold]]:
    """Each gold article with its document, layers and all."""
    for gold in golds:
        published = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
        yield (
            read_document(
                gold["text"],
                doc_id=gold["doc_id"],
                source=gold.get("source"),
                title=gold.get("title"),
                published=published,
            ),
            gold,
        )


def overlaps(start: int, end: int, other: Gold) -> bool:
    """Whether a span overlaps a gold span."""
    return start < other["end"] and other["start"] < end


_KINDS = frozenset(["مدينه", "حي", "بلده", "قريه", "منطقه", "محافظه", "ناحيه", "احياء", "حيي", "بلدتي"])


def plain(name: str) -> str:
    """A place name without article, marks, hamza forms and words for city, quarter, town."""
    words = [w for w in fold(name.translate(_QUOTES)).text.split() if w not in _KINDS]
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words)


_QUOTES = str.maketrans(dict.fromkeys("\"'«»“”()[]"))
