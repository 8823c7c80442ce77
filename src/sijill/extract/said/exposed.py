"""Where words say outright that a deed was done: of "P was exposed to shelling" and "A shelled P" the place is P."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import FOR
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.said.subjects import begins, past_day, place_behind
from sijill.extract.tables.lexicon import VERBS, VIOLENT, event_types

_TO_DEED: Final = 40
# how far before a place "from" or "to" may stand
_LED: Final = 2
_LAUNCHED: Final = "agent_weapon"
_DONE_TO_PLACES: Final = "agent_place"
_FIRED: Final = "Shelling/artillery/missile attack"
# tokens from a launch to whither, and from "at" to the place
_TO_AIM: Final = 18
_TO_LEAD: Final = 4


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
        if is_verb(view, at):
            return None
        if view.place_at[at] >= 0:
            place = place if _on_the_way(view, view.place_at[at]) else view.place_at[at]
        elif view.actor_at[at] >= 0:
            side = True
    return None


def place_aimed_at(view: View, trigger: Trigger) -> int | None:
    """The first place at which something is launched "from O at P", by its number: 16 of 17 times P, never O alone.

    None where the words do not say both whence and whither.
    """
    if trigger.frame != _LAUNCHED or trigger.sub_event_type != _FIRED:
        return None
    start, whence = trigger.token + 1, False
    last = min(trigger.token + _TO_AIM, view.sentences[view.sentence_at[trigger.token]].last)
    for at in range(start, last):
        number = view.place_at[at]
        if number < 0 or number == view.place_at[at - 1]:
            continue
        led = next((i for i in range(at - 1, max(start, at - _TO_LEAD) - 1, -1)
                    if "from" in view.classes[i] or is_word(view, i, "toward") or is_word(view, i, "on")), None)
        if led is None:
            continue
        if "from" in view.classes[led]:
            whence = True
        elif whence or _comes_from(view, at, last):
            return number
    return None


def place_of_verb(view: View, trigger: Trigger) -> int | None:
    """The place right behind the subject of a verb of violence ("A shelled P"): so 20 of 21 times, by its number.

    When it was may stand between.
    """
    hit, subject = view.hits[trigger.token], begins(view, trigger.token + 1)
    if trigger.frame != _DONE_TO_PLACES or event_types()[trigger.sub_event_type] not in VIOLENT:
        return None
    if trigger.form not in VERBS or hit is None or hit.pronoun or subject is None:
        return None
    return place_behind(view, past_day(view, view.actors[subject].last))


def _comes_from(view: View, at: int, last: int) -> bool:
    """Whether "from" leads to a place behind a token."""
    return any("from" in view.classes[i - 1] and view.place_at[i] >= 0 for i in range(at + 2, last))


def _right_before(view: View, at: int, first: int) -> int:
    """The place right before "was exposed" or "that was exposed" (15 of 17 in the training articles), or -1."""
    at -= 2 if "relative" in view.classes[at - 1] else 1
    return view.place_at[at] if at >= first else -1


def _on_the_way(view: View, number: int) -> bool:
    """Whether "from" or "to" leads to a place."""
    first = view.places[number].first
    return any(is_word(view, at, "toward") or "from" in view.classes[at] for at in range(max(0, first - _LED), first))
