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
