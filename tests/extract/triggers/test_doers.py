"""What the kind of who does a deed says of its type."""

from dataclasses import replace

import pytest
from tests.extract.drafted import pointed, told

from sijill.extract.clauses.kinds import BY_MEANS
from sijill.extract.triggers.doers import by_doers

AIR, GROUND, CLASH, ATTACK = "Air/drone strike", "Shelling/artillery/missile attack", "Armed clash", "Attack"
HELD, ARRESTED, OTHER, DISPLACED = "Abduction/forced disappearance", "Arrests", "Other", "Displacement"
LEFT, CHARGE, DISARMED = "Non-violent transfer of territory", "Remote explosive/landmine/IED", "Disrupted weapons use"
PROTEST, TAKEN = "Peaceful protest", "Non-state actor overtakes territory"
LOOTED = "Looting/property destruction"


def read(text: str, word: str, lemma: str, kind: str, ids: str = "SYR_ARMY", hit: str = "", doer: str = "",
         form: str = "perfect", rule: str = "test", frame: str = "agent_patient") -> str:
    """The type of a deed that was taken to be of a kind, by the ids of both sides and the words of a doer's mention."""
    view, trigger = pointed(text, word, kind, form, frame)
    doers = [n for n, m in enumerate(view.actors) if text[m.start : m.end] == doer]
    assert bool(doers) == bool(doer)
    parts = {part: frozenset(filter(None, sides.split("|"))) for part, sides in (("actor1", ids), ("actor2", hit))}
    return by_doers(replace(trigger, lemma=lemma, rule=rule), kind, parts, doers, view)


def test_aircraft_that_attack_strike_from_the_air() -> None:
    """An attack by aircraft alone is an air strike, one by soldiers a fight; aircraft that crash or land men strike
    nobody."""
    assert told("هاجمت مقاتلات روسية مواقع داعش في تدمر.", "هاجمت").sub_event_type == "Air/drone strike"
    assert told("هاجم جنود روس مواقع داعش في تدمر.", "هاجم").sub_event_type == "Armed clash"
    assert told("تحطمت مقاتلة للجيش السوري قرب أريحا.", "تحطمت").sub_event_type != "Air/drone strike"
    assert told("نفذت مروحيات أمريكية إنزالا قرب بلدة أطمة أمس.", "إنزالا").sub_event_type != "Air/drone strike"


def test_the_police_arrest_whom_they_hold() -> None:
    """Holding people is an arrest where the police do it, and an abduction where an armed group does."""
    text = "احتجزت {} عشرين شخصا في الجيزة."
    assert told(text.format("الشرطة المصرية"), "احتجزت").sub_event_type == "Arrests"
    assert told(text.format("حركة حسم"), "احتجزت").sub_event_type == "Abduction/forced disappearance"


def test_fighters_who_flee_leave_a_place() -> None:
    """Fighters who flee are not displaced, people and tribes are."""
    text = "فر {} من مدينة الحديدة باتجاه حجة."
    assert told(text.format("مقاتلو الحوثي"), "فر").sub_event_type == "Non-violent transfer of territory"
    assert told(text.format("آلاف المدنيين"), "فر").sub_event_type == "Displacement"


def test_an_army_that_blows_up_what_it_found_disarms() -> None:
    """An army that blows up charges it found, or a store of arms, disarms; an attack with a charge is none."""
    for text in ("تمكن الجيش العراقي من تفجير سيارة مفخخة عثر عليها في حي البعث بالموصل.",
                 "تمكن الجيش العراقي من تفجير مخزن للأسلحة يتبع داعش في الموصل."):
        assert told(text, "تفجير").sub_event_type == "Disrupted weapons use", text
    for text in ("تمكن تنظيم داعش من تفجير عبوة زرعها على طريق الموصل.",
                 "تمكن الجيش العراقي من تفجير عبوة برتل لداعش في الموصل."):
        assert told(text, "تفجير").sub_event_type == "Remote explosive/landmine/IED", text


def test_guns_shell() -> None:
    """An attack whose doer is an army's artillery is shelling, one of the army is not."""
    text = "وكانت {} الأسد قد نفذت صباحا هجوما على بيت في قرية قسطون قتل فيه أربعة أولاد."
    assert told(text.format("مدفعية قوات"), "هجوما").sub_event_type == "Shelling/artillery/missile attack"
    assert told(text.format("قوات"), "هجوما").sub_event_type == "Attack"
    text = "هاجم الثوار حاجزا للجيش السوري قرب إدلب، ودمروا دبابة وعربة."
    assert told(text, "دمروا").sub_event_type == "Armed clash"


