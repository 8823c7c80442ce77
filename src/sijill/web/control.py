"""Control: who holds a place on a day, estimated in the background from the articles that a person may see."""

from __future__ import annotations

import datetime as dt
import importlib.util
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.errors import SijillError
from sijill.store import Record

if TYPE_CHECKING:
    from sijill.territory.estimate import Estimate, Territory

_KEPT = 4
_NEEDS = ("sijill.territory", "numpy")


def installed() -> bool:
    """Whether control can be estimated: the room of territory and what it computes with are there."""
    try:
        return all(importlib.util.find_spec(name) is not None for name in _NEEDS)
    except ModuleNotFoundError:
        return False


@dataclass(frozen=True, slots=True)
class State:
    """Whether control is known now: there, being estimated, or not to be had, and why."""

    ready: bool
    installed: bool
    trouble: str | None = None


class Control:
    """The territory that a record tells of, read again when articles were added."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[int, frozenset[str]], Territory | SijillError | None] = OrderedDict()

    def state(self, hidden: frozenset[str]) -> State:
        """Whether control is known for who may not see these articles; it is being estimated from then on."""
        if not installed():
            return State(False, False)
        found = self._territory(hidden)
        if isinstance(found, SijillError):
            return State(False, True, str(found))
        return State(found is not None, True)

    def span(self, hidden: frozenset[str]) -> tuple[dt.date, dt.date] | None:
        """The first and last day of which claims tell; None where there are none or control is not known yet."""
        found = self._ready(hidden)
        return None if found is None else found.span()

    def estimates(self, hidden: frozenset[str], days: Sequence[dt.date], place: str | None = None,
                  claims: int = 0) -> list[Estimate]:
        """The estimates of every place (or the one with this key or id) on days; none where control is not known."""
        found = self._ready(hidden)
        if found is None or not days:
            return []
        spots = found.every if place is None else [s for s in found.every if place in (s.key, s.id)]
        return list(found.estimates(days, spots, claims=claims)) if spots else []

    def _ready(self, hidden: frozenset[str]) -> Territory | None:
        found = self._territory(hidden) if installed() else None
        return None if isinstance(found, SijillError) else found

    def _territory(self, hidden: frozenset[str]) -> Territory | SijillError | None:
        key = (self._record.counts().articles, hidden)
        with self._lock:
            if key not in self._made:
                self._made[key] = None
                while len(self._made) > _KEPT:
                    self._made.popitem(last=False)
                threading.Thread(target=self._make, args=(key,), name="control", daemon=True).start()
            return self._made[key]

    def _make(self, key: tuple[int, frozenset[str]]) -> None:
        made: Any
        try:
            from sijill.territory.estimate import Territory

            made = Territory.of(d for d in self._record.documents() if d.article_id not in key[1])
        except SijillError as error:
            made = error
        except Exception as error:
            made = SijillError(f"{type(error).__name__}: {error}")
        with self._lock:
            if key in self._made:
                self._made[key] = made
