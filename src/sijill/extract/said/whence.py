"""Whence fire came: of "shelling from areas that A holds" A has done it; it hit no base that those who fired are at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sijill.arabic.clitics import WITH
from sijill.documents import Trigger
from sijill.extract.actors.bare_heads import BARE_AIR
from sijill.extract.clauses.kinds import flies
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View
from sijill.extract.said.subjects import begins
from sijill.extract.tables.lexicon import VERBS

# tokens from a noun, over an adjective, to the aircraft it is done with
_TO_AIRCRAFT: Final = 3
_RESIDES: Final = "resides"
_SHELLING: Final = "Shelling/artillery/missile attack"
# tokens from a word for shelling to "from", and over the words for areas that are held
_TO_FROM: Final = 4
_OVER_AREAS: Final = 6
# tokens from setting out to "from", and from there to the place, over the word for its kind
_TO_WHENCE: Final = 3
_OVER_KIND: Final = 4
_QUOTE: Final = '"'
# tokens from a side to "stationed", over its name in brackets, and from there to the place, over the word for its kind
_TO_STATIONED: Final = 4
_TO_POST: Final = 5


def fired_from(view: View, trigger: Trigger) -> int | None:
    """The side from whose areas or posts fire comes that a noun tells, by its mention; None where none is said.

    Where no other side stands between ("A's shelling from areas of B").
    """
    if trigger.form != "noun" or trigger.sub_event_type != _SHELLING:
        return None
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_FROM, last)):
        if view.actor_at[at] >= 0:
            return None
        if "from" in view.classes[at] or is_word(view, at, "whence"):
            return _holder(view, at + 1, min(at + _OVER_AREAS, last))
    return None


def departures(view: View, name: str) -> frozenset[int]:
    """The places, by their numbers, that words of a class of taking_words.tsv say somebody or something set out from.

    Of class "departs" what flies or is fired ("took off from the base of P"), of "returns" whoever was on the way
    back, or has his seat there; of "resides", with "in" behind it and not "from", who lives there.
    """
    found: set[int] = set()
    for at, classes in enumerate(view.taking):
        if name not in classes:
            continue
        last = view.sentences[view.sentence_at[at]].last
        link = "within" if name == _RESIDES else "from"
        start = next((i for i in range(at + 1, min(at + _TO_WHENCE, last)) if link in view.classes[i]), None)
        if start is not None:
            number = next((view.place_at[i] for i in range(start + 1, min(start + _OVER_KIND, last))
                           if view.place_at[i] >= 0), None)
            found.update(() if number is None else (number,))
    return frozenset(found)


def _in_brackets(view: View, number: int) -> bool:
    """Whether a side is another name in brackets or quotes of the one before it; what follows a word is another's."""
    return number >= 0 and view.tokens[view.actors[number].first - 1].kind != "word"


def posts(view: View, sides: Iterable[int]) -> frozenset[int]:
    """The places, by their numbers, where words behind a side say that it stands: "the forces stationed at P"."""
    found: set[int] = set()
    for side in sides:
        behind = view.actors[side].last
        last = view.sentences[view.sentence_at[behind - 1]].last
        for at in range(behind, min(behind + _TO_STATIONED, last)):
            if is_word(view, at, "stationed"):
                found.update([view.place_at[i] for i in range(at + 1, min(at + _TO_POST, last))
                              if view.place_at[i] >= 0][:1])
                break
            if view.tokens[at].kind == "word" and not _in_brackets(view, view.actor_at[at]):
                break
    return frozenset(found)


def _holder(view: View, at: int, stop: int) -> int | None:
    """The side that words for areas lead on to."""
    first = at
    while at < stop and view.actor_at[at] < 0 and (
            is_word(view, at, "held_areas") or at > first and view.tokens[at].norm == _QUOTE):
        at += 1
    return view.actor_at[at] if first < at < stop and view.actor_at[at] >= 0 else None


def flown_with(view: View, trigger: Trigger) -> int | None:
    """The owner of the aircraft that a noun's deed is done with ("an attack with an American drone"), right behind it.

    An adjective may stand between; in 2 of 2 in the gold they did it.
    """
    if trigger.form != "noun":
        return None
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_AIRCRAFT, last)):
        number = view.actor_at[at]
        if number >= 0:
            mention = view.actors[number]
            named = mention.first == at and mention.rule != BARE_AIR and (
                flies(view, number) or is_word(view, at, "from_air"))
            return number if named and view.tokens[at].norm.startswith(WITH) else None
    return None


def flown_meanwhile(view: View, trigger: Trigger) -> int | None:
    """The aircraft behind a verb and "in it" or "meanwhile", as its subject: "in which its helicopters struck P".

    In 6 of 6 in the gold they are; what was "used in it" is an object.
    """
    at = trigger.token + 2
    if trigger.form not in VERBS or tells(trigger.lemma, "uses") or at >= len(view.tokens):
        return None
    number = begins(view, at) if is_word(view, at - 1, "therein") else None
    return number if number is not None and flies(view, number) else None
