"""Lists of places: what goes on with what, and what lies in what."""

import pytest

from sijill.arabic.tokens import tokenize
from sijill.documents import PlaceMention
from sijill.extract.places.lists import leads_into, place_lists
from sijill.pipeline import read_document


def places(text: str) -> list[PlaceMention]:
    return [p for p in read_document(text).places or () if p.score >= 0.4]


def found(text: str) -> list[str]:
    return [p.name for p in places(text)]


def lists(text: str) -> list[list[str]]:
    document = read_document(text)
    return [[(document.places or ())[i].name for i in group] for group in place_lists(document)]


@pytest.mark.parametrize(("text", "listed"), [
    ("قصف الجيش بلدة حاس جنوب إدلب ومحيط كفرنبل.", ["حاس", "كفرنبل"]),
    ("قصف الجيش بلدة حاس جنوب إدلب، ومحيط بلدة كفرنبل.", ["حاس", "كفرنبل"]),
    # no extent: both are south of X
    ("قصف الجيش بلدة حاس جنوب إدلب وكفرنبل.", ["إدلب", "كفرنبل"]),
    # no direction: around both
    ("قصف الجيش بلدة حاس في محيط إدلب ومحيط كفرنبل.", ["إدلب", "كفرنبل"]),
])
def test_an_extent_goes_on_with_what_lies_in_a_direction(text: str, listed: list[str]) -> None:
    """"X south of A, and around Y" lists Y with X; without the extent, or the direction, Y goes on with A."""
    assert lists(text) == [listed]


@pytest.mark.parametrize(("text", "listed", "within"), [
    ("قصف الجيش بلدة حاس وجنوب حماة.", [["حاس", "حماة"]], "إدلب"),
    ("قصف الجيش بلدة حاس وبريف حماة.", [["حاس", "حماة"]], "إدلب"),
    ("قصف الجيش بلدة حاس جنوب حماة.", [], "حماة"),
    ("قصف الجيش بلدة حاس في شمال وغرب حماة.", [], "حماة"),
])
def test_and_before_a_direction_puts_nothing_into_it(text: str, listed: list[list[str]], within: str) -> None:
    """"X and south of Y" lists two places; "X south of Y" and "X in the north and west of Y" put X there."""
    document = read_document(text)
    assert lists(text) == listed
    assert next(p.within for p in document.places or () if p.name == "حاس") == within


@pytest.mark.parametrize(("text", "leads"), [("حاس جنوب حماة", True), ("حاس وجنوب حماة", False)])
def test_a_direction_leads_into_the_place_behind_it(text: str, leads: bool) -> None:
    """"X south of Y" leads from X into Y, "X and south of Y" does not."""
    assert leads_into(tokenize(text), 1, 2) is leads


@pytest.mark.parametrize(("text", "listed"), [
    ("قصف الجيش بلدة حاس، ضمن إقليم شمال وشرق سوريا.", []),
    ("قصف الجيش بلدة حاس، في شمال وشرق إدلب.", []),
    ("قصف الجيش بلدة حاس، وشرق إدلب.", [["حاس", "إدلب"]]),
])
def test_two_directions_are_of_one_place(text: str, listed: list[list[str]]) -> None:
    """The "and" between two directions of Y lists Y with nothing; one before a single direction does."""
    assert lists(text) == listed


def test_besides_goes_on_behind_a_holder() -> None:
    """"X in A, besides Y" lists Y with X; "X in A and Y" lists it with A."""
    assert lists("قصف الطيران كفرنبل في محافظة إدلب، فضلا عن أريحا.") == [["كفرنبل", "أريحا"]]
    assert lists("قصف الطيران كفرنبل في محافظة إدلب وأريحا.") == [["إدلب", "أريحا"]]


def test_a_town_spelled_almost_like_a_month_is_a_town() -> None:
    """A name that folding writes like a month is read by its own hamza, and a month stays a month."""
    def names(text: str) -> list[str]:
        return [p.name for p in read_document(text).places or () if p.score >= 0.4]

    assert names("شنت الطائرات غارات في مأرب وإب.") == ["مأرب", "إب"]
    assert names("شنت الطائرات غارات في إب ومأرب.") == ["إب", "مأرب"]
    assert names("شنت الطائرات غارات في مأرب في آب.") == ["مأرب"]


