"""The enemy in a battle whose own words name none."""

import pytest
from tests.extract.drafted import sides, told

from sijill.extract.roles.last_enemy import BY_ENMITY

BATTLE = "تقدم الجيش السوري فجر اليوم في أطراف البوكمال. "
HELD = "ويسيطر تنظيم داعش على المدينة منذ سنوات. "
TALK = ("وقال ناشطون إن المدينة خالية منذ أيام. ", "وذكر سكان أنهم سمعوا دوي القذائف ليلا. ",
        "وقالوا إنهم يخشون القتال. ", "وأضافوا أن الأسواق مغلقة. ")


@pytest.mark.parametrize("text", [HELD + "".join(TALK) + BATTLE, BATTLE + "".join(TALK[:2]) + HELD])
def test_the_enemy_named_last_or_soon_behind(text: str) -> None:
    """The second side is the enemy that the text names last before a battle, or else soon behind; its rule says so."""
    event = told(text, "تقدم")
    assert sides(event) == (["SYR_ARMY"], ["IS"])
    assert event.actor2[0].rule.endswith(BY_ENMITY)


@pytest.mark.parametrize("behind", [
    "".join(TALK) + HELD, "".join(TALK[:2]) + "وفي أنقرة افتتح الرئيس التركي معرضا للكتاب. "])
def test_who_is_far_or_only_governs_is_no_enemy(behind: str) -> None:
    """A side first named far behind a battle, or a government, is not taken for its second side."""
    assert sides(told(BATTLE + behind, "تقدم")) == (["SYR_ARMY"], [])


def test_a_place_that_rebels_took_has_no_enemy_of_another_sentence() -> None:
    """Whom rebels took a place from is mostly not told, and is not taken from words far from the taking."""
    held = HELD.replace("تنظيم داعش", "الجيش السوري")
    taken = "سيطر تنظيم داعش على البوكمال. "
    assert sides(told(held + "".join(TALK) + taken, "سيطر")) == (["IS"], [])
