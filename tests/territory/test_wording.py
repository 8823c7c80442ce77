"""Wording: tries, expulsions and other places."""

import pytest

from sijill.territory import wording


@pytest.mark.parametrize(("text", "trigger", "tried"), [
    ("وتستمر معركة تحرير المدينة", "تحرير", True),
    ("إن عملية استعادة السيطرة على المدينة", "استعادة", True),
    ("يخوض المقاتلون معارك عنيفة للسيطرة على المدينة", "للسيطرة", True),
    ("اقتربت القوات من تحرير المدينة", "تحرير", True),
    ("معارك عنيفة تكللت بالسيطرة على المدينة", "بالسيطرة", False),
    ("عملية مباغتة سيطرت خلالها القوات", "سيطرت", False),
    ("تمكنت من استعادة المدينة", "استعادة", False),
    ("بعد تحرير المدينة", "تحرير", False),
    ("انتهت المعركة. تحرير المدينة", "تحرير", False),
])
def test_attempts(text: str, trigger: str, tried: bool) -> None:
    """A noun of taking after a word for an operation has not happened, unless a word nearer to it says so."""
    at = text.index(trigger)
    assert wording.attempted(text, at, at + len(trigger)) is tried


def test_expelling() -> None:
    """Verbs of driving out are told from those of leaving, with particles and pronouns attached to them."""
    for text, expels in (("إخراجهم", True), ("وطردت", True), ("انسحبت", False)):
        assert wording.expels(text, 0, len(text)) is expels


def test_other_places() -> None:
    """What is said of the areas that people are taken to is not said of the place that they leave."""
    text = "من البلدة إلى مناطق سيطرة الفصائل"
    assert wording.elsewhere(text, text.index("سيطرة"))
    assert not wording.elsewhere("على البلدة سيطرة", 11)
