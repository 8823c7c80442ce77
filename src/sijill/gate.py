"""The gate: how likely an article is about armed conflict at all, before time is spent on coding it.

Two logistic regressions over hashed words, one for short texts and one for long ones, fitted on articles with an
open licence (training/gate.py).
"""

from __future__ import annotations

import array
import functools
import math
import sys
from dataclasses import dataclass, field

from sijill import resources
from sijill.arabic.hashing import word_hashes
from sijill.errors import DataError

WEIGHTS, SETTINGS = "gate.bin", "gate.toml"


@dataclass(frozen=True, slots=True)
class Head:
    """A fitted regression: weights by hashed word, and its calibration."""

    weights: tuple[float, ...] = field(repr=False)
    slope: float
    bias: float

    def chance(self, found: set[int]) -> float:
        """The calibrated probability of a text with these hashed words, at least one."""
        score = sum(map(self.weights.__getitem__, found)) / math.sqrt(len(found))
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.slope * score + self.bias))))


@dataclass(frozen=True, slots=True)
class Gate:
    """A fitted gate: how many words it reads, and below how many different ones a text is short.

    `threshold` is the probability at which it lets an article pass unless another is asked for: fitted to
    keep 98 % of the articles on conflict that are like those it learned from.
    """

    short: Head
    long: Head
    words: int
    few: int
    threshold: float

    def __call__(self, text: str, title: str | None = None) -> float | None:
        """The calibrated probability (0 to 1) that an article is about armed conflict; None without Arabic words."""
        if title and not text.startswith(title):
            text = f"{title}\n{text}"
        mask = len(self.long.weights) - 1
        found = {number & mask for number in word_hashes(text, self.words)}
        if not found:
            return None
        return (self.short if len(found) < self.few else self.long).chance(found)


@functools.cache
def load_gate() -> Gate:
    """The gate that ships; DataError if its files do not fit each other."""
    settings = resources.toml(SETTINGS)
    numbers = array.array("h", resources.read_bytes(WEIGHTS))
    if sys.byteorder == "big":
        numbers.byteswap()
    size = 1 << settings["bits"]
    if len(numbers) != 2 * size:
        raise DataError("the gate's weights and settings do not fit each other", where=WEIGHTS,
                        next_step="Install sijill again")
    short, long = (
        Head(tuple(number * settings[name]["unit"] for number in part), settings[name]["slope"], settings[name]["bias"])
        for name, part in (("short", numbers[:size]), ("long", numbers[size:])))
    return Gate(short, long, settings["words"], settings["few"], settings["threshold"])
