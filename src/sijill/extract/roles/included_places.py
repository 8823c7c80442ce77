"""Places that several are said to include: of "shelled many villages, among them P and Q" they are P and Q.

So are those that a deed "reached": "raids on the country, which reached P and Q"; of the facilities that it reached it
is where they are.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.roles.finer_places import width
from sijill.extract.tables.lexicon import event_types
from sijill.extract.tables.place_words import look_up

_STRIKES: Final = "Explosions/Remote violence"
_PLURAL: Final = 3
# before several places that are not where it was: "to many villages", "P, in which are many houses"
_NOT_OF_IT: Final = ("toward", "including")
# from "among them" to the name of the first, over its kind and quotes
_TO_FIRST: Final = 3
# from a deed to the word for several places, and from that to "among them"
_TO_SEVERAL: Final = 12


def included(view: View, trigger: Trigger, deeds: Set[int]) -> int | None:
    """The first place behind "among them" that several places of an event are said to include.

    In the gold it is the event's in 20 of 22, but where it is one of those to which somebody goes. `deeds` are the
    tokens that tell events.
    """
    last = view.sentences[view.sentence_at[trigger.token]].last
    reach = range(trigger.token + 2, min(last, trigger.token + 2 * _TO_SEVERAL + 1))
    among = next((i for i in reach if is_word(view, i, "which_include")), last)
    first = _first(view, among, last)
    several = None if first is None else _several(view, trigger.token, among)
    if several is not None and _is_of_it(view, trigger, several, deeds) and deeds.isdisjoint(range(several, among)):
        return first
    reached = next((i for i in reach if is_word(view, i, "reaches")), last) if trigger.form == "noun" else last
    # "raids on P despite a truce that includes Q": who reached Q is told behind "despite"
    of_it = _is_of_it(view, trigger, reached, deeds) and not any(
        i in deeds or "after" in view.classes[i] for i in range(trigger.token + 1, reached))
    first = _first(view, reached, last) if of_it else None
    facility = first is not None and view.places[first].kind is not None and not width(view.places[first])
    return None if facility else first


def _is_of_it(view: View, trigger: Trigger, at: int, deeds: Set[int]) -> bool:
    """Whether a word is near behind a trigger, no other deed between, and not whither it goes or what is in it."""
    near = at - trigger.token <= _TO_SEVERAL and not any(is_word(view, at - 1, name) for name in _NOT_OF_IT)
    return near and not any(_tells_another(view, trigger, i, i in deeds) for i in range(trigger.token + 1, at))


def _first(view: View, at: int, last: int) -> int | None:
    """The place that stands behind "among them", but for words of its kind."""
    for here in range(at + 1, min(at + 1 + _TO_FIRST, last)):
        if view.place_at[here] >= 0:
            return view.place_at[here]
        word = look_up(view.tokens[here].norm)
        if view.tokens[here].kind == "word" and (word is None or word.kind is None and "capital" not in word.classes):
            return None
    return None


def _several(view: View, deed: int, at: int) -> int | None:
    """The word for several places that stands between a deed and "among them"."""
    for here in range(at - 1, max(deed, at - 1 - _TO_SEVERAL), -1):
        word = look_up(view.tokens[here].norm)
        if word is not None and (word.kind is not None and word.kind.number == _PLURAL or "far_part" in word.classes):
            return here
    return None


def _tells_another(view: View, trigger: Trigger, at: int, told: bool) -> bool:
    """Whether a word tells another deed, and not what the one of a trigger hit ("raids that aimed at villages")."""
    hit, kind = view.hits[at], event_types()[trigger.sub_event_type]
    if not told and (hit is None or hit.form == "noun"):
        return is_verb(view, at)
    alike = hit is not None and any(event_types()[one] == kind for lemma in hit.lemmas for one in lemma.types)
    return not alike or told and kind != _STRIKES
