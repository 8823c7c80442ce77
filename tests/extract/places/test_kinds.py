"""Phrases of kind: what makes a facility's name, and what only looks like one."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or () if p.score >= 0.4]


@pytest.mark.parametrize("text", [
    "قتل جندي في كمين وقعوا فيه في إدلب.",
    "نصب المقاتلون كمينا لدورية في إدلب.",
    "وقع رتل في كمين محكم نصب له في إدلب.",
    "أقاموا قاعدة تتمركز فيها المدفعية في إدلب.",
])
def test_no_name_begins_with_a_verb_or_a_particle(text: str) -> None:
    """What tells of a facility what happened there is not its name."""
    assert found(text) == ["إدلب"]


@pytest.mark.parametrize(("text", "name"), [
    ("تجمع المحتجون في شارع محمد فريد وسط القاهرة.", "شارع محمد فريد"),
    ("سقطت قذيفة على مستشفى خالد بن الوليد في حمص.", "مستشفى خالد بن الوليد"),
    ("عثروا على الصهريج عند قرية عمر شاهي شمالي قندوز.", "عمر شاهي"),
    ("أغلقوا شارع الملكة نور في عدن.", "شارع الملكة نور"),
    ("اقتحم المقاتلون مسجد بلال بن حمامة في حمص.", "مسجد بلال بن حمامة"),
])
def test_facilities_named_after_persons(text: str, name: str) -> None:
    """A person's name behind a facility's kind is the facility's name, whole."""
    assert name in found(text)


@pytest.mark.parametrize(("text", "name"), [
    ("قصف الجيش السوق المسقوف في المدينة.", "السوق المسقوف"),
    ("دخلت القوات الساحة الرئيسية في يبرود.", "الساحة الرئيسية"),
    ("نقل الجرحى إلى المستشفى الأردني في غزة.", "المستشفى الأردني"),
    ("أخلت القوات المربع الأمني في الحسكة.", "المربع الأمني"),
    ("اجتاز محتجون السياج الفاصل ليلا.", "السياج الفاصل"),
    ("دارت معارك في المحور الجنوبي أمس.", "المحور الجنوبي"),
    ("اقتحم محتجون السفارة الفرنسية في صنعاء.", "السفارة الفرنسية"),
    ("أضرموا النار في مبنى المحافظة ليلا.", "مبنى المحافظة"),
])
def test_adjectives_that_tell_a_facility_from_its_like(text: str, name: str) -> None:
    """A definite facility with an adjective of its own is a place by that name."""
    assert name in found(text)


@pytest.mark.parametrize(("text", "name"), [
    ("تقدم الجيش على المحور الجنوبي لمدينة حلب.", "المحور الجنوبي"),
    ("انفجرت عبوة عند السياج الأمني شرقي رفح.", "السياج الأمني"),
    ("أغلق المحتجون الطريق الرئيسي ساعات.", "الطريق الرئيسي"),
    ("قالت السفارة الأمريكية إنها تدين التفجير.", "السفارة الأمريكية"),
])
def test_adjectives_that_only_say_where_something_stands(text: str, name: str) -> None:
    """A side, a direction or a rank of what another place has is no name."""
    assert name not in found(text)


def test_the_streets_of_a_town_are_the_town() -> None:
    """"in the streets of X" is in X."""
    assert found("نزل الآلاف إلى شوارع حمص.") == ["حمص"]


@pytest.mark.parametrize(("text", "name"), [
    ("ألقى مجهول قنبلة على مقهى السنديان.", "مقهى السنديان"),
    ("قتل جندي عند نقطة الكيلو 16 ليلا.", "نقطة الكيلو 16"),
    ("انفجر لغم في بساتين المشمشية أمس.", "بساتين المشمشية"),
])
def test_further_kinds(text: str, name: str) -> None:
    """Cafés, posts and orchards have names as other facilities do."""
    assert [n for n in found(text) if n.split()[-1] == name.split()[-1]]


