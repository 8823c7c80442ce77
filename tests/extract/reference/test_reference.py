import datetime as dt
from dataclasses import replace

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.actors.actors import find_actors
from sijill.extract.reference.candidates import Candidates
from sijill.extract.reference.reference import Reader, resolve
from sijill.pipeline import read_document


def read(text: str, day: str = "2017-03-01", source: str | None = None) -> Document:
    tokens = tokenize(text)
    document = Document(text, "d", source, published=dt.date.fromisoformat(day))
    return find_actors(replace(document, tokens=tokens, sentences=split_sentences(text, tokens)))


def sides(text: str, day: str = "2017-03-01") -> dict[str, str]:
    document = read(text, day)
    pairs = zip(document.actors or (), resolve(document), strict=True)
    return {text[m.start : m.end]: side.id for m, side in pairs}


def test_anaphor_follows_the_name() -> None:
    """A short form means the side of that sort that was just named."""
    assert sides("خسر تنظيم داعش تلتين قرب الموصل. ثم انسحب التنظيم.")["التنظيم"] == "IS"
    assert sides("خسرت هيئة تحرير الشام تلتين قرب إدلب. ثم انسحبت الهيئة.", "2019-02-01")["الهيئة"] == "HTS"


@pytest.mark.parametrize(("text", "day", "words", "side"), [
    ("قتلت أنقرة ستة من تنظيم بي كا كا قرب العمادية. ثم فجر عناصر التنظيم عبوة بجنودها.", "2021-04-14",
     "عناصر التنظيم", "PKK"),
    ("لاحقت أنقرة مسلحي منظمة بي كا كا قرب العمادية. وقصف جنود أتراك كهفا. ثم انسحب عناصر المنظمة.", "2021-04-14",
     "عناصر المنظمة", "PKK"),
    ("خسر تنظيم بي كا كا كهفا قرب سنجار، وخسر تنظيم داعش تلة قرب الموصل. ثم هاجم التنظيم الموصل.", "2021-04-14",
     "التنظيم", "IS"),
    ("خسر جيش خالد بن الوليد سحم. وجيش خالد بن الوليد جماعة موالية لداعش. وخسرت الجماعة تسيل.", "2017-03-01",
     "الجماعة", "JAYSH_KHALID"),
])
def test_a_word_for_a_group_means_those_whom_the_report_has_called_so(
        text: str, day: str, words: str, side: str) -> None:
    """"The organisation" is none that nobody named where one has been called so; a group loyal to X is no X."""
    assert sides(text, day)[words] == side


@pytest.mark.parametrize("text", [
    "سيطر مقاتلو وحدات حماية الشعب على الشدادي. ودارت معارك بين الجيش والوحدات من جهة وداعش من جهة أخرى، "
    "ودحرت قوات داعش في آخر معارك مع التنظيم الإرهابي.",
    "خسرت وحدات حماية الشعب تلة. وانسحب داعش من الشدادي. ثم خسر التنظيم الإرهابي قرية قرب الهول.",
    # factions go by another word
    "دحر داعش فصائل المعارضة قرب مارع. ثم خسر التنظيم الإرهابي قرية.",
])
def test_a_name_that_reviles_is_of_the_armed_group_named_last_that_goes_by_its_word(text: str) -> None:
    """"The terrorist organisation" is the organisation just named, whatever others a report has named before it."""
    assert sides(text, "2015-08-01")["التنظيم الإرهابي"] == "IS"


def test_army_of_the_country_where_it_plays() -> None:
    """"The army" alone is the army of the country that the article is about."""
    assert sides("دخل الجيش أحياء الموصل بعد معارك في نينوى والحويجة.")["الجيش"] == "IRQ_ARMY"
    assert sides("دخل الجيش أحياء حلب بعد معارك في إدلب وحماة.", "2016-10-01")["الجيش"] == "SYR_ARMY"


def test_the_police_are_not_those_of_another_state() -> None:
    """Where no police of the registry is of the country, it is none of theirs, but that country's forces or unsaid."""
    found = sides("هاجم مقاتلو حزب العمال الكردستاني مدينة بوزانتي التركية. ورد عناصر الشرطة عليهم.", "2015-08-01")
    assert found["عناصر الشرطة"] in ("TUR_ARMED", "STATE_SECURITY_GEN")


@pytest.mark.parametrize(("day", "side"), [
    ("2010-02-01", "LBY_QADDAFI"), ("2013-02-01", "LBY_ARMY_2011"), ("2015-02-01", "LBY_HOR"), ("2017-02-01", "GNA"),
    ("2022-02-01", "GNU"),
])
def test_the_authorities_are_those_of_the_day(day: str, side: str) -> None:
    """A state's authorities are who governs it on the day, as its government is."""
    text = "تقول {} الليبية إن العشرات قتلوا في طرابلس."
    for word in ("السلطات", "الحكومة"):
        assert sides(text.format(word), day)[f"{word} الليبية"] == side


def test_irregulars_of_a_state_are_the_groups_that_it_backs() -> None:
    """ "Its militias" behind a state, or its president's factions, are groups that the state backs."""
    assert sides("تعهدت إيران بالرد. وتقدمت ميليشياتها نحو البوكمال السورية.")["ميليشياتها"] == "IRAN_MILITIAS"
    assert sides("تعهد الرئيس التركي بالرد. وتقدمت فصائله نحو عفرين السورية.", "2018-02-01")["فصائله"] == "SNA"


def test_allies_of_those_just_named() -> None:
    """Factions loyal to "them" are allies of the side just named, not that side."""
    found = sides("قصفت القوات التركية ريف عفرين. وتقدمت الفصائل السورية الموالية لها.", "2018-02-01")
    assert found["الفصائل السورية الموالية لها"] not in ("TUR_ARMED", "TUR_GOV", "SYR_ARMY")


@pytest.mark.parametrize(("text", "side"), [
    ("قاتلت أحرار الشرقية ووحدات حماية المرأة قرب عفرين. ثم دخل الجيش التركي وفصائل سورية موالية لها القرية.", "SNA"),
    ("هاجمت أحرار الشام ولواء القدس القرية. ثم دخلتها قوات النظام السوري وفصائل سورية موالية لها.", "SYR_PROGOV_MIL"),
])
def test_who_is_loyal_to_a_state_named_last_is_first_of_all_its_own(text: str, side: str) -> None:
    """"Factions loyal to it" are a state's own loyalists, not another group that was named before."""
    assert sides(text, "2018-02-01")["فصائل سورية موالية لها"] == side


def test_who_is_tied_to_an_armed_group_is_no_states_loyalist() -> None:
    """Where an armed group was named last, its allies are not those of the state."""
    text = "قصف الجيش السوري إدلب. وهاجمت جبهة النصرة وفصائل متحالفة معها ثكنة."
    assert sides(text, "2015-02-01")["فصائل متحالفة معها"] != "SYR_ARMY"


