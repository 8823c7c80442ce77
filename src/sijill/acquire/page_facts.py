"""What a web page says of itself: title, day, author, publisher and address, each with where it was found."""

from __future__ import annotations

import datetime as dt
import functools
import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sijill import resources
from sijill.acquire.days import day_of_url, read_day
from sijill.acquire.page_body import find_heading
from sijill.acquire.page_titles import Fact, choose_title
from sijill.acquire.page_tree import MAX_FACT, Within, line_of, names_of

_ARTICLES = ("newsarticle", "article", "reportagenewsarticle", "blogposting", "analysisnewsarticle", "liveblogposting",
             "backgroundnewsarticle", "opinionnewsarticle", "socialmediaposting", "report", "webpage")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published",
    "parsely-pub-date", "sailthru.date", "publish-date", "publishdate", "publish_date", "pubdate", "publication_date",
    "published_time", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "citation_publication_date", "datecreated", "article_date_original", "article:create_time", "created",
)
_AUTHOR_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
                 "twitter:creator")
_DATED = re.compile(r"date|time|publish|posted|created|day|tarikh|tareekh|meta|info|stamp", re.I)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|writer|by)(?:[\s_-]|$|name)", re.I)
_ELSEWHERE = re.compile(
    r"related|sidebar|side-bar|widget|most-?read|latest|ticker|breaking|footer|comment|recommend|more-news|trending"
    r"|popular|copyright|menu|navbar|aside|clock|weather|prayer|today|current|modified|updated", re.I)
_LOOSE_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{6,60})"')
_LAST_COMMA = re.compile(r",\s*([}\]])")
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_LINES = ("div", "span", "p", "li", "td", "small", "em", "i", "b", "h2", "h3", "h4", "h5", "h6", "font", "strong",
          "section", "header", "abbr", "dd", "cite", "label", "center", "a")
_MOST_AUTHORS = 20
_NEAR = 80
"""Characters of a line that may be the line of the date."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; None where it does not."""

    title: Fact | None
    published: Fact | None
    author: Fact | None
    site: Fact | None
    url: Fact | None
    body: str | None

    def found(self) -> tuple[tuple[str, str], ...]:
        """Pairs of field and where it was found."""
        named = {"title": self.title, "published": self.published, "author": self.author, "source": self.site,
                 "url": self.url}
        return tuple((name, fact.where) for name, fact in named.items() if fact)


def page_facts(root: Any, url: str | None = None) -> PageFacts:
    """The facts of a parsed page (an lxml tree); `url` is its address where that is known."""
    metas = _metas(root)
    linked = _linked_data(root)
    article = _main(linked)
    address = _address(root, metas)
    site = _site(metas, article)
    title = choose_title(root, metas, _text(article.get("headline")), site.value if site else None)
    heading = find_heading(root, title.value if title else None)
    return PageFacts(
        title=title,
        published=_published(root, heading, metas, article, url or (address.value if address else None)),
        author=_author(root, heading, metas, article),
        site=site,
        url=address,
        body=_whole_text(article.get("articleBody")),
    )


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and 0 < len(content) <= MAX_FACT:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(root: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        raw = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>")
        try:
            # a comma too many is the commonest fault
            value = json.loads(_LAST_COMMA.sub(r"\1", raw), strict=False)
        except (ValueError, RecursionError):
            loose = _LOOSE_DATE.search(raw)
            if loose:
                found.append({"@type": "Article", "datePublished": loose[1]})
            continue
        found.extend(_objects(value, 0))
    return found


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for entry in value[:200]:
            yield from _objects(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(name), depth + 1)


def _main(linked: list[dict[str, Any]]) -> dict[str, Any]:
    """The linked data of the article itself: by its type, and by having a headline."""
    def rank(entry: dict[str, Any]) -> tuple[int, int]:
        kinds = entry.get("@type")
        names = [str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])]
        kind = min((_ARTICLES.index(n) for n in names if n in _ARTICLES), default=len(_ARTICLES))
        return (0 if entry.get("headline") else 1, kind)

    fitting = [entry for entry in linked if rank(entry)[1] < len(_ARTICLES)]
    return min(fitting, key=rank, default={})


def _text(value: Any) -> str | None:
    """A text of linked data; None if it is longer than any fact."""
    text = _whole_text(value)
    return text if text and len(text) <= MAX_FACT else None


def _whole_text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    return html.unescape(value).strip() or None


def _published(root: Any, heading: Any, metas: dict[str, str], article: dict[str, Any],
               url: str | None) -> Fact | None:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        day = read_day(_text(article.get(name)) or "")
        if day:
            return Fact(day.isoformat(), f"JSON-LD {name}")
    for name in _DATE_METAS:
        day = read_day(metas.get(name, ""))
        if day:
            return Fact(day.isoformat(), f"meta {name}")
    by_url = day_of_url(url or "")
    for where, found in (("time element", _of_times), ("text", _of_text)):
        day = found(root, heading)
        # the day in the address of the page is the day it was filed under
        if day and not (by_url and abs((day - by_url).days) > 1):
            return Fact(day.isoformat(), where)
    if by_url:
        return Fact(by_url.isoformat(), "URL")
    day = read_day(metas.get("date", ""))
    return Fact(day.isoformat(), "meta date") if day else None


