"""What two words beside each other tell once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drafted import DAY, drafts

import sijill
from sijill.extract.reference import resolve
from sijill.extract.told_once import told_once
from sijill.extract.view import View
from sijill.pipeline import read_document

CODER = sijill.load(model=None)


def words(text: str) -> list[str]:
    """The words that tell the events of a report."""
    document = CODER(text, published="2019-05-06")
    return [text[e.trigger.start : e.trigger.end] for e in document.events or ()]


def test_foiling_an_attack_is_told_once() -> None:
    """Beside the attack that it foils, "fought off" is no fighting of its own; alone it is, and so is interception."""
    assert words("صدت القوات العراقية هجوماً عنيفاً شنه تنظيم داعش على حقل عجيل أمس الأحد.") == ["هجوماً"]
    assert words("صدت القوات العراقية تنظيم داعش في محيط حقل عجيل أمس الأحد.") == ["صدت"]
    assert "تصدت" in words("تصدت الدفاعات الجوية السورية لغارات إسرائيلية استهدفت مطار التيفور.")


@pytest.mark.parametrize(("text", "told"), [
    ("بسطت قوات الوفاق سيطرتها على كامل الحدود الإدارية لطرابلس.", ["سيطرتها"]),
    ("وصلت تعزيزات عسكرية تابعة لقوات حفتر إلى محيط مطار طرابلس.", ["تعزيزات"]),
    ("بسطت وحدات من الجيش السوري سيطرتها الكاملة على مدينة القصير.", ["سيطرتها"]),
])
def test_a_verb_and_the_deed_that_is_its_object_are_one_event(text: str, told: list[str]) -> None:
    """Of a verb and a verbal noun right behind it, of one type, doer and place, the surer tells the event."""
    assert words(text) == told


def test_two_deeds_are_two_events() -> None:
    """A comma between, or another place, keeps both."""
    assert len(words("قصفت قوات النظام السوري بلدة كفرنبل، وقصف مدفعي استهدف بلدة حاس بريف إدلب.")) == 2


@pytest.mark.parametrize(("text", "kept"), [
    ("قصفت قوات النظام السوري كفرنبل قصفا عنيفا.", ["قصفا"]),
    # a comma, and more than a few words, part two deeds
    ("قصفت الطائرات الروسية كفرنبل، قصفا عنيفا.", ["قصفت", "قصفا"]),
    ("قصفت قوات النظام السوري كفرنبل ليلا من ثلاثة محاور مختلفة وواصلت قصفا عنيفا.", ["قصفت", "قصفا"]),
])
def test_only_the_deed_right_behind_a_verb_is_its_object(text: str, kept: list[str]) -> None:
    """Events alike in type, doer and place stay two where their words do not stand together; else the surer stays."""
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    verb, noun = (next(e for e in drafts(text) if text[e.trigger.start : e.trigger.end] == word)
                  for word in ("قصفت", "قصفا"))
    alike = replace(verb, trigger=replace(noun.trigger, form="noun", score=verb.trigger.score + 0.01), event_id="noun")
    assert [text[e.trigger.start : e.trigger.end] for e in told_once(view, (verb, alike))] == kept
    other = replace(alike, sub_event_type="Attack")
    assert len(told_once(view, (verb, other))) == len(told_once(view, (verb, replace(alike, places=())))) == 2


@pytest.mark.parametrize(("means", "together"), [
    ("بغارات", True), ("بعدة غارات", True), ("بعشر غارات", True), ("في عشر غارات", False),
    ("وواصل القصف بغارات", False), ("، بعدة غارات", False),
])
def test_what_a_deed_is_done_with_is_no_deed_of_its_own(means: str, together: bool) -> None:
    """"Struck P with several raids" is one event; behind another verb, a comma or another preposition it is two."""
    text = f"استهدف سلاح الجو السوري مواقع المسلحين في بلدة كفرنبل {means}."
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    found = {text[e.trigger.start : e.trigger.end]: e for e in drafts(text)}
    verb, noun = found["استهدف"], next(e for word, e in found.items() if word.endswith("غارات"))
    alike = replace(verb, trigger=replace(noun.trigger, form="noun"), event_id="noun")
    assert (len(told_once(view, (verb, alike))) == 1) is together