def test_what_one_camp_calls_its_foes_means_those_of_the_article() -> None:
    """A loaded word means a side that is near: none of another country while one is named here."""
    text = "قتل عناصر من داعش قرب هيت. ثم داهمت القوات العراقية وكرا لمجموعة من العناصر الإرهابية في الرمادي."
    assert sides(text, "2015-07-01")["العناصر الإرهابية"] == "IS"


def test_an_army_is_no_civilians() -> None:
    """A short form of those who bear arms does not mean the people named last; a word for people may."""
    assert sides("عاد الأهالي إلى حي الليلية بعد سيطرة الجيش عليه.")["الجيش"] != "CIVILIANS"
    assert sides("نزح مدنيون من حي الليلية. وعاد السكان إليه.")["السكان"] == "CIVILIANS"


def test_short_form_of_a_new_group() -> None:
    """A new group is among what its later short form may mean."""
    document = read('أعلن فصيل "نسور الوادي" انسحابه. وكان الفصيل قد هاجم حاجزا.')
    reader = Reader(document)
    reader.note(0, reader.options(0)[0][0])
    assert any(one.startswith("NEW:") for one, _ in reader.options(1))


def test_ended_actors_are_not_meant() -> None:
    """A side that had ceased to exist by then is not meant while another fits."""
    assert sides("أعلن الجيش السوري نشر قواته.", "2025-06-01")["الجيش السوري"] == "SYR_ARMY_2024"
    assert sides("أعلن الجيش السوري نشر قواته.", "2015-06-01")["الجيش السوري"] == "SYR_ARMY"


def test_every_mention_has_a_side_and_twice_the_same() -> None:
    """Each mention gets one side with a share, and reading again changes nothing."""
    document = read("هاجم مسلحون حاجزا للشرطة في كركوك وقتلوا مدنيين.")
    first = resolve(document)
    assert len(first) == len(document.actors or ()) > 0
    assert all(side.id and 0 <= side.score <= 1 for side in first)
    assert first == resolve(document)


def test_soldiers_of_a_state_are_of_its_army_of_the_day() -> None:
    """Where the registry has a state's soldiers under the army of another time, they are of the present one."""
    text = "قصف الحوثيون مواقع قرب صرواح. وقتل خمسة جنود يمنيين في كمين."
    assert sides(text, "2018-08-01")["جنود يمنيين"] == "YEM_GOV_FORCES"


def test_a_coalition_is_where_its_allies_are() -> None:
    """A coalition's short name means the one whose allies are of the country, though it is not named in full."""
    assert sides("قصفت قوات التحالف مواقع الحوثيين في حيس.", "2018-08-01")["قوات التحالف"] == "SAUDI_COALITION"
    assert sides("دخلت قوات سوريا الديمقراطية هجين. وقصفت قوات التحالف البلدة.", "2018-11-01")["قوات التحالف"] == (
        "US_COALITION")


def test_a_coalition_that_helps_nobody_here_is_another_one() -> None:
    """"The coalition" in a country where none of the registry helps is that country's own, and so are its soldiers."""
    text = "كابول - قتل جندي من قوات التحالف في هلمند بأفغانستان، وقال الجيش الأمريكي إن جنود التحالف ردوا على النار."
    found = sides(text, "2009-03-08")
    assert found["جندي من قوات التحالف"] == found["جنود التحالف"] == "NEW:Coalition Forces in Afghanistan"
    text = "بغداد - قتل جندي من قوات التحالف في انفجار جنوب بغداد."
    assert sides(text, "2009-03-08")["جندي من قوات التحالف"] == "COALITION_2003"


def test_sides_named_as_forces_stay_a_frozenset() -> None:
    """A country's own coalition is noted as forces in a frozenset still: the compiled coder takes no other set."""
    document = read("كابول - قتل جندي من قوات التحالف في هلمند بأفغانستان.", "2009-03-08")
    reader = Reader(document)
    for at in range(len(document.actors or ())):
        reader.note(at, reader.options(at)[0][0])
    assert "NEW:Coalition Forces in Afghanistan" in reader._forces
    assert isinstance(reader._forces, frozenset)


@pytest.mark.parametrize(("text", "men", "side"), [
    ("بغداد - تمكن أفراد الشرطة من اعتقال المهاجم جنوب العاصمة العراقية.", "أفراد الشرطة", "IRQ_POLICE"),
    ("صنعاء - قتل مجهولون ثلاثة من عناصر الشرطة بمدينة عدن باليمن.", "عناصر الشرطة", "YEM_SECURITY"),
    ("ديار بكر - أصيب شرطيان بهجوم لحزب العمال الكردستاني جنوب تركيا.", "شرطيان", "TUR_ARMED"),
])
def test_policemen_are_of_the_country_told_of(text: str, men: str, side: str) -> None:
    """Policemen of whom nothing is said are no police of another country, whose registry has the words."""
    assert sides(text, "2015-07-28")[men] == side


def test_policemen_of_those_named_stay_theirs() -> None:
    """Where the police of another country are named, its policemen are meant."""
    text = "القاهرة - نفت الشرطة العراقية الخبر في بغداد. وقتل شرطيان في بغداد، كما قالت صحف في مصر والقاهرة والجيزة."
    assert sides(text, "2015-07-28")["شرطيان"] == "IRQ_POLICE"


def test_a_shared_name_means_the_group_at_home() -> None:
    """Of two groups of one name, one of them outside the registry, that is meant in whose country the article plays."""
    mali = 'هاجم مسلحون فندقا في باماكو في مالي. وأعلنت جماعة "المرابطون" مسؤوليتها عن الهجوم.'
    assert sides(mali, "2015-07-28")['جماعة "المرابطون"'] == "NEW:Al Mourabitoun"
    egypt = 'هاجم تنظيم "المرابطون" كمينا في سيناء بمصر.'
    assert sides(egypt, "2015-07-28")['تنظيم "المرابطون"'] == "EGY_MILITANTS"


def test_a_coalition_is_no_army_of_the_country() -> None:
    """A coalition whose allies are elsewhere is not read as the forces of the country where the article plays."""
    assert sides("وصلت قوات التحالف إلى بيروت وصيدا وطرابلس.", "2018-08-01")["قوات التحالف"].endswith("_COALITION")


def test_bare_aircraft_are_of_those_who_have_some() -> None:
    """"Raids" alone are no armed group's, and no army's whose state has no air force there."""
    text = "يتحصن الحوثيون في صعدة. وأعلن التحالف العربي دعمه للجيش اليمني. واستهدفت غارات معسكرا للحوثيين."
    named = read(text).actors or ()
    options = Reader(read(text)).options(next(i for i, m in enumerate(named) if m.ids[0] == "HEAD:air"))
    assert not {"HOUTHIS", "YEM_GOV_FORCES"} & {one for one, _ in options}


