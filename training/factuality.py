"""Weights of the choice among asserted, denied, planned and uncertain."""

from __future__ import annotations

from sijill.extract.triggers.factuality import LABELS, features
from training.logit import Option, fit
from training.views import Example, gold_triggers


def choices(data: list[Example]) -> list[list[Option]]:
    """Each gold event's labels."""
    out: list[list[Option]] = []
    for example in data:
        for trigger, event in gold_triggers(example):
            found = features(example.view, trigger)
            out.append([([f"{f}@{one}" for f in found], one == event["factuality"]) for one in LABELS])
    return out


def weights(data: list[Example]) -> dict[str, float]:
    """Fitted weights."""
    return fit(choices(data), penalty=1.0, least=2)
