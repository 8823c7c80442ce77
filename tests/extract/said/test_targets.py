"""Whom a deed is done to, where words name it outright."""

import pytest
from tests.extract.drafted import named, pointed, sides, told, view_of

from sijill.extract.said.between import Told
from sijill.extract.said.targets import answered, dealt, fallen, finders, found_dead, ousted_before, owner_of_things
from sijill.extract.triggers.triggers import Weighed


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


def test_raids_do_not_fight_on_the_ground() -> None:
    """Raids told beside a clash are no side of it, and keep their own side."""
    text = "ودارت اشتباكات عنيفة قرب المطار تخللتها غارات لطيران التحالف العربي. وقالت القوات المشتركة إنها تقدمت."
    assert sides(told(text, "اشتباكات"))[0] == ["JOINT_FORCES_WC"]
    assert sides(told(text, "غارات"))[0] == ["SAUDI_COALITION"]


@pytest.mark.parametrize(("text", "word", "found"), [
    ("هاجمت مروحيات الجيش السوري مواقع المعارضة في ريف إدلب أمس.", "هاجمت", (["SYR_AIRFORCE"], ["SYR_OPPOSITION"])),
    ("أسقط مقاتلو المعارضة مروحية للجيش السوري في ريف إدلب أمس.", "أسقط", (["SYR_OPPOSITION"], ["SYR_AIRFORCE"])),
])
def test_aircraft_that_attack_or_are_shot_down_are_sides(text: str, word: str, found: tuple[list[str], ...]) -> None:
    """Aircraft that are no event of their own have the part that the words give them."""
    assert sides(told(text, word)) == found


def test_no_place_is_taken_from_civilians_told_behind() -> None:
    """Those whom the takers later harm held nothing; right behind the verb civilians are who took."""
    assert sides(told("قال ناشطون إن الفصائل التي سيطرت على عفرين تمنع عودة الأهالي.", "سيطرت"))[1] == []
    assert sides(told("سيطر الأهالي على مخفر الزبداني.", "سيطر"))[0] == ["UNIDENTIFIED_GUNMEN"]


@pytest.mark.parametrize(("text", "hit"), [
    ("هاجمت حركة حزب الله النجباء قاعدة حرير بطائرتين مسيرتين.", False),
    ("هاجم تنظيم الدولة طائرات الجيش السوري في مطار حماة.", True),
])
def test_what_a_deed_is_done_with_is_not_hit(text: str, hit: bool) -> None:
    """Aircraft of nobody behind "with" are the weapon; those without it are hit."""
    assert bool(sides(told(text, text.split()[0]))[1]) is hit


def test_what_is_handed_on_goes_to_whom_to_names() -> None:
    """Who is given a place is the second side of the handing over, by a word of its own or an attached one."""
    text = "سيطر لواء ثوار الرقة على بلدة سلوك ثم سلمها إلى وحدات حماية الشعب."
    assert sides(told(text, "سلمها"))[1] == ["YPG"]
    assert sides(told("سلّم الجيش السوري حقل العمر لقوات سوريا الديمقراطية أمس.", "سلّم"))[1] == ["SDF"]


def test_who_is_given_a_place_did_not_lose_it_before() -> None:
    """The receiver is no side of the taking told before the handing over; the enemy of the taking stays."""
    assert sides(told("سيطر لواء ثوار الرقة على بلدة سلوك وسلمها لوحدات حماية الشعب.", "سيطر"))[1] == []
    assert sides(told("انتزع الجيش السوري بلدة سلوك ثم سلمها إلى قوات سوريا الديمقراطية.", "انتزع"))[1] == []
    text = "انتزع لواء ثوار الرقة بلدة سلوك من تنظيم داعش ثم سلمها إلى وحدات حماية الشعب."
    assert sides(told(text, "انتزع"))[1] == ["IS"]


def test_who_is_given_a_place_may_have_fought_for_it() -> None:
    """Where no taking or arrest is told, to whom a place is handed over is a side like another."""
    text = "سلمت القرية للمقاومة الشعبية بعد مواجهات عنيفة مع الحوثيين."
    first, second = sides(told(text, "مواجهات"))
    assert "POPRES_YEM" in first + second


