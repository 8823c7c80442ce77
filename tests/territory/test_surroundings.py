"""Surroundings: what claims about other places make of a place's prior."""

import numpy as np
import pytest
from tests.territory_claims import COUNTRY, DAY, ONE, THREE, TWO, after, claim, estimate, model, place

from sijill.territory.cases import Bearings, gather, padded
from sijill.territory.evidence import Evidence
from sijill.territory.surroundings import ERA_DAYS, Surroundings


def around(evidence: list[Evidence], day: int, mode: str = "smoothed") -> dict[str, float]:
    """The shares of "مدينة" in the era of a day."""
    _, every, own = gather(evidence)
    built = padded(Bearings(every, own, model()).cases())
    found = Surroundings(every, own, model().vectors, mode)  # type: ignore[arg-type]
    (era,) = found.eras_of([after(day).toordinal()])
    number = next(n for n, case in enumerate(built) if case.spot.name == "مدينة")
    shares = found.shares(built, model().around)[number, era]
    assert shares.sum() == pytest.approx(1)
    return {state: share for state, share in zip(built[number].states, shares, strict=False) if state}


OWN = claim("clash", (ONE,), (TWO,))
NEAR, FAR = place("قريبة", 15.1), place("بعيدة", 13.0, 46.0)


def test_a_near_claim_counts_for_more_than_a_far_one_and_that_for_something() -> None:
    """Who holds places around is expected, nearer ones more."""
    near, far, none = (around([OWN, *more], 0)[THREE] for more in (
        [claim("holds", (THREE,), place=NEAR)], [claim("holds", (THREE,), place=FAR)], []))
    assert near > far + 0.02 > far > none


def test_claims_fade_and_their_own_place_is_left_out() -> None:
    """What was said years ago is not expected now; claims about the place itself are evidence, not expectation."""
    near = [OWN, claim("holds", (THREE,), place=NEAR)]
    assert around(near, 0)[THREE] > around([*near, claim("clash", (ONE,), (TWO,), 900)], 900)[THREE] + 0.05
    assert around([OWN, claim("holds", (THREE,))], 0)[THREE] == pytest.approx(around([OWN], 0).get(THREE, 0.32))


def test_online_does_not_know_the_era_it_is_in() -> None:
    """What becomes known is expected from the next era on, and nothing before it."""
    near = [OWN, claim("holds", (THREE,), day=0, place=NEAR)]
    plain = around([OWN], 0)[ONE]
    assert around(near, 0, "online")[ONE] == pytest.approx(plain)
    assert around(near, 2 * ERA_DAYS, "online")[ONE] < plain - 0.02


def test_a_name_for_several_sides_is_shared_and_denied_claims_say_nothing() -> None:
    """A claim that may mean two sides counts half for each; what is denied is not expected."""
    both = around([OWN, claim("holds", (ONE, THREE), place=NEAR)], 0)
    one = around([OWN, claim("holds", (THREE,), place=NEAR)], 0)
    assert both[THREE] < one[THREE] and both[ONE] == pytest.approx(both[THREE], abs=0.02)
    assert both[TWO] == pytest.approx(one[TWO])
    denied = claim("holds", (ONE,), place=NEAR, factuality="denied")
    assert around([OWN, denied], 0) == pytest.approx(around([OWN], 0))


def test_other_countries_say_nothing() -> None:
    """Claims about another country's places are not heard."""
    other = claim("holds", (ONE,), place=place("أجنبية", None), country="SDN")
    assert around([OWN, other], 0) == pytest.approx(around([OWN], 0)) and COUNTRY != "SDN"


def test_an_estimate_without_claims_of_holding_follows_its_surroundings() -> None:
    """A place of which little is told is likelier to be held by who holds the places around it."""
    ring = [claim("holds", (THREE,), place=place(f"حول {n}", 15 + 0.05 * n, 44.05), claim=f"{n}", article=f"{n}")
            for n in range(1, 6)]
    told = claim("moves", (THREE,), (ONE,))
    assert estimate([told, *ring], 1).probability[THREE] > estimate([told], 1).probability[THREE] + 0.1
    assert np.isfinite(list(estimate([told, *ring], 1).probability.values())).all() and DAY
