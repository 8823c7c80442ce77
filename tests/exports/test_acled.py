"""ACLED's coding: one row a place and day, the day's last acquisition, lowest fatalities."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.linked_events import COUNTRY, DAY, NASHWA, SYRIA, WHOLE_CITY, claim, event, field, killed, place

from sijill.exports.actor_names import acled_name
from sijill.exports.codings import coding
from sijill.exports.rows import Notes, Row
from sijill.ledger import LinkedEvent

TAKES, REGAINS = "Non-state actor overtakes territory", "Government regains territory"


def rows(*events: LinkedEvent, notes: Notes | None = None) -> list[Row]:
    """ACLED's rows."""
    return list(coding("acled").rows(events, notes))


def battle(id: str, sub: str, one: str, two: str, *, published: dt.date = DAY, number: int = 1) -> LinkedEvent:
    """A change of territory or a clash told by one claim."""
    told = claim(number, sub=sub, kind="Battles", actor1=(one,), actor2=(two,), published=published)
    return event([told], id=id)


def test_a_shelling_of_civilians_is_one_row_with_every_column() -> None:
    """A shelling of a quarter with three dead has ACLED's words for its type, sides, place and civilians."""
    (row,) = rows(event([claim(source="SOHR", bloc="independent")], tolls=[killed(3)]))
    cells = row.values
    assert list(cells) == [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
        "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
        "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
        "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp"]
    assert str(cells["event_id_cnty"]).startswith("SYR") and str(cells["event_id_cnty"])[3:].isdigit()
    assert (cells["event_date"], cells["year"], cells["fatalities"]) == (DAY, 2015, 3)
    assert cells["disorder_type"] == "Political violence"
    assert cells["actor1"] == "Military Forces of Syria (2000-2024)"
    assert (cells["inter1"], cells["inter2"]) == ("State forces", "Civilians")
    assert cells["actor2"] == "Civilians (Syria)"
    assert cells["interaction"] == "State forces-Civilians"
    assert cells["civilian_targeting"] == "Civilian targeting"
    assert (cells["iso"], cells["region"], cells["country"]) == (760, "Middle East", "Syria")
    assert (cells["admin1"], cells["location"]) == ("Al Hasakeh", "Ghuwayran")
    assert cells["source"] == "Syrian Observatory for Human Rights"
    assert cells["timestamp"] is None


def test_fatalities_are_the_lowest_that_any_teller_gives() -> None:
    """Of two tellers' 3 and 7 dead the row has 3, and names both claims."""
    told = [claim(1), claim(2)]
    (row,) = rows(event(told, tolls=[killed(3, 5, 7, claims=("c1", "c2"))]))
    assert row.values["fatalities"] == 3
    assert row.why["fatalities"].rule == "acled.fatalities"
    assert row.why["fatalities"].claims == ("c1", "c2")


def test_deaths_without_a_number_are_not_zero() -> None:
    """Where nobody gives a number the cell is empty, not 0."""
    (row,) = rows(event(tolls=[killed(None)]))
    assert row.values["fatalities"] is None
    assert rows(event())[0].values["fatalities"] is None


def test_parts_of_a_toll_never_count_twice() -> None:
    """A total of 10 with 3 civilians among them is 10, and parts of 3 and 4 without a total are 7."""
    assert rows(event(tolls=[killed(10, who=None), killed(3)]))[0].values["fatalities"] == 10
    assert rows(event(tolls=[killed(3), killed(4, who="IS")]))[0].values["fatalities"] == 7


def test_several_places_are_several_rows_that_share_the_dead() -> None:
    """Five dead in two quarters are 3 and 2, each with the rule; the ids differ."""
    one, two = rows(event(places=[place(), NASHWA], tolls=[killed(5)]))
    assert {one.values["fatalities"], two.values["fatalities"]} == {3, 2}
    assert one.why["fatalities"].rule == "acled.fatalities.divided"
    assert one.id != two.id


