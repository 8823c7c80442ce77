"""Unheld: what is held no longer, what "nothing but P" leaves held, and what tells of no taking."""

import datetime as dt

import pytest

import sijill
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.takings.unheld import no_taking, only
from sijill.pipeline import read_document


def viewed(text: str) -> View:
    document = read_document(text, published=dt.date(2018, 5, 2))
    return View(document, resolve(document))


def at(view: View, word: str) -> int:
    return next(i for i, t in enumerate(view.tokens) if view.document.text[t.start : t.end] == word)


def claims(text: str) -> set[tuple[str, str, str]]:
    document = sijill.load(model=None)(text, published=dt.date(2018, 5, 2))
    return {(c.holder, c.place.name, c.polarity) for c in document.control or ()}


@pytest.mark.parametrize(
    ("text", "word", "but"),
    [
        ("لم يعد الحوثيون يسيطرون سوى على مدينة إب.", "يسيطرون", "سوى"),
        ("لا يسيطر الحوثيون إلا على مدينة إب.", "يسيطر", "إلا"),
        ("لم يعد الحوثيون يسيطرون على أي بلدة غير مدينة إب.", "يسيطرون", "غير"),
        ("لا يسيطر الحوثيون على شيء باستثناء مدينة إب.", "يسيطر", "باستثناء"),
        ("لم يعد الحوثيون يسيطرون على أكثر من نصف مدينة إب.", "يسيطرون", "أكثر"),
        ("لم تعد مدينة إب تخضع إلا لسيطرة الحوثيين.", "لسيطرة", "إلا"),
        ("لم يبق تحت سيطرة الحوثيين سوى مدينة إب.", "سيطرة", "سوى"),
        ("لا يزال الحوثيون يسيطرون على مدينة إب باستثناء قرية واحدة.", "يسيطرون", None),
        ("يسيطر الحوثيون على اليمن باستثناء مدينة عدن.", "يسيطر", None),
        ("لم يعد الحوثيون يسيطرون على مناطق غير مأهولة في مدينة إب.", "يسيطرون", None),
        ("لم يعد الحوثيون يسيطرون على مدينة إب.", "يسيطرون", None),
        ("لا يسيطر الحوثيون على مدينة إب إلا أن مدينة عدن محاصرة.", "يسيطر", None),
        ("لا يسيطر الحوثيون على مدينة إب إلا بعد حصار مدينة عدن.", "يسيطر", None),
        ("لم تقصف الطائرات بلدات يسيطر عليها الحوثيون سوى مدينة إب.", "يسيطر", None),
    ],
)
def test_an_exception_leaves_what_is_negated_something(text: str, word: str, but: str | None) -> None:
    """A negated holding with an exception holds that; one that is not negated, or a plain "not", has none."""
    view = viewed(text)
    assert only(view, at(view, word)) == (None if but is None else at(view, but))


def test_what_alone_is_held_is_no_loss() -> None:
    """"No longer holds but P", "holds only P" and "nothing is left but P" say that P is held."""
    held = {("HOUTHIS", "إب", "holds")}
    assert claims("لم يعد الحوثيون يسيطرون سوى على مدينة إب.") == held
    assert claims("لا يسيطر الحوثيون إلا على مدينة إب.") == held
    assert claims("لم تعد مدينة إب تخضع إلا لسيطرة الحوثيين.") == held
    assert claims("لم يبق بيد الحوثيين سوى مدينة إب.") == held
    assert claims("لم يعد الحوثيون يسيطرون على مدينة إب.") == {("HOUTHIS", "إب", "lost")}
    assert claims("كان الحوثيون لا يسيطرون سوى على مدينة إب.") == set()


def test_what_is_left_out_of_a_loss_is_kept() -> None:
    """A loser keeps the place left out of its loss, and a taker has not taken it."""
    said = claims("فقد الحوثيون السيطرة على كل المدن اليمنية باستثناء مدينتي إب وذمار.")
    assert {("HOUTHIS", "إب", "holds"), ("HOUTHIS", "ذمار", "holds")} <= said
    assert not [c for c in said if c[2] == "lost" or c[0] != "HOUTHIS"]
    assert ("HOUTHIS", "إب", "lost") in claims("فقد الحوثيون السيطرة على مدينة إب أمس.")


def test_a_holding_of_the_past_is_no_taking() -> None:
    """Who was holding a place that another took has not taken it, but lost it."""
    said = claims("كانت قوات النظام السوري تسيطر على بلدة مورك قبل أن تستعيدها هيئة تحرير الشام اليوم.")
    assert said == {("SYR_ARMY", "مورك", "lost"), ("HTS", "مورك", "holds")}
    assert ("IS", "الباب", "lost") in claims("كان تنظيم داعش يسيطر على مدينة الباب حتى استعادتها قبل شهر.")
    freed = claims("كان تنظيم داعش يسيطر على مدينة الرقة، قبل أن تحررها قوات سوريا الديمقراطية.")
    assert ("IS", "الرقة", "lost") in freed
    assert claims("كان تنظيم داعش يسيطر على مدينة الباب قبل سنوات.") == set()
    other = claims("كان تنظيم داعش يسيطر على مدينة الباب قبل أن يسيطر على مدينة منبج.")
    assert ("IS", "الباب", "lost") not in other


@pytest.mark.parametrize(
    ("text", "word", "untaken"),
    [
        ("كان الحوثيون يسيطرون على مدينة إب حتى أمس.", "يسيطرون", True),
        ("لم يعد الحوثيون يسيطرون على مدينة إب.", "يسيطرون", True),
        ("لا يسيطر الحوثيون على مدينة إب.", "يسيطر", True),
        ("لم يسيطر الحوثيون على مدينة إب.", "يسيطر", False),
        ("الحوثيون يسيطرون على مدينة إب.", "يسيطرون", False),
        ("كان الحوثيون قد سيطروا على مدينة إب.", "سيطروا", False),
    ],
)
def test_what_tells_of_no_taking(text: str, word: str, untaken: bool) -> None:
    """A holding that was or is not tells of no taking; "did not take" denies one."""
    view = viewed(text)
    assert no_taking(view, at(view, word)) is untaken


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("نفى مصدر أمني سقوط مدينة سراقب في يد جبهة النصرة.", False),
        ("نفى مصدر بمحافظة إدلب شمال البلاد سقوط أي حي من مدينة سراقب في يد جبهة النصرة.", False),
        ("أكد مصدر أمني سقوط مدينة سراقب في يد جبهة النصرة.", True),
        # what the denial only describes is held all the same
        ("نفى الجيش السوري قصف أحياء تحت سيطرة جبهة النصرة في مدينة سراقب.", True),
        ("نفى الجيش السوري سقوط صواريخه على مدينة سراقب التي تسيطر عليها جبهة النصرة.", True),
        ("نفى الجيش السوري أنه قصف أحياء سقطت تحت سيطرة جبهة النصرة في مدينة سراقب.", True),
    ],
)
def test_a_denied_fall_leaves_nothing_held(text: str, held: bool) -> None:
    """Who denies that a place fell to a side does not say that it holds it."""
    assert any(polarity == "holds" for _, _, polarity in claims(text)) is held
