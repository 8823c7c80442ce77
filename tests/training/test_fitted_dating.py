"""Which days answer the annotated ones."""

import datetime as dt

import pytest
from training.dating import answers, right

from sijill.documents import TimeArgument
from sijill.extract.events.dating import DateOption


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


def test_news_is_no_answer_where_a_date_is() -> None:
    """Where a date of the sentence says the annotated days, the day of the news, though near, is not learned from."""
    news = DateOption(TimeArgument(None, None, dt.date(2018, 4, 9), dt.date(2018, 4, 10), "news"), [])
    today, wide = (DateOption(time(*days), [], own=True)
                   for days in (("2018-04-10", "2018-04-10"), ("2018-04-07", "2018-04-09")))
    far = DateOption(today.time, [])
    of_today, of_news, before = ({"earliest": low, "latest": high} for low, high in (
        ("2018-04-10", "2018-04-10"), ("2018-04-09", "2018-04-10"), ("2018-04-09", "2018-04-09")))
    assert answers([today, news], of_today) == {0}
    assert answers([far, news], of_today) == answers([today, news], of_news) == answers([wide, news], before) == {0, 1}
    assert answers([today], {"earliest": "2018-03-01", "latest": "2018-03-01"}) == set()
