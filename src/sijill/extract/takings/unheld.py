"""Unheld: words of holding that say that nothing is held now: negated, of the past, "no longer", of what was lost."""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.extract.clauses.kinds import by_fire
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.undone import denial
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import TAKING

# how many words before one of holding a negation of it stands, or the loss of what it describes
_REACH: Final = 7
_TO_LOSS: Final = 8
_TO_EXCEPTION: Final = 12
_TO_EXCEPTED: Final = 4
_PARTING: Final = frozenset(("preposition", "after", "relative", "subordinate"))
_NEGATED: Final = ("again", "lies_under", "remains")
_UNHELD: Final = frozenset(("not", "was"))


def unheld(view: View, at: int) -> bool:
    """Whether a verb of holding is negated, of the past, or of holding by fire: "does not hold", "X was holding"."""
    first = _first(view, at)
    if by_fire(view, at):
        return True
    if only(view, at) is not None:
        return _was(view, at - ("not" in view.classes[at - 1]), first)
    if at > first and not _UNHELD.isdisjoint(view.classes[at - 1]):
        return True
    before = _of_side(view, at, first)
    return _was(view, at, first) or before >= first and is_word(view, before, "is_not")


def _was(view: View, at: int, first: int) -> bool:
    before = _of_side(view, at, first)
    return before >= first and "was" in view.classes[before]


def _of_side(view: View, at: int, first: int) -> int:
    """The token before a word and the side right before it."""
    before = at - 1
    while before >= first and view.actor_at[before] >= 0:
        before -= 1
    return before


def no_taking(view: View, at: int) -> bool:
    """Whether a verb of holding tells of what was or is not held, and so of no taking; "did not take" denies one."""
    hit = view.hits[at]
    if hit is None or hit.form != "imperfect" or hit.particles or "holds" not in view.classes[at]:
        return False
    untold = at > _first(view, at) and not view.classes[at - 1].isdisjoint(("did_not", "will_not"))
    return only(view, at) is not None or not untold and (held_no_longer(view, at) or unheld(view, at))


def taken_since(view: View, at: int) -> bool:
    """Whether what was held was taken or lost thereafter: "X was holding P before Y took it", and no other place."""
    first, last = _first(view, at), view.sentences[view.sentence_at[at]].last
    if not _was(view, at, first):
        return False
    for i in range(at + 1, last - 1):
        hit = view.hits[i + 1] if "subordinate" not in view.classes[i + 1] or i + 2 == last else view.hits[i + 2]
        if is_word(view, i, "until") and hit is not None:
            other = _places(view, i, last) - _places(view, first, i)
            return not other and hit.lemmas[0].types[0] in TAKING
    return False


def _places(view: View, low: int, high: int) -> set[str]:
    """The names of the places in a range of tokens, but for those in the name of a side."""
    return {view.places[view.place_at[i]].name for i in range(low, high)
            if view.place_at[i] >= 0 and view.actor_at[i] < 0}


def only(view: View, at: int) -> int | None:
    """The word of exception that leaves a negated word of holding something: "holds nothing but P", its token."""
    first, last = _first(view, at), view.sentences[view.sentence_at[at]].last
    if not _negated(view, at, first):
        return None
    for i in (at - 1, at - 2):
        if i > first and is_word(view, i, "except"):
            return i
    for i in range(at + 1, min(at + _TO_EXCEPTION, last - 1)):
        if is_word(view, i, "except"):
            on = "on" in view.classes[i + 1] or "on" in view.classes[i - 1]
            return i if on or _excepted(view, i + 1, last) else None
        if is_word(view, i, "more") and "on" in view.classes[i - 1] and "from" in view.classes[i + 1]:
            return i
        if view.tokens[i].norm in BREAKS or "relative" in view.classes[i]:
            break
    return None


def _excepted(view: View, at: int, last: int) -> bool:
    """Whether a place stands at a token, but for a word or two of what it is, as behind a word of exception."""
    for i in range(at, min(at + _TO_EXCEPTED, last)):
        if view.place_at[i] >= 0:
            return True
        # "but pockets in P" excepts P, in which areas without a name lie
        inside = "within" in view.classes[i] and "unnamed" in view.classes[i - 1]
        if not inside and not _PARTING.isdisjoint(view.classes[i]) or (
                view.hits[i] is not None or view.actor_at[i] >= 0):
            break
    return False


def _negated(view: View, at: int, first: int) -> bool:
    """Whether a word of holding is negated, or "no longer" is, or what lies or remains under it."""
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if is_word(view, i, "is_not"):
            return True
        if "not" in view.classes[i]:
            return i == at - 1 or any(is_word(view, i + 1, name) for name in _NEGATED)
        if view.tokens[i].norm in BREAKS or "relative" in view.classes[i]:
            break
    return False


def denied(view: View, at: int) -> bool:
    """Whether a word of holding stands in what is denied: "denied that X held", "denied the fall of P to X"."""
    first = _first(view, at)
    start = denial(view, at, first)
    if start is not None:
        between = frozenset().union(*view.classes[start + 1 : at])
        if "subordinate" in between and "relative" not in between:
            return True
    for i in range(at - 1, max(first, at - _TO_LOSS) - 1, -1):
        hit = view.hits[i]
        if "relative" in view.classes[i]:
            return False
        if hit is not None and hit.form == "noun" and not TAKING.isdisjoint(hit.lemmas[0].types):
            return denial(view, i, first) is not None
    return False


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
    """Whether a place is said not to lie under a side's control, or under its fire only: "is not under"."""
    if by_fire(view, at):
        return True
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