@pytest.mark.parametrize(("text", "name"), [
    ("انفجرت سيارة في حي 7 يوليو بالحديدة.", "7 يوليو"),
    ("سارت مظاهرة في شارع 26 سبتمبر أمس.", "شارع 26 سبتمبر"),
    ("دارت معارك في جولة شارع 26 سبتمبر أمس.", "جولة شارع 26 سبتمبر"),
    ("دارت معارك في جولة شارع 26 أمس.", "جولة شارع 26"),
    ("خطفوا رجلا من سوق الأحد في ترهونة.", "سوق الأحد"),
    ("طال الرصاص أوتوستراد القسطلية ليلا.", "أوتوستراد القسطلية"),
    ("انفجر لغم قرب مقر الأمم المتحدة ليلا.", "مقر الأمم المتحدة"),
    ("سيطر الجيش على تلول الشيحان أمس.", "تلول الشيحان"),
])
def test_names_of_days_and_of_several_words(text: str, name: str) -> None:
    """Streets of dates, markets of weekdays and names whose second word is an adjective are read whole."""
    assert name in found(text)


@pytest.mark.parametrize(("text", "names"), [
    ("تعرضت قرية بير زملو لقصف عنيف.", ["بير زملو"]),
    ("دخل المقاتلون قرية بير فوقاني أمس.", ["بير فوقاني"]),
    ("استهدفت الطائرات صوامع صباح الندى جنوب الحسكة.", ["صوامع صباح الندى", "الحسكة"]),
    ("تعرضت بلدة عربين كبرى بلدات الغوطة الشرقية لقصف.", ["عربين", "الغوطة الشرقية"]),
    ("تعرضت قرية بير لقصف عنيف.", ["بير"]),
])
def test_a_short_known_name_may_begin_a_longer_one(text: str, names: list[str]) -> None:
    """A name that is also a word goes on over a word that nothing knows, not over one that news use."""
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("طهروا قرى سيفة، وذي حملة، ومغزف، من الألغام.", ["سيفة", "ذي حملة", "مغزف"]),
    ("تعرضت قرى سيتم إخلاؤها اليوم لقصف.", []),
    ("كانت أحياء المدينة القديمة، والمظفر، والحصب، قد قصفت.",
     ["المدينة القديمة", "المظفر", "الحصب"]),
])
def test_names_behind_a_plural(text: str, names: list[str]) -> None:
    """A name of a verb's shape, the old city and a facility with its adjective stand in lists behind a plural."""
    assert found(text) == names