@pytest.mark.parametrize(("text", "word", "first"), [
    ("شنت إسرائيل غارات على غزة ردا على هجوم على مستوطنة قريبة.", "هجوم", []),
    ("قصف الجيش السوري مدينة إدلب رداً على هجوم استهدف حماة.", "هجوم", []),
    ("أطلقت كتائب القسام صواريخ على عسقلان ردا على قصف منزل في جباليا.", "قصف", []),
    ("قصف الجيش الإسرائيلي أهدافا لحزب الله في جنوب لبنان رداً على هجوم شنه الحزب على موقع في الجليل.", "هجوم",
     ["HEZBOLLAH"]),
    # what comes behind "in response to that" is the answer itself
    ("قال الجيش الإسرائيلي إن صاروخا أطلق من غزة وردا على ذلك شن الجيش الإسرائيلي غارات على القطاع.", "غارات",
     ["IDF"]),
])
def test_who_answers_a_deed_did_not_do_it(text: str, word: str, first: list[str]) -> None:
    """Of "A struck, in response to B's attack" A is no doer of the attack; without a name nobody is."""
    assert sides(told(text, word))[0] == first


def test_an_outright_doer_of_what_is_answered_stays() -> None:
    """Whose launching it was is said by the name behind it, whoever the answer is thought to be of."""
    text = "وجاء قصف غزة رداً على إطلاق كتائب القسام صواريخ باتجاه القدس."
    assert sides(told(text, "إطلاق"))[0] == ["HAMAS_QASSAM"]


def test_a_receiver_is_named_by_to_in_the_clause_of_the_handing_over() -> None:
    """A side behind a comma, or without "to" before it, is given nothing."""
    assert sides(told("سلم الجيش السوري حقل العمر أمس، وانضم مقاتلون إلى وحدات حماية الشعب.", "سلم"))[1] != ["YPG"]
    assert sides(told("سلم تنظيم داعش بلدة سلوك للوحدات الكردية.", "سلم"))[1] == ["YPG"]


@pytest.mark.parametrize(("text", "word", "found"), [
    ("قصف الجيش الإسرائيلي غزة رداً على هجوم.", "هجوم", {"IDF"}),
    # what "in response to that" leads to is the answer: a verb, or the noun of a light one
    ("قصف الجيش الإسرائيلي غزة ثم رداً على ذلك أطلقت صواريخ.", "أطلقت", set()),
    ("قصف الجيش الإسرائيلي غزة ثم رداً على ذلك شنت غارات.", "غارات", set()),
    ("قصف الجيش الإسرائيلي غزة أمس رداً على تصريحات لم تنشر قبل هجوم.", "هجوم", set()),
])
def test_only_what_stands_right_behind_in_response_to_is_answered(text: str, word: str, found: set[str]) -> None:
    """The doer told before answers the noun behind the word, and nothing that a verb or more than a few words part."""
    view = view_of(text)
    told_of = {text[t.start : t.end]: t for t in Weighed(view).triggers(0.0)}
    before = [Told(told_of["قصف"], [0], [])]
    assert answered(view, told_of[word], before) == found


@pytest.mark.parametrize(("text", "word"), [
    ("عثرت القوات العراقية على عشرات الجثث في مقبرة جماعية شمال الرمادي.", "عثرت"),
    ("قال شهود إن القوات العراقية عثرت على عشرات الجثث شمال الرمادي.", "عثرت"),
])
def test_who_finds_the_dead_has_not_killed_them(text: str, word: str) -> None:
    """The subject of finding bodies is no side of the killing; who finds weapons is its doer."""
    assert "IRQ_ARMY" not in sum(sides(told(text, word)), [])
    assert sides(told("عثرت القوات العراقية على عبوات ناسفة شمال الرمادي.", "عثرت"))[0] == ["IRQ_ARMY"]


def test_whose_dead_are_found_is_whom_it_was_done_to() -> None:
    """Of "found the bodies of two men of A" A is the second side; whom a verb behind names has killed them."""
    text = "عثرت الشرطة العراقية على جثتي عنصرين من قوات الصحوة جنوبي بغداد."
    assert sides(told(text, "عثرت")) == ([], ["SAHWA"])
    view = view_of("عثرت الشرطة على جثث مجهولة يعتقد أن تنظيم داعش قتلهم. وعثر على جثة في معقل داعش.")
    found = [found_dead(view, t) for t in Weighed(view).triggers(0.0) if t.lemma.startswith("عثر")]
    assert found == [None, None]


