"""The pretrained weights made whole again."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from training.encoder.pretrained import whole


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-8, 7), min_size=64, max_size=64), st.sampled_from([0.5, 0.03125, 2.0]))
def test_blocks_give_back_the_weights_that_were_packed(values: list[int], scale: float) -> None:
    """Packed as Q4_0 packs them (scale, low half-bytes, high ones), weights come back in their order."""
    blocks = b"".join(np.float16(scale).tobytes() + bytes((low + 8) | (high + 8) << 4
                                                         for low, high in zip(part[:16], part[16:], strict=True))
                      for part in (values[:32], values[32:]))
    assert whole(np.frombuffer(blocks, np.uint8)).ravel().tolist() == [value * scale for value in values]
