"""Control claims that stand in the text, without an event of their own."""

import datetime as dt

import pytest

import sijill


def claims(text: str) -> set[tuple[str, str, str]]:
    document = sijill.load(model=None)(text, published=dt.date(2018, 5, 2))
    return {(c.holder, c.place.name, c.polarity) for c in document.control or ()}


@pytest.mark.parametrize(
    "text",
    [
        "تسيطر هيئة تحرير الشام على مدينة إدلب منذ أشهر.",
        "وصلت القافلة إلى مدينة إدلب التي تسيطر عليها هيئة تحرير الشام.",
        "وصلت القافلة إلى مدينة إدلب الخاضعة لسيطرة هيئة تحرير الشام.",
        "لا تزال مدينة إدلب تحت سيطرة هيئة تحرير الشام.",
        "وقال الناشط إن هيئة تحرير الشام تحتل مدينة إدلب.",
        "لا تزال تحتل هيئة تحرير الشام إدلب.",
    ],
)
def test_who_holds_a_place_is_claimed(text: str) -> None:
    """Each way of saying that a side holds a place gives that claim."""
    assert ("HTS", "إدلب", "holds") in claims(text)


def test_out_of_control_is_lost() -> None:
    """A place said to be out of a side's control is lost to it."""
    assert ("SYR_ARMY", "إدلب", "lost") in claims("باتت مدينة إدلب خارج سيطرة قوات النظام السوري.")


def test_who_does_not_hold_a_place_is_not_said_to() -> None:
    """A negated verb of holding claims nothing; one that still holds is no negation."""
    assert claims("لا تسيطر هيئة تحرير الشام على مدينة إدلب.") == set()
    assert ("HTS", "إدلب", "holds") in claims("لا تزال هيئة تحرير الشام تسيطر على مدينة إدلب.")


def test_who_leaves_a_place_loses_it_and_who_comes_in_does_not() -> None:
    """A withdrawal is a loss to who withdraws; coming in without a fight is no loss to who comes in."""
    assert ("IS", "الميادين", "lost") in claims("انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم.")
    came = claims("دخلت قوات الجيش السوري بلدة الميادين دون قتال.")
    assert not {c for c in came if c[2] == "lost"}


def test_a_purpose_claims_nothing() -> None:
    """An aim to take a place says nothing of who holds it."""
    assert claims("يسعى الحوثيون إلى تطوير الزراعة في مدينة إب.") == set()


def test_who_failed_to_take_a_place_does_not_hold_it() -> None:
    """A failed or a tried taking gives its side no place; one that was managed does."""
    assert claims("فشل الحوثيون في السيطرة على مدينة مأرب.") == set()
    assert claims("حاول الحوثيون السيطرة على مدينة مأرب وفشلوا.") == set()
    assert claims("حاول الحوثيون السيطرة على مدينة مأرب.") == set()
    assert ("HOUTHIS", "مأرب", "holds") in claims("تمكن الحوثيون من السيطرة على مدينة مأرب.")


@pytest.mark.parametrize(
    "text",
    [
        "وصلت القافلة إلى مناطق تسيطر عليها هيئة تحرير الشام في ريف إدلب.",
        "وصلت القافلة إلى مناطق سيطرة هيئة تحرير الشام في إدلب.",
        "نزحت العائلات من أحياء خاضعة لسيطرة هيئة تحرير الشام في مدينة إدلب.",
    ],
)
def test_of_areas_without_a_name_the_place_behind_the_side_is_held(text: str) -> None:
    """Areas that a side holds in a place give that place to it, and not one named before them."""
    assert ("HTS", "إدلب", "holds") in claims("غادرت القافلة حماة. " + text)
    assert not {c for c in claims("غادرت حماة و" + text) if c[1] == "حماة"}


def test_the_last_of_the_areas_held_is_itself_held() -> None:
    """Where a place is called one of the areas that a side holds, the claim is of that place."""
    assert ("IS", "هجين", "holds") in claims("تعد بلدة هجين من آخر المناطق التي يسيطر عليها تنظيم داعش في سوريا.")


def test_shares_and_parts_of_several_places_are_all_held() -> None:
    """A list of shares and parts ("most of X, and parts of Y") gives each place to the side."""
    said = claims("يسيطر تنظيم داعش على معظم مخيم اليرموك، وأجزاء من الحجر الأسود، فضلا عن أجزاء من حي التضامن.")
    assert {("IS", "مخيم اليرموك", "holds"), ("IS", "الحجر الأسود", "holds"), ("IS", "التضامن", "holds")} <= said


def test_a_capital_held_is_a_place_and_no_government() -> None:
    """A capital that a side holds is claimed for it, though capitals also stand for governments."""
    assert ("HOUTHIS", "صنعاء", "holds") in claims("دعا المبعوث الحوثيين الذين يسيطرون على العاصمة صنعاء إلى الحوار.")


def test_the_greater_part_of_a_place_is_held() -> None:
    """"P, the greater part of which X holds" claims P for X."""
    assert ("HTS", "إدلب", "holds") in claims(
        "شهدت محافظة إدلب، التي تسيطر هيئة تحرير الشام على الجزء الأكبر منها، اغتيالات عدة."
    )


def test_what_was_held_or_is_only_out_of_control_is_not_claimed() -> None:
    """Neither a past holding nor a place merely outside a side's control says who holds it."""
    assert claims("كان تنظيم داعش من الجماعات التي كانت تسيطر على مدينة الرقة قبل سنوات.") == set()
    assert claims("تعد مدينة درنة الوحيدة في شرق ليبيا خارج سيطرة الجيش الوطني الليبي.") == set()


def test_what_is_to_be_freed_from_a_side_is_held_by_it() -> None:
    """An aim to free a place from a side's grip says that the side holds it; where it was freed, the side lost it."""
    assert ("HOUTHIS", "صعدة", "holds") in claims("تستعد القوات الحكومية اليمنية لتخليص صعدة من قبضة الحوثيين.")
    assert ("HOUTHIS", "صعدة", "holds") not in claims("حررت القوات الحكومية اليمنية صعدة من قبضة الحوثيين.")


def test_civilians_who_leave_a_place_lose_no_control_of_it() -> None:
    """Control is of those who bear arms: who flees with the fighters has lost none."""
    said = claims("غادر مقاتلو جيش الإسلام ومئات المدنيين مدينة دوما أمس.")
    assert not {c for c in said if c[0] == "CIVILIANS"}