def test_the_air_force_is_not_the_army_that_was_named() -> None:
    """"The air force" of a text that names the army is that state's air force."""
    found = sides("انتشر الجيش المصري في العريش. ودمرت القوات الجوية أوكارا قرب رفح المصرية.", "2018-04-01")
    assert found["القوات الجوية"] == "EGY_AIRFORCE"


def test_forces_loyal_to_the_government_are_of_the_country_told_of() -> None:
    """"Forces loyal to the government" are of whatever state the article tells of."""
    loyal = "القوات الموالية للحكومة"
    assert sides(f"تقدمت {loyal} في تعز والحديدة وصعدة.", "2018-06-01")[loyal] == "YEM_GOV_FORCES"
    assert sides(f"تقدمت {loyal} في إدلب وحلب وحماة.", "2018-06-01")[loyal] != "YEM_GOV_FORCES"


def test_army_of_the_country_of_the_sentence() -> None:
    """A bare army or police may be that of a country that its sentence names, where another weighs more."""
    document = read("تقدم الجيش السوري في حلب وإدلب وحماة. وفي موريتانيا أعلن الجيش بدء العملية.")
    reader = Reader(document)
    at = next(i for i, m in enumerate(document.actors or ()) if m.start > 40 and m.rule == "registry.anaphor")
    for before in range(at):
        reader.note(before, reader.options(before)[0][0])
    assert "NEW:Military Forces of Mauritania" in [one for one, _ in reader.options(at)]


def test_aircraft_are_not_of_those_who_have_none() -> None:
    """"The aircraft" are none of an armed group's that was named last."""
    document = read("قاتل الحوثيون في صعدة. ثم قصفت الطائرات مواقع في صنعاء.")
    reader = Reader(document)
    reader.note(0, "HOUTHIS")
    at = next(i for i, m in enumerate(document.actors or ()) if document.text[m.start : m.end] == "الطائرات")
    assert "HOUTHIS" not in [one for one, _ in reader.options(at)]


def test_a_name_out_of_its_time_is_still_the_name() -> None:
    """A group that had ended by then is meant where it is named, not who was named before it."""
    text = "اشتبك الجيش السوري مع حركة حزم قرب حلب."
    assert sides(text, "2015-07-31")["حركة حزم"] == "HAZZM"
    assert sides(text, "2014-07-31")["حركة حزم"] == "HAZZM"


def test_soldiers_behind_a_government_are_of_its_army() -> None:
    """Soldiers without a state are of the army of the government that was named, the government itself stays."""
    found = sides("قالت الحكومة البريطانية أمس إن جنديا قتل في لندن.", "2010-01-05")
    assert found["جنديا"] != "GBR_GOV" and found["الحكومة البريطانية"] == "GBR_GOV"


def test_forces_of_an_occupier_are_no_armed_group() -> None:
    """What a camp calls a state's forces is not the group named before."""
    text = "قالت كتائب القسام في غزة إنها ستهاجم. وأطلقت قوات الاحتلال النار شرق غزة."
    assert sides(text, "2015-08-01")["قوات الاحتلال"] == "IDF"


def test_a_group_is_its_branch_where_it_has_one() -> None:
    """A group of other countries is its branch in the country of the article, elsewhere it is itself."""
    libya = "سيطر تنظيم داعش الإرهابي على حي في درنة شرق ليبيا، وهاجم الجيش الليبي مدينة درنة."
    assert sides(libya, "2015-08-01")["تنظيم داعش الإرهابي"] == "IS_LIBYA"
    iraq = "سيطر تنظيم داعش الإرهابي على حي في الرمادي غرب العراق، وهاجم الجيش العراقي مدينة الرمادي."
    assert sides(iraq, "2015-08-01")["تنظيم داعش الإرهابي"] == "IS"


def test_the_irregulars_of_a_state_are_those_whom_it_backs() -> None:
    """A state's mercenaries are the groups that it backs, a group's fighters are its own."""
    found = sides("احتلت تركيا ومرتزقتها مدينة عفرين شمال سوريا.", "2021-01-01")
    assert found["مرتزقتها"] == "SNA"
    found = sides("اتهمت الحكومة السورية معارضتها بقصف حلب.", "2016-01-01")
    assert found["معارضتها"] != "SYR_PROGOV_MIL"
    assert sides("انسحبت هيئة تحرير الشام مع مقاتليها من إدلب.", "2021-01-01")["مقاتليها"] == "HTS"


def test_police_of_a_country_without_a_row() -> None:
    """Police without a state are the police of the country of the article, the army its army."""
    text = "قال مسؤول في مالي إن الشرطة اعتقلت رجلا في باماكو في مالي."
    assert sides(text)["الشرطة"] == "NEW:Police Forces of Mali"
    assert sides(text.replace("الشرطة اعتقلت", "الجيش اعتقل"))["الجيش"] == "NEW:Military Forces of Mali"


def test_rebels_are_no_states_forces() -> None:
    """Rebels without a name are none of the armies or bodies named before them; a known group is meant by them."""
    text = "قال الجيش البورمي إن مبعوث الأمم المتحدة وصل، وإن المتمردين انسحبوا من البلدة في بورما."
    assert sides(text)["المتمردين"] not in ("NEW:Military Forces of Myanmar", "UN")
    text = "هاجمت حركة الشباب بلدة في الصومال، وقال الجيش الصومالي إن المتمردين انسحبوا."
    assert sides(text)["المتمردين"] == "NEW:Al Shabaab"


def test_separatists_of_one_country_are_not_those_of_another() -> None:
    """A word for a sort of fighters means those of the article, not a group elsewhere that also goes by it."""
    text = "هاجم الانفصاليون الموالون لروسيا بلدة في شرق أوكرانيا. وقال الجيش الأوكراني إن الانفصاليين انسحبوا."
    assert sides(text, "2015-08-01")["الانفصاليين"] == "NEW:Separatists of eastern Ukraine"


def test_a_group_and_its_branch_are_told_apart_by_where_the_sentence_plays() -> None:
    """A group is its branch where the sentence plays in the branch's country, or the article if it plays nowhere."""
    text = "سيطر داعش على الموصل. ويقاتل الجيش الحوثيين في تعز وعدن ومأرب باليمن."
    assert sides(text)["داعش"] == "IS"
    assert sides("هاجم داعش حاجزا في عدن باليمن.")["داعش"] == "IS_YEMEN"
    assert sides("قاتل الجيش الحوثيين في تعز وعدن باليمن. وهدد داعش بهجمات.")["داعش"] == "IS_YEMEN"


@pytest.mark.parametrize(("text", "meant"), [
    ("شن الطيران المصري غارات على تنظيم داعش في مدينة درنة الليبية.", "IS_LIBYA"),
    ("قصف الجيش المصري تنظيم داعش في درنة.", "IS_LIBYA"),
    ("قصف الجيش المصري تنظيم داعش في الشيخ زويد بسيناء.", "IS_SINAI"),
    ("قصف الجيش المصري تنظيم داعش أمس.", "IS_SINAI"),
    ("قصف الجيش المصري تنظيم داعش في مدينة الرقة.", "IS"),
])
def test_a_branch_is_where_the_place_lies(text: str, meant: str) -> None:
    """A group struck abroad is its branch there, not that of the attacker's country."""
    assert sides(text, "2015-08-01")["تنظيم داعش"] == meant


