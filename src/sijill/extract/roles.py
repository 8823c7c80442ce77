"""Roles: who did it and to whom, and where, for each trigger.

For each part the mentions around are candidates, and "nobody" is one too; the scorer (`choice`) weighs where
they stand (`stance`) and what part they played in the events before. Both sides are chosen as a pair.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace

from sijill.documents import ActorArgument, PlaceArgument, Trigger
from sijill.extract import role_names as names
from sijill.extract.actor_lists import actor_lists
from sijill.extract.associates import Associates
from sijill.extract.choice import (
    ENCODER,
    Feature,
    Scorer,
    Weights,
    paired,
    paired_scorer,
    probabilities,
    score,
    score_pair,
    scorer,
)
from sijill.extract.kinds import settle
from sijill.extract.place_lists import place_lists
from sijill.extract.registry import registry
from sijill.extract.sides import side_in
from sijill.extract.stance import Stance, Stances, label, part_of
from sijill.extract.view import View

NOBODY = -1
# what the encoder's logarithms of probability weigh beside the features
PULL = 0.7
PARTS = ("actor1", "actor2", "place")
_SENTENCES_BACK = 4
_PLACES_BACK = 6
_EARLIER = 4
_SENTENCES_AHEAD = 2
_LATER = 2
# a first side this many logits behind the likeliest one is still tried with its best opponent
_CLOSE = 0.7
_REACH = 12
# the logit of what cannot be
_NEVER = 50.0
# how sure a construction is that names both sides outright
_SAID = 0.97


@dataclass(slots=True)
class Played:
    """The parts of one event while they are being chosen: indexes into the mention layers."""

    trigger: Trigger
    actor1: list[int] = field(default_factory=list)
    actor2: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    chosen_by: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One mention as a candidate for a side: its features, where it stands, and the id it would have."""

    number: int
    features: list[Feature]
    stance: Stance
    id: str


