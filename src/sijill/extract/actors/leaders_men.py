"""Leaders' men: those whom words of loyalty tie to a leader, past his title and the nationality of his state."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import FOR, FOR_THE, key
from sijill.documents import Token
from sijill.extract.actors.bare_heads import AIR, Found, ordered_ids
from sijill.extract.actors.owned_sides import OwnedSides
from sijill.extract.tables.registry import ARTICLE

TO: Final = ("", FOR)
"""What may be written onto the name of a leader to whom others are loyal."""
# words between a force and "loyal": "believed", "which remained"
_ASIDE: Final = ("hedge", "stays")
_PASSED: Final = ("loyal", "against", "tied", "military", *_ASIDE, "title", "others")
# strikes and aircraft "against A" are told of whom they hit, and are nobody's for it
_PASSED_BY_AIR: Final = (*[name for name in _PASSED if name != "against"], "adjectival")


class LeadersMen(OwnedSides):
    """Reads the words behind a head, or behind a head and its owner, that tie them to a leader."""

    def loyal_to_a_leader(self, found: Found) -> Found | None:
        """A state's forces that the words behind them say are loyal to a leader's side ("of the army, loyal to A")."""
        here = found.end
        if here + 1 < self.stop and any(self.known.is_link(group, self.tokens[here].key) for group in _ASIDE):
            here += 1
        if here >= self.stop or not any(one in self.known.of_states for one in found.ids) or not self.known.is_link(
                "loyal", self.tokens[here].key):
            return None
        self.tie = "loyal"
        while here + 1 < self.stop:
            here += 1
            named = self.known.leader_at(self.tokens, here, self.stop, self.day)
            if named is not None and named[2] in TO:
                states = {self.known.family_of(s.actor) for s in named[3]}
                own = tuple([one for one in found.ids if self.known.family_of(one) in states - {None}])
                ids = own or self.owned(ordered_ids(named[3]))
                return Found(named[0], self.cut, "composed", ids, f"composed.{self.group}+loyal")
            if self.passed(self.tokens[here]) != "title":
                break
        self.tie = None
        return None

    def leader_of_a_state(self, here: int, after: int) -> Found | None:
        """Those tied to a leader named behind a title and its nationality ("loyal to the Yemeni president A").

        Where no name follows, nor which president it is, they are tied to that state's government.
        """
        if self.passed(self.tokens[here - 1]) != "title":
            return None
        nation = self.known.nationality(self.tokens, here, self.stop)
        behind = self.tokens[after] if after < self.stop else None
        while after < self.stop and self.passed(self.tokens[after]) == "title":
            after += 1
        named = self.known.leader_at(self.tokens, after, self.stop, self.day) if after < self.stop else None
        if named is None and nation is not None and (behind is None or not self.is_definite(nation[1])):
            ruling = self.known.branch(nation[0], "gov", self.day)
            ids = self.owned((ruling,)) if ruling is not None else ()
            return Found(nation[1], self.cut, "composed", ids, f"composed.{self.group}+{self.tie}") if ids else None
        if named is None or named[2]:
            return None
        ids = self.owned(ordered_ids(named[3]))
        return Found(named[0], self.cut, "composed", ids, f"composed.{self.group}+{self.tie}") if ids else None

    def passed(self, token: Token) -> str | None:
        """The class of a word that stands between a head and its owner; behind a tie a title has "to" before it."""
        links = self.known.links.get(token.key, ())
        link = next((g for g in (_PASSED_BY_AIR if self.group == AIR else _PASSED) if g in links), None)
        if link is None and self.tie is not None and token.norm.startswith(FOR_THE) and self.known.is_link(
                "title", key(ARTICLE + token.norm[len(FOR_THE):])):
            return "title"
        return link
