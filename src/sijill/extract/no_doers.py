"""Who cannot have done a deed: those told dead in it or struck by it, and who only organised a demonstration then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.lexicon import event_types
from sijill.extract.registry import registry
from sijill.extract.said_between import MUTUAL, SHARED, is_verb
from sijill.extract.sides import side_kind
from sijill.extract.view import View

_VICTIM: Final = "victim"
# an armed group beside a crowd may as well be whose demonstration it is
_FORCES: Final = ("state", "foreign")
_SUFFERED: Final = ("Explosions/Remote violence", "Violence against civilians")
_DEMONSTRATED: Final = ("Protests", "Riots")
# types of protests that tell of what others did to the crowd
_PUT_DOWN: Final = ("Excessive force against protesters", "Protest with intervention")
# tokens from a toll to the deed in which it was suffered
_TO_DEED: Final = 6
# tokens from a deed to whom it struck
_TO_STRUCK: Final = 9
_IN: Final = ("في", "ب")


def no_doers(view: View, trigger: Trigger, organisers: frozenset[int]) -> set[int]:
    """The mentions of sides that did not do what a trigger tells, given who organised something."""
    dead = {view.sides[i].id for i in (*_dead(view, trigger), *_struck(view, trigger))}
    gathered = organisers if organisers and not _gathers(trigger) else frozenset()
    if not dead and not gathered:
        return set()
    sentence = view.sentences[view.sentence_at[trigger.token]]
    here = set(view.actor_at[sentence.first : sentence.last])
    return {i for i in here if i >= 0 and (i in gathered or view.sides[i].id in dead)}


def organisers(view: View) -> frozenset[int]:
    """Who organised, or called to, what a clause tells of ("a demonstration that A organised")."""
    known = registry()
    out: set[int] = set()
    for i, mention in enumerate(view.actors):
        at = mention.first - 1
        if at < 0 or view.sentence_at[at] != view.sentence_at[mention.first]:
            continue
        form = view.tokens[at].key
        if known.is_link("organised", form) or known.is_link("to_it", form) and at and known.is_link(
                "invites", view.tokens[at - 1].key):
            out.add(i)
    return frozenset(out)


def _gathers(trigger: Trigger) -> bool:
    """Whether an event is one that sides organise: a demonstration, talks or a deal."""
    kind = trigger.sub_event_type
    return kind in SHARED or kind not in _PUT_DOWN and event_types()[kind] in _DEMONSTRATED


def put_down(view: View, trigger: Trigger, crowd: bool, others: Sequence[int]) -> list[int] | None:
    """Who put a crowd down that stands as the doer of what was done to it; None where it is the doer.

    A demonstration and clashes are the crowd's own; "the dispersal of A" and "shots at A" are not A's.
    """
    hit = view.hits[trigger.token]
    if not crowd or trigger.sub_event_type not in _PUT_DOWN or trigger.frame == MUTUAL or hit is None or any(
            event_types()[one] in _DEMONSTRATED and one not in _PUT_DOWN for lemma in hit.lemmas
            for one in lemma.types):
        return None
    return [i for i in others if side_kind(view.sides[i].id) in _FORCES]


def _dead(view: View, trigger: Trigger) -> list[int]:
    """The sides of a toll right before "in" or "by" a strike or attack: "three soldiers of A were killed in a raid"."""
    if trigger.frame == _VICTIM or event_types()[trigger.sub_event_type] not in _SUFFERED:
        return []
    first, hit = view.sentences[view.sentence_at[trigger.token]].first, view.hits[trigger.token]
    out: list[int] = []
    for toll in view.document.casualties or ():
        begin, end = view.token_at(toll.start), view.token_at(toll.end - 1)
        if not (first <= begin and trigger.token - _TO_DEED <= end < trigger.token):
            continue
        between = range(end + 1, trigger.token)
        killed = view.token_at(toll.trigger_start)
        if any(at != killed and is_verb(view, at) for at in between):
            continue
        if any(view.classes[at] & {"within", "after"} for at in between) or (
                hit is not None and hit.particles[-1:] in tuple(_IN)):
            out += [view.actor_at[at] for at in range(begin, end + 1) if view.actor_at[at] >= 0]
    return out


def _struck(view: View, trigger: Trigger) -> list[int]:
    """The side named first behind a noun for a strike, where it is what "struck A", or was "near A", "inside A's"."""
    if trigger.form != "noun" or event_types()[trigger.sub_event_type] not in _SUFFERED:
        return []
    led, known = False, registry()
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_STRUCK, last)):
        form = view.tokens[at].key
        if view.actor_at[at] >= 0:
            return [view.actor_at[at]] if led and view.actors[view.actor_at[at]].first == at else []
        struck = known.is_link("struck", form)
        if not struck and is_verb(view, at) or view.tokens[at].norm in BREAKS:
            return []
        led = led or struck or known.is_link("beside", form)
    return []
