"""The wishes of robots.txt: which addresses of a host may be read, and how often (RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from sijill.acquire.articles import NotAllowed, NotFetched
from sijill.acquire.extras import need
from sijill.errors import ArticleRejected

MAX_ROBOTS = 1_000_000
"""Bytes of robots.txt that are read."""
FRESH = 86_400.0
"""Seconds for which the rules of a host are kept."""
TOKEN = "sijill"
"""The name by which robots.txt may speak of Sijill."""

Asked = Callable[[str], tuple[int, str]]


class Robots:
    """The rules of each host, asked for once a day through `ask` (address in, status and text out)."""

    def __init__(self, ask: Asked, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._known: dict[str, tuple[float, Any]] = {}

    def check(self, url: str) -> float | None:
        """Seconds between requests that the host asks for, or None; NotAllowed if the address is not to be read."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(site)
        if known is None or self._clock() - known[0] > FRESH:
            known = self._known[site] = (self._clock(), self._rules(f"{site}/robots.txt"))
        rules = known[1]
        if rules is None:
            return None
        if not rules.can_fetch(url, TOKEN):
            raise NotAllowed("robots.txt asks programs not to read this address",
                             next_step="Ask the publisher, or save the page yourself and give the file")
        delay = rules.crawl_delay(TOKEN)
        return None if delay is None else float(delay)

    def _rules(self, url: str) -> Any:
        """The rules of a file; None where there is none. A host that fails is not read."""
        try:
            status, text = self._ask(url)
        except NotFetched as error:
            raise NotFetched(f"robots.txt: {error.what}", lasting=error.lasting, wait=error.wait,
                             next_step=error.next_step) from error
        except ArticleRejected as error:
            # too large, or packed beyond every bound: nobody's honest rules
            raise type(error)(f"robots.txt: {error.what}", next_step=error.next_step) from error
        if status >= 500 or status == 429:
            raise NotFetched(f"robots.txt: the server answers {status}", lasting=False, next_step="Try again later")
        return None if status != 200 else need("protego").Protego.parse(text)
