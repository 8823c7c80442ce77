"""What linking has to do in a record, and what it says that it did; light, so that reading events stays quick."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sijill.ledger import Decision
from sijill.resources import manifest
from sijill.store import schema
from sijill.store.decisions import unlinked_decisions
from sijill.store.linked_tables import linked_articles, linked_claims, linkings

Report = Callable[[str, int, int], object]
"""Told the step, how much of it is done, and of how much."""
LINKING_DATA = frozenset({
    "actors.tsv", "blocs.tsv", "grounding.toml", "link_weights.toml", "linking.toml", "ontology.tsv",
    "outlet_blocs.tsv", "place_words.tsv", "sources.tsv", "times.toml", "word_rarity.tsv"})
"""What linking reads, by itself or by way of actors and places: with other data of these all is linked again."""
_FORM = 2
"""Counts the ways in which linking kept what it begins with: a record of another is linked whole."""


@dataclass(frozen=True, slots=True)
class Linking:
    """What a linking did: events of the record now, those written anew, merged away and made, and copies in all.

    `fresh` counts the claims that were not linked before, `whole` says whether every claim was linked again.
    """

    events: int
    claims: int
    copies: int
    fresh: int
    changed: int
    made: int
    gone: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be linked: rows of claims that were not, decisions that were not heeded; how many claims there are.

    `generation` is the number of the last linking.
    """

    fresh: Sequence[int]
    decided: Sequence[Decision]
    claims: int
    generation: int


def linking_settings() -> str:
    """16 hexadecimal digits of the data that linking depends on, and of how it is kept."""
    sums: dict[str, object] = {name: entry["sha256"] for name, entry in manifest().items() if name in LINKING_DATA}
    sums["form"] = _FORM
    return hashlib.blake2b(json.dumps(sums, sort_keys=True).encode(), digest_size=8).hexdigest()


def last_settings(connection: Connection) -> str | None:
    """The data that a record was last linked with; None if it never was."""
    return connection.execute(select(linkings.c.settings).order_by(linkings.c.id.desc()).limit(1)).scalar()


def is_due(connection: Connection) -> bool:
    """Whether a record has claims or decisions that were not linked, or was linked with other data."""
    if last_settings(connection) != linking_settings() or unprepared(connection):
        return True
    due = find_due(connection)
    return bool(due.fresh or due.decided)


def unprepared(connection: Connection) -> int:
    """How many articles were not prepared for linking."""
    articles, done = (connection.execute(select(func.count()).select_from(table)).scalar_one()
                      for table in (schema.articles, linked_articles))
    return int(articles - done)


def find_due(connection: Connection) -> Due:
    """The claims that are not linked, and the decisions that were not heeded."""
    fresh = connection.execute(select(linked_claims.c.claim_row).where(linked_claims.c.event_id.is_(None))).scalars()
    decided = unlinked_decisions(connection)
    claims = connection.execute(select(func.count()).select_from(linked_claims)).scalar_one()
    return Due(fresh.all(), decided, int(claims), generation(connection))


def generation(connection: Connection) -> int:
    """The number of the last linking; 0 if there was none."""
    return int(connection.execute(select(func.coalesce(func.max(linkings.c.id), 0))).scalar_one())
