"""The API of what the record holds: who speaks, who acts, which runs added it, and how the application is doing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from sijill.store.administration import Role
from sijill.store.holdings import OutletLine, RunLine
from sijill.web.lookups import actor_named
from sijill.web.persons import MAY, Present
from sijill.web.reading import Read
from sijill.web.texts import Words, language_of
from sijill.web.words import Proposal, places

router = APIRouter(tags=["record"])
Name = Annotated[str, Query(min_length=1, max_length=200)]


class ActorShape(BaseModel):
    """An actor, and in how many events it takes part."""

    id: str
    name_en: str
    name_ar: str
    kind: str | None
    events: int


class Status(BaseModel):
    """The record in numbers, what is being linked now, and what the last linking failed of."""

    articles: int
    events: int
    linking: bool
    step: str | None
    done: int
    total: int
    trouble: str | None


class Me(BaseModel):
    """Who is at the application, what the role is and lets them do, and the token that every change must bear.

    The token is empty where there are no accounts.
    """

    name: str
    role: Role
    may: list[str]
    token: str


@router.get("/sources")
def list_sources(read: Read) -> list[OutletLine]:
    """Who published the articles, those with most first."""
    return read.outlets()


@router.get("/actors")
def list_actors(read: Read) -> list[ActorShape]:
    """Who acts in the events, those in most first."""
    return [ActorShape(id=one, events=events, **actor_named(one)) for one, events in read.actors().items()]


@router.get("/lookup/actors")
def look_up_actors(request: Request, q: Name) -> list[Proposal]:
    """Actors of the registry whose name or id has these letters."""
    from sijill.web.lookups import find_actors

    words = Words(language_of(request))
    return [Proposal([one["id"]], words.actor(one["id"]), one["id"]) for one in find_actors(q)]


@router.get("/lookup/places")
def look_up_places(request: Request, read: Read, q: Name) -> list[Proposal]:
    """Places of the gazetteer that a name may mean, however it is spelt."""
    return list(places(read.desk, q, Words(language_of(request))))


@router.get("/runs")
def list_runs(read: Read) -> list[RunLine]:
    """The runs of the program that added to the record, the newest first."""
    return read.runs()


@router.get("/status")
def status(read: Read) -> Status:
    """How the application is doing."""
    articles, events = read.counts()
    now = read.status()
    return Status(articles=articles, events=events, linking=read.desk.linker.busy(), step=now.step, done=now.done,
                  total=now.total, trouble=None if now.error is None else str(now.error))


@router.get("/me")
def me(request: Request, person: Present, read: Read) -> Me:
    """Who is at the application."""
    return Me(name=person.name, role=person.role, may=sorted(MAY[person.role]),
              token=read.desk.people.token(request))
