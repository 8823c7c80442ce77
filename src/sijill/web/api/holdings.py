"""The API of what the record holds: who speaks, who acts, which runs added it, and how the application is doing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from sijill.web.api.articles import Meaning, meaning
from sijill.web.lookups import actor_named
from sijill.web.persons import Present, Role
from sijill.web.reading import Read
from sijill.web.words import places

router = APIRouter(tags=["record"])
Name = Annotated[str, Query(min_length=1, max_length=200)]


class OutletShape(BaseModel):
    """An outlet by the name that its articles give; `copies` counts its reprints."""

    source: str | None
    source_id: str | None
    bloc: str
    articles: int
    copies: int
    first: str | None
    last: str | None


class ActorShape(BaseModel):
    """An actor, and in how many events it takes part."""

    id: str
    name_en: str
    name_ar: str
    kind: str | None
    events: int


class RunShape(BaseModel):
    """One run of the program that added to the record; read = kept + repeated + rejected."""

    id: int
    version: str
    started_at: str
    finished_at: str | None
    read: int | None
    kept: int | None
    repeated: int | None
    rejected: int | None


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
    """Who is at the application, and what the role is."""

    name: str
    role: Role


@router.get("/sources")
def list_sources(read: Read) -> list[OutletShape]:
    """Who published the articles, those with most first."""
    return [OutletShape(**asdict(line)) for line in read.outlets()]


@router.get("/actors")
def list_actors(read: Read) -> list[ActorShape]:
    """Who acts in the events, those in most first."""
    return [ActorShape(id=one, events=events, **actor_named(one)) for one, events in read.actors().items()]


@router.get("/lookup/actors")
def look_up_actors(q: Name) -> list[Meaning]:
    """Actors of the registry whose name or id has these letters."""
    from sijill.web.lookups import find_actors

    return [Meaning(value=[one["id"]], label=one["id"], detail=f"{one['name_ar']} · {one['name_en']}")
            for one in find_actors(q)]


@router.get("/lookup/places")
def look_up_places(read: Read, q: Name) -> list[Meaning]:
    """Places of the gazetteer that a name may mean, however it is spelt."""
    return [meaning(one) for one in places(read.desk, q)]


@router.get("/runs")
def list_runs(read: Read) -> list[RunShape]:
    """The runs of the program that added to the record, the newest first."""
    return [RunShape(**asdict(line)) for line in read.desk.record.run_lines()]


@router.get("/status")
def status(read: Read) -> Status:
    """How the application is doing."""
    articles, events = read.counts()
    linker = read.desk.linker
    now = linker.state
    return Status(articles=articles, events=events, linking=linker.busy(), step=now.step, done=now.done,
                  total=now.total, trouble=None if now.error is None else str(now.error))


@router.get("/me")
def me(person: Present) -> Me:
    """Who is at the application."""
    return Me(name=person.name, role=person.role)
