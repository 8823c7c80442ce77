"""Whom a mention may mean: extremists are no state's men, and aircraft of nobody known are nobody's."""

import datetime as dt

import pytest
from tests.extract.reference.test_reference import sides

from sijill.extract.reference.reference import Reader, resolve
from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "name"), [
    ("أعلن الجيش المصري مقتل 12 عنصرا تكفيريا وسط سيناء.", "عنصرا"),
    ("أعلن الجيش المصري القبض على ثلاثة من القيادات التكفيرية وسط سيناء.", "القيادات التكفيرية"),
    ("تدور اشتباكات بين الجيش الوطني الليبي والجماعات المتشددة في درنة الليبية.", "الجماعات المتشددة"),
])
def test_extremists_are_no_states_men(text: str, name: str) -> None:
    """Men or groups called extremists are neither a state's nor an army's that was one, but militants of nobody."""
    assert sides(text, "2018-06-01")[name] == "UNIDENTIFIED_MILITANTS"


def test_extremists_are_of_the_group_that_was_named() -> None:
    """They may be a group's that the text names; and what is not called so may be a state's."""
    text = "تبنى تنظيم داعش الهجوم قرب الموصل العراقية. وقالت الشرطة إن العناصر المتطرفة فرت."
    assert sides(text, "2018-06-01")["العناصر المتطرفة"] == "IS"
    text = "أعلن الجيش المصري مقتل 12 عنصرا في سيناء خلال انقلاب عربة."
    assert sides(text, "2018-06-01")["عنصرا"] == "EGY_ARMY"


def test_terrorists_are_of_no_state_that_nobody_named() -> None:
    """The terrorists whom one army fights are not the forces of another government that the text does not name."""
    text = "يقترب الجيش الوطني الليبي من تحرير درنة الليبية من قبضة الجماعات الإرهابية."
    assert sides(text, "2018-06-01")["الجماعات الإرهابية"] not in ("GNA_FORCES", "LNA")


@pytest.mark.parametrize(("text", "name", "side"), [
    ("دخلت مؤسسات الدولة إلى البلدة في درعا السورية بعد هجوم شنه تنظيم الدولة على قوات النظام السوري.",
     "مؤسسات الدولة", "SYR_GOV"),
    ("اعتقلت الاستخبارات الإيرانية ناشطين في طهران.", "الاستخبارات الإيرانية", "IRN_GOV"),
    ("أوقفت المخابرات العراقية قياديا في بغداد.", "المخابرات العراقية", "IRQ_INTEL"),
    ("قالت المخابرات السورية إنها أوقفت رجلا في دمشق.", "المخابرات السورية", "SYR_SECURITY"),
    ("قتلت الشرطة الروسية مسلحا في الشيشان.", "الشرطة الروسية", "NEW:Police Forces of Russia"),
    ("دخلت الشرطة العسكرية الروسية بلدات في درعا.", "الشرطة العسكرية الروسية", "RUS_ARMED"),
    ("قال جهاز الأمن الفيدرالي الروسي إنه أوقف رجلا.", "جهاز الأمن الفيدرالي الروسي", "RUS_GOV"),
    ("بحث مسؤولون محليون في حمورية اتفاقا مع قوات النظام السوري.", "مسؤولون محليون", "LOCAL_AUTHORITIES"),
    ("بحث مسؤولون سوريون في حمورية اتفاقا.", "مسؤولون سوريون", "SYR_GOV"),
    ("فرقت القوات الإسرائيلية المسيرات السلمية في الضفة الغربية.", "المسيرات السلمية", "PROTESTERS"),
    ("أسقطت القوات الإسرائيلية طائرة مسيرة في الضفة الغربية.", "القوات الإسرائيلية", "IDF"),
    ("اجتمع ممثلو الروس والأتراك في أستانة.", "الأتراك", "TUR_GOV"),
    ("هاجم محتجون الشرطة الإيرانية في طهران. واعتقلت قوات إنفاذ القانون بعضهم.", "قوات إنفاذ القانون",
     "NEW:Police Forces of Iran"),
])
def test_officials_services_and_marches_are_whose_they_are(text: str, name: str, side: str) -> None:
    """A state's institutions, its services, officials of a place and marches are told from police and drones."""
    assert sides(text, "2018-06-01")[name] == side


