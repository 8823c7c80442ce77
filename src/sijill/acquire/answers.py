"""An answer of the web becomes an article, whether it was archived or has just come."""

from __future__ import annotations

from typing import Any

from sijill.acquire.articles import Article, Origin
from sijill.acquire.decoding import decode
from sijill.acquire.http_blocks import Answer
from sijill.acquire.pages import is_page
from sijill.acquire.reading import Defaults, article, page_article

PAGES = ("text/html", "application/xhtml+xml")
"""Media types of web pages."""

_TEXTS = ("text/plain",)


def answer_article(answer: Answer, place: str, known: dict[str, Any], defaults: Defaults,
                   origin: Origin) -> Article | None:
    """The article of an answer; None if it is neither page nor text, or no page was there."""
    if answer.status != 200:
        return None
    return body_article(answer.body, answer.media_type, answer.charset, place, known, defaults, origin)


def body_article(body: bytes, kind: str, charset: str | None, place: str, known: dict[str, Any], defaults: Defaults,
                 origin: Origin) -> Article | None:
    """The article of a body of some media type; None if it is neither page nor text. `known` as of `page_article`."""
    if kind in PAGES or (not kind and is_page(body)):
        return page_article(body, place, known, defaults, origin, charset)
    if kind in _TEXTS and known.get("url") and not str(known["url"]).endswith("robots.txt"):
        return article(decode(body), place, None, {k: v for k, v in known.items() if k != "from"}, defaults, origin)
    return None
