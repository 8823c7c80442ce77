"""The two sides that "between" names."""

import datetime as dt

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.roles.roles import Roles
from sijill.extract.said.between import Told
from sijill.extract.tables.lexicon import MUTUAL
from sijill.extract.triggers.triggers import Weighed


@pytest.mark.parametrize("text", [
    "دارت معارك بين الجيش اليمني، بإسناد سعودي، والحوثيين في مديرية باقم.",
    "دارت معارك بين الجيش اليمني المدعوم إماراتيا والحوثيين في مديرية باقم.",
])
def test_who_backs_the_first_side_is_not_the_second(text: str) -> None:
    """The second side of "between A, backed by C, and B" is B."""
    assert sides(told(text, "معارك")) == (["YEM_GOV_FORCES"], ["HOUTHIS"])


def test_a_deal_on_a_truce_is_between_the_sides_of_the_truce() -> None:
    """"The signing of an agreement on a truce between A and B" is between A and B."""
    assert sides(told("أعلن وسيط توقيع اتفاق هدنة بين حركة حماس وإسرائيل.", "اتفاق")) == (["HAMAS"], ["ISR_GOV"])


@pytest.mark.parametrize(("text", "one", "other"), [
    ("نشبت اشتباكات بين الجيش العراقي تسانده عشائر الأنبار من طرف، ومقاتلي داعش من طرف آخر.", "IRQ_ARMY", "IS"),
    ("نشبت اشتباكات بين قوات النظام ومتطوعين أجانب في أطراف المدينة من جهة، وهيئة تحرير الشام من جهة أخرى.",
     "SYR_ARMY", "HTS"),
])
def test_one_side_may_be_told_at_length(text: str, one: str, other: str) -> None:
    """Of "between A, backed by C, on one side, and B on the other side" the second side is B."""
    first, second = sides(told(text, "اشتباكات"))
    assert first[0] == one and second == [other]


@pytest.mark.parametrize("behind", [
    "، ومن جهة أخرى سقطت قذيفة بين روسيا وتركيا.", " وقصفت طائرة المدينة من جهة البحر وجبهة النصرة.", " من جهة",
])
def test_what_is_told_behind_two_sides_parts_them_no_more(behind: str) -> None:
    """"On the other hand", "from the side of" behind another verb, and at the end of a text, have no second side."""
    text = "نشبت اشتباكات بين قوات النظام ومقاتلي داعش في الحسكة" + behind
    assert sides(told(text, "اشتباكات")) == (["SYR_ARMY"], ["IS"])


def test_the_other_side_of_another_matter_parts_nothing() -> None:
    """"Between A and B in X, and on the other hand" is between A and B."""
    text = "نشبت اشتباكات بين قوات النظام ومقاتلي داعش في الحسكة، ومن جهة أخرى هدأ القتال في حلب."
    assert sides(told(text, "اشتباكات")) == (["SYR_ARMY"], ["IS"])


@pytest.mark.parametrize(("text", "side"), [
    ("اندلعت صدامات بين عشائر متنافسة قرب ميناء زوارة.", "TRIBESMEN"),
    ("اندلعت اشتباكات بين عشيرتين في قضاء المجر الكبير.", "TRIBESMEN"),
    ("هدأت اشتباكات بين المجموعات المسلحة المتصارعة في طرابلس.", "UNIDENTIFIED_GUNMEN"),
])
def test_rivals_are_both_sides(text: str, side: str) -> None:
    """"Between rival clans" and "between two clans" each is a side to the other."""
    assert sides(told(text, text.split()[1])) == ([side], [side])


@pytest.mark.parametrize("text", [
    "تبادلت القوات السعودية والحوثيون القصف قرب نجران.",
    "استمر تبادل القوات السعودية والحوثيين القصف قرب نجران.",
])
def test_who_exchange_shelling_are_its_two_sides(text: str) -> None:
    """Of "A and B exchanged shelling" A is the first side and B the second."""
    assert sides(told(text, "القصف")) == (["SAU_ARMED"], ["HOUTHIS"])


