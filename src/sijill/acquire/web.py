"""Pages of the web, fetched and read into articles and rejections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sijill.acquire import feeds
from sijill.acquire.answers import answer_article
from sijill.acquire.articles import Origin, Rejected, Unreadable
from sijill.acquire.fetching import Fetched, Fetcher
from sijill.acquire.reading import Defaults, Item, faults_named
from sijill.errors import ArticleRejected

ANSWER = "application/http; msgtype=response"
"""Media type of an answer of HTTP kept whole."""


def origin_of(fetched: Fetched) -> Origin:
    """The bytes of an answer, as they came, what was sent for them, and the redirects that led there."""
    last = fetched.last
    return Origin(last.answer, ANSWER, last.at, url=last.url, address=last.machine, request=last.request,
                  redirects=fetched.redirects)


def read_fetched(fetched: Fetched, defaults: Defaults, known: dict[str, Any] | None = None) -> Iterator[Item]:
    """The article of a fetched page, or those in a fetched feed; ArticleRejected if it holds none.

    `known` is what a feed's entry said of the page.
    """
    origin = origin_of(fetched)
    if feeds.is_feed(fetched.answer.body) and known is None:
        yield from feeds.read_feed(fetched.answer.body, fetched.final, defaults, origin)
        return
    made = answer_article(fetched.answer, fetched.final, {"url": fetched.final, "from": "feed entry"} | (known or {}),
                          defaults, origin)
    if made is None:
        raise Unreadable(f"neither a page nor a text: {fetched.answer.media_type or 'of no kind'}",
                         next_step="Leave it out")
    yield made


def fetch_articles(urls: Iterable[str], fetcher: Fetcher, defaults: Defaults) -> Iterator[Item]:
    """The article of each address, or the reason why there is none; nothing is raised."""
    for url in urls:
        try:
            with faults_named():
                yield from read_fetched(fetcher.get(url), defaults)
        except ArticleRejected as error:
            yield Rejected.of(error, url)
