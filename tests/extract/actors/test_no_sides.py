import pytest
from tests.extract.named import named

from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "word"), [
    ("سقطت قذائف على قاعدة عين الأسد غربي الأنبار.", "الأسد"),
    ("تسلل مسلحون من الأردن إلى سوريا فجرا.", "الأردن"),
    ("قتل مهربون قادمون من لبنان قرب القصير.", "لبنان"),
    ("أصيب سائق من الهلال الأحمر السوري في حمص.", "السوري"),
])
def test_a_word_that_names_no_side(text: str, word: str) -> None:
    """Half a base's name, whence somebody came and an organisation's adjective are no sides."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("سقطت قذائف أطلقتها قوات الأسد غربي حلب.", "قوات الأسد"),
    ("قصف الأسد مدينة دوما.", "الأسد"),
    ("تقدم الجيش بدعم من روسيا نحو تدمر.", "روسيا"),
    ("وصلت رسالة من تركيا إلى الفصائل.", "تركيا"),
    ("هاجم الجيش السوري بلدة في إدلب.", "الجيش السوري"),
    ("قال السوري إنه نجا من القصف.", "السوري"),
])
def test_a_word_that_names_a_side(text: str, word: str) -> None:
    """The same words as an owner, a subject, a backer or a sender are sides."""
    assert word in named(text)


def test_a_deed_that_is_spelled_like_a_side_is_none() -> None:
    """"Opened" is no movement of that name unless the text names it, or tells of its country."""
    assert "فتح" not in named("قتل شرطي عندما فتح سائق النار في الفلوجة.")
    assert named("قالت حركة فتح إن فتح لن تحضر.").count("فتح") == 1
    assert "فتح" in named("قال الرئيس الفلسطيني إن فتح لن تحضر.")


@pytest.mark.parametrize(("text", "word"), [
    # with the article, no word for a deed, and no short name
    ("قصف التحالف مواقع في صعدة.", "التحالف"),
    ("قالت دمشق إن الهجوم فشل.", "دمشق"),
    ("هاجم انتحاري الحاجز في بغداد.", "انتحاري"),
])
def test_a_side_that_no_text_named_is_one(text: str, word: str) -> None:
    """Only a word for a deed, without the article, that is short for a side has to be named before."""
    assert word in named(text)
    # with an article it is no deed
    assert "التحالف" in named("قال التحالف إن المعارك مستمرة قرب صعدة.")


@pytest.mark.parametrize(("text", "word", "side"), [
    ("هاجمت حركة الشباب الكينيين في لامو.", "الكينيين", True),
    ("احتجزت حركة طالبان البريطانيين في قندهار.", "البريطانيين", True),
    ("هاجم حزب الله اللبناني موقعا في القصير.", "اللبناني", False),
    ("هاجم مقاتلو حركة طالبان الأفغانية موقعا في غزنة.", "الأفغانية", False),
])
def test_the_people_of_a_nation_behind_a_name_are_another_side(text: str, word: str, side: bool) -> None:
    """A nationality in the plural behind the name of one group is another side, one that agrees with it is none."""
    assert (word in named(text)) is side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("أطلقوا النار باتجاه حركة المرور في حلب.", "حركة", False),
    ("أغلقوا الميناء أمام حركة السفن.", "حركة", False),
    ("هاجمت حركة مسلحة قافلة للجيش.", "حركة مسلحة", True),
])
def test_the_movement_of_traffic_is_no_side(text: str, word: str, side: bool) -> None:
    """The movement of traffic or ships is no movement that fights."""
    assert (word in named(text)) is side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("نقلوا الجرحى إلى مستشفى الملك حسين أمس.", "الملك حسين", False),
    ("سقطت قذيفة على شارع الملك فهد في نجران.", "الملك فهد", False),
    ("انسحب الجيش من ساحة حافظ الأسد.", "الأسد", False),
    ("استقبل الملك حسين الوفد.", "الملك حسين", True),
    ("سقطت قذيفة على قصر الملك حسين.", "الملك حسين", True),
    ("تحدث حافظ الأسد في ساحة المدينة.", "حافظ الأسد", True),
])
def test_a_leader_whose_name_a_site_bears_is_no_side(text: str, word: str, side: bool) -> None:
    """Streets, squares and hospitals are called after leaders; a palace is where one lives."""
    assert any(word in name for name in named(text)) is side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("أطلقوا النار على الطبيب محمد بخاري في عدن.", "بخاري", False),
    ("زار الرئيس محمد بخاري مدينة لاغوس.", "بخاري", True),
])
def test_a_leader_of_a_common_name_is_one_behind_his_title(text: str, word: str, side: bool) -> None:
    """A name that many men bear is the president's only behind "president"."""
    assert any(word in name for name in named(text)) is side


