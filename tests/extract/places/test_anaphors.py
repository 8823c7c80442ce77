"""Words that point back to a place."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or () if p.score >= 0.4]


@pytest.mark.parametrize(("text", "name"), [
    ("دارت معارك في سهل الروج في محافظة إدلب. ثم قصفوا المنطقة.", "سهل الروج"),
    ("دارت معارك في سهل الروج قرب مدينة أريحا. ثم قصفوا المنطقة.", "سهل الروج"),
    ("دارت معارك في سهل الروج. ثم وصلوا إلى أريحا وقصفوا المنطقة.", "أريحا"),
    ("دارت معارك قرب أريحا. ثم قصفوا المنطقة.", "أريحا"),
])
def test_the_area_is_the_place_of_which_a_text_tells(text: str, name: str) -> None:
    """"The area" is no province that only holds the place told, nor a town near it, unless nothing else is told."""
    assert found(text)[-1] == name


def test_the_word_of_a_facility_is_no_city_after_it() -> None:
    """"Al-Amara" is a city, but the building where one was told of before."""
    assert found("دخل الجنود العمارة أمس.") == ["العمارة"]
    assert found("اقتحموا عمارة يسكنها موظفون. ثم نسفوا العمارة أمس.") == []


def test_a_town_is_not_the_short_name_of_a_camp() -> None:
    """A name behind a word for towns stands for itself, also after a camp of that name."""
    assert found("هاجموا معسكر زملوكة. وحاصروا بلدتي نبل وزملوكة.") == ["معسكر زملوكة", "نبل", "زملوكة"]


@pytest.mark.parametrize(("text", "name"), [
    # told of in three sentences, though another town is named last
    ("دخل الجيش مدينة سراقب. وقتل مدنيون في سراقب. ووصل جرحى إلى أريحا. وقال ناشطون إن المدينة دمرت.", "سراقب"),
    # no word of place leads to the last one
    ("دخل الجيش مدينة سراقب. وقال محافظ حماة إن المدينة دمرت.", "سراقب"),
    # nor to one that acts
    ("دخل الجيش مدينة سراقب. ورفضت أريحا الهدنة. وقال ناشطون إن المدينة دمرت.", "سراقب"),
    # the first one is named once, and pointed to once
    ("دخل الجيش مدينة سراقب. وقصف المدينة مرتين. ثم توقف القتال. ودخل الجيش مدينة أريحا. ثم نهب المدينة.", "أريحا"),
    # only somebody came from the last one
    ("دخل الجيش مدينة سراقب. ووصلت تعزيزات من مدينة أريحا. وقال ناشطون إن المدينة دمرت.", "سراقب"),
    # somebody left it, which is told of it
    ("دخل الجيش مدينة سراقب. وانسحبت الفصائل من مدينة أريحا. وقال ناشطون إن المدينة دمرت.", "أريحا"),
    # the last one is told of as much
    ("دخل الجيش مدينة سراقب. ثم دخل مدينة أريحا. وقصف المدينة ليلا.", "أريحا"),
    # in the anaphor's own sentence
    ("دخل الجيش مدينة سراقب. وقتل مدنيون في سراقب. ثم دخل الجيش أريحا وقصف المدينة ليلا.", "سراقب"),
    ("دخل الجيش مدينة سراقب. وقتل مدنيون في سراقب. ثم حاصر الجيش أحياء في أريحا وقصف المدينة ليلا.", "أريحا"),
])
def test_the_city_is_the_one_told_of_most(text: str, name: str) -> None:
    """"The city" is that of which a text tells most and latest, if its own sentence tells of nothing in another one."""
    assert found(text)[-1] == name


@pytest.mark.parametrize(("text", "name"), [
    ("تقدم الجيش في مدينة عدن. وفي محافظة تعز الواقعة غرب البلاد قصف الحوثيون أحياء في المدينة.", "تعز"),
    ("دخل الجيش مدينة سراقب. وفي الزبداني غربي دمشق ألقى الطيران براميل على المدينة.", "الزبداني"),
    ("دخل الجيش مدينة سراقب. وقتل مدني شرق محافظة إدلب، ثم نهب المدينة.", "سراقب"),
])
def test_what_opens_a_sentence_is_the_city_in_it(text: str, name: str) -> None:
    """"The city" is the province or town that its sentence opens with, and no place that only says where that lies."""
    assert found(text)[-1] == name


def test_the_capital_of_the_country_told_of_last() -> None:
    """"The capital" is of the country whose capital was named last, not of that of a common word that names a place."""
    text = "هاجم مسلحون قاعدة في كابل. وعزى المبعوث الشعب. ووقع تفجير ثان في العاصمة."
    assert found(text)[-1] == "كابل"


def test_the_land_is_the_country_told_of_last() -> None:
    """"The land" is the country told of last, not a quarter that is called so behind a word of kind, nor any land."""
    assert found("هاجم مسلحون قاعدة في كابل. ووقع تفجير ثان شرقي البلد.")[-1] == "أفغانستان"
    assert "فلسطين" not in found("هاجم الجيش مدينة غزة. وتوغل في منطقة البلد وسط خان يونس.")
    assert "أفغانستان" not in found("هاجم مسلحون قاعدة في كابل. ووقع تفجير ثان في بلد عربي.")


def test_the_city_is_not_what_a_bracket_measures_from() -> None:
    """"The city" is the one that opens the sentence, and not that from which the bracket behind it says how far."""
    text = "في مدينة بيجي (20 كلم غربي مدينة تكريت مركز المحافظة) طوق الجيش المدينة."
    assert found(text)[-1] == "بيجي"
    assert found(text.replace("(20 كلم غربي ", "ثم ").replace(")", ""))[-1] == "تكريت"


@pytest.mark.parametrize(("text", "name"), [
    # what the text calls a village, whatever its name begins with
    ("قصفوا قرية الزيتونة. وأصيب مدني من قرية تل اللبن، وطال القصف محيط القرية.", "تل اللبن"),
    # what it calls an area is not "the city"
    ("قصفوا مدينة أعزاز. وأطلقت القذائف من منطقة تل رفعت على أحياء المدينة.", "أعزاز"),
    # nor is what one lies beside
    ("قصفوا حلب أمس. واستهدفوا مدينة أعزاز شمال حلب. وطال القصف روضة في المدينة.", "أعزاز"),
])
def test_a_pointer_means_what_the_text_calls_so(text: str, name: str) -> None:
    """"The village" and "the city" are places that the text has called so, and not those beside which they lie."""
    assert found(text)[-1] == name


def test_its_border_is_no_place_told_before() -> None:
    """ "Its border" is mostly a state's: it points to no town as "its outskirts" does."""
    assert found("قصف الجيش مدينة صور. وأغلقت الدولة حدودها.") == ["صور"]
    assert found("قصف الجيش مدينة صور. وقصف أطرافها.") == ["صور", "صور"]