@pytest.mark.parametrize(("text", "name", "side"), [
    ("أطلقت أنقرة عملية لطرد قوات كردية سورية من عفرين السورية.", "قوات كردية", "YPG"),
    ("تحاصر القوات التركية ميليشيات كردية في عفرين السورية.", "ميليشيات كردية", "YPG"),
    ("حارب متطوعون إلى جانب الانفصاليين الأوكرانيين قرب دونيتسك.", "الانفصاليين الأوكرانيين",
     "NEW:Separatists of eastern Ukraine"),
])
def test_forces_of_a_people_are_whose_they_are(text: str, name: str, side: str) -> None:
    """Forces told by a people that has no state are of the groups of that people."""
    assert sides(text, "2018-06-01")[name] == side


def test_a_states_institutions_are_no_groups() -> None:
    """Whoever was named last, the institutions of the state are its government's."""
    text = "هاجم جيش خالد بن الوليد بلدة في درعا السورية. ثم دخلت مؤسسات الدولة بعد تقدم قوات النظام السوري."
    assert sides(text, "2018-06-01")["مؤسسات الدولة"] == "SYR_GOV"


@pytest.mark.parametrize(("text", "word", "side"), [
    ("أصاب جندي فتى في مخيم الجلزون قرب رام الله.", "جندي", "IDF"),
    ("قال محافظ نابلس الفلسطينية إن جنودا اعتقلوا رجلين.", "جنودا", "IDF"),
    ("قتل ثلاثة جنود بتفجير عبوة في خان يونس جنوب قطاع غزة.", "جنود", "IDF"),
    ("أصيب شرطي في شجار في مدينة رام الله بالضفة الغربية.", "شرطي", "PA_SECURITY"),
    ("اعتقل ضباط الأمن رجلين في رام الله.", "ضباط الأمن", "PA_SECURITY"),
    ("قتل ثلاثة جنود بتفجير عبوة في الموصل شمال العراق.", "جنود", "IRQ_ARMY"),
    ("أصاب جندي لبناني فتى في صيدا.", "جندي لبناني", "LEB_ARMY"),
    ("قتل جندي في تفجير لغم بريف حلب السورية.", "جندي", "SYR_ARMY"),
])
def test_a_land_without_an_army_has_no_soldiers(text: str, word: str, side: str) -> None:
    """Soldiers where the state has police alone are of the army that it faces; its police and others' soldiers stay."""
    assert sides(text, "2018-06-01")[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("دمر الطيران الحربي برجا في مدينة غزة. وقالت الشرطة الفلسطينية إن البرج أخلي.", "الطيران الحربي", "ISR_AIRFORCE"),
    ("قصفت الطائرات سيارة في خان يونس جنوب قطاع غزة.", "الطائرات", "ISR_AIRFORCE"),
    ("قصفت طائرات حربية مجهولة الهوية سيارة في مدينة غزة.", "طائرات حربية مجهولة الهوية", "UNIDENTIFIED_AIRCRAFT"),
    ("ألقت طائرات أردنية مساعدات على مدينة غزة.", "طائرات أردنية", "JOR_ARMED"),
    ("سقطت طائرة مسيرة انتحارية على سوق في مدينة غزة.", "طائرة مسيرة انتحارية", "UNIDENTIFIED_AIRCRAFT"),
    ("قصفت الطائرات الحربية مواقع في مدينة طبرق الليبية.", "الطائرات الحربية", "GNA_FORCES"),
    ("قصفت الطائرات الحربية حيا في بلدة جوهر الصومالية.", "الطائرات الحربية", "NEW:Military Forces of Somalia"),
])
def test_aircraft_over_a_land_that_has_none(text: str, word: str, side: str) -> None:
    """Aircraft over a land without any are those met there, unless told otherwise; a state's police has none."""
    assert sides(text, "2018-06-01")[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اعتقلت الشرطة العسكرية محتجين في القاهرة.", "الشرطة العسكرية", "EGY_ARMY"),
    ("اقتحمت قوات الشرطة العسكرية الميدان في القاهرة.", "قوات الشرطة العسكرية", "EGY_ARMY"),
    ("اعتقلت الشرطة محتجين في القاهرة.", "الشرطة", "EGY_POLICE"),
    ("هاجم ضابط شرطة مصري محتجين في القاهرة.", "ضابط شرطة مصري", "EGY_POLICE"),
])
def test_the_military_police_are_the_armys(text: str, word: str, side: str) -> None:
    """The military police of a land are its army; its police are not."""
    assert sides(text, "2011-11-01")[word] == side