def test_the_city_that_holds_a_quarter_gives_no_row() -> None:
    """An event in a quarter and its city is one row, the quarter's."""
    (row,) = rows(event(places=[WHOLE_CITY, place()]))
    assert row.values["location"] == "Ghuwayran"


def test_only_the_last_acquisition_of_a_day_is_one() -> None:
    """Of two sides that take a quarter on one day the one told later keeps its type; the earlier is a clash."""
    first = battle("e1", TAKES, "IS", "SYR_ARMY", published=DAY)
    last = battle("e2", REGAINS, "SYR_ARMY", "IS", published=DAY + dt.timedelta(days=1), number=2)
    found = {str(row.values["sub_event_type"]): row for row in rows(last, first)}
    assert set(found) == {REGAINS, "Armed clash"}
    assert found["Armed clash"].events == ("e1",)
    assert found["Armed clash"].why["sub_event_type"].rule == "acled.earlier-acquisition"
    assert "e2" in (found["Armed clash"].why["sub_event_type"].note or "")
    assert found[REGAINS].why["sub_event_type"].rule == "acled.final-acquisition"


def test_acquisitions_elsewhere_or_on_other_days_stand() -> None:
    """Takings of two quarters, or on two days, are all acquisitions."""
    later = replace(battle("e2", REGAINS, "SYR_ARMY", "IS", number=2), earliest=DAY + dt.timedelta(days=1),
                    latest=DAY + dt.timedelta(days=1))
    elsewhere = replace(battle("e3", REGAINS, "SYR_ARMY", "IS", number=3), places=field(NASHWA))
    kinds = [row.values["sub_event_type"] for row in rows(battle("e1", TAKES, "IS", "SYR_ARMY"), later, elsewhere)]
    assert sorted(map(str, kinds)) == sorted([TAKES, REGAINS, REGAINS])


def test_one_side_takes_a_place_once_a_day() -> None:
    """Two events in which the same side takes the same place on one day are one row."""
    (row,) = rows(battle("e1", TAKES, "IS", "SYR_ARMY"), battle("e2", TAKES, "IS", "SYR_ARMY", number=2))
    assert row.events == ("e1", "e2")


def test_clashes_of_the_same_sides_are_one_row_a_day_whoever_began() -> None:
    """Two clashes of a day between the same sides are one row with their dead added up; another day is another row."""
    one = replace(battle("e1", "Armed clash", "IS", "YPG"), tolls=(killed(2, who="IS"),))
    two = replace(battle("e2", "Armed clash", "YPG", "IS", number=2), tolls=(killed(3, who="IS", claims=("c2",)),))
    (row,) = rows(one, two)
    assert row.values["fatalities"] == 5
    assert row.why["fatalities"].rule == "acled.fatalities.summed"
    next_day = replace(two, earliest=DAY + dt.timedelta(days=1), latest=DAY + dt.timedelta(days=1))
    assert len(rows(one, next_day)) == 2


@pytest.mark.parametrize(("made", "rule"), [
    (event(status="denied"), "left.denied"), (event(status="planned"), "left.planned"),
    (event(status="uncertain"), "left.uncertain"), (event(status="rejected"), "left.rejected"),
    (event([claim(sub="Aid", kind="Humanitarian")]), "acled.left.extension"),
    (event([claim(sub="Talks", kind="Diplomacy")]), "acled.left.extension"),
    (event(earliest=None), "acled.left.no-date"),
    (event(earliest=DAY - dt.timedelta(days=60)), "acled.left.vague-date"),
    (event(places=[]), "acled.left.no-place"), (event(places=[COUNTRY]), "acled.left.no-place"),
])
def test_what_acled_does_not_code_is_counted(made: LinkedEvent, rule: str) -> None:
    """An event that ACLED does not code gives no row, and its rule is counted with the event's id."""
    notes = Notes()
    assert rows(made, notes=notes) == []
    assert notes.counts == {rule: 1} and notes.examples[rule] == ["e1"] and rule in notes.lines()[0]


