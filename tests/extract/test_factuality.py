"""Factuality: told, denied, planned or uncertain."""

import datetime as dt

import pytest

import sijill


def told(text: str) -> set[tuple[str, str]]:
    document = sijill.load(model=None)(text, published=dt.date(2018, 5, 2))
    return {(document.text[e.trigger.start : e.trigger.end], e.factuality) for e in document.events or ()}


def test_news_is_asserted() -> None:
    """What is told as having happened is asserted."""
    assert ("قصفت", "asserted") in told("قصفت قوات النظام السوري مدينة دوما بالمدفعية.")


@pytest.mark.parametrize(
    "text",
    ["نفى الجيش العراقي شن أي هجوم على بلدة الحويجة.", "نفت موسكو قصف مستشفى في مدينة إدلب."],
)
def test_a_denial_is_denied(text: str) -> None:
    """What a side denies is an event of its own, denied."""
    assert any(value == "denied" for _, value in told(text))


def test_the_future_is_planned() -> None:
    """What is announced for later is planned."""
    text = "أعلن الجيش العراقي أنه سيشن هجوما على تنظيم الدولة في بلدة الحويجة خلال أيام."
    assert any(value == "planned" for _, value in told(text))


def test_the_light_verb_carries_the_future() -> None:
    """A verbal noun under a light verb of the past is told, under one of the future planned."""
    assert ("هجوما", "asserted") in told("شن الجيش العراقي هجوما على تنظيم الدولة في بلدة الحويجة أمس.")
    assert ("هجوما", "planned") in told("سيشن الجيش العراقي هجوما على تنظيم الدولة في بلدة الحويجة غدا.")
