"""Decided: what people have decided so far, in memory; the record is asked only for what came since."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from sijill.ledger import Decision
from sijill.link.verdicts import Verdicts, verdicts
from sijill.store import Record


class Decided:
    """The decisions of a record, and the verdicts that count now, whether they were linked or not."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._all: tuple[Decision, ...] = ()
        self._by_id: dict[str, Decision] = {}
        self._on: dict[str, list[int]] = {}
        self._verdicts: tuple[int, Verdicts] = (0, Verdicts())

    def all(self) -> tuple[Decision, ...]:
        """Every decision, in the order in which they were taken."""
        if self._record.last_decision() > len(self._all):
            with self._lock:
                self._read()
        return self._all

    def on(self, claims: Iterable[str]) -> tuple[Decision, ...]:
        """Every decision on any of these claims, in the order in which they were taken."""
        every = self.all()
        found = {at for claim in claims for at in self._on.get(claim, ())}
        # one that was read meanwhile comes the next time
        return tuple(every[at] for at in sorted(found) if at < len(every))

    def find(self, decision: str) -> Decision | None:
        """The decision with this id."""
        self.all()
        return self._by_id.get(decision)

    def verdicts(self) -> Verdicts:
        """The verdicts that count."""
        every = self.all()
        if len(every) != self._verdicts[0]:
            self._verdicts = len(every), verdicts(every)
        return self._verdicts[1]

    def _read(self) -> None:
        fresh = self._record.decisions(after=len(self._all))
        for at, one in enumerate(fresh, len(self._all)):
            self._by_id[one.id] = one
            for claim in set(one.claims):
                self._on.setdefault(claim, []).append(at)
        self._all = (*self._all, *fresh)
