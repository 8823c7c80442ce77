"""Columns: the likeliest states of many days at once, and the names of holders, by other ways than they are made."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.territory_claims import COUNTRY, ONE, THREE, TWO, after, claim, model, place

from sijill.territory.cases import TIES, Bearings
from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence
from sijill.territory.holders import Side, speaks_for
from sijill.territory.model import MODES, Mode
from sijill.territory.naming import named_on

MEMBERS = {"SYR_ARMY": ("SYR_ARMY", "SYR_POLICE", "RUS_FORCES"), ONE: (ONE, TWO), THREE: (THREE,)}
PLACES = (place("مدينة"), place("قريبة", 15.05), place("حي", 15.0, 44.01, "neighbourhood", "مدينة"))


@st.composite
def claims(draw: st.DrawFn) -> list[Evidence]:
    """Claims about three places that bear on each other, told by members of holders."""
    out = []
    for number in range(draw(st.integers(1, 12))):
        one, other = draw(st.permutations(sorted(MEMBERS)))[:2]
        sides = tuple(Side(holder, draw(st.sampled_from(MEMBERS[holder]))) for holder in (one, other))
        made = claim(draw(st.sampled_from(("takes", "holds", "clash", "strikes", "lost"))), (one,), (other,),
                     draw(st.integers(0, 500)), place=draw(st.sampled_from(PLACES)))
        out.append(replace(made, claim=f"{number}", article=f"{number}", sides=sides,
                           known=made.day + dt.timedelta(days=draw(st.integers(0, 90)))))
    return out


DAYS = [after(n) for n in (-30, 0, 1, 2, 15, 100, 101, 333, 700)]


@settings(max_examples=40, deadline=None)
@given(claims(), st.sampled_from(MODES), st.booleans())
def test_columns_tell_what_estimates_tell(evidence: list[Evidence], mode: Mode, calibrated: bool) -> None:
    """The likeliest state of each place and day, its probability and that of CONTESTED are those of the estimate."""
    territory = Territory(evidence, model(calibrated))
    every = {(e.spot.key, e.day): e for e in territory.estimates(DAYS, mode=mode, claims=0)}
    columns = list(territory.columns(DAYS, mode=mode))
    assert len(columns) * len(DAYS) == len(every)
    for one in columns:
        for at, day in enumerate(DAYS):
            found = every[one.spot.key, day].probability
            name = one.states[one.holder[at]]
            assert one.probability[at] == pytest.approx(found[name], abs=1e-4)
            assert found[name] == pytest.approx(max(found.values()), abs=1e-4)
            assert one.contested[at] == pytest.approx(found["CONTESTED"], abs=1e-4)


def counted(applied: Sequence[tuple[Evidence, str, float]], day: dt.date, mode: Mode) -> dict[str, str]:
    """The ids of holders by counting claim after claim."""
    members: dict[str, Counter[str]] = {}
    for one, tie, _ in applied:
        if mode == "smoothed" or one.known <= day:
            weight = (100 if tie == "own" else 1) * (10_000 if abs((one.day - day).days) <= 180 else 1)
            for side in one.sides:
                members.setdefault(side.holder, Counter())[side.member] += weight
    return {holder: speaks_for(holder, tuple(sorted(count, key=lambda m: (-count[m], m))), COUNTRY, day)
            for holder, count in members.items()}


@settings(max_examples=40, deadline=None)
@given(claims(), st.sampled_from(MODES))
def test_a_holder_goes_by_the_member_that_is_named_most(evidence: list[Evidence], mode: Mode) -> None:
    """Claims about the place count for more than others, those of the season for more than those of other times."""
    territory = Territory(evidence, model())
    days = [day for day in DAYS if day not in (after(1), after(2), after(101))]
    for case in Bearings(territory.every, territory.own, model()).cases():
        for day, named in zip(days, named_on(case, days, mode), strict=True):
            assert dict(named.ids) == counted(list(case.applied), day, mode)


def test_what_bears_on_a_place_is_told_by_how_it_is_tied() -> None:
    """A claim bears on its own place, on the quarters or the city of that, and on what lies near."""
    territory = Territory([claim("takes", (ONE,), place=one) for one in PLACES], model())
    tied = {case.spot.label: sorted((one.place.name, tie) for one, tie, _ in case.applied)
            for case in territory.bearings.cases()}
    assert tied["مدينة"] == sorted([("مدينة", "own"), ("حي", "quarter"), ("قريبة", "near")])
    assert ("مدينة", "city") in tied["حي"] and ("حي", "own") in tied["حي"]
    assert all(tie in TIES for many in tied.values() for _, tie in many)
