"""Who is at the application, and what they may do and see; alone on the laptop, one person may do everything."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, cast
from urllib.parse import unquote

from fastapi import APIRouter, Depends, Request, Response

from sijill.errors import InputError
from sijill.store.administration import Role
from sijill.web.faults import NotAllowed

CODER_COOKIE = "sijill_coder"
LONGEST_NAME = 80
Act = Literal["read", "decide", "import", "export", "settle", "verify", "administer"]

MAY: dict[Role, frozenset[Act]] = {
    "reader": frozenset({"read", "export"}),
    "coder": frozenset({"read", "export", "decide", "import"}),
    "reviewer": frozenset({"read", "export", "decide", "import", "settle", "verify"}),
    "administrator": frozenset({"read", "export", "decide", "import", "settle", "verify", "administer"}),
}
"""What each role may do. To settle is to judge what other people decided; restricted articles are another matter."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person by the name that their decisions bear; `hidden` are the ids of articles that they may not see."""

    name: str
    role: Role
    hidden: frozenset[str] = frozenset()

    def may(self, act: Act) -> bool:
        """Whether their role lets them do this."""
        return act in MAY[self.role]


class People(Protocol):
    """Who may use the application: one implementation for a person alone, one with accounts."""

    accounts: bool

    def present(self, request: Request) -> Person:
        """Who sends a request; NotSignedIn if nobody does."""

    def check(self, request: Request) -> None:
        """Raise NotAllowed where a request that changes something was not sent on purpose (CSRF)."""

    def token(self, request: Request) -> str:
        """What the pages send along with each change, so that `check` lets it pass; empty where none is needed."""

    def finish(self, request: Request, response: Response) -> None:
        """Add to an answer what the browser must keep."""

    def routers(self) -> Sequence[APIRouter]:
        """Routes of their own: signing in, accounts."""


class Alone:
    """The user of this machine, who may do everything."""

    accounts = False

    def __init__(self) -> None:
        try:
            name = getpass.getuser()
        except (KeyError, OSError, ImportError):
            name = "unknown user"
        self._person = Person(name, "administrator")

    def present(self, request: Request) -> Person:
        """The user of this machine."""
        return self._person

    def check(self, request: Request) -> None:
        """Nothing beyond the check of the origin, which every change passes."""

    def token(self, request: Request) -> str:
        """None is needed."""
        return ""

    def finish(self, request: Request, response: Response) -> None:
        """Nothing."""

    def routers(self) -> Sequence[APIRouter]:
        """None."""
        return ()


def present(request: Request) -> Person:
    """The dependency that gives the current person; NotSignedIn where there is none."""
    known = getattr(request.state, "person", None)
    if known is None:
        known = request.state.person = cast(People, request.app.state.desk.people).present(request)
    return cast(Person, known)


Present = Annotated[Person, Depends(present)]


def coder_of(request: Request, person: Person) -> str:
    """The name that a person codes blind under: their own, or, alone on a machine, who takes a turn at it."""
    if cast(People, request.app.state.desk.people).accounts:
        return person.name
    try:
        return clean_name(unquote(request.cookies.get(CODER_COOKIE, "")))
    except InputError:
        return person.name


def clean_name(name: str) -> str:
    """A person's name as it is kept; InputError if it is none."""
    clean = " ".join(name.split())
    # a name with half a code point could not be written
    if not clean or len(clean) > LONGEST_NAME or not clean.isprintable():
        raise InputError("this is no name", where="name",
                         next_step=f"Write one of up to {LONGEST_NAME} letters")
    return clean


class Allowed:
    """A dependency that lets only those pass who may do something: `Depends(Allowed("decide"))`."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def __call__(self, person: Present) -> Person:
        if not person.may(self._act):
            raise NotAllowed(f"the role {person.role} may not do this", where=self._act,
                             next_step="Ask an administrator for another role")
        return person
