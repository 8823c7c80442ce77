"""Whom an article reviles ("terrorists"): a word for them means neither the outlet's own side nor who fights them."""

from __future__ import annotations

from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.tables.registry import registry


class Reviled:
    """The sides that an article has called by words that only a foe uses, as far as it is read."""

    def __init__(self, document: Document) -> None:
        self.document, self.known = document, registry()
        self._sides: set[str] = set()
        self._own = self.known.outlet_sides(document.source)

    def note(self, mention: ActorMention, chosen: str) -> None:
        """Remember the side of a mention, if its first word reviles it."""
        if self._reviles(mention):
            self._sides.add(chosen)

    def bars(self, mention: ActorMention, one: str) -> bool:
        """Whether a mention reviles its side, and a side is the outlet's own or fights those reviled before."""
        if one in self._sides or not (self._own or self._sides):
            return False
        return self._reviles(mention) and (one in self._own or any(
            self.known.hostile(one, foe) or self.known.hostile(foe, one) for foe in self._sides))

    def _reviles(self, mention: ActorMention) -> bool:
        assert self.document.tokens is not None
        return self.known.is_link("reviled", head_forms(self.document.tokens[mention.first].norm)[1])
