"""Soldiers and police told among the people who were hit."""

import pytest
from drafted import sides, told


@pytest.mark.parametrize(("text", "side"), [
    ("قتلت امرأة وأصيب أحد عشر شخصا، بينهم شرطيان عراقيان، في انفجار عبوة ببغداد.", "IRQ_POLICE"),
    ("قتل ثلاثة أشخاص من بينهم جندي عراقي في انفجار سيارة ببغداد.", "IRQ_ARMY"),
])
def test_soldiers_among_the_people_are_a_side(text: str, side: str) -> None:
    """Of "people, among them a soldier, were killed" the soldier's army is hit beside the civilians."""
    assert sides(told(text, "انفجار"))[1] == ["CIVILIANS", side]


@pytest.mark.parametrize("text", [
    "قتل ثلاثة أشخاص بينهم طفلان في انفجار ببغداد، كما أعلن الجيش العراقي.",
    "قتل 12 شخصا منهم خمسة في انفجار قرب مقر الجيش العراقي.",
])
def test_who_is_named_further_on_was_not_among_them(text: str) -> None:
    """Children among the dead, and an army named behind them, make no army a side."""
    assert "IRQ_ARMY" not in sides(told(text, "انفجار"))[1][1:]
