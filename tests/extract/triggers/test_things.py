"""What a deed is done to settles what it is."""

import pytest
from tests.extract.drafted import pointed, told

from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers import things
from sijill.extract.triggers.things import by_things

AID, DISARMED = "Aid", "Disrupted weapons use"
LEFT, MOVED, OTHER = "Non-violent transfer of territory", "Change to group/activity", "Other"
AIR, CLASH, CHARGE = "Air/drone strike", "Armed clash", "Remote explosive/landmine/IED"
TAKEN, ATTACK = "Non-state actor overtakes territory", "Attack"
DISPLACED, LOOTED = "Displacement", "Looting/property destruction"
AGREED = "Agreement"
SET_UP, PROTEST = "Headquarters or base established", "Peaceful protest"


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("ألقت طائرات أردنية حصصا غذائية للسكان في بلدة نبل.", "ألقت", AID),
    ("نقلت ثلاث طائرات سعودية مساعدات إلى مطار عدن.", "نقلت", AID),
    ("نقلت ثلاث طائرات سعودية جنودا إلى مطار عدن.", "نقلت", "Change to group/activity"),
])
def test_aid_that_is_carried_is_aid(text: str, word: str, kind: str) -> None:
    """Whoever carries or drops food gives aid, and whoever carries soldiers moves them."""
    assert told(text, word).sub_event_type == kind


@pytest.mark.parametrize(("text", "kind"), [
    ("انضمت بلدات الحراك والصورة وعلما شرق درعا إلى المصالحة المعلنة هناك.", AGREED),
    # a town that is spelled like a verb is none
    ("انضمت بلدتا صيدا ونصيب إلى المصالحة المعلنة هناك.", AGREED),
    ("انضم عشرات المقاتلين من أحرار الشام إلى جبهة النصرة في إدلب بعد توقيع المصالحة.", MOVED),
])
def test_towns_that_join_an_accord_agree(text: str, kind: str) -> None:
    """Who joins an accord agrees, over a list of towns, and who joins a group changes sides."""
    assert told(text, text.split()[0]).sub_event_type == kind


def test_leaflets_are_no_bombs_whosever_aircraft_drop_them() -> None:
    """Aircraft that drop leaflets strike nothing, though their owner and the day stand between; barrels strike."""
    owner = "ألقت مروحيات حربية تابعة للجيش السوري الجمعة"
    assert told(f"{owner} مناشير على بلدة جرجناز.", "ألقت").sub_event_type == OTHER
    assert told(f"{owner} براميل متفجرة على بلدة جرجناز.", "ألقت").sub_event_type == AIR


def test_heavy_arms_withdrawn_are_not_seized() -> None:
    """An army that withdraws its heavy arms moves them; who hands his over is disarmed."""
    text = "سحبت القوات السورية أسلحتها الثقيلة من محيط مدينة إدلب."
    assert told(text, "سحبت").sub_event_type != DISARMED
    assert told("سلم المسلحون أسلحتهم الثقيلة للجيش السوري في بلدة قدسيا.", "سلم").sub_event_type == DISARMED


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
    """Who sets a bomb sets no post, nor is one set up where a bomb was laid."""
    text = "وضع مجهولون قنبلة في دار للبلدية في الموصل."
    assert told(text, "وضع").sub_event_type == "Remote explosive/landmine/IED"
    for laid in ("قنبلة", "عبوة ناسفة", "ألغاما"):
        text = f"ذكر شهود أن {laid} وضعت أمس على طريق سوق البصرة."
        assert told(text, "وضعت").sub_event_type == "Remote explosive/landmine/IED"
    text = "وضع الجيش السوري حواجز داخل مدينة الموصل."
    assert told(text, "وضع").sub_event_type == "Headquarters or base established"


