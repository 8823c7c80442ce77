"""Whom a mention may mean: extremists are no state's men, and aircraft of nobody known are nobody's."""

import pytest
from tests.extract.reference.test_reference import sides


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


@pytest.mark.parametrize(("text", "side"), [
    ("قتل مدنيان بقصف طائرات لا يعرف أهي سورية أم روسية على ريف إدلب.", "UNIDENTIFIED_AIRCRAFT"),
    ("قتل مدنيان بقصف طائرات لم تعرف هويتها على ريف إدلب السورية.", "UNIDENTIFIED_AIRCRAFT"),
])
def test_aircraft_of_nobody_known_are_nobodys(text: str, side: str) -> None:
    """Aircraft of which it is said not to be known whose they are are of nobody."""
    assert sides(text, "2018-06-01")["طائرات"] == side


def test_aircraft_that_did_not_do_something_are_somebodys() -> None:
    """A negation behind aircraft that denies something else leaves them to whom they belong."""
    text = "قصف الطيران السوري إدلب. وحلقت طائرات لم تقصف البلدة فوق ريف إدلب السورية."
    assert sides(text, "2018-06-01")["طائرات"] == "SYR_AIRFORCE"


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