def test_a_composed_name_is_who_it_was_out_of_its_time() -> None:
    """The men of a leader are his side also after its time, whoever was named before."""
    found = sides("هاجم الحوثيون قوات الرئيس السابق علي عبد الله صالح.", "2018-03-14")
    assert list(found.values()) == ["HOUTHIS", "SALEH_FORCES"]


@pytest.mark.parametrize(("source", "meant"), [(None, "IS"), ("وكالة الأناضول", "YPG")])
def test_a_loaded_name_behind_a_head_is_its_bearers(source: str | None, meant: str) -> None:
    """Fighters of what one camp's outlets call a foe are, elsewhere, of the group that bears the name by itself."""
    document = read("هاجم تنظيم داعش بلدة عين عيسى. وتقدمت وحدات حماية الشعب، وطردت مقاتلي التنظيم الإرهابي من البلدة.",
                    "2015-07-01", source)
    (side,) = [r.id for a, r in zip(document.actors or (), resolve(document), strict=True)
               if document.text[a.start : a.end] == "مقاتلي التنظيم الإرهابي"]
    assert side == meant


def meant(text: str, words: str, day: str = "2015-05-01") -> str:
    """The side of a mention, the places of the article read too."""
    document = read_document(text, published=dt.date.fromisoformat(day))
    found = {text[m.start : m.end]: side.id
             for m, side in zip(document.actors or (), resolve(document), strict=True)}
    return found[words]


def test_members_of_the_movement_are_no_army() -> None:
    """Whoever "the movement" is, its men are no state's; with no movement near they are of none that is known."""
    text = "قتلت قوات الجيش الصومالي 14 من عناصر الحركة في شبيلي السفلى."
    assert meant(text, "عناصر الحركة") == "UNIDENTIFIED_MILITANTS"
    text = f"هاجمت حركة الشباب قاعدة في بونتلاند. {text}"
    assert meant(text, "عناصر الحركة") == "NEW:Al Shabaab"
    assert meant("انسحبت حركة حزم من البلدة بريف إدلب. وقتل عناصر الحركة.", "عناصر الحركة",
                 "2014-12-01") == "HAZZM"


def test_soldiers_of_libya_are_of_who_stands_in_for_its_army() -> None:
    """"Libyan soldiers" of 2015 are of the eastern army, those of 2018 of the government's."""
    text = "قتل جنود ليبيون في اشتباكات قرب سرت في ليبيا."
    assert sides(text, "2015-07-21")["جنود ليبيون"] == "LNA"
    assert sides(text, "2018-07-21")["جنود ليبيون"] == "GNA_FORCES"
    assert sides("قصف الجيش مواقع في سرت في ليبيا.", "2015-07-21")["الجيش"] == "LNA"
    assert sides("دخل الجيش الليبي مدينة بنغازي. وفجر الانتحاري نفسه.", "2015-07-21")["الانتحاري"] != "LNA"
    assert sides("دخل الجيش الليبي مدينة بنغازي. وقتلت قوات الأمن خمسة.", "2015-07-21")["قوات الأمن"] == "LNA"


def test_the_men_of_a_group_are_of_its_branch_where_the_text_plays() -> None:
    """"Fighters of X" in Libya are of its branch there, in Syria of X itself."""
    assert sides("هاجم مقاتلو داعش مدينة درنة في ليبيا.", "2015-08-01")["مقاتلو داعش"] == "IS_LIBYA"
    assert sides("هاجم مقاتلو داعش مدينة تدمر في سوريا.", "2015-08-01")["مقاتلو داعش"] == "IS"


def test_a_suicide_bomber_or_gang_is_no_state() -> None:
    """A bare word for irregulars points to no state's forces that were named; one that is said of soldiers may."""
    bomber = sides("دخل جندي من الجيش السعودي المسجد. وفجر الانتحاري نفسه.", "2015-08-09")
    assert bomber["الانتحاري"] != "SAU_ARMED"
    sniper = sides("انتشر الجيش الإسرائيلي قرب السياج. وأصاب القناصة شابا.", "2018-05-14")
    assert sniper["القناصة"] == "IDF"


def test_a_suicide_drone_is_not_of_the_state_where_it_fell() -> None:
    """A drone of nobody named is of the country where it strikes; one said to be a suicide drone may be anyone's."""
    text = "استهدفت {} مقرا للحشد الشعبي في كركوك."
    assert sides(text.format("طائرة مسيرة"))["طائرة مسيرة"] == "IRQ_AIRFORCE"
    assert sides(text.format("طائرة مسيرة انتحارية"))["طائرة مسيرة انتحارية"] == "UNIDENTIFIED_AIRCRAFT"
    told = sides("قصفت طائرة مسيرة انتحارية إسرائيلية سيارة في صور.", "2024-03-01")
    assert told["طائرة مسيرة انتحارية إسرائيلية"] == "ISR_AIRFORCE"


def test_security_forces_are_no_armed_group_that_was_named() -> None:
    """"The security forces" of a country are not the rebels named last there."""
    found = sides("هاجم مسلحو جبهة النصرة حاجزا قرب عمان في الأردن. وقتلت قوات الأمن خمسة منهم.", "2016-08-01")
    assert found["قوات الأمن"] != "NUSRA"


def test_the_gunmen_are_of_the_group_that_was_named_last() -> None:
    """"The gunmen" are of the armed group named last, unless gunmen without a name were told of since."""
    named = "هاجم مقاتلو حزب العمال الكردستاني مركزا في هكاري. وألقى المسلحون قنبلة."
    assert sides(named, "2009-08-30")["المسلحون"] == "PKK"
    unnamed = "نفى حزب العمال الكردستاني التهمة. وهاجم مسلحون مركزا في هكاري. وألقى المسلحون قنبلة."
    assert sides(unnamed, "2009-08-30")["المسلحون"] != "PKK"
    unknown = named.replace("المسلحون", "المسلحون المجهولون")
    assert sides(unknown, "2009-08-30")["المسلحون المجهولون"] == "UNIDENTIFIED_GUNMEN"


def test_bombers_are_of_the_group_that_was_named_last() -> None:
    """A suicide bomber without a group is of the armed group named last; a gunman without the article is nobody's."""
    text = "سيطر مقاتلو حركة طالبان على مديرية في غزنة. وفجر انتحاري سيارة عند مقر الشرطة."
    assert sides(text, "2012-08-30")["انتحاري"] == "NEW:Taliban"
    assert sides(text.replace("انتحاري", "مسلح"), "2012-08-30")["مسلح"] == "UNIDENTIFIED_GUNMEN"