@pytest.mark.parametrize(("text", "listed"), [
    ("دخل الجيش بلدة حاس (قبل أيام) وكفرنبل وبسقلا.", ["حاس", "كفرنبل", "بسقلا"]),
    ("دخل الجيش بلدة حاس (جنوب إدلب) وكفرنبل.", ["حاس", "كفرنبل"]),
    ("دخل الجيش بلدة حاس (إدلب) وكفرنبل.", ["حاس", "كفرنبل"]),
    ("دخل الجيش بلدة حاس (40 كلم جنوب إدلب) وكفرنبل (50 كلم شمال غرب حماة).", ["حاس", "كفرنبل"]),
    ("دخل الجيش بلدة حاس (40 كيلومترا جنوب غربي إدلب) وكفرنبل.", ["حاس", "كفرنبل"]),
])
def test_what_stands_in_brackets_does_not_end_a_list(text: str, listed: list[str]) -> None:
    """A list goes on behind an aside in brackets, or behind what holds its place."""
    assert lists(text) == [listed]


@pytest.mark.parametrize(("text", "extents"), [
    ("قصف الجيش بلدات كفرنبل (جنوب إدلب) وحاس وبسقلا.", ["whole", "around", "whole", "whole"]),
    ("قصف الجيش بلدة حاس (40 كلم جنوب غرب إدلب) وكفرنبل.", ["whole", "around", "whole"]),
    ("قصف الجيش ريف إدلب وحماة.", ["countryside", "countryside"]),
])
def test_an_extent_in_brackets_is_not_that_of_the_places_behind(text: str, extents: list[str]) -> None:
    """Behind "X (south of A) and Y" Y is whole; an extent outside brackets goes on over the list."""
    assert [p.extent for p in read_document(text).places or ()] == extents


@pytest.mark.parametrize(("text", "listed"), [
    ("قصفوا بلدات كفرنبل وسوقه وحاس.", ["كفرنبل", "سوقه", "حاس"]),
    ("قصفوا بلدات كفرنبل ومعارك وحاس.", ["كفرنبل", "معارك", "حاس"]),
    ("قصفوا بلدة كفرنبل وينع.", ["كفرنبل", "ينع"]),
    ("قصفوا بلدة كفرنبل وسوقة.", ["كفرنبل", "سوقة"]),
    ("قصفوا قريتي كفرنبل وحلاقين.", ["كفرنبل", "حلاقين"]),
    ("قصفوا بلدة كفرنبل والحلاقين.", ["كفرنبل", "الحلاقين"]),
])
def test_a_list_holds_names_that_no_table_knows(text: str, listed: list[str]) -> None:
    """In a list of towns a word of the news or with "his" is a name; behind one town what is no verb nor possessed."""
    assert lists(text) == [listed]


@pytest.mark.parametrize("text", [
    "قصفوا بلدات كفرنبل ومعارك عنيفة.", "قصفوا بلدة كفرنبل ومعارك وحاس.", "قصفوا بلدة كفرنبل وينشرون.",
    "قصفوا بلدة كفرنبل وسوقه.", "قصفوا بلدة كفرنبل ويرمون.", "قصفوا بلدة كفرنبل ومعارك.",
    "أصابت قذيفة طفلا في كفرنبل، وراعيان في حقل.", "أصابت قذيفة طفلا في كفرنبل وتاجرين.",
    "أصابت قذيفة طفلا في كفرنبل والمارة.",
])
def test_a_list_ends_before_what_only_looks_like_a_name(text: str) -> None:
    """A word of the news that ends a list, or a verb, men or "his market" behind one town, is no town."""
    assert lists(text) == []


@pytest.mark.parametrize(("text", "listed"), [
    ("قصف الجيش بلدة حاس و كفرنبل.", ["حاس", "كفرنبل"]),
    ("قصف الجيش بلدة حاس، وكفرنبل وسقط جريح.", ["حاس", "كفرنبل"]),
    # where the next clause happens, also where "in" is written onto the name
    ("قصف الجيش بلدة حاس، وفي كفرنبل قتل جندي.", []),
    ("قصف الجيش بلدة حاس، وبكفرنبل قتل جندي.", []),
    # what it lies in or beside
    ("قصف الجيش بلدة حاس، بمحافظة إدلب.", []),
    ("قصف الجيش بلدة حاس، محيط إدلب.", []),
])
def test_a_comma_goes_on_with_a_list_or_leaves_it(text: str, listed: list[str]) -> None:
    """Behind a comma "and Y" is one more place; "and in Y" opens a clause, "in A" and "around A" say where X lies."""
    assert lists(text) == ([listed] if listed else [])


