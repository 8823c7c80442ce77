"""Whom a deed is done to, where words name it outright."""

import pytest
from drafted import sides, told


@pytest.mark.parametrize(("text", "word"), [
    ("شن طيران التحالف العربي غارات قرب صعدة كما قصفت تعزيزات للحوثيين في حرض.", "قصفت"),
    ("نفذ التحالف العربي استهداف مواقع الحوثيين في حرض.", "استهداف"),
])
def test_what_is_shelled_is_its_owner_s(text: str, word: str) -> None:
    """Of "shelled reinforcements of A" A is the second side, and never the first."""
    assert sides(told(text, word)) == (["SAUDI_COALITION"], ["HOUTHIS"])


def test_who_attacks_is_named_behind_by() -> None:
    """Of "was exposed to an attack a week ago by A" A is the first side."""
    text = "تعرضت قرية في ريف تدمر لهجوم عنيف قبل أسبوع من قبل تنظيم الدولة الإسلامية."
    assert sides(told(text, "لهجوم"))[0] == ["IS"]
