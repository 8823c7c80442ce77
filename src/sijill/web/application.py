"""The application: routes, people, errors in one shape, and the files that the pages need."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from sijill.errors import SijillError
from sijill.store import Record
from sijill.web.api import ROUTERS
from sijill.web.desk import Desk
from sijill.web.faults import RESPONSES, Fault, Said, fault, status_of
from sijill.web.guard import LOOPBACK, SAFE, check_host, check_origin, with_headers
from sijill.web.pages import PAGES
from sijill.web.pages.drawing import draw_fault
from sijill.web.persons import Alone, People, present

STATIC = Path(__file__).parent / "static"


def application(record: Record, *, users: bool = False, people: People | None = None,
                hosts: frozenset[str] = LOOPBACK, places: Sequence[Path] | None = None,
                where: str | None = None) -> FastAPI:
    """The application on an opened record, which stays its opener's to close.

    `users` asks for accounts; `people` says who may use it where neither is meant. `hosts` are the names it answers to,
    `places` gazetteer files for articles that are imported; `where` the record's address if it holds a password.
    """
    desk = Desk(record, people or _people(record, users), where or record.where, places=places)

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.open()
        yield
        desk.close()

    app = FastAPI(title="Sijill", version=_version(), lifespan=lifespan, docs_url=None, redoc_url=None,
                  openapi_url="/api/openapi.json")
    app.state.desk = desk

    @app.middleware("http")
    async def guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        try:
            check_host(request, hosts)
            check_origin(request)
            if request.method not in SAFE:
                desk.people.check(request)
        except SijillError as error:
            return with_headers(request, _answer(request, status_of(error), fault(error)))
        return with_headers(request, await call_next(request))

    _add_faults(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/api", responses={**RESPONSES}, dependencies=[Depends(present)])
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    for router in desk.people.routers():
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _people(record: Record, users: bool) -> People:
    if users:
        raise NotImplementedError("accounts")
    return Alone()


def _version() -> str:
    from sijill import __version__

    return __version__


def _add_faults(app: FastAPI) -> None:
    @app.exception_handler(SijillError)
    async def known(request: Request, error: SijillError) -> Response:
        return _answer(request, status_of(error), fault(error))

    @app.exception_handler(RequestValidationError)
    async def unreadable(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0] if error.errors() else {}
        where = ", ".join(str(part) for part in first.get("loc", ())[1:]) or None
        return _answer(request, 422, Fault(error=Said(
            code="E200", what=str(first.get("msg", "the request cannot be read")), where=where,
            next_step="See /api/openapi.json")))

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        what = "there is no such page" if error.status_code == 404 else str(error.detail)
        return _answer(request, error.status_code, Fault(error=Said(
            code="E510" if error.status_code == 404 else "E200", what=what)), dict(error.headers or {}))


def _answer(request: Request, status: int, said: Fault, headers: dict[str, str] | None = None) -> Response:
    wants_page = not request.url.path.startswith(("/api/", "/static/")) and (
        "text/html" in request.headers.get("accept", ""))
    if wants_page:
        return draw_fault(request, status, said)
    return JSONResponse(said.model_dump(), status, headers)
