"""Names of places that are a person's."""

import pytest

from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "names"), [
    ("وصل النائب حارث العبيدي صباحا. وأصيب العبيدي في هجوم على كركوك.", ["كركوك"]),
    ("وصل محمد علي الشدادي صباحا. وتعرض موكب الشدادي لكمين في لودر.", ["لودر"]),
    # a town by its word of kind or by "in", and one whose name no person has
    ("وصل النائب حارث العبيدي صباحا. وقصفت الطائرات مدينة العبيدي ليلا.", ["العبيدي"]),
    ("وصل محمد الشدادي صباحا. وسمع انفجار في الشدادي ليلا.", ["الشدادي"]),
    ("وصل محمد الشدادي صباحا. وقصفت الطائرات مدينة الشدادي، ثم خلت الشدادي.", ["الشدادي", "الشدادي"]),
    ("غادر صالح صنعاء صباحا، ثم حوصرت صنعاء.", ["صنعاء"]),
    ("وصل الرتل صباحا. وتعرض موكب الشدادي لكمين في لودر.", ["الشدادي", "لودر"]),
])
def test_a_town_called_like_a_person_of_the_text_is_that_person(text: str, names: list[str]) -> None:
    """A town's name that the text has behind a first name is the person's elsewhere too, but behind "in" or "town"."""
    assert [p.name for p in read_document(text).places or ()] == names
