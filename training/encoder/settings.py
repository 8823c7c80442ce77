"""How the encoder is fitted."""

from __future__ import annotations

from dataclasses import dataclass

EPOCHS = 2
"""Of the further pretraining (`training.encoder.further`)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fit. `rate` is the learning rate of the layers, `heads` times it that of the heads; `room` is the most
    pieces in a batch, padding counted; `frozen` the number of lowest layers that stay as they were."""

    seed: int = 1
    epochs: int = 4
    rate: float = 8e-5
    heads: float = 15.0
    room: int = 1920
    frozen: int = 0
