"""Whom a strike hit by the words behind it."""

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.roles.struck import owned, owners_of_hit

BOMB = "Remote explosive/landmine/IED"


def owners(text: str, word: str, kind: str = BOMB, form: str = "noun") -> list[str]:
    view, trigger = pointed(text, word, kind, form)
    return named(view, owners_of_hit(view, trigger))


@pytest.mark.parametrize(("text", "kind", "form", "whose"), [
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", BOMB, "noun", ["فيلق الشام"]),
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", "Suicide bomb", "noun", []),
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", "Armed clash", "noun", []),
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", BOMB, "perfect", []),
    ("انفجار عبوة زرعها عنصر تابع لفيلق الشام في عفرين.", BOMB, "noun", []),
    ("انفجار عبوة بسيارة لفيلق الشام في عفرين.", BOMB, "noun", []),
    ("انفجار نفذته مجموعة تابعة لفيلق الشام في عفرين.", BOMB, "noun", []),
])
def test_whose_thing_a_bomb_hit(text: str, kind: str, form: str, whose: list[str]) -> None:
    """"A bomb in a car belonging to A" is told of whom it hit, unless he drove it or a word says who laid it."""
    assert owners(text, "انفجار", kind, form) == whose


def test_whose_car_was_hit_did_not_do_it() -> None:
    """Whose car a bomb went off in has not laid it."""
    text = "وقع انفجار بسيارة عسكرية تابعة لفيلق الشام في عفرين."
    assert "FAYLAQ_SHAM" not in sides(told(text, "انفجار"))[0]


def test_owned() -> None:
    """A side is an owner right behind "belonging to", an adjective between, and no side without it."""
    view, _ = pointed("سيارة تابعة لفيلق الشام ودورية للجيش السوري.", "سيارة", BOMB)
    assert [owned(view, i) for i in range(len(view.actors))][:2] == [True, False]
