"""Times counted from others."""

import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.times.times import find_times


def last(text: str) -> tuple[str | None, str | None, str] | None:
    """The bounds and rule of the last time of a text published on Wednesday, 18 April 2018."""
    tokens = tokenize(text)
    doc = Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens, sentences=split_sentences(text, tokens))
    found = find_times(doc).times
    if not found:
        return None
    one = found[-1]
    return one.earliest and str(one.earliest), one.latest and str(one.latest), one.rule


@pytest.mark.parametrize(("text", "low", "high"), [
    ("انفجرت سيارة في آذار 2015، وقتل شرطي في الشهر نفسه.", "2015-03-01", "2015-03-31"),
    ("انفجرت سيارة في آذار 2015، وفي نفس الشهر قتل شرطي.", "2015-03-01", "2015-03-31"),
    ("وقع انفجار في 3 آذار 2015. وفي أيار من العام نفسه قتل شرطي.", "2015-05-01", "2015-05-31"),
    ("قتل شرطي هذا الشهر.", "2018-04-01", "2018-04-18"),
    ("قتل شرطي في الشهر الجاري.", "2018-04-01", "2018-04-18"),
])
def test_the_same_month_is_the_one_told_last(text: str, low: str, high: str) -> None:
    """The same month or year is that of what the text dated last; "this" one is that of the news."""
    assert last(text) is not None and last(text)[:2] == (low, high)  # type: ignore[index]


@pytest.mark.parametrize(("text", "low", "high"), [
    ("قصفت البلدة يوم 10 آذار 2015، وقبل ذلك بيومين قتل شرطي.", "2015-03-08", "2015-03-08"),
    ("اعتقل في 10 آذار 2015 وقتل بعد ذلك بأربعة أيام.", "2015-03-14", "2015-03-14"),
    ("دارت معارك في نيسان 2015، وقبل ذلك بشهر نزح السكان.", "2015-03-01", "2015-03-31"),
    ("أعدم في 10 آذار 2015 وأفرج عن شقيقه بعد ذلك بعام.", "2016-03-01", "2016-03-31"),
])
def test_a_length_before_or_after_what_was_told(text: str, low: str, high: str) -> None:
    """ "Two days before that" counts from what the text dated last."""
    assert last(text) == (low, high, "same")


def test_nothing_is_counted_from_no_date() -> None:
    """ "After that" without a length, or where the text dated nothing before, is no time."""
    assert last("قصفت البلدة، وقبل ذلك بيومين قتل شرطي.") is None
    assert last("قصفت البلدة، وبعد ذلك انسحب الجيش.") is None
    assert last("قصفت البلدة يوم 10 آذار 2015، وقتل شرطي قبل ذلك") == ("2015-03-10", "2015-03-10", "date")
    assert last("قصفت البلدة يوم 10 آذار 2015، وقبل ذلك أسبوع هادئ.") == ("2015-03-10", "2015-03-10", "date")


def test_a_length_after_a_deed_counts_back_to_it() -> None:
    """ "Three days after" a deed is the day three days ago, in weeks about that; "upon" a border it is none."""
    assert last("جاء القصف بعد 3 أيام على هجوم قرب الجسر.") == ("2018-04-14", "2018-04-15", "elapsed")
    assert last("جاء القصف بعد ستة أسابيع من معارك الجسر.") == ("2018-03-06", "2018-03-08", "elapsed")
    assert last("وصل بعد 3 أيام على الحدود.") is None
    assert last("عاد بعد 3 أعوام من هجوم الجسر.") is None


def test_two_who_are_hit_are_no_monday() -> None:
    """ "The two" as a subject is no day of the week."""
    assert last("أصيب الاثنان بشظايا.") is None
    assert last("أصيب يوم الاثنين.") == ("2018-04-16", "2018-04-16", "weekday")
