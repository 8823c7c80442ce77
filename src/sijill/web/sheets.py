"""Sheets: control of every place over days as the map asks for it, as JSON that is small to send."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.exports.english_names import english_name

if TYPE_CHECKING:
    from sijill.territory.estimate import Columns, Territory
    from sijill.territory.spots import Spot

MOST_DAYS = 400
COARSE, FINE = 2, 1
"""To how many hundredths shares are rounded: of all places, and of one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet is asked for: days between two (None: the first and last of which claims tell), a step apart."""

    first: dt.date | None = None
    last: dt.date | None = None
    step: int = 7

    def days(self, span: tuple[dt.date, dt.date]) -> list[dt.date]:
        """Every so many days from the first to the last, both included, at most MOST_DAYS of them."""
        first, last = self.first or span[0], self.last or span[1]
        length = max(0, (last - first).days)
        step = max(self.step, -(-length // MOST_DAYS), 1)
        days = [first + dt.timedelta(days=at) for at in range(0, length + 1, step)]
        return days if days[-1] == last or last < first else [*days, last]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as JSON (`sijill.web.api.map.ControlMap`), and compressed."""

    plain: bytes
    packed: bytes

    def body(self, *, packed: bool, renewing: bool) -> bytes:
        """What is sent; `renewing` says that a newer sheet is being made."""
        if not renewing:
            return self.packed if packed else self.plain
        found = self.plain.replace(b'"renewing":false', b'"renewing":true', 1)
        return _packed(found) if packed else found


def draw(territory: Territory, asked: Asked, spots: Sequence[Spot] | None = None) -> Sheet:
    """The sheet of all places with a point, or of some."""
    from sijill.territory.colours import colour_of

    span = territory.span()
    days = asked.days(span) if span else []
    states: dict[str, int] = {}
    places = [_place(one, states, COARSE if spots is None else FINE)
              for one in (territory.columns(days, spots) if spots != [] else ())
              if one.spot.lat is not None and one.spot.lon is not None]
    plain = json.dumps({
        "installed": True, "ready": True, "renewing": False, "trouble": None,
        "first": span and span[0].isoformat(), "last": span and span[1].isoformat(),
        "days": [day.isoformat() for day in days], "states": list(states),
        "colours": [colour_of(state) for state in states], "places": places,
    }, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")
    return Sheet(plain, _packed(plain))


def _place(one: Columns, states: dict[str, int], to: int) -> dict[str, Any]:
    """A place with its days as runs in which nothing changes."""
    import numpy as np

    spot = one.spot
    shares = [(np.round(many * 100 / to) * to).astype(int) for many in (one.probability, one.contested)]
    rows = np.stack([one.holder, *shares])
    changes = np.flatnonzero(np.append(True, (np.diff(rows) != 0).any(axis=0)))
    holder, probability, contested = rows[:, changes].tolist()
    return {
        "key": spot.key, "place_id": spot.id, "name": spot.label,
        "name_en": english_name(spot.id) if spot.id else None, "lat": spot.lat, "lon": spot.lon,
        "radius_km": spot.radius_km, "runs": np.diff(np.append(changes, rows.shape[1])).tolist(),
        "holder": [states.setdefault(one.states[n], len(states)) for n in holder],
        "probability": probability, "contested": contested}


def _packed(plain: bytes) -> bytes:
    return gzip.compress(plain, 6, mtime=0)
