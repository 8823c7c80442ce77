"""Places: names, lists, extents and what holds them."""

import pytest

from sijill.documents import PlaceMention
from sijill.pipeline import read_document


def places(text: str) -> list[PlaceMention]:
    return [p for p in read_document(text).places or () if p.score >= 0.4]


def found(text: str) -> dict[str, str]:
    return {p.name: p.extent for p in places(text)}


def test_a_kind_word_announces_a_name_in_no_table() -> None:
    """A village that no table has is named by the word before it."""
    assert "تل الخزنة" in found("دخل الجيش قرية تل الخزنة صباح اليوم.")


def test_elliptical_quarters_are_written_out() -> None:
    """In a list of adjectives the second entry is a place of its own with its full name."""
    text = "سيطر الجيش على حيي غويران الشرقي والغربي."
    mentions = {p.name: text[p.start : p.end] for p in places(text)}
    assert mentions["غويران الشرقي"] == "غويران الشرقي"
    assert mentions["غويران الغربي"] == "الغربي"


def test_a_part_of_a_list_has_its_own_extent() -> None:
    """"parts of" holds for the names after it, not for those before."""
    extents = found("دخل المقاتلون أحياء النشوة الشرقية والليلية وأجزاء من الزهور والمقبرة.")
    assert extents["الليلية"] == "whole"
    assert extents["الزهور"] == "part"


@pytest.mark.parametrize(
    ("text", "name", "extent"),
    [
        ("دارت معارك على أطراف مدينة سراقب.", "سراقب", "edge"),
        ("دارت معارك في محيط مدينة سراقب.", "سراقب", "around"),
        ("دارت معارك في ريف إدلب الجنوبي.", "إدلب", "countryside"),
        ("دارت معارك في مدينة سراقب.", "سراقب", "whole"),
    ],
)


def test_extents(text: str, name: str, extent: str) -> None:
    """The words before a name say how much of the place is meant."""
    assert found(text).get(name) == extent


def test_the_containing_place_is_kept() -> None:
    """A place that the text puts in another knows it."""
    (place,) = [p for p in places("قصفت الطائرات بلدة حاس في ريف إدلب الجنوبي.") if p.name == "حاس"]
    assert place.within == "إدلب"


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("قصفت الطائرات بلدة الخزنة، وفي تعز هاجم المسلحون معسكرا.", None),
        ("قصفت الطائرات بلدة الخزنة وفي تعز أيضا.", None),
        ("قصفت الطائرات بلدة الخزنة في تعز.", "تعز"),
        ("قصفت الطائرات بلدة الخزنة، في ريف تعز.", "تعز"),
        ("قصفت الطائرات بلدة الخزنة شمال وغرب تعز.", "تعز"),
    ],
)


def test_a_place_lies_in_none_that_and_opens(text: str, within: str | None) -> None:
    """"X, in Y" puts X into Y; "X, and in Y" goes on to another place."""
    assert places(text)[0].within == within


def test_a_quarter_named_like_a_month_does_not_teach_the_month() -> None:
    """A name that a place word has introduced is read again without it, but not where it also tells a time."""
    text = "قصف الطيران حي {0} أمس. وقتل شخصان في {0} الماضي."
    assert [p.name for p in places(text.format("مايو"))] == ["مايو"]
    assert [p.name for p in places(text.format("الخزنة"))] == ["الخزنة", "الخزنة"]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("بدأ القصف من صباح الأحد.", "صباح", False),
        ("قصفت الطائرات مديرية صباح أمس.", "صباح", True),
        ("قتل قيادي محلي في مايو الماضي.", "مايو", False),
        ("قصف الطيران حي مايو أمس. وقتل شخصان في الهجوم.", "مايو", True),
        ("وقع الانفجار في بلد عربي.", "بلد", False),
        ("وقع الانفجار في بلد أفريقي بعيد.", "بلد", False),
        ("وقع الانفجار في بلد أمس.", "بلد", True),
        ("وقع الانفجار في بلد شمالي بغداد.", "بلد", True),
        ("وقع الانفجار في مدينة بلد.", "بلد", True),
        ("دخلت القوات إلى مدني بعد حصار.", "مدني", True),
        ("وجه السؤال إلى مدني سوري.", "مدني", False),
        ("نشر الخبر في محلي عراقي.", "محلي", False),
    ],
)


