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
        self._tokens, self._day = document.tokens, document.published
        self._countries: dict[str, str] = {}

    def note(self, mention: ActorMention) -> None:
        """Take in a mention: of "the Turkish occupation" the occupation is Turkey's from there on."""
        for word, nation in pairwise(self._tokens[mention.first : mention.last]):
            country = registry().adjectives.get(nation.key)
            if country is not None:
                self._countries.update(dict.fromkeys((key(r.base) for r in readings(word.norm)), country))

    def of_those(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """Those of the sides that a foe's name may mean that are of the country last told with its word; else all.

        Of a name that means another country's alone it is that country's government or army.
        """
        country = self._countries.get(self._tokens[mention.last - 1].key) if mention.kind == "loaded" else None
        if country is None:
            return pool
        known = registry()
        theirs = {one: how for one, how in pool.items() if known.family_of(one) == country}
        if theirs or len(pool) != 1 or known.family_of(next(iter(pool))) is None:
            return theirs or pool
        branch = "army" if known.ruling(next(iter(pool))) is None else "gov"
        there = known.branch(country, branch, self._day)
        return pool if there is None else dict.fromkeys((there,), "own")
