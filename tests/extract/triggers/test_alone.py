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


@pytest.mark.parametrize("text", [
    "استقبل الرئيس المصري حسني مبارك أمس وزير الخارجية الإسباني.",
    "يستقبل العاهل الأردني عبد الله الثاني غدا وزير الدفاع الفرنسي.",
])
def test_an_official_who_receives_another_talks_with_him(text: str) -> None:
    """A state's official who receives another state's is talks, where the report has no other word for them."""
    (trigger,) = Weighed(view_of(text)).triggers(triggers.TOLD - 0.01)
    assert trigger.sub_event_type == "Talks"


@pytest.mark.parametrize("text", [
    # no other state's, no official, or nobody
    "استقبل الرئيس المصري حسني مبارك وزير الدفاع المصري.",
    "استقبل الرئيس المصري حسني مبارك اللاعبين الفرنسيين.",
    "استقبلت مدينة غازي عنتاب وزير الخارجية الإسباني.",
    "استقبل الجيش المصري وزير الخارجية الإسباني.",
    "استقبل مسلحون وزير الخارجية الإسباني.",
    # a noun, and talks that are told with their own word
    "جرى استقبال الرئيس المصري ووزير الخارجية الإسباني.",
    "استقبل الرئيس المصري وزير الخارجية الإسباني وأجريا محادثات.",
])
def test_other_receptions_are_not_raised(text: str) -> None:
    """Guests of one's own state, players and towns talk of nothing, and talks told beside have their own word."""
    words = Weighed(view_of(text))
    assert not any(told_alone(words._features, number) for number in range(len(words.found)))