@pytest.mark.parametrize(("text", "word"), [
    ("قصفت تركيا بالمدفعية قرية قرب منبج.", "المدفعية"),
    ("استهدفوا البلدة بالدبابات والهاون.", "الدبابات"),
    ("سقطت قذائف المدفعية على البلدة.", "المدفعية"),
    ("أعلنت غرفة عمليات ردع العدوان السيطرة على البلدة.", "العدوان"),
    ("بدأت معركة ردع العدوان في ريف حلب.", "العدوان"),
    ("استهدفت قوات النظام قرية الشيخ سعيد.", "الشيخ"),
])
def test_means_the_deterred_and_names_of_villages_are_no_sides(text: str, word: str) -> None:
    """Guns that a deed is done with, what an operation's name deters and the begin of a village's name do nothing."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("قصفت المدفعية قرية قرب منبج.", "المدفعية"),
    ("اصطدم الجنود بمدفعية الجيش السوري.", "مدفعية الجيش السوري"),
    ("أطلق الجيش النار على الشيخ أمام المسجد.", "الشيخ"),
])
def test_guns_that_fire_and_men_are_sides(text: str, word: str) -> None:
    """The same words as a subject, with an owner, or behind no word for a village are sides."""
    assert word in named(text)


def test_the_aggression_is_a_side_where_nobody_deters_it() -> None:
    """What a partisan word blames is a side, but in an operation's name."""
    read = read_document("شن العدوان غارات على صعدة.", source="Al-Masirah")
    assert [read.text[m.start : m.end] for m in read.actors or ()][:1] == ["العدوان"]


def test_behind_had_no_man_stands_but_a_verb() -> None:
    """"Had demanded" is spelled like "a student", who is one where a verb stands before him."""
    assert "طالب" not in named("كان أحدهم قد طالب بتسليم نفسه في جدة.")
    assert "طالب" in named("قتل طالب في القصف على دوما.")


def test_an_unknown_cause_is_no_man() -> None:
    """"An unexplained explosion" has no doer of that name; "an unknown man shot" has."""
    assert "مجهول" not in named("أصيب شخصان جراء انفجار مجهول في عفرين.")
    assert "مجهول" in named("أطلق مجهول النار على شرطي في عفرين.")


@pytest.mark.parametrize(("text", "word"), [
    ("أدى القصف إلى شل الحركة قرب صعدة.", "الحركة"),
    ("قطع المسلحون الحركة من وإلى عدن.", "الحركة"),
    ("توقفت الحركة المرورية بسبب القصف.", "الحركة"),
    ("دمر المقاتلون عربة عليها مضاد الطيران في تعز.", "الطيران"),
    ("استولى الجيش على رشاشات مضادة للطائرات.", "للطائرات"),
    ("دعا ناشطون إلى تنظيم مسيرة في أنقرة.", "مسيرة"),
    ("دعا ناشطون إلى تنظيم مظاهرة في أنقرة.", "تنظيم"),
])
def test_traffic_guns_and_the_organising_of_a_march(text: str, word: str) -> None:
    """The movement of traffic, aircraft that a gun is made against and the organising of a march are no sides."""
    assert not any(word in name for name in named(text))


