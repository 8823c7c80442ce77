"""Control claims: who holds a place after an event, or at the time of writing (codebook section 6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import readings
from sijill.documents import ControlClaim, Document, Event, PlaceArgument, Polarity
from sijill.extract.kinds import REGAINS, TAKING
from sijill.extract.place_lists import place_lists
from sijill.extract.sides import side_in, side_kind
from sijill.extract.view import View

LEAVING: Final = "Non-violent transfer of territory"


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
                    out.append(
                        ControlClaim(actor.id, place, day, "holds", None, None, number, "event.taker_holds")
                    )
                for actor in event.actor2:
                    if actor.id != "CIVILIANS":
                        out.append(
                            ControlClaim(actor.id, place, day, "lost", None, None, number, "event.loser_lost")
                        )
        elif event.sub_event_type == LEAVING and number in leavers:
            for place in event.places:
                for actor in event.actor1:
                    out.append(
                        ControlClaim(actor.id, place, day, "lost", None, None, number, "event.leaver_lost")
                    )
    return out


def _day(event: Event, document: Document) -> dt.date | None:
    return event.time.latest or document.published


_REACH: Final = 12
_NEAR: Final = 6
_BEARS_ARMS: Final = frozenset(("state", "foreign", "rebel", "country"))


def standing_claims(view: View, events: Sequence[Event]) -> list[ControlClaim]:
    """Who holds what at the time of writing, where the text says so outside an event of its own."""
    told = {e.trigger.token for e in events}
    groups = {i: group for group in place_lists(view.document) for i in group}
    out: list[ControlClaim] = []
    seen: set[tuple[str, str, str]] = set()
    for sentence in view.sentences:
        for at in range(sentence.first, sentence.last):
            if at in told:
                continue
            classes = view.classes[at]
            if "holds" in classes:
                if at > sentence.first and "not" in view.classes[at - 1]:
                    continue
                found = _holds(view, at, sentence.first, sentence.last)
            elif (
                "held" in classes
                and any("held_by" in view.classes[i] for i in range(max(sentence.first, at - 3), at))
                or ("held" in classes and len(readings(view.tokens[at].norm)) > 1)
            ):
                found = _held(view, at, sentence.first, sentence.last)
            else:
                continue
            if found is None:
                continue
            holder, place = found
            lost = any("lost_hold" in view.classes[i] for i in range(max(sentence.first, at - 4), at))
            for number in groups.get(place, (place,)):
                claim = _claim(view, at, holder, number, "lost" if lost else "holds")
                mark = (claim.holder, claim.place.name, claim.polarity)
                if mark not in seen:
                    seen.add(mark)
                    out.append(claim)
    return out


def _claim(view: View, at: int, holder: int, number: int, polarity: Polarity) -> ControlClaim:
    place = view.places[number]
    one = side_in(view.sides[holder].id, REGAINS, "actor1", view.document.published)
    low = min(view.tokens[at].start, view.actors[holder].start)
    high = max(view.tokens[at].end, view.actors[holder].end)
    argument = PlaceArgument(place.start, place.end, place.name, place.extent, place.within, place.rule)
    return ControlClaim(
        one, argument, view.document.published, polarity, low, high, None, "standing." + polarity
    )


def _holder(view: View, low: int, high: int, step: int = 1) -> int | None:
    """The first mention of a side that bears arms in a range of tokens, looked for from one end."""
    for at in range(low, high) if step > 0 else range(high - 1, low - 1, -1):
        number = view.actor_at[at]
        if number >= 0 and side_kind(view.sides[number].id) in _BEARS_ARMS:
            return number
    return None


def _place(view: View, low: int, high: int, step: int = 1) -> int | None:
    for at in range(low, high) if step > 0 else range(high - 1, low - 1, -1):
        number = view.place_at[at]
        if number >= 0 and view.places[number].score >= 0.4:
            return number
    return None


def _holds(view: View, at: int, first: int, last: int) -> tuple[int, int] | None:
    """A verb of holding: its side and its place, which stands before it where the verb ends in a pronoun."""
    back = next((i for i in range(at + 1, min(at + 5, last)) if "on_it" in view.classes[i]), None)
    after = _holder(view, at + 1, min(at + _NEAR, last))
    before = _holder(view, max(first, at - _NEAR), at, -1)
    if back is not None or _ends_in_pronoun(view, at):
        place = _place(view, max(first, at - _REACH), at, -1)
        holder = after if after is not None else before
    else:
        on = next((i for i in range(at + 1, min(at + _REACH, last)) if "on" in view.classes[i]), None)
        place = _place(view, on, min(on + _REACH, last)) if on is not None else None
        holder = after if after is not None and on is not None and view.actors[after].first < on else before
    return (holder, place) if holder is not None and place is not None else None


def _held(view: View, at: int, first: int, last: int) -> tuple[int, int] | None:
    """A noun of holding ("under the control of"): the side after it, the place before."""
    holder = _holder(view, at + 1, min(at + 4, last))
    if holder is None:
        return None
    place = _place(view, max(first, at - _REACH), at, -1)
    return (holder, place) if place is not None else None


def _ends_in_pronoun(view: View, at: int) -> bool:
    hit = view.hits[at]
    return hit is not None and hit.pronoun
