"""Holders: a side and its allies as one, in their country and their years."""

import datetime as dt

import pytest

from sijill.territory.holders import holder_of, holders_in, sides_of, speaks_for


@pytest.mark.parametrize(("actor", "country", "day", "holder"), [
    ("YPG", "SYR", "2015-08-01", "SDF"), ("HEZBOLLAH", "SYR", "2015-08-01", "SYR_ARMY"),
    ("HEZBOLLAH", "LBN", "2015-08-01", "HEZBOLLAH"), ("SALEH_FORCES", "YEM", "2016-01-01", "HOUTHIS"),
    ("SOUTHERN_RES", "YEM", "2016-01-01", "YEM_GOV_FORCES"), ("SOUTHERN_RES", "YEM", "2019-01-01", "STC"),
    ("NUSRA", "SYR", "2015-08-01", "JAYSH_FATAH"), ("HTS", "SYR", "2018-08-01", "HTS"),
    ("IS", "SYR", "2015-08-01", "IS"), ("NEW:someone", "SYR", "2015-08-01", "NEW:someone"),
    ("CIVILIANS", "SYR", "2015-08-01", None), ("no such actor", "SYR", "2015-08-01", None)])
def test_whom_an_actor_counts_for(actor: str, country: str, day: str, holder: str | None) -> None:
    """The holder depends on the country and the day; who cannot hold a place has none."""
    assert holder_of(actor, country, dt.date.fromisoformat(day)) == holder


def test_a_word_for_several_sides_may_mean_each() -> None:
    """The opposition of 2018 may be any of three holders, the likeliest first."""
    sides = [s.holder for s in sides_of("SYR_OPPOSITION", "SYR", dt.date(2018, 6, 1))]
    assert sides[0] == "SYR_OPPOSITION" and set(sides) >= {"HTS", "SNA"}


def test_a_holder_goes_by_who_is_named_and_at_home() -> None:
    """A holder is told by the member that claims name most, but not by a foreign army."""
    day = dt.date(2015, 8, 1)
    assert speaks_for("SDF", ("YPG",), "SYR", day) == "YPG"
    assert speaks_for("SYR_ARMY", ("RUS_ARMED", "SYR_NDF"), "SYR", day) == "SYR_NDF"
    assert speaks_for("SYR_ARMY", ("RUS_ARMED",), "SYR", day) == "SYR_ARMY"
    assert "SDF" in holders_in("SYR") and "SDF" not in holders_in("YEM")
