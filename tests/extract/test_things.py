"""What a deed is done to settles what it is."""

import pytest
from drafted import told

AID, DISARMED = "Aid", "Disrupted weapons use"


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("ألقت طائرات أردنية حصصا غذائية للسكان في بلدة نبل.", "ألقت", AID),
    ("نقلت ثلاث طائرات سعودية مساعدات إلى مطار عدن.", "نقلت", AID),
    ("نقلت ثلاث طائرات سعودية جنودا إلى مطار عدن.", "نقلت", "Change to group/activity"),
])
def test_aid_that_is_carried_is_aid(text: str, word: str, kind: str) -> None:
    """Whoever carries or drops food gives aid, and whoever carries soldiers moves them."""
    assert told(text, word).sub_event_type == kind


def test_help_by_soldiers_and_for_arms_is_no_aid() -> None:
    """Soldiers sent "to help", and military aid, are no aid."""
    for text in ("أرسلت واشنطن كتيبة جنود للمساعدة في تدريب القوات الأفغانية في كابل.",
                 "أرسلت تركيا تعزيزات ومساعدات عسكرية للمعارضة في إدلب."):
        assert told(text, "أرسلت").sub_event_type != AID


def test_arms_handed_over_are_no_place() -> None:
    """Who hands over arms is disarmed, who hands over a town leaves it."""
    assert told("سلم مسلحو الحي أسلحتهم الثقيلة للجيش السوري في بلدة قدسيا.", "سلم").sub_event_type == DISARMED
    text = "سلم تنظيم القاعدة مدينة المكلا إلى الجيش اليمني."
    assert told(text, "سلم").sub_event_type == "Non-violent transfer of territory"


def test_who_hands_over_himself_surrenders() -> None:
    """Fighters who hand over themselves change sides; who hands over control of a place leaves it."""
    text = "سلم عشرات من عناصر داعش أنفسهم للجيش السوري في درعا."
    assert told(text, "سلم").sub_event_type == "Change to group/activity"
    text = "سلمت القوات الأمريكية سيطرتها الأمنية على محافظة الأنبار إلى الجيش العراقي."
    assert told(text, "سلمت").sub_event_type == "Non-violent transfer of territory"


def test_a_rigged_vehicle_destroyed_is_disarmed() -> None:
    """Who destroys a rigged vehicle stops its blast; who destroys another fights."""
    text = "دمر الجيش العراقي سيارتين {} لداعش غرب الموصل."
    assert told(text.format("مفخختين"), "دمر").sub_event_type == DISARMED
    assert told(text.format("تابعتين"), "دمر").sub_event_type != DISARMED


def test_a_bomb_dropped_is_a_strike() -> None:
    """An aircraft that drops a bomb strikes; one that is shot down is disarmed."""
    text = "أسقطت الطائرة الحربية قنبلة على سوق في مدينة دوما."
    assert told(text, "أسقطت").sub_event_type == "Air/drone strike"
    text = "أسقطت الدفاعات الجوية طائرة مسيرة فوق مدينة دوما."
    assert told(text, "أسقطت").sub_event_type == DISARMED


def test_a_bomb_set_is_a_blast_and_a_post_set_a_base() -> None:
    """Who sets a bomb sets no post."""
    text = "وضع مجهولون قنبلة في دار للبلدية في الموصل."
    assert told(text, "وضع").sub_event_type == "Remote explosive/landmine/IED"
    text = "وضع الجيش السوري حواجز داخل مدينة الموصل."
    assert told(text, "وضع").sub_event_type == "Headquarters or base established"


def test_people_who_block_a_road_protest() -> None:
    """A road blocked by people is a protest, or a riot where tyres burn; one blocked by an army is neither."""
    for who, how, kind in (("شبان", "احتجاجا على انقطاع الكهرباء", "Peaceful protest"),
                           ("عدد من الأهالي", "بالسواتر الترابية", "Peaceful protest"),
                           ("شبان", "بالإطارات المشتعلة", "Violent demonstration"),
                           ("الجيش العراقي", "بالسواتر الترابية", "Other")):
        assert told(f"قطع {who} الطريق بين البصرة والزبير {how}.", "قطع").sub_event_type == kind
