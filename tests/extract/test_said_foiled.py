"""Who foils an attack."""

from __future__ import annotations

import pytest
from drafted import sides, told


@pytest.mark.parametrize(("text", "word", "first", "second"), [
    ("صدت قوات الجيش الوطني هجوماً للحوثيين في جبهة الكسارة غربي مأرب.", "هجوماً", "HOUTHIS", "YEM_GOV_FORCES"),
    ("تمكنت المقاومة اليمنية من التصدي لمحاولات تسلل لميليشيات الحوثي نحو الجاح.", "تسلل", "HOUTHIS", "POPRES_YEM"),
    ("أعلنت القوات العراقية إحباط هجوم شنه مسلحو تنظيم داعش في محافظة نينوى.", "هجوم", "IS", "IRQ_ARMY"),
    ("تصدت الدفاعات الجوية السورية لغارات إسرائيلية استهدفت مطار التيفور.", "لغارات", "ISR_AIRFORCE",
     "SYR_AIRDEFENCE"),
])
def test_who_foils_an_attack_is_whom_it_was_aimed_at(text: str, word: str, first: str, second: str) -> None:
    """Of "A foiled B's attack" the attack is B's, on A."""
    assert sides(told(text, word)) == ([first], [second])


def test_who_foils_did_not_attack_where_nobody_else_is_named() -> None:
    """Of "A fought off a fierce attack" A is no doer: nobody is."""
    first, second = sides(told("تصدت القوات الخاصة الليبية لهجوم عنيف في محور بوعطني في بنغازي.", "لهجوم"))
    assert not first and len(second) == 1


def test_an_attack_that_is_not_foiled_keeps_its_doer() -> None:
    """A verb or a comma between parts the word for foiling from the attack."""
    text = "أحبط الجيش اليمني محاولة تسلل قرب تعز، وشن هجوماً على مواقع الحوثيين في صرواح."
    assert sides(told(text, "هجوماً"))[1] == ["HOUTHIS"]