@pytest.mark.parametrize(("text", "word"), [
    ("قالت الحركة إن مقاتليها انسحبوا من صعدة.", "الحركة"),
    ("انسحبت الحركة من صعدة وإلى الجنوب منها.", "الحركة"),
    ("قصف الطيران موقعا في تعز.", "الطيران"),
    ("هاجم مقاتلون من تنظيم متشدد قرية.", "تنظيم"),
])
def test_movements_aircraft_and_organisations_that_are_sides(text: str, word: str) -> None:
    """A movement that speaks or withdraws, aircraft that strike and an organisation with men are sides."""
    assert any(word in name for name in named(text))


def test_directions_are_no_sides() -> None:
    """"From all sides" and "its four sides" are directions; the security bodies are a side."""
    assert named("تقدم الجيش السوري من كل الجهات نحو حلب.") == ["الجيش السوري"]
    assert named("حاصر الجيش السوري البلدة من الجهات الأربع.") == ["الجيش السوري"]
    assert any("الجهات" in word for word in named("أكدت الجهات الأمنية مقتل شرطي."))


def test_an_agency_is_the_uns_only_where_that_was_named() -> None:
    """ "The Agency" is a news agency where the text has named no other."""
    assert "الوكالة" not in named("أكدت الوكالة مقتل شاب قرب الخليل.")
    assert "الوكالة" in named("أغلقت الأونروا مدرسة في غزة. وقالت الوكالة إن قذيفة أصابتها.")


def test_a_front_is_a_group_only_where_one_of_that_name_was_told() -> None:
    """ "The front" is where men fight, unless the text has named a group that is called one."""
    assert "الجبهة" not in named("سقط قتلى من الحوثيين على هذه الجبهة.")
    assert "الجبهة" in named("هاجمت الجبهة الشامية بلدة اعزاز. وقالت الجبهة إنها قتلت جنديا.")
    assert "الجبهة" in named("هاجم مقاتلو النصرة بلدة اعزاز. وقالت الجبهة إنها قتلت جنديا.")
    assert "الجبهة" in named("هاجمت الجبهة الثورية بلدة اعزاز. وقالت الجبهة إنها قتلت جنديا.")


def test_to_the_west_of_a_town_is_no_side() -> None:
    """The West is no side where it says on which side of a town something lies; asked for help it is one."""
    assert "الغرب" not in named("سيطرت الحركة على بلدة تقع إلى الغرب من الفاشر.")
    assert "الغرب" in named("طلبت الحركة دعما من الغرب.")


def test_a_responsible_source_is_no_official() -> None:
    """ "Responsible" behind a source and its adjectives is one more of them; an official is a side."""
    assert "مسؤول" not in named("نفى مصدر أمني يمني مسؤول سقوط المدينة.")
    assert any("مسؤول" in side for side in named("نفى مسؤول يمني سقوط المدينة."))


@pytest.mark.parametrize(("text", "told"), [
    ("أعلن زعيم الحزب الشيوعي مقاطعة الانتخابات.", False),
    ("أعلن الاتحاد العمالي الإضراب.", False),
    ("أعلن حزب الله التعبئة. وقال الحزب إنه مستعد.", True),
    ("أعلن الحزب اللبناني أنه استهدف موقعا.", True),
    ("اتهم الحزب الكردي أنقرة بقصف الجبال.", True),
])
def test_a_party_with_an_adjective_is_another_one(text: str, told: bool) -> None:
    """"The Communist party" is not the party that a text may mean by "the party" alone; that of its nation is."""
    short = [m for m in read_document(text).actors or () if m.rule == "registry.anaphor"]
    assert any(text[m.start : m.end] in ("الحزب", "الاتحاد") for m in short) is told


