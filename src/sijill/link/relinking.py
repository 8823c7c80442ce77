"""Relinking: new claims change only the events that they reach.

What hangs together is found by the ties that the last linking kept, and never further than it goes: claims that were
cut off from what a new claim is tied to stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link.blocks import keys_of, kind_of, kinds_met
from sijill.link.cuts import MOST, SURE, least_after
from sijill.link.identity import age, event_ids
from sijill.link.linking import Tied, event_of, grouped, rules
from sijill.link.traits import Traits, traits_of
from sijill.link.verdicts import Verdicts, verdicts
from sijill.link.weights import match


class Neighbourhood(Protocol):
    """What relinking asks of a record; answers come in any order."""

    def holding(self, keys: Mapping[str, Collection[int]]) -> Iterable[tuple[str, int, Claim]]:
        """The claims that have any of these block keys and are of a kind named with it (`blocks.kind_of`), and these.

        Claims that are being linked are among them.
        """

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """The claims with these ids, as far as the record has them."""

    def ties(self, ids: Collection[str]) -> Iterable[Tied]:
        """The ties that any of these claims has, as kept by the last linking; either of the two stands first."""

    def cuts(self, ids: Collection[str]) -> Mapping[str, int]:
        """How often what each claim hangs together with was cut; claims that were never linked are left out."""

    def events_of(self, ids: Collection[str]) -> Mapping[str, str]:
        """Claim id -> event id of the last linking; claims that were never linked are left out."""

    def members(self, events: Collection[str]) -> Mapping[str, str]:
        """Claim id -> event id for every claim of these events, as last linked."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a relinking changes: events to be written in place of those of their ids, and ids that are no more.

    `ties` and `cuts` are to be added to, or put in place of, those of the last linking.
    """

    events: tuple[LinkedEvent, ...]
    gone: tuple[str, ...]
    ties: tuple[Tied, ...]
    cuts: Mapping[str, int]


def relink(fresh: Sequence[Claim], decisions: Iterable[Decision], around: Neighbourhood) -> Relinked:
    """Link new claims, or ones that a new decision names, into the record: only what they reach is linked again.

    `decisions` are all that were ever taken. Gives what `link_whole` gives over the whole record, for the events that
    differ.
    """
    said = verdicts(decisions)
    reach = _Reach(around, said)
    reach.add(fresh)
    order = reach.read()
    place = {one.claim.id: at for at, one in enumerate(order)}
    ties = sorted((min(place[a], place[b]), max(place[a], place[b]), weight) for a, b, weight in reach.inner_ties())
    groups, cuts = grouped(order, ties, said, lambda part, level: any(
        reach.hangs_in_more(order[at].claim.id, level) for at in part))
    told = [[order[at] for at in group] for group in groups]
    previous = dict(around.events_of(list(place)))
    ids = _ids([[one.claim for one in group] for group in told], previous, around)
    sizes: dict[str, int] = {}
    for event in around.members(sorted(set(previous.values()))).values():
        sizes[event] = sizes.get(event, 0) + 1
    named = {claim.id for claim in fresh}
    events = tuple(event_of(key, group, said) for key, group in zip(ids, told, strict=True)
                   if not _as_before(key, group, previous, sizes, named))
    return Relinked(events, tuple(sorted(set(previous.values()).difference(ids))), tuple(reach.new_ties), cuts)


def _ids(events: Sequence[Sequence[Claim]], previous: Mapping[str, str], around: Neighbourhood) -> list[str]:
    """The ids of events; none that an event elsewhere in the record bears."""
    elsewhere: set[str] = set()
    while True:
        ids = event_ids(events, previous, elsewhere)
        made = set(ids).difference(previous.values())
        taken = set(around.members(sorted(made)).values()) if made else set()
        if not taken:
            return ids
        elsewhere |= taken


def _as_before(key: str, group: Sequence[Traits], previous: Mapping[str, str], sizes: Mapping[str, int],
               named: Collection[str]) -> bool:
    """Whether an event has the claims that it had, none of which is new or decided on: then it says the same."""
    return (len(group) == sizes.get(key)
            and all(previous.get(one.claim.id) == key and one.claim.id not in named for one in group))


class _Reach:
    """The claims whose groups may change: new and named ones, and what hung together with a claim they are tied to."""

    def __init__(self, around: Neighbourhood, said: Verdicts) -> None:
        self._around = around
        self._rules = rules()
        self.new_ties: list[Tied] = []
        self._inside: set[str] = set()
        self._told: set[str] = set()
        self._cuts: dict[str, int] = {}
        self._known: dict[str, Traits] = {}
        self._kept: dict[str, dict[str, float]] = {}
        self._fresh: dict[str, dict[str, float]] = {}
        self._same: dict[str, set[str]] = {}
        for said_of in said.constraints:
            if said_of.same:
                self._same.setdefault(said_of.one, set()).add(said_of.other)
                self._same.setdefault(said_of.other, set()).add(said_of.one)

    def add(self, claims: Sequence[Claim]) -> None:
        """Take in new claims or ones that decisions name, and all whose groups they may change."""
        ids = {claim.id for claim in claims}
        named = self._ask_cuts(ids)
        new = [claim for claim in claims if claim.id not in named]
        self._known.update((claim.id, traits_of(claim)) for claim in claims)
        self._tie(new)
        self._ask_ties({*named, *self._fresh})
        self._ask_cuts(self._fresh)
        for one in sorted(named):
            ids |= self._as_cut(one) | self._apart(one)
        for claim in new:
            tied = self._fresh.get(claim.id, {}) | dict.fromkeys(self._same.get(claim.id, ()), SURE)
            cuts = self._ask_cuts(tied)
            # a tie that is weaker than what the other was cut down to changes nothing there
            for other, weight in tied.items():
                if other in cuts and weight >= least_after(cuts[other], self._rules):
                    ids |= self._as_cut(other)
        while ids := ids - self._inside:
            self._inside |= ids
            # what was one event and no longer hangs together is taken in whole
            ids = {one for fellow in self._fellows(ids) for one in self._as_cut(fellow)}

    def read(self) -> list[Traits]:
        """What was taken in, oldest first."""
        missing = sorted(self._inside.difference(self._known))
        for claim in self._around.claims(missing):
            self._known[claim.id] = traits_of(claim)
        return sorted((self._known[one] for one in self._inside if one in self._known), key=lambda one: age(one.claim))

    def inner_ties(self) -> Iterable[Tied]:
        """The ties between claims that were taken in, people's verdicts aside, each once."""
        self._ask_ties(self._inside)
        for one in self._inside:
            for tied in (self._kept[one], self._fresh.get(one, {})):
                for other, weight in tied.items():
                    if one < other and other in self._inside:
                        yield one, other, weight

    def hangs_in_more(self, one: str, cuts: int) -> bool:
        """Whether a claim hangs together, after so many cuts, with more than was taken in: too many, in the whole."""
        least = least_after(cuts, self._rules)
        return any(weight >= least and other not in self._inside for other, weight in self._ties(one))

    def _ties(self, one: str) -> Iterable[tuple[str, float]]:
        self._ask_ties((one,))
        yield from self._kept[one].items()
        yield from self._fresh.get(one, {}).items()
        same = self._same.get(one, ())
        # a verdict may name a claim that is not here yet
        yield from ((other, SURE) for other in same if other in self._known or other in self._ask_cuts((other,)))

    def _ask_ties(self, ids: Collection[str]) -> None:
        missing = [one for one in ids if one not in self._kept]
        if not missing:
            return
        self._kept.update((one, {}) for one in missing)
        wanted = set(missing)
        for one, other, weight in self._around.ties(missing):
            for here, there in ((one, other), (other, one)):
                if here in wanted:
                    self._kept[here][there] = weight

    def _ask_cuts(self, ids: Collection[str]) -> dict[str, int]:
        """How often what these hang together with was cut; new claims are left out."""
        missing = [one for one in ids if one not in self._cuts]
        if missing:
            self._cuts.update(self._around.cuts(missing))
        return {one: self._cuts[one] for one in ids if one in self._cuts}

    def _tie(self, new: Sequence[Claim]) -> None:
        """Compare new claims with all that they meet."""
        keys = {claim.id: keys_of(self._known[claim.id]) for claim in new}
        kinds = {claim.id: kind_of(self._known[claim.id]) for claim in new}
        wanted: dict[str, set[int]] = {}
        for one, own in keys.items():
            for key in own:
                wanted.setdefault(key, set()).update(kinds_met(key, kinds[one]))
        held: dict[tuple[str, int], set[str]] = {}
        for key, kind, claim in self._around.holding(wanted) if wanted else ():
            held.setdefault((key, kind), set()).add(claim.id)
            if claim.id not in self._known:
                self._known[claim.id] = traits_of(claim)
        for one, own in keys.items():
            mine = self._fresh.setdefault(one, {})
            met = set().union(*(held.get((key, kind), ()) for key in own for kind in kinds_met(key, kinds[one])))
            for other in met.difference(mine, (one,)):
                # claims are compared the older first, as everywhere
                first, second = sorted((self._known[one], self._known[other]), key=lambda t: age(t.claim))
                weight = match(first, second)
                if weight >= self._rules.least:
                    mine[other] = weight
                    self._fresh.setdefault(other, {})[one] = weight
                    self.new_ties.append((first.claim.id, second.claim.id, weight))

    def _as_cut(self, one: str) -> set[str]:
        """What a claim hung together with when the last linking made groups; nothing if that was told before."""
        if one in self._told:
            return set()
        cuts = self._ask_cuts((one,)).get(one)
        found = {one} if cuts is None else self._walk(one, cuts, None)
        self._told |= found
        return found

    def _apart(self, one: str) -> set[str]:
        """What hangs together with a claim now that a verdict which held more together may have been withdrawn."""
        for cuts in range(self._cuts[one]):
            if found := self._walk(one, cuts, MOST):
                return found
        return set()

    def _walk(self, one: str, cuts: int, most: int | None) -> set[str]:
        """All that hangs together with a claim after so many cuts; nothing if it is more than `most`.

        Without `most` as the last linking saw it: new ties, and new verdicts, are not walked.
        """
        least = least_after(cuts, self._rules)
        found = {one}
        frontier = {one}
        while frontier:
            self._ask_ties(frontier)
            reached: set[str] = set()
            for here in frontier:
                reached.update(other for other, weight in self._kept[here].items() if weight >= least)
                same = self._same.get(here, ())
                if most is not None:
                    reached.update(other for other, weight in self._fresh.get(here, {}).items() if weight >= least)
                    reached.update(other for other in same if other in self._known or other in self._ask_cuts((other,)))
                elif same:
                    reached.update(other for other, its in self._ask_cuts(same).items() if its == cuts)
            frontier = reached - found
            found |= frontier
            if most is not None and len(found) > most:
                return set()
        return found

    def _fellows(self, ids: Collection[str]) -> set[str]:
        """The claims that were of one event with any of these and are not taken in."""
        events = sorted(set(self._around.events_of(sorted(ids)).values()))
        return set(self._around.members(events)).difference(self._inside)
