"""Who foils an attack: of "A foiled B's attempt", "A fought off an attack" A is whom it was aimed at, and no doer;
of "A fought them off with raids" the raids are A's."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, WITH
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.registry import registry

_AND: Final = CONJUNCTIONS[0]
_ATTACKS: Final = ("Armed clash", "Air/drone strike", "Shelling/artillery/missile attack")
# tokens from the attack back to the word for foiling, and from there back to who foils
_TO_FOILS: Final = 8
_TO_FOILER: Final = 8


def foiler(view: View, trigger: Trigger) -> int | None:
    """The mention of who foils the attack that a verbal noun tells; None where nobody does, or nobody says who."""
    word = foils(view, trigger)
    return None if word is None else _who(view, trigger, word)


def repeller(view: View, trigger: Trigger) -> int | None:
    """The mention of who fights somebody off with the strike that a verbal noun tells: it is who strikes."""
    if trigger.form != "noun" or trigger.sub_event_type not in _ATTACKS or not _with_it(view, trigger):
        return None
    word = _word(view, trigger)
    return None if word is None else _who(view, trigger, word)


def _with_it(view: View, trigger: Trigger) -> bool:
    """Whether "with" stands at the front of a word."""
    hit = view.hits[trigger.token]
    return hit is not None and hit.particles[-1:] == WITH


def _who(view: View, trigger: Trigger, word: int) -> int | None:
    """The side right behind a word for foiling, or else the next one before it."""
    first = view.sentences[view.sentence_at[trigger.token]].first
    behind = view.actor_at[word + 1]
    if behind >= 0 and trigger.token >= view.actors[behind].last:
        return behind
    for at in range(word - 1, max(first, word - _TO_FOILER) - 1, -1):
        if view.tokens[at].norm in BREAKS:
            return None
        number = view.actor_at[at]
        if number >= 0:
            return None if registry().unarmed(view.sides[number].id) else number
    return None


def foils(view: View, trigger: Trigger) -> int | None:
    """The word for foiling before an attack, with no other verb and no break between."""
    if trigger.form != "noun" or trigger.sub_event_type not in _ATTACKS or _with_it(view, trigger):
        return None
    return _word(view, trigger)


def _word(view: View, trigger: Trigger) -> int | None:
    """The word for foiling before a noun, with no other verb and no break between."""
    first = max(view.sentences[view.sentence_at[trigger.token]].first, trigger.token - _TO_FOILS)
    for before in range(trigger.token - 1, first - 1, -1):
        if is_word(view, before, "foils"):
            return before
        parts = is_verb(view, before) or "light" in view.classes[before] or view.tokens[before].norm in BREAKS
        if parts or view.hits[before + 1] is not None and view.tokens[before + 1].norm.startswith(_AND):
            return None
    return None
