"""What two sentences tell in the same words, and whether the later one repeats the earlier.

Scores cannot tell this: of two mentions of one type of which half the words around are the same, three in four of the
less sure ones tell an event again in the gold; of events of a sentence that stands in the text already, nine in ten.
"""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import without_particles
from sijill.extract.clauses.view import View

# tokens on either side of a word for an event, and the share of their words that stand around another one too
_AROUND: Final = 9
_ALIKE: Final = 0.5
# the share of a sentence's words that another one has, where it repeats it
_REPEATED: Final = 2 / 3
# letters of the words that count, and how many of them there are at least
_LETTERS: Final = 3
_WORDS: Final = 5


def in_same_words(view: View, at: int, other: int) -> bool:
    """Whether of the words around two words for an event at least half are the same."""
    ours, theirs = _around(view, at), _around(view, other)
    return min(len(ours), len(theirs)) >= _WORDS and len(ours & theirs) >= _ALIKE * min(len(ours), len(theirs))


def repeats(view: View, later: int, earlier: int) -> bool:
    """Whether of a sentence's words two in three stand in another one."""
    ours = _words(view, view.sentences[later].first, view.sentences[later].last)
    theirs = _words(view, view.sentences[earlier].first, view.sentences[earlier].last)
    return len(ours) >= _WORDS and len(ours & theirs) >= _REPEATED * len(ours)


def _around(view: View, at: int) -> frozenset[str]:
    sentence = view.sentences[view.sentence_at[at]]
    low, high = max(sentence.first, at - _AROUND), min(sentence.last, at + _AROUND + 1)
    return _words(view, low, at) | _words(view, at + 1, high)


def _words(view: View, first: int, last: int) -> frozenset[str]:
    """The words of some tokens, without particles and article."""
    return frozenset([without_particles(token.key)[-1] for token in view.tokens[first:last]
                      if token.kind != "mark" and len(token.key) >= _LETTERS])
