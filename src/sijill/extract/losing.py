"""Losing: a taking told by its loser ("X lost control of P to Y"), in which who is named first has not taken."""

from __future__ import annotations

from typing import Final

from sijill.documents import Trigger
from sijill.extract.kinds import TAKING
from sijill.extract.lexicon import VERBS
from sijill.extract.taking_words import is_word
from sijill.extract.view import View

_REACH: Final = 5


def told_by_loser(view: View, trigger: Trigger) -> bool:
    """Whether a word of a taking says loss, or is what a verb of loss has as its object."""
    if trigger.sub_event_type not in TAKING:
        return False
    at = trigger.token
    if is_word(view, at, "loses"):
        return True
    first = view.sentences[view.sentence_at[at]].first
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if is_word(view, i, "loses"):
            # before a verb it is the particle of the pluperfect, which folding spells like "lost"
            return trigger.form == "noun" or not _verb(view, at)
        if view.tokens[i].kind == "mark" or "preposition" in view.classes[i] or _verb(view, i):
            return False
    return False


def _verb(view: View, at: int) -> bool:
    hit = view.hits[at]
    return hit is not None and hit.form in VERBS
