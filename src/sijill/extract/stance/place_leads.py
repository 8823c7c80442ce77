"""What leads to a place: the preposition over the words of its kind and extent, and the words around the phrase."""

from __future__ import annotations

from typing import Final

from sijill.documents import PlaceMention
from sijill.extract.clauses.view import View
from sijill.extract.tables.place_words import look_up

_QUOTES: Final = ('"', "(")
_LEADING: Final = frozenset({"extent", "direction", "part_adj"})
OPENS: Final = "^"
WORD: Final = "w"
CLOSES: Final = "$"


def lead(view: View, place: PlaceMention) -> tuple[str, str, str]:
    """The preposition or particle that leads to a place, the word before that, and the word after the place.

    "In the outskirts of the town of X" is led to by "in"; OPENS and CLOSES stand for the ends of the sentence, WORD
    for a phrase that no preposition leads to.
    """
    tokens, sentence = view.tokens, view.sentences[view.sentence_at[place.first]]
    after = tokens[place.last].key if place.last < sentence.last else CLOSES
    at = place.first
    found = tokens[at].norm[0] if place.start > tokens[at].start else ""
    while not found:
        at -= 1
        while at >= sentence.first and tokens[at].norm in _QUOTES:
            at -= 1
        if at < sentence.first:
            return OPENS, OPENS, after
        if "preposition" in view.classes[at]:
            found = tokens[at].norm
            break
        word = look_up(tokens[at].norm)
        if word is None or not word.kind and _LEADING.isdisjoint(word.classes):
            return WORD, tokens[at].key, after
        found = word.particles[-1:]
    return found, tokens[at - 1].key if at > sentence.first else OPENS, after