def test_gunboats_whose_bullets_kill_shell_nothing() -> None:
    """Who is shot from gunboats is not shelled; whom their shelling kills is."""
    assert told("قتل صياد برصاص زوارق إسرائيلية قبالة رفح.", "قتل").sub_event_type == ATTACK
    assert told("قتل صياد بقصف زوارق إسرائيلية قبالة رفح.", "بقصف").sub_event_type == GROUND


def test_people_who_are_armed_fight_the_police() -> None:
    """The police and people riot where they clash, and fight where these are called armed."""
    hit = {"ids": "NEW:Police Forces of Angola", "hit": "CIVILIANS", "form": "perfect", "frame": "mutual"}
    riot = "Violent demonstration"
    assert read("اشتبكت الشرطة الأنغولية مع مدنيين في لواندا.", "اشتبكت", "اشتبك", CLASH, **hit) == riot
    assert read("اشتبكت الشرطة الأنغولية مع مدنيين مسلحين في لواندا.", "اشتبكت", "اشتبك", CLASH, **hit) == CLASH


def test_a_crowd_that_blocks_a_road_protests() -> None:
    """The noun of blocking tells a protest where protesters are its doers, and none where soldiers are."""
    text = "أقدم {} على قطع الطريق المؤدي إلى ميناء اللاذقية."
    assert told(text.format("المتظاهرون"), "قطع").sub_event_type == "Peaceful protest"
    assert told(text.format("مقاتلو داعش"), "قطع").sub_event_type == "Other"


@pytest.mark.parametrize(("lemma", "kind", "doer", "frame", "read_as"), [
    ("هاجم", CLASH, "طائرات روسية", "agent_patient", AIR), ("هاجم", ATTACK, "طائرات روسية", "agent_patient", AIR),
    ("هاجم", OTHER, "طائرات روسية", "agent_patient", OTHER), ("هاجم", CLASH, "", "agent_patient", CLASH),
    ("هاجم", CLASH, "طائرات روسية", "mutual", CLASH), ("نسف", CLASH, "طائرات روسية", "agent_patient", CLASH),
    ("سقط.2", CLASH, "طائرات روسية", "agent_patient", CLASH), ("?", CLASH, "طائرات روسية", "agent_patient", CLASH),
])
def test_aircraft_strike_where_a_word_for_a_fight_may_tell_it(
        lemma: str, kind: str, doer: str, frame: str, read_as: str) -> None:
    """Only fights turn, told by a word for a strike too that is no crash, and by mentions that are there."""
    assert read("هاجمت طائرات روسية القرية.", "هاجمت", lemma, kind, "RUS_AF", doer=doer, frame=frame) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "doer", "read_as"), [
    ("قصفت مدفعية الجيش السوري القرية.", "قصفت", "قصف", AIR, "مدفعية الجيش السوري", GROUND),
    ("قصفت مدفعية الجيش السوري القرية.", "قصفت", "هاجم", ATTACK, "مدفعية الجيش السوري", GROUND),
    ("قصفت مدفعية الجيش السوري القرية.", "قصفت", "هاجم", OTHER, "مدفعية الجيش السوري", OTHER),
    ("قصفت مدفعية الجيش السوري القرية.", "قصفت", "نسف", CLASH, "مدفعية الجيش السوري", CLASH),
    ("قصفت مدفعية الجيش السوري القرية.", "قصفت", "هاجم", CLASH, "", CLASH),
    ("هاجموا موقع مدفعية الجيش السوري.", "هاجموا", "هاجم", CLASH, "مدفعية الجيش السوري", CLASH),
    ("الجيش السوري هاجم المدفعية", "هاجم", "هاجم", CLASH, "الجيش السوري", CLASH),
    ("هاجموا دبابة.", "هاجموا", "هاجم", CLASH, "دبابة", CLASH),
    ("هاجمت الدبابات القرية.", "هاجمت", "هاجم", CLASH, "الدبابات", GROUND),
    ("مدفعية الجيش السوري هاجمت القرية.", "هاجمت", "هاجم", CLASH, "مدفعية الجيش السوري", GROUND),
    ("مدفعية الجيش السوري في الليلة الباردة قبل ليلة أمس هاجمت.", "هاجمت", "هاجم", CLASH, "مدفعية الجيش السوري", CLASH),
    ("مدفعية الجيش السوري انسحبت ثم هاجمت.", "هاجمت", "هاجم", CLASH, "مدفعية الجيش السوري", CLASH),
    ("وصلت مدفعية الجيش السوري\nهاجمت القرية.", "هاجمت", "هاجم", CLASH, "مدفعية الجيش السوري", CLASH),
])
def test_only_guns_beside_their_deed_shell(
        text: str, word: str, lemma: str, kind: str, doer: str, read_as: str) -> None:
    """Guns that are the subject right before or behind a strike or a fight shell; a gun that is hit does not."""
    assert read(text, word, lemma, kind, doer=doer) == read_as