def test_the_army_is_of_no_land_that_is_only_mentioned() -> None:
    """"The army" of a report from Ethiopia is not that of another land mentioned once; where both play it may be."""
    text = ("دخل المسلحون غوندار في إثيوبيا. وطرد الجيش المسلحين منها. وعرضت إسرائيل المساعدة. "
            + "وقال مسؤول في أديس أبابا إن إثيوبيا آمنة. " * 9)
    assert sides(text, "2023-08-01")["الجيش"] == "ETH_FORCES"
    text = "قصفت إسرائيل غزة. وقال الجيش إن جنديا قتل قرب خان يونس. وأعلنت إسرائيل الحداد."
    assert sides(text, "2014-08-01")["الجيش"] == "IDF"


def test_the_organisation_beside_the_sdf_is_the_one_they_fight() -> None:
    """Forces are no organisation where one is named; "the organisation" may be theirs where they are called so."""
    text = "هاجمت قوات سوريا الديمقراطية داعش قرب منبج. وتقدمت القوات بعد معارك مع التنظيم."
    assert sides(text, "2016-06-01")["التنظيم"] == "IS"
    text = "قصف الجيش التركي تنظيم قسد قرب منبج. وقال إن التنظيم أطلق النار."
    assert sides(text, "2022-06-01")["التنظيم"] == "SDF"


@pytest.mark.parametrize(("text", "day", "word", "side"), [
    ("قصف الحرس الجمهوري حي الحصبة في صنعاء.", "2011-09-20", "الحرس الجمهوري", "YEM_ARMY_SALEH"),
    ("قصف الحرس الجمهوري حي الحصبة في صنعاء.", "2016-09-20", "الحرس الجمهوري", "SALEH_FORCES"),
    ("قصف الحرس الجمهوري بلدة في الغوطة بريف دمشق.", "2016-09-20", "الحرس الجمهوري", "SYR_REPGUARD"),
    ("أطلق الحرس الجمهوري النار في القاهرة.", "2013-07-08", "الحرس الجمهوري", "EGY_ARMY"),
    ("أعلن مجلس الحكم الانتقالي الحداد في بغداد.", "2004-03-03", "مجلس الحكم الانتقالي", "IRQ_GOV"),
])
def test_names_of_the_day_and_land(text: str, day: str, word: str, side: str) -> None:
    """A guard or council of one name is the one of the land and day of the report."""
    assert sides(text, day)[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("هاجم الجيش الفلبيني مسلحين في مندناو.", "الجيش الفلبيني", "NEW:Military Forces of the Philippines"),
    ("أوقفت الشرطة الهولندية رجلين.", "الشرطة الهولندية", "NEW:Police Forces of the Netherlands"),
    ("هاجم الجيش الكيني مسلحين في لامو.", "الجيش الكيني", "NEW:Military Forces of Kenya"),
])
def test_states_go_by_their_english_names(text: str, word: str, side: str) -> None:
    """The forces of a state outside the registry go by its English name, with its article where it has one."""
    assert sides(text, "2017-06-01")[word] == side


