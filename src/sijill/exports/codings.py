"""The codings of the record: their names, columns, and what derives their rows from events."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sijill.errors import InputError
from sijill.exports import acled, airwars, ucdp, whole
from sijill.exports.columns import Column, columns
from sijill.exports.rows import Notes, Row
from sijill.ledger import LinkedEvent

Derive = Callable[[Iterable[LinkedEvent], Notes, int | None], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Coding:
    """One coding: its columns, the first of which names the row, and what it says of itself."""

    name: str
    title: str
    columns: tuple[Column, ...]
    derive: Derive

    def rows(self, events: Iterable[LinkedEvent], notes: Notes | None = None, made: int | None = None
             ) -> Iterator[Row]:
        """The rows of events; what is left out is counted in `notes`; `made` is the time in seconds since 1970."""
        kept = Notes() if notes is None else notes
        for row in self.derive(_counted(events, kept), kept, made):
            kept.rows += 1
            yield row


def _counted(events: Iterable[LinkedEvent], notes: Notes) -> Iterator[LinkedEvent]:
    for event in events:
        notes.events += 1
        yield event


@functools.cache
def codings() -> Mapping[str, Coding]:
    """Every coding, by its name."""
    return {name: Coding(name, title, columns(name), derive) for name, title, derive in (
        (whole.CODING, "Events, every field", whole.derive),
        (acled.CODING, "Events by ACLED's columns and rules", acled.derive),
        (ucdp.CODING, "Events by UCDP GED's columns and rules", ucdp.derive),
        (airwars.CODING, "Harm to civilians by Airwars' grading", airwars.derive),
    )}


def coding(name: str) -> Coding:
    """The coding of a name; InputError if there is none."""
    found = codings().get(name)
    if found is None:
        raise InputError(f"there is no coding {name!r}", next_step=f"Take one of: {', '.join(codings())}")
    return found
