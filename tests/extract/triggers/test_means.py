"""What a deed is done with settles how it was done."""

import pytest
from tests.extract.drafted import pointed, told

from sijill.extract.tables.lexicon import lexicon
from sijill.extract.triggers.dispersal import INTERVENTION
from sijill.extract.triggers.means import by_means

AIR, GROUND = "Air/drone strike", "Shelling/artillery/missile attack"
CHARGE, CLASH, SUICIDE = "Remote explosive/landmine/IED", "Armed clash", "Suicide bomb"
CHEMICAL = "Chemical weapon"
ATTACK, OTHER, MOVED = "Attack", "Other", "Change to group/activity"


def read(text: str, word: str, lemma: str, kind: str) -> str:
    """The type of the deed that a word of a text tells, which was taken to be of a kind, by what it was done with."""
    view, trigger = pointed(text, word, kind)
    return by_means(view, trigger.token, lexicon().by_name[lemma], kind)


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


def test_what_another_did_without_a_fight_is_its_own() -> None:
    """Who advances, and then takes another quarter "without a fight", fought; who advances without one has moved."""
    text = "تقدم الجيش السوري في حي الزهور مع داعش، ودخل حي النهضة {} مقاومة."
    assert told(text.format("دون"), "تقدم").sub_event_type == CLASH
    assert told("دون مقاومة دخل الأهالي الحي، وتقدم الجيش السوري في حي الزهور.", "تقدم").sub_event_type == CLASH
    for text in ("تقدم الجيش السوري صباح أمس في حي الزهور، أكبر أحياء المدينة، دون أي مقاومة.",
                 "ساد هدوء حذر دون اشتباكات بين الجيشين، على خلفية تقدم الجيش السوري في حي الزهور."):
        assert told(text, "تقدم").sub_event_type == "Change to group/activity"


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


def test_an_attack_with_aircraft_is_from_the_air() -> None:
    """An operation with drones is an air strike, one with boats none; drones shot down in it are not its means."""
    text = "نفذت جماعة الحوثي عملية هجومية على مطار أبها {}."
    assert told(text.format("بطائرتين مسيرتين"), "عملية").sub_event_type == AIR
    assert told(text.format("بزورقين"), "عملية").sub_event_type != AIR
    assert read("شنت هجوما وأسقطت طائرتين.", "هجوما", "هجوم", CLASH) == CLASH
    for helped in ("مستعينة", "مدعومة", "مسنودة", "معززة"):
        assert read(f"هاجمت الثكنة {helped} بمروحيات.", "هاجمت", "هاجم", CLASH) == CLASH
    assert read("توغلت في الثكنة بثلاث مروحيات.", "توغلت", "توغل", CLASH) == CLASH
    assert read("هاجمت الثكنة بثلاث مروحيات.", "هاجمت", "هاجم", CLASH) == AIR


def test_what_an_attack_hit_with_is_its_means() -> None:
    """An operation that "targeted P with drones" or with a bomb was done with them; one that took P was not."""
    text = "نفذت القوة عملية عسكرية نوعية {} المصفاة بثلاث طائرات مسيرة."
    assert read(text.format("استهدفت"), "عملية", "عملية", CLASH) == AIR
    assert read(text.format("حررت"), "عملية", "عملية", CLASH) == CLASH
    assert read("قتل شرطي في هجوم استهدف دورية بعبوة ناسفة.", "هجوم", "هجوم", CLASH) == CHARGE
    assert read("قتل شرطي في هجوم حين استهدف دورية بعبوة ناسفة.", "هجوم", "هجوم", CLASH) == CLASH
    assert read("هاجمت ثكنة استهدفت بثلاث طائرات مسيرة.", "هاجمت", "هاجم", CLASH) == CLASH
    assert read("قتل شرطي في هجوم، استهدف دورية بعبوة ناسفة.", "هجوم", "هجوم", CLASH) == CLASH
    assert read("قتل شرطي في هجوم استهدف دورية بالرشاشات.", "هجوم", "هجوم", CLASH) == CLASH