def test_bombers_are_of_no_forces_that_were_named() -> None:
    """A suicide bomber is not of forces that were named last, nor of who fights for the state there."""
    text = "سيطرت قوات سوريا الديمقراطية على قرية في ريف الحسكة. وفجر انتحاري سيارة عند حاجز."
    assert sides(text, "2017-08-30")["انتحاري"] == "UNIDENTIFIED_MILITANTS"
    text = "انتشر مقاتلو الحشد الشعبي قرب الرمادي في العراق. وفجر انتحاري سيارة عند حاجز."
    assert sides(text, "2015-07-25")["انتحاري"] == "UNIDENTIFIED_MILITANTS"
    assert sides("فجر انتحاري سيارة عند حاجز في كابول.", "2017-08-30")["انتحاري"] == "UNIDENTIFIED_MILITANTS"


def test_a_countrys_forces_are_not_its_rebels() -> None:
    """"The security forces" are of the state that was named, not of the rebels named last, also where it lacks both."""
    text = "اشتبك الجيش الصومالي مع حركة الشباب قرب كيسمايو في الصومال. ثم قتلت القوات الحكومية عشرة من حركة الشباب."
    assert sides(text, "2012-08-01")["القوات الحكومية"] == "NEW:Military Forces of Somalia"


@pytest.mark.parametrize(("word", "side"), [("الإرهابيون", "IS"), ("المسلحون", "AHRAR_SHAM")])
def test_the_terrorists_are_not_who_fights_them(word: str, side: str) -> None:
    """"The terrorists" that would be nobody's are of those called so before, "the gunmen" of whom was named last."""
    document = read(f"تسلل إرهابيو داعش إلى الحي. ثم تقدمت حركة أحرار الشام. وفجر {word} سيارة.", "2016-08-01")
    candidates = Candidates(document)
    candidates.met(0, "IS")
    candidates.met(1, "AHRAR_SHAM")
    assert candidates.the_gunmen(len(document.actors or ()) - 1, "UNIDENTIFIED_GUNMEN") == side
    text = "انسحب الجيش الصومالي. وهاجمت حركة الشباب كيسمايو. وقالت حركة الشباب إنها باقية. وقتلت قوات الأمن عشرة."
    assert sides(text, "2012-08-01")["قوات الأمن"] == "NEW:Military Forces of Somalia"


@pytest.mark.parametrize("text", [
    "دخلت قوات حفتر حي شيحا في درنة. وأطلق المسلحون قذائف على السكان.",
    "شن الجيش الوطني الليبي بقيادة حفتر عملية في درنة. واشتبك مع المسلحين هناك.",
])
def test_forces_that_were_named_are_not_the_gunmen(text: str) -> None:
    """What was last named as an army, forces or a command is not who "the gunmen" are, though no state's."""
    found = sides(text, "2018-06-10")
    assert found.get("المسلحون", found.get("المسلحين")) == "UNIDENTIFIED_MILITANTS"


TALIBAN = "قالت حركة طالبان إنها سيطرت على مدينة هرات في غرب أفغانستان. "
AFGHAN = "NEW:Military Forces of Afghanistan"


@pytest.mark.parametrize(("words", "side"), [
    ("وانسحبت قوات الأمن من المدينة.", AFGHAN), ("واعتقلت القوات الحكومية حاكمها.", AFGHAN),
    ("وفر الجنود إلى قندهار.", AFGHAN), ("وطلبت الحكومة هدنة.", "NEW:Government of Afghanistan"),
    ("وانسحب المسلحون من المدينة.", "NEW:Taliban"), ("وانسحبت الحركة من المدينة.", "NEW:Taliban"),
])
def test_soldiers_police_and_government_are_no_rebels_that_the_registry_lacks(words: str, side: str) -> None:
    """Where only rebels without a row were named, "the security forces" are the country's; "the gunmen" are theirs."""
    found = sides(TALIBAN + words, "2021-08-13")
    assert found[next(m for m in found if m in words)] == side


def test_forces_of_an_organisation_without_a_row_may_be_meant_by_soldiers() -> None:
    """What was last named as forces is no rebels, also where the registry has no row for it."""
    text = "قالت قوات الاتحاد الأفريقي في الصومال إنها قصفت معسكرا. "
    assert sides(text + "ونفت القوات مقتل مدنيين.", "2015-08-01")["القوات"].startswith("NEW:AMISOM")
    assert sides(text + "وقتل ثلاثة من الجنود.", "2015-08-01")["الجنود"].startswith("NEW:AMISOM")


@pytest.mark.parametrize(("words", "branch"), [
    ("واعتقلت الشرطة عشرة أشخاص.", "Police Forces"), ("ونشر الجيش دبابات.", "Military Forces"),
    ("وأعلنت الحكومة حظرا للتجول.", "Government"),
])
def test_of_a_state_without_rows_its_own_branch_is_meant(words: str, branch: str) -> None:
    """"The police" behind the Kenyan army are Kenya's police, and "the government" its government."""
    found = sides("هاجم مسلحون موقعا للجيش الكيني قرب غاريسا. " + words, "2015-08-01")
    assert found[next(m for m in found if m in words)] == f"NEW:{branch} of Kenya"


def test_a_group_at_home_nowhere_points_to_no_country() -> None:
    """Soldiers are Somalia's, also where those who killed them are told as bound to al-Qaeda, which Yemen has too."""
    text = "قتل ستة جنود إثر هجوم لحركة الشباب المرتبطة بتنظيم القاعدة جنوب الصومال."
    found = sides(text, "2020-08-13")
    assert found["جنود"] == "NEW:Military Forces of Somalia" and found["تنظيم القاعدة"] == "AL_QAEDA"
    assert sides("هاجم تنظيم القاعدة حاجزا في أبين جنوب اليمن.", "2014-08-13")["تنظيم القاعدة"] == "AQAP"


@pytest.mark.parametrize(("text", "words", "side", "day"), [
    ("أعلن قائد عمليات الأنبار تحرير حي في الرمادي.", "قائد عمليات الأنبار", "IRQ_ARMY", "2016-02-01"),
    ("انسحبت القوات الشعبية من مدينة تدمر في ريف حمص.", "القوات الشعبية", "SYR_PROGOV_MIL", "2015-05-21"),
    ("فرقت الشرطة الإيرانية محتجين في طهران.", "الشرطة الإيرانية", "NEW:Police Forces of Iran", "2022-10-01"),
    ("صد حرس الحدود الإيراني مهاجمين في سيستان.", "حرس الحدود الإيراني", "IRN_ARMY", "2022-10-01"),
    ("هاجمت حركة الشباب بلدة. وانسحب مقاتلو الحركة منها.", "مقاتلو الحركة", "NEW:Al Shabaab", "2017-03-01"),
])
def test_whom_a_name_means_where_others_bear_it_too(text: str, words: str, side: str, day: str) -> None:
    """A command is its army's, "popular forces" the country's, fighters of "the movement" those of the one named."""
    assert sides(text, day)[words] == side


