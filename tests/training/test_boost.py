"""Gradient boosting of small trees."""

from __future__ import annotations

import json

import numpy as np
from training.boost import Settings, boost
from training.store import written

ROWS = np.random.default_rng(1).random((600, 3))
BOTH = (ROWS[:, 0] > 0.5) ^ (ROWS[:, 1] > 0.5)


def test_trees_learn_what_two_facts_say_only_together() -> None:
    """Neither of two facts tells anything alone; trees of two levels tell right from wrong by both."""
    found = boost(ROWS, BOTH, Settings(trees=60, depth=2, rate=0.3, rows=0.8, facts=1.0))
    told = np.array([found.logit(row) > 0 for row in ROWS.tolist()])
    assert (told == BOTH).mean() > 0.95
    single = boost(ROWS, BOTH, Settings(trees=60, depth=1, rate=0.3, rows=0.8, facts=1.0))
    assert (np.array([single.logit(row) > 0 for row in ROWS.tolist()]) == BOTH).mean() < 0.75


def test_equal_rows_give_equal_trees() -> None:
    """Fitting twice gives the same trees, another seed others."""
    first, second, other = (boost(ROWS, BOTH, Settings(trees=5, seed=seed)).trees for seed in (0, 0, 1))
    assert first == second != other


def test_a_leaf_has_enough_rows() -> None:
    """Where no cut leaves enough rows on both sides there is no cut."""
    found = boost(ROWS, BOTH, Settings(trees=3, least=301, rows=1.0))
    assert not any(isinstance(tree, tuple) for tree in found.trees)


def test_trees_are_written_as_they_are_read() -> None:
    """The text of trees is JSON of the same base and trees."""
    found = boost(ROWS, BOTH, Settings(trees=4))
    given = json.loads(written("one", ("a", "b"), found))["one"]
    assert given["facts"] == ["a", "b"]
    assert given["base"] == found.base
    assert given["trees"] == json.loads(json.dumps(found.trees))
