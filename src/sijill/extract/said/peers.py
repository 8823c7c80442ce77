"""Peers: of "minister A and his counterpart B" who met or signed, each is one party, their names between or not."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.tokens import BREAKS, COMMAS
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.said.between import SHARED, Pair
from sijill.extract.said.subjects import begins
from sijill.extract.tables.registry import registry

# tokens from an official's title to "and his counterpart", over a name; from either to the word for what they did
_TO_PEER: Final = 8
_TO_DEED: Final = 16


def peers(view: View, trigger: Trigger) -> Pair | None:
    """The official and "his counterpart" of a deal or talks, one party each; None where no such two are named."""
    if trigger.sub_event_type not in SHARED:
        return None
    sentence = view.sentences[view.sentence_at[trigger.token]]
    low, high = max(sentence.first, trigger.token - _TO_DEED), min(sentence.last - 1, trigger.token + _TO_DEED)
    for at in range(low, high):
        if not is_word(view, at, "peer") or view.tokens[at].norm[:1] != CONJUNCTIONS[0]:
            continue
        other = begins(view, at + 1)
        one = _before(view, at, sentence.first)
        if one is None or other is None or _state(view, one) == _state(view, other):
            continue
        if not _parted(view, trigger.token, at):
            return [one], [other]
    return None


def _state(view: View, number: int) -> str | None:
    """The country that a side is, or whose government or forces it is."""
    return registry().state_of(view.sides[number].id)


def _before(view: View, at: int, first: int) -> int | None:
    """The state's official whom "his counterpart" points back to: the nearest side before, a name at most between."""
    for here in range(at - 1, max(first, at - _TO_PEER) - 1, -1):
        number = view.actor_at[here]
        if number >= 0:
            return number if _state(view, number) is not None else None
        # names may be set off by commas
        if view.tokens[here].norm in BREAKS and view.tokens[here].norm not in COMMAS or is_verb(view, here):
            return None
    return None


def _parted(view: View, deed: int, peer: int) -> bool:
    """Whether another clause begins between a word for a deed and "and his counterpart"."""
    between = range(min(deed, peer) + 1, max(deed, peer))
    return any(view.tokens[i].norm in BREAKS and view.tokens[i].norm not in COMMAS
               or not OPENERS.isdisjoint(view.classes[i]) for i in between)