def test_hundreds_that_gather_are_no_group() -> None:
    """"Hundreds gathered" names people; "the Gathering of X" may be a group."""
    assert sides("تجمع المئات في ساحة المدينة احتجاجا على الغلاء.")["المئات"] == "CIVILIANS"


def test_rebels_of_another_war_are_not_meant() -> None:
    """"The rebels" of a land whose rebels nobody names are no other land's; at home they are meant."""
    text = "نفى جيش جنوب السودان حصار المدينة. وقال المتمردون إن جنود جنوب السودان قطعوا الطريق."
    assert sides(text, "2015-08-06")["المتمردون"] == "UNIDENTIFIED_MILITANTS"
    text = "قصف المتمردون أحياء تعز ومأرب في اليمن."
    assert sides(text, "2015-08-06")["المتمردون"] == "HOUTHIS"


def test_of_two_coalitions_the_one_of_this_war_is_meant() -> None:
    """"The coalition's aircraft" are of the coalition that helps somebody where the article plays."""
    text = "تقدم الجيش العراقي في الرمادي والفلوجة بدعم طيران التحالف. وقال جندي من عدن في اليمن إنه عاد إلى صنعاء."
    assert sides(text, "2015-07-26")["طيران التحالف"] == "US_COALITION"
    text = "تقدمت المقاومة في لحج وأبين بدعم طيران التحالف."
    assert sides(text, "2015-07-26")["طيران التحالف"] == "SAUDI_COALITION"


def test_a_name_for_a_states_forces_means_those_of_the_day() -> None:
    """"Units of the Syrian army" are those of the day; a ruler's own name stays his after his time."""
    for day, army in (("2018-08-22", "SYR_ARMY"), ("2025-08-22", "SYR_ARMY_2024")):
        assert sides("دخلت وحدات الجيش السوري درعا البلد.", day)["وحدات الجيش السوري"] == army
    assert "IRQ_ARMY" not in sides("اعتقل صدام حسين قرب تكريت في العراق.", "2004-08-22").values()


@pytest.mark.parametrize(("day", "ruler"), [("2009-07-28", "YEM_GOV"), ("2019-07-28", "HOUTHI_GOV")])
def test_a_town_stands_for_who_ruled_it_then(day: str, ruler: str) -> None:
    """"Sanaa" that announces a truce is Yemen's government before those who rule there now, and they since."""
    document = read_document("أعلنت صنعاء هدنة قصيرة.", published=dt.date.fromisoformat(day))
    assert [side.id for side in resolve(document)] == [ruler]


def test_a_branch_is_who_it_was_before_its_time() -> None:
    """Forces of a government that was not yet in being are the army of that day; those of one that is over are not."""
    text = "قتل جنود من قوات الحكومة اليمنية في صعدة."
    assert meant(text, "جنود من قوات الحكومة اليمنية", "2009-09-01") == "YEM_ARMY_SALEH"
    assert meant(text, "جنود من قوات الحكومة اليمنية", "2015-09-01") == "YEM_GOV_FORCES"
    assert meant("انسحبت قوات الأسد من حلب.", "قوات الأسد", "2025-03-01") == "SYR_ARMY"


@pytest.mark.parametrize("words", ["الطيران الحربي اليمني", "قوات الأمن اليمنية"])
def test_aircraft_and_police_of_an_earlier_state(words: str) -> None:
    """Aircraft and police of Yemen before 2012 are its forces of that time, and afterwards those of theirs."""
    before, after = (meant(f"هاجم {words} صعدة.", words, day) for day in ("2009-09-01", "2015-09-01"))
    assert before == "YEM_ARMY_SALEH" != after


@pytest.mark.parametrize(("words", "side"), [
    ("الجيش", "NEW:Military Forces of Pakistan"), ("قوات الأمن", "NEW:Military Forces of Pakistan"),
    ("حكومته", "NEW:Government of Pakistan"),
])
def test_rebels_named_as_forces_too_are_no_army_nor_government(words: str, side: str) -> None:
    """Where "the forces of" a movement were named, "the army" and "his government" are still none of the movement's."""
    text = f"اشتبك الجيش الباكستاني وقوات طالبان في كراتشي. وقال مسؤولون باكستانيون إن {words} سينتصر في باكستان."
    assert meant(text, words, "2010-05-01") == side


def test_aircraft_are_of_no_rebels_that_the_registry_lacks() -> None:
    """"The raid" is not of the movement that was named last, which has no aircraft, but of who has some."""
    text = "نفذت طائرة أمريكية هجوما على حركة طالبان. وقتلت الغارة ثلاثة من طالبان."
    assert meant(text, "الغارة", "2010-05-01") == "US_FORCES"


@pytest.mark.parametrize(("text", "words", "alone"), [
    ("قتل مستوطن إسرائيلي في القرية.", "إسرائيلي", False), ("قصف حزب الله اللبناني القرية.", "اللبناني", False),
    ("قصف حزب الله لبنانيين في القرية.", "لبنانيين", True),
])
def test_a_nationality_behind_a_named_side_is_none_of_its_own(text: str, words: str, alone: bool) -> None:
    """Of "the X party of Lebanon" Lebanon is no second side; "X shelled Lebanese" names two."""
    assert (words in [text[m.start : m.end] for m in read(text).actors or ()]) is alone


@pytest.mark.parametrize(("text", "words", "day", "side"), [
    ("هاجمت قوات القذافي حاجزا في سبها.", "قوات القذافي", "2012-06-01", "LBY_QADDAFI"),
    ("هاجمت وحدات الجيش السوري حاجزا في درعا.", "وحدات الجيش السوري", "2025-06-01", "SYR_ARMY_2024"),
    ("سيطر متمردو الشمال على كيدال في مالي.", "متمردو الشمال", "2012-06-01", "UNIDENTIFIED_MILITANTS"),
    ("هاجم متمردو الشمال موقعا في صعدة باليمن.", "متمردو الشمال", "2009-06-01", "HOUTHIS"),
    ("قتل جنود من قوات السلام الأفريقية في دارفور.", "قوات السلام الأفريقية", "2007-06-01", "AFRICAN_UNION"),
    ("اعتقلت عناصر خفر السواحل مهاجرين قرب صبراتة.", "عناصر خفر السواحل", "2017-06-01", "LBY_COASTGUARD"),
])
def test_a_name_means_those_of_its_own_war_and_time(text: str, words: str, day: str, side: str) -> None:
    """A fallen leader's forces are not his heir's, and rebels or troops of one land not those of another."""
    start = text.index(words.split()[-1])
    document = read(text, day)
    sides_of = [s.id for m, s in zip(document.actors or (), resolve(document), strict=True) if m.start <= start < m.end]
    assert sides_of == [side]