def test_people_who_block_a_road_protest() -> None:
    """A road blocked by people is a protest, or a riot where they bar it with tyres or stones or light them there; one
    blocked by an army is neither."""
    for who, how, kind in (("شبان", "احتجاجا على انقطاع الكهرباء", "Peaceful protest"),
                           ("عدد من الأهالي", "بالسواتر الترابية", "Peaceful protest"),
                           ("شبان", "بالإطارات المشتعلة", "Violent demonstration"),
                           ("شبان", "مساء أمس الأول بالحجارة والإطارات", "Violent demonstration"),
                           ("شبان", "وأشعلوا الإطارات", "Violent demonstration"),
                           ("شبان", "بعد وصول شاحنة الإطارات", "Peaceful protest"),
                           ("الجيش العراقي", "بالسواتر الترابية", "Other")):
        assert told(f"قطع {who} الطريق بين البصرة والزبير {how}.", "قطع").sub_event_type == kind


@pytest.mark.parametrize(("text", "lemma", "kind", "read_as"), [
    ("أرسلت مساعدات.", "أرسل.1", MOVED, AID), ("أرسلت مساعدات.", "أرسل.1", CLASH, CLASH),
    ("قطعت مساعدات.", "قطع.1", OTHER, OTHER), ("أرسلت مساعدات", "أرسل.1", MOVED, AID),
    ("أرسلت جنودا للإغاثة.", "أرسل.1", MOVED, MOVED), ("أرسلت مساعدات عسكرية.", "أرسل.1", MOVED, MOVED),
    ("أرسلت جنودا، مساعدات.", "أرسل.1", MOVED, MOVED), ("أرسلت جنودا حيث مساعدات.", "أرسل.1", MOVED, MOVED),
    ("أرسلت جنودا واستولت مساعدات.", "أرسل.1", MOVED, MOVED),
    ("أرسلت إلى مدينة دوما مساعدات.", "أرسل.1", MOVED, MOVED),
    ("أرسلت خلال اشتباكات مساعدات.", "أرسل.1", MOVED, AID),
    ("سلمت أسلحتها.", "سلّم.1", LEFT, DISARMED), ("تسلمت أسلحتها.", "تسلم", LEFT, DISARMED),
    ("سلمت أسلحتها.", "سلّم.1", MOVED, MOVED), ("أخذت أسلحتها.", "قطع.1", LEFT, LEFT),
    ("سلموا أنفسهم.", "سلّم.1", LEFT, MOVED), ("سلموا أنفسهم.", "سلّم.1", OTHER, OTHER),
    ("تسلموا أنفسهم.", "تسلم", LEFT, LEFT),
    ("سلمت سيطرتها.", "سلّم.1", MOVED, LEFT), ("سلمت سيطرتها.", "سلّم.1", OTHER, OTHER),
    ("أرسلت سيطرتها.", "أرسل.1", MOVED, MOVED),
    ("دمر سيارة مفخخة.", "دمر.1", CLASH, DISARMED), ("دمر سيارة مفخخة.", "دمر.1", AIR, AIR),
    ("هاجم سيارة مفخخة.", "هاجم", CLASH, CLASH), ("دمر منزلا بسيارة مفخخة.", "دمر.1", CLASH, CLASH),
    ("دمر منزلا.", "دمر.1", CLASH, CLASH),
    ("أسقط قنبلة.", "أسقط.2", OTHER, AIR), ("أسقط قنبلة.", "أسقط.2", CLASH, CLASH),
    ("ضبط قنبلة.", "صادر", DISARMED, DISARMED),
    ("وضع قنبلة.", "وضع.1", SET_UP, CHARGE), ("وضع قنبلة.", "وضع.1", OTHER, OTHER),
    ("أقام قنبلة.", "أقام", SET_UP, SET_UP),
    ("قطع شبان الطريق.", "قطع.1", OTHER, PROTEST), ("قطع شبان الطريق.", "قطع.1", CLASH, CLASH),
    ("سلم شبان الطريق.", "سلّم.1", OTHER, OTHER), ("قطع أمس شبان الطريق.", "قطع.1", OTHER, OTHER),
    ("قطع خمسون من الشبان الطريق.", "قطع.1", OTHER, PROTEST), ("قطع عدد من", "قطع.1", OTHER, OTHER),
    ("إغلاق شبان الطريق.", "أغلق", OTHER, OTHER),
    ("طرد التنظيم السكان من البلدة.", "طرد", TAKEN, DISPLACED), ("طردت السكان.", "طرد", DISARMED, DISARMED),
    ("طرد مسلحي داعش من البلدة.", "طرد", TAKEN, TAKEN), ("طرد مسلحين وسكانا.", "طرد", TAKEN, TAKEN),
    ("طرد داعش من بلدة السكان.", "طرد", TAKEN, TAKEN), ("هاجم السكان.", "هاجم", CLASH, CLASH),
    ("طرد داعش، السكان.", "طرد", TAKEN, TAKEN), ("طرد داعش وأجبر السكان.", "طرد", TAKEN, TAKEN),
    ("طرد مقاتلين من السكان.", "طرد", TAKEN, TAKEN), ("طرد مسلحين للسكان.", "طرد", TAKEN, TAKEN),
    ("استولوا على أسلحة.", "استولى", TAKEN, DISARMED), ("استولوا على شاحنات.", "استولى", TAKEN, LOOTED),
    ("استولوا على ألف طن من الطحين.", "استولى", TAKEN, LOOTED), ("استولوا على بلدة.", "استولى", TAKEN, TAKEN),
    ("سيطروا على أسلحة.", "سيطر.1", TAKEN, TAKEN), ("استولوا على أسلحة.", "استولى", CLASH, CLASH),
    ("حررت القوات أربعة محتجزين.", "حرر.1", TAKEN, OTHER), ("حررت القوات بلدة.", "حرر.1", TAKEN, TAKEN),
    ("حررت القوات ثلاثة عشر شرطيا.", "حرر.1", TAKEN, OTHER), ("حررت القوات البلدة.", "حرر.1", TAKEN, TAKEN),
    ("حررت القوات البلدة والأسرى.", "حرر.1", TAKEN, TAKEN), ("أخذت أسرى.", "أخذ", TAKEN, TAKEN),
    ("أنشأت قاعدة.", "أنشأ", MOVED, SET_UP), ("أنشأت لواء.", "أنشأ", MOVED, MOVED),
    ("أرسلت قاعدة.", "أرسل.1", MOVED, MOVED), ("أنشأت قاعدة.", "أنشأ", CLASH, CLASH),
    ("طرد السكان.", "طرد", LEFT, DISPLACED), ("طرد السكان.", "طرد", CLASH, DISPLACED),
    ("طرد السكان.", "طرد", MOVED, DISPLACED), ("حررت القوات أربعة محتجزين.", "حرر.1", CLASH, CLASH),
    ("ضرب طوقا.", "ضرب.2", "Shelling/artillery/missile attack", OTHER), ("ضرب طوقا.", "ضرب.2", ATTACK, OTHER),
    ("ضرب طوقا.", "ضرب.2", CLASH, CLASH), ("طرد داعش حيث السكان.", "طرد", TAKEN, TAKEN),
    ("طرد مسلحين في حلب السكان.", "طرد", TAKEN, TAKEN), ("طرد مسلحين لعائلات.", "طرد", TAKEN, TAKEN),
    ("طرد مسلحين لاجئين.", "طرد", TAKEN, DISPLACED),
    ("طرد مسلحين بعائلات.", "طرد", TAKEN, TAKEN), ("أنشأت قاعدة.", "أنشأ", OTHER, SET_UP),
    ("ضرب طوقا.", "ضرب.2", AIR, OTHER), ("ضرب بلدة.", "ضرب.2", AIR, AIR), ("قصف طوقا.", "قصف", AIR, AIR),
    ("اكتشفت مقبرة جماعية.", "اكتشف", DISARMED, ATTACK), ("عثرت على جثث.", "عثر.1", OTHER, ATTACK),
    ("عثرت على أسلحة وجثث.", "عثر.1", DISARMED, DISARMED),
    ("اكتشفت مقبرة جماعية.", "اكتشف", CLASH, CLASH), ("فتشت مقبرة.", "فتش", OTHER, OTHER),
    ("اكتشفت مخبأ.", "اكتشف", DISARMED, DISARMED),
    ("عثرت القوات خلال الليل وبعد بحث طويل على أكثر من مئة جثة.", "عثر.1", DISARMED, ATTACK),
    ("اقتحمت القوات عدة منازل.", "اقتحم", CLASH, OTHER), ("اقتحمت القوات منزلا.", "اقتحم", ATTACK, OTHER),
    ("اقتحمت القوات عدة منازل.", "اقتحم", TAKEN, TAKEN),
    ("اقتحمت القوات البلدة.", "اقتحم", CLASH, CLASH), ("اقتحمت القوات حلب عبر منازل.", "اقتحم", CLASH, CLASH),
])
def test_each_thing_turns_its_own_deeds_alone(text: str, lemma: str, kind: str, read_as: str) -> None:
    """A thing settles a deed of one type, told by a word for doing that to it, and no other; it stands before any
    place, break, clause or other verb."""
    view, trigger = pointed(text, text.split()[0], kind)
    assert by_things(view, trigger.token, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "read_as"), [
    ("اقتحمت الشرطة الإسرائيلية ممرات المستشفى.", OTHER), ("الشرطة الإسرائيلية اقتحمت المستشفى.", OTHER),
    ("اقتحم تنظيم داعش المستشفى.", OTHER), ("اقتحم الوزير الإسرائيلي المستشفى.", CLASH),
    ("اقتحم مسلحون المستشفى.", CLASH),
    ("اقتحمت الشرطة الإسرائيلية المدينة، والمستشفى.", CLASH), ("اقتحمت الشرطة الإسرائيلية المدينة.", CLASH),
])
def test_a_side_that_storms_a_hospital_raids_it(text: str, read_as: str) -> None:
    """A state's forces or a group's right beside the verb raid a hospital; gunmen, and whoever storms a town, fight."""
    word = next(w for w in text.split() if w.startswith("اقتحم"))
    view, trigger = pointed(text, word, CLASH)
    assert by_things(view, trigger.token, "اقتحم", CLASH) == read_as


