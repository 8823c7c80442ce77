"""What words say was exposed to a deed: of "P was exposed to shelling" the place struck is P."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import FOR
from sijill.documents import Trigger
from sijill.extract.lexicon import VERBS
from sijill.extract.view import View

_TO_DEED: Final = 40


def place_exposed(view: View, trigger: Trigger) -> int | None:
    """The first place between "was exposed" and the "to" of a deed, by its number; None where no such words stand."""
    hit = view.hits[trigger.token]
    if hit is None or hit.particles[-1:] != FOR:
        return None
    first = view.sentences[view.sentence_at[trigger.token]].first
    place = None
    for at in range(trigger.token - 1, max(first, trigger.token - _TO_DEED) - 1, -1):
        if "exposed" in view.classes[at]:
            return place
        hit = view.hits[at]
        if hit is not None and hit.form in VERBS:
            return None
        if view.place_at[at] >= 0:
            place = view.place_at[at]
    return None
