"""What the tables that events are found by hold of an event."""

import pytest
from tests.linked_events import claim, event, killed, place

from sijill.documents import PlaceArgument
from sijill.ledger import LinkedEvent
from sijill.store import event_rows
from sijill.store.event_rows import Rows, name_key

TABLES = ("events", "linked_claims", "event_places", "event_names", "event_actors", "event_outlets")


def rows_of(one: LinkedEvent) -> Rows:
    rows: Rows = {name: [] for name in TABLES}
    event_rows.event_rows(rows, one, {claim.id: number for number, claim in enumerate(one.claims)})
    return rows


@pytest.mark.parametrize(("tolls", "number"), [
    ((), None), (((1, 2, 5),), 2), (((1, None, 5),), 1), (((None, None, 5),), 5), (((0, 0, 0),), 0),
    (((1, 2, 5), (None, None, 4)), 6)])
def test_killed_are_the_best_numbers(tolls: tuple[tuple[int | None, ...], ...], number: int | None) -> None:
    """The best number of each toll of the killed is taken, else the lowest, else the highest; unknown stays unknown."""
    made = event(tolls=[*(killed(*toll) for toll in tolls), killed(9, kind="wounded")])
    assert [row["killed"] for row in rows_of(made)["events"]] == [number]


def test_an_event_is_found_by_every_name_of_where_it_was() -> None:
    """The names of a place, of what contains its point and of what the text says it is in are looked up."""
    unknown = PlaceArgument(0, 1, "وهمستان", "whole", "محافظة حلب", "test", 1.0, None)
    names = {row["key"] for row in rows_of(event(places=[place(), unknown]))["event_names"]}
    assert names == {name_key(name) for name in ("غويران", "مدينة الحسكة", "محافظة الحسكة", "سوريا", "وهمستان", "حلب")}


def test_an_event_is_found_by_outlets_that_no_table_knows() -> None:
    """The publisher's name, however it is spelt, and the bloc of each claim are looked up."""
    made = event([claim(1, source="شبكة أخرى", bloc="kurdish"), claim(2, source=None)])
    keys = {str(row["key"]).partition(":")[0::2] for row in rows_of(made)["event_outlets"]}
    assert keys == {("bloc", "kurdish"), ("bloc", "unknown"), ("name", event_rows.spelling("شبكة اخرى"))}
