"""The component that grounds a document: every place of its events and control claims gets a point, or none."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sijill.documents import (
    Alternative,
    Container,
    ControlClaim,
    Document,
    Event,
    Grounding,
    PlaceArgument,
    PlaceMention,
)
from sijill.extract.tables.gazetteer import gazetteer
from sijill.grounding.candidates import Candidate, Candidates
from sijill.grounding.file import PlaceFile
from sijill.grounding.names import name_keys
from sijill.grounding.narrowing import narrowed
from sijill.grounding.places import apart, kind_class, settings
from sijill.grounding.precision import EXACT, NEARBY, REGION, Spot, Way, is_seat, spot, way_to
from sijill.grounding.resolve import SAID, Asked, Context, Scored, score
from sijill.grounding.shipped import chosen_files, shipped
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences", "places", "events")
ASSIGNS: Final = ("events", "control")

_ALTERNATIVES: Final = 4
_LEAST_SHARE: Final = 0.01
_OF_A_CITY: Final = frozenset({"quarter", "facility"})
_SAME_POINT_KM: Final = 25.0
_CONTAINER_KM: Final = 12.0
CONTAINED: Final = "its own point is not known: the place that contains it"


class Grounder:
    """Grounds documents in the gazetteer that ships and in the files it is given; opened when first used."""

    def __init__(self, files: Sequence[Path | str] | None = None) -> None:
        self.files = None if files is None else tuple(Path(f) for f in files)
        self._candidates: Candidates | None = None
        self._process = 0

    def __reduce__(self) -> tuple[object, ...]:
        return (Grounder, (self.files,))

    @property
    def candidates(self) -> Candidates:
        """The gazetteers, opened; DataError if a named file is not one."""
        # a connection to SQLite must not be carried into a forked process
        if self._candidates is None or self._process != os.getpid():
            self._process = os.getpid()
            self._candidates = Candidates([*(PlaceFile.open(path) for path in chosen_files(self.files)), shipped()])
        return self._candidates

    def __call__(self, document: Document) -> Document:
        """The document with a grounding on each place that a gazetteer knows."""
        if not document.events and not document.control:
            return document
        page = _Page(document, self.candidates)
        events = document.events and tuple(page.event(event) for event in document.events)
        control = document.control and tuple(page.claim(claim) for claim in document.control)
        return replace(document, events=events, control=control)

    def resolve(self, asked: Asked, context: Context | None = None) -> Grounding | None:
        """The place that a name alone means; None where none is likely."""
        return ground(asked, self.candidates, context or Context({}), Way())


class _Page:
    """One document while it is grounded."""

    def __init__(self, document: Document, candidates: Candidates) -> None:
        self.document = document
        self.candidates = candidates
        self.context = Context.of(document, candidates)
        self.mentions = {(m.start, m.end, m.name): m for m in document.places or ()}
        self.sentences = [(s.start, s.end, s.first, s.last) for s in document.sentences or ()]
        self.done: dict[tuple[Asked, Way], Grounding | None] = {}

    def event(self, event: Event) -> Event:
        return replace(event, places=tuple(map(self.place, event.places))) if event.places else event

    def claim(self, claim: ControlClaim) -> ControlClaim:
        return replace(claim, place=self.place(claim.place))

    def place(self, place: PlaceArgument) -> PlaceArgument:
        mention: PlaceMention | None = self.mentions.get((place.start, place.end, place.name))
        number = next((n for n, s in enumerate(self.sentences) if s[0] <= place.start < s[1]), None)
        way = Way()
        if mention is not None and number is not None and self.document.tokens is not None:
            _, _, first, last = self.sentences[number]
            way = way_to(self.document.tokens, mention, first, last)
        asked = Asked(place.name, mention.kind if mention else None, place.extent, place.within, number,
                      mention is not None and mention.rule in SAID)
        if (asked, way) not in self.done:
            self.done[asked, way] = ground(asked, self.candidates, self.context, way)
        found = self.done[asked, way]
        return replace(place, grounding=found, within=self._within(place, found))

    def _within(self, place: PlaceArgument, found: Grounding | None) -> str | None:
        """What holds a place: what the article says, or what holds the place that its name was found to mean."""
        own = name_keys(place.within) if place.within is not None else None
        if own is None or found is None or not found.chain or found.lat is None or CONTAINED in found.reasons:
            return place.within
        held = {keys.bare for holder in found.chain if (keys := name_keys(holder.name)) is not None}
        said = place.within in (self.context.names or ())
        return place.within if said or own.bare in held else found.chain[0].name


def ground(asked: Asked, candidates: Candidates, context: Context, way: Way) -> Grounding | None:
    """The likeliest place of a name with its point, or its container's where its own is not known, or None."""
    scored = score(asked, candidates, context)
    nothing = 1 - sum((s.share for s in scored), 0.0)
    if scored and scored[0].share >= nothing:
        best = scored[0]
        where = narrowed(_beside(best, asked, spot(best.candidate, asked.extent, way)), best.candidate, context.anchors,
                         asked.sentence)
        if where.lat is not None:
            reasons = [*_reasons(best, asked), *([where.reason] if where.reason else [])]
            return Grounding(best.candidate.place.id, best.candidate.place.name, best.candidate.place.kind,
                             where.lat, where.lon, where.radius_km, where.geo_precision,
                             chain(best.candidate, candidates),
                             calibrated(_support(best, scored), where.geo_precision, False), _alternatives(scored),
                             tuple(reasons))
    return _container(asked, candidates, context, scored)