def test_a_common_word_is_a_place_only_where_nothing_else_fits(text: str, name: str, place: bool) -> None:
    """A month or an hour needs a place word before it; other common words are none with an adjective of their own."""
    assert (name in {p.name for p in read_document(text).places or ()}) is place


def test_the_city_is_the_one_named_before() -> None:
    """"the city" is the city that the text named last."""
    text = "دخل الجيش مدينة تدمر. وانسحب المسلحون من المدينة."
    assert [p.name for p in places(text)] == ["تدمر", "تدمر"]


def test_a_common_word_is_no_place() -> None:
    """A word that is also a quarter's name is no place without a sign of one."""
    assert "الزهور" not in found("قدّم الطلاب الزهور إلى المعلمين.")
    assert "الزهور" in found("تقدم الجيش في حي الزهور.")


def test_a_verb_or_a_particle_is_no_member_of_a_list() -> None:
    """What begins like "and" plus a name but is one word, or a verb, goes on no list of places."""
    told = found("سيطر التنظيم على حي النشوة وطردوا السكان منه، وفقا لناشطين في الحسكة.")
    assert "النشوة" in told
    assert not any("طردوا" in name or "فقا" in name for name in told)
    assert "دعاهم" not in found("حوصر مقاتلو التنظيم في أحياء النشوة وغويران والزهور، ودعاهم إلى إلقاء السلاح.")
    assert "أضافوا" not in found("قصفت الطائرات قاعدة قرب صنعاء وأضافوا أن المطار أصيب أيضا.")


@pytest.mark.parametrize(("text", "names"), [
    ("هرب السكان من مناطق تدور فيها معارك عنيفة.", []),
    ("سقط الصاروخ في حي سيتم إخلاؤه قريبا.", []),
    ("نقل الأسرى إلى منطقة مجهولة بعد الهجوم.", []),
    ("أصيب عاملان في منطقة صعبة التضاريس.", []),
    ("سقط الصاروخ في حي تديلا مساء.", ["تديلا"]),
])
def test_what_tells_of_an_area_is_not_its_name(text: str, names: list[str]) -> None:
    """A verb or an adjective of the news behind a word for an area is not what the area is called; another word is."""
    assert list(found(text)) == names


def test_a_direction_after_a_known_quarter_belongs_to_its_name() -> None:
    """The eastern part of a quarter is read with its direction, the kind word before it or not."""
    assert "غويران الشرقي" in found("دارت اشتباكات في حي غويران الشرقي بمدينة الحسكة.")
    assert "غويران" in found("دارت اشتباكات في حي غويران بمدينة الحسكة.")


def test_a_kind_word_that_is_a_name_too_names_a_place_where_it_points_to_none() -> None:
    """ "Al-Husayniyya" is a place after "west of", and the assembly hall where one was named before."""
    assert found("قصفت الطائرات مواقع غربي الحسينية.") == {"الحسينية": "around"}
    pointed = places("دخل الجنود حسينية النور. وانفجرت عبوة قرب الحسينية.")
    assert [p.name for p in pointed] == ["حسينية النور", "حسينية النور"]


def test_surrounding_is_no_surroundings_of_its_own() -> None:
    """"the areas surrounding X" are around X, and no place of their own; "its surroundings" point back."""
    extents = found("دخل الجنود بلدة العوجة ثم القرى المحيطة بمعهدي النفط والزراعة.")
    assert extents == {"العوجة": "whole", "معهد النفط": "around", "معهد الزراعة": "around"}
    assert [p.extent for p in places("دخل الجنود بلدة العوجة ومحيطها.")] == ["whole", "around"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استهدف الهجوم مديرية الزراعة وسط المدينة.", "مديرية الزراعة"),
        ("سقطت قذيفة على مديرية المالية في عدن.", "مديرية المالية"),
        ("استهدف الهجوم مديرية الدريهمي غربي اليمن.", "الدريهمي"),
    ],
)


def test_a_directorate_of_a_service_is_a_house(text: str, name: str) -> None:
    """A directorate of a service keeps its kind in its name; a district of that word does not."""
    assert name in found(text)