@pytest.mark.parametrize(("text", "word"), [
    ("اقتاد المسلحون الفتاة بالقوة من منزلها في تعز.", "القوة"),
    ("كان الحزام الناسف مخبأ في حقيبة.", "الحزام"),
    ("قتل أحد الجنود العاملين في هلمند.", "العاملين"),
    ("شيع السكان الأطفال الأبرياء في غزة.", "الأبرياء"),
    ("استسلم مقاتلو الحزب الإسلامي في أفغانستان.", "مقاتلو الحزب"),
])
def test_means_belts_adjectives_and_another_party_are_no_sides(text: str, word: str) -> None:
    """Force that something is done with, a belt, an adjective of people and another party's men are no sides."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("استعادت القوة الدولية القرية.", "القوة الدولية"),
    ("اشتبك مسلحو الحزام مع الجيش في عدن.", "مسلحو الحزام"),
    ("قتل ثلاثة من العاملين في منظمة إغاثة.", "العاملين"),
    ("استهدف القصف الأبرياء في غزة.", "الأبرياء"),
    # a conjunction or a comma parts them from the men before
    ("قتل الجنود والعاملين في هلمند.", "العاملين"),
    ("اعتقل الجنود، العاملين في هلمند.", "العاملين"),
    # nor are those an adjective of men who are the subject of a verb
    ("خطف مسلحون العاملين في منظمة إغاثة.", "العاملين"),
    # two bombers behind one attack carried it out
    ("نفذ هجوما انتحاريان.", "انتحاريان"),
])
def test_forces_belts_of_men_and_people_alone_are_sides(text: str, word: str) -> None:
    """A force that does something, the men of the Belt, and the same words for people alone are sides."""
    assert word in named(text)


@pytest.mark.parametrize(("text", "word", "other"), [
    ("تسلل شخصان انتحاريان إلى السوق ليلا.", "شخصان", "انتحاريان"),
    ("هاجم أشخاص مسلحون المركز.", "أشخاص", "مسلحون"),
])
def test_who_is_called_armed_by_an_adjective_is_one_side(text: str, word: str, other: str) -> None:
    """Of "two suicidal persons" the persons are no people beside the bombers."""
    assert word not in named(text) and other in named(text)


def test_people_and_the_armed_are_two() -> None:
    """People to whom "and" joins armed men are not those men."""
    assert {"رجلان", "مسلحان"} <= set(named("سقط رجلان ومسلحان قرب المقر."))


def test_people_beside_gunmen_are_people() -> None:
    """A person whom gunmen abducted is not one of them."""
    assert {"شخصا", "مسلحون مجهولون"} <= set(named("اختطف شخصا مسلحون مجهولون في بغداد."))


def test_the_nation_of_an_airline_is_no_side() -> None:
    """The nationality of air lines is no side's; that of an air force is."""
    airline = read_document("تحطمت ناقلة الخطوط الجوية الماليزية.").actors or ()
    assert not [mention for mention in airline if mention.rule == "nationality"]
    assert read_document("قصفت القوات الجوية الماليزية الميناء.").actors


def test_two_suicide_bombings_are_no_men() -> None:
    """Behind "two bombings" the word for two bombers is their adjective; behind a verb it is two men."""
    assert "انتحاريان" not in named("وقع تفجيران انتحاريان في كابل.")
    assert "انتحاريتان" not in named("وقعت عمليتان انتحاريتان في كابل.")
    assert "انتحاريان" in named("فجر انتحاريان نفسيهما في كابل.")


@pytest.mark.parametrize(("text", "word"), [
    ("اجتمع الرئيس الأمريكي مع فريقه للأمن القومي لبحث الوضع في سوريا.", "الأمن"),
    ("حذر الوزير من تهديد الأمن والاستقرار في سوريا.", "الأمن"),
    ("ناقش مجلس الأمن القومي الخطة في طهران.", "مجلس الأمن"),
    ("قتل اللواء عماد الخطيب خلال اشتباكات قرب طفس.", "اللواء"),
    ("قتل في الكمين العقيد سامر واللواء محمد خلال اشتباكات قرب طفس.", "اللواء"),
])
def test_security_that_one_has_and_a_generals_rank_are_no_sides(text: str, word: str) -> None:
    """National security, security with stability, its council and a general before his name are no forces."""
    assert not any(word in name for name in named(text))