@pytest.mark.parametrize(("text", "lemma", "kind", "doer", "form", "read_as"), [
    ("قوات روسية قصفت القرية بالمدفعية.", "قصف", AIR, "قوات روسية", "perfect", GROUND),
    ("قوات روسية قصفت القرية بالمدفعية.", "قصف", AIR, "قوات روسية", "noun", AIR),
    ("قوات روسية قصفت القرية بالمدفعية.", "قصف", OTHER, "قوات روسية", "perfect", OTHER),
    ("قوات روسية قصفت القرية بالمدفعية.", "أسقط.2", AIR, "قوات روسية", "perfect", AIR),
    ("قوات روسية قصفت القرية.", "قصف", AIR, "قوات روسية", "perfect", AIR),
    ("قوات روسية قصفت القرية بالمدفعية وبالطائرات.", "قصف", AIR, "قوات روسية", "perfect", AIR),
    ("أمس قصفت طائرات روسية القرية بالمدفعية.", "قصف", AIR, "طائرات روسية", "perfect", AIR),
])
def test_a_verb_of_shelling_with_guns_alone_is_of_the_ground(
        text: str, lemma: str, kind: str, doer: str, form: str, read_as: str) -> None:
    """An air strike turns where a verb for shelling has guns behind it, no aircraft, and no subject right behind it."""
    assert read(text, "قصفت", lemma, kind, doer=doer, form=form) == read_as