def test_a_city_behind_a_city_that_holds_goes_on_with_it() -> None:
    """Of "X in the city of A and the city of Y" A and Y are the list; a village behind the city goes on with X."""
    assert lists("قصف الجيش بلدة حاس في مدينة إدلب ومدينة حماة.") == [["إدلب", "حماة"]]
    assert lists("قصف الجيش بلدة حاس في مدينة إدلب وبلدة كفرنبل.") == [["حاس", "كفرنبل"]]


def test_beside_a_border_nothing_lies_in_it() -> None:
    """A town near a border lies where it lay before, and not in the border."""
    places = read_document("انتشر الجيش في بلدة حاس قرب الحدود التركية.").places or ()
    assert [(p.name, p.within) for p in places][0] == ("حاس", "إدلب")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("دارت معارك في حي جوبر، وفي حرستا قصفت المدفعية السوق.", False),
        ("دارت معارك في حي جوبر، وفي مدينة حرستا قتل شاب.", False),
        ("دارت معارك في حي جوبر، وفي حرستا غارات مكثفة.", False),
        ("دارت معارك في حي جوبر، وفي حرستا.", True),
        ("دارت معارك في حي جوبر، وفي حرستا المحاصرة.", True),
        ("دارت معارك في حي جوبر، وفي حرستا أدت إلى نزوح الأهالي.", True),
        ("دارت معارك في حي جوبر، وفي حرستا، وقصفت المدفعية السوق.", True),
    ],
)


def test_and_in_opens_a_clause_where_one_follows(text: str, listed: bool) -> None:
    """", and in Y" with a verb or trigger right behind begins a clause; without, Y is one more of the list."""
    assert bool(place_lists(read_document(text))) is listed


def test_a_preposition_said_twice_joins_a_list() -> None:
    """ "On X and on Y" is one list, as "on X and Y" is; another preposition begins another place."""
    twice = read_document("سيطر الجيش السوري على قرية كفرنبل وعلى حي الزهور.")
    assert [len(group) for group in place_lists(twice)] == [2]
    edged = read_document("دارت اشتباكات على أطراف حي الزهور وعلى أطراف حي الخزان.")
    assert [len(group) for group in place_lists(edged)] == [2]
    other = read_document("انسحب الجيش السوري من قرية كفرنبل وفي حي الزهور دارت اشتباكات.")
    assert place_lists(other) == ()


def test_the_two_towns_are_both_of_them() -> None:
    """What points back to two places is a list of both; what points back to one is no list."""
    two = read_document("دخلت القوات بلدة كفرنبل وبلدة معرة حرمة. ثم انسحبت من البلدتين ليلا.")
    assert two.places is not None
    (group,) = [g for g in place_lists(two) if g[0] >= 2]
    assert [two.places[i].name for i in group] == ["كفرنبل", "معرة حرمة"]
    one = read_document("دخلت القوات بلدة كفرنبل. ثم انسحبت من البلدة ليلا.")
    assert place_lists(one) == ()


def test_what_a_comma_puts_into_a_place_is_no_list_with_it() -> None:
    """ "In X, in the countryside of A" names one place and where it lies; "and" makes two places of it."""
    text = "قصفت الطائرات بلدة حاس، في ريف إدلب الجنوبي."
    assert lists(text) == []
    (place,) = [p for p in places(text) if p.name == "حاس"]
    assert place.within == "إدلب"
    assert lists("انفجرت عبوة في بلدة حاس، جنوبي إدلب.") == []
    assert lists("انفجرت عبوة في بلدة حاس وسط سوريا.") == []
    assert lists("قصفت الطائرات بلدة حاس، وريف إدلب الجنوبي.") == [["حاس", "إدلب"]]
    assert lists("انفجرت عبوات في سراقب، في حاس، وفي سرمين.") == [["سراقب", "حاس", "سرمين"]]


def test_a_list_goes_on_behind_the_place_that_holds_a_member() -> None:
    """ "Village X in A and town Y" lists X and Y; "X in A and B" puts X into both."""
    assert lists("قصف الجيش قرية حاس في ريف إدلب وأطراف مدينة اللطامنة.") == [["حاس", "اللطامنة"]]
    assert lists("قصف الجيش سراقب في إدلب واللطامنة في حماة.") == [["سراقب", "اللطامنة"]]
    assert lists("قصف الجيش بلدة حاس في ريف إدلب وريف حماة.") == [["إدلب", "حماة"]]


