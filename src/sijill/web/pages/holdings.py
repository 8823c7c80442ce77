"""Pages on what the record holds: search, outlets, actors, decisions, imports, exports, the audit."""

from __future__ import annotations

import itertools
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse

from sijill.errors import InputError
from sijill.exports.formats import FORMATS
from sijill.store.search import Hit
from sijill.web.api.holdings import list_actors
from sijill.web.api.imports import import_shape
from sijill.web.filters import WantedEvents
from sijill.web.guard import LARGEST_UPLOAD
from sijill.web.pages.drawing import draw
from sijill.web.pages.queue import choices
from sijill.web.persons import Allowed
from sijill.web.reading import Read
from sijill.web.spans import Mark, pieces

router = APIRouter()
Short = Annotated[str, Query(max_length=400)]
_HITS = 50


@router.get("/search")
def search_page(request: Request, read: Read, q: Short = "", source: Short = "",
                since: Annotated[str, Query(alias="from", max_length=40)] = "",
                until: Annotated[str, Query(alias="to", max_length=40)] = "") -> HTMLResponse:
    """Articles by their words."""
    hits: list[Hit] = []
    trouble: InputError | None = None
    if q.strip():
        try:
            hits = list(itertools.islice(read.search(q, source=source or None, first=since, last=until), _HITS + 1))
        except InputError as error:
            trouble = error
    shown = [(hit, pieces(hit.snippet, [Mark(start, end, "hit", "", 0) for start, end in hit.spans], hit.start))
             for hit in hits[:_HITS]]
    return draw(request, "search.html", page="search", hits=shown, more=len(hits) > _HITS, trouble=trouble,
                query={"q": q, "source": source, "from": since, "to": until})


@router.get("/sources")
def sources_page(request: Request, read: Read) -> HTMLResponse:
    """Who published the articles."""
    return draw(request, "sources.html", page="sources", outlets=read.outlets())


@router.get("/actors")
def actors_page(request: Request, read: Read) -> HTMLResponse:
    """Who takes part in the events."""
    return draw(request, "actors.html", page="actors", actors=list_actors(read))


@router.get("/decisions")
def decisions_page(request: Request, read: Read, offset: Annotated[int, Query(ge=0, le=10**7)] = 0) -> HTMLResponse:
    """What people decided, the newest first."""
    found = read.decisions()
    return draw(request, "decisions.html", page="decisions", decisions=found[::-1][offset:offset + 100],
                withdrawn={d.value for d in found if d.verb == "withdraw"}, total=len(found), offset=offset, size=100)


@router.get("/import", dependencies=[Depends(Allowed("import"))])
def import_page(request: Request, read: Read) -> HTMLResponse:
    """Dropping files, and how far each import has come."""
    return draw(request, "import.html", page="import", runs=read.runs(), most_bytes=LARGEST_UPLOAD,
                imports=[import_shape(one) for one in read.imports()])


@router.get("/export", dependencies=[Depends(Allowed("export"))])
def export_page(request: Request, read: Read, wanted: WantedEvents) -> HTMLResponse:
    """Choosing what is exported, and as what."""
    return draw(request, "export.html", page="export", wanted=wanted, total=len(read.entries(wanted)),
                formats=FORMATS, **choices())


@router.get("/audit", dependencies=[Depends(Allowed("verify"))])
def audit_page(request: Request, read: Read) -> HTMLResponse:
    """Whether the record is as it was written."""
    return draw(request, "audit.html", page="audit", audit=read.audit())
