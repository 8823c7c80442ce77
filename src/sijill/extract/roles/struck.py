"""Whom a strike, a bomb or an attack hit by the words behind it: what "struck A", was "near A" or on A's things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.roles.dead_before import SUFFERED
from sijill.extract.tables.lexicon import event_types
from sijill.extract.tables.place_words import has_class
from sijill.extract.tables.registry import registry

_CLASH: Final = "Armed clash"
_ONE_ON_ANOTHER: Final = "agent_patient"
_SUICIDE: Final = "Suicide bomb"
_NAMED: Final = ("name", "composed")
_GOVERNMENT: Final = "_GOV"
_PEOPLE: Final = "CIVILIANS"
_ARMED: Final = ("state", "foreign", "rebel")
# tokens from a deed to whom it struck
_TO_STRUCK: Final = 9
# tokens from "belonging to" to the owner
_TO_OWNER: Final = 2
# tokens from a word for holding to who holds, and from there back to "from"
_TO_HOLDER: Final = 3
# what leads on to who did it: "that A launched", "at the hands of A"
_LEADS_ON: Final = frozenset(("light", "at_hands"))


def struck(view: View, trigger: Trigger) -> list[int]:
    """The side named first behind a noun for a strike, where it is what "struck A", or was "near A", "inside A's".

    Not where a place is what it struck, where its own word leads on ("that A launched", "from A", "struck with it A").
    """
    attack = trigger.sub_event_type == _CLASH and trigger.frame == _ONE_ON_ANOTHER
    if trigger.form != "noun" or not (attack or event_types()[trigger.sub_event_type] in SUFFERED):
        return []
    led, known = False, registry()
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_STRUCK, last)):
        form = view.tokens[at].key
        if view.actor_at[at] >= 0:
            behind = view.actors[view.actor_at[at]].last
            with_it = behind < last and known.is_link("in_it", view.tokens[behind].key)
            # "struck a number of A" counts A's, "struck P from A" is A's doing
            counted = at in view.counted or at - 1 in view.counted
            by_it = "from" in view.classes[at - 1] and not counted
            return [view.actor_at[at]] if led and not with_it and not by_it else []
        hit = known.is_link("struck", form)
        if not hit and is_verb(view, at) or view.classes[at] & _LEADS_ON or (
                view.tokens[at].norm in BREAKS or view.place_at[at] >= 0 or known.is_link("in_it", form)):
            return []
        # an attack near a post of A may be A's
        led = led or hit or not attack and has_class(view.tokens[at].norm, "before")
    return []


def owned(view: View, number: int) -> bool:
    """Whether "belonging to" stands right before a mention: what is told there is its thing, or of its men."""
    first = view.actors[number].first
    begin = view.sentences[view.sentence_at[first]].first
    return any(registry().is_link("tied", view.tokens[at].key) for at in range(max(begin, first - _TO_OWNER), first))


def owners_of_hit(view: View, trigger: Trigger) -> list[int]:
    """The side named first behind a noun for a strike, where something "belonging to" it is told: that was hit.

    In the gold 24 were hit, and none did it but who drove a bomb; whose rocket it was may have fired it.
    """
    if trigger.form != "noun" or trigger.sub_event_type == _SUICIDE or (
            event_types()[trigger.sub_event_type] not in SUFFERED):
        return []
    last, fired = view.sentences[view.sentence_at[trigger.token]].last, False
    for at in range(trigger.token + 1, min(trigger.token + _TO_STRUCK, last)):
        if view.actor_at[at] >= 0:
            number = view.actor_at[at]
            return [number] if owned(view, number) and not fired else []
        if is_verb(view, at):
            return []
        # of "a rocket on a car belonging to A" the car is A's
        fired = is_word(view, at, "projectile") or fired and "preposition" not in view.classes[at]
    return []


def holders_of_hit(view: View, trigger: Trigger) -> list[int]:
    """The sides that a sentence says hold a place, of a strike or a bomb: it is more often they whom it hit.

    Of 11 chosen in the gold 10 had not done it; not where the fire comes from what they hold, or it is near there.
    """
    if event_types()[trigger.sub_event_type] != SUFFERED[0]:
        return []
    sentence = view.sentences[view.sentence_at[trigger.token]]
    return [i for i in dict.fromkeys(view.actor_at[sentence.first : sentence.last]) if i >= 0 and _holds(
        view, view.actors[i].first, sentence.first)]


def _holds(view: View, at: int, first: int) -> bool:
    """Whether words of holding lead right on to a token ("under the control of", "that are held by")."""
    word = next((i for i in range(at - 1, max(first, at - _TO_HOLDER) - 1, -1) if "holds" in view.classes[i] or is_word(
        view, i, "control") or is_word(view, i, "stronghold")), None)
    return word is not None and not any("from" in view.classes[i] or is_word(view, i, "whence")
                   for i in range(max(first, word - _TO_HOLDER), word))


def armed_target(view: View, trigger: Trigger, first: Sequence[int], second: Sequence[int]) -> list[int]:
    """The armed side, named, that a strike or an attack "struck", where only people were taken for whom it hit."""
    people = bool(second) and all(view.sides[i].id == _PEOPLE for i in second)
    target = next(iter(struck(view, trigger)), None) if people else None
    if target is None or target in first or view.actors[target].kind not in _NAMED:
        return []
    one, known = view.sides[target].id, registry()
    said = any(known.is_link("struck", view.tokens[at].key) for at in range(trigger.token, view.actors[target].first))
    doers = {view.sides[i].id for i in first}
    armed = side_kind(one) in _ARMED and not one.endswith(_GOVERNMENT)
    return [target] if said and armed and not any(known.allied(one, other) for other in doers) else []
