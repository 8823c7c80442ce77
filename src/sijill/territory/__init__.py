"""Who holds what: the control of places by day, as probabilities with the claims that moved them.

    from sijill.territory import Territory, estimates, read_coded

    for one in estimates("hasakah.sijill", start=dt.date(2015, 8, 1)):
        one.spot.label, one.spot.id, one.spot.lat, one.spot.lon     # the place
        one.day, one.holder                                         # the likeliest state
        one.probability     # {actor id: p, ..., "CONTESTED": p, "UNKNOWN": p}, sums to 1
        one.claims          # what moved it: .evidence (claim id, article, words, day, source), .tie, .shift (log odds)

For many questions about one record build `Territory.of(judged_documents(record))` once and ask it:
`.estimates(days, spots, mode, claims)`, `.spots.find(name)`, `.claims_about(spot)`, `.span()`.
`sijill.territory.rows` has estimates as JSON objects, changes and a Polars frame; `.layers` GeoJSON and GeoParquet,
`.maps` and `.timelines` charts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sijill.documents import Document
from sijill.territory.estimate import Estimate, Moved, Territory
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.judged import judged_documents
from sijill.territory.reading import read_coded

if TYPE_CHECKING:
    from sijill.store import Record
    from sijill.territory.model import Mode


def estimates(record: Record | Territory | Iterable[Document] | str | Path, *, places: Sequence[str] | None = None,
              start: dt.date | None = None, end: dt.date | None = None, mode: Mode = "smoothed",
              claims: int = 3) -> list[Estimate]:
    """Who holds each place on each day from `start` to `end`, by place and day.

    `record` is a record, the path of one or of coded JSON Lines, coded documents, or a Territory. `places` are names
    or gazetteer ids (None: all); without `start` it is the last day of which claims tell, without `end` one day.
    `mode` "online": by what was known on the day. `claims`: how many of those that moved it each estimate lists.
    """
    territory = _territory(record)
    span = territory.span()
    if span is None:
        return []
    first = start or end or span[1]
    last = end or first
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    spots = None
    if places is not None:
        spots = list({s.key: s for name in places for s in territory.spots.find(name)[:1]}.values())
    return list(territory.estimates(days, spots, mode, claims)) if days else []


def _territory(given: Record | Territory | Iterable[Document] | str | Path) -> Territory:
    if isinstance(given, Territory):
        return given
    if isinstance(given, (str, Path)):
        return Territory.of(read_coded(given))
    # a record is known by what it has: to import it takes a database's library
    documents = judged_documents(cast("Record", given)) if hasattr(given, "decisions") else given
    return Territory.of(documents)


__all__ = ["CONTESTED", "UNKNOWN", "Estimate", "Moved", "Territory", "estimates", "judged_documents",
           "read_coded"]
