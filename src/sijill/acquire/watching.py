"""Rounds of a watch: feeds that are due are asked, then the pages they point to; each article is given once."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sijill.acquire.addresses import hostname
from sijill.acquire.articles import Article, NotFetched, Rejected
from sijill.acquire.feeds import read_feed
from sijill.acquire.fetching import Fetcher
from sijill.acquire.reading import Defaults, Item, faults_named
from sijill.acquire.sitemaps import page_key, read_pointers
from sijill.acquire.watch_list import ENTRIES, Feed, WatchList
from sijill.acquire.watch_state import WatchState
from sijill.acquire.web import origin_of, read_fetched
from sijill.errors import ArticleRejected

MAX_DEPTH = 3
"""Sitemaps that point to sitemaps."""
NEWEST, OTHERS = 5, 5
"""Sitemaps of one index that are read in a round: the newest, and those of the others that have waited longest."""
TRIES = 6
"""How often a page is asked for before it is given up."""
BACK_OFF, LONGEST = 300.0, 86_400.0
"""Seconds after a first failure, doubled with each further one, up to a day."""


@dataclass(frozen=True, slots=True)
class _Task:
    feed: Feed
    url: str
    key: str | None = None
    day: str | None = None
    title: str | None = None
    failures: int = 0
    depth: int = 0


class Watcher:
    """Watches the feeds of a list; `settle` makes safe what was given, and what was not settled is given again."""

    def __init__(self, watched: WatchList, state: WatchState, fetcher: Fetcher) -> None:
        self._list, self._state, self._fetcher = watched, state, fetcher
        self._pace = fetcher.pace
        for host, until in state.held().items():
            self._pace.hold(host, until)

    def settle(self) -> None:
        """Make safe that what was given is not given again."""
        self._state.settle()

    def next_due(self) -> float:
        """When there will be something to do (seconds since 1970)."""
        due: list[float] = []
        for feed in self._list.feeds:
            page = self._state.next_page(feed.url)
            due += [float(self._state.feed(feed.url)["due"])] + ([page] if page is not None else [])
        return min(due)

    def round(self) -> Iterator[Item]:
        """New articles, and a row with the reason for each feed that fails and each page that is given up."""
        now = self._pace.clock()
        lines: dict[str, deque[_Task]] = {}
        for feed in self._list.feeds:
            if self._state.feed(feed.url)["due"] <= now:
                _put(lines, _Task(feed, feed.url))
            else:
                self._put_pages(lines, feed)
        while lines:
            host = min(lines, key=self._pace.ready)
            if self._pace.away(host) is not None:
                self._leave(lines.pop(host), host)
                continue
            task = lines[host].popleft()
            if not lines[host]:
                del lines[host]
            yield from self._page(task) if task.key else self._feed(task, lines)

    def _put_pages(self, lines: dict[str, deque[_Task]], feed: Feed) -> None:
        for row in self._state.waiting(feed.url, self._pace.clock(), feed.newest):
            _put(lines, _Task(feed, row["url"], row["key"], row["day"], row["title"], row["failures"]))

    def _leave(self, tasks: deque[_Task], host: str) -> None:
        """A host is to be left alone for longer than a round waits."""
        until = self._pace.ready(host)
        for task in tasks:
            if task.key:
                self._state.page_waits(task.key, until)
            elif task.depth == 0:
                self._state.feed_failed(task.url, self._pace.clock(), until, "the host asks to be left alone")

    def _feed(self, task: _Task, lines: dict[str, deque[_Task]]) -> Iterator[Item]:
        feed, known = task.feed, self._state.feed(task.url)
        asked = {name: known[column] for name, column in (("If-None-Match", "etag"), ("If-Modified-Since", "modified"))
                 if known[column]}
        now = self._pace.clock()
        try:
            with faults_named():
                fetched = self._fetcher.get(task.url, asked)
                body, headers = fetched.answer.body, fetched.answer.headers
                fresh = fetched.answer.status != 304
                pointers = read_pointers(body, fetched.final) if fresh and feed.take != ENTRIES else []
            if not fresh:
                self._state.feed_read(task.url, now, now + 60 * feed.every, known["etag"], known["modified"])
            else:
                deeper = [one.url for one in pointers if one.deeper]
                for url in self._in_turn(deeper) if task.depth < MAX_DEPTH else ():
                    _put(lines, _Task(feed, url, depth=task.depth + 1))
                for one in pointers:
                    if not one.deeper and feed.wants(one.url, one.day):
                        day = one.day.isoformat() if one.day else None
                        self._state.discover(page_key(one.url), one.url, feed.url, day, one.title)
                if feed.take == ENTRIES:
                    with faults_named():
                        entries = list(read_feed(body, fetched.final, Defaults(feed.name), origin_of(fetched)))
                    for item in entries:
                        yield from self._entry(item, feed)
                # an index that has not changed may still point to sitemaps that have
                tags = (None, None) if deeper else (headers.get("etag"), headers.get("last-modified"))
                self._state.feed_read(task.url, now, now + 60 * feed.every, *tags)
        except ArticleRejected as error:
            wait = self._failed(error, task.url, known["failures"])
            if not isinstance(error, NotFetched) or error.lasting:
                # what is gone, or is no feed, will hardly be mended sooner than the next look
                wait = max(wait, 60 * feed.every)
            self._state.feed_failed(task.url, now, now + wait, error.what)
            yield Rejected.of(error, task.url)
        self._put_pages(lines, feed)

    def _in_turn(self, sitemaps: list[str]) -> list[str]:
        """Those of an index's sitemaps that are read in this round."""
        ready = [url for url in sitemaps if not self._backs_off(url)]
        return ready[:NEWEST] + sorted(ready[NEWEST:], key=self._state.checked)[:OTHERS]

    def _backs_off(self, url: str) -> bool:
        """Whether a sitemap has failed and is not to be asked for yet; one that was read goes with its index."""
        return self._state.failing_until(url) > self._pace.clock()

    def _entry(self, item: Item, feed: Feed) -> Iterator[Item]:
        if isinstance(item, Rejected):
            key = f"{feed.url} {item.mark}"
            if not self._state.known(key):
                self._state.discover(key, feed.url, feed.url, None, None)
                self._state.page_done(key, "failed", item.reason)
                yield item
            return
        page = page_key(item.url) if item.url else None
        key = _entry_key(item, page) if page else f"{feed.url} {item.doc_id or _digest(item)}"
        # of a page that was read itself only what stands at a place in it may be new
        read = page is not None and "#" not in str(item.url) and self._state.read_as_page(page)
        if read or self._state.known(key) or not feed.wants(item.url or "", item.published):
            return
        self._state.discover(key, item.url or feed.url, feed.url, None, item.title)
        if page and page != key:
            # it is not to be asked for as well, here or for another feed
            self._state.discover(page, str(item.url), feed.url, None, item.title)
            self._state.page_done(page, "entry")
        yield from self._given(item, key, feed)

    def _page(self, task: _Task) -> Iterator[Item]:
        assert task.key
        if self._state.known(task.key):
            return
        said = {"title": task.title} if task.title else {}
        try:
            with faults_named():
                items = list(read_fetched(self._fetcher.get(task.url), Defaults(task.feed.name), said))
            for item in items:
                assert isinstance(item, Article)
                yield from self._given(item, task.key, task.feed)
        except NotFetched as error:
            wait = self._failed(error, task.url, task.failures)
            if not error.lasting and task.failures + 1 < TRIES:
                self._state.page_put_off(task.key, self._pace.clock() + wait, error.what)
            else:
                yield self._given_up(task, error)
        except ArticleRejected as error:
            yield self._given_up(task, error)

    def _given(self, item: Article, key: str, feed: Feed) -> Iterator[Item]:
        first = self._state.first_with(_digest(item), key)
        if first != key:
            self._state.page_done(key, "copy", f"its text is that of {first}")
            return
        self._state.page_done(key, "read")
        # the publisher that the list names is surer than what a page says of itself
        yield replace(item, source=feed.name) if feed.name else item

    def _given_up(self, task: _Task, error: ArticleRejected) -> Rejected:
        assert task.key
        self._state.page_done(task.key, "failed", error.what)
        return Rejected.of(error, task.url)

    def _failed(self, error: ArticleRejected, url: str, failures: int) -> float:
        """Seconds to wait after a failure; where the server asks for them, its host is left alone meanwhile."""
        wait = min(BACK_OFF * 2.0 ** min(failures, 20), LONGEST)
        if isinstance(error, NotFetched) and (asked := error.wait):
            wait = max(wait, asked)
            host = error.host or hostname(url)
            until = self._pace.clock() + asked
            self._pace.hold(host, until)
            self._state.hold(host, until)
        return wait


def _put(lines: dict[str, deque[_Task]], task: _Task) -> None:
    line = lines.setdefault(hostname(task.url), deque())
    if all(other.url != task.url for other in line):
        line.append(task)


def _entry_key(item: Article, page: str) -> str:
    """What tells an entry of a feed from others: a page may hold many, and careless feeds give many one name."""
    place = str(item.url).partition("#")[2]
    name = item.doc_id if item.doc_id and page_key(item.doc_id) != page else None
    return page + (f"#{place}" if place else "") + (f" {name}" if name else "")


def _digest(item: Article) -> str:
    """What two articles of the same words share."""
    return hashlib.blake2b(" ".join(item.text.split()).encode("utf-8", "replace"), digest_size=16).hexdigest()
