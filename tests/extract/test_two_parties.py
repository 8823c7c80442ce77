"""Two sides in a row that sign, meet or clash are the two parties; sponsors, allies and a third side's foes are one."""

import pytest
from drafted import sides, told


@pytest.mark.parametrize(("text", "word"), [
    ("وقع الحوثيون والحكومة اليمنية على هدنة في مدينة الحديدة.", "هدنة"),
    ("اتفق الحوثيون والحكومة اليمنية على فتح الطرق في تعز.", "اتفق"),
    ("أعلن الوسيط أن الحوثيين والحكومة اليمنية توصلا إلى اتفاق في تعز.", "اتفاق"),
    ("اجتمع ممثلون عن الحوثيين والحكومة اليمنية في عمان.", "اجتمع"),
])
def test_of_two_sides_in_a_row_the_second_is_the_other_party(text: str, word: str) -> None:
    """Of "A and B signed a truce" A is the first side, and B the second."""
    assert sides(told(text, word)) == (["HOUTHIS"], ["YEM_GOV"])


def test_who_clash_are_two_parties() -> None:
    """Of "A and B clashed" A is the first side, and B the second."""
    assert sides(told("اشتبك الحوثيون والجيش اليمني في مدينة تعز.", "اشتبك")) == (["HOUTHIS"], ["YEM_GOV_FORCES"])


def test_sponsors_are_no_parties() -> None:
    """Those under whose auspices a truce came about stay one side together."""
    first, second = sides(told("دخلت هدنة برعاية روسيا وتركيا حيز التنفيذ في إدلب.", "هدنة"))
    assert not second and (not first or len(first) == 2)


def test_allies_who_fight_a_third_side_stay_together() -> None:
    """Of "A and B clashed with C", A and B are one side."""
    first, second = sides(told("اشتبك الحوثيون وقوات صالح مع الجيش اليمني في تعز.", "اشتبك"))
    assert set(first) == {"HOUTHIS", "SALEH_FORCES"} and second == ["YEM_GOV_FORCES"]


def test_who_call_for_a_truce_or_break_it_together_are_not_its_two_parties() -> None:
    """Those who call for a truce, and allies who broke one, stay one side."""
    assert not sides(told("دعت فرنسا وبريطانيا إلى هدنة في حلب.", "هدنة"))[1]
    first, second = sides(told("خرق الحوثيون وقوات صالح الهدنة في تعز.", "خرق"))
    assert set(first) == {"HOUTHIS", "SALEH_FORCES"} and not second