def test_what_a_side_is_called_is_not_what_it_hands_over() -> None:
    """"The air arm" that hands over a town hands over no arms, though its name is a word for them."""
    view, trigger = pointed("سلم سلاح الجو السوري المدينة.", "سلم", LEFT)
    assert by_things(view, trigger.token, "سلّم.1", LEFT) == LEFT


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("ألقت الطائرات منشورات على البلدة.", "ألقت", "ألقى.1", AIR, OTHER),
    ("ألقت الطائرات براميل متفجرة ومنشورات على البلدة.", "ألقت", "ألقى.1", AIR, AIR),
    ("أسقط الجيش منشورات فوق البلدة.", "أسقط", "أسقط.1", DISARMED, OTHER),
    ("ألقت الطائرات براميل على البلدة.", "ألقت", "ألقى.1", AIR, AIR),
    ("ألقت الطائرات مساعدات على البلدة.", "ألقت", "ألقى.5", AID, AID),
    ("ألقت الطائرات في البلدة منشورات.", "ألقت", "ألقى.1", AIR, OTHER),
    ("وضعت الوزارة قواتها في حالة تأهب.", "وضعت", "وضع.1", SET_UP, MOVED),
    ("ألقت الطائرات منشورات على البلدة.", "ألقت", "ألقى.5", AID, AID),
    ("وضعت الوزارة حواجز في الطريق.", "وضعت", "وضع.1", SET_UP, SET_UP),
    ("وضعت السلطات حظرا للتجول في المدينة.", "وضعت", "وضع.1", SET_UP, OTHER),
    ("رفعت السلطات حظرا للتجول.", "رفعت", "رفع.1", TAKEN, OTHER),
    ("رفعت السلطات حصارها عن البلدة.", "رفعت", "رفع.1", TAKEN, OTHER),
    ("رفع الجيش حالة التأهب.", "رفع", "رفع.1", TAKEN, MOVED),
    ("رفع الجيش العلم فوق البلدية.", "رفع", "رفع.1", TAKEN, TAKEN),
])
def test_leaflets_alerts_and_curfews(text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """Who drops leaflets strikes nobody, who puts forces on alert sets up no post, who lifts a curfew takes nothing."""
    view, trigger = pointed(text, word, kind, "perfect")
    assert by_things(view, trigger.token, lemma, kind) == read_as


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("استولت المقاومة الشعبية في اليمن خلال المعارك على مدرعة ومدفع هاون.", "استولت", DISARMED),
    ("استولت المقاومة الشعبية في اليمن على آليات ومعدات عسكرية.", "استولت", DISARMED),
    ("استولت المقاومة الشعبية في اليمن على مدينة ذمار.", "استولت", "Government regains territory"),
])
def test_armour_that_is_seized_is_no_place(text: str, word: str, kind: str) -> None:
    """Who takes hold of armour and guns takes no place; who takes hold of a town does."""
    assert told(text, word).sub_event_type == kind


