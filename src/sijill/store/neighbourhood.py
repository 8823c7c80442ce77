"""What relinking asks of a record: claims that share block keys, whole events, decisions about claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from sijill.ledger import Claim, Decision
from sijill.store.bulk import parts
from sijill.store.claims import read_claims
from sijill.store.linked_tables import claim_keys, linked_claims
from sijill.store.preparing import key_numbers


class RecordNeighbourhood:
    """The claims, events and decisions of a record around some claims, each claim read once."""

    def __init__(self, connection: Connection, decisions: Sequence[Decision]) -> None:
        self._connection, self._decisions = connection, decisions
        self._read: dict[int, Claim] = {}

    def of_rows(self, rows: Iterable[int]) -> list[Claim]:
        """The claims with these row numbers, in the order of the numbers."""
        wanted = sorted(set(rows))
        self._read.update(read_claims(self._connection, (row for row in wanted if row not in self._read)).claims)
        return [self._read[row] for row in wanted if row in self._read]

    def sharing(self, keys: Collection[str]) -> list[Claim]:
        """The claims that have any of these block keys."""
        return self.of_rows(self._rows(select(claim_keys.c.claim_row), claim_keys.c.key, list(key_numbers(keys))))

    def claims(self, ids: Collection[str]) -> list[Claim]:
        """The claims with these ids, as far as the record has them."""
        return self.of_rows(self._rows(select(linked_claims.c.claim_row), linked_claims.c.claim_id, sorted(ids)))

    def members(self, events: Collection[str]) -> list[Claim]:
        """Every claim of these events, as last linked."""
        return self.of_rows(self._rows(select(linked_claims.c.claim_row), linked_claims.c.event_id, sorted(events)))

    def events_of(self, ids: Collection[str]) -> dict[str, str]:
        """Claim id -> event id of the last linking; claims that were never linked are left out."""
        query = select(linked_claims.c.claim_id, linked_claims.c.event_id).where(linked_claims.c.event_id.is_not(None))
        return {claim: event for part in parts(sorted(ids)) for claim, event in self._connection.execute(
            query.where(linked_claims.c.claim_id.in_(part)))}

    def decisions(self, ids: Collection[str]) -> list[Decision]:
        """Every decision that names any of these claims, and every withdrawal of such a decision."""
        wanted = set(ids)
        about = [d for d in self._decisions if not wanted.isdisjoint(d.claims)]
        known = {d.id for d in about}
        about += [d for d in self._decisions if d.verb == "withdraw" and d.value in known and d.id not in known]
        return about

    def _rows(self, query: Select[Any], column: ColumnElement[Any], values: Sequence[object]) -> Iterator[int]:
        for part in parts(values):
            yield from self._connection.execute(query.where(column.in_(part))).scalars()
