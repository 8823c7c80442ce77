"""Pieces: the parts of words that the encoder knows, split as its language model did.

The split is the likeliest one under a unigram model (Kudo 2018, "Subword Regularization", section 3.2). The pieces and
their scores are those of multilingual-e5-small (XLM-R's vocabulary), cut to what Arabic text needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from sijill.resources import read_text

BEGIN, PAD, UNKNOWN = range(3)
"""The rows before the pieces: begin of text, padding, a character that no piece has."""
_MARK = "\u2581"
_TATWEEL = "\u0640"
_LONGEST_WORD = 40
_WORD = re.compile(r"\S+")


class Pieces:
    """Splits words; a word's pieces are rows of the embeddings."""

    first = UNKNOWN + 1
    """The row of the first piece."""

    def __init__(self, rows: Sequence[tuple[str, float]] | None = None) -> None:
        """`rows` are (piece, score) in the order of the embeddings; None: those of the package."""
        if rows is None:
            rows = read_pieces(read_text("encoder/pieces.tsv"))
        self._row = {piece: number for number, (piece, _) in enumerate(rows, start=self.first)}
        self._score = [0.0] * self.first + [score for _, score in rows]
        self._longest = max(map(len, self._row))
        self._nothing = min(self._score) - 10.0
        self._known: dict[str, tuple[int, ...]] = {}

    def of_text(self, text: str, spans: Sequence[tuple[int, int]] | None = None
                ) -> tuple[list[int], list[int], list[int]]:
        """(raw offset of each word, number of its first piece, all pieces) of raw half-open spans (None: of all)."""
        starts: list[int] = []
        firsts: list[int] = []
        pieces: list[int] = []
        for first, last in ((0, len(text)),) if spans is None else spans:
            for word in _WORD.finditer(text, first, last):
                starts.append(word.start())
                firsts.append(len(pieces))
                pieces += self.of_word(_plain(word.group())[:_LONGEST_WORD])
        return starts, firsts, pieces

    def of_word(self, word: str) -> Sequence[int]:
        """The likeliest split of one word; a character without a piece is UNKNOWN."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 50_000:
                self._known.clear()
            found = self._known[word] = self._split(_MARK + word)
        return found

    def _split(self, text: str) -> tuple[int, ...]:
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        back: list[tuple[int, int]] = [(UNKNOWN, 0)] * (size + 1)
        for begin in range(size):
            for end in range(begin + 1, min(size, begin + self._longest) + 1):
                row = self._row.get(text[begin:end])
                if row is not None and best[begin] + self._score[row] > best[end]:
                    best[end], back[end] = best[begin] + self._score[row], (row, begin)
            if best[begin] + self._nothing > best[begin + 1]:
                best[begin + 1], back[begin + 1] = best[begin] + self._nothing, (UNKNOWN, begin)
        out: list[int] = []
        while size:
            row, size = back[size]
            out.append(row)
        return tuple(reversed(out))


def read_pieces(text: str) -> list[tuple[str, float]]:
    """The pieces and scores of a pieces.tsv."""
    return [(piece, float(score)) for piece, score in (line.split("\t") for line in text.splitlines()[1:])]


def _plain(word: str) -> str:
    return "".join(c for c in word if c != _TATWEEL and not unicodedata.combining(c))
