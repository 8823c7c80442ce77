"""Matching: which events of several codings of one article are the same event, by the words that tell them."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.agreement.codings import CodedEvent, Coding


@dataclass(frozen=True, slots=True)
class Matched:
    """One event of an article, by the people who coded it; whoever did not is not in `by`."""

    by: Mapping[str, CodedEvent]

    @property
    def key(self) -> str:
        """A name that stays as long as the codings stay."""
        parts = sorted((coder, event.key) for coder, event in self.by.items())
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=6).hexdigest()

    @property
    def start(self) -> int:
        """Where the words that tell it begin, in any of the codings."""
        return min(event.start for event in self.by.values())

    @property
    def end(self) -> int:
        """Where they end."""
        return max(event.end for event in self.by.values())


def match(codings: Sequence[Coding]) -> tuple[Matched, ...]:
    """The events of all codings, those whose triggers overlap put together, most overlap first, in text order.

    Of each coding an event is in one match only, and a match holds at most one event of a coding. The order of the
    codings changes nothing.
    """
    events = sorted(((coding.by, event) for coding in codings for event in coding.events),
                    key=lambda one: (one[1].start, one[1].end, one[0], one[1].key))
    group = list(range(len(events)))
    pairs = []
    for (at, (_, first)), (to, (_, second)) in itertools.combinations(enumerate(events), 2):
        shared = min(first.end, second.end) - max(first.start, second.start)
        if shared > 0:
            union = max(first.end, second.end) - min(first.start, second.start)
            spans = sorted(((first.start, first.end), (second.start, second.end)))
            # the same type tells apart events that one word tells
            alike = _type(first) == _type(second)
            pairs.append((-shared / union, not alike, -shared, spans, at, to))
    for *_, at, to in sorted(pairs):
        here = {n for n, g in enumerate(group) if g == group[at]}
        there = {n for n, g in enumerate(group) if g == group[to]}
        if group[at] != group[to] and not {events[n][0] for n in here} & {events[n][0] for n in there}:
            for number in there:
                group[number] = group[at]
    found = [Matched({events[n][0]: events[n][1] for n, g in enumerate(group) if g == number})
             for number in dict.fromkeys(group)]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, sorted(m.by))))


def _type(event: CodedEvent) -> object:
    coded = event.values.get("sub_event_type")
    return coded.value if coded else None
