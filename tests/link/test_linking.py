"""Linking as a whole."""

import datetime as dt
import random

import pytest
from tests.link.claims_by_hand import claim as make

from sijill.ledger import Claim, Decision
from sijill.link import cuts, linking
from sijill.link.corrected import corrected
from sijill.link.corrections import Correction
from sijill.link.identity import event_ids, new_id
from sijill.link.linking import link_claims
from sijill.link.traits import traits_of
from sijill.link.verdicts import Verdicts


def decision(verb: str, *claims: str, at: int = 1, **more: str) -> Decision:
    """A decision of a minute."""
    return Decision(f"d{at}", dt.datetime(2024, 1, 1, 0, at, tzinfo=dt.UTC), "someone", verb, claims, **more)  # type: ignore[arg-type]


def groups(claims: list[Claim], *decisions: Decision) -> list[set[str]]:
    """The articles of each event, sorted."""
    return sorted(({c.article_id for c in event.claims} for event in link_claims(claims, decisions)), key=min)


def test_reports_of_one_event_are_one_event() -> None:
    """Two outlets that tell the same strike with other words and tolls make one event."""
    claims = [make("a", killed=(3, 3), sentence="قتل ثلاثة مدنيين بقصف صاروخي على مدينة عفرين"),
              make("b", killed=(4, 4), sentence="أربعة قتلى جراء سقوط صواريخ وسط مدينة عفرين", doer=("SYR_ARMY",))]
    assert groups(claims) == [{"a", "b"}]


@pytest.mark.parametrize("other", [
    {"day": "2022-02-14"}, {"where": ("الرقة",)}, {"kind": "Talks", "doer": ("TUR_GOV",), "target": ()},
])
def test_what_differs_in_day_place_or_kind_stays_apart(other: dict[str, object]) -> None:
    """A report of another day, of a town far away or of another kind of thing is another event."""
    assert groups([make("a", killed=(3, 3)), make("b", killed=(3, 3), **other)]) == [{"a"}, {"b"}]


def test_a_missing_day_is_neither_for_nor_against() -> None:
    """A report without a day joins on what it does say, and does not where it says little."""
    told = "مقتل امرأة وطفليها بقذيفة أصابت سوق الهال في حي المحمودية بعفرين"
    assert groups([make("a", killed=(3, 3), sentence=told), make("b", day=None, killed=(3, 3), sentence=told)]) \
        == [{"a", "b"}]
    assert groups([make("a"), make("b", day=None, sentence="قصف على عفرين")]) == [{"a"}, {"b"}]


def test_a_denial_belongs_to_what_it_denies() -> None:
    """What one side tells and the other denies is one event, and disputed."""
    events = link_claims([make("a", killed=(3, 3), sentence="قصف قتل ثلاثة في مدينة عفرين"),
                          make("b", factuality="denied", killed=(3, 3), sentence="نفت قصف مدينة عفرين وقتل ثلاثة")])
    assert [event.status for event in events] == ["disputed"]


def test_people_join_and_part_claims() -> None:
    """`same` joins what would stay apart, `different` parts what would be joined, a withdrawal undoes either."""
    one, two, far = make("a", killed=(3, 3)), make("b", killed=(3, 3)), make("c", where=("الرقة",))
    assert groups([one, two, far]) == [{"a", "b"}, {"c"}]
    assert groups([one, two, far], decision("same", one.id, far.id)) == [{"a", "b", "c"}]
    parted = decision("different", one.id, two.id)
    assert groups([one, two, far], parted) == [{"a"}, {"b"}, {"c"}]
    assert groups([one, two, far], parted, decision("withdraw", at=2, value="d1")) == [{"a", "b"}, {"c"}]


def test_a_joined_claim_says_who_joined_it() -> None:
    """The link that a person made bears the decision's id, the others what each feature gave."""
    one, two, far = make("a", killed=(3, 3)), make("b", killed=(3, 3)), make("c", where=("الرقة",))
    (event,) = link_claims([one, two, far], [decision("same", one.id, far.id)])
    by = {link.claim: link for link in event.links}
    assert by[far.id].by == "d1" or by[one.id].by == "d1"
    assert all(sum(bits for _, bits in link.contributions) == pytest.approx(link.weight, abs=0.05)
               for link in event.links if link.other and link.by is None)


def test_a_rejected_claim_says_nothing() -> None:
    """The toll of a rejected claim is left out; with all claims rejected the event is."""
    one, two = make("a", killed=(3, 3)), make("b", killed=(90, 90))
    (event,) = link_claims([one, two], [decision("same", one.id, two.id), decision("reject", two.id, at=2)])
    assert event.tolls[0].high == 3 and len(event.claims) == 2
    (event,) = link_claims([one, two], [decision("same", one.id, two.id), decision("reject", one.id, two.id, at=2)])
    assert event.status == "rejected"


