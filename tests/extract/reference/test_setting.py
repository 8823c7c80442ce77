"""In which countries an article plays."""

import datetime as dt
from dataclasses import replace

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.actors.actors import find_actors
from sijill.extract.reference.reference import resolve
from sijill.extract.reference.setting import Setting
from sijill.pipeline import read_document


def read(text: str, day: str = "2017-03-01", source: str | None = None) -> Document:
    tokens = tokenize(text)
    document = Document(text, "d", source, published=dt.date.fromisoformat(day))
    return find_actors(replace(document, tokens=tokens, sentences=split_sentences(text, tokens)))


def test_setting_by_places_and_outlet() -> None:
    """Places and the outlet tell in which country an article plays, and no place tells nothing."""
    assert Setting(read("وقعت معارك قرب تعز والحديدة.")).main[0] == "YEM"
    assert Setting(read("وقعت معارك عنيفة.", source="سانا")).main == ("SYR",)
    assert Setting(read("وقعت معارك عنيفة.")).main == ()


def test_setting_of_known_places() -> None:
    """Where places are found, those that the tables know of one country alone tell where a sentence plays."""
    document = read_document("دارت معارك قرب جسر الشغور ومعرة النعمان.", published=dt.date(2017, 3, 1))
    assert Setting(document).main == ("SYR",)
    assert Setting(replace(document, places=None)).main == ()


def test_what_anybody_may_be_does_not_say_where_an_article_plays() -> None:
    """Words that every country has ("the security men") give way to the forces of a state that the registry lacks."""
    text = "قالت القوات المالية إن ارهابيين اقتحموا فندقا. وقال الجيش المالي إن رجال الأمن ردوا على المهاجمين."
    document = read(text, "2015-08-09")
    assert Setting(document).main[:1] == ("MLI",)
    text = "اقتحم مسلحون موقعا في حلب. ورد رجال الأمن."
    document = read(text, "2015-08-09")
    meant = {text[m.start : m.end]: side.id for m, side in zip(document.actors or (), resolve(document), strict=True)}
    assert meant["رجال الأمن"].startswith("SYR")


def test_a_region_of_two_lands_does_not_say_where_an_article_plays() -> None:
    """Balochistan alone is no more of Iran than of Pakistan; with Sistan it is of Iran."""
    assert not Setting(read("هاجم مسلحون قرية في بلوشستان.", "2010-01-20")).weights
    assert Setting(read("هاجم مسلحون قرية في سيستان وبلوشستان.", "2010-01-20")).main == ("IRN",)


@pytest.mark.parametrize("words", ["الشرطة المحلية", "عناصر الشرطة", "مسلحون إسلاميون", "جنود الأمن", "شرطيين"])
def test_words_for_men_of_any_state_do_not_say_where_it_plays(words: str) -> None:
    """"The local police", "policemen" and "Islamist gunmen" are found in every country, and point to none."""
    assert not Setting(read(f"تحدث {words} في القرية.", "2018-05-01")).weights


def test_a_member_named_with_its_state_says_where_it_plays() -> None:
    """"Israeli soldiers" point to Israel."""
    assert Setting(read("تحدث جنود إسرائيليون في القرية.")).weights["ISR"] > 0


def test_a_group_of_two_homes_points_to_the_one_that_is_told_of() -> None:
    """Al Qaeda of the years of its branches in Iraq and in Yemen says nothing of Iraq where Sanaa is told of."""
    text = "اعتقلت الشرطة رجالا لهم صلة بتنظيم القاعدة في صنعاء."
    assert Setting(read(text, "2010-03-04")).weights.keys() == {"YEM"}
    text = "اعتقلت الشرطة رجالا لهم صلة بتنظيم القاعدة."
    assert Setting(read(text, "2010-03-04")).weights.keys() == {"IRQ", "YEM"}


def test_a_home_that_nothing_tells_of_lessens_the_sureness() -> None:
    """The other home of a group of two takes from the share of the land that is told of; a word for men does not."""
    of_two = Setting(read("اعتقلت الشرطة رجالا لهم صلة بتنظيم القاعدة في صنعاء.", "2010-03-04"))
    assert of_two.shares["YEM"] < 1
    assert Setting(read("اعتقلت الشرطة رجالا في صنعاء.", "2010-03-04")).shares["YEM"] == 1
