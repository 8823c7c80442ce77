"""Tokens given in order: those of a stretch, the next one, the one before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


def within(sorted_tokens: list[int], low: int, high: int) -> list[int]:
    """Those of some tokens, given in order, that stand from `low` up to `high`."""
    return sorted_tokens[bisect_left(sorted_tokens, low) : bisect_left(sorted_tokens, high)]


def next_of(sorted_tokens: list[int], at: int, stop: int) -> int:
    """The first of some tokens at or after one and before `stop`; -1 if there is none."""
    here = bisect_left(sorted_tokens, at)
    return sorted_tokens[here] if here < len(sorted_tokens) and sorted_tokens[here] < stop else -1


def previous_of(sorted_tokens: list[int], at: int, least: int) -> int:
    """The last of some tokens before one and not before `least`; -1 if there is none."""
    here = bisect_right(sorted_tokens, at - 1) - 1
    return sorted_tokens[here] if here >= 0 and sorted_tokens[here] >= least else -1
