"""Control claims of events: who holds a place after one (codebook section 6); the others are in `holding`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sijill.documents import ActorArgument, ControlClaim, Document, Event
from sijill.extract.actors.sides import side_kind
from sijill.extract.tables.lexicon import TAKING, VERBS
from sijill.extract.takings.handing import Words, after_transfer, is_end_of_road, is_excepted

LEAVING: Final = "Non-violent transfer of territory"
# what losers do in a sentence with a taking
_CLASH: Final = "Armed clash"
_UNARMED: Final = ("civ", "crowd")
_OF_LOSERS: Final = (_CLASH, LEAVING)
# probabilities, counted on the articles that `training.certainty` chooses on: how sure a side must be of having been
# taken from to be said to have lost the place (below: 3 right of 9)
_NAMED: Final = 0.4
# and where it is named before a verb of taking (below: 6 right of 20)
_SURELY: Final = 0.85
# or how near behind the word it must be named ("drove the group out of")
_BEHIND: Final = 25
# how sure a side must be of having taken a place to be said to hold it (below: 4 right of 7)
_CHOSEN: Final = 0.3


def claims_of_events(
    document: Document, events: Sequence[Event], leavers: frozenset[int]
) -> list[ControlClaim]:
    """What each asserted taking says of its places (held by the taker, lost by the loser), and each withdrawal."""
    out: list[ControlClaim] = []
    words = Words(document)
    for number, event in enumerate(events):
        if event.factuality != "asserted":
            continue
        day = _day(event, document)
        if event.sub_event_type in TAKING:
            for place in event.places:
                if is_end_of_road(words, event, place):
                    continue
                left = is_excepted(words, event, place)
                for actor in event.actor1 if not left else ():
                    if actor.score >= _CHOSEN and side_kind(actor.id) != "civ":
                        out.append(
                            ControlClaim(actor.id, place, day, "holds", None, None, number, "event.taker_holds")
                        )
                for actor in event.actor2:
                    if side_kind(actor.id) not in _UNARMED and _is_named(words, event, actor) and not _acts(
                            event, actor, events):
                        rule = "event.loser_keeps" if left else "event.loser_lost"
                        out.append(ControlClaim(
                            actor.id, place, day, "holds" if left else "lost", None, None, number, rule))
        elif event.sub_event_type == LEAVING:
            for place in event.places:
                for actor in event.actor1 + event.actor2:
                    polarity = after_transfer(words, event, actor, place, number in leavers)
                    if polarity is not None and side_kind(actor.id) != "civ":
                        rule = "event.leaver_lost" if polarity == "lost" else "event.receiver_holds"
                        out.append(ControlClaim(actor.id, place, day, polarity, None, None, number, rule))
    return out


def _is_named(words: Words, event: Event, actor: ActorArgument) -> bool:
    """Whether the text, and not only a choice among sides that was hardly made, names who lost."""
    if any(words.is_beside(actor.start, actor.end, name) for name in ("loses", "gives_up")):
        return True
    # "his control" is spelt like a verb, but is lost by whom the text names before it
    verb = event.trigger.form in VERBS and not words.is_word(words.at(event.trigger.start), "control")
    if actor.start < event.trigger.start and verb:
        # a verb's subject and place leave no part for a loser of whom the text has only spoken before
        return actor.score >= _SURELY
    near = event.trigger.end <= actor.start < event.trigger.end + _BEHIND
    return actor.score >= _NAMED or near


def _acts(event: Event, actor: ActorArgument, events: Sequence[Event]) -> bool:
    """Whether a side behind a taking only does another deed there; not one that fought the taker, nor that flees."""
    places = {place.name for place in event.places}
    takers = {a.id for a in event.actor1}
    for other in events:
        sides = {a.id for a in other.actor1 + other.actor2}
        if other.sub_event_type == _CLASH and actor.id in sides and not takers.isdisjoint(sides):
            return False
    return any(
        other.sub_event_type not in _OF_LOSERS and other.trigger.start > event.trigger.end <= actor.start
        and any(a.start == actor.start for a in other.actor1)
        # who had taken the same place before may have lost it now
        and not (other.sub_event_type in TAKING and any(place.name in places for place in other.places))
        for other in events
    )


def _day(event: Event, document: Document) -> dt.date | None:
    return event.time.latest or document.published
