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


@pytest.mark.parametrize(("text", "side"), [
    ("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون.", "NUSRA"),
    # a clause of their own, men without the article, men with a side, another word for men, and one for no men
    ("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون الذين جرحوا.", None),
    ("دخل مسلحون من جبهة النصرة قرية. وفر مسلحون.", None),
    ("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون التابعون لداعش.", None),
    ("دخل مسلحون من جبهة النصرة قرية. وفر المقاتلون.", None),
    ("دخلت قوات جبهة النصرة قرية. وفرت القوات.", None),
    # three sentences later
    ("دخل مسلحون من جبهة النصرة قرية. هطل المطر. عاد الناس. وفر المسلحون.", None),
    ("دخل مسلحون من جبهة النصرة قرية. هطل المطر. وفر المسلحون.", "NUSRA"),
])
def test_only_the_same_bare_word_shortly_behind_is_settled_so(text: str, side: str | None) -> None:
    """What has a clause or a side of its own, is another word, or comes three sentences later is weighed as ever."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    mentions = document.actors or ()
    told = SameMen(document, [next(n for n, s in enumerate(document.sentences or ()) if m.first < s.last)
                              for m in mentions])
    told.note(0, mentions[0], "NUSRA")
    assert told.side(len(mentions) - 1, mentions[-1]) == side
