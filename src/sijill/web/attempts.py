"""Attempts to sign in: how many failed of late for a name and from an address, so that none are tried out."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from sijill.web.faults import TooOften

WINDOW = 300.0
"""Seconds for which a failed attempt counts."""
MOST = {"both": 5, "name": 20, "address": 30}
"""Failed attempts within them: for one name from one address, for one name, from one address."""
_KEPT = 10_000


class Attempts:
    """Failed attempts to sign in to a running application; names that nobody has count like others."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, name: str, address: str) -> None:
        """Count an attempt before it is known whether it fails; TooOften if there were too many."""
        now = self._clock()
        keys = self._keys(name, address)
        with self._lock:
            for kind, key in keys.items():
                times = self._failed.get((kind, key), deque())
                while times and times[0] <= now - WINDOW:
                    times.popleft()
                if len(times) >= MOST[kind]:
                    raise TooOften("too many attempts to sign in", where="sign-in",
                                   next_step=f"Wait {int(WINDOW // 60)} minutes, or ask an administrator")
            for kind, key in keys.items():
                self._failed.setdefault((kind, key), deque()).append(now)
                self._failed.move_to_end((kind, key))
            while len(self._failed) > _KEPT:
                self._failed.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """Forget what failed for this name from this address, and that this attempt counted for others."""
        with self._lock:
            for kind, key in self._keys(name, address).items():
                times = self._failed.get((kind, key))
                if kind == "both":
                    self._failed.pop((kind, key), None)
                elif times:
                    times.pop()

    @staticmethod
    def _keys(name: str, address: str) -> dict[str, str]:
        return {"both": f"{address}\n{name}", "name": name, "address": address}
