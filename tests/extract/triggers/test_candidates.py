"""Candidates are the words that may tell an event, names excepted."""

import pytest
from tests.extract.drafted import view_of

from sijill.extract.tables.lexicon import TAKING, lexicon
from sijill.extract.triggers.candidates import needs_met, propose


def proposed(text: str) -> dict[str, tuple[str, ...]]:
    view = view_of(text)
    return {text[view.tokens[c.token].start : view.tokens[c.token].end]: c.types for c in propose(view)}


def test_event_words_are_proposed() -> None:
    """Each event word of a clause is a candidate."""
    assert {"اشتباكات", "وقصفت"} <= set(proposed("اندلعت اشتباكات قرب المطار وقصفت الطائرات محيطه."))


def test_a_word_inside_a_name_is_none() -> None:
    """A word that is part of a side's name is no candidate."""
    assert "تحرير" not in proposed("وصل وفد من هيئة تحرير الشام إلى المدينة.")


def test_context_turns_the_type() -> None:
    """Words beside a trigger bring the type that they turn it to."""
    assert "Air/drone strike" in proposed("تعرضت البلدة لقصف جوي عنيف.")["لقصف"]


def test_what_is_exchanged_is_no_second_event() -> None:
    """Fire that sides exchanged belongs to the word for that, and the word to shelling; each by itself is proposed."""
    assert "إطلاق" not in proposed("جرى تبادل إطلاق نار بين الجيش السوري ومسلحين في مدينة الحسكة.")
    assert "تبادلت" not in proposed("تبادلت القصف قوات الجيش السوري ومسلحون في مدينة الحسكة.")
    assert "تبادلت" not in proposed("تبادلت قوات الجيش السوري ومسلحون القصف في مدينة الحسكة.")
    assert "إطلاق" not in proposed("تبادل الجيش السوري ومسلحون إطلاق النار في مدينة الحسكة.")
    assert "تبادلت" not in proposed("تبادلت قوات الجيش السوري و مسلحون القصف في مدينة الحسكة.")
    assert "السيطرة" in proposed("تبادل الجيش السوري وتنظيم داعش السيطرة على البلدة.")
    assert "إطلاق" in proposed("تبادل الجيش السوري الأسرى، وجرى إطلاق نار في مدينة الحسكة.")
    assert "القصف" in proposed("تجدد القصف بين الجيش السوري ومسلحين في مدينة الحسكة.")


def test_needs_are_looked_for_nearby() -> None:
    """A lemma that needs an object is met only where one stands near."""
    lemma = next(m for m in lexicon().by_name.values() if m.name == "أطلق.1")
    with_object = view_of("أطلق مسلحون النار على دورية.")
    without = view_of("أطلق الوزير مبادرة ثقافية.")
    assert needs_met(with_object, 0, lemma)
    assert not needs_met(without, 0, lemma)


def sense(text: str) -> str:
    """The sense of the first candidate of a text."""
    return propose(view_of(text))[0].lemma.name


def test_what_falls_on_a_town_is_no_falling_town() -> None:
    """A shell that falls on, in or near a place is shelling, whichever of the two is named first."""
    for text in ("سقطت قذيفتان على بلدة تادف.", "سقطت صواريخ كاتيوشا قرب مطار النيرب.",
                 "سقط على قرية الزيارة صاروخان.", "سقوط قذائف في محيط مدينة تعز."):
        assert sense(text) == "سقط.2"
        assert TAKING.isdisjoint(propose(view_of(text))[0].types)


def test_a_town_that_falls_is_taken() -> None:
    """A place that is the subject of falling changes hands, also under shells or where the taker stands first."""
    for text in ("سقطت بلدة تادف بيد الفصائل.", "سقطت مدينة تعز.", "سقطت في يد المسلحين قاعدة الوطية.",
                 "سقطت قرية الزيارة تحت قذائف المسلحين."):
        assert sense(text) == "سقط.1"


def test_barrel_bombs_come_from_the_air() -> None:
    """Barrel bombs turn a bombing to a strike from the air, with the article too; shells do not."""
    for means in ("بالبراميل المتفجرة", "ببراميل متفجرة", "بالبرميل المتفجر"):
        assert "Air/drone strike" in propose(view_of(f"قصف الجيش السوري بلدة تادف {means}."))[0].turned
    assert "Air/drone strike" not in propose(view_of("قصف الجيش السوري بلدة تادف بقذائف المدفعية."))[0].turned


