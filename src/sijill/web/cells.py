"""Cells: what a claim or event says, field by field, in the words of the interface's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.documents import Container, Event, PlaceArgument
from sijill.grounding.names import name_keys
from sijill.ledger import TOLL_KINDS, Claim, Decision, Toll
from sijill.link.corrected import RULE
from sijill.link.corrections import parts
from sijill.records import ACTOR_ROLES
from sijill.web.texts import Words, isolated, left_to_right

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
        said = text[span[0]:span[1]] or None if span else None
        out[field].append(Cell(field, value, said, _MARKED.get(field, field), number, corrects, corrected))
    return out


_Value = tuple[str, int, str, tuple[int, int] | None, str | None, bool]


def _values(event: Event, words: Words) -> Iterator[_Value]:
    trigger = event.trigger
    yield ("sub_event_type", 0, words.name("type", event.sub_event_type), (trigger.start, trigger.end),
           "sub_event_type", trigger.rule == RULE)
    for role in ACTOR_ROLES:
        for number, actor in enumerate(getattr(event, role)):
            yield role, number, words.actor(actor.id), (actor.start, actor.end), role, actor.rule == RULE
    for number, place in enumerate(event.places):
        yield "places", number, place_text(place, words), (place.start, place.end), "place", place.rule == RULE
    time = event.time
    if time.earliest or time.latest:
        span = (time.start, time.end) if time.start is not None and time.end is not None else None
        corrects = "earliest" if time.earliest else "latest"
        yield "time", 0, words.days(time.earliest, time.latest), span, corrects, time.rule == RULE
    for number, toll in enumerate(event.casualties):
        yield ("casualties", number, toll_text(toll.kind, toll.low, toll.high, toll.who, words),
               (toll.start, toll.end), toll.kind, toll.rule == RULE)
    if event.weapon:
        yield "weapon", 0, "", (event.weapon.start, event.weapon.end), "weapon", event.weapon.rule == RULE
    yield "factuality", 0, words.name("factuality", event.factuality), None, "factuality", event.factuality_rule == RULE
    for number, speaker in enumerate(event.attribution):
        yield ("attribution", number, words.name("speaker", speaker.kind), (speaker.start, speaker.end), "attribution",
               speaker.rule == RULE)


def place_text(place: PlaceArgument, words: Words) -> str:
    """A place with what contains it, and what of it is meant."""
    name = words.place(place.name, None if place.grounding is None else place.grounding.place_id)
    text = inside(name, _around(place, words), words)
    return text if place.extent == "whole" else f"{text} ({words.name('extent', place.extent)})"


def _around(place: PlaceArgument, words: Words) -> str | None:
    """What a claim says contains its place."""
    if place.within == place.name:
        return None
    if place.within is None or place.grounding is None:
        return place.within
    wanted = name_keys(place.within)
    meant = next((one for one in place.grounding.chain if name_keys(one.name) == wanted), None)
    return words.container(meant, place.grounding.place_id) if meant else place.within


def inside(name: str, around: str | None, words: Words) -> str:
    """A place's name and that of what contains it; once where the one says the other."""
    if around is None or around in name:
        return name
    return words.listed((isolated(name), isolated(around)))


def days_text(earliest: object, latest: object, words: Words) -> str:
    """The first and last day, once where they are one."""
    return words.days(earliest, latest)


def toll_text(kind: str, low: int | None, high: int | None, who: str | None, words: Words) -> str:
    """How many were killed or wounded, and who."""
    return f"{words.name('toll', kind)}: {words.numbers(low, high)}{_side(who, words)}"


def event_toll(toll: Toll, words: Words) -> str:
    """A toll of an event: the best number, and the span of what claims give where they differ."""
    best = toll.best if toll.best is not None else toll.low
    if best is None or (toll.low, toll.high) == (best, best):
        return toll_text(toll.kind, toll.low, toll.high, toll.who, words)
    spread = f" [{words.numbers(toll.low, toll.high)}]"
    return f"{words.name('toll', toll.kind)}: {best}{spread}{_side(toll.who, words)}"


def _side(who: str | None, words: Words) -> str:
    """Whose people were harmed."""
    if who is None:
        return ""
    return f" ({words('who.CIVILIANS') if who == 'CIVILIANS' else words.actor(who)})"


def value_text(field: str, value: Any, words: Words) -> str:
    """The value of a field as `sijill.link.corrections.checked` reads it from JSON; what is not known is said so."""
    if field in ACTOR_ROLES:
        return actors_text(value, words) or words("unknown")
    if value is None:
        return words("unknown")
    if field in TOLL_KINDS:
        return words.numbers(*value)
    if field == "place":
        if not isinstance(value, dict):
            return str(value)
        name, place_id = str(value.get("name")), value.get("place_id")
        around = [words.container(Container(one["name"], one["kind"]), place_id) for one in value.get("chain") or ()]
        return inside(words.place(name, place_id), next(iter(around), None), words)
    if field in ("earliest", "latest"):
        return left_to_right(str(value))
    if field == "weapon":
        return isolated(str(value))
    return words.name({"sub_event_type": "type", "attribution": "speaker"}.get(field, field), value)


def decided_text(decision: Decision, words: Words) -> str:
    """The value that a decision corrects a field to, and the words that were marked for it."""
    value, marked = parts(decision.value or "null")
    text = value_text(decision.field or "", value, words)
    return f"{text} {isolated(f'«{marked.text}»')}" if marked else text


def actors_text(ids: Sequence[str] | None, words: Words) -> str:
    """The names of some actors."""
    return words.listed(words.actor(one) for one in ids or ())


def tellers(claims: Iterable[Claim], words: Words) -> list[dict[str, str]]:
    """Claims to choose one of: the id of each, who told it, its type and its sentence."""
    return [{"id": claim.id, "by": words.source(claim.source, claim.source_id),
             "type": words.name("type", claim.event.sub_event_type), "told": claim.sentence} for claim in claims]