@pytest.mark.parametrize(("text", "word"), [
    ("أوقف الأمن شابين في درعا.", "الأمن"),
    ("صوت مجلس الأمن الدولي على هدنة في سوريا.", "مجلس الأمن الدولي"),
    ("هاجم لواء القدس البلدة. وقتل مؤسس اللواء محمد السعيد قرب حلب.", "اللواء"),
    ("تقدم اللواء نحو البلدة بعد أن هاجم لواء القدس مواقع في حلب.", "اللواء"),
])
def test_security_forces_and_a_brigade_are_sides(text: str, word: str) -> None:
    """Security that acts, the council of the United Nations and a brigade that the text has named are sides."""
    assert word in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("عثرت الشرطة المصرية بحوزتهم على أربع بنادق آلية وقنبلتين.", "آلية"),
    ("عثرت الشرطة المصرية بحوزتهم على بندقية آلية وقنبلتين.", "آلية"),
    ("اتفق الجيشان على آلية للتنسيق بين القوات في سوريا.", "آلية"),
    ("استهدفت غارات إسرائيلية قاعدة تيفور الجوية في حمص.", "الجوية"),
])
def test_an_automatic_rifle_and_a_mechanism_are_no_vehicles(text: str, word: str) -> None:
    """What is automatic, a mechanism and the adjective of an air base are no forces of anybody."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("دمر الجيش السوري آلية لتنظيم داعش قرب تدمر.", "آلية لتنظيم داعش"),
    ("دمر الجيش السوري آلية عسكرية قرب تدمر.", "آلية عسكرية"),
])
def test_a_vehicle_is_somebodys(text: str, word: str) -> None:
    """A vehicle, of whom its owner says or the text, is of a side."""
    assert word in named(text)


@pytest.mark.parametrize(("text", "word"), [
    # men with others behind them, men beside cars, a march that is attacked, a foe of a protest
    ("قتل داعش عشرات من مسلحي جماعات منافسة.", "مسلحي"),
    ("استخدم التنظيم الانتحاريين والسيارات المفخخة.", "الانتحاريين"),
    ("هاجمت مجموعة مسيرة للمتظاهرين في حمص.", "مجموعة"),
    ("خرجت مظاهرة مضادة للحكومة في عدن.", "حكومة"),
    ("هاجم عناصر التنظيم وخلاياه النائمة حاجزا.", "خلاياه"),
    ("هبطت طائرة في قاعدة جوية أمريكية قرب أربيل.", "أمريكية"),
    # authorities, whom something befalls, and a force that comes
    ("سلم الجيش المطلوبين لجهات أمنية.", "جهات"),
    ("ألحق المسلحون هزيمة بالجيش قرب حمص.", "جيش"),
    ("ألحق المسلحون خسائر بالقوات قرب حمص.", "قوات"),
    ("وصلت القوة إلى حمص.", "القوة"),
    # posts and vehicles, and whose attacks two are
    ("استهدف مسلحون حاجزا للتفتيش قرب حمص.", "حاجزا"),
    ("استولى الجيش على 15 آلية داخل المعبر.", "آلية"),
    ("قتل ثلاثة في هجومين إسرائيليين قرب طرطوس.", "إسرائيليين"),
    ("استهدف القصف مجهولين قرب حمص.", "مجهولين"),
    # a party told of, and one that does something somewhere, also at a text's end
    ("هاجم مقاتلو حزب الله الحدود. وانسحب الحزب المذكور ليلا.", "الحزب"),
    ("هاجم مقاتلو حزب الله الحدود. وانتشر الحزب في الجنوب.", "الحزب"),
    ("هاجم مقاتلو حزب الله الحدود. ثم انسحب الحزب", "الحزب"),
    ("قصف الجيش مواقع داعش. وانسحب التنظيم الجهادي.", "التنظيم"),
    # whom somebody joins, and whom the West fears
    ("انضم مقاتلون إلى مجموعة من الثوار.", "مجموعة"),
    ("تزداد مخاوف الغرب من التنظيم.", "الغرب"),
    # whose source it is, and who speaks
    ("قال مصدر أمني يمني بارز إن القتال انتهى.", "يمني"),
    ("هدأت المعارك بحسب ما قال مسؤول في الوزارة.", "مسؤول"),
    ("وقعت اشتباكات في الجنوب الليبي أمس.", "الليبي"),
    ("رفض السكان نهج داعش في المدينة.", "داعش"),
    ("أصيب جنود في مبنى الشرطة قرب حمص.", "الشرطة"),
    # who is sent, of where papers are, and where somebody is from without going on
    ("كثف الجيش السوري من قواته إلى الجنوب.", "قواته"),
    ("أشارت الصحف السورية إلى القتال.", "السورية"),
    ("دخل الصحافيون سوريا من تركيا قبل أيام.", "تركيا"),
    # people, also at a text's end
    ("قصف الحوثيون عدن وقتلوا 43 مدني", "مدني"),
    ("ظهر رجل مسلح قرب المصنع.", "رجل"),
    ("سقط ستة قتلى مدنيين في حلب.", "قتلى"),
    ("دفن القادة القتلى من ميليشيا الحوثي.", "القتلى"),
    ("هاجم المسلحون قرية مدنيين آمنين.", "مدنيين"),
    # a nation far behind a side's name, and behind a name that ends without an article
    ("هاجمت هيئة تحرير الشام حاجزا، وتشير الشبكة السورية إلى ضحايا.", "السورية"),
    ("قال مصدر في الجبهة الوطنية للتحرير السورية ذلك.", "السورية"),
    ("قصف طيران البلدة أمس.", "طيران"),
    ("تقدم لواء الفجر في درعا. وقال قائد المحور اللواء عوض إن المعارك انتهت.", "اللواء"),
])
def test_what_is_like_no_side_and_is_one(text: str, word: str) -> None:
    """Of each word that may stand for no side, the one beside another word, of another kind or at the end is one."""
    assert any(word in one for one in named(text))


@pytest.mark.parametrize(("text", "word"), [
    ("اشتبك الجيش اليمني مع الحوثيين. وقال اللواء عبد القادر إن المعارك انتهت.", "اللواء"),
    ("قال مدير الأمن اللواء الركن شلال إن المعارك انتهت.", "اللواء"),
    ("قال الناطق باسم القيادة، اللواء الموسوي، إن المعارك انتهت.", "اللواء"),
    ("حاصر الجيش البلدة من جهات عدة.", "جهات"),
    ("قاتلت القوات الكردية السورية داعش.", "السورية"),
])
def test_what_is_like_a_side_and_is_none(text: str, word: str) -> None:
    """A general's rank, directions and an adjective of a named side are none."""
    assert not any(one.endswith(word) and one.startswith(word) for one in named(text))


@pytest.mark.parametrize(("text", "word"), [
    ("انفجرت عبوة قرب مقر الحزب الإسلامي في الفلوجة العراقية.", "مقر الحزب"),
    ("حررت القوات العراقية ناحية البغدادي في الأنبار.", "البغدادي"),
    ("انفجرت عبوة في مدينة الصدر شرقي بغداد.", "الصدر"),
])
def test_another_partys_seat_and_a_town_called_after_a_man_are_no_sides(text: str, word: str) -> None:
    """The seat of "the Islamic party" is not that of "the party", and a town with a leader's name is a town."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("هاجم حزب العمال الكردستاني نقطة. ثم قصفت تركيا مقر الحزب في دهوك.", "مقر الحزب"),
    ("قال البغدادي إن التنظيم سيقاتل في الموصل.", "البغدادي"),
])
def test_the_partys_seat_and_a_man_are_sides(text: str, word: str) -> None:
    """The seat of the party that was named is one's, and so is a leader who speaks."""
    assert word in named(text)
