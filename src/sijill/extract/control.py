"""Control claims of events: who holds a place after one (codebook section 6); the others are in `holding`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sijill.documents import ActorArgument, ControlClaim, Document, Event
from sijill.extract.kinds import TAKING
from sijill.extract.sides import side_kind

LEAVING: Final = "Non-violent transfer of territory"
# how sure a side must be of having been taken from to be said to have lost the place (below: 5 right of 42)
_NAMED: Final = 0.4
# or how near behind the word it must be named ("drove the group out of")
_BEHIND: Final = 25


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
                for actor in event.actor1:
                    if side_kind(actor.id) != "civ":
                        out.append(
                            ControlClaim(actor.id, place, day, "holds", None, None, number, "event.taker_holds")
                        )
                for actor in event.actor2:
                    if actor.id != "CIVILIANS" and _is_named(document, event, actor):
                        out.append(
                            ControlClaim(actor.id, place, day, "lost", None, None, number, "event.loser_lost")
                        )
        elif event.sub_event_type == LEAVING and number in leavers:
            for place in event.places:
                for actor in event.actor1:
                    if side_kind(actor.id) != "civ":
                        out.append(
                            ControlClaim(actor.id, place, day, "lost", None, None, number, "event.leaver_lost")
                        )
    return out


def _is_named(document: Document, event: Event, actor: ActorArgument) -> bool:
    """Whether the text, and not only a choice among sides that was hardly made, names who lost."""
    between = document.text[event.trigger.end : actor.start]
    return actor.score >= _NAMED or event.trigger.end <= actor.start and len(between) < _BEHIND and "." not in between


def _day(event: Event, document: Document) -> dt.date | None:
    return event.time.latest or document.published
