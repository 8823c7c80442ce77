"""How two claims are compared."""

import itertools
from dataclasses import replace

from claims_by_hand import PLACES, TYPES
from claims_by_hand import claim as make
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.ledger import Claim
from sijill.link.comparison import compare
from sijill.link.traits import traits_of
from sijill.link.weights import PRIOR, explained, weigh

SIDES = st.lists(st.sampled_from(["SDF", "YPG", "SYR_ARMY", "HTS", "CIVILIANS"]), max_size=2)
COUNTS = st.none() | st.tuples(st.integers(0, 9), st.none() | st.integers(9, 12))
SENTENCES = ("قصف على المدينة", "قتل ثلاثة مدنيين بقصف يوم الخميس 20 كانون الثاني", "مقتل طفل في سوق الهال يوم الجمعة")
CLAIMS: st.SearchStrategy[Claim] = st.builds(
    make, st.sampled_from("ab"), st.none() | st.sampled_from(["2022-01-20", "2022-01-21", "2022-01-23", "2022-03-01"]),
    st.lists(st.sampled_from([*PLACES, "حميمة"]), max_size=2), st.sampled_from(sorted(TYPES)), SIDES, SIDES, COUNTS,
    COUNTS, st.sampled_from(["asserted", "denied", "planned", "uncertain"]), st.sampled_from(SENTENCES),
    copy_of=st.sampled_from([None, "a"]), position=st.sampled_from([0, 900]))


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
    parts = dict(explained(levels))
    assert set(parts) == {PRIOR, *(f"{feature}: {level}" for feature, level in levels.items())}
    assert abs(sum(parts.values()) - weigh(levels)) < 0.01
