"""What relinking asks of a record: claims that hold block keys, the ties of claims, whole events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from sijill.ledger import Claim
from sijill.link.linking import Tied
from sijill.store.claims import read_claims
from sijill.store.linked_tables import claim_keys, claim_ties, linked_claims
from sijill.store.preparing import KINDS, key_numbers
from sijill.store.statements import parts

_ONE, _OTHER = linked_claims.alias("one_claim"), linked_claims.alias("other_claim")
_TIES = (select(_ONE.c.claim_id, _OTHER.c.claim_id, claim_ties.c.weight)
         .join(claim_ties, claim_ties.c.one == _ONE.c.claim_row)
         .join(_OTHER, _OTHER.c.claim_row == claim_ties.c.other))


class RecordNeighbourhood:
    """The claims, ties and events of a record around some claims, each claim read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[int, Claim] = {}

    def of_rows(self, rows: Iterable[int]) -> list[Claim]:
        """The claims with these row numbers, in the order of the numbers."""
        wanted = sorted(set(rows))
        self._read.update(read_claims(self._connection, (row for row in wanted if row not in self._read)).claims)
        return [self._read[row] for row in wanted if row in self._read]

    def holding(self, keys: Mapping[str, Collection[int]]) -> Iterator[tuple[str, int, Claim]]:
        """The claims that have any of these block keys and are of a kind named with it, and these."""
        numbers = {number: key for key, kinds in keys.items() for number in key_numbers({key: kinds})}
        found: list[tuple[int, int]] = []
        for part in parts(sorted(numbers)):
            found += (tuple(row) for row in self._connection.execute(
                select(claim_keys.c.key, claim_keys.c.claim_row).where(claim_keys.c.key.in_(part))))
        self.of_rows(row for _, row in found)
        for number, row in found:
            yield numbers[number], number & KINDS, self._read[row]

    def claims(self, ids: Collection[str]) -> list[Claim]:
        """The claims with these ids, as far as the record has them."""
        return self.of_rows(self._rows(select(linked_claims.c.claim_row), linked_claims.c.claim_id, sorted(ids)))

    def ties(self, ids: Collection[str]) -> Iterator[Tied]:
        """The ties of these claims, the claim that was asked for first."""
        for part in parts(sorted(ids)):
            for row in self._connection.execute(_TIES.where(_ONE.c.claim_id.in_(part))):
                yield row[0], row[1], row[2]

    def cuts(self, ids: Collection[str]) -> dict[str, int]:
        """Claim id -> how often what it hangs together with was cut; claims that were never linked are left out."""
        return self._pairs(linked_claims.c.cuts, linked_claims.c.claim_id, ids)

    def events_of(self, ids: Collection[str]) -> dict[str, str]:
        """Claim id -> event id of the last linking; claims that were never linked are left out."""
        return self._pairs(linked_claims.c.event_id, linked_claims.c.claim_id, ids)

    def members(self, events: Collection[str]) -> dict[str, str]:
        """Claim id -> event id for every claim of these events, as last linked."""
        return self._pairs(linked_claims.c.event_id, linked_claims.c.event_id, events)

    def _pairs(self, value: ColumnElement[Any], column: ColumnElement[Any], wanted: Collection[str]) -> dict[str, Any]:
        query = select(linked_claims.c.claim_id, value).where(linked_claims.c.event_id.is_not(None))
        return {claim: found for part in parts(sorted(wanted))
                for claim, found in self._connection.execute(query.where(column.in_(part)))}

    def _rows(self, query: Select[Any], column: ColumnElement[Any], values: Sequence[object]) -> Iterator[int]:
        for part in parts(values):
            yield from self._connection.execute(query.where(column.in_(part))).scalars()
