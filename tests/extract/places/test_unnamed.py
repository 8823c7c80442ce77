"""Facilities without a name, and such as are called by what tells of others."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or () if p.score >= 0.4]


@pytest.mark.parametrize("text", [
    "فجر مهاجم نفسه عند حاجز لخصومهم في إدلب.", "قتل ثلاثة في سوق للخضار في إدلب.", "دمر القصف محطة للكهرباء في إدلب.",
    "أصابت القذيفة مدرسة ابتدائية في إدلب.", "ذكرت قناة الشاهد أن القصف طال إدلب.", "قتل ثلاثة في مدرسة بإدلب.",
    "عالجهم مركز صحي في إدلب.",
])
def test_what_says_whose_or_how_a_facility_is_names_none(text: str) -> None:
    """A facility told with its owner, its use or an adjective has no name; the place that holds it has."""
    assert found(text) == ["إدلب"]


@pytest.mark.parametrize(("text", "names"), [
    ("انفجرت سيارة قرب حاجز للشرطة في إدلب.", ["إدلب"]),
    ("انفجرت سيارة قرب حاجز الشرطة في إدلب.", ["حاجز الشرطة", "إدلب"]),
    ("هاجم مسلحون مقر للعمال في إدلب.", ["إدلب"]),
    ("هاجم مسلحون مقر العمال في إدلب.", ["مقر العمال", "إدلب"]),
    ("قصفت الطائرات محطة وقود في إدلب.", ["إدلب"]),
    ("قصفت الطائرات محطة وقود الريان في إدلب.", ["محطة وقود الريان", "إدلب"]),
    ("هاجم مسلحون مركز شرطة \"الريان\" في إدلب.", ["مركز شرطة الريان", "إدلب"]),
    ("عثر الجنود على معمل لتفخيخ السيارات في إدلب.", ["إدلب"]),
    ("هاجم مسلحون قاعدة متقدمة في إدلب.", ["إدلب"]),
    ("احترق مبنى مؤلف من ثلاثة طوابق في إدلب.", ["إدلب"]),
    ("صادر الجنود ما في معمل سري في إدلب.", ["إدلب"]),
    ("صادر الجنود ما في معمل سراقة في إدلب.", ["معمل سراقة", "إدلب"]),
    ("قصفت الطائرات محطة بنزين ومركز تسوق في إدلب.", ["إدلب"]),
    ("قصفت الطائرات محطة بنزين الريان في إدلب.", ["محطة بنزين الريان", "إدلب"]),
    ("هاجم مسلحون قاعدة سنجة في إدلب.", ["قاعدة سنجة", "إدلب"]),
])
def test_whose_what_for_and_how_is_no_name(text: str, names: list[str]) -> None:
    """Whose an indefinite facility is, its use alone, or its like adjective, is no name; a definite owner is."""
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("نقلوا إلى مراكز احتجاز في إدلب.", ["إدلب"]),
    ("عثروا على مقابر جماعية في إدلب.", ["إدلب"]),
    ("اندلعت حرائق في حقول نفط في إدلب.", ["إدلب"]),
    ("قصفوا مستشفيات حماة في إدلب.", ["مستشفى حماة", "إدلب"]),
    ("قصفوا جبال رعيان في إدلب.", ["جبال رعيان", "إدلب"]),
])
def test_a_word_of_the_news_names_no_facilities(text: str, names: list[str]) -> None:
    """A word that news use names no plural of facilities, unless it is a known name; another word does."""
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("احترقت محطة وقود في إدلب.", ["إدلب"]),
    ("احترقت محطات وقود في إدلب.", ["إدلب"]),
    ('احترقت محطة "وقود" في إدلب.', ["محطة وقود", "إدلب"]),
    ("هاجموا مستشفى للأطفال في إدلب.", ["إدلب"]),
    ("هاجموا مستشفى الأطفال في إدلب.", ["مستشفى الأطفال", "إدلب"]),
    ("ردموا قناة تروي الحقول في إدلب.", ["إدلب"]),
    ("ردموا قناة السويس.", ["قناة السويس"]),
])
def test_what_a_facility_is_for_is_not_its_name(text: str, names: list[str]) -> None:
    """ "A fuel station", "a hospital for children", "a canal that waters" have no name; what is in quotes is one."""
    assert found(text) == names


@pytest.mark.parametrize("text", [
    "نقل الجرحى إلى مستشفى محلي في إدلب.", "انفجرت السيارة قرب فندق يملكه تاجر في إدلب.",
    "استهدف القصف مجمعا سكنيا وخندقا في إدلب.", "ذكر موقع \"زمان\" على الإنترنت أن القصف طال إدلب.",
    "انفجرت سيارة قرب مركز الشرطة في إدلب.",
])
def test_a_facility_that_is_only_described_has_no_name(text: str) -> None:
    """An adjective, a verb or its owner behind a facility is no name, and a site on the internet is no place."""
    assert found(text) == ["إدلب"]


@pytest.mark.parametrize(("text", "names"), [
    ("تراجعت القوات عن خط المواجهة في إدلب.", ["إدلب"]),
    ("تراجعت القوات عن خطوط القتال في إدلب.", ["إدلب"]),
    ("فر الجنود من ساحة المعركة في إدلب.", ["إدلب"]),
    ("وصل الرتل إلى مفترق طرق في إدلب.", ["إدلب"]),
    ("قصفت الطائرات قرى أمامية في إدلب.", ["إدلب"]),
    ("سيطر الجيش على جبل النار في إدلب.", ["جبل النار", "إدلب"]),
    ("وصل الرتل إلى مفترق الشهداء في غزة.", ["مفترق الشهداء", "غزة"]),
])
def test_where_fighting_goes_on_is_no_name(text: str, names: list[str]) -> None:
    """A line of confrontation, a battle ground and a crossroads have no name; a mountain may be called after fire."""
    assert found(text) == names
