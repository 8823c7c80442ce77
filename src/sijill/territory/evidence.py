"""Evidence: what the claims of an article say of who holds a place, each with its weight-giving circumstances."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sijill.arabic.tokens import tokenize
from sijill.documents import ControlClaim, Document, Event, PlaceArgument, Speaker
from sijill.extract.events.control import LEAVING
from sijill.extract.tables.lexicon import TAKING
from sijill.extract.tables.registry import registry
from sijill.extract.takings.handing import handing
from sijill.grounding.names import name_keys
from sijill.grounding.places import kind_class
from sijill.link.outlets import outlet_of
from sijill.territory import wording
from sijill.territory.holders import Side, holder_of, sides_of
from sijill.territory.spots import bare, country_of

Spread = Literal["whole", "part", "around"]
Relation = Literal["own", "enemy", "monitor", "unknown"]

SPREADS: dict[str, Spread] = {"whole": "whole", "part": "part", "edge": "part", "around": "around",
                              "countryside": "around"}
_STRIKES = frozenset(("Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon"))
_BOMBS = frozenset(("Suicide bomb", "Remote explosive/landmine/IED", "Grenade"))
_POLICES = frozenset(("Arrests", "Disrupted weapons use", "Looting/property destruction"))
_KINDS = {"Armed clash": "clash", "Headquarters or base established": "base", "Change to group/activity": "moves",
          "Attack": "harms", "Abduction/forced disappearance": "harms"} | dict.fromkeys(_STRIKES, "strikes") \
    | dict.fromkeys(_BOMBS, "bombs") | dict.fromkeys(_POLICES, "polices")
CHANGES = frozenset(("takes", "leaves", "enters"))
"""Kinds that say that the holder was another before."""
_INDEPENDENT = frozenset(("monitor", "international", "medical"))
_PARTIES = frozenset(("belligerent", "state_media", "anonymous_official"))
_TOWNS = frozenset(("settlement", "quarter"))
_INSIDE = frozenset(("quarter", "facility"))
_OUTSIDE = frozenset(("road", "nature", "region", "district"))
_LONG = 10
_OPERATION = "operation."
"""Begins the rule of a taking that operations are under way for."""
_OLD = 3
_AROUND = 160
_STOPS = ("\n", ". ", "؟", "!")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim about one place: who holds it, or not, on `day`, as was known on `known`.

    `subjects` are the holders of whom the claim tells, `objects` those whom it sets against them; `sides` are the
    members of both that it names; `words` is the sentence that says so. `before` is the last day before a change.
    `age`: fresh, old (told days later), undated.
    """

    claim: str
    article: str
    kind: str
    spread: Spread
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    sides: tuple[Side, ...]
    place: PlaceArgument
    country: str | None
    day: dt.date
    before: dt.date | None
    known: dt.date
    relation: Relation
    factuality: str
    age: Literal["fresh", "old", "undated"]
    teller: str
    source: str | None
    words: str = ""


def evidence_of(document: Document) -> Iterator[Evidence]:
    """What a coded document says of who holds which place; nothing where it has no date at all."""
    events, control = document.events or (), document.control or ()
    article = document.article_id
    country = country_of(p for e in events for p in e.places)
    leavers: dict[int, set[str]] = {}
    for claim in control:
        if claim.event is not None and claim.polarity == "lost":
            leavers.setdefault(claim.event, set()).add(claim.holder)
    claimed = {claim.event for claim in control}
    page = _Page(document, article, country)
    for number, event in enumerate(events):
        if event.sub_event_type == LEAVING and number not in claimed and handing(document.text, event):
            # people or bodies were handed over, and no place
            continue
        kind, subjects, objects = _read(event, leavers.get(number, set()), document.text)
        if kind and (subjects or objects):
            yield from page.event(event, kind, subjects, objects)
    taken = {bare(place.name): event for event in events
             if event.factuality == "asserted" and _read(event, set(), document.text)[0] == "takes"
             for place in event.places}
    for number, claim in enumerate(control):
        if claim.event is None or claim.event >= len(events) or not _told(events[claim.event]):
            yield from page.standing(claim, number, taken.get(bare(claim.place.name)))


def _told(event: Event) -> bool:
    """Whether what an event says of control is read from the event itself."""
    return event.sub_event_type in TAKING or event.sub_event_type == LEAVING


