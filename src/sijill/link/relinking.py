"""Relinking: new claims change only the events that they reach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link.blocks import keys_of, may_meet
from sijill.link.comparison import compare
from sijill.link.identity import age
from sijill.link.linking import assemble, rules
from sijill.link.traits import Traits, traits_of
from sijill.link.verdicts import verdicts
from sijill.link.weights import weigh


class Neighbourhood(Protocol):
    """What relinking asks of a record; answers may hold more than is asked, in any order."""

    def sharing(self, keys: Collection[str]) -> Iterable[Claim]:
        """The claims that have any of these block keys."""

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """The claims with these ids, as far as the record has them."""

    def events_of(self, ids: Collection[str]) -> Mapping[str, str]:
        """Claim id -> event id of the last linking; claims that were never linked are left out."""

    def members(self, events: Collection[str]) -> Iterable[Claim]:
        """Every claim of these events, as last linked."""

    def decisions(self, ids: Collection[str]) -> Iterable[Decision]:
        """Every decision that names any of these claims, and every withdrawal of such a decision."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a relinking changes: events to be written in place of those of their ids, and ids that are no more."""

    events: tuple[LinkedEvent, ...]
    gone: tuple[str, ...]


def relink(fresh: Sequence[Claim], around: Neighbourhood) -> Relinked:
    """Link new claims, or ones that a decision names, into the record: only what they reach is linked again.

    Gives what `link_claims` gives over the whole record, for the events that differ.
    """
    reached = _Reach(around)
    reached.add(fresh)
    previous = dict(around.events_of(list(reached.traits)))
    said = verdicts(around.decisions(list(reached.traits)))
    order = sorted(reached.traits.values(), key=lambda one: age(one.claim))
    place = {one.claim.id: at for at, one in enumerate(order)}
    edges = sorted((min(place[a], place[b]), max(place[a], place[b]), weight)
                   for (a, b), weight in reached.edges.items())
    events = assemble(order, edges, said, previous)
    kept = {event.id for event in events}
    return Relinked(events, tuple(sorted(set(previous.values()) - kept)))


class _Reach:
    """The claims that hang together with some, be it by likeness, by a decision or by an event that was linked."""

    def __init__(self, around: Neighbourhood) -> None:
        self._around = around
        self.traits: dict[str, Traits] = {}
        self.edges: dict[tuple[str, str], float] = {}
        self._seen: dict[str, tuple[Traits, tuple[str, ...]]] = {}

    def add(self, claims: Iterable[Claim]) -> None:
        """Take claims in, and all that they reach."""
        frontier = self._take(claims)
        while frontier:
            found = self._alike(frontier)
            ids = [one.claim.id for one in frontier]
            found += self._around.members(sorted(set(self._around.events_of(ids).values())))
            named = {c for d in self._around.decisions(ids) if d.verb == "same" for c in d.claims}
            if named:
                found += self._around.claims(sorted(named))
            frontier = self._take(found)

    def _take(self, claims: Iterable[Claim]) -> list[Traits]:
        fresh = {}
        for claim in claims:
            if claim.id not in self.traits and claim.id not in fresh:
                fresh[claim.id] = self._known(claim)[0]
        self.traits |= fresh
        return list(fresh.values())

    def _known(self, claim: Claim) -> tuple[Traits, tuple[str, ...]]:
        known = self._seen.get(claim.id)
        if known is None:
            traits = traits_of(claim)
            known = self._seen[claim.id] = traits, keys_of(traits)
        return known

    def _alike(self, frontier: Sequence[Traits]) -> list[Claim]:
        """The claims that may tell the same as any of these; the ties to them are kept."""
        keys = {one.claim.id: self._known(one.claim)[1] for one in frontier}
        near = {claim.id: claim for claim in self._around.sharing(sorted({k for own in keys.values() for k in own}))}
        near |= {one.claim.id: one.claim for one in frontier}
        holders: dict[str, list[str]] = {}
        for claim in near.values():
            for key in self._known(claim)[1]:
                holders.setdefault(key, []).append(claim.id)
        least = rules().least
        found: dict[str, Claim] = {}
        for one in frontier:
            shared: dict[str, set[str]] = {}
            for key in keys[one.claim.id]:
                for other in holders.get(key, ()):
                    shared.setdefault(other, set()).add(key)
            for other, common in shared.items():
                two = self._known(near[other])[0]
                pair = (min(one.claim.id, other), max(one.claim.id, other))
                if other == one.claim.id or pair in self.edges or not may_meet(one, two, common):
                    continue
                # claims are compared the older first, as everywhere
                first, second = sorted((one, two), key=lambda t: age(t.claim))
                weight = weigh(compare(first, second))
                if weight >= least:
                    self.edges[pair] = weight
                    found[other] = near[other]
        return list(found.values())
