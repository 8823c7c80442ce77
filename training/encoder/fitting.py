"""The fit, over batches of windows of like length."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from sijill.extract.roles.roles import PARTS
from training.encoder.descent import Descent
from training.encoder.network import Heads, Layers
from training.encoder.pretrained import Pretrained
from training.encoder.settings import Settings
from training.encoder.windows import Window

_HEADS_SEED = 0
"""Every seed starts from the same heads: the seed is of order and dropout, and fitted weights can be averaged."""
DROPPED = 0.1
_PARTS_WEIGHT = 0.5
_LOOSE = 40


class Network(nn.Module):
    """The layers and the heads over them."""

    def __init__(self, source: Pretrained, rows: Sequence[int], kinds: int, frozen: int) -> None:
        super().__init__()
        self.layers = Layers(source, rows, frozen)
        torch.manual_seed(_HEADS_SEED)
        self.heads = Heads(source.shape.width, kinds, len(PARTS))


def fit(network: Network, windows: Sequence[Window], settings: Settings, tell: Callable[[str], None]) -> list[float]:
    """Fit a network in place; the mean loss of each epoch. `tell` hears of the progress."""
    begun = time.monotonic()
    kinds = network.heads.kind.out_features
    right = Counter(word.right for window in windows for word in window.words)
    counts = torch.tensor([right[kind] + 1.0 for kind in range(kinds)])
    network.heads.start_at(counts / counts.sum())
    torch.manual_seed(settings.seed)
    order = random.Random(settings.seed)
    given = _below(network, windows, settings.room)
    tell(f"{len(windows)} windows, {sum(map(len, given))} pieces; frozen layers read in "
         f"{time.monotonic() - begun:.0f} s")
    fitted = [p for p in network.layers.parameters() if p.requires_grad]
    epochs = [batches(windows, settings.room, order) for _ in range(settings.epochs)]
    steps, done, means = sum(map(len, epochs)), 0, []
    descent = Descent([(fitted, settings.rate), (list(network.heads.parameters()), settings.rate * settings.heads)],
                      steps)
    network.train()
    for number, epoch in enumerate(epochs, start=1):
        total = 0.0
        for at, batch in enumerate(epoch, start=1):
            done += 1
            total += descent.step(_loss(network, [windows[i] for i in batch], [given[i] for i in batch]))
            if done % 25 == 0:
                tell(f"epoch {number}, step {done} of {steps}, {time.monotonic() - begun:.0f} s, "
                     f"loss {total / at:.3f}")
        means.append(round(total / len(epoch), 4))
    network.eval()
    return means


def batches(windows: Sequence[Window], room: int, order: random.Random) -> list[list[int]]:
    """Numbers of windows in batches of like length, in random order; every window is in one batch."""
    lengths = {n: len(window.pieces) + order.uniform(0, _LOOSE) for n, window in enumerate(windows)}
    out: list[list[int]] = [[]]
    longest = 0
    for number in sorted(lengths, key=lengths.__getitem__):
        longest = max(longest, len(windows[number].pieces))
        if out[-1] and longest * (len(out[-1]) + 1) > room:
            out.append([])
            longest = len(windows[number].pieces)
        out[-1].append(number)
    order.shuffle(out)
    return out


def _below(network: Network, windows: Sequence[Window], room: int) -> list[Tensor]:
    network.eval()
    out: list[Tensor] = [torch.empty(0)] * len(windows)
    for batch in batches(windows, 2 * room, random.Random(0)):
        for number, vectors in zip(batch, network.layers.below([windows[i] for i in batch]), strict=True):
            # a copy, since a slice would keep its batch's padding
            out[number] = vectors.clone()
    return out


def _loss(network: Network, windows: Sequence[Window], given: Sequence[Tensor]) -> Tensor:
    vectors = network.layers.above(given, DROPPED)
    words = network.heads.words_loss(vectors, windows, DROPPED)
    parts = network.heads.parts_loss(vectors, windows, DROPPED)
    zero = torch.zeros(())
    # a window without targets of one kind still counts for the other
    return (words if words is not None else zero) + _PARTS_WEIGHT * (parts if parts is not None else zero)
