"""Words inside a place's name: they are no side, those before or behind it may be."""

import pytest

from sijill.pipeline import read_document


def named(text: str) -> list[str]:
    document = read_document(text)
    return [document.text[m.start : m.end] for m in document.actors or ()]


@pytest.mark.parametrize(("text", "word"), [
    ("أصابت طائرة مسيرة قاعدة الملك خالد الجوية في خميس مشيط.", "الملك"),
    ("سقطت قذيفة قرب معبر بيت حانون شمال قطاع غزة.", "بيت"),
    ("أصابت طائرة مسيرة مطار أبها الدولي فجر الأحد.", "أبها"),
    ("سقط صاروخ على أبها فجر الأحد.", "أبها"),
])
def test_a_word_inside_a_places_name_is_no_side(text: str, word: str) -> None:
    """A king, kin or people whose word is part of a place's name are no side of an event there."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("استقبل الملك خالد وفدا في قاعدة حميميم.", "الملك"),
    ("قصفت طائرات معسكر الجيش السوري في بلدة حاس.", "معسكر الجيش السوري"),
    ("قتل جنود قرب معبر بيت حانون شمال قطاع غزة.", "جنود"),
    ("استهدفت قذيفة مبنى الحكومة وسط المدينة.", "الحكومة"),
])
def test_a_word_outside_a_places_name_may_be_a_side(text: str, word: str) -> None:
    """The same words, and others beside a place, are sides by themselves, as is whose seat a place is."""
    assert word in named(text)


def test_a_sides_short_name_may_begin_a_places() -> None:
    """ "The West" is the region in "western Libya", as sure as another, and a side by itself or before a verb."""
    text = "دارت معارك في الغرب الليبي."
    assert "الغرب" not in named(text)
    assert [(p.name, p.score > 0.5) for p in read_document(text).places or ()] == [("الغرب الليبي", True)]
    assert "الغرب" in named("دعت روسيا الغرب إلى وقف القتال.")
