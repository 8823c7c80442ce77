"""The weights of the rules, fitted from annotated articles."""

from __future__ import annotations

from tests.training.test_targets import example

from sijill.extract.events.review import FACTS
from training import factuality, reference, review, roles, triggers


def test_every_choice_can_be_fitted() -> None:
    """Each choice finds what describes its answers in annotated articles, and gives weights to it."""
    data = [example()] * 6
    documents = [(one.view.document, one.gold) for one in data]
    for found in (triggers.weights(data), *roles.weights(data).values(), factuality.weights(data),
                  reference.fit(documents)):
        assert all(isinstance(name, str) for name in found)
    assert triggers.weights(data) and roles.weights(data)["actor1"]


def test_the_review_is_fitted_on_drafts_and_their_gold() -> None:
    """Each draft is a row of the review's facts, right where gold has its word as an event; trees are made of them."""
    data = [example()] * 6
    rows, right = review.choices(data, folds=3)
    assert {len(row) for row in rows} == {len(FACTS)} and len(rows) == len(right) and any(right)
    assert review.trees(data * 30).trees
