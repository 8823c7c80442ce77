"""What feeds and sitemaps point to: addresses of pages, with the day and title that are said of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from sijill.acquire.articles import BadFeed
from sijill.acquire.days import read_day
from sijill.acquire.extras import need
from sijill.acquire.feeds import MAX_ENTRIES, MAX_FEED, mended, parse_feed
from sijill.acquire.fetching import PORTS
from sijill.acquire.unpacking import inflate, is_gzip
from sijill.arabic.writable import writable

_TRACKING = ("utm_", "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "ref_src")


@dataclass(frozen=True, slots=True)
class Pointer:
    """An entry: its address, day and title; `deeper` where the address is that of another sitemap."""

    url: str
    day: dt.date | None = None
    title: str | None = None
    deeper: bool = False


def page_key(url: str) -> str:
    """What two addresses of one page share: no scheme, www, port, tracking, fragment, or slash at the end.

    What is no address is its own key: asking for it will say so.
    """
    try:
        parts = urlsplit(need("w3lib.url").canonicalize_url(url))
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url
    if port and port != PORTS.get(parts.scheme):
        host += f":{port}"
    pairs = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True)
             if not name.lower().startswith(_TRACKING)]
    return host + (parts.path.rstrip("/") or "/") + (f"?{urlencode(sorted(pairs))}" if pairs else "")


def read_pointers(data: bytes, url: str) -> list[Pointer]:
    """The entries of a feed or sitemap, packed or not, the newest first; BadFeed if it is neither."""
    if is_gzip(data):
        data = inflate(data, "gzip", MAX_FEED)
    feed_like = data[:4096].lower()
    if b"<urlset" in feed_like or b"<sitemapindex" in feed_like or b":urlset" in feed_like:
        found = _sitemap(data, url)
    else:
        found = _entries(data, url)
    if not found:
        raise BadFeed("it points to no page", next_step="Check the address: it is to be a feed or a sitemap")
    # entries of one day, and those without one, stay in the order of the file
    return sorted(found[:MAX_ENTRIES], key=lambda one: one.day or dt.date.min, reverse=True)


def _entries(data: bytes, url: str) -> list[Pointer]:
    found = []
    for entry in parse_feed(data).entries:
        link = entry.get("link") or (entry.get("id") if str(entry.get("id") or "").startswith("http") else None)
        if link:
            day = next((d for d in (read_day(str(entry.get(n) or "")) for n in ("published", "updated")) if d), None)
            title = writable(" ".join(str(entry.get("title") or "").split()))
            found.append(Pointer(_joined(url, str(link)), day, title or None))
    return found


def _joined(base: str, link: str) -> str:
    """A link of a file with the address `base`, whole; as it stands where it is none."""
    try:
        return writable(urljoin(base, link))
    except ValueError:
        return writable(link)


def _sitemap(data: bytes, url: str) -> list[Pointer]:
    if b"<!ENTITY" in data or b"<!entity" in data:
        raise BadFeed("the sitemap defines entities of its own, which may swell without bound",
                      next_step="No sitemap needs them; leave it out")
    etree = need("lxml.etree")
    try:
        root = etree.fromstring(mended(data), etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.LxmlError as error:
        raise BadFeed(f"the sitemap cannot be read: {str(error)[:150]}", next_step="Get it again") from error
    found = []
    for entry in () if root is None else root:
        said = {_name(node): " ".join((node.text or "").split()) for node in entry.iter() if _name(node)}
        if said.get("loc"):
            day = read_day(said.get("publication_date") or said.get("lastmod") or "")
            found.append(Pointer(_joined(url, said["loc"]), day, said.get("title"), _name(entry) == "sitemap"))
    return found


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
