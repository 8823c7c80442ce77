"""The filter over days."""

import numpy as np

from sijill.territory.filter import Chances, Prior, Rates, Steps, smooth

CHANCES = Chances(Rates(0.001, 0.001, 0.02), {"change": Rates(0.1, 0.2, 0.4), "fight": Rates(0.05, 0.01, 0.05)})
PRIOR = Prior(np.array([[0.6, 0.4]]), np.array([[0.5, 0.5]]), 0.1)


def test_a_step_of_many_days_is_as_many_steps_of_one() -> None:
    """Days without claims change no answer, whether they are steps or not."""
    few = Steps(np.array([0, 30]), {"change": np.zeros((1, 2)), "fight": np.zeros((1, 2))})
    many = Steps(np.arange(31), {"change": np.zeros((1, 31)), "fight": np.zeros((1, 31))})
    short, long = np.zeros((1, 2, 3)), np.zeros((1, 31, 3))
    short[0, 1, 1] = long[0, 30, 1] = 2.0
    for one, other in zip(smooth(short, few, PRIOR, CHANCES), smooth(long, many, PRIOR, CHANCES), strict=True):
        np.testing.assert_allclose(one[:, [0, 1]], other[:, [0, 30]], atol=1e-9)
        np.testing.assert_allclose(one.sum(axis=2), 1)
