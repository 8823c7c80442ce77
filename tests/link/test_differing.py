"""Which claims say otherwise than their event does."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.link.claims_by_hand import claim as make

from sijill.documents import TimeArgument
from sijill.ledger import Claim
from sijill.link.consensus import linked_event
from sijill.link.differing import differs
from sijill.link.verdicts import Verdicts


def marked(field: str, *claims: Claim) -> list[bool]:
    """Of each claim whether it says otherwise of a field than the event that they make."""
    event = linked_event("e", claims, (), Verdicts())
    return [differs(event, one.id, one.event, field) for one in claims]


def dated(article: str, first: str | None, last: str | None) -> Claim:
    """A claim of these days."""
    one = make(article)
    days = [None if day is None else dt.date.fromisoformat(day) for day in (first, last)]
    return replace(one, event=replace(one.event, time=TimeArgument(None, None, days[0], days[1], "news")))


def test_another_place_is_told_apart_and_a_wider_one_is_not() -> None:
    """Who names another village says otherwise; who names what holds it, both of them, or none, does not."""
    village, other = make("a", where=("كنصفرة",)), make("b", where=("البارة",))
    assert marked("places", village, make("c", where=("كنصفرة",)), other) == [False, False, True]
    assert marked("places", village, make("d", where=("كنصفرة",)), make("e", where=("البارة", "كنصفرة")),
                  make("f", where=())) == [False, False, False, False]
    wide = make("g", where=("محافظة إدلب",))
    assert marked("places", village, make("h", where=("كنصفرة",)), wide) == [False, False, False]


@pytest.mark.parametrize(("days", "otherwise"), [
    (("2022-01-20", "2022-01-20"), False), (("2022-01-19", "2022-01-21"), False), (("2022-01-20", None), False),
    ((None, None), False), (("2022-01-21", "2022-01-21"), True), (("2022-01-17", "2022-01-19"), True),
    (("2022-01-19", "2022-01-17"), True), ((None, "2022-01-19"), True), (("2022-01-21", None), True)])
def test_days_that_the_event_cannot_have_are_told_apart(days: tuple[str, str], otherwise: bool) -> None:
    """A claim that allows the day that most give does not differ, however wide it is; one that allows it not does."""
    most = [dated(name, "2022-01-20", "2022-01-20") for name in "abc"]
    assert marked("time", *most, dated("d", *days)) == [False, False, False, otherwise]


@pytest.mark.parametrize(("killed", "otherwise"), [
    ((3, 3), False), ((2, None), False), ((1, 9), False), (None, False), ((4, 4), True), ((5, None), True),
    ((1, 2), True)])
def test_another_toll_is_told_apart(killed: tuple[int, int | None] | None, otherwise: bool) -> None:
    """A number that does not allow the event's best differs; at least two does not speak against three."""
    most = [make(name, killed=(3, 3)) for name in "abc"]
    assert marked("casualties", *most, make("d", killed=killed)) == [False, False, False, otherwise]


def test_another_side_is_told_apart() -> None:
    """A claim whose side is not that of the best reading differs; one that names none does not."""
    assert marked("actor1", make("a"), make("b"), make("c", doer=("IS",)), make("d", doer=())) == [
        False, False, True, False]