def test_the_context_word_that_stands_nearer_comes_first() -> None:
    """Of two means that a trigger is told with, the one named first turns its type first."""
    for text, first in (("تعرضت البلدة لقصف مدفعي وجوي.", "Shelling/artillery/missile attack"),
                        ("تعرضت البلدة لقصف جوي ومدفعي.", "Air/drone strike")):
        (found,) = propose(view_of(text))
        assert found.turned[0] == first


def told(text: str) -> set[str]:
    """The words of a text that are candidates, without "and" before them."""
    view = view_of(text)
    return {text[view.tokens[c.token].start : view.tokens[c.token].end].removeprefix("و") for c in propose(view)}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("التقى المبعوث الأممي وزير الخارجية في صنعاء.", "التقى", "Talks"),
        ("عقد وفدا الطرفين جلسة مباحثات في الكويت.", "جلسة", "Talks"),
        ("انعقد في القلعة اجتماع ضم شيوخ القبائل.", "اجتماع", "Talks"),
        ("أفرغت سفينة في ميناء عدن حمولتها من القمح.", "أفرغت", "Aid"),
        ("رست في الميناء سفينة مساعدات.", "رست", "Aid"),
        ("هبطت في المطار طائرة شحن تحمل أدوية.", "هبطت", "Aid"),
        ("أعاقت السلطات وصول شاحنتي أدوية إلى البلدة.", "أعاقت", "Aid"),
        ("أقفل محتجون غاضبون في البقاع الطريق الدولي.", "أقفل", "Peaceful protest"),
        ("نزل محتجون إلى ساحة التحرير.", "نزل", "Peaceful protest"),
        ("خرج من الجامعة موكب احتجاجي حاشد.", "موكب", "Peaceful protest"),
        ("أنزلت السفن جنودا على الساحل.", "أنزلت", "Change to group/activity"),
        ("أعادت الكتائب تموضعها خارج الحي.", "أعادت", "Change to group/activity"),
        ("التحق شبان القرية بصفوف الجيش.", "التحق", "Change to group/activity"),
        ("أقيمت عند المدخل نقاط تفتيش جديدة.", "أقيمت", "Headquarters or base established"),
        ("استحدث المسلحون نقاطا أمنية في الحي.", "استحدث", "Headquarters or base established"),
        ("ثبتت القوات ثلاث نقاط على التلة.", "ثبتت", "Headquarters or base established"),
        ("حلت الشرطة محل المقاتلين في المعبر.", "حلت", "Non-violent transfer of territory"),
        ("ترك المسلحون مواقعهم عند الجسر.", "ترك", "Non-violent transfer of territory"),
        ("رمت المروحيات براميل على السوق.", "رمت", "Air/drone strike"),
        ("انهمرت القذائف على الحي القديم.", "انهمرت", "Shelling/artillery/missile attack"),
        ("غنم المقاتلون دبابة وذخائر.", "غنم", "Disrupted weapons use"),
        ("عالجت فرق الهندسة عشرين عبوة في القرية.", "عالجت", "Disrupted weapons use"),
        ("سطا مسلحون على مصرف وسط المدينة.", "سطا", "Looting/property destruction"),
        ("ساقوا عشرات الرجال إلى جهة مجهولة.", "ساقوا", "Abduction/forced disappearance"),
        ("قضى مدني برصاص مجهولين.", "قضى", "Attack"),
        ("فرضت اللجنة الأمنية حظرا للتجول.", "فرضت", "Other"),
    ],
)


def test_families_of_words_tell_their_events(text: str, word: str, kind: str) -> None:
    """A word of a family that tells an event is a candidate for that family's type."""
    found = {w.removeprefix("و"): types for w, types in proposed(text).items()}
    assert kind in found[word]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("نزلت أسعار القمح في الأسواق.", "نزلت"),
        ("رمى اللاعب الكرة خارج الملعب.", "رمى"),
        ("ترك الوزير القاعة غاضبا.", "ترك"),
        ("حلت الكاتبة ضيفة على البرنامج.", "حلت"),
        ("عالج الطبيب مريضا في العيادة.", "عالج"),
        ("عبرت الوزيرة عن قلقها البالغ في دمشق.", "عبرت"),
        ("اغتنم الوزير الفرصة ليشكر الحضور.", "اغتنم"),
        ("انطلقت دورة تدريبية للمعلمين.", "انطلقت"),
        ("أغلق الكاتب دفتره.", "اغلق"),
        ("من أجل السلام نكتب.", "أجل"),
        ("استخدم الباحث منهجا جديدا.", "استخدم"),
        ("افتتح الوزير معرض الكتاب.", "افتتح"),
    ],
)


