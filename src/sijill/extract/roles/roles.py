"""Roles: who did it and to whom, and where, for each trigger.

For each part the mentions around are candidates, and "nobody" is one too; the scorer (`choice`) weighs where
they stand (`stance`) and what part they played in the events before. Both sides are chosen as a pair.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.actors.sides import AIR_FORCES, UNNAMED
from sijill.extract.choosing.choice import (
    ENCODER,
    Scorer,
    Weights,
    paired,
    paired_scorer,
    probabilities,
    score,
    score_pair,
    scorer,
)
from sijill.extract.clauses.kinds import CROWD, RIOT, by_sides
from sijill.extract.clauses.view import View
from sijill.extract.places.lists import place_lists
from sijill.extract.roles.answered_places import but_answered
from sijill.extract.roles.associates import Associates
from sijill.extract.roles.bounds import Bounded
from sijill.extract.roles.finer_places import finer
from sijill.extract.roles.further_places import further
from sijill.extract.roles.gatherings import who_put_down
from sijill.extract.roles.included_places import included
from sijill.extract.roles.last_enemy import BY_ENMITY, SURE, last_enemy
from sijill.extract.roles.options import NOBODY, REMOTE, SIDES, Played
from sijill.extract.roles.state_places import is_the_doer
from sijill.extract.roles.struck import armed_target
from sijill.extract.roles.whither import but_whither
from sijill.extract.said.between import Told
from sijill.extract.said.exposed import place_aimed_at, place_exposed, place_of_verb
from sijill.extract.said.hit_among import soldiers_among
from sijill.extract.said.two_parties import foes_apart, two_parties
from sijill.extract.said.whence import posts
from sijill.extract.tables.lexicon import TAKING, event_types
from sijill.extract.tables.registry import registry
from sijill.extract.takings.losing import parted_by_loss
from sijill.extract.takings.ousting import place_left, place_taken
from sijill.extract.times.datelines import of_dateline
from sijill.extract.triggers.dispersal import by_dispersal
from sijill.extract.triggers.doers import by_doers
from sijill.replacing import replace

# what the encoder's logarithms of probability weigh beside the features
PULLS: Final = {"actor1": 0.5, "actor2": 0.5, "place": 0.3}
PARTS: Final = (*SIDES, "place")
_SUICIDE: Final = "Suicide bomb"
_TAKEN: Final = "Non-state actor overtakes territory"
# where a list's fighters take part without the civilians that it has: 2 of 24 in training did
_AMONG_PARTIES: Final = (*TAKING, "Armed clash", "Agreement")
# a first side this many logits behind the likeliest one is still tried with its best opponent
_CLOSE: Final = 0.7
# the logit of what cannot be
_NEVER: Final = 50.0
# how many events before may be pointed back to
_TOLD_BACK: Final = 8
# how sure a construction is that names both sides, or the place, outright
_SAID: Final = 0.97


class Roles(Bounded):
    """Chooses the parts of the events of one document, in the order in which it tells them."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        super().__init__(view, triggers)
        self.associates = Associates(view, self.actor_lists, triggers)
        self.place_groups = {i: group for group in place_lists(view.document) for i in group}
        self._whence = frozenset([i for i, place in enumerate(view.places)
                                  if of_dateline(view.document.text, place.start, place.end)])
        self._scorers = {part: scorer(part) for part in PARTS}
        self._pairs = paired_scorer("actor1", "actor2")

    def choose(self, values: dict[str, Weights] | None = None) -> list[Played]:
        """The parts of every event."""
        if values is not None:
            self._scorers = {part: Scorer(values[part], 0.0) for part in PARTS}
            self._pairs = Scorer(paired(values["actor1"], values["actor2"]), 0j)
        for trigger in self.triggers:
            self.played.append(self.choose_one(trigger))
        return self.played

    def choose_one(self, trigger: Trigger) -> Played:
        """The parts of one event, its sides first, and its type as they settle it."""
        played = Played(trigger)
        self._choose_sides(trigger, played)
        parted = parted_by_loss(self.view, trigger, played.actor1 + played.actor2, self.actor_lists)
        if parted is not None:
            played.actor1, played.actor2 = parted
            # the words say outright who lost, or withdrew
            played.shares["actor2" if played.actor2 else "actor1"] = _SAID
            self.settle(played)
        kind = by_sides(trigger, played.ids, played.actor1, self.view, self.ground)
        kind = by_doers(trigger, kind, played.ids, played.actor1, self.view)
        kind = by_dispersal(self.view, trigger.token, kind)
        if kind == RIOT and played.ids["actor2"] and not played.ids["actor1"] & CROWD and played.ids["actor2"] <= CROWD:
            # a demonstration is the crowd's, whoever is named first
            played.actor1, played.actor2 = played.actor2, played.actor1
            self.settle(played)
        crowd = bool(played.actor1) and played.ids["actor1"] <= CROWD
        forces = who_put_down(self.view, replace(trigger, sub_event_type=kind), crowd, played.actor2)
        if forces is not None:
            played.actor1, played.actor2 = forces, played.actor1
            self.settle(played)
        if kind != trigger.sub_event_type:
            played.trigger = replace(trigger, sub_event_type=kind, rule=trigger.rule + ">side")
            self.settle(played)
        self.remember(played)
        self._choose_places(trigger, played)
        first = included(self.view, trigger, self.stances.trigger_at)
        if first is not None and first not in played.places:
            # "in the region of R, among them P": in the gold both
            spots = self.view.places
            around = [i for i in played.places if trigger.start < spots[i].start < spots[first].start]
            played.places = [*around, *self.place_groups.get(first, (first,))]
        return played

    def _choose_places(self, trigger: Trigger, played: Played) -> None:
        """The place that the words say was taken, left or struck, or the likeliest one, with its list."""
        said = place_left(self.view, trigger.token)
        if said is None:
            said = place_taken(self.view, trigger)
        if said is None:
            said = place_exposed(self.view, trigger)
        if said is None:
            said = place_aimed_at(self.view, trigger)
        if said is None:
            said = place_of_verb(self.view, trigger)
        if said is not None:
            played.places = further(self.view, trigger.token, self.place_groups.get(said, (said,)), self.place_groups)
            played.shares["place"] = _SAID
            return
        about = but_answered(self.view, trigger, self.stances.trigger_at, but_whither(
            self.view, trigger, self.place_options(trigger)))
        spots = self._but_posts(trigger, played, [
            i for i in about if i not in self._whence and not is_the_doer(self.view, i, played.actor1)])
        values = self._scorers["place"]
        scores = [score(values, self.nobody(trigger, "place", played)),
                  *[score(values, self.place_features(trigger, i, spots)) for i in spots]]
        told = self._told("place", trigger, [self.view.places[i].start for i in spots])
        scores = [s + t for s, t in zip(scores, told, strict=True)]
        played.chosen_by["place"] = ENCODER if any(told) else ""
        lists = [(NOBODY,), *[self.place_groups.get(i, (i,)) for i in spots]]
        shares = probabilities(scores)
        best = likeliest_of_lists(lists, shares)
        played.shares["place"] = shares[best]
        if best:
            told_at = lists[best]
            played.places = further(self.view, trigger.token, told_at, self.place_groups)
            if played.places[0] == told_at[0] and len(told_at) == 1:
                played.places[0] = finer(self.view, told_at[0])

    def _but_posts(self, trigger: Trigger, played: Played, spots: list[int]) -> list[int]:
        """Some places without those from which its doers shell and strike others that the sentence names."""
        if event_types()[trigger.sub_event_type] != REMOTE:
            return spots
        own = {i for post in posts(self.view, played.actor1) for i in self.place_groups.get(post, (post,))}
        sentence = self.view.sentences[self.view.sentence_at[trigger.token]]
        others = any(sentence.first <= self.view.places[i].first < sentence.last and i not in own for i in spots)
        return [i for i in spots if i not in own] if others else spots

    def _choose_sides(self, trigger: Trigger, played: Played) -> None:
        """Both sides together: those that the clause says it is between, or the likeliest pair."""
        before = [Told(p.trigger, p.actor1, p.actor2) for p in self.played[-_TOLD_BACK:]]
        between = self.said.between(trigger, before)
        if between is not None:
            played.actor1, played.actor2 = between
            played.shares["actor1"] = played.shares["actor2"] = _SAID
            played.between = True
            self.settle(played)
            return
        self._choose_likeliest(trigger, played, before)
        # whom a list of both sides has is no third one
        listed = {self.view.sides[n].id for n in played.actor1}
        others = [n for n in played.actor2 if self.view.sides[n].id not in listed]
        parties = two_parties(self.view, trigger, played.actor1, others)
        if parties is None:
            parties = foes_apart(self.view, trigger, played.actor1, others)
        if parties is not None:
            played.actor1, played.actor2 = parties
            played.shares["actor2"] = played.shares["actor1"]
        self.settle(played, "actor1")
        self._give_to_claimant(trigger, played)
        # a place told as taken by rebels is mostly told of as long taken: of 25 enemies named elsewhere 2 were right
        fought = trigger.sub_event_type == _SUICIDE or trigger.sub_event_type != _TAKEN and (
            event_types()[trigger.sub_event_type] == "Battles")
        if played.actor1 and not played.actor2 and fought:
            enemy = last_enemy(self.view, trigger, lambda one: self.relation(one, played.ids["actor1"]) == "foe",
                               self.associates.helpers(played.actor1) | self._receivers_since(trigger))
            if enemy is not None:
                played.actor2 = [enemy]
                played.shares["actor2"], played.chosen_by["actor2"] = SURE, BY_ENMITY
        played.actor2 = armed_target(self.view, trigger, played.actor1, played.actor2) or played.actor2
        played.actor2 = played.actor2 + soldiers_among(self.view, trigger, played.actor1, played.actor2)
        self.settle(played, "actor2")

    def _choose_likeliest(self, trigger: Trigger, played: Played, before: list[Told]) -> None:
        """The likeliest pair of sides among the mentions around."""
        options = [self.option(trigger, i) for i in self.actor_options(trigger)]
        numbers = [NOBODY, *[o.number for o in options]]
        both = [score_pair(self._pairs, o.features) for o in options]
        starts = [self.view.actors[o.number].start for o in options]
        told1, told2 = (self._told(part, trigger, starts) for part in SIDES)
        played.chosen_by |= {"actor1": ENCODER if any(told1) else "", "actor2": ENCODER if any(told2) else ""}
        bounds = self.bounds(trigger, numbers, before)
        firsts = probabilities(_without(bounds.innocent, numbers, _barred(
            [score(self._scorers["actor1"], self.nobody(trigger, "actor1", played)) + told1[0],
             *[b.real + t for b, t in zip(both, told1[1:], strict=True)]],
            [n in bounds.no_first for n in numbers])))
        base = [b.imag + t for b, t in zip(both, told2[1:], strict=True)]
        least, weigh = max(firsts) / math.exp(_CLOSE), self._scorers["actor2"]
        best = -1.0
        for number, share in zip(numbers, firsts, strict=True):
            if share < least:
                continue
            trial = Played(trigger, actor1=self._with_list(trigger, number, ()))
            self.settle(trial, "actor1")
            helpers = self.associates.helpers(trial.actor1)
            seconds = probabilities(_without(bounds.unmet, numbers, _barred(
                [score(weigh, self.nobody(trigger, "actor2", trial)) + told2[0],
                 *[b + weigh[self.opposed(trigger, o, trial)] for b, o in zip(base, options, strict=True)]],
                [n in bounds.no_second or n in helpers or self._own_arm(n, trial.ids["actor1"]) for n in numbers])))
            other = seconds.index(max(seconds))
            if share * seconds[other] > best:
                best = share * seconds[other]
                played.actor1 = trial.actor1
                played.actor2 = self._foes(self._with_list(trigger, numbers[other], trial.actor1), trial.actor1)
                played.shares["actor1"], played.shares["actor2"] = share, seconds[other]

    def _give_to_claimant(self, trigger: Trigger, played: Played) -> None:
        """Make who claims an event its doer, where nobody is, or unknown gunmen are."""
        claimant = self._unclaimed.get(trigger.token)
        if claimant is None or not played.ids["actor1"] <= UNNAMED or any(
                self.view.sides[claimant].id == self.view.sides[n].id for n in played.actor2):
            return
        played.actor1, played.shares["actor1"] = [claimant], SURE
        self.settle(played, "actor1")

    def _own_arm(self, number: int, first: frozenset[str]) -> bool:
        """Whether a candidate is the air force of a first side, or the army that a first air force is of.

        Beside one another the gold has none as the two sides of an event.
        """
        if number == NOBODY:
            return False
        one, known = self.view.sides[number].id, registry().actors
        return any((one.endswith(AIR_FORCES) or other.endswith(AIR_FORCES)) and one in known and other in known and (
            known[one].parent == other or known[other].parent == one) for other in first)

    def _told(self, part: str, trigger: Trigger, starts: list[int]) -> list[float]:
        """What the encoder adds to the logits of nobody and of each mention."""
        reading = self.view.reading
        told = reading.of_part(part, trigger.start, starts) if reading is not None else [0.0] * (len(starts) + 1)
        return [PULLS[part] * t for t in told]

    def _with_list(self, trigger: Trigger, number: int, without: list[int] | tuple[int, ...]) -> list[int]:
        """A mention and those coordinated with it; civilians told behind a party to a fight or deal are none to it."""
        if number == NOBODY:
            return []
        listed = self.actor_lists.get(number, (number,))
        if trigger.sub_event_type in _AMONG_PARTIES and not self._unarmed(listed[0]):
            listed = tuple([i for i in listed if i == number or not self._unarmed(i)])
        return [i for i in listed if i not in without] or [number]

    def _foes(self, listed: list[int], doers: list[int]) -> list[int]:
        """A list without armed allies of the doers, where others are in it: raids beside a fight hit their foe."""
        sides = self.view.sides
        foes = [i for i in listed if self._unarmed(i) or not any(
            registry().allied(sides[i].id, sides[n].id) for n in doers)]
        return foes or listed


def _without(innocent: set[int], numbers: list[int], scores: list[float]) -> list[float]:
    """The scores with some mentions out of reach; where one of them was the likeliest, nobody else takes its place."""
    if numbers[scores.index(max(scores))] in innocent:
        return _barred(scores, [n != NOBODY for n in numbers])
    return _barred(scores, [n in innocent for n in numbers])


def _barred(scores: list[float], barred: list[bool]) -> list[float]:
    """The scores, those of what cannot be put out of reach."""
    return [s - _NEVER if never else s for s, never in zip(scores, barred, strict=True)]


def likeliest_of_lists(lists: Sequence[tuple[int, ...]], shares: Sequence[float]) -> int:
    """The likeliest option of the list whose members, each of which may stand for it, have the most together."""
    together: dict[tuple[int, ...], float] = {}
    for one, share in zip(lists, shares, strict=True):
        together[one] = together.get(one, 0.0) + share
    best = max(together, key=lambda one: together[one])
    return max((i for i, one in enumerate(lists) if one == best), key=lambda i: shares[i])
