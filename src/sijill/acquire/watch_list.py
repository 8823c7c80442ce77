"""What is watched: the file feeds.toml, read and checked."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.acquire.fetching import web_address
from sijill.errors import ArticleRejected, InputError

PAGES, ENTRIES = "pages", "entries"
"""What is taken of a feed: the page behind each entry, or the text of the entry itself."""

_SETTINGS = {"every": (int, float), "delay": (int, float), "contact": (str,)}
_FIELDS = {"url": (str,), "name": (str,), "take": (str,), "only": (list,), "not": (list,), "newest": (int,),
           "since": (dt.date, str), "every": (int, float)}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or sitemap: `name` is its publisher, `every` the minutes between two looks.

    At most `newest` of its pages are fetched in a round; `only` and `leave` are parts of addresses that are wanted, or
    not; entries that say a day before `since` are left out.
    """

    url: str
    name: str | None = None
    take: str = PAGES
    only: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    newest: int = 50
    since: dt.date | None = None
    every: float = 30.0

    def wants(self, url: str, day: dt.date | None) -> bool:
        """Whether an entry is to be read."""
        if self.since and day and day < self.since:
            return False
        return (not self.only or any(part in url for part in self.only)) and not any(part in url for part in self.leave)


@dataclass(frozen=True, slots=True)
class WatchList:
    """The feeds that are watched, seconds between two requests to one host, and an address for servers to write to."""

    feeds: tuple[Feed, ...]
    delay: float = 3.0
    contact: str | None = None


def read_watch_list(path: Path) -> WatchList:
    """The watch list in a file; InputError that names the fault if it is none."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}", where=str(path),
                         next_step="Write one: [[feed]], and under it url = \"https://...\"") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"this is not TOML: {error}", where=str(path), next_step="Mend that line") from error
    settings = {name: value for name, value in content.items() if name != "feed"}
    _check(settings, _SETTINGS, str(path))
    entries = content.get("feed")
    if not isinstance(entries, list) or not entries:
        raise InputError("no feed in it", where=str(path), next_step="Add [[feed]], and under it url = \"https://...\"")
    every = float(settings.get("every", 30.0))
    feeds = tuple(_feed(entry, every, f"{path}, feed {number}") for number, entry in enumerate(entries, start=1))
    if len({feed.url for feed in feeds}) < len(feeds):
        raise InputError("an address stands there twice", where=str(path), next_step="Keep one of the two")
    return WatchList(feeds, float(settings.get("delay", 3.0)), settings.get("contact"))


def _check(entry: Any, known: Mapping[str, tuple[type, ...]], where: str) -> None:
    if not isinstance(entry, dict):
        raise InputError("a feed is a table", where=where, next_step="Write [[feed]]")
    for name, value in entry.items():
        if name not in known:
            raise InputError(f"{name!r} is not known", where=where, next_step=f"Known are {', '.join(known)}")
        if not isinstance(value, known[name]) or isinstance(value, bool) or (
                isinstance(value, int | float) and value <= 0):
            raise InputError(f"{name} cannot be {value!r}", where=where, next_step="See docs/how-to/watch.md")


def _feed(entry: Any, every: float, where: str) -> Feed:
    _check(entry, _FIELDS, where)
    try:
        url = web_address(entry.get("url", ""))
        since = entry.get("since")
        first = dt.date.fromisoformat(since) if isinstance(since, str) else since
    except ArticleRejected as error:
        raise InputError(error.what, where=where, next_step=error.next_step) from error
    except ValueError as error:
        raise InputError(f"since is no day: {error}", where=where, next_step="Write it as 2024-01-31") from error
    take = entry.get("take", PAGES)
    if take not in (PAGES, ENTRIES):
        raise InputError(f"take cannot be {take!r}", where=where, next_step=f"Write {PAGES!r} or {ENTRIES!r}")
    return Feed(url, entry.get("name"), take, tuple(map(str, entry.get("only", ()))),
                tuple(map(str, entry.get("not", ()))), entry.get("newest", 50),
                first.date() if isinstance(first, dt.datetime) else first, float(entry.get("every", every)))
