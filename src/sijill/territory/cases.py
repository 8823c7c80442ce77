"""Cases: each place with the claims that bear on it, about itself and, by ties, about other places."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.territory.evidence import Evidence
from sijill.territory.filter import Prior
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.model import Model
from sijill.territory.numbered import NEVER, Numbered
from sijill.territory.spots import Spot, Spots, Tie, namesakes, ties
from sijill.territory.surroundings import Surroundings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

TIES = ("own", "city", "quarter", "district", "governorate", "near", "beside")
"""How the place of a claim may be tied to the one that it bears on."""
OWN = TIES.index("own")
_TIED_KINDS = frozenset(("takes", "leaves", "holds", "lost", "base", "clash", "strikes"))
_EXTRA = 0.3


@dataclass(frozen=True, slots=True)
class Applied:
    """The claims that bear on a place, as arrays of one length: their numbers, ties (numbers of TIES) and distances."""

    numbered: Numbered
    claim: Ints
    tie: Ints
    km: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.claim)

    def __iter__(self) -> Iterator[tuple[Evidence, str, float]]:
        for claim, tie, km in zip(self.claim.tolist(), self.tie.tolist(), self.km.tolist(), strict=True):
            yield self.numbered.every[claim], TIES[tie], km

    def where(self, chosen: NDArray[np.bool_] | Ints) -> Applied:
        """Those that a mask or their places choose."""
        return Applied(self.numbered, self.claim[chosen], self.tie[chosen], self.km[chosen])


@dataclass(slots=True)
class Case:
    """A place with what bears on it: its states (holders, UNKNOWN, CONTESTED) and the claims, by how they are tied.

    `number` is the place's among all; `seat`: a governorate or district has its name, so that a claim may mean that.
    """

    number: int
    spot: Spot
    seat: bool
    states: list[str]
    shares: list[float]
    comes: list[float]
    applied: Applied


def gather(evidence: Iterable[Evidence]) -> tuple[Spots, list[Spot], dict[int, list[Evidence]]]:
    """The places that claims are about, and the claims of each (by its number)."""
    spots = Spots()
    found: list[tuple[Spot, Evidence]] = []
    for one in evidence:
        spot = spots.add(one.place, one.country)
        if spot is not None:
            found.append((spot, one))
    every = spots.spots()
    number = {id(spot): n for n, spot in enumerate(every)}
    own: dict[int, list[Evidence]] = defaultdict(list)
    for spot, one in found:
        own[number[id(spot)]].append(one)
    return spots, every, own


class Bearings:
    """What bears on which place, found once for all places."""

    def __init__(self, every: Sequence[Spot], own: Mapping[int, Sequence[Evidence]], model: Model) -> None:
        import numpy as np

        self._every, self._model = every, model
        mine = [own.get(n, ()) for n in range(len(every))]
        self.numbered = Numbered([one for many in mine for one in many])
        ends = np.cumsum([len(many) for many in mine])
        self._own = [np.arange(end - len(many), end) for end, many in zip(ends, mine, strict=True)]
        tells = np.array([one.kind in _TIED_KINDS and one.spread != "around" for one in self.numbered.every], bool)
        self._telling = [claims[tells[claims]] for claims in self._own]
        self._ties = ties(every, model.near_km, model.most_near)
        self._seats = namesakes(every)

    def cases(self, wanted: Iterable[int] | None = None) -> list[Case]:
        """A case for each place (of `wanted` numbers, if given)."""
        return [self._case(number) for number in (range(len(self._every)) if wanted is None else wanted)]

    def _case(self, number: int) -> Case:
        import numpy as np

        spot = self._every[number]
        applied = self._applied(self._own[number], self._ties[number])
        shares, comes = self._model.shares_in(spot.country)
        unknown, unknown_comes = shares.pop(UNKNOWN), comes.pop(UNKNOWN)
        places, _ = self.numbered.parties.of(applied.claim)
        named = [self.numbered.holders[n] for n in np.unique(self.numbered.parties.values[places])]
        extra = [s for s in named if s not in shares]
        # a holder that the table does not expect is one of those that UNKNOWN stands for
        part = _EXTRA / max(1, len(extra))
        rest = 1 - part * len(extra)
        return Case(number, spot, self._seats[number], [*shares, *extra, UNKNOWN, CONTESTED],
                    [*shares.values(), *(unknown * part for _ in extra), unknown * rest],
                    [*(comes.get(s, 0.0) for s in shares), *(unknown_comes * part for _ in extra),
                     unknown_comes * rest], applied)

    def _applied(self, own: Ints, tied: Sequence[Tie]) -> Applied:
        import numpy as np

        told = [own, *(self._telling[tie.other] for tie in tied)]
        sizes = [len(claims) for claims in told]
        return Applied(self.numbered, np.concatenate(told),
                       np.repeat([OWN, *(TIES.index(tie.kind) for tie in tied)], sizes),
                       np.repeat([0.0, *(tie.km for tie in tied)], sizes))


def padded(every: Sequence[Case]) -> list[Case]:
    """The cases with as many states each: empty ones, which nobody can be in, stand before CONTESTED."""
    most = max((len(case.states) for case in every), default=0)
    out = []
    for case in every:
        missing = most - len(case.states)
        out.append(replace(case, states=[*case.states[:-1], *[""] * missing, CONTESTED],
                           shares=[*case.shares, *[0.0] * missing], comes=[*case.comes, *[0.0] * missing]))
    return out


def prior_of(every: Sequence[Case], steps: Sequence[dt.date], model: Model, surroundings: Surroundings) -> Prior:
    """What is expected of some padded cases without claims about them."""
    import numpy as np

    return Prior(surroundings.shares(every, model.around), np.array([case.comes for case in every]), model.contested,
                 surroundings.eras_of([day.toordinal() for day in steps]))


def steps_of(every: Iterable[Case], extra: Iterable[dt.date], surroundings: Surroundings) -> list[dt.date]:
    """The days that matter: those of the claims, those asked for and the first of each era between them, rising."""
    days = {day.toordinal() for day in extra}
    for case in every:
        numbered, claims = case.applied.numbered, case.applied.claim
        kinds = (numbered.known,) if surroundings.mode == "online" else (numbered.day, numbered.before)
        days.update(day for many in kinds for day in set(many[claims].tolist()))
    days.discard(NEVER)
    if days:
        eras = (day.toordinal() for day in surroundings.first_days())
        first, last = min(days), max(days)
        days.update(day for day in eras if first < day < last)
    return [dt.date.fromordinal(day) for day in sorted(days)]
