"""Airwars' grading of harm to civilians."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from tests.linked_events import DAY, claim, event, field, killed

from sijill.exports.airwars import grade
from sijill.exports.codings import coding
from sijill.exports.rows import Notes
from sijill.ledger import Claim, Field, LinkedEvent, Reading

LATER = DAY + dt.timedelta(days=3)
ADMITS = "أعلن متحدث باسم التحالف الدولي مقتل مدنيين"


def told(*claims: Claim, **more: Any) -> LinkedEvent:
    """An event told by claims."""
    return event(claims, **more)


def by(*sides: tuple[Sequence[str], str]) -> Field[tuple[str, ...]]:
    """Readings of the side that did it, each by one claim."""
    return Field(tuple(Reading(tuple(side), (who,), ("unknown",)) for side, who in sides))


def test_one_source_is_weak_and_two_are_fair() -> None:
    """One independent outlet is weak; two are fair, and the claims are named."""
    one = claim(1, source="SOHR", bloc="independent")
    two = claim(2, source="SNHR", bloc="opposition")
    assert grade(told(one)).word == "Weak"
    found = grade(told(one, two))
    assert (found.word, found.rule, found.claims) == ("Fair", "airwars.fair", ("c1", "c2"))


@pytest.mark.parametrize("other", [
    claim(2, source="SOHR", bloc="independent"),
    claim(2, source="Elsewhere", copy_of="a1"),
    claim(2, source="SOHR", bloc="independent", factuality="uncertain"),
])
def test_what_depends_on_the_first_source_is_no_second_one(other: Claim) -> None:
    """The same outlet, a reprint, and one that is not sure do not make an event fair."""
    assert grade(told(claim(1, source="SOHR", bloc="independent"), other)).word == "Weak"


def test_outlets_of_one_camp_are_one_source() -> None:
    """Two outlets of one camp are weak; articles of unknown publishers too."""
    assert grade(told(claim(1, source="A", bloc="opposition"), claim(2, source="B", bloc="opposition"))).word == "Weak"
    assert grade(told(claim(1), claim(2))).word == "Weak"


def test_the_side_s_own_outlet_confirms() -> None:
    """Harm that the side that did it tells by its own outlet is confirmed; another state's outlet confirms nothing."""
    assert grade(told(claim(1, source="SANA", bloc="syr_gov"))).word == "Confirmed"
    assert grade(told(claim(1, actor1=("US_COALITION",), source="SANA", bloc="syr_gov"))).word == "Weak"


def test_the_side_s_own_speaker_confirms() -> None:
    """Harm told on the word of the side that did it is confirmed; on the word of its enemy it is not."""
    start = ADMITS.index("متحدث")
    words = [(start, ADMITS.index(" مقتل"), "belligerent")]
    admitted = claim(1, actor1=("US_COALITION",), speakers=words, sentence=ADMITS)
    assert grade(told(admitted)).rule == "airwars.confirmed"
    assert grade(told(claim(1, actor1=("IS",), speakers=words, sentence=ADMITS))).word == "Weak"


def test_rival_attributions_are_contested() -> None:
    """Sources that name enemies as the one that did it contest; those that name allies do not."""
    claims = claim(1, source="SOHR", bloc="independent"), claim(2, source="SNHR", bloc="opposition")
    rival = told(*claims, actor1=by((["SYR_ARMY"], "c1"), (["IS"], "c2")))
    assert grade(rival).word == "Contested" and "or" in (grade(rival).note or "")
    allied = told(*claims, actor1=by((["SYR_ARMY"], "c1"), (["RUS_ARMED"], "c2")))
    assert grade(allied).word == "Fair"


def test_a_later_denial_by_one_of_no_side_discounts() -> None:
    """An independent outlet that denies it later discounts; the accused side's own denial does not."""
    first = claim(1, source="SNHR", bloc="opposition")
    denial = claim(2, source="SOHR", bloc="independent", published=LATER, factuality="denied")
    assert grade(told(first, denial, status="disputed")).rule == "airwars.discounted.denied"
    accused = claim(2, source="SANA", bloc="syr_gov", published=LATER, factuality="denied")
    assert grade(told(first, accused, status="disputed")).word == "Weak"


def test_victims_that_turn_out_fighters_discount() -> None:
    """A later independent report that the dead were fighters discounts; an earlier one does not."""
    first = claim(1, source="SNHR", bloc="opposition")

    def fighters(day: dt.date) -> Claim:
        return claim(2, source="SOHR", bloc="independent", actor2=("IS",), published=day,
                     tolls=[("killed", 3, 3, "IS")])

    assert grade(told(first, fighters(LATER))).rule == "airwars.discounted.fighters"
    assert grade(told(first, fighters(DAY - dt.timedelta(days=1)))).word == "Fair"


def test_a_rejected_event_is_discounted() -> None:
    """What a person rejected stands as discounted."""
    (row,) = coding("airwars").rows([told(claim(), status="rejected")])
    assert row.values["civilian_harm_status"] == "Discounted"
    assert row.why["civilian_harm_status"].rule == "airwars.discounted.rejected"


def test_counts_are_the_lowest_and_the_highest() -> None:
    """Civilians killed and injured have a lowest and a highest; nothing told is empty, not 0."""
    made = told(claim(), tolls=[killed(3, 5, 7), killed(None, kind="wounded"), killed(9, who="IS")])
    (row,) = coding("airwars").rows([made])
    cells = row.values
    assert (cells["civilian_deaths_min"], cells["civilian_deaths_max"]) == (3, 7)
    assert cells["civilian_injuries_min"] is None and cells["civilian_injuries_max"] is None
    assert cells["belligerent_deaths_min"] == 9


def test_undescribed_victims_of_an_attack_on_civilians_are_civilians() -> None:
    """Dead of whom nothing is said count as civilians where civilians are who was attacked, and the rule says so."""
    (row,) = coding("airwars").rows([told(claim(), tolls=[killed(4, who=None)])])
    assert row.values["civilian_deaths_min"] == 4
    assert row.why["civilian_deaths_min"].rule == "airwars.count.assumed"


def test_events_without_harm_to_civilians_are_left_out() -> None:
    """A clash of fighters, and aid, give no row; the rule is counted."""
    notes = Notes()
    made = [told(claim(actor2=("IS",), sub="Armed clash", kind="Battles")), told(claim(sub="Aid", kind="Humanitarian"))]
    assert list(coding("airwars").rows(made, notes)) == []
    assert notes.counts == {"airwars.left.no-civilians": 1, "airwars.left.type": 1}


def test_every_alleged_side_is_named() -> None:
    """The belligerents are all sides that any claim names."""
    (row,) = coding("airwars").rows([told(claim(1), claim(2), actor1=field(("SYR_ARMY",), ("IS",)))])
    assert row.values["belligerents"] == ("Military Forces of Syria (2000-2024)", "Islamic State (Syria and Iraq)")


def test_a_camp_that_takes_its_word_back_discounts() -> None:
    """A later denial by an outlet of the camp that alleged it discounts; by one of another camp it does not."""
    first = claim(1, source="SNHR", bloc="opposition")
    denial = claim(2, source="Elsewhere", bloc="opposition", published=LATER, factuality="denied")
    assert grade(told(first, denial, status="disputed")).rule == "airwars.discounted.denied"
    other = claim(2, source="Elsewhere", bloc="turkey", published=LATER, factuality="denied")
    assert grade(told(first, other, status="disputed")).word == "Weak"
