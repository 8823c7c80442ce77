"""The bomber of whom a text has told does not bomb again."""

import pytest

import sijill

CODER = sijill.load(model=None)


def bombings(text: str) -> list[str]:
    document = CODER(text, published="2010-02-12")
    return [e.sub_event_type for e in document.events or () if e.event_type == "Explosions/Remote violence"]


@pytest.mark.parametrize("text", [
    "قتل سبعة أشخاص في انفجار وقع في مدينة بيشاور. وتفيد تقارير بأن الانتحاري ترجل وفجر نفسه عند نقطة تفتيش.",
    "قتل خمسة أشخاص في تفجير انتحاري في بيشاور. وقال مسؤولون إن الانتحاري فجر نفسه عند بوابة المجمع.",
])
def test_the_bomber_did_what_was_told(text: str) -> None:
    """Where "the bomber" blows himself up after a blast was told, the two are one suicide bombing."""
    assert bombings(text) == ["Suicide bomb"]


@pytest.mark.parametrize(("text", "kinds"), [
    ("قتل خمسة أشخاص في انفجار في بيشاور. وفي كراتشي فجر انتحاري نفسه وسط سوق فقتل عشرة أشخاص.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
    ("فجر انتحاري نفسه وسط سوق في كراتشي فقتل عشرة أشخاص.", ["Suicide bomb"]),
    ("وقع انفجار في بيشاور. وفي كابل فجر الانتحاري نفسه قرب السفارة الصينية.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
    ("وقع انفجار في بيشاور. وفي حادث منفصل فجر الانتحاري نفسه أمام متجر.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
])
def test_a_bomber_is_another_one(text: str, kinds: list[str]) -> None:
    """"A bomber" and "in Q the bomber" at another place, or in a separate attack, are others; a first stands alone."""
    assert bombings(text) == kinds