def test_the_same_words_of_other_things_tell_nothing(text: str, word: str) -> None:
    """Where what a family's word needs is not there, it is no candidate."""
    assert word not in told(text)


def test_a_verbs_object_may_stand_behind_its_subject() -> None:
    """The object of a verb is found past a subject of several words; of who was hurt, only the near one counts."""
    assert "نصب" in told("نصب مسلحون مجهولون من أبناء المنطقة حاجزا على الطريق.")
    assert "جرح" not in told("جرح سائق كان يمر من هناك عند وقوع انفجار.")


def test_a_shell_before_its_verb_is_what_falls() -> None:
    """A shell that is named right before the verb falls, whatever place stands behind."""
    assert sense("قال موظف إن قذائف سقطت على مدرج المطار.") == "سقط.2"


def test_an_unmet_word_offers_its_firm_senses() -> None:
    """A word whose needs are not met is offered the types of all its senses that may stand without them."""
    (found,) = propose(view_of("عثر الجنود على حقيبة في القرية."))
    assert not found.met
    assert {"Attack", "Disrupted weapons use"} <= set(found.types)


def test_some_words_always_need_what_they_ask_for() -> None:
    """A word that is hardly ever an event without its object is a candidate with it alone."""
    assert "تجمع" in told("تجمع محتجون أمام المحافظة.")
    assert "تجمع" not in told("تجمع الغبار فوق الرفوف.")


def test_an_ambush_is_told_once() -> None:
    """Who lays an ambush is told by the noun; the verb beside it is no second event."""
    words = told("نصب مسلحون كمينا لدورية للشرطة قرب كركوك.")
    assert "كمينا" in words and "نصب" not in words


def test_teams_that_meet_hold_no_talks() -> None:
    """Ministers who meet hold talks, teams that meet play."""
    assert "التقى" in told("التقى وزير الخارجية الروسي المبعوث الأممي في جنيف.")
    assert "التقى" not in told("التقى المنتخبان السوري والعراقي أمس على ملعب البصرة.")


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("أخلت الشرطة سبيل ثلاثين معتقلا في حمص أمس.", "أخلت", "Other"),
    ("أخلت الشرطة المبنى في حمص أمس.", "أخلت", "Non-violent transfer of territory"),
    ("نفذت القوات تطهيرا عرقيا في الجنينة أمس.", "تطهيرا", "Attack"),
    ("نفذت القوات تطهيرا للأحياء في الجنينة أمس.", "تطهيرا", "Armed clash"),
])
def test_what_stands_beside_a_word_tells_its_sense(text: str, word: str, kind: str) -> None:
    """A sense that needs a word beside it comes before the common one where that word stands, and only there."""
    assert proposed(text)[word][0] == kind


def test_a_longer_phrase_hides_the_words_inside_it() -> None:
    """A drone "that blows itself up" makes an attack one from the air, and no bomber's; a bomber does."""
    def turned(words: str) -> tuple[str, ...]:
        return propose(view_of(f"تعرضت القاعدة لهجوم {words}."))[-1].turned

    assert turned("بطائرات مسيرة انتحارية") == ("Air/drone strike",)
    assert turned("نفذته خلية انتحارية") == ("Suicide bomb",)


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("نفذت المدفعية رمايات على مواقع المسلحين.", "رمايات", "Shelling/artillery/missile attack"),
    ("قتل ثلاثة جراء تدوين مدفعي على الحي.", "تدوين", "Shelling/artillery/missile attack"),
    ("شن المسلحون تعرضا على نقطة للجيش.", "تعرضا", "Armed clash"),
    ("نفذ الجيش صولة على أوكار المسلحين.", "صولة", "Armed clash"),
    ("تعرض بيته لدكة عشائرية مساء أمس.", "لدكة", "Armed clash"),
    ("وقعت الدورية في مكمن على الطريق.", "مكمن", "Armed clash"),
    ("وقع إشكال مسلح في المخيم.", "إشكال", "Mob violence"),
    ("بدأ الجنود تعفيش المنازل.", "تعفيش", "Looting/property destruction"),
    ("سوت الجرافات البيت بالأرض.", "سوت", "Looting/property destruction"),
    ("اجتاز مئات اللاجئين الحدود.", "اجتاز", "Displacement"),
    ("أتلفت القذائف المحاصيل.", "أتلفت", "Looting/property destruction"),
    ("رمى مجهول رمانة يدوية على الدار.", "رمى", "Grenade"),
    ("جرح شرطيان في رمي قنبلة نحو مخفر.", "رمي", "Grenade"),
    ("جرح شرطيان في رمي قنبلة حارقة نحو مخفر.", "رمي", "Violent demonstration"),
    ("عاد المسلحون إلى رماية مواقع الجيش.", "رماية", "Shelling/artillery/missile attack"),
    ("نصب الجنود ارتكازات في الشارع.", "نصب", "Headquarters or base established"),
    ("تعرض السوق لشفشفة واسعة.", "لشفشفة", "Looting/property destruction"),
    ("نفذ الطيران حزاما ناريا على أطراف البلدة.", "حزاما", "Air/drone strike"),
    ("رجعت مئة عائلة إلى الحي.", "رجعت", "Return")])


