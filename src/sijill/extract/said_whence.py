"""Whence fire came: of "shelling from areas that A holds" A has done it."""

from __future__ import annotations

from typing import Final

from sijill.documents import Trigger
from sijill.extract.taking_words import is_word
from sijill.extract.view import View

_SHELLING: Final = "Shelling/artillery/missile attack"
# tokens from a word for shelling to "from", and over the words for areas that are held
_TO_FROM: Final = 4
_OVER_AREAS: Final = 6
_QUOTE: Final = '"'


def fired_from(view: View, trigger: Trigger) -> int | None:
    """The side from whose areas or posts fire comes that a noun tells, by its mention; None where none is said.

    Where no other side stands between ("A's shelling from areas of B").
    """
    if trigger.form != "noun" or trigger.sub_event_type != _SHELLING:
        return None
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_FROM, last)):
        if view.actor_at[at] >= 0:
            return None
        if "from" in view.classes[at] or is_word(view, at, "whence"):
            return _holder(view, at + 1, min(at + _OVER_AREAS, last))
    return None


def _holder(view: View, at: int, stop: int) -> int | None:
    """The side that words for areas lead on to."""
    first = at
    while at < stop and view.actor_at[at] < 0 and (
            is_word(view, at, "held_areas") or at > first and view.tokens[at].norm == _QUOTE):
        at += 1
    return view.actor_at[at] if first < at < stop and view.actor_at[at] >= 0 else None
