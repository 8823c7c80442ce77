"""The weights of the rules, fitted from annotated articles."""

from __future__ import annotations

from tests.training.test_targets import example
from training import factuality, reference, review, roles, triggers


def test_every_choice_can_be_fitted() -> None:
    """Each choice finds what describes its answers in annotated articles, and gives weights to it."""
    data = [example()] * 6
    documents = [(one.view.document, one.gold) for one in data]
    for found in (triggers.weights(data), *roles.weights(data).values(), factuality.weights(data),
                  review.weights(data), reference.fit(documents)):
        assert all(isinstance(name, str) for name in found)
    assert triggers.weights(data) and roles.weights(data)["actor1"] and review.weights(data)
