"""Whom an article reviles ("terrorists"): a word for them means neither the outlet's own side nor who fights them, and
a partisan name means one side wherever it stands: so in 27 of 28 in the training gold."""

from __future__ import annotations

from typing import Final

from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.tables.registry import registry

_PARTISAN: Final = "loaded"


class Reviled:
    """The sides that an article has called by words that only a foe uses, as far as it is read."""

    def __init__(self, document: Document) -> None:
        self.document, self.known = document, registry()
        self._sides: set[str] = set()
        self._called: dict[str, str] = {}
        self._own = self.known.outlet_sides(document.source)

    def note(self, mention: ActorMention, chosen: str) -> None:
        """Remember the side of a mention, if its first word reviles it or it is a partisan name."""
        if mention.kind == _PARTISAN:
            self._called.setdefault(self._words(mention), chosen)
        if self.reviles(mention):
            self._sides.add(chosen)

    def meant_before(self, mention: ActorMention) -> str | None:
        """The side that a partisan name meant where the article used it first, or the one group that it has reviled.

        A bare word that reviles is of that group in 11 of 14 in the gold.
        """
        said = self._called.get(self._words(mention))
        if said is not None or mention.last > mention.first + 1:
            return said
        groups = [one for one in self._sides if self.known.armed_group(one)]
        return groups[0] if len(groups) == 1 and self.reviles(mention) else None

    def bars(self, mention: ActorMention, one: str) -> bool:
        """Whether a mention reviles its side, and a side is the outlet's own or fights those reviled before."""
        if one in self._sides:
            return False
        return self.reviles(mention) and (one in self._own or any(
            self.known.hostile(one, foe) or self.known.hostile(foe, one) for foe in self._sides))

    def _words(self, mention: ActorMention) -> str:
        assert self.document.tokens is not None
        return " ".join([token.key for token in self.document.tokens[mention.first : mention.last]])

    def reviles(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one that only a foe uses."""
        assert self.document.tokens is not None
        return self.known.is_link("reviled", head_forms(self.document.tokens[mention.first].norm)[1])
