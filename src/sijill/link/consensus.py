"""Consensus: what the claims of an event together say, field by field, with every reading that disagrees."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sijill.arabic.folding import fold_word
from sijill.documents import Event, PlaceArgument
from sijill.ledger import (
    INDEPENDENT,
    UNKNOWN_BLOC,
    Claim,
    Field,
    Link,
    LinkedEvent,
    Reading,
    Status,
)
from sijill.link.agreement import agreed_days, agreed_tolls
from sijill.link.corrected import corrected
from sijill.link.corrections import Correction
from sijill.link.traits import Spot, spot_of
from sijill.link.verdicts import Verdicts
from sijill.records import ACTOR_ROLES
from sijill.resources import table

V = TypeVar("V", bound=Hashable)
_STATUS: tuple[Status, ...] = ("asserted", "denied", "uncertain", "planned")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it counts: what it says with corrections, who vouches for it, and whether a person accepted it.

    `weapon` is what it calls the weapon.
    """

    claim: Claim
    event: Event
    teller: str
    accepted: bool
    weapon: str | None


def linked_event(event_id: str, claims: Sequence[Claim], links: Sequence[Link], said: Verdicts) -> LinkedEvent:
    """The event that claims make: rejected ones belong to it but say nothing, unless all of them are rejected."""
    kept = [c for c in claims if c.id not in said.rejected]
    vouching = tellers(claims)
    told = []
    for c in kept or claims:
        corrections = said.corrections.get(c.id, {})
        told.append(Told(c, corrected(c.event, corrections), vouching[c.id], c.id in said.accepted,
                         _weapon(c, corrections.get("weapon"))))
    # what is denied or planned says less of what happened than what is told as having happened
    firm = [t for t in told if t.event.factuality in ("asserted", "uncertain")] or told
    kinds = _field(told, lambda t: t.event.sub_event_type, firm)
    roles = {role: _field(told, functools.partial(_ids, role), firm) for role in ACTOR_ROLES}
    roles["actor2"] = _facing(roles["actor1"], roles["actor2"], {t.claim.id for t in told if t.accepted})
    earliest, latest, precision = agreed_days([(t.event.time.earliest, t.event.time.latest, t.teller) for t in firm])
    blocs = tellers_by_bloc(t.claim for t in told)
    assert kinds.value is not None
    return LinkedEvent(
        event_id, tuple(claims), tuple(links), _event_type(kinds.value), kinds, **roles,
        places=_places(firm), earliest=earliest, latest=latest, time_precision=precision,
        tolls=agreed_tolls([(t.claim.id, t.teller, t.claim.published, t.event.casualties) for t in firm]),
        weapon=_weapons(told, firm), factuality=_field(told, lambda t: t.event.factuality, told),
        status="rejected" if not kept else _status(told), blocs=blocs, one_sided=one_sided(blocs))


def tellers(claims: Iterable[Claim]) -> dict[str, str]:
    """Who vouches for claims, by claim id: the outlet that told it first, or the article where no outlet is known.

    Two articles of one outlet are one voice; a reprint is the voice of what it copies.
    """
    claims = list(claims)
    first = {claim.article_id: claim for claim in claims if not claim.copy_of}
    return {claim.id: _teller(first.get(claim.original, claim)) for claim in claims}


def _teller(claim: Claim) -> str:
    # of a reprint alone it is not known here whose its original is
    if claim.copy_of or not claim.source:
        return claim.original
    return " ".join(claim.source.split()).lower()


def tellers_by_bloc(claims: Iterable[Claim]) -> tuple[tuple[str, int], ...]:
    """How many independent tellers each bloc has, most first; a reprint counts with what it copies."""
    claims = sorted(claims, key=lambda c: (c.copy_of is not None, c.id))
    vouching = tellers(claims)
    voices: dict[str, str] = {}
    for claim in claims:
        voices.setdefault(vouching[claim.id], claim.bloc)
    return tuple(sorted(Counter(voices.values()).items(), key=lambda pair: (-pair[1], pair[0])))


def one_sided(blocs: Sequence[tuple[str, int]]) -> str | None:
    """The bloc that alone tells an event; None where several do, an independent outlet does, or it is not known who."""
    return blocs[0][0] if len(blocs) == 1 and blocs[0][0] not in (INDEPENDENT, UNKNOWN_BLOC) else None


def _status(told: Sequence[Told]) -> Status:
    """What is asserted and denied is disputed, unless a person accepted one of the two."""
    chosen = [t for t in told if t.accepted] or told
    held = {t.event.factuality for t in chosen}
    if {"asserted", "denied"} <= held:
        return "disputed"
    return next(one for one in _STATUS if one in held)


