"""What the kind of who does a deed says of its type."""

from drafted import told


def test_aircraft_that_attack_strike_from_the_air() -> None:
    """An attack by aircraft alone is an air strike, one by soldiers a fight; aircraft that crash strike nobody."""
    assert told("هاجمت مقاتلات روسية مواقع داعش في تدمر.", "هاجمت").sub_event_type == "Air/drone strike"
    assert told("هاجم جنود روس مواقع داعش في تدمر.", "هاجم").sub_event_type == "Armed clash"
    assert told("تحطمت مقاتلة للجيش السوري قرب أريحا.", "تحطمت").sub_event_type != "Air/drone strike"


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


def test_a_crowd_that_blocks_a_road_protests() -> None:
    """The noun of blocking tells a protest where protesters are its doers, and none where soldiers are."""
    text = "أقدم {} على قطع الطريق المؤدي إلى ميناء اللاذقية."
    assert told(text.format("المتظاهرون"), "قطع").sub_event_type == "Peaceful protest"
    assert told(text.format("مقاتلو داعش"), "قطع").sub_event_type == "Other"