@pytest.mark.parametrize(("text", "whom"), [
    ("قتل شرطيان في هجوم شنه المتمردون الشيعة في المنامة.", "UNIDENTIFIED_MILITANTS"),
    ("قتل شرطيان في هجوم شنه المتمردون الشيعة في صعدة.", "HOUTHIS"),
    ("اتهمت الحكومة اليمنية المتمردين الشيعة بخطف جنديين.", "HOUTHIS"),
    ("أغار الطيران السعودي على المتمردين الشيعة قرب جازان.", "HOUTHIS"),
    ("اشتبك الجيش النيجيري مع المتمردين الشيعة في كانو.", "UNIDENTIFIED_MILITANTS"),
])
def test_rebels_called_by_their_faith_do_not_say_where_an_article_plays(text: str, whom: str) -> None:
    """"The Shia rebels" are those of Yemen where a word is of Yemen or a foe of them, nobody's known elsewhere."""
    found = sides(text, "2010-03-01")
    assert next(one for words, one in found.items() if "الشيعة" in words) == whom


def test_a_battalion_is_the_armys_that_was_named() -> None:
    """"The battalion" behind an army is of it; behind a group it may be the group's."""
    found = sides("قتل ستة من عناصر الجيش السوري. وانسحبت الكتيبة من درعا.", "2013-03-01")
    assert found["الكتيبة"] == "SYR_ARMY"


@pytest.mark.parametrize(("name", "meant", "day"), [
    ("جماعة أنصار دين", "NEW:Ansar Dine", "2013-01-12"),
    ("حركة تحرير السودان فصيل مني مناوي", "SLM_MM", "2012-12-10"),
    ("الحركة الشعبية لتحرير السودان قطاع الشمال", "SPLMN_HILU", "2012-12-10"),
    ("لواء صقور الجبل", "FSA", "2015-06-10"),
    ("فصائل الهجري", "DRUZE_MILITIAS", "2025-07-15"),
    ("سرايا الأشتر", "NEW:Saraya al-Ashtar (Bahrain)", "2014-03-03"),
    ("كتيبة القعقاع", "ZINTAN_BRIGADES", "2014-05-18"),
    ("حركة الشباب المجاهدين", "NEW:Al Shabaab", "2014-05-18"),
])
def test_groups_by_their_names(name: str, meant: str, day: str) -> None:
    """A group of the last wars is known by the whole of its name, and not by a part that others bear."""
    assert sides(f"هاجم {name} القرية.", day)[name] == meant


@pytest.mark.parametrize(("text", "one"), [
    ("وقال مسؤولون إن الانتحاري فجر نفسه في بيشاور.", "UNIDENTIFIED_MILITANTS"),
    ("وقال مسؤولون إن المهاجم أطلق النار في بيشاور.", "UNIDENTIFIED_GUNMEN"),
])
def test_a_bomber_of_nobody_is_a_militant(text: str, one: str) -> None:
    """"The bomber" of whom nobody says whose he is goes by the id of "a bomber", an attacker by that of gunmen."""
    document = read_document(text)
    assert one in [side.id for side in resolve(document)]


@pytest.mark.parametrize(("text", "words", "day", "side"), [
    ("دخلت قوات الدعم السريع مقر الفرقة 18 مشاة في كوستي.", "مقر الفرقة 18 مشاة", "2024-06-01", "SAF"),
    ("قصف الثوار اللواء 39 في عدرا.", "اللواء 39", "2013-06-01", "SYR_ARMY"),
    ("قتل عشرة من جنود اللواء 24 الأوكراني في باخموت.", "جنود اللواء 24 الأوكراني", "2023-02-01",
     "NEW:Military Forces of Ukraine"),
    ("هاجم الجيش الحر الكتيبة 599 للدفاع الجوي في درعا.", "الكتيبة 599 للدفاع الجوي", "2013-06-01", "SYR_ARMY"),
    ("هاجم مسلحون الكتيبة 128 في الجفرة.", "الكتيبة 128", "2020-06-01", "LNA_UNITS"),
    ("قتل جنديان من اللواء 128 في صعدة.", "جنديان من اللواء 128", "2018-06-01", "UNIDENTIFIED_MILITANTS"),
    ("قتل حوثيان بعدما هاجم المقاومون دورية في البيضاء.", "المقاومون", "2018-06-01", "POPRES_YEM"),
    ("هاجم المقاومون دورية أمريكية في الموصل.", "المقاومون", "2008-06-01", "UNIDENTIFIED_MILITANTS"),
])
def test_a_number_is_no_name(text: str, words: str, day: str, side: str) -> None:
    """A brigade with a number is of the army that a group fights, of the state named, or the known one in its land."""
    assert sides(text, day)[words] == side


def test_a_loaded_name_of_forces_means_no_organisation_of_states() -> None:
    """ "The occupation" in the mouth of a relief agency is not that agency."""
    assert sides("قالت الأونروا إن الاحتلال قصف مدرسة في غزة.")["الاحتلال"] in ("IDF", "ISR_GOV")


def test_militias_are_no_aircraft() -> None:
    """Militias behind a nameless aircraft are not that aircraft."""
    text = "قصفت طائرة مجهولة موقعا في وزيرستان. ثم هاجمت المليشيات المسلحة بلدة هناك."
    assert sides(text)["المليشيات المسلحة"] != "UNIDENTIFIED_AIRCRAFT"


def test_the_gunmen_are_no_mission_of_states() -> None:
    """ "The gunmen" behind a mission abroad that has no row are not that mission; behind an armed group they are it."""
    text = "قتل عنصر من إيساف في هلمند. وقالت الشرطة إن المسلحين انسحبوا."
    assert sides(text, "2009-07-01")["المسلحين"] != "NEW:ISAF"
    text = "هاجمت حركة طالبان موقعا في هلمند. وقالت الشرطة إن المسلحين انسحبوا."
    assert sides(text, "2009-07-01")["المسلحين"] == "NEW:Taliban"


def test_the_air_force_is_of_the_land_that_has_one() -> None:
    """"The air force" is that of the land where the report plays, and none of a state named beside it."""
    text = ("قالت قوات الأمن التونسي إنها أوقفت متهما. وقال الجيش الليبي إنه تقدم في بنغازي شرقي ليبيا. "
            "ثم قصف سلاح الجو حي الصابري.")
    document = read_document(text, published=dt.date(2015, 7, 25))
    assert resolve(document)[-1].id == "LNA_AIRFORCE"


def test_the_movement_is_no_force_of_states() -> None:
    """ "The movement" means the group that was named, and not a mission named after it."""
    text = "قال متحدث باسم حركة طالبان إن قوات إيساف انسحبت من هلمند. وأسقطت الحركة طائرة."
    assert meant(text, "الحركة") == "NEW:Taliban"


def test_men_of_the_resistance_are_those_of_the_land() -> None:
    """The men of "the resistance" are of the one that fights where the report plays."""
    assert sides("اقتحمت القوات الإسرائيلية مخيم جنين، وردت عناصر المقاومة.", "2022-05-11")["عناصر المقاومة"] == (
        "PAL_FACTIONS")
    assert sides("هاجم الحوثيون مدينة تعز، وردت عناصر المقاومة.", "2015-08-01")["عناصر المقاومة"] == "POPRES_YEM"


