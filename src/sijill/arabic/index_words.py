"""Words as a search finds them: folded, without article, whatever particles are attached to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold
from sijill.arabic.tokens import tokenize

LONGEST: Final = 64
"""Letters of a word that are kept."""

# an article may follow a conjunction and a particle; what is left of a word is three letters or more
_ARTICLE: Final = re.compile("^[وف]?(?:[بك]?ال|لل)(?=...)")
_ATTACHED: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_POINT: Final = "\u066b"


@dataclass(frozen=True, slots=True)
class IndexWord:
    """A word in the form it is found by, and its half-open offsets in the raw text."""

    form: str
    start: int
    end: int


def index_words(text: str) -> list[IndexWord]:
    """The words and numbers of a text in order; marks are left out.

    A form holds letters and digits only (the point of a fraction is an Arabic one), so that every index parts
    words as this does.
    """
    out: list[IndexWord] = []
    for token in tokenize(text):
        if token.kind == "mark":
            continue
        if token.kind == "number":
            form = token.norm.replace(",", "").replace(".", _POINT)
        else:
            form = _ARTICLE.sub("", token.norm)
            form = key(form) if token.kind == "word" else form
        out.append(IndexWord(form[:LONGEST], token.start, token.end))
    return out


def attached_forms(form: str) -> tuple[str, ...]:
    """The forms in which a text may have a word: bare, and behind conjunctions and particles."""
    if not form or form[0].isascii() or form[0].isdigit():
        return (form,)
    forms = [form, form + "ا"] if len(form) > 2 else [form]
    attached = [particle + one for one in forms for particle in _ATTACHED]
    # a word may be long enough to lose its ending only with what is attached
    return tuple(dict.fromkeys(one[:LONGEST] for form in attached for one in (form, key(form))))


def query_terms(query: str) -> tuple[tuple[str, ...], ...]:
    """The words of a query, each a term of one form, and its quoted phrases, each a term of several; none twice."""
    terms: list[tuple[str, ...]] = []
    for number, piece in enumerate(fold(query).text.split('"')):
        forms = [word.form for word in index_words(piece)]
        if number % 2 == 0:
            terms += [(form,) for form in forms]
        elif forms:
            terms.append(tuple(forms))
    return tuple(dict.fromkeys(terms))
