"""Inflection: the third persons of a verb from its stems."""

import pytest

from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import imperfect_forms, perfect_forms


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("قصف", ("قصف", "قصفت", "قصفوا", "قصفا", "قصفتا", "قصفن")),
        ("هاجم", ("هاجم", "هاجمت", "هاجموا")),
        ("سيطر", ("سيطر", "سيطرت", "سيطروا")),
        ("ألقى", ("ألقى", "ألقت", "ألقوا", "ألقتا")),
        ("دعا", ("دعا", "دعت", "دعوا")),
    ],
)
def test_perfect(stem: str, forms: tuple[str, ...]) -> None:
    """A perfect has its persons, a weak one without its last letter."""
    assert {fold_word(f) for f in forms} <= set(perfect_forms(stem))


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("قصف", ("يقصف", "تقصف", "يقصفون", "يقصفوا", "يقصفان")),
        ("هاجم", ("يهاجم", "تهاجم", "يهاجمون")),
        ("لقي", ("يلقي", "تلقي", "يلق")),
    ],
)
def test_imperfect(stem: str, forms: tuple[str, ...]) -> None:
    """An imperfect has its persons, the jussive of a weak one without its last letter."""
    assert {fold_word(f) for f in forms} <= set(imperfect_forms(stem))


@pytest.mark.parametrize("stem", ["قصف", "ألقى", "استهدف", "آوى"])
def test_forms_are_folded(stem: str) -> None:
    """Every form is in the spelling that texts are looked up by, so that it can be found."""
    for form in [*perfect_forms(stem), *imperfect_forms(stem)]:
        assert fold_word(form) == form