@pytest.mark.parametrize(("text", "word", "day", "side"), [
    ("سلمت البيشمركة متهمين إلى بغداد العراقية. وقضت المحكمة بسجنهم.", "المحكمة", "2013-06-01", "IRQ_GOV"),
    ("قتل مدنيون في تعز اليمنية. وأمرت النيابة بتوقيف المتهم.", "النيابة", "2018-06-01", "YEM_GOV"),
])
def test_a_court_is_a_states(text: str, word: str, day: str, side: str) -> None:
    """A court or public prosecution is neither an armed group that was named last nor people, but a state's."""
    assert sides(text, day)[word] == side


def test_a_commission_that_is_no_court_may_be_a_groups() -> None:
    """An official of whom nobody says of what may be of the armed group that was named last."""
    assert sides("سيطرت هيئة تحرير الشام على بلدة في إدلب السورية. ووصلت القيادات إلى البلدة.", "2019-06-01")[
        "القيادات"] == "HTS"


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اتهم الحوثيون السلطة اليمنية بقصف صعدة.", "السلطة اليمنية", "YEM_GOV"),
    ("فتحت السلطة السعودية معبرا قرب صعدة.", "السلطة السعودية", "SAU_GOV"),
    ("أفرجت السلطة الفلسطينية عن معتقلين في نابلس.", "السلطة الفلسطينية", "PA"),
])
def test_the_authority_of_a_state_is_its_government(text: str, word: str, side: str) -> None:
    """"The authority" with a nationality is that state's government, in Palestine the one that is called so."""
    assert sides(text, "2014-01-01")[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("قالت قوات إيساف في كابول بأفغانستان إن القوات الأمريكية وصلت. وخسرت القوات الأمريكية جنديا. "
     "وقتلت القوات الدولية أربعة.", "القوات الدولية", "NEW:ISAF"),
    ("قالت قوات إيساف في كابول بأفغانستان إن القوات الأمريكية وصلت. وخسرت القوات الأمريكية جنديا. "
     "وقتلت القوات الأجنبية أربعة.", "القوات الأجنبية", "NEW:ISAF"),
    ("هاجم مسلحون الجيش الأفغاني في كابول بأفغانستان. وردت القوات الأجنبية.", "القوات الأجنبية",
     "NEW:Coalition Forces in Afghanistan"),
    ("قالت قوات إيساف في كابول بأفغانستان إن القوات الأمريكية وصلت. وخسرت القوات الأمريكية جنديا. "
     "وقتلت القوات أربعة.", "القوات", "US_FORCES"),
])
def test_forces_of_many_lands_are_no_one_states(text: str, word: str, side: str) -> None:
    """"The international forces" are the mission that was named, or the coalition of the land, and not its own army."""
    assert sides(text, "2010-02-01")[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اشتبك جنود بريطانيون ومسلحون عراقيون في البصرة العراقية.", "مسلحون عراقيون", "UNIDENTIFIED_GUNMEN"),
    ("هاجم مسلحون يمنيون نقطة في صعدة اليمنية.", "مسلحون يمنيون", "UNIDENTIFIED_GUNMEN"),
    ("خسر الحشد الشعبي نقطة في الموصل العراقية. وهاجم مسلحون عراقيون نقطة.", "مسلحون عراقيون", "PMF"),
    ("قصفت إسرائيل مسلحين عراقيين في البوكمال السورية.", "مسلحين عراقيين", "IRQ_IRAN_FACTIONS"),
    ("هاجم مسلحون أفغان نقطة في قندهار الأفغانية.", "مسلحون أفغان", "UNIDENTIFIED_GUNMEN"),
    ("قصفت إسرائيل مسلحين أفغانا في البوكمال السورية.", "مسلحين أفغانا", "FATEMIYOUN"),
])
def test_gunmen_of_a_land_at_home_are_nobodys(text: str, word: str, side: str) -> None:
    """"Iraqi gunmen" in Iraq are of no group unless one of its groups was named; elsewhere they are of one."""
    assert sides(text, "2016-03-01")[word] == side


