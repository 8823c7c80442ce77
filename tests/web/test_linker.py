"""Linking behind the pages."""

import threading
import time
from typing import cast

import pytest

from sijill.errors import RecordError
from sijill.store.record import Record
from sijill.web.linker import Linker
from sijill.web.worklist import Worklist


class Broken:
    """A record and its worklist, one of which fails the first time that it is used."""

    def __init__(self, step: str, error: Exception) -> None:
        self.step, self.error = step, error
        self.times = {"link": 0, "refresh": 0}

    def _used(self, step: str) -> None:
        self.times[step] += 1
        if step == self.step and self.times[step] == 1:
            # whoever asked waits by now
            time.sleep(0.2)
            raise self.error

    def link(self, report: object) -> None:
        assert callable(report)
        report("pairs", 1, 2)
        self._used("link")

    def refresh(self) -> None:
        self._used("refresh")


@pytest.mark.parametrize("step", ["link", "refresh"])
def test_a_fault_while_linking_does_not_stop_linking_for_good(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Who waits for a linking that failed in an unforeseen way is let go, and the next one is done."""
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: seen.append(told.exc_type))
    broken = Broken(step, ZeroDivisionError())
    linker = Linker(cast(Record, broken), cast(Worklist, broken))
    begun = time.monotonic()
    assert linker.wait(linker.ask(), 30)
    assert time.monotonic() - begun < 20, "it was let go only when it gave up"
    assert not linker.busy() and linker.state.step is None
    # what is asked for before the thread has gone is done as well
    assert linker.wait(linker.ask(), 5)
    assert broken.times == {"link": 2, "refresh": 2 if step == "refresh" else 1}
    linker.close()
    assert seen == [ZeroDivisionError]


def test_a_linking_that_is_refused_is_told_and_tried_again() -> None:
    """An error that says what is wrong stays in the state until the next linking, by the same thread, is done."""
    broken = Broken("link", RecordError("the record is busy"))
    linker = Linker(cast(Record, broken), cast(Worklist, broken))
    assert linker.wait(linker.ask(), 5)
    assert linker.state.error is broken.error
    assert linker.wait(linker.ask(), 5)
    assert linker.state.error is None and broken.times == {"link": 2, "refresh": 1}
    linker.close()
