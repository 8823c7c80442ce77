"""Judged articles: coded articles as people decided on them, so that control is estimated of what counts.

A rejected claim says nothing of control, and neither do the control claims that followed from it; a corrected one says
what it was corrected to, and what follows from that; claims that people settled stand beside those that were read.
What a text says of who holds a place outside an event is no claim that can be decided on: it counts as it was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.documents import Document
from sijill.extract.events.control import claims_of_events
from sijill.link.corrected import corrected
from sijill.link.verdicts import Verdicts, verdicts

if TYPE_CHECKING:
    from sijill.store import Record


def judged_documents(record: Record) -> Iterator[Document]:
    """Every article of a record as people decided on it, in the order in which they were added."""
    said = verdicts(record.decisions())
    named = record.articles_of((*said.rejected, *said.corrections))
    keys = record.article_ids()
    for key, document in zip(keys, record.documents(keys, people=True), strict=True):
        yield judged(document, said) if key in named else document


def judged(document: Document, said: Verdicts) -> Document:
    """A coded article, the events that people settled included, as verdicts say that it should have been read."""
    events, control = document.events or (), document.control or ()
    kept = [number for number, event in enumerate(events) if event.event_id not in said.rejected]
    at: dict[int | None, int] = {number: place for place, number in enumerate(kept)}
    now = tuple(corrected(events[n], said.corrections.get(events[n].event_id, {})) for n in kept)
    changed = {at[n] for n in kept if events[n].event_id in said.corrections}
    standing = [claim for claim in control if claim.event is None]
    read = [replace(claim, event=at[claim.event]) for claim in control if claim.event in at]
    leavers = frozenset(claim.event for claim in read if claim.event is not None and claim.polarity == "lost")
    followed = [claim for claim in read if claim.event not in changed]
    follow = [claim for claim in claims_of_events(document, now, leavers) if claim.event in changed]
    return replace(document, events=now, control=(*followed, *follow, *standing))
