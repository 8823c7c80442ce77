"""Who kills an attacker has not done what the attacker did."""

from dataclasses import replace

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.roles.put_to_an_end import putting_an_end


def ending(text: str, word: str, form: str = "perfect", frame: str = "agent_patient") -> list[str]:
    view, trigger = pointed(text, word, "Attack", form, frame)
    return named(view, putting_an_end(view, trigger))


@pytest.mark.parametrize(("text", "word", "police"), [
    ("دهس سائق مارة في مدينة نيس قبل أن تقتله الشرطة الفرنسية.", "دهس", ["الشرطة الفرنسية"]),
    ("طعن شاب مستوطنا قرب رام الله وقتلته قوات الاحتلال.", "طعن", ["قوات الاحتلال"]),
    ("هاجم رجل حاجزا في القدس فأردته الشرطة الإسرائيلية قتيلا.", "هاجم", ["الشرطة الإسرائيلية"]),
])
def test_who_kills_the_attacker_is_not_the_attacker(text: str, word: str, police: list[str]) -> None:
    """Of "A stabbed passers-by and the police killed him" the police stabbed nobody."""
    assert ending(text, word) == police


@pytest.mark.parametrize(("text", "word", "form", "frame"), [
    # what leads on to the doer, who is found dead, a noun, a mover, no object, and a doer before the deed
    ("استهدف حزب الله موقعا بصاروخ أطلقته قوات النظام.", "استهدف", "perfect", "agent_patient"),
    ("هجوم على مارة في نيس قبل أن تقتله الشرطة الفرنسية.", "هجوم", "noun", "agent_patient"),
    ("تقدم رجل في نيس قبل أن تقتله الشرطة الفرنسية.", "تقدم", "perfect", "mover"),
    ("طعن شاب مستوطنا قرب رام الله واقتحمت قوات الاحتلال قريته.", "طعن", "perfect", "agent_patient"),
    ("قتلته الشرطة الفرنسية بعد أن طعن مارة.", "طعن", "perfect", "agent_patient"),
])
def test_other_sides_behind_a_deed_may_have_done_it(text: str, word: str, form: str, frame: str) -> None:
    """Who launched what struck, and sides behind a verb without an object or beside a noun, are left alone."""
    assert ending(text, word, form, frame) == []


def test_the_police_run_nobody_over() -> None:
    """The police that killed a driver are no side of what he did."""
    first, _ = sides(told("دهس سائق مارة في مدينة نيس قبل أن تقتله الشرطة الفرنسية.", "دهس"))
    assert "NEW:Police Forces of France" not in first and "FRA_GOV" not in first


def test_who_killed_those_who_are_found_has_done_it() -> None:
    """Of "found the bodies of men whom A had killed" A is the doer, and put an end to nothing."""
    view, trigger = pointed("عثر سكان على جثث رجال قتلتهم قوات النظام.", "عثر", "Attack", "perfect")
    assert putting_an_end(view, trigger) == []
    assert putting_an_end(view, replace(trigger, lemma="هاجم")) != []
