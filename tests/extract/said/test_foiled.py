"""Who foils an attack."""

from __future__ import annotations

import pytest
from tests.extract.drafted import DAY, sides, told

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.said.foiled import foiler
from sijill.extract.triggers.triggers import Weighed
from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "word", "first", "second"), [
    ("صدت قوات الجيش الوطني هجوماً للحوثيين في جبهة الكسارة غربي مأرب.", "هجوماً", "HOUTHIS", "YEM_GOV_FORCES"),
    ("تمكنت المقاومة اليمنية من التصدي لمحاولات تسلل لميليشيات الحوثي نحو الجاح.", "تسلل", "HOUTHIS", "POPRES_YEM"),
    ("أعلنت القوات العراقية إحباط هجوم شنه مسلحو تنظيم داعش في محافظة نينوى.", "هجوم", "IS", "IRQ_ARMY"),
    ("تصدت الدفاعات الجوية السورية لغارات إسرائيلية استهدفت مطار التيفور.", "لغارات", "ISR_AIRFORCE",
     "SYR_AIRDEFENCE"),
    ("واصلت المقاومة اليمنية صدها هجوما واسعا شارك فيه مقاتلو الحوثي قرب الضالع.", "هجوما", "HOUTHIS", "POPRES_YEM"),
])
def test_who_foils_an_attack_is_whom_it_was_aimed_at(text: str, word: str, first: str, second: str) -> None:
    """Of "A foiled B's attack" the attack is B's, on A."""
    assert sides(told(text, word)) == ([first], [second])


def test_who_foils_did_not_attack_where_nobody_else_is_named() -> None:
    """Of "A fought off a fierce attack" A is no doer: nobody is."""
    first, second = sides(told("تصدت القوات الخاصة الليبية لهجوم عنيف في محور بوعطني في بنغازي.", "لهجوم"))
    assert not first and len(second) == 1


def test_an_attack_that_is_not_foiled_keeps_its_doer() -> None:
    """A verb or a comma between parts the word for foiling from the attack."""
    text = "أحبط الجيش اليمني محاولة تسلل قرب تعز، وشن هجوماً على مواقع الحوثيين في صرواح."
    assert sides(told(text, "هجوماً"))[1] == ["HOUTHIS"]


@pytest.mark.parametrize(("text", "word", "first"), [
    # the attacker is named in the words for the attack, the foiler before the word for foiling
    ("الدفاعات الجوية السورية تصدت لغارات إسرائيلية في محيط دمشق.", "لغارات", ["ISR_AIRFORCE"]),
    # two foil, and neither attacks
    ("أحبطت القوات المسلحة السودانية والقوات المشتركة هجوماً واسعاً لقوات الدعم السريع على الفاشر.", "هجوماً", ["RSF"]),
])
def test_the_attacker_is_another_than_who_foils(text: str, word: str, first: list[str]) -> None:
    """Wherever the foilers are named, and however many they are, the attack foiled is another's."""
    assert sides(told(text, word))[0] == first


def test_a_deed_joined_by_and_is_not_foiled_too() -> None:
    """"And the destruction of a tank" behind a foiled advance is the foilers'."""
    text = "تمكنت جبهة النصرة من إفشال محاولات تقدم قوات النظام السوري في ريف حلب الجنوبي وتدمير دبابة."
    assert sides(told(text, "تدمير"))[0] != ["SYR_ARMY"]


def foiled_by(text: str, word: str) -> str | None:
    """The side that foils what a word of a report tells, as its words say."""
    view = View((document := read_document(text, published=DAY)), resolve(document))
    (trigger,) = [t for t in Weighed(view).triggers(0.0) if text[t.start : t.end] == word]
    found = foiler(view, trigger)
    return None if found is None else view.sides[found].id


@pytest.mark.parametrize(("text", "word", "found"), [
    ("صدت قوات النظام السوري عند أطراف المدينة هجوم جبهة النصرة على حلب.", "هجوم", "SYR_ARMY"),
    ("صدت قوات النظام السوري بالمدفعية قصفاً على حلب.", "قصفاً", "SYR_ARMY"),
    # an attack of their own, behind the verb for launching it, another verb, "and" or a comma
    ("صدت قوات النظام السوري المسلحين ثم شنت هجوماً على خان طومان.", "هجوماً", None),
    ("صدت قوات النظام السوري دورية فاستهدفت هجوماً على خان طومان.", "هجوماً", None),
    ("صدت قوات النظام السوري المسلحين، هجوماً على خان طومان.", "هجوماً", None),
    # who fights on, and who only tells of it
    ("قال سكان إن صد هجوم تنظيم داعش على كوباني استمر ساعات.", "هجوم", None),
    ("قوات النظام السوري، صد هجوم تنظيم داعش على كوباني.", "هجوم", None),
    # a verb, and what is no attack
    ("صدت قوات النظام السوري من هاجموا حلب.", "هاجموا", None),
    ("أحبطت الشرطة العراقية احتجاجاً في البصرة.", "احتجاجاً", None),
])
def test_who_foils_is_named_beside_the_word_for_it(text: str, word: str, found: str | None) -> None:
    """The foiler stands right behind the word, or before it in its clause; verbs, "and", commas part what follows."""
    assert foiled_by(text, word) == found


@pytest.mark.parametrize("text", [
    "هاجم الحوثيون موقعا حدوديا لكن الطيران السعودي تصدى لهم بغارات على صعدة.",
    "تصدى سلاح الجو السعودي للحوثيين بغارات على صعدة.",
])
def test_who_fights_somebody_off_with_raids_has_made_them(text: str) -> None:
    """Of "A fought them off with raids" the raids are A's, on them."""
    assert sides(told(text, "بغارات")) == (["SAU_ARMED"], ["HOUTHIS"])
