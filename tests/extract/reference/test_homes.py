"""Where groups are at home."""

import datetime as dt

import pytest
from tests.extract.reference.test_reference import sides

from sijill.extract.reference.homes import Homes
from sijill.extract.reference.reference import resolve
from sijill.extract.reference.setting import setting_of
from sijill.extract.tables.registry import registry
from sijill.pipeline import read_document


def homes(text: str) -> Homes:
    document = read_document(text, published=dt.date(2016, 5, 1))
    return Homes(registry(), setting_of(document), document)


@pytest.mark.parametrize(("text", "branch"), [
    ("هاجم مسلحو التنظيم معسكرا في المكلا باليمن.", "IS_YEMEN"),
    ("هاجم مسلحو التنظيم معسكرا في سرت بليبيا.", "IS_LIBYA"),
    ("هاجم مسلحو التنظيم معسكرا في تدمر بسوريا.", "IS"),
])
def test_of_a_group_and_its_branches_the_one_at_home_is_meant(text: str, branch: str) -> None:
    """The branch whose country the sentence plays in stays, and the group itself where none is at home."""
    pool = dict.fromkeys(("IS", "IS_YEMEN", "IS_LIBYA"), "name")
    assert list(homes(text).at_home(0, pool)) == [branch]


@pytest.mark.parametrize(("text", "branch"), [
    ("قتل زعيم التنظيم في غارة على إدلب السورية. وكان قد فر من حلب إلى حماة ثم إلى حمص في سوريا. "
     "وقال الجيش السوري إن القوات السورية فتشت دمشق. وقال ناطق إن مقتل زعيم التنظيم أزال تهديدا.", "IS"),
    ("قتل زعيم التنظيم في غارة على عدن اليمنية. وقال ناطق في اليمن إن مقتل زعيم التنظيم أزال تهديدا.", "IS_YEMEN"),
])
def test_a_branch_is_of_a_land_that_the_article_tells_of(text: str, branch: str) -> None:
    """A word of the sentence that may be a place elsewhere does not make a group its branch there."""
    pool = dict.fromkeys(("IS", "IS_YEMEN", "IS_LIBYA"), "name")
    document = read_document(text, published=dt.date(2016, 5, 1))
    words = [text[mention.start : mention.end] for mention in document.actors or ()]
    last = max(at for at, word in enumerate(words) if "التنظيم" in word)
    assert list(homes(text).at_home(last, pool)) == [branch]


def test_men_of_a_group_are_of_its_branch_abroad() -> None:
    """In Yemen the men of IS are of its branch there; in Syria the pool stays as it is."""
    assert list(homes("قتل عناصر التنظيم في المكلا باليمن.").branch_at_home(0, {"IS": "name"})) == ["IS_YEMEN"]
    assert homes("قتل عناصر التنظيم في تدمر بسوريا.").branch_at_home(0, {"IS": "name"}) == {"IS": "name"}


def test_pirates_are_somali_where_the_article_says_so() -> None:
    """Of two sides of one name the one that is at home nowhere is meant, until the other is named outright."""
    pool = {"CRIMINAL_GANGS": "own", "NEW:Somali pirates": "also"}
    assert list(homes("خطف قراصنة بحارة قبالة سواحل بنين.").at_home(0, pool)) == ["CRIMINAL_GANGS"]
    somali = homes("خطف قراصنة صوماليون بحارة في خليج عدن. وطلب القراصنة فدية.")
    assert list(somali.at_home(1, pool)) == ["NEW:Somali pirates"]


IN_SOMALIA, IN_YEMEN = "هاجم رجال الحركة معسكرا في مقديشو بالصومال.", "هاجم رجال الحركة معسكرا في المكلا باليمن."
NOWHERE = "هاجم رجال الحركة معسكرا."


