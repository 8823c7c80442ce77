"""Fetching from the web: one address at a time, politely, within bounds, and never from inside one's own network."""

from __future__ import annotations

import http.client
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

from sijill.acquire.addresses import hostname, targets
from sijill.acquire.archives import MAX_BLOCK
from sijill.acquire.articles import Exchange, NotFetched, RefusedAddress
from sijill.acquire.extras import need
from sijill.acquire.http_blocks import Answer, read_block
from sijill.acquire.pace import Pace
from sijill.acquire.reading import now
from sijill.acquire.robots import MAX_ROBOTS, Robots
from sijill.acquire.wire import Wire, left

MAX_HOPS = 5
"""Redirects that are followed."""
MAX_SECONDS = 60.0
"""Seconds that one answer may take, whatever comes of it."""
PORTS = {"http": 80, "https": 443}

_REDIRECTS = (301, 302, 303, 307, 308)
_TRANSIENT = (408, 425, 429)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for an address: the redirects, the last exchange, and its answer with the body unpacked."""

    redirects: tuple[Exchange, ...]
    last: Exchange
    answer: Answer

    @property
    def url(self) -> str:
        """The address that was asked for."""
        return self.redirects[0].url if self.redirects else self.last.url

    @property
    def final(self) -> str:
        """The address that redirects led to."""
        return self.last.url


def user_agent(contact: str | None = None) -> str:
    """How Sijill names itself to servers; `contact` is an address to write to."""
    return f"Sijill/{version('sijill')} (reads news for a record of events; robots.txt: sijill" + (
        f"; {contact})" if contact else ")")


class Fetcher:
    """Asks for addresses; heeds robots.txt, keeps a distance between two requests to one host.

    `trusted` are IP addresses inside one's own network that may be asked (for tests with a server of their own).
    """

    def __init__(self, *, contact: str | None = None, delay: float = 2.0, limit: int = MAX_BLOCK,
                 seconds: float = MAX_SECONDS, trusted: Collection[str] = (), pace: Pace | None = None) -> None:
        self._agent, self._limit, self._seconds = user_agent(contact), limit, seconds
        self._trusted = frozenset(trusted)
        self.pace = pace or Pace(delay)
        self._robots = Robots(self._robots_text, self.pace.clock)

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """The answer of status 200 or 304 of an address, after its redirects; ArticleRejected otherwise."""
        found = self._follow(web_address(url), dict(headers or {}))
        if found.answer.status in (200, 304):
            return found
        raise _not_given(found.answer, hostname(found.final))

    def _follow(self, url: str, headers: dict[str, str], robots: bool = True) -> Fetched:
        redirects: list[Exchange] = []
        for _ in range(MAX_HOPS + 1):
            away = self.pace.away(host := hostname(url))
            if away is not None:
                raise NotFetched(f"{host} asks to be left alone", lasting=False, wait=away, host=host,
                                 next_step="Try again later")
            self.pace.wait(host, self._robots.check(url) if robots else None)
            last = self._ask(url, headers)
            answer = read_block(last.answer, MAX_ROBOTS if not robots else self._limit)
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return Fetched(tuple(redirects), last, answer)
            redirects.append(last)
            # servers write addresses in UTF-8, whatever the standard says
            url = web_address(target.encode("latin-1", "replace").decode("utf-8", "replace"), url)
        raise NotFetched(f"more than {MAX_HOPS} redirects", lasting=True, next_step="Check the address")

    def _ask(self, url: str, headers: Mapping[str, str]) -> Exchange:
        parts = urlsplit(url)
        host, secure = parts.hostname or "", parts.scheme == "https"
        port = parts.port or PORTS[parts.scheme]
        deadline = time.monotonic() + self._seconds
        found = targets(host, port, self._trusted, left(deadline))
        wire = Wire.open(found, host if secure else None, self._limit, deadline)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = wire
        try:
            connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers={
                "Host": parts.netloc, "User-Agent": self._agent, "Accept": "text/html,application/xml;q=0.9,*/*;q=0.5",
                "Accept-Encoding": "gzip, deflate", "Accept-Language": "ar,*;q=0.5", "Connection": "close"} | dict(
                    headers))
            at = now()
            response = connection.getresponse()
            while response.read1(65_536):
                pass
            if response.length:
                raise NotFetched("the answer ends before its end", lasting=False, next_step="Try again later")
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetched(f"no whole answer: {type(error).__name__} {str(error)[:100]}", lasting=False,
                             next_step="Try again later") from error
        finally:
            wire.hang_up()
        return Exchange(url, at, wire.address, bytes(wire.sent), bytes(wire.kept))

    def _robots_text(self, url: str) -> str | None:
        """The text of robots.txt, which is asked for without heeding it; None where there is none."""
        answer = self._follow(url, {}, robots=False).answer
        if answer.status == 200:
            return answer.body[:MAX_ROBOTS].decode("utf-8", "replace")
        trouble = _not_given(answer, hostname(url))
        if trouble.lasting:
            return None
        raise trouble


def _not_given(answer: Answer, host: str) -> NotFetched:
    """The error for a host's answer of another status than was hoped for."""
    status = answer.status
    lasting = status < 500 and status not in _TRANSIENT
    return NotFetched(f"the server answers {status} {http.client.responses.get(status, '')}".rstrip(),
                      lasting=lasting, wait=retry_after(answer), host=host,
                      next_step="Check the address" if lasting else "Try again later")


def web_address(url: str, base: str = "") -> str:
    """An address as it is sent, its Arabic letters escaped; RefusedAddress if it is not of the web.

    `base` is the address of what points to it, where it may be part of one.
    """
    given = url.strip()
    try:
        made = str(need("w3lib.url").safe_url_string(urljoin(base, given)))
        parts = urlsplit(made)
        known = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise RefusedAddress(f"{given[:100]!r} is no address of the web", next_step="It begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddress("the address has a name or password in it", next_step="Leave them out")
    return made.partition("#")[0]


def retry_after(answer: Answer) -> float | None:
    """Seconds that a server asks to wait; None if it does not say."""
    from email.utils import parsedate_to_datetime

    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(min(int(said[:9]), 7 * 86_400))
    try:
        wait = parsedate_to_datetime(said).timestamp() - time.time() if said else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None if wait is None else min(max(wait, 0.0), 7 * 86_400.0)
