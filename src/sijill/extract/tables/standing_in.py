"""Armed groups that stand in for a branch of a state for a while: the army of who rules half of a country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

# between an id and its days, and between the first and the last of these ("X@2014-08-04..2016-03-29")
_FOR: Final = "@"
_TO: Final = ".."
# what stands in place of days behind an army that is in a land without soldiers of its own
_SOLDIERS: Final = "soldiers"


class StandIns:
    """Who stands in for which branch of which state on a day."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[tuple[str, dt.date, dt.date]]] = {}
        self._soldiers: dict[tuple[str, str], str] = {}

    def read(self, country: str, branch: str, cells: Iterable[str]) -> tuple[str, ...]:
        """Note those of a branch's entries that have days; give the others, which are the branch whenever they are."""
        own: list[str] = []
        for cell in cells:
            one, mark, days = cell.partition(_FOR)
            if not mark:
                own.append(one)
                continue
            if days == _SOLDIERS:
                self._soldiers[country, branch] = one
                continue
            first, _, last = days.partition(_TO)
            self._known.setdefault((country, branch), []).append(
                (one, dt.date.fromisoformat(first), dt.date.fromisoformat(last)))
        return tuple(own)

    def met(self, country: str, branch: str) -> str | None:
        """Whose soldiers are met in a land that has none of its own: in Palestine they are Israel's."""
        return self._soldiers.get((country, branch))

    def all_on(self, day: dt.date | None) -> frozenset[str]:
        """The ids that stand in for any branch of any state on a day."""
        return frozenset([one for country, branch in self._known for one in self.on(country, branch, day)])

    def ever(self) -> frozenset[str]:
        """The ids that stand in for some branch of some state on any day."""
        return frozenset([one for known in self._known.values() for one, _, _ in known])

    def on(self, country: str, branch: str, day: dt.date | None) -> list[str]:
        """The ids that stand in for a branch on a day; on an unknown day none."""
        return [one for one, first, last in self._known.get((country, branch), ())
                if day is not None and first <= day <= last]
