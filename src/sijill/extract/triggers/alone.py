"""Alone: what a report tells outright with no other word for it: who was killed by whom, which official received whom.

In a long report such words mostly tell again what others have told; where there are no others they are the event.
"""

from __future__ import annotations

from typing import Final

from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.tables.lexicon import VERBS
from sijill.extract.tables.registry import registry
from sijill.extract.triggers.features import Features

_VICTIM: Final = "victim"
_TALKS: Final = ("Talks", "Agreement")
# "by the hand of", "by the bullets of", right before who killed, and how far behind who was killed they may stand
_BY_WHOM: Final = frozenset(("at_hands", "small_arms"))
_TO_DOER: Final = 15
# tokens from a host's verb to the guest
_TO_GUEST: Final = 22


def told_alone(features: Features, number: int) -> bool:
    """Whether a candidate is the first to say who was killed and by whom, or which official another received, and no
    other word of the report tells of violence, or of talks."""
    return _killed(features, number) or _received(features, number)


def _killed(features: Features, number: int) -> bool:
    """Whether a word is the first for who was killed, with the killers behind "at the hands of" or the like."""
    if features.deeds:
        return False
    falling = [n for n, c in enumerate(features.found) if c.lemma.frame == _VICTIM and not tells(c.lemma.name, "meets")]
    if not falling or falling[0] != number:
        return False
    view, killed = features.view, features.found[number].token
    last = view.sentences[features.sentence_of[number]].last
    return any(view.actor_at[at + 1] >= 0 and not view.classes[at].isdisjoint(_BY_WHOM)
               for at in range(killed + 1, min(killed + _TO_DOER, last - 1)))


def _received(features: Features, number: int) -> bool:
    """Whether a verb of receiving has a state's official behind it, and behind him another state's."""
    c, view = features.found[number], features.view
    if c.hit.form not in VERBS or not tells(c.lemma.name, "hosts") or any(
            other.types[0] in _TALKS and other.lemma.strength == "strong" for other in features.found):
        return False
    last = view.sentences[features.sentence_of[number]].last
    host = view.actor_at[c.token + 1] if c.token + 1 < last else -1
    if host < 0 or not is_word(view, c.token + 1, "traveller"):
        return False
    for at in range(view.actors[host].last, min(c.token + _TO_GUEST, last)):
        guest = view.actor_at[at]
        if guest >= 0 and is_word(view, view.actors[guest].first, "traveller"):
            known = registry()
            states = [known.state_of(view.sides[number].id) for number in (host, guest)]
            if None not in states and states[0] != states[1]:
                return True
    return False