def test_an_embassy_or_consulate_may_be_of_a_country_named_as_its_people_are() -> None:
    """ "The Saudi consulate" is one place, though "Saudi" is also how the country is called."""
    assert "القنصلية السعودية" in found("تجمع المحتجون أمام القنصلية السعودية في إسطنبول.")


def test_the_strip_is_the_one_named_before() -> None:
    """ "The Strip" is the Gaza Strip where the article has named it, and a sector of something else where not."""
    told = [p.name for p in places("وقعت غارات على قطاع غزة. وسقطت قذائف شمالي القطاع.")]
    assert told == ["قطاع غزة", "قطاع غزة"]
    assert found("وقعت غارات على حلب. وتراجع القطاع الصحي.") == {"حلب": "whole"}


def test_a_name_that_is_also_a_word_is_a_place_where_the_article_has_placed_something_in_it() -> None:
    """ "Duma" after "in Duma" is the town; by itself the word may be another."""
    text = "سقط صاروخ في دوما. واستهدفت الطائرات دوما أيضا."
    assert [p.name for p in places(text)] == ["دوما", "دوما"]
    assert found("واستهدفت الطائرات دوما أيضا.") == {}


def test_what_is_hers_is_no_name() -> None:
    """A word that ends in "her" or "their" is no name of a place, unless the gazetteer has it."""
    text = "سيطر الجيش على مدينة التحيتا وتمشيطها، محكمة سيطرتها على المنطقة. وقصف مدينة أبها."
    assert [p.name for p in places(text) if p.kind != "anaphor"][:1] == ["التحيتا"]
    assert not any("ها" in p.name[-2:] for p in places(text) if p.name != "أبها")
    assert "أبها" in found(text)


def test_a_bloc_is_no_hill() -> None:
    """A word that begins as "like" and a kind of place may be a word of its own."""
    assert found("اجتمعت كتلة الصدر أمس.") == {}


def test_an_anaphor_points_to_no_government_and_no_part_of_a_name() -> None:
    """"The city" is no capital that speaks, and "the area" no word of a group's name."""
    text = "تقدمت القوات نحو عفرين. وقالت واشنطن إنها قلقة. وفر السكان من المدينة."
    assert [p.name for p in places(text) if p.rule == "anaphor"] == ["عفرين"]


def test_a_city_of_two_countries_is_the_one_of_the_article() -> None:
    """"The capital" after Tripoli in an article on Libya is Tripoli, though Lebanon has a Tripoli too."""
    text = "تدور معارك بين ميليشيات ليبية في طرابلس. وأعلنت حكومة الوفاق الليبية هدنة. وفر السكان من العاصمة."
    assert [p.name for p in places(text) if p.rule.startswith("anaphor")] == ["طرابلس"]


@pytest.mark.parametrize(
    "text",
    [
        "وأدى القتال إلى فرار السكان.",
        "قتل القائد عن طريق الخطأ.",
        "جاء ذلك بعد سلسلة الهجمات الأخيرة.",
        "نقل الجيش عناصر جبهة النصرة.",
    ],
)


def test_a_word_of_kind_may_be_another_word(text: str) -> None:
    """"And led", "by means of", "a series of" and a group's "front" announce no place."""
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("شنت الطائرات غارات على مطار مدينة الحديدة.", "مطار الحديدة"),
        ("قطع الجيش طريق بغداد كركوك.", "طريق بغداد كركوك"),
        ("استهدفت الغارات الكلية البحرية.", "الكلية البحرية"),
        ("سحبت الفصائل سلاحها من المنطقة العازلة.", "المنطقة العازلة"),
        ("سقطت قذائف قرب المنطقة الخضراء في بغداد.", "المنطقة الخضراء"),
    ],
)


def test_names_of_two_parts(text: str, name: str) -> None:
    """A facility, road or zone is named by all of its words that say which it is."""
    assert name in found(text)


@pytest.mark.parametrize("verb", ["يسفر عن مقتل جندي", "تسفر عن جرحى", "يهاجم الجنود", "يوقع قتيلا", "تهز السكان"])
def test_what_a_headline_tells_is_no_part_of_a_name(verb: str) -> None:
    """A verb of the present behind an unknown name is none of its words; another unknown word is."""
    assert set(found(f"انفجار في قرية ساهولة {verb}.")) == {"ساهولة"}
    assert set(found(f"انفجار في قرية ساهولة برهون {verb}.")) == {"ساهولة برهون"}


