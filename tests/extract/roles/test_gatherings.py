"""Gatherings: who organised a demonstration has not shot at those in it, and who put down a crowd is none of it."""

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.roles.gatherings import organisers, who_put_down

SHELLING = "Shelling/artillery/missile attack"
FORCE = "Excessive force against protesters"
_DISPERSED = "فض اعتصام للمتظاهرين بحضور الجيش العراقي وقوات التحالف الدولي ومسلحي داعش"


def organising(text: str) -> list[str]:
    view, _ = pointed(text, text.split()[0], SHELLING)
    return named(view, organisers(view))


def putting_down(text: str, word: str, kind: str = FORCE, form: str = "noun", frame: str = "agent_patient", *,
                 crowd: bool = True) -> list[str] | None:
    view, trigger = pointed(text, word, kind, form, frame)
    forces = who_put_down(view, trigger, crowd, range(len(view.actors)))
    return None if forces is None else named(view, forces)


def test_who_organised_a_demonstration_is_not_who_shot() -> None:
    """In "shots were fired during a demonstration that A organised" A did not shoot."""
    text = "قتل ستة أشخاص في إطلاق نار في بيروت خلال تظاهرة نظمها حزب الله وحركة أمل."
    assert not {"HEZBOLLAH", "AMAL"} & set(sides(told(text, "إطلاق"))[0])


def test_who_called_to_a_demonstration_is_not_who_shot() -> None:
    """In "shots were fired during a march to which A called" A did not shoot."""
    text = "قتل ستة أشخاص في إطلاق نار في بيروت خلال مسيرة دعا إليها حزب الله."
    assert "HEZBOLLAH" not in sides(told(text, "إطلاق"))[0]


def test_who_organised_a_demonstration_takes_part_in_it() -> None:
    """The demonstration itself may be that of who organised it."""
    text = "شهدت بيروت تظاهرة نظمها حزب الله ضد الحكومة."
    assert sides(told(text, "تظاهرة"))[0]


def test_whom_forces_disperse_has_not_dispersed() -> None:
    """The crowd of "thirty protesters were killed in the dispersal of a sit-in" is whom force was used against."""
    event = told("قتل 30 متظاهرا خلال فض اعتصام نظمه اتحاد الطلاب في الخرطوم.", "فض")
    assert sides(event) == ([], ["PROTESTERS"])


def test_forces_that_put_a_crowd_down_are_the_doers() -> None:
    """"The security forces dispersed the protesters" is the forces' deed, and done to the crowd."""
    first, second = sides(told("فرقت قوات الأمن العراقية المتظاهرين في البصرة.", "فرقت"))
    assert first == ["IRQ_POLICE"] or first == ["IRQ_ARMY"]
    assert second == ["PROTESTERS"]


@pytest.mark.parametrize("text", [
    "إطلاق نار خلال تظاهرة نظمها حزب الله.",
    "إطلاق نار بعد تظاهرة كبيرة حاشدة نظمها حزب الله.",
    "إطلاق نار بعد شغب نظمه حزب الله.",
    "إطلاق نار خلال مسيرة دعا إليها حزب الله.",
    "إطلاق نار قبل محادثات دعا إليها حزب الله.",
    "إطلاق نار قبل اتفاق دعا إليه حزب الله.",
])
def test_who_organised_or_called_to_a_gathering_is_its_organiser(text: str) -> None:
    """Demonstrations, riots, talks and deals are what sides organise or call to."""
    assert organising(text) == ["حزب الله"]


@pytest.mark.parametrize("text", [
    "قتيل في غارة نظمها حزب الله.",
    "انفجار بعد بطولة نظمها حزب الله.",
    "انفجار بعد فض نظمه حزب الله.",
    "انفجار بعد تظاهرة كبيرة حاشدة سلمية نظمها حزب الله.",
    "انفجار خلال مسيرة عاد إليها حزب الله.",
    "انفجار خلال مسيرة دعا حزب الله إلى وقفها.",
    "انفجار خلال مسيرة دعا أمس حزب الله إلى وقفها.",
    "انفجار خلال تظاهرة نظمها\nحزب الله ينفي",
    "انفجار خلال تظاهرة\nثم نظمها حزب الله",
    "انفجار خلال تظاهرة\nنظمها حزب الله",
])
def test_who_organised_no_gathering_is_no_organiser(text: str) -> None:
    """Raids, cups and dispersals are no gatherings, nor is what another line tells, or what one only returned to."""
    assert organising(text) == []


@pytest.mark.parametrize("kind", [FORCE, "Protest with intervention"])
def test_of_those_around_a_crowd_the_forces_put_it_down(kind: str) -> None:
    """Of "the dispersal of a sit-in, A, B and C being there" those are taken that are forces of a state."""
    assert putting_down(_DISPERSED, "فض", kind) == ["الجيش العراقي", "قوات التحالف الدولي"]


def test_what_is_no_putting_down_of_a_crowd_keeps_its_doer() -> None:
    """Who is no crowd, a verb's doer, an attack's, a clash's and a word's that tells no event are kept."""
    assert putting_down(_DISPERSED, "فض", crowd=False) is None
    assert putting_down(_DISPERSED, "فض", "Attack") is None
    assert putting_down(_DISPERSED, "فض", form="perfect") is None
    assert putting_down(_DISPERSED, "فض", frame="mutual") is None
    assert putting_down(_DISPERSED, "حضور") is None


@pytest.mark.parametrize("word", ["تظاهرة", "اعتصام"])
def test_a_demonstration_that_force_ended_is_still_the_crowds(word: str) -> None:
    """A word for a demonstration is the crowd's deed, whatever type it was read as."""
    assert putting_down(f"{word} للمتظاهرين ضد الجيش العراقي", word) is None
    assert putting_down("قمع المتظاهرين أمام الجيش العراقي", "قمع") == ["الجيش العراقي"]


def test_a_crowd_that_shoots_is_the_doer() -> None:
    """Of "protesters opened fire on the security forces" the protesters fired."""
    first, second = sides(told("أطلق متظاهرون النار على قوات الأمن العراقية في البصرة.", "أطلق"))
    assert first == ["PROTESTERS"] and second == ["IRQ_ARMY"]


def test_forces_told_to_put_a_crowd_down_stay_its_doers() -> None:
    """Of "A's suppression of the protesters" A is the doer; of "shots were fired at them" nobody is."""
    event = told("شهدت البصرة قمع الجيش العراقي للمتظاهرين.", "قمع")
    assert sides(event) == (["IRQ_ARMY"], ["PROTESTERS"])
    assert sides(told("جرى إطلاق النار على المتظاهرين في البصرة.", "إطلاق")) == ([], ["PROTESTERS"])


def test_a_suppression_told_as_an_object_is_not_the_crowds() -> None:
    """A verbal noun that is an object, though spelled like the dual of a verb, is not the crowd's; a verb's deed is."""
    text = "شهدت البصرة قمعا للمتظاهرين من قبل الشرطة العراقية."
    assert putting_down(text, "قمعا", form="perfect") == ["الشرطة العراقية"]
    assert putting_down(text.replace("قمعا", "قمعت"), "قمعت", form="perfect") is None
    assert putting_down(text, "قمعا", form="perfect", crowd=False) is None
