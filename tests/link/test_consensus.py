"""What the claims of an event together say."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.claims_by_hand import claim as make

from sijill.documents import Casualty, Weapon
from sijill.ledger import Claim, LinkedEvent
from sijill.link.agreement import agreed_days, agreed_tolls
from sijill.link.consensus import linked_event
from sijill.link.verdicts import Verdicts


def event(*claims: Claim, said: Verdicts | None = None) -> LinkedEvent:
    """The event of some claims."""
    return linked_event("e", claims, (), said or Verdicts())


def day(text: str) -> dt.date:
    """A day."""
    return dt.date.fromisoformat(text)


def test_every_reading_is_kept_with_who_holds_it() -> None:
    """Where claims disagree the reading of most tellers is first and the others stay, each with claims and blocs."""
    told = event(make("a", source="x", bloc="opposition"), make("b", source="y", bloc="independent"),
                 make("c", source="z", bloc="syr_gov", doer=("HTS",)))
    assert told.actor1.value == ("SDF",) and told.actor1.disputed
    assert told.actor1.readings[1].value == ("HTS",) and told.actor1.readings[1].blocs == ("syr_gov",)
    assert not told.sub_event_type.disputed


def test_a_side_does_not_fight_itself_because_claims_name_the_sides_in_either_order() -> None:
    """The second side leads with who faces the first one; nothing is dropped, and what a person accepted is first."""
    claims = [make("a", source="x", doer=("IS",), target=("SYR_ARMY",)), make("b", source="y", doer=("IS",), target=()),
              make("c", source="z", doer=("SYR_ARMY",), target=("IS",)), make("d", source="w", doer=(), target=("IS",))]
    told = event(*claims)
    assert told.actor1.value == ("IS",) and told.actor2.value == ("SYR_ARMY",)
    assert {r.value for r in told.actor2.readings} == {("SYR_ARMY",), ("IS",)}
    assert event(*claims, said=Verdicts(accepted=frozenset([claims[3].id]))).actor2.value == ("IS",)
    both = make("e", doer=("IS",), target=("IS",))
    assert event(both).actor2.value == ("IS",)


def test_a_silent_claim_is_no_dissent() -> None:
    """A claim that names no side gives no reading of it."""
    assert not event(make("a"), make("b", doer=())).actor1.disputed


def test_independent_tellers_are_counted_by_bloc() -> None:
    """Reprints count with what they copy, two articles of one outlet are one voice."""
    first = make("a", source="shaam.org", bloc="opposition")
    told = event(first, make("b", source="syria.tv", bloc="opposition"),
                 make("c", source="Syria.TV", bloc="opposition"),
                 make("d", source="orient-news.net", bloc="opposition", copy_of="a"))
    assert told.blocs == (("opposition", 2),)


def test_reprints_outvote_nobody() -> None:
    """What one outlet tells and others reprint is one voice: two outlets that say otherwise are more."""
    copied = [make("a", source="x"), *(make(f"r{n}", source=f"y{n}", copy_of="a") for n in range(2))]
    others = [make(name, source=name, doer=("HTS",)) for name in "bc"]
    assert event(*copied, *others).actor1.value == ("HTS",)
    assert event(*copied[1:], *others).actor1.value == ("HTS",)


@pytest.mark.parametrize(("blocs", "sided"), [
    (("syr_gov",), "syr_gov"), (("syr_gov", "syr_gov"), "syr_gov"), (("syr_gov", "opposition"), None),
    (("independent",), None), (("syr_gov", "independent"), None), (("unknown",), None), (("syr_gov", "unknown"), None),
])
def test_what_one_side_alone_tells_says_so(blocs: tuple[str, ...], sided: str | None) -> None:
    """An event is one-sided where every teller is of one known camp that is not independent."""
    assert event(*(make(f"a{n}", source=f"s{n}", bloc=b) for n, b in enumerate(blocs))).one_sided == sided


@pytest.mark.parametrize(("held", "status"), [
    (("asserted", "asserted"), "asserted"), (("asserted", "denied"), "disputed"), (("denied",), "denied"),
    (("planned", "uncertain"), "uncertain"), (("planned",), "planned"), (("asserted", "planned"), "asserted"),
])
def test_the_status_follows_from_who_asserts_and_denies(held: tuple[str, ...], status: str) -> None:
    """Asserted by some and denied by others is disputed; what is only planned or denied says so."""
    assert event(*(make(f"a{n}", factuality=f) for n, f in enumerate(held))).status == status  # type: ignore[arg-type]


def test_an_accepted_claim_settles_a_dispute() -> None:
    """A claim that a person accepted counts before the others."""
    one, two = make("a", doer=("SDF",)), make("b", factuality="denied", doer=("HTS",))
    told = event(one, two, said=Verdicts(accepted=frozenset((two.id,))))
    assert told.status == "denied" and told.actor1.value == ("HTS",)


def test_the_finest_place_that_is_agreed_on_comes_first() -> None:
    """A village is first where others name what contains it, and not where they name another town."""
    assert event(make("a", where=("كنصفرة",)), make("b", where=("كنصفرة",)),
                 make("c", where=("الرقة",))).places.readings[0].value.name == "كنصفرة"
    assert [r.value.name for r in event(make("a", where=("الرقة",))).places.readings] == ["الرقة"]
    assert event(make("a", where=())).places.readings == ()


def test_a_place_is_backed_by_those_who_name_what_contains_it() -> None:
    """One report of a village beats none of it: two that name the governorate around it do not contradict."""
    around = [make(name, where=("محافظة إدلب",)) for name in "bcd"]
    assert event(make("a", where=("كنصفرة",)), *around).places.readings[0].value.name == "كنصفرة"


def test_what_is_only_denied_or_planned_says_less() -> None:
    """Readings, days and tolls are those of the claims that tell it as having happened, whatever more others say."""
    firm = make("a", killed=(3, 3))
    said: dict[str, Any] = {"factuality": "denied", "doer": ("HTS",), "day": "2022-01-22", "killed": (9, 9)}
    told = event(firm, *(make(name, **said) for name in "bc"))
    assert told.actor1.value == ("SDF",) and told.latest == firm.event.time.latest and told.tolls[0].high == 3


def test_days_are_those_that_all_allow() -> None:
    """The days of an event are what all claims have in common, else what most allow; unknown stays unknown."""
    first, last = day("2022-01-19"), day("2022-01-20")
    assert agreed_days([(first, last, "a"), (last, last, "b")]) == (last, last, 1)
    late = day("2022-01-25")
    assert agreed_days([(last, last, "a"), (last, last, "b"), (late, late, "c")]) == (last, last, 1)
    assert agreed_days([(day("2022-01-01"), day("2022-01-31"), "a"), (last, last, "b")]) == (last, last, 1)
    assert agreed_days([(day("2022-01-01"), day("2022-01-31"), "a")]) == (day("2022-01-01"), day("2022-01-31"), 3)
    week = (day("2022-01-10"), day("2022-01-17"), "a")
    assert agreed_days([week, (last, last, "b")]) == (last, last, 1)
    assert agreed_days([(None, None, "a")]) == (None, None, None)
    assert agreed_days([]) == (None, None, None)


def toll(low: int | None, high: int | None, who: str | None = "CIVILIANS") -> tuple[Casualty, ...]:
    """Some killed."""
    return (Casualty(0, 3, "killed", low, high, who, "toll"),)


def test_tolls_have_the_lowest_the_best_and_the_highest() -> None:
    """Low is the lowest and high the highest that a claim gives; best the median of each teller's newest number."""
    (told,) = agreed_tolls([("1", "a", day("2022-01-20"), toll(3, 3)), ("2", "a", day("2022-01-21"), toll(6, 6)),
                            ("3", "b", None, toll(7, 7)), ("4", "c", None, toll(20, None))])
    assert (told.low, told.best, told.high) == (3, 7, 20)


