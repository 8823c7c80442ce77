"""The scorer: sums of weights, and shares that add up to one."""

import math

from sijill.extract.choice import probabilities, score, weights


def test_unknown_features_weigh_nothing() -> None:
    """A feature without a weight changes no score."""
    assert score({"a": 1.5, "b": -0.5}, ["a", "b", "c"]) == 1.0


def test_shares_add_up() -> None:
    """The shares of the options of a choice add up to one, in the order of their scores."""
    shares = probabilities([2.0, 1.0, -700.0])
    assert math.isclose(sum(shares), 1.0)
    assert shares[0] > shares[1] > shares[2] >= 0.0
    assert probabilities([]) == []


def test_every_choice_has_weights() -> None:
    """The package ships weights for every choice that the coder makes."""
    for choice in ("reference", "trigger", "actor1", "actor2", "place", "factuality"):
        assert weights(choice)