@pytest.mark.parametrize(("text", "names"), [
    ("قصفت الطائرات قريتي سان والنيرب بريف إدلب.", {"سان", "النيرب", "إدلب"}),
    ("استهدفت المدفعية قرية سان والقرى القريبة.", {"سان"}),
    ("قصفت الطائرات قرية سان العالية.", {"سان العالية"}),
])
def test_and_the_next_of_a_list_is_no_part_of_a_name(text: str, names: set[str]) -> None:
    """A word that begins names does not go on over "and the X"; over a word with the article alone it does."""
    assert set(found(text)) <= names and names - {"إدلب"} <= set(found(text))


def test_the_capital_of_a_nation_is_named_as_the_table_names_it() -> None:
    """"The Somali capital" is Mogadishu by name."""
    assert [p.name for p in read_document("وقع انفجار في العاصمة الصومالية.").places or ()] == ["مقديشو"]


def test_a_deed_is_no_member_of_a_list() -> None:
    """A verbal noun after a place and "and" is no place."""
    assert set(found("دخل المسلحون مدينة حلب وإحراق المنازل فيها مستمر.")) == {"حلب"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استعاد الجيش السيطرة على السرحان والمجدوب وجبل الذراع.", {"السرحان", "المجدوب", "جبل الذراع"}),
        ("دارت معارك في الصويق ومحيط مدينة حيس.", {"الصويق", "حيس"}),
        ("حرر الجيش قرى آل معيوف وآل الحامي.", {"آل معيوف", "آل الحامي"}),
        ("سيطرت القوات على منطقة كيلو 20 بعد معارك.", {"كيلو 20"}),
    ],
)


def test_names_in_no_table_that_the_words_around_them_show(text: str, names: set[str]) -> None:
    """Unknown names are places where a list with a sure place, a clan's word or a number of kilometres shows it."""
    assert names <= set(found(text))


def test_the_strip_may_be_the_one_of_the_city_named_before() -> None:
    """"The strip" is Gaza's where Gaza was named."""
    assert [p.name for p in places("قصف الطيران مدينة غزة. وتصاعد الدخان في سماء القطاع.")][-1] == "قطاع غزة"


def test_a_name_that_is_a_word_is_no_place_of_a_country_the_article_is_not_about() -> None:
    """A Yemeni quarter spelled as "afternoon" is no place of a Syrian article, but behind a word of kind."""
    syria = "قصفت قوات النظام السوري حلب. وتوقف القصف في سوريا عند عصر الأحد."
    assert "عصر" not in found(syria)
    assert "عصر" in found("قصفت الطائرات صنعاء في اليمن. وانفجرت عبوة في حي عصر.")


def test_a_capital_that_words_of_place_lead_to_is_no_government() -> None:
    """"The capital Damascus" and "south of Damascus" are sure to be places; "Damascus said" is not."""
    assert "دمشق" in found("هز انفجار العاصمة دمشق.")
    assert "دمشق" in found("تدور معارك جنوب دمشق.")
    assert "دمشق" not in found("وقالت دمشق إنها ترفض الاتفاق.")


def test_an_ambush_laid_is_no_checkpoint() -> None:
    """The word for an ambush and a checkpoint names no place where a verb says who laid it."""
    assert not found("قتل ثلاثة جنود في كمين نصبه مسلحون.")
    assert "كمين الصفصافة" in found("وقع الهجوم عند كمين الصفصافة.")


def test_a_part_of_the_other_side_is_the_same_quarter() -> None:
    """"Western X and part of the eastern" names X twice; "the western countryside of A" is no ellipsis."""
    document = read_document("سيطر الجيش على حي غويران الغربي وعلى قسم من الشرقي.")
    assert [(p.name, p.extent) for p in document.places or ()] == [
        ("غويران الغربي", "whole"), ("غويران الشرقي", "part")]
    assert "إدلب الغربي" not in found("قصف الجيش جبل الزاوية وريف إدلب الغربي.")


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("دخل الجيش مدينة سراقب. وسيطر المسلحون على أجزاء من المدينة.", "part"),
        ("دخل الجيش مدينة سراقب. وسقطت قذيفة بالقرب من المدينة.", "around"),
        # who leaves it leaves all of it, and what is within it says nothing of how much
        ("دخل الجيش مدينة سراقب. وانسحب المسلحون من المدينة.", "whole"),
        ("دخل الجيش مدينة سراقب. ونهب المسلحون بعض البيوت في المدينة.", "whole"),
    ],
)


