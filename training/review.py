"""Weights of the review: which drafted events stand.

Drafts of an article are made with trigger weights fitted on the other articles, as the coder meets new ones.
"""

from __future__ import annotations

import random

from sijill.extract.events import draft
from sijill.extract.review import Drafts
from training import triggers
from training.gold import overlaps
from training.logit import Option, fit
from training.views import Example

FOLDS = 4
NOT_STANDING: list[str] = []


def choices(data: list[Example], folds: int = FOLDS, seed: int = 3) -> list[list[Option]]:
    """For each draft two options, that it stands and that it does not; the one its gold says is right."""
    order = list(range(len(data)))
    random.Random(seed).shuffle(order)
    told = [triggers.choices([example]) for example in data]
    out: list[list[Option]] = []
    for fold in range(folds):
        inside = order[fold::folds]
        held = set(inside)
        values = triggers.fitted([c for i in order if i not in held for c in told[i]])
        for i in inside:
            example = data[i]
            drafts = draft(example.view, values)
            described = Drafts(example.view, drafts)
            for number, event in enumerate(drafts):
                stands = any(overlaps(event.trigger.start, event.trigger.end, e["trigger"])
                             for e in example.gold["events"])
                out.append([(NOT_STANDING, not stands), (described.features(number), stands)])
    return out


def weights(data: list[Example]) -> dict[str, float]:
    """Fitted weights."""
    return fit(choices(data), penalty=60.0, least=5)
