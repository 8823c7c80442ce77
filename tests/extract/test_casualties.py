"""Tolls: kind, bounds and who, on the event that they belong to."""

import pytest

import sijill


def tolls(text: str) -> set[tuple[str, int | None, int | None, str | None]]:
    document = sijill.load()(text, published="2018-03-14")
    return {(c.kind, c.low, c.high, c.who) for e in document.events or () for c in e.casualties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 3 مدنيين في قصف لقوات النظام على دوما.", ("killed", 3, 3, "CIVILIANS")),
        ("قصفت قوات النظام مدينة دوما ما أدى إلى مقتل خمسة مدنيين.", ("killed", 5, 5, "CIVILIANS")),
        ("قصفت قوات النظام مدينة دوما ما أسفر عن إصابة عشرات المدنيين.", ("wounded", 20, 99, "CIVILIANS")),
        ("قتل ما لا يقل عن 10 مدنيين في غارة روسية على سراقب.", ("killed", 10, None, "CIVILIANS")),
    ],
)
def test_a_toll_is_read(text: str, expected: tuple[str, int, int | None, str]) -> None:
    """A toll before or after the event's word is read with its bounds."""
    assert expected in tolls(text)


def test_killed_and_wounded_are_two() -> None:
    """Coordinated tolls are both read, each of its kind."""
    kinds = {(k, low) for k, low, *_ in tolls("أدى قصف لقوات النظام على دوما إلى مقتل 3 مدنيين وإصابة 7 آخرين.")}
    assert {("killed", 3), ("wounded", 7)} <= kinds


def test_no_casualties_is_no_toll() -> None:
    """A strike said to have hurt nobody has no toll."""
    assert tolls("قصفت قوات النظام مدينة دوما دون وقوع إصابات.") == set()


def test_a_weapon_is_named() -> None:
    """The weapon that a clause names is the event's."""
    text = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس."
    (event,) = sijill.load()(text, published="2018-03-14").events or ()
    assert event.weapon is not None
    assert "الهاون" in text[event.weapon.start : event.weapon.end]