@pytest.mark.parametrize(("kind", "hit", "rule", "read_as"), [
    (ATTACK, "IS", BY_MEANS, CLASH), (ATTACK, "IS", "test", ATTACK), (ATTACK, "", BY_MEANS, ATTACK),
    (ATTACK, "CIVILIANS", BY_MEANS, ATTACK), (ATTACK, "IS|CIVILIANS", BY_MEANS, ATTACK), (OTHER, "IS", BY_MEANS, OTHER),
])
def test_who_is_shot_at_by_a_sniper_and_bears_arms_fights(kind: str, hit: str, rule: str, read_as: str) -> None:
    """An attack that its means settled is a fight where all that it hits bear arms."""
    assert read("استهدف قناص الحاجز.", "استهدف", "استهدف", kind, hit=hit, rule=rule) == read_as


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "ids", "read_as"), [
    ("احتجزت الشرطة عشرين شخصا.", "احتجزت", "احتجز.1", HELD, "EGY_POLICE", ARRESTED),
    ("احتجزت الشرطة عشرين شخصا.", "احتجزت", "احتجز.1", HELD, "", HELD),
    ("احتجزت الشرطة عشرين شخصا.", "احتجزت", "احتجز.1", OTHER, "EGY_POLICE", OTHER),
    ("اقتادت الشرطة عشرين شخصا.", "اقتادت", "اقتاد", HELD, "EGY_POLICE", ARRESTED),
    ("اقتادت الحركة عشرين شخصا.", "اقتادت", "اقتاد", HELD, "HOUTHIS", HELD),
    ("احتجزت الشرطة عشرين شخصا.", "احتجزت", "خطف", HELD, "EGY_POLICE", HELD),
    ("احتجزت الشرطة عشرين شخصا.", "احتجزت", "احتجز.1", HELD, "NEW:Police Forces of Kenya", ARRESTED),
    ("احتجز الجيش عشرين شخصا.", "احتجز", "احتجز.1", HELD, "EGY_ARMY", ARRESTED),
    ("احتجز الجيش عشرين شخصا.", "احتجز", "احتجز.1", HELD, "TUR_ARMED", ARRESTED),
    ("احتجزت الحركة عشرين شخصا.", "احتجزت", "احتجز.1", HELD, "HOUTHIS", HELD),
    ("اجتاح المستوطنون البلدة.", "اجتاح", "اجتاح", TAKEN, "SETTLERS", "Mob violence"),
    ("اجتاح المقاتلون البلدة.", "اجتاح", "اجتاح", TAKEN, "HAMAS", TAKEN),
    ("هاجم المستوطنون البلدة.", "هاجم", "هاجم", ATTACK, "SETTLERS", ATTACK),
    ("احتجزت الحركة عشرين شخصا.", "احتجزت", "احتجز.1", HELD, "EGY_POLICE|HOUTHIS", HELD),
    ("أسر الجيش عشرين مسلحا.", "أسر", "أسر", CLASH, "EGY_ARMY", ARRESTED),
    ("أسر الجيش عشرين مسلحا.", "أسر", "أسر", HELD, "EGY_ARMY", ARRESTED),
    ("أسر الجيش عشرين مسلحا.", "أسر", "أسر", OTHER, "EGY_ARMY", OTHER),
    ("أسر الجيش عشرين مسلحا.", "أسر", "قتل.1", CLASH, "EGY_ARMY", CLASH),
    ("أسرت الحركة عشرين جنديا.", "أسرت", "أسر", CLASH, "HOUTHIS", CLASH),
    ("أسر الجيش والحركة عشرين جنديا.", "أسر", "أسر", CLASH, "EGY_ARMY|HOUTHIS", CLASH),
    ("فر المقاتلون.", "فر", "فر", DISPLACED, "SYR_TRIBES", DISPLACED),
    ("فر المقاتلون.", "فر", "فر", DISPLACED, "HOUTHIS", LEFT), ("فر المقاتلون.", "فر", "فر", OTHER, "HOUTHIS", OTHER),
    ("فر المقاتلون.", "فر", "نزح", DISPLACED, "HOUTHIS", DISPLACED),
    ("فجر الجيش عبوة عثر عليها.", "فجر", "فجّر.1", CHARGE, "SYR_ARMY", DISARMED),
    ("فجر الجيش عبوة عثر عليها.", "فجر", "فجّر.1", CHARGE, "HADRAMI_ELITE", DISARMED),
    ("فجر الجيش عبوة عثر عليها.", "فجر", "فجّر.1", CHARGE, "IS", CHARGE),
    ("فجر الجيش منزلا.", "فجر", "فجّر.1", CHARGE, "SYR_ARMY", CHARGE),
    ("فجر الجيش عبوة زرعها داعش.", "فجر", "فجّر.1", CHARGE, "US_FORCES", DISARMED),
    ("فجر الجيش عبوة عثر عليها.", "فجر", "فجّر.1", CLASH, "SYR_ARMY", CLASH),
    ("فجر الجيش عبوة عثر عليها.", "فجر", "انفجر", CHARGE, "SYR_ARMY", CHARGE),
    ("قطع الشبان الطريق.", "قطع", "قطع.1", OTHER, "PROTESTERS", PROTEST),
    ("قطع الشبان الطريق.", "قطع", "قطع.1", CLASH, "PROTESTERS", CLASH),
    ("قطع الشبان الطريق.", "قطع", "سلّم.1", OTHER, "PROTESTERS", OTHER),
])
def test_each_kind_of_doer_turns_its_own_deeds_alone(
        text: str, word: str, lemma: str, kind: str, ids: str, read_as: str) -> None:
    """Police, fighters, armies and crowds turn a deed of one type, told by a word for it, and no other."""
    assert read(text, word, lemma, kind, ids) == read_as


@pytest.mark.parametrize(("hit", "read_as"), [
    ("HOUTHIS", ARRESTED), ("CIVILIANS", ARRESTED), ("SYR_ARMY", CLASH), ("HOUTHIS|SYR_ARMY", ARRESTED),
])
def test_soldiers_are_taken_captive_in_fighting(hit: str, read_as: str) -> None:
    """A state arrests fighters of a group that it takes captive, and fights where all of them are another state's."""
    assert read("أسر الجيش عشرين رجلا.", "أسر", "أسر", CLASH, "EGY_ARMY", hit) == read_as


@pytest.mark.parametrize(("ids", "hit", "read_as"), [
    ("HOUTHIS", "CIVILIANS", DISPLACED), ("HOUTHIS", "IS", LEFT), ("HOUTHIS", "CIVILIANS|IS", LEFT),
    ("HOUTHIS|CIVILIANS", "", LEFT),
])
def test_fighters_who_drive_people_out_displace_them(ids: str, hit: str, read_as: str) -> None:
    """Fighters leave a place, unless whom they drive out is named and is people alone."""
    assert read("فر المقاتلون.", "فر", "فر", DISPLACED, ids, hit) == read_as


