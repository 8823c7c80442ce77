"""The API of articles: the list, one with its text and claims, and what some of its words may mean."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel

from sijill.arabic.writable import writable
from sijill.documents import Document
from sijill.records import document_record
from sijill.store.holdings import ArticleLine
from sijill.web.api.shapes import Record
from sijill.web.faults import NotHere
from sijill.web.reading import Read
from sijill.web.texts import Words, language_of
from sijill.web.words import Proposal, proposals

router = APIRouter(tags=["articles"])
ArticleId = Annotated[str, Path(min_length=1, max_length=64)]
Short = Annotated[str, Query(max_length=200)]


class ArticleList(BaseModel):
    """A part of the articles, the latest published first."""

    articles: list[ArticleLine]
    total: int


class ArticleDetail(BaseModel):
    """An article as it was added. Offsets are half-open code points of `text`, not UTF-16 units."""

    article_id: str
    text: str
    coded: Record
    events: dict[str, str]


class Meanings(BaseModel):
    """Some words of an article, and the values that they may have."""

    text: str
    start: int
    end: int
    meanings: list[Proposal]


@router.get("/articles")
def list_articles(read: Read, source: Short = "", since: Annotated[str, Query(alias="from", max_length=40)] = "",
                  until: Annotated[str, Query(alias="to", max_length=40)] = "",
                  offset: Annotated[int, Query(ge=0, le=10**7)] = 0,
                  limit: Annotated[int, Query(ge=1, le=500)] = 50) -> ArticleList:
    """The articles of the record."""
    lines, total = read.articles(source=source or None, first=since, last=until, offset=offset, limit=limit)
    return ArticleList(articles=lines, total=total)


@router.get("/articles/{article_id}")
def one_article(read: Read, article_id: ArticleId) -> ArticleDetail:
    """One article with its claims as they were coded; `events` gives the event of each claim."""
    found = read.article(article_id)
    return ArticleDetail(article_id=article_id, text=writable(found.text), coded=document_record(found),
                         events=read.events_by_claim(event.event_id for event in found.events or ()))


@router.get("/articles/{article_id}/words")
def words_of_article(request: Request, read: Read, article_id: ArticleId, start: Annotated[int, Query(ge=0)],
                     end: Annotated[int, Query(ge=1)], field: Annotated[str, Query(max_length=40)]) -> Meanings:
    """What the words between two offsets may mean as the value of a field that can be corrected."""
    found = read.text(article_id)
    if not 0 <= start < end <= len(found.text):
        raise NotHere("the article has no such words", where=f"{start}-{end}", next_step="Give offsets of its text")
    return Meanings(text=writable(found.text[start:end]), start=start, end=end,
                    meanings=proposals(read.desk, found, start, end, field, Words(language_of(request))))


def title_of(document: Document) -> str:
    """What to call an article: its title, or its first line."""
    return document.title or document.text.strip().partition("\n")[0][:120]
