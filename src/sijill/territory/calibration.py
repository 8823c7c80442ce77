"""Calibration: the probability of the likeliest state, made what it was worth on places whose truth is known.

Claims copy one another more than the filter believes, and sources err together; two numbers for each mode, learned
from truth tables, lift low probabilities and flatten high ones. The likeliest state stays the likeliest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Calibration:
    """The log odds of the likeliest state become `lift` (at least 0) and `slope` (0 to 1) times what they were."""

    lift: float = 0.0
    slope: float = 1.0

    def of(self, probability: float) -> float:
        """What a probability of the likeliest state is worth."""
        inside = min(max(probability, _LEAST), 1 - _LEAST)
        odds = self.lift + self.slope * math.log(inside / (1 - inside))
        return 1 / (1 + math.exp(-odds))

    def named(self, probability: Mapping[str, float]) -> dict[str, float]:
        """The probabilities of all states, those of the others in their proportions."""
        best = max(probability, key=lambda state: probability[state])
        rest = sum(p for state, p in probability.items() if state != best)
        if self == Calibration() or rest <= 0:
            return dict(probability)
        now = self.of(probability[best] / (probability[best] + rest))
        return {state: now if state == best else p * (1 - now) / rest for state, p in probability.items()}

    def grid(self, values: Floats) -> Floats:
        """The probabilities of all states along the last axis."""
        import numpy as np

        if self == Calibration():
            return values
        best = values.argmax(axis=-1)[..., None]
        old = np.clip(np.take_along_axis(values, best, -1), _LEAST, 1 - _LEAST)
        now = 1 / (1 + np.exp(-(self.lift + self.slope * np.log(old / (1 - old)))))
        out = values * ((1 - now) / (1 - old))
        np.put_along_axis(out, best, now, -1)
        total: Floats = out / out.sum(axis=-1, keepdims=True)
        return total
