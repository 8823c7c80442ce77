"""The bomber of whom a text has told does not bomb again."""

import pytest

import sijill
from sijill.extract.events.ids import event_id

CODER = sijill.load(model=None)


def bombings(text: str) -> list[str]:
    document = CODER(text, published="2010-02-12")
    return [e.sub_event_type for e in document.events or () if e.event_type == "Explosions/Remote violence"]


@pytest.mark.parametrize("text", [
    "قتل سبعة أشخاص في انفجار وقع في مدينة بيشاور. وذكر شهود أن الانتحاري نزل من سيارته وفجر نفسه عند نقطة تفتيش.",
    "قتل خمسة أشخاص في تفجير انتحاري في بيشاور. وأوضح ضابط أن الانتحاري فجر نفسه أمام مدخل المبنى.",
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
    ("قتل خمسة أشخاص في تفجير انتحاري في بيشاور. وفجر الانتحاري الآخر نفسه أمام مدخل المبنى.",
     ["Suicide bomb", "Suicide bomb"]),
    ("قتل خمسة أشخاص في انفجار في بيشاور. وفي كراتشي فجر الانتحاري نفسه وسط سوق.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
    ("قتل خمسة أشخاص في انفجار في بيشاور في 3 فبراير. وفي 9 فبراير فجر الانتحاري نفسه عند حاجز.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
    ("قصف مسلحون مدينة بيشاور بالمدافع أمس. وقال ضابط إن الانتحاري فجر نفسه وسط دورية.",
     ["Shelling/artillery/missile attack", "Suicide bomb"]),
    ("نفى ضابط وقوع انفجار في بيشاور. وقال شاهد إن الانتحاري فجر نفسه عند حاجز.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
    ("فجر الجيش الباكستاني عبوة ناسفة في بيشاور. وقال ضابط إن الانتحاري فجر نفسه وسط دورية.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
    ("قتل خمسة أشخاص في انفجار في بيشاور. " + "وتحدث الوزير طويلا. " * 6 + "وقال ضابط إن الانتحاري فجر نفسه وسط دورية.",
     ["Remote explosive/landmine/IED", "Suicide bomb"]),
])
def test_a_bomber_is_another_one(text: str, kinds: list[str]) -> None:
    """A bomber at another place, on another day, far on, called another one, after shelling or others is another."""
    assert bombings(text) == kinds


def test_the_blast_has_what_only_its_bomber_told() -> None:
    """A blast that was its bomber's has the place that only the second telling names, and the id of what it is now."""
    text = "أدى انفجار سيارة مفخخة إلى مقتل سبعة أشخاص. وقال ضابط إن الانتحاري فجر نفسه في مدينة بيشاور."
    document = CODER(text, published="2010-02-12")
    (event,) = [e for e in document.events or () if e.event_type == "Explosions/Remote violence"]
    assert [place.name for place in event.places] == ["بيشاور"]
    assert event.trigger.sub_event_type == event.sub_event_type == "Suicide bomb"
    assert event.event_id == event_id(document.article_id, event.trigger)
    assert text[event.trigger.start : event.trigger.end] == "انفجار"
