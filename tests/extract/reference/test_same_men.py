"""The men of a word that was told with their side."""

import datetime as dt

import pytest

from sijill.extract.reference.reference import resolve
from sijill.extract.reference.same_men import SameMen
from sijill.pipeline import read_document


def last_side(text: str) -> str:
    return resolve(read_document(text, published=dt.date(2015, 8, 1)))[-1].id


@pytest.mark.parametrize(("text", "side"), [
    ("دخل مسلحون من جبهة النصرة قرية سورية بعد قتال مع داعش. ثم أغلق المسلحون الطريق.", "NUSRA"),
    ("هاجم مقاتلو داعش حاجزا للجيش السوري في حمص. وخسر المقاتلين.", "IS"),
    # another group's "the gunmen", told since without a side
    ("دخل مسلحون من جبهة النصرة قرية سورية. وقتل مسلحون مجهولون شرطيا. وفر المسلحون.", "UNIDENTIFIED_GUNMEN"),
])
def test_the_men_are_of_the_side_that_men_of_that_word_were_of(text: str, side: str) -> None:
    """"The gunmen" are of the side of the gunmen told with one shortly before, whatever other side is named since."""
    assert last_side(text) == side


@pytest.mark.parametrize("text", [
    # a clause of their own, other men, too far
    "دخل مسلحون من جبهة النصرة قرية سورية. وتحدث الأهالي عن المسلحين الذين بايعوا تنظيما.",
    "دخل مسلحون من جبهة النصرة قرية سورية. وتحدث الأهالي عن الضباط.",
    "دخل مسلحون من جبهة النصرة قرية سورية. هطل المطر. ساد الهدوء. عاد الناس. وفتح الجيش السوري الطريق أمام المسلحين.",
])
def test_men_with_a_clause_of_their_own_or_told_late_are_not_settled_so(text: str) -> None:
    """What stands behind a relative word, is another word, or comes three sentences later is weighed as ever."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    mentions = document.actors or ()
    told = SameMen(document, [0 if m.first < 8 else 9 if "الطريق" in text else 1 for m in mentions])
    told.note(0, mentions[0], "NUSRA")
    assert told.side(len(mentions) - 1, mentions[-1]) is None