@pytest.mark.parametrize(("text", "kind"), [
    ("أحرق مسلحون من داعش ثلاثة رجال وهم أحياء في الحويجة.", ATTACK),
    ("أحرق مسلحون من داعش أربعة شبان حتى الموت في الحويجة.", ATTACK),
    ("أحرق مسلحون من داعش أحياء في الحويجة.", LOOTED),
])
def test_people_burnt_alive_are_attacked(text: str, kind: str) -> None:
    """Who is burnt alive or to death is attacked; the burning of quarters, spelled like "alive", destroys property."""
    assert told(text, "أحرق").sub_event_type == kind


@pytest.mark.parametrize(("text", "read_as"), [
    ("أخذ المسلحون نزلاء الفندق رهائن.", "Abduction/forced disappearance"),
    ("أخذ المسلحون البلدة من رهائن.", "Non-state actor overtakes territory"),
])
def test_who_takes_hostages_takes_no_place(text: str, read_as: str) -> None:
    """Who takes people as hostages abducts them."""
    view, trigger = pointed(text, "أخذ", "Non-state actor overtakes territory", "perfect")
    assert by_things(view, trigger.token, "أخذ", trigger.sub_event_type) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "read_as"), [
    ("سيطرت البحرية على سفينة شحن.", "سيطرت", "سيطر.1", TAKEN, LOOTED),
    ("سيطرت البحرية على ميناء للسفن.", "سيطرت", "سيطر.1", TAKEN, TAKEN),
    ("وزعت البحرية منشورات في البلدة.", "وزعت", "وزّع", AID, OTHER),
    ("وزعت البعثة مساعدات ومنشورات في البلدة.", "وزعت", "وزّع", AID, AID),
])
def test_ships_and_handed_out_leaflets(text: str, word: str, lemma: str, kind: str, read_as: str) -> None:
    """Who seizes a ship takes no place, and who hands out leaflets gives no aid."""
    view, trigger = pointed(text, word, kind, "perfect")
    assert by_things(view, trigger.token, lemma, kind) == read_as


