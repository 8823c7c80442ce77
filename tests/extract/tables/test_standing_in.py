"""Who stands in for a branch of a state does so on the days that the table gives, and on no other."""

import datetime as dt

from sijill.extract.tables.registry import registry
from sijill.extract.tables.standing_in import StandIns

WITHIN, BEFORE, AFTER = dt.date(2015, 7, 1), dt.date(2013, 7, 1), dt.date(2018, 7, 1)


def test_days_part_who_stands_in_from_the_branch_itself() -> None:
    """An id with days is no branch of its own, and stands in from the first of them to the last."""
    known = StandIns()
    assert known.read("XXX", "army", ("A@2015-01-01..2015-12-31", "B")) == ("B",)
    assert known.on("XXX", "army", dt.date(2015, 1, 1)) == known.on("XXX", "army", dt.date(2015, 12, 31)) == ["A"]
    assert known.on("XXX", "army", dt.date(2016, 1, 1)) == known.on("XXX", "army", None) == []
    assert known.on("XXX", "gov", WITHIN) == known.on("YYY", "army", WITHIN) == []
    assert known.all_on(WITHIN) == {"A"} and known.all_on(AFTER) == frozenset()


def test_the_eastern_army_stands_in_for_libyas_while_it_has_two_governments() -> None:
    """Between the summer of 2014 and the spring of 2016 Libya's army is the eastern one, before and after another."""
    known = registry()
    assert known.branch("LBY", "army", WITHIN) == "LNA" and known.branch("LBY", "air", WITHIN) == "LNA_AIRFORCE"
    assert known.branch("LBY", "army", BEFORE) == "LBY_ARMY_2011" and known.branch("LBY", "army", AFTER) == "GNA_FORCES"
    assert known.heir("LBY_ARMY_2011", WITHIN) == "LNA"
    assert known.family_of("LNA") is None and "LNA" not in known.of_states


def test_whoever_stands_in_on_some_days_did_so_once() -> None:
    """Who ever stood in for a branch is told without a day; the branches themselves are none of these."""
    stand_ins = StandIns()
    stand_ins.read("LBY", "army", ("LNA@2014-08-04..2016-03-29", "GNA_FORCES"))
    assert stand_ins.ever() == {"LNA"}


def test_soldiers_of_a_land_without_an_army_are_no_branch_of_it() -> None:
    """An army that is met in a land without one of its own is told apart from that land's own branch."""
    known = StandIns()
    assert known.read("XXX", "army", ("A@soldiers", "B")) == ("B",)
    assert known.met("XXX", "army") == "A" and known.met("XXX", "gov") is known.met("YYY", "army") is None
    assert known.on("XXX", "army", WITHIN) == [] and not known.ever()
    assert registry().branch("PSE", "army", WITHIN) == "PA_SECURITY"
