"""Who leaves a place after a strike, or under one, did not strike: "A withdrew under heavy raids"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.said.between import Told
from sijill.extract.tables.lexicon import VERBS, event_types, is_of

_STRIKES: Final = "Explosions/Remote violence"
_FLIGHT: Final = "Displacement"


def driven_out(view: View, trigger: Trigger, before: Sequence[Told], numbers: Sequence[int]) -> set[int]:
    """Those of some mentions who are of a side that left after, or under, what a noun tells: 0 of 8 in training struck.

    No verb stands between the word that says so and the noun.
    """
    if trigger.form in VERBS or event_types()[trigger.sub_event_type] != _STRIKES:
        return set()
    first = view.sentences[view.sentence_at[trigger.token]].first
    led = trigger.token - 1
    while led > first and not is_word(view, led, "after_or_under"):
        if is_verb(view, led):
            return set()
        led -= 1
    gone = {view.sides[i].id for told in before if first <= told.trigger.token < led and _leaves(told.trigger)
            for i in told.actor1}
    return {n for n in numbers if n >= 0 and view.sides[n].id in gone}


def _leaves(trigger: Trigger) -> bool:
    return is_of(trigger.lemma, "leaving") or trigger.sub_event_type == _FLIGHT