def test_pupils_who_are_driven_out_are_displaced() -> None:
    """Whoever drives girls out of a school takes no place from anybody."""
    view, trigger = pointed("طرد المسلحون 30 طالبة من المدرسة.", "طرد", TAKEN, "perfect")
    assert by_things(view, trigger.token, "طرد", TAKEN) == DISPLACED


@pytest.mark.parametrize(("text", "read_as"), [
    ("قال مسعفون إن جثتي شابين عثر عليهما داخل نفق.", ATTACK),
    ("قال جنود إن أسلحة عثر عليها داخل نفق.", DISARMED),
    ("قال جنود إن جثثا وأسلحة عثر عليها داخل نفق.", DISARMED),
    ("دفنت جثة، ثم عثر الجنود على نفق.", DISARMED),
])
def test_bodies_that_were_found_may_stand_before_it(text: str, read_as: str) -> None:
    """Bodies "that were found" were killed, arms that were found are seized."""
    view, trigger = pointed(text, "عثر", DISARMED, "perfect")
    assert by_things(view, trigger.token, "عثر", DISARMED) == read_as


@pytest.mark.parametrize(("text", "kind", "after"), [
    ("بدأوا بتسليم موقع قرب النهر للجيش.", DISARMED, LEFT),
    ("قاموا بتسليم حاجز على الطريق للجيش.", DISARMED, LEFT),
    ("قاموا بتسليم صواريخ للجيش.", DISARMED, DISARMED),
])
def test_ground_that_is_handed_over_is_no_arms(text: str, kind: str, after: str) -> None:
    """Posts and towns handed over pass to others, arms are given up."""
    view, trigger = pointed(text, "بتسليم", kind)
    assert by_things(view, trigger.token, "سلّم.1", kind) == after