@pytest.mark.parametrize(("who", "kind"), [("قوات الأمن المصرية", DISARMED), ("تنظيم ولاية سيناء", CHARGE)])
def test_forces_of_a_state_blow_up_the_charges_of_others(who: str, kind: str) -> None:
    """A state's forces that blow up charges dispose of them; a group that does strikes with them."""
    assert told(f"تمكن {who} من تفجير 5 عبوات ناسفة غرب رفح.", "تفجير").sub_event_type == kind


@pytest.mark.parametrize(("text", "word", "lemma", "kind", "ids", "read_as"), [
    ("أقام محتجون حواجز على الطريق.", "أقام", "أقام", "Headquarters or base established", "PROTESTERS", PROTEST),
    ("أقام المزارعون حواجز احتجاجا على القانون.", "أقام", "أقام", "Headquarters or base established", "CIVILIANS",
     PROTEST),
    ("قام المزارعون بإغلاق الطرق احتجاجا على القانون.", "إغلاق", "أغلق", OTHER, "CIVILIANS", PROTEST),
    # nobody says that these protest, and soldiers do not
    ("أقام السكان حواجز على الطريق.", "أقام", "أقام", "Headquarters or base established", "CIVILIANS",
     "Headquarters or base established"),
    ("قام السكان بإغلاق الطرق أمس.", "إغلاق", "أغلق", OTHER, "CIVILIANS", OTHER),
    ("أقام الجيش حواجز بعد احتجاجات في المدينة.", "أقام", "أقام", "Headquarters or base established", "SYR_ARMY",
     "Headquarters or base established"),
    ("منع السكان احتجاجا على القانون المرور.", "منع", "منع", OTHER, "CIVILIANS", OTHER),
])
def test_people_who_bar_roads_in_protest(text: str, word: str, lemma: str, kind: str, ids: str, read_as: str) -> None:
    """Barricades of a crowd, or of people said to protest, are a protest; those of others are posts."""
    assert read(text, word, lemma, kind, ids) == read_as


@pytest.mark.parametrize(("ids", "hit", "read_as"), [
    ("NEW:Police Forces of Angola", "CIVILIANS", "Violent demonstration"),
    ("CIVILIANS", "NEW:Police Forces of Angola", "Violent demonstration"),
    ("IDF", "CIVILIANS", CLASH), ("NEW:Police Forces of Angola", "IS", CLASH),
    ("NEW:Police Forces of Angola", "", CLASH),
])
def test_the_police_and_people_riot(ids: str, hit: str, read_as: str) -> None:
    """Clashes of the police with people who bear no arms are a riot, those of an army or with a group a fight."""
    text = "اندلعت مواجهات بين الشرطة والباعة."
    assert read(text, "مواجهات", "مواجهة", CLASH, ids, hit, form="noun", frame="mutual") == read_as
    # a battle is none, whoever fights it
    for lemma, frame in (("مواجهة", "agent_patient"), ("معركة", "mutual")):
        assert read(text, "مواجهات", lemma, CLASH, ids, hit, form="noun", frame=frame) == CLASH


def test_boats_shell() -> None:
    """What a state's gunboats shell is shelled from the sea, and what its warplanes bomb is bombed from the air."""
    text = "قصفت {} حربية إسرائيلية ساحل مخيم النصيرات في غزة."
    assert told(text.format("زوارق"), "قصفت").sub_event_type == GROUND
    assert told(text.format("طائرات"), "قصفت").sub_event_type == AIR


@pytest.mark.parametrize(("word", "lemma", "ids", "read_as"), [
    ("أحرق", "أحرق.1", "RIOTERS", "Violent demonstration"), ("أحرق", "أحرق.1", "RIOTERS|IS", LOOTED),
    ("أحرق", "أحرق.1", "UNIDENTIFIED_GUNMEN", LOOTED), ("نهب", "نهب", "RIOTERS", LOOTED),
])
def test_a_crowd_that_burns_riots(word: str, lemma: str, ids: str, read_as: str) -> None:
    """What rioters burn is burnt in a riot; what they loot, and what gunmen burn, is looted or destroyed."""
    assert read(f"{word} غاضبون ثلاثة مصارف في شيراز.", word, lemma, LOOTED, ids) == read_as


