"""What the registry reads of its tables: actors, the branches of states, and what a phrase may name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """One side: ACLED-style id, English name, kind, countries, parent, allies and validity."""

    id: str
    name_en: str
    kind: str
    countries: frozenset[str]
    parent: str | None
    allies: frozenset[str]
    valid_from: dt.date | None
    valid_to: dt.date | None

    def valid(self, day: dt.date | None) -> bool:
        """Whether the actor existed on a day; on an unknown day every actor may have."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to)

    def of(self, sides: Set[str]) -> bool:
        """Whether the actor is an ally or a part of one of some sides."""
        return not self.allies.isdisjoint(sides) or self.parent in sides


@dataclass(frozen=True, slots=True)
class Family:
    """The branches of one state, each a list of ids that followed one another in time; who stands in is apart."""

    country: str
    branches: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a phrase: an actor, and as what the phrase names it."""

    actor: str
    kind: str
    bloc: str | None = None