def test_disputed_events_stand_and_say_so() -> None:
    """An event that some deny is a row whose tags say so."""
    (row,) = rows(event(status="disputed"))
    assert "denied by some" in str(row.values["tags"])


@pytest.mark.parametrize(("days", "precision"), [(0, 1), (1, 1), (6, 2), (29, 3)])
def test_the_date_is_the_middle_of_its_bounds(days: int, precision: int) -> None:
    """A date known to the day, the week or the month has precision 1, 2 or 3 and lies in the middle."""
    (row,) = rows(event(latest=DAY + dt.timedelta(days=days)))
    assert row.values["time_precision"] == precision
    assert row.values["event_date"] == DAY + dt.timedelta(days=days // 2)


def test_a_state_s_forces_abroad_are_external() -> None:
    """Turkish forces are external in Syria; a side that nobody names is unidentified, and the rule says so."""
    (row,) = rows(event([claim(actor1=("TUR_ARMED",))]))
    assert row.values["inter1"] == "External/Other forces"
    (row,) = rows(event([claim(actor1=(), actor2=("YPG",), sub="Air/drone strike")]))
    assert row.values["actor1"] == "Unidentified Military Forces"
    assert row.why["actor1"].rule == "acled.actor.unidentified"


def test_rows_do_not_depend_on_the_order_of_events() -> None:
    """The same events in another order give the same rows."""
    one, two = battle("e1", TAKES, "IS", "SYR_ARMY"), battle("e2", REGAINS, "SYR_ARMY", "IS", number=2)
    assert rows(one, two) == rows(two, one)


def test_a_side_of_no_known_class_leaves_no_interaction() -> None:
    """Where a side is there but the registry does not know its class, neither is the interaction known."""
    (row,) = rows(battle("e1", "Armed clash", "NEW:Sons of the Valley", "IS"))
    assert row.values["actor1"] == "Sons of the Valley"
    assert (row.values["inter1"], row.values["inter2"], row.values["interaction"]) == (None, "Rebel group", None)


def test_an_order_that_is_not_known_is_said() -> None:
    """Where nobody says which of two sides took the place last, the row that stands for the last change says so."""
    found = rows(battle("e1", TAKES, "IS", "SYR_ARMY"), battle("e2", REGAINS, "SYR_ARMY", "IS", number=2))
    notes = [row.why["sub_event_type"].note or "" for row in found]
    assert sum("order" in note for note in notes) == 1


@pytest.mark.parametrize(("source", "scale"), [
    ("SANA", "National"), ("AL_JAZEERA", "Regional"), ("REUTERS", "International"), ("JINHA", "International"),
    ("SOHR", "Other"), ("Nobody", None),
])
def test_the_scale_of_a_source_goes_by_its_kind_and_country(source: str, scale: str | None) -> None:
    """An outlet of the country is national, of its region regional, others international; monitors are other."""
    (row,) = rows(event([claim(source=source)]))
    assert row.values["source_scale"] == scale


def test_people_are_named_by_the_country_where_it_is_known() -> None:
    """Civilians of a country are named by it, and without one by no made-up country."""
    assert acled_name("CIVILIANS", "SYR") == ("Civilians (Syria)", ())
    assert acled_name("CIV_JOURNALISTS", None) == ("Civilians", ("Journalists",))


def test_nobody_fights_itself_where_another_is_named() -> None:
    """A side that claims name on both sides stands on the one where no other is named."""
    (row,) = rows(event([claim(actor1=("IS", "SYR_ARMY"), actor2=("IS",))]))
    assert (row.values["actor1"], row.values["assoc_actor_1"]) == ("Military Forces of Syria (2000-2024)", None)


def test_places_are_named_in_plain_letters() -> None:
    """A gazetteer's dots and strokes over letters are left out."""
    (row,) = rows(event(places=[place("عفرين", "geonames:174186", "city", 36.51, 36.87, chain=[SYRIA])]))
    assert str(row.values["location"]).endswith("Afrin")