def test_a_part_of_what_is_pointed_to_is_a_part(text: str, extent: str) -> None:
    """"Parts of the city" are a part of it, as parts of its name are; "from the city" alone is no part."""
    assert [p.extent for p in places(text) if p.rule == "anaphor"] == [extent]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        # an adjective or a word of time behind what points is no name
        ("قصف الجيش مدينة حلب، ثم هاجم الأحياء الشرقية.", "الشرقية", False),
        ("قتل شخص في محافظة الشرقية.", "الشرقية", True),
        ("انسحبوا من المدينة عصراً بعد القتال.", "عصرا", False),
        # a body is no quarter, and a deed no village, unless a word of kind says so
        ("قالت مصادر في الشرطة إن عبوة انفجرت.", "الشرطة", False),
        ("انفجرت عبوة في حي الشرطة.", "الشرطة", True),
        ("دخلوا المبنى بعد معركة قاسية.", "معركة", False),
        ("قصفت المدفعية قرية معركة.", "معركة", True),
    ],
)


def test_a_name_that_is_another_word_is_one_behind_a_word_of_its_kind(text: str, name: str, place: bool) -> None:
    """A name that is also an adjective, a time, a body or a deed is a place where a word of kind leads to it."""
    assert (name in found(text)) is place


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("أعلنت أنقرة انتهاء عملية «درع الفرات» أمس.", "الفرات", False),
        ("أعلنت الغرفة معركة \"قادسية بصرى\" أمس.", "بصرى", False),
        # what leads to a place in quotes, or is all of them, names the place
        ("قصفت الطائرات «شمال حلب» أمس.", "حلب", True),
        ("قصفت الطائرات \"أحياء حلب\" أمس.", "حلب", True),
        ("وصل الجيش إلى \"حلب\" أمس.", "حلب", True),
        ("قال إن الطائرات \"تقصف مواقع في حلب\".", "حلب", True),
    ],
)


def test_the_end_of_a_quoted_name_is_no_place(text: str, name: str, place: bool) -> None:
    """A place at the end of the quoted name of an operation is where nothing happened; a quoted place is one."""
    assert (name in found(text)) is place


def test_what_is_called_after_a_date_is_a_place() -> None:
    """A city called after a day has its whole name, in figures or words; another city's name ends before a date."""
    assert "6 أكتوبر" in found("داهمت الشرطة شقة في مدينة 6 أكتوبر.")
    assert "السادس من أكتوبر" in found("داهمت الشرطة شقة بمدينة السادس من أكتوبر.")
    assert "الموصل" in found("نزح السكان عن مدينة الموصل من أكتوبر.")


def test_a_latin_name_goes_on_over_its_figure() -> None:
    """"Camp K1" is one name; a figure that stands apart is none of it."""
    assert "معسكر K1" in found("دخلت القوات معسكر K1 أمس.")
    assert "معسكر K" in found("دخلت القوات معسكر K 20 مرة.")


def test_a_region_of_many_countries_holds_nothing_that_is_told() -> None:
    """A paper that is called after a region of many countries holds no gate of which it tells."""
    text = "قال المتحدث لـ«الشرق الأوسط» إن القوات دخلت بوابة الجسر ودوار الحبوب."
    assert {p.within for p in places(text) if p.rule == "kind"} == {None}


@pytest.mark.parametrize(
    ("heading", "within"),
    [
        ("بيروت - النهار\n", None),
        ("بيروت (رويترز) - ", None),
        ("بيروت، دمشق - الحياة\n", None),
        # a city of which something is told, or that heads a section, holds what is told there
        ("قصفت الطائرات مدينة بيروت.\n", "بيروت"),
        ("بيروت: ", "بيروت"),
    ],
)