def _beside(best: Scored, asked: Asked, where: Spot) -> Spot:
    """A hospital that is found only by its town's name lies somewhere in the town: near, not exact."""
    if best.candidate.match not in ("core", "head") or where.radius_km is None or where.geo_precision != EXACT:
        return where
    same = kind_class(asked.kind) in (None, best.candidate.kind)
    return where if same else replace(where, radius_km=where.radius_km + 1.0, geo_precision=NEARBY)


def _container(asked: Asked, candidates: Candidates, context: Context, scored: Sequence[Scored]) -> Grounding | None:
    """The place that is said to contain one of no known point: its area, never its centre alone."""
    within = _said_container(asked, context, scored)
    if within is None:
        return _unlocated(scored, candidates)
    around = score(Asked(within, sentence=asked.sentence), candidates, context)
    if not around or around[0].share < 1 - sum((s.share for s in around), 0.0):
        return _unlocated(scored, candidates)
    best = around[0]
    # what lies in a place of a governorate's name lies somewhere in the governorate
    kind = scored[0].candidate.place.kind if scored and scored[0].candidate.vector is None else asked.kind
    inner = kind_class(kind) in _OF_A_CITY
    seat = is_seat(best.candidate) and not inner
    where = spot(best.candidate, "countryside" if seat else "whole", Way())
    if where.lat is None or where.radius_km is None or best.candidate.kind == "country":
        return _unlocated(scored, candidates)
    close = best.candidate.kind in ("quarter", "facility")
    radius = where.radius_km + (1.0 if close or inner else 0.0 if seat else _CONTAINER_KM)
    mine = name_keys(asked.name)
    others = [a for a in context.anchors if mine is None or a.key != mine.bare]
    where = narrowed(replace(where, radius_km=radius), best.candidate, others, asked.sentence)
    precision = max(where.geo_precision, where.geo_precision if close else NEARBY)
    place = best.candidate.place
    return Grounding(place.id, place.name, place.kind, where.lat, where.lon, round(radius, 2), precision,
                     chain(best.candidate, candidates), calibrated(_support(best, around), precision, True),
                     _alternatives(scored, best), tuple(filter(None, (CONTAINED, where.reason))))


def _said_container(asked: Asked, context: Context, scored: Sequence[Scored]) -> str | None:
    """What contains a place: what the article says, or what the gazetteer says of a place it has no point for."""
    if scored and scored[0].share >= 1 - sum((s.share for s in scored), 0.0) and scored[0].candidate.vector is None:
        told = scored[0].candidate.place.within
        return asked.within or (told[0] if told else None)
    if asked.within is None or asked.within == asked.name or asked.kind is None:
        return None
    return asked.within if context.names is None or asked.within in context.names else None


