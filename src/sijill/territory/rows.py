"""Estimates as rows: plain JSON objects, and a Polars frame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.errors import InputError
from sijill.territory.estimate import Estimate, Moved
from sijill.territory.holders import CONTESTED, UNKNOWN

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]


def estimate_row(estimate: Estimate) -> Row:
    """One estimate as a JSON object; `probability` sums to 1, `claims` stand in the order of how much they moved it."""
    spot = estimate.spot
    return {
        "place": spot.label, "place_id": spot.id, "kind": spot.kind, "lat": spot.lat, "lon": spot.lon,
        "within": list(spot.chain), "country": spot.country, "date": estimate.day.isoformat(), "mode": estimate.mode,
        "holder": estimate.holder, "probability": estimate.probability, "parties": list(estimate.parties),
        "first_claim": estimate.first and estimate.first.isoformat(),
        "last_claim": estimate.last and estimate.last.isoformat(), "far": estimate.far,
        "claims": [claim_row(moved) for moved in estimate.claims],
    }


def claim_row(moved: Moved) -> Row:
    """A claim that moved an estimate, with what it says; `shift` in log odds of the likeliest state."""
    one = moved.evidence
    return {"claim": one.claim, "article": one.article, "source": one.source, "date": one.day.isoformat(),
            "known": one.known.isoformat(), "says": one.kind, "extent": one.spread, "sides": list(one.subjects),
            "against": list(one.objects), "told_by": one.relation, "factuality": one.factuality,
            "place": one.place.name, "tie": moved.tie, "shift": moved.shift, "words": one.words}


@dataclass(frozen=True, slots=True)
class Change:
    """A place whose likeliest state is another on the later of two days."""

    before: Estimate
    after: Estimate

    @property
    def sureness(self) -> float:
        """The probability that both states are right."""
        return self.before.probability[self.before.holder] * self.after.probability[self.after.holder]


def changes(estimates: Iterable[Estimate], since: dt.date) -> list[Change]:
    """The places that changed hands, became contested or settled since a day, the surest first.

    `estimates` hold each place on `since` and on a later day; a place that was UNKNOWN before counts as news too.
    """
    early: dict[str, Estimate] = {}
    late: dict[str, Estimate] = {}
    for one in estimates:
        (early if one.day == since else late)[one.spot.key] = one
    found = [Change(early[key], one) for key, one in late.items() if key in early and one.holder != early[key].holder]
    return sorted(found, key=lambda c: (-c.sureness, c.after.spot.key))


def change_row(change: Change) -> Row:
    """A change as a JSON object: the later estimate, with what the earlier one was."""
    before = change.before
    return estimate_row(change.after) | {"was": before.holder, "was_on": before.day.isoformat(),
                                         "was_probability": before.probability}


def frame(estimates: Sequence[Estimate]) -> pl.DataFrame:
    """The estimates as a Polars frame, one row a place, day and state; InputError without the extra `analysis`."""
    try:
        import polars as pl
    except ImportError as error:
        raise InputError("frames need Polars", next_step="pip install 'sijill[analysis]'") from error
    rows = [(e.spot.label, e.spot.id, e.spot.country, e.spot.lat, e.spot.lon, e.day, e.mode, state, value,
             state == e.holder, state not in (CONTESTED, UNKNOWN))
            for e in estimates for state, value in e.probability.items()]
    return pl.DataFrame(rows, orient="row", schema={
        "place": pl.String, "place_id": pl.String, "country": pl.String, "lat": pl.Float64, "lon": pl.Float64,
        "date": pl.Date, "mode": pl.String, "state": pl.String, "probability": pl.Float64, "likeliest": pl.Boolean,
        "is_actor": pl.Boolean})