@pytest.mark.parametrize(("text", "pool", "kept"), [
    # where nobody is at home all stay, and who is no branch stays anyway
    (IN_SOMALIA, ("IS", "IS_YEMEN", "IS_LIBYA"), ("IS", "IS_YEMEN", "IS_LIBYA")),
    (NOWHERE, ("IS", "IS_YEMEN"), ("IS", "IS_YEMEN")),
    (IN_YEMEN, ("IS", "IS_YEMEN", "CIVILIANS"), ("IS_YEMEN", "CIVILIANS")),
    # two branches without their group are no choice of this kind
    (IN_YEMEN, ("IS_YEMEN", "IS_LIBYA"), ("IS_YEMEN", "IS_LIBYA")),
    # a group that the registry lacks is meant where an armed one that it knows is not at home
    (IN_SOMALIA, ("HOUTHIS", "NEW:Al Shabaab"), ("NEW:Al Shabaab",)),
    (IN_YEMEN, ("HOUTHIS", "NEW:Al Shabaab"), ("HOUTHIS", "NEW:Al Shabaab")),
    (NOWHERE, ("HOUTHIS", "NEW:Al Shabaab"), ("HOUTHIS", "NEW:Al Shabaab")),
    (IN_SOMALIA, ("YEM_GOV", "NEW:Al Shabaab"), ("YEM_GOV", "NEW:Al Shabaab")),
    (IN_SOMALIA, ("HOUTHIS", "HEZBOLLAH"), ("HOUTHIS", "HEZBOLLAH")),
    (IN_SOMALIA, ("NEW:Al Shabaab", "COUNTRY:YEM"), ("NEW:Al Shabaab", "COUNTRY:YEM")),
])
def test_who_is_at_home_is_meant_only_where_another_is_not(
        text: str, pool: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """A choice falls only between a group and its branches, or one that the registry lacks and strangers in arms."""
    assert tuple(homes(text).at_home(0, dict.fromkeys(pool, "name"))) == kept


@pytest.mark.parametrize(("text", "side"), [
    ("قتل مقاتلون أفغان في قندز في أفغانستان.", "UNIDENTIFIED_GUNMEN"),
    ("قتل مقاتلون أفغان في ريف حلب في سوريا.", "FATEMIYOUN"),
])
def test_fighters_of_a_nation_in_their_own_country(text: str, side: str) -> None:
    """"Afghan fighters" are of the group of Afghans abroad, and in Afghanistan of nobody's."""
    document = read_document(text, published=dt.date(2015, 8, 10))
    assert resolve(document)[0].id == side


@pytest.mark.parametrize(("text", "meant"), [
    ("قصف حلف شمال الأطلسي موقعا في قندوز بأفغانستان.", ["NATO"]),
    ("قصف حلف شمال الأطلسي موقعا في سرت بليبيا.", ["NATO", "NATO_LIBYA"]),
])
def test_a_mission_in_another_country_is_not_meant(text: str, meant: list[str]) -> None:
    """Of an organisation of states and its mission in Libya the mission may be meant where the article plays there."""
    assert list(homes(text).at_home(0, dict.fromkeys(("NATO", "NATO_LIBYA"), "name"))) == meant


@pytest.mark.parametrize(("text", "sides"), [
    ("اعتقل الحرس الجمهوري وزيرا في باماكو عاصمة مالي.", "NEW:Military Forces of Mali"),
    ("اشتبك الحرس الجمهوري مع مسلحين في تعز باليمن.", "SALEH_FORCES"),
    ("اشتبك الحرس الجمهوري مع مسلحين في دوما بريف دمشق.", "SYR_REPGUARD"),
    # its men are whose it is
    ("اشتبك جنود الحرس الجمهوري مع مسلحين في تعز باليمن.", "SALEH_FORCES"),
    ("اشتبك ضباط الحرس الجمهوري مع مسلحين في دوما بريف دمشق.", "SYR_REPGUARD"),
    ("اشتبك الحرس الرئاسي مع مسلحين في نيامي عاصمة النيجر.", "NEW:Military Forces of Niger"),
    # the name itself says whose
    ("اشتبك الحرس الجمهوري السوري مع مسلحين في باماكو عاصمة مالي.", "SYR_REPGUARD"),
])
def test_a_guard_is_of_the_land_that_is_told_of(text: str, sides: str) -> None:
    """"The Republican Guard" of a report from Mali is Mali's, that of Syria or Yemen is one there or named so."""
    document = read_document(text, published=dt.date(2016, 5, 1))
    assert document.actors is not None
    assert resolve(document)[0].id == sides


@pytest.mark.parametrize(("text", "other"), [
    ("اعتقل الحرس الجمهوري وزيرا في باماكو عاصمة مالي.", True),
    ("اعتقل الحرس الجمهوري وزيرا.", False), ("اعتقل الحرس الجمهوري وزيرا في تعز.", False),
    ("اعتقل الجيش العراقي وزيرا في باماكو عاصمة مالي.", False),
    ("اعتقل رجال التنظيم وزيرا في باماكو عاصمة مالي.", False),
])
def test_a_name_of_several_lands_is_of_another_only_where_another_is_told(text: str, other: bool) -> None:
    """A name that tells its land, a group's, one in a text without places or of its own land is not of another."""
    document = read_document(text, published=dt.date(2016, 5, 1))
    assert document.actors is not None
    assert homes(text).of_other_lands(document.actors[0]) == other


@pytest.mark.parametrize(("text", "sides"), [
    ("تابعت الخارجية الأميركية الوضع في نيروبي. وقتلت قوات الأمن مسلحين في نيروبي.", "NEW:Military Forces of Kenya"),
    ("دعا وزير بريطاني إلى الهدوء بعد أن فتحت قوات الأمن نيرانها على محتجين في هراري عاصمة زيمبابوي.",
     "NEW:Military Forces of Zimbabwe"),
    ("هاجم مسلح مركزا تجاريا في نيويورك. وقال مسؤول أميركي إن قوات الأمن قتلته.", "US_FORCES"),
])
def test_the_security_forces_are_at_home(text: str, sides: str) -> None:
    """The security forces of a report from Kenya are Kenya's, whoever spoke before; in New York they are America's."""
    document = read_document(text, published=dt.date(2016, 5, 1))
    assert document.actors is not None
    words = [text[mention.start : mention.end] for mention in document.actors]
    assert resolve(document)[words.index("قوات الأمن")].id == sides


@pytest.mark.parametrize(("text", "kept"), [
    ("تحدث بيان روسي عن الوضع. ودخلت الشرطة العسكرية بلدة في درعا بسوريا.", ["RUS_ARMED", "SYR_ARMY"]),
    ("تحدث بيان روسي عن الوضع. ودخلت قوات الأمن بلدة في درعا بسوريا.", ["SYR_ARMY"]),
])
def test_military_police_go_abroad(text: str, kept: list[str]) -> None:
    """"The military police" in Syria may be Russia's, "the security forces" are not."""
    document = read_document(text, published=dt.date(2016, 5, 1))
    assert document.actors is not None
    words = [text[mention.start : mention.end] for mention in document.actors]
    at = next(i for i, word in enumerate(words) if word in ("الشرطة العسكرية", "قوات الأمن"))
    assert list(homes(text).guarding(at, dict.fromkeys(("RUS_ARMED", "SYR_ARMY"), "memory"))) == kept


@pytest.mark.parametrize(("text", "word", "side"), [
    ("إسلام أباد: هاجم مسلحو طالبان نقطة في بيشاور الباكستانية.", "مسلحو طالبان",
     "NEW:TTP: Tehreek-i-Taliban Pakistan"),
    ("كابول: هاجم مسلحو طالبان نقطة في قندهار الأفغانية.", "مسلحو طالبان", "NEW:Taliban"),
    ("كابول: قصفت قوات التحالف الدولي نقطة في قندهار الأفغانية.", "قوات التحالف الدولي",
     "NEW:Coalition Forces in Afghanistan"),
    ("إسلام أباد: زار وفد من طالبان الأفغانية باكستان.", "وفد من طالبان الأفغانية", "NEW:Taliban"),
    ("إسلام أباد: زارت حركة طالبان أفغانستان باكستان.", "حركة طالبان أفغانستان", "NEW:Taliban"),
    ("كيسمايو: قاتل الحزب الإسلامي حركة الشباب في الصومال.", "الحزب الإسلامي", "NEW:Hizbul Islam"),
    ("كابول: هاجم الحزب الإسلامي نقطة في بغلان الأفغانية.", "الحزب الإسلامي", "NEW:Hezb-i-Islami"),
    ("أحرق المتمردون الماويون حافلة في نيبال.", "المتمردون الماويون",
     "NEW:CPN (Maoist): Communist Party of Nepal (Maoist)"),
    ("أحرق المتمردون الماويون حافلة في الهند.", "المتمردون الماويون",
     "NEW:CPI (Maoist): Communist Party of India (Maoist)"),
    ("قتل تنظيم داعش عشرة قرب مقديشو، وفق شرطة الصومال.", "تنظيم داعش", "NEW:Islamic State (Somalia)"),
    ("قتل تنظيم داعش عشرة قرب الموصل، وفق شرطة العراق.", "تنظيم داعش", "IS"),
])
def test_who_goes_by_anothers_name_at_home(text: str, word: str, side: str) -> None:
    """A name means who bears it in the land of the report, unless it is said to be another land's."""
    assert sides(text, "2024-06-01")[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("قصفت القوات الانفصالية بلدة في أوكرانيا ورد الجيش الأوكراني.", "القوات الانفصالية",
     "NEW:Separatists of eastern Ukraine"),
    ("قال الجيش الأوكراني إن الانفصاليين قصفوا بلدة في أوكرانيا.", "الانفصاليين", "NEW:Separatists of eastern Ukraine"),
    ("تقدم المجلس الانتقالي الجنوبي في عدن اليمنية. وقصف الانفصاليون بلدة.", "الانفصاليون", "STC"),
])
def test_a_short_word_means_those_of_the_land(text: str, word: str, side: str) -> None:
    """"The separatists" of a report from Ukraine are Ukraine's, one from Yemen Yemen's."""
    assert sides(text, "2019-08-15")[word] == side


