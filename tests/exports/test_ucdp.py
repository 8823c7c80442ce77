"""UCDP's coding: deaths, kinds of violence, precisions."""

import datetime as dt
from typing import Any

import pytest
from tests.linked_events import COUNTRY, DAY, HASAKAH, NASHWA, SYRIA, claim, event, killed, place

from sijill.documents import PlaceArgument
from sijill.exports.codings import coding
from sijill.exports.deaths import total
from sijill.exports.rows import Notes, Row
from sijill.exports.ucdp import priogrid
from sijill.ledger import LinkedEvent, Toll

GOVERNORATE = place("محافظة الحسكة", "syr-gov-hasakah", "governorate", 36.5, 40.9, 70.0, 3, (SYRIA,))
QAMISHLI = place("القامشلي", "geonames:173576", "city", 37.05, 41.23, 5.0, 1, (HASAKAH, SYRIA))


def rows(*events: LinkedEvent, notes: Notes | None = None) -> list[Row]:
    """UCDP's rows."""
    return list(coding("ucdp").rows(events, notes))


def clash(one: tuple[str, ...], two: tuple[str, ...], *tolls: Toll, **more: Any) -> LinkedEvent:
    """A clash between two sides."""
    return event([claim(sub="Armed clash", kind="Battles", actor1=one, actor2=two)], tolls=tolls, **more)


@pytest.mark.parametrize(("one", "two", "violence", "side_a", "side_b"), [
    (("SYR_ARMY",), ("IS",), 1, "Government of Syria", "Islamic State (Syria and Iraq)"),
    (("IS",), ("SYR_ARMY",), 1, "Government of Syria", "Islamic State (Syria and Iraq)"),
    (("YPG",), ("IS",), 2, "YPG: People's Protection Units", "Islamic State (Syria and Iraq)"),
    (("IS",), ("CIVILIANS",), 3, "Islamic State (Syria and Iraq)", "Civilians"),
])
def test_the_sides_tell_the_kind_of_violence(one: Any, two: Any, violence: int, side_a: str, side_b: str) -> None:
    """A state's forces make an event state-based and are side A; two groups are non-state; civilians one-sided."""
    (row,) = rows(clash(one, two, killed(2, who=None)))
    assert row.values["type_of_violence"] == violence
    assert (row.values["side_a"], row.values["side_b"]) == (side_a, side_b)
    assert row.values["dyad_name"] == f"{side_a} - {side_b}"
    assert row.why["type_of_violence"].rule == f"ucdp.type.{violence}"


def test_the_dead_are_told_by_side_and_add_up() -> None:
    """Dead of the group that attacks a government are side B's; the parts add up to the best count."""
    (row,) = rows(clash(("IS",), ("SYR_ARMY",), killed(4, who="IS"), killed(2, who="SYR_ARMY"), killed(1)))
    cells = row.values
    assert (cells["deaths_a"], cells["deaths_b"], cells["deaths_civilians"]) == (2, 4, 1)
    assert cells["deaths_unknown"] is None
    assert (cells["low"], cells["best"], cells["high"]) == (7, 7, 7)


def test_dead_of_no_side_are_unknown_and_no_side_has_zero() -> None:
    """Five dead of whom nothing is said are unknown; other sides' cells stay empty."""
    (row,) = rows(clash(("YPG",), ("IS",), killed(5, who=None)))
    assert row.values["deaths_unknown"] == 5
    assert row.values["deaths_a"] is None and row.values["deaths_civilians"] is None


def test_an_open_count_has_no_highest() -> None:
    """At least 25 dead are 25 at the lowest, and no highest is made up."""
    (row,) = rows(clash(("YPG",), ("IS",), killed(25, 25, None, who=None)))
    assert (row.values["low"], row.values["best"], row.values["high"]) == (25, 25, None)


@pytest.mark.parametrize(("made", "rule"), [
    (clash(("YPG",), ("IS",)), "ucdp.left.no-death"),
    (clash(("YPG",), ("IS",), killed(0)), "ucdp.left.no-death"),
    (clash(("YPG",), ("IS",), killed(None)), "ucdp.left.uncounted"),
    (clash(("YPG",), ("IS",), killed(3), status="denied"), "left.denied"),
    (clash(("YPG",), ("IS",), killed(3), earliest=None), "ucdp.left.no-date"),
    (clash((), (), killed(3, who=None)), "ucdp.left.no-side"),
    (clash(("YPG",), (), killed(3, who=None)), "ucdp.left.no-opponent"),
    (clash(("IS",), ("IS",), killed(3, who=None)), "ucdp.left.no-opponent"),
    (clash(("UNIDENTIFIED_GUNMEN",), ("CIVILIANS",), killed(3)), "ucdp.left.no-side"),
    (event([claim(sub="Other", kind="Strategic developments")], tolls=[killed(3)]), "ucdp.left.type"),
])
def test_what_ucdp_does_not_code_is_counted(made: LinkedEvent, rule: str) -> None:
    """An event without a counted death, a date or known sides gives no row, and the rule is counted."""
    notes = Notes()
    assert rows(made, notes=notes) == []
    assert notes.counts == {rule: 1}