def test_a_siege_that_is_tightened_takes_no_place() -> None:
    """Who tightens a siege besieges, who tightens a grip has taken the place."""
    for what, kind in (("حصاره", OTHER), ("الطوق", OTHER), ("سيطرته", TAKEN)):
        text = f"أحكم الجيش {what} على البلدة."
        view, trigger = pointed(text, "أحكم", TAKEN, "perfect")
        assert by_things(view, trigger.token, "أحكم", TAKEN) == kind
    view, trigger = pointed("استعاد الجيش حصاره على البلدة.", "استعاد", TAKEN, "perfect")
    assert by_things(view, trigger.token, "استعاد.1", TAKEN) == TAKEN


@pytest.mark.parametrize(("whom", "kind"), [
    ("أكثر من ألفي مهاجر", DISPLACED), ("مئات المهاجرين", DISPLACED), ("أكثر من مئة مسلح", TAKEN),
    ("المسلحين من بين ألفي مهاجر", TAKEN),
])
def test_more_than_so_many_people_driven_out_are_displaced(whom: str, kind: str) -> None:
    """The "from" of "more than" begins no other phrase, every other one does."""
    view, trigger = pointed(f"طردت السلطات {whom} إلى البلدة.", "طردت", TAKEN, "perfect")
    assert by_things(view, trigger.token, "طرد", TAKEN) == kind


def test_cattle_that_is_seized_is_loot() -> None:
    """Who seizes heads of cattle has taken no place."""
    view, trigger = pointed("استولى المهاجمون على آلاف رؤوس الماشية.", "استولى", TAKEN, "perfect")
    assert by_things(view, trigger.token, "استولى", TAKEN) == LOOTED


@pytest.mark.parametrize(("text", "kind"), [
    ("انسحبت الحكومة من الاتفاق النووي.", AGREED), ("انسحبت الحكومة من معاهدة الحدود.", AGREED),
    ("انسحبت الحركة من الهدنة أمس.", AGREED), ("انسحبت الحركة من حلب، ومن الهدنة.", LEFT),
    ("انسحبت القوات من المدينة بعد الاتفاق.", LEFT), ("انسحبت القوات.", LEFT),
    ("انسحبت القوات، وجاء من الاتفاق السلام.", LEFT), ("انسحبت القوات وقصفت من الاتفاق.", LEFT),
])
def test_who_withdraws_from_a_deal_leaves_no_place(text: str, kind: str) -> None:
    """Withdrawal from a treaty is of the deal, withdrawal from a town is of the place."""
    view, trigger = pointed(text, "انسحبت", LEFT, "perfect")
    assert by_things(view, trigger.token, "انسحب", LEFT) == kind


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("تمكن السجناء التسعة من الفرار قرب العريش.", "الفرار", OTHER),
    ("فر عشرات المعتقلين من سجن في طرابلس.", "فر", OTHER),
    ("فر آلاف المدنيين من عفرين، وقتل ثلاثة معتقلين.", "فر", DISPLACED),
    ("فر السكان من البلدة بعد قتل السجناء.", "فر", DISPLACED),
    ("فر مع ثلاثة سجناء من البلدة.", "فر", DISPLACED),
])
def test_captives_who_flee_are_not_displaced(text: str, word: str, kind: str) -> None:
    """Prisoners who escape are no displaced people; people who flee are."""
    view, trigger = pointed(text, word, DISPLACED, "perfect" if word == "فر" else "noun")
    assert by_things(view, trigger.token, word.removeprefix("ال").replace("فرار", "فر"), DISPLACED) == kind


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("طالبت بغداد بتسليم المطلوبين من قيادات الحزب.", "تسليم", OTHER),
    ("سلمت حركة حماس جثتي جنديين.", "سلمت", OTHER),
    ("سلمت حركة حماس معبر رفح.", "سلمت", LEFT),
])
def test_persons_and_bodies_handed_over_are_no_place(text: str, word: str, kind: str) -> None:
    """Who hands over the wanted or the dead leaves no place; who hands over a crossing does."""
    view, trigger = pointed(text, word, LEFT)
    assert by_things(view, trigger.token, "سلّم", LEFT) == kind


