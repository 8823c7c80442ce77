"""What a person chooses once: the language and the colours, kept in cookies."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse

from sijill.errors import InputError
from sijill.web.texts import DIRECTION, LANGUAGE_COOKIE, THEME_COOKIE, THEMES

router = APIRouter()
_YEAR = 365 * 24 * 3600
_COOKIES = {"language": (LANGUAGE_COOKIE, tuple(DIRECTION)), "theme": (THEME_COOKIE, THEMES)}


@router.post("/settings")
def choose(request: Request, setting: Annotated[str, Form()], value: Annotated[str, Form()],
           back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Remember a choice, and go back to the page that it was made on."""
    if setting not in _COOKIES or value not in _COOKIES[setting][1]:
        raise InputError(f"{setting} cannot be {value!r}", where=setting)
    # a path of this application only: `//host` and `/\host` are other sites'
    local = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    response = RedirectResponse(back if local else "/", 303)
    response.set_cookie(_COOKIES[setting][0], value, max_age=_YEAR, samesite="lax", httponly=True)
    return response
