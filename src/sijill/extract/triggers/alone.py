"""Alone: what a report tells outright with no other word for it: who was killed by whom.

In a long report such words mostly tell again what others have told; where there are no others they are the event.
"""

from __future__ import annotations

from typing import Final

from sijill.extract.clauses.taking_words import tells
from sijill.extract.triggers.features import Features

_VICTIM: Final = "victim"
# "by the hand of", "by the bullets of", right before who killed, and how far behind who was killed they may stand
_BY_WHOM: Final = frozenset(("at_hands", "small_arms"))
_TO_DOER: Final = 15


def told_alone(features: Features, number: int) -> bool:
    """Whether a candidate is the first to say who was killed, the killers behind "at the hands of" or the like, and no
    other word of the report tells of violence."""
    if features.deeds:
        return False
    falling = [n for n, c in enumerate(features.found) if c.lemma.frame == _VICTIM and not tells(c.lemma.name, "meets")]
    if not falling or falling[0] != number:
        return False
    view, killed = features.view, features.found[number].token
    last = view.sentences[features.sentence_of[number]].last
    return any(view.actor_at[at + 1] >= 0 and not view.classes[at].isdisjoint(_BY_WHOM)
               for at in range(killed + 1, min(killed + _TO_DOER, last - 1)))
