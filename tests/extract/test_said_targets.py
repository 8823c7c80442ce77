"""Whom a deed is done to, where words name it outright."""

import pytest

from sijill.extract.events import build
from sijill.extract.reference import resolve
from sijill.extract.triggers import find_triggers
from sijill.extract.view import View
from sijill.pipeline import read_document


def sides(text: str, word: str) -> tuple[list[str], list[str]]:
    document = read_document(text)
    view = View(document, resolve(document))
    (event,) = [e for e in build(view, find_triggers(view, threshold=0.05))
                if text[e.trigger.start : e.trigger.end] == word]
    return [a.id for a in event.actor1], [a.id for a in event.actor2]


@pytest.mark.parametrize(("text", "word"), [
    ("شن طيران التحالف العربي غارات قرب صعدة كما قصفت تعزيزات للحوثيين في حرض.", "قصفت"),
    ("نفذ التحالف العربي استهداف مواقع الحوثيين في حرض.", "استهداف"),
])
def test_what_is_shelled_is_its_owner_s(text: str, word: str) -> None:
    """Of "shelled reinforcements of A" A is the second side, and never the first."""
    assert sides(text, word) == (["SAUDI_COALITION"], ["HOUTHIS"])


def test_who_attacks_is_named_behind_by() -> None:
    """Of "was exposed to an attack a week ago by A" A is the first side."""
    text = "تعرضت قرية في ريف تدمر لهجوم عنيف قبل أسبوع من قبل تنظيم الدولة الإسلامية."
    assert sides(text, "لهجوم")[0] == ["IS"]
