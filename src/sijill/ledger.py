"""The claim ledger: claims as articles make them, and the events that are derived from claims.

A claim is one coded event in its article, and is never edited. An event is what several claims
together say happened: every field keeps the readings that disagree and who holds them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from sijill.documents import Event, Factuality, PlaceArgument

UNKNOWN_BLOC = "unknown"
"""The bloc of an outlet that the table of sources does not know."""
INDEPENDENT = "independent"
"""The bloc of outlets that lean to no side."""

TOLL_KINDS = ("killed", "wounded", "captured", "missing", "displaced")
"""What tolls count, in the order in which they are told."""

Status = Literal["asserted", "denied", "planned", "uncertain", "disputed", "rejected"]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says happened; `id` is its event's `event_id`, `bloc` the camp its outlet leans to.

    `copy_of` is the article that this one reprints (its earliest copy), None where it is original.
    """

    id: str
    article_id: str
    doc_id: str
    source: str | None
    source_id: str | None
    bloc: str
    url: str | None
    published: dt.date | None
    copy_of: str | None
    event: Event
    sentence: str
    sentence_start: int

    @property
    def original(self) -> str:
        """The article that told it first: of a reprint the one that it copies."""
        return self.copy_of or self.article_id


@dataclass(frozen=True, slots=True)
class Reading(Generic[V]):
    """One value of a field, the ids of the claims that give it and the blocs of their outlets."""

    value: V
    claims: tuple[str, ...]
    blocs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field(Generic[V]):
    """A field of an event: the readings of its claims, best first; more than one is dissent."""

    readings: tuple[Reading[V], ...] = ()

    @property
    def value(self) -> V | None:
        """The best reading's value; None where no claim says."""
        return self.readings[0].value if self.readings else None

    @property
    def disputed(self) -> bool:
        """Whether claims give different values."""
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, wounded, captured, missing or displaced: lowest, best and highest that claims give.

    `who` is an actor id or CIVILIANS, None where not said; numbers are None where no claim gives one.
    """

    kind: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Why a claim belongs to an event: the claim it is closest to, the match weight and what each feature gave.

    Weights are log2 odds; `other` is None for the claim that the event began with. `by` is the
    decision's id where a person said so.
    """

    claim: str
    other: str | None
    weight: float
    contributions: tuple[tuple[str, float], ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """What happened, by consensus of its claims; derived, and rebuilt when claims or decisions change.

    `places` holds every place agreed on, finest first; a PlaceArgument's offsets are those of the claim
    that gives the reading. `blocs` counts independent tellers (reprints once) by bloc. `one_sided` is the
    bloc that alone tells it, None where several do or an independent outlet does.
    """

    id: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    event_type: str
    sub_event_type: Field[str]
    actor1: Field[tuple[str, ...]]
    actor2: Field[tuple[str, ...]]
    assoc_actor1: Field[tuple[str, ...]]
    assoc_actor2: Field[tuple[str, ...]]
    places: Field[PlaceArgument]
    earliest: dt.date | None
    latest: dt.date | None
    time_precision: int | None
    tolls: tuple[Toll, ...]
    weapon: Field[str]
    factuality: Field[Factuality]
    status: Status
    blocs: tuple[tuple[str, int], ...]
    one_sided: str | None


Verb = Literal["accept", "reject", "correct", "same", "different", "withdraw"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article: half-open offsets in code points of its text, and what stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's verdict, appended and never overwritten.

    accept, reject: of `claims`; correct: `field` of one claim gets `value` (JSON, with the words that say so where a
    person marked them: see `sijill.link.corrections`); same, different: `claims` tell one event, or each another;
    withdraw: the decision with the id `value` no longer counts.
    """

    id: str
    at: dt.datetime
    by: str
    verb: Verb
    claims: tuple[str, ...]
    field: str | None = None
    value: str | None = None
    note: str | None = None
