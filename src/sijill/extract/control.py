"""Control claims of events: who holds a place after one (codebook section 6); the others are in `holding`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import FOR, key
from sijill.arabic.folding import fold_word
from sijill.documents import ActorArgument, ControlClaim, Document, Event, PlaceArgument, Polarity
from sijill.extract.kinds import TAKING
from sijill.extract.lexicon import VERBS
from sijill.extract.sides import side_kind
from sijill.extract.taking_words import names

LEAVING: Final = "Non-violent transfer of territory"
# how sure a side must be of having been taken from to be said to have lost the place (below: 5 right of 42)
_NAMED: Final = 0.4
# and where it is named before a verb of taking (below: 4 right of 23)
_SURELY: Final = 0.8
# or how near behind the word it must be named ("drove the group out of")
_BEHIND: Final = 25
# how sure a side must be of having taken a place to be said to hold it (below: none right of 5)
_CHOSEN: Final = 0.3
# how many words behind the taking a road may be named that leads to a place, and behind it what says that it does
_ROAD_REACH: Final = 9
_JOINS_REACH: Final = 5


def claims_of_events(
    document: Document, events: Sequence[Event], leavers: frozenset[int]
) -> list[ControlClaim]:
    """What each asserted taking says of its places (held by the taker, lost by the loser), and each withdrawal."""
    out: list[ControlClaim] = []
    for number, event in enumerate(events):
        if event.factuality != "asserted":
            continue
        day = _day(event, document)
        if event.sub_event_type in TAKING:
            for place in event.places:
                if _is_end_of_road(document, event, place):
                    continue
                for actor in event.actor1:
                    if actor.score >= _CHOSEN and side_kind(actor.id) != "civ":
                        out.append(
                            ControlClaim(actor.id, place, day, "holds", None, None, number, "event.taker_holds")
                        )
                for actor in event.actor2:
                    if actor.id != "CIVILIANS" and _is_named(document, event, actor):
                        out.append(
                            ControlClaim(actor.id, place, day, "lost", None, None, number, "event.loser_lost")
                        )
        elif event.sub_event_type == LEAVING:
            for place in event.places:
                for actor in event.actor1 + event.actor2:
                    polarity = _after_transfer(document, event, actor, number in leavers)
                    if polarity is not None and side_kind(actor.id) != "civ":
                        rule = "event.leaver_lost" if polarity == "lost" else "event.receiver_holds"
                        out.append(ControlClaim(actor.id, place, day, polarity, None, None, number, rule))
    return out


def _after_transfer(document: Document, event: Event, actor: ActorArgument, leaves: bool) -> Polarity | None:
    """What a place handed over or left is to a side: lost by who hands it over or leaves, held by whom it goes to."""
    lemma, doer = key(fold_word(event.trigger.lemma.partition(".")[0])), actor in event.actor1
    # "received" and "she hands over" are spelt alike, and news tell of what was received
    word = key(fold_word(document.text[event.trigger.start : event.trigger.end]))
    if names(lemma, "receives") or names(word, "receives"):
        return "holds" if doer else None
    if names(lemma, "hands_over"):
        before = document.text[: actor.start].rstrip()
        if before.endswith(FOR) or names(key(fold_word(before.rpartition(" ")[2])), "to"):
            return "holds"
        return "lost" if doer else None
    return "lost" if doer and (leaves or names(lemma, "vacates")) else None


def _is_end_of_road(document: Document, event: Event, place: PlaceArgument) -> bool:
    """Whether what was taken is a road, and the place only where it leads or what it joins to another."""
    told = [key(fold_word(w)) for w in document.text[event.trigger.end : place.start].split()[:_ROAD_REACH]]
    road = next((i for i, word in enumerate(told) if names(word, "road")), None)
    return road is not None and any(names(word, "joins") for word in told[road + 1 : road + _JOINS_REACH])


def _is_named(document: Document, event: Event, actor: ActorArgument) -> bool:
    """Whether the text, and not only a choice among sides that was hardly made, names who lost."""
    if actor.start < event.trigger.start and event.trigger.form in VERBS:
        # a verb's subject and place leave no part for a loser of whom the text has only spoken before
        return actor.score >= _SURELY
    between = document.text[event.trigger.end : actor.start]
    return actor.score >= _NAMED or event.trigger.end <= actor.start and len(between) < _BEHIND and "." not in between


def _day(event: Event, document: Document) -> dt.date | None:
    return event.time.latest or document.published
