"""Reprints."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.link.copies import ArticleText, MemoryIndex, find_copies, is_copy, likeness, signature

TEXT = ("قالت مصادر محلية إن قصفا مدفعيا استهدف الأحياء الشرقية من المدينة صباح اليوم ما أدى إلى مقتل ثلاثة مدنيين "
        "وإصابة سبعة آخرين بجروح متفاوتة، بينهم طفلان نقلا إلى المشفى الوطني. وأضافت المصادر أن فرق الإنقاذ تعمل على "
        "رفع الأنقاض بحثا عن عالقين، فيما أغلقت المدارس أبوابها تحسبا لتجدد القصف على الأحياء السكنية.")
OTHER = ("أعلن ناشطون أن ثلاثة مدنيين قضوا وجرح سبعة في قصف بالمدفعية طال شرقي المدينة، وأكدوا أن طفلين بين الجرحى. "
         "وتشهد المنطقة منذ أسبوع تصعيدا عسكريا دفع عشرات العائلات إلى النزوح نحو القرى المجاورة والمخيمات القريبة "
         "من الحدود وسط نقص حاد في المساعدات والأدوية.")
MORE = ("وفي سياق آخر توصلت فصائل محلية إلى اتفاق يقضي بفتح الطريق الرئيس أمام حركة الشاحنات التجارية بعد إغلاق دام "
        "شهرا كاملا، وذلك برعاية وجهاء من عشائر المنطقة الذين أشرفوا على إزالة السواتر والحواجز.")


def article(name: str, text: str, day: int | None = 1) -> ArticleText:
    """An article of May 2020."""
    return ArticleText(name, text, None, dt.date(2020, 5, day) if day else None)


@pytest.mark.parametrize("edited", [
    TEXT.replace("إ", "ا").replace("أ", "ا"), "عاجل | " + TEXT, TEXT[:len(TEXT) * 2 // 3], TEXT + " " + MORE,
    TEXT.replace("المدفعية", "المِدْفَعيّة").replace("قصفا", "قصفاً"),
    "دمشق - وكالات\n" + TEXT.replace("صباح اليوم", "اليوم"),
])
def test_an_edited_reprint_is_found(edited: str) -> None:
    """Other spelling, a dateline, a cut end and added paragraphs do not hide a copy."""
    assert find_copies([article("old", TEXT), article("new", edited, 2)]) == {"new": "old"}


def test_another_report_on_the_same_event_is_no_copy() -> None:
    """Two articles that tell one event in their own words vouch for it separately."""
    assert find_copies([article("one", TEXT), article("two", OTHER, 2)]) == {}
    assert not is_copy(TEXT, OTHER)


def test_the_earliest_is_the_original_in_any_order() -> None:
    """Which article is the original depends on the days of publication and not on the order of reading."""
    articles = [article("c", TEXT + " " + MORE, 3), article("b", "عاجل " + TEXT, 2), article("a", TEXT, 1)]
    assert find_copies(articles) == find_copies(articles[::-1]) == {"b": "a", "c": "a"}


def test_what_two_texts_were_merged_into_does_not_make_them_one() -> None:
    """An article made of two others copies one of them; the two do not become copies of each other."""
    found = find_copies([article("a", TEXT), article("b", MORE, 2), article("m", TEXT + "\n" + MORE, 3)])
    assert found == {"m": "a"}


def test_later_articles_are_held_against_earlier_ones() -> None:
    """An index remembers; what was original stays so, whatever comes after it."""
    index = MemoryIndex()
    assert find_copies([article("a", TEXT, 5)], index) == {}
    assert find_copies([article("b", "عاجل " + TEXT, 1)], index) == {"b": "a"}


def test_a_text_too_short_to_tell_has_no_signature() -> None:
    """Short notes that happen to be alike are not called copies."""
    assert signature("قصف على المدينة").bands == ()
    assert find_copies([article("a", "قصف على المدينة"), article("b", "قصف على المدينة", 2)]) == {}


@given(st.text(max_size=300))
def test_signatures_do_not_depend_on_chance(text: str) -> None:
    """The signature of a text is the same each time, and a text is wholly like itself."""
    assert signature(text) == signature(text)
    if signature(text).bands:
        assert likeness(text, text) == (1.0, 1.0)


WORDS = " ".join(map("".join, itertools.product("بتثجحخ", repeat=3)))


def test_a_text_inside_a_much_longer_one_is_a_copy_unless_it_is_short() -> None:
    """Most of a text word for word within a long one is a reprint; a few words that stand in it are not."""
    assert likeness(TEXT, TEXT + WORDS)[0] < 0.35
    assert is_copy(TEXT, f"{TEXT} {WORDS}")
    assert not is_copy(" ".join(TEXT.split()[:20]), f"{TEXT} {WORDS}")


def test_a_copy_of_a_copy_copies_the_first_only_while_it_looks_like_it() -> None:
    """What took from a copy no more than was added there has nothing of the first."""
    both = TEXT + " " + MORE
    assert find_copies([article("a", TEXT), article("b", both, 2), article("c", "عاجل " + MORE, 3)]) \
        == {"b": "a", "c": "b"}
    assert find_copies([article("a", TEXT), article("b", both, 2), article("c", "عاجل " + both, 3)]) \
        == {"b": "a", "c": "a"}


def test_of_undated_texts_the_far_shorter_is_the_original() -> None:
    """Without days a text that holds another and much more took it over, whatever their ids."""
    assert find_copies([article("a", TEXT + " " + MORE, None), article("b", TEXT, None)]) == {"a": "b"}
