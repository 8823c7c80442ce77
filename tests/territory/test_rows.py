"""Rows: estimates as JSON objects, changes, a frame."""

import json

import pytest
from tests.territory_claims import DAY, ONE, TWO, after, claim, model

from sijill.territory.estimate import Territory
from sijill.territory.rows import change_row, changes, estimate_row, frame

TOLD = [claim("holds", (TWO,), day=-20), claim("takes", (ONE,), (TWO,))]


def test_an_estimate_as_json() -> None:
    """A row has the place, the day, every probability and the claims, with what each says, and is JSON."""
    territory = Territory(TOLD, model())
    (one,) = territory.estimates([after(2)])
    row = json.loads(json.dumps(estimate_row(one), ensure_ascii=False))
    assert (row["place"], row["place_id"], row["date"], row["holder"]) == ("مدينة", "id-مدينة", "2018-03-03", ONE)
    assert sum(row["probability"].values()) == pytest.approx(1, abs=1e-3) and row["first_claim"] == "2018-02-09"
    first = row["claims"][0]
    assert (first["claim"], first["says"], first["sides"], first["against"]) == ("takes-0", "takes", [ONE], [TWO])
    assert first["words"] == "words" and first["shift"] > 0


def test_changes_are_of_places_that_changed() -> None:
    """A place that passed to another between the days is a change, with what it was; one that did not is none."""
    territory = Territory(TOLD, model())
    (found,) = changes(territory.estimates([after(-5), after(5)]), after(-5))
    row = change_row(found)
    assert (row["was"], row["was_on"], row["holder"], row["date"]) == (TWO, "2018-02-24", ONE, "2018-03-06")
    assert 0 < found.sureness < 1
    assert changes(territory.estimates([after(3), after(5)]), after(3)) == []


def test_a_frame_has_a_row_for_each_state() -> None:
    """The Polars frame has one row a place, day and state; one is the likeliest, actors are told from states."""
    territory = Territory(TOLD, model())
    table = frame(list(territory.estimates([DAY, after(1)])))
    assert table.group_by("date").len()["len"].to_list() == [4, 4]
    assert table.filter(table["likeliest"]).height == 2
    assert set(table.filter(~table["is_actor"])["state"]) == {"CONTESTED", "UNKNOWN"}
    assert table["probability"].sum() == pytest.approx(2, abs=1e-3)
