"""Ousting: the place that a side is driven out of, which is where it happens and what changes hands."""

from __future__ import annotations

from sijill.extract.kinds import REGAINS
from sijill.extract.view import View

_CLASH = "Armed clash"
_TO_FROM, _TO_PLACE = 9, 5


def place_left(view: View, at: int) -> int | None:
    """The place of "drove X out of P", by its number in the layer; None where the word says no such thing."""
    if "ousting" not in view.classes[at]:
        return None
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_FROM, last)):
        if "from" in view.classes[here]:
            ahead = range(here + 1, min(here + 1 + _TO_PLACE, last))
            stop = next((i for i in ahead if view.actor_at[i] >= 0 or view.place_at[i] >= 0), None)
            return view.place_at[stop] if stop is not None and view.place_at[stop] >= 0 else None
        hit = view.hits[here]
        if hit is not None and hit.form in ("perfect", "imperfect"):
            return None
    return None


def outcome(view: View, at: int, kind: str) -> str:
    """The type of what a trigger tells: who is beaten out of a place has lost it, and no mere clash is told."""
    return REGAINS if kind == _CLASH and place_left(view, at) is not None else kind
