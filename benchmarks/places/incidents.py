"""The incidents: real reports with coordinates, coded and grounded; how far the first event's place lies off."""

from __future__ import annotations

import json
import pathlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from training.incidents import half_of

from sijill.documents import Document, PlaceArgument
from sijill.grounding.names import name_keys
from sijill.grounding.places import distance_km
from sijill.pipeline import Coder

LIMITS = (1, 5, 25)


@dataclass(frozen=True)
class Answer:
    """One report: the place that was answered (None: no answer), how far off, and the cause where it is wrong."""

    half: int
    place: PlaceArgument | None
    km: float | None
    cause: str


def read(path: pathlib.Path) -> list[dict[str, Any]]:
    """The reports of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def answers(reports: Sequence[dict[str, Any]], coder: Coder) -> list[Answer]:
    """The most exact place of the first coded event that has a point, for each report."""
    out = []
    for report in reports:
        document = coder(report["text"], source=report["source"], title=report["title"],
                         published=report["published"])
        place = most_exact(document)
        km = off(report, place)
        out.append(Answer(half_of(report["incident_id"]), place, km, cause(report, document, place, km)))
    return out


def most_exact(document: Document) -> PlaceArgument | None:
    """The most exact place of the first event that has a place with a point."""
    for event in document.events or ():
        known = [p for p in event.places if p.grounding and p.grounding.lat is not None]
        if known:
            return min(known, key=lambda p: (p.grounding.geo_precision, p.grounding.radius_km))  # type: ignore
    return None


def off(report: dict[str, Any], place: PlaceArgument | None) -> float | None:
    """Kilometres between a place and the incident's point."""
    if place is None or place.grounding is None or place.grounding.lat is None or place.grounding.lon is None:
        return None
    return distance_km(report["lat"], report["lon"], place.grounding.lat, place.grounding.lon)


def cause(report: dict[str, Any], document: Document, place: PlaceArgument | None, km: float | None) -> str:
    """Why an answer is more than 5 km off: which step lost the place."""
    if km is not None and km <= 5:
        return "right within 5 km"
    places = [p for e in document.events or () for p in e.places]
    distances = [off(report, p) for p in places]
    if any(d is not None and d <= 5 for d in distances):
        return "another event has the right place: the first event is not the incident's"
    wanted = name_keys(report["place_ar"].split(",")[0])
    named = [p for p in places if wanted and (keys := name_keys(p.name)) and keys.core == wanted.core]
    if named:
        if any(p.grounding and p.grounding.reasons[0].startswith("its own") or p.grounding is None for p in named):
            return "named in an event, in no gazetteer"
        return "named in an event, the wrong place or point chosen"
    if place is None:
        return "no event with a known place"
    if any(wanted and (keys := name_keys(m.name)) and keys.core == wanted.core for m in document.places or ()):
        return "the article names it, no event has it"
    if place.grounding and place.grounding.geo_precision != 1:
        return "only a wider place is given"
    return "the name was not read as a place"


def within(found: Sequence[Answer], half: int | None = None) -> list[float]:
    """The share of answers within 1, 5 and 25 km; no answer is wrong."""
    chosen = [a for a in found if half is None or a.half == half]
    return [sum(a.km is not None and a.km <= km for a in chosen) / len(chosen) for km in LIMITS]


def causes(found: Sequence[Answer]) -> list[tuple[str, int]]:
    """The answers by cause, the most frequent first."""
    return Counter(a.cause for a in found).most_common()
