"""The dead of a strike have not made it, nor has who organised a demonstration shot at those in it."""

import pytest
from drafted import sides, told


@pytest.mark.parametrize(("text", "word"), [
    ("قتل ثلاثة من جنود الجيش اليمني في هجوم انتحاري استهدف حاجزا في عدن.", "هجوم"),
    ("أصيب خمسة من عناصر الجيش اليمني بقصف على مواقعهم في تعز.", "بقصف"),
])
def test_the_dead_of_a_strike_are_not_its_doers(text: str, word: str) -> None:
    """Soldiers of A who were killed "in" a strike are whom it struck, and A has not made it."""
    first, second = sides(told(text, word))
    assert "YEM_GOV_FORCES" not in first and second == ["YEM_GOV_FORCES"]


@pytest.mark.parametrize("words", ["استهدف حاجزا للجيش اليمني", "قرب ثكنة للجيش اليمني"])
def test_whom_an_attack_struck_has_not_made_it(words: str) -> None:
    """Of "a suicide attack that struck, or was near, a post of A" A is not the bomber."""
    first, _ = sides(told(f"قتل عشرة مدنيين في هجوم انتحاري {words} في عدن.", "هجوم"))
    assert "YEM_GOV_FORCES" not in first


def test_who_shelled_what_is_near_another_is_still_the_doer() -> None:
    """Of "A's shelling near a post of B" A is the doer."""
    text = "قتل مدنيان في قصف لجماعة الحوثي قرب ثكنة للجيش اليمني في تعز."
    assert sides(told(text, "قصف"))[0] == ["HOUTHIS"]


def test_whose_jets_are_told_with_a_strike_is_its_doer() -> None:
    """Who made the strike in which others died is still its doer."""
    text = "قتل ثلاثة من الحوثيين في قصف لطيران التحالف العربي على صعدة."
    assert sides(told(text, "قصف")) == (["SAUDI_COALITION"], ["HOUTHIS"])


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