@pytest.mark.parametrize(("text", "word", "day", "side"), [
    ("رممت قوات حفظ السلام التابعة للأمم المتحدة في لبنان جسرا قرب صور.",
     "قوات حفظ السلام التابعة للأمم المتحدة في لبنان", "2016-03-01", "UNIFIL"),
    ("قصفت القوات التي تقودها الولايات المتحدة مواقع في الموصل العراقية.", "القوات التي تقودها الولايات المتحدة",
     "2016-03-01", "US_COALITION"),
    ("انفجرت سيارة قرب مكاتب الحزب الإسلامي العراقي في الفلوجة.", "الحزب الإسلامي العراقي", "2009-07-25",
     "NEW:Iraqi Islamic Party"),
    ("نجا ثلاثة من عملاء وكالة المخابرات المركزية بخوست.", "عملاء وكالة المخابرات المركزية", "2010-01-04", "USA_GOV"),
    ("قال «المقاومة السورية لتحرير الجولان» إنه خسر مقاتلا في القنيطرة.", "المقاومة السورية لتحرير الجولان",
     "2015-08-03", "NEW:Syrian Resistance for the Liberation of the Golan"),
])
def test_longer_names_win_over_their_first_words(text: str, word: str, day: str, side: str) -> None:
    """A name that begins like another side's means who bears the whole of it."""
    assert sides(text, day)[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("خسرت حركة طالبان باكستان معقلا في وزيرستان بباكستان. وهاجم رجال حركة طالبان باكستان دورية عسكرية.",
     "دورية عسكرية", "NEW:Military Forces of Pakistan"),
    ("خسر الجيش السوري معقلا قرب حلب. وهاجمت جبهة النصرة دورية قرب حلب السورية.", "دورية", "SYR_ARMY"),
])
def test_a_patrol_is_of_no_group(text: str, word: str, side: str) -> None:
    """A patrol is of soldiers or police and not of the armed group that was named last."""
    assert sides(text, "2015-06-01")[word] == side


def test_reinforcements_may_be_a_groups() -> None:
    """What is no patrol may be of the armed group that was named last."""
    text = "تقدم الحوثيون نحو مأرب اليمنية. واستقدم الحوثيون تعزيزات عسكرية."
    assert sides(text, "2016-03-01")["تعزيزات عسكرية"] == "HOUTHIS"


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اتهم الجيش الأفغاني طالبان في كابول بأفغانستان. وهاجم مسلحون قبليون نقطة.", "مسلحون قبليون", "TRIBESMEN"),
    ("هاجمت حركة طالبان باكستان إيران من باكستان. والتقى الجيش الإيراني قادة القبائل في إيران.", "قادة القبائل",
     "TRIBESMEN"),
    ("سيطر الحوثيون على عمران اليمنية. والتقى المحافظ مشايخ من القبائل في عمران.", "القبائل", "YEM_TRIBES"),
])
def test_tribes_are_no_other_side(text: str, word: str, side: str) -> None:
    """Tribesmen are those of the land or of no known land, and not whoever was named last."""
    assert next(one for name, one in sides(text, "2014-01-01").items() if word in name) == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اتفقت ميركل وداود أوغلو على التعاون في برلين الألمانية.", "ميركل", "NEW:Government of Germany"),
    ("بحث زرداري في إسلام أباد الباكستانية هجوما على معبر.", "زرداري", "NEW:Government of Pakistan"),
    ('استهدفت أنقرة مواقع لمنظمة "بي كا كا" قرب العمادية.', 'منظمة "بي كا كا', "PKK"),
])
def test_names_alone_mean_their_side(text: str, word: str, side: str) -> None:
    """A head of government's last name, and a group's letters, mean their side without its first word."""
    assert next(one for name, one in sides(text, "2015-07-25").items() if word in name) == side


def test_foreign_forces_are_not_the_lands_own() -> None:
    """Where no mission was named "the foreign forces" are a coalition and not the army of the land."""
    text = "هاجم مسلحون الجيش الأفغاني في كابول بأفغانستان. وخسر الجيش الأفغاني جنديا. وردت القوات الأجنبية."
    assert sides(text, "2018-02-01")["القوات الأجنبية"] == "NEW:Coalition Forces in Afghanistan"


