"""What two words beside each other tell once: an attack and its foiling, a verb and the deed that is its object."""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Event
from sijill.extract.lexicon import VERBS
from sijill.extract.said_foiled import foils
from sijill.extract.view import View

_CLASH: Final = "Armed clash"
# tokens from a verb to the verbal noun that is its object
_TO_OBJECT: Final = 5


def told_once(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those that a word beside them tells too, in the order of the text.

    Of "A fought off an attack" the attack stays; of "A launched a salvo", where both words tell an event of one type,
    doer and place, the surer one.
    """
    foiling = {foils(view, e.trigger) for e in events}
    kept = [e for e in events if e.trigger.token not in foiling or e.sub_event_type != _CLASH]
    again = {min(pair, key=lambda e: e.trigger.score).event_id
             for pair in zip(kept, kept[1:], strict=False) if _is_object(view, *pair)}
    return tuple([e for e in kept if e.event_id not in again])


def _is_object(view: View, verb: Event, noun: Event) -> bool:
    """Whether the second event is told by a verbal noun right behind the verb that tells the first."""
    first, last = verb.trigger.token, noun.trigger.token
    if verb.sub_event_type != noun.sub_event_type or verb.trigger.form not in VERBS or noun.trigger.form != "noun":
        return False
    if not 0 < last - first <= _TO_OBJECT or any(view.tokens[at].norm in BREAKS for at in range(first, last)):
        return False
    return ([a.id for a in verb.actor1], [p.name for p in verb.places]) == (
        [a.id for a in noun.actor1], [p.name for p in noun.places])
