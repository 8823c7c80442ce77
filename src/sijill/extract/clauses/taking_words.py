"""Words around a taking and other deeds: of loss and handing over, of control and its passing, of roads, goods, of
raids, of what was managed, foiled, planted or ascribed, of what came then, of what deeds are done with and to."""

from __future__ import annotations

import functools

from sijill.arabic.clitics import key, without_article
from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import BREAKS
from sijill.extract.clauses.view import View, is_verb
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


def behind(view: View, at: int, name: str, reach: int, front: str = "") -> int | None:
    """The word of a class behind a token, with such a front, no break and no other verb between."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + 1 + reach, last)):
        if view.tokens[here].norm.startswith(front) and is_word(view, here, name):
            return here
        if view.tokens[here].norm in BREAKS or is_verb(view, here):
            return None
    return None


def before(view: View, at: int, name: str, reach: int, verbs: bool = True) -> int | None:
    """The word of a class before a token, with no break between, and no verb unless there may be verbs."""
    first = view.sentences[view.sentence_at[at]].first
    for here in range(at - 1, max(first, at - reach) - 1, -1):
        if is_word(view, here, name):
            return here
        # Tadmur is spelled like "destroys"
        if view.tokens[here].norm in BREAKS or not verbs and is_verb(view, here) and view.place_at[here] < 0:
            return None
    return None


def says_another(view: View, at: int) -> bool:
    """Whether a word says that a deed is not one told before: "another", "a second", "a separate" one."""
    return without_article(view.tokens[at].norm) in toll_words().lists["another"] or is_word(view, at, "separate")
