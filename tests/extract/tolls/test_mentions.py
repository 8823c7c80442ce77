"""The tolls that a sentence tells of those whom it told of before."""

import pytest
from tests.extract.tolls.test_items import Toll, counts

from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "expected"), [
    ("وضع مجهولون عبوة ناسفة في سيارة قيادي سابق، ما أدى لمقتله على الفور.", {("killed", 1, 1)}),
    ("أطلق مسلحون النار على موظف في البلدة مما أسفر عن إصابته بجروح.", {("wounded", 1, 1)}),
    ("انفجر لغم بسيارة الشقيقين ما أدى إلى مقتلهما.", {("killed", 2, 2)}),
    ("تضاربت الأنباء حول مقتله بعد القصف على البلدة.", set()),
    ("استهدفت الغارة منزله، ولم تؤد إلى مقتله.", set()),
])
def test_what_led_to_somebodys_own_death(text: str, expected: set[tuple[str, int, int]]) -> None:
    """ "Which led to his death" tells of one who was killed, where nothing counted him; news of a death does not."""
    assert {(m.kind, m.low, m.high) for m in read_document(text).casualties or ()} == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("أطلق مسلحون النار على حارس في المكلا فأردوه قتيلا.", {("killed", 1, 1)}),
    ("أطلق مجهولون الرصاص على شرطيين في غزة وأردوهما قتيلين.", {("killed", 2, 2)}),
    ("أطلق مجهولان الرصاص على شرطيين في غزة وأردياهما قتيلين.", {("killed", 2, 2)}),
    ("أطلق مجهولون الرصاص على حارس في غزة ولم يردوه قتيلا.", set()),
    ("أطلق مجهولون الرصاص على حارس في غزة فأردوه جريحا.", set()),
    ("أطلق مجهولون الرصاص على حارس في غزة فأردوه", set()),
])
def test_whom_a_verb_of_felling_laid_low(text: str, expected: set[tuple[str, int, int]]) -> None:
    """ "They laid him low, dead" tells of one dead, of two once, and of none where it is denied or he lives."""
    assert [(m.kind, m.low, m.high) for m in read_document(text).casualties or ()] == list(expected)


def test_who_was_counted_is_not_counted_again() -> None:
    """One who is told as killed does not die again of what led to his death."""
    tolls = read_document("قتل جندي في انفجار عبوة ما أدى إلى مقتله.").casualties or ()
    assert [(m.kind, m.low) for m in tolls] == [("killed", 1)]


@pytest.mark.parametrize(("text", "expected"), [
    ("سقط 15 قتيلا، من بينهم ثلاثة جنود، و12 مدنيا.", {("killed", 3, 3), ("killed", 12, 12)}),
    ("أوقع الانفجار 10 جرحى، بينهم 6 مدنيين و4 شرطيين.", {("wounded", 6, 6), ("wounded", 4, 4)}),
    ("قتل 26 شخصا - 14 متمردا و12 عنصرا من الجيش - وجرح طفل.",
     {("killed", 14, 14), ("killed", 12, 12), ("wounded", 1, 1)}),
    ("قتل ستة أشخاص، بينهم خمسة جنود ومدني.", {("killed", 5, 5), ("killed", 1, 1)}),
    # too few, of one side, and one who is named behind and joined by nothing, or is whose men they were
    ("سقط 15 قتيلا، من بينهم ثلاثة جنود، وضابطان.", {("killed", 15, 15)}),
    ("قتل خمسة أشخاص، بينهم ثلاث نساء وطفلان.", {("killed", 5, 5)}),
    ("قتل أربعة أشخاص، بينهم ثلاثة ناشطين في حماس، الجناح المسلح.", {("killed", 4, 4)}),
    ("قتل أربعة أشخاص، بينهم ثلاثة ناشطين والضابط في الشرطة يراقب.", {("killed", 4, 4)}),
    ("قتل 26 شخصا خلال العام، منهم 14 متمردا و12 عنصرا من الجيش.", set()),
])
def test_parts_of_several_sides_stand_for_the_whole(text: str, expected: set[Toll]) -> None:
    """Of "15, among them 3 soldiers and 12 civilians" the parts are told, where they are all and of several sides."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل ثلاثة جنود أمريكيين وجندي إيطالي في هجومين.", {("killed", 3, 3), ("killed", 1, 1)}),
    ("قتل ثلاثة جنود أمريكيين وجنديان فرنسيان في هجومين.", {("killed", 3, 3), ("killed", 2, 2)}),
    ("كان أربعة جنود أمريكيون وجندي أمريكي قد قتلوا.", {("killed", 5, 5)}),
])
def test_soldiers_of_two_nations_are_two_tolls(text: str, expected: set[Toll]) -> None:
    """Three soldiers of one nation and one of another are no four of either; of one nation they add up."""
    assert counts(text) == expected
