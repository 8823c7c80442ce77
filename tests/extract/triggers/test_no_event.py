"""What is told as a habit, summed up since a beginning, or in a link back to the report, is no event of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.extract.drafted import DAY, drafts, pointed, told

import sijill
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers.no_event import by_accident, leads_back, left_over, lists_this_day, only_words, recurs
from sijill.pipeline import read_document

CODER = sijill.load(model=None)
FAULT = "سقطت طائرة حربية في رازح بسبب خلل فني."


def viewed(text: str) -> View:
    document = read_document(text, published=DAY)
    return View(document, resolve(document))


@pytest.mark.parametrize(("text", "word"), [
    ("تعرف المنطقة اشتباكات متكررة بين الجيش السوري ومقاتلي داعش.", "اشتباكات"),
    ("القصف التركي المتكرر على قرى عفرين لا مبرر له.", "القصف"),
    ("يشهد ريف درعا مواجهات يومية بين الجيش السوري ومقاتلي داعش.", "مواجهات"),
    ("تعيش بلدة كفرنبل تحت قصف مدفعي شبه يومي لقوات النظام السوري.", "قصف"),
    ("تقصف قوات النظام السوري بلدة كفرنبل بشكل شبه يومي.", "تقصف"),
    ("قصفت قوات النظام السوري بلدة كفرنبل مرارا طوال هذه السنوات.", "قصفت"),
    ("تخوض حركة حماس اشتباكات من حين لآخر مع خصومها.", "اشتباكات"),
    ("تدور اشتباكات بين الحين والآخر في مدينة تعز.", "اشتباكات"),
    ("تدور اشتباكات بين فترة وأخرى في مدينة تعز.", "اشتباكات"),
    ("تدور اشتباكات من وقت إلى آخر في مدينة تعز.", "اشتباكات"),
    ("تتعرض بلدة كفرنبل بشكل شبه يومي لقصف من قوات النظام السوري.", "لقصف"),
    ("تتعرض بلدة كفرنبل لهجوم شبه يومي بغارات روسية.", "بغارات"),
    ("تتعرض بلدة كفرنبل بين الحين والآخر لقصف من قوات النظام السوري.", "لقصف"),
    ("تعرضت بلدة كفرنبل مرارا لقصف قوات النظام السوري.", "لقصف"),
    ("شهدت بلدة كفرنبل قصفا متكررا من قوات النظام السوري.", "قصفا"),
    ("تقصف قوات النظام السوري يوميا بلدة كفرنبل.", "تقصف"),
    ("يخشى السكان تكرار قصف الطائرات السورية بلدة كفرنبل.", "قصف"),
    ("كانت بلدة كفرنبل مسرحا لعدد من المواجهات بين الجيش السوري ومقاتلي داعش.", "المواجهات"),
    ("لطالما شهدت بلدة كفرنبل اشتباكات بين الجيش السوري ومقاتلي داعش.", "اشتباكات"),
    ("عادة ما تقصف قوات النظام السوري بلدة كفرنبل.", "تقصف"),
    # a month is no day of its own
    ("قصفت قوات النظام السوري بلدة كفرنبل مرارا خلال الشهر الماضي.", "قصفت"),
    ("وبشكل متكرر تقصف قوات النظام السوري بلدة كفرنبل.", "تقصف"),
])
def test_violence_told_as_a_habit_is_no_event(text: str, word: str) -> None:
    """What is repeated, almost daily, or done from time to time, as a word beside it says, is no event."""
    event = told(text, word)
    assert recurs(viewed(text), event)


@pytest.mark.parametrize(("text", "word"), [
    # a day of its own, in its own sentence
    ("قصفت قوات النظام السوري أمس بلدة كفرنبل بشكل متكرر.", "قصفت"),
    # "much" is not "mostly"
    ("تضررت كثيرا مواقع قصفتها قوات النظام السوري في كفرنبل.", "قصفتها"),
    # nor is a scene where it is said when, or where another verb tells
    ("كانت بلدة كفرنبل مسرحا لمواجهات أمس بين الجيش السوري ومقاتلي داعش.", "لمواجهات"),
    ("احترق مسرح ثم اندلعت مواجهات بين الجيش السوري ومقاتلي داعش في كفرنبل.", "مواجهات"),
    # what is repeated stands far behind, in another clause, or is what another verb tells
    ("أسفر القصف على إدلب بعد الخروقات المتكررة عن نزوح.", "القصف"),
    ("دارت اشتباكات، وخروقات متكررة.", "اشتباكات"),
    ("وقع انفجار استهدفت بعده غارات متكررة مدينة تعز.", "انفجار"),
    ("تكررت الخروقات قبل قصف مدينة تعز.", "قصف"),
    ("حذرت المنظمة مرارا، ثم وقع قصف على مدينة تعز.", "قصف"),
    # what is daily is what was struck
    ("استهدفت عبوة دورية يومية للجيش التركي في إدلب.", "استهدفت"),
    # the two days of Saturday and Sunday
    ("دارت اشتباكات يومي السبت والأحد في مدينة تعز.", "اشتباكات"),
    # almost wholly, at another time
    ("قصفت قوات النظام السوري بلدة كفرنبل ودمرتها بشكل شبه كامل.", "قصفت"),
    ("دارت اشتباكات في وقت آخر في مدينة تعز.", "اشتباكات"),
    ("دارت اشتباكات من وقت مبكر في مدينة تعز.", "اشتباكات"),
    # what is repeated is told of in a clause of its own
    ("دارت اشتباكات في مدينة تعز، وسط خروقات متكررة.", "اشتباكات"),
    ("دارت اشتباكات في مدينة تعز التي تتعرض لخروقات يومية.", "اشتباكات"),
    ("قصفت قوات النظام السوري بلدة كفرنبل وتتكرر الخروقات.", "قصفت"),
    ("بعد خروقات شبه يومية قصفت قوات النظام السوري بلدة كفرنبل.", "قصفت"),
])
def test_violence_of_a_day_is_an_event(text: str, word: str) -> None:
    """A day of its own makes an event of what is repeated; words like those of a habit elsewhere say nothing of it."""
    event = told(text, word)
    assert not recurs(viewed(text), event)


def test_a_day_of_another_sentence_is_not_of_a_habit() -> None:
    """Only words of its own sentence date what is told as a habit."""
    text = "قصفت قوات النظام السوري أمس الأحد بلدة كفرنبل. وتتعرض بلدة حاس لقصف متكرر."
    assert recurs(viewed(text), told(text, "لقصف"))
    assert not recurs(viewed(text), told(text, "قصفت"))
    habit, day = told(text, "لقصف"), told(text, "قصفت").time
    assert recurs(viewed(text), replace(habit, time=day))


@pytest.mark.parametrize(("text", "word"), [
    ("نفذت الطائرات الروسية 3294 غارة على إدلب منذ بداية العملية العسكرية.", "غارة"),
    ("نفذت الطائرات الروسية عدة غارات على إدلب منذ العام الماضي.", "غارات"),
    ("شنت الطائرات الأميركية منذ مطلع الشهر 48 غارة في مدينة سرت.", "غارة"),
    ("أطلقت الفصائل الفلسطينية نحو 270 صاروخا على إسرائيل منذ انتهاء الحرب.", "أطلقت"),
    # what else is summed up stands between
    ("منذ بدء العملية قتل مدنيون وأطلقت الفصائل الفلسطينية 270 صاروخا على إسرائيل.", "أطلقت"),
    # the day is that of the beginning
    ("نفذت الطائرات الروسية 300 غارة على إدلب منذ بدء العملية في 19 أبريل الماضي.", "غارة"),
    ("نفذت الطائرات الروسية منذ بدء العملية في 19 أبريل الماضي 300 غارة على إدلب.", "غارة"),
])
def test_a_sum_since_a_beginning_is_no_event(text: str, word: str) -> None:
    """Strikes that are counted since a war, a month or a year began are no event."""
    assert recurs(viewed(text), told(text, word))


@pytest.mark.parametrize(("text", "word"), [
    # of one night, of a day
    ("نفذت الطائرات الروسية 30 غارة على إدلب منذ منتصف الليل.", "غارة"),
    ("نفذت الطائرات الروسية أمس الأحد 30 غارة على إدلب منذ بدء العملية.", "غارة"),
    # once, and for the first time
    ("نفذت الطائرات الروسية غارة على إدلب منذ بدء العملية.", "غارة"),
    ("نفذت الطائرات الروسية 30 غارة على إدلب لأول مرة منذ بدء العملية.", "غارة"),
    # since a week ago, which is no beginning
    ("نفذت الطائرات الروسية 30 غارة على إدلب منذ أسبوع.", "غارة"),
    # a comma parts the sum from the deed
    ("نفذت الطائرات الروسية 30 غارة على إدلب، وهي هادئة منذ بدء العام.", "غارة"),
    # who fled since, and what was taken since, are counted as events
    ("نزح 3000 مدني من إدلب منذ بداية العملية العسكرية.", "نزح"),
    ("سيطر الجيش السوري على 12 قرية في إدلب منذ بداية العملية.", "سيطر"),
    # nor are those who were abducted strikes
    ("خطف تنظيم داعش 30 مدنيا في تدمر منذ بداية العام.", "خطف"),
])
def test_what_is_no_sum_of_strikes_is_an_event(text: str, word: str) -> None:
    """Strikes of a night or a day, one strike, a first one, and a displacement or taking told since are events."""
    assert not recurs(viewed(text), told(text, word))


def test_what_is_planned_or_no_violence_recurs_as_it_will() -> None:
    """A daily truce, and what is planned for every day, are told as events."""
    text = "أعلنت روسيا هدنة يومية في الغوطة الشرقية."
    assert not recurs(viewed(text), told(text, "هدنة"))
    text = "يعتزم الجيش السوري شن غارات يومية على إدلب."
    assert told(text, "غارات").factuality == "planned"
    assert not recurs(viewed(text), told(text, "غارات"))


def test_no_habit_stands_among_the_events() -> None:
    """The coder leaves out what is told as a habit, and keeps what is not."""
    text = "وشهدت مدينة تعز اشتباكات متكررة بين الحوثيين وقوات هادي."
    assert not CODER(text, published=dt.date(2018, 5, 2)).events
    assert CODER(text.replace("متكررة", "عنيفة"), published=dt.date(2018, 5, 2)).events


def test_a_link_back_tells_nothing_anew() -> None:
    """Behind a link to the report stands its title; a link that is a part of a sentence leads nowhere."""
    text = "قصفت قوات النظام السوري بلدة كفرنبل. رابط الخبر بصحيفة المدينة: مقتل ثلاثة مدنيين في قصف على كفرنبل"
    view = viewed(text)
    assert [leads_back(view, number) for number in range(len(view.sentences))] == [False, True]
    assert [text[e.trigger.start : e.trigger.end] for e in drafts(text)] == ["قصفت"]
    other = text.replace("رابط الخبر بصحيفة المدينة: ", "رابط الأهالي: ")
    assert "قصف" in [other[e.trigger.start : e.trigger.end] for e in drafts(other)]
    parted = viewed(text.replace("مقتل", "سوريا .. مقتل"))
    assert [leads_back(parted, number) for number in range(len(parted.sentences))] == [False, True, True]
    assert leads_back(viewed(f"{text}. وساد الهدوء. وعاد السكان. وأغلقت المدارس."), 2) is False
    assert not leads_back(viewed("رابط."), 0)
    assert not leads_back(viewed("وقال المصدر إن القصف مستمر."), 0)


@pytest.mark.parametrize(("text", "word"), [
    # told of one attack, which is the first or the worst since
    ("أطلق الحوثيون ثلاثة صواريخ على مدينة مأرب في أول هجوم منذ بدء الهدنة.", "أطلق"),
    ("قصفت إسرائيل 12 موقعا في سوريا في أعنف هجوم منذ اندلاع الحرب.", "قصفت"),
    ("شن الجيش السوري أحد هجماته على الغوطة الشرقية منذ بداية الحرب.", "هجماته"),
    # what has gone on since is told of another thing
    ("استهدفت قوات النظام السوري ثلاث بلدات في الغوطة الشرقية المحاصرة منذ عام 2013.", "استهدفت"),
    ("شن الطيران الروسي 5 غارات على إدلب بعد هدوء ساد منذ بداية الهدنة.", "غارات"),
    ("شن الطيران الروسي 5 غارات على إدلب التي تشهد توترا منذ بداية العام.", "غارات"),
    ("شن الطيران الروسي 5 غارات قتلت مدنيين منذ بداية الهدنة.", "غارات"),
])
def test_an_attack_that_is_the_worst_since_or_on_the_besieged_is_no_sum(text: str, word: str) -> None:
    """"In the fiercest attack since", one of them, and "besieged since" sum nothing up."""
    assert not recurs(viewed(text), told(text, word))


@pytest.mark.parametrize("text", [
    "اجتاحت السيول مدينة درنة ليلا.", "تضررت درنة من اجتياح السيول لها.",
    "ضرب زلزال عنيف مدينة حلب فجرا.", "سيطر رجال الإطفاء على حريق في سوق عدن.",
    "سيطر رجال الإطفاء على حريقين في سوق عدن.", "سيطر رجال الإطفاء على الحرائق في سوق عدن.",
    "لو انسحب الجيش السوري من بلدة نوى لسقطت.",
])
def test_what_floods_do_and_what_is_only_supposed_is_no_event(text: str) -> None:
    """A flood or an earthquake takes and strikes nothing, a fire that is held is no place, "if only" tells no deed."""
    assert not CODER(text, published=DAY).events


@pytest.mark.parametrize("text", [
    "اجتاح مقاتلو طالبان مدينة قندوز ليلا بعد سيول.", "سيطر مقاتلو طالبان على قندوز بعد حريق.",
    "انسحب الجيش السوري من بلدة نوى.", "إذا انسحب الجيش السوري من بلدة نوى سقطت.",
    "ربما انسحب الجيش السوري من بلدة نوى.", "قصف الجيش السوري بلدة نوى على حرائق فيها.",
    "هاجمت سيول مواقع كورية شمالية أمس.",
    "اجتاحت أمطار من الصواريخ بلدة كفرنبل.",
])
def test_what_men_do_beside_a_flood_is_an_event(text: str) -> None:
    """Men who overrun a town do so whatever flood or fire is told beside it; who withdrew did."""
    assert CODER(text, published=DAY).events


@pytest.mark.parametrize("text", [
    "انفجر لغم من مخلفات قصف قديم في حاس.",
    "أحيت حاس ذكرى مجزرة ارتكبتها قوات النظام السوري.",
    "أصدر القضاء العراقي مذكرة اعتقال بحق الوزير.",
    "أصدر القضاء العراقي مذكرة باعتقال الوزير.",
    "ابتعد سكان حاس عن ساحات القتال بين الجيش السوري وداعش.",
    "وصل المحققون إلى مكان القصف في حاس.",
])
def test_what_is_left_of_a_deed_or_orders_it_tells_none(text: str) -> None:
    """Remnants of shelling, the memory of a massacre, a warrant of arrest and the ground of a fight tell none."""
    words = {"قصف", "مجزرة", "اعتقال", "باعتقال", "القتال", "القصف"}
    assert words.isdisjoint(text[e.trigger.start : e.trigger.end] for e in CODER(text, published=DAY).events or ())


def test_a_verb_behind_a_memory_tells_its_deed() -> None:
    """Behind "in memory" a noun is what is remembered; a verb tells what was done then."""
    event = told("أحيت حاس ذكرى قصف الجيش السوري سوقها.", "قصف")
    for form, left in (("noun", True), ("perfect", False)):
        view, trigger = pointed("أحيت حاس ذكرى قصف الجيش السوري سوقها.", "قصف", event.sub_event_type, form)
        assert left_over(view, replace(event, trigger=trigger)) is left


@pytest.mark.parametrize(("text", "kind", "ground"), [
    ("وصل المحققون إلى موقع الهجوم في حاس.", "Armed clash", True),
    ("وصل المحققون إلى موقع هجوم في حاس.", "Armed clash", False),
    ("وصل المحققون إلى منطقة الاتفاق في حاس.", "Agreement", False),
    ("وصل المحققون بعد الهجوم إلى حاس.", "Armed clash", False),
    ("وصل المحققون إلى منطقة الهجوم في حاس.", "Government regains territory", False),
    ("يرفع السكان الدمار الذي خلفه الهجوم على حاس.", "Armed clash", True),
    ("تنتشر في حاس مخلفات الحرب جراء الهجوم عليها.", "Armed clash", True),
    ("تنتشر في حاس مخلفات الحرب بعد الهجوم عليها.", "Armed clash", False),
    ("تنتشر في حاس مخلفات الحرب، ونزح سكانها جراء الهجوم عليها.", "Armed clash", False),
    ("قتل طفل في حاس جراء الهجوم عليها.", "Armed clash", False),
])
def test_the_ground_of_a_fight_is_no_other_one(text: str, kind: str, ground: bool) -> None:
    """"The site of the attack" and what it left tell of one that is known; "of an attack" tells of one."""
    word = next(word for word in ("الهجوم", "هجوم", "الاتفاق") if word in text)
    view, trigger = pointed(text, word, kind)
    event = replace(told("قصف الجيش السوري مدينة حلب.", "قصف"), sub_event_type=kind, event_type=event_types()[kind])
    assert left_over(view, replace(event, trigger=trigger)) is ground


def test_shelling_itself_is_told() -> None:
    """Without "remnants of" before it the shelling is an event."""
    text = "أصيب طفل في قصف الجيش السوري سوق حاس."
    assert [text[e.trigger.start : e.trigger.end] for e in CODER(text, published=DAY).events or ()] == ["قصف"]


@pytest.mark.parametrize(("text", "words"), [
    ("تبادل الجيش اليمني والحوثيون الاتهامات بخرق الهدنة.", True),
    ("تبادل الجيش اليمني مع الحوثيين مقترحات جديدة.", True),
    ("تبادل الجيش اليمني والحوثيون إطلاق النار في تعز.", False),
    ("تبادل الجيش اليمني والحوثيون النار، كما صدرت مقترحات.", False),
    ("تبادل الجيش اليمني والحوثيون النار وقدم الوسيط مقترحات.", False),
    ("تبادل الجيش اليمني والحوثيون إطلاق النار والشتائم.", False),
])
def test_who_exchange_words_do_not_fight(text: str, words: bool) -> None:
    """Sides that exchange accusations or proposals do nothing; what a pause or verb parts from it changes no deed."""
    event = replace(told(text, "تبادل"), event_type="Battles")
    assert only_words(viewed(text), event) is words
    assert not only_words(viewed(text), replace(event, event_type="Diplomacy"))


def test_who_fled_over_years_is_a_sum() -> None:
    """People who fled over many years are a total, those who fled in weeks an event; no days tell neither."""
    event = told("نزح آلاف المدنيين من صعدة.", "نزح")
    view, last = viewed("نزح آلاف المدنيين من صعدة."), dt.date(2019, 5, 6)
    for first, summed in ((dt.date(2014, 1, 1), True), (dt.date(2019, 4, 1), False), (None, False)):
        assert recurs(view, replace(event, time=replace(event.time, earliest=first, latest=last))) is summed


@pytest.mark.parametrize(("text", "kept"), [
    ("قتل عشرون شخصا في اصطدام قارب بسفينة قرب أسوان.", []),
    ("اصطدمت سيارة للجيش المصري بلغم في أسوان وقتل جنديان.", ["اصطدمت"]),
    ("أصيب متظاهرون في اصطدام مع قوات الأمن المصرية في أسوان.", ["اصطدام"]),
    ("لقي 12 مسلحا حوثيا مصرعهم بعد أن جرفتهم السيول في وادي مور.", []),
    ("جرفت قوات إسرائيلية أراضي في بلدة بيتا.", ["جرفت"]),
    ("تحطمت مروحية للجيش التركي قرب دهوك وقتل طياراها.", []),
    ("تحطمت مروحية للجيش التركي قرب دهوك، وأعلن مسلحون أنهم من أسقطها.", ["تحطمت"]),
    ("حدثت مشادة كلامية بين عضوي المجلس في البصرة.", []),
    ("عزز الجيش التركي الإجراءات الأمنية على الحدود.", []),
    ("عزز الجيش التركي قواته على الحدود مع سوريا.", ["عزز"]),
    ("تراجعت الحريات في ظل سيطرة الحوثيين على محافظات اليمن.", []),
    ("أعلنت جماعة الحوثيين سيطرتها على محافظة ذمار.", ["سيطرتها"]),
    ("في ظل حصار بلدة الزبداني توفي طفلان جوعا.", ["حصار"]),
])
def test_accidents_floods_words_and_what_lasts_are_no_events(text: str, kept: list[str]) -> None:
    """No event is what vessels or floods do, a quarrel in words, measures reinforced, nor control that only lasts.

    A siege of which people die is one.
    """
    assert [text[e.trigger.start : e.trigger.end] for e in CODER(text, published=DAY).events or ()] == kept


@pytest.mark.parametrize(("text", "word", "usual"), [
    ("غالبا ما تقصف قوات النظام السوري بلدة كفرنبل.", "تقصف", True),
    ("عادة ما تشن قوات النظام السوري غارات على بلدة كفرنبل.", "غارات", True),
    ("غالبا ما يحذر السكان من الخطر، وقصفت قوات النظام السوري بلدة كفرنبل.", "قصفت", False),
    ("دفع ذلك ما بقي من قوات النظام السوري إلى قصف بلدة كفرنبل.", "قصف", False),
])
def test_what_is_usually_done(text: str, word: str, usual: bool) -> None:
    """What somebody often or usually does is a habit and no event."""
    assert recurs(viewed(text), told(text, word)) is usual


def test_what_comes_down_by_a_fault_is_an_accident() -> None:
    """An aircraft that falls because of a fault fell in no fighting; one that rebels shot at did."""
    assert by_accident(viewed(FAULT), told(FAULT, "سقطت"))
    jet = FAULT.replace("طائرة حربية", "مقاتلة سعودية")
    assert by_accident(viewed(jet), told(jet, "سقطت"))
    shot = "سقطت طائرة حربية في رازح بنيران المتمردين."
    assert not by_accident(viewed(shot), told(shot, "سقطت"))


@pytest.mark.parametrize("text", [
    "سقطت قذائف على حي العزيزية في حلب وانقطعت الكهرباء بسبب عطل في المحطة.",
    "سقطت طائرة سورية قرب تدمر وأصابها صاروخ لا عطل فني.",
])
def test_a_fault_of_something_else_is_no_accident(text: str) -> None:
    """Shells that fall on a quarter, and aircraft that a missile hit, came down by no fault that is told beside it."""
    view, trigger = pointed(text, "سقطت", "Armed clash", "perfect", "agent_patient")
    event = replace(told(FAULT, "سقطت"), trigger=replace(trigger, lemma="سقط.2"))
    assert not by_accident(view, event)


@pytest.mark.parametrize(("text", "accident"), [
    ("قتل تسعة أشخاص في حادث الاصطدام الذي وقع ليلا.", True),
    ("قتل تسعة أشخاص في الاصطدام بين مركبين ليلا.", True),
    ("أصيب تسعة أشخاص في الاصطدام مع الشرطة ليلا.", False),
])
def test_a_collision_called_an_accident(text: str, accident: bool) -> None:
    """A collision is an accident where it is called one or vessels collide, and none where a crowd meets the police."""
    view, trigger = pointed(text, "الاصطدام", "Violent demonstration")
    event = replace(drafts("هاجم مسلحون قرية.")[0], trigger=trigger, sub_event_type=trigger.sub_event_type)
    assert by_accident(view, event) is accident


@pytest.mark.parametrize(("text", "word"), [
    ("تشهد صعدة معارك بين الجيش اليمني والمسلحين الحوثيين منذ عام 2004.", "معارك"),
    ("تدور اشتباكات بين الجيش اليمني والمسلحين الحوثيين منذ خمس سنوات.", "اشتباكات"),
])
def test_fighting_since_a_day_of_long_ago_is_a_war(text: str, word: str) -> None:
    """Fighting that is dated since years is no event."""
    assert recurs(viewed(text), told(text, word))


@pytest.mark.parametrize(("text", "word"), [
    ("تدور معارك بين الجيش اليمني والمسلحين الحوثيين في صعدة منذ يومين.", "معارك"),
    ("تدور معارك بين الجيش اليمني والمسلحين الحوثيين في صعدة منذ ثلاثة أشهر.", "معارك"),
    ("اندلعت معارك بين الجيش اليمني والمسلحين الحوثيين في صعدة عام 2004.", "معارك"),
    ("يعيش اليمن بلا حكومة منذ عام 2014، واندلعت معارك بين الجيش اليمني والمسلحين الحوثيين في صعدة.", "معارك"),
])
def test_fighting_since_days_or_of_a_year_is_told(text: str, word: str) -> None:
    """Fighting since two days, and what broke out in a year, are events."""
    assert not recurs(viewed(text), told(text, word))


@pytest.mark.parametrize(("text", "lists"), [
    ("فيما يلي أبرز ما وقعت من أحداث في مثل هذا اليوم. 1982: الطيران الإسرائيلي يقصف بيروت.", True),
    ("حدث في مثل هذا اليوم: 1982: الطيران الإسرائيلي يقصف بيروت.", True),
    ("في مثل هذا اليوم قبل عام قصفت القوات الإسرائيلية بيروت.", False),
    ("قصفت القوات الإسرائيلية بيروت. وشهد هذا اليوم أحداثا مثل القصف.", False),
    ("قصفت القوات الإسرائيلية بيروت في مثل هذا", False),
    ("هذا اليوم. 1956 - تأميم القناة.\n1961 - قصف بيروت.\n1982 - الطيران الإسرائيلي يقصف بيروت.", True),
    # of two years in a report, and of numbers that are no years, the deeds are told
    ("1982 - الطيران الإسرائيلي قصف بيروت.\nوقال شاهد إن حيا دمر.\n1996 - قصف قانا.", False),
    ("1 - قصفت قوات النظام السوري بلدة كفرنبل.\n2 - قصفت حاس.\n3 - قصفت معرة حرمة.", False),
    ("1500 عائلة نزحت بعد أن قصفت قوات النظام السوري كفرنبل.\n1200 عائلة عادت.\n1000 عائلة تنتظر.", False),
])
def test_a_list_of_this_day_in_history_tells_of_no_event(text: str, lists: bool) -> None:
    """"What happened on such a day as this" lists other years; a report that looks back a year tells of its event."""
    assert lists_this_day(viewed(text)) == lists
    assert bool(drafts(text)) != lists or "تقصف" not in text and "قصفت" not in text


@pytest.mark.parametrize(("text", "often"), [
    ("شنت طائرات التحالف غارات أسبوعيا على معسكر للحوثيين في صعدة.", True),
    ("شنت طائرات التحالف غارات شهريا على معسكر للحوثيين في صعدة.", True),
    ("شنت طائرات التحالف غارات أمس على معسكر للحوثيين في صعدة.", False),
])
def test_what_is_done_every_month_is_a_habit(text: str, often: bool) -> None:
    """Raids that are flown weekly or monthly are no event, those of yesterday are one."""
    assert recurs(viewed(text), told(text, "غارات")) == often


@pytest.mark.parametrize(("text", "word", "summed"), [
    ("قصفت الطائرات التركية مواقع حزب العمال الكردستاني في قنديل خلال السنوات الثلاث الماضية.", "قصفت", True),
    ("اعترضت السعودية خلال العامين الماضيين عشرات الصواريخ الباليستية فوق نجران.", "اعترضت", True),
    ("قصفت الطائرات التركية مواقع حزب العمال الكردستاني في قنديل خلال الأسبوعين الماضيين.", "قصفت", False),
    ("قصفت الطائرات التركية مواقع حزب العمال الكردستاني في قنديل عام 2015.", "قصفت", False),
    # a season of strikes, of takings
    ("قصفت الطائرات التركية مواقع حزب العمال الكردستاني في قنديل خلال الأشهر الماضية.", "قصفت", True),
    ("سيطر الجيش السوري على قرى في درعا خلال الأشهر الماضية.", "سيطر", False),
])
def test_what_was_done_in_a_stretch_of_many_months_is_a_sum(text: str, word: str, summed: bool) -> None:
    """"In the last three years" sums up deeds of any type, "in the last months" strikes; weeks and a year date one."""
    assert recurs(viewed(text), told(text, word)) is summed


@pytest.mark.parametrize(("text", "often"), [
    ("تنفذ تركيا بانتظام غارات على مخابئ حزب العمال الكردستاني في قنديل.", True),
    ("نادرا ما تشن الطائرات التركية غارات على مدينة عفرين.", True),
    ("تنفذ تركيا بسرعة غارات على مخابئ حزب العمال الكردستاني في قنديل.", False),
])
def test_what_is_done_regularly_or_rarely_is_no_event(text: str, often: bool) -> None:
    """Raids flown "regularly" or "rarely" are none of their own; those flown "quickly" are."""
    assert recurs(viewed(text), told(text, "غارات")) is often
