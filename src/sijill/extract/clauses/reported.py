"""Reported: what reports differ on, are rumours of or take for a deed, and what another deed came after, which was
done."""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Factuality
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb, undoes

_REPORTS: Final = 2
_RUMOUR_REACH: Final = 6
_AGENCY: Final = 2  # tokens from "agency" over its name to "of news"
_DENIAL_REACH: Final = 8
_LED_REACH: Final = 6
_MANAGING_REACH: Final = 6


def disputed(view: View, at: int, first: int) -> int | None:
    """The word that says that reports of a verbal noun's deed differ ("reports differ over the taking of")."""
    about = _led_by(view, at, first)
    if about <= first or not undoes(view, about, "over_what"):
        return None
    near = range(about - 1, max(first - 1, about - _REPORTS - 1), -1)
    return next((i for i in near if undoes(view, i, "differ")), None)


def rumoured(view: View, at: int, first: int) -> tuple[Factuality, str] | None:
    """What reports are said to tell of a deed ("reports spread of a raid"): uncertain, or denied if somebody does."""
    about = _led_by(view, at, first)
    if about <= first or not undoes(view, about, "over_what"):
        return None
    for i in range(about - 2, max(first - 1, about - _RUMOUR_REACH), -1):
        agency = any(undoes(view, k, "agency") for k in range(max(first, i - _AGENCY), i))
        if undoes(view, i, "rumour") and not agency:
            return "denied" if _denies(view, i, first) else "uncertain", f"rumour.{view.tokens[i].key}"
        if view.tokens[i].norm in BREAKS:
            break
    return None


def taken_for(view: View, at: int, first: int) -> int | None:
    """The verb of what is "thought to be" a deed, right before it: all 5 such in the gold are uncertain."""
    verb = at - 2 - (at - 2 > first and "preposition" in view.classes[at - 2])
    thought = verb >= first and undoes(view, at - 1, "that_it") and undoes(view, verb, "is_thought")
    return verb if thought else None


def _denies(view: View, at: int, first: int) -> bool:
    """Whether somebody denies the reports at a token, and not another thing "while" they spread."""
    for i in range(at - 1, max(first, at - _DENIAL_REACH) - 1, -1):
        if "denies" in view.classes[i]:
            return True
        if "subordinate" in view.classes[i]:
            break
    return False


def occasion(view: View, at: int, first: int) -> bool:
    """Whether a deed is what another came after, during or led to: it was done, whatever is said of the other."""
    before = _led_by(view, at, first)
    if before < first:
        return False
    led = is_word(view, before, "to") and any(
        undoes(view, i, "led") for i in range(max(first, before - _LED_REACH), before))
    return led or undoes(view, before, "occasion") or covered(view, at, first)


def covered(view: View, at: int, first: int) -> bool:
    """Whether a deed is what reporters were there for, or what somebody comments on: it went on before their eyes."""
    before = _led_by(view, at, first)
    commented = before > first and "on" in view.classes[before] and undoes(view, before - 1, "comments")
    return before >= first and undoes(view, before, "covers") or commented


def _led_by(view: View, at: int, first: int) -> int:
    """The token before a noun for a deed, before "the operation of" it, or before "X's managing to carry out" it."""
    before = at - 2 if at - 1 > first and undoes(view, at - 1, "operations") else at - 1
    for i in range(before, max(first, before - _MANAGING_REACH), -1):
        if undoes(view, i, "managing"):
            return i - 1
        if view.tokens[i].norm in BREAKS or is_verb(view, i):
            break
    return before