def test_shells_full_of_gas_are_chemical_weapons() -> None:
    """Gas that a place is shelled with is a chemical weapon; gas in a depot that is shelled, and tear gas, is none."""
    text = "قصفت قوات النظام السوري بلدة زملكا {}."
    assert told(text.format("بصواريخ محملة بغاز السارين"), "قصفت").sub_event_type == CHEMICAL
    assert told(text.format("ومستودعا للغاز"), "قصفت").sub_event_type == GROUND
    assert read("هاجمت القرية بالكلور.", "هاجمت", "هاجم", CLASH) == CLASH
    assert read("هجوم بغاز الكلور.", "هجوم", "هجوم", CLASH) == CHEMICAL
    assert read("هجوم بغاز الكلور.", "هجوم", "هجوم", ATTACK) == CHEMICAL
    assert read("قصف بغاز الكلور.", "قصف", "قصف", AIR) == CHEMICAL
    assert read("هجوم بغاز الكلور.", "هجوم", "هجوم", OTHER) == OTHER
    assert read("هجوم بغاز مسيل للدموع.", "هجوم", "هجوم", CLASH) == CLASH


def test_a_belt_that_goes_off_is_a_suicide_bombing() -> None:
    """An explosive belt is worn by who blows himself up; the belt of security is a force that a charge hits."""
    assert read("انفجر حزام ناسف في السوق.", "انفجر", "انفجر", CHARGE) == SUICIDE
    assert read("انفجر حزام ناسف في السوق.", "انفجر", "انفجر", OTHER) == OTHER
    assert read("ضبط حزام ناسف في السوق.", "ضبط", "ضبط", CHARGE) == CHARGE
    assert read("انفجرت عبوة ناسفة في السوق.", "انفجرت", "انفجر", CHARGE) == CHARGE
    assert read("انفجر بالحزام الأمني لغم.", "انفجر", "انفجر", CHARGE) == CHARGE
    assert read("انفجر حزام", "انفجر", "انفجر", CHARGE) == CHARGE
    assert read("انفجرت عبوة بدورية للحزام الأمني.", "انفجرت", "انفجر", CHARGE) == CHARGE


