"""Comparison: how two claims agree in each feature, as one of a few named levels."""

from __future__ import annotations

import bisect
import math

from sijill.grounding.places import apart
from sijill.link.traits import Spot, Traits, kin_of_any

Levels = dict[str, str]
_WIDE_DAYS = 4
_TIMES = ("same_day", "next_day", "days_apart", "days_apart")
_RATIOS = (0.05, 0.1, 0.2, 0.3, 0.45, 0.65)
_BITS = (5.0, 10.0, 20.0, 35.0, 60.0)
_NUMBERS = tuple("0123456789")
FEATURES = ("time", "place", "type", "doer", "target", "killed", "wounded", "factuality", "article", "lead", "words",
            "share")
"""What is compared, in this order."""
_PLACES = ("same_small", "same_city", "near", "inside", "same_wide", "near_wide", "close", "unknown", "apart")
_RANK = {level: rank for rank, level in enumerate(_PLACES)}


def compare(one: Traits, two: Traits) -> Levels:
    """The level of each feature; features about which either claim says nothing are left out."""
    return {feature: level for feature, level in zip(FEATURES, levels(one, two), strict=True) if level is not None}


def levels(one: Traits, two: Traits) -> tuple[str | None, ...]:
    """The level of each feature in the order of FEATURES; None where either claim says nothing."""
    words = share = None
    least = min(one.bits, two.bits)
    if least > 0:
        # exact, so that no level depends on the order in which a process holds the words
        shared = math.fsum([one.words[word] for word in one.words.keys() & two.words.keys()])
        words, share = _NUMBERS[bisect.bisect(_BITS, shared)], _NUMBERS[bisect.bisect(_RATIOS, shared / least)]
    return (_time(one, two), place(one.spots, two.spots), _type(one, two), _doer(one, two),
            _sides(one.targets, two.targets), toll(one.killed, two.killed), toll(one.wounded, two.wounded),
            _factuality(one, two), _article(one, two), _lead(one, two), words, share)


def _time(one: Traits, two: Traits) -> str | None:
    left, right = one.days, two.days
    if left is None or right is None:
        if one.dates and two.dates:
            return "date_same" if one.dates & two.dates else "date_differs"
        if one.weekdays and two.weekdays:
            return "weekday_same" if one.weekdays & two.weekdays else "weekday_differs"
        return None
    gap = max(left[0], right[0]) - min(left[1], right[1])
    if gap > 3:
        return "apart"
    if left[1] - left[0] > _WIDE_DAYS or right[1] - right[0] > _WIDE_DAYS:
        return "wide" if gap <= 0 else "apart"
    return _TIMES[max(0, gap)]


def place(one: tuple[Spot, ...], two: tuple[Spot, ...]) -> str | None:
    """The best level of any place of the one with any of the other; None where either has none."""
    best = len(_PLACES)
    for left in one:
        for right in two:
            rank = _RANK[_spots(left, right)]
            if rank < best:
                best = rank
    return None if best == len(_PLACES) or _PLACES[best] == "unknown" else _PLACES[best]


def _spots(one: Spot, two: Spot) -> str:
    located = one.vector is not None and two.vector is not None
    far = apart(one.vector, two.vector) if one.vector is not None and two.vector is not None else 0.0
    reach = (one.radius or 2.0) + (two.radius or 2.0)
    same = one.name == two.name or (one.place_id is not None and one.place_id == two.place_id)
    if same and far <= 2 * reach:
        if one.wide or two.wide:
            return "same_wide"
        return "same_small" if one.small or two.small or not located else "same_city"
    if one.name in two.around or two.name in one.around:
        return "inside"
    if not located:
        return "unknown"
    if far <= reach:
        return "near_wide" if one.wide or two.wide or reach > 20 else "near"
    return "close" if far <= reach + 10 else "apart"


def _type(one: Traits, two: Traits) -> str:
    if one.sub_event_type == two.sub_event_type:
        return "same"
    if one.event_type == two.event_type:
        return "kin"
    return "class" if one.classes & two.classes else "apart"


def _sides(one: frozenset[str], two: frozenset[str]) -> str | None:
    if not one or not two:
        return None
    if one & two:
        return "same"
    if not kin_of_any(one).isdisjoint(two) or not kin_of_any(two).isdisjoint(one):
        return "kin"
    return "differ"


def _doer(one: Traits, two: Traits) -> str | None:
    found = _sides(one.doers, two.doers)
    if found == "differ" and (one.doers & two.targets or two.doers & one.targets):
        return "swapped"
    return found


def toll(one: tuple[int, int | None] | None, two: tuple[int, int | None] | None) -> str | None:
    """How two tolls agree; None where either is not given."""
    if one is None or two is None:
        return None
    low, high = max(one[0], two[0]), min(_top(one), _top(two))
    if one == two:
        return "equal_many" if one[0] >= 5 else "equal_few" if one[0] > 1 else "equal_one"
    if low <= high:
        return "overlap"
    return "close" if low - high <= max(1, high // 3) else "conflict"


def _top(toll: tuple[int, int | None]) -> int:
    return 10 ** 9 if toll[1] is None else toll[1]


def _factuality(one: Traits, two: Traits) -> str | None:
    left, right = one.claim.event.factuality, two.claim.event.factuality
    if left == right:
        return None
    return "planned" if "planned" in (left, right) else "denied" if "denied" in (left, right) else None


def _article(one: Traits, two: Traits) -> str | None:
    if one.claim.article_id == two.claim.article_id:
        # an article that tells of two types tells of two events (codebook, 2)
        return "same" if one.sub_event_type == two.sub_event_type else "same_other_type"
    return "reprint" if one.claim.original == two.claim.original else None


def _lead(one: Traits, two: Traits) -> str:
    return ("neither", "one", "both")[one.lead + two.lead]
