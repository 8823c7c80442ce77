"""Linking: from claims to events, the whole of a set of claims at once."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.ledger import Claim, Decision, Link, LinkedEvent
from sijill.link.blocks import candidate_pairs, keys_of
from sijill.link.clusters import Rules, cluster
from sijill.link.comparison import compare
from sijill.link.consensus import linked_event
from sijill.link.cuts import SURE, Larger, Tie, hanging_together, rules_after
from sijill.link.identity import age, event_ids
from sijill.link.traits import Traits, settings, traits_of
from sijill.link.verdicts import Verdicts, verdicts
from sijill.link.weights import explained, match

Tied = tuple[str, str, float]
"""The ids of two claims that may tell one event, and the weight between them."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The events that claims tell, in the order of their first claims, and what linking more claims begins with.

    `ties` are all pairs that may tell one event; `cuts` says of each claim how often what it hangs together with was
    cut before groups were made of it.
    """

    events: tuple[LinkedEvent, ...]
    ties: tuple[Tied, ...]
    cuts: Mapping[str, int]


def link_claims(claims: Sequence[Claim], decisions: Sequence[Decision] = (),
                previous: Mapping[str, str] | None = None) -> tuple[LinkedEvent, ...]:
    """The events that claims tell, each claim in exactly one; in the order of their first claims.

    `previous` maps the ids of claims to those of the events that they were in: events keep their ids. The answer
    does not depend on the order of claims or decisions.
    """
    return link_whole(claims, decisions, previous).events


def link_whole(claims: Iterable[Claim], decisions: Sequence[Decision] = (),
               previous: Mapping[str, str] | None = None) -> Linked:
    """The same with what is kept for linking more claims into it."""
    said = verdicts(decisions)
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=age)
    traits = [traits_of(claim) for claim in ordered]
    least = rules().least
    ties = [(one, two, weight) for one, two in candidate_pairs(traits, map(keys_of, traits))
            if (weight := match(traits[one], traits[two])) >= least]
    groups, cuts = grouped(traits, ties, said)
    ids = event_ids([[traits[at].claim for at in group] for group in groups], previous or {})
    events = tuple(event_of(key, [traits[at] for at in group], said) for key, group in zip(ids, groups, strict=True))
    return Linked(events, tuple((ordered[a].id, ordered[b].id, weight) for a, b, weight in ties), cuts)


def grouped(traits: Sequence[Traits], ties: Iterable[Tie], said: Verdicts, larger: Larger | None = None
            ) -> tuple[list[list[int]], dict[str, int]]:
    """Groups of claims (positions; as traits, oldest first) that tell one event each, and each claim's cuts.

    Ties are all pairs that may tell one event; people's verdicts come on top of them.
    """
    place = {one.claim.id: at for at, one in enumerate(traits)}
    decided = [(place[c.one], place[c.other], c.same) for c in said.constraints
               if c.one in place and c.other in place]
    every = [*ties, *((a, b, SURE) for a, b, same in decided if same)]

    def weight(one: int, two: int) -> float:
        return match(traits[min(one, two)], traits[max(one, two)])

    groups: list[list[int]] = []
    cuts: dict[str, int] = {}
    about = {at for one, other, _ in decided for at in (one, other)}
    for members, count in hanging_together(len(traits), every, rules(), larger):
        cuts.update(dict.fromkeys((traits[at].claim.id for at in members), count))
        if len(members) == 1:
            groups.append(members)
            continue
        inside = about.intersection(members)
        own = [d for d in decided if d[0] in inside and d[1] in inside] if inside else []
        groups += cluster(members, weight, rules_after(count, rules()), own)
    groups.sort()
    return groups, cuts


@functools.cache
def rules() -> Rules:
    """How groups join, from linking.toml."""
    return Rules(**settings()["clusters"])


def event_of(key: str, group: Sequence[Traits], said: Verdicts) -> LinkedEvent:
    """The event that a group of claims tells, oldest first."""
    return linked_event(key, [one.claim for one in group], _links(group, said), said)


def _links(group: Sequence[Traits], said: Verdicts) -> list[Link]:
    """Why each claim is in the event: the earlier claim that it is closest to, by weight, or a person's word."""
    by = {(c.one, c.other): c.by for c in said.constraints if c.same}
    links = [Link(group[0].claim.id, None, 0.0)]
    for number, own in enumerate(group[1:], start=1):
        found = [(match(other, own), -at) for at, other in enumerate(group[:number])]
        weight, at = max(found)
        other = group[-at]
        person = None
        for earlier in group[:number]:
            pair = (min(earlier.claim.id, own.claim.id), max(earlier.claim.id, own.claim.id))
            if pair in by:
                person, other = by[pair], earlier
                weight = match(earlier, own)
                break
        links.append(Link(own.claim.id, other.claim.id, round(weight, 3), explained(compare(other, own)), person))
    return links
