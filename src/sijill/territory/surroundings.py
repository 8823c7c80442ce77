"""Surroundings: whom claims tell of as holding the places around a place, at a time: what is expected of the place.

A country's shares do not say that the north is held by another side than the south, nor that this was not so three
years ago. Claims about other places do: each says by its positive log weights who holds its place; near places count
for more than far ones of the country, near days for more than far ones. What is expected of a place is a mixture of
the country's shares and of these, the more of these the more claims there are. Claims about the place itself are left
out: they are its evidence.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.territory.evidence import Evidence
from sijill.territory.model import Around, Mode
from sijill.territory.spots import Spot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sijill.territory.cases import Case

    Floats = NDArray[np.floating[Any]]

ERA_DAYS = 10
"""Days in which what is expected stays the same."""
_EARTH_KM = 6371.0
_SAME_AREA_KM = 40.0
_NOWHERE_KM = 1e6


@dataclass(frozen=True, slots=True)
class _Country:
    """The places of a country and what claims say of each in each era: `told` is places x eras x holders."""

    spots: Sequence[Spot]
    at: Mapping[int, int]
    holders: Sequence[str]
    points: Floats
    told: Floats


class Surroundings:
    """What claims about all places say of who holds what, by era; `eras` are numbers of ERA_DAYS days each."""

    def __init__(self, every: Sequence[Spot], own: Mapping[int, Sequence[Evidence]], vectors: Mapping[str, float],
                 mode: Mode) -> None:
        self.mode = mode
        found = [(n, era_of(one.known if mode == "online" else one.day), *said)
                 for n, many in own.items() if every[n].country is not None
                 for one in many for said in _said(one, vectors)]
        # what is known in an era tells of the next one where only what was known counts
        self.eras = sorted({later for _, era, *_ in found for later in (era, era + 1)})
        at = {era: n for n, era in enumerate(self.eras)}
        self._countries: dict[str, _Country] = {}
        by_country: dict[str, list[tuple[int, int, str, float]]] = {}
        for n, era, holder, weight in found:
            by_country.setdefault(every[n].country or "", []).append((n, at[era], holder, weight))
        for country, claims in by_country.items():
            self._countries[country] = _country(every, claims, len(self.eras))

    def eras_of(self, days: Sequence[int]) -> list[int]:
        """The number of the era of each day (its ordinal), as `shares` counts them."""
        return [bisect_right(self.eras, day // ERA_DAYS) for day in days]

    def first_days(self) -> list[dt.date]:
        """The first day of each era."""
        return [dt.date.fromordinal(era * ERA_DAYS) for era in self.eras]

    def shares(self, chosen: Sequence[Case], around: Around) -> Floats:
        """How likely each holder is to hold each of some padded cases: cases x eras x holders.

        The first era stands before all claims: it has the country's shares, or by all that is known those after it.
        """
        import numpy as np

        out = np.repeat(np.array([case.shares for case in chosen])[:, None, :], len(self.eras) + 1, axis=1)
        groups: dict[str, list[int]] = {}
        for n, case in enumerate(chosen):
            if case.spot.country in self._countries:
                groups.setdefault(case.spot.country or "", []).append(n)
        for name, members in groups.items():
            country = self._countries[name]
            told = self._told(country, [chosen[n] for n in members], around)
            for n, mine in zip(members, told, strict=True):
                _mix(out[n], mine, chosen[n], country.holders, around)
                if self.mode == "smoothed":
                    out[n, 0] = out[n, 1]
        return out

    def _told(self, country: _Country, cases: Sequence[Case], around: Around) -> Floats:
        """The weight that claims around each case give each holder: cases x eras x holders."""
        import numpy as np

        places, eras, holders = country.told.shape
        near = np.exp(-_distances(country, cases) / around.km) + around.far
        for row, case in enumerate(cases):
            if case.number in country.at:
                near[row, country.at[case.number]] = 0.0
        drawn = (near.astype(np.float32) @ country.told.reshape(places, -1)).reshape(len(cases), eras, holders)
        gaps = np.diff(np.array(self.eras)) * ERA_DAYS
        fades = np.exp(-gaps / around.days)
        before: Floats = np.zeros_like(drawn)
        for era in range(1, eras):
            before[:, era] = (before[:, era - 1] + drawn[:, era - 1]) * fades[era - 1]
        if self.mode == "online":
            return before
        after = np.zeros_like(drawn)
        for era in range(eras - 2, -1, -1):
            after[:, era] = (after[:, era + 1] + drawn[:, era + 1]) * fades[era]
        total: Floats = before + drawn + after
        return total


def era_of(day: dt.date) -> int:
    """The era of a day."""
    return day.toordinal() // ERA_DAYS


def _said(one: Evidence, vectors: Mapping[str, float]) -> list[tuple[str, float]]:
    """Whom a claim says to hold its place, and how strongly; a name that may mean several is shared among them."""
    if one.factuality not in ("asserted", "uncertain"):
        return []
    out = []
    for what, holders in (("subject", one.subjects), ("object", one.objects)):
        weight = vectors.get(f"{one.kind}.{one.spread}.on.{what}", 0.0)
        if weight > 0 and holders:
            out += [(holder, weight / len(holders)) for holder in holders]
    return out


def _country(every: Sequence[Spot], claims: Sequence[tuple[int, int, str, float]], eras: int) -> _Country:
    import numpy as np

    numbers = sorted({n for n, *_ in claims})
    at = {n: row for row, n in enumerate(numbers)}
    holders = sorted({holder for _, _, holder, _ in claims})
    column = {holder: n for n, holder in enumerate(holders)}
    told = np.zeros((len(numbers), eras, len(holders)), np.float32)
    for n, era, holder, weight in claims:
        told[at[n], era, column[holder]] += weight
    # a place of which a hundred claims tell is still one place
    told /= 1 + told.sum(axis=2, keepdims=True)
    spots = [every[n] for n in numbers]
    return _Country(spots, at, holders, _points(spots), told)


def _points(spots: Sequence[Spot]) -> Floats:
    import numpy as np

    return np.array([s.point or (np.nan, np.nan) for s in spots], np.float64).reshape(len(spots), 2)


def _distances(country: _Country, cases: Sequence[Case]) -> Floats:
    """Kilometres from each case to each place; where a point is not known, those of one district count as near."""
    import numpy as np

    here, there = np.radians(_points([c.spot for c in cases]))[:, None, :], np.radians(country.points)[None, :, :]
    half = (np.sin((here[..., 0] - there[..., 0]) / 2) ** 2
            + np.cos(here[..., 0]) * np.cos(there[..., 0]) * np.sin((here[..., 1] - there[..., 1]) / 2) ** 2)
    out: Floats = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    for row, column in zip(*np.nonzero(np.isnan(out)), strict=True):
        one, other = cases[row].spot, country.spots[column]
        shared = set(one.within) & set(other.within) or one.key in other.within
        out[row, column] = _SAME_AREA_KM if shared else _NOWHERE_KM
    return out


def _mix(out: Floats, told: Floats, case: Case, holders: Sequence[str], around: Around) -> None:
    """Mix what claims say into the shares of one case (eras + 1 x holders); holders that it does not know are left."""
    import numpy as np

    columns = [(case.states.index(h), n) for n, h in enumerate(holders) if h in case.states]
    if not columns:
        return
    mine = np.zeros((told.shape[0], out.shape[1]))
    for state, column in columns:
        mine[:, state] = told[:, column]
    weight = mine.sum(axis=1, keepdims=True)
    part = around.most * weight / (weight + around.half)
    out[1:] = (1 - part) * out[1:] + part * mine / np.maximum(weight, 1e-9)
