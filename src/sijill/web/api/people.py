"""The API of people, where there are accounts: signing in and out, accounts, and who may read which article."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from sijill.store.administration import Account, Restriction, Role
from sijill.web.accounts import Accounts
from sijill.web.api.articles import ArticleId
from sijill.web.api.holdings import Me
from sijill.web.faults import RESPONSES
from sijill.web.persons import MAY, Allowed, Person, Present, present

signing = APIRouter(prefix="/api", tags=["people"], responses={**RESPONSES})
administering = APIRouter(prefix="/api", tags=["people"], responses={**RESPONSES}, dependencies=[Depends(present)])
ROUTERS = (signing, administering)
MayAdminister = Annotated[Person, Depends(Allowed("administer"))]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Password = Annotated[str, Field(min_length=1, max_length=1000)]


def accounts_of(request: Request) -> Accounts:
    """The dependency that gives the accounts of the application."""
    return cast(Accounts, request.app.state.desk.people)


Known = Annotated[Accounts, Depends(accounts_of)]


class SignIn(BaseModel):
    """A name and a password."""

    name: Name
    password: Password


class Passwords(BaseModel):
    """The password of now, and the one to have from now on."""

    before: Password
    after: Password


class NewAccount(BaseModel):
    """An account to be made."""

    name: Name
    role: Role
    password: Password


class AccountChange(BaseModel):
    """What is to change of an account; what is null stays."""

    name: Name
    role: Role | None = None
    disabled: bool | None = None
    password: Password | None = None


class Readers(BaseModel):
    """Who may read an article beside administrators."""

    roles: list[Role] = Field(default=[], max_length=10)
    people: list[Name] = Field(default=[], max_length=500)


@signing.post("/session", status_code=201)
def sign_in(request: Request, known: Known, given: SignIn) -> Me:
    """Sign in: the answer sets a cookie; its `token` goes into the header X-Sijill-Token of every change."""
    person = known.sign_in(request, given.name, given.password)
    return Me(name=person.name, role=person.role, may=sorted(MAY[person.role]), token=known.token(request))


@signing.delete("/session", status_code=204)
def sign_out(request: Request, known: Known) -> Response:
    """Sign out."""
    known.sign_out(request)
    return Response(status_code=204)


@administering.put("/me/password", status_code=204)
def change_password(request: Request, known: Known, person: Present, given: Passwords) -> Response:
    """Give oneself another password; the answer sets the cookie of a new session, every other one ends."""
    known.change_password(request, person, given.before, given.after)
    return Response(status_code=204)


@administering.get("/accounts")
def list_accounts(known: Known, person: MayAdminister) -> list[Account]:
    """Every account, in the order of their making."""
    return list(known.kept.standing().accounts.values())


@administering.post("/accounts", status_code=201)
def add_account(known: Known, person: MayAdminister, given: NewAccount) -> Account:
    """Make an account."""
    from sijill.store.passwords import hashed

    return known.kept.add(given.name, given.role, hashed(given.password, given.name), by=person.name)


@administering.patch("/accounts")
def change_account(known: Known, person: MayAdminister, given: AccountChange) -> Account:
    """Change an account's role or password, or whether it may sign in."""
    from sijill.store.administration import known_account
    from sijill.store.passwords import hashed

    found = known_account(known.kept.standing(), given.name)
    if given.password is not None:
        found = known.kept.set_password(given.name, hashed(given.password, given.name), by=person.name)
    if given.role is not None:
        found = known.kept.set_role(given.name, given.role, by=person.name)
    if given.disabled is not None:
        found = known.kept.disable(given.name, by=person.name, disabled=given.disabled)
    return found


@administering.get("/restrictions")
def list_restrictions(known: Known, person: MayAdminister) -> list[Restriction]:
    """Every restricted article."""
    return list(known.kept.standing().restrictions.values())


@administering.put("/restrictions/{article_id}")
def restrict_article(known: Known, person: MayAdminister, article_id: ArticleId, given: Readers) -> Restriction:
    """Let only some people read an article; of everybody else it is as though it were not in the record."""
    known.kept.restrict([article_id], by=person.name, roles=given.roles, people=given.people)
    return known.kept.standing().restrictions[article_id]


@administering.delete("/restrictions/{article_id}", status_code=204)
def release_article(known: Known, person: MayAdminister, article_id: ArticleId) -> Response:
    """Let everybody read an article again."""
    known.kept.release([article_id], by=person.name)
    return Response(status_code=204)
