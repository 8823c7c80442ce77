"""Whether what was read from a page is right: its title, its day, its body."""

from __future__ import annotations

import re
from collections import Counter

from benchmarks.acquire.pages import SavedPage

SPARE = 0.05
"""Share of words in a right body that may be of something else (a caption and a table are not counted)."""
DATELINE = 3
"""Words before a short report that may be its dateline."""

_WORD = re.compile(r"\w+")


def flat(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def body_fault(page: SavedPage, text: str) -> str | None:
    """What is wrong with a body: a paragraph missing or out of order, or too much beside it; None if right."""
    read, at = flat(text), 0
    for number, paragraph in enumerate(page.paragraphs, start=1):
        found = read.find(flat(paragraph), at)
        if found < 0:
            return f"paragraph {number} missing or broken"
        at = found + len(flat(paragraph))
    extra = Counter(_WORD.findall(read))
    for part in (*page.paragraphs, *page.optional):
        extra.subtract(_WORD.findall(part))
    more = sum(n for n in extra.values() if n > 0)
    whole = sum(len(_WORD.findall(p)) for p in page.paragraphs)
    return f"{more} words too many" if more > max(SPARE * whole, DATELINE) else None
