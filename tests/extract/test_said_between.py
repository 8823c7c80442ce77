"""The two sides that "between" names."""

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


@pytest.mark.parametrize("text", [
    "دارت معارك بين الجيش اليمني، بإسناد سعودي، والحوثيين في مديرية باقم.",
    "دارت معارك بين الجيش اليمني المدعوم إماراتيا والحوثيين في مديرية باقم.",
])
def test_who_backs_the_first_side_is_not_the_second(text: str) -> None:
    """The second side of "between A, backed by C, and B" is B."""
    assert sides(text, "معارك") == (["YEM_GOV_FORCES"], ["HOUTHIS"])


def test_a_deal_on_a_truce_is_between_the_sides_of_the_truce() -> None:
    """"The signing of an agreement on a truce between A and B" is between A and B."""
    assert sides("أعلن وسيط توقيع اتفاق هدنة بين حركة حماس وإسرائيل.", "اتفاق") == (["HAMAS"], ["ISR_GOV"])