def _unlocated(scored: Sequence[Scored], candidates: Candidates) -> Grounding | None:
    """A place that is known, but not where it lies: its id and chain without a point."""
    nothing = 1 - sum((s.share for s in scored), 0.0)
    if not scored or scored[0].share < nothing:
        return None
    best = scored[0]
    if best.candidate.vector is not None and best.candidate.kind != "country":
        return None
    place = best.candidate.place
    return Grounding(place.id, place.name, place.kind, None, None, None, None, chain(best.candidate, candidates),
                     calibrated(best.share, NEARBY, True), _alternatives(scored),
                     ("a country is no point" if best.candidate.kind == "country" else "its point is not known",))


def calibrated(support: float, precision: int, container: bool) -> float:
    """The probability that a point is right: the share of the name's meanings that lie there, times what the fit says.

    The second factor is the chance that the article means this kind of answer at all, fitted on reports with
    coordinates.
    """
    known = settings()["calibration"]
    logit = known["intercept"] + known["container"] * container + known["nearby"] * (precision == NEARBY)
    logit += known["region"] * (precision == REGION)
    return float(round(min(support, 1.0) ** known["slope"] / (1 + math.exp(-logit)), 3))


def _support(best: Scored, scored: Sequence[Scored]) -> float:
    """The shares of all candidates that lie where the best one does: gazetteers have many a place twice."""
    here = best.candidate.vector
    return sum((s.share for s in scored if s is best or here is not None and s.candidate.vector is not None
                and apart(here, s.candidate.vector) <= _SAME_POINT_KM), 0.0)


def _alternatives(scored: Sequence[Scored], chosen: Scored | None = None) -> tuple[Alternative, ...]:
    out: list[Alternative] = []
    for one in scored if chosen else scored[1:]:
        place = one.candidate.place
        if one.share >= _LEAST_SHARE and len(out) < _ALTERNATIVES and one is not chosen:
            out.append(Alternative(place.id, place.name, place.lat, place.lon, round(one.share, 3)))
    return tuple(out)


def _reasons(best: Scored, asked: Asked) -> list[str]:
    parts, one = best.parts, best.candidate
    out = [f"name {one.match}"]
    if asked.said and parts.get("kind", 0) >= 0.8:
        out.append(f"said to be a {asked.kind}")
    if "within_named" in parts:
        out.append(f"lies in {asked.within}")
    elif parts.get("within_near", 0) > 0.3:
        out.append(f"lies near {asked.within}")
    if parts.get("near", 0) > 0.3:
        out.append("near the other places of the article")
    if parts.get("country", 0) > 0.3 and one.place.country:
        out.append(f"the article plays in {one.place.country}")
    if parts.get("ambiguous"):
        out.append("the name is also a word")
    return out


def chain(candidate: Candidate, candidates: Candidates) -> tuple[Container, ...]:
    """What contains a place, nearest first, up to its country."""
    known = candidates.chains.get(candidate.place.id)
    if known is None:
        known = candidates.chains[candidate.place.id] = _chain(candidate, candidates)
    return known


def _chain(candidate: Candidate, candidates: Candidates) -> tuple[Container, ...]:
    place = candidate.place
    out: list[Container] = []
    seen = {keys.full for keys in (name_keys(place.name),) if keys and candidate.kind == "governorate"}
    for number, name in enumerate(place.within):
        keys = name_keys(name)
        last = number == len(place.within) - 1
        if keys is None or keys.full in seen:
            continue
        seen.add(keys.full)
        found = _holder(name, candidate, candidates, last)
        out.append(Container(name, found.place.kind if found else "place", found.pcode if found else None))
    country = gazetteer().country_name(place.country) if place.country else None
    if country and candidate.kind != "country" and (not out or out[-1].kind != "country"):
        out.append(Container(country, "country"))
    return tuple(out)


def _holder(name: str, inner: Candidate, candidates: Candidates, last: bool) -> Candidate | None:
    """The likeliest place that a container's name means: of the same country, a governorate where it is the last."""
    found = [c for c in candidates.find(name) if c.place.country == inner.place.country]
    return next((c for c in found if c.kind in ("governorate", "country")), None) if last and any(
        c.kind in ("governorate", "country") for c in found) else next(
        (c for c in found if c.place.id != inner.place.id), None)
