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


def test_aircraft_do_not_fight_on_the_ground() -> None:
    """Raids told beside a clash are no side of it, and keep their own side."""
    text = "ودارت اشتباكات عنيفة قرب المطار تخللتها غارات لطيران التحالف العربي. وقالت القوات المشتركة إنها تقدمت."
    assert sides(told(text, "اشتباكات"))[0] == ["JOINT_FORCES_WC"]
    assert sides(told(text, "غارات"))[0] == ["SAUDI_COALITION"]


@pytest.mark.parametrize("named", ["قبل", "بعد"])
def test_the_enemy_of_a_battle_is_named_elsewhere(named: str) -> None:
    """A battle's second side is the enemy that the text names last before it, or else first behind it."""
    between = ("وقال ناشطون إن المدينة خالية منذ أيام. وذكر سكان أنهم سمعوا دوي القذائف ليلا. وقالوا إنهم يخشون. "
               "وأضافوا أن الأسواق مغلقة. ")
    told_of, battle = "ويسيطر تنظيم داعش على المدينة منذ سنوات. ", "تقدم الجيش السوري فجر اليوم في أطراف البوكمال. "
    text = told_of + between + battle if named == "قبل" else battle + between + told_of
    assert sides(told(text, "تقدم")) == (["SYR_ARMY"], ["IS"])