def test_where_a_report_is_from_holds_nothing(heading: str, within: str | None) -> None:
    """The city of a dateline is where the report was written; what it tells need not lie there."""
    text = heading + "سيطر الجيش على تلة رأس السرج."
    assert [p.within for p in places(text) if p.name == "تلة رأس السرج"] == [within]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حاصر المسلحون قسم شرطة الشيخ زويد أمس.", "قسم شرطة الشيخ زويد"),
        ("حاصر المسلحون مركز شرطة الشيخ عثمان أمس.", "مركز شرطة الشيخ عثمان"),
        # what stands in a town is not called after it
        ("دخل الجيش مركز شرطة في مدينة الشيخ زويد أمس.", "الشيخ زويد"),
        ("دخل الجيش شارع فلسطين في بغداد أمس.", "شارع فلسطين"),
    ],
)


def test_a_facility_is_called_after_a_whole_town(text: str, name: str) -> None:
    """A facility's name that ends with the first word of a town's goes on over all of that."""
    assert name in found(text)


@pytest.mark.parametrize(("text", "names"), [
    ("هاجموا مواقع في إدلب، وتخلل القصف إطلاق نار.", {"إدلب"}),
    ("يعززون وجودهم في إدلب وتأمينه.", {"إدلب"}),
    ("هاجموا مواقع في إدلب، وعقد المسلحون هدنة.", {"إدلب"}),
    ("هاجموا مواقع في إدلب وقوقفين.", {"إدلب", "قوقفين"}),
    ("هاجموا مواقع في إدلب وأبو دشير.", {"إدلب", "أبو دشير"}),
    ("هاجموا مواقع في إدلب ويكدسون.", {"إدلب"}),
    ("هاجموا مواقع في إدلب وركامه.", {"إدلب"}),
    ("قصفوا قرى حاس ورامي وكفرنبل.", {"حاس", "رامي", "كفرنبل"}),
    ("قصفوا قرى حاس وكفرنبل ورامي.", {"حاس", "رامي", "كفرنبل"}),
    ("قصفوا قرى حاس وكفرنبل ورامي", {"حاس", "رامي", "كفرنبل"}),
    ("قصفوا قرى حاس وتلالين وكفرنبل.", {"حاس", "تلالين", "كفرنبل"}),
    ("قصفوا قرى حاس وكفرنبل، موضحا أنهم سيعودون.", {"حاس", "كفرنبل"}),
])
def test_a_word_of_the_news_is_no_member_of_a_list(text: str, names: set[str]) -> None:
    """Behind "and" a word that news use, or like a verb or "its X", is no name; in a list of villages it may be one."""
    assert {p.name for p in read_document(text).places or ()} == names


@pytest.mark.parametrize(("nation", "capital"), [
    ("الليبيرية", "مونروفيا"), ("البوليفية", "لاباز"), ("النيبالية", "كاتماندو"), ("الأوغندية", "كمبالا"),
])
def test_the_capital_of_a_nation_is_its_town(nation: str, capital: str) -> None:
    """Behind the adjective of any country "the capital" is its town by name, and the adjective is none."""
    document = read_document(f"تظاهر المئات في العاصمة {nation} {capital} أمس.")
    assert [p.name for p in document.places or ()] == [capital]


@pytest.mark.parametrize(("text", "name"), [
    ("تبنى تنظيم القاعدة في جزيرة العرب تفجير الحافلة.", "جزيرة العرب"),
    ("قتل ثلاثة من مقاتلي القاعدة في جزيرة العرب أمس.", "جزيرة العرب"),
    ("ينتمي المسلحون إلى الحراك الجنوبي في اليمن.", "الحراك"),
])
def test_what_a_side_begins_with_and_a_region_in_its_name_are_no_places(text: str, name: str) -> None:
    """Neither the region in "Al Qaeda in the Arabian Peninsula" nor the town that the Herak is spelled like is one."""
    assert name not in {p.name for p in read_document(text).places or ()}


def test_a_region_that_no_side_is_called_after_is_a_place() -> None:
    """The same names are places where they are of no side."""
    assert "الحراك" in found("قصفت الطائرات مدينة الحراك في درعا.")
    assert "جزيرة العرب" in {p.name for p in read_document("تجول الرحالة في جزيرة العرب.").places or ()}


