"""Coefficients of agreement give what their authors worked out, and keep their properties."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.agreement.coefficients import cohen_kappa, f1, krippendorff_alpha, observed_agreement

VALUES = st.integers(0, 4)
PAIRS = st.lists(st.tuples(VALUES, VALUES), min_size=2, max_size=40)
UNITS = st.lists(st.lists(st.one_of(st.none(), VALUES), min_size=2, max_size=5), min_size=2, max_size=20)


def test_kappa_is_cohens() -> None:
    """The table of frequencies in Cohen (1960) gives his 0.49, and its observed agreement his 0.70."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    pairs = [(row, column) for row in range(3) for column in range(3) for _ in range(table[row][column])]
    assert observed_agreement(pairs) == pytest.approx(0.70)
    assert cohen_kappa(pairs) == pytest.approx((0.70 - 0.41) / (1 - 0.41))
    assert cohen_kappa(pairs) == pytest.approx(0.492, abs=0.001)


def test_alpha_is_krippendorffs() -> None:
    """The three worked examples of Krippendorff (2011): two values, many values, many coders with values missing."""
    assert krippendorff_alpha(zip("0100000010", "1110010000", strict=True)) == pytest.approx(0.095, abs=0.0005)
    assert krippendorff_alpha(zip("aabbdcccedda", "babbbccceddd", strict=True)) == pytest.approx(0.692, abs=0.0005)
    coders = ("1233214 12...", "1233224 125.3", ".333234 2251.", "1233244 1251.")
    rows = [[None if value == "." else value for value in unit]
            for unit in zip(*(one.replace(" ", "") for one in coders), strict=True)]
    assert len(rows) == 12
    assert krippendorff_alpha(rows) == pytest.approx(0.743, abs=0.0005)


def test_what_is_not_defined_is_none() -> None:
    """Nothing to compare, or one value for all, has no coefficient: neither 0 nor 1 is made up."""
    assert cohen_kappa([]) is cohen_kappa([("a", "a")] * 5) is None
    assert krippendorff_alpha([]) is krippendorff_alpha([["a", None], ["b"]]) is None
    assert krippendorff_alpha([["a", "a"]] * 4) is None
    assert observed_agreement([]) is None and f1(0, 0, 0) is None
    assert f1(2, 3, 5) == pytest.approx(0.5)


@given(st.lists(VALUES, min_size=2, max_size=40).filter(lambda v: len(set(v)) > 1))
def test_perfect_agreement_is_one(values: list[int]) -> None:
    """Who says the same about everything, in two words or more, agrees perfectly."""
    assert cohen_kappa(zip(values, values, strict=True)) == 1.0
    assert krippendorff_alpha([[one, one, one] for one in values]) == 1.0


@given(PAIRS, st.permutations(range(5)))
def test_names_of_values_do_not_matter(pairs: list[tuple[int, int]], other: list[int]) -> None:
    """Values given other names, and coders that change places, leave both coefficients as they are."""
    renamed = [(other[b], other[a]) for a, b in pairs]
    for coefficient in (cohen_kappa, krippendorff_alpha):
        before, after = coefficient(pairs), coefficient(renamed)
        assert (before is None) == (after is None)
        assert before is None or before == pytest.approx(after)


@given(UNITS)
def test_order_and_missing_values_do_not_matter(units: list[list[int | None]]) -> None:
    """Alpha looks neither at the order of units or coders nor at units with one value, and is at most 1."""
    found = krippendorff_alpha(units)
    again = krippendorff_alpha([[None, *reversed(unit)] for unit in reversed(units)] + [[3], [None, 1]])
    assert found is None and again is None or found == pytest.approx(again)
    assert found is None or -1 - 1e-9 <= found <= 1


def test_independent_coders_agree_by_chance_only() -> None:
    """Coders who draw their values without looking get a coefficient near 0, whatever values are frequent."""
    draw = random.Random(7)
    pairs = [(draw.choice("aaabc"), draw.choice("aaabc")) for _ in range(20_000)]
    assert abs(cohen_kappa(pairs) or 1) < 0.03
    assert abs(krippendorff_alpha(pairs) or 1) < 0.03


@settings(deadline=None)
@given(PAIRS)
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    """Where scikit-learn is installed, its kappa is the same, and undefined for the same pairs."""
    metrics = pytest.importorskip("sklearn.metrics")
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = metrics.cohen_kappa_score([a for a, _ in pairs], [b for _, b in pairs])
    ours = cohen_kappa(pairs)
    assert ours is None and theirs != theirs or ours == pytest.approx(theirs)


@settings(deadline=None)
@given(UNITS)
def test_alpha_is_that_of_the_package_krippendorff(units: list[list[int | None]]) -> None:
    """Where the package krippendorff is installed, its alpha is the same."""
    package = pytest.importorskip("krippendorff")
    import numpy

    ours = krippendorff_alpha(units)
    if ours is None:
        return
    widest = max(len(unit) for unit in units)
    data = numpy.array([[numpy.nan if one is None else one for one in [*unit, *[None] * (widest - len(unit))]]
                        for unit in units]).T
    theirs = package.alpha(reliability_data=data, level_of_measurement="nominal", value_domain=list(range(5)))
    assert ours == pytest.approx(theirs)
