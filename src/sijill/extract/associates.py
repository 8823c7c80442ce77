"""Associates: the sides that a clause names as taking part beside one of the two ("backed by", "with the help of").

A support word is followed by the side that helps; the side helped is the nearest one before it that is no foe of
the helper, or the first one after it where the support opens the clause (codebook section 3).
"""

from __future__ import annotations

from bisect import bisect_left

from sijill.extract.registry import registry
from sijill.extract.view import View

_TO_HELPER = 4
_TO_HELPED = 14
_OPENS = 3


class Associates:
    """Who helps whom in one document, by the indexes of mentions."""

    def __init__(self, view: View, lists: dict[int, tuple[int, ...]]) -> None:
        self.view = view
        self.lists = lists
        self.helped: dict[int, list[int]] = {}
        self._firsts = [m.first for m in view.actors]
        previous = -2
        for at, groups in enumerate(view.classes):
            if not groups & {"support", "supported"}:
                continue
            if at != previous + 1:
                self._read(at, "supported" in groups)
            previous = at

    def helpers(self, sides: list[int]) -> frozenset[int]:
        """The mentions that help one of some mentions, who cannot be its opponents."""
        return frozenset(h for i in sides for h in self.helped.get(i, ()))

    def of(self, token: int, first: list[int], second: list[int]) -> tuple[list[int], list[int]]:
        """The mentions that take part beside the first and the second side of the event told at a token."""
        sentence = self.view.sentence_at[token]
        taken = {self.view.sides[i].id for i in (*first, *second)}
        return self._beside(first, sentence, taken), self._beside(second, sentence, taken)

    def _beside(self, sides: list[int], sentence: int, taken: set[str]) -> list[int]:
        view = self.view
        ids = {view.sides[i].id for i in sides}
        out: list[int] = []
        for mention, helpers in self.helped.items():
            if mention not in sides and (view.sides[mention].id not in ids
                                         or view.sentence_at[view.actors[mention].first] != sentence):
                continue
            for i in helpers:
                if view.sides[i].id not in taken:
                    taken.add(view.sides[i].id)
                    out.append(i)
        return out

    def _read(self, at: int, adjective: bool) -> None:
        """Note the helpers that follow a support word, and whom they help."""
        view = self.view
        sentence = view.sentences[view.sentence_at[at]]
        end = at
        while end < sentence.last and view.classes[end] & {"support", "supported"}:
            end += 1
        helper = next((view.actor_at[i] for i in range(end, min(end + _TO_HELPER, sentence.last))
                       if view.actor_at[i] >= 0), -1)
        if helper < 0:
            return
        helpers = [i for i in self.lists.get(helper, (helper,)) if i >= helper]
        if adjective and view.sides[helper].id.startswith("COUNTRY:"):
            # "the Iran-backed militia" says whose they are, not that a state takes part
            return
        helped = self._whom(at, end, helper, helpers)
        if helped >= 0:
            self.helped.setdefault(helped, []).extend(helpers)

    def _whom(self, at: int, end: int, helper: int, helpers: list[int]) -> int:
        view = self.view
        known, one = registry(), view.sides[helper].id
        sentence = view.sentences[view.sentence_at[at]]
        before = bisect_left(self._firsts, at)
        for i in range(before - 1, -1, -1):
            mention = view.actors[i]
            if mention.first < sentence.first or at - mention.last > _TO_HELPED:
                break
            other = view.sides[i].id
            if mention.last <= at and other != one and not (known.hostile(one, other) or known.hostile(other, one)):
                return i
        if at - sentence.first <= _OPENS:
            after = helpers[-1] + 1
            if after < len(view.actors) and view.actors[after].first < sentence.last and (
                view.actors[after].first - view.actors[helpers[-1]].last <= _TO_HELPED
            ):
                return after
        return -1