def test_words_of_one_country_are_proposed(text: str, word: str, kind: str) -> None:
    """What one country's reports call a shelling, an attack, an ambush, a fight or looting may tell one."""
    assert kind in proposed(text)[word]


@pytest.mark.parametrize(("text", "word"), [
    ("اكتمل تدوين محضر الجلسة.", "تدوين"), ("تعرض الوفد للتفتيش عند الحاجز.", "تعرض"),
    ("نفذت القوات خطة صولة الفرسان.", "صولة"), ("ارتفعت دكة البئر قليلا.", "دكة"), ("ظهر إشكال في الترجمة.", "إشكال"),
    ("ليس في القرية سوى مدرسة.", "سوى"), ("فاز بكأس رماية الأطباق.", "رماية"), ("رجعت السيارة إلى الخلف.", "رجعت"),
    ("كان الرجل يلبس حزاما ناسفا.", "حزاما")])


def test_their_other_senses_are_not(text: str, word: str) -> None:
    """The same words for writing down, being exposed, a name, a bench, a difficulty or "but" tell nothing."""
    assert word not in proposed(text)


@pytest.mark.parametrize("text", ["ألقت مروحيات الجيش مساعدات فوق الجبل.", "أنزلت طائرات طرودا من الأغذية على المخيم."])
def test_aid_dropped_from_the_air_is_no_strike(text: str) -> None:
    """Of what aircraft drop food may be aid, which stands first among the types where both are told."""
    kinds = proposed(text)[text.split()[0]]
    assert "Aid" in kinds
    assert kinds[0] != "Air/drone strike"


def test_barrels_dropped_from_the_air_are_no_aid() -> None:
    """The same verb with barrels tells a strike alone."""
    assert "Aid" not in proposed("ألقت مروحيات الجيش براميل على الحي.")["ألقت"]


@pytest.mark.parametrize("text", ["سقطت دانة على سوق القرية.", "سقطت دانات على قرية السوق."])
def test_a_shell_by_any_name_takes_no_place(text: str) -> None:
    """What falls in Sudan's reports is a shell, and no place that stands behind it falls."""
    assert sense(text) == "سقط.2"
    assert sense("سقطت القرية بيد المسلحين.") == "سقط.1"


def test_what_was_fired_and_reaches_a_place_tells_it() -> None:
    """Shells that reach a quarter may tell shelling; raids that do tell it themselves, and a hand that does nothing."""
    assert "Shelling/artillery/missile attack" in proposed("طالت قذائف هاون منازل الحي.")["طالت"]
    assert "طالت" not in proposed("شنت الطائرات غارات طالت الحي.")
    assert "طالت" not in proposed("طالت فترة الانتظار عند المعبر.")


def test_a_grip_is_no_arrest_and_what_was_intercepted_is_destroyed_in_one() -> None:
    """A side's grip on a town arrests nobody; to intercept a drone and destroy it is one deed, to destroy one alone is
    one too."""
    assert "قبضتها" not in proposed("أحكمت قوات الدعم السريع قبضتها على مدينة الجنينة.")
    assert "قبضت" in proposed("قبضت الشرطة العراقية على أربعة متهمين في بغداد.")
    assert "ودمرت" not in proposed("اعترضت الدفاعات الجوية السعودية ودمرت طائرة مسيرة فوق الرياض.")
    assert "ودمرت" in proposed("اعترضت الدفاعات الجوية السعودية طائرة مسيرة ودمرت موقعا للحوثيين.")
    assert "ودمرت" in proposed("أمس اعترضت الدفاعات الجوية السعودية صاروخا ودمرت موقعا للحوثيين.")
    assert "ودمرت" not in proposed("أمس اعترضت الدفاعات الجوية السعودية ودمرت صاروخا للحوثيين.")
    assert "وقصفت" in proposed("اعترضت الدفاعات الجوية السعودية وقصفت موقعا للحوثيين.")
    assert "ودمرت" in proposed("هاجمت القوات السعودية ودمرت موقعا للحوثيين.")