@pytest.mark.parametrize(("how", "ids", "hit", "read_as"), [
    ("بالحجارة", "UNIDENTIFIED_GUNMEN", "", "Mob violence"), ("بالعصي", "SETTLERS", "CIVILIANS", "Mob violence"),
    ("بالحجارة", "CIVILIANS", "IDF", "Violent demonstration"),
    # soldiers are no mob, nor are those of whom the stones are not said
    ("بالعصي", "SYR_ARMY", "CIVILIANS", ATTACK), ("قرب محل الحجارة", "SETTLERS", "CIVILIANS", ATTACK),
    ("ثم فر بالعصي", "SETTLERS", "CIVILIANS", ATTACK), ("بالبنادق", "SETTLERS", "CIVILIANS", ATTACK),
])
def test_who_attacks_with_stones_or_sticks_is_a_mob(how: str, ids: str, hit: str, read_as: str) -> None:
    """An attack with stones or sticks by whoever is no armed group is a mob's, or a riot where it is on the armed."""
    assert read(f"هاجم ملثمون حافلة {how} في أثينا.", "هاجم", "هاجم", ATTACK, ids, hit) == read_as


@pytest.mark.parametrize(("ids", "hit", "read_as"), [
    ("RIOTERS", "CIVILIANS", "Mob violence"), ("RIOTERS", "CIV_MINORITIES|CIVILIANS", "Mob violence"),
    ("RIOTERS", "SYR_ARMY", "Violent demonstration"), ("RIOTERS", "", "Violent demonstration"),
    ("RIOTERS|IS", "CIVILIANS", ATTACK), ("UNIDENTIFIED_GUNMEN", "CIVILIANS", ATTACK),
])
def test_a_mob_neither_fights_nor_attacks(ids: str, hit: str, read_as: str) -> None:
    """An angry crowd that sets upon people is a mob, one that sets upon others riots; with gunmen it is no crowd."""
    assert read("هاجم شبان غاضبون حافلة في أثينا.", "هاجم", "هاجم", ATTACK, ids, hit) == read_as
    # thugs that shoot are no mob
    assert read("أطلق شبان غاضبون النار في أثينا.", "أطلق", "أطلق.1", ATTACK, ids, hit) == ATTACK


@pytest.mark.parametrize(("text", "doer", "ids", "read_as"), [
    ("هاجم أهالي القرية منزل رجل.", "أهالي", "CIVILIANS", "Mob violence"),
    ("هاجم سكان غرباء منزل رجل.", "سكان", "UNIDENTIFIED_GUNMEN", "Mob violence"),
    ("هاجم رجال القرية منزل رجل.", "رجال", "CIVILIANS", ATTACK),
    ("هاجم أهالي القرية منزل رجل.", "أهالي", "SDN_TRIBES", ATTACK),
])
def test_townsfolk_that_attack_are_a_mob(text: str, doer: str, ids: str, read_as: str) -> None:
    """The people of a village that attack somebody are a mob, men of no number and a tribe's people are not."""
    assert read(text, "هاجم", "هاجم", ATTACK, ids, "CIVILIANS", doer) == read_as


@pytest.mark.parametrize("text", [
    "فجرت انتحاريتان نفسيهما وسط سوق في مايدوغوري.", "استهدف هجوم نفذته انتحاريتان سوقا في مايدوغوري.",
])
def test_two_women_may_be_suicide_bombers(text: str) -> None:
    """A deed of two women who blow themselves up is a suicide bombing, and theirs."""
    word = "فجرت" if "فجرت" in text else "هجوم"
    event = told(text, word)
    assert event.sub_event_type == "Suicide bomb" and [a.id for a in event.actor1] == ["UNIDENTIFIED_MILITANTS"]


def test_two_planes_that_bomb_are_no_bombers() -> None:
    """Drones that blow themselves up are aircraft, also where they are two."""
    assert told("هاجمت مسيرتان انتحاريتان مطار أربيل.", "هاجمت").sub_event_type == AIR


def test_aircraft_that_burn_or_level_something_strike_it() -> None:
    """Aircraft that set vehicles on fire strike them, and soldiers who do destroy them."""
    burned = "Looting/property destruction"
    text = "أحرقت {} عشر سيارات."
    assert read(text.format("مقاتلات فرنسية"), "أحرقت", "أحرق.1", burned, "FRA_GOV", doer="مقاتلات فرنسية") == AIR
    assert read(text.format("قوات فرنسية"), "أحرقت", "أحرق.1", burned, "FRA_GOV", doer="قوات فرنسية") == burned
    assert read("أحرقت مقاتلات فرنسية عشر سيارات.", "أحرقت", "أحرق.1", burned, "FRA_GOV", form="noun",
                doer="مقاتلات فرنسية") == burned
