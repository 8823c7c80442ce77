import datetime as dt

import pytest

from sijill.extract.reference import own_voice
from sijill.extract.reference.own_voice import own_sides
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

GERMAN = "NEW:Military Forces of Germany"


def sides(text: str, source: str | None = None, day: str = "2017-08-01") -> dict[str, str]:
    document = read_document(text, source=source, published=dt.date.fromisoformat(day))
    return {text[m.start : m.end]: s.id for m, s in zip(document.actors or (), resolve(document), strict=True)}


def test_our_forces_are_those_of_who_speaks() -> None:
    """"Our forces" are of the side whose spokesman speaks, whoever was named last."""
    text = "تراجع تنظيم داعش في الحي. وقال المتحدث باسم قوات سوريا الديمقراطية إن قواتنا تقدمت نحو الجسر"
    assert sides(text)["قواتنا"] == "SDF"
    text = "تراجع الجيش السوري في التل. وقال المتحدث باسم حزب الله إن مواقعنا تعرضت لقصف"
    assert sides(text)["مواقعنا"] == "HEZBOLLAH"


def test_our_army_is_the_speaking_states() -> None:
    """A government's "our army" is its army, and its "our aircraft" its air force."""
    text = 'قتل جنود في إدلب. وقال الرئيس أردوغان إن "جيشنا سيبقى في المنطقة"'
    assert sides(text)["جيشنا"] == "TUR_ARMED"
    text = 'سقطت قذائف على القرية. وقالت الحكومة العراقية إن "طائراتنا قصفت المعسكر"'
    assert sides(text)["طائراتنا"] == "IRQ_AIRFORCE"


def test_our_forces_are_those_of_the_last_side_that_spoke() -> None:
    """A speaker without a side leaves "our soldiers" to the side that spoke before him; one with a side has his own."""
    text = 'تحدث الجيش الإسرائيلي عن ليلة هادئة. وقال {}: "حماس خرقت التهدئة". وعند المعبر هاجمت حماس جنودنا.'
    assert sides(text.format("متحدث"))["جنودنا"] == "IDF"
    assert sides(text.format("متحدث باسم حزب الله"))["جنودنا"] == "HEZBOLLAH"


def test_the_official_media_of_a_land_are_its_governments() -> None:
    """A source that a land's official media quote tells of its army's sites; other media are nobody's."""
    text = "أفادت وسائل إعلام رسمية سورية نقلا عن ضابط بأن طائرات التحالف الدولي قصفت أحد مواقعنا في البادية"
    assert sides(text)["مواقعنا"] == "SYR_ARMY"
    text = "نقلت وسائل إعلام تركية عن مصدر عسكري أن طائرات التحالف الدولي قصفت أحد مواقعنا في البادية"
    assert sides(text)["مواقعنا"] != "TUR_ARMED"


def test_each_speaker_is_asked_once_for_his_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many speak of "our soldiers", each speaker's side is looked up but once."""
    asked = []
    monkeypatch.setattr(own_voice, "_side", lambda known, document, speaker, ids: asked.append(speaker))
    document = read_document("وقال متحدث إن حماس هاجمت جنودنا قرب السياج أمس. " * 4)
    asked.clear()
    own_sides(document, ["HAMAS_QASSAM"] * len(document.actors or ()))
    assert asked == list(document.speakers or ()) and len(asked) == 4


def test_without_a_speaker_the_publisher_speaks() -> None:
    """Where nobody is named as speaking it is the publisher, whose name may say whose it is."""
    text = "سيطرت قواتنا على الحي بعد معارك مع تنظيم داعش"
    assert sides(text, "المركز الإعلامي لقوات سوريا الديمقراطية")["قواتنا"] == "SDF"
    assert sides("سيطرت قواتنا على الحي", "إعلام قوات الدعم السريع", "2024-05-01")["قواتنا"] == "RSF"


def test_what_a_foe_is_quoted_with_is_told_by_who_quotes() -> None:
    """Inside what one side says, a foe that it names as speaking does not make "our aircraft" the foe's."""
    text = 'قال حزب الله في بيان إن "الجيش الإسرائيلي أعلن أنه استهدف أحد مواقعنا فوق القرية"'
    assert sides(text)["مواقعنا"] == "HEZBOLLAH"


def test_accusatives_that_end_alike_are_nobodys() -> None:
    """A noun whose own last letters look like "our" is in no first person."""
    document = read_document("قال المتحدث باسم حزب الله إن الجيش أوقف مواطنا وسلطانا ولبنانا وقراصنا")
    assert own_sides(document, [side.id for side in resolve(document)]) == {}


