"""Whose people a sentence counts."""

import pytest

from sijill.pipeline import read_document


def whose(text: str) -> list[str | None]:
    """The side of each toll, as its own words name it."""
    return [m.who for m in read_document(text).casualties or ()]


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل ثلاثة أشخاص يشتبه في أنهم من عناصر داعش.", ["IS"]),
    ("اعتقلت الشرطة 7 أشخاص من المشتبه في انتمائهم إلى تنظيم \"داعش\".", ["IS"]),
    ("قتل عشرة مسلحين على الأقل ينتمون إلى داعش.", ["IS"]),
    ("اعتقلت الشرطة رجلين يعتقد أنهما متورطان في هجوم داعش.", ["CIVILIANS"]),
    ("قتل ثلاثة أشخاص وينتمي المهاجم إلى داعش.", ["CIVILIANS"]),
    ("قتل عشرة أشخاص ينتمون لداعش.", ["IS"]),
    ("اعتقلت الشرطة ستة ممن يشتبه بانتمائهم لداعش.", ["IS"]),
    ("اعتقلت الشرطة 9 عناصر مفترضين في داعش.", ["IS"]),
    ("قتل ثلاثة أشخاص يعتقد أن داعش أعدمهم.", ["CIVILIANS"]),
    ("قتل ثلاثة أشخاص يعتقد حزب الله أنهم أبرياء.", ["CIVILIANS"]),
    ("قتل ثلاثة أشخاص في هجوم يعتقد أنه من تنفيذ داعش.", ["CIVILIANS"]),
])
def test_people_are_of_the_side_that_they_are_thought_to_belong_to(text: str, expected: list[str]) -> None:
    """Those suspected to be a group's members are its dead or captives; those suspected of a deed are not."""
    assert whose(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل تسعة أشخاص من عناصر داعش في الغارة.", ["IS"]),
    ("قتل تسعة أشخاص على الأقل من مقاتلي داعش في الغارة.", ["IS"]),
    ("قتل تسعة أشخاص من العراقيين في الغارة.", ["CIVILIANS"]),
    ("قتل تسعة أشخاص من المدنيين في الغارة.", ["CIVILIANS"]),
    ("قتل تسعة أشخاص من المتظاهرين في الغارة.", ["PROTESTERS"]),
    ("قتل تسعة أشخاص برصاص مقاتلي داعش.", ["CIVILIANS"]),
    ("قتل تسعة من رجال الشرطة العراقية في هجوم لداعش.", ["IRQ_POLICE"]),
    ("قتل تسعة أطفال من داعش في الغارة.", ["CIVILIANS"]),
])
def test_persons_of_a_sides_men_are_its_own(text: str, expected: list[str]) -> None:
    """Persons that are counted "of" a side's fighters, or of a crowd, are of it; of a nation, or children, are not."""
    assert whose(text) == expected


def test_a_number_of_them_are_nobody_s() -> None:
    """ "A number of them" are of those told before, whoever these were: no civilians."""
    assert whose("هاجم الجنود المسلحين وقتلوا عددا منهم.") == [None]


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل نائب قائد الجيش اللبناني في كمين.", ["LEB_ARMY"]),
    ("قتل رئيس الوزراء الإسرائيلي في هجوم.", ["ISR_GOV"]),
    ("قتل مدير مستشفى في غارة للجيش اللبناني.", ["CIVILIANS"]),
    ("قتل مدير كان يزور الجيش اللبناني.", ["CIVILIANS"]),
])
def test_who_holds_an_office_is_of_its_side(text: str, expected: list[str]) -> None:
    """One man who is told by his office with a side is that side's dead; a director of a house is a civilian."""
    assert whose(text) == expected