def test_explosions_of_nothing_named_are_shelling() -> None:
    """Explosions are shelling where no charge or vehicle is named; one explosion, and those of bombs, are blasts."""
    assert read("سمعت انفجارات في المدينة.", "انفجارات", "انفجر", CHARGE) == GROUND
    assert read("سمعت انفجارات عبوات في المدينة.", "انفجارات", "انفجر", CHARGE) == CHARGE
    assert read("سمعت انفجارات في المدينة.", "انفجارات", "انفجر", ATTACK) == ATTACK
    assert read("سمع انفجار في المدينة.", "انفجار", "انفجر", CHARGE) == CHARGE


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


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("الصواريخ ضربت القاعدة.", "ضربت", "ضرب.2", AIR, GROUND),
    ("الصواريخ ضربت القاعدة.", "ضربت", "ضرب.2", CLASH, CLASH),
    ("سقطت صواريخ قصف عنيف.", "قصف", "قصف", AIR, AIR),
    ("الصواريخ أطلقت نحو القاعدة.", "أطلقت", "أطلق.2", AIR, AIR),
    ("أمس ضربت القاعدة.", "ضربت", "ضرب.2", AIR, AIR),
    ("ضربت القاعدة صواريخ", "ضربت", "ضرب.2", AIR, AIR),
    ("الطائرات والصواريخ ضربت القاعدة.", "ضربت", "ضرب.2", AIR, AIR),
    ("أقلعت طائرات\nالصواريخ ضربت القاعدة.", "ضربت", "ضرب.2", AIR, GROUND),
])
def test_only_shells_right_before_a_verb_that_launches_nothing_hit_by_themselves(
        text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """What would be an air strike is shelling where rockets, and no aircraft with them, are the subject of its verb."""
    assert read(text, word, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("نفذت غارة برية.", "غارة", "غارة", AIR, CLASH), ("نفذت غارة برية.", "غارة", "غارة", ATTACK, ATTACK),
    ("قصفت برا القرية.", "قصفت", "قصف", AIR, AIR),
    ("شهدت غارات من الطيران مع قصف عنيف.", "قصف", "قصف", AIR, GROUND),
    ("شهدت غارات من الطيران مع قصف عنيف.", "قصف", "قصف", CLASH, CLASH),
    ("شهدت غارات من الطيران وغارة عنيفة.", "وغارة", "غارة", AIR, AIR),
    ("شهدت غارات من الطيران وقصفت القرية.", "وقصفت", "قصف", AIR, AIR),
    ("شهدت القرية قصفا عنيفا.", "قصفا", "قصف", AIR, AIR),
    ("شهدت مواجهات قرب الطيران مع قصف عنيف.", "قصف", "قصف", AIR, AIR),
    ("شهدت غارات خلال اشتباكات الطيران مع قصف عنيف.", "قصف", "قصف", AIR, GROUND),
    ("بعد غارات أقلعت طائرات مع قصف عنيف.", "قصف", "قصف", AIR, AIR),
    ("بعد غارات بينما الطيران مع قصف عنيف.", "قصف", "قصف", AIR, AIR),
])
def test_a_raid_on_land_and_shelling_beside_a_raid_are_nouns_of_air_strikes(
        text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """Nouns for an air strike alone turn; those of shelling do so where the aircraft fly the raid right before them."""
    assert read(text, word, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("قصف الجيش القرية بالطائرات.", "قصف", "قصف", GROUND, AIR), ("شن هجوما بالطائرات.", "هجوما", "هجوم", OTHER, OTHER),
    ("شن قصفا مدفعيا بالطائرات.", "قصفا", "قصف", GROUND, GROUND),
    ("شن هجوما بالمدفعية.", "هجوما", "هجوم", ATTACK, GROUND), ("شن هجوما بصواريخ.", "هجوما", "هجوم", ATTACK, GROUND),
    ("شن هجوما بالمدفعية.", "هجوما", "هجوم", CLASH, CLASH), ("شن هجوما بالسيوف.", "هجوما", "هجوم", ATTACK, ATTACK),
    ("ضربوا الحارس بالمدفع.", "ضربوا", "نسف", ATTACK, ATTACK),
    ("قصف القرية: الجيش بالطائرات.", "قصف", "قصف", GROUND, GROUND),
    ("قصف القرية، مساء أمس، بالطائرات.", "قصف", "قصف", GROUND, AIR),
    ("قصف القرية بينما الجيش بالطائرات.", "قصف", "قصف", GROUND, GROUND),
    ("قصف القرية وانسحب الجيش بالطائرات.", "قصف", "قصف", GROUND, GROUND),
    ("قصف القرية خلال ضربات بالطائرات.", "قصف", "قصف", GROUND, GROUND),
    ("قصف القرية خلال اشتباكات بالطائرات.", "قصف", "قصف", GROUND, AIR),
    ("قصفت قوات التدخل السريع القرية بالطائرات.", "قصفت", "قصف", GROUND, AIR),
    ("استهدف قصف بالطائرات القرية.", "استهدف", "استهدف", GROUND, AIR),
    ("قصف القرية بثلاث طائرات.", "قصف", "قصف", GROUND, AIR), ("قصف القرية بمطار طائرات.", "قصف", "قصف", GROUND, GROUND),
    ("قصف القرية من طائرات.", "قصف", "قصف", GROUND, AIR), ("قصف القرية قرب طائرات.", "قصف", "قصف", GROUND, GROUND),
    ("وقع هجوم قريب من ألغام.", "هجوم", "هجوم", CLASH, CLASH),
])
def test_what_is_bound_to_a_deed_is_what_it_was_done_with(
        text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """"With" binds means to a deed of the right type, over commas alone, and "from" binds aircraft only."""
    assert read(text, word, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("جرى استهداف من قبل قناص.", "استهداف", "استهدف", GROUND, ATTACK),
    ("جرى استهداف من قبل قناص.", "استهداف", "استهدف", AIR, AIR),
    ("جرى قصف من قبل قناص.", "قصف", "قصف", GROUND, GROUND),
    ("جرى استهداف القرية ومقتل قناص.", "استهداف", "استهدف", GROUND, GROUND),
    ("وقع هجوم انتحاري.", "هجوم", "هجوم", CLASH, SUICIDE), ("وقع هجوم انتحاري.", "هجوم", "هجوم", GROUND, GROUND),
    ("وقع اشتباك انتحاري.", "اشتباك", "اشتبك", CLASH, CLASH),
    ("اقتحم مسلح البوابة بسيارة مفخخة.", "اقتحم", "اقتحم", CLASH, SUICIDE),
    ("اقتحم مسلح البوابة.", "اقتحم", "اقتحم", CLASH, CLASH),
    ("هاجم مسلح البوابة بسيارة مفخخة.", "هاجم", "هاجم", CLASH, CLASH),
])
def test_a_sniper_shoots_and_who_rams_a_gate_blows_himself_up(
        text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """A sniper counts as who did it, "suicidal" and a rigged vehicle where the word for the deed may tell a bombing."""
    assert read(text, word, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("وقع هجوم بلغم.", "هجوم", "هجوم", CLASH, CHARGE), ("وقع هجوم بلغم.", "هجوم", "هجوم", OTHER, OTHER),
    ("تقدم الجيش بلغم.", "تقدم", "تقدم", CLASH, CLASH),
    ("عبوة استهدفت دورية.", "استهدفت", "استهدف", CLASH, CHARGE),
    ("العبوة الناسفة المزروعة استهدفت دورية.", "استهدفت", "استهدف", CLASH, CHARGE),
    ("العبوة الناسفة المزروعة الموقوتة استهدفت دورية.", "استهدفت", "استهدف", CLASH, CLASH),
    ("العبوة قرب المدرسة استهدفت دورية.", "استهدفت", "استهدف", CLASH, CLASH),
    ("أمس استهدفت دورية.", "استهدفت", "استهدف", CLASH, CLASH),
    ("نزع الخبراء آخر لغم\nاستهدفت المدفعية دورية.", "استهدفت", "استهدف", CLASH, CLASH),
    ("تقدم الجيش دون قتال.", "تقدم", "تقدم", CLASH, MOVED),
    ("تقدم الجيش دون قتال.", "تقدم", "تقدم", "Displacement", "Displacement"),
    ("هاجم الجيش القرية دون قتال.", "هاجم", "هاجم", CLASH, CLASH),
])
def test_a_charge_and_a_missing_fight_turn_fights_alone(
        text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """A charge, two adjectives behind it at most, and "without a fight" turn fights, and words that may tell it."""
    assert read(text, word, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("استخدمت الشرطة أمس الغاز المدمع لتفريق المحتجين.", "استخدمت", "استخدم.1", "Chemical weapon", INTERVENTION),
    ("استخدمت الشرطة مدافع المياه لتفريق المحتجين.", "استخدمت", "استخدم.1", GROUND, INTERVENTION),
    ("استخدم الجيش غاز الكلور قرب محطة المياه.", "استخدم", "استخدم.1", "Chemical weapon", "Chemical weapon"),
    ("استخدم الجيش غاز السارين في الغوطة.", "استخدم", "استخدم.1", "Chemical weapon", "Chemical weapon"),
    ("استخدم الجيش المدافع في الغوطة.", "استخدم", "استخدم.1", GROUND, GROUND),
    ("استخدم الجيش الكلور قرب خزان المياه.", "استخدم", "استخدم.1", "Chemical weapon", "Chemical weapon"),
    ("دمر المقاتلون دبابة ومضادا للطيران.", "دمر", "دمر.1", AIR, CLASH),
    ("دمر الطيران دبابة ومضادا للطيران.", "دمر", "دمر.1", AIR, AIR),
    ("دمر سلاح الجو دبابة.", "دمر", "دمر.1", AIR, AIR),
])
def test_tear_gas_water_and_anti_aircraft_guns(text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """Tear gas and water cannon put down a crowd, and a gun against aircraft is no aircraft."""
    assert read(text, word, lemma, kind) == read_as


def test_who_drives_into_a_mine_is_hit_by_its_blast() -> None:
    """A patrol's collision with a mine is the mine's blast, a crowd's with the police a clash."""
    collides = lexicon().by_name["صدام"]
    view, trigger = pointed("اصطدمت دورية للجيش بلغم في سيناء.", "اصطدمت", "Armed clash", "perfect")
    assert by_means(view, trigger.token, collides, "Armed clash") == "Remote explosive/landmine/IED"
    view, trigger = pointed("اصطدم مسلحون بالشرطة في سيناء.", "اصطدم", "Armed clash", "perfect")
    assert by_means(view, trigger.token, collides, "Armed clash") == "Armed clash"


@pytest.mark.parametrize(("gas", "kind"), [
    ("الغاز المسيل للدموع", INTERVENTION), ("قنابل الغاز المدمع", INTERVENTION),
    ("غاز السارين", CHEMICAL), ("الغاز السام والذخيرة", CHEMICAL),
])
def test_gas_that_makes_tears_is_no_weapon_of_war(gas: str, kind: str) -> None:
    """Who uses tear gas disperses a crowd, and who uses another gas attacks with chemicals."""
    assert read(f"استخدمت القوات {gas} في المدينة.", "استخدمت", "استخدم.1", CHEMICAL) == kind


@pytest.mark.parametrize(("what", "kind"), [
    ("قنبلة يدوية", "Grenade"), ("قنبلة يدوية الصنع", CHARGE), ("قنبلة كبيرة", CHARGE), ("سيارة يدوية", CHARGE),
])
def test_a_bomb_thrown_by_hand_that_goes_off_is_a_grenade(what: str, kind: str) -> None:
    """A blast of a grenade is one, and a bomb made by hand is none."""
    assert read(f"انفجرت {what} في ملهى.", "انفجرت", "انفجر", CHARGE) == kind
    assert read("انفجرت قنبلة", "انفجرت", "انفجر", CHARGE) == CHARGE


@pytest.mark.parametrize(("means", "kind"), [
    ("بمروحياته", "Air/drone strike"), ("بمقاتلاته", "Air/drone strike"), ("بمسيراته", "Air/drone strike"),
    ("بمدفعيته", "Shelling/artillery/missile attack"),
])
def test_what_an_army_shells_with_its_helicopters_is_struck_from_the_air(means: str, kind: str) -> None:
    """An army that shells "with its helicopters" strikes from the air, and "with its artillery" from the ground."""
    assert told(f"قصف الجيش السوداني {means} قرى في جبل مرة.", "قصف").sub_event_type == kind


@pytest.mark.parametrize(("text", "word", "lemma", "read_as"), [
    ("أمطر مسلحون دورية بوابل من الرصاص.", "أمطر", "أمطر", CLASH),
    ("أمطر مسلحون دورية بالقذائف والرصاص.", "أمطر", "أمطر", GROUND),
    ("أمطر مسلحون دورية، ثم فروا تحت الرصاص.", "أمطر", "أمطر", GROUND),
    ("قصف مسلحون دورية بالرصاص.", "قصف", "قصف", GROUND),
])
def test_who_rains_bullets_shells_nobody(text: str, word: str, lemma: str, read_as: str) -> None:
    """Bullets that are rained on somebody are shot, and shells with them are shelling."""
    assert read(text, word, lemma, GROUND) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "read_as"), [
    ("قناص أصاب راهبا.", "أصاب", "أصاب", ATTACK),
    ("قذيفة أصابت راهبا.", "أصابت", "أصاب", GROUND),
    ("أصاب راهبا.", "أصاب", "أصاب", GROUND),
])
def test_a_sniper_that_hits_somebody_shot_at_him(text: str, word: str, lemma: str, read_as: str) -> None:
    """A sniper right before the verb is who hit, and shells nobody."""
    assert read(text, word, lemma, GROUND) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "read_as"), [
    ("أعلن الجيش أن مروحياته أغارت على تجمع.", "أغارت", "أغار", AIR),
    ("أعلن الجيش أن قواته أغارت على تجمع.", "أغارت", "أغار", CLASH),
    ("أعلن الجيش أن مروحيات أغارت على تجمع.", "أغارت", "أغار", CLASH),
    ("أعلن الجيش أن مدفعيته ومروحياته أغارت على تجمع.", "أغارت", "أغار", CLASH),
    ("أعلن الجيش أن مروحياته تقدمت.", "تقدمت", "تقدم", CLASH),
    ("أغارت على تجمع.", "أغارت", "أغار", CLASH),
])
def test_aircraft_of_somebody_strike_from_the_air(text: str, word: str, lemma: str, read_as: str) -> None:
    """Aircraft with their owner's pronoun before a verb that may tell a strike do it; his troops fight."""
    assert read(text, word, lemma, CLASH) == read_as


