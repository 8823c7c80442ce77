"""Trees of the review: which drafted events stand.

Drafts of an article are made with trigger weights fitted on the other articles, as the coder meets new ones.
"""

from __future__ import annotations

import random

import numpy as np

from sijill.extract.choosing.trees import Forest
from sijill.extract.events.events import draft
from sijill.extract.events.review import Drafts
from sijill.extract.triggers.triggers import DRAFTED_READ
from training import triggers
from training.boost import boost
from training.gold import overlaps
from training.views import Example

FOLDS = 4


def choices(data: list[Example], folds: int = FOLDS, seed: int = 3) -> tuple[list[list[float]], list[bool]]:
    """The facts of each draft, and whether its gold has it as an event."""
    order = list(range(len(data)))
    random.Random(seed).shuffle(order)
    told = [triggers.choices([example]) for example in data]
    rows: dict[int, list[list[float]]] = {}
    right: dict[int, list[bool]] = {}
    for fold in range(folds):
        inside = order[fold::folds]
        held = set(inside)
        values = triggers.fitted([c for i in order if i not in held for c in told[i]])
        for i in inside:
            example = data[i]
            drafts = draft(example.view, values, DRAFTED_READ)
            described = Drafts(example.view, drafts)
            rows[i] = [described.facts(number) for number in range(len(drafts))]
            right[i] = [any(overlaps(event.trigger.start, event.trigger.end, e["trigger"])
                            for e in example.gold["events"]) for event in drafts]
    return [row for i in sorted(rows) for row in rows[i]], [one for i in sorted(right) for one in right[i]]


def trees(data: list[Example]) -> Forest:
    """Fitted trees."""
    rows, right = choices(data)
    return boost(np.array(rows, float), np.array(right, bool))