def test_who_are_named_before_shelling_exchange_none() -> None:
    """"A and B said that shelling" does not say that one shelled the other."""
    assert sides(told("نقلت القوات السعودية والحوثيون القصف إلى نجران.", "القصف")) != (["SAU_ARMED"], ["HOUTHIS"])


def test_a_truce_between_rivals_has_no_second_side() -> None:
    """Of a truce "between the rival parties" they are one list of sides, not each other's foes."""
    assert sides(told("دعا المبعوث إلى هدنة بين الجماعات المسلحة المتناحرة بطرابلس.", "هدنة"))[1] == []


def test_one_group_is_one_side() -> None:
    """"Between the clans" without rivals names no second side, nor do rivals that are no side of the fight."""
    assert sides(told("اندلعت اشتباكات بين عشائر الأنبار في الرمادي.", "اشتباكات"))[1] == []
    assert sides(told("اندلعت اشتباكات بين عائلات متنازعة في ريف حمص.", "اشتباكات"))[1] == []
    assert sides(told("اندلعت اشتباكات بين العشائر وتنظيم داعش في مناطق متنازعة.", "اشتباكات"))[1] == ["IS"]


def test_two_of_one_sort_fight_each_other() -> None:
    """Of "between gunmen of clan A and gunmen of clan B" both are sides, though one id is for all clans."""
    text = "نشبت مواجهات بين رجال من عشيرة حاشد الموالية للرئيس ورجال من عشيرة بكيل الموالية للحوثيين قرب صعدة."
    assert sides(told(text, "مواجهات", dt.date(2009, 8, 28))) == (["YEM_TRIBES"], ["YEM_TRIBES"])


@pytest.mark.parametrize(("text", "word", "first", "second"), [
    ("استمرت معارك بين قوات النظام وأحرار الشام في الزبداني. كما قتل 28 عنصرا من مقاتلي المعارضة وداعش "
     "إثر اشتباكات بين الطرفين في ريف حلب.", "اشتباكات", ["SYR_OPPOSITION"], ["IS"]),
    ("تواصلت المعارك بين قوات النظام وبين فصائل المعارضة السورية بينها أحرار الشام في الزبداني.", "المعارك",
     ["SYR_ARMY"], ["SYR_OPPOSITION"]),
])
def test_both_sides_are_those_of_the_dead_or_behind_another_between(
        text: str, word: str, first: list[str], second: list[str]) -> None:
    """"Both sides" are the two whose dead were counted before; "between A and between B" is between A and B."""
    assert sides(told(text, word, dt.date(2015, 7, 25))) == (first, second)


@pytest.mark.parametrize(("text", "first", "second"), [
    ("أعلن الجيش العراقي مقتل عشرة من داعش في اشتباكات بين قواته ومقاتلي داعش في الموصل.", "IRQ_ARMY", "IS"),
    ("أعلن تنظيم داعش مقتل عشرة جنود في اشتباكات بين مقاتليه والجيش العراقي في الموصل.", "IS", "IRQ_ARMY"),
])
def test_its_forces_are_whose_the_other_side_is_not(text: str, first: str, second: str) -> None:
    """Of "between its forces and B" the first side is who was named before and is not B."""
    assert sides(told(text, "اشتباكات")) == ([first], [second])


def test_a_border_between_lands_is_between_no_sides() -> None:
    """The lands on both sides of a border do not fight for being named with it; groups that fight at a border do."""
    border = "خاض جنود إماراتيون مناوشات مع الحوثيين ليلا عند الحدود بين اليمن والسعودية."
    assert sides(told(border, "مناوشات"))[1] == ["HOUTHIS"]
    fought = "دارت اشتباكات على الحدود بين الجيش اليمني والحوثيين."
    assert sides(told(fought, "اشتباكات")) == (["YEM_GOV_FORCES"], ["HOUTHIS"])


