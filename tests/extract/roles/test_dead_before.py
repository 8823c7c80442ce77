"""Whose dead are told right before a deed, and who mourns them, did not do it."""

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.roles.dead_before import dead_before, mourners

CLASH = "Armed clash"


def fell(text: str, word: str, kind: str = CLASH) -> list[str]:
    view, trigger = pointed(text, word, kind)
    return named(view, dead_before(view, trigger))


def mourning(text: str, word: str, kind: str = CLASH) -> list[str]:
    view, trigger = pointed(text, word, kind)
    return named(view, mourners(view, trigger))


def test_the_dead_are_named_before_those_counted_beside_them() -> None:
    """Of "nine soldiers of A were killed and twenty others wounded in an ambush" A's men were ambushed."""
    text = "لقي تسعة من جنود الجيش اليمني مصرعهم وجرح عشرون آخرون في كمين قرب صعدة."
    assert fell(text, "كمين") == ["جنود الجيش اليمني"]
    assert sides(told(text, "كمين")) == ([], ["YEM_GOV_FORCES"])


@pytest.mark.parametrize(("text", "dead"), [
    ("قتل تسعة من جنود الجيش اليمني في هجوم على قاعدة عسكرية بمأرب.", ["جنود الجيش اليمني"]),
    ("قتل تسعة من جنود الجيش اليمني في هجوم على ثكنة للجيش اليمني بمأرب.", ["جنود الجيش اليمني"]),
    ("قتل تسعة من جنود الجيش اليمني في هجوم على موقع للحوثيين بمأرب.", []),
    ("قتل تسعة من جنود الجيش اليمني في هجوم شنه على قاعدة بمأرب.", []),
])
def test_the_dead_of_an_attack_on_no_other_side(text: str, dead: list[str]) -> None:
    """Who died in an attack "on a base" was attacked; not who died in one that their side made, or on another side."""
    assert fell(text, "هجوم") == dead


@pytest.mark.parametrize(("text", "word", "who"), [
    ("أعلن النظام السوري مقتل ثمانية من مقاتليه في هجوم على حافلة بريف حلب.", "هجوم", ["النظام السوري"]),
    ("قالت القوات الأمريكية إن جنديا بريطانيا قتل في هجوم قرب كابول.", "هجوم", ["القوات الأمريكية"]),
    ("قالت القوات الأمريكية إن قياديا في تنظيم داعش قتل في هجوم قرب كابول.", "هجوم", []),
    ("قالت القوات الأمريكية إن مدنيين اثنين قتلا في هجوم قرب كابول.", "هجوم", []),
    ("قال الجيش الإسرائيلي إن ثلاثة من جنود الجيش السوري قتلوا في هجوم قرب القنيطرة.", "هجوم", []),
    ("أعلنت حركة طالبان مقتل ثمانية من مقاتليها في هجوم قرب كابول.", "هجوم", ["حركة طالبان"]),
    ("قالت القوات الأمريكية إن ثمانية قتلوا في هجوم قرب كابول.", "هجوم", []),
    ("قالت الأمم المتحدة إن مدنيين اثنين قتلا في هجوم قرب كابول.", "هجوم", []),
    ("قالت حركة طالبان إن جنديا بريطانيا قتل في هجوم قرب كابول.", "هجوم", []),
    # "his men" are not always the speaker's
    ("أعلن الجيش الإسرائيلي مقتل قيادي بحزب الله وثلاثة من مقاتليه في هجوم قرب صور.", "هجوم", []),
    ("أعلن حزب الله مقتل ضابط بالجيش الإسرائيلي وثلاثة من جنوده في هجوم قرب صور.", "هجوم", []),
    # of one state, of none that fights it, and of foes whichever of the two the other is a foe of
    ("قالت الحكومة العراقية إن ثلاثة من جنود الجيش العراقي قتلوا في هجوم قرب الموصل.", "هجوم", ["الحكومة العراقية"]),
    ("قال الجيش الأفغاني إن جنديا بريطانيا قتل في هجوم قرب كابول.", "هجوم", ["الجيش الأفغاني"]),
    ("قال حلف شمال الأطلسي إن ثلاثة جنود أفغان قتلوا في هجوم قرب كابول.", "هجوم", ["حلف شمال الأطلسي"]),
    ("قال الجيش الإيراني إن جنديا أمريكيا قتل في هجوم قرب بغداد.", "هجوم", []),
    ("قالت إسرائيل إن جنديا إيرانيا قتل في هجوم قرب القنيطرة.", "هجوم", []),
    ("قالت إيران إن جنديا إسرائيليا قتل في هجوم قرب القنيطرة.", "هجوم", []),
    ("قال الحرس الثوري الإيراني إن جنديا سعوديا قتل في هجوم قرب صعدة.", "هجوم", []),
    ("قالت الحكومة الأفغانية إن ثلاثة من جنود الجيش الأفغاني قتلوا في هجوم على مقر للحكومة الأفغانية.", "هجوم",
     ["الحكومة الأفغانية"]),
    ("قالت الحكومة الأفغانية إن ثلاثة من جنود الجيش الأفغاني قتلوا في هجوم على مقر لحركة طالبان.", "هجوم", []),
])
def test_who_mourns_has_not_made_the_attack(text: str, word: str, who: list[str]) -> None:
    """Who tells that men of its own, or soldiers abroad, died in an attack has not made it; of a foe's dead it may."""
    assert mourning(text, word) == who
