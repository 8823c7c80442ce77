"""Words around a taking: of loss and handing over, of control and its passing, of roads, goods, of what was managed
or foiled.

Apart from words.tsv, since the weights of triggers know the names of its classes.
"""

from __future__ import annotations

import functools

from sijill.arabic.clitics import key, without_particles
from sijill.arabic.folding import fold_word
from sijill.extract.view import View
from sijill.resources import table, words


def is_word(view: View, at: int, name: str) -> bool:
    """Whether the word at a token, its particles off, is of a class of taking_words.tsv."""
    return names(view.tokens[at].key, name)


def tells(lemma: str, name: str) -> bool:
    """Whether a lemma of triggers.tsv, its number off, is of a class of taking_words.tsv."""
    return names(key(fold_word(lemma.partition(".")[0])), name)


def names(form: str, name: str) -> bool:
    """Whether a lookup key, its particles off, is of a class of taking_words.tsv."""
    return not _words()[name].isdisjoint(without_particles(form))


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    rows = table("taking_words.tsv", ("class", "words"), unique=("class",))
    return {row["class"]: frozenset(key(fold_word(w)) for w in words(row["words"])) for row in rows}
