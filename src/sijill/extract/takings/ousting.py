"""Ousting: the place that a side is driven out of, that is cleared of it or that is taken, which is what changes hands.

Who takes arms or goods has taken no place.
"""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.clauses.weapons import names_weapon, says_amount, weapon_for
from sijill.extract.tables.lexicon import REGAINS, TAKING, VERBS

_NAMED: Final = ("kind", "table")
"""The rules that find a place by a name."""
_UNDECIDED: Final = ("Armed clash", "Other")
_SEIZED: Final = "Disrupted weapons use"
_LOOTED: Final = "Looting/property destruction"
_TO_OBJECT: Final = frozenset(("from", "on"))
_TO_FROM: Final = 9
_TO_ON: Final = 8
# the same over another place, where the verb governs what is taken by "on" alone
_TO_ON_PAST: Final = 12
_TO_PLACE: Final = 5
_TO_CLEARED: Final = 8
_TO_ARMS: Final = 10
_TO_MANAGED: Final = 8


def place_left(view: View, at: int) -> int | None:
    """The place of "drove X out of P", by its number in the layer; None where the word says no such thing."""
    if "ousting" not in view.classes[at]:
        return None
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_FROM, last)):
        if "from" in view.classes[here]:
            ahead = range(here + 1, min(here + 1 + _TO_PLACE, last))
            stop = next((i for i in ahead if view.actor_at[i] >= 0 or view.place_at[i] >= 0), None)
            return view.place_at[stop] if stop is not None and view.place_at[stop] >= 0 else None
        if is_verb(view, here):
            return None
    return None


def place_taken(view: View, trigger: Trigger) -> int | None:
    """The place right behind the "on" of "control of P in Q", by its number in the layer: P is taken, and not Q.

    None where what stands there is no name that a kind word or the tables know.
    """
    if trigger.sub_event_type not in TAKING:
        return None
    last = view.sentences[view.sentence_at[trigger.token]].last
    only_on = trigger.form in VERBS and tells(trigger.lemma, "governs_on")
    for here in range(trigger.token + 1, min(trigger.token + (_TO_ON_PAST if only_on else _TO_ON), last - 1)):
        # "took P after raids on Q", "took P overlooking Q" take no Q; "the men of P took control of Q" do
        passed = view.place_at[here] >= 0 and view.actor_at[here] < 0 and not only_on
        if passed or view.hits[here] is not None or view.tokens[here].norm in BREAKS:
            return None
        if "on" in view.classes[here]:
            number = view.place_at[here + 1]
            named = number >= 0 and view.places[number].first == here + 1 and view.places[number].rule in _NAMED
            return number if named else None
    return None


def clears(view: View, at: int) -> bool:
    """Whether a word says that a place was cleared of those who held it: not in a place, and not of mines.

    A verb says so; the noun tells as often of a combing that still goes on, and says so where it was managed and
    those who held the place are named behind it.
    """
    hit = view.hits[at]
    if hit is None or hit.form == "noun" and not (_managed(view, at) and _of_side(view, at)):
        return False
    if hit.form != "noun" and (hit.form != "perfect" or "clearing" not in view.classes[at]):
        return False
    last = view.sentences[view.sentence_at[at]].last
    stop = min(at + _TO_CLEARED, last)
    here = at + 1
    while here < stop:
        if view.place_at[here] >= 0 and view.actor_at[here] < 0:
            return not _of_mines(view, at)
        if "preposition" in view.classes[here] and view.actor_at[here] < 0:
            behind = _behind_from(view, here)
            if behind is None:
                return False
            here = behind
            stop = min(here + _TO_PLACE, last)
        else:
            here += 1
    return False


def _managed(view: View, at: int) -> bool:
    """Whether a noun of clearing is what somebody managed or finished: "managed to", with one side between at most."""
    if not is_word(view, at, "clearing"):
        return False
    first = view.sentences[view.sentence_at[at]].first
    for i in range(at - 1, max(first, at - _TO_MANAGED) - 1, -1):
        if is_word(view, i, "managed"):
            return i == first or "not" not in view.classes[i - 1]
        if view.hits[i] is not None and view.actor_at[i] < 0 or view.tokens[i].norm in BREAKS:
            return False
    return False


def _of_side(view: View, at: int) -> bool:
    """Whether "from X" stands behind a word, X a side that bears arms, before any other verb."""
    last = view.sentences[view.sentence_at[at]].last
    for i in range(at + 1, min(at + _TO_FROM + _TO_PLACE, last - 1)):
        if "from" in view.classes[i] and view.actor_at[i + 1] >= 0:
            return side_kind(view.sides[view.actor_at[i + 1]].id) != "civ"
        if is_verb(view, i):
            return False
    return False


def _behind_from(view: View, at: int) -> int | None:
    """The token behind the side of "cleared of X the place P"; None where the preposition names no such side."""
    if "from" not in view.classes[at]:
        return None
    side = next((view.actor_at[i] for i in range(at + 1, min(at + 3, len(view.tokens))) if view.actor_at[i] >= 0), -1)
    return view.actors[side].last if side >= 0 else None


def _of_mines(view: View, at: int) -> bool:
    weapon = weapon_for(view.document, view.tokens[at].start, (at, view.sentence_at[at]))
    return weapon is not None and "from" in view.classes[view.token_at(weapon.start) - 1]


def things_taken(view: View, at: int) -> str | None:
    """The type of taking arms, however many, or goods ("took back from the enemy a great many weapons"), else None."""
    last, here = view.sentences[view.sentence_at[at]].last, at + 1
    while here < min(at + _TO_ARMS, last):
        side, token = view.actor_at[here], view.tokens[here]
        if is_word(view, here, "goods"):
            return _LOOTED
        if names_weapon(token.norm):
            return _SEIZED
        passed = token.kind == "number" or says_amount(token.norm) or not _TO_OBJECT.isdisjoint(view.classes[here])
        if side < 0 and not passed:
            return None
        here = view.actors[side].last if side >= 0 else here + 1
    return None


def outcome(view: View, at: int, kind: str) -> str:
    """The type of what a trigger tells: who is beaten or cleared out of a place has lost it, not merely fought."""
    things = things_taken(view, at) if kind in TAKING else None
    if things is not None:
        return things
    return REGAINS if kind in _UNDECIDED and (place_left(view, at) is not None or clears(view, at)) else kind