def test_a_short_word_for_groups_of_many_lands_waits_for_a_name() -> None:
    """"The organisation" of a report from Afghanistan is the one that was named there."""
    text = "هاجم مقاتلون قندهار الأفغانية. وانسحب التنظيم."
    document = read_document(text, published=dt.date(2016, 5, 1))
    assert [homes(text).alike(m) for m in document.actors or () if text[m.start : m.end] == "التنظيم"] == [{}]
    assert sides("هاجم تنظيم القاعدة قندهار الأفغانية. وانسحب التنظيم.", "2019-08-15")["التنظيم"] == "AL_QAEDA"


@pytest.mark.parametrize(("words", "side"), [
    ("شرطة دبي", "UAE_ARMED"), ("شرطة غازي عنتاب", "TUR_ARMED"),
    ("الشرطة دبي", "ISR_POLICE"), ("شرطة بدبي", "ISR_POLICE"), ("شرطة البلدة", "ISR_POLICE"),
])
def test_the_police_of_a_town_are_of_its_land(words: str, side: str) -> None:
    """The police of a town are its land's, whoever was named before; a town behind "the police" tells nothing."""
    text = f"قصفت الشرطة الإسرائيلية القدس في إسرائيل. ثم فتشت {words} ثلاثة منازل."
    assert sides(text, "2010-03-01")[words.split()[0]] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اقترب الجيشان الوطني والتركي من تل رفعت في سوريا.", "الجيشان الوطني", "SNA"),
    ("اقترب الجيشان السوري والروسي من تل رفعت في سوريا.", "الجيشان السوري", "SYR_ARMY"),
    ("اقترب تنظيم واي بي جي من تل رفعت في سوريا.", "تنظيم واي بي جي", "YPG"),
    ("اقتربت الفصائل العسكرية من جورين في سوريا.", "الفصائل العسكرية", "SYR_OPPOSITION"),
    ("أطلقت الفصائل العسكرية في غزة صواريخ على عسقلان.", "الفصائل العسكرية", "PAL_FACTIONS"),
])
def test_armies_in_the_dual_and_military_factions(text: str, word: str, side: str) -> None:
    """"The national and the Turkish army" in the dual are two armies; "the military factions" are those of the land."""
    assert sides(text, "2020-08-15")[word] == side