def test_a_corrected_field_counts_and_the_claim_stays() -> None:
    """A correction changes what the event says and not the claim."""
    one = make("a", killed=(3, 3))
    (event,) = link_claims([one], [decision("correct", one.id, field="killed", value="[5, 6]")])
    assert (event.tolls[0].low, event.tolls[0].high) == (5, 6)
    assert event.claims == (one,)


def test_ids_stay_when_reports_come() -> None:
    """An event keeps its id with new claims; of two that merge the older id stays; of two parts the bigger keeps it."""
    one, two, three = (make(name, killed=(3, 3), published=f"2022-01-2{at}") for at, name in enumerate("abc"))
    (first,) = link_claims([one])
    (grown,) = link_claims([one, two], previous={one.id: first.id})
    assert grown.id == first.id
    (merged,) = link_claims([one, two, three], previous={one.id: "old", two.id: "young", three.id: "young"})
    assert merged.id == "old"
    apart = [decision("different", one.id, two.id, three.id), decision("same", two.id, three.id, at=2)]
    parts = link_claims([one, two, three], apart, {c.id: "whole" for c in (one, two, three)})
    assert {len(event.claims): event.id == "whole" for event in parts} == {1: False, 2: True}


def test_order_does_not_matter() -> None:
    """The events are the same whatever the order of claims and decisions."""
    claims = [make(f"{n}", day=f"2022-01-{20 + n % 3}", where=(("عفرين", "اعزاز")[n % 2],), killed=(n % 4, None))
              for n in range(12)]
    decided = [decision("same", claims[0].id, claims[3].id), decision("different", claims[1].id, claims[5].id, at=2)]
    expected = link_claims(claims, decided)
    chance = random.Random(3)
    for _ in range(5):
        chance.shuffle(claims)
        chance.shuffle(decided)
        assert link_claims(claims, decided) == expected


def test_no_claims_make_no_events() -> None:
    """Nothing is linked where there is nothing."""
    assert link_claims([]) == ()


def test_a_date_without_a_year_tells_reports_apart() -> None:
    """Reports whose day is not known are held together and apart by the day of the month that they name."""
    one = make("a", killed=(3, 3), sentence="مقتل ثلاثة مدنيين بقذائف سقطت على سوق الهال في عفرين")
    same, other = (make(name, day=None, killed=(3, 3), sentence=f"ثلاثة قتلى بقصف على سوق في عفرين يوم {day}")
                   for name, day in (("b", "20 كانون الثاني"), ("c", "6 تشرين الثاني")))
    assert groups([one, same]) == [{"a", "b"}]
    assert groups([one, other]) == [{"a"}, {"c"}]


def test_what_hangs_together_in_too_many_falls_apart_at_its_weakest_ties(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where more claims hang together than are clustered at once, weak ties are cut and strong ones stay."""
    chain = [make(f"a{n}", day=f"2022-01-{20 + n}", killed=(3, 3), sentence="قصف") for n in range(4)]
    traits = [traits_of(claim) for claim in chain]
    told: list[int] = []
    monkeypatch.setattr(linking, "cluster", lambda members, *_: told.append(len(members)) or [members])
    ties = [(0, 1, 6.0), (1, 2, -1.5), (2, 3, 6.0)]
    assert set(linking.grouped(traits, ties, Verdicts())[1].values()) == {0}
    assert told == [4]
    monkeypatch.setattr(cuts, "MOST", 2)
    assert set(linking.grouped(traits, ties, Verdicts())[1].values()) == {1}
    assert told[1:] == [2, 2]


def test_an_id_of_parts_is_nobody_elses() -> None:
    """A part that would be given the id that another event keeps is given one of its own."""
    one, two = make("a"), make("b", where=("الرقة",))
    kept = new_id([two.id])
    new, old = event_ids([[two], [one]], {one.id: kept})
    assert old == kept != new


def test_corrections_of_kind_and_place_are_whole() -> None:
    """Another type brings its class with it, and a place that the claim names keeps its point."""
    one = make("a", where=("عفرين", "اعزاز"))
    (event,) = link_claims([one], [decision("correct", one.id, field="sub_event_type", value='"Armed clash"'),
                                   decision("correct", one.id, at=2, field="place", value='"اعزاز"')])
    assert (event.sub_event_type.value, event.event_type) == ("Armed clash", "Battles")
    assert event.places.value == one.event.places[1]
    changed = corrected(one.event, {"sub_event_type": Correction("Armed clash")})
    assert changed.event_type == "Battles"
