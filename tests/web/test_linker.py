"""Linking behind the pages."""

import threading
from typing import cast

import pytest

from sijill.store.record import Record
from sijill.web.linker import Linker
from sijill.web.worklist import Worklist


class Broken:
    """A record whose first linking fails for a reason that nobody foresaw."""

    def __init__(self) -> None:
        self.times = 0

    def link(self, report: object) -> None:
        self.times += 1
        if self.times == 1:
            raise ZeroDivisionError

    def refresh(self) -> None:
        pass


def test_a_fault_while_linking_does_not_stop_linking_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for a linking that failed in an unforeseen way is let go, and the next one is done."""
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: seen.append(told.exc_type))
    broken = Broken()
    linker = Linker(cast(Record, broken), cast(Worklist, broken))
    assert linker.wait(linker.ask(), 5)
    assert not linker.busy()
    assert linker.wait(linker.ask(), 5)
    assert broken.times == 2
    linker.close()
    assert seen == [ZeroDivisionError]