def test_its_forces_are_those_of_who_says_so() -> None:
    """"Its fighters", first behind the speaker or right behind "that", are its own; its aircraft its branch's."""
    text = "تراجع الجيش السوري في التل. وقال المتحدث باسم قوات سوريا الديمقراطية إن قواته صدت الهجوم"
    assert sides(text)["قواته"] == "SDF"
    text = "قالت وزارة الدفاع الروسية إن معارك دارت مع تنظيم داعش وإن طائراتها قصفت المعسكر"
    assert sides(text)["طائراتها"] == "RUS_AF"


def test_what_others_tell_of_its_forces_is_not_the_tellers() -> None:
    """What a monitor tells of "its fighters", or a side of them behind another's name, is not the teller's."""
    text = "قال المرصد السوري إن تنظيم داعش خسر التل وإن مقاتليه انسحبوا"
    assert sides(text)["مقاتليه"] == "IS"
    text = "قال المتحدث باسم قوات سوريا الديمقراطية إن تنظيم داعش سحب مقاتليه من الحي"
    assert sides(text)["مقاتليه"] == "IS"
    text = "قال المتحدث باسم قوات سوريا الديمقراطية إن تركيا أرسلت تعزيزات وإن قواتها قصفت القرية"
    assert sides(text)["قواتها"] != "SDF"
    text = "قال المتحدث باسم قوات سوريا الديمقراطية إن معارك دارت مع تنظيم داعش وسط تراجع مقاتليه"
    assert sides(text)["مقاتليه"] == "IS"
    text = "ذكرت وكالة سانا أن معارك دارت مع تنظيم داعش وأن مقاتليه انسحبوا"
    assert sides(text)["مقاتليه"] == "IS"


def test_an_outlet_of_no_side_speaks_for_none() -> None:
    """What an independent monitor publishes of "our forces" makes no side of its independence."""
    assert sides("سيطرت قواتنا على الحي", "المرصد السوري لحقوق الإنسان")["قواتنا"] != "independent"


def test_a_publisher_speaks_of_its_own_war_only() -> None:
    """Where an article plays elsewhere "our forces" are not the publisher's; in its own land they are."""
    text = 'نفت حكومة جنوب السودان ذلك. وقال قائد في جوبا "هاجمت قواتنا البوارج في جنوب السودان"'
    assert sides(text, "الشرق الأوسط", "2015-08-06")["قواتنا"] != "SAU_ARMED"


@pytest.mark.parametrize(("text", "side"), [
    ("تقدم الجيش العراقي في الرمادي بالعراق. وقال القائد لصحيفة الشرق الأوسط إن قواتنا تقدمت نحو الجسر", "IRQ_ARMY"),
    ("تراجع الحوثيون في نجران بالسعودية. وقال القائد لصحيفة الشرق الأوسط إن قواتنا تقدمت نحو الجسر", "SAU_ARMED"),
])
def test_an_outlet_that_was_told_lends_its_side_at_home_only(text: str, side: str) -> None:
    """"Our forces" of whom an officer tells a paper are its state's where the text plays there, and nowhere else."""
    assert sides(text)["قواتنا"] == side


def test_an_officer_speaks_for_no_president_of_his_name() -> None:
    """What an officer calls "our forces" are not those of the president whose name is the officer's first one."""
    text = ("قال اللواء هادي سرحان قائد شرطة الأنبار إن القوات الأمنية العراقية تقدمت في الرمادي. "
            "وأضاف سرحان أن قواتنا الأمنية استعادت حي الملعب من تنظيم داعش.")
    document = read_document(text, published=dt.date(2015, 8, 1))
    (at,) = [at for at, m in enumerate(document.actors or ()) if "قواتنا" in text[m.start : m.end]]
    assert resolve(document)[at].id.startswith("IRQ_")


def test_the_police_of_whom_an_official_tells_are_of_his_state() -> None:
    """ "The police" of an Egyptian security source are Egypt's, though the article plays next door too."""
    war = " وقصفت إسرائيل قطاع غزة. وقالت حماس في غزة إن ثلاثة قتلوا في القصف على غزة."
    assert sides("كشفت مصادر عسكرية مصرية أن الشرطة دهمت مخزنا على الحدود مع غزة." + war)["الشرطة"] == "EGY_POLICE"


def test_what_others_tell_of_is_of_no_state_of_theirs() -> None:
    """A paper tells of others' army, and behind another side "the police" may be that one's."""
    assert sides("قالت صحيفة لبنانية إن الجيش هاجم حلب. وقصفت الطائرات السورية درعا في سوريا.")["الجيش"] == "SYR_ARMY"
    text = "قال مسؤول أمني مصري إن حماس أغلقت غزة وإن الشرطة انتشرت في غزة. وقالت حماس إن غزة هادئة."
    assert sides(text)["الشرطة"] != "EGY_POLICE"


