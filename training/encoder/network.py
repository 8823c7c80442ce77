"""The network that is fitted: the pretrained layers over the kept pieces, and the heads (`sijill.encoder.reading`)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from sijill.encoder.pieces import PAD
from sijill.encoder.reading import NOBODY, step_of
from training.encoder.pretrained import Pretrained, Shape
from training.encoder.windows import Window

INSIDE = 192
"""Width of the pair head for each part."""
_DISTANCES = NOBODY + 1
_LOW = -1e4


class Layer(nn.Module):
    """One layer of the encoder (norms after the sums), from the pretrained weights."""

    def __init__(self, source: Pretrained, number: int) -> None:
        super().__init__()
        shape = source.shape
        self.heads = shape.heads
        self.query, self.key, self.value, self.out, self.up = (
            _linear(source, f"l{number}.{name}", shape.width) for name in ("q", "k", "v", "ao", "fi"))
        self.down = _linear(source, f"l{number}.fo", shape.inner)
        self.norm1, self.norm2 = (norm(source, f"l{number}.{name}") for name in ("aln", "oln"))

    def forward(self, x: Tensor, mask: Tensor, dropped: float) -> Tensor:
        """x (B, T, H); mask (B, 1, T), 0 where a piece stands; dropped: the share of values that dropout takes."""
        q, k, v = (self._split(part(x)) for part in (self.query, self.key, self.value))
        # twice as fast on a CPU as torch's own attention, whose way back is slow for narrow heads
        with torch.autocast("cpu", enabled=False):
            shares = (torch.bmm(q * q.shape[-1] ** -0.5, k.transpose(1, 2)) + mask).softmax(-1)
            seen = torch.bmm(shares, v)
        seen = seen.view(len(x), self.heads, x.shape[1], -1).transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + F.dropout(self.out(seen), dropped, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), dropped, self.training))

    def _split(self, x: Tensor) -> Tensor:
        """(B, T, H) as (B * heads, T, H / heads)."""
        rows, length, width = x.shape
        x = x.view(rows, length, self.heads, width // self.heads).transpose(1, 2)
        return x.reshape(rows * self.heads, length, -1)


class Layers(nn.Module):
    """Embeddings of the kept rows and the layers over them; the embeddings and the lowest layers stay as they were.

    What the lowest layers give does not change while the others are fitted: `below` reckons it once.
    """

    def __init__(self, source: Pretrained, rows: Sequence[int], frozen: int) -> None:
        super().__init__()
        self.shape: Shape = source.shape
        self.frozen = frozen
        width = self.shape.width
        kept = torch.tensor(source.matrix("emb.word", width)[[source.begin, source.pad, source.unknown, *rows]])
        self.embeddings = nn.Parameter(kept, requires_grad=False)
        self.positions = nn.Parameter(torch.tensor(source.vector("emb.pos").reshape(-1, width)
                                                   + source.vector("emb.type")[:width]), requires_grad=False)
        self.norm = norm(source, "emb.ln").requires_grad_(False)
        self.layers = nn.ModuleList(Layer(source, n) for n in range(self.shape.layers))
        for layer in self.layers[:frozen]:
            layer.requires_grad_(False)

    def below(self, windows: Sequence[Window]) -> list[Tensor]:
        """What the frozen layers make of each window: (pieces, H), in bfloat16."""
        length = max(len(w.pieces) for w in windows)
        rows = torch.full((len(windows), length), PAD)
        for number, window in enumerate(windows):
            rows[number, : len(window.pieces)] = torch.tensor(window.pieces)
        with torch.no_grad(), half():
            x = self.norm(self.embeddings[rows] + self.positions[:length])
            mask = self._mask([len(w.pieces) for w in windows])
            for layer in self.layers[: self.frozen]:
                x = layer(x, mask, 0.0)
        return [v[: len(w.pieces)].bfloat16() for v, w in zip(x, windows, strict=True)]

    def above(self, given: Sequence[Tensor], dropped: float) -> Tensor:
        """Vectors (B, T, H) of windows from what `below` has made of them."""
        mask = self._mask([len(x) for x in given])
        x = nn.utils.rnn.pad_sequence(list(given), batch_first=True).float()
        with half():
            for layer in self.layers[self.frozen :]:
                x = layer(x, mask, dropped)
        return x.float()

    def _mask(self, lengths: Sequence[int]) -> Tensor:
        at = torch.arange(max(lengths))
        mask = torch.zeros(len(lengths), 1, len(at)).masked_fill(at >= torch.tensor(lengths)[:, None, None], _LOW)
        return mask.bfloat16().repeat_interleave(self.shape.heads, dim=0)


class Heads(nn.Module):
    """The heads over the vectors: the type of a word, and the part of a mention beside a trigger."""

    def __init__(self, width: int, kinds: int, parts: int) -> None:
        super().__init__()
        self.parts = parts
        self.kind = nn.Linear(width, kinds)
        self.ask = nn.Linear(width, INSIDE * parts)
        self.answer = nn.Linear(width, INSIDE * parts, bias=False)
        self.distance = nn.Embedding(_DISTANCES, INSIDE * parts)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.nobody = nn.Parameter(torch.zeros(INSIDE * parts))
        self.weigh = nn.Parameter(torch.randn(parts, INSIDE) * 0.05)
        self.empty = nn.Parameter(torch.zeros(parts))

    def start_at(self, priors: Tensor) -> None:
        """Start the types at how often each is right: from an even start the fit collapses."""
        with torch.no_grad():
            self.kind.weight.mul_(0.1)
            self.kind.bias.copy_(priors.log())

    def words_loss(self, vectors: Tensor, windows: Sequence[Window], dropped: float) -> Tensor | None:
        """The weighed mean of the candidates' cross-entropy among the kinds that each may have."""
        told = [(row, w, window.weight) for row, window in enumerate(windows) for w in window.words]
        if not told:
            return None
        found = vectors[[row for row, _, _ in told], [w.place for _, w, _ in told]]
        logits = self.kind(F.dropout(found, dropped, self.training))
        barred = torch.ones(logits.shape, dtype=torch.bool)
        for row, (_, word, _) in enumerate(told):
            barred[row, list(word.kinds)] = False
        weights = torch.tensor([weight for _, _, weight in told])
        right = torch.tensor([w.right for _, w, _ in told])
        losses = F.cross_entropy(logits.masked_fill(barred, _LOW), right, reduction="none")
        return (losses * weights).sum() / weights.sum()

    def parts_loss(self, vectors: Tensor, windows: Sequence[Window], dropped: float) -> Tensor | None:
        """The mean over parts of minus the logarithm of the probability that the right mentions have together."""
        told = [(row, p) for row, window in enumerate(windows) for p in window.parts]
        if not told:
            return None
        # one row for each answer: nobody, then each mention
        sizes = [len(p.right) for _, p in told]
        at, triggers, numbers, places, steps, right = [], [], [], [], [], []
        for row, part in told:
            for place in (None, *part.mentions):
                at.append(row)
                triggers.append(part.trigger)
                numbers.append(part.number)
                places.append(0 if place is None else place)
                steps.append(NOBODY if place is None else step_of(place - part.trigger))
            right += part.right
        nobody = torch.tensor([s == NOBODY for s in steps])
        number = torch.tensor(numbers)
        asked = self.ask(F.dropout(vectors[at, triggers], dropped, self.training))
        given = self.answer(F.dropout(vectors[at, places], dropped, self.training))
        given = torch.where(nobody[:, None], self.nobody[None], given)
        inside = torch.tanh(asked + given + self.distance(torch.tensor(steps))).view(len(at), self.parts, INSIDE)
        logits = (inside[torch.arange(len(at)), number] * self.weigh[number]).sum(-1) + nobody * self.empty[number]
        wide = nn.utils.rnn.pad_sequence(list(logits.split(sizes)), batch_first=True, padding_value=-1e9)
        good = nn.utils.rnn.pad_sequence(list(torch.tensor(right).split(sizes)), batch_first=True)
        return (wide.logsumexp(-1) - wide.masked_fill(~good, -1e9).logsumexp(-1)).mean()


def half() -> torch.autocast:
    """Half precision where torch says that the processor has AMX: elsewhere float32 is faster (by 1 to 1.6 times, also
    where a processor reckons in bfloat16)."""
    told = getattr(torch.cpu, "get_capabilities", dict)()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(told.get("amx_bf16", False)))


def norm(source: Pretrained, name: str) -> nn.LayerNorm:
    """A norm with its pretrained gain and bias."""
    out = nn.LayerNorm(source.shape.width, eps=source.shape.epsilon)
    out.weight.data = torch.tensor(source.vector(f"{name}.w"))
    out.bias.data = torch.tensor(source.vector(f"{name}.b"))
    return out


def _linear(source: Pretrained, name: str, columns: int) -> nn.Linear:
    weight = torch.tensor(source.matrix(f"{name}.w", columns))
    out = nn.Linear(columns, len(weight))
    out.weight.data = weight
    out.bias.data = torch.tensor(source.vector(f"{name}.b"))
    return out