@pytest.mark.parametrize(("text", "name", "side"), [
    ("هاجم مسلحون مقر الشرطة في قندهار الأفغانية.", "مقر الشرطة", "NEW:Police Forces of Afghanistan"),
    ("هاجم مسلحون مقرا للشرطة في مقديشو الصومالية.", "مقرا للشرطة", "NEW:Police Forces of Somalia"),
    ("هاجم مسلحون مقر الجيش في قندهار الأفغانية.", "مقر الجيش", "NEW:Military Forces of Afghanistan"),
])
def test_a_seat_of_the_police_is_the_polices(text: str, name: str, side: str) -> None:
    """A headquarters of the police is the police's in a state that the registry lacks too, one of the army its own."""
    assert sides(text, "2012-06-01")[name] == side


@pytest.mark.parametrize(("text", "name", "side"), [
    ("اغتال مسلحون مدير شرطة كركوك في العراق.", "مدير شرطة", "IRQ_POLICE"),
    ("اغتال مسلحون نائب مدير المخابرات في قندهار الأفغانية.", "نائب مدير المخابرات",
     "NEW:Police Forces of Afghanistan"),
    ("اغتال مسلحون نائب قائد الجيش اللبناني في طرابلس.", "نائب قائد الجيش اللبناني", "LEB_ARMY"),
    ("التقى مساعد وزير الخارجية الأمريكي وفدا في بغداد.", "مساعد وزير الخارجية الأمريكي", "USA_GOV"),
    # a branch that is named goes before, and other bodies have directors too
    ("اغتال مسلحون قائد الشرطة الاتحادية في العراق.", "قائد الشرطة الاتحادية", "IRQ_FEDPOL"),
    ("اغتال مسلحون مدير مستشفى كركوك في العراق.", "مدير مستشفى", "CIVILIANS"),
])
def test_heads_of_police_and_deputies_are_of_what_they_head(text: str, name: str, side: str) -> None:
    """Who directs police or intelligence is theirs, a deputy of a commander or minister his side's; no civilian."""
    assert sides(text, "2012-06-01")[name] == side
@pytest.mark.parametrize(("text", "word", "side"), [
    ("قصف الجيش اللبناني بلدة في صور اللبنانية. وهاجمت القوات الدولية نقطة.", "القوات الدولية", "UNIFIL"),
    ("قتلت القوات الأميركية رجلا. وتقدم الجيش العراقي في الموصل العراقية. وقال الجيش العراقي إن القوات الأجنبية هربت.",
     "القوات الأجنبية", "US_FORCES"),
])
def test_forces_of_many_lands_are_the_mission_that_the_words_mean_or_other_states(
        text: str, word: str, side: str) -> None:
    """Where only the land's army was named, "the international forces" are the mission there and not that army."""
    assert sides(text, "2019-05-01")[word] == side


def test_forces_of_many_lands_are_not_the_one_army_told() -> None:
    """Where only another state's army was named, "the international forces" are a mission and not that army either."""
    text = "قصف الجيش الإسرائيلي بلدة في صور اللبنانية. وقال الجيش الإسرائيلي إن القوات الدولية انسحبت."
    assert sides(text, "2019-05-01")["القوات الدولية"] in ("UNIFIL", "UN_MISSIONS_OTHER")