@pytest.mark.parametrize("text", [
    "دارت معارك قرب نفقين محفورين تحت الأرض.",
    "قتل مرشح بعد جولة انتخابية أمس.",
    "قصفت الطائرات منطقة الاشتباكات أمس.",
    "وصل الأطباء إلى موقع الانفجار.",
    "انتقلوا إلى ساحة القتال أمس.",
    "وقع الهجوم في منطقة مزدحمة أمس.",
    "وقع الهجوم في سوق قروية أمس.",
    "وقع الهجوم في فندق فخم أمس.",
    "وقع الهجوم في ملهى ليلي أمس.",
    "انتقل الحوثيون في اليمن إلى مدن الجنوب.",
])
def test_what_describes_a_place_is_no_name(text: str) -> None:
    """A dual, adjectives, deeds and directions behind a kind leave the place without a name."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "name"), [
    ("سقطت قذائف في شارع الـ 30 أمس.", "شارع ال 30"),
    ("هاجموا مركز شرطة \"الفرسان\" أمس.", "مركز شرطة الفرسان"),
    ("وقع الانفجار في مسجد قوات الطوارئ الخاصة أمس.", "مسجد قوات الطوارئ الخاصة"),
    ("اقتحموا مقر الجيش الباكستاني أمس.", "مقر الجيش الباكستاني"),
    ("سيطروا على مبنى جامعة الأنبار أمس.", "جامعة الأنبار"),
    ("وقع انفجار قرب مقر وزارة النفط.", "وزارة النفط"),
    ("اقتحموا مقر قيادة الشرطة أمس.", "مقر قيادة الشرطة"),
])
def test_how_a_facility_is_named(text: str, name: str) -> None:
    """Numbers with an article, quotes, "special", states and what a building houses belong to the name."""
    assert found(text) == [name]


def test_a_stadium_is_named_with_its_adjective() -> None:
    """An adjective that tells a facility from its like is of its name; the adjective of a road is not."""
    assert found("سقطت قذائف على ملعب الورود الأولمبي في دمشق.")[0] == "ملعب الورود الأولمبي"
    assert found("سيطروا على طريق دمشق الرئيسي أمس.")[0] == "طريق دمشق"


def test_the_building_of_a_security_branch_is_a_place() -> None:
    """A house of security is named by its branch; "safe", spelled alike, names none."""
    assert "مبنى الأمن الجنائي" in found("سقطت قذائف على مبنى الأمن الجنائي في إدلب.")
    assert found("نقل المصابون إلى مكان آمن في إدلب.") == ["إدلب"]


def test_camps_and_seats_of_a_side_have_no_name() -> None:
    """"Camps and seats of X" in a town are told as lying in the town."""
    assert found("شنت الطائرات غارات على معسكرات ومقار للحوثيين في صنعاء.") == ["صنعاء"]


@pytest.mark.parametrize(("text", "names"), [
    ("وقعت معارك في مدينة لودر الجنوبية.", ["لودر"]),
    ("وقعت معارك في محافظة صعدة الشمالية.", ["صعدة"]),
    ("وقعت معارك في إقليم هلمند الجنوبي.", ["هلمند"]),
    ("وقعت معارك في محافظة إدلب الشمالية الغربية.", ["إدلب"]),
    ("وقعت معارك في محافظة نجران الجنوبية.", ["نجران الجنوبية"]),
    ("وقعت معارك في ولاية دارفور الشمالية.", ["دارفور الشمالية"]),
    ("وقعت معارك في محافظة أذربيجان الغربية.", ["أذربيجان الغربية"]),
    ("وقعت معارك في محافظة غزة الشمالية.", ["غزة الشمالية"]),
    ("وقعت معارك في حي غويران الشرقي.", ["غويران الشرقي"]),
    ("وقعت معارك في الغوطة الشرقية.", ["الغوطة الشرقية"]),
])
def test_a_town_lies_somewhere_and_a_quarter_is_called_so(text: str, names: list[str]) -> None:
    """"The south-western city or province of X" is X; quarters, halves, and provinces named as a country, are not."""
    assert found(text) == names


@pytest.mark.parametrize(("text", "name"), [
    ('وقعت الغارة في بلدة "تهر كوتلي" ليلا.', "تهر كوتلي"),
    ('هاجموا منطقة "فج سلمون" أمس.', "فج سلمون"),
    ('وقعت الغارة في مدينة "تهرا" ليلا.', "تهرا"),
    ('وقعت الغارة في بلدة "تهرا وأهلها" ليلا.', "تهرا"),
    ('هاجموا فندق "روما امبريال مرحبا" ليلا.', "فندق روما امبريال مرحبا"),
])
def test_a_places_name_is_all_that_its_quotes_hold(text: str, name: str) -> None:
    """A name in quotes is not cut off within them, but before "and"."""
    assert found(text) == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("هاجموا قرية دوك باديت فجرا.", "دوك باديت"), ("هاجموا قرية دوك تعرضت للقصف.", "دوك"),
    ("هاجموا قرية دوك باديت التي احترقت.", "دوك باديت"), ("هاجموا قرية دوك بالعشيرة المجاورة.", "دوك"),
    ("دخلوا جزيرة الأنبار القريبتين من النهر.", "جزيرة الأنبار"),
    ("نقل الجرحى إلى مستشفى غريان في ليبيا.", "مستشفى غريان"), ("أغلقوا معبري نصيب والبوكمال.", "معبر نصيب"),
    ("انفجرت عبوة في حي الشرطة بالموصل.", "الشرطة"),
])
def test_a_name_of_strange_words(text: str, name: str) -> None:
    """A name goes on over a word that nothing knows, though it ends as verbs do, and ends before a verb."""
    assert name in found(text)


@pytest.mark.parametrize(("text", "name"), [
    ("قصفوا ريف ناحية تل تمر الشرقي.", "تل تمر"),
    ("قصفوا ريف بلدة عين عيسى الشمالي.", "عين عيسى"),
    # a town's own adjective agrees with the town
    ("قصفوا بلدة دارة الغربية.", "دارة الغربية"),
])
def test_an_adjective_behind_a_town_may_be_of_its_countryside(text: str, name: str) -> None:
    """In "the countryside of the district of X, the eastern" the name is X alone."""
    assert found(text) == [name]


def test_regions_of_a_state_are_not_provinces_of_another() -> None:
    """"The Syrian north" and "the Yemeni south" are no province of Lebanon, which is what each word alone names."""
    places = {p.name: p.within for p in read_document("قصفوا الشمال السوري. ودخلوا الجنوب اليمني.").places or ()}
    assert places == {"الشمال السوري": "سوريا", "الجنوب اليمني": "اليمن"}
    assert found("قصفوا محافظة الشمال في لبنان.")[0] == "الشمال"


@pytest.mark.parametrize(("text", "name"), [
    ("اجتمع الشيوخ في وادي سمرنك بحثوا فيه الهدنة.", "وادي سمرنك"),
    ("دارت معارك في قرية سمرنك بحثا عن الخاطفين.", "سمرنك"),
    ("خرج الشبان في قرية سمرنك يرددون هتافات.", "سمرنك"),
    ("في سجن سمرنك أضرم السجناء النار.", "سجن سمرنك"),
    ("دخلت الشرطة قرية سمرنك لوباد أمس.", "سمرنك لوباد"),
])
def test_what_many_do_and_for_what_is_no_part_of_a_name(text: str, name: str) -> None:
    """A name ends before a verb of many and before an accusative that the news use, not before a strange word."""
    assert found(text)[0] == name


def test_facilities_in_known_towns_are_not_called_so() -> None:
    """Churches "in" towns have no name, and the towns are told; what they are called without "in" is theirs."""
    assert found("أحرق محتجون كنائس بسوهاج وأسيوط.") == ["سوهاج", "أسيوط"]
    assert found("أحرق محتجون كنيسة السيدة في أسيوط.")[0] == "كنيسة السيدة"


@pytest.mark.parametrize(("text", "name"), [
    ("هاجم مسلحون أكاديمية الشرطة قرب لاهور.", "أكاديمية الشرطة"),
    ("انفجرت عبوة في قاعة السلام في الموصل.", "قاعة السلام"),
])
def test_academies_and_halls(text: str, name: str) -> None:
    """An academy and a hall with a name are places; without one they are none."""
    assert found(text)[0] == name
    assert "قاعة" not in found("اجتمعوا في قاعة بإدلب.")


@pytest.mark.parametrize(("text", "name"), [
    ("هاجموا مقر الإذاعة والتلفزيون في عدن.", "مقر الإذاعة والتلفزيون"),
    ("هاجموا مقر الإذاعة والميناء في عدن.", "مقر الإذاعة"),
    ("صوروا مقر الإذاعة للتلفزيون أمس.", "مقر الإذاعة"),
    ("قصفوا مدرسة النوران وتعليم الأطفال متوقف.", "مدرسة النوران"),
    ("قصفوا مدرسة نوران والتعليم متوقف.", "مدرسة نوران"),
    ("قصفوا قرية الحدروش والتلفزيون أمس.", "الحدروش"),
    ("صلى الجنود بمسجد قوة الطوارئ أمس.", "مسجد قوة الطوارئ"),
    ("اعتصموا في مسجد القوة أمس.", "مسجد القوة"),
])
def test_a_house_is_named_after_a_pair_and_a_force(text: str, name: str) -> None:
    """Radio and television are one house, and a force has a mosque; what else "and" joins is another place."""
    assert found(text)[0] == name


@pytest.mark.parametrize(("text", "names"), [
    ("قتل ضابط في وادي وصحراء محافظة حضرموت أمس.", ["وادي حضرموت", "صحراء حضرموت"]),
    ("قتل ضابط في مدينة وميناء حضرموت أمس.", ["ميناء حضرموت", "حضرموت"]),
])
def test_two_kinds_of_one_place(text: str, names: list[str]) -> None:
    """Two kinds of one name are called by it, and not by the word for its own kind between."""
    assert found(text) == names


def test_a_name_is_in_plain_letters() -> None:
    """A place written in the shapes that letters have within words is called by the letters, its article with it."""
    assert found("تقدموا نحو قرية \ufe8d\ufedf\ufeee\ufeeb\ufec2 أمس.") == ["الوهط"]
