"""Tables of words by class, apart from words.tsv: the weights of triggers know the names of that one's classes."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from sijill.arabic.clitics import key, without_particles
from sijill.arabic.folding import fold_word
from sijill.resources import table, words

_CACHE_LIMIT: Final = 50_000
_NONE: Final[frozenset[str]] = frozenset()


class ClassedWords:
    """The classes of each word of a table, whose columns are `class` and `words`."""

    def __init__(self, name: str) -> None:
        self._classes: dict[str, set[str]] = {}
        for row in table(name, ("class", "words"), unique=("class",)):
            for word in words(row["words"]):
                self._classes.setdefault(key(fold_word(word)), set()).add(row["class"])
        self.names = frozenset().union(*self._classes.values())
        """The classes that there are."""
        self._known: dict[str, frozenset[str]] = {}

    def has(self, form: str, name: str) -> bool:
        """Whether a lookup key, its particles off or not, is of a class; KeyError if there is no such class."""
        if name not in self.names:
            raise KeyError(name)
        return name in self.of(form)

    def of(self, form: str) -> frozenset[str]:
        """The classes of a lookup key, its particles off or not; found once for a word."""
        known = self._known.get(form)
        if known is None:
            if len(self._known) > _CACHE_LIMIT:
                self._known.clear()
            found = [self._classes[one] for one in without_particles(form) if one in self._classes]
            known = self._known[form] = frozenset().union(*found) if found else _NONE
        return known


class SeveralTables:
    """The classes of words in several tables, one look-up for all of them."""

    def __init__(self, *names: str) -> None:
        self._tables = [classed(name) for name in names]
        self._known: dict[str, tuple[frozenset[str], ...]] = {}

    def of_each(self, forms: Iterable[str]) -> list[list[frozenset[str]]]:
        """For each table, the classes of each of some lookup keys."""
        out: list[list[frozenset[str]]] = [[] for _ in self._tables]
        for form in forms:
            known = self._known.get(form)
            if known is None:
                if len(self._known) > _CACHE_LIMIT:
                    self._known.clear()
                known = self._known[form] = tuple([table.of(form) for table in self._tables])
            for classes, told in zip(known, out, strict=True):
                told.append(classes)
        return out


@functools.cache
def classed(name: str) -> ClassedWords:
    """The classes of a table of the package, read once."""
    return ClassedWords(name)


def deed_words() -> ClassedWords:
    """The classes of words around takings and other deeds."""
    return classed("taking_words.tsv")


@functools.cache
def together(*names: str) -> SeveralTables:
    """The classes of several tables of the package."""
    return SeveralTables(*names)
