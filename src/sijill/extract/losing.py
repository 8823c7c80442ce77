"""Losing: a taking told by its loser ("X lost control of P to Y"): who is named first has not taken, but lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.kinds import TAKING
from sijill.extract.lexicon import VERBS
from sijill.extract.taking_words import is_word
from sijill.extract.view import View

_REACH: Final = 5
_TO_TAKER: Final = 12

Sides = tuple[list[int], list[int]]


def parted_by_loss(
    view: View, trigger: Trigger, chosen: Sequence[int], lists: Mapping[int, tuple[int, ...]]
) -> Sides | None:
    """Who took and who lost, of the sides chosen for a taking that words of loss tell; None where none do so.

    The loser stands right behind the word of loss; the loss is in favour of who took.
    """
    word = _word_of_loss(view, trigger)
    if word is None:
        return None
    behind = view.actor_at[word + 1] if word + 1 < len(view.tokens) else -1
    if behind >= 0:
        losers = list(lists.get(behind, (behind,)))
    elif word == trigger.token or not chosen:
        return None
    else:
        losers = [chosen[0]]
    taker = _favoured(view, trigger.token)
    lost = {view.sides[i].id for i in losers}
    takers = chosen if taker is None else lists.get(taker, (taker,))
    return [i for i in takers if view.sides[i].id not in lost], losers


def _word_of_loss(view: View, trigger: Trigger) -> int | None:
    """The word of loss that a taking is, or is the object of, by its token."""
    at = trigger.token
    if trigger.sub_event_type not in TAKING:
        return None
    if is_word(view, at, "loses"):
        return at
    first = view.sentences[view.sentence_at[at]].first
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if is_word(view, i, "loses"):
            # before a verb it is the particle of the pluperfect, which folding spells like "lost"
            return i if trigger.form == "noun" or not _verb(view, at) else None
        if view.tokens[i].kind == "mark" or "preposition" in view.classes[i] or _verb(view, i):
            break
    return None


def _favoured(view: View, at: int) -> int | None:
    """The side that a loss told at a token is in favour of, by its number in the layer."""
    last = view.sentences[view.sentence_at[at]].last
    for i in range(at + 1, min(at + _TO_TAKER, last - 1)):
        if is_word(view, i, "in_favour"):
            return view.actor_at[i + 1] if view.actor_at[i + 1] >= 0 else None
        if _verb(view, i):
            break
    return None


def _verb(view: View, at: int) -> bool:
    hit = view.hits[at]
    return hit is not None and hit.form in VERBS
