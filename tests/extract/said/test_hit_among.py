"""Soldiers and police told among the people who were hit."""

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.said.hit_among import soldiers_among, told_among

BLAST = "Remote explosive/landmine/IED"


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


def among(text: str, kind: str = BLAST, first: str = "", second: str = "CIVILIANS") -> list[str]:
    """The soldiers told among the people of a text, were its blast of a kind, and of sides with some ids."""
    view, trigger = pointed(text, "انفجار", kind)
    doers, hit = ([n for n, side in enumerate(view.sides) if side.id in ids.split("|")] for ids in (first, second))
    return named(view, soldiers_among(view, trigger, doers, hit))


@pytest.mark.parametrize(("kind", "found"), [
    ("Armed clash", True), (BLAST, True), ("Attack", True), ("Arrests", False), ("Displacement", False),
])
def test_who_is_among_them_is_hit_by_violence(kind: str, found: bool) -> None:
    """Soldiers among those whom a fight, a blast or an attack hit are a side; those among the arrested are not."""
    assert bool(among("أسفر انفجار عن مقتل مدنيين بينهم جندي عراقي.", kind)) == found


@pytest.mark.parametrize(("text", "first", "second"), [
    ("أسفر انفجار عن مقتل مدنيين بينهم جندي عراقي.", "IRQ_ARMY", "CIVILIANS"),
    ("أسفر انفجار عن مقتل مدنيين بينهم جندي عراقي.", "", ""),
    ("هاجم داعش الحي، وأسفر انفجار عن مقتل مدنيين بينهم جندي عراقي.", "", "CIVILIANS|IS"),
    ("أسفر انفجار عن مقتل مدنيين قرب جندي عراقي.", "", "CIVILIANS"),
    ("أسفر انفجار عن مقتل مدنيين وهاجموا بينهم جندي عراقي.", "", "CIVILIANS"),
    ("أسفر انفجار عن مقتل مدنيين بعد دوام يوم طويل بينهم جندي عراقي.", "", "CIVILIANS"),
    ("أسفر انفجار عن مقتل مدنيين بينهم كذلك أيضا جندي عراقي.", "", "CIVILIANS"),
    ("أسفر انفجار عن مقتل مدنيين بينهم مقاتل من داعش.", "", "CIVILIANS"),
    ("أسفر انفجار عن مقتل مدنيين بينهم", "", "CIVILIANS"),
])
def test_no_side_is_added_otherwise(text: str, first: str, second: str) -> None:
    """Nobody is added who is the doer, where others than people were hit, or who is not told right behind them."""
    assert among(text, BLAST, first, second) == []


@pytest.mark.parametrize("text", [
    "أسفر انفجار عن مقتل مدنيين بينهم جندي أمريكي.", "أسفر انفجار عن مقتل مدنيين في سوق مزدحمة بينهم جندي أمريكي.",
    "أسفر انفجار عن مقتل مدنيين، بينهم أيضا جندي أمريكي.",
])
def test_a_foreign_soldier_among_them_is_a_side(text: str) -> None:
    """Soldiers of another state are a side too, a few words between the people and "among them", one behind that."""
    assert among(text) == ["جندي أمريكي"]


def test_who_is_among_those_held_is_told_behind_them() -> None:
    """Officers told behind "among them" were among those held; those told behind a verb or before it were not."""
    held = "أوقفت الحكومة ستين عنصرا بينهم عشرة ضباط في الجيش العراقي."
    view, trigger = pointed(held, "أوقفت", "Arrests", "perfect")
    assert told_among(view, view.token_at(held.index("الجيش")), trigger.token)
    assert not told_among(view, view.token_at(held.index("عنصرا")), trigger.token)
    other = "أوقفت الحكومة ستين شخصا بينهم امرأة، وقال الجيش العراقي إنهم متهمون."
    view, trigger = pointed(other, "أوقفت", "Arrests", "perfect")
    assert not told_among(view, view.token_at(other.index("الجيش")), trigger.token)