@pytest.mark.parametrize(("text", "word", "lemma", "kind"), [
    ("أضرم مستوطنون النار ليلا في كوخ، ما أدى إلى مقتل طفل.", "أضرم", "أضرم", ATTACK),
    ("استشهد رضيع وأصيب ثلاثة جراء إحراق مستوطنين منزلهم.", "إحراق", "أحرق.1", ATTACK),
    # nobody died, or of something else
    ("أضرم مستوطنون النار في منزل مما أدى إلى دمار كبير.", "أضرم", "أضرم", LOOTED),
    ("أحرق محتجون مقر الحزب بعد مقتل طفل.", "أحرق", "أحرق.1", LOOTED),
    ("قتل طفل ثم أحرق محتجون مقر الحزب.", "أحرق", "أحرق.1", LOOTED),
])
def test_a_fire_that_kills_is_an_attack(text: str, word: str, lemma: str, kind: str) -> None:
    """Who sets fire to a house and so kills people attacks them; a fire that kills nobody destroys property."""
    view, trigger = pointed(text, word, LOOTED)
    assert by_things(view, trigger.token, lemma, LOOTED) == kind


def test_every_row_asks_for_what_there_is() -> None:
    """The rows of things.tsv name types, classes of words and conditions that there are."""
    read = {row for rows in things._rows().values() for row in rows}
    assert len(read) > 30
    for row in read:
        named = {*row.deeds, *row.persons, *(name for name, _ in (*row.things, *row.unless))}
        assert named <= deed_words().names, named - deed_words().names
        assert row.told in event_types() and (not row.where or row.where in things._WHERE)
    assert {row.where for row in read} - {""} == set(things._WHERE)


def test_those_who_fled_are_not_the_prisoners_behind_them() -> None:
    """A word for those who fled tells of them, and not of prisoners named behind it; a verb tells of the prisoners."""
    for text, word, kind in (("أعدم التنظيم الفارين أمام سجناء البلدة.", "الفارين", DISPLACED),
                             ("فر أمس سجناء البلدة.", "فر", OTHER)):
        view, trigger = pointed(text, word, DISPLACED)
        hit = view.hits[trigger.token]
        assert hit is not None and by_things(view, trigger.token, hit.lemmas[0].name, DISPLACED) == kind


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("قتل 12 شخصا في هجوم شنه مسلحون على فندق وسط بغداد.", "هجوم", ATTACK),
    ("وقع هجوم استهدف كنيسة في مدينة حمص.", "هجوم", ATTACK),
    ("هاجم مسلحو داعش حافلة قرب تدمر.", "هاجم", ATTACK),
    # armed men's, near one only, and a village, which armed men may hold
    ("هاجم مسلحو داعش حافلة للجيش السوري قرب تدمر.", "هاجم", CLASH),
    ("هاجم مسلحو داعش جنودا سوريين أمام فندق في تدمر.", "هاجم", CLASH),
    ("هاجم مسلحو داعش قرية السكري قرب تدمر.", "هاجم", CLASH),
    ("هاجم مسلحو داعش نقطة تفتيش وأحرقوا حافلة قرب تدمر.", "هاجم", CLASH),
])
def test_who_attacks_where_people_live_or_pray_attacks_them(text: str, word: str, kind: str) -> None:
    """An attack on a hotel, church or bus is one on people, unless armed men own it or it is only near."""
    assert told(text, word).sub_event_type == kind


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("هاجم مسلحون فندقا.", "هاجم", ATTACK),
    ("هاجم مسلحون ليلا على فندق.", "هاجم", ATTACK),
    ("هاجم مسلحون فندقا للجيش السوري.", "هاجم", CLASH),
    ("هاجم مسلحون حاجزا قرب فندق.", "هاجم", CLASH),
    # what is hit next, or by whom is attacked, is another's object
    ("هاجم مسلحون حاجزا واستهدف كنيسة.", "هاجم", CLASH),
    ("هاجم مسلحون جنودا حاصروا فندقا.", "هاجم", CLASH),
])
def test_the_site_is_what_the_attack_is_on(text: str, word: str, kind: str) -> None:
    """The site is the attack's own object, or what "on" leads to, and not what lies near or is hit in another deed."""
    view, trigger = pointed(text, word, CLASH)
    assert by_things(view, trigger.token, "هاجم", CLASH) == kind


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("انتشلت الشرطة جثث خمسة مدنيين من بئر في ريف إدلب.", "انتشلت", True),
    ("انتشلت الشرطة جثث خمسة مدنيين من بئر، ثم انتشل سكان جثة من نهر.", "انتشلت", True),
    ("انتشل الدفاع المدني جثث خمسة مدنيين من تحت الأنقاض في مدينة إدلب.", "انتشل", False),
    ("انتشل الدفاع المدني جثث خمسة مدنيين بعد قصف على مدينة إدلب.", "انتشل", False),
])
def test_bodies_that_no_strike_buried_were_killed_otherwise(text: str, word: str, kind: bool) -> None:
    """Bodies pulled from a well are those of people killed, and bodies of a strike are the strike's."""
    view, trigger = pointed(text, word, "Shelling/artillery/missile attack")
    assert (by_things(view, trigger.token, "انتشل", trigger.sub_event_type) == ATTACK) == kind


