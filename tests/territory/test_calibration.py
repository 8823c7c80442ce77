"""Calibration of the likeliest state's probability."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.territory.calibration import Calibration

NUMBERS = st.builds(Calibration, st.floats(0, 2), st.floats(0.2, 1))


@given(NUMBERS, st.lists(st.floats(0.01, 1), min_size=2, max_size=6))
def test_the_likeliest_stays_the_likeliest_and_the_sum_is_one(worth: Calibration, raw: list[float]) -> None:
    """Calibration changes no answer, keeps the others' proportions, and says the same of names and of arrays."""
    values = np.array(raw) / sum(raw)
    named = worth.named({str(n): float(p) for n, p in enumerate(values)})
    assert sum(named.values()) == pytest.approx(1)
    best = str(int(values.argmax()))
    assert named[best] >= max(named.values()) - 1e-9
    np.testing.assert_allclose(worth.grid(values), list(named.values()), atol=1e-5)
    others = [(named[str(n)], p) for n, p in enumerate(values) if str(n) != best]
    assert np.ptp([a / b for a, b in others]) == pytest.approx(0, abs=1e-6)


def test_low_ones_are_lifted_and_high_ones_flattened() -> None:
    """With a lift and a slope below one, doubt is less doubtful and certainty less certain; without them nothing is."""
    worth = Calibration(0.7, 0.5)
    assert worth.of(0.3) > 0.45 and worth.of(0.99) < 0.97
    assert Calibration().of(0.3) == pytest.approx(0.3)
    assert Calibration().named({"a": 0.3, "b": 0.7}) == {"a": 0.3, "b": 0.7}
    assert worth.of(0.4) < worth.of(0.5) < worth.of(0.9)
