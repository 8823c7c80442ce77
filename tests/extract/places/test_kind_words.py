"""Words of kind: what is spelled like one announces no place, nor does the gate or the seat of one that was told."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or () if p.score >= 0.4]


@pytest.mark.parametrize("text", [
    "استهدف القصف مستودعا للوقود في إدلب.",
    "دمرت الطائرات مركزا إعلاميا في إدلب.",
    "قتل قائد ميداني بارز في إدلب.",
    "اتهم الجيش منفذي الهجوم في إدلب.",
])
def test_an_accusative_or_an_adjective_is_no_dual(text: str) -> None:
    """A word spelled as the dual of a kind names no two places where no second name follows."""
    assert found(text) == ["إدلب"]


def test_a_dual_with_two_names_is_two_places() -> None:
    """"the two crossings of X and Y" are two places, also where the dual is spelled as an adjective is."""
    assert found("أغلق الجيش معبري نصيب والبوكمال.") == ["معبر نصيب", "معبر البوكمال"]


def test_an_ambush_is_a_post_in_egypt_alone() -> None:
    """A named "ambush" is a checkpoint where the article plays in Egypt, and an ambush where it does not."""
    assert "كمين الريسة" in found("قتل شرطي في كمين الريسة بالعريش شمال سيناء.")
    assert not [n for n in found("قتل عشرة في كمين الطريق قرب الموصل في العراق.") if n.startswith("كمين")]


@pytest.mark.parametrize("text", ["انفجرت عبوة قرب نقطة تفتيش للجيش.", "قصف الجيش نقطة رصد للمقاتلين.",
                                  "هذه نقطة التحول في الحرب."])
def test_points_that_are_no_posts(text: str) -> None:
    """What a point is for is not its name."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "names"), [
    ("قصفوا قطاعي الملاحيظ وسفيان.", ["الملاحيظ", "سفيان"]),
    ("سقطت قذيفة في قطاع زملوق.", ["زملوق"]),
    ("ارتفعت الخسائر في قطاع الصحة.", []),
    ("قصفت الطائرات جنوب قطاع غزة.", ["قطاع غزة"]),
])
def test_sectors(text: str, names: list[str]) -> None:
    """A sector with a name is an area; one of health is none, and that of Gaza keeps its name."""
    assert found(text) == names


def test_a_dual_with_the_article_points_back() -> None:
    """"the two crossings" after two named crossings are both."""
    names = found("أغلق الجيش معبري نصيب والبوكمال. ثم فتح المعبرين قبل المغرب.")
    assert names == ["معبر نصيب", "معبر البوكمال"] * 2


def test_the_gate_of_a_facility_is_the_facility() -> None:
    """"The gate of the hotel" points to the hotel told before; a gate with a name has it."""
    assert found("هاجموا فندق الزيتونة. ثم فجروا بوابة الفندق.") == ["فندق الزيتونة"] * 2
    assert found("هاجموا فندق الزيتونة. ثم وصلوا إلى موقع الفندق.") == ["فندق الزيتونة"] * 2
    assert found("عبروا بوابة الصنوبر أمس.") == ["بوابة الصنوبر"]
    assert found("انفجرت سيارة عند بوابة القصر في عدن.") == ["بوابة القصر", "عدن"]


def test_the_centre_of_the_district_is_the_districts() -> None:
    """ "The centre of the district" is the one told before, and none where none was; that of a named one is it."""
    def names(text: str) -> list[str]:
        return [place.name for place in read_document(text).places or ()]

    assert names("تدور معارك في مديرية التحيتا. ودخل الجنود مركز المديرية.") == ["التحيتا", "التحيتا"]
    assert names("ودخل الجنود مركز المديرية.") == []
    assert names("تدور معارك في مديرية التحيتا. ودخل الجنود مركز مديرية زبيد.") == ["التحيتا", "زبيد"]
