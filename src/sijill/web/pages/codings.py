"""The pages of blind coding: the list, the coding of one article, agreement, and settling differences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from sijill.agreement.codings import FIELDS, Coded, CodedEvent, Coding
from sijill.ledger import TOLL_KINDS
from sijill.store.codings import CodedArticle
from sijill.web.api.articles import title_of
from sijill.web.api.codings import Key, assignment_shape
from sijill.web.blind import Coders
from sijill.web.cells import value_text
from sijill.web.pages.drawing import draw
from sijill.web.persons import CODER_COOKIE, Allowed, clean_name
from sijill.web.spans import Mark, pieces
from sijill.web.texts import Words, language_of

router = APIRouter()
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class CodedCell:
    """A field of a coded event as a page shows it: None of text where it is empty."""

    field: str
    mark: str
    text: str | None
    said: str | None


@router.get("/codings")
def codings_page(request: Request, at: Coders) -> HTMLResponse:
    """Every assignment, and who one codes as."""
    rows = [(assignment_shape(at, one), title_of(one.document)) for one in at.all()]
    # what one is still to do comes first
    rows.sort(key=lambda row: not (row[0].mine and not row[0].coders[at.name]))
    return draw(request, "codings.html", page="codings", rows=rows, coder=at.name)


@router.post("/codings/name")
def choose_name(at: Coders, name: Annotated[str, Form(max_length=200)]) -> RedirectResponse:
    """Remember who one codes as, where there are no accounts."""
    answer = RedirectResponse("/codings", 303)
    if not at.read.desk.people.accounts:
        answer.set_cookie(CODER_COOKIE, quote(clean_name(name)), max_age=_YEAR, samesite="lax", httponly=True)
    return answer


@router.post("/codings", dependencies=[Depends(Allowed("settle"))])
def give_article(at: Coders, article_id: Annotated[str, Form(max_length=64)],
                 coders: Annotated[str, Form(max_length=1200)],
                 start: Annotated[str, Form(max_length=20)] = "machine") -> RedirectResponse:
    """Give an article to people, whose names are separated by commas."""
    # the Arabic comma as well
    at.assign(article_id, [name for name in coders.replace("\u060c", ",").split(",") if name.strip()], start)
    return RedirectResponse("/codings", 303)


@router.get("/codings/{key}", dependencies=[Depends(Allowed("decide"))])
def coding_page(request: Request, at: Coders, key: Key) -> HTMLResponse:
    """The text of one article, and one's own coding of it."""
    found = at.find(key)
    mine = at.own(found)
    words = Words(language_of(request))
    text = found.document.text
    views = [(event, coded_cells(event, text, words)) for event in mine.events]
    return draw(request, "coding.html", page="codings", key=key, found=found, mine=mine, views=views,
                title=title_of(found.document), pieces=pieces(text, coded_marks(mine)), fields=FIELDS)


@router.get("/codings/{key}/settle")
def settle_page(request: Request, at: Coders, key: Key) -> HTMLResponse:
    """The codings of one article side by side, and what is settled."""
    found = at.find(key)
    now = at.settlement(found)
    words = Words(language_of(request))
    return draw(request, "settle.html", page="codings", key=key, found=found, now=now,
                coders=found.assignment.coders, title=title_of(found.document), outcome=at.outcome(found),
                shown=lambda name, coded: coded_text(name, coded, words), sentence=lambda one: sentence(found, one),
                said=lambda coded: said(coded, found.document.text))


@router.get("/agreement")
def agreement_page(request: Request, at: Coders, article: Annotated[str, Query(max_length=64)] = "") -> HTMLResponse:
    """How far coders agree, over all articles or one."""
    found = at.agreement(article or None)
    pairs = [pair for pair, _ in found.fields[0].kappas]
    title = title_of(at.read.text(article)) if article else None
    return draw(request, "agreement.html", page="codings", found=found, pairs=pairs, article=article, title=title)


def coded_cells(event: CodedEvent, text: str, words: Words) -> list[CodedCell]:
    """Every field of an event, filled or not."""
    out = []
    for name in FIELDS:
        coded = event.values.get(name)
        out.append(CodedCell(name, _mark(name), coded_text(name, coded, words), said(coded, text)))
    return out


def said(coded: Coded | None, text: str) -> str | None:
    """The words that a value was marked in."""
    if coded is None or coded.start is None or coded.end is None:
        return None
    return text[coded.start:coded.end]


def coded_text(name: str, coded: Coded | None, words: Words) -> str | None:
    """A value in the words of the interface; None where there is none."""
    if coded is None:
        return None
    return value_text(name, coded.value, words)


def coded_marks(coding: Coding) -> list[Mark]:
    """The marks of a coding: the words that tell each event, and those of its values."""
    out = []
    for event in coding.events:
        out.append(Mark(event.start, event.end, "trigger", event.key, 0))
        for name, one in event.values.items():
            if name != "sub_event_type" and one.start is not None and one.end is not None:
                out.append(Mark(one.start, one.end, _mark(name), event.key, FIELDS.index(name)))
    return out


def _mark(name: str) -> str:
    """The name of a field's colour."""
    if name in TOLL_KINDS:
        return "casualties"
    return {"sub_event_type": "trigger", "place": "places", "earliest": "time", "latest": "time"}.get(name, name)


def sentence(found: CodedArticle, event: Any) -> list[Any]:
    """Some of the text around an event's words, the words marked."""
    text = found.document.text
    first, last = event.matched.start, event.matched.end
    start = max(text.rfind("\n", 0, first), text.rfind(".", 0, first), first - 160) + 1
    # a long sentence ends with a whole word
    far = text.find(" ", min(last + 160, len(text)))
    ends = [at for at in (text.find("\n", last), text.find(".", last), far, len(text)) if at >= 0]
    if 0 < start < first and text[start - 1] not in ".\n":
        start = text.find(" ", start, first) + 1 or start
    return pieces(text[start:min(ends)], [Mark(first, last, "trigger", event.key, 0)], start)