@pytest.mark.parametrize(("text", "read_as"), [
    ("وجه الجيش ضربات موجعة للمتمردين في صعدة.", CLASH),
    ("وجه الجيش ضربات قوية وقاصمة للمتمردين في صعدة.", CLASH),
    ("وجهت المقاتلات ضربات موجعة للمتمردين في صعدة.", AIR),
    ("وجه الجيش ضربات صاروخية موجعة للمتمردين في صعدة.", AIR),
    ("وجه الجيش ضربات دقيقة للمتمردين في صعدة.", AIR),
])
def test_painful_blows_are_fighting(text: str, read_as: str) -> None:
    """Blows that are called painful or crushing are of a fight, unless aircraft or rockets are named with them."""
    assert read(text, "ضربات", "ضرب.1", AIR) == read_as


def test_who_is_struck_with_clubs_is_beaten() -> None:
    """Clubs make a beating of a strike, and rockets do not."""
    assert read("الحراس ضربوه بالهراوات.", "ضربوه", "ضرب.2", AIR) == ATTACK
    assert read("الحراس ضربوه بالصواريخ.", "ضربوه", "ضرب.2", AIR) == AIR


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("يقصف الجيش التركي من الجو منطقة عين عيسى.", "يقصف", "قصف", GROUND, AIR),
    ("قضى ستة مسلحين إثر هجوم صاروخي لطائرة مسيرة بوزيرستان.", "هجوم", "هجوم", GROUND, AIR),
    ("قضى ستة مسلحين إثر هجوم صاروخي بطائرة مسيرة بوزيرستان.", "هجوم", "هجوم", GROUND, AIR),
    ("قتل ستة مسلحين في هجوم لطائرات التحالف شرق حمص.", "هجوم", "هجوم", CLASH, AIR),
    ("أصيب رعاة في هجوم صاروخي لطائرة مسيرة قرب خوست.", "هجوم", "هجوم", GROUND, AIR),
    ("أصيب رعاة في هجوم لطائرات التحالف شرق حمص.", "هجوم", "هجوم", CLASH, AIR),
    ("قتل ستة جنود في هجوم لمسلحي التنظيم شرق حمص.", "هجوم", "هجوم", CLASH, CLASH),
    # what is behind a break or says where something is tells no means, nor does whom another thing is of
    ("قصف الجيش التركي منطقة عين عيسى، ومن الجو صورت طائرة المنطقة.", "قصف", "قصف", GROUND, GROUND),
    ("قصف الجيش التركي مقرا قرب سلاح الجو شرق حمص.", "قصف", "قصف", GROUND, GROUND),
    ("هاجم مسلحون قرية ألقيت عليها مساعدات من الجو.", "هاجم", "هاجم", CLASH, CLASH),
    ("قصف مدفعي وتحليق لطائرات التحالف شرق حمص.", "قصف", "قصف", GROUND, GROUND),
])
def test_from_the_air_or_of_an_aircraft_is_a_strike_from_there(text: str, word: str, lemma: str, kind: str,
                                                               read_as: str) -> None:
    """A deed done "from the air", and an attack right behind which its aircraft stands, are strikes from the air."""
    assert read(text, word, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "kind"), [
    ("سمع السكان دوي انفجار شرق بلدة طفس أمس.", GROUND),
    ("قتل 12 شخصا عند انفجار مستودع ذخيرة شمال بلدة طفس أمس.", GROUND),
    ("سمع السكان دوي انفجار عبوة ناسفة في مدينة شهبا أمس.", CHARGE),
    ("قتل 12 شخصا في انفجار في بلدة سرمدا قرب مستودع أمس.", CHARGE),
])
def test_a_blast_that_is_heard_or_of_a_store_is_of_no_charge(text: str, kind: str) -> None:
    """A blast of which only the sound is told, or of a store, is shelling; one whose charge is named is not."""
    assert read(text, "انفجار", "انفجر", CHARGE) == kind


