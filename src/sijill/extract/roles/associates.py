"""Associates: the sides that a clause names as taking part beside one of the two ("backed by", "with the help of").

A support word is followed by the side that helps; the side helped is the nearest one before it that is its ally, or
else no foe of it, or the first one after it where the support opens the clause (codebook section 3). "A took it with
B" puts B beside A, where "A clashed with B" makes B the other side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sijill.arabic.tokens import COMMAS
from sijill.documents import Trigger
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import MUTUAL, VERBS, VIOLENT, event_types
from sijill.extract.tables.registry import registry

_TO_HELPER: Final = 4
_TO_HELPED: Final = 14
_OPENS: Final = 3
_TO_DOER: Final = 2
_TO_DEED: Final = 8


class Associates:
    """Who helps whom in one document, by the indexes of mentions."""

    def __init__(self, view: View, lists: dict[int, tuple[int, ...]], triggers: Sequence[Trigger] = ()) -> None:
        self.view = view
        self.lists = lists
        self.helped: dict[int, list[int]] = {}
        self._firsts = [m.first for m in view.actors]
        self._deeds = {t.token: t for t in triggers}
        for at, groups in enumerate(view.classes):
            if "with" in groups:
                self._read_with(at)
        previous = -2
        for at, groups in enumerate(view.classes):
            if not groups & {"support", "supported"}:
                continue
            if at != previous + 1:
                self._read(at, "supported" in groups)
            previous = at

    def helpers(self, sides: list[int]) -> frozenset[int]:
        """The mentions that help one of some mentions or are helped by it, who cannot be its opponents."""
        helping = {h for i in sides for h in self.helped.get(i, ())}
        return frozenset(helping | {i for i, helpers in self.helped.items() if set(helpers) & set(sides)})

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
            # who helps a helper helps too
            if mention not in sides and mention not in out and (
                    view.sides[mention].id not in ids or view.sentence_at[view.actors[mention].first] != sentence):
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
        if adjective and any(one.startswith("COUNTRY:") for one in view.actors[helper].ids):
            # "the Iran-backed militia" says whose they are, not that a state takes part
            return
        helped = self._whom(at, helper, helpers)
        if helped >= 0:
            self.helped.setdefault(helped, []).extend(helpers)

    def _read_with(self, at: int) -> None:
        """Note who does a deed "with" another: the doer, "with" and the other stand side by side behind its verb.

        Or the doer stands right before its verb, and "with" behind that. A comma, or when it was, may stand before
        "with".
        """
        view = self.view
        sentence = view.sentences[view.sentence_at[at]]
        behind = at
        while behind - 1 > sentence.first and self._passed(behind - 1):
            behind -= 1
        if behind - 1 <= sentence.first or at + 1 >= sentence.last:
            return
        verb = self._deeds.get(behind - 1)
        told = verb is not None and verb.form in VERBS
        doer, other = view.actor_at[behind - 1 - told], view.actor_at[at + 1]
        if doer < 0 or other < 0 or view.actors[other].first != at + 1:
            return
        helpers = [i for i in self.lists.get(other, (other,)) if i >= other]
        head = self.lists.get(doer, (doer,))[0]
        if self._one_sided(verb) if verb is not None and told else self._does(
                view.actors[head].first, view.actors[helpers[-1]].last):
            self.helped.setdefault(doer, []).extend(helpers)

    def _passed(self, at: int) -> bool:
        token = self.view.tokens[at]
        return token.norm in COMMAS or any(
            t.start <= token.start < t.end for t in self.view.times_in(self.view.sentence_at[at]))

    def _does(self, first: int, behind: int) -> bool:
        """Whether what stands before a doer, or else what comes behind those named with it, is a one-sided deed."""
        view = self.view
        sentence = view.sentences[view.sentence_at[first]]
        for at in range(first - 1, max(sentence.first, first - 1 - _TO_DOER) - 1, -1):
            hit = view.hits[at]
            if at in self._deeds:
                return self._one_sided(self._deeds[at])
            if view.actor_at[at] >= 0 or view.classes[at] & {"with", "between"}:
                return False
            if hit is not None and any(lemma.frame == MUTUAL for lemma in hit.lemmas):
                return False
            if hit is not None and hit.form != "noun":
                break
        then = next((self._deeds[i] for i in range(behind, min(behind + _TO_DEED, sentence.last)) if i in self._deeds),
                    None)
        return then is not None and self._one_sided(then)

    def _one_sided(self, trigger: Trigger) -> bool:
        return trigger.frame != MUTUAL and event_types()[trigger.sub_event_type] in VIOLENT

    def _whom(self, at: int, helper: int, helpers: list[int]) -> int:
        view = self.view
        known, one = registry(), view.sides[helper].id
        sentence = view.sentences[view.sentence_at[at]]
        before = bisect_left(self._firsts, at)
        near: list[int] = []
        for i in range(before - 1, -1, -1):
            mention = view.actors[i]
            if mention.first < sentence.first or at - mention.last > _TO_HELPED:
                break
            other = view.sides[i].id
            if mention.last <= at and other != one and not (known.hostile(one, other) or known.hostile(other, one)):
                near.append(i)
        if near:
            # "A fought B with C's help": who is helped is the helper's ally, if one is named
            return next((i for i in near if known.allied(one, view.sides[i].id)), near[0])
        if at - sentence.first <= _OPENS:
            after = helpers[-1] + 1
            if after < len(view.actors) and view.actors[after].first < sentence.last and (
                view.actors[after].first - view.actors[helpers[-1]].last <= _TO_HELPED
            ):
                return after
        return -1
