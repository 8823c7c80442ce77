"""Dispersal: with what a crowd is put down settles whether force was excessive: live fire is, gas and water alone are
not where nobody is said to be hit."""

from __future__ import annotations

from typing import Final

from sijill.extract.kinds import EXCESSIVE
from sijill.extract.taking_words import is_word
from sijill.extract.view import View

INTERVENTION: Final = "Protest with intervention"
"""What the dispersal of a crowd without excess is."""
_HIT: Final = frozenset(("killed", "wounded"))
# how far before and behind the word for it the gas may be named
_BEFORE: Final = 8
_BEHIND: Final = 14


def by_dispersal(view: View, at: int, kind: str) -> str:
    """The type of what was done to a crowd, once it is read with what: "fired at", "dispersed with tear gas"."""
    if kind not in (EXCESSIVE, INTERVENTION):
        return kind
    sentence = view.sentences[view.sentence_at[at]]
    mild = any(is_word(view, i, "mild_means") for i in range(
        max(sentence.first, at - _BEFORE), min(sentence.last, at + _BEHIND)))
    live = any(is_word(view, i, "live_fire") for i in range(sentence.first, sentence.last))
    if kind == INTERVENTION:
        return EXCESSIVE if live and not mild else kind
    start, end = view.tokens[sentence.first].start, view.tokens[sentence.last - 1].end
    hit = any(toll.kind in _HIT and start <= toll.start < end for toll in view.document.casualties or ())
    return INTERVENTION if mild and not live and not hit else kind
