"""Coefficients of agreement for nominal values: Cohen's kappa of two coders, Krippendorff's alpha of any number.

Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37-46.
Krippendorff, K. (2004): Content Analysis, 2nd ed., chapter 11; (2011): Computing Krippendorff's alpha-reliability.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def observed_agreement(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """The share of pairs whose two values are the same; None where there is no pair."""
    found = [one == other for one, other in pairs]
    return sum(found) / len(found) if found else None


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of the values that two coders gave to the same units, one pair a unit.

    None where there is no unit, and where both gave one and the same value to all: nothing is left to agree on
    beyond chance. (Cohen 1960, formula 1.)
    """
    counted = Counter(pairs)
    total = sum(counted.values())
    if not total:
        return None
    ones: Counter[Hashable] = Counter()
    others: Counter[Hashable] = Counter()
    for (one, other), number in counted.items():
        ones[one] += number
        others[other] += number
    # whole numbers until the last step: a sum of fractions may miss 1 by a little
    same = sum(number for (one, other), number in counted.items() if one == other)
    chance = sum(number * others[value] for value, number in ones.items())
    if chance == total * total:
        return None
    return (same * total - chance) / (total * total - chance)


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal values: of each unit the values that its coders gave, None where one gave none.

    A unit with fewer than two values counts for nothing. None where no unit has two, and where all values are the
    same. (Krippendorff 2011, section C: any number of coders, missing values.)
    """
    totals: Counter[Hashable] = Counter()
    apart = 0.0
    for unit in units:
        values = Counter(value for value in unit if value is not None)
        number = sum(values.values())
        if number < 2:
            continue
        totals.update(values)
        # of a unit's ordered pairs those of two values, weighted by its coders less one
        apart += sum(count * (number - count) for count in values.values()) / (number - 1)
    pairable = sum(totals.values())
    expected = pairable * pairable - sum(count * count for count in totals.values())
    if not expected:
        return None
    return 1 - (pairable - 1) * apart / expected


def f1(matched: int, one: int, other: int) -> float | None:
    """The F1 of two sets of which so many elements are in both; None where both are empty."""
    return 2 * matched / (one + other) if one + other else None
