"""Naming: the id by which a holder is told at a place on a day, and who is named there lately; of many days at once."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.territory.cases import OWN, Applied, Case
from sijill.territory.holders import speaks_for
from sijill.territory.model import Mode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    Ints = NDArray[np.int64]

_RECENT = 30
_SEASON = 180
_TOGETHER = 10
"""Days that share an answer: that of the first of them that is asked for."""
_OWN_WEIGHT = 100
"""For how many claims about other places one about the place itself counts."""
_SEASON_WEIGHT = 10_000
"""For how many claims of other times one of the season counts."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is named at a place: the id by which each holder goes, and the parties, most named first."""

    ids: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]


def named_on(case: Case, days: Sequence[dt.date], mode: Mode) -> list[Named]:
    """What claims name at a place on each of some days, which rise."""
    import numpy as np

    known = case.applied.numbered.known[case.applied.claim]
    order = np.argsort(known, kind="stable")
    asked = [day.toordinal() for day in days]
    counts = ([len(order)] * len(days) if mode == "smoothed"
              else np.searchsorted(known[order], asked, side="right").tolist())
    keys = [(count, day // _TOGETHER) for count, day in zip(counts, asked, strict=True)]
    first: dict[tuple[int, int], dt.date] = {}
    for key, day in zip(keys, days, strict=True):
        first.setdefault(key, day)
    found: dict[tuple[int, int], Named] = {}
    for count, alike in itertools.groupby(first, key=lambda key: key[0]):
        group = list(alike)
        answers = _named(case, case.applied.where(order[:count]), [first[key] for key in group])
        found.update(zip(group, answers, strict=True))
    return [found[key] for key in keys]


def _named(case: Case, applied: Applied, days: Sequence[dt.date]) -> Iterator[Named]:
    import numpy as np

    numbered, own = applied.numbered, applied.tie == OWN
    day = numbered.day[applied.claim]
    when = np.array([one.toordinal() for one in days], np.int64)
    places, owner = numbered.members.of(applied.claim)
    sides, side = np.unique(numbered.members.values[places], return_inverse=True)
    weight = np.where(own, _OWN_WEIGHT, 1)[owner]
    whole = np.bincount(side, weight, len(sides))
    season = _within(_SEASON, when, side, len(sides), day[owner], weight)
    orders = _orders([numbered.sides[n] for n in sides], whole[:, None] + (_SEASON_WEIGHT - 1) * season)

    places, owner = numbered.parties.of(applied.claim[own])
    parties, party = np.unique(numbered.parties.values[places], return_inverse=True)
    lately = _within(_RECENT, when, party, len(parties), day[own][owner], np.ones(len(owner)))
    names = [numbered.holders[n] for n in parties]
    for at, one in enumerate(days):
        ids = {holder: speaks_for(holder, members[at], case.spot.country, one) for holder, members in orders.items()}
        told = sorted((-count, name) for count, name in zip(lately[:, at].tolist(), names, strict=True) if count)
        yield Named(tuple(ids.items()), tuple(ids[name] for _, name in told))


def _within(reach: int, when: Ints, column: Ints, columns: int, day: Ints, weight: Floats) -> Floats:
    """The weight in each column within so many days of each day: columns x days."""
    import numpy as np

    if not len(day):
        return np.zeros((columns, len(when)))
    first, length = int(day.min()), int(day.max() - day.min()) + 1
    table = np.bincount(column * (length + 1) + day - first + 1, weight, columns * (length + 1))
    sums = table.reshape(columns, length + 1).cumsum(axis=1)
    low, high = (np.clip(when - first + end, 0, length) for end in (-reach, reach + 1))
    found: Floats = sums[:, high] - sums[:, low]
    return found


def _orders(sides: Sequence[tuple[str, str]], weight: Floats) -> dict[str, list[tuple[str, ...]]]:
    """The members of each holder, the weightiest first, on each day; `weight` is sides x days."""
    import numpy as np

    out: dict[str, list[tuple[str, ...]]] = {}
    by_holder = itertools.groupby(sorted(range(len(sides)), key=lambda n: sides[n]), key=lambda n: sides[n][0])
    for holder, numbers in by_holder:
        rows = list(numbers)
        members = [sides[n][1] for n in rows]
        # those that weigh the same stand by their names
        order = np.argsort(-weight[rows], axis=0, kind="stable").T.tolist()
        out[holder] = [tuple(members[n] for n in one) for one in order]
    return out
