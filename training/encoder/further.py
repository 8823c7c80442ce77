"""Further pretraining on open news (Gururangan et al. 2020, "Don't Stop Pretraining", section 3).

Words are hidden, and told from the words around them (Devlin et al. 2019, section 3.1; whole words, as its authors'
later releases hide them). The rows of the embeddings, which stay as they were, are also what the answer is chosen from.
"""

from __future__ import annotations

import pathlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from sijill.encoder.network import WINDOW
from sijill.encoder.pieces import BEGIN, UNKNOWN, Pieces
from training.encoder.descent import Descent
from training.encoder.fitting import DROPPED, batches
from training.encoder.network import Layers, half
from training.encoder.settings import Settings
from training.encoder.windows import Window
from training.gate import is_open, rows

_TIMES = {True: 2, False: 1}
"""How often an epoch has the news on armed conflict, and that on anything else."""
_RATE, _HEAD_RATE = 1e-4, 1e-3
_HIDDEN, _AS_UNKNOWN, _AS_ANOTHER = 0.2, 0.8, 0.1
_LEAST = 30
_NOT_ASKED = -100
_SHARPNESS = 8.0
_FILE = "layers.npz"
_EMBEDDINGS = "embeddings"

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of running text: its pieces, and the number of the word that each is of (0: the mark of begin)."""

    window: Window
    words: Numbers


def open_texts(shared: pathlib.Path) -> Iterator[tuple[int, str]]:
    """(times an epoch, text) of the articles of data/news whose licence is open; none of the dev gold."""
    return ((_TIMES[conflict], row["text"]) for row, conflict in rows(shared / "data" / "news") if is_open(row))


def passages(text: str, pieces: Pieces) -> list[Passage]:
    """A text in windows without overlap; what is shorter than 30 pieces is left out."""
    _, firsts, numbers = pieces.of_text(text)
    begins = np.zeros(len(numbers), np.int64)
    begins[firsts] = 1
    out = []
    for first in range(0, len(numbers), WINDOW):
        part = numbers[first : first + WINDOW]
        if len(part) >= _LEAST:
            words = np.concatenate([[0], np.cumsum(begins[first : first + WINDOW])])
            out.append(Passage(Window([BEGIN, *part], 1.0), words))
    return out


def hide(passage: Passage, rows: int, chance: np.random.Generator) -> tuple[Numbers, Numbers]:
    """The pieces with a fifth of the words hidden, and what was hidden (-100 where nothing was).

    Of the hidden words 8 in 10 are rows of UNKNOWN, one is pieces at random, one stands as it was.
    """
    shown = np.array(passage.window.pieces)
    hidden = (chance.random(passage.words[-1] + 1) < _HIDDEN)[passage.words]
    hidden[0] = False
    asked = np.where(hidden, shown, _NOT_ASKED)
    dice = chance.random(passage.words[-1] + 1)[passage.words]
    shown[hidden & (dice < _AS_UNKNOWN)] = UNKNOWN
    others = hidden & (dice >= 1 - _AS_ANOTHER)
    shown[others] = chance.integers(Pieces.first, rows, others.sum())
    return shown, asked


def pretrain(layers: Layers, texts: Sequence[Passage], epochs: int, tell: Callable[[str], None]) -> float:
    """Fit the layers in place to tell hidden words; the mean loss of the last 50 steps, in nats a piece."""
    begun = time.monotonic()
    torch.manual_seed(0)
    order, chance = random.Random(0), np.random.default_rng(0)
    head = Told(layers)
    fitted = [p for p in layers.parameters() if p.requires_grad]
    windows = [t.window for t in texts]
    plan = [batch for _ in range(epochs) for batch in batches(windows, Settings().room, order)]
    descent = Descent([(fitted, _RATE), (list(head.parameters()), _HEAD_RATE)], len(plan))
    losses: list[float] = []
    layers.train()
    for done, batch in enumerate(plan, start=1):
        pairs = [hide(texts[i], len(layers.embeddings), chance) for i in batch]
        shown = [Window(pieces.tolist(), 1.0) for pieces, _ in pairs]
        asked = nn.utils.rnn.pad_sequence([torch.tensor(a) for _, a in pairs], True, _NOT_ASKED)
        losses.append(descent.step(head(layers.above(layers.below(shown), DROPPED), asked)))
        if done % 25 == 0:
            tell(f"step {done} of {len(plan)}, {time.monotonic() - begun:.0f} s, loss {np.mean(losses[-50:]):.3f}")
    layers.eval()
    return round(float(np.mean(losses[-50:])), 4)


class Told(nn.Module):
    """The head that tells hidden pieces: a layer, a norm, and the rows of the embeddings."""

    def __init__(self, layers: Layers) -> None:
        super().__init__()
        width = layers.shape.width
        self._rows = layers.embeddings.detach()
        self.turn, self.norm = nn.Linear(width, width), nn.LayerNorm(width)
        nn.init.eye_(self.turn.weight)
        with torch.no_grad():
            # logits of some three units to begin with, whatever the rows' length
            self.norm.weight.fill_(0.3 / float(self._rows.norm(dim=1).mean()))
        self.often, self.sharp = nn.Parameter(torch.zeros(len(self._rows))), nn.Parameter(torch.tensor(1.0))

    def forward(self, vectors: Tensor, asked: Tensor) -> Tensor:
        """The mean cross-entropy of the pieces that are asked for; vectors (B, T, H), asked (B, T)."""
        found = vectors[asked != _NOT_ASKED]
        with half():
            logits = self.norm(F.gelu(self.turn(found))) @ self._rows.T * self.sharp * _SHARPNESS + self.often
        return F.cross_entropy(logits.float(), asked[asked != _NOT_ASKED])


def save_layers(layers: Layers, folder: pathlib.Path) -> None:
    """Keep the layers for `python -m training.encoder --from`; not the embeddings, which stay as they were."""
    arrays: dict[str, Any] = {name: values.detach().float().numpy() for name, values in layers.state_dict().items()
                              if name != _EMBEDDINGS}
    np.savez(folder / _FILE, **arrays)


def load_layers(layers: Layers, folder: pathlib.Path) -> None:
    """Put kept layers in the place of the pretrained ones, whatever the vocabulary is cut to."""
    with np.load(folder / _FILE) as kept:
        state = {name: torch.tensor(kept[name]) for name in kept.files}
    layers.load_state_dict(state | {_EMBEDDINGS: layers.embeddings})
