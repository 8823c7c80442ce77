"""What every reader of inputs shares: its limits, what is said of all articles, and how an article is made."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from sijill.acquire import markup
from sijill.acquire.articles import (
    Article,
    BadDate,
    BadField,
    Origin,
    ReaderFailed,
    Rejected,
    TooLarge,
    parse_date,
)
from sijill.acquire.days import read_day
from sijill.acquire.language import check_arabic
from sijill.acquire.pages import host_of, read_page
from sijill.acquire.unpacking import Budget
from sijill.arabic.writable import writable
from sijill.errors import ArticleRejected, SijillError

MAX_ARTICLE = 4_000_000
"""Bytes of one text file or one JSON line (about two million Arabic characters)."""
MAX_JSON = 200_000_000
"""Bytes of a JSON file that must be read as a whole (.json, or JSON Lines in UTF-16)."""
FIELDS = ("doc_id", "source", "url", "title", "author")
"""Fields of an article that are strings and may be unknown."""

Item = Article | Rejected


class Stream(Protocol):
    """What is read from: a binary file or anything that reads like one."""

    def readline(self, size: int, /) -> bytes:
        """At most `size` bytes, to the end of the line."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A stream that tells how many bytes have been read of it."""

    stream: Stream
    report: Callable[[int], object]

    def readline(self, size: int, /) -> bytes:
        """At most `size` bytes, to the end of the line."""
        data = self.stream.readline(size)
        self.report(len(data))
        return data

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""
        data = self.stream.read(size)
        self.report(len(data))
        return data


def shown(path: str | Path) -> str:
    """A path as rows name it: what is no UTF-8 in it, as in names from old disks, is written as \\x and two digits."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def now() -> str:
    """This second, ISO, UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is said of articles that do not say it themselves, and when reading began (ISO, UTC).

    `budget` counts what comes out of the file that is being read.
    """

    source: str | None = None
    published: dt.date | None = None
    report: Callable[[int], object] | None = None
    at: str = field(default_factory=now)
    budget: Budget = field(default_factory=Budget, compare=False)


@contextlib.contextmanager
def faults_named() -> Iterator[None]:
    """What a reader raises that nobody foresaw, as ReaderFailed: it costs what is being read, and nothing beside it."""
    try:
        yield
    except (SijillError, OSError):
        raise
    except Exception as error:
        raise ReaderFailed(f"the reader failed: {type(error).__name__} {str(error)[:150]}",
                           next_step="Please report it with the input: it is a fault of Sijill") from error


def guarded(items: Iterator[Item], where: str) -> Iterator[Item]:
    """The items as they come, and a rejection for whatever stops them."""
    try:
        with faults_named():
            yield from items
    except ArticleRejected as error:
        yield Rejected.of(error, where)


def article(text: str, where: str, line: int | None, known: dict[str, Any], defaults: Defaults,
            origin: Origin | None = None) -> Article:
    """An article of a text, its HTML blanked without moving an offset; ArticleRejected if it is none."""
    if len(text) > MAX_ARTICLE:
        raise too_large()
    known = _written(known)
    original = title = None
    if markup.is_markup(text):
        original = text
        text, title = markup.blank(text)
    check_arabic(text)
    return Article(
        text, where, line, known.get("doc_id"), known.get("source") or defaults.source, known.get("url"),
        known.get("title") or title, known.get("published") or defaults.published, original,
        known.get("author"), origin,
    )


def page_article(data: bytes, where: str, known: dict[str, Any], defaults: Defaults, origin: Origin,
                 charset: str | None = None) -> Article:
    """The article of a web page; what is known before (a feed's entry, the address) goes before what the page says."""
    known = _written(known)
    page = read_page(data, url=known.get("url"), charset=charset)
    facts = page.facts
    check_arabic(page.text)
    url = known.get("url") or (facts.url.value if facts.url else None)
    site = facts.site.value if facts.site else None
    found = dict(facts.found())
    found |= {name: known.get("from", "given") for name in (*FIELDS, "published") if known.get(name)}
    source = known.get("source") or site or defaults.source or host_of(url)
    if source and "source" not in found:
        found["source"] = "given" if source == defaults.source else "URL"
    published = known.get("published") or page.published or defaults.published
    if published and "published" not in found:
        found["published"] = "given"
    return Article(
        page.text, where, None, known.get("doc_id"), source, url,
        known.get("title") or (facts.title.value if facts.title else None), published, page.source,
        known.get("author") or (facts.author.value if facts.author else None),
        replace(origin, found=tuple(sorted(found.items()))),
    )


def _written(known: dict[str, Any]) -> dict[str, Any]:
    """What is said of an article, so that it can be written down."""
    return {name: writable(value) if isinstance(value, str) else value for name, value in known.items()}


def fields_of(value: dict[str, Any]) -> dict[str, Any]:
    """The known fields of a JSON object or a table's row; BadField or BadDate if one is of the wrong kind."""
    known: dict[str, Any] = {}
    for name in FIELDS:
        entry = value.get(name)
        if isinstance(entry, int | float) and not isinstance(entry, bool):
            entry = str(entry)
        if entry is not None and not isinstance(entry, str):
            if name == "author":
                continue
            raise BadField(f"the field {name!r} is a {type(entry).__name__}", next_step="Write a string")
        known[name] = entry or None
    known["published"] = parse_date(value.get("published"))
    return known


def any_date(value: object) -> dt.date | None:
    """A day from what a table or an export holds: ISO, or as people write it; BadDate if neither."""
    try:
        return parse_date(value)
    except BadDate:
        day = read_day(value) if isinstance(value, str) else None
        if day is None:
            raise
        return day


def too_large(limit: int = MAX_ARTICLE) -> TooLarge:
    """The error for an article, or a file that is read as a whole, of more than `limit` bytes."""
    return TooLarge(f"larger than {limit // 1_000_000} MB, the most that is read at once",
                    next_step="Give one article a file, or many as JSON Lines")
