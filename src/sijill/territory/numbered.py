"""Numbered claims: what claims say as arrays of numbers, made once however many places each bears on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sijill.territory.evidence import Evidence

if TYPE_CHECKING:
    import datetime as dt

    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

NEVER = 0
"""The number of a day that is not there: the first that there is has 1."""
Form = tuple[str, str, tuple[str, ...], tuple[str, ...], str, str, str]
"""What decides which weights a claim changes: kind, spread, subjects, objects, relation, age, factuality."""


class Numbered:
    """Claims by number, with their days, order, forms and names as arrays of one length.

    `order` ranks them by when they are known; `told` and `told_of` number what they say, without and with the name of
    their place. `parties` of each claim are numbers of `holders`, `members` of `sides` (holder, member).
    """

    def __init__(self, every: Sequence[Evidence]) -> None:
        import numpy as np

        self.every = every
        self.day, self.known, self.before = (_days(days) for days in (
            (e.day for e in every), (e.known for e in every), (e.before for e in every)))
        ranked = sorted({(e.known, e.claim) for e in every})
        rank = {key: n for n, key in enumerate(ranked)}
        self.order = np.array([rank[e.known, e.claim] for e in every], np.int64)
        forms: dict[Form, int] = {}
        self.form = _numbers(((e.kind, e.spread, e.subjects, e.objects, e.relation, e.age, e.factuality)
                              for e in every), forms)
        self.forms = list(forms)
        self.told = _numbers(((e.kind, e.spread, e.subjects, e.objects) for e in every), {})
        self.told_of = _numbers(((e.kind, e.spread, e.subjects, e.objects, e.place.name) for e in every), {})
        holders: dict[str, int] = {}
        sides: dict[tuple[str, str], int] = {}
        self.parties = Lists([holders.setdefault(s, len(holders)) for s in (*e.subjects, *e.objects)] for e in every)
        self.members = Lists([sides.setdefault((s.holder, s.member), len(sides)) for s in e.sides] for e in every)
        self.holders, self.sides = list(holders), list(sides)


class Lists:
    """Lists of numbers, one after the other in `values`; the list `n` ends before `ends[n]`."""

    def __init__(self, every: Iterable[Sequence[int]]) -> None:
        import numpy as np

        lists = list(every)
        self.values = np.array([value for one in lists for value in one], np.int64)
        self.sizes = np.array([len(one) for one in lists], np.int64)
        self.ends = np.cumsum(self.sizes)

    def of(self, chosen: Ints) -> tuple[Ints, Ints]:
        """The places in `values` of some lists' numbers, list by list, and which of the chosen each belongs to."""
        import numpy as np

        sizes = self.sizes[chosen]
        owner = np.repeat(np.arange(len(chosen)), sizes)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return (self.ends - self.sizes)[chosen][owner] + within, owner


def _days(days: Iterable[dt.date | None]) -> Ints:
    import numpy as np

    return np.array([NEVER if day is None else day.toordinal() for day in days], np.int64)


def _numbers(keys: Iterable[Any], known: dict[Any, int]) -> Ints:
    import numpy as np

    return np.array([known.setdefault(key, len(known)) for key in keys], np.int64)
