"""Days that sentences name without a year."""

import pytest

from sijill.link.calendar import month_days, weekdays_named


@pytest.mark.parametrize(("text", "found"), [
    ("مساء الخميس 20 كانون الثاني", {(1, 20)}), ("في 6 من نوفمبر الماضي", {(11, 6)}), ("٣ أيلول", {(9, 3)}),
    ("قتل 20 مدنيا", set()), ("في كانون الثاني", set()), ("45 نيسان", set()), ("", set()),
])
def test_a_day_of_a_month_is_a_number_before_its_name(text: str, found: set[tuple[int, int]]) -> None:
    """A number that is a day counts only with the name of a month after it."""
    assert month_days(text) == found


def test_weekdays_are_known_with_particles() -> None:
    """A weekday is read with its article and attached particles."""
    assert weekdays_named("يوم الثلاثاء") == {1}
    assert weekdays_named("والجمعة") == {4}
    assert weekdays_named("خمسة قتلى") == frozenset()


@pytest.mark.parametrize("text", ["مقتل اثنين من المدنيين", "أحد القتلى طفل", "خميس مشيط", "وإصابة اثنين"])
def test_a_number_is_no_weekday(text: str) -> None:
    """A word is a weekday with its article only: two dead did not die on a Monday, nor one of them on a Sunday."""
    assert weekdays_named(text) == frozenset()
