"""Tolls for tables: how many were killed or wounded, all told and by side, lowest, best and highest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sijill.exports.actor_names import is_civilian
from sijill.ledger import LinkedEvent, Toll
from sijill.link.consensus import tellers

Pick = Callable[[Toll], int | None]


@dataclass(frozen=True, slots=True)
class Total:
    """How many of one kind: None where no claim gives a number; `told` even so where one speaks of them."""

    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    told: bool

    @property
    def certain(self) -> bool:
        """Whether at least one is told of in any count."""
        return any(n is not None and n >= 1 for n in (self.low, self.best, self.high))


def tolls(event: LinkedEvent, kind: str) -> list[Toll]:
    """The tolls of one kind (killed, wounded, ...)."""
    return [toll for toll in event.tolls if toll.kind == kind]


def total(event: LinkedEvent, kind: str) -> Total:
    """All of one kind: each teller's own sum, the lowest, the median (the lower of two) and the highest of them.

    A teller's sum is its total, or that of the victims it names where they are more: parts never count twice.
    """
    return summed(event, tolls(event, kind))


def civilians(event: LinkedEvent, kind: str, targeted: bool) -> Total:
    """The civilians of one kind; victims of whom nothing is said count where the event is `targeted` at civilians."""
    named = [toll for toll in tolls(event, kind) if toll.who is not None and is_civilian(toll.who)]
    if not named and targeted:
        named = [toll for toll in tolls(event, kind) if toll.who is None]
    return summed(event, named)


def summed(event: LinkedEvent, found: Sequence[Toll]) -> Total:
    """The sums of tolls by teller, as `total` has them."""
    if not found:
        return Total(None, None, None, (), False)
    told_by: dict[str, list[Toll]] = {}
    teller_of = tellers(event.claims)
    for toll in found:
        for claim in toll.claims:
            told = told_by.setdefault(teller_of.get(claim, claim), [])
            if toll not in told:
                told.append(toll)
    groups = list(told_by.values()) or [list(found)]
    lows = sorted(n for group in groups if (n := _sum(group, _low)) is not None)
    bests = sorted(n for group in groups if (n := _sum(group, _best)) is not None)
    highs = sorted(n for group in groups if (n := _sum(group, _high)) is not None)
    low = lows[0] if lows else None
    # "at least 25" bounds nothing from above
    high = highs[-1] if highs and any(toll.high is not None for toll in found) else None
    best = bests[(len(bests) - 1) // 2] if bests else None
    if high is not None:
        high = max(high, best or 0, low or 0)
    claims = tuple(dict.fromkeys(claim for toll in found for claim in toll.claims))
    return Total(low, best, high, claims, True)


def _low(toll: Toll) -> int | None:
    return next((n for n in (toll.low, toll.best, toll.high) if n is not None), None)


def _best(toll: Toll) -> int | None:
    return next((n for n in (toll.best, toll.low, toll.high) if n is not None), None)


def _high(toll: Toll) -> int | None:
    return next((n for n in (toll.high, toll.best, toll.low) if n is not None), None)


def _sum(group: Sequence[Toll], pick: Pick) -> int | None:
    whole = [n for toll in group if toll.who is None and (n := pick(toll)) is not None]
    named = [n for toll in group if toll.who is not None and (n := pick(toll)) is not None]
    parts = [max(whole)] if whole else []
    if named:
        parts.append(sum(named))
    return max(parts) if parts else None


def shares(number: int | None, places: int) -> list[int | None]:
    """A toll divided over places as evenly as whole people allow, the first ones getting what is left over."""
    if number is None:
        return [None] * places
    each, over = divmod(number, places)
    return [each + (n < over) for n in range(places)]