@pytest.mark.parametrize(("days", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (31, 4), (300, 5)])
def test_date_precision_goes_by_days(days: int, precision: int) -> None:
    """From the day to the year, date_prec is UCDP's 1 to 5."""
    (row,) = rows(clash(("YPG",), ("IS",), killed(1), latest=DAY + dt.timedelta(days=days - 1)))
    assert row.values["date_prec"] == precision


@pytest.mark.parametrize(("places", "precision"), [
    ([place()], 1), ([place(precision=2, radius=10.0)], 2), ([place(precision=3, radius=35.0)], 5),
    ([GOVERNORATE], 4), ([COUNTRY], 6), ([place(), NASHWA], 2), ([place(), QAMISHLI], 4),
    ([place(lat=None, lon=None, radius=None, precision=None)], None), ([], None),
])
def test_place_precision_is_ucdps(places: list[PlaceArgument], precision: int | None) -> None:
    """where_prec is 1 for the place, 2 near it, 4 a governorate, 5 an area, 6 a country; several are their area."""
    (row,) = rows(clash(("YPG",), ("IS",), killed(1), places=places))
    assert row.values["where_prec"] == precision


def test_places_far_apart_are_told_together() -> None:
    """Two cities of a governorate are the governorate with its own point, and the event is less clear."""
    (row,) = rows(clash(("YPG",), ("IS",), killed(1), places=[place(), QAMISHLI]))
    assert row.values["event_clarity"] == 2 and row.why["where_prec"].rule == "ucdp.where.area"
    assert row.values["adm_1"] == "Al Hasakeh"


def test_grid_cells_are_those_of_prio_grid() -> None:
    """The first cell is 1 in the south-west, and a row of half a degree has 720 cells."""
    assert (priogrid(-90.0, -180.0), priogrid(-89.4, -180.0), priogrid(90.0, 180.0)) == (1, 721, 259200)
    assert priogrid(36.2, 37.15) == 252 * 720 + 434 + 1


def test_articles_of_one_outlet_count_the_dead_together() -> None:
    """The civilians of one article and the fighters of another are one teller's sum if one outlet tells of both."""
    parts = [killed(3, claims=("c1",)), killed(2, who="IS", claims=("c2",))]
    assert total(event([claim(1, source="SANA"), claim(2, source="sana")], tolls=parts), "killed").low == 5
    assert total(event([claim(1, source="SANA"), claim(2, source="SOHR")], tolls=parts), "killed").low == 2


def test_the_best_count_is_the_median_of_the_tellers() -> None:
    """Of tellers' 2, 5 and 9 dead 5 is the best count; of two tellers' the lower, never the mean."""
    told = [claim(number, source=source) for number, source in enumerate(("SOHR", "SANA", "Enab Baladi"), 1)]
    for dead, best in (((9, 2, 5), 5), ((9, 2), 2)):
        tolls = [killed(n, claims=(f"c{number}",)) for number, n in enumerate(dead, 1)]
        found = total(event(told, tolls=tolls), "killed")
        assert (found.low, found.best) == (2, best)


def test_parts_are_never_more_than_the_best_count() -> None:
    """Where tellers count each another side's dead, the parts are cut to the best count of all."""
    told = [claim(number, source=source, sub="Armed clash", kind="Battles", actor1=("IS",), actor2=("SYR_ARMY",))
            for number, source in ((1, "SOHR"), (2, "SANA"))]
    (row,) = rows(event(told, tolls=[killed(4, who="IS", claims=("c1",)), killed(4, who="SYR_ARMY", claims=("c2",))]))
    assert row.values["best"] == 4
    assert sum(int(str(row.values[column] or 0)) for column in ("deaths_a", "deaths_b", "deaths_civilians")) == 4


def test_the_dead_of_an_ally_of_both_sides_are_of_neither() -> None:
    """Dead who are allied to both sides of a clash are counted as unknown."""
    (row,) = rows(clash(("LIWA_BAQIR",), ("ZAINABIYOUN",), killed(3, who="SYR_ARMY")))
    assert (row.values["deaths_a"], row.values["deaths_b"], row.values["deaths_unknown"]) == (None, None, 3)
