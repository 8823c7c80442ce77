"""A web page becomes an article: its text without menus, links, advertisements and comments."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sijill.acquire import page_body, page_tree
from sijill.acquire.articles import BrokenEncoding, EmptyInput, TooLarge
from sijill.acquire.decoding import decode, has_mark, legacy
from sijill.acquire.extras import need
from sijill.acquire.page_facts import PageFacts, page_facts

MAX_PAGE = 6_000_000
"""Bytes of one page."""
SPOILT = 0.001
"""Share of a page's bytes that may be damaged: they stand as U+FFFD."""
SHORT = 0.5
"""Share of the page's own `articleBody` below which what was found is too little."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page's article, the page's source, and what the page says of itself."""

    text: str
    source: str
    facts: PageFacts

    @property
    def published(self) -> dt.date | None:
        """The day of publication; None if the page does not say it."""
        return dt.date.fromisoformat(self.facts.published.value) if self.facts.published else None


def is_page(data: bytes) -> bool:
    """Whether some bytes begin as a whole web page does."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (
        head.startswith((b"<?xml", b"<!--")) and b"<html" in head)


def page_text(data: bytes, charset: str | None = None) -> str:
    """The source of a page as text: byte order mark, then what the server or the page declares, then statistics.

    What is declared counts only if the bytes bear it out; ArticleRejected if they are not text.
    """
    declared = legacy(charset or _declaration(data))
    if declared and not has_mark(data):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode(declared, "replace")
    try:
        return decode(data)
    except BrokenEncoding:
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") > SPOILT * len(data):
            raise
        return text


def _declaration(data: bytes) -> str | None:
    found = _XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def read_page(data: bytes, *, url: str | None = None, charset: str | None = None) -> Page:
    """The article of a page; EmptyInput if it holds none, NeedsExtra without the extra `acquire`."""
    if len(data) > MAX_PAGE:
        raise TooLarge(f"larger than {MAX_PAGE // 1_000_000} MB for one page", next_step="Leave it out")
    source = _PROLOG.sub("", page_text(data, charset)).replace("\x00", "")
    try:
        root = page_tree.parse(source)
    except (ValueError, need("lxml.etree").LxmlError) as error:
        raise EmptyInput("the page holds nothing", next_step="Leave it out") from error
    facts = page_facts(root, url)
    text = article_text(root, facts)
    if not text.strip():
        raise EmptyInput("no text of an article was found on the page",
                         next_step="Give the text itself, if there is one")
    return Page(text, source, facts)


def article_text(root: Any, facts: PageFacts) -> str:
    """The paragraphs of a page's article, one a line; the tree is cut up on the way."""
    title = facts.title.value if facts.title else None
    author = facts.author.value if facts.author else None
    page_body.prune(root)
    body = root.find("body")
    place = page_body.region(body if body is not None else root, title)
    text = "\n".join(page_body.trimmed([run.text for run in page_body.runs(place)], title, author))
    if facts.body and len(text) < SHORT * len(facts.body):
        return facts.body
    return text


def host_of(url: str | None) -> str | None:
    """The name of a web address's host without www; None if there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return (host or "").removeprefix("www.") or None
