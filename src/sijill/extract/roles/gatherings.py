"""Gatherings: who only organised a demonstration, talks or a deal, and who put down the crowd of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.actors.sides import PUT_DOWN, STATE_FORCES, side_kind
from sijill.extract.clauses.view import View
from sijill.extract.said.between import SHARED
from sijill.extract.tables.lexicon import MUTUAL, event_types, is_object
from sijill.extract.tables.registry import registry

_DEMONSTRATED: Final = ("Protests", "Riots")
# words from an organiser back to what it organised
_TO_GATHERING: Final = 3


def organisers(view: View) -> frozenset[int]:
    """Who organised a gathering, or called to it ("a demonstration that A organised")."""
    known = registry()
    out: set[int] = set()
    for i, mention in enumerate(view.actors):
        at = mention.first - 1
        if at <= view.sentences[view.sentence_at[mention.first]].first:
            continue
        form = view.tokens[at].key
        called = known.is_link("to_it", form) and known.is_link("invites", view.tokens[at - 1].key)
        if (called or known.is_link("organised", form)) and _is_gathering(view, at):
            out.add(i)
    return frozenset(out)


def _is_gathering(view: View, at: int) -> bool:
    """Whether one of the words before a token is of something that sides organise."""
    first = view.sentences[view.sentence_at[at]].first
    hits = (view.hits[i] for i in range(max(first, at - _TO_GATHERING), at))
    return any(_of_gathering(one) for hit in hits if hit is not None for lemma in hit.lemmas for one in lemma.types)


def gathers(trigger: Trigger) -> bool:
    """Whether an event is one that sides organise: a demonstration, talks or a deal."""
    return _of_gathering(trigger.sub_event_type)


def _of_gathering(kind: str) -> bool:
    return kind in SHARED or kind not in PUT_DOWN and event_types()[kind] in _DEMONSTRATED


def who_put_down(view: View, trigger: Trigger, crowd: bool, others: Sequence[int]) -> list[int] | None:
    """Who put a crowd down that stands as the doer of what was done to it; None where it is the doer.

    A verb's doer, a demonstration and clashes are the crowd's own; "the dispersal of A", "shots at A" are not A's.
    """
    hit = view.hits[trigger.token]
    noun = trigger.form == "noun" or is_object(view.tokens[trigger.token].norm)
    if not (crowd and noun) or trigger.sub_event_type not in PUT_DOWN or trigger.frame == MUTUAL:
        return None
    if hit is None or any(event_types()[one] in _DEMONSTRATED and one not in PUT_DOWN
                          for lemma in hit.lemmas for one in lemma.types):
        return None
    # an armed group beside a crowd may as well be whose demonstration it is
    return [i for i in others if side_kind(view.sides[i].id) in STATE_FORCES]
