"""Resolution: of the places that a name may mean, the one that an article means, or none of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sijill.documents import Document, Extent
from sijill.extract.reference.setting import setting_of
from sijill.extract.times.datelines import of_dateline
from sijill.grounding.candidates import Candidate, Candidates
from sijill.grounding.names import name_keys
from sijill.grounding.places import Vector, apart, kind_class, settings

_ANCHORS: Final = 24
_NEAR_KM: Final = 40.0
_WITHIN_KM: Final = 15.0
_SAME_SENTENCE: Final = 3.0
_LEAST_SURE: Final = 0.35
_SURE_NAME: Final = 0.9
_FOREIGN: Final = 0.03
_BESIDE: Final = 0.25
_NOWHERE: Final = 0.02
_WIDE_SHARE: Final = 0.7
_PEOPLE: Final = {"city": 50_000, "town": 8_000, "village": 1_000, "quarter": 5_000, "governorate": 500_000,
                  "country": 10_000_000}
SAID: Final = frozenset({"kind", "definite"})
"""The rules of mentions whose kind stands in the text; other kinds come from a table."""
_UNSAID_KIND: Final = 0.5
_WIDE: Final = frozenset({"country", "governorate", "region", "district"})
_UNSAID: Final = frozenset({"area", "site", "front"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A name as an article has it: its kind, extent, container and sentence; `said`: the text tells the kind."""

    name: str
    kind: str | None = None
    extent: Extent = "whole"
    within: str | None = None
    sentence: int | None = None
    said: bool = True


