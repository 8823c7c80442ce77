"""What the registry reads of its tables."""

import datetime as dt

import pytest

from sijill.extract.tables.actor_rows import Actor

FIRST, LAST = dt.date(2013, 4, 8), dt.date(2019, 3, 23)


def actor(first: dt.date | None = None, last: dt.date | None = None, parent: str | None = None,
          allies: tuple[str, ...] = ()) -> Actor:
    return Actor("X", "X", "rebel_group", frozenset(), parent, frozenset(allies), first, last)


@pytest.mark.parametrize(("day", "valid"), [
    (FIRST, True), (LAST, True), (None, True), (FIRST - dt.timedelta(1), False), (LAST + dt.timedelta(1), False),
])
def test_an_actor_exists_from_its_first_day_to_its_last(day: dt.date | None, valid: bool) -> None:
    """An actor exists from one end day to the other, and may have on an unknown day; without ends it always does."""
    assert actor(FIRST, LAST).valid(day) is valid
    assert actor().valid(day)
    assert actor(first=FIRST).valid(LAST + dt.timedelta(1)) and actor(last=LAST).valid(FIRST - dt.timedelta(1))


def test_whose_an_actor_is() -> None:
    """An actor is of its allies and of whom it is a part of, and of nobody else."""
    assert actor(allies=("A",)).of({"A", "B"})
    assert actor(parent="B").of({"A", "B"})
    assert not actor(parent="C", allies=("D",)).of({"A", "B"})
    assert not actor().of(set())
