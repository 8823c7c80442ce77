"""Feeds (RSS, Atom): the entries that hold text, each an article."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sijill.acquire import markup
from sijill.acquire.articles import BadFeed, Origin, Rejected
from sijill.acquire.days import read_day
from sijill.acquire.extras import need
from sijill.acquire.reading import Defaults, Item, article, faults_named
from sijill.errors import ArticleRejected

MAX_FEED = 20_000_000
"""Bytes of a feed."""
MAX_ENTRIES = 50_000
"""Entries of one feed."""

_FIRST = re.compile(rb"<(?:rss|rdf:RDF|feed|atom:feed|(?:\w+:)?(?:urlset|sitemapindex))[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_HEAD = 4096
_REFERENCE = re.compile(rb"&#(x[0-9a-f]+|[0-9]+);?", re.IGNORECASE)
_RUN = re.compile(rb"(?:&#(?:x[0-9a-f]+|[0-9]+);?)+", re.IGNORECASE)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_LONGEST = 9
"""Digits of a reference."""
_DAYS = ("published", "issued", "created", "date", "updated")


def mended(data: bytes) -> bytes:
    """A feed whose references are all to characters: the halves of one (surrogates) made whole, others replaced."""
    return _RUN.sub(_characters, data)


def _characters(run: re.Match[bytes]) -> bytes:
    out: list[bytes] = []
    high = 0
    for reference in _REFERENCE.finditer(run[0]):
        number = _number(reference[1])
        if high and number in _LOW:
            out[-1] = b"&#%d;" % (0x10000 + ((high - _HIGH[0]) << 10) + number - _LOW[0])
        elif 0 < number <= sys.maxunicode and number not in _HIGH and number not in _LOW:
            out.append(reference[0])
        else:
            out.append(b"&#65533;")
        high = number if number in _HIGH else 0
    return b"".join(out)


def _number(digits: bytes) -> int:
    """The number of a reference; 0 of one that is too long for any."""
    if len(digits) > _LONGEST:
        return 0
    return int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)


def is_feed(data: bytes) -> bool:
    """Whether some bytes are a feed or a sitemap, by their first element."""
    return _FIRST.search(data[:_HEAD]) is not None


def parse_feed(data: bytes) -> Any:
    """A feed as feedparser has it; BadFeed if it is none, or is a trap."""
    if _ENTITY.search(data):
        raise BadFeed("the feed defines entities of its own, which may swell without bound",
                      next_step="No feed needs them; leave it out")
    try:
        feed = need("feedparser").parse(io.BytesIO(mended(data)), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, OverflowError) as error:
        raise BadFeed(f"the feed cannot be read: {str(error)[:150]}", next_step="Get it again") from error
    if not feed.entries and feed.bozo and not feed.feed:
        raise BadFeed(f"the feed cannot be read: {str(feed.bozo_exception)[:150]}", next_step="Get it again")
    return feed


def read_feed(data: bytes, where: str, defaults: Defaults, origin: Origin | None = None) -> Iterator[Item]:
    """The entries of a feed that hold text: each an article, its HTML blanked; BadFeed if there are none.

    `origin` is that of the whole feed, where it did not come as a file of its own.
    """
    feed = parse_feed(data)
    whole = origin or Origin(data, "application/xml", defaults.at)
    source = _line(feed.feed.get("title"))
    found = False
    for number, entry in enumerate(feed.entries[:MAX_ENTRIES], start=1):
        content = max((*(c.get("value") or "" for c in entry.get("content") or ()), entry.get("summary") or ""),
                      key=len)
        if not content:
            continue
        found, place = True, f"{where}, entry {number}"
        try:
            with faults_named():
                known = _known(entry) | {"source": source}
                told = tuple((name, "feed entry") for name in ("published", "title", "url") if known[name])
                own = replace(whole, part=f"entry {number}", found=told)
                made = article(content, place, None, known, defaults, own)
            yield made
        except ArticleRejected as error:
            yield Rejected.of(error, place, mark=_mark(entry, content))
    if not found:
        raise BadFeed("no entry of the feed or sitemap holds text, only addresses",
                      next_step="Give the pages themselves")


def _mark(entry: Any, content: str) -> str:
    """What an entry is known by that is no article: its name, page and words."""
    said = "\x00".join([str(entry.get("id") or ""), str(entry.get("link") or ""), content])
    return hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _known(entry: Any) -> dict[str, Any]:
    """What an entry says of its article."""
    given = str(entry.get("id") or "")
    days = (read_day(str(entry.get(name) or "")) for name in _DAYS)
    return {"doc_id": _line(given), "title": _line(entry.get("title")), "author": _line(entry.get("author")),
            "url": entry.get("link") or (given if given.startswith("http") else None),
            "published": next((day for day in days if day), None)}


def _line(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(markup.blank(value)[0].replace("\u200d", "").split()) or None
