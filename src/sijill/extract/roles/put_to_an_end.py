"""Who put an end to a deed did not do it: where "A stabbed people and the police killed him" A is who stabbed."""

from __future__ import annotations

from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View
from sijill.extract.said.subjects import begins
from sijill.extract.tables.lexicon import VERBS, VIOLENT, event_types

_ONE_ON_ANOTHER: Final = "agent_patient"
# with the pronoun of an object "killed" is no passive
_HARMS: Final = (_ONE_ON_ANOTHER, "victim")


def putting_an_end(view: View, trigger: Trigger) -> list[int]:
    """The sides behind a verb that are the subject of a later verb of harm, right behind it and its object.

    Of 120 doers in the gold that stand right behind a verb with its object none did what an earlier one tells; who is
    said to have killed those who are found has.
    """
    if trigger.form not in VERBS or trigger.frame != _ONE_ON_ANOTHER or tells(trigger.lemma, "finds"):
        return []
    last = view.sentences[view.sentence_at[trigger.token]].last
    found = (begins(view, at + 1) for at in range(trigger.token + 1, last - 1) if _harms_them(view, at))
    return [number for number in found if number is not None]


def _harms_them(view: View, at: int) -> bool:
    """Whether a token is a verb of killing, fighting or the like with the pronoun of whom it is done to."""
    hit = view.hits[at]
    if hit is None or not hit.pronoun or hit.form not in VERBS or is_word(view, at, "carries_it_out"):
        return False
    return hit.lemmas[0].frame in _HARMS and event_types()[hit.lemmas[0].types[0]] in VIOLENT
