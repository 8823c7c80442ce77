"""Days as pages print them."""

import datetime as dt

import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from sijill.acquire.days import day_of_url, read_day

DAY = dt.date(2015, 6, 25)


@pytest.mark.parametrize(
    "text",
    [
        "الخميس 25 حزيران 2015", "٢٥ حزيران/يونيو ٢٠١٥ - 10:22", "نشر في: 25/06/2015 الساعة 10", "2015-06-25T10:00:00Z",
        "Thu, 25 Jun 2015 10:00:00 GMT", "June 25, 2015", "8 رمضان 1436 هـ", "الخميس 8 رمضان 1436هـ - 25 يونيو 2015م",
        "١٤٣٦/٩/٨ هـ", "25 حُزيران، 2015", "25 جوان 2015", "25.6.2015", "06/25/2015", "20150625", "2015 يونيو 25",
        "25 حُزَيْرانـ 2015", "\u200f25 حزيران\u00a02015\u200f",
    ],
)
def test_every_way_of_writing_a_day(text: str) -> None:
    """A day is read from any digits, any Arab country's month names, and the Hijri calendar."""
    assert read_day(text) == DAY


@pytest.mark.parametrize("text", ["", "منذ 3 ساعات", "1204 مشاهدة", "31/02/2015", "25 حزيران", "2015", "25/06/1815"])
def test_what_is_no_day(text: str) -> None:
    """A text without a whole day of the calendar, or one before the web, gives none."""
    assert read_day(text) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2024, 12, 31)))
def test_hijri_days_come_back(day: dt.date) -> None:
    """A day written in the Hijri calendar is read as the day that it was."""
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    assert read_day(f"{hijri.year}/{hijri.month}/{hijri.day} هـ") == day


def test_the_first_of_two_days() -> None:
    """Of two days the first counts, however each is written."""
    assert read_day("25 حزيران 2015، حُدّث 2016-01-01") == read_day("2015-06-25 - 1 أيار 2019") == DAY


def test_names_of_two_words() -> None:
    """A month of two words is one name, whatever stands between them and whatever marks it bears."""
    assert read_day("5 كانون\u00a0 \u200f الثّاني 2016") == dt.date(2016, 1, 5)
    assert read_day("25 ربيع \u200f الأول 1437 هـ") == dt.date(2016, 1, 5)


def test_days_to_come_are_none() -> None:
    """A day after tomorrow is no day of publication, in either calendar."""
    later = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=3)
    hijri = Gregorian(later.year, later.month, later.day).to_hijri()
    assert read_day(later.isoformat()) is None
    assert read_day(f"{hijri.year}/{hijri.month}/{hijri.day} هـ") is None


def test_addresses() -> None:
    """A day in an address is read, and a number that is none is not."""
    assert day_of_url("https://a.example/2015/06/25/x") == day_of_url("https://a.example/x-20150625") == DAY
    assert day_of_url("https://a.example/news/20159925") is None
