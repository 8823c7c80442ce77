"""The two sides that "between A and B", "between them", "between it and B" or "between its forces and B" names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, key, readings
from sijill.arabic.inflection import TWO_GROUPS
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.stance.stance import Stances
from sijill.extract.tables.lexicon import MUTUAL, VERBS
from sijill.extract.tables.place_words import BORDER, has_class
from sijill.extract.tables.registry import registry

Pair = tuple[list[int], list[int]]
Lists = dict[int, tuple[int, ...]]
REACH: Final = 12
"""How many words behind a trigger a construction may begin."""
FIGHT: Final = ("state", "foreign", "rebel", "crowd")
"""The kinds of sides that fight."""
_TO_ONE_SIDE: Final = 24
"""How many words behind the first sides "on one side" may stand."""
SHARED: Final = ("Agreement", "Talks")
"""The types of events that sides take part in together."""
_TWO: Final = 2
_SORTS: Final = ("identity_militia", "unidentified")
# how mentions of "his forces" are found
_POSSESSED: Final = "possessed"
# and of posts or men of whom no words say whose they are
_BARE: Final = "head."
_COUNTRY: Final = "country"
# tokens from a border to "between"
_TO_BORDER: Final = 2
# tokens from "both sides" to the noun for what they hold, sign or wage
_TO_BOTH: Final = 7
# tokens from the end of a toll to whose dead it counts
_TO_WHOSE: Final = 3
_KILLED: Final = "killed"
_BETWEEN: Final = frozenset(("between", "between_them", "between_it"))


@dataclass(slots=True)
class Told:
    """An event told before, as far as what follows may point back to it: its trigger and the mentions of its sides."""

    trigger: Trigger
    actor1: list[int]
    actor2: list[int]


class Between:
    """Reads "between" in one document; mentions are given by their place in the layer of actors."""

    def __init__(self, view: View, stances: Stances, lists: Lists) -> None:
        self.view, self.stances, self.lists = view, stances, lists

    def pair(self, trigger: Trigger, before: Sequence[Told]) -> Pair | None:
        """The two sides of "between A (on one side) and B", or of "between them"; None where neither is said."""
        view = self.view
        exchanged = self._exchanged(trigger)
        if exchanged is not None:
            return exchanged
        both = self._them(trigger, before) if self._of_both(trigger) else None
        if both is not None:
            return both
        last = view.sentences[view.sentence_at[trigger.token]].last
        stop = min(trigger.token + REACH, last)
        # "an exchange of fire between": what is exchanged belongs to the exchange
        low = trigger.token + (2 if "each_other" in view.classes[trigger.token] else 1)
        at = next((i for i in range(low, stop) if view.classes[i] & _BETWEEN or i in self.stances.trigger_at
                   and not self._of_one_deal(trigger, i)), None)
        if at is None or at in self.stances.trigger_at or not self._mutual(trigger, at):
            return None
        if "between_them" in view.classes[at]:
            if self._counts(trigger, at):
                return None
            return self._of_the_dead(trigger) or self._who_killed(trigger) or self._them(trigger, before)
        if "between_it" in view.classes[at]:
            return self._it(trigger, at + 1, before)
        begin = self._next_side(at, last)
        if begin is None:
            return None
        if view.actors[begin].kind == _COUNTRY and _of_a_border(view, at):
            return None
        first = [i for i in self.lists.get(begin, (begin,)) if i >= begin]
        after = view.actors[first[-1]].last
        parted = self._one_side(after, last)
        if parted is not None:
            then = next((view.actor_at[i] for i in range(parted, min(parted + REACH, last))
                         if view.actor_at[i] >= 0 and self._joined(i)), None)
            second = [] if then is None else [i for i in self.lists.get(then, (then,)) if i >= then]
        else:
            known, head = registry(), view.sides[first[0]].id
            allies = {i for i in first[1:-1] if known.allied(view.sides[i].id, head)}
            second = [i for i in first[1:] if i not in allies]
            first = [i for i in first if i not in second]
            if not second:
                second = self._and_far(first, after, last)
        if not second and len(first) == 1 and self._rivals(trigger, first[0]):
            return first, list(first)
        own = bool(second) and view.actors[first[0]].rule.startswith(_POSSESSED)
        if own and self.sided(first, second):
            return self._whose(trigger, second, before)
        return (first, second) if second and self._of_one_sort(self._ids(first) & self._ids(second)) else None

    def _exchanged(self, trigger: Trigger) -> Pair | None:
        """The two sides of "A and B exchanged shelling", of which the noun tells what was done."""
        view, at = self.view, trigger.token - 1
        while at >= 0 and (view.actor_at[at] >= 0 or view.tokens[at].norm in CONJUNCTIONS):
            at -= 1
        if at < 0 or "each_other" not in view.classes[at]:
            return None
        begin = view.actor_at[at + 1]
        named = [i for i in self.lists.get(begin, (begin,)) if i >= begin >= 0]
        return (named[:1], named[1:]) if len(named) > 1 and not self._ids(named[:1]) & self._ids(named[1:]) else None

    def _of_both(self, trigger: Trigger) -> bool:
        """Whether "both sides" clash, meet or sign: right behind the verb that tells it, or that governs its noun."""
        view = self.view
        sentence = view.sentences[view.sentence_at[trigger.token]]
        shared = trigger.frame == MUTUAL or trigger.sub_event_type in SHARED
        if trigger.form in VERBS:
            return shared and trigger.token + 1 < sentence.last and self._is_both(trigger.token + 1)
        for at in range(trigger.token - 1, max(sentence.first, trigger.token - _TO_BOTH), -1):
            if self._is_both(at):
                signs = any(registry().is_link("signs", key(r.base)) for r in readings(view.tokens[at - 1].norm))
                governs = signs or "light" in view.classes[at - 1] or is_verb(view, at - 1)
                return "each_other" in view.classes[at - 1] or shared and governs
            if is_verb(view, at) or view.actor_at[at] >= 0 or view.tokens[at].norm in BREAKS:
                return False
        return False

    def _is_both(self, at: int) -> bool:
        """Whether a token is "both sides", and no adjective says which two ("the Russian and Turkish sides")."""
        here, behind = self.view.actor_at[at], self.view.actor_at[at + 1] if at + 1 < len(self.view.tokens) else -1
        told = here >= 0 and here == behind or behind >= 0 and self.view.actors[behind].kind == _COUNTRY
        return is_word(self.view, at, "both_sides") and not told

    def _rivals(self, trigger: Trigger, number: int) -> bool:
        """Whether groups right behind "between" are two, or are said to be rivals: each is a side to the other."""
        view, mention = self.view, self.view.actors[number]
        if side_kind(view.sides[number].id) not in FIGHT or trigger.sub_event_type in SHARED or (
                "between" not in view.classes[mention.first - 1]):
            return False
        return view.tokens[mention.first].norm.endswith(TWO_GROUPS) or any(
            is_word(view, at, "rivals") for at in range(mention.first, min(mention.last + 1, len(view.tokens))))

    def _of_one_sort(self, shared: set[str]) -> bool:
        """Whether one id is for all of its sort, so that two may fight each other: tribes, unknown gunmen."""
        actors = registry().actors
        return all(one in actors and actors[one].kind in _SORTS for one in shared)

    def _one_side(self, after: int, last: int) -> int | None:
        """The first "on one side" behind the sides named first, that is no "on the other side"; no verb before it."""
        for at in range(after, min(after + _TO_ONE_SIDE, last)):
            if "one_side" in self.view.classes[at]:
                other = at + 2 < last and registry().is_link("others", self.view.tokens[at + 2].key)
                return None if other else at
            if is_verb(self.view, at):
                return None
        return None

    def _of_one_deal(self, trigger: Trigger, at: int) -> bool:
        """Whether another noun tells of the same deal or talks ("an agreement on a truce between")."""
        hit = self.view.hits[at]
        return trigger.sub_event_type in SHARED and hit is not None and hit.form == "noun" and any(
            one in SHARED for lemma in hit.lemmas for one in lemma.types)

    def _and_far(self, first: list[int], after: int, last: int) -> list[int]:
        """The sides of "between A, backed by C, and B": behind the next "and" that is no ally's; no verb before."""
        view, known = self.view, registry()
        for at in range(after, min(after + REACH, last)):
            number = view.actor_at[at]
            if is_verb(self.view, at) or view.classes[at] & OPENERS:
                return []
            if number >= 0 and self._again(first[0], number):
                return [number]
            if number >= 0 and view.actors[number].first == at and self._joined(at):
                allied = any(known.allied(view.sides[number].id, view.sides[i].id) for i in first)
                return [] if allied else [i for i in self.lists.get(number, (number,)) if i >= number]
        return []

    def _joined(self, at: int) -> bool:
        """Whether "and", or "and between", stands before a token."""
        if self.stances.governor(at) == "&":
            return True
        return at > 0 and "between" in self.view.classes[at - 1] and (
            self.view.tokens[at - 1].norm.startswith(CONJUNCTIONS[0]))

    def _again(self, first: int, number: int) -> bool:
        """Whether "and" and the first word of one side begin another ("between gunmen of A and gunmen of B")."""
        one, other = (self.view.tokens[self.view.actors[i].first].norm for i in (first, number))
        return other == CONJUNCTIONS[0] + one

    def _next_side(self, at: int, last: int) -> int | None:
        """The mention of a side within the next words of a sentence that ends at `last`."""
        sides = self.view.actor_at
        return next((sides[i] for i in range(at + 1, min(at + 4, last)) if sides[i] >= 0), None)

    def _it(self, trigger: Trigger, at: int, before: Sequence[Told]) -> Pair | None:
        """The two sides of "between it and B": B, and who was named last in the sentence and is no ally of B."""
        view = self.view
        sentence = view.sentences[view.sentence_at[trigger.token]]
        begin = self._next_side(at, sentence.last)
        if begin is None:
            return None
        return self._whose(trigger, [i for i in self.lists.get(begin, (begin,)) if i >= begin], before)

    def _whose(self, trigger: Trigger, second: list[int], before: Sequence[Told]) -> Pair | None:
        """The two sides of "between it, or its forces, and B"."""
        view, begin = self.view, second[0]
        sentence = view.sentences[view.sentence_at[trigger.token]]
        told = [part for t in before[-1:] if t.trigger.token >= sentence.first for part in (t.actor1, t.actor2)]
        named = [[i] for i, a in enumerate(view.actors[:begin]) if sentence.first <= a.first < trigger.token
                 and side_kind(view.sides[i].id) in FIGHT and a.kind != "country"]
        first = next((one for one in (*reversed(named), *told) if one and not self.sided(one, second)), None)
        return None if first is None else (list(first), second)

    def sided(self, these: Sequence[int], others: Sequence[int]) -> bool:
        """Whether two lists of mentions share a side, or begin with allies: they fight others, not one another."""
        one, other = self.view.sides[these[0]].id, self.view.sides[others[0]].id
        return bool(self._ids(these) & self._ids(others)) or registry().allied(one, other)

    def _mutual(self, trigger: Trigger, at: int) -> bool:
        """Whether "between" at a token parts the sides of an event, not places, nor those hit ("among them")."""
        if trigger.frame == MUTUAL or trigger.sub_event_type in SHARED:
            return True
        # "the mutual shelling between", "the shelling between", "exchange of fire between"
        if any("each_other" in self.view.classes[i] for i in range(max(trigger.token - 2, 0), at)):
            return True
        return trigger.form == "noun" and at == trigger.token + 1 and "between" in self.view.classes[at]

    def _counts(self, trigger: Trigger, at: int) -> bool:
        """Whether a toll stands between a trigger and "among them", which then tells of the dead."""
        stop = self.view.tokens[at].start
        return any(trigger.end <= toll.start < stop for toll in self.view.tolls_in(self.view.sentence_at[at]))

    def _of_the_dead(self, trigger: Trigger) -> Pair | None:
        """The two sides of whom the toll before a fight "between both" was: "12 of A and B were killed in"."""
        view = self.view
        toll = next((toll for toll in view.tolls_in(view.sentence_at[trigger.token])
                     if toll.end <= trigger.start and toll.who is None), None)
        if toll is None:
            return None
        first = next((view.actor_at[i] for i in range(view.token_at(toll.start), trigger.token)
                      if view.actor_at[i] >= 0), None)
        named = [i for i in self.lists.get(first, ()) if i >= first] if first is not None else []
        two = len(named) == _TWO and all(side_kind(view.sides[i].id) in FIGHT for i in named)
        return (named[:1], named[1:]) if two and not self.sided(named[:1], named[1:]) else None

    def _who_killed(self, trigger: Trigger) -> Pair | None:
        """The two sides of "A killed ten of B in clashes between both": A stands right before its verb."""
        view = self.view
        first = view.sentences[view.sentence_at[trigger.token]].first
        for toll in view.tolls_in(view.sentence_at[trigger.token]):
            verb = view.token_at(toll.trigger_start)
            at = verb - 2 if verb > first + 1 and view.tokens[verb - 1].norm in BREAKS else verb - 1
            killer = view.actor_at[at] if at >= first and toll.kind == _KILLED and toll.end <= trigger.start else -1
            if killer < 0 or side_kind(view.sides[killer].id) not in FIGHT:
                continue
            killers = list(self.lists.get(killer, (killer,)))
            # behind "that A" also a word that is spelled as a noun is a verb
            if not is_verb(view, verb) and "subordinate" not in view.classes[view.actors[killers[0]].first - 1]:
                continue
            # "12 of B" counts B's too
            told = range(view.token_at(toll.start), min(view.token_at(toll.end - 1) + _TO_WHOSE, trigger.token))
            dead = next((view.actor_at[i] for i in told if view.actor_at[i] >= 0), -1)
            if dead >= 0:
                return None if self.sided(killers, [dead]) else (killers, [dead])
        return None

    def _them(self, trigger: Trigger, before: Sequence[Told]) -> Pair | None:
        """The two sides of the event told last that two sides have in common, or else of the last with two sides.

        Who is named before "them" in their sentence is one of them: so in 18 of 18 in the gold. Where no such two were
        told of, the other is who did the last deed.
        """
        here = self._fighting_before(trigger)
        named = self._ids(here)
        two = [t for t in reversed(before) if t.actor1 and t.actor2 and not self._ids(t.actor1) & self._ids(t.actor2)
               and not (named and named.isdisjoint(self._ids([*t.actor1, *t.actor2])))]
        for told in [t for t in two if t.trigger.frame == MUTUAL] or two:
            return list(told.actor1), list(told.actor2)
        others = (t.actor1 for t in reversed(before) if any(
            side_kind(one) in FIGHT for one in self._ids(t.actor1) - named))
        other = next(others, None) if len(named) == 1 else None
        return None if other is None or self.sided(here, other) else (here[-1:], list(other))

    def _fighting_before(self, trigger: Trigger) -> list[int]:
        """The sides that fight which a sentence names before a trigger, its posts and men without an owner left out."""
        view = self.view
        here = view.actor_at[view.sentences[view.sentence_at[trigger.token]].first : trigger.token]
        return [i for i in dict.fromkeys(here) if i >= 0 and side_kind(view.sides[i].id) in FIGHT
                and view.actors[i].kind != _COUNTRY and not view.actors[i].rule.startswith(_BARE)
                and not self._is_both(view.actors[i].first)]

    def _ids(self, mentions: Sequence[int]) -> set[str]:
        return {self.view.sides[i].id for i in mentions}


def _of_a_border(view: View, at: int) -> bool:
    """Whether a border stands right before "between", an adjective at most between them: "the border of X and Y"."""
    return any(has_class(view.tokens[i].norm, BORDER) for i in range(max(at - _TO_BORDER, 0), at))
