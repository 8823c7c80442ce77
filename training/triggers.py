"""Weights of the choice "is this word an event, and of which type"."""

from __future__ import annotations

from sijill.extract.choosing.choice import names
from sijill.extract.triggers.candidates import Candidate, propose
from sijill.extract.triggers.features import NONE, Features
from training.gold import overlaps
from training.logit import Option, fit
from training.views import Example


def label(example: Example, candidate: Candidate) -> str:
    """The gold type of a candidate, or NONE."""
    token = example.view.tokens[candidate.token]
    for event in example.gold["events"]:
        if overlaps(token.start, token.end, event["trigger"]):
            return str(event["sub_event_type"])
    return NONE


def choices(data: list[Example]) -> list[list[Option]]:
    """Each candidate's options, the gold one right; types that the lexicon cannot give are left out."""
    out: list[list[Option]] = []
    for example in data:
        found = propose(example.view)
        features = Features(example.view, found)
        for number, candidate in enumerate(found):
            options = features.options(number)
            right = label(example, candidate)
            if any(kind == right for kind, _ in options):
                out.append([(names(described), kind == right) for kind, described in options])
            features.told(candidate, right)
    return out


def fitted(told: list[list[Option]]) -> dict[str, float]:
    """Weights fitted on choices."""
    return fit(told, penalty=25.0, least=3)


def weights(data: list[Example]) -> dict[str, float]:
    """Fitted weights."""
    return fitted(choices(data))
