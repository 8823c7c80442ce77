"""Who leaves after a strike, or under one, has not struck."""

import pytest
from tests.extract.drafted import told


def doers(text: str, word: str) -> list[str]:
    """The first sides of the event that a word tells."""
    return [side.id for side in told(text, word).actor1]


@pytest.mark.parametrize(("text", "word"), [
    ("انسحب مقاتلو داعش من بلدة صرين تحت وطأة غارات جوية كثيفة.", "غارات"),
    ("انسحب مقاتلو داعش من بلدة صرين بعد اشتباكات مع الوحدات الكردية وقصف مدفعي طال البلدة.", "قصف"),
    ("غادر الحوثيون مدينة حيس إثر غارات كثيفة.", "غارات"),
])
def test_who_leaves_after_a_strike_has_not_struck(text: str, word: str) -> None:
    """Of "A withdrew from P under heavy raids" the raids are not A's."""
    assert not {"IS", "HOUTHIS"}.intersection(doers(text, word))


@pytest.mark.parametrize(("text", "word", "side"), [
    # a raid that is told by its own owner
    ("انسحب الحوثيون من مدينة حيس بعد غارات للتحالف العربي.", "غارات", "SAUDI_COALITION"),
    # who comes in after shelling may have shelled
    ("دخل الحوثيون مدينة حيس بعد قصف مدفعي كثيف.", "قصف", "HOUTHIS"),
    # another verb stands between
    ("انسحب الحوثيون من مدينة حيس بعد ساعات، وشنوا قصفا مدفعيا على مدينة المخا.", "قصفا", "HOUTHIS"),
])
def test_who_else_strikes_is_left_to_strike(text: str, word: str, side: str) -> None:
    """A strike with its own owner, of who comes in, or of another clause keeps its doer."""
    assert side in doers(text, word)
