"""Places of what is answered: of "strikes in answer to an attack on P" P is where the attack was, not the strikes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View


def but_answered(view: View, trigger: Trigger, deeds: Collection[int], spots: Sequence[int]) -> list[int]:
    """Some places without those of the deed that an event answers, or follows: none of 8 in the gold was its own.

    `deeds` are the tokens that tell events.
    """
    last = view.sentences[view.sentence_at[trigger.token]].last
    answering = next((i for i in range(trigger.token + 1, last) if is_word(view, i, "in_answer")), last)
    deed = next((i for i in range(answering + 1, last) if i in deeds), last)
    return [i for i in spots if not deed < last or not deed <= view.places[i].first < last]
