"""Inflection: the third persons of a verb from its stems."""

import pytest

from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import imperfect_forms, noun_forms, perfect_forms


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("قصف", ("قصف", "قصفت", "قصفوا", "قصفا", "قصفتا", "قصفن")),
        ("هاجم", ("هاجم", "هاجمت", "هاجموا")),
        ("سيطر", ("سيطر", "سيطرت", "سيطروا")),
        ("ألقى", ("ألقى", "ألقت", "ألقوا", "ألقتا")),
        ("دعا", ("دعا", "دعت", "دعوا")),
        ("لجأ", ("لجأ", "لجأت", "لجأوا", "لجؤوا")),
        ("أنشأ", ("أنشأت", "أنشأوا", "أنشؤوا")),
        ("أخلى", ("أخلت", "أخليت")),
        ("اغتال", ("اغتالت", "اغتيل", "اغتيلوا")),
    ],
)
def test_perfect(stem: str, forms: tuple[str, ...]) -> None:
    """A perfect has its persons, a weak one without its last letter, one on a hamza with it, and some a passive."""
    assert {fold_word(f) for f in forms} <= set(perfect_forms(stem))


@pytest.mark.parametrize(("stem", "word"), [("لجأ", "لجان"), ("لجأ", "لجت"), ("أصاب", "أصيب"), ("هاجم", "هيجم")])
def test_no_perfect(stem: str, word: str) -> None:
    """No form is another word: committees, what hangs or leans, a verb that has a line of its own."""
    assert fold_word(word) not in perfect_forms(stem)


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("قصف", ("يقصف", "تقصف", "يقصفون", "يقصفوا", "يقصفان")),
        ("هاجم", ("يهاجم", "تهاجم", "يهاجمون")),
        ("لقي", ("يلقي", "تلقي", "يلق")),
        ("نشئ", ("ينشئ", "تنشئ", "ينشئون", "ينشؤون", "ينشئوا")),
    ],
)
def test_imperfect(stem: str, forms: tuple[str, ...]) -> None:
    """An imperfect has its persons, the jussive of a weak one without its last letter, not one on a hamza."""
    assert {fold_word(f) for f in forms} <= set(imperfect_forms(stem))


@pytest.mark.parametrize("stem", ["قصف", "ألقى", "استهدف", "آوى"])
def test_forms_are_folded(stem: str) -> None:
    """Every form is in the spelling that texts are looked up by, so that it can be found."""
    for form in [*perfect_forms(stem), *imperfect_forms(stem)]:
        assert fold_word(form) == form


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("جندي", ("جندي",)),
        ("حظر", ("حظر", "حظرا", "حظرها")),
        ("شاحنة", ("شاحنة", "شاحنتين", "شاحنتي", "شاحنات", "شاحنته", "شاحنتهم")),
        ("مسلح", ("مسلح", "مسلحين", "مسلحي", "مسلحا", "مسلحها")),
        ("مقاتلين", ("مقاتلين", "مقاتلي", "مقاتليها")),
        ("تحصينات", ("تحصينات", "تحصيناتهم")),
        ("نار", ("نار", "نارا")),
    ],
)
def test_nouns(noun: str, forms: tuple[str, ...]) -> None:
    """A noun is found in the accusative, as dual and plural, before another noun and with a pronoun."""
    assert {fold_word(f) for f in forms} <= set(noun_forms(noun))


def test_particles_are_not_inflected() -> None:
    """A word of two letters and a plural in ات take no endings of a masculine noun."""
    assert noun_forms("من") == ["من"]
    assert "تحصيناتين" not in noun_forms("تحصينات")
