"""Who foils an attack: of "A foiled B's attempt", "A fought off an attack" A is whom it was aimed at, and no doer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.said_between import is_verb
from sijill.extract.taking_words import is_word
from sijill.extract.view import View

_CLASH: Final = "Armed clash"
_ATTACKS: Final = (_CLASH, "Air/drone strike", "Shelling/artillery/missile attack")
# tokens from the attack back to the word for foiling, and from there back to who foils
_TO_FOILS: Final = 8
_TO_FOILER: Final = 8


def foiler(view: View, trigger: Trigger) -> int | None:
    """The mention of who foils the attack that a verbal noun tells; None where nobody does, or nobody says who."""
    foils = _foils(view, trigger)
    if foils is None:
        return None
    first = view.sentences[view.sentence_at[trigger.token]].first
    behind = view.actor_at[foils + 1]
    if behind >= 0:
        return behind
    for at in range(foils - 1, max(first - 1, foils - _TO_FOILER), -1):
        if view.tokens[at].norm in BREAKS:
            return None
        number = view.actor_at[at]
        if number >= 0:
            return number if view.actors[number].kind != "people" else None
    return None


def told_once(view: View, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """The triggers without words for foiling an attack that another one of them tells, as fighting of its own."""
    foiling = {_foils(view, trigger) for trigger in triggers if trigger.sub_event_type == _CLASH}
    return tuple([t for t in triggers if t.token not in foiling or t.sub_event_type != _CLASH])


def _foils(view: View, trigger: Trigger) -> int | None:
    """The word for foiling before an attack, with no other verb and no break between."""
    if trigger.form != "noun" or trigger.sub_event_type not in _ATTACKS:
        return None
    first = max(view.sentences[view.sentence_at[trigger.token]].first, trigger.token - _TO_FOILS)
    for before in range(trigger.token - 1, first - 1, -1):
        if is_word(view, before, "foils"):
            return before
        if is_verb(view, before) or view.tokens[before].norm in BREAKS:
            return None
    return None
