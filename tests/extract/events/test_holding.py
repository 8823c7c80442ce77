"""Control claims that stand in the text, without an event of their own."""

import pytest
from tests.extract.claimed import DAY, claims

from sijill.extract.clauses.view import View
from sijill.extract.events.holding import standing_claims
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


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


def test_a_purpose_claims_nothing() -> None:
    """An aim to take a place says nothing of who holds it."""
    assert claims("يسعى الحوثيون إلى تطوير الزراعة في مدينة إب.") == set()


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
    assert ("IS", "هجين", "holds") in claims("تعد بلدة هجين من أهم المناطق التي يسيطر عليها داعش شرقي الفرات.")


def test_shares_and_parts_of_several_places_are_all_held() -> None:
    """A list of shares and parts ("most of X, and parts of Y") gives each place to the side."""
    said = claims("يسيطر تنظيم داعش على معظم مخيم اليرموك، وأجزاء من الحجر الأسود، إضافة إلى أجزاء من حي التضامن.")
    assert {("IS", "مخيم اليرموك", "holds"), ("IS", "الحجر الأسود", "holds"), ("IS", "التضامن", "holds")} <= said


def test_a_capital_held_is_a_place_and_no_government() -> None:
    """A capital that a side holds is claimed for it, though capitals also stand for governments."""
    assert ("HOUTHIS", "صنعاء", "holds") in claims("دعا المبعوث الحوثيين الذين يسيطرون على العاصمة صنعاء إلى الحوار.")


def test_the_greater_part_of_a_place_is_held() -> None:
    """"P, the greater part of which X holds" claims P for X."""
    assert ("IS", "الرقة", "holds") in claims(
        "شهدت محافظة الرقة، التي يسيطر تنظيم داعش على الجزء الأكبر منها، اغتيالات عدة."
    )


def test_what_was_held_or_is_only_out_of_control_is_not_claimed() -> None:
    """Neither a past holding nor a place merely outside a side's control says who holds it."""
    assert claims("كان تنظيم داعش من الجماعات التي كانت تسيطر على مدينة الرقة قبل سنوات.") == set()
    assert claims("تعد مدينة درنة آخر مدينة ساحلية خارج سيطرة الجيش الوطني الليبي.") == set()


def test_what_is_to_be_freed_from_a_side_is_held_by_it() -> None:
    """An aim to free a place from a side's grip says that the side holds it; where it was freed, the side lost it."""
    assert ("HOUTHIS", "صعدة", "holds") in claims("تستعد القوات الحكومية اليمنية لتخليص صعدة من قبضة الحوثيين.")
    assert ("HOUTHIS", "صعدة", "holds") not in claims("حررت القوات الحكومية اليمنية صعدة من قبضة الحوثيين.")


def test_what_was_held_is_lost_where_it_was_taken() -> None:
    """A place that was under a side's control says nothing alone, and a loss beside a taking."""
    assert claims("كانت قرية أم حوش تحت سيطرة فصائل المعارضة السورية.") == set()
    said = claims("سيطر تنظيم داعش على قرية أم حوش التي كانت تحت سيطرة فصائل المعارضة السورية.")
    assert ("SYR_OPPOSITION", "أم حوش", "holds") not in said and ("SYR_OPPOSITION", "أم حوش", "lost") in said
    assert ("HOUTHIS", "عدن", "lost") in claims("تحسنت أوضاع عدن بعد تحريرها من قبضة الحوثيين.")


def test_a_relative_of_the_singular_is_of_one_side() -> None:
    """Of two sides joined, "who holds" in the singular is said of the last; in the plural of both."""
    said = claims("تدور معارك بين الحشد الشعبي وداعش الذي يسيطر على الفلوجة.")
    assert ("IS", "الفلوجة", "holds") in said and ("PMF", "الفلوجة", "holds") not in said


def test_a_relative_clause_of_taking_says_who_holds() -> None:
    """Who is described as having taken a place holds it, though the clause tells no event; a negated one does not."""
    text = "يعيش السكان في صنعاء ظروفا صعبة بسبب الحوثيين الذين سيطروا على مدينة صنعاء."
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    said = {(c.holder, c.place.name, c.polarity) for c in standing_claims(view, ())}
    assert ("HOUTHIS", "صنعاء", "holds") in said
    document = read_document(text.replace("سيطروا", "لم يسيطروا"), published=DAY)
    assert standing_claims(View(document, resolve(document)), ()) == []


