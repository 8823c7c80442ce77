"""Where who withdraws goes to: of "A withdrew to P" P is not what A left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import is_of
from sijill.extract.tables.place_words import look_up

_TRANSFER: Final = "Non-violent transfer of territory"
# how many words of kind may stand between "to" and the name of where somebody goes
_TO_NAME: Final = 3


def but_whither(view: View, trigger: Trigger, spots: Sequence[int]) -> list[int]:
    """Some places without those to which who leaves withdraws: 0 of 4 in the gold were the event's.

    Who withdraws to the edges of a town has left the town itself.
    """
    if trigger.sub_event_type != _TRANSFER or not is_of(trigger.lemma, "leaving"):
        return list(spots)
    aims = [view.places[i].first for i in spots if _is_aim(view, trigger.token, view.places[i].first)]
    return [i for i in spots if not any(_lies_in(view, aim, view.places[i].first) for aim in aims)]


def _lies_in(view: View, aim: int, place: int) -> bool:
    """Whether a place is the one that somebody goes to, or said of it right behind ("to P, the capital of Q")."""
    if place < aim or view.sentence_at[aim] != view.sentence_at[place]:
        return False
    return not any("from" in view.classes[at] or view.hits[at] is not None for at in range(aim + 1, place))


def _is_aim(view: View, at: int, place: int) -> bool:
    """Whether "to" stands before a place behind a token in its sentence, with no more than words of kind between."""
    if view.sentence_at[at] != view.sentence_at[place]:
        return False
    for here in range(place - 1, max(at, place - 1 - _TO_NAME), -1):
        if is_word(view, here, "toward"):
            return True
        word = look_up(view.tokens[here].norm)
        if word is None or word.kind is None or word.particles:
            return False
    return False