def test_who_is_named_in_another_sentence_has_found_nothing() -> None:
    """A side at the end of the line before is no finder of what a verb at the head of the next one finds."""
    view = view_of("تقدم الجيش السوري\nعثر على جثث مدنيين في القرية.")
    (trigger,) = [t for t in Weighed(view).triggers(0.0) if t.lemma.startswith("عثر")]
    assert finders(view, trigger) == []


def test_those_counted_behind_an_arrest_are_who_is_held() -> None:
    """"The arrest of a number of A's men" is of them; "the arrest by A of a number of people" is A's."""
    first, second = sides(told("جرى اعتقال عدد من مقاتلي داعش في حلب.", "اعتقال"))
    assert first == [] and second == ["IS"]
    first, second = sides(told("أدى اعتقال قوات الأمن العراقية عشرات الشبان إلى احتجاجات.", "اعتقال"))
    assert first and "CIVILIANS" not in first


def test_what_is_struck_is_of_who_stands_behind_it() -> None:
    """"Shelled the dens of A" and "the shelling of strongholds of A" hit A, though no side begins with such a word."""
    first, second = sides(told("بدأت العملية بقصف أوكار الإرهابيين في بنغازي، وقال الجيش الليبي إنها مستمرة.", "بقصف"))
    assert second and first != second
    assert sides(told("قصف الجيش اليمني معاقل الحوثيين في صعدة.", "قصف")) == (["YEM_GOV_FORCES"], ["HOUTHIS"])


@pytest.mark.parametrize(("text", "word", "who"), [
    ("خطف ثلاثة مسلحين من تنظيم داعش مهندسا في كركوك.", "خطف", (["IS"], ["CIVILIANS"])),
    ("اعتقلت قوات الأمن العراقية ثلاثة من عناصر تنظيم داعش في بعقوبة.", "اعتقلت", (["IRQ_ARMY"], ["IS"])),
])
def test_men_who_hold_others_are_not_held(text: str, word: str, who: tuple[list[str], list[str]]) -> None:
    """Counted men right behind a verb hold those told right behind them; alone they are held."""
    assert sides(told(text, word)) == who


@pytest.mark.parametrize(("text", "word", "form", "held"), [
    ("اختطف ثلاثة مسلحين من داعش جنودا من الجيش العراقي.", "اختطف", "perfect", False),
    ("اختطف ثلاثة مسلحين من داعش 4 جنود قرب هيت.", "اختطف", "perfect", False),
    # nobody stands behind them, or only whom a preposition leads to, or what a noun tells of
    ("اعتقل ثلاثة مسلحين من داعش قرب هيت.", "اعتقل", "perfect", True),
    ("اعتقل ثلاثة مسلحين من داعش بقوات من الجيش العراقي.", "اعتقل", "perfect", True),
    ("اعتقال ثلاثة مسلحين من داعش جنود الجيش العراقي.", "اعتقال", "noun", True),
])
def test_who_holds_others_is_not_held(text: str, word: str, form: str, held: bool) -> None:
    """Those counted behind a verb of holding are held, unless whom they hold stands right behind them."""
    view, trigger = pointed(text, word, "Abduction/forced disappearance", form)
    assert bool(fallen(view, trigger)) is held


def test_of_the_killed_those_counted_first_are_dead() -> None:
    """Behind a word for the killed, which reads as a passive too, whoever stands behind the dead is not looked at."""
    text = "قتل ثلاثة مسلحين من داعش جنودا من الجيش العراقي."
    view, trigger = pointed(text, "قتل", "Attack", "perfect", "victim")
    assert named(view, fallen(view, trigger))


def test_raids_that_only_answer_are_no_doers_either() -> None:
    """"These raids came in answer to an attack": who flew them did not attack, and the attack is not from the air."""
    text = ("شنت مقاتلات تركية غارات على كهوف لحزب العمال الكردستاني. "
            "وجاءت هذه الغارات ردا على هجوم استهدف قافلة عسكرية في هكاري.")
    event = told(text, "هجوم")
    assert "TUR_AIRFORCE" not in sides(event)[0]
    assert event.sub_event_type != "Air/drone strike"


