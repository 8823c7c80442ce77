"""By the way: what is told beside a deed and is none: what one aims at, brings about or was at, bodies that are carried
away, drugs that are seized, a view that two sides share."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FOR
from sijill.arabic.tokens import BREAKS
from sijill.documents import Event
from sijill.extract.clauses.taking_words import before, behind, is_word, may_tell, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import FOUGHT, VERBS, event_types

_AGREED, _SEIZED = "Agreement", "Disrupted weapons use"
_BATTLES: Final = "Battles"
# tokens from an aim back to "aims", over who does and over another aim; from what came of a deed to "led", over "also"
_TO_AIMS: Final = 9
_TO_JOINED: Final = 14
_TO_LED: Final = 3
# tokens from what men were about back to "carrying out", over them and their day
_TO_SETTING: Final = 8
# tokens from a deed to bodies and back to them, to drugs, from them to arms, and to "on" and what is agreed on
_TO_BODIES: Final = 3
_BEFORE_BODIES: Final = 4
_TO_DRUGS: Final = 8
_TO_ARMS: Final = 4
_TO_VIEW: Final = 12
_THAT: Final = "ان"


def by_the_way(view: View, event: Event) -> bool:
    """Whether a word tells of no deed of its own, but of an aim, an outcome, the dead, drugs or a view."""
    at, verb = event.trigger.token, event.trigger.form in VERBS
    if not verb and (_is_aim(view, at) or _is_setting(view, event)
                     or event.event_type in FOUGHT and _is_outcome(view, event)):
        return True
    if event.sub_event_type == _AGREED:
        return _is_view(view, at)
    if event.sub_event_type == _SEIZED:
        return _is_of_drugs(view, at)
    return tells(event.trigger.lemma, "carries") and (
        behind(view, at, "bodies", _TO_BODIES) is not None
        or verb and before(view, at, "bodies", _BEFORE_BODIES, verbs=False) is not None)


def _is_aim(view: View, at: int) -> bool:
    """Whether a noun is what a deed or a side "aims at", or "and" joins it to that: 2 of 64 in the gold are events."""
    hit = view.hits[at]
    if is_word(view, at - 1, "to") or hit is not None and hit.particles.endswith(FOR):
        return before(view, at, "aims_at", _TO_AIMS) is not None
    return hit is not None and hit.particles.startswith(tuple(CONJUNCTIONS)) and before(
        view, at, "aims_at", _TO_JOINED, verbs=False) is not None


def _is_setting(view: View, event: Event) -> bool:
    """Whether a noun says what men were about when they met with something: "died while his carrying out a search".

    Fights are no events there; of strikes and blasts they may have died, and in attacks of theirs.
    """
    at = event.trigger.token
    if event.event_type != _BATTLES or tells(event.trigger.lemma, "attacks") or not _with(view, at):
        return False
    about = before(view, at, "setting_about", _TO_SETTING)
    return about is not None and about > view.sentences[view.sentence_at[at]].first and is_word(
        view, about - 1, "while")


def _with(view: View, at: int) -> bool:
    """Whether a noun, or a deed right before it, has "with" in front of it, at most a quotation mark between."""
    quoted = at - 2 if view.tokens[at - 1].kind == "mark" else at - 1
    hits = (view.hits[at], view.hits[at - 1])
    return view.tokens[quoted].norm == BY or any(hit is not None and hit.particles.endswith(BY) for hit in hits)


def _is_outcome(view: View, event: Event) -> bool:
    """Whether destruction or blasts are what another deed "led to": 2 of 40 in the gold, of operations, are events.

    What a mine or a bomb led to is told by no other word.
    """
    at = event.trigger.token
    if not tells(event.trigger.lemma, "wrecks"):
        return False
    first = view.sentences[view.sentence_at[at]].first
    if not ("preposition" in view.classes[at - 1] or view.tokens[at].norm.startswith(BY)):
        return False
    led = next((i for i in range(at - 1, max(first, at - _TO_LED) - 1, -1) if is_word(view, i, "brings_about")), None)
    return led is not None and any(_tells_a_fight(view, i) for i in range(first, at)) and not any(
        may_tell(view, i, "campaign") for i in range(first, led))


def _tells_a_fight(view: View, at: int) -> bool:
    """Whether a word may tell a fight, a strike or violence; "mine" is spelled like "he mined"."""
    hit = view.hits[at]
    if hit is None or is_word(view, at, "charge"):
        return False
    return any(event_types()[kind] in FOUGHT for lemma in hit.lemmas for kind in lemma.types)


def _is_of_drugs(view: View, at: int) -> bool:
    """Whether drugs are all that is seized or found, in no vehicle, no arms beside them."""
    drugs, last = behind(view, at, "drugs", _TO_DRUGS), view.sentences[view.sentence_at[at]].last
    return drugs is not None and not any(is_word(view, i, "goods") for i in range(at + 1, drugs)) and not any(
        is_word(view, i, "arms") for i in range(at + 1, min(drugs + _TO_ARMS, last)))


def _is_view(view: View, at: int) -> bool:
    """Whether what is agreed on is that something is so, or matters: 0 of 9 in the gold; "that A leave" is a term."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_VIEW, last - 2)):
        if view.tokens[here].norm in BREAKS:
            return False
        if is_word(view, here, "on") and (is_word(view, here + 1, "shared_view") or (
                view.tokens[here + 1].norm == _THAT and not is_verb(view, here + 2))):
            return True
    return False