@pytest.mark.parametrize(("text", "day", "word", "side"), [
    ("تدور معارك بين القوات الصومالية والجماعات المسلحة في مقديشو.", "2009-06-01", "الجماعات المسلحة",
     "UNIDENTIFIED_MILITANTS"),
    ("تدور معارك بين القوات الصومالية ومقاتلي الفصائل الإسلامية في مقديشو.", "2009-06-01", "مقاتلي الفصائل الإسلامية",
     "UNIDENTIFIED_MILITANTS"),
    ("تدور معارك بين القوات السورية ومقاتلي الفصائل الإسلامية في إدلب.", "2015-06-01", "مقاتلي الفصائل الإسلامية",
     "SYR_OPPOSITION"),
])
def test_groups_are_none_of_other_lands_that_came_later(text: str, day: str, word: str, side: str) -> None:
    """"The armed groups" of a report are not those of another land that were not yet in being."""
    assert sides(text, day)[word] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("نصب مسلحون كمينا في صعدة اليمنية. ثم قصف الجيش اليمني مجموعة من المسلحين في حرض.", "المسلحين",
     "UNIDENTIFIED_GUNMEN"),
    ("خطف مجهولون أبناء القبائل في ريف الرقة السورية.", "أبناء القبائل", "SYR_TRIBES"),
    ("خطف مجهولون أبناء القبائل في العريش بسيناء المصرية.", "أبناء القبائل", "SINAI_TRIBES"),
    ("خرج المحتجون في كراتشي. وقالت الشرطة الباكستانية إن حافلة دهست مجموعة من رجال الشرطة في باكستان.",
     "رجال الشرطة", "NEW:Police Forces of Pakistan"),
    ("سجلت حوادث خطف لشرطيين في ديار بكر التركية.", "شرطيين", "TUR_ARMED"),
    ("سجلت حوادث خطف لشرطيين في الموصل العراقية.", "شرطيين", "IRQ_POLICE"),
])
def test_men_of_no_name_are_of_no_other_land(text: str, word: str, side: str) -> None:
    """Gunmen, tribesmen and policemen are of the land of the report, whoever goes by that word elsewhere."""
    assert sides(text, "2017-06-01")[word] == side


@pytest.mark.parametrize(("word", "rebels"), [("قوات الشرطة", False), ("المجموعة", True)])
def test_the_police_are_no_rebels(word: str, rebels: bool) -> None:
    """"The police forces" cannot mean the rebels of a land that the registry lacks, though these were named last."""
    text = f"اشتبك الجيش الباكستاني مع حركة طالبان باكستان في باكستان. وفتحت {word} النار."
    document = read_document(text, published=dt.date(2009, 11, 16))
    reader = Reader(document)
    for at, side in enumerate(resolve(document)):
        meant = [one for one, _ in reader.options(at)]
        reader.note(at, side.id)
    assert ("NEW:TTP: Tehreek-i-Taliban Pakistan" in meant) is rebels


def test_the_occupation_is_a_states() -> None:
    """"The occupation" is the army of the state that holds the land and not the militias at its side."""
    text = ("قصفت تركيا وفصائل الجيش الوطني السوري قرى في ريف منبج السورية. وقصفت فصائل الجيش الوطني السوري قرية. "
            "وقصف الاحتلال منبج.")
    assert sides(text, "2022-06-01")["الاحتلال"] == "TUR_ARMED"
    text = "تقدم التحالف العربي في الحديدة اليمنية وخسر الحوثيون مواقع. وفرت الميليشيات الإرهابية من الحديدة."
    assert sides(text, "2018-06-01")["الميليشيات الإرهابية"] == "HOUTHIS"


@pytest.mark.parametrize(("word", "tribal"), [("الميليشيات المتطرفة", False), ("الإرهابيين", False), ("مقاتلين", True)])
def test_extremists_are_no_tribes_men(word: str, tribal: bool) -> None:
    """Who is called extremist is not of a tribe that was named, as plain fighters may be."""
    text = f"يخوض مسلحو التبو معارك في سبها الليبية. وقصف الجيش الليبي {word}."
    assert (sides(text, "2015-07-23")[word] == "TEBU") is tribal


def test_opponents_are_not_on_the_states_side() -> None:
    """Opponents are not the militias that fight for the state, though these were named last."""
    text = "قصفت القوات السورية والميليشيات الداعمة لها حلب السورية. وخرج معارضون من حلب."
    assert sides(text, "2016-12-20")["معارضون"] != "SYR_PROGOV_MIL"