@pytest.mark.parametrize(("text", "first"), [
    ("جاءت غارات الطيران السعودي ردا على إطلاق طائرة مسيرة من صعدة.", {"SAU_ARMED"}),
    ("قال التحالف العربي ردا على إطلاق طائرة مسيرة من صعدة.", set()),
    ("قصف الطيران السعودي صعدة بعد إطلاق صواريخ منها.", set()),
])
def test_whose_raids_answer_a_deed_did_not_do_it(text: str, first: set[str]) -> None:
    """Raids "in response to" a launch are of who did not launch; who only speaks, and "after", tell nobody."""
    view, trigger = pointed(text, "إطلاق", "Shelling/artillery/missile attack")
    assert answered(view, trigger, []) == first


@pytest.mark.parametrize(("text", "owner"), [
    ("قام الجيش العراقي بمهاجمة وكر لتنظيم داعش.", True),
    ("قام الجيش العراقي بمهاجمة قرية لتنظيم داعش.", False),
])
def test_whose_things_are_attacked(text: str, owner: bool) -> None:
    """A den "of" a group in "to" is the group's, as one in construct is."""
    view, trigger = pointed(text, "بمهاجمة", "Armed clash")
    found = owner_of_things(view, trigger)
    assert (found is not None and view.sides[found].id == "IS") is owner


def test_gunmen_who_seize_a_thing_are_not_seized() -> None:
    """Men in the nominative who hold what is no side are its takers; men with nothing behind them were held."""
    doers, held = sides(told("خطف مسلحون سفينة شحن قبالة سواحل الصومال.", "خطف"))
    assert doers == ["UNIDENTIFIED_GUNMEN"] and "UNIDENTIFIED_GUNMEN" not in held
    assert sides(told("اعتقل مسلحون في مدينة نيالا.", "اعتقل"))[0] != ["UNIDENTIFIED_GUNMEN"]


@pytest.mark.parametrize(("text", "found"), [
    ("قتل مسلحو حزب العمال الكردستاني شرطيين. وذكروا أن هذه العملية رد على هجوم في سوروتش.", {"PKK"}),
    ("قتل مسلحو حزب العمال الكردستاني شرطيين في رد على هجوم في سوروتش.", {"PKK"}),
    # nothing says that what was told before is the answer
    ("قتل مسلحو حزب العمال الكردستاني شرطيين. وجاء رد على هجوم في سوروتش.", set()),
])
def test_who_did_what_is_called_the_answer_did_not_do_what_is_answered(text: str, found: set[str]) -> None:
    """ "This deed is the answer to the attack": the doer of what was told before answers it, as with "in answer"."""
    view = view_of(text)
    told_of = {text[t.start : t.end]: t for t in Weighed(view).triggers(0.0)}
    before = [Told(told_of["قتل"], [0], [])]
    assert answered(view, told_of["هجوم"], before) == found


@pytest.mark.parametrize(("text", "word", "hit"), [
    ("هددت واشنطن بتوجيه ضربة موجعة للنظام السوري بعد الهجوم.", "ضربة", ["للنظام السوري"]),
    ("وجه التحالف العربي ضربات قوية لمواقع الحوثيين في حجة.", "ضربات", ["مواقع الحوثيين"]),
    # a blow's own side, whom another word leads to, and what stands behind a break or a verb
    ("قتل عشرة في ضربات للتحالف العربي قرب حجة.", "ضربات", []),
    ("وجه ضربات التحالف العربي في حجة.", "ضربات", []),
    ("تم توجيه ضربة، للنظام السوري رد عليها.", "ضربة", []),
    ("تم توجيه ضربة استهدفت للنظام السوري قاعدة.", "ضربة", []),
])
def test_a_blow_is_dealt_to_whom_to_leads(text: str, word: str, hit: list[str]) -> None:
    """Of "dealt a blow to A" A is hit; of "blows of A's" it is not."""
    view, trigger = pointed(text, word, "Air/drone strike", frame="agent_place")
    number = dealt(view, trigger)
    assert ([] if number is None else named(view, [number])) == hit


