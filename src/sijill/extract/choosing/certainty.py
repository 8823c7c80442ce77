"""Certainty: the shares by which choices were made, turned into probabilities that what was chosen is right.

The share of a choice says how the weights divide it among the candidates, and that is surer than they are right: they
were fitted on articles that they had seen. The maps (Platt 1999, two logits each) are fitted by
`training/certainty.py` on articles that neither the weights nor the encoder had seen. Articles of other outlets are
harder than those, and hardest where few sides are called by a name: what that takes off is chosen on such articles.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sijill.documents import ActorArgument, ActorMention, Event
from sijill.replacing import replace
from sijill.resources import toml

Maps = Mapping[str, Mapping[str, float]]
TRIGGER: Final = "trigger"
PLACE: Final = "place"
# those who stand beside a side are not annotated often enough to have a map of their own
SIDES: Final = {"actor1": "actor1", "actor2": "actor2", "assoc_actor1": "actor1", "assoc_actor2": "actor2"}
_LEAST: Final = 1e-3
# mentions of sides, and names among them, that an article is thought to have besides its own: 3 in 8 are usual
_USUAL, _USUAL_NAMES = 8, 3


@functools.cache
def maps(read: bool) -> Maps:
    """The package's maps for events with (`read`) or without the encoder's word: bias, event, own, shift, named."""
    return dict(toml("certainty.toml")["encoder" if read else "rules"])


def certain(standing: Iterable[tuple[Event, float]], read: bool, actors: Sequence[ActorMention]) -> tuple[Event, ...]:
    """Events with their triggers', sides' and places' scores as probabilities of being right.

    `standing` gives each event, its scores still shares, with the probability that it stands; `actors` are the
    article's mentions of sides.
    """
    known = of_article(maps(read), named_share(actors))
    return tuple(_certain(event, share, known) for event, share in standing)


def named_share(actors: Sequence[ActorMention]) -> float:
    """The share of mentions of sides that are names of the registry, of few mentions near that of all articles."""
    return (sum(actor.kind == "name" for actor in actors) + _USUAL_NAMES) / (len(actors) + _USUAL)


def of_article(known: Maps, named: float) -> Maps:
    """The maps as they are in an article of this share of names."""
    return {part: {**of_part, "bias": of_part["bias"] + of_part["shift"] + of_part["named"] * named}
            for part, of_part in known.items()}


def _certain(event: Event, share: float, known: Maps) -> Event:
    def sides(role: str, given: tuple[ActorArgument, ...]) -> tuple[ActorArgument, ...]:
        return tuple([replace(a, score=probability(known[SIDES[role]], share, a.score)) for a in given])

    return replace(
        event, trigger=replace(event.trigger, score=probability(known[TRIGGER], share, event.trigger.score)),
        actor1=sides("actor1", event.actor1), actor2=sides("actor2", event.actor2),
        assoc_actor1=sides("assoc_actor1", event.assoc_actor1), assoc_actor2=sides("assoc_actor2", event.assoc_actor2),
        places=tuple([replace(p, score=probability(known[PLACE], share, p.score)) for p in event.places]))


def probability(known: Mapping[str, float], event: float, own: float) -> float:
    """The probability that a part is right, from the event's share and its own, to three places."""
    return round(1 / (1 + math.exp(-known["bias"] - known["event"] * logit(event) - known["own"] * logit(own))), 3)


def logit(share: float) -> float:
    """The logit of a share, kept from the ends."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
