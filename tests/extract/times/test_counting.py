"""Times counted from others."""

import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.times.times import find_times


def last(text: str, published: dt.date | None = dt.date(2018, 4, 18)) -> tuple[str | None, str | None, str] | None:
    """The bounds and rule of the last time of a text, published on Wednesday, 18 April 2018, or on no known day."""
    tokens = tokenize(text)
    doc = Document(text, "t", published=published, tokens=tokens, sentences=split_sentences(text, tokens))
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
    ("قصفت البلدة يوم 30 آذار 2015، وقبل ذلك بخمسة وعشرين يوما قتل شرطي.", "2015-03-05", "2015-03-05"),
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


def test_the_next_day_and_since_then_need_a_day_told_before() -> None:
    """ "The next day" is the one after the day told, both bounds; of no day it is the news, and "since then" none."""
    assert last("قصفت البلدة يوم 10 آذار 2015، وفي اليوم التالي قتل شرطي.") == ("2015-03-11", "2015-03-11", "same")
    assert last("انسحب الجيش في اليوم التالي.") == ("2018-04-17", "2018-04-18", "same")
    assert last("انسحب الجيش في اليوم التالي.", None) == (None, None, "same")
    assert last("انفجرت سيارة في 10 آذار 2018 وأغلق الطريق منذ ذلك الحين.") == ("2018-03-10", "2018-04-18", "since")
    assert last("أغلق الطريق منذ ذلك الحين.") is None


@pytest.mark.parametrize(("text", "low", "high"), [
    # from today, to the day or about it; from a night, which is no one day
    ("سقطت البلدة اليوم بعد أيام من سقوط القلعة.", "2018-04-14", "2018-04-17"),
    ("جاء القصف اليوم بعد 3 أيام على هجوم قرب الجسر.", "2018-04-15", "2018-04-15"),
    ("جاء القصف اليوم بعد شهرين من معارك الجسر.", "2018-02-16", "2018-02-19"),
    ("قصفت البلدة ليلة أمس بعد يوم من سقوط القلعة.", "2018-04-16", "2018-04-17"),
])
def test_the_days_after_a_deed_count_from_a_day_of_the_news(text: str, low: str, high: str) -> None:
    """What the text told of one day of the news counts from it, and from the day of publication where it told none."""
    assert last(text) == (low, high, "elapsed")


def test_the_day_after_a_feast_needs_no_deed() -> None:
    """ "The day after" may have anything behind it, also where the day of the news is not known."""
    assert last("وصل الوفد غداة عيد الفطر.") == ("2018-04-16", "2018-04-17", "elapsed")
    assert last("انفجرت سيارة في 10 آذار 2015. وانسحب الجيش غداة سقوط القلعة.", None) == (None, None, "elapsed")


@pytest.mark.parametrize("text", [
    # a text that is cut off
    "وصل الجنود بعد يومين على", "انسحب الجيش بعد 3 أيام", "انسحب الجيش بعد 3 أيام من",
    # several without a number, the week without which, more years than there were, and what is no time
    "سينسحب الجيش خلال أيام.", "تجددت المعارك خلال الأسبوع.", "بني السور قبل 100000 عام.", "سقط الجسر بعد خمسة صواريخ.",
    "وصلت شاحنة قبل ثلاثة أربعة أيام.", "انسحب الجيش بعد معارك عنيفة.", "عاد الجنود بعد 3 أيام ثم قصف الجسر.",
])
def test_what_is_no_length_counts_nothing(text: str) -> None:
    """What has no number, no unit or no deed behind it counts no days, nor does a text that is cut off there."""
    assert last(text) is None


def test_a_length_after_a_deed_counts_back_to_it() -> None:
    """ "Three days after" a deed is the day three days ago, in weeks about that; "upon" a border it is none."""
    assert last("جاء القصف بعد 3 أيام على هجوم قرب الجسر.") == ("2018-04-14", "2018-04-15", "elapsed")
    assert last("جاء القصف بعد ستة أسابيع من معارك الجسر.") == ("2018-03-06", "2018-03-08", "elapsed")
    assert last("جاء القصف بعد شهرين من معارك الجسر.") == ("2018-02-15", "2018-02-19", "elapsed")
    assert last("جاء القصف بعد 5 أشهر من معارك الجسر.") is None
    assert last("وصل بعد 3 أيام على الحدود.") is None
    assert last("عاد بعد 3 أعوام من هجوم الجسر.") is None


def test_two_who_are_hit_are_no_monday() -> None:
    """ "The two" as a subject is no day of the week."""
    assert last("أصيب الاثنان بشظايا.") is None
    assert last("أصيب يوم الاثنين.") == ("2018-04-16", "2018-04-16", "weekday")
