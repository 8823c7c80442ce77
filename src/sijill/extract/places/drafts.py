"""A place mention in the making."""

from __future__ import annotations

from dataclasses import dataclass

from sijill.documents import Extent, PlaceMention
from sijill.extract.tables.gazetteer import KnownPlace


@dataclass(slots=True)
class Draft:
    """A mention in the making; `head` is the first token of its phrase, kind words included."""

    start: int
    end: int
    first: int
    last: int
    head: int
    name: str
    kind: str | None
    extent: Extent
    rule: str
    score: float
    within: str | None = None
    known: KnownPlace | None = None

    def done(self) -> PlaceMention:
        """The mention as a layer holds it."""
        return PlaceMention(
            self.start,
            self.end,
            self.first,
            self.last,
            self.name,
            self.kind,
            self.extent,
            self.within,
            self.rule,
            self.score,
        )
