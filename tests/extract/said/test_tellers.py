"""Who only tells of deeds, and who only stands by."""

import pytest
from tests.extract.drafted import named, sides, told, view_of

from sijill.extract.said.tellers import bystanders, cited, outsiders, telling


def test_who_is_cited_behind_a_deed_has_no_part_in_it() -> None:
    """The side "according to" which something happened is no party to it, but may be to what is told behind."""
    text = "تم قصف قرى في ناحية الدرباسية أمس وفق قوات سوريا الديمقراطية."
    assert "SDF" not in sum(sides(told(text, "قصف")), [])
    text = "بحسب الجيش الأمريكي فقد شن غارة على موقع لحركة الشباب في كيسمايو."
    assert sides(told(text, "غارة"))[0] == ["US_FORCES"]
    text = "قتل مدنيون في أبها وفق الحوثيين الذين قصفوا مطار أبها."
    assert sides(told(text, "قصفوا"))[0] == ["HOUTHIS"]


def test_who_tells_of_a_clause_that_goes_on_with_them_is_not_only_cited() -> None:
    """Who is cited with "according to" is found, but not where a relative clause tells what they did."""
    view = view_of("قتل مدنيون في أبها وفق الحوثيين. وجرح آخرون بحسب الجيش السعودي الذي قصف صعدة.")
    assert named(view, cited(view)) == ["الحوثيين"]


def test_accusers_and_speakers_of_no_party_only_tell() -> None:
    """Who accuses another and an official without a name only tell; an army that announces is a party still."""
    view = view_of("اتهم الجيش السوداني قوات الدعم السريع بقصف سوق. وأعلن الجيش اليمني سيطرته على تل.")
    assert named(view, telling(view)) == ["الجيش السوداني"]


def test_a_nationality_in_the_name_of_who_tells_is_outside() -> None:
    """The nationality within the name of an observatory and the people of the place are outside what they tell."""
    view = view_of("ذكر المرصد السوري لحقوق الإنسان أن الجيش التركي قصف قرية قرب عفرين.")
    assert named(view, outsiders(view)) == ["السوري"]


@pytest.mark.parametrize(("text", "found"), [
    ("وقع الهجوم الذي هز بغداد أمس، ثم هاجم المسلحون دمشق.", ["بغداد"]),
    ("دارت المعارك قرب الحدود مع أفغانستان.", ["أفغانستان"]),
    ("دارت المعارك قرب الحدود الغربية مع أفغانستان.", ["أفغانستان"]),
    ("توفي الفتى في المستشفى بعدما نقل من المخيم.", ["المستشفى"]),
    ("نقل الفتى إلى المستشفى بعد إطلاق النار.", ["المستشفى"]),
])
def test_who_only_stands_by_takes_no_part(text: str, found: list[str]) -> None:
    """A city that a blast shook, a state beyond a border and a hospital that takes somebody in are no sides."""
    view = view_of(text)
    assert named(view, bystanders(view)) == found


@pytest.mark.parametrize("text", [
    "قصفت الطائرات المستشفى في حلب.",
    "اشتبك الجيش مع أفغانستان في المنطقة.",
    "استهدف الهجوم بغداد أمس.",
])
def test_who_is_hit_or_fought_takes_part(text: str) -> None:
    """A hospital that is bombed, a state that is fought and a city that is struck may be sides."""
    view = view_of(text)
    assert not bystanders(view)


def test_the_people_of_a_place_who_tell_are_outside() -> None:
    """People of the place who only tell what happened have no part in it."""
    view = view_of("قال سكان محليون إن طائرات قصفت القرية.")
    assert named(view, outsiders(view)) == ["سكان"]


def test_whence_a_report_is_sent_takes_no_part() -> None:
    """The town and the state of a dateline are no sides; those of the report's own words may be."""
    view = view_of("كابول (أفغانستان) (وكالة) - هاجمت قوات أفغانستان قرية.")
    assert bystanders(view) == {0} and len(view.actors) > 1
