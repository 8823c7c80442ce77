"""Names of places that are an outlet's."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or ()]


@pytest.mark.parametrize("text", [
    "قتلت مراسلة الجزيرة في جنين.",
    "قالت قناة الجزيرة إن جنين حوصرت.",
    "قالت مراسلة قناة الجزيرة القطرية إن جنين حوصرت.",
    'قصفوا مكتب "الجزيرة" في جنين.',
    "قالت نيويورك تايمز إن جنين حوصرت.",
])
def test_an_outlet_is_no_place(text: str) -> None:
    """Behind a word for an outlet or for whom it sends, or as the begin of its name, a place's name is the outlet's."""
    assert found(text) == ["جنين"]


@pytest.mark.parametrize(("text", "names"), [
    ("دخلت القوات الجزيرة السورية.", ["الجزيرة السورية"]),
    ("اجتمع الوزراء في نيويورك.", ["نيويورك"]),
    # the name is longer than the outlet's
    ("اشتعلت سيارة الجزيرة السورية.", ["الجزيرة السورية"]),
    # news of today
    ("قصف الجيش حلب اليوم.", ["حلب"]),
    ("قال مراسل في حلب إن القصف تجدد.", ["حلب"]),
])
def test_a_place_is_one_where_no_outlet_is_meant(text: str, names: list[str]) -> None:
    """Elsewhere the same names are places, also before a word for a day that an outlet's name ends with."""
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("قال ضابط لـ«الشرق الأوسط» إن الجنود فروا.", []),
    ('قال ضابط ل"الجزيرة" إن الجنود فروا.', []),
    ("سافر ضابط إلى «الشرق الأوسط» قبل عام.", ["الشرق الأوسط"]),
    ("تاجر ضابط بالسلاح لشركات الشرق الأوسط.", ["الشرق الأوسط"]),
])
def test_whom_somebody_tells_it_is_an_outlet(text: str, names: list[str]) -> None:
    """A place's name in quotes behind "to" is the paper's of that name; without either it is the place."""
    assert found(text) == names