def test_of_wide_areas_the_places_named_are_held() -> None:
    """Areas of a country that include a place give the place, and the country only where none is named."""
    said = claims("ناشد الوسيط الحوثيين الذين يسيطرون على مساحات شاسعة في اليمن بما فيها العاصمة صنعاء أن يتحاوروا.")
    assert ("HOUTHIS", "صنعاء", "holds") in said and not {c for c in said if c[1] == "اليمن"}
    assert claims("يسيطر الحوثيون على مدينة صنعاء ومساحات واسعة من غرب اليمن.") == {("HOUTHIS", "صنعاء", "holds")}
    assert claims("يسيطر الحوثيون على مساحات واسعة من غرب اليمن.") == {("HOUTHIS", "اليمن", "holds")}


def test_areas_joined_by_and_are_of_one_place() -> None:
    """A place divided into areas is held in part by each side; a pocket in apposition to a place is that place."""
    said = claims("تتوزع مدينة دير الزور بين أحياء يسيطر عليها داعش وأحياء تحت سيطرة القوات الحكومية السورية.")
    assert {("IS", "دير الزور", "holds"), ("SYR_ARMY", "دير الزور", "holds")} <= said
    said = claims("يقيم نازحون قرب سلقين والمناطق المجاورة لها الخاضعة لسيطرة هيئة تحرير الشام.")
    assert ("HTS", "سلقين", "holds") in said
    assert ("HTS", "إدلب", "holds") not in claims("نزح مدنيون من إدلب إلى قرى خاضعة لسيطرة هيئة تحرير الشام.")


@pytest.mark.parametrize(
    "text",
    [
        "لا تخضع مدينة الباب لسيطرة الحكومة السورية.",
        "قتل مدنيون في بلدة لا تخضع لسيطرة الحكومة السورية قرب إدلب.",
        "ليست مدينة الباب تحت سيطرة الجيش السوري.",
        "مدينة الباب غير خاضعة لسيطرة الجيش السوري.",
        "وكانت هيئة تحرير الشام تسيطر على مدينة إدلب قبل ثلاث سنوات.",
        "لم تكن هيئة تحرير الشام تسيطر على مدينة إدلب.",
        "نفى الجيش السوري أن تكون مدينة الباب تحت سيطرة داعش.",
    ],
)
def test_what_is_not_or_was_held_is_not_said_to_be(text: str) -> None:
    """A holding negated before its place, or of the past before its side, claims nothing."""
    assert claims(text) == set()


def test_what_is_held_no_longer_is_lost() -> None:
    """"No longer" holds is lost; "did not return to P that X holds" speaks of no loss."""
    assert claims("لم تعد هيئة تحرير الشام تسيطر على مدينة إدلب.") == {("HTS", "إدلب", "lost")}
    assert claims("لم تعد مدينة إدلب خاضعة لسيطرة هيئة تحرير الشام.") == {("HTS", "إدلب", "lost")}
    still = {("HTS", "إدلب", "holds")}
    assert claims("لم تعد العائلات إلى مدينة إدلب التي تسيطر عليها اليوم هيئة تحرير الشام.") == still
    assert claims("كان الناشط في مدينة إدلب التي تسيطر عليها اليوم هيئة تحرير الشام.") == still
    assert claims("نفى ناطق باسم تحرير الشام التي تسيطر على مدينة إدلب هذه الأنباء.") == still
    men = "فقد تنظيم داعش أبرز قادته الذين يسيطرون على مدينة الباب."
    assert ("IS", "الباب", "lost") not in claims(men)


@pytest.mark.parametrize(
    "text",
    [
        "أصبحت مدينة إدلب، ثاني أكبر مدن سوريا، بيد هيئة تحرير الشام.",
        "أصبحت مدينة إدلب، مركز محافظة إدلب، تحت سيطرة هيئة تحرير الشام.",
        "أصبحت مدينة إدلب، وهي أكبر مدينة في شمال سوريا، تحت سيطرة هيئة تحرير الشام.",
    ],
)
def test_what_a_place_is_said_to_be_is_not_held(text: str) -> None:
    """A place in an apposition says only what the one before it is, and is not held with it."""
    assert claims(text) == {("HTS", "إدلب", "holds")}


def test_a_place_joined_to_another_is_held_with_it() -> None:
    """A place that a particle joins is no apposition."""
    text = "أصبحت بلدة معرة النعمان، ومركز محافظة إدلب، تحت سيطرة هيئة تحرير الشام."
    assert ("HTS", "إدلب", "holds") in claims(text)
