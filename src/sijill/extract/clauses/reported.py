"""Reported: what reports differ on or are rumours of, and what another deed came after, which was done."""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Factuality
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View

_REPORTS: Final = 2
_RUMOUR_REACH: Final = 6
_DENIAL_REACH: Final = 8
_LED_REACH: Final = 6


def disputed(view: View, at: int, first: int) -> int | None:
    """The word that says that reports of a verbal noun's deed differ ("reports differ over the taking of")."""
    about = at - 1
    if about <= first or not _is(view, about, "over_what"):
        return None
    return next((i for i in range(about - 1, max(first - 1, about - _REPORTS - 1), -1) if _is(view, i, "differ")), None)


def rumoured(view: View, at: int, first: int) -> tuple[Factuality, str] | None:
    """What reports say that are "spread of" a deed: uncertain in 4 of 4 in the gold, denied where they are denied."""
    about = _led_by(view, at, first)
    if about <= first or not _is(view, about, "over_what"):
        return None
    for i in range(about - 2, max(first - 1, about - _RUMOUR_REACH), -1):
        if _is(view, i, "rumour") and not (i > first and _is(view, i - 1, "agency")):
            denied = any("denies" in view.classes[k] for k in range(max(first, i - _DENIAL_REACH), i))
            return "denied" if denied else "uncertain", f"rumour.{view.tokens[i].key}"
        if view.tokens[i].norm in BREAKS:
            break
    return None


def occasion(view: View, at: int, first: int) -> bool:
    """Whether a deed is what another came after, during or led to: it was done, whatever is said of the other."""
    before = _led_by(view, at, first)
    if before < first:
        return False
    led = is_word(view, before, "to") and any(
        _is(view, i, "led") for i in range(max(first, before - _LED_REACH), before))
    return led or _is(view, before, "occasion") or _is(view, before, "covers")


def covered(view: View, at: int, first: int) -> bool:
    """Whether a deed is what reporters were there for: it went on before their eyes."""
    before = _led_by(view, at, first)
    return before >= first and _is(view, before, "covers")


def _led_by(view: View, at: int, first: int) -> int:
    """The token before a noun for a deed, or before "the operation of" it."""
    return at - 2 if at - 1 > first and _is(view, at - 1, "operations") else at - 1


def _is(view: View, at: int, name: str) -> bool:
    return name in view.undoing[at]