@dataclass(slots=True)
class Scored:
    """A candidate with its score, its share of the probability, and what each feature has given."""

    candidate: Candidate
    score: float
    share: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that an article surely names: what other places may be near to."""

    key: str
    candidate: Candidate
    vector: Vector
    radius: float
    weight: float
    sentences: frozenset[int]
    mentions: int


class Context:
    """What an article tells of where it plays: its countries and the places that it surely names."""

    def __init__(self, shares: Mapping[str, float], anchors: Sequence[Anchor] = (),
                 names: frozenset[str] | None = None) -> None:
        self.shares = shares
        self.anchors = tuple(anchors)
        self.names = names

    @classmethod
    def of(cls, document: Document, candidates: Candidates) -> Context:
        """The context of a document whose places have been found."""
        alone = cls(_shares(document, candidates), (), frozenset(m.name for m in document.places or ()))
        named: dict[str, tuple[Asked, list[int]]] = {}
        told: set[str] = set()
        ends = [s.last for s in document.sentences or ()]
        number = 0
        for mention in document.places or ():
            while number < len(ends) and mention.first >= ends[number]:
                number += 1
            if not of_dateline(document.text, mention.start, mention.end):
                told.add(mention.name)
            known = named.get(mention.name)
            if known is not None:
                known[1].append(number)
            elif len(named) < _ANCHORS:
                named[mention.name] = (Asked(mention.name, mention.kind, mention.extent, mention.within,
                                              said=mention.rule in SAID), [number])
        anchors: list[Anchor] = []
        headings: list[Anchor] = []
        for asked, sentences in named.values():
            scored = score(asked, candidates, alone)
            if not scored or scored[0].share < _LEAST_SURE:
                continue
            best = scored[0].candidate
            keys = name_keys(asked.name)
            if best.vector is not None and best.kind != "country" and keys is not None:
                (anchors if asked.name in told else headings).append(
                    Anchor(keys.bare, best, best.vector, best.place.radius_km or 1.0, scored[0].share,
                           frozenset(sentences), len(sentences)))
        # where a report was written need not be near what it tells: asked where it names no two places else
        return cls(alone.shares, anchors if len(anchors) > 1 else anchors + headings, alone.names)


def _shares(document: Document, candidates: Candidates) -> dict[str, float]:
    """The countries in which an article plays: those of its sides and words, and of names that only one has."""
    weights: dict[str, float] = {}
    if document.sentences is not None and document.actors is not None and document.tokens is not None:
        weights.update(setting_of(document).weights)
    for name in list(dict.fromkeys(m.name for m in document.places or ()))[:_ANCHORS]:
        countries = {one.place.country for one in candidates.find(name) if one.quality >= _SURE_NAME}
        if len(countries) == 1:
            country = countries.pop()
            if country:
                weights[country] = weights.get(country, 0.0) + 1.0
    total = sum(weights.values(), 0.0)
    return {country: weight / total for country, weight in weights.items()} if total else {}


def score(asked: Asked, candidates: Candidates, context: Context) -> list[Scored]:
    """The candidates of a name, the likeliest first; what their shares leave is the chance of none of them."""
    found = candidates.find(asked.name)
    if not found:
        return []
    weights = settings()["weights"]
    inside = candidates.find(asked.within)[:4] if asked.within and asked.within != asked.name else ()
    scored = []
    for one in found:
        parts = _parts(one, asked, inside, context)
        scored.append((sum((weights[name] * value for name, value in parts.items()), 0.0), one, parts))
    top = max(max(s for s, _, _ in scored), weights["nothing"])
    total = math.exp(weights["nothing"] - top) + sum((math.exp(s - top) for s, _, _ in scored), 0.0)
    out = [Scored(one, s, math.exp(s - top) / total, parts) for s, one, parts in scored]
    return sorted(out, key=lambda s: (-s.score, s.candidate.place.id))


def _parts(one: Candidate, asked: Asked, inside: Sequence[Candidate], context: Context) -> dict[str, float]:
    kind = _agreement(asked.kind, one) * (1.0 if asked.said else _UNSAID_KIND)
    parts = {"quality": one.quality, "kind": kind, "population": _people(one), "country": _country(one, context)}
    # a container that the article does not name comes from a table: it is no evidence
    if asked.within and (context.names is None or asked.within in context.names):
        keys = name_keys(asked.within)
        if keys is not None and keys.bare in one.inside:
            parts["within_named"] = 1.0
        if inside and one.vector is not None:
            parts["within_near"] = max(_closeness(one.vector, other) for other in inside)
            if parts["within_near"] < _NOWHERE:
                parts["outside"] = 1.0
    if one.vector is None:
        parts["unlocated"] = 1.0
    else:
        near = _near(one, asked, context)
        if near is not None:
            parts["near"] = near
            if near < _NOWHERE:
                parts["far"] = 1.0
    if one.kind in _WIDE and one.kind != "district" and asked.kind is None:
        parts["wide"] = 1.0
    told = "within_named" in parts or asked.said and kind >= 1 or parts.get("near", 0.0) > _BESIDE
    if one.place.ambiguous and not told:
        parts["ambiguous"] = 1.0
    if context.shares and one.kind != "country" and parts["country"] < _FOREIGN:
        parts["foreign"] = 1.0
    if one.also:
        parts["bulk"] = float(len(one.also))
    return parts


def _agreement(said: str | None, one: Candidate) -> float:
    """Whether the kind that is said is the candidate's: 1 the same, 0 nothing said, less where they differ."""
    if said is None or said in _UNSAID:
        return 0.0
    if said == one.place.kind:
        return 1.0
    mine, its = kind_class(said), one.kind
    if mine == its:
        return 0.8
    pair = {mine, its}
    if pair <= {"settlement", "quarter", "district"} or pair <= {"facility", "nature", "road"}:
        return 0.0
    if pair <= {"governorate", "settlement", "region", "district"}:
        return -0.3
    return -1.0


def _people(one: Candidate) -> float:
    return math.log10(1 + (one.population or _PEOPLE.get(one.place.kind, 500)))


def _country(one: Candidate, context: Context) -> float:
    if not context.shares:
        return 0.3
    return context.shares.get(one.place.country or "", 0.0)


def _closeness(vector: Vector, other: Candidate) -> float:
    if other.vector is None:
        return 0.0
    gap = max(0.0, apart(vector, other.vector) - (other.place.radius_km or 2.0))
    wide = _WIDE_SHARE if other.kind in _WIDE else 1.0
    return math.exp(-gap / _WITHIN_KM) * other.quality * wide


def _near(one: Candidate, asked: Asked, context: Context) -> float | None:
    keys = name_keys(asked.name)
    mine = keys.bare if keys else ""
    total = close = 0.0
    assert one.vector is not None
    for anchor in context.anchors:
        if anchor.key == mine:
            continue
        weight = anchor.weight
        if asked.sentence is not None and asked.sentence in anchor.sentences:
            weight *= _SAME_SENTENCE
        gap = max(0.0, apart(one.vector, anchor.vector) - anchor.radius)
        close += weight * math.exp(-gap / _NEAR_KM)
        total += weight
    return close / total if total else None