@pytest.mark.parametrize(("text", "word", "lemma", "kind"), [
    ("خرج أكثر من ألفي شخص إلى إدلب.", "خرج", "خرج.1", DISPLACED),
    ("عائلات تغادر بلدة حريتان في حافلات.", "تغادر", "غادر", DISPLACED),
    ("فر نحو 40 ألفا من سكان المدينة.", "فر", "فر", DISPLACED),
    ("غادرت دفعة من مقاتلي جبهة النصرة وعائلاتهم بلدة حريتان.", "غادرت", "غادر", LEFT),
    ("جبهة النصرة تغادر وعائلات كثيرة بلدة حريتان.", "تغادر", "غادر", LEFT),
    ("غادر بلدة حريتان أمام سكان", "غادر", "غادر", DISPLACED),
    ("غادر بلدة حريتان. وعاد سكان", "غادر", "غادر", LEFT),
    ("غادر المكان، وكان سكان البلدة فيه.", "غادر", "غادر", LEFT),
    ("غادر الوفد بلدة حريتان.", "غادر", "غادر", LEFT),
])
def test_people_who_leave_are_displaced(text: str, word: str, lemma: str, kind: str) -> None:
    """People who leave a place are displaced, and fighters who leave it with their families give it up."""
    view, trigger = pointed(text, word, LEFT, "perfect", "mover")
    assert by_things(view, trigger.token, lemma, LEFT) == kind


def test_aid_that_is_kept_out_is_aid() -> None:
    """Who keeps relief out of a place prevents aid, and who keeps people out of it blocks them."""
    assert told("منعت القوات الإسرائيلية دخول المساعدات إلى قطاع غزة.", "منعت").sub_event_type == AID
    assert told("منعت القوات الإسرائيلية دخول المصلين إلى المسجد الأقصى.", "منعت").sub_event_type == OTHER


def test_counted_arms_are_handed_over_though_they_name_a_side() -> None:
    """Three tanks handed to police disarm who hands them over; a town handed to them is handed over."""
    text = "بدأ فيلق الرحمن تسليم {} للشرطة الروسية في حرستا."
    assert told(text.format("ثلاث دبابات"), "تسليم").sub_event_type == DISARMED
    assert told(text.format("بلدة زملكا"), "تسليم").sub_event_type == LEFT
