"""Keeping: what a side is said to have kept, to sit in still or to be left with, and a place said to be free of it.

Such words tell of no taking, and so are none of the words of holding that triggers and their weights know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import FOR
from sijill.arabic.tokens import BREAKS
from sijill.documents import Polarity
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.undone import denial
from sijill.extract.clauses.view import View
from sijill.extract.tables.place_words import IN, look_up
from sijill.extract.takings.unheld import held_no_longer, only, unheld

_TO_SIDE: Final = 6
_TO_STILL: Final = 5
_TO_PLACE: Final = 5
_TO_BECAME: Final = 8
_TO_PLAN: Final = 5
_GRADING: Final = frozenset(("part_adj", "direction", "direction_adj", "extent", "adj", "capital", "link"))
_LEADING: Final = frozenset(("unnamed", "from", "within"))
_PARTING: Final = frozenset(("preposition", "relative", "subordinate"))


@dataclass(frozen=True, slots=True)
class Kept:
    """The mention of a side, where the places begin that words of keeping govern, and whether it holds them."""

    side: int
    first: int
    polarity: Polarity


def kept(view: View, at: int) -> Kept | None:
    """What a word of keeping at a token says of a side and of the places behind a token; None where it says nothing."""
    found = view.taking[at]
    if not found:
        return None
    if "keeps" in found or "sits" in found:
        return _keeps(view, at)
    if "remains" in found:
        return _left_with(view, at)
    return _free_of(view, at) if "free" in found else None


def _keeps(view: View, at: int) -> Kept | None:
    """Who "keeps P" or "still sits in P", its side right behind the verb or before it."""
    sentence = view.sentences[view.sentence_at[at]]
    no_longer, but = held_no_longer(view, at), only(view, at)
    still = is_word(view, at, "keeps") or _still(view, at, sentence.first)
    if not (still or no_longer) or but is None and not no_longer and unheld(view, at) or _untold(view, at):
        return None
    behind = view.actor_at[at + 1] if at + 1 < sentence.last else -1
    side = behind if behind >= 0 else next(
        (view.actor_at[i] for i in range(at - 1, max(sentence.first, at - _TO_SIDE) - 1, -1) if view.actor_at[i] >= 0),
        -1)
    start = at + 1 if behind < 0 else view.actors[behind].last
    on = start if but is None else but + 1
    while on < min(start + 2, sentence.last) and not _governs(view, at, on):
        on += 1
    if side < 0 or on >= sentence.last or not _governs(view, at, on) or not _leads(view, on, sentence.last):
        return None
    return Kept(side, on, "lost" if no_longer and but is None else "holds")


def _governs(view: View, verb: int, at: int) -> bool:
    """Whether a token begins what a verb of keeping governs: "of" bound to it, or "in"."""
    if is_word(view, verb, "keeps"):
        return view.tokens[at].norm.startswith(IN)
    return "within" in view.classes[at]


def _still(view: View, at: int, first: int) -> bool:
    """Whether "still" stands before a word in its clause."""
    for i in range(at - 1, max(first, at - _TO_STILL) - 1, -1):
        if is_word(view, i, "still"):
            return True
        if view.tokens[i].norm in BREAKS or not _PARTING.isdisjoint(view.classes[i]):
            break
    return False


def _untold(view: View, at: int) -> bool:
    """Whether a word of keeping is of the future, denied or planned."""
    first = view.sentences[view.sentence_at[at]].first
    before = view.classes[at - 1] if at > first else frozenset()
    return "will" in before or denial(view, at, first) is not None or any(
        "plans" in view.classes[i] for i in range(max(first, at - _TO_PLAN), at))


def _left_with(view: View, at: int) -> Kept | None:
    """Who is left with nothing but a place: "nothing is left to X but P"."""
    sentence = view.sentences[view.sentence_at[at]]
    but = only(view, at)
    to = next((i for i in range(at + 1, but or at) if view.actor_at[i] >= 0), None)
    if but is None or to is None or not view.tokens[to].norm.startswith(FOR):
        return None
    if not _leads(view, but + 1, sentence.last):
        return None
    return Kept(view.actor_at[to], but + 1, "holds")


def _free_of(view: View, at: int) -> Kept | None:
    """Who a place is free of: "P has become free of X", "P became empty of X", "that P is without X"."""
    sentence = view.sentences[view.sentence_at[at]]
    of = next((i for i in range(at + 1, min(at + _TO_PLACE, sentence.last)) if "from" in view.classes[i]), None)
    if of is None or of + 2 > sentence.last or _untold(view, at):
        return None
    # of X itself or its men: a place free of its mines or prisoners may be held by it
    side = view.actor_at[of + 1]
    adjective = is_word(view, at, "free_adj")
    low, high = at + 1, of
    if adjective:
        became = next((i for i in range(at - 1, max(sentence.first, at - _TO_BECAME) - 1, -1)
                       if "became" in view.classes[i]), None)
        if became is None or of > at + 2 or became > sentence.first and "not" in view.classes[became - 1]:
            return None
        low, high = became + 1, at
        if not any(view.place_at[i] >= 0 for i in range(low, high)):
            low, high = max(sentence.first, became - _TO_PLACE), became
    place = next((i for i in range(high - 1, low - 1, -1) if view.place_at[i] >= 0), None)
    if side < 0 or place is None or any(view.tokens[i].norm in BREAKS for i in range(place, of)):
        return None
    return Kept(side, view.places[view.place_at[place]].first, "lost")


def _leads(view: View, at: int, last: int) -> bool:
    """Whether a place begins at a token, but for words of what kind it is, or of which part."""
    for i in range(at, min(at + _TO_PLACE, last)):
        if view.place_at[i] >= 0:
            return True
        word = look_up(view.tokens[i].norm) if view.tokens[i].kind == "word" else None
        known = word is not None and (word.kind is not None or not _GRADING.isdisjoint(word.classes))
        if not known and _LEADING.isdisjoint(view.classes[i]):
            break
    return False
