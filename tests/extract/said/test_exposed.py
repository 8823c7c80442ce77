"""What is exposed to a deed."""

import pytest
from tests.extract.drafted import pointed, told

from sijill.extract.said.exposed import place_aimed_at, place_exposed, place_of_verb


def test_what_is_exposed_is_struck() -> None:
    """Of "P and Q in A were exposed to shelling from R" P and Q are struck, and neither A nor R."""
    event = told("تعرضت بلدتا حاس وكفرنبل في ريف إدلب لقصف مدفعي من معسكر جورين.", "لقصف")
    assert [place.name for place in event.places] == ["حاس", "كفرنبل"]


@pytest.mark.parametrize(("text", "said"), [
    ("تعرضت بلدة حاس في ريف إدلب لقصف مدفعي.", "حاس"),
    ("تعرضت بلدة حاس خلال المعارك لقصف مدفعي.", "حاس"),
    # the deed is not what P was exposed to
    ("تعرضت بلدة حاس في ريف إدلب وسط قصف مدفعي.", None),
    # another verb stands between
    ("تعرضت بلدة حاس للنهب وهاجم مسلحون إدلب لقصف مدفعي.", None),
    # no place stands between
    ("تعرض السكان في النهار لقصف مدفعي على حاس.", None),
    ("خضعت بلدة حاس لقصف مدفعي.", None),
    # where those who were exposed came from and went
    ("تعرضت حافلات قادمة من إدلب إلى مدينة حاس لقصف مدفعي.", None),
    ("تعرضت بلدة حاس القريبة من إدلب لقصف مدفعي.", "حاس"),
    # a side was exposed, and the deed has a place of its own
    ("تعرضت قوات النظام في إدلب لقصف مدفعي قرب حاس.", None),
    ("تعرضت قوات النظام في إدلب لقصف مدفعي.", "إدلب"),
    # the place stands right before
    ("أضاف الناشط في إدلب أن بلدة حاس تعرضت لقصف مدفعي.", "حاس"),
    ("زار الوفد بلدة حاس التي تعرضت لقصف مدفعي.", "حاس"),
    ("زار الوفد إدلب فيما تعرض السكان لقصف مدفعي.", None),
])
def test_exposed_stands_before_the_place(text: str, said: str | None) -> None:
    """The place stands between "was exposed" and its "to", and no other verb does."""
    view, trigger = pointed(text, "لقصف" if "لقصف" in text else "قصف", "Shelling/artillery/missile attack")
    number = place_exposed(view, trigger)
    assert (number if number is None else view.places[number].name) == said


@pytest.mark.parametrize(("text", "said"), [
    ("أطلقت أمس ثلاثة صواريخ من عفرين على إعزاز.", "إعزاز"),
    ("أطلقت أمس ثلاثة صواريخ باتجاه إعزاز من عفرين.", "إعزاز"),
    # only whence, only whither
    ("أطلقت أمس ثلاثة صواريخ من عفرين.", None),
    ("أطلقت أمس ثلاثة صواريخ على إعزاز.", None),
    ("أطلقت أمس ثلاثة صواريخ في عفرين وإعزاز.", None),
    ("أطلقت أمس ثلاثة صواريخ على إعزاز من نوع غراد.", None),
])
def test_what_is_launched_strikes_where_it_is_aimed(text: str, said: str | None) -> None:
    """What is launched from O at P strikes P; where only one of them is told, the words say nothing."""
    view, trigger = pointed(text, "أطلقت", "Shelling/artillery/missile attack", "perfect", "agent_weapon")
    number = place_aimed_at(view, trigger)
    assert (None if number is None else view.places[number].name) == said


def test_only_what_is_launched_is_aimed() -> None:
    """Neither a raid from the air nor a strike on places goes by whence and whither."""
    text = "أطلقت أمس ثلاثة صواريخ من عفرين على إعزاز."
    for kind, frame in (("Air/drone strike", "agent_weapon"), ("Shelling/artillery/missile attack", "agent_place")):
        assert place_aimed_at(*pointed(text, "أطلقت", kind, "perfect", frame)) is None


@pytest.mark.parametrize(("text", "said"), [
    ("قصف الحوثيون مأرب بالصواريخ بعد غارة على بلدة حرض.", "مأرب"),
    ("قصف الحوثيون مدينة مأرب ردا على غارة في حرض.", "مأرب"),
    ("قصف الحوثيون فجر اليوم مأرب ردا على غارة في حرض.", "مأرب"),
    # a preposition, or another object, stands between
    ("قصف الحوثيون من مأرب بلدة حرض.", None),
    ("قصف الحوثيون مواقع في مأرب.", None),
    # no subject stands behind the verb
    ("قصف مأرب صباحا الحوثيون.", None),
])
def test_what_stands_behind_the_subject_is_what_a_verb_hits(text: str, said: str | None) -> None:
    """Of "A shelled P after a raid on Q" the place is P; of "from P", or "posts in P", the words do not say it so."""
    view, trigger = pointed(text, "قصف", "Shelling/artillery/missile attack", "perfect", "agent_place")
    number = place_of_verb(view, trigger)
    assert (None if number is None else view.places[number].name) == said


def test_only_a_verb_that_takes_a_place_has_one_behind_its_subject() -> None:
    """A noun, a verb of another frame and one of leaving do not take what stands behind the side."""
    strike, leaving = "Shelling/artillery/missile attack", "Non-violent transfer of territory"
    for kind, form, frame in ((strike, "noun", "agent_place"), (strike, "perfect", "agent_patient"),
                              (leaving, "perfect", "agent_place")):
        assert place_of_verb(*pointed("قصف الحوثيون مأرب بالصواريخ.", "قصف", kind, form, frame)) is None
