"""Accounts: who signs in, sessions that are kept in the record, and tokens that show a change was meant.

A browser holds the session's id in a cookie that no script can read; the record holds its digest. The token of a
page's forms is derived from the id: another site knows neither. The id is a new one after signing in and out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from sijill.errors import InputError
from sijill.store.administration import Account, key_of
from sijill.store.passwords import hashed, matches, outdated
from sijill.store.people import People as Kept
from sijill.web.attempts import Attempts
from sijill.web.faults import NotAllowed, NotSignedIn
from sijill.web.persons import Person

LIFE = dt.timedelta(hours=12)
"""How long a session lasts."""
_ID = re.compile(r"[A-Za-z0-9_-]{43}")
_JSON_SIGN_IN = ("POST", "/api/session")


class Accounts:
    """People with accounts in the record; InputError if none of them could administer it."""

    accounts = True

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.attempts = Attempts()
        self._hidden: dict[str, tuple[int, str, frozenset[str]]] = {}
        if not any(one.role == "administrator" and not one.disabled for one in kept.standing().accounts.values()):
            raise InputError("the record has no administrator who may sign in", where="--users",
                             next_step="Make one with: sijill users add FILE.sijill NAME --role administrator")

    def present(self, request: Request) -> Person:
        """Who is signed in."""
        given = _cookie(request)
        account = None if given is None else self.kept.session(_digest(given))
        if account is None:
            raise NotSignedIn("nobody is signed in", next_step="Sign in at /sign-in")
        return Person(account.name, account.role, self._hidden_from(account))

    def _hidden_from(self, account: Account) -> frozenset[str]:
        standing = self.kept.standing()
        number, role, found = self._hidden.get(account.name, (-1, "", frozenset()))
        if (number, role) != (standing.number, account.role):
            found = standing.hidden(account)
            self._hidden[account.name] = standing.number, account.role, found
        return found

    def check(self, request: Request) -> None:
        """Raise NotAllowed where a change does not bear its session's token; signing in with JSON needs none.

        Another site's page cannot send JSON here: a browser would ask first, and is not answered.
        """
        if (request.method, request.url.path) == _JSON_SIGN_IN:
            return
        given = _cookie(request)
        if given is None and request.url.path.startswith("/api/"):
            raise NotSignedIn("nobody is signed in", next_step="Sign in at /sign-in")
        sent: str = getattr(request.state, "token_sent", "")
        if given is None or not hmac.compare_digest(sent.encode(), _token(given).encode()):
            raise NotAllowed("this was not sent from a page that is signed in now", where="token",
                             next_step="Load the page again, and do it there")

    def token(self, request: Request) -> str:
        """The token of the browser's session; of a browser that has none, a session that nobody is signed in to."""
        given = getattr(request.state, "session_new", None) or _cookie(request)
        if given is None:
            given = request.state.session_new = _new_id()
        return _token(given)

    def finish(self, request: Request, response: Response) -> None:
        """Give the browser the id of its new session, if it got one."""
        given = getattr(request.state, "session_new", None)
        if given is not None:
            # no day of its end: the browser forgets it when it is closed
            response.set_cookie(_cookie_name(request), given, httponly=True, samesite="lax", path="/",
                                secure=request.url.scheme == "https")

    def sign_in(self, request: Request, name: str, password: str) -> Person:
        """Begin a new session; NotSignedIn where name or password is wrong (not said which), TooOften if too often."""
        address = request.client.host if request.client else ""
        self.attempts.begin(key_of(name), address)
        kept = self.kept.hash_of(name)
        if not matches(kept, password):
            raise NotSignedIn("the name or the password is not right", where="sign-in",
                              next_step="Write both again, or ask an administrator for another password")
        self.attempts.succeeded(key_of(name), address)
        if kept is not None and outdated(kept):
            self.kept.rehash(name, hashed(password))
        account = self.kept.standing().account(name)
        if account is None:
            raise NotSignedIn("the name or the password is not right", where="sign-in")
        before = _cookie(request)
        given = request.state.session_new = _new_id()
        self.kept.begin_session(account.name, _digest(given), dt.datetime.now(dt.UTC) + LIFE,
                                instead_of=None if before is None else _digest(before))
        return Person(account.name, account.role, self._hidden_from(account))

    def sign_out(self, request: Request) -> None:
        """End the browser's session."""
        given = _cookie(request)
        if given is not None:
            self.kept.end_session(_digest(given))
        request.state.session_new = _new_id()
        request.state.person = None

    def change_password(self, request: Request, person: Person, before: str, after: str) -> None:
        """Give oneself another password; every other session of the same person ends."""
        address = request.client.host if request.client else ""
        self.attempts.begin(key_of(person.name), address)
        if not matches(self.kept.hash_of(person.name), before):
            raise NotAllowed("the password of now is not right", where="password", next_step="Write it again")
        self.attempts.succeeded(key_of(person.name), address)
        self.kept.set_password(person.name, hashed(after, person.name), by=person.name)
        given = request.state.session_new = _new_id()
        self.kept.begin_session(person.name, _digest(given), dt.datetime.now(dt.UTC) + LIFE)

    def routers(self) -> Sequence[APIRouter]:
        """Signing in and out, one's own account, and administration: as pages and as JSON."""
        from sijill.web.api import people as api
        from sijill.web.pages import people as pages

        return (*api.ROUTERS, pages.router)


def _new_id() -> str:
    return secrets.token_urlsafe(32)


def _digest(given: str) -> str:
    return hashlib.blake2b(given.encode(), digest_size=32, person=b"sijill session").hexdigest()


def _token(given: str) -> str:
    return hashlib.blake2b(given.encode(), digest_size=32, person=b"sijill token").hexdigest()


def _cookie_name(request: Request) -> str:
    # a browser takes __Host- from this very host alone, over TLS alone: no neighbour can plant one
    return "__Host-sijill" if request.url.scheme == "https" else "sijill_session"


def _cookie(request: Request) -> str | None:
    given = request.cookies.get(_cookie_name(request), "")
    return given if _ID.fullmatch(given) else None