@pytest.mark.parametrize(("text", "read_as"), [
    ("أصيب خمسة حراس في غارة شنها مقاتلو الجماعة على المخفر.", CLASH),
    ("أصيب خمسة حراس في غارة شنتها مقاتلات الجماعة على المخفر.", AIR),
    ("أصيب خمسة حراس في غارة شنها سلاح الجو.", AIR),
    ("شارك جنود كينيون في غارة على معسكر للجماعة.", CLASH),
    ("شاركت طائرات كينية في غارة على معسكر للجماعة.", AIR),
    ("شاركت القوات الكينية في غارة على معسكر للجماعة.", CLASH),
    ("شاركت كينيا في غارة على معسكر للجماعة.", AIR),
    ("شاركت القوات الكينية في غارة جوية على معسكر للجماعة.", AIR),
    ("قال الجنود إنهم شاركوا في غارة على معسكر للجماعة.", CLASH),
    ("شارك جنود كينيون بعد غارة على معسكر للجماعة.", AIR),
    ("أصيب جنود كينيون في غارة على معسكر للجماعة.", AIR),
])
def test_a_raid_of_men_is_fighting(text: str, read_as: str) -> None:
    """A raid that fighters launched or troops took part in is none from the air; a state may take part by aircraft."""
    assert read(text, "غارة", "غارة", AIR) == read_as


def test_what_men_took_part_in_may_be_an_air_strike() -> None:
    """Who takes part in shelling need not be on the ground."""
    assert read("شاركت وحدات أردنية في قصف القرية.", "قصف", "قصف", AIR) == AIR


@pytest.mark.parametrize(("text", "word", "read_as"), [
    ("حلقت الطائرات فوق الوادي، وقصفت القوات القرية بقذائف الهاون.", "وقصفت", GROUND),
    ("وقصفت القوات القرية بالمدفعية.", "وقصفت", GROUND),
    ("وقصفت الطائرات القرية بقذائف المدفعية.", "وقصفت", AIR),
    ("وقصفت القوات القرية بصواريخ موجهة.", "وقصفت", AIR),
    ("وقصفت القوات القرية بقذائف", "وقصفت", AIR),
    ("وقع قصف بالمدفعية.", "قصف", AIR),
])
def test_what_is_shelled_with_guns_is_not_struck_from_the_air(text: str, word: str, read_as: str) -> None:
    """Guns or their shells say how a side shelled, unless aircraft of the clause fire them; rockets may be theirs."""
    assert read(text, word, "قصف", AIR) == read_as
