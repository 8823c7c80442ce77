"""What the encoder says of what it has read of an article: how likely each type at a word, each mention in a part.

The encoder gives a vector for each word. Small heads turn them into logits: of a word as a trigger of each type, and
of a pair of words, trigger and mention, for each part. They were fitted together (docs/model-card.md).
"""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

NOBODY = 23
"""The row of `distance` that stands for leaving a part empty."""
_STEPS = (1, 3, 6, 10, 16, 25, 40, 70, 120)
_BEFORE = 11


@dataclass(frozen=True, slots=True)
class Heads:
    """The small layers over the encoder's vectors.

    types: names, NONE ("-") first; parts: names; kind (types, H) with kind_bias (types): trigger types;
    ask (parts * K, H), ask_bias, answer (parts * K, H), distance (24, parts * K), nobody (parts * K), weigh (parts, K),
    empty (parts): the pair of trigger and mention.
    """

    types: tuple[str, ...]
    parts: tuple[str, ...]
    kind: Vectors
    kind_bias: Vectors
    ask: Vectors
    ask_bias: Vectors
    answer: Vectors
    distance: Vectors
    nobody: Vectors
    weigh: Vectors
    empty: Vectors


class Reading:
    """The encoder's vectors of one article, and what the heads make of them.

    starts: raw offsets of the words read, rising; pieces: how many pieces stand before each; vectors: (words, H);
    spans: the stretches that were read, raw, half-open, rising. Of a word outside them nothing is said: 0 for every
    answer; a mention outside them has the mean of what the others have.
    """

    def __init__(self, heads: Heads, starts: Sequence[int], pieces: Sequence[int], vectors: Vectors,
                 spans: Sequence[tuple[int, int]]) -> None:
        self.heads = heads
        self.starts = starts
        self.pieces = pieces
        self.vectors = vectors
        self.spans = spans
        self._type_at = {name: number for number, name in enumerate(heads.types)}
        self._part_at = {name: number for number, name in enumerate(heads.parts)}
        self._asks: dict[int, Vectors] = {}
        self._answers: dict[int, Vectors] = {}

    def has_read(self, offset: int) -> bool:
        """Whether a raw offset is in what was read."""
        at = bisect_right(self.spans, offset, key=_first) - 1
        return at >= 0 and offset < self.spans[at][1]

    def word_at(self, offset: int) -> int:
        """The word that holds a raw offset, or the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def of_types(self, offset: int, kinds: Sequence[str]) -> list[float]:
        """Log-probabilities of the kinds (NONE may be one) for the word at a raw offset, summing to 1 over them."""
        import numpy as np

        if not self.has_read(offset):
            return [0.0] * len(kinds)
        heads = self.heads
        columns = [self._type_at.get(kind, -1) for kind in kinds]
        logits = heads.kind @ self.vectors[self.word_at(offset)] + heads.kind_bias
        # a type that no annotated article has is as likely as the least likely of those known
        least = float(logits.min())
        return _shares(np.array([logits[c] if c >= 0 else least for c in columns]))

    def of_part(self, part: str, trigger: int, mentions: Sequence[int]) -> list[float]:
        """Log-probabilities that nobody, or the mention at each raw offset, plays a part for the trigger's word."""
        import numpy as np

        if not self.has_read(trigger):
            return [0.0] * (len(mentions) + 1)
        told = [self.has_read(offset) for offset in mentions]
        heads = self.heads
        number = self._part_at[part]
        size = heads.weigh.shape[1]
        own = slice(number * size, (number + 1) * size)
        at = self.word_at(trigger)
        ask = self._ask(at)[own]
        rows = [ask + heads.nobody[own] + heads.distance[NOBODY][own]]
        for offset in itertools.compress(mentions, told):
            word = self.word_at(offset)
            step = step_of(self.pieces[word] - self.pieces[at])
            rows.append(ask + self._answer(word)[own] + heads.distance[step][own])
        logits = np.tanh(np.array(rows)) @ heads.weigh[number]
        logits[0] += heads.empty[number]
        nobody, *shares = _shares(logits)
        if len(shares) == len(mentions):
            return [nobody, *shares]
        mean, each = (nobody + sum(shares)) / (1 + len(shares)), iter(shares)
        return [nobody, *[next(each) if known else mean for known in told]]

    def _ask(self, word: int) -> Vectors:
        found = self._asks.get(word)
        if found is None:
            found = self._asks[word] = self.heads.ask @ self.vectors[word] + self.heads.ask_bias
        return found

    def _answer(self, word: int) -> Vectors:
        found = self._answers.get(word)
        if found is None:
            found = self._answers[word] = self.heads.answer @ self.vectors[word]
        return found


@functools.cache
def step_of(distance: int) -> int:
    """The row of `distance` for a mention so many pieces after (negative: before) a trigger."""
    if distance == 0:
        return 0
    return bisect_right(_STEPS, abs(distance)) + (_BEFORE if distance < 0 else 0)


def _first(span: tuple[int, int]) -> int:
    return span[0]


def _shares(logits: Vectors) -> list[float]:
    import numpy as np

    top = logits.max()
    return [float(v) for v in logits - (top + np.log(np.exp(logits - top).sum()))]
