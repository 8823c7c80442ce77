"""Control: who holds a place on a day, estimated in the background from the articles that a person may see."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.util
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.errors import SijillError
from sijill.store import Record

if TYPE_CHECKING:
    from sijill.territory.estimate import Estimate, Territory

_KEPT = 4
"""Estimates kept: one for each state of the record and set of articles that somebody may not see."""
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
        self._begun = functools.lru_cache(_KEPT)(self._begin)

    def state(self, hidden: frozenset[str]) -> State:
        """Whether control is known for who may not see these articles; it is being estimated from then on."""
        if not installed():
            return State(False, False)
        made = self._asked(hidden)
        trouble = made.exception() if made.done() else None
        return State(made.done() and trouble is None, True, None if trouble is None else str(trouble))

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
        made = self._asked(hidden) if installed() else None
        return made.result() if made is not None and made.done() and made.exception() is None else None

    def _asked(self, hidden: frozenset[str]) -> Future[Territory]:
        """What is estimated from the articles of now that are not hidden; begun once, however many ask for it."""
        articles = self._record.counts().articles
        with self._lock:
            return self._begun(articles, hidden)

    def _begin(self, articles: int, hidden: frozenset[str]) -> Future[Territory]:
        made: Future[Territory] = Future()
        # a daemon: whoever stops the application need not wait for it
        threading.Thread(target=self._make, args=(made, hidden), name="control", daemon=True).start()
        return made

    def _make(self, made: Future[Territory], hidden: frozenset[str]) -> None:
        try:
            from sijill.territory.estimate import Territory

            made.set_result(Territory.of(d for d in self._record.documents() if d.article_id not in hidden))
        except SijillError as error:
            made.set_exception(error)
        except Exception as error:
            made.set_exception(SijillError(f"{type(error).__name__}: {error}"))
