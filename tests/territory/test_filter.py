"""The filter over days."""

import itertools

import numpy as np
import pytest

from sijill.territory.filter import Chances, Prior, Rates, Steps, smooth

CHANCES = Chances(Rates(0.001, 0.001, 0.02), {"change": Rates(0.1, 0.2, 0.4), "fight": Rates(0.05, 0.01, 0.05)})
PRIOR = Prior(np.array([[[0.6, 0.4]]]), np.array([[0.5, 0.5]]), 0.1)


def turns(count: int, change: tuple[int, ...] = ()) -> dict[str, np.ndarray]:
    out = {kind: np.zeros((1, count)) for kind in ("change", "fight")}
    out["change"][0, list(change)] = 1.0
    return out


def test_a_step_of_many_days_is_as_many_steps_of_one() -> None:
    """Days without claims change no answer, whether they are steps or not."""
    few, many = Steps(np.array([0, 30]), turns(2)), Steps(np.arange(31), turns(31))
    short, long = np.zeros((1, 2, 3)), np.zeros((1, 31, 3))
    short[0, 1, 1] = long[0, 30, 1] = 2.0
    for one, other in zip(smooth(short, few, PRIOR, CHANCES), smooth(long, many, PRIOR, CHANCES), strict=True):
        np.testing.assert_allclose(one[:, [0, 1]], other[:, [0, 30]], atol=1e-9)
        np.testing.assert_allclose(one.sum(axis=2), 1)


def transition(gap: int, change: bool, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The same chances as a matrix: era, calm days, turn."""
    keeps = np.minimum(1, after / before)
    gains = np.maximum(after - before, 0)
    gains = gains / gains.sum() if gains.sum() else gains
    era = np.eye(3)
    for n in range(2):
        era[n, :2] = (1 - keeps[n]) * gains
        era[n, n] += keeps[n]
    day = np.zeros((3, 3))
    for n in range(2):
        day[n, :2] = CHANCES.calm.passes * after
        day[n, n] += 1 - CHANCES.calm.opens - CHANCES.calm.passes
        day[n, 2] = CHANCES.calm.opens
    day[2, :2], day[2, 2] = CHANCES.calm.settles * after, 1 - CHANCES.calm.settles
    made = era @ np.linalg.matrix_power(day, gap)
    if change:
        rates, turn = CHANCES.turns["change"], np.zeros((3, 3))
        for n in range(2):
            turn[n, :2] = rates.passes * PRIOR.comes[0]
            turn[n, n] += 1 - rates.opens - rates.passes
            turn[n, 2] = rates.opens
        turn[2, :2], turn[2, 2] = rates.settles * PRIOR.comes[0], 1 - rates.settles
        made = made @ turn
    return made


@pytest.mark.parametrize("seed", range(3))
def test_smoothing_is_the_sum_over_all_paths(seed: int) -> None:
    """Forwards and backwards give what adding up every path of states gives, eras and turns included."""
    random = np.random.default_rng(seed)
    days, eras = np.array([0, 4, 9, 30]), [0, 0, 1, 1]
    shares = np.array([[[0.6, 0.4], [0.2, 0.8]]])
    scores = random.normal(size=(1, 4, 3))
    steps = Steps(days, turns(4, (2,)))
    mats = [transition(int(days[n + 1] - days[n]), n + 1 == 2, shares[0, eras[n]], shares[0, eras[n + 1]])
            for n in range(3)]
    start = np.array([0.54, 0.36, 0.1])
    whole, known = np.zeros((4, 3)), np.zeros(3)
    for path in itertools.product(range(3), repeat=4):
        weight = start[path[0]] * np.exp(sum(scores[0, n, s] for n, s in enumerate(path)))
        weight *= np.prod([mats[n][path[n], path[n + 1]] for n in range(3)])
        for n, s in enumerate(path):
            whole[n, s] += weight
    for path in itertools.product(range(3), repeat=2):
        known[path[1]] += start[path[0]] * mats[0][path[0], path[1]] * np.exp(
            sum(scores[0, n, s] for n, s in enumerate(path)))
    filtered, smoothed = smooth(scores, steps, Prior(shares, PRIOR.comes, 0.1, eras), CHANCES)
    np.testing.assert_allclose(smoothed[0], whole / whole.sum(axis=1, keepdims=True), atol=1e-9)
    np.testing.assert_allclose(filtered[0, 1], known / known.sum(), atol=1e-9)


def test_shares_that_change_carry_a_place_along() -> None:
    """Where nothing is claimed the answer is the era's shares; a holder whose share does not fall keeps its places."""
    shares = np.array([[[0.6, 0.4], [0.1, 0.9]]])
    still = Chances(Rates(0.0, 0.0, 0.0), CHANCES.turns)
    steps = Steps(np.array([0, 1]), turns(2))
    quiet, _ = smooth(np.zeros((1, 2, 3)), steps, Prior(shares, PRIOR.comes, 0.1, [0, 1]), still)
    np.testing.assert_allclose(quiet[0, 1], [0.09, 0.81, 0.1])
    sure = np.zeros((1, 2, 3))
    for holder, kept in ((0, 1 / 6), (1, 1.0)):
        sure[0, 0] = -60
        sure[0, 0, holder] = 0
        found, _ = smooth(sure, steps, Prior(shares, PRIOR.comes, 0.1, [0, 1]), still)
        np.testing.assert_allclose(found[0, 1, holder], kept, atol=1e-9)


def test_before_its_first_claim_a_place_waits() -> None:
    """Days before the first claim do not settle a place that nobody has told of."""
    scores = np.zeros((1, 2, 3))
    steps = Steps(np.array([0, 900]), turns(2))
    waits, _ = smooth(scores, Steps(steps.days, steps.turns, np.array([1])), PRIOR, CHANCES)
    goes, _ = smooth(scores, steps, PRIOR, CHANCES)
    assert waits[0, 1, 2] == pytest.approx(0.1) and goes[0, 1, 2] < 0.06


def test_a_turn_lets_a_place_change_hands() -> None:
    """The same claim moves a place farther on a day of which a change is told."""
    scores = np.zeros((1, 2, 3))
    scores[0, 0, 0], scores[0, 1, 1] = 4.0, 2.0
    calm, turned = (smooth(scores, Steps(np.array([0, 1]), turns(2, change)), PRIOR, CHANCES)[0][0, 1, 1]
                    for change in ((), (1,)))
    assert turned > 2 * calm
