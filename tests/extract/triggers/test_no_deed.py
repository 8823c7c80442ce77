"""Shows, papers, mishaps, onlookers and what never came about are no events, though words for deeds tell them."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.extract.drafted import DAY, drafts, pointed

from sijill.documents import ActorArgument, Event
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft
from sijill.extract.reference.reference import resolve
from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers.no_deed import no_deed
from sijill.pipeline import read_document


def deeds(text: str, day: dt.date | None = DAY) -> list[tuple[str, bool]]:
    """The words that may tell events, each with whether it tells none."""
    document = read_document(text, published=day)
    view = View(document, resolve(document))

    def word(event: Event) -> str:
        return text[event.trigger.start : event.trigger.end]

    return [(word(event), no_deed(view, event)) for event in draft(view, threshold=0.05)]


@pytest.mark.parametrize(("text", "word"), [
    ("نفذ الطيران الإسرائيلي غارات وهمية فوق بيروت.", "غارات"),
    ("قال قيادي إن الوحدات الكردية لم تشارك حتى الآن في الاشتباكات.", "الاشتباكات"),
    ("أكد الوزير عدم مشاركة الطيران الفرنسي بأي من الضربات على حلب.", "الضربات"),
    ("استأنف الطيران الإسرائيلي طلعاته الاستطلاعية فوق بيروت.", "طلعاته"),
    ("شن وزير الدفاع السوري هجوما لاذعا على المعارضة في دمشق.", "هجوما"),
    ("شن قراصنة هجوما إلكترونيا على وزارة الدفاع السورية في دمشق.", "هجوما"),
    ("لم يتم القبض على الجناة في حلب.", "القبض"),
    ("لم يتم إلقاء القبض على المهاجمين في حلب.", "القبض"),
    ("فقدت القيادة الاتصال مع خمسة جنود في سيناء.", "الاتصال"),
    ("انتشرت في شوارع إدلب ملصقات وانتشرت صور للقتلى.", "انتشرت"),
    ("نشرت الصحيفة صور الجنود في إدلب.", "نشرت"),
    ("أقلق انتشار نفوذ تنظيم الدولة سكان حلب.", "انتشار"),
    ("طردت بريطانيا دبلوماسيا سوريا من لندن.", "طردت"),
    ("احتشد الآلاف في حلب لمشاهدة المباراة.", "احتشد"),
    ("حوصر عشرات السكان تحت أنقاض منازلهم في حلب.", "حوصر"),
])
def test_a_word_for_a_deed_that_was_none(text: str, word: str) -> None:
    """Mock raids, fights without a part in them, unmade arrests, lost contact, papers, diplomats, onlookers: none."""
    assert (word, True) in deeds(text)


@pytest.mark.parametrize("text", [
    "قال قيادي إن الوحدات الكردية شاركت حتى الآن في الاشتباكات.",
    "قال قيادي إن الوحدات الكردية تشارك في الاشتباكات مع داعش في حلب.",
    "لم تشارك الوحدات، لكن الاشتباكات استمرت بين الجيش السوري وداعش في حلب.",
])
def test_a_deed_in_which_a_side_had_a_part_is_one(text: str) -> None:
    """Who takes part in a deed tells of one, and so does what goes on without who had none."""
    assert ("الاشتباكات", False) in deeds(text)


@pytest.mark.parametrize(("text", "word"), [
    ("نفذ الطيران الإسرائيلي غارات عنيفة فوق بيروت.", "غارات"),
    ("شن مسلحون هجوما واسعا على وزارة الدفاع السورية في دمشق.", "هجوما"),
    ("تم القبض على ثلاثة في حلب.", "القبض"),
    ("انتشرت قوات الجيش السوري في شوارع إدلب.", "انتشرت"),
    ("طرد الجيش السوري المسلحين من بلدة كفرنبل.", "طرد"),
    ("احتشد الآلاف في حلب للمطالبة برحيل المحافظ.", "احتشد"),
    ("حاصر الجيش السوري مئات السكان في حلب.", "حاصر"),
    ("حاصر الجيش السوري المقاتلين وسط ركام حلب.", "حاصر"),
    ("تجمع متظاهرون في حلب لأداء الصلاة.", "تجمع"),
    ("احتشد المئات في حلب لأداء صلاة الجمعة احتجاجا على القصف.", "احتشد"),
    ("تظاهر المئات في حلب لمتابعة مطالبهم.", "تظاهر"),
])
def test_the_same_word_for_a_deed(text: str, word: str) -> None:
    """Raids, arrests, forces that spread, fighters driven out, protests and sieges are what they are told as.

    Who fights among rubble may be besieged, and who gathers in protest to pray protests.
    """
    assert (word, False) in deeds(text)


def tells_none(text: str, word: str, kind: str, lemma: str, form: str = "perfect", doer: str = "SYR_ARMY") -> bool:
    """Whether a word tells no deed, were it of a lemma, form, type and side."""
    view, trigger = pointed(text, word, kind, form)
    event = drafts("قصف الجيش السوري مدينة حلب.")[0]
    return no_deed(view, replace(event, sub_event_type=kind, event_type=event_types()[kind],
                                 trigger=replace(trigger, lemma=lemma), actor1=(ActorArgument(0, 4, doer, "test"),)))


@pytest.mark.parametrize(("text", "word", "kind", "lemma", "form"), [
    ("قطع الجيش الاتصالات مع الفصائل.", "الاتصالات", "Talks", "اتصال", "noun"),
    ("شن الطيران غارات جوية وهمية فوق المدينة.", "غارات", "Air/drone strike", "غارة", "noun"),
    ("أجبر القرار ثلاثة من السفراء على الرحيل.", "أجبر", "Displacement", "أجبر", "perfect"),
])
def test_over_a_word_between(text: str, word: str, kind: str, lemma: str, form: str) -> None:
    """What makes a word no deed may stand over a subject, an adjective or a number."""
    assert tells_none(text, word, kind, lemma, form)


@pytest.mark.parametrize(("text", "word", "kind", "lemma", "form"), [
    # verbs: of another clause, or with an object that is for show
    ("قال الوسيط إن الاتفاق لم يتم وقصف الجيش المدينة.", "قصف", "Shelling/artillery/missile attack", "قصف", "perfect"),
    ("قصفت أهدافا وهمية في المدينة.", "قصفت", "Air/drone strike", "قصف", "perfect"),
    ("قطع زيارته والتقى نظيره في العاصمة.", "التقى", "Talks", "التقى", "perfect"),
    # what comes about is no deed only where it did not
    ("كل يوم يتم القبض على الهاربين.", "القبض", "Arrests", "قبض", "noun"),
    # not the deed's own adjective
    ("شن الطيران غارات على أهداف وهمية.", "غارات", "Air/drone strike", "غارة", "noun"),
    # talks and arrests may be for the media
    ("عقد الوفدان مفاوضات إعلامية.", "مفاوضات", "Talks", "فاوض", "noun"),
    # a noun is a demonstration, whatever it is held for
    ("نظم ناشطون تظاهرة للاحتفال بالذكرى.", "تظاهرة", "Peaceful protest", "تظاهر", "noun"),
    # "after the prayer" is not "to pray"
    ("تجمع المئات بعد الصلاة.", "تجمع", "Peaceful protest", "تجمع", "perfect"),
    # others came to look on
    ("تجمع المئات في المدينة، وجاء آخرون لمشاهدة المسيرة.", "تجمع", "Peaceful protest", "تجمع", "perfect"),
    ("تجمع المئات واعتقلت الشرطة مصورا لمتابعة الأمر.", "تجمع", "Peaceful protest", "تجمع", "perfect"),
    # the rubble of another clause, and what is no siege
    ("حاصر الجيش البلدة، وعثر على جثث تحت الأنقاض.", "حاصر", "Other", "حاصر", "perfect"),
    ("حرر رجال الإطفاء طفلة من تحت الأنقاض.", "حرر", "Other", "حرر.2", "perfect"),
    # nor does who deploys where others hold sway
    ("انتشر الجيش في مناطق نفوذ التنظيم.", "انتشر", "Change to group/activity", "انتشر", "perfect"),
    # who sends troops sends no papers
    ("أرسل الجيش منشورات ورجالا إلى الجبهة.", "أرسل", "Change to group/activity", "أرسل.1", "perfect"),
    # who takes an ambassador's house has driven nobody out
    ("سيطر المسلحون على منزل السفير.", "سيطر", "Non-state actor overtakes territory", "سيطر", "perfect"),
    # nor does who nears fighting, whose advance or who is besieged
    ("فر المدنيون واقتربوا من اشتباكات في البلدة.", "اشتباكات", "Armed clash", "اشتبك", "noun"),
    ("أوقف القصف تقدمهم نحو البلدة.", "تقدمهم", "Armed clash", "تقدم", "noun"),
    ("حاصرهم الجيش في البلدة.", "حاصرهم", "Armed clash", "حاصر", "perfect"),
    # the lawful forces take, and a court is shelled
    ("أعلنوا سيطرة الشرعية على مدينة المكلا.", "سيطرة", "Government regains territory", "سيطر", "noun"),
    ("قصفت المحكمة في حلب.", "قصفت", "Shelling/artillery/missile attack", "قصف", "perfect"),
    ("ثم قضت", "قضت", "Attack", "قضى", "perfect"),
    ("استهدف انفجار المحكمة قضى فيه ثلاثة.", "قضى", "Attack", "قضى", "perfect"),
    # soldiers protest, a rebels' march does, who marches on a town does not, and a gathering is held
    ("تظاهر جنود من الجيش السوري في حلب.", "تظاهر", "Peaceful protest", "تظاهر", "perfect"),
    ("انطلقت مسيرة الحوثيين في صنعاء.", "مسيرة", "Peaceful protest", "سار", "noun"),
    ("سار الجيش السوري نحو حلب.", "سار", "Armed clash", "سار", "perfect"),
    ("شهدت حلب تجمع المئات لمشاهدة المباراة.", "تجمع", "Peaceful protest", "تجمع", "noun"),
    # others leave than the minister, and nobody is named
    ("كان وزير الدفاع في بغداد حين غادر المقاتلون الرمادي.", "غادر", "Displacement", "غادر", "perfect"),
    ("قالوا إنه قد غادر الرمادي.", "غادر", "Displacement", "غادر", "perfect"),
    # a sitting is no call, and a call with no outlet talks
    ("عقد الوفد اجتماعا مع وكالة رويترز.", "اجتماعا", "Talks", "اجتمع", "noun"),
    ("بحث الوزير ذلك في اتصال مع الأمم المتحدة.", "اتصال", "Talks", "اتصال", "noun"),
    # contact was lost before the talks, not by them
    ("فقد الجيش مواقع قبل محادثات السلام.", "محادثات", "Talks", "محادثة", "noun"),
])
def test_a_deed_beside_such_a_word(text: str, word: str, kind: str, lemma: str, form: str) -> None:
    """A word of shows, rubble, pastimes or losses that is of another word or clause leaves a deed what it is."""
    assert not tells_none(text, word, kind, lemma, form)


TAKEN = "Government regains territory"


@pytest.mark.parametrize(("text", "word", "none"), [
    ("اقترب الجيش كثيرا من استعادة البلدة.", "استعادة", True),
    ("أحرز الجيش تقدما نحو تحرير البلدة.", "تحرير", True),
    ("يتجه الجيش نحو تحرير البلدة.", "تحرير", False),
    ("تمكن الجيش من استعادة البلدة.", "استعادة", False),
    ("اقترب الجيش من المطار وتمكن بعد ساعات طويلة من استعادة البلدة.", "استعادة", False),
    ("نحو تحرير البلدة.", "تحرير", False),
    ("اقترب الجيش من المطار بعد استعادة البلدة.", "استعادة", False),
    ("تمكن الجيش، وهو يقترب من المطار، من استعادة البلدة.", "استعادة", False),
])
def test_what_somebody_draws_near_to_is_not_done(text: str, word: str, none: bool) -> None:
    """Who came close to a taking, or advanced toward it, has taken nothing; who heads for it plans to."""
    assert tells_none(text, word, TAKEN, "استعاد.1", "noun") is none


@pytest.mark.parametrize(("who", "none"), [
    ("وزير الدفاع الأميركي", True), ("المبعوث الدولي", True), ("القوات الأميركية", False), ("مقاتلو المعارضة", False),
    ("القائد الأميركي", True), ("السياح", True), ("آلاف السياح", True), ("آلاف من السياح", True),
    ("مئات من المدنيين", False), ("3 آلاف مدني", False),
    ("القائد ومقاتلوه", False), ("قائد الفوج الثاني وعشرات المقاتلين", False), ("القائد وقوات أميركية", False),
    ("القائد والوزير", True), ("القائد إلى مقر قواته", True), ("القائد، وقال إن مقاتليه باقون في", True),
    ("القائد وبقي المقاتلون في", True),
])
def test_an_official_who_travels_leaves_no_place_to_others(who: str, none: bool) -> None:
    """A minister, envoy or commander who leaves a town withdraws from nothing, tourists do not flee, and forces do,
    alone or with who commands them."""
    text = f"غادر {who} مدينة الرمادي أمس."
    for kind in ("Non-violent transfer of territory", "Displacement"):
        assert tells_none(text, "غادر", kind, "غادر", "perfect") is none
    assert not tells_none("انسحب وزير الدفاع من المدينة.", "انسحب", "Non-violent transfer of territory", "انسحب",
                          "perfect")
    assert not tells_none("قال إنه غادر", "غادر", "Displacement", "غادر", "perfect")


@pytest.mark.parametrize(("who", "none"), [("القائد", True), ("القائد ومقاتلوه", False)])
def test_who_had_left_with_his_men_left_a_place(who: str, none: bool) -> None:
    """A commander who "had" left travelled, too, unless his fighters are named beside him."""
    assert tells_none(f"كان {who} قد غادر المدينة.", "غادر", "Non-violent transfer of territory", "غادر",
                      "perfect") is none


@pytest.mark.parametrize(("text", "none"), [
    ("انسحب الوفد من المشاورات.", True), ("انسحب الحزب الحاكم من حكومة الائتلاف.", True),
    ("انسحب الجيش من المدينة بعد المشاورات.", False), ("انسحب الجيش.", False),
    ("انسحب الوفد، وعاد من المشاورات.", False), ("انسحب الجيش وقصف الثوار من المشاورات.", False),
])
def test_who_leaves_a_sitting_leaves_no_place(text: str, none: bool) -> None:
    """Who withdraws from talks or a government holds no place, who withdraws from a town did."""
    assert tells_none(text, "انسحب", "Non-violent transfer of territory", "انسحب", "perfect") is none


@pytest.mark.parametrize(("text", "word", "form", "none"), [
    ("بدأت المدينة باستعادة عافيتها بعد الحرب.", "باستعادة", "noun", True),
    ("طالب الوسيط باستعادة الهدوء في المدينة.", "باستعادة", "noun", True),
    ("استعادت المقاهي نشاطها بعد الحرب.", "استعادت", "perfect", True),
    ("استعادت قوات الأمن السيطرة على المدينة.", "استعادت", "perfect", False),
    ("استعادت الشرعية السيطرة على المدينة.", "استعادت", "perfect", False),
    ("تمكن الجيش من استعادة المدينة.", "استعادة", "noun", False),
    ("أعلنوا استعادة الشرعية لمدينة المكلا من تنظيم القاعدة.", "استعادة", "noun", False),
    ("طالب الوسيط باستعادة الشرعية في المكلا.", "باستعادة", "noun", True),
    ("طالب الوسيط باستعادة الشرعية، وانسحاب مسلحين من تنظيم القاعدة.", "باستعادة", "noun", True),
    ("طالب الوسيط باستعادة الشرعية بدعم السعودية في المكلا.", "باستعادة", "noun", True),
    ("طالب الوسيط باستعادة الشرعية من جديد في المكلا.", "باستعادة", "noun", True),
])
def test_who_regains_health_or_calm_takes_no_place(text: str, word: str, form: str, none: bool) -> None:
    """A town that regains its health takes nothing; forces whose name holds "security" or "legitimate" may."""
    assert tells_none(text, word, TAKEN, "استعاد.1", form) is none


@pytest.mark.parametrize(("text", "word"), [
    ("قال قيادي في حركة طالبان في اتصال هاتفي مع وكالة رويترز إن الهجوم فشل.", "اتصال"),
    ("قضت المحكمة على قائد الشرطة السابق بالسجن في بغداد.", "قضت"),
    ("أعلن المتحدث أن المحكمة قضت على قائد الشرطة السابق بالسجن في بغداد.", "قضت"),
])
def test_calls_to_the_press_and_verdicts_are_no_deeds(text: str, word: str) -> None:
    """Who calls an agency holds no talks, and a court that decides on somebody has not finished him off."""
    assert (word, True) in deeds(text)


@pytest.mark.parametrize(("text", "word"), [
    ("بحث الرئيس التركي في اتصال هاتفي مع نظيره الروسي الوضع في إدلب.", "اتصال"),
    ("قضت قوات النظام السوري على عشرات المسلحين في إدلب.", "قضت"),
])
def test_calls_of_statesmen_and_killings_are_deeds(text: str, word: str) -> None:
    """Statesmen who call one another talk, and soldiers do finish off."""
    assert not dict(deeds(text))[word]


def test_an_official_had_left_before() -> None:
    """Of "the deputy had left P" the official is told before the verb, as of "the official left P" behind it."""
    for who, none in (("نائب الرئيس", True), ("سكان الحي", False)):
        assert tells_none(f"وكان {who} قد غادر مدينة الرمادي أمس.", "غادر", "Displacement", "غادر", "perfect") is none


def test_who_leads_mourners_does_not_advance() -> None:
    """ "Led by the commander" is no advance, though spelled like one; an army that goes forward makes one."""
    for text, word, none in (("حضر ضباط يتقدمهم قائد الحرس الوطني.", "يتقدمهم", True),
                             ("يتقدم الجيش العراقي في الرمادي.", "يتقدم", False)):
        assert tells_none(text, word, "Armed clash", "تقدم", "imperfect") is none


@pytest.mark.parametrize(("text", "word", "none"), [
    ("تنتشر قوات روسية في قاعدة حميميم غربي سوريا.", "تنتشر", True),
    ("قال مسؤول إن مقاتلي الحوثي ينتشرون في شوارع الحديدة.", "ينتشرون", True),
    ("تسيطر الفصائل على البلدة، فيما تتمركز قوات تركية على أطرافها.", "تتمركز", True),
    ("كانت المعارك عنيفة، وتنتشر قوات روسية في قاعدة حميميم.", "تنتشر", True),
    ("تنتشر قوات الجيش اللبناني منذ أسبوع في مخيم عين الحلوة.", "تنتشر", True),
    ("لا تنتشر قوات روسية في قاعدة حميميم غربي سوريا.", "تنتشر", False),
    ("يقضي الاتفاق بأن تنتشر قوات الجيش اللبناني في الجنوب.", "تنتشر", False),
    ("بدأت القوات السورية تنتشر في بلدة طفس بريف درعا.", "تنتشر", False),
    ("كانت قوات الحزام الأمني تنتشر في شوارع عدن.", "تنتشر", False),
    ("تنتشر قوات الجيش اللبناني اليوم في مخيم عين الحلوة.", "تنتشر", False),
    ("انتشرت قوات الجيش اللبناني في مخيم عين الحلوة.", "انتشرت", False),
    ("يحشد الجيش السوري قواته قرب بلدة طفس.", "يحشد", False),
])
def test_where_forces_are_is_no_deed(text: str, word: str, none: bool) -> None:
    """A verb of the present says where forces are; what is past, of a day, begun, to come or mustered is done."""
    assert (word, none) in deeds(text)


@pytest.mark.parametrize(("text", "none"), [
    ("تنتشر قوات روسية في قاعدة حميميم غربي سوريا.", True),
    ("تنتشر قوات الجيش اللبناني اليوم في مخيم عين الحلوة.", False),
])
def test_where_forces_are_needs_no_day_of_the_news(text: str, none: bool) -> None:
    """In an article without a date, too, forces that are somewhere do nothing, and what they do "today" is done."""
    assert ("تنتشر", none) in deeds(text, None)


@pytest.mark.parametrize(("text", "word", "none"), [
    ("يحتفظ النظام السوري بسيطرته على معبر كسب.", "بسيطرته", True),
    ("تمتد سيطرة التنظيم من الرقة إلى دير الزور.", "سيطرة", True),
    ("عاد السكان بعد أفول سيطرة التنظيم على المدينة.", "سيطرة", True),
    ("زار الوفد فصيلا يبسط سيطرته على بلدة دوما.", "سيطرته", True),
    ("بسط الفصيل سيطرته على بلدة دوما.", "سيطرته", False),
    ("يحتفظ الجيش بمواقع في حماة، وأعلن سيطرته على بلدة دوما.", "سيطرته", False),
    ("يحتفظ الجيش بمواقع، إثر سيطرته على بلدة دوما.", "سيطرته", False),
    ("يحتفظ الجيش بمواقع استعاد منها سيطرته على بلدة دوما.", "سيطرته", False),
    ("يحتفظ الجيش بأسلحة منذ تحرير دوما.", "تحرير", False),
])
def test_control_that_is_kept_takes_no_place(text: str, word: str, none: bool) -> None:
    """What a side keeps, reaches to or loses is no taking; what it spread or took in another clause is."""
    assert tells_none(text, word, TAKEN, "سيطر.1", "noun") is none
    assert not tells_none(text, word, "Other", "سيطر.1", "noun")


@pytest.mark.parametrize(("text", "word", "none"), [
    ("تخضع المدينة منذ سنوات لاتفاق تهدئة.", "لاتفاق", False),
    ("المنطقة تخضع لاتفاق تهدئة بين موسكو وأنقرة.", "لاتفاق", True),
    ("توصل الطرفان لاتفاق تهدئة في المنطقة.", "لاتفاق", False),
    ("اتفاق التهدئة سار والمنطقة له تخضع", "اتفاق", False),
])
def test_what_a_place_is_subject_to_was_agreed_before(text: str, word: str, none: bool) -> None:
    """An agreement that a region "is subject to" is no event; one that is reached is."""
    assert tells_none(text, word, "Agreement", "اتفاق", "noun") is none
    assert not tells_none(text, word, "Armed clash", "اتفاق", "noun")


@pytest.mark.parametrize(("text", "word", "none"), [
    ("شكل الرئيس حكومته قبل شهر.", "شكل", True),
    ("أعلن الرئيس تشكيل حكومة انتقالية.", "تشكيل", True),
    ("أعلن الجيش تشكيل لجنة للنظر في القصف.", "تشكيل", True),
    ("أعلن الجيش تشكيل مجلس تحقيق.", "تشكيل", True),
    ("أعلنت الفصائل تشكيل غرفة عمليات.", "تشكيل", False),
    ("أعلنت الفصائل تشكيل مجلس عسكري.", "تشكيل", False),
    ("أعلنت الفصائل تشكيل قوة جديدة ضد الحكومة.", "تشكيل", False),
])
def test_who_forms_a_cabinet_forms_no_group(text: str, word: str, none: bool) -> None:
    """A cabinet, a committee or an inquiry is no group; an operations room, a military council, or a force is."""
    assert tells_none(text, word, "Change to group/activity", "شكّل", "noun") is none


@pytest.mark.parametrize(("text", "kind", "none"), [
    ("قتل رجل قريبه في مشاجرة بقرية في دمنهور.", "Attack", True),
    ("قتل رجل قريبه بقرية في دمنهور.", "Attack", False),
    ("قتل رجل قريبه في مشاجرة بقرية في دمنهور.", "Armed clash", False),
    ("قتل رجل في دمنهور. واندلعت مشاجرة.", "Attack", False),
])
def test_a_quarrel_is_an_ordinary_crime(text: str, kind: str, none: bool) -> None:
    """Who is killed in a quarrel is a victim of crime; a quarrel of the next sentence, or fighting, changes nothing."""
    assert tells_none(text, "قتل", kind, "قتل", doer="CIVILIANS") is none


@pytest.mark.parametrize(("side", "kind", "none"), [
    ("IS", "Attack", False), ("IDF", "Attack", False), ("HOUTHIS", "Arrests", False), ("SYR_ARMY", "Arrests", False),
    ("CIVILIANS", "Attack", True), ("EGY_POLICE", "Arrests", True),
])
def test_what_an_armed_side_does_is_no_ordinary_crime(side: str, kind: str, none: bool) -> None:
    """Whoever bears arms and kills or holds somebody before his wedding does a deed; the police, and people
    among themselves, do not."""
    assert tells_none("قتل شاب في دمنهور قبل أيام من موعد زفافه.", "قتل", kind, "قتل", doer=side) is none


@pytest.mark.parametrize(("text", "none"), [
    ("عقد الوزير اجتماعا مع ضباط من الشرطة في واو.", True),
    ("عقد الوزير اجتماعا مع فريقه.", True),
    ("عقد الوزير اجتماعا في جوبا، وانتقد ضباط الشرطة.", False),
    ("عقد الوزير اجتماعا مع المبعوث الأممي.", False),
])
def test_a_meeting_with_ones_own_staff_is_no_talks(text: str, none: bool) -> None:
    """Whoever meets officers or a team of their own talks to no other party; with another side named they may."""
    view, trigger = pointed(text, "اجتماعا", "Talks")
    event = replace(drafts("قصف الجيش السوري مدينة حلب.")[0], sub_event_type="Talks", event_type="Diplomacy",
                    trigger=replace(trigger, lemma="اجتمع"), actor2=())
    assert no_deed(view, event) is none
    other = ActorArgument(0, 4, "UN", "test")
    assert not no_deed(view, replace(event, actor2=(other,)))


def test_flight_alone_is_no_strike() -> None:
    """Aircraft that circle over a town have not struck it; those that shell it have."""
    assert tells_none("حلقت طائرات حربية في أجواء تعز.", "حلقت", "Air/drone strike", "حلق", "perfect")
    assert not tells_none("قصفت طائرات حربية أطراف تعز.", "قصفت", "Air/drone strike", "قصف", "perfect")


@pytest.mark.parametrize(("text", "word", "kind", "lemma", "none"), [
    ("تقدما ببلاغ ضد شاب في سيهات.", "تقدما", "Armed clash", "تقدم.1", True),
    ("القوات تقدم المشورة للبيشمركة.", "تقدم", "Armed clash", "تقدم.1", True),
    ("تقدمت الحكومة بعرض جديد للمتمردين.", "تقدمت", "Armed clash", "تقدم.1", True),
    ("رفض الجيش هدنة تقدم بها المتمردون.", "تقدم", "Armed clash", "تقدم.1", True),
    ("أحرز الوفدان تقدما كبيرا في القضايا العالقة.", "تقدما", "Armed clash", "تقدم.1", True),
    ("أحرز الجيش تقدما كبيرا في محيط تعز.", "تقدما", "Armed clash", "تقدم.1", False),
    ("أحرز الجيش تقدما في تعز، وتعثرت المفاوضات.", "تقدما", "Armed clash", "تقدم.1", False),
    ("تقدمت قوات الدعم السريع نحو ود مدني.", "تقدمت", "Armed clash", "تقدم.1", False),
    ("قصف الجيش مقر المفاوضات في تعز.", "قصف", "Armed clash", "قصف", False),
    ("سبب الانفجار سقوط عدة مبان في البلدة.", "سقوط", TAKEN, "سقط.1", True),
    ("أعلنت الوكالة سقوط البلدة.", "سقوط", TAKEN, "سقط.1", False),
    ("أعلنت الوكالة سقوط 19 مسلحا.", "سقوط", TAKEN, "سقط.1", True),
    ("أعلنت الوكالة سقوط 19 قرية.", "سقوط", TAKEN, "سقط.1", False),
    ("أعلنت الوكالة سقوط مبان في البلدة.", "سقوط", "Attack", "سقط.1", False),
    ("أعلن الجيش السيطرة على مبان في البلدة.", "السيطرة", TAKEN, "سيطر.1", False),
])
def test_progress_in_talks_and_fallen_buildings_take_no_ground(text: str, word: str, kind: str, lemma: str,
                                                               none: bool) -> None:
    """Complaints, offers, advice and progress in talks are no advance; buildings or gunmen that fall are no town."""
    assert tells_none(text, word, kind, lemma, "noun") is none
