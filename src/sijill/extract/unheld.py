"""Unheld: words of holding that say that nothing is held now: negated, of the past, "no longer", of what was lost."""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.extract.taking_words import is_word
from sijill.extract.undone import denial
from sijill.extract.view import View

# how many words before one of holding a negation of it stands, or the loss of what it describes
_REACH: Final = 7
_TO_LOSS: Final = 8
_UNHELD: Final = frozenset(("not", "was"))


def unheld(view: View, at: int) -> bool:
    """Whether a verb of holding is negated, or of the past: "does not hold", "was holding", "X was holding"."""
    first = _first(view, at)
    if at > first and not _UNHELD.isdisjoint(view.classes[at - 1]):
        return True
    before = at - 1
    while before >= first and view.actor_at[before] >= 0:
        before -= 1
    return before >= first and ("was" in view.classes[before] or is_word(view, before, "is_not"))


def denied(view: View, at: int) -> bool:
    """Whether a word of holding stands in what is denied: "denied that X held"."""
    start = denial(view, at, _first(view, at))
    if start is None:
        return False
    between = frozenset().union(*view.classes[start + 1 : at])
    return "subordinate" in between and "relative" not in between


def held_no_longer(view: View, at: int) -> bool:
    """Whether a word of holding tells of what is held "no longer"."""
    first = _first(view, at)
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if is_word(view, i, "again"):
            return i > first and "did_not" in view.classes[i - 1]
        # who "did not return to P that X holds" says nothing of it
        led = i < at - 1 and "preposition" in view.classes[i] and not is_word(view, i, "lies_under")
        if view.tokens[i].norm in BREAKS or "relative" in view.classes[i] or led:
            break
    return False


def of_lost_areas(view: View, at: int) -> bool:
    """Whether a relative clause of holding describes what was lost: "lost most of the areas that it held"."""
    first, areas = _first(view, at), False
    if at == first or "relative" not in view.classes[at - 1]:
        return False
    for i in range(at - 2, max(first, at - _TO_LOSS) - 1, -1):
        if is_word(view, i, "loses"):
            return areas and (i == first or "not" not in view.classes[i - 1])
        areas = areas or "unnamed" in view.classes[i] or view.place_at[i] >= 0
        if view.tokens[i].kind == "mark" or view.hits[i] is not None or "preposition" in view.classes[i]:
            break
    return False


def lies_not(view: View, at: int) -> bool:
    """Whether a place is said not to lie under a side's control: "not subject to", "is not under"."""
    first = _first(view, at)
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if is_word(view, i, "is_not"):
            return True
        if is_word(view, i, "lies_under") and i > first and "negation" in view.classes[i - 1]:
            return True
        if view.tokens[i].norm in BREAKS or "relative" in view.classes[i]:
            break
    return False


def _first(view: View, at: int) -> int:
    return view.sentences[view.sentence_at[at]].first
