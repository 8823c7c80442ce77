"""How long to wait before a host is asked again."""

from __future__ import annotations

import time
from collections.abc import Callable

MAX_DELAY = 120.0
"""Seconds: a longer wait that robots.txt asks for is cut to this."""
PATIENCE = 150.0
"""Seconds that a host is waited for; one that is to be left alone for longer is not asked now."""


class Pace:
    """Keeps the seconds of `delay`, or more where a host asks for more, between two requests to one host."""

    def __init__(self, delay: float = 2.0, *, clock: Callable[[], float] = time.time,
                 sleep: Callable[[float], object] = time.sleep) -> None:
        self.clock, self.sleep = clock, sleep
        self._delay = delay
        self._free: dict[str, float] = {}
        self._asked: dict[str, float] = {}

    def ready(self, host: str) -> float:
        """When a host may be asked again (seconds of `clock`); 0 for one that never was."""
        return self._free.get(host, 0.0)

    def away(self, host: str) -> float | None:
        """Seconds that a host is to be left alone, if more than PATIENCE; None for one that may be waited for."""
        left = self.ready(host) - self.clock()
        return left if left > PATIENCE else None

    def hold(self, host: str, until: float) -> None:
        """Leave a host alone until then."""
        self._free[host] = max(self.ready(host), until)

    def wait(self, host: str, delay: float | None = None) -> None:
        """Sleep until a host may be asked, and count this as a request; `delay` is what robots.txt asks for."""
        apart = max(self._delay, min(delay or 0.0, MAX_DELAY))
        # what robots.txt asks for is not known before it is asked for: that request counts too
        since = self._asked[host] + apart if host in self._asked else 0.0
        left = max(self.ready(host), since) - self.clock()
        if left > 0:
            self.sleep(left)
        self._asked[host] = self.clock()
        self._free[host] = self._asked[host] + apart