@pytest.mark.parametrize(("text", "word", "parted"), [
    ("وقعت مناوشات على الحدود بين اليمن والسعودية.", "مناوشات", False),
    ("وقعت مناوشات على الحدود بين الجيش اليمني والحوثيين.", "مناوشات", True),
    ("وقعت مناوشات بين اليمن والسعودية.", "مناوشات", True),
])
def test_only_lands_at_a_border_are_not_parties(text: str, word: str, parted: bool) -> None:
    """Lands behind "the border between" are no two parties; groups there are, and lands without a border."""
    view, trigger = pointed(text, word, "Armed clash", frame=MUTUAL)
    said = Roles(view, Weighed(view).triggers(0.0)).said
    assert (said.between(trigger, ()) is not None) is parted


@pytest.mark.parametrize(("text", "word"), [
    ("دارت معارك بين الجيش اليمني والحوثيين. ثم طرد الجيش تنظيم القاعدة من حي. وسيعقد الطرفان اجتماعا.", "اجتماعا"),
    ("دارت معارك بين الجيش اليمني والحوثيين. ثم طرد الجيش تنظيم القاعدة من حي. ووقع الطرفان أمس هدنة.", "هدنة"),
    ("دارت معارك بين الجيش اليمني والحوثيين. ثم طرد الجيش تنظيم القاعدة من حي. ثم اشتبك الجانبان في تعز.", "اشتبك"),
    ("دارت معارك بين الجيش اليمني والحوثيين في تعز. وتبادل الطرفان القصف.", "القصف"),
])
def test_both_sides_are_those_that_fought_or_met_last(text: str, word: str) -> None:
    """Who meet, sign or exchange fire as "both sides" are the two of the last fight or deal, whoever was driven out."""
    assert sides(told(text, word)) == (["YEM_GOV_FORCES"], ["HOUTHIS"])


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("دارت معارك بين الجيش اليمني والحوثيين في تعز. ثم اتفق الجانبان الروسي والتركي على هدنة.", "اتفق", "Agreement"),
    ("دارت معارك بين الجيش اليمني والحوثيين في تعز. واتهم الطرفان السعودية بشن غارة.", "غارة", "Air/drone strike"),
    ("دارت معارك بين الجيش اليمني والحوثيين في تعز. وقال الطرفان إنهما يرفضان أي هدنة.", "هدنة", "Agreement"),
])
def test_both_sides_of_something_else_are_no_pair(text: str, word: str, kind: str) -> None:
    """"The Russian and Turkish sides", a deed of one on another, and what both only speak of give no such pair."""
    form, frame = ("perfect", MUTUAL) if word == "اتفق" else ("noun", "agent_place")
    view, trigger = pointed(text, word, kind, form, frame)
    roles = Roles(view, (pointed(text, "معارك", "Armed clash", frame=MUTUAL)[1], trigger))
    before = roles.choose_one(roles.triggers[0])
    assert roles.said.between(trigger, [Told(before.trigger, before.actor1, before.actor2)]) is None


def test_both_sides_need_an_event_of_two_sides_before() -> None:
    """Where no two sides were told of before, "both sides" name nobody."""
    view, trigger = pointed("عقد الطرفان اجتماعا في تعز.", "اجتماعا", "Talks")
    assert Roles(view, (trigger,)).said.between(trigger, []) is None


def test_who_is_named_beside_both_sides_is_one_of_them() -> None:
    """Where a side is named before "between both", the two of an earlier event without it are not meant."""
    told_before = "طرد الجيش السوري تنظيم داعش من حي الليلية. "
    event = told(told_before + "ثم نشرت وحدات حماية الشعب حواجز هناك دون وقوع اشتباكات بين الجانبين.", "اشتباكات")
    assert sides(event) == (["YPG"], ["SYR_ARMY"])
    event = told(told_before + "ثم نشر الجيش السوري حواجز هناك دون وقوع اشتباكات بين الجانبين.", "اشتباكات")
    assert sides(event) == (["SYR_ARMY"], ["IS"])


