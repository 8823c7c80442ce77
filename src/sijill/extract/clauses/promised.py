"""Promised: what is yet to come since it is a term of an accord, given for another, agreed to, offered or tried."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.tokens import BREAKS
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.undone import names_accord
from sijill.extract.clauses.view import View, is_verb

_TERM_REACH: Final = 14
_ACCORD_REACH: Final = 4
_AGREED_REACH: Final = 12
_TRIED_REACH: Final = 4
_OFFER_REACH: Final = 8
_JOINED_REACH: Final = 8
_LIGHT_REACH: Final = 6
# what leads to something else than the object of a verb: where, how or when it is tried
_LEADS_AWAY: Final = frozenset(("preposition", "after"))
_QUOTES: Final = frozenset("()-")


def promised(view: View, at: int, first: int) -> str | None:
    """What says that a verbal noun's deed is yet to come, and by which word; None where nothing does.

    In the gold terms of accords are planned in 53 of 53, what is given for another in 7 of 8, what is agreed to in 10
    of 10 but for accords themselves, what somebody is bent on in 8 of 8, tries to do in 12 of 16, offers in 8 of 8.
    """
    for name, find in (("term", _term), ("for", _given_for), ("agreed", _agreed_to), ("offered", _offered),
                       ("tries", _tries)):
        word = find(view, at, first)
        if word is not None:
            return f"{name}.{view.tokens[word].key}"
    return None


def _term(view: View, at: int, first: int) -> int | None:
    """The verb that says what an accord holds: "the accord provides for the withdrawal of"."""
    if "terms" not in view.undoing_in(view.sentence_at[at]):
        return None
    for i in range(at - 1, max(first, at - _TERM_REACH) - 1, -1):
        if "terms" in view.undoing[i]:
            near = range(max(first, i - _ACCORD_REACH), min(i + _ACCORD_REACH + 1, at))
            return i if any(_holds_terms(view, k) for k in near) else None
        hit = view.hits[i]
        if view.tokens[i].norm in ";؛:" or hit is not None and hit.form == "perfect" or (
                view.classes[i] & {"relative", "after"}):
            return None
    return None


def _given_for(view: View, at: int, first: int) -> int | None:
    """The word for "in return for" before what an accord gives for another thing."""
    before = at - 1
    if "in_return" not in view.undoing[before]:
        return None
    return before if any("terms" in view.undoing[i] or _holds_terms(view, i) for i in range(first, before)) else None


def _holds_terms(view: View, at: int) -> bool:
    """Whether a word is one for an accord, or for the draft of one."""
    return is_word(view, at, "accord") or "drafts" in view.undoing[at]


def _agreed_to(view: View, at: int, first: int) -> int | None:
    """The word that says that somebody agreed to a deed, or is bent on it; an accord agreed to is concluded."""
    if "on" not in view.classes[at - 1]:
        return None
    for i in range(at - 2, max(first, at - _AGREED_REACH) - 1, -1):
        if view.undoing[i] & {"agrees", "bent"}:
            return None if names_accord(view, at) else i
        if view.tokens[i].norm in BREAKS - _QUOTES or is_verb(view, i):
            return None
    return None


def _offered(view: View, at: int, first: int) -> int | None:
    """The verb of offering whose object an accord or talks are."""
    if not names_accord(view, at):
        return None
    for i in range(at - 1, max(first, at - _OFFER_REACH) - 1, -1):
        if "offers" in view.undoing[i]:
            return i
        if is_verb(view, i) or "preposition" in view.classes[i]:
            return None
    return None


def _tries(view: View, at: int, first: int) -> int | None:
    """The verb of the present that says that somebody tries to do what a noun tells."""
    for i in range(at - 1, max(first, at - _TRIED_REACH) - 1, -1):
        if "tries" in view.undoing[i]:
            return None if i > first and "not" in view.classes[i - 1] else i
        if view.clause_at[i] != view.clause_at[at] or is_verb(view, i) or view.classes[i] & _LEADS_AWAY:
            return None
    return None


def joined_to(view: View, at: int, first: int) -> int | None:
    """The noun for a deed to which "and" joins another ("the withdrawal of A and the handing over of P")."""
    hit = view.hits[at]
    if hit is None or hit.particles[:1] not in tuple(CONJUNCTIONS):
        return None
    for i in range(at - 1, max(first, at - _JOINED_REACH) - 1, -1):
        other = view.hits[i]
        if other is not None and other.form == "noun" and view.actor_at[i] < 0:
            return i
        if other is not None or view.tokens[i].norm in BREAKS or "relative" in view.classes[i]:
            return None
    return None


def undone_light(view: View, at: int, first: int) -> int | None:
    """The negated verb whose object a noun is ("did not carry out any raids"): denied in 12 of 12 in the gold."""
    for i in range(at - 1, max(first, at - _LIGHT_REACH), -1):
        if "does" in view.undoing[i] and "not" in view.classes[i - 1]:
            return i
        passes = view.actor_at[i] >= 0 or view.tokens[i].kind != "word" and view.tokens[i].norm not in BREAKS
        if not (passes or "any" in view.undoing[i] or "light" in view.classes[i] and view.hits[i] is None):
            return None
    return None
