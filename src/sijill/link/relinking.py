"""Relinking: new claims change only the events that they reach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sijill.ledger import Claim, Decision, LinkedEvent


class Neighbourhood(Protocol):
    """What relinking asks of a record; answers may hold more than is asked, in any order."""

    def sharing(self, keys: Collection[str]) -> Iterable[Claim]:
        """The claims that have any of these block keys."""

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """The claims with these ids, as far as the record has them."""

    def events_of(self, ids: Collection[str]) -> Mapping[str, str]:
        """Claim id -> event id of the last linking; claims that were never linked are left out."""

    def members(self, events: Collection[str]) -> Iterable[Claim]:
        """Every claim of these events, as last linked."""

    def decisions(self, ids: Collection[str]) -> Iterable[Decision]:
        """Every decision that names any of these claims, and every withdrawal of such a decision."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a relinking changes: events to be written in place of those of their ids, and ids that are no more."""

    events: tuple[LinkedEvent, ...]
    gone: tuple[str, ...]


def relink(fresh: Sequence[Claim], around: Neighbourhood) -> Relinked:
    """Link new claims, or ones that a decision names, into the record: only what they reach is linked again.

    Gives what `link_claims` gives over the whole record, for the events that differ.
    """
    raise NotImplementedError
