"""The API of search: articles by their words, however they are spelt."""

from __future__ import annotations

import itertools
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from sijill.arabic.writable import writable
from sijill.store.search import Hit
from sijill.web.reading import Read

router = APIRouter(tags=["search"])
Short = Annotated[str, Query(max_length=200)]


class Span(BaseModel):
    """Half-open offsets in code points of the article's text."""

    start: int
    end: int


class HitShape(BaseModel):
    """An article that was found; `snippet` begins at `start`, `spans` are the words found, in the whole text."""

    article_id: str
    doc_id: str
    source: str | None
    title: str | None
    published: str | None
    snippet: str
    start: int
    spans: list[Span]


class Hits(BaseModel):
    """A part of what was found, the latest first; `more` says whether there is more after it."""

    hits: list[HitShape]
    more: bool


@router.get("/search")
def search_articles(read: Read, q: Annotated[str, Query(min_length=1, max_length=400)], source: Short = "",
                    since: Annotated[str, Query(alias="from", max_length=40)] = "",
                    until: Annotated[str, Query(alias="to", max_length=40)] = "",
                    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
                    limit: Annotated[int, Query(ge=1, le=200)] = 20) -> Hits:
    """Articles that have every word and "quoted phrase" of the query."""
    found = list(itertools.islice(read.search(q, source=source or None, first=since, last=until), offset,
                                  offset + limit + 1))
    return Hits(hits=[hit_shape(hit) for hit in found[:limit]], more=len(found) > limit)


def hit_shape(hit: Hit) -> HitShape:
    """A hit as the API gives it."""
    return HitShape(article_id=hit.article_id, doc_id=hit.doc_id, source=hit.source, title=hit.title,
                    published=hit.published, snippet=writable(hit.snippet), start=hit.start,
                    spans=[Span(start=start, end=end) for start, end in hit.spans])
