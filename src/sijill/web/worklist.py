"""The worklist: every event of the record in memory, by how much a person's look at it is worth."""

from __future__ import annotations

import functools
import math
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sijill.resources import toml
from sijill.store import Record
from sijill.store.summaries import Summary


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in short, the points that its review is worth, and why, the weightiest reason first."""

    event: Summary
    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The worklist at one moment: entries by event id in the order of their points, and the event of each claim."""

    generation: int
    entries: Mapping[str, Entry] = field(default_factory=dict)
    event_of: Mapping[str, str] = field(default_factory=dict)


class Worklist:
    """The worklist of a record, made anew after each linking."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._now = Snapshot(-1)

    def now(self) -> Snapshot:
        """The events as last linked; what another process has linked comes a moment later, so that nobody waits."""
        if self._now.generation < 0:
            self.refresh()
        elif self._record.generation() != self._now.generation and not self._lock.locked():
            threading.Thread(target=self.refresh, name="worklist", daemon=True).start()
        return self._now

    def refresh(self) -> None:
        """Read the events again."""
        with self._lock:
            if self._record.generation() == self._now.generation:
                return
            number, events = self._record.summaries()
            self._now = _snapshot(number, events)


def _snapshot(number: int, events: Iterable[Summary]) -> Snapshot:
    entries = sorted((valued(event) for event in events),
                     key=lambda e: (-e.points, e.event.earliest is None, e.event.earliest, e.event.id))
    return Snapshot(number, {entry.event.id: entry for entry in entries},
                    {claim: entry.event.id for entry in entries for claim in entry.event.claims})


def valued(event: Summary) -> Entry:
    """An event with the points that reviewing it is worth (`review.toml`)."""
    rules = _rules()
    points: Mapping[str, float] = rules["points"]
    given = {
        "unsure": points["unsure"] * (1 - min(1.0, event.score)),
        "disputed": points["disputed_field"] * len(event.disputed) + points["disputed"] * (event.status == "disputed"),
        "killed": points["killed"] * math.log2(1 + (event.killed or 0)),
        "control": points["control"] * event.control,
        "no_day": points["no_day"] * (event.earliest is None or event.latest is None),
        "no_place": points["no_place"] * (event.lat is None),
        "one_sided": points["one_sided"] * (event.one_sided is not None),
    }
    told = sorted((name for name, value in given.items() if value >= rules["shown"]["least"]), key=lambda n: -given[n])
    return Entry(event, round(sum(given.values()), 2), tuple(told))


@functools.cache
def _rules() -> Mapping[str, Any]:
    return toml("review.toml")
