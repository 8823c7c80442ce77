"""What a deed is done with settles how it was done."""

import pytest
from drafted import told

AIR, GROUND = "Air/drone strike", "Shelling/artillery/missile attack"
CHARGE, CLASH, SUICIDE = "Remote explosive/landmine/IED", "Armed clash", "Suicide bomb"


@pytest.mark.parametrize(("text", "kind"), [
    ("قصف الجيش التركي مساء أمس، قرية تل شعير التابعة لبلدة عين عيسى، بالطائرات الحربية.", AIR),
    ("تعرضت أطراف مدينة داريا للقصف بأربعة براميل متفجرة صباحا.", AIR),
    ("قتل ثلاثة مدنيين في مدينة دوما خلال قصف من طائرات النظام بستة صواريخ.", AIR),
    ("قصف الجيش التركي قرية تل شعير التابعة لبلدة عين عيسى بالمدفعية.", GROUND),
    ("قصف الجيش التركي قرية تل شعير، ثم عادت طائراته إلى قواعدها.", GROUND),
])
def test_shelling_with_aircraft_is_from_the_air(text: str, kind: str) -> None:
    """Shelling is from the air where aircraft or barrel bombs are bound to it, not where they do another thing."""
    word = next(w for w in ("للقصف", "قصف") if w in text)
    assert told(text, word).sub_event_type == kind


def test_rockets_that_hit_are_of_the_ground() -> None:
    """Rockets that are themselves the subject of hitting come from the ground, an aircraft that hits does not."""
    assert told("أعلنت الإذاعة أن الصواريخ ضربت قاعدة للجيش السوري قرب حمص.", "ضربت").sub_event_type == GROUND
    assert told("أعلنت الإذاعة أن طائرات روسية ضربت مقرا لتنظيم داعش قرب حمص.", "ضربت").sub_event_type == AIR


def test_what_a_charge_does_is_its_blast() -> None:
    """An attack with a bomb, or one that a bomb is the subject of, is a blast; one with guns is a fight."""
    assert told("العبوة الناسفة استهدفت دورية للجيش العراقي في الدورة.", "استهدفت").sub_event_type == CHARGE
    assert told("جرح سبعة شرطيين إثر هجوم بقنبلة في ديار بكر.", "هجوم").sub_event_type == CHARGE
    assert told("جرح سبعة شرطيين إثر هجوم بالرشاشات في ديار بكر.", "هجوم").sub_event_type == CLASH


def test_a_bomb_of_the_hand_is_a_grenade_and_one_of_gas_no_charge() -> None:
    """A grenade is told by "of the hand"; bombs of gas are no charges."""
    text = "جرح سبعة شرطيين إثر هجوم بقنبلة يدوية في ديار بكر."
    assert told(text, "هجوم").sub_event_type == "Grenade"
    text = "استهدفت القوات الإسرائيلية سيارات الإسعاف بقنابل الغاز شرقي خان يونس."
    assert told(text, "استهدفت").sub_event_type != CHARGE


def test_an_advance_without_a_fight_is_a_movement() -> None:
    """Who advances "without clashes" has moved; who advances after battles has fought."""
    text = "تقدمت الوحدات الكردية إلى وسط مدينة القامشلي دون اشتباكات."
    assert told(text, "تقدمت").sub_event_type == "Change to group/activity"
    assert told("تقدم الجيش السوري في حي الزهور بعد معارك عنيفة مع داعش.", "تقدم").sub_event_type == CLASH


def test_a_raid_on_land_is_no_air_raid() -> None:
    """A raid is from the air unless it is said to be one on land."""
    text = "نفذت قوات أمريكية خاصة غارة {} على منزل قيادي في حركة الشباب في براوي."
    assert told(text.format("برية"), "غارة").sub_event_type == CLASH
    assert told(text.format("جوية"), "غارة").sub_event_type == AIR


def test_shelling_beside_a_raid_is_not_the_raid() -> None:
    """The aircraft of a strike told before are not those of shelling told beside it."""
    text = "تعرضت قسطون لاستهداف كثيف من الطيران المروحي، رافقه قصف {} على بلدة الحويز."
    assert told(text.format("من قبل قوات النظام"), "قصف").sub_event_type == GROUND
    assert told(text.format("جوي"), "قصف").sub_event_type == AIR


def test_a_sniper_does_not_shell() -> None:
    """Who is targeted by a sniper was shot at, not shelled: an attack on people, a fight with soldiers."""
    text = "جرحت معلمة عقب استهدافها من قبل {} لقوات النظام في قرية حزوان."
    assert told(text.format("قناص تابع"), "استهدافها").sub_event_type == "Attack"
    assert told(text.format("مدفعية تابعة"), "استهدافها").sub_event_type == GROUND
    text = "أصيب جندي من الجيش السوري بعد استهدافه من قبل قناص تابع لتنظيم داعش في قرية حزوان."
    assert told(text, "استهدافه").sub_event_type == CLASH


def test_an_attack_on_people_with_shells_is_shelling() -> None:
    """People who are targeted with shells are shelled."""
    text = "تم استهداف قرية كفرجنة شمالي عفرين ب{} فقتلت امرأة وجرح مدنيان."
    assert told(text.format("قذائف مدفعية"), "استهداف").sub_event_type == GROUND


def test_an_attack_said_to_be_suicidal_is_a_suicide_bombing() -> None:
    """Suicide is told by the word right behind the attack, or by the vehicle full of explosives that storms a gate."""
    assert told("قتل سبعة جنود في الهجوم الإنتحاري الذي استهدف ثكنة للجيش.", "الهجوم").sub_event_type == SUICIDE
    text = "اقتحم مقاتل من الشباب بوابة فندق بسيارة {} في مقديشو."
    assert told(text.format("محملة بالمتفجرات"), "اقتحم").sub_event_type == SUICIDE
    assert told(text.format("رباعية الدفع"), "اقتحم").sub_event_type != SUICIDE
