"""Control: who holds a place on a day, estimated in the background from the articles that a person may see."""

from __future__ import annotations

import datetime as dt
import importlib.util
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sijill.errors import SijillError
from sijill.store import Record
from sijill.web.decided import Decided

if TYPE_CHECKING:
    from sijill.territory.estimate import Estimate, Territory
    from sijill.territory.spots import Spot
    from sijill.web.control_evidence import ControlEvidence, Told
    from sijill.web.sheets import Asked, Sheet

_KEPT, _SHEETS = 16, 4
"""Sets of hidden articles for which what is known is kept, and sheets of each."""
_NEEDS = ("sijill.territory", "numpy")
_RENEWED = 2
"""Sheets that are drawn anew before what was there is given up: those that were asked for last."""
Stamp = tuple[int, int, int]


def installed() -> bool:
    """Whether control can be estimated: the room of territory and what it computes with are there."""
    try:
        return all(importlib.util.find_spec(name) is not None for name in _NEEDS)
    except ModuleNotFoundError:
        return False


@dataclass(frozen=True, slots=True)
class State:
    """Whether control is known now: there, being estimated, or not to be had, and why.

    `renewing`: what is there is of a moment ago; articles or decisions that came since are being put in.
    """

    ready: bool
    installed: bool
    trouble: str | None = None
    renewing: bool = False


@dataclass(slots=True)
class Known:
    """The territory that some articles tell of, and the sheets that were asked for, each drawn once."""

    told: Told
    territory: Territory
    span: tuple[dt.date, dt.date] | None
    _sheets: OrderedDict[Asked, Future[Sheet]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _drawing: threading.Lock = field(default_factory=threading.Lock)

    def sheet(self, asked: Asked) -> Future[Sheet]:
        """The sheet that is asked for; drawn from then on, once, however many ask for it."""
        with self._lock:
            found = self._sheets.get(asked)
            if found is None:
                found = self._sheets[asked] = _begun("sheet", lambda: self._drawn(asked))
                # what is being drawn is waited for
                for one in [key for key, other in self._sheets.items() if other.done()][:-_SHEETS]:
                    del self._sheets[one]
            self._sheets.move_to_end(asked)
            return found

    def _drawn(self, asked: Asked) -> Sheet:
        from sijill.web.sheets import draw

        # one after the other: several at once would take as long, and the time of other pages
        with self._drawing:
            return draw(self.territory, asked)

    def of_place(self, asked: Asked, place: str) -> Sheet:
        """The sheet of the place with this key or id alone."""
        from sijill.web.sheets import draw

        return draw(self.territory, asked, self.spots(place))

    def spots(self, place: str) -> list[Spot]:
        """The places with this key or id."""
        return [spot for spot in self.territory.every if place in (spot.key, spot.id)]

    def asked(self) -> list[Asked]:
        """The sheets that were asked for."""
        with self._lock:
            return list(self._sheets)


@dataclass(slots=True)
class _Slot:
    """What is known for who may not see some articles: as of a stamp of the record, and what is being made."""

    stamp: Stamp | None = None
    known: Known | None = None
    error: BaseException | None = None
    making: Future[None] | None = None


class Control:
    """The territory that a record tells of, made again when articles were added or people decided."""

    def __init__(self, record: Record, decided: Decided) -> None:
        self._record, self._decided = record, decided
        self._lock, self._working = threading.Lock(), threading.Lock()
        self._slots: OrderedDict[frozenset[str], _Slot] = OrderedDict()
        self._evidence: ControlEvidence | None = None

    def state(self, hidden: frozenset[str]) -> State:
        """Whether control is known for who may not see these articles; it is being estimated from then on."""
        if not installed():
            return State(False, False)
        slot = self._slot(hidden)
        if slot.error is not None:
            return State(False, True, str(slot.error))
        return State(slot.known is not None, True, None, slot.known is not None and slot.making is not None)

    def making(self, hidden: frozenset[str]) -> Future[None] | None:
        """What ends when control is known as of now; None where it is."""
        return self._slot(hidden).making if installed() else None

    def known(self, hidden: frozenset[str]) -> Known | None:
        """What is known, were it of a moment ago; None where it is not known yet, or cannot be."""
        slot = self._slot(hidden) if installed() else _Slot()
        return slot.known if slot.error is None else None

    def span(self, hidden: frozenset[str]) -> tuple[dt.date, dt.date] | None:
        """The first and last day of which claims tell; None where there are none or control is not known yet."""
        found = self.known(hidden)
        return None if found is None else found.span

    def estimates(self, hidden: frozenset[str], days: Sequence[dt.date], place: str,
                  claims: int = 0) -> list[Estimate]:
        """The estimates of the places with this key or id on days; none where control is not known."""
        found = self.known(hidden)
        if found is None or not days:
            return []
        spots = found.spots(place)
        return list(found.territory.estimates(days, spots, claims=claims)) if spots else []

    def _slot(self, hidden: frozenset[str]) -> _Slot:
        """What is known and being made; one thing at a time is made for who sees the same, however many ask."""
        stamp = self._record.stamp()
        with self._lock:
            slot = self._slots.setdefault(hidden, _Slot())
            self._slots.move_to_end(hidden)
            if slot.making is None and slot.stamp != stamp:
                slot.making = _begun("control", lambda: self._make(slot, hidden, stamp))
            # what is being made is waited for
            for one in [key for key, other in self._slots.items() if other.making is None][:-_KEPT]:
                del self._slots[one]
            return slot

    def _make(self, slot: _Slot, hidden: frozenset[str], stamp: Stamp) -> None:
        known, error = slot.known, None
        try:
            with self._working:
                known = self._renewed(slot.known, hidden)
        except SijillError as found:
            error = found
        except Exception as found:
            error = SijillError(f"{type(found).__name__}: {found}")
        with self._lock:
            slot.stamp, slot.known, slot.error, slot.making = stamp, known, error, None

    def _renewed(self, before: Known | None, hidden: frozenset[str]) -> Known:
        from sijill.territory.estimate import Territory
        from sijill.web.control_evidence import ControlEvidence

        if self._evidence is None:
            self._evidence = ControlEvidence(self._record, self._decided)
        told = self._evidence.of(hidden)
        if before is not None and before.told == told:
            # what was added or decided says nothing of control
            return before
        territory = Territory(one for many in told.values() for one in many)
        territory.prepare()
        known = Known(told, territory, territory.span())
        for asked in before.asked()[-_RENEWED:] if before is not None else ():
            # whoever has a sheet keeps it until the new one is there
            known.sheet(asked).exception()
        return known


def _begun(name: str, make: Callable[[], Any]) -> Future[Any]:
    """What a thread of its own makes: a daemon, so that whoever stops the application need not wait for it."""
    made: Future[Any] = Future()
    # what is being made cannot be cancelled by one of those who wait for it
    made.set_running_or_notify_cancel()

    def run() -> None:
        try:
            made.set_result(make())
        except BaseException as error:
            made.set_exception(error)

    threading.Thread(target=run, name=name, daemon=True).start()
    return made