def _read(event: Event, leavers: set[str], text: str) -> tuple[str | None, Sequence[str], Sequence[str]]:
    first = tuple(a.id for a in event.actor1)
    second = tuple(a.id for a in event.actor2)
    kind = event.sub_event_type
    if kind in TAKING or kind == LEAVING:
        if event.factuality_rule.startswith(_OPERATION) and kind in TAKING:
            return "attempts", first, second
        if event.factuality in ("denied", "planned"):
            # who leaves is not told apart where the leaving did not happen
            return (event.factuality, first, second) if kind in TAKING else (None, (), ())
        at = event.trigger.start, event.trigger.end
        if kind in TAKING:
            return "attempts" if wording.attempted(text, *at) else "takes", first, second
        if wording.expels(text, *at) and second:
            return "leaves", second, first
        if leavers:
            return "leaves", sorted(leavers), tuple(a for a in (*first, *second) if a not in leavers)
        return "enters", first, second
    if event.factuality in ("denied", "planned"):
        return None, (), ()
    return _KINDS.get(kind), first, second


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    article: str
    country: str | None

    def event(self, event: Event, kind: str, first: Sequence[str], second: Sequence[str]) -> Iterator[Evidence]:
        latest, earliest, published = event.time.latest, event.time.earliest, self.document.published
        day = latest or published or earliest
        if day is None:
            return
        undated = latest is None and earliest is None
        known = max(published, day) if published else day
        before = None
        if kind in CHANGES and not undated:
            began = earliest if earliest is not None and (day - earliest).days <= _LONG else day
            before = min(began, day) - dt.timedelta(days=1)
        wide = earliest is not None and (day - earliest).days > _LONG
        age: Literal["fresh", "old", "undated"] = (
            "undated" if undated or wide else "old" if (known - day).days > _OLD else "fresh")
        for place in event.places:
            yield from self._make(event.event_id, kind, first, second, place, day, before, known, event.factuality,
                                  age, event.attribution, (event.trigger.start, event.trigger.end))

    def standing(self, claim: ControlClaim, number: int, taken: Event | None) -> Iterator[Evidence]:
        """Who holds a place; before it was taken, where the same article says that another took it."""
        published = self.document.published
        day = claim.at or published
        if day is None or claim.holder == "CONTESTED":
            return
        known = max(published, day) if published else day
        quote = (claim.start, claim.end) if claim.start is not None and claim.end is not None else None
        if quote and wording.elsewhere(self.document.text, quote[0]):
            return
        kind, before = str(claim.polarity), None
        if kind == "holds" and taken is not None and claim.holder not in {a.id for a in taken.actor1}:
            kind, before = "held", (taken.time.earliest or day) - dt.timedelta(days=1)
        yield from self._make(f"{self.article[:16]}:{number}", kind, (claim.holder,), (), claim.place, day,
                              before, known, "asserted", "old" if (known - day).days > _OLD else "fresh",
                              self._speakers(claim), quote)

    def _speakers(self, claim: ControlClaim) -> tuple[Speaker, ...]:
        events = self.document.events or ()
        if claim.event is not None and claim.event < len(events):
            return events[claim.event].attribution
        return ()

    def _make(self, claim: str, kind: str, first: Sequence[str], second: Sequence[str], place: PlaceArgument,
              day: dt.date, before: dt.date | None, known: dt.date, factuality: str,
              age: Literal["fresh", "old", "undated"], attribution: Sequence[Speaker],
              quote: tuple[int, int] | None) -> Iterator[Evidence]:
        country = country_of((place,)) or self.country
        doers, targets = (tuple(dict.fromkeys(s for a in side for s in sides_of(a, country, day)))
                          for side in (first, second))
        subjects = tuple(dict.fromkeys(s.holder for s in doers))
        objects = tuple(dict.fromkeys(s.holder for s in targets if s.holder not in subjects))
        if not subjects and not objects:
            return
        relation = self._relation(attribution, subjects, objects, country, day)
        yield Evidence(claim, self.article, kind, _spread(place), subjects, objects,
                       tuple(dict.fromkeys((*doers, *targets))), place, country, day, before, known, relation,
                       factuality, age, self.article, self.document.source,
                       _sentence(self.document.text, *quote) if quote else "")

    def _relation(self, attribution: Sequence[Speaker], subjects: Sequence[str], objects: Sequence[str],
                  country: str | None, day: dt.date) -> Relation:
        """How who says it stands to whom it is said of: of the side itself, of its enemies, of neither."""
        spoken = [(s.kind, _sides_in(self.document.text[s.start:s.end])) for s in attribution]
        if any(kind in _INDEPENDENT for kind, _ in spoken):
            return "monitor"
        outlet = outlet_of(self.document.source, self.document.url)
        leaning = outlet.leaning if outlet else ()
        sides: list[str] = []
        for kind, named in spoken:
            if kind in _PARTIES:
                sides += named or leaning
        sides = sides or list(leaning)
        if "independent" in sides:
            return "monitor"
        camps = {holder_of(s, country, day) for s in sides} - {None}
        if camps & set(subjects):
            return "own"
        if camps & set(objects) or any(registry().hostile(s, o) for s in sides for o in subjects):
            return "enemy"
        return "unknown"


def _spread(place: PlaceArgument) -> Spread:
    """How much of its gazetteer's place a claim is about: a market is a part of a town, its junction lies outside."""
    said = SPREADS[place.extent]
    if said == "around" or place.grounding is None or bare(place.name) == bare(place.grounding.name):
        return said
    keys = name_keys(place.name)
    named, found = kind_class(keys.kind) if keys else None, kind_class(place.grounding.kind)
    if named is None or named == found or found not in _TOWNS:
        return said
    return "around" if named in _OUTSIDE else "part" if named in _INSIDE else said


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around some words, cut where it is long."""
    first = max((text.rfind(mark, max(0, start - _AROUND), start) for mark in _STOPS), default=-1)
    first = first + 1 if first >= 0 else max(0, start - _AROUND)
    last = min((at for mark in _STOPS if (at := text.find(mark, end, end + _AROUND)) >= 0), default=end + _AROUND)
    return " ".join(text[first:last].split())


@functools.lru_cache(maxsize=10_000)
def _sides_in(words: str) -> tuple[str, ...]:
    """The actors that the words for a speaker name, outlets by what they lean to."""
    outlet = outlet_of(words)
    if outlet is not None:
        return outlet.leaning
    found = [senses for *_, senses in registry().book.scan(tokenize(words))]
    return tuple(dict.fromkeys(sense.actor for senses in found for sense in senses[:1]
                               if sense.kind in ("name", "member", "loaded")))
