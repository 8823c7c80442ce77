"""Cells: what a claim or event says, field by field, in the words of the interface's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijill.documents import Event, PlaceArgument
from sijill.ledger import LinkedEvent, Toll
from sijill.link.corrected import RULE
from sijill.records import ACTOR_ROLES
from sijill.web.texts import Words

FIELDS = ("sub_event_type", "actor1", "assoc_actor1", "actor2", "assoc_actor2", "places", "time", "casualties",
          "weapon", "factuality", "attribution")
"""The fields of a claim in the order in which they are shown."""
_MARKED = {"sub_event_type": "trigger"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a field: its text, how the claim words it, the field of its mark and of its correction.

    `number` is that of the mark (see `spans.Mark`); `corrects` None where the field cannot be corrected.
    """

    field: str
    text: str
    said: str | None
    mark: str
    number: int
    corrects: str | None
    corrected: bool = False


def cells(event: Event, text: str, words: Words) -> dict[str, list[Cell]]:
    """What a claim says, by field in their order; fields of which it says nothing have no cell."""
    out: dict[str, list[Cell]] = {field: [] for field in FIELDS}
    for field, number, value, span, corrects, corrected in _values(event, words):
        said = text[span[0]:span[1]] if span and not corrected else None
        out[field].append(Cell(field, value, said, _MARKED.get(field, field), number, corrects, corrected))
    return out


_Value = tuple[str, int, str, tuple[int, int] | None, str | None, bool]


def _values(event: Event, words: Words) -> Iterator[_Value]:
    trigger = event.trigger
    yield ("sub_event_type", 0, words.name("type", event.sub_event_type), (trigger.start, trigger.end),
           "sub_event_type", False)
    for role in ACTOR_ROLES:
        for number, actor in enumerate(getattr(event, role)):
            yield role, number, words.actor(actor.id), (actor.start, actor.end), role, actor.rule == RULE
    for number, place in enumerate(event.places):
        yield "places", number, place_text(place, words), (place.start, place.end), "place", place.rule == RULE
    time = event.time
    if time.earliest or time.latest:
        span = (time.start, time.end) if time.start is not None and time.end is not None else None
        corrects = "latest" if time.earliest else "earliest"
        yield "time", 0, days_text(_iso(time.earliest), _iso(time.latest), words), span, corrects, time.rule == RULE
    for number, toll in enumerate(event.casualties):
        yield ("casualties", number, toll_text(toll.kind, toll.low, toll.high, toll.who, words),
               (toll.start, toll.end), toll.kind, toll.rule == RULE)
    if event.weapon:
        yield "weapon", 0, "", (event.weapon.start, event.weapon.end), None, False
    yield "factuality", 0, words.name("factuality", event.factuality), None, "factuality", event.factuality_rule == RULE
    for number, speaker in enumerate(event.attribution):
        yield ("attribution", number, words.name("speaker", speaker.kind), (speaker.start, speaker.end), None, False)


def place_text(place: PlaceArgument, words: Words) -> str:
    """A place with what contains it, and what of it is meant; names are Arabic in either language."""
    name = f"{place.name}، {place.within}" if place.within else place.name
    return name if place.extent == "whole" else f"{name} ({words.name('extent', place.extent)})"


def days_text(earliest: str | None, latest: str | None, words: Words) -> str:
    """The first and last day, once where they are one."""
    if earliest is None and latest is None:
        return words("event.no_day")
    if earliest == latest:
        return str(earliest)
    return f"{earliest or '?'} – {latest or '?'}"


def toll_text(kind: str, low: int | None, high: int | None, who: str | None, words: Words) -> str:
    """How many were killed or wounded, and who."""
    lowest, highest = ("?" if n is None else str(n) for n in (low, high))
    number = lowest if lowest == highest else f"{lowest}–{highest}"
    side = "" if who is None else f" ({words('who.CIVILIANS') if who == 'CIVILIANS' else words.actor(who)})"
    return f"{words.name('toll', kind)}: {number}{side}"


def event_toll(toll: Toll, words: Words) -> str:
    """A toll of an event: the best number, and the span of what claims give where they differ."""
    best = toll.best if toll.best is not None else toll.low
    side = "" if toll.who is None else (
        f" ({words('who.CIVILIANS') if toll.who == 'CIVILIANS' else words.actor(toll.who)})")
    low, high = ("?" if n is None else str(n) for n in (toll.low, toll.high))
    spread = f" [{low}–{high}]" if low != high else ""
    return f"{words.name('toll', toll.kind)}: {'?' if best is None else best}{spread}{side}"


def actors_text(ids: Sequence[str] | None, words: Words) -> str:
    """The names of some actors."""
    mark = "، " if words.language == "ar" else ", "
    return mark.join(words.actor(one) for one in ids or ())


def differing(event: LinkedEvent, claim: str, field: str) -> bool:
    """Whether a claim says otherwise than the event does by consensus."""
    found = getattr(event, field, None)
    if field == "places" or found is None or not hasattr(found, "disputed") or not found.disputed:
        return False
    return claim not in found.readings[0].claims and any(claim in reading.claims for reading in found.readings[1:])


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
