"""Feeds (RSS, Atom) and sitemaps: their entries, and the articles of a feed that is a file."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from sijill.acquire import markup
from sijill.acquire.articles import BadFeed, Origin, Rejected
from sijill.acquire.days import read_day
from sijill.acquire.extras import need
from sijill.acquire.reading import Defaults, Item, article
from sijill.acquire.unpacking import inflate, is_gzip
from sijill.errors import ArticleRejected

MAX_FEED = 20_000_000
"""Bytes of a feed or sitemap, unpacked."""
MAX_ENTRIES = 50_000
"""Entries of one feed or sitemap: what the protocol of sitemaps allows."""

_FEED = re.compile(rb"<(?:rss|rdf:RDF|feed|atom:feed)[\s>]", re.IGNORECASE)
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its address, what the feed says of it, and its text (HTML) where the feed gives it."""

    url: str | None
    id: str | None = None
    title: str | None = None
    published: dt.date | None = None
    author: str | None = None
    content: str | None = None
    is_sitemap: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own title, and its entries in its order."""

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(data: bytes) -> bool:
    """Whether some bytes are a feed or a sitemap, by their first element."""
    head = data[:_HEAD]
    return _FEED.search(head) is not None or _SITEMAP.search(head) is not None


def read_feed(data: bytes, url: str | None = None) -> Feed:
    """The entries of an RSS or Atom feed or of a sitemap; BadFeed if it is none."""
    if is_gzip(data):
        data = inflate(data, "gzip", MAX_FEED)
    if len(data) > MAX_FEED:
        raise BadFeed(f"the feed is larger than {MAX_FEED // 1_000_000} MB", next_step="Name a smaller one")
    if _ENTITY.search(data):
        raise BadFeed("the feed defines entities of its own, which may swell without bound",
                      next_step="No feed needs them; leave it out")
    if _SITEMAP.search(data[:_HEAD]):
        return Feed(None, tuple(_locations(data, url)))
    if not _FEED.search(data[:_HEAD]):
        raise BadFeed("this is neither a feed nor a sitemap",
                      next_step="Look for the site's RSS address or sitemap.xml")
    parsed = need("feedparser").parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    entries = tuple(_entry(entry, url) for entry in parsed.entries[:MAX_ENTRIES])
    if not entries and parsed.bozo and not parsed.feed:
        raise BadFeed(f"the feed cannot be read: {str(parsed.bozo_exception)[:150]}", next_step="Get it again")
    return Feed(_line(parsed.feed.get("title")), entries)


def _entry(entry: Any, url: str | None) -> Entry:
    contents = [c.get("value") or "" for c in entry.get("content") or ()] + [entry.get("summary") or ""]
    link = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
    published = None
    for name in ("published", "issued", "created", "date", "updated"):
        published = published or read_day(str(entry.get(name) or ""))
    return Entry(urljoin(url or "", link) if link else None, _line(entry.get("id")), _line(entry.get("title")),
                 published, _line(entry.get("author")), max(contents, key=len) or None)


def _line(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(markup.blank(value)[0].replace("\u200d", "").split()) or None


def _locations(data: bytes, base: str | None) -> Iterator[Entry]:
    etree = need("lxml.etree")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(data, parser=parser)
    if root is None:
        raise BadFeed("the sitemap cannot be read", next_step="Get it again")
    for node in root.iter("{*}url", "{*}sitemap"):
        values = {etree.QName(child).localname: (child.text or "").strip() for child in node.iter()
                  if isinstance(child.tag, str)}
        if not values.get("loc"):
            continue
        published = read_day(values.get("publication_date", ""))
        yield Entry(urljoin(base or "", values["loc"]), None, values.get("title") or None, published,
                    is_sitemap=etree.QName(node).localname == "sitemap")


def read_feed_file(data: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    """The entries of a feed in a file that hold text: each an article, its HTML blanked."""
    feed = read_feed(data)
    found = False
    for number, entry in enumerate(feed.entries, start=1):
        if not entry.content:
            continue
        found = True
        try:
            yield entry_article(entry, feed.title, data, f"{where}, entry {number}", defaults, number)
        except ArticleRejected as error:
            yield Rejected.of(error, f"{where}, entry {number}")
    if not found:
        raise BadFeed("no entry of the feed holds text, only addresses", next_step="Use sijill watch to fetch them")


def entry_article(entry: Entry, source: str | None, data: bytes, where: str, defaults: Defaults,
                  number: int) -> Item:
    """The article that an entry of a feed holds; ArticleRejected if it is none."""
    known = {"doc_id": entry.id, "url": entry.url, "title": entry.title, "published": entry.published,
             "author": entry.author, "source": defaults.source or source}
    origin = Origin(data, "application/xml", defaults.at, entry.url, part=f"entry {number}",
                    found=tuple((name, "feed entry") for name in ("published", "title", "url") if known[name]))
    return article(entry.content or "", where, None, known, defaults, origin)
