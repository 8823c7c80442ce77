"""Owned sides: which sides a head word means once its owner is known, or the state of its nationality."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.arabic.clitics import key, without_article
from sijill.documents import Document, MentionKind
from sijill.extract.actors.bare_heads import AIR, Found, ordered_ids
from sijill.extract.actors.owner_forms import BRANCH, FORCE, OwnerForms
from sijill.extract.actors.sides import AIR_FORCES, side_kind
from sijill.extract.tables.registry import Registry


class OwnedSides(OwnerForms):
    """Turns the owner of a head word, or his state, into the sides that head and owner are together."""

    def __init__(self, known: Registry, document: Document, start: int, stop: int, group: str, cut: int) -> None:
        super().__init__(known, document, start, stop, group, cut)
        self.day = document.published
        self.tie: str | None = None
        """What a word has said that ties the head to its owner: "loyal" to him, or "against" him."""

    def owned(self, owners: Sequence[str]) -> tuple[str, ...]:
        """The sides that the head of some owners means: their own branch for it, or those tied to them."""
        out: list[str] = []
        for one in owners:
            if self.tie is not None:
                own = self.tie == "loyal" and (self.known.armed_group(one) or side_kind(one) == "rebel")
                out += [one] if own else self._tied_to(one)
                continue
            state = self.known.state_of(one)
            branch = BRANCH[self.group]
            seat = self.known.is_link("seat", self.tokens[self.start].norm[self.cut :])
            # the command of the air force is the air force
            keeps = state is None or (one != "COUNTRY:" + state and branch in ("army", "gov") and (
                self.group in ("fighter", "irregular") or seat or self.known.ruling(one) is None))
            mapped = one if keeps or state is None else self.known.branch(state, branch, self.day)
            if mapped is not None:
                out.append(mapped)
        return tuple(dict.fromkeys(out))

    def _tied_to(self, one: str) -> tuple[str, ...]:
        """The sides that a side backs, or that fight it; irregulars are of no state's forces."""
        tied = self.known.backed(one) if self.tie == "loyal" else self.known.opposed(one)
        groups = tuple([other for other in tied if self.known.armed_group(other)])
        if groups and self.group == "irregular":
            return groups
        if self.group in (AIR, FORCE):
            # forces are of no government, but of its army, and aircraft of its air force
            tied = tuple([i for i in tied if self.known.ruling(i) is None]) or tied
            tied = (self.group == AIR and tuple([i for i in tied if i.endswith(AIR_FORCES)])) or tied
        family = self.known.families.get(self.known.family_of(one) or "")
        return tied if family is None else tuple([other for other in tied if other not in family.branches["fighters"]
                                                  or other in family.branches["loyal"]])

    def of_state(self, state: str, end: int) -> Found | None:
        """The head with a state's nationality, which ends at a token: the branch of the state that the head means."""
        one = self.known.branch(state, BRANCH[self.group], self.day)
        if self.group == "irregular":
            word = key(without_article(self.tokens[self.start].norm[self.cut :]))
            army = self.known.branch(state, "army", self.day)
            soldiers = (army,) if army is not None and self.known.is_link("soldiers_too", word) else ()
            fighters = self._called_there(state) or self.known.families[state].branches["fighters"]
            ids = (*soldiers, *fighters) or ("HEAD:irregular",)
            kind: MentionKind = "composed" if ids[0] != "HEAD:irregular" else "anaphor"
            return Found(end, self.cut, kind, ids, "composed.irregular+nationality", 0.7)
        return None if one is None else Found(end, self.cut, "composed", (one,), f"composed.{self.group}+nationality")

    def _called_there(self, state: str) -> tuple[str, ...]:
        """The sides of a state whom the head means without a nationality too: "the rebels" of "the Yemeni rebels"."""
        found, actors = self.known.book.longest_at(self.tokens, self.start, self.start + 1), self.known.actors
        return tuple([one for one in ordered_ids(found[3] if found is not None else ())
                      if one in actors and state in actors[one].countries and actors[one].valid(self.day)])
