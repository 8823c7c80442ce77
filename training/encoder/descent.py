"""Steps of AdamW (Loshchilov and Hutter 2019), the learning rate rising and then falling."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

_WARM, _END = 0.06, 0.02
_LONGEST = 1.0


class Descent:
    """Steps over groups of (parameters, highest learning rate), as many as are planned."""

    def __init__(self, groups: Sequence[tuple[Sequence[nn.Parameter], float]], steps: int) -> None:
        self._rates, self._steps, self._done = [rate for _, rate in groups], steps, 0
        self._fitted = [parameter for parameters, _ in groups for parameter in parameters]
        self._optimizer = torch.optim.AdamW([{"params": list(parameters)} for parameters, _ in groups],
                                            weight_decay=0.01, fused=True)

    def step(self, loss: Tensor) -> float:
        """Follow a loss's gradient, at most 1 long, once; the loss."""
        self._done += 1
        share = min(1.0, self._done / (_WARM * self._steps)) * max(_END, 1 - self._done / self._steps)
        for group, rate in zip(self._optimizer.param_groups, self._rates, strict=True):
            group["lr"] = rate * share
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._fitted, _LONGEST)
        self._optimizer.step()
        return float(loss.detach())
