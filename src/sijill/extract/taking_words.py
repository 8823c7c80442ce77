"""Words around a taking and other deeds: of loss and handing over, of control and its passing, of roads, goods, of
raids, of what was managed, foiled, planted or ascribed, of what came then, of what deeds are done with and to."""

from __future__ import annotations

import functools

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.extract.classed_words import classed
from sijill.extract.view import View


def is_word(view: View, at: int, name: str) -> bool:
    """Whether the word at a token, its particles off, is of a class of taking_words.tsv."""
    return name in view.taking[at]


@functools.lru_cache(maxsize=5_000)
def tells(lemma: str, name: str) -> bool:
    """Whether a lemma of triggers.tsv, its number off, is of a class of taking_words.tsv."""
    return names(key(fold_word(lemma.partition(".")[0])), name)


def names(form: str, name: str) -> bool:
    """Whether a lookup key, its particles off, is of a class of taking_words.tsv."""
    return classed("taking_words.tsv").has(form, name)
