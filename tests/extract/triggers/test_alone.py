"""A report's only word for a killing by somebody, or for a reception, tells an event."""

import pytest
from tests.extract.drafted import view_of

from sijill.extract.triggers import triggers
from sijill.extract.triggers.alone import told_alone
from sijill.extract.triggers.triggers import Weighed


@pytest.mark.parametrize(("text", "word"), [
    ("لقي شرطي مصرعه على أيدي مسلحين في نيروبي.", "مصرعه"),
    ("قتل صيادان برصاص مجهولين في نيروبي.", "قتل"),
])
def test_a_killing_by_somebody_is_told_where_nothing_else_is(text: str, word: str) -> None:
    """Who was killed, and by whom, is an event where the report has no other word for violence."""
    (trigger,) = Weighed(view_of(text)).triggers(triggers.TOLD - 0.01)
    assert text[trigger.start : trigger.end] == word and trigger.score >= triggers.TOLD


@pytest.mark.parametrize("text", [
    "لقي شرطي مصرعه في نيروبي.",
    "لقي شرطي مصرعه تحت التعذيب في نيروبي.",
    "قتل صيادان برصاصات طائشة في نيروبي.",
    "لقي شرطي مصرعه على أيدي مسلحين في نيروبي خلال هجوم شنوه على مركز للشرطة.",
    "شن مسلحون هجوما على مخفر في نيروبي. ولقي شرطي مصرعه على أيدي المسلحين.",
])
def test_a_death_beside_its_deed_is_not_raised(text: str) -> None:
    """A death without its doer, or beside a word for the deed, is weighed as any word is."""
    words = Weighed(view_of(text))
    raised = [told_alone(words._features, number) for number in range(len(words.found))]
    assert raised and not any(raised)