def test_nothing_points_back_over_a_whole_book() -> None:
    """An anaphor is not sought among all places of a text without end, which would take the square of its length."""
    assert found("قصف الجيش بلدة صرين. " + "وقصف حي الزهور. " * 30 + "واقتحم البلدة.")[-1] == "صرين"
    assert found("قصف الجيش بلدة صرين. " + "وقصف حي الزهور. " * 450 + "واقتحم البلدة.")[-1] == "الزهور"


def test_surrounding_is_not_its_surroundings() -> None:
    """ "Areas surrounding Y" are around Y, and not the surroundings of what was told before."""
    assert found("قصف الجيش سرمين. وهاجم مناطق محيطة بمدينة إدلب.") == ["سرمين", "إدلب"]
    assert found("قصف الجيش سرمين. وهاجم محيطه.") == ["سرمين", "سرمين"]
    assert found("قصف الجيش سرمين. وهاجم محيطها.") == ["سرمين", "سرمين"]


def test_an_area_is_the_city_where_nothing_else_is() -> None:
    """What the text calls an area may be the city that it is known as, if it names no other."""
    assert found("قصفوا منطقة تل رفعت. وانسحبوا من المدينة.")[-1] == "تل رفعت"


def test_the_town_is_not_that_in_whose_countryside_it_lies() -> None:
    """ "The town" behind "the city of X in the countryside of Y" is X; behind Y alone it is Y."""
    one = read_document("دخل داعش مدينة القريتين بريف حمص. وشن هجوما على البلدة.").places or ()
    assert [p.name for p in one if p.rule == "anaphor"] == ["القريتين"]
    two = read_document("سيطر داعش على مواقع في ريف حمص. وشن هجوما على البلدة.").places or ()
    assert [p.name for p in two if p.rule == "anaphor"] == ["حمص"]


def test_the_town_is_not_that_near_which_it_lies() -> None:
    """ "The town" behind "X south of Y" is X; behind "south of Y" alone, or "the city", it is Y."""
    assert found("تسلل مسلحون إلى سرمين شرق إدلب وأحرقوا منازل في البلدة.")[-1] == "سرمين"
    assert found("دخل مسلحون حرستا شمال حمص وأحرقوا منازل في البلدة.")[-1] == "حرستا"
    assert found("تسلل مسلحون شرق إدلب وأحرقوا منازل في البلدة.")[-1] == "إدلب"
    assert found("تسلل مسلحون إلى سرمين شرق مدينة إدلب وأحرقوا منازل في المدينة.")[-1] == "إدلب"
