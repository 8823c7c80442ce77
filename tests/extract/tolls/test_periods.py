"""Totals over a period are no toll of an event."""

import pytest

from sijill.pipeline import read_document


def tolls(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read_document(text).casualties or ()]


@pytest.mark.parametrize("text", [
    "سجلت المنظمة مقتل 84 شخصا في إدلب خلال شهر تموز.",
    "سجلت المنظمة مقتل 84 شخصا في إدلب خلال النصف الثاني من السنة.",
    "روى المسعفون أنه منذ مطلع العام استجابت فرقهم لعشرات الهجمات نتج عنها مقتل 15 مدنيا.",
    "ومنذ مطلع العام، وفي هجمات كثيرة على القرى والبلدات، قتل 15 مدنيا.",
    "قتل 129 شخصا في هجمات مستمرة منذ أكثر من عامين.",
    "بلغ عدد القتلى 129 شخصا منذ 18 آذار في البلدة.",
    "قتل منذ بدء الحصار على البلدة 129 شخصا، وجرح نحو 400 آخرين.",
])
def test_a_sum_over_a_period_is_no_toll(text: str) -> None:
    """What a month or more sums up, or all that a clause tells which begins with "since the beginning", is a total."""
    assert tolls(text) == []


@pytest.mark.parametrize(("text", "found"), [
    ("قتل 129 شخصا في القصف صباح اليوم.", ["129 شخصا"]),
    # the worst of a period is one attack
    ("قتل 12 مدنيا في قصف هو الأعنف خلال شهر.", ["12 مدنيا"]),
    ("قتل 129 شخصا منذ 18 ساعة في البلدة.", ["129 شخصا"]),
    # what a total is told beside, but not with
    ("قتل منذ بدء الحصار 129 شخصا، وشهد السوق هجوما آخر بالأمس، وجرح 40 آخرون.", ["40 آخرون"]),
    # a day of its own
    ("منذ بداية العام تقصف القوات البلدة التي شهدت مرارا هجمات عليها، وأمس قتل 12 مدنيا فيها.", ["12 مدنيا"]),
    # not at the clause's head
    ("في البلدة المحاصرة منذ بداية العام وقعت أمس هجمات عنيفة على السوق قتل فيها 12 مدنيا.", ["12 مدنيا"]),
])
def test_the_toll_of_a_day_is_one(text: str, found: list[str]) -> None:
    """The dead of one attack stay, though it be the worst of a period or in a town that is besieged since then."""
    assert tolls(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("قتل جنديان في كمين، ما يرفع عدد قتلى الجيش هذا الشهر إلى 19 جنديا.", ["جنديان"]),
    ("قتل جنديان في كمين، ليرتفع عدد القتلى إلى 19، فيما قتل 3 مسلحين.", ["جنديان", "3 مسلحين"]),
    ("قتل جنديان في كمين، ليرتفع إلى 19 عدد القتلى.", ["جنديان"]),
    ("قتل جنديان في كمين، ما رفع الحصيلة إلى 19 قتيلا.", ["جنديان"]),
    ("قتل جنديان، ثم تقدم رتل ليصل إلى السوق حيث قتل 3 جنود.", ["جنديان", "3 جنود"]),
    ("ارتفع عدد قتلى الكمين إلى 19 جنديا.", ["19 جنديا"]),
    ("أصيب جنديان في كمين، ما رفع عدد القتلى إلى 19.", ["جنديان", "19"]),
])
def test_what_a_toll_raises_a_total_to_is_no_toll(text: str, found: list[str]) -> None:
    """The sum behind "which brings the number to" is not the event's, whose own dead are told before it.

    What was raised or reached is a number, and no flag or market.
    """
    assert tolls(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("وكانت حصيلة سابقة تحدثت عن مقتل تسعة أشخاص وجرح 20.", []),
    ("أعلن المستشفى مقتل تسعة أشخاص، وكانت الحصيلة السابقة خمسة قتلى.", ["تسعة أشخاص"]),
    ("أعلن المستشفى في حصيلة جديدة مقتل تسعة أشخاص.", ["تسعة أشخاص"]),
])
def test_an_earlier_toll_has_been_overtaken(text: str, found: list[str]) -> None:
    """What "an earlier toll" spoke of is told no more; a new one stays."""
    assert tolls(text) == found
