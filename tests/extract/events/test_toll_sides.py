"""Whose people a toll counts."""

from __future__ import annotations

import datetime as dt

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.events.toll_sides import toll_side
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


def whose(text: str) -> list[str | None]:
    """The sides of a report's tolls, in their order."""
    document = read_document(text, published=dt.date(2016, 3, 2))
    view = View(document, resolve(document))
    return [toll_side(view, toll) for toll in document.casualties or ()]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("هاجمت قوات الجيش السوري مواقع تنظيم داعش شرق تدمر، وقتلت 15 عنصراً.", "IS"),
        ("اشتبكت وحدات حماية الشعب مع تنظيم داعش في الهول فقتلت العشرات من عناصره.", "IS"),
        # so has one behind a verb for an attack with which it agrees
        ("هاجم تنظيم داعش حاجزا لوحدات حماية الشعب قرب الهول وقتل ستة عناصر.", "YPG"),
        # nobody else is named, and no side kills its own
        ("هاجمت وحدات حماية الشعب القرية وقتلت 15 عنصراً.", None),
        # of several the one named last; civilians are none
        ("هاجمت وحدات حماية الشعب جبهة النصرة ثم تنظيم داعش وقتلت 15 عنصراً.", "IS"),
        ("هاجمت وحدات حماية الشعب تنظيم داعش قرب تجمع للمدنيين وقتلت 15 عنصراً.", "IS"),
        # who fights on the killers' side is no foe
        ("هاجمت وحدات حماية الشعب تنظيم داعش إلى جانب قوات سوريا الديمقراطية وقتلت 15 عنصراً.", "IS"),
    ],
)
def test_men_that_a_side_has_killed_are_its_foes(text: str, side: str | None) -> None:
    """Where a verb behind "and" has the side before it as its subject, the men that it counts are the other's."""
    assert whose(text) == [side]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        # their own phrase says whose they are
        ("هاجم تنظيم داعش وحدات حماية الشعب في الهول وقتلت 15 عنصراً من التنظيم.", "IS"),
        # a verb that agrees with the men counted says that they were killed
        ("هاجمت وحدات حماية الشعب تنظيم داعش وقتل 15 عنصراً.", "YPG"),
        # nor has it a subject behind a verb for what both did, nor at the head of a sentence
        ("اشتبك تنظيم داعش مع وحدات حماية الشعب في الهول وقتل ستة عناصر.", "IS"),
        ("هاجم تنظيم داعش وحدات حماية الشعب في الهول. وقتل ستة عناصر.", "YPG"),
        # those killed have the killer behind them
        ("قُتل 15 عنصراً من تنظيم داعش وأسرت وحدات حماية الشعب آخرين.", "IS"),
    ],
)
def test_people_whose_side_is_said_keep_it(text: str, side: str) -> None:
    """A toll whose people are named, or were killed by nobody that the verb has as its subject, is as its words say."""
    assert whose(text)[0] == side


def test_dozens_of_a_sides_men_are_its_own() -> None:
    """"Dozens" counts people and does not say whose: the side named behind it does; of both sides they are nobody's."""
    assert whose("قُتل العشرات من مقاتلي تنظيم داعش في الهول.") == ["IS"]
    assert whose("أصيب العشرات من عناصر وحدات حماية الشعب في الهول.") == ["YPG"]
    assert whose("قُتل العشرات من الطرفين في اشتباكات بين داعش ووحدات حماية الشعب في الهول.") == [None]
    assert whose("قُتل العشرات من المدنيين في الهول.") == ["CIVILIANS"]


def test_the_neutralised_are_never_the_armys_own() -> None:
    """Of "its men" whom an army says were neutralised the other side is meant; its men who fell are its own."""
    assert whose("قصف الجيش السوري مواقع تنظيم داعش، وجرى تحييد 30 من عناصره.") == ["IS"]
    assert whose("قصف الجيش السوري مواقع شرق تدمر، وجرى تحييد 30 من عناصره.") == [None]
    assert whose("قصف الجيش السوري مواقع شرق تدمر، وقُتل 30 من عناصره.") == ["SYR_ARMY"]
