"""Pages of people, where there are accounts: signing in and out, one's own account, and administration."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sijill.errors import SijillError
from sijill.store.administration import ROLES
from sijill.store.passwords import SHORTEST, hashed
from sijill.web.api.people import Known, MayAdminister
from sijill.web.faults import NotAllowed, NotSignedIn, TooOften, status_of
from sijill.web.pages.drawing import draw
from sijill.web.pages.settings import local_path
from sijill.web.persons import MAY, Present, present

router = APIRouter(include_in_schema=False)
Name = Annotated[str, Form(max_length=200)]
Secret = Annotated[str, Form(max_length=1000)]
_ACTS = ("read", "export", "import", "decide", "verify", "settle", "administer")


@router.get("/sign-in")
def sign_in_page(request: Request, back: Annotated[str, Query(max_length=2000)] = "/") -> HTMLResponse:
    """A name and a password are asked for."""
    return draw(request, "sign_in.html", page="sign-in", back=local_path(back), trouble=None, name="")


@router.post("/sign-in")
def sign_in(request: Request, known: Known, name: Name = "", password: Secret = "",
            back: Annotated[str, Form(max_length=2000)] = "/") -> Response:
    """Sign in, and go back to the page that asked for it."""
    try:
        known.sign_in(request, name, password)
    except (NotSignedIn, TooOften) as error:
        key = "sign_in.often" if isinstance(error, TooOften) else "sign_in.wrong"
        return draw(request, "sign_in.html", status_of(error), page="sign-in", back=local_path(back), trouble=key,
                    name=name)
    return RedirectResponse(local_path(back), 303)


@router.post("/sign-out")
def sign_out(request: Request, known: Known) -> Response:
    """Sign out."""
    known.sign_out(request)
    return RedirectResponse("/sign-in", 303)


@router.get("/account")
def account_page(request: Request, person: Present) -> HTMLResponse:
    """One's own account: the role, what it may do, and the password."""
    return _account(request, None, done=False)


@router.post("/account")
def change_password(request: Request, known: Known, person: Present, before: Secret = "",
                    after: Secret = "") -> Response:
    """Give oneself another password."""
    try:
        known.change_password(request, person, before, after)
    except SijillError as error:
        return _account(request, error, done=False)
    return _account(request, None, done=True)


def _account(request: Request, trouble: SijillError | None, *, done: bool) -> HTMLResponse:
    return draw(request, "account.html", 200 if trouble is None else status_of(trouble), page="account", done=done,
                trouble=trouble, roles=ROLES, acts=_ACTS, may=MAY, shortest=SHORTEST)


@router.get("/administration", dependencies=[Depends(present)])
def administration_page(request: Request, known: Known, person: MayAdminister,
                        article: Annotated[str, Query(max_length=64)] = "") -> HTMLResponse:
    """Accounts and restricted articles; `article` is the one that a form is to begin with."""
    return _administration(request, known, article=article)


@router.post("/administration/accounts")
def change_account(request: Request, known: Known, person: MayAdminister, act: Annotated[str, Form(max_length=20)],
                   name: Name = "", role: Annotated[str, Form(max_length=40)] = "", password: Secret = "") -> Response:
    """Make or change an account."""
    kept, by = known.kept, person.name
    try:
        if act == "add":
            kept.add(name, role, hashed(password, name), by=by)
        elif act == "role":
            kept.set_role(name, role, by=by)
        elif act == "password":
            kept.set_password(name, hashed(password, name), by=by)
        elif act in ("disable", "enable"):
            kept.disable(name, by=by, disabled=act == "disable")
        else:
            raise NotAllowed("there is no such act", where="act")
    except SijillError as error:
        return _administration(request, known, trouble=error)
    return RedirectResponse("/administration", 303)


@router.post("/administration/articles")
def change_article(request: Request, known: Known, person: MayAdminister, act: Annotated[str, Form(max_length=20)],
                   article: Annotated[str, Form(max_length=80)] = "",
                   role: Annotated[list[str] | None, Form(max_length=10)] = None,
                   people: Annotated[str, Form(max_length=5000)] = "") -> Response:
    """Restrict an article to roles and people (names, one a line), or release it."""
    names = [one.strip() for one in people.splitlines() if one.strip()]
    try:
        if act == "restrict":
            known.kept.restrict([article.strip()], by=person.name, roles=role or (), people=names)
        elif act == "release":
            known.kept.release([article.strip()], by=person.name)
        else:
            raise NotAllowed("there is no such act", where="act")
    except SijillError as error:
        return _administration(request, known, trouble=error, article=article)
    return RedirectResponse("/administration#articles", 303)


def _administration(request: Request, known: Known, *, trouble: SijillError | None = None,
                    article: str = "") -> HTMLResponse:
    standing = known.kept.standing()
    return draw(request, "administration.html", 200 if trouble is None else status_of(trouble), page="administration",
                accounts_kept=list(standing.accounts.values()), restrictions=list(standing.restrictions.values()),
                roles=ROLES, acts=_ACTS, may=MAY, trouble=trouble, article=article, shortest=SHORTEST)
