"""What words say was exposed to a deed: of "P was exposed to shelling" the place struck is P."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import FOR
from sijill.documents import Trigger
from sijill.extract.lexicon import VERBS
from sijill.extract.taking_words import is_word
from sijill.extract.view import View

_TO_DEED: Final = 40
# how far before a place "from" or "to" may stand
_LED: Final = 2


def place_exposed(view: View, trigger: Trigger) -> int | None:
    """The first place between "was exposed" and the "to" of a deed, by its number; None where no such words stand.

    It is neither where the exposed came from nor where they went, and of a side that was exposed it is no place where
    the deed has its own behind it (so of 32 of 35 in the training articles).
    """
    hit = view.hits[trigger.token]
    if hit is None or hit.particles[-1:] != FOR:
        return None
    sentence = view.sentences[view.sentence_at[trigger.token]]
    place, side = -1, False
    for at in range(trigger.token - 1, max(sentence.first, trigger.token - _TO_DEED) - 1, -1):
        if "exposed" in view.classes[at]:
            elsewhere = side and any(view.place_at[i] >= 0 for i in range(trigger.token + 1, sentence.last))
            place = place if place >= 0 or side else _right_before(view, at, sentence.first)
            return None if place < 0 or elsewhere else place
        hit = view.hits[at]
        if hit is not None and hit.form in VERBS:
            return None
        if view.place_at[at] >= 0:
            place = place if _on_the_way(view, view.place_at[at]) else view.place_at[at]
        elif view.actor_at[at] >= 0:
            side = True
    return None


def _right_before(view: View, at: int, first: int) -> int:
    """The place right before "was exposed" or "that was exposed" (15 of 17 in the training articles), or -1."""
    at -= 2 if at > first and "relative" in view.classes[at - 1] else 1
    return view.place_at[at] if at >= first else -1


def _on_the_way(view: View, number: int) -> bool:
    """Whether "from" or "to" leads to a place."""
    first = view.places[number].first
    return any(is_word(view, at, "way_to") or "from" in view.classes[at] for at in range(max(0, first - _LED), first))
