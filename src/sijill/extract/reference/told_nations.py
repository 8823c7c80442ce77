"""Whose "occupation" an article tells of: named once with a nationality, it goes on without one."""

from __future__ import annotations

from itertools import pairwise

from sijill.arabic.clitics import key, readings
from sijill.documents import ActorMention, Document
from sijill.extract.tables.registry import registry


class Nations:
    """Remembers with which nationality a word was told, while the mentions of a document are read in order."""

    def __init__(self, document: Document) -> None:
        assert document.tokens is not None
        self._tokens = document.tokens
        self._countries: dict[str, str] = {}

    def note(self, mention: ActorMention) -> None:
        """Take in a mention: of "the Turkish occupation" the occupation is Turkey's from there on."""
        for word, nation in pairwise(self._tokens[mention.first : mention.last]):
            country = registry().adjectives.get(nation.key)
            if country is not None:
                self._countries.update(dict.fromkeys((key(r.base) for r in readings(word.norm)), country))

    def of_those(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """Those of the sides that a foe's name may mean that are of the country last told with its word; else all."""
        if mention.kind != "loaded":
            return pool
        country = self._countries.get(self._tokens[mention.last - 1].key)
        return {one: how for one, how in pool.items() if country and registry().family_of(one) == country} or pool
