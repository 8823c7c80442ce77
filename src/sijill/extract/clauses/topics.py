"""Where a report turns to another matter ("in a separate incident"): nothing behind is read out of what stands before.

In training 7 of 230 doers and no place of 254 told in a sentence that opens so were named before it, none of those told
behind it in its paragraph.
"""

from __future__ import annotations

from typing import Final

from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View

# tokens of "in another matter"
_TURN: Final = 3
_LEADS: Final = frozenset(("preposition", "one_side"))
_PARAGRAPH: Final = "\n"


def topic_starts(view: View) -> list[int]:
    """For each sentence the first token of the last one of its paragraph that turns to another matter, or else 0."""
    out: list[int] = []
    start = 0
    for sentence in view.sentences:
        first = sentence.first
        if sentence.last - first > _TURN and "turn" in view.taking[first + 1] and (
                is_word(view, first + 2, "turned") and view.classes[first] & _LEADS):
            start = first
        elif start and _PARAGRAPH in view.document.text[view.tokens[first - 1].end : view.tokens[first].start]:
            start = 0
        out.append(start)
    return out
