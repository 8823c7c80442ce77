import pytest

from sijill.pipeline import read_document


def people(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read_document(text).actors or () if m.rule == "people.number"]


@pytest.mark.parametrize("text", [
    "قال مسؤول إن أكثر من 40 ألفا فروا إلى الحدود",
    "نزح أكثر من 40 ألفا في أسبوع",
    "وأضاف أن سبعة آلاف عادوا أمس",
    "فر ثلاثة آلاف آخرون نحو البلدة",
])
def test_thousands_that_move_are_people(text: str) -> None:
    """Thousands of whom no noun says who they are, beside a word that moves people, are people."""
    assert len(people(text)) == 1


@pytest.mark.parametrize("text", [
    "نزح ثلاثة آلاف من سكان الحي",
    "نزح 40 ألف مدني",
    "بلغت الكلفة 40 ألفا في أسبوع",
    "وقع ذلك في 2014 وعادوا بعده",
    "قال مسؤول إن خمسة فروا",
])
def test_other_numbers_are_none(text: str) -> None:
    """Counted nouns, years, sums and small numbers are no multitude."""
    assert people(text) == []
