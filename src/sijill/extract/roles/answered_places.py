"""Places of what is answered: of "strikes in answer to an attack on P" P is where the attack was, not the strikes."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View


def but_answered(view: View, trigger: Trigger, triggers: Sequence[Trigger], spots: Sequence[int]) -> list[int]:
    """Some places without those of the deed that an event answers, or follows: none of 8 in the gold was its own."""
    answering = _answering(view, trigger.token)
    if answering is None:
        return list(spots)
    deed = next((t.token for t in sorted(triggers, key=lambda t: t.token) if t.token > answering), None)
    if deed is None or view.sentence_at[deed] != view.sentence_at[trigger.token]:
        return list(spots)
    number = view.sentence_at[deed]
    return [i for i in spots if view.places[i].first < deed or view.sentence_at[view.places[i].first] != number]


def _answering(view: View, at: int) -> int | None:
    """The first word behind a token that says to what its deed is an answer, or in whose wake it came."""
    last = view.sentences[view.sentence_at[at]].last
    return next((i for i in range(at + 1, last) if is_word(view, i, "in_answer")), None)
