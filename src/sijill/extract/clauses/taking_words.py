"""Words around a taking and other deeds: of loss and handing over, of control and its passing, of roads, goods, of
raids, of what was managed, foiled, planted or ascribed, of what came then, of what deeds are done with and to."""

from __future__ import annotations

import functools

from sijill.arabic.clitics import key, without_article
from sijill.arabic.folding import fold_word
from sijill.extract.clauses.view import View
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tolls.words import toll_words


def is_word(view: View, at: int, name: str) -> bool:
    """Whether the word at a token, its particles off, is of a class of taking_words.tsv."""
    return name in view.taking[at]


@functools.lru_cache(maxsize=5_000)
def tells(lemma: str, name: str) -> bool:
    """Whether a lemma of triggers.tsv, its number off, is of a class of taking_words.tsv."""
    return names(key(fold_word(lemma.partition(".")[0])), name)


def may_tell(view: View, at: int, name: str) -> bool:
    """Whether the word at a token may be of a lemma that is of a class of taking_words.tsv."""
    hit = view.hits[at]
    return hit is not None and any(tells(lemma.name, name) for lemma in hit.lemmas)


def names(form: str, name: str) -> bool:
    """Whether a lookup key, its particles off, is of a class of taking_words.tsv."""
    return deed_words().has(form, name)


def says_another(view: View, at: int) -> bool:
    """Whether a word says that a deed is not one told before: "another", "a second", "a separate" one."""
    return without_article(view.tokens[at].norm) in toll_words().lists["another"] or is_word(view, at, "separate")
