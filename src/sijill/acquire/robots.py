"""The wishes of robots.txt: which addresses of a host may be read, and how often (RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
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

AGAIN = 300.0
"""Seconds after which a robots.txt that failed is asked for again, where its server does not name more."""

Asked = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a host until then (seconds of the clock): its rules, none (None), or why they are not known."""

    until: float
    rules: Any = None
    trouble: ArticleRejected | None = None


class Robots:
    """The rules of each host, asked for once a day through `ask`: address in, text out, None where there is none."""

    def __init__(self, ask: Asked, clock: Callable[[], float] = time.time) -> None:
        self._ask, self._clock = ask, clock
        self._known: dict[str, _Known] = {}

    def check(self, url: str) -> float | None:
        """Seconds between requests that the host asks for, or None; NotAllowed if the address is not to be read."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(site)
        if known is None or self._clock() >= known.until:
            known = self._known[site] = self._asked(f"{site}/robots.txt")
        if isinstance(known.trouble, NotFetched):
            # a host whose wishes cannot be known is left alone, not asked for them before each of its pages
            raise NotFetched(f"robots.txt: {known.trouble.what}", lasting=known.trouble.lasting,
                             wait=known.until - self._clock(), host=parts.hostname,
                             next_step=known.trouble.next_step)
        if known.trouble:
            # too large, or packed beyond every bound: nobody's honest rules
            raise type(known.trouble)(f"robots.txt: {known.trouble.what}", next_step=known.trouble.next_step)
        if known.rules is None:
            return None
        if not known.rules.can_fetch(url, TOKEN):
            raise NotAllowed("robots.txt asks programs not to read this address",
                             next_step="Ask the publisher, or save the page yourself and give the file")
        delay = known.rules.crawl_delay(TOKEN)
        return None if delay is None else float(delay)

    def _asked(self, url: str) -> _Known:
        try:
            text = self._ask(url)
        except NotFetched as error:
            return _Known(self._clock() + max(AGAIN, error.wait or 0.0), trouble=error)
        except ArticleRejected as error:
            return _Known(self._clock() + FRESH, trouble=error)
        return _Known(self._clock() + FRESH, None if text is None else need("protego").Protego.parse(text))