def test_a_list_goes_on_with_the_surroundings_of_another() -> None:
    """ "X south of A, and around Y" lists X and Y, and puts A into nothing; "near A, and around Y" lists A and Y."""
    text = "قصف الجيش قرية حاس جنوبي إدلب، ومحيط سراقب وسرمين."
    assert lists(text) == [["حاس", "سراقب", "سرمين"]]
    assert [p.within for p in places(text) if p.name == "إدلب"] != ["سراقب"]
    assert lists("سقطت قذائف قرب إدلب، ومحيط سراقب.") == [["إدلب", "سراقب"]]


def test_an_adjective_after_a_member_does_not_end_the_list() -> None:
    """ "The northern countryside of X and Y" is a list, though a word stands before "and"."""
    assert lists("قصف الجيش ريف إدلب الجنوبي وريف حماة.") == [["إدلب", "حماة"]]
    assert lists("سيطر الجيش على محطة القطار المجاورة وفندق النخيل.") == [["محطة القطار", "فندق النخيل"]]


def test_a_country_is_not_listed_with_a_place_inside_one() -> None:
    """The country on the other side of a border is no second place."""
    assert lists("دارت مواجهات على الحدود بين قطاع غزة وإسرائيل.") == []
    assert lists("عقدت محادثات بين سوريا ولبنان.") == [["سوريا", "لبنان"]]


def test_two_kinds_of_one_name_are_a_list() -> None:
    """ "The airport and port of X" are two places of one event, though both end with the same name."""
    assert lists("سيطر الجيش على مطار وميناء اللاذقية.") == [["مطار اللاذقية", "ميناء اللاذقية"]]


def test_another_name_in_brackets_is_no_member() -> None:
    """ "X (Y) and Z" lists X and Z: Y is X by another name, or where it lies."""
    assert lists("قصفت الطائرات عين العرب (كوباني) ومنبج.") == [["عين العرب", "منبج"]]


def test_a_side_of_a_place_goes_on_with_a_list() -> None:
    """ "The edges of X and the western side of Y" lists both."""
    assert lists("دارت معارك على أطراف سراقب والجهة الغربية من سرمين.") == [["سراقب", "سرمين"]]


def test_the_second_name_of_two_may_look_like_an_adjective() -> None:
    """After a dual kind word what follows "and" is a name, whatever else the word means; elsewhere it need not be."""
    assert lists("قصفت الطائرات منطقتي السويق والجبلية.") == [["السويق", "الجبلية"]]
    assert "الجبلية" not in found("قصفت الطائرات سراقب والجبلية من الطرق.")


def test_a_definite_kind_with_its_adjective_begins_a_list() -> None:
    """ "The Green City and X" lists two places."""
    assert lists("دارت اشتباكات في المدينة الخضراء وجعولة.") == [["المدينة الخضراء", "جعولة"]]


def test_a_list_goes_on_behind_the_surroundings_of_a_member() -> None:
    """ "X and its surroundings and Y" lists Y too."""
    assert "سرمين" in found("سيطر الجيش على بلدة حاس ومحيطها وسرمين.")
    assert lists("سيطر الجيش على بلدة حاس ومحيطها وسرمين.") == [["حاس", "حاس", "سرمين"]]


def test_an_unknown_name_that_a_listed_place_follows_is_a_place() -> None:
    """ "In Xyz and Aleppo" says that Xyz is a place, as Aleppo is."""
    assert lists("دارت اشتباكات في الخلوفية وحلب.") == [["الخلوفية", "حلب"]]
    assert found("دارت اشتباكات مع الخلوفية أمس.") == []


def test_besides_goes_on_with_a_list() -> None:
    """A place that follows "in addition to" is one more of the list; a deed there begins another."""
    assert ["باجل", "معسكر الجبانة"] in lists("قصف الطيران مديرية باجل، بالإضافة إلى معسكر الجبانة.")
    assert lists("قصف الطيران شرق مديرية حيس، بالإضافة إلى غارتين في الخوخة.") == []