class Roles:
    """Chooses the parts of the events of one document, in the order in which it tells them."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        self.view = view
        self.triggers = triggers
        self.stances = Stances(view, triggers)
        self.played: list[Played] = []
        self.actor_lists = actor_lists(view)
        self.associates = Associates(view, self.actor_lists)
        self.place_groups = {i: group for group in place_lists(view.document) for i in group}
        self.country = _country(view)
        self.foes: set[tuple[str, str]] = set()
        self._firsts = [m.first for m in view.actors]
        self._spots = [p.first for p in view.places]
        self._scorers = {part: scorer(part) for part in PARTS}
        self._pairs = paired_scorer("actor1", "actor2")
        often = Counter(side.id for side in view.sides).most_common(3)
        self._ranks = {one: rank for rank, (one, _) in enumerate(often)}
        self._of_country = {side.id: self._in_country(side.id) for side in view.sides}
        self._ever: dict[str, set[str]] = {"actor1": set(), "actor2": set()}

    def actor_options(self, trigger: Trigger) -> list[int]:
        """Actor mentions that may play a part: the sentence's own, then the nearest of each other side."""
        view = self.view
        number = view.sentence_at[trigger.token]
        sentence = view.sentences[number]
        begin, stop = bisect_left(self._firsts, sentence.first), bisect_left(self._firsts, sentence.last)
        own = list(range(begin, stop))
        here = {view.sides[i].id for i in own}
        earlier: list[int] = []
        for i in range(begin - 1, -1, -1):
            if view.sentence_at[self._firsts[i]] < number - _SENTENCES_BACK or len(earlier) >= _EARLIER:
                break
            if view.sides[i].id not in here and view.actors[i].rule != "nationality":
                here.add(view.sides[i].id)
                earlier.append(i)
        later: list[int] = []
        for i in range(stop, len(view.actors)):
            if view.sentence_at[self._firsts[i]] > number + _SENTENCES_AHEAD or len(later) >= _LATER:
                break
            if view.sides[i].id not in here and view.actors[i].kind in ("name", "composed"):
                here.add(view.sides[i].id)
                later.append(i)
        return own + earlier + later

    def place_options(self, trigger: Trigger) -> list[int]:
        """Place mentions that may hold the event: the sentence's own, then the latest earlier ones."""
        view = self.view
        number = view.sentence_at[trigger.token]
        sentence = view.sentences[number]
        begin = bisect_left(self._spots, sentence.first)
        own = list(range(begin, bisect_left(self._spots, sentence.last)))
        here = {view.places[i].name for i in own}
        earlier: list[int] = []
        for i in range(begin - 1, -1, -1):
            place = view.places[i]
            if view.sentence_at[place.first] < number - _PLACES_BACK or len(earlier) >= _EARLIER:
                break
            if place.name not in here:
                here.add(place.name)
                earlier.append(i)
        return own + earlier

    def option(self, trigger: Trigger, number: int) -> Option:
        """A mention as a candidate, with what it played before in the article."""
        view = self.view
        side = view.sides[number].id
        features, stance, one = self.stances.of_actor(trigger, number)
        inside, form = "in" if stance.inside else "back", self.stances.form(trigger)
        features += self._history(trigger, inside, form, one)
        features.append((names.standing, self._ranks.get(side, 3), self._of_country[side], part_of(side), inside,
                         form[:2]))
        return Option(number, features, stance, one)

    def _in_country(self, side: str) -> str | None:
        """Whether a side is of the country whose sides the article names most; None if either is unknown."""
        actor = registry().actors.get(side)
        return None if actor is None or self.country is None else "y" if self.country in actor.countries else "n"

    def _history(self, trigger: Trigger, inside: str, form: str, one: str) -> list[Feature]:
        out: list[Feature] = []
        for tag, other in self._before(trigger):
            if other is None:
                out.append(f"{tag}:none")
                continue
            for part in ("actor1", "actor2"):
                if one in other.ids.get(part, frozenset()):
                    out.append((names.played, tag, part, inside, form, label(other.trigger) == label(trigger)))
        out += [f"ever:{part}" for part, ids in self._ever.items() if one in ids]
        return out

    def _before(self, trigger: Trigger) -> tuple[tuple[str, Played | None], ...]:
        """The event told last, and again if it was told in the same sentence."""
        last = self.played[-1] if self.played else None
        at = self.view.sentence_at
        same = last if last is not None and at[last.trigger.token] == at[trigger.token] else None
        return ("last", last), ("same", same)

    def opposed(self, trigger: Trigger, option: Option, played: Played) -> list[Feature]:
        """Features of a candidate for the second side beside the first one."""
        first = played.ids.get("actor1", frozenset())
        where = option.stance.where
        out: list[Feature] = []
        if option.stance.inside:
            out.append(f"n1={bool(first)}&{option.stance.order}&prep={option.stance.governor}")
        known = registry()
        if not first:
            return [*out, f"no_first&{where}"]
        if option.id in first:
            return [*out, "is_first"]
        if any(known.allied(option.id, f) for f in first):
            return [*out, "ally"]
        hostile = any(known.hostile(option.id, f) or known.hostile(f, option.id) for f in first)
        kind = label(trigger)
        out.append((names.beside_first, hostile, kind, where, part_of(option.id), part_of(min(first))))
        if any((option.id, f) in self.foes for f in first):
            out.append((names.foe, "in" if option.stance.inside else "out", kind))
        after = bool(played.actor1) and option.number > max(played.actor1)
        out.append(f"after_first={after}&{where}")
        if after and option.number == max(played.actor1) + 1:
            out.append((names.next_to_first, self.stances.governor(self.view.actors[option.number].first)))
        return out

    def nobody(self, trigger: Trigger, role: str, played: Played) -> list[Feature]:
        """Features of leaving a part empty."""
        out = [self.stances.of_nobody(trigger)]
        if role == "actor2":
            out.append(f"nobody&first={bool(played.actor1)}&t={label(trigger)}")
        return out

    def place_features(self, trigger: Trigger, number: int, options: list[int]) -> list[Feature]:
        """Features of a place mention, with where the events before took place."""
        out, stance = self.stances.of_place(trigger, number, options)
        inside = "in" if stance.inside else "back"
        name = self.view.places[number].name
        for tag, other in self._before(trigger):
            if other is None or not other.places:
                continue
            if name in {self.view.places[i].name for i in other.places}:
                out += [f"{tag}:place", f"{tag}:place&{inside}"]
                if label(other.trigger) == label(trigger):
                    out.append(f"{tag}:place&same_type")
            else:
                out.append(f"{tag}:other&{inside}")
        return out

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
        kind = settle(trigger.sub_event_type, played.ids["actor1"], self.country, self.view.document.published)
        if kind != trigger.sub_event_type:
            played.trigger = replace(trigger, sub_event_type=kind, rule=trigger.rule + ">side")
            self.settle(played, "actor1")
            self.settle(played, "actor2")
        self.remember(played)
        spots = self.place_options(trigger)
        values = self._scorers["place"]
        scores = [score(values, self.nobody(trigger, "place", played)),
                  *(score(values, self.place_features(trigger, i, spots)) for i in spots)]
        told = self._told("place", trigger, [self.view.places[i].start for i in spots])
        scores = [s + t for s, t in zip(scores, told, strict=True)]
        played.chosen_by["place"] = ENCODER if any(told) else ""
        best = max(range(len(scores)), key=lambda i: scores[i])
        played.shares["place"] = probabilities(scores)[best]
        if best:
            played.places = list(self.place_groups.get(spots[best - 1], (spots[best - 1],)))
        return played

    def _choose_sides(self, trigger: Trigger, played: Played) -> None:
        """Both sides together: those that the clause says it is between, or the likeliest pair."""
        between = self._between(trigger)
        if between is not None:
            played.actor1, played.actor2 = between
            played.shares["actor1"] = played.shares["actor2"] = _SAID
            self.settle(played, "actor1")
            self.settle(played, "actor2")
            return
        options = [self.option(trigger, i) for i in self.actor_options(trigger)]
        numbers = [NOBODY, *[o.number for o in options]]
        both = [score_pair(self._pairs, o.features) for o in options]
        starts = [self.view.actors[o.number].start for o in options]
        told1, told2 = (self._told(part, trigger, starts) for part in ("actor1", "actor2"))
        played.chosen_by |= {"actor1": ENCODER if any(told1) else "", "actor2": ENCODER if any(told2) else ""}
        firsts = probabilities(
            [score(self._scorers["actor1"], self.nobody(trigger, "actor1", played)) + told1[0],
             *(b.real + t for b, t in zip(both, told1[1:], strict=True))]
        )
        base = [b.imag + t for b, t in zip(both, told2[1:], strict=True)]
        least, weigh = max(firsts) / math.exp(_CLOSE), self._scorers["actor2"]
        best = -1.0
        for number, share in zip(numbers, firsts, strict=True):
            if share < least:
                continue
            trial = Played(trigger, actor1=self._with_list(number, ()))
            self.settle(trial, "actor1")
            helpers = self.associates.helpers(trial.actor1)
            seconds = probabilities(
                [score(weigh, self.nobody(trigger, "actor2", trial)) + told2[0],
                 *(-_NEVER if o.number in helpers else b + score(weigh, self.opposed(trigger, o, trial))
                   for b, o in zip(base, options, strict=True))]
            )
            other = max(range(len(seconds)), key=lambda i: seconds[i])
            if share * seconds[other] > best:
                best = share * seconds[other]
                played.actor1 = trial.actor1
                played.actor2 = self._with_list(numbers[other], trial.actor1)
                played.shares["actor1"], played.shares["actor2"] = share, seconds[other]
        self.settle(played, "actor1")
        self.settle(played, "actor2")

    def _told(self, part: str, trigger: Trigger, starts: list[int]) -> list[float]:
        """What the encoder adds to the logits of nobody and of each mention."""
        reading = self.view.reading
        told = reading.of_part(part, trigger.start, starts) if reading is not None else [0.0] * (len(starts) + 1)
        return [PULL * t for t in told]

    def _between(self, trigger: Trigger) -> tuple[list[int], list[int]] | None:
        """The two sides of "between A (on one side) and B"; None where the clause does not say so."""
        view = self.view
        last = view.sentences[view.sentence_at[trigger.token]].last
        stop = min(trigger.token + _REACH, last)
        at = next((i for i in range(trigger.token + 1, stop) if "between" in view.classes[i]
                   or i in self.stances.trigger_at), None)
        if at is None or at in self.stances.trigger_at:
            return None
        begin = next((view.actor_at[i] for i in range(at + 1, min(at + 4, last)) if view.actor_at[i] >= 0), None)
        if begin is None:
            return None
        first = [i for i in self.actor_lists.get(begin, (begin,)) if i >= begin]
        after = view.actors[first[-1]].last
        if any("one_side" in view.classes[i] for i in range(after, min(after + 2, last))):
            then = next((view.actor_at[i] for i in range(after, min(after + _REACH, last))
                         if view.actor_at[i] >= 0 and self.stances.governor(i) == "&"), None)
            second = [] if then is None else [i for i in self.actor_lists.get(then, (then,)) if i >= then]
        else:
            known, head = registry(), view.sides[first[0]].id
            allies = {i for i in first[1:-1] if known.allied(view.sides[i].id, head)}
            second = [i for i in first[1:] if i not in allies]
            first = [i for i in first if i not in second]
        if not second or {view.sides[i].id for i in first} & {view.sides[i].id for i in second}:
            return None
        return first, second

    def _with_list(self, number: int, without: list[int] | tuple[int, ...]) -> list[int]:
        """A mention and those coordinated with it."""
        if number == NOBODY:
            return []
        return [i for i in self.actor_lists.get(number, (number,)) if i not in without] or [number]

    def remember(self, played: Played) -> None:
        """Note who did what and who fought whom, for the events that follow."""
        for part, ids in self._ever.items():
            ids |= played.ids[part]
        for one in played.ids["actor1"]:
            for other in played.ids["actor2"]:
                if one != other:
                    self.foes |= {(one, other), (other, one)}

    def settle(self, played: Played, role: str) -> None:
        """Note the ids that a role got."""
        kind, day = played.trigger.sub_event_type, self.view.document.published
        played.ids[role] = frozenset(
            side_in(self.view.sides[i].id, kind, role, day) for i in getattr(played, role)
        )

    def actor_arguments(self, played: Played, role: str) -> tuple[ActorArgument, ...]:
        """The chosen mentions of a role as arguments, one an id."""
        return self.arguments(played, getattr(played, role), role)

    def arguments(self, played: Played, mentions: list[int], role: str) -> tuple[ActorArgument, ...]:
        """Mentions as arguments of an event, one an id."""
        view = self.view
        out: dict[str, ActorArgument] = {}
        for i in mentions:
            mention, side = view.actors[i], view.sides[i]
            one = side_in(side.id, played.trigger.sub_event_type, role, view.document.published)
            out.setdefault(
                one,
                ActorArgument(mention.start, mention.end, one, f"{side.rule}>{role}" + played.chosen_by.get(role, ""),
                              round(played.shares.get(role, 1.0) * side.score, 3)),
            )
        return tuple(out.values())

    def place_arguments(self, played: Played) -> tuple[PlaceArgument, ...]:
        """The chosen places as arguments."""
        out: dict[str, PlaceArgument] = {}
        for i in played.places:
            p = self.view.places[i]
            out.setdefault(
                p.name,
                PlaceArgument(p.start, p.end, p.name, p.extent, p.within,
                              p.rule + played.chosen_by.get("place", ""), round(played.shares.get("place", 1.0), 3)),
            )
        return tuple(out.values())


def _country(view: View) -> str | None:
    """The country whose sides an article names most."""
    counts: dict[str, int] = {}
    for side in view.sides:
        actor = registry().actors.get(side.id)
        for country in sorted(actor.countries) if actor else ():
            counts[country] = counts.get(country, 0) + 1
    return max(counts, key=lambda c: counts[c]) if counts else None
