"""Estimates: what claims make of who holds a place."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.territory_claims import DAY, ONE, THREE, TWO, after, claim, estimate, model, place

from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence
from sijill.territory.holders import CONTESTED, UNKNOWN

KINDS = ("takes", "leaves", "enters", "holds", "lost", "base", "denied", "planned", "attempts", "clash", "strikes",
         "bombs", "polices", "moves", "harms")


@st.composite
def claims(draw: st.DrawFn) -> list[Evidence]:
    """Up to eight claims about one place, some in quarters of it."""
    out = []
    for number in range(draw(st.integers(1, 8))):
        one, other = draw(st.permutations((ONE, TWO, THREE)))[:2]
        spread = draw(st.sampled_from(("whole", "part", "around")))
        made = claim(draw(st.sampled_from(KINDS)), (one,), (other,), draw(st.integers(0, 400)), spread=spread,
                     relation=draw(st.sampled_from(("own", "enemy", "monitor", "unknown"))))
        out.append(replace(made, claim=f"{number}", article=f"{number}"))
    return out


@settings(max_examples=40, deadline=None)
@given(claims(), st.sampled_from(("smoothed", "online")), st.booleans())
def test_probabilities_sum_to_one_and_are_of_the_named_states(evidence: list[Evidence], mode: str,
                                                              calibrated: bool) -> None:
    """Every estimate is a probability over those whom claims name, CONTESTED and UNKNOWN."""
    for day in (0, 200, 500):
        found = estimate(evidence, day, mode, calibrated=calibrated).probability
        assert sum(found.values()) == pytest.approx(1, abs=1e-3)
        assert all(0 <= p <= 1 for p in found.values()) and {CONTESTED, UNKNOWN} <= set(found)
        assert set(found) <= {ONE, TWO, THREE, CONTESTED, UNKNOWN}


@settings(max_examples=25, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(evidence: list[Evidence], random: object) -> None:
    """The same claims in another order give the same estimate."""
    mixed = list(evidence)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = estimate(evidence, 100).probability, estimate(mixed, 100).probability
    assert one == pytest.approx(other, abs=2e-4)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 5), st.sampled_from(("takes", "holds")), st.integers(0, 60), st.booleans())
def test_more_claims_that_agree_never_lower_the_holder(count: int, kind: str, later: int, calibrated: bool) -> None:
    """One more article that says that a side holds a place does not make it less likely."""
    told = [replace(claim(kind, (ONE,), day=n), claim=f"{n}", article=f"{n}", before=None) for n in range(count + 1)]
    fewer, more = (estimate(told[:n], count + later, calibrated=calibrated).probability[ONE]
                   for n in (count, count + 1))
    assert more >= fewer - 1e-4


def test_a_taking_makes_its_taker_the_holder_from_that_day() -> None:
    """Before the taking the other side is likelier, after it the taker."""
    told = [claim("holds", (TWO,), day=-20), claim("takes", (ONE,), (TWO,), 0)]
    assert estimate(told, -2).holder == TWO
    assert estimate(told, 3).holder == ONE


@pytest.mark.parametrize(("kind", "other"), [("leaves", TWO), ("lost", TWO)])
def test_who_leaves_holds_no_longer(kind: str, other: str) -> None:
    """A withdrawal lowers who leaves; a claim that it holds the place raises it."""
    start = [claim("holds", (ONE,), day=-10)]
    stays = estimate(start, 5).probability[ONE]
    assert estimate([*start, claim(kind, (ONE,), (other,), 0)], 5).probability[ONE] < stays / 2
    assert estimate([*start, claim("holds", (ONE,), day=1)], 5).probability[ONE] > stays


def test_an_attempt_speaks_for_who_is_attacked_and_a_taking_for_the_taker() -> None:
    """The battle to take a place tells that the other side holds it."""
    attempt, taking = (estimate([claim(kind, (ONE,), (TWO,))], 2).probability for kind in ("attempts", "takes"))
    assert attempt[TWO] > attempt[ONE] and taking[ONE] > taking[TWO]


def test_clashes_make_a_place_contested_and_a_claim_of_holding_does_not() -> None:
    """Fighting in a place raises CONTESTED above what a calm claim leaves."""
    fought = estimate([replace(claim("clash", (ONE,), (TWO,), n), claim=f"{n}", article=f"{n}") for n in range(4)], 4)
    calm = estimate([claim("holds", (ONE,), day=n) for n in range(4)], 4)
    assert fought.probability[CONTESTED] > 0.2 > 2 * calm.probability[CONTESTED]
    assert set(fought.parties) == {ONE, TWO}


@pytest.mark.parametrize(("better", "worse", "kind"), [("monitor", "own", "takes"), ("own", "enemy", "lost")])
def test_who_says_it_weighs(better: str, worse: str, kind: str) -> None:
    """A monitor's report of a gain outweighs the side's own; a side's own admission of loss its enemy's word."""
    strong, weak = (estimate([claim("holds", (ONE,) if kind == "lost" else (TWO,), day=-9),
                              claim(kind, (ONE,), (TWO,), 0, relation=relation)], 1).probability
                    for relation in (better, worse))
    shift = strong[ONE] - weak[ONE]
    assert shift < -0.01 if kind == "lost" else shift > 0.01


@pytest.mark.parametrize("changed", [{"factuality": "uncertain"}, {"age": "old"}, {"age": "undated"},
                                     {"spread": "part"}, {"spread": "around"}])
def test_weaker_circumstances_weigh_less(changed: dict[str, str]) -> None:
    """A claim that is uncertain, old, undated, or about a part or the surroundings says less of the whole place."""
    assert (estimate([claim("holds", (ONE,), **changed)], 1).probability[ONE]
            < estimate([claim("holds", (ONE,))], 1).probability[ONE] - 0.02)


def test_old_claims_fade() -> None:
    """What was claimed long ago says less than what was claimed last week, and never less than nothing."""
    told = [claim("holds", (ONE,))]
    near, far, farther = (estimate(told, days).probability[ONE] for days in (7, 700, 4000))
    assert near > far + 0.1 > farther + 0.1 and farther > 0.3


def test_online_knows_what_was_known_and_smoothed_what_is_known_now() -> None:
    """A report that comes ten days late changes the days before it for who looks back, not for who looked then."""
    told = [claim("holds", (TWO,), day=-30), claim("takes", (ONE,), (TWO,), 0, known=after(10))]
    assert estimate(told, 5, "online").holder == TWO
    assert estimate(told, 5, "smoothed").holder == ONE
    assert estimate(told, 11, "online").holder == ONE


def test_online_is_blind_to_what_comes_later() -> None:
    """Claims that are known later do not change an online estimate by anything, near or far."""
    told = [claim("holds", (TWO,), day=-30)]
    elsewhere = claim("takes", (ONE,), day=9, place=place("بلدة", 15.05))
    late = [*told, claim("takes", (ONE,), (TWO,), 3), elsewhere]
    assert estimate(told, 2, "online").probability == estimate(late, 2, "online").probability
    assert estimate(told, 2, "smoothed").probability != estimate(late, 2, "smoothed").probability


def test_what_moved_an_estimate_is_told_strongest_first() -> None:
    """The claim without which the estimate would be another stands first, with its sign; what says nothing is left."""
    told = [claim("holds", (TWO,), day=-30), claim("takes", (ONE,), (TWO,), 0), claim("moves", (THREE,), day=-300)]
    found = estimate(told, 3, claims=5)
    assert [m.evidence.kind for m in found.claims][:1] == ["takes"] and found.claims[0].shift > 0.5
    assert [abs(m.shift) for m in found.claims] == sorted((abs(m.shift) for m in found.claims), reverse=True)
    without = estimate([told[0], told[2]], 3).probability
    assert without.get(ONE, 0.0) < found.probability[ONE]
    against = {m.evidence.kind: m.shift for m in estimate(told, -5, claims=5).claims}
    assert against["holds"] > 0 and len(estimate(told, 3, claims=1).claims) == 1


def test_a_place_does_not_depend_on_which_others_are_asked_for() -> None:
    """An estimate is the same alone and among places that were told of years before."""
    told = [claim("holds", (ONE,)), claim("takes", (TWO,), day=-900, place=place("بعيدة", 13.0, 46.0))]
    territory = Territory(told, model())
    alone = list(territory.estimates([after(5)], territory.spots.find("مدينة")))[0]
    among = next(e for e in territory.estimates([after(5)]) if e.spot is alone.spot)
    assert alone.probability == pytest.approx(among.probability, abs=2e-3)


def test_grids_have_the_probabilities_of_the_estimates() -> None:
    """The arrays for many places say what the estimates say."""
    told = [claim("holds", (ONE,)), claim("takes", (TWO,), (ONE,), 20)]
    territory = Territory(told, model(calibrated=True))
    days = [after(n) for n in (1, 10, 30)]
    (grid,) = territory.grids(days)
    for n, found in enumerate(territory.estimates(days, claims=0)):
        assert found.probability[TWO] == pytest.approx(grid.probability[0, n, grid.states[0].index(TWO)], abs=2e-3)
    assert grid.probability.sum(axis=2) == pytest.approx(1, abs=1e-4)


def test_the_first_claim_and_the_span() -> None:
    """An estimate says since when a claim about the place is known; online not before it is."""
    told = [claim("holds", (ONE,)), claim("clash", (ONE,), (TWO,), 40)]
    territory = Territory(told, model())
    assert territory.span() == (DAY, after(40)) and Territory([], model()).span() is None
    assert estimate(told, 50).first == DAY
    assert estimate(told, -3, "online").first is None and estimate(told, -3, "smoothed").first == DAY
    assert estimate(told, 50).last == after(40) and estimate(told, 10, "online").last == DAY
    far = {day: estimate(told, day).far for day in (-366, -365, 0, 405, 406)}
    assert far == {-366: True, -365: False, 0: False, 405: False, 406: True} and estimate(told, -3, "online").far
    assert [e.day for e in territory.claims_about(territory.every[0])] == [DAY, after(40)]
    assert list(territory.estimates([])) == []
