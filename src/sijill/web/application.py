"""The application: routes, people, errors in one shape, and the files that the pages need."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from sijill.errors import SijillError
from sijill.store import Record
from sijill.web.api import ROUTERS
from sijill.web.desk import Desk
from sijill.web.faults import RESPONSES, RETRY_AFTER, Broken, Fault, Said, fault, status_of
from sijill.web.guard import (
    LOOPBACK,
    SAFE,
    check_host,
    check_origin,
    check_size,
    sends_files,
    token_sent,
    with_headers,
)
from sijill.web.pages import PAGES
from sijill.web.pages.drawing import draw_fault
from sijill.web.persons import Allowed, Alone, People, present

_LOG = logging.getLogger("sijill.web")
STATIC = Path(__file__).parent / "static"


def application(record: Record, *, users: bool = False, people: People | None = None,
                hosts: frozenset[str] = LOOPBACK, places: Sequence[Path] | None = None,
                where: str | None = None, archive: str | Path | None = None) -> FastAPI:
    """The application on an opened record, which stays its opener's to close.

    `users` asks for accounts; `people` says who may use it where neither is meant. `hosts` are the names it answers to,
    `places` gazetteer files for articles that are imported; `where` the record's address if it holds a password;
    `archive` keeps the bytes that they came as (None: the file beside the record; `sijill.store.origins.archive_of`).
    """
    desk = Desk(record, people or _people(record, users), where or record.where, places=places,
                archive=archive)

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
                check_size(request)
                request.state.token_sent = await token_sent(request)
                desk.people.check(request)
            if sends_files(request):
                # files are kept on the disk while they are read: only for who may send them
                await run_in_threadpool(lambda: Allowed("import")(present(request)))
            response = await call_next(request)
        except SijillError as error:
            response = _answer(request, status_of(error), fault(error))
        except Exception as error:
            # told to whoever runs it, with its trace; whoever asks is told no more than that it was us
            _LOG.exception("%s %s", request.method, request.url.path)
            broken = Broken(f"the application failed: {type(error).__name__}", where=request.url.path,
                            next_step="Tell whoever runs it; what was decided is kept")
            response = _answer(request, status_of(broken), fault(broken))
        desk.people.finish(request, response)
        return with_headers(request, response)

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
        from sijill.web.accounts import Accounts

        return Accounts(record.people)
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
    headers = dict(headers or {})
    if status == 429:
        headers["Retry-After"] = str(RETRY_AFTER)
    wants_page = not request.url.path.startswith(("/api/", "/static/")) and (
        "text/html" in request.headers.get("accept", ""))
    if not wants_page:
        return JSONResponse(said.model_dump(), status, headers)
    if status == 401 and request.app.state.desk.people.accounts:
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        sign_in = "/sign-in" + (f"?{urlencode({'back': here})}" if request.method == "GET" else "")
        if "hx-request" in request.headers:
            # htmx would put the page of signing in where the list was
            return JSONResponse(said.model_dump(), status, {"HX-Redirect": "/sign-in"})
        return RedirectResponse(sign_in, 303)
    response = draw_fault(request, status, said)
    response.headers.update(headers)
    return response
