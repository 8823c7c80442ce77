"""Who does a deed by their form or place behind its word: men in the nominative, a side before "to" what is hit."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import BY, FOR, key, readings
from sijill.arabic.inflection import NOMINATIVE
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.lexicon import VERBS
from sijill.extract.registry import registry
from sijill.extract.said_between import FIGHT
from sijill.extract.sides import side_kind
from sijill.extract.view import View

# what is done to men may be told in a passive, whose subject they are
_VICTIM: Final = "victim"
# the letters of "to them" and the like, behind which nothing is hit
_SHORTEST: Final = 4
# a verb of holding with nobody behind it is a passive ("gunmen were arrested in P")
_HELD: Final = ("Arrests", "Abduction/forced disappearance")
_ONE_OF: Final = frozenset(("foremost",))


def nominative_subject(view: View, trigger: Trigger, number: int | None) -> int | None:
    """The armed men in the nominative right behind a verb, who do what it tells: so in 304 of 304 in training."""
    if number is None or trigger.form not in VERBS or trigger.frame == _VICTIM:
        return None
    word = view.tokens[view.actors[number].first].norm
    if trigger.sub_event_type in _HELD and _ends_there(view, view.actors[number].last):
        return None
    nominative = word.endswith(NOMINATIVE) or key(word + NOMINATIVE[-1]) in registry().head_words and word.endswith(
        NOMINATIVE[0])
    return number if nominative and side_kind(view.sides[number].id) in FIGHT else None


def _ends_there(view: View, at: int) -> bool:
    """Whether no object may begin at a token: a break, a preposition, or a word with "in" or "for" written onto it."""
    if at >= len(view.tokens) or view.tokens[at].norm in BREAKS or "preposition" in view.classes[at]:
        return True
    return any(r.particles in (BY, FOR) for r in readings(view.tokens[at].norm)) and view.actor_at[at] < 0


def hits_what_follows(view: View, number: int) -> bool:
    """Whether "to" what is shelled or searched follows a side, that does it: "the army's search of the town"."""
    after = view.actors[number].last
    if after >= len(view.tokens) or side_kind(view.sides[number].id) not in FIGHT:
        return False
    word = view.tokens[after].norm
    if len(word) <= _SHORTEST or view.hits[after] is not None or not view.classes[after] <= _ONE_OF:
        return False
    return word.startswith(FOR) and any(r.particles == FOR for r in readings(word))