def test_a_list_goes_on_behind_also_and_behind_a_preposition() -> None:
    """"X, and also Y", "the whole of X, and on parts of Y" and "in X and at Y" are lists, however far their "in"."""
    assert lists("قصف الجيش بلدتي حيش وحاس، وكذلك معرة حرمة وأجزاء من سرمين.") == [
        ["حيش", "حاس", "معرة حرمة", "سرمين"]]
    assert lists("سيطر الجيش على بلدة حاس بأكملها، وعلى أجزاء من قرية الجبين.") == [["حاس", "الجبين"]]
    assert lists("دارت معارك في حي الزهور ومحيط كلية الهندسة والمعهد الصناعي، وفي الرصافة وعند دوار البانوراما.") == [
        ["الزهور", "كلية الهندسة", "المعهد الصناعي", "الرصافة", "دوار البانوراما"]]


def test_another_preposition_goes_on_with_no_list() -> None:
    """"On X in A, and on Y" lists no A with Y; what a verb tells behind "also" is no member."""
    assert lists("قصف الجيش قرية حاس التي تسيطر عليها المعارضة في ريف حلب، وعلى قرية سرجة.") == []
    assert lists("قصف الجيش بلدة حيش، وكذلك قتل شاب في سرمين.") == []


def test_a_town_and_its_camp_are_a_list() -> None:
    """"Town X and its port" names the port of X; a word with a pronoun that is no facility of towns is no place."""
    assert lists("سيطر الجيش على مدينة المخا ومينائها.") == [["المخا", "ميناء المخا"]]
    assert lists("قصف الجيش مدينة جنين ومخيمها وبلدة برقين.") == [["جنين", "مخيم جنين", "برقين"]]
    assert lists("قصف الجيش مدينة جنين ومدارسها.") == []
    assert lists("قصف الجيش محافظة إدلب ومطارها.") == []


@pytest.mark.parametrize(("text", "names"), [
    ("اعتقلت الشرطة العشرات في أنقرة وطرابزون (شمال) وقونية (وسط) ومانيسا (شمال غرب).",
     ["أنقرة", "طرابزون", "قونية", "مانيسا"]),
    ("اعتقلت الشرطة العشرات في أنقرة ومانيسا (شمال غرب) وطرابزون.", ["أنقرة", "مانيسا", "طرابزون"]),
    # other words in brackets end the list
    ("اعتقلت الشرطة العشرات في أنقرة وأضنة (بحسب الوكالة) وزعموا ذلك.", ["أنقرة", "أضنة"]),
])
def test_a_list_goes_on_over_where_its_places_lie(text: str, names: list[str]) -> None:
    """What says in brackets in which part of the land a place lies does not end the list that it stands in."""
    assert [place.name for place in read_document(text).places or ()] == names


@pytest.mark.parametrize("means", ["براجمات الصواريخ", "بقذائف الهاون", "بمدافع ثقيلة"])
def test_what_a_place_was_shelled_with_is_not_of_its_name(means: str) -> None:
    """The guns that places of a list were shelled with end the name of its last."""
    places = read_document(f"قصف الجيش الحر مدن خان أرنبة والبعث {means}.").places or ()
    assert [place.name for place in places] == ["خان أرنبة", "البعث"]


@pytest.mark.parametrize(("text", "name", "within"), [
    ("دخل المسلحون مدينة المكلا، ثم اقتحموا السجن المركزي.", "السجن المركزي", "المكلا"),
    ("قصفت الطائرات كلية الاقتصاد، وتقدم الجيش في مدينة حلب.", "كلية الاقتصاد", "حلب"),
    # a city of the governorate that is called as the city of the table
    ("دخل المسلحون مدينة القامشلي، ثم اقتحموا السجن المركزي.", "السجن المركزي", "القامشلي"),
    ("دخل المسلحون محافظة حضرموت، ثم اقتحموا السجن المركزي.", "السجن المركزي", "حضرموت"),
])
def test_what_every_city_has_lies_in_the_city_that_is_told_of(text: str, name: str, within: str) -> None:
    """A facility without a name of its own that the table knows in one city lies in the other city that is told of."""
    assert [p.within for p in places(text) if p.name == name] == [within]


@pytest.mark.parametrize("text", [
    "دخل المسلحون مدينة الحسكة، ثم اقتحموا السجن المركزي، وقصفوا مدينة القامشلي.",
    "دخل المسلحون حي غويران، ثم اقتحموا السجن المركزي، وقصفوا مدينة حلب.",
    "اقتحم المسلحون السجن المركزي في سوريا.",
    "اقتحم المسلحون السجن المركزي.",
])
def test_what_every_city_has_lies_in_the_city_of_the_table_that_is_told_of(text: str) -> None:
    """Such a facility lies in the table's city where a report names it, its quarter, or no place but a country."""
    assert [p.within for p in places(text) if p.name == "السجن المركزي"][0] in ("الحسكة", "سوريا")