def pair(text: str, word: str, kind: str = "Armed clash", frame: str = MUTUAL, form: str = "noun",
         before: tuple[tuple[str, str, list[int], list[int]], ...] = ()) -> tuple[list[str], list[str]] | None:
    """The words of the two sides of what a word tells, others told before with a frame and their sides."""
    view, trigger = pointed(text, word, kind, form, frame)
    said = Roles(view, Weighed(view).triggers(0.0)).said
    found = said.between(trigger, [Told(pointed(text, at, "Armed clash", frame=how)[1], one, other)
                                   for at, how, one, other in before])
    return None if found is None else (named(view, found[0]), named(view, found[1]))


@pytest.mark.parametrize(("text", "first", "second"), [
    ("وقعت مناوشات بين كل من الجيش اليمني والحوثيين.", ["الجيش اليمني"], ["الحوثيين"]),
    ("وقعت مناوشات بين الجيش السوري وحزب الله وتنظيم داعش.", ["الجيش السوري", "حزب الله"], ["تنظيم داعش"]),
    ("وقعت مناوشات بين الجيش السوري وتنظيم داعش ووحدات حماية الشعب.", ["الجيش السوري"],
     ["تنظيم داعش", "وحدات حماية الشعب"]),
    ("وقعت مناوشات بين الجيش اليمني، بإسناد سعودي، وبين الحوثيين.", ["الجيش اليمني"], ["الحوثيين"]),
    ("وقعت مناوشات بين الجيش العراقي من طرف بدعم من روسيا ومقاتلي داعش من طرف آخر.", ["الجيش العراقي"],
     ["مقاتلي داعش"]),
    ("وقعت مناوشات بين عشائر متنافسة والجيش العراقي.", ["عشائر متنافسة"], ["الجيش العراقي"]),
    ("أعلن الجيش العراقي وقوع مناوشات بين قواته ومقاتلي داعش.", ["قواته"], ["مقاتلي داعش"]),
    # between it and B: who was named before, no civilians, no land and not B
    ("أعلن الجيش اليمني وقوع مناوشات بينه وبين الحوثيين.", ["الجيش اليمني"], ["الحوثيين"]),
    ("قال الجيش اليمني إن المدنيين رأوا مناوشات بينه وبين الحوثيين.", ["الجيش اليمني"], ["الحوثيين"]),
    ("أعلن الجيش اليمني في روسيا وقوع مناوشات بينه وبين الحوثيين.", ["الجيش اليمني"], ["الحوثيين"]),
    ("قال الجيش العراقي إن داعش خسر في مناوشات بينه وبين مقاتلي داعش.", ["الجيش العراقي"], ["مقاتلي داعش"]),
    # between them: the two of whom the dead were
    ("قتل 12 عنصرا من الجيش اليمني والحوثيين إثر مناوشات بين الطرفين.", ["عنصرا من الجيش اليمني"],
     ["الحوثيين"]),
    # between them: who killed and whose dead were
    ("أعلن البنتاغون أن الجيش اليمني قتل 12 من الحوثيين في مناوشات بين الطرفين.", ["الجيش اليمني"], ["الحوثيين"]),
    ("أعلن البنتاغون أن الجيش اليمني، قتل 12 من الحوثيين في مناوشات بين الطرفين.", ["الجيش اليمني"], ["الحوثيين"]),
])
def test_two_sides_are_parted(text: str, first: list[str], second: list[str]) -> None:
    """Allies of the first side are with it, who fights it is the second; "it" and "them" are who was named before."""
    assert pair(text, "مناوشات") == (first, second)


