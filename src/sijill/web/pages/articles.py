"""The article page: the raw text with each value's words coloured and named; and the list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sijill.documents import ControlClaim, Event
from sijill.link.corrected import corrected
from sijill.link.outlets import bloc_of
from sijill.web.api.articles import ArticleId, title_of
from sijill.web.blind import Coders
from sijill.web.cells import Cell, cells
from sijill.web.pages.drawing import draw
from sijill.web.reading import Read
from sijill.web.spans import marks_of, pieces
from sijill.web.texts import Words, language_of

router = APIRouter()
PAGE = 40
Short = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim of an article with corrections put in, its cells, what was decided of it, the event it tells."""

    event: Event
    cells: dict[str, list[Cell]]
    verdict: str | None
    event_id: str | None


@router.get("/articles")
def article_list(request: Request, read: Read, source: Short = "",
                 since: Annotated[str, Query(alias="from", max_length=40)] = "",
                 until: Annotated[str, Query(alias="to", max_length=40)] = "",
                 offset: Annotated[int, Query(ge=0, le=10**7)] = 0) -> HTMLResponse:
    """The articles of the record."""
    lines, total = read.articles(source=source or None, first=since, last=until, offset=offset, limit=PAGE)
    query = {name: value for name, value in (("source", source), ("from", since), ("to", until)) if value}
    return draw(request, "articles.html", page="articles", lines=lines, total=total, offset=offset, size=PAGE,
                query=query)


@router.get("/articles/{article_id}")
def article_page(request: Request, read: Read, at: Coders, article_id: ArticleId, claim: Short = "") -> Response:
    """One article; `claim` is the one whose words are shown first."""
    mine = at.open_of(article_id)
    if mine is not None:
        # whoever codes it blind does not see here what the machine and others made of it
        return RedirectResponse(f"/codings/{mine.assignment.id}", 303)
    found = read.article(article_id)
    words = Words(language_of(request))
    said = read.desk.decided.verdicts()
    ids = read.events_by_claim(event.event_id for event in found.events or ())
    views, marks = [], []
    for event in found.events or ():
        key = event.event_id
        now = corrected(event, said.corrections.get(key, {}))
        verdict = "rejected" if key in said.rejected else "accepted" if key in said.accepted else None
        views.append(ClaimView(now, cells(now, found.text, words), verdict, ids.get(key)))
        marks += marks_of(now)
    return draw(request, "article.html", page="articles", article=found, article_id=article_id, claims=views,
                pieces=pieces(found.text, marks), chosen=claim or (views[0].event.event_id if views else ""),
                title=title_of(found), bloc=bloc_of(found.source, found.url, found.published),
                control=controls(found.control or ()))


def controls(claims: Sequence[ControlClaim]) -> list[ControlClaim]:
    """The claims of an article on who holds a place, each once."""
    seen: dict[tuple[str, str, str, str], ControlClaim] = {}
    for claim in claims:
        seen.setdefault((claim.holder, claim.place.name, claim.polarity, str(claim.at)), claim)
    return list(seen.values())
