"""The truth tables: who held which place on which day, and which holders count as right."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import pathlib
from dataclasses import dataclass

from sijill.territory.holders import CONTESTED, holder_of
from sijill.territory.spots import Spot, Spots, distance

WINDOWS = {"2015": (dt.date(2015, 7, 20), dt.date(2015, 8, 11)), "2018": (dt.date(2018, 2, 1), dt.date(2018, 10, 31))}
_NEAR_KM = 30.0


@dataclass(frozen=True, slots=True)
class Held:
    """One day's truth: the holder's id, the ids that count as right too, the parties where contested, how certain."""

    holder: str
    right: frozenset[str]
    sure: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """A place of the table in one of its windows, day by day."""

    name: str
    within: str
    country: str
    lat: float | None
    lon: float | None
    window: str
    days: dict[dt.date, Held]

    @property
    def half(self) -> int:
        """0 or 1, by a hash of the place's name: a place is learned from or reported on, never both."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 2

    def group(self, day: dt.date) -> str:
        """The holder, with its allies as one, or CONTESTED."""
        holder = self.days[day].holder
        return holder if holder == CONTESTED else holder_of(holder, self.country, day) or holder

    def spot(self, spots: Spots) -> Spot | None:
        """The place among those that claims tell of: of this name and country, near the table's point if it has one."""
        for spot in spots.find(self.name):
            if spot.country not in (self.country, None):
                continue
            km = distance(spot, self.lat, self.lon)
            if km is None or km <= _NEAR_KM:
                return spot
        return None


def read_truth(path: pathlib.Path) -> list[Truth]:
    """Every place and window of the table, in its order."""
    found: dict[tuple[str, str, str, str], Truth] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            window = row["note"][:4]
            first, last = WINDOWS[window]
            key = (row["place_ar"], row["within_ar"], row["country"], window)
            truth = found.setdefault(key, Truth(
                row["place_ar"], row["within_ar"], row["country"], _number(row["lat"]), _number(row["lon"]), window,
                {}))
            also = next((part.strip()[4:] for part in row["note"].partition(":")[2].split(";")
                         if part.strip().startswith("alt=")), "")
            held = Held(row["holder"], frozenset((row["holder"], *filter(None, also.split("|")))),
                        row["certainty"] == "sure")
            day = dt.date.fromisoformat(row["from"]) if row["from"] else first
            until = dt.date.fromisoformat(row["to"]) if row["to"] else last
            while day <= min(until, last):
                truth.days[day] = held
                day += dt.timedelta(days=1)
    return list(found.values())


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
