"""Tokens given in order."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.triggers.in_order import next_of, previous_of, within


@given(st.sets(st.integers(0, 40)), st.integers(0, 40), st.integers(0, 40))
def test_tokens_in_order_are_those_between_the_bounds(some: set[int], one: int, other: int) -> None:
    """A stretch has those from its first token up to its end; the next and the one before are its outermost."""
    low, high = sorted((one, other))
    tokens = sorted(some)
    inside = [token for token in tokens if low <= token < high]
    assert within(tokens, low, high) == inside
    assert next_of(tokens, low, high) == min(inside, default=-1)
    assert previous_of(tokens, high, low) == max(inside, default=-1)