def _elsewhere(heading: Any) -> Within:
    """Whether an element stands in a part of the page that is not the article."""
    around = set() if heading is None else {heading, *heading.iterancestors()}

    def says(node: Any) -> bool | None:
        if node.tag in ("body", "html") or node in around:
            return False
        return True if node.tag in ("aside", "footer", "nav") or _ELSEWHERE.search(names_of(node)) else None

    return Within(says)


def _of_times(root: Any, heading: Any) -> dt.date | None:
    outside = _elsewhere(heading)
    times = [t for t in root.iter("time") if not outside(t)]
    marked = [t for t in times if "publish" in f"{t.get('itemprop') or ''}{t.get('class') or ''}".lower()
              or t.get("pubdate") is not None]
    for element in marked + [t for t in _nearest(root, heading, times) if t not in marked]:
        day = read_day(element.get("datetime") or "") or read_day(line_of(element) or "")
        if day:
            return day
    for element in root.xpath("//*[@itemprop='datePublished']"):
        day = read_day(element.get("content") or element.get("datetime") or line_of(element) or "")
        if day:
            return day
    return None


def _nearest(root: Any, heading: Any, elements: list[Any]) -> list[Any]:
    """Elements by how near they stand to the heading."""
    order = {node: at for at, node in enumerate(root.iter())}
    at = order.get(heading)
    return elements if at is None else sorted(elements, key=lambda e: abs(order[e] - at))


def _of_text(root: Any, heading: Any) -> dt.date | None:
    """A date in a short line: first in elements that are named for dates, then near the heading."""
    outside = _elsewhere(heading)
    named: dict[Any, str] = {}
    lines: dict[Any, str] = {}
    for node in root.iter(*_LINES):
        said = _own_text(node)
        if not said or outside(node):
            continue
        (named if _DATED.search(names_of(node)) else lines)[node] = said
    for texts in (named, lines):
        for node in _nearest(root, heading, list(texts)):
            day = read_day(texts[node])
            if day:
                return day
    return None


def _own_text(node: Any, most: int = _NEAR) -> str:
    return "" if len(node) > 8 else line_of(node, most) or ""


def _author(root: Any, heading: Any, metas: dict[str, str], article: dict[str, Any]) -> Fact | None:
    authors = article.get("author")
    names = [_text(a) for a in (authors[:_MOST_AUTHORS] if isinstance(authors, list) else [authors])]
    said = [n for n in names if n and _is_name(n)]
    if said:
        return Fact(", ".join(said), "JSON-LD author")
    for name in _AUTHOR_METAS:
        value = metas.get(name, "")
        if _is_name(value):
            return Fact(value, f"meta {name}")
    marked: tuple[tuple[str, Callable[[Any], bool]], ...] = (
        ("rel=author", lambda n: "author" in (n.get("rel") or "").split()),
        ("itemprop=author", lambda n: n.get("itemprop") == "author"),
        ("byline", lambda n: _BYLINE.search(n.get("class") or "") is not None),
    )
    outside = _elsewhere(heading)
    for where, fits in marked:
        for node in root.iter("a", "span", "div", "p", "address", "strong", "li"):
            if fits(node) and not outside(node):
                value = _own_text(node, MAX_FACT)
                value = _after_byline(value) or value
                if _is_name(value) and not read_day(value):
                    return Fact(value, where)
    return _signed(root, outside)


@functools.cache
def _bylines() -> re.Pattern[str]:
    words = sorted(resources.toml("page_words.toml")["bylines"], key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})(?:\s*:\s*|\s+)(?=\S)")


def _after_byline(line: str) -> str | None:
    rest = _bylines().sub("", line)
    return rest if rest != line else None


def _signed(root: Any, outside: Within) -> Fact | None:
    """A short line such as "written by NAME"."""
    for node in root.iter("div", "span", "p", "li", "td", "em", "i", "h4", "h5", "h6", "font"):
        line = _own_text(node, 60)
        name = _after_byline(line) if line else None
        if name and _is_name(name) and len(name.split()) <= 4 and not outside(node):
            return Fact(name, "text")
    return None


def _is_name(value: str) -> bool:
    return 1 < len(value) <= 60 and "://" not in value and not value.startswith("@")


def _site(metas: dict[str, str], article: dict[str, Any]) -> Fact | None:
    publisher = _text(article.get("publisher"))
    if metas.get("og:site_name"):
        return Fact(metas["og:site_name"], "meta og:site_name")
    if publisher:
        return Fact(publisher, "JSON-LD publisher")
    for name in ("application-name", "apple-mobile-web-app-title", "dc.publisher", "copyright-holder"):
        if metas.get(name):
            return Fact(metas[name], f"meta {name}")
    return None


def _address(root: Any, metas: dict[str, str]) -> Fact | None:
    for link in root.iter("link"):
        href = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and len(href) <= MAX_FACT and href.startswith(("http://", "https://")):
            return Fact(href, "link canonical")
    if metas.get("og:url", "").startswith(("http://", "https://")):
        return Fact(metas["og:url"], "meta og:url")
    from lxml import etree

    for comment in root.getroottree().iter(etree.Comment):
        saved = _SAVED.search((comment.text or "")[:2000])
        if saved:
            return Fact(saved[1], "saved-from comment")
    return None
