"""The words of a person's name, which call up the speaker whose office was given with it."""

import pytest
from tests.extract.speech.test_speakers import found


@pytest.mark.parametrize(("text", "office"), [
    ("قال وكيل المحافظة، سعد الكميس، إن السوق أغلق. وقال كميس إن عناصر نهبت المخيم.", "وكيل المحافظة"),
    ("قال وكيل المحافظة، سعد كميس، إن السوق أغلق. وقال الكميس إن عناصر نهبت المخيم.", "وكيل المحافظة"),
    ("قال وكيل المحافظة، سعد أبو زنجا، إن السوق أغلق. وقال أبوزنجا إن عناصر نهبت المخيم.", "وكيل المحافظة"),
    ("قال مدير المرصد سعد عبدالودود إن السوق أغلق. وقال عبد الودود إن عناصر نهبت المخيم.", "مدير المرصد"),
])
def test_a_name_is_one_name_however_it_is_written(text: str, office: str) -> None:
    """A surname calls up its office with the article or without it, its two parts apart or written as one."""
    assert [span for span, _ in found(text)] == [office, office]


def test_the_first_part_of_a_name_calls_nobody_up() -> None:
    """ "Abd" of one name is not "Abd" of another."""
    text = "قال مدير المرصد سعد عبد الودود إن السوق أغلق. وقال عبد الغني إن عناصر نهبت المخيم."
    assert [span for span, _ in found(text)] == ["مدير المرصد"]


@pytest.mark.parametrize("text", [
    "قال رئيس مجلس القضاء علي سلوم إن القوات دخلت القرية. وأشار سلوم إلى أن المعارك توقفت.",
    "قال رئيس مجلس القضاء صباح الرملي إن القوات دخلت القرية. وأشار الرملي إلى أن المعارك توقفت.",
])
def test_a_given_name_that_is_another_word_too(text: str) -> None:
    """A given name spelled like a preposition or a time of day is of the name that follows an office."""
    assert [span for span, _ in found(text)] == ["رئيس مجلس القضاء", "رئيس مجلس القضاء"]


def test_a_time_behind_an_office_is_no_name() -> None:
    """The morning of a day behind an office is no name of its holder."""
    text = "قال رئيس مجلس القضاء صباح اليوم المنصرم إن القوات دخلت. وقال المنصرم إن المعارك توقفت."
    assert len(found(text)) == 1


def test_a_name_set_off_behind_the_seat_of_an_office() -> None:
    """A name between commas behind the town of an office calls its holder up; what else stands there does not."""
    text = "قال عمدة كراموفسك، إيغور كاتشان، إن القصف مستمر. وأضاف كاتشان أن القوات انسحبت."
    assert [span for span, _ in found(text)] == ["عمدة", "عمدة"]
    text = "قال عمدة كراموفسك، في كاتشان، إن القصف مستمر. وأضاف كاتشان أن القوات انسحبت."
    assert [span for span, _ in found(text)] == ["عمدة"]
    text = "قال عمدة كراموفسك، إيغور كاتشان إن القصف مستمر. وأضاف كاتشان أن القوات انسحبت."
    assert [span for span, _ in found(text)] == ["عمدة", "عمدة"]
    text = "قال عمدة كراموفسك، إيغور كاتشان، شقيق فرانكو، إن القصف مستمر. وأضاف فرانكو أن القوات انسحبت."
    assert [span for span, _ in found(text)] == ["عمدة"]
    text = "قال العمدة، إيغور كاتشان، شقيق فرانكو، إن القصف مستمر. وأضاف فرانكو أن القوات انسحبت."
    assert [span for span, _ in found(text)] == ["العمدة"]


def test_a_surname_calls_up_the_office_that_stood_before_the_whole_name() -> None:
    """Who has not spoken yet is known by an office right before the given names, in a report's own words or a title."""
    text = "زار وزير الزراعة النرويجي هنريك سولباكن المزارع. وقال سولباكن إن القوات دخلت القرية."
    assert [span for span, _ in found(text)] == ["وزير الزراعة النرويجي"]
    text = "اجتمعوا بوزير الزراعة العميد هنريك سولباكن. وقال سولباكن إن القوات دخلت القرية."
    assert [span for span, _ in found(text)] == ["وزير الزراعة"]
    text = "زار وزير الزراعة النرويجي منذ يومين سولباكن. وقال سولباكن إن القوات دخلت القرية."
    assert found(text) == []
    text = "زار وزير الزراعة النرويجي، وسعد هنريك سولباكن، المزارع. وقال سولباكن إن القوات دخلت القرية."
    assert found(text) == []


@pytest.mark.parametrize(("office", "span"), [
    ("رئيس الوزراء وزير الزراعة", "وزير الزراعة"),
    ("نائب وزير الزراعة", "نائب وزير الزراعة"),
    ("رئيس الوزراء الناشط", None),
])
def test_of_two_offices_before_a_name_the_nearer_is_its_bearers(office: str, span: str | None) -> None:
    """Who receives a minister is not the minister; a deputy of his is no minister, and a guest is neither."""
    text = f"استقبل {office} هنريك سولباكن. وقال سولباكن إن القوات دخلت القرية."
    assert [span for span, _ in found(text)] == ([] if span is None else [span])


@pytest.mark.parametrize("name", ["سولباكن", "هنريك يورغن أوسترلي سولباكن"])
def test_an_office_is_of_a_name_with_a_given_name_or_two(name: str) -> None:
    """Who stands right behind an office, or far from it, may be whom its bearer met."""
    assert found(f"استقبل وزير الزراعة {name}. وقال سولباكن إن القوات دخلت القرية.") == []
