"""Where who withdraws or flees goes to: of "A withdrew to P" P is not what A left, nor where others fight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import is_of
from sijill.extract.tables.place_words import look_up

_TRANSFER: Final = "Non-violent transfer of territory"
# how many words may stand between fleeing and "to"
_TO_AIM: Final = 6
# how many words of kind may stand between "to" and the name of where somebody goes
_TO_NAME: Final = 3


def but_whither(view: View, trigger: Trigger, spots: Sequence[int]) -> list[int]:
    """Some places without those to which somebody withdraws or flees: 2 of 30 in the gold were the event's.

    Who withdraws to the edges of a town has left the town itself.
    """
    leaves = trigger.sub_event_type == _TRANSFER and is_of(trigger.lemma, "leaving")
    firsts = [view.places[i].first for i in spots]
    aims = [at for at in firsts if _is_fled_to(view, at) or leaves and _is_aim(view, trigger.token, at)]
    return [i for i, at in zip(spots, firsts, strict=True) if not any(_lies_in(view, aim, at) for aim in aims)]


def _lies_in(view: View, aim: int, place: int) -> bool:
    """Whether a place is the one that somebody goes to, or said of it right behind ("to P, the capital of Q")."""
    if place < aim or view.sentence_at[aim] != view.sentence_at[place]:
        return False
    return not any("from" in view.classes[at] or view.hits[at] is not None for at in range(aim + 1, place))


def _is_fled_to(view: View, place: int) -> bool:
    """Whether "to" and a word for fleeing stand before a place, and nothing else that is done between them."""
    first = view.sentences[view.sentence_at[place]].first
    to = _preposition(view, first, place)
    if to is None:
        return False
    for at in range(to - 1, max(first, to - _TO_AIM) - 1, -1):
        if is_word(view, at, "runs_away"):
            return True
        if view.hits[at] is not None or is_verb(view, at):
            return False
    return False


def _is_aim(view: View, at: int, place: int) -> bool:
    """Whether "to" stands before a place behind a token in its sentence, with no more than words of kind between."""
    return view.sentence_at[at] == view.sentence_at[place] and _preposition(view, at + 1, place) is not None


def _preposition(view: View, first: int, place: int) -> int | None:
    """The token of "to" before a place, with no more than words of kind between."""
    for here in range(place - 1, max(first, place - _TO_NAME) - 1, -1):
        if is_word(view, here, "toward"):
            return here
        word = look_up(view.tokens[here].norm)
        if word is None or word.kind is None or word.particles:
            return None
    return None
