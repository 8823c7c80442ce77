"""The pieces that are kept: those of Arabic text, and the others that the training articles have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sijill.encoder.pieces import Pieces

# Arabic letters; one or two digits of any of the three kinds; one mark
_OURS = re.compile("[\u0621-\u064a]|^\u2581?(?:[0-9]{1,2}|[\u0660-\u0669]{1,2}|[\u06f0-\u06f9]{1,2}"
                   "|[!-~\u00ab\u00bb\u201c\u201d\u060c\u061b\u061f\u2026\u2013\u2014])$")
_LEAST = 2


def cut(pieces: Sequence[tuple[str, float]], texts: Iterable[str], special: frozenset[int]) -> list[int]:
    """The rows of a vocabulary of (piece, score) that are kept, rising.

    Kept are pieces with an Arabic letter, short numbers, marks, and what occurs at least twice in the texts. Left out
    are `special` rows and pieces that a line of a table cannot hold.
    """
    usable = [row for row, (piece, _) in enumerate(pieces) if row not in special and _fits(piece)]
    split = Pieces([pieces[row] for row in usable])
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(split.of_text(text)[2])
    first = split.first
    return [row for number, row in enumerate(usable, start=first)
            if seen[number] >= _LEAST or _OURS.search(pieces[row][0])]


def _fits(piece: str) -> bool:
    return bool(piece) and not piece.startswith("#") and "\t" not in piece and len(piece.splitlines()) == 1