def test_a_facility_with_a_name_stays_in_its_city() -> None:
    """A hospital that is called by a name of its own lies in its city, whichever city a report tells of."""
    text = "قصف الجيش مدينة دير البلح، ثم حاصر مستشفى أبو يوسف النجار."
    assert [p.within for p in read_document(text).places or () if p.name.endswith("النجار")] == ["رفح"]


@pytest.mark.parametrize(("text", "names"), [
    ("قصفوا منطقتي الكوم وكتف الحدروش وقرية سلوكة.", ["الكوم", "كتف الحدروش", "سلوكة"]),
    ("قصفوا قرى سلوكة وأكراد الحدروش بالمدفعية.", ["سلوكة", "أكراد الحدروش"]),
    ("قصفوا قرى سلوكة وقتلوا الحدروش أمس.", ["سلوكة"]),
    ("قصفوا قرى سلوكة وكتف المدنيين أمس.", ["سلوكة"]),
    ("قصفوا قرى سلوكة وكتف حدروش، وانسحبوا.", ["سلوكة"]),
    ("قصفوا قرى سلوكة وكتف سراقب، وانسحبوا.", ["سلوكة", "سراقب"]),
    ("قصفوا قرى سلوكة وكتف القامشلي، وانسحبوا.", ["سلوكة", "القامشلي"]),
    ("قصفوا قرى سلوكة وكتف", ["سلوكة"]),
    ("قصفوا قرى سلوكة وأتباع الحدروش أمس.", ["سلوكة"]),
    ("قصفوا قرى سلوكة ومقاتلي الحدروش، وانسحبوا.", ["سلوكة"]),
    ("قصفوا قرى سلوكة والمدفعية الحدروشية بالصواريخ.", ["سلوكة"]),
    ("قصفوا قرى سلوكة ومساء الحدروش، وانسحبوا.", ["سلوكة"]),
    ("قصفوا قرى سلوكة وعناصر الصمع، وانسحبوا.", ["سلوكة", "الصمع"]),
    ("قصفوا قرى سلوكة وكتف الحدروش يهتز أمس.", ["سلوكة"]),
    ("قصفوا قرية سلوكة وكتف الحدروش وقرية لوط.", ["سلوكة", "لوط"]),
])
def test_a_common_word_of_a_strange_one_is_a_member(text: str, names: list[str]) -> None:
    """Among several places "the shoulder of X" is one where nothing knows X and the list ends or goes on."""
    assert [p.name for p in read_document(text).places or ()] == names


@pytest.mark.parametrize(("text", "listed"), [
    ("سيطروا على بلدتي نبل والزهراء، حريتان، عندان، رتيان، شيخ سعود، زرزيتا.", ["شيخ سعود", "زرزيتا"]),
    ("سيطروا على بلدتي نبل والزهراء، عندان، رتيان، شيخ سعود، زرزيتا.", []),
    ("سيطروا على بلدتي نبل والزهراء وعندان ورتيان وحريتان، شيخ سعود، زرزيتا.", []),
    ("سيطروا على مدن نبل والزهراء وحريتان وعندان. وفي حمص، حلب، إدلب، درعا، شيخ سعود انسحبوا.", []),
])
def test_a_list_from_comma_to_comma_goes_on_with_any_names(text: str, listed: list[str]) -> None:
    """Behind three towns set off by commas further ones are read as in a list of towns, behind fewer or cities not."""
    names = [p.name for p in read_document(text).places or ()]
    assert [name for name in ("شيخ سعود", "زرزيتا") if name in names] == listed


@pytest.mark.parametrize(("text", "listed"), [
    ("سيطروا على فندق البلدية ومحطة القطار المجاورة له وفندق النوران.", True),
    ("سيطروا على فندق البلدية ومحطة النقل التابعة وقالوا له إن فندق النوران بعيد.", False),
])
def test_what_a_member_is_next_to_does_not_end_a_list(text: str, listed: bool) -> None:
    """ "X next to it, and Y" is one list; a pronoun in a clause of its own joins nothing."""
    document = read_document(text)
    last = len(document.places or ()) - 1
    assert any(last in group for group in place_lists(document)) is listed
