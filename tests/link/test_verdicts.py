"""Decisions as verdicts."""

import datetime as dt

import pytest

from sijill.errors import InputError
from sijill.ledger import Decision
from sijill.link.clusters import Rules, cluster
from sijill.link.verdicts import FIELDS, checked, verdicts


def decision(at: int, verb: str, *claims: str, **more: str) -> Decision:
    """A decision of a minute."""
    return Decision(f"d{at}", dt.datetime(2024, 1, 1, 0, at, tzinfo=dt.UTC), "someone", verb, claims, **more)  # type: ignore[arg-type]


def test_the_newest_verdict_counts() -> None:
    """A claim that was rejected and then accepted is accepted, in whatever order the decisions are read."""
    said = [decision(1, "reject", "a"), decision(2, "accept", "a")]
    assert verdicts(said) == verdicts(said[::-1])
    assert verdicts(said).accepted == {"a"} and not verdicts(said).rejected


def test_a_withdrawn_decision_does_not_count() -> None:
    """What was decided before a withdrawn decision counts again."""
    said = [decision(1, "reject", "a"), decision(2, "accept", "a"), decision(3, "withdraw", value="d2")]
    assert verdicts(said).rejected == {"a"}


def test_newer_verdicts_on_pairs_go_first() -> None:
    """`same` and `different` bind every two of their claims, the newest first."""
    said = verdicts([decision(1, "same", "a", "b", "c"), decision(2, "different", "b", "a")])
    assert [(c.one, c.other, c.same) for c in said.constraints] == [
        ("a", "b", False), ("b", "c", True), ("a", "c", True)]


def test_what_contradicts_a_newer_verdict_by_way_of_others_does_not_count() -> None:
    """Two claims that are kept apart are not joined by way of a third."""
    rules = Rules(0.0, 1.0, -8.0, 8.0)
    decided = [(0, 1, False), (1, 2, True), (0, 2, True)]
    assert cluster([0, 1, 2], lambda a, b: -5.0, rules, decided) == [[0], [1, 2]]


def test_groups_do_not_chain() -> None:
    """A claim that is like one of a group and unlike the rest stays out."""
    weights = {(0, 1): 6.0, (1, 2): 3.0, (0, 2): -8.0}
    rules = Rules(0.0, 1.0, -8.0, 8.0)
    assert cluster([0, 1, 2], lambda a, b: weights[min(a, b), max(a, b)], rules) == [[0, 1], [2]]


def test_what_is_kept_apart_from_one_is_kept_apart_from_its_group() -> None:
    """A `different` between two claims holds for all that is joined with either."""
    assert cluster([0, 1, 2], lambda a, b: 5.0, Rules(0.0, 1.0, -8.0, 8.0), [(1, 2, False)]) == [[0, 1], [2]]


@pytest.mark.parametrize(("name", "value"), [
    ("sub_event_type", '"Armed clash"'), ("factuality", '"denied"'), ("earliest", '"2018-03-14"'), ("latest", "null"),
    ("actor1", '["SDF"]'), ("actor2", "[]"), ("place", '"عفرين"'), ("killed", "[3, null]"), ("wounded", "[0, 0]"),
])
def test_a_field_takes_what_it_can_hold(name: str, value: str) -> None:
    """Values of the field's kind are taken."""
    checked(name, value)


@pytest.mark.parametrize(("name", "value"), [
    ("colour", '"red"'), ("sub_event_type", '"Battle"'), ("factuality", "1"), ("earliest", '"yesterday"'),
    ("actor1", '"SDF"'), ("actor1", "[1]"), ("place", '" "'), ("killed", "3"), ("killed", "[5, 3]"),
    ("killed", "[true, 1]"), ("killed", "[-1, 1]"), ("place", "no json"), ("latest", "20180314.5"),
])
def test_what_a_field_cannot_hold_is_said_clearly(name: str, value: str) -> None:
    """Another value, or an unknown field, is an error that says what to give."""
    with pytest.raises(InputError) as caught:
        checked(name, value)
    assert caught.value.next_step
    assert set(FIELDS) >= {"killed", "place"}


def test_a_picked_place_carries_its_point() -> None:
    """A place may be corrected to one of a gazetteer, with its point; a point beyond the poles is none."""
    found = checked("place", '{"name": "دوما", "place_id": "p", "lat": 33.57, "lon": 36.4}')
    assert (found.name, found.where.place_id, found.where.lat) == ("دوما", "p", 33.57)
    for bad in ('{"name": "", "place_id": "p"}', '{"name": "x"}', '{"name": "x", "place_id": "p", "lat": 91, "lon": 0}',
                '{"name": "x", "place_id": 7}'):
        with pytest.raises(InputError):
            checked("place", bad)