def test_its_forces_behind_a_states_name_are_that_states() -> None:
    """"Its soldiers" shortly behind the name of a state, or of its capital, are that state's, wherever a text plays."""
    text = "هاجم الحوثيون مواقع الجيش اليمني في تعز. وكانت واشنطن قد أجلت آخر جنودها من قاعدة في لحج في اليمن."
    assert sides(text, day="2015-04-03")["جنودها"] == "US_FORCES"
    text = "اشتبك الجيش المالي مع مسلحين شمالي مالي. وسرعان ما ردت موريتانيا فدمر طيرانها رتلا."
    assert sides(text, day="2010-09-20")["طيرانها"] == "NEW:Military Forces of Mauritania"


def test_its_forces_behind_a_place_are_not_that_states() -> None:
    """Where a state's name is but a place, or "his soldiers" cannot be hers, it says nothing of whose they are."""
    land = "قصفت حركة أحرار الشام حماة في سوريا. "
    assert sides(land + "ثم بحث قادتها في ألمانيا وضع مدرعاتها.", day="2015-08-01")["مدرعاتها"] != GERMAN
    assert sides(land + "وتعرف ألمانيا أن جنوده هناك.", day="2015-08-01").get("جنوده") != GERMAN
    assert sides(land + "وتعرف ألمانيا أن جنودها هناك.", day="2015-08-01")["جنودها"] == GERMAN


@pytest.mark.parametrize(("text", "side"), [
    ("قال الناطق باسم حكومة الوفاق إن سلاح الجو أغار على تجمعات قرب ترهونة الليبية.", "GNA_FORCES"),
    ("قال المتحدث باسم قوات حفتر إن سلاح الجو أغار على تجمعات قرب غريان الليبية.", "LNA_AIRFORCE"),
])
def test_the_air_force_a_spokesman_tells_of_is_his_sides(text: str, side: str) -> None:
    """"The air force" named first in what a side's spokesman says is that side's, whoever else has one there."""
    assert sides(text, day="2020-05-10")["سلاح الجو"] == side


@pytest.mark.parametrize(("text", "side"), [
    ("قال الناطق باسم الحوثيين إن القوات المسلحة قصفت معسكرا في مأرب اليمنية.", "HOUTHIS"),
    ("قالت مصادر محلية إن القوات المسلحة طردت الحوثيين من معسكر في مأرب اليمنية.", "YEM_GOV_FORCES"),
    ("طردت القوات المسلحة الحوثيين من معسكر في مأرب اليمنية.", "YEM_GOV_FORCES"),
])
def test_the_armed_forces_are_their_spokesmans_or_the_states(text: str, side: str) -> None:
    """"The armed forces" are a side's only where its own spokesman tells of them; else they are the state's."""
    assert sides(text, day="2020-05-10")["القوات المسلحة"] == side


def test_armed_groups_are_not_the_spokesmans_own() -> None:
    """Other men under arms of whom a side's spokesman tells are not his side's."""
    text = "قال المتحدث باسم الجيش السوري إن المجموعات المسلحة قصفت معسكرا في إدلب السورية."
    assert sides(text, day="2016-05-10")["المجموعات المسلحة"] != "SYR_ARMY"


def test_aircraft_that_a_spokesman_tells_of_need_not_be_his_sides() -> None:
    """What flies, told as aircraft alone, is not given to the side that speaks."""
    text = "قال المتحدث باسم الحوثيين إن الطيران قصف أحياء سكنية في صعدة اليمنية."
    assert sides(text, day="2016-05-10")["الطيران"] != "HOUTHIS"


@pytest.mark.parametrize(("text", "word", "side"), [
    ("قصفت القوات الروسية خاركيف. وقال الرئيس الأوكراني إن قوات بلاده تقدمت نحو إيزيوم.", "قوات بلاده",
     "NEW:Military Forces of Ukraine"),
    ("قصفت القوات العراقية الموصل وتقدم الجيش العراقي. وقال وزير الدفاع الألماني إن قوات بلاده باقية في العراق.",
     "قوات بلاده", GERMAN),
    ("قصفت القوات الأوكرانية بيلغورود. وقال الرئيس الروسي إن قوات بلاده تقدمت نحو إيزيوم.", "قوات بلاده", "RUS_ARMED"),
])
def test_the_forces_of_his_country_are_the_speakers(text: str, word: str, side: str) -> None:
    """"The forces of his country" are those of the state whose president speaks, whoever was named before."""
    assert sides(text, day="2022-05-20")[word] == side


def test_the_forces_of_a_country_behind_another_are_left_open() -> None:
    """Where another side stands between the speaker and "the forces of its country" the speaker is not asked."""
    text = "قال الرئيس الأوكراني لقناة فرنسية إن موسكو تراجعت أمام روسيا وقد حشدت قوات بلادها قرب خاركيف."
    assert not own_sides_rule(text)


def own_sides_rule(text: str) -> list[str]:
    document = read_document(text, published=dt.date(2022, 5, 20))
    return [one.rule for one in resolve(document) if one.rule.startswith("own.homeland")]
