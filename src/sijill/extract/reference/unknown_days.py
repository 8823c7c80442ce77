"""Whom a name means that several regimes bore, in a report without a day: not the fallen, unless it names their time.

The latest beginning of those whom it names outright tells when it may have been written at the earliest; where it names
nobody who was over by then, that is when whoever bears the name on an unknown day began.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from sijill.documents import ActorMention, Document
from sijill.extract.tables.actor_rows import Actor
from sijill.extract.tables.registry import registry

_BRANCHES: Final = ("gov", "army", "air", "police")


class UnknownDay:
    """Tells whose time must be over in a report without a day."""

    def __init__(self, document: Document) -> None:
        actors, mentions = registry().actors, document.actors if document.published is None else ()
        outright = [actors[m.ids[0]] for m in mentions or () if len(m.ids) == 1 and m.ids[0] in actors]
        self._undated = document.published is None
        self._begun = max([a.valid_from for a in outright if a.valid_from is not None], default=None)
        self._first_over = min([a.valid_to for a in outright if a.valid_to is not None], default=None)

    def without_fallen(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """The sides that a mention may mean, in a report without a day without those whose time must be over."""
        if not self._undated or len(pool) < 2:
            return pool
        actors = registry().actors
        heirs = [actors[one].valid_from for one in mention.ids if one in actors and one in _heirs(actors[one])]
        then = min([day for day in heirs if day is not None], default=None)
        if then is not None and self._first_over is not None and self._first_over < then:
            then = None  # somebody of before is named
        since = max([day for day in (self._begun, then) if day is not None], default=None)
        if since is None:
            return pool
        return {one: how for one, how in pool.items() if one not in actors or not _over(actors[one], since)} or pool


def _over(actor: Actor, day: dt.date) -> bool:
    """Whether an actor was no more on a day."""
    return actor.valid_to is not None and actor.valid_to < day


def _heirs(actor: Actor) -> set[str | None]:
    """Who bears the names of a state's branches where no day is known."""
    return {registry().branch(country, branch, None) for country in actor.countries for branch in _BRANCHES}