def test_reviled_militants_abroad_are_none_of_a_group_at_home_elsewhere() -> None:
    """ "Militants and apostates" of a land without such a group are militants of no name."""
    assert set(sides("هاجم متشددون تكفيريون فندقا في مالي.", "2015-08-08").values()) & {"IS_SINAI"} == set()


def test_forces_of_the_former_regime_are_of_the_one_that_had_fallen() -> None:
    """The forces loyal to the former regime are those of the leader who was ousted by that day."""
    told = "القوات الموالية للنظام السابق"
    assert sides(f"قصف الحوثيون و{told} أحياء تعز.", "2015-08-01")[told] == "SALEH_FORCES"
    assert sides(f"هاجمت {told} دورية قرب اللاذقية في سوريا.", "2025-03-08")[told] == "ASSAD_REMNANTS"


def test_aircraft_are_of_nobody_who_has_none() -> None:
    """Aircraft behind rescuers who were named last are not theirs; behind a state's forces they are its air force."""
    rescued = sides("قال الدفاع المدني في إدلب إن طائرات قصفت البلدة.", "2018-08-10")
    assert rescued["طائرات"] not in ("WHITE_HELMETS", "CIVILIANS")
    assert sides("تقدم الجيش السوري في إدلب وقصفت طائرات البلدة.", "2018-08-10")["طائرات"] == "SYR_AIRFORCE"


def test_a_reviled_movement_is_the_one_named_in_quotes_behind_it() -> None:
    """ "The terrorist movement 'X'" is X, one side and not two; without a name it is nobody's."""
    assert list(sides('تبنى التنظيم الإرهابي "داعش" تفجير المسجد.', "2015-07-24").values()) == ["IS"]


def test_a_numbered_division_is_of_the_land() -> None:
    """A division that two armies have by its number is of the one where the report plays."""
    assert sides("قصف مقاتلون الفرقة التاسعة قرب درعا في سوريا.", "2015-07-21")["الفرقة التاسعة"] == "SYR_ARMY"
    assert sides("هاجم داعش الفرقة التاسعة قرب الموصل في العراق.", "2016-11-21")["الفرقة التاسعة"] == "IRQ_ARMY"


def test_soldiers_behind_a_state_s_air_force_are_its_army_s() -> None:
    """Soldiers who die after "the Turkish air force" are no airmen; the raids stay the air force's."""
    text = "شن الطيران {} غارات على {}. وأسفر هجوم بسيارة مفخخة عن مقتل {} مساء السبت."
    found = sides(text.format("التركي", "مواقع حزب العمال", "جنديين"), "2015-08-02")
    assert (found["غارات"], found["جنديين"]) == ("TUR_AIRFORCE", "TUR_ARMED")
    found = sides(text.format("السوري", "حي جوبر في دمشق", "جنود"), "2015-08-02")
    assert (found["غارات"], found["جنود"]) == ("SYR_AIRFORCE", "SYR_ARMY")


def test_a_coalition_that_the_kingdom_leads_is_the_one_that_saudi_arabia_leads() -> None:
    """Saudi papers call their land "the kingdom"."""
    text = "أصيب جنديان من قوات التحالف بقيادة المملكة شرقي مأرب."
    assert sides(text, "2015-08-02") == {"جنديان من قوات التحالف بقيادة المملكة": "SAUDI_COALITION"}


@pytest.mark.parametrize(("text", "words", "day", "alone"), [
    ("قاتلت أحرار الشرقية قرب عفرين. ثم وصل الجيش التركي وفصائل موالية له.", "فصائل موالية له", "2018-02-01", True),
    ("قصف الجيش السوري إدلب. وهاجم حزب الله وفصائل موالية له ثكنة.", "فصائل موالية له", "2015-02-01", False),
])
def test_only_behind_a_state_its_loyalists_are_settled(text: str, words: str, day: str, alone: bool) -> None:
    """Who is loyal to a state named last has one meaning; who is loyal to a group may be of several sides."""
    document = read(text, day)
    reader = Reader(document)
    for at, mention in enumerate(document.actors or ()):
        found = [one for one, _ in reader.options(at)]
        if document.text[mention.start : mention.end] == words:
            assert (len(found) == 1) is alone
            return
        reader.note(at, found[0])
    pytest.fail("not mentioned")


def test_people_have_no_aircraft() -> None:
    """Aircraft are none of the people's who were named last, but may be those of an army's state."""
    for last, word in (("CIVILIANS", "الأهالي"), ("SYR_ARMY", "الجيش السوري")):
        document = read(f"تقدم {word} في إدلب. ثم قصفت طائرات البلدة.", "2018-08-10")
        reader = Reader(document)
        reader.note(0, last)
        at = next(i for i, m in enumerate(document.actors or ()) if document.text[m.start : m.end] == "طائرات")
        found = [one for one, _ in reader.options(at)]
        assert "CIVILIANS" not in found and "SYR_AIRFORCE" in found


@pytest.mark.parametrize(("text", "word", "side"), [
    ("هاجمت جبهة النصرة الفرقة 30 قرب أعزاز السورية. وخسرت الفرقة مقرها.", "الفرقة",
     "NEW:Division 30 (New Syrian Forces)"),
    ("هاجمت جبهة النصرة الفرقة 13 في معرة النعمان السورية. وخسرت الفرقة مقرها.", "الفرقة", "DIVISION_13"),
    ("هاجمت جبهة النصرة الفرقة الرابعة قرب دمشق السورية. وخسرت الفرقة مقرها.", "الفرقة", "SYR_4DIV"),
])
def test_the_unit_is_the_one_that_was_named_by_that_word(text: str, word: str, side: str) -> None:
    """"The division" is the one named as a division, though better known ones are called so too."""
    assert sides(text, "2015-07-31")[word] == side


@pytest.mark.parametrize(("text", "side"), [
    ("اشتبكت الشرطة المدنية مع فصيل السلطان مراد عند مدخل سري كانيه السورية.", "SNA"),
    ("طاردت الشرطة المدنية ثلاثة مطلوبين قرب العريش المصرية.", "EGY_POLICE"),
])
def test_the_civil_police_are_of_whoever_has_police_of_that_name(text: str, side: str) -> None:
    """"The civil police" are those of the factions in the north of Syria, and of the state in Egypt."""
    assert sides(text, "2021-05-10")["الشرطة المدنية"] == side


@pytest.mark.parametrize(("name", "side"), [("جماعة جند الله", "NEW:Jundallah"), ("جيش العدل", "NEW:Jaish al-Adl")])
def test_a_group_and_its_heir_are_two(name: str, side: str) -> None:
    """Jundallah of Balochistan is not the army that came after it."""
    assert sides(f"تبنت {name} تفجيرا في زاهدان جنوب شرق إيران.", "2010-07-16")[name] == side