def test_where_a_report_was_written_holds_no_event() -> None:
    """The place in the heading behind the outlet's name is no place of the report's; one in the text is."""
    places = read_document("صوت الغد – بغداد\nهز انفجار وسط مدينة أربيل.").places or ()
    assert [place.name for place in places] == ["أربيل"]


def test_what_a_ship_is_called_is_no_place() -> None:
    """The quoted name of a ship is no place, though a town bears it; a quoted town, or a ship in a town, is one."""
    assert "تمبكتو" not in found("هاجم مسلحون زورق «تمبكتو» في نهر النيجر.")
    assert "تمبكتو" in found("هاجم مسلحون مدينة «تمبكتو» في مالي.")
    assert "تمبكتو" in found("هاجم مسلحون زورقا في تمبكتو.")


def test_letters_without_end_before_a_town_are_none_of_its_name() -> None:
    """A run of thousands of letters in front of a town leaves the town and names nothing."""
    assert list(found("قصف الجيش " + "ب" * 20_000 + " مدينة حلب.")) == ["حلب"]


@pytest.mark.parametrize(("text", "names"), [
    ("حاصر الحوثيون المدعومون من إيران بلدة لودر.", ["لودر"]),
    ("حاصرت قوات مدعومة من قبل تركيا بلدة الباب.", ["الباب"]),
    ("حاصر الحوثيون العائدون من إيران بلدة لودر.", ["إيران", "لودر"]),
])
def test_the_land_that_backs_a_side_is_no_place(text: str, names: list[str]) -> None:
    """Nothing happens in a land that a side is backed by; where somebody came from is a place."""
    assert list(found(text)) == names


@pytest.mark.parametrize(("text", "names"), [
    ("قصفت الطائرات معسكرات حزب العمال الكردستاني في دهوك.", ["دهوك"]),
    ("قصفت الطائرات معسكر حزب العمال الكردستاني في دهوك.", ["معسكر حزب العمال الكردستاني", "دهوك"]),
    ("قصفت الطائرات معسكرات رعيان في دهوك.", ["معسكر رعيان", "دهوك"]),
])
def test_the_camps_of_a_side_have_no_name(text: str, names: list[str]) -> None:
    """Several camps of one side are told by whose they are; one of it, and camps of another name, are places."""
    assert list(found(text)) == names


@pytest.mark.parametrize(("text", "told"), [
    ("أصابت رصاصتان الفتى في الحوض.", False),
    ("أصابت قذيفتان بيتا في حوض اليرموك.", True),
])
def test_a_part_of_the_body_is_no_place(text: str, told: bool) -> None:
    """Who is hit in the pelvis is hit nowhere; the basin of a river is a place."""
    assert bool(found(text)) is told
@pytest.mark.parametrize(("text", "placed"), [
    ("أصيب جندي من قوات حكومة دمشق بقصف تركي.", False),
    ("التقى الوفد بقادة فصائل أنقرة أمس.", False),
    ("قصفت الطائرات قوات الحكومة في دمشق.", True),
    ("أصيب جندي من قوات الأمن في أنقرة.", True),
])
def test_the_capital_that_a_side_is_of_is_no_place(text: str, placed: bool) -> None:
    """Of "the government of Damascus" no place is told; of "the government in Damascus" one is."""
    names = {p.name for p in read_document(text).places or ()}
    assert bool(names & {"دمشق", "أنقرة"}) is placed


@pytest.mark.parametrize(("text", "names"), [
    ("قصفت الطائرات قرية تل الخزنة الآهلة بالمدنيين.", {"تل الخزنة"}),
    ("قصفت الطائرات قرية تل الخزنة القديمة.", {"تل الخزنة القديمة"}),
    ("أصيب أطفال خلال عملهم في جني المحصول.", set()),
])
def test_words_of_people_and_crops_are_no_names(text: str, names: set[str]) -> None:
    """That a village is inhabited is no part of its name, and a harvest no place."""
    assert set(found(text)) == names


