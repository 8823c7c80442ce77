"""The tolls that a sentence tells of those whom it told of before."""

import pytest

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


def test_who_was_counted_is_not_counted_again() -> None:
    """One who is told as killed does not die again of what led to his death."""
    tolls = read_document("قتل جندي في انفجار عبوة ما أدى إلى مقتله.").casualties or ()
    assert [(m.kind, m.low) for m in tolls] == [("killed", 1)]
