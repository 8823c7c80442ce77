"""Which days answer the annotated ones."""

import datetime as dt

import pytest
from training.dating import nearest, right

from sijill.documents import TimeArgument


def time(low: str | None, high: str | None) -> TimeArgument:
    one, two = (dt.date.fromisoformat(day) if day else None for day in (low, high))
    return TimeArgument(None, None, one, two, "test")


@pytest.mark.parametrize(("chosen", "annotated", "answers"), [
    (("2018-04-10", "2018-04-10"), ("2018-04-10", "2018-04-10"), True),
    (("2018-04-10", "2018-04-13"), ("2018-04-10", "2018-04-10"), True),
    (("2018-04-10", "2018-04-14"), ("2018-04-10", "2018-04-10"), False),
    (("2018-04-11", "2018-04-11"), ("2018-04-10", "2018-04-10"), False),
    ((None, None), (None, None), True),
    (("2018-04-10", "2018-04-10"), (None, None), False),
    ((None, None), ("2018-04-10", "2018-04-10"), False),
    (("2018-04-09", "2018-04-10"), (None, "2018-04-10"), True),
    ((None, None), (None, "2018-04-10"), False),
    (("2018-04-10", "2018-04-12"), ("2018-04-10", None), True),
])
def test_days_that_answer(chosen: tuple[str | None, str | None], annotated: tuple[str | None, str | None],
                          answers: bool) -> None:
    """Days are right if they overlap the annotated ones and are hardly wider, or leave open what these do."""
    assert right(time(*chosen), dict(zip(("earliest", "latest"), annotated, strict=True))) is answers


def test_the_nearest_days_are_right_alone() -> None:
    """Of days that overlap the annotated ones, only those that fit best are learned from."""
    today, news = time("2018-04-10", "2018-04-10"), time("2018-04-09", "2018-04-10")
    assert nearest([today, news], {"earliest": "2018-04-10", "latest": "2018-04-10"}) == {0}
    assert nearest([today, news], {"earliest": "2018-04-09", "latest": "2018-04-10"}) == {1}
    assert nearest([today, time(None, None)], {"earliest": None, "latest": None}) == {1}
    assert nearest([news, news], {"earliest": "2018-04-09", "latest": "2018-04-09"}) == {0, 1}
    assert nearest([today], {"earliest": "2018-03-01", "latest": "2018-03-01"}) == set()
