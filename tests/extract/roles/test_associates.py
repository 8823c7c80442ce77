"""Associates: sides that a clause names as taking part beside one of the two."""

from __future__ import annotations

import pytest

import sijill


def beside(text: str) -> list[tuple[list[str], list[str]]]:
    """The first sides of each event, and those beside them."""
    events = sijill.load(model=None)(text, published="2018-06-10").events or ()
    return [([a.id for a in e.actor1], [a.id for a in e.assoc_actor1]) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت قوات الجيش اليمني بدعم من التحالف العربي على مركز مديرية باقم.",
        "سيطرت قوات الجيش اليمني، مسنودة بقوات التحالف العربي، على مركز مديرية باقم.",
        "سيطرت قوات الجيش اليمني المدعومة من التحالف العربي على مركز مديرية باقم.",
        "بإسناد من التحالف العربي، سيطرت قوات الجيش اليمني على مركز مديرية باقم.",
    ],
)
def test_who_helps_is_beside_the_side_it_helps(text: str) -> None:
    """Support words put the side after them beside the side before them, or after them at the head of a clause."""
    assert (["YEM_GOV_FORCES"], ["SAUDI_COALITION"]) in beside(text)


def test_whose_militia_it_is_names_no_associate() -> None:
    """A state that a standing adjective names takes no part in the event."""
    told = beside("سيطرت ميليشيات الحوثي المدعومة من إيران على مركز مديرية باقم.")
    assert told and all(not helpers for _, helpers in told)


def test_a_foe_is_not_helped() -> None:
    """The helper stands beside the side that it is no foe of, though a foe is named nearer."""
    told = beside("سيطرت قوات الجيش اليمني على مواقع ميليشيات الحوثي في مديرية باقم بدعم من التحالف العربي.")
    assert (["YEM_GOV_FORCES"], ["SAUDI_COALITION"]) in told


@pytest.mark.parametrize(("text", "first", "helper"), [
    ("سيطرت الوحدات الكردية مع فصائل من الجيش الحر على بلدة صرين أمس.", "YPG", "FSA"),
    ("هاجمت المقاومة الشعبية مع الجيش اليمني مواقع الحوثيين في تعز.", "POPRES_YEM", "YEM_GOV_FORCES"),
    ("هاجم الجيش اليمني مع المقاومة الشعبية مواقع الحوثيين في تعز.", "YEM_GOV_FORCES", "POPRES_YEM"),
    ("سيطرت الوحدات الكردية أمس، مع فصائل من الجيش الحر، على بلدة صرين.", "YPG", "FSA"),
])
def test_who_takes_or_attacks_with_a_side_is_beside_it(text: str, first: str, helper: str) -> None:
    """Behind a deed of one side on another, "A with B" puts B beside A, and B is no opponent and loses nothing."""
    document = sijill.load(model=None)(text, published="2018-06-10")
    assert ([first], [helper]) in beside(text)
    assert all(helper not in [a.id for a in e.actor2] for e in document.events or ())
    assert all(c.holder != helper for c in document.control or ())


@pytest.mark.parametrize("text", [
    "اشتبك الجيش اليمني مع مسلحي تنظيم القاعدة في محافظة أبين.",
    "خاض الجيش اليمني مع تنظيم القاعدة معارك عنيفة في محافظة أبين.",
    "تبادل الجيش اليمني مع تنظيم القاعدة القصف بالمدفعية في محافظة أبين.",
    "استعاد الجيش اليمني بعد معارك عنيفة مع تنظيم القاعدة مدينة زنجبار.",
    "اشتبك الجيش اليمني أمس، مع مسلحي تنظيم القاعدة، في محافظة أبين.",
])
def test_who_is_fought_with_is_not_beside(text: str) -> None:
    """Behind a mutual word "with B" names the other side and no associate."""
    told = beside(text)
    assert told and all(not helpers for _, helpers in told)


@pytest.mark.parametrize("text", [
    "ذكر المرصد أن الوحدات الكردية سيطرت أمس، مع فصائل من الجيش الحر، على بلدة صرين.",
    "ذكر المرصد أن الوحدات الكردية سيطرت مع فصائل من الجيش الحر على بلدة صرين.",
])
def test_with_behind_a_verb_whose_doer_stands_before_it_is_beside_the_doer(text: str) -> None:
    """Of "A took, with B, the town" B is beside A, and no foe of it."""
    assert beside(text) == [(["YPG"], ["FSA"])]


def test_with_behind_a_mutual_verb_is_not_beside_its_doer() -> None:
    """Of "A clashed yesterday, with B, in the town" B is the other side."""
    told = beside("ذكر المرصد أن الوحدات الكردية اشتبكت أمس، مع فصائل من الجيش الحر، في بلدة صرين.")
    assert told and all(not helpers for _, helpers in told)


def test_without_support_nobody_is_beside() -> None:
    """A clause without a support word has no associates."""
    told = beside("سيطرت قوات الجيش اليمني على مركز مديرية باقم بعد اشتباكات مع ميليشيات الحوثي.")
    assert told and all(not helpers for _, helpers in told)


def test_who_helps_a_helper_helps_too() -> None:
    """"A with B, covered by C" puts both B and C beside A."""
    told = beside("سيطرت الوحدات الكردية مع فصائل من الجيش الحر وبغطاء جوي من التحالف الدولي على بلدة صرين أمس.")
    assert (["YPG"], ["FSA", "US_COALITION"]) in told


def test_who_helps_against_a_side_is_beside_its_own_ally() -> None:
    """"A fought B with C's help": C helps its ally A, though B stands nearer."""
    (found,) = beside("شن الجيش التركي عملية ضد حركة الشباب بمساندة من القوات الجوية التركية.")
    assert found == (["TUR_ARMED"], ["TUR_AIRFORCE"])
    (found,) = beside("خاض الجيش السوري معارك مع جبهة النصرة في الزبداني بدعم من حزب الله.")
    assert found == (["SYR_ARMY"], ["HEZBOLLAH"])
