"""How two claims are compared."""

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.claims_by_hand import PLACES, TYPES, place
from tests.link.claims_by_hand import claim as make

from sijill.ledger import Claim
from sijill.link.comparison import compare
from sijill.link.traits import spot_of, traits_of
from sijill.link.weights import PRIOR, explained, match, weigh

SIDES = st.lists(st.sampled_from(["SDF", "YPG", "SYR_ARMY", "HTS", "CIVILIANS"]), max_size=2)
COUNTS = st.none() | st.tuples(st.integers(0, 9), st.none() | st.integers(9, 12))
SENTENCES = ("قصف على المدينة", "قتل ثلاثة مدنيين بقصف يوم الخميس 20 كانون الثاني", "مقتل طفل في سوق الهال يوم الجمعة")
CLAIMS: st.SearchStrategy[Claim] = st.builds(
    make, st.sampled_from("ab"), st.none() | st.sampled_from(["2022-01-20", "2022-01-21", "2022-01-23", "2022-03-01"]),
    st.lists(st.sampled_from([*PLACES, "حميمة"]), max_size=2), st.sampled_from(sorted(TYPES)), SIDES, SIDES, COUNTS,
    COUNTS, st.sampled_from(["asserted", "denied", "planned", "uncertain"]), st.sampled_from(SENTENCES),
    copy_of=st.sampled_from([None, "a"]), position=st.sampled_from([0, 900]))


UNDATED = {"day": None, "published": "2022-01-25"}
FRIDAY, SATURDAY = "مقتل طفل في عفرين يوم الجمعة", "مقتل طفل في عفرين يوم السبت"


@pytest.mark.parametrize(("feature", "level", "one", "two"), [
    ("time", "same_day", {}, {}), ("time", "next_day", {}, {"day": "2022-01-21"}),
    ("time", "days_apart", {}, {"day": "2022-01-22"}), ("time", "apart", {}, {"day": "2022-01-26"}),
    ("time", "weekday_same", {**UNDATED, "sentence": FRIDAY}, {"day": "2022-01-21"}),
    ("time", "weekday_differs", {**UNDATED, "sentence": FRIDAY}, {**UNDATED, "sentence": SATURDAY}),
    ("place", "same_small", {}, {}), ("place", "inside", {}, {"where": ("محافظة حلب",)}),
    ("place", "apart", {}, {"where": ("الرقة",)}), ("place", None, {}, {"where": ("حميمة",)}),
    ("doer", "same", {}, {}), ("doer", "kin", {}, {"doer": ("YPG",)}), ("doer", "differ", {}, {"doer": ("HTS",)}),
    ("doer", "swapped", {"target": ("HTS",)}, {"doer": ("HTS",), "target": ("SDF",)}),
    ("killed", "equal_few", {"killed": (3, 3)}, {"killed": (3, 3)}), ("killed", None, {"killed": (3, 3)}, {}),
    ("killed", "overlap", {"killed": (3, None)}, {"killed": (5, 5)}),
    ("killed", "close", {"killed": (3, 3)}, {"killed": (4, 4)}),
    ("killed", "conflict", {"killed": (3, 3)}, {"killed": (9, 9)}),
    ("factuality", "denied", {}, {"factuality": "denied"}), ("factuality", "planned", {}, {"factuality": "planned"}),
    ("factuality", None, {}, {"factuality": "uncertain"}),
    ("article", None, {}, {}), ("article", "reprint", {}, {"copy_of": "a"}),
    ("article", "same", {}, {"article": "a"}), ("article", "same_other_type", {}, {"article": "a", "kind": "Attack"}),
    ("lead", "both", {}, {}), ("lead", "one", {}, {"position": 900}),
    ("lead", "neither", {"position": 900}, {"position": 900}),
])
def test_claims_agree_by_levels(feature: str, level: str | None, one: dict[str, Any], two: dict[str, Any]) -> None:
    """Each feature has the level that fits; what either claim does not say is neither for nor against."""
    pair = traits_of(make(**{"article": "a", **one})), traits_of(make(**{"article": "b", **two}))
    assert compare(*pair).get(feature) == level
    if feature != "article":
        assert compare(*pair[::-1]).get(feature) == level


def test_a_name_without_a_point_of_its_own_lies_in_what_is_given_instead() -> None:
    """A quarter that no gazetteer has is inside the town whose point it was given."""
    quarter = replace(place("عفرين"), name="حي المحمودية")
    assert quarter.grounding is not None
    given = spot_of(replace(quarter, grounding=replace(quarter.grounding, geo_precision=2)))
    assert given.place_id is None and spot_of(place("عفرين")).name in given.around


def test_levels_do_not_depend_on_the_order_of_words() -> None:
    """Bits that come to the bound of a level come to it in whatever order they are added up."""
    words = {"a": 3.2, "b": 8.1, "c": 8.7}
    told = replace(traits_of(make()), words=words, bits=20.0)
    levels = [compare(replace(told, words={one: words[one] for one in order}), told)
              for order in itertools.permutations(words)]
    assert levels[0]["words"] == "3" and all(one == levels[0] for one in levels)


@settings(deadline=None)
@given(CLAIMS, CLAIMS)
def test_every_level_has_a_weight(one: Claim, two: Claim) -> None:
    """Whatever two claims say of each other weighs something, and its parts add up to the weight."""
    levels = compare(traits_of(one), traits_of(two))
    assert match(traits_of(one), traits_of(two)) == weigh(levels)
    parts = dict(explained(levels))
    assert set(parts) == {PRIOR, *(f"{feature}: {level}" for feature, level in levels.items())}
    assert abs(sum(parts.values()) - weigh(levels)) < 0.01