@pytest.mark.parametrize(("text", "marches"), [
    ("خرج المئات من أنصار الحزب في مسيرة حاشدة بالرباط.", True),
    ("خرج المئات من أنصار الحزب بمسيرة حاشدة في الرباط.", True),
    ("خرج المئات من أنصار الحزب من قاعة شهدت مسيرة حاشدة.", False),
    ("خرج المئات من السكان من المدينة، في حين نظم آخرون في الساحة مسيرة حاشدة.", False),
    ("اعتقل المئات من أنصار الحزب في مسيرة حاشدة بالرباط.", False),
])
def test_who_goes_out_in_a_march_marches(text: str, marches: bool) -> None:
    """Of "they went out in a march" the noun is the trigger alone; a march told otherwise leaves a verb what it is."""
    assert (text.split()[0] not in proposed(text)) is marches


def test_a_preposition_governs_no_verb() -> None:
    """What is spelled like a verb of the present is a noun behind a preposition, and may be a verb elsewhere."""
    assert "تلقي" not in proposed("بدأت القوات في تلقي صواريخ من الحلفاء.")
    assert "تلقي" in proposed("والطائرات تلقي صواريخ على المدينة.")
    # "from" may as well be "who"
    assert "يقصف" in proposed("حدد الجيش من يقصف المدينة.")


def test_alone_is_no_deed() -> None:
    """"Alone" is spelled like "and the two put down", which another form of the verb still tells."""
    assert "وحيدا" not in proposed("عاد الجندي وحيدا إلى موقع الجيش السوري في حلب.")
    assert "حيدت" in proposed("حيدت القوات التركية خمسة مسلحين في عفرين.")


def test_at_the_same_time_blows_up_nobody() -> None:
    """Who attacks "at the same time" is no bomber, and who blows himself up is one."""
    assert "Suicide bomb" not in proposed("هاجم مسلحون في الوقت نفسه دورية في تدمر.")["هاجم"]
    assert "Suicide bomb" in proposed("نسف مسلح نفسه وسط دورية في تدمر.")["نسف"]


def test_a_deal_of_exchange_is_no_fight() -> None:
    """An operation or deal of exchange, nothing told that is exchanged, is of prisoners; with fire it is a fight."""
    assert proposed("جرت عملية تبادل بين الجيش السوري ومسلحين في مدينة الحسكة.")["تبادل"] == ("Other",)
    assert "Other" in proposed("أنجز الجيش السوري ومسلحون صفقة تبادل في مدينة الحسكة.")["صفقة"]
    assert "Armed clash" in proposed("جرت عملية تبادل إطلاق نار بين الجيش ومسلحين في مدينة الحسكة.")["تبادل"]
    assert "Armed clash" in proposed("جرى تبادل إطلاق نار بين الجيش السوري ومسلحين في مدينة الحسكة.")["تبادل"]
@pytest.mark.parametrize(("text", "turned"), [
    ("ضرب شرطي عاملا عند المعبر.", ("Attack",)), ("ضرب الحراس عاملا حتى الموت.", ("Attack",)),
    ("ضرب الحراس موقعا عند المعبر.", ()),
])
def test_a_beating_is_an_attack(text: str, turned: tuple[str, ...]) -> None:
    """Striking by a policeman, or until death, turns to an attack; striking a position does not."""
    assert propose(view_of(text))[0].turned == turned


def test_spreading_sway_takes_no_place() -> None:
    """To widen one's influence is no candidate, to widen one's control is."""
    assert "توسيع" not in proposed("عمدت طهران إلى توسيع نفوذها بريف حماة.")
    assert "توسيع" in proposed("عمد الجيش إلى توسيع سيطرته بريف حماة.")


@pytest.mark.parametrize(("text", "tells"), [
    ("يقول خبراء إن التنظيم استعاد وجوده في اليمن.", False),
    ("ذكر مراقبون أن الحكومة استعادت الثقة في العراق.", False),
    ("يقول خبراء إن التنظيم استعاد مواقعه في اليمن.", True),
])
def test_what_is_no_ground_is_not_retaken(text: str, tells: bool) -> None:
    """Presence or trust that is regained is no taking of ground; positions are."""
    assert any(word.startswith("استعاد") for word in told(text)) is tells