@pytest.mark.parametrize(("text", "named"), [
    ("قصفت القوات السعودية مواقع وقرى المتمردين.", False), ("قصفت القوات السعودية مواقع وقرى الإرهابيين.", False),
    ("قصفت القوات السعودية مواقع وقرى المتراسين.", True),
])
def test_villages_of_rebels_have_no_name(text: str, named: bool) -> None:
    """A loaded word for a side behind a word for villages says whose they are; another word may be their name."""
    names = {p.name for p in places(text)}
    assert bool(names & {"المتمردين", "الإرهابيين", "المتراسين"}) is named
@pytest.mark.parametrize(("text", "names"), [
    ("سقطت القذائف على العاصمة الفعلية للتنظيم.", set()),
    ("سقطت القذائف على العاصمة المزعومة للتنظيم.", set()),
    ("سقطت القذائف على العاصمة العراقية.", {"بغداد"}),
])
def test_what_a_capital_is_said_to_be_is_no_name(text: str, names: set[str]) -> None:
    """An adjective that says what a capital is to somebody names no place; one of a nation does."""
    assert set(found(text)) == names


def test_a_town_spelled_like_two_quarters_is_one_of_a_list() -> None:
    """Hayyan in a list of towns is a town; the two quarters before their names still are quarters."""
    assert list(found("قصفت المدفعية بلدات حيان ومارع وعندان.")) == ["حيان", "مارع", "عندان"]
    assert list(found("قصفت المدفعية حيي الشعار والصاخور في حلب.")) == ["الشعار", "الصاخور", "حلب"]


@pytest.mark.parametrize(("text", "names"), [
    ("انفجر لغم على طريق مرور الدورية.", set()),
    ("انفجر لغم على طريق عودته من العمل.", set()),
    ("انفجر لغم على طريق خناصر.", {"طريق خناصر"}),
])
def test_the_road_somebody_takes_is_none_with_a_name(text: str, names: set[str]) -> None:
    """The road on which somebody passes or comes back is no place of that name."""
    assert set(found(text)) == names
def test_also_is_no_place() -> None:
    """"And likewise" goes on a list with the place behind it and names none itself."""
    assert set(found("سقطت قذائف على أحياء الجحملية وكذا صالة في تعز.")) == {"الجحملية", "صالة", "تعز"}


def test_a_verb_behind_villages_is_no_village() -> None:
    """Villages "from which the state is absent" are not called so; another word behind them is their name."""
    assert not found("دخل المسلحون ست قرى تغيب عنها الدولة.")
    assert "تغرين" in found("دخل المسلحون قرية تغرين.")


@pytest.mark.parametrize(("text", "placed"), [
    ("نشر بيان لفيلق القدس صورا.", False),
    ("نشر بيان لفيلق القدس صورا من القدس.", True),
    # where it is at home, and what it is in
    ("نشر بيان لقيادة عمليات بغداد صورا.", True),
    ("حققت المقاومة الشعبية في تعز تقدما.", True),
    ("نشر مركز المصالحة الروسي في حميميم صورا.", True),
])
def test_a_town_that_a_side_is_called_after_is_no_place(text: str, placed: bool) -> None:
    """A town abroad that a side is called after is not where something happened; one at home, or that it is in, is."""
    names = {place.name for place in read_document(text).places or ()}
    assert bool({"القدس", "بغداد", "تعز", "حميميم"} & names) is placed


@pytest.mark.parametrize(("text", "name"), [
    ("انفجرت قنبلة في منزل بكراتشي.", "كراتشي"),
    ("قتل رجل في ضاحية ببيروت.", "بيروت"),
    ("وقع انفجار في قرية بدرعا.", "درعا"),
    ("وقع انفجار في منزل بورقيبة.", "منزل بورقيبة"),
    ("قصف الطيران بلدة بصرى.", "بصرى"),
    ("دخل الجيش قرية بعرين الصغيرة.", "بعرين الصغيرة"),
    ("أصيب شاب في منطقة باب الحديد.", "باب الحديد"),
    ("دخل الجيش حي باب الهوارة.", "باب الهوارة"),
    ("انسحبوا من مناطق بذي كالب.", "ذي كالب"),
    ("دخل الجيش قرية كفر بغداد.", "كفر بغداد"),
])
def test_in_a_town_is_no_name(text: str, name: str) -> None:
    """"In" and a known place end no name of a house and are none of a quarter; a name or word that begins so is."""
    assert list(found(text)) == [name]