def test_verbs_and_other_deeds_deal_no_blow() -> None:
    """Only a noun for a strike is dealt."""
    for form, frame in (("perfect", "agent_place"), ("noun", "agent_patient")):
        view, trigger = pointed("هددت واشنطن بتوجيه ضربة للنظام السوري.", "ضربة", "Air/drone strike", form, frame)
        assert dealt(view, trigger) is None


def test_who_is_dealt_a_blow_is_the_second_side() -> None:
    """Of "A threatened to deal a blow to B" B is the second side."""
    first, second = sides(told("هددت الولايات المتحدة بتوجيه ضربة موجعة للنظام السوري بعد الهجوم.", "ضربة"))
    assert first == ["US_FORCES"] and second == ["SYR_ARMY"]


def test_where_one_is_killed_by_bullets_is_not_who_is_killed() -> None:
    """Of "was killed by the bullets of two men in P" neither the two nor P are the dead."""
    view, trigger = pointed("قالت السلطات إن المهندس قتل برصاص رجلين في كوالالمبور.", "قتل", "Attack", frame="victim")
    assert named(view, fallen(view, trigger)) == []


@pytest.mark.parametrize(("text", "word", "ousted"), [
    ("كثف تنظيم الدولة هجماته على قوات النظام منذ طرده من جنوب دمشق.", "طرده", ["تنظيم الدولة"]),
    ("هاجم الجيش اليمني ميليشيات الحوثي بعد طردها من حرض.", "طردها", ["ميليشيات الحوثي"]),
    ("عاد المسلحون إلى البلدة بعد طردهم منها.", "طردهم", ["المسلحون"]),
    ("هاجم الجيش اليمني ميليشيات الحوثي بعد طردهم من حرض.", "طردهم", ["ميليشيات الحوثي"]),
    # nobody is named whom the pronoun fits, there is none, or nobody is ousted
    ("هاجمت قوات النظام البلدة بعد طرده منها.", "طرده", []),
    ("عاد المسلحون إلى البلدة بعد طرد الجيش السوري منها.", "طرد", []),
    ("عاد المسلحون إلى البلدة بعد قصفهم.", "قصفهم", []),
    # the pronoun is who ousts whom stands behind
    ("دخل الجيش العراقي الحويجة بعد طرده مسلحي داعش منها.", "طرده", []),
])
def test_the_ousted_are_whom_their_pronoun_fits(text: str, word: str, ousted: list[str]) -> None:
    """Of "since its ousting" the ousted is the side named last before whose word the pronoun fits."""
    view = view_of(text)
    (trigger,) = [t for t in Weighed(view).triggers(0.0) if text[t.start : t.end] == word][:1]
    found = ousted_before(view, trigger)
    assert named(view, () if found is None else (found,)) == ousted


def test_who_was_ousted_has_not_ousted_himself() -> None:
    """Of "A shelled P after its ousting from there" A is whom it was done to, and not the doer."""
    text = "وقال سكان إن المسلحين الحوثيين كثفوا قصفهم للمدينة عقب طردهم منها."
    assert sides(told(text, "طردهم")) == ([], ["HOUTHIS"])


@pytest.mark.parametrize(("text", "word", "first", "second"), [
    ("بدأت موسكو أمس عملية قرب تدمر لدعم قوات الأسد.", "عملية", "RUS_ARMED", []),
    ("شنت روسيا ضربات جوية أمس دعما لقوات الأسد في الغوطة.", "ضربات", "RUS_AF", []),
    ("سيطرت قوات المقاومة اليمنية وعلى رأسها ألوية العمالقة على مبنى البلدية.", "سيطرت", "POPRES_YEM", []),
    # who is not helped is hit
    ("بدأت موسكو أمس عملية قرب تدمر ضد تنظيم داعش.", "عملية", "RUS_ARMED", ["IS"]),
])
def test_whom_a_deed_helps_is_not_hit(text: str, word: str, first: str, second: list[str]) -> None:
    """An operation "in support of A" is not against A, nor is who heads a force its enemy."""
    assert sides(told(text, word)) == ([first], second)
