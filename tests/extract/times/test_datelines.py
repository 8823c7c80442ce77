"""The place and day at the head of a report."""

import datetime as dt

import pytest

from sijill.extract.times.datelines import dateline, ends_heading, of_dateline
from sijill.pipeline import read_document


def headed(text: str) -> list[bool]:
    document = read_document(text, published=dt.date(2018, 4, 18))
    return [mention is dateline(document) for mention in document.times or ()]


@pytest.mark.parametrize("text", [
    "دمشق 17 نيسان/ (وكالة): سيطر الفصيل على التلة.",
    "صنعاء - 17 أبريل: سيطر الفصيل على التلة.",
    "بيروت (وكالة) 17 نيسان - سيطر الفصيل على التلة.",
    "عنوان\nدمشق في 17 نيسان / وكالة / سيطر الفصيل على التلة.",
])
def test_a_place_and_a_day_before_a_mark_head_a_report(text: str) -> None:
    """A date that stands with a place alone at the head of a line, before a mark, dates the report."""
    assert headed(text) == [True]


@pytest.mark.parametrize("text", [
    "في 17 نيسان، سيطر الفصيل على التلة.",
    "سيطر الفصيل على دمشق 17 نيسان - وانسحب الآخرون.",
    "دمشق 17 نيسان شهدت قصفا عنيفا.",
    "دمشق شهدت قصفا عنيفا 17 نيسان: سقطت قذائف.",
    "17 نيسان: سيطر الفصيل على دمشق.",
])
def test_a_date_in_a_sentence_heads_nothing(text: str) -> None:
    """A date without a place before it, with other words beside it or without a mark behind it dates what is told."""
    assert headed(text) == [False]


def test_a_chronicle_s_days_are_those_of_its_events() -> None:
    """Where several lines begin with a place and a day, each day is that of what its line tells."""
    assert headed("إدلب 11 نيسان: قصفت الطائرات سراقب.\nحلب 12 نيسان: قصفت المدفعية عندان.") == [False, False]


@pytest.mark.parametrize(("text", "place", "found"), [
    ("كابول، أفغانستان (وكالة) -- قتل جنديان.", "كابول", True),
    ("كابول، أفغانستان (وكالة) -- قتل جنديان.", "أفغانستان", True),
    ("دبي، الإمارات العربية المتحدة (وكالة)-- قتل جنديان.", "دبي", True),
    ("بغداد (وكالة) - قتل جنديان.", "بغداد", True),
    ("قتل جنديان في كابول، أفغانستان (وكالة).", "أفغانستان", False),
    ("كابول، أفغانستان، قتل فيها جنديان.", "كابول", False),
    ("بغداد تشهد انفجارات (وكالة).", "بغداد", False),
])
def test_a_town_and_its_state_before_the_agency_are_whence_it_reports(text: str, place: str, found: bool) -> None:
    """The town, and the state behind it, that open a line before the agency in brackets are a dateline's."""
    start = text.index(place)
    assert of_dateline(text, start, start + len(place)) is found


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", ["ا" * 9000 + " حلب", "حلب، " + "ا" * 9000], ids=["before", "behind"])
def test_a_word_without_an_end_is_no_town(text: str) -> None:
    """However long the word beside a place is, it is read once."""
    start = text.index("حلب")
    assert not of_dateline(text, start, start + 3)


@pytest.mark.parametrize(("text", "ends"), [
    ("صوت الغد – بغداد\nهز انفجار مدينة أخرى.", True),
    ("  صوت الغد - بغداد\nهز انفجار مدينة أخرى.", True),
    # behind the place the line goes on, or nothing stands before it
    ("صوت الغد – بغداد تهتز\nهز انفجار مدينة أخرى.", False),
    ("بغداد\nهز انفجار مدينة أخرى.", False),
    ("صوت الغد – بغداد", False),
])
def test_a_place_behind_the_outlet_ends_the_heading(text: str, ends: bool) -> None:
    """A place that ends the first line behind an outlet and a dash is where the report was written."""
    start = text.index("بغداد")
    assert ends_heading(text, start, start + len("بغداد")) is ends
