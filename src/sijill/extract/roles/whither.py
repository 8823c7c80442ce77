"""Where who withdraws or flees goes to: of "A withdrew to P" P is not what A left, nor where others fight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.inflection import HIS
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import VERBS, is_of
from sijill.extract.tables.place_words import look_up

_TRANSFER: Final = "Non-violent transfer of territory"
# how many words may stand between fleeing and "to"
_TO_AIM: Final = 6
# how many words of kind may stand between "to" and the name of where somebody goes
_TO_NAME: Final = 3
# the words behind its name at which "in" is no longer said of it
_TO_WITHIN: Final = 2
# a pronoun that may stand for a place
_IT: Final = (HIS[0], "ها")


def but_whither(view: View, trigger: Trigger, spots: Sequence[int]) -> list[int]:
    """Some places without those to which somebody withdraws or flees: 2 of 30 in the gold were the event's.

    Who withdraws to the edges of a town has left the town itself. Where somebody flees to may be the place of what is
    done to it behind ("fled to P, and A shelled it"), and of an event that has no other.
    """
    leaves = trigger.sub_event_type == _TRANSFER and is_of(trigger.lemma, "leaving")
    firsts = {i: view.places[i].first for i in spots}
    aims = [at for at in firsts.values() if leaves and _is_aim(view, trigger.token, at)]
    stay = [i for i in spots if not any(_lies_in(view, aim, firsts[i]) for aim in aims)]
    fled = [at for at in firsts.values() if _is_fled_to(view, at) and not _points_to(view, trigger, at)]
    return [i for i in stay if not any(_lies_in(view, aim, firsts[i]) for aim in fled)] or stay


def _points_to(view: View, trigger: Trigger, place: int) -> bool:
    """Whether a verb behind a place in its sentence has an object pronoun that may stand for it ("shelled it")."""
    hit = view.hits[trigger.token]
    if hit is None or not hit.pronoun or trigger.form not in VERBS or trigger.token < place:
        return False
    return view.sentence_at[trigger.token] == view.sentence_at[place] and (
        view.tokens[trigger.token].norm.endswith(_IT))


def _lies_in(view: View, aim: int, place: int) -> bool:
    """Whether a place is the one that somebody goes to, or said of it right behind ("to P, the capital of Q").

    What else is told behind it is not said of it: "to P, leaving their houses in Q", "who fled to P, to Q".
    """
    if place < aim or view.sentence_at[aim] != view.sentence_at[place]:
        return False
    behind = view.places[view.place_at[aim]].last
    return not any("from" in view.classes[at] or view.hits[at] is not None or _is_other_aim(view, at)
                   or "within" in view.classes[at] and at >= behind + _TO_WITHIN for at in range(aim + 1, place))


def _is_other_aim(view: View, at: int) -> bool:
    """Whether "to" stands at a token without "and": what it leads to is no second aim of the same deed."""
    return is_word(view, at, "toward") and not view.tokens[at].norm.startswith(tuple(CONJUNCTIONS))


def _is_fled_to(view: View, place: int) -> bool:
    """Whether "to" and a word for fleeing stand before a place, and nothing else that is done between them."""
    first = view.sentences[view.sentence_at[place]].first
    to = _preposition(view, first, place)
    if to is None:
        return False
    for at in range(to - 1, max(first, to - _TO_AIM) - 1, -1):
        if is_word(view, at, "runs_away"):
            return True
        if view.hits[at] is not None or is_verb(view, at) or _is_other_aim(view, at):
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
