"""Linking: from claims to events, the whole of a set of claims at once."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.ledger import Claim, Decision, Link, LinkedEvent
from sijill.link.blocks import candidate_pairs, keys_of
from sijill.link.clusters import Rules, cluster, components
from sijill.link.comparison import compare
from sijill.link.consensus import linked_event
from sijill.link.identity import age, event_ids
from sijill.link.traits import Traits, settings, traits_of
from sijill.link.verdicts import Verdicts, verdicts
from sijill.link.weights import explained, weigh

_MOST = 400
"""Claims of a component that are clustered together; what hangs together in more is held to stronger ties."""


def link_claims(claims: Sequence[Claim], decisions: Sequence[Decision] = (),
                previous: Mapping[str, str] | None = None) -> tuple[LinkedEvent, ...]:
    """The events that claims tell, each claim in exactly one; in the order of their first claims.

    `previous` maps the ids of claims to those of the events that they were in: events keep their ids. The answer
    does not depend on the order of claims or decisions.
    """
    said = verdicts(decisions)
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=age)
    traits = [traits_of(claim) for claim in ordered]
    least = rules().least
    edges = [(one, two, weight) for one, two in candidate_pairs(traits, [keys_of(one) for one in traits])
             if (weight := weigh(compare(traits[one], traits[two]))) >= least]
    return assemble(traits, edges, said, previous or {})


def assemble(traits: Sequence[Traits], edges: Iterable[tuple[int, int, float]], said: Verdicts,
             previous: Mapping[str, str]) -> tuple[LinkedEvent, ...]:
    """Events of claims (as traits, oldest first) and the pairs of them that may tell one event, with their weights."""
    place = {one.claim.id: at for at, one in enumerate(traits)}
    decided = [(place[c.one], place[c.other], c.same) for c in said.constraints
               if c.one in place and c.other in place]
    ties = [*edges, *((a, b, float("inf")) for a, b, same in decided if same)]

    def weight(one: int, two: int) -> float:
        return weigh(compare(traits[min(one, two)], traits[max(one, two)]))

    groups: list[list[int]] = []
    for members, strong in _components(len(traits), ties):
        if len(members) == 1:
            groups.append(members)
            continue
        inside = set(members)
        groups += cluster(members, weight, strong, [d for d in decided if d[0] in inside and d[1] in inside])
    groups.sort()
    told = [[traits[at].claim for at in group] for group in groups]
    return tuple(
        linked_event(event_id, claims, _links([traits[at] for at in group], said), said)
        for event_id, claims, group in zip(event_ids(told, previous), told, groups, strict=True))


@functools.cache
def rules() -> Rules:
    """How groups join, from linking.toml."""
    return Rules(**settings()["clusters"])


def _components(count: int, ties: Sequence[tuple[int, int, float]]) -> list[tuple[list[int], Rules]]:
    """What hangs together, and the rules for it: where too much does, its weaker ties are cut until it does not."""
    out: list[tuple[list[int], Rules]] = []
    open_ = [(members, rules()) for members in components(count, ((a, b) for a, b, _ in ties))]
    while open_:
        members, kept = open_.pop()
        if len(members) <= _MOST:
            out.append((members, kept))
            continue
        stricter = replace(kept, least=kept.least + 1.0)
        at = {one: number for number, one in enumerate(members)}
        inner = [(at[a], at[b]) for a, b, w in ties if a in at and b in at and w >= stricter.least]
        if stricter.least > stricter.ceiling:
            out.append((members, stricter))
            continue
        open_ += [([members[one] for one in part], stricter) for part in components(len(members), inner)]
    return sorted(out, key=lambda pair: pair[0])


def _links(group: Sequence[Traits], said: Verdicts) -> list[Link]:
    """Why each claim is in the event: the earlier claim that it is closest to, by weight, or a person's word."""
    by = {(c.one, c.other): c.by for c in said.constraints if c.same}
    links = [Link(group[0].claim.id, None, 0.0)]
    for number, own in enumerate(group[1:], start=1):
        found = [(weigh(compare(other, own)), -at) for at, other in enumerate(group[:number])]
        weight, at = max(found)
        other = group[-at]
        person = None
        for earlier in group[:number]:
            pair = (min(earlier.claim.id, own.claim.id), max(earlier.claim.id, own.claim.id))
            if pair in by:
                person, other = by[pair], earlier
                weight = weigh(compare(earlier, own))
                break
        links.append(Link(own.claim.id, other.claim.id, round(weight, 3), explained(compare(other, own)), person))
    return links
