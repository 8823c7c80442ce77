"""Drawing pages: templates with the interface's words, the person's language, colours and what they may do."""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

from fastapi import Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from sijill.documents import SPEAKER_KINDS
from sijill.errors import SijillError
from sijill.web.cells import actors_text, days_text, decided_text, event_toll, place_text, tellers, value_text
from sijill.web.desk import Desk
from sijill.web.faults import Fault
from sijill.web.lookups import event_types
from sijill.web.persons import Person, present
from sijill.web.texts import DIRECTION, Words, isolated, language_of, left_to_right, texts, theme_of

_WEB = Path(__file__).parent.parent
_LOG = logging.getLogger(__name__)
_BARE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{0} · Sijill</title>
<main><h1>Sijill: {0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p><a href="/">/</a></p></main></html>"""


def draw(request: Request, template: str, status: int = 200, **known: Any) -> HTMLResponse:
    """A page, or the part of one that was asked for: a template with `known` and what every page knows."""
    return HTMLResponse(_environment().get_template(template).render(_around(request) | known), status)


def draw_fault(request: Request, status: int, said: Fault) -> Response:
    """The page that says what went wrong."""
    try:
        return draw(request, "fault.html", status, fault=said.error)
    except Exception:
        # what went wrong may be the very texts and templates that pages are made of
        _LOG.exception("the page of a fault cannot be drawn")
        return HTMLResponse(_BARE.format(*(escape(part or "") for part in (
            said.error.code, said.error.what, said.error.where, said.error.next_step))), status)


def _around(request: Request) -> dict[str, Any]:
    """What every page knows."""
    language = language_of(request)
    desk = cast(Desk, request.app.state.desk)
    person: Person | None
    try:
        person = present(request)
    except SijillError:
        person = None
    return {"request": request, "language": language, "direction": DIRECTION[language], "theme": theme_of(request),
            "words": Words(language), "texts": texts(language), "person": person, "desk": desk, "static": static,
            "token": desk.people.token(request), "accounts": desk.people.accounts, "event_types": event_types(),
            "speaker_kinds": SPEAKER_KINDS}


@functools.cache
def _environment() -> Environment:
    made = Environment(loader=FileSystemLoader(_WEB / "templates"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)
    made.filters["raw_text"] = raw_text
    made.filters["query"] = query
    made.filters["isolated"] = isolated
    made.filters["left_to_right"] = left_to_right
    made.globals.update(days_text=days_text, event_toll=event_toll, actors_text=actors_text, place_text=place_text,
                        tellers=tellers, value_text=value_text, decided_text=decided_text)
    return made


def raw_text(text: str) -> Markup:
    """A text that a browser shows with as many code points as it has: what HTML would drop or join is kept apart."""
    shown = "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)
    return Markup(str(escape(shown)).replace("\r", "&#13;"))


def query(parameters: Mapping[str, str], **more: object) -> str:
    """Parameters as the end of an address, some of them changed; empty ones are left out."""
    known = {**parameters, **{name: "" if value is None else str(value) for name, value in more.items()}}
    written = urlencode({name: value for name, value in known.items() if value != ""}, errors="replace")
    return f"?{written}" if written else ""


def static(name: str) -> str:
    """The address of a static file; browsers ask each time whether it is still the same."""
    return f"/static/{name}"
