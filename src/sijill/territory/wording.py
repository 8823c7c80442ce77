"""Wording: what the words around a trigger say of control that the type of its event does not.

"The battle to take the city" tells that another side holds it still; who is driven out of a place is not who drives.
The lists are in _data/control_words.tsv.
"""

from __future__ import annotations

import functools

from sijill.arabic.clitics import readings, without_article, without_pronoun
from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import tokenize
from sijill.documents import Token
from sijill.resources import table, words

_REACH = 5
_AROUND = 90
_BEFORE = 24
_ENDS = frozenset(".؟!؛;\u2022")


def attempted(text: str, start: int, end: int) -> bool:
    """Whether a trigger of taking (its offsets) is a noun after words for a try or an operation, in its clause."""
    if not _is(text[start:end], "taking"):
        return False
    for token in reversed(_before(text, start)[-_REACH:]):
        if _has(token, "done"):
            return False
        if _has(token, "attempt"):
            return True
    return False


def expels(text: str, start: int, end: int) -> bool:
    """Whether a trigger (its offsets) tells that who acts makes another leave."""
    return _is(text[start:end], "expelling")


def elsewhere(text: str, start: int) -> bool:
    """Whether the words before a claim (its first offset) say that it is of another place: "to areas held by"."""
    said = " ".join(token.norm for token in tokenize(text[max(0, start - _BEFORE):start])[-2:])
    return any(said.endswith(phrase) for phrase in _lists()["elsewhere"])


def _before(text: str, start: int) -> list[Token]:
    """The words before an offset, from the last full stop on."""
    tokens = tokenize(text[max(0, start - _AROUND):start])
    found: list[Token] = []
    for token in tokens:
        if text[token.start + max(0, start - _AROUND)] in _ENDS:
            found = []
        elif token.kind == "word":
            found.append(token)
    return found


def _is(said: str, name: str) -> bool:
    return any(_has(token, name) for token in tokenize(said)[:1])


def _has(token: Token, name: str) -> bool:
    return name in _classes(token.norm)


@functools.lru_cache(maxsize=50_000)
def _classes(norm: str) -> frozenset[str]:
    forms = {without_article(reading.base) for reading in readings(norm)}
    forms |= {stem for form in tuple(forms) for stem, _ in without_pronoun(form)}
    return frozenset(name for name, known in _lists().items() if known & forms)


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(" ".join(fold_word(w) for w in phrase.split()) for phrase in words(row["words"]))
            for row in table("control_words.tsv", ("class", "words"), unique=("class",))}
