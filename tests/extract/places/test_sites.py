"""Places that the article and an adjective make names, and borders."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or () if p.score >= 0.4]


@pytest.mark.parametrize(("text", "name"), [
    ("نشر الجيش دبابات على الحدود مع العراق.", "الحدود مع العراق"),
    ("وصلت التعزيزات إلى الحدود السورية.", "الحدود السورية"),
    ("أغلقوا الحدود السورية التركية أمس.", "الحدود السورية التركية"),
    ("انتشرت قوات على الحدود السعودية اليمنية.", "الحدود السعودية اليمنية"),
    ("انتشرت قوات على الحدود اليمنية السعودية.", "الحدود اليمنية السعودية"),
    ("أغلقوا الحدود السورية - التركية أمس.", "الحدود السورية - التركية"),
    ("أغلقوا منطقة الحدود السورية التركية أمس.", "الحدود السورية التركية"),
])
def test_borders_are_named_after_their_states(text: str, name: str) -> None:
    """A border is a place with the state on its other side, or the states on both, as its name."""
    assert found(text) == [name]


@pytest.mark.parametrize(("text", "names"), [
    ("تجاوز القصف الحدود مع بداية الشتاء.", []),
    ("اشتبك حرس الحدود السعودي مع مهربين.", []),
    ("فتحوا الحدود أمام الفارين من حمص.", ["حمص"]),
    ("دارت معارك على حدود العراق.", ["العراق"]),
])
def test_a_border_without_a_state_has_no_name(text: str, names: list[str]) -> None:
    """Limits, a border that nobody names, and the edge of a country are no borders with a name."""
    assert found(text) == names


def test_the_olympic_stadium_is_told_by_its_adjective() -> None:
    """A facility with the article is named by an adjective that tells it from its like, else it points back."""
    assert found("سيطروا على الاستاد الأولمبي أمس.") == ["الاستاد الأولمبي"]
    assert found("سيطروا على الاستاد أمس.") == []


def test_a_highway_has_two_ends() -> None:
    """A dash between two places behind a road is the road's; a comma is not."""
    assert found("وقع الانفجار على الطريق السريع بغداد - كركوك.") == ["الطريق السريع بغداد - كركوك"]
    assert "كركوك" in found("وقع الانفجار على الطريق السريع بغداد، كركوك.")


def test_a_border_with_two_states_is_two_borders() -> None:
    """ "The border with X and Y" lists two borders; "and" before what is no state begins something else."""
    assert found("نشروا دبابات على الحدود مع إيران والعراق.") == ["الحدود مع إيران", "الحدود مع العراق"]
    assert found("نشروا دبابات على الحدود مع إيران وفي البصرة.") == ["الحدود مع إيران", "البصرة"]


@pytest.mark.parametrize(("text", "within"), [
    ("وقع انفجار في بلدة القاع القريبة من الحدود السورية.", "بعلبك الهرمل"),
    ("قتل مدنيون في حي الزنجيلي قرب حي الشفاء.", "الموصل"),
    ("قتل مدنيون في قرية السنابل قرب مدينة الباب.", "الباب"),
    ("انفجر لغم في مسجد النور بحي الشفاء.", "الشفاء"),
])
def test_what_is_near_a_border_or_a_quarter_is_not_in_it(text: str, within: str) -> None:
    """A place near a town lies with it, one in a quarter lies in it; near a border or a quarter it lies elsewhere."""
    assert (read_document(text).places or ())[0].within == within


@pytest.mark.parametrize(("text", "name"), [
    ("دارت معارك قرب أريحا. ثم قصف الطيران المنطقة الشمالية الغربية.", "المنطقة الشمالية الغربية"),
    ("دارت معارك قرب أريحا. ثم قصف الطيران المنطقة الغربية.", "المنطقة الغربية"),
    ("دارت معارك قرب أريحا. ثم قصف الطيران المنطقة المحاصرة.", "أريحا"),
])
def test_an_area_is_told_by_its_direction(text: str, name: str) -> None:
    """"The north-western area" has a name of its own; another area points to the place told of before."""
    assert found(text)[-1] == name


@pytest.mark.parametrize(("text", "points"), [
    ("دارت معارك في حي الزهور. وأصيب شاب بالرصاص الحي.", False),
    ("دارت معارك في حي الزهور. ودخل المسلحون الحي.", True),
    ("دارت معارك في بلدة الزهور. ودخل الرصاص البلدة.", True),
    ("قصفوا مديرية حيس. وانتشلت المديرية العامة الجثث.", False),
    ("قصفوا مديرية حيس. ودخلوا المديرية أمس.", True),
    ("قصفوا قضاء سنجار. وحكم القضاء العراقي عليهم.", False),
    ("قصفوا قضاء سنجار. وطالب القضاء الأعلى بذلك.", False),
    ("قصفوا قضاء سنجار. وأرادوا القضاء على الرماة.", False),
    ("قصفوا قضاء سنجار. ودخلوا القضاء فجرا.", True),
])
def test_live_bullets_and_bodies_point_to_no_place(text: str, points: bool) -> None:
    """Live bullets are no quarter, a directorate and a judiciary are no district; the words alone point back."""
    places = read_document(text).places or ()
    assert (len(places) == 2 and places[0].name == places[1].name) is points