@pytest.mark.parametrize("text", [
    # another deed, no sides, one side twice, an ally, and another clause's side
    "وقعت مناوشات بعد قصف بين الجيش اليمني والحوثيين.",
    "وقعت مناوشات بعد اتفاق بين الجيش اليمني والحوثيين.",
    "وقعت مناوشات بين البلدة والجبل.",
    "وقعت مناوشات بين الجيش اليمني والقوات اليمنية.",
    "وقعت مناوشات بين الجيش السوري، بإسناد جوي، وحزب الله.",
    "وقعت مناوشات بين رجال الجيش اليمني أصيب فيها جندي والحوثيون يراقبون.",
    # it: nobody named in the sentence, and nobody behind it
    "وصل الحوثيون. ووقعت مناوشات بينه وبين الجيش اليمني.",
    "أعلن الجيش اليمني وقوع مناوشات بينه وبين الجبل.",
    # them: whose dead are told later, of civilians, of allies and of three
    "وقعت مناوشات بين الطرفين قتل فيها 12 من الجيش اليمني والحوثيين.",
    "قتل 12 عنصرا من المدنيين والحوثيين إثر مناوشات بين الطرفين.",
    "قتل 12 عنصرا من الجيش السوري وحزب الله إثر مناوشات بين الطرفين.",
    "قتل 12 عنصرا من الجيش اليمني والحوثيين وتنظيم القاعدة إثر مناوشات بين الطرفين.",
    "أعلن السكان أن الجيش السوري قتل 12 من حزب الله في مناوشات بين الطرفين.",
    "أعلن البنتاغون أن المدنيين قتلوا 12 من الحوثيين في مناوشات بين الطرفين.",
    "أعلن البنتاغون أن الجيش اليمني أسر 12 من الحوثيين في مناوشات بين الطرفين.",
    "أعلن الجيش اليمني مقتل 12 من الحوثيين في مناوشات بين الطرفين.",
    "أعلن الحوثيون قرب الجبل قتل 12 من الحوثيين في مناوشات بين الطرفين.",
])
def test_what_parts_no_two_sides(text: str) -> None:
    """Behind another deed, between no sides or allies, and where "it" or "them" have no two to mean, is no pair."""
    assert pair(text, "مناوشات") is None


@pytest.mark.parametrize(("text", "word", "frame", "form", "parted"), [
    ("وقع تبادل قصف بين الجيش اليمني والحوثيين.", "تبادل", MUTUAL, "noun", True),
    ("استمر القصف بين الجيش اليمني والحوثيين.", "القصف", "agent_patient", "noun", True),
    ("استمر القصف المتبادل بين الجيش اليمني والحوثيين.", "القصف", "agent_patient", "noun", True),
    ("أوقع القصف قتلى بين الجيش اليمني والحوثيين.", "القصف", "agent_patient", "noun", False),
    ("استهدف بين الجيش اليمني والحوثيين منزلا.", "استهدف", "agent_patient", "perfect", False),
    ("تبادلت القوات السعودية و الحوثيون القصف.", "القصف", "agent_patient", "noun", True),
    ("تبادلت القوات السعودية والجيش السعودي القصف.", "القصف", "agent_patient", "noun", False),
    ("القوات السعودية والحوثيون القصف متبادل", "القصف", "agent_patient", "noun", False),
])
def test_a_deed_of_one_on_another_is_parted_where_it_is_mutual(
        text: str, word: str, frame: str, form: str, parted: bool) -> None:
    """Shelling is of two sides right before "between", where it is mutual or where two sides exchange it."""
    assert (pair(text, word, "Shelling/artillery/missile attack", frame, form) is not None) is parted