def test_the_newest_number_of_a_teller_counts_in_any_order() -> None:
    """An outlet that corrects itself counts with its last number, in whatever order its claims are read."""
    rows = [("1", "a", day("2022-01-20"), toll(3, 3)), ("2", "a", day("2022-01-21"), toll(6, 6))]
    assert [agreed_tolls(order)[0].best for order in (rows, rows[::-1])] == [6, 6]


def test_unknown_tolls_stay_unknown() -> None:
    """A toll without a number is no zero, and the victims of two kinds are not added up."""
    (told,) = agreed_tolls([("1", "a", None, toll(None, None))])
    assert (told.low, told.best, told.high) == (None, None, None)
    assert len(agreed_tolls([("1", "a", None, toll(1, 1) + toll(2, 2, "SDF"))])) == 2
    (told,) = agreed_tolls([("1", "a", None, toll(1, 1) + toll(2, 2))])
    assert told.best == 3


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from("abc")), min_size=1, max_size=8))
def test_the_best_toll_lies_between(given_: list[tuple[int, int, str]]) -> None:
    """Low is never above best, nor best above high."""
    (told,) = agreed_tolls([(str(n), who, None, toll(min(x, y), max(x, y))) for n, (x, y, who) in enumerate(given_)])
    assert told.low is not None and told.best is not None and told.high is not None
    assert told.low <= told.best <= told.high


def test_a_weapon_is_told_in_the_words_of_a_claim() -> None:
    """Words only spelled otherwise are one reading, told as a claim spells them and not as they are compared."""
    def armed(article: str, words: str) -> Claim:
        said = make(article, sentence=words)
        return replace(said, event=replace(said.event, weapon=Weapon(0, len(words), "weapon")))

    for order in ((0, 1, 2), (2, 1, 0)):
        claims = [armed("a", "قذايف  هاون"), armed("b", "قذائف هاون"), armed("c", "العبوات الناسفة")]
        found = linked_event("e", [claims[n] for n in order], (), Verdicts()).weapon
        assert [reading.value for reading in found.readings] == ["قذائف هاون", "العبوات الناسفة"]
        assert len(found.readings[0].claims) == 2
