"""Whose weapons are found, cleared or brought down ("mines that A planted", "shot down A's drone"): A did not do it,
and no outlaws whom the sentence has told dead or held before seized weapons or held others after that."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import ARTICLE, WITH
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.bare_heads import BARE_AIR
from sijill.extract.actors.sides import is_outlaw
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.clauses.weapons import phrase_end
from sijill.extract.said.subjects import begins

_DISRUPTED: Final = "Disrupted weapons use"
_SHOT_DOWN: Final = (_DISRUPTED, "Armed clash")
_SEIZED: Final = (_DISRUPTED, "Arrests")
_UNDONE: Final = ("killed", "captured")
_TO_PLANTED: Final = 24  # tokens from a word for what is found or goes off to who planted it
# tokens from what is brought down to whose it is, and on to something else that is brought down
_TO_OWNER: Final = 4
_TO_ANOTHER: Final = 8
_BY_WHOM: Final = frozenset(("at_hands", "on"))
_UNKNOWN: Final = "UNIDENTIFIED"


def owner_of_weapons(view: View, trigger: Trigger) -> int | None:
    """The side whose weapons a word tells found, cleared or brought down, where words behind it say whose they are."""
    owner = _brought_down(view, trigger)
    return planter(view, trigger.token) if owner is None and trigger.sub_event_type == _DISRUPTED else owner


def planter(view: View, at: int) -> int | None:
    """The side right behind "that ... planted", or left behind, near a word for what is found, cleared or goes off.

    Where weapons are found 28 of 29 in the gold are the other side.
    """
    last = view.sentences[view.sentence_at[at]].last
    found = (begins(view, i + 1) for i in range(at + 1, min(at + _TO_PLANTED, last - 1))
             if is_word(view, i, "plants") or is_word(view, i, "leaves_behind"))
    return next((number for number in found if number is not None), None)


def _brought_down(view: View, trigger: Trigger) -> int | None:
    """The owner of the aircraft or missiles that stand right behind a word for bringing down, as its object.

    Where something else that flies stands behind them they may be what brought it down.
    """
    hit = view.hits[trigger.token]
    if trigger.sub_event_type not in _SHOT_DOWN or hit is None or hit.pronoun or (
            not tells(trigger.lemma, "brings_down")):
        return None
    last, at = view.sentences[view.sentence_at[trigger.token]].last, trigger.token + 1
    if at < last and view.actor_at[at] < 0 and not _flies(view, at) and not view.tokens[at].norm.startswith(ARTICLE):
        at += 1  # "any", "some", "one of"
    if at >= last or not _flies(view, at):
        return None
    kind = phrase_end(view.tokens, at, last) or at + 1  # behind "without a pilot", which begins as "with" does
    for here in range(at, min(at + _TO_OWNER, last)):
        number = view.actor_at[here]
        norm = view.tokens[here].norm
        if norm in BREAKS or here > at and (
                is_verb(view, here) or view.classes[here] & _BY_WHOM
                or here >= kind and norm.startswith(WITH)):
            return None  # who stands behind "with fire of", or "at the hands of", brought it down
        if number >= 0 and view.actors[number].rule != BARE_AIR:
            behind = range(max(view.actors[number].last, at + 1), min(here + _TO_ANOTHER, last))
            another = any(_flies(view, i) for i in behind) and trigger.form != "noun"
            return None if another else number
    return None


def _flies(view: View, at: int) -> bool:
    return is_word(view, at, "from_air") or is_word(view, at, "projectile")


def undone(view: View, trigger: Trigger) -> list[int]:
    """The outlaws whom a toll before a word for seizing weapons or holding men counts (2 of 61 in the gold did it)."""
    if trigger.sub_event_type not in _SEIZED:
        return []
    out: list[int] = []
    for toll in view.tolls_in(view.sentence_at[trigger.token]):
        if toll.start >= trigger.start or toll.kind not in _UNDONE:
            continue
        first, end = view.token_at(toll.start), view.token_at(toll.end - 1) + 1
        named = [] if toll.named is None else [view.token_at(toll.named)]
        out += [view.actor_at[at] for at in (*range(first, end), *named) if view.actor_at[at] >= 0]
    return [number for number in out if is_outlaw(view.sides[number].id) or (
        view.sides[number].id.startswith(_UNKNOWN))]
