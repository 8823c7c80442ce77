"""Belonging: unnamed fighters and the group that the clause names after them."""

import datetime as dt

import pytest

import sijill
from sijill.documents import Event

DAY = dt.date(2019, 5, 6)


def told(text: str) -> tuple[str, Event]:
    document = sijill.load(model=None)(text, published=DAY)
    assert document.events
    return document.text, document.events[0]


@pytest.mark.parametrize("words", [
    "مسلحون ينتمون إلى حركة الشباب",
    "مسلحون منضوون تحت راية حركة الشباب",
    "مقاتلون في صفوف فصيل يدعى حركة الشباب",
])
def test_fighters_without_a_name_are_of_the_group_named_after_them(words: str) -> None:
    """Gunmen "who belong to X" are X, and X is the span that says so."""
    text, event = told(f"هاجم {words} قاعدة للجيش الصومالي في مدينة كيسمايو أمس.")
    assert [a.id for a in event.actor1] == ["NEW:Al Shabaab"]
    assert text[event.actor1[0].start : event.actor1[0].end] == "حركة الشباب"


def test_a_group_that_no_table_has_is_named_so_too() -> None:
    """A formation "called by the name of" a new group is that group."""
    text, event = told('اشتبك الجيش اللبناني مع مسلحين ينضوون تحت تشكيل يعرف باسم "لواء فرسان البادية" في عرسال.')
    assert "لواء فرسان البادية" in [text[a.start : a.end] for a in event.actor2]


def test_fighters_against_a_group_are_not_of_it() -> None:
    """A side that the words between do not tie to the fighters leaves them without a name."""
    _, event = told("هاجم مسلحون في كمين دورية حركة الشباب في مدينة كيسمايو أمس.")
    assert "NEW:Al Shabaab" not in [a.id for a in event.actor1]