@pytest.mark.parametrize(("behind", "word", "kind", "frame", "form", "both"), [
    ("ووقع الطرفان هدنة.", "هدنة", "Agreement", "agent_place", "noun", True),
    ("وخاض الطرفان مناوشات في تعز.", "مناوشات", "Armed clash", MUTUAL, "noun", True),
    ("واستأنف الطرفان مناوشات في تعز.", "مناوشات", "Armed clash", MUTUAL, "noun", True),
    ("واستهدف الطرفان البلدة.", "استهدف", "Shelling/artillery/missile attack", "agent_patient", "perfect", False),
    ("وشن الطرفان غارة.", "غارة", "Air/drone strike", "agent_place", "noun", False),
    ("وعادت إلى منطقة الطرفين مناوشات متقطعة.", "مناوشات", "Armed clash", MUTUAL, "noun", False),
    ("واتهم الطرفان الوسيط بعدما شهدت تعز مناوشات.", "مناوشات", "Armed clash", MUTUAL, "noun", False),
    ("واستقبل الطرفان الجيش السوري قبل مناوشات.", "مناوشات", "Armed clash", MUTUAL, "noun", False),
    ("وغادر الطرفان، مناوشات جديدة في تعز.", "مناوشات", "Armed clash", MUTUAL, "noun", False),
    ("ثم تقاتل", "تقاتل", "Armed clash", MUTUAL, "perfect", False),
])
def test_both_sides_govern_what_they_share(
        behind: str, word: str, kind: str, frame: str, form: str, both: bool) -> None:
    """ "Both sides" are the two told before where they wage, hold or sign it, with nothing between that tells else."""
    text = "دارت معارك بين الجيش اليمني والحوثيين. " + behind
    found = pair(text, word, kind, frame, form, (("معارك", MUTUAL, [0], [1]),))
    assert found == ((["الجيش اليمني"], ["الحوثيين"]) if both else None)


@pytest.mark.parametrize(("text", "before", "found"), [
    # who did it to whom is a pair too, behind one that fought each other
    ("قصف الجيش اليمني الحوثيين. ووقعت مناوشات بين الطرفين.", (("قصف", "agent_patient", [0], [1]),), (0, 1)),
    ("دارت معارك بين الجيش اليمني والحوثيين. ثم طرد الجيش اليمني داعش. ووقعت مناوشات بين الطرفين.",
     (("معارك", MUTUAL, [0], [1]), ("طرد", "agent_patient", [2], [3])), (0, 1)),
    # who did the last deed, and who is named with them
    ("قصف الجيش اليمني البلدة. ثم خاض الحوثيون مناوشات بين الطرفين.", (("قصف", "agent_patient", [0], []),), (1, 0)),
    ("قصف الجيش اليمني البلدة. ثم خاض الحوثيون في روسيا مناوشات بين الطرفين.",
     (("قصف", "agent_patient", [0], []),), (1, 0)),
    ("قصف الجيش اليمني البلدة. ثم خاض الحوثيون قرب المدنيين مناوشات بين الطرفين.",
     (("قصف", "agent_patient", [0], []),), (1, 0)),
    ("قصف الجيش اليمني البلدة. ثم وقعت مناوشات بين الطرفين.", (("قصف", "agent_patient", [0], []),), None),
    ("قصف الجيش السوري البلدة. ثم خاض حزب الله مناوشات بين الطرفين.", (("قصف", "agent_patient", [0], []),), None),
    ("قصف الجيش اليمني البلدة. ثم وقعت مناوشات بين الطرفين.", (("قصف", "agent_patient", [], [0]),), None),
    ("قصف الجيش اليمني القوات اليمنية. ثم وقعت مناوشات بين الطرفين.", (("قصف", "agent_patient", [0], [1]),), None),
])
def test_both_sides_are_of_an_event_of_two(
        text: str, before: tuple[tuple[str, str, list[int], list[int]], ...], found: tuple[int, int] | None) -> None:
    """They are the two of the last fight, else of the last deed of one on another, else its doer and who is named."""
    view, _ = pointed(text, "مناوشات", "Armed clash")
    assert pair(text, "مناوشات", before=before) == (
        None if found is None else (named(view, found[:1]), named(view, found[1:])))