@pytest.mark.parametrize(("text", "side"), [
    ("خسرت القوات الحكومية اليمنية موقعا. ودمرت غارات الطيران مواقع في صعدة اليمنية.", "SAUDI_COALITION"),
    ("خسرت القوات الحكومية السورية موقعا. ودمرت غارات الطيران مواقع في إدلب السورية.", "SYR_AIRFORCE"),
])
def test_what_flies_is_of_who_has_aircraft(text: str, side: str) -> None:
    """Air raids in Yemen are the coalition's, for the government's forces have no aircraft, as those of Syria do."""
    assert sides(text, "2015-07-27")["غارات الطيران"] == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("هاجمت ميليشا الشباب مقديشو في الصومال.", "ميليشا الشباب", "NEW:Al Shabaab"),
    ("هاجمت ميليشات الحوثي تعز في اليمن.", "ميليشات الحوثي", "HOUTHIS"),
    ("تتفاوض بغداد مع جماعة عصبة أهل الحق في العراق.", "جماعة عصبة أهل الحق", "AAH"),
    ("نصبوا كمينا لتسعة من عساكر الجيش الجزائري.", "عساكر الجيش الجزائري", "NEW:Military Forces of Algeria"),
    ("نسبت أنقرة الهجوم في ديار بكر التركية إلى التمرد الكردي.", "التمرد الكردي", "PKK"),
    ("اشتبكت الشرطة الإيرانية مع مهربي سلاح في زهدان.", "مهربي سلاح", "CRIMINAL_GANGS"),
    ("اعتقلت الشرطة الإيرانية عددا من تجار الأسلحة في زهدان.", "تجار الأسلحة", "CRIMINAL_GANGS"),
    ("هاجم مسلحون مقر القوة الافريقية في مقديشو الصومالية.", "مقر القوة الافريقية", "AFRICAN_UNION"),
    ("هاجم مسلحون مقر القوة الصومالية في مقديشو.", "مقر القوة الصومالية", "NEW:Military Forces of Somalia"),
    ("هاجم مسلحون قوات النيتو في قندهار الأفغانية.", "قوات النيتو", "NATO"),
])
def test_names_in_other_spellings(text: str, word: str, side: str) -> None:
    """A militia is one in whichever way its word is spelled; a rebellion is whose its people are."""
    assert sides(text, "2016-06-01")[word] == side


@pytest.mark.parametrize(("word", "rebels"), [("قوات الحكومة", False), ("المجموعة", True)])
def test_the_forces_of_the_government_are_no_rebels(word: str, rebels: bool) -> None:
    """In a land whose government the registry lacks its forces are not the rebels who were named last."""
    text = f"هاجم مسلحو طالبان خوست في أفغانستان. وحاصرت {word} مبنى هناك."
    document = read_document(text, published=dt.date(2010, 3, 8))
    reader = Reader(document)
    for at, side in enumerate(resolve(document)):
        meant = [one for one, _ in reader.options(at)]
        reader.note(at, side.id)
    assert ("NEW:Taliban" in meant) is rebels


@pytest.mark.parametrize(("text", "word", "foreign"), [
    ("أصيب تسعة جنود أجانب في كابول في أفغانستان.", "جنود أجانب", True),
    ("أصيب تسعة جنود في كابول في أفغانستان.", "جنود", False),
])
def test_foreign_soldiers_are_none_of_the_land(text: str, word: str, foreign: bool) -> None:
    """Soldiers said to be foreign are of the coalition in the land, and plain ones of its army."""
    assert (sides(text, "2010-01-26")[word] == "NEW:Coalition Forces in Afghanistan") is foreign


@pytest.mark.parametrize(("text", "own"), [
    ("اقتحم المسلحون سوقا في مدينة الجنينة غربي دارفور في السودان.", False),
    ("اقتحم المسلحون قرية في محافظة ديالى العراقية.", False),
    ("هاجمت قبيلة المسيرية قرية في كردفان بالسودان. ثم اقتحم المسلحون سوقا فيها.", True),
    ("اقتحم المسلحون قرية في ريف حماة السوري.", True),
])
def test_the_gunmen_of_a_land_are_nobodys_unless_named(text: str, own: bool) -> None:
    """Gunmen told by nothing else are of no tribes and of no insurgents; behind a tribe's name, or facing Assad, so."""
    assert sides(text, "2014-06-01")["المسلحون"].startswith("UNIDENTIFIED") != own
