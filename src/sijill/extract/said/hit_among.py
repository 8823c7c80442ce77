"""Who was hit among others: of "eight people, among them two policemen, were wounded" the police are a side too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.sides import STATE_FORCES, side_kind
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import VIOLENT, event_types

_PEOPLE: Final = "CIVILIANS"
# tokens from the people to "among them", and from that to the soldiers, whose number may stand between
_TO_AMONG: Final = 4
_TO_SOLDIERS: Final = 2
# tokens from "among them" to who was among those held
_TO_THOSE: Final = 8


def soldiers_among(view: View, trigger: Trigger, first: Sequence[int], second: Sequence[int]) -> list[int]:
    """The mentions of soldiers told right behind "among them", where the sentence says that people were hit.

    So of 9 in the training articles, 5 of them beside the people.
    """
    if event_types()[trigger.sub_event_type] not in VIOLENT or not second or any(
            view.sides[i].id != _PEOPLE for i in second):
        return []
    sentence = view.sentences[view.sentence_at[trigger.token]]
    doers = {view.sides[i].id for i in first}
    for at in range(sentence.first + 1, sentence.last - 1):
        if not is_word(view, at, "among_them") or not _people_before(view, at, sentence.first):
            continue
        number = next((view.actor_at[i] for i in range(at + 1, min(at + 1 + _TO_SOLDIERS, sentence.last))
                       if view.actor_at[i] >= 0), -1)
        if number >= 0 and side_kind(view.sides[number].id) in STATE_FORCES and view.sides[number].id not in doers:
            return [number]
    return []


def told_among(view: View, at: int, first: int) -> bool:
    """Whether a token says who was among those held behind a token: of 17 such sides in the gold 0 held anybody."""
    for before in range(at - 1, max(at - _TO_THOSE, first), -1):
        if is_word(view, before, "among_them"):
            return True
        if view.tokens[before].norm in BREAKS or is_verb(view, before):
            return False
    return False


def _people_before(view: View, at: int, first: int) -> bool:
    """Whether people are told of right before "among them", with no verb between."""
    for i in range(at - 1, max(first, at - _TO_AMONG) - 1, -1):
        if view.actor_at[i] >= 0:
            return view.sides[view.actor_at[i]].id == _PEOPLE
        if is_verb(view, i):
            return False
    return False
