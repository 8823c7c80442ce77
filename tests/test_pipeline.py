"""The coder called from Python: what it takes, and what it says of what it does not."""

import datetime as dt

import pytest

import sijill
from sijill.pipeline import Coder

TEXT = "قصف الجيش السوري مدينة دوما أمس."


@pytest.fixture(scope="module")
def coder() -> Coder:
    """The rules alone."""
    return sijill.load(model=None)


@pytest.mark.parametrize("text", [5, None, TEXT.encode(), [TEXT]])
def test_what_is_no_text_is_told_what_is_wanted(coder: Coder, text: object) -> None:
    """A text that is no string is a TypeError that names its type and shows a call."""
    with pytest.raises(TypeError, match=rf"is a str, not {type(text).__name__}: coder\(text, published="):
        coder(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["yesterday", "2015-13-45", "25/06/2015", ""])
def test_a_bad_day_of_publication_is_told_how_to_write_one(coder: Coder, day: str) -> None:
    """A `published` that is no day is a ValueError that quotes it and shows one."""
    with pytest.raises(ValueError, match="is no day: give an ISO date") as raised:
        coder(TEXT, published=day)
    assert repr(day) in str(raised.value) and "2015-06-25" in str(raised.value)


def test_a_day_of_publication_of_another_type_is_told_which_it_may_have(coder: Coder) -> None:
    """A `published` that is neither date nor string is a TypeError that says so."""
    with pytest.raises(TypeError, match="published is a date, an ISO date in a str, or None, not int"):
        coder(TEXT, published=20150625)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2015-06-25", "2015-06-25T09:30:00Z", dt.date(2015, 6, 25),
                                 dt.datetime(2015, 6, 25, 9, 30, tzinfo=dt.UTC)])
def test_a_day_of_publication_may_be_a_date_a_time_or_a_string(coder: Coder, day: dt.date | str) -> None:
    """A date, a time and an ISO string say the same day."""
    coded = coder(TEXT, published=day)
    assert coded.published == dt.date(2015, 6, 25) and type(coded.published) is dt.date
    assert coded.events and coded.events[0].time.latest == dt.date(2015, 6, 24)


def test_an_article_may_be_undated(coder: Coder) -> None:
    """Without `published` an article is coded, without a day."""
    assert coder(TEXT).published is None
