"""Which claims are compared at all."""

import pytest
from tests.link.claims_by_hand import claim as make

from sijill.ledger import Claim
from sijill.link.blocks import block_keys, candidate_pairs, keys_of, kind_of, kinds_met
from sijill.link.traits import traits_of

RARE = "زمردخان قرنفلان"


def meet(one: Claim, two: Claim) -> bool:
    """Whether two claims are compared, be it with all or as a new one."""
    traits = [traits_of(one), traits_of(two)]
    found = list(candidate_pairs(traits, map(keys_of, traits)))
    asked = {key for key in block_keys(one) if kind_of(traits[1]) in kinds_met(key, kind_of(traits[0]))}
    assert bool(found) == bool(asked.intersection(block_keys(two)))
    return bool(found)


@pytest.mark.parametrize(("other", "met"), [
    ({}, True), ({"day": "2022-01-21"}, True), ({"day": "2022-01-22"}, False), ({"kind": "Talks"}, False),
    ({"where": ("الرقة",)}, False),
])
def test_claims_of_a_day_and_place_are_compared(other: dict[str, object], met: bool) -> None:
    """Claims of a class, a place and a day or the one after are compared, others not."""
    assert meet(make("a"), make("b", **other)) is met


def test_what_is_said_counts_only_without_a_day() -> None:
    """A toll brings reports of one place together if either has no day, and never those of two days."""
    toll = {"killed": (7, 7), "wounded": (9, 9)}
    assert meet(make("a", **toll), make("b", day=None, **toll))
    assert not meet(make("a", **toll), make("b", day="2022-03-01", **toll))
    assert not meet(make("a"), make("b", day=None, sentence="قصف"))


def test_two_rare_words_meet_without_a_place() -> None:
    """Reports that share two words of great rarity are compared though neither names a place; of one they are not."""
    one = make("a", where=(), sentence=f"قصف {RARE}")
    assert meet(one, make("b", where=(), day=None, sentence=f"غارة {RARE}"))
    assert not meet(one, make("b", where=(), day=None, sentence="غارة زمردخان"))


def test_an_area_meets_what_lies_in_it_and_two_towns_do_not() -> None:
    """Towns of one region are not compared with each other; a report on the whole of the region is, with both."""
    assert not meet(make("a"), make("b", where=("اعزاز",)))
    assert meet(make("a"), make("b", where=("ريف حلب",)))