def _field(told: Sequence[Told], value: Callable[[Told], V | None], firm: Sequence[Told]) -> Field[V]:
    """The readings of a field: accepted claims first, then firm ones, then by independent tellers and claims."""
    readings: dict[V, list[Told]] = {}
    for one in told:
        found = value(one)
        if found is not None:
            readings.setdefault(found, []).append(one)
    firmly = {id(one) for one in firm}

    def rank(found: V) -> tuple[bool, int, int, int, str]:
        holders = readings[found]
        firm_holders = [t for t in holders if id(t) in firmly]
        return (not any(t.accepted for t in holders), -len({t.teller for t in firm_holders}),
                -len({t.teller for t in holders}), -len(holders), str(found))

    return Field(tuple(_reading(found, readings[found]) for found in sorted(readings, key=rank)))


def _facing(first: Field[tuple[str, ...]], second: Field[tuple[str, ...]],
            accepted: set[str]) -> Field[tuple[str, ...]]:
    """The readings of the second side, those that are the first side itself last, unless a person accepted them.

    Claims of one clash may name its sides in either order, so that each side may lead the readings of both.
    """
    own = frozenset(first.value or ())
    return Field(tuple(sorted(second.readings, key=lambda reading: not (
        own.isdisjoint(reading.value) or accepted.intersection(reading.claims)))))


def _reading(value: V, holders: Sequence[Told]) -> Reading[V]:
    return Reading(value, tuple(t.claim.id for t in holders), tuple(sorted({t.claim.bloc for t in holders})))


def _ids(role: str, told: Told) -> tuple[str, ...] | None:
    """The sides of a role, each once, in one order."""
    return tuple(sorted({a.id for a in getattr(told.event, role)})) or None


def _weapons(told: Sequence[Told], firm: Sequence[Told]) -> Field[str]:
    """What claims call the weapon, in the words of one of them; words that are but spelled otherwise are the same."""
    spelled: dict[str, set[str]] = {}
    for one in told:
        if one.weapon:
            spelled.setdefault(_folded(one.weapon), set()).add(one.weapon)
    # the least is the one with hamzas and ta marbutas, where another claim leaves them out
    return Field(tuple(Reading(min(spelled[r.value]), r.claims, r.blocs)
                       for r in _field(told, lambda t: _folded(t.weapon) if t.weapon else None, firm).readings))


def _folded(words: str) -> str:
    return " ".join(fold_word(word) for word in words.split())


def _weapon(claim: Claim, said: Correction | None) -> str | None:
    """What a claim calls the weapon: in its sentence, or as a person corrected it."""
    weapon, at = claim.event.weapon, claim.sentence_start
    if said is not None:
        called = said.value or ""
    else:
        called = claim.sentence[max(0, weapon.start - at):max(0, weapon.end - at)] if weapon else ""
    return " ".join(called.split()) or None


@functools.cache
def _event_type(sub_event_type: str) -> str:
    rows = table("ontology.tsv", ("sub_event_type", "event_type"))
    return next(row["event_type"] for row in rows if row["sub_event_type"] == sub_event_type)


def _places(told: Sequence[Told]) -> Field[PlaceArgument]:
    """Every place named: those first that most tellers name or that lie in what they name, of them the finest.

    A claim that names a town backs the quarter in it that another names; one that names another town does not.
    """
    named: dict[str, list[tuple[Told, PlaceArgument, Spot]]] = {}
    for one in told:
        for place in one.event.places:
            spot = spot_of(place)
            named.setdefault(spot.place_id or spot.name, []).append((one, place, spot))
    located = {t.teller for t in told if t.event.places}
    ranks: dict[str, tuple[object, ...]] = {}
    for key, rows in named.items():
        own = {t.teller for t, _, _ in rows}
        around = frozenset().union(*(spot.around for _, _, spot in rows))
        backed = own | {t.teller for other, its in named.items() if other != key
                        for t, _, spot in its if spot.name in around}
        accepted = any(t.accepted for t, _, _ in rows)
        size = min(_size(place) for _, place, _ in rows)
        ranks[key] = (not accepted, 2 * len(backed) < len(located), size, -len(own), key)
    return Field(tuple(_place_reading(named[key]) for key in sorted(ranks, key=ranks.__getitem__)))


def _place_reading(rows: Sequence[tuple[Told, PlaceArgument, Spot]]) -> Reading[PlaceArgument]:
    """A place as the claim gives it that gives it most exactly, told first by that claim."""
    order = sorted(range(len(rows)), key=lambda at: (_size(rows[at][1]), -_score(rows[at][1]), at))
    holders = list(dict.fromkeys(rows[at][0].claim.id for at in order))
    blocs = tuple(sorted({t.claim.bloc for t, _, _ in rows}))
    return Reading(rows[order[0]][1], tuple(holders), blocs)


def _size(place: PlaceArgument) -> float:
    found = place.grounding
    if found is None:
        # a name that no gazetteer has is mostly of a small place, but where it lies is not known
        return 30.0
    return found.radius_km if found.radius_km is not None else math.inf


def _score(place: PlaceArgument) -> float:
    return place.grounding.score if place.grounding else 0.0
