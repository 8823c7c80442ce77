"""Who carried out a deed, as a verb with its pronoun says behind the noun: "raids that A flew", "the siege A laid"."""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.said.subjects import begins

# tokens from a noun, over its adjectives and "that", to the verb
_TO_VERB: Final = 5


def carried_out(view: View, trigger: Trigger) -> int | None:
    """The side right behind "that carried it out", behind a noun: in 160 of 166 in the gold the doer."""
    if trigger.form != "noun":
        return None
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_VERB, last - 1)):
        if is_word(view, at, "carries_it_out"):
            return begins(view, at + 1)
        # "the air raids" may be a mention of those who fly them
        other = view.actor_at[at] >= 0 and view.actor_at[at] != view.actor_at[trigger.token]
        if view.tokens[at].norm in BREAKS or other or view.place_at[at] >= 0 or is_verb(view, at):
            return None
    return None
