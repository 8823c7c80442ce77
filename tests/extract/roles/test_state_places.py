"""A state that does a deed is not where it is done."""

import pytest
from tests.extract.drafted import named, pointed, told

from sijill.extract.roles.state_places import is_the_doer, only_places


@pytest.mark.parametrize(("text", "place", "doer"), [
    ("أسقطت إسرائيل طائرة فوق الجولان.", "إسرائيل", True),
    ("أسقطت إسرائيل طائرة فوق الجولان.", "الجولان", False),
    ("وقعت بغداد اتفاقا مع طهران.", "بغداد", True),
    ("أطلق صاروخ على إسرائيل أمس.", "إسرائيل", False),
    ("أطلق صاروخ بإسرائيل أمس.", "إسرائيل", False),
])
def test_a_state_named_as_the_doer_is_no_place(text: str, place: str, doer: bool) -> None:
    """The word for a state that is the doer is no place of the deed; behind "in" or "on" it is."""
    view, _ = pointed(text, text.split()[0], "Other", "perfect")
    (number,) = [i for i, p in enumerate(view.places) if text[p.start : p.end].endswith(place)]
    assert is_the_doer(view, number, range(len(view.actors))) is doer
    assert not is_the_doer(view, number, [])


def test_a_group_named_by_a_place_leaves_it_a_place() -> None:
    """Men of a town, who are no state, are named by where it happens."""
    view, _ = pointed("اشتبكت كتائب مصراتة مع قوات القذافي.", "اشتبكت", "Armed clash", "perfect")
    assert not any(is_the_doer(view, i, range(len(view.actors))) for i in range(len(view.places)))


def test_another_place_is_taken_in_its_stead() -> None:
    """Of "A shot an aircraft down over P" the place is P, of "A signed a deal with B" there is none."""
    event = told("أسقطت إسرائيل طائرة بدون طيار فوق الجولان.", "أسقطت")
    assert [p.name for p in event.places] == ["الجولان"]
    assert told("وقعت بغداد اتفاقية أمنية مع طهران.", "اتفاقية").places == ()


@pytest.mark.parametrize(("text", "doer"), [
    ("استعاد اللواء 35 مدرع التلة في تعز.", True),
    ("هاجم الحوثيون معسكر اللواء 35 في تعز.", False),
])
def test_a_brigade_that_does_a_deed_is_no_camp(text: str, doer: bool) -> None:
    """A brigade's number names its camp too, but not where the brigade is the doer."""
    view, _ = pointed(text, text.split()[0], "Other", "perfect")
    camps = [i for i, p in enumerate(view.places) if "35" in text[p.start : p.end]]
    doers = [i for i, a in enumerate(view.actors) if text[a.start : a.end].startswith("اللواء")]
    assert all(is_the_doer(view, i, doers) is doer for i in camps)


@pytest.mark.parametrize(("text", "where"), [
    ("خطف سائح في جنوب تركيا.", ["تركيا"]),
    ("خطف سائح في طهران.", ["طهران"]),
    ("خطف قراصنة سفينة قبالة سواحل الصومال.", ["الصومال"]),
    ("أعلنت تركيا اعتقال مسلح.", []),
    ("طلب الوزير من تركيا اعتقال مسلح.", []),
    ("نفى تحالف دعم الشرعية في اليمن ذلك.", []),
])
def test_a_country_behind_in_is_where_something_is(text: str, where: list[str]) -> None:
    """A country or capital behind "in", "the south of" or "off" is no side; one behind a verb or "from" may be."""
    view, _ = pointed(text, text.split()[0], "Other", "perfect")
    assert named(view, only_places(view)) == where
    assert not any(one.id.startswith("TUR") for one in told("خطف سائح ألماني في جنوب تركيا.", "خطف").actor1)
