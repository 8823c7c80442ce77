"""Whom a toll behind an attack counts has not made it."""

import pytest
from tests.extract.drafted import named, pointed

from sijill.extract.roles.dead_behind import dead_behind

ATTACK = "Armed clash"


def barred(text: str, word: str, form: str = "noun") -> list[str]:
    view, trigger = pointed(text, word, ATTACK, form, "agent_patient")
    return named(view, dead_behind(view, trigger))


@pytest.mark.parametrize(("text", "whom"), [
    ("وقع هجوم في عسير وراح ضحيته 15 من رجال الأمن السعودي.", "رجال الأمن السعودي"),
    ("وقع هجوم في مأرب وقتل فيه عشرة من الحوثيين.", "الحوثيين"),
    ("وقع هجوم في مأرب راح ضحيته عشرة قتلى من الحوثيين.", "الحوثيين"),
])
def test_the_dead_that_are_told_behind_an_attack_have_not_made_it(text: str, whom: str) -> None:
    """Though nobody else is named: "an attack that ten of A's men fell victim to"."""
    assert barred(text, "هجوم")[-1] == whom


def test_those_whom_others_killed_may_have_made_the_attack() -> None:
    """Who foils an attack kills its doers; dead before it, of another sentence or behind a verb are not told here."""
    assert barred("تصدت قوات الجيش اليمني لهجوم وقتلت عشرة من الحوثيين في مأرب.", "لهجوم") == []
    assert barred("قتل عشرة من الحوثيين في هجوم أمس في مأرب.", "هجوم") == []
    assert barred("وقع هجوم في مأرب. وقتل عشرة من الحوثيين في تعز.", "هجوم") == []
    assert barred("هاجم مسلحون موقعا وقتل عشرة من الحوثيين في مأرب.", "هاجم", "perfect") == []


def test_who_were_neutralised_may_have_made_the_attack() -> None:
    """Whom an army "neutralised" were those who attacked; who are told killed in the same words were not."""
    assert barred("أحبط الجيش اليمني الهجوم على مأرب وجرى تحييد عشرة من الحوثيين.", "الهجوم") == []
    assert barred("انتهى الهجوم على مأرب وجرى قتل عشرة من الحوثيين.", "الهجوم") != []
