"""The candidates for the parts of an event, and what speaks for each: where it stands, and what it played before."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from sijill.documents import Trigger
from sijill.extract.actors.belonging import owners_beside_names
from sijill.extract.actors.sides import country_of, side_in
from sijill.extract.choosing.choice import Feature
from sijill.extract.clauses.actor_lists import actor_lists
from sijill.extract.clauses.kinds import deed
from sijill.extract.clauses.topics import topic_starts
from sijill.extract.clauses.view import View
from sijill.extract.reference.setting import setting_of
from sijill.extract.roles.state_places import only_places
from sijill.extract.said.sides import SaidSides
from sijill.extract.said.tellers import cited, outsiders, telling
from sijill.extract.said.whence import departures
from sijill.extract.stance import facts, names
from sijill.extract.stance.stance import Asked, Stance, Stances, label, part_of
from sijill.extract.tables.lexicon import event_types
from sijill.extract.tables.registry import registry

SIDES: Final = ("actor1", "actor2")
_NONE: Final[frozenset[str]] = frozenset()
_SENTENCES_BACK: Final = 4
_PLACES_BACK: Final = 6
_EARLIER: Final = 4
_SENTENCES_AHEAD: Final = 2
_LATER: Final = 2
NOBODY: Final = -1
"""The number of the candidate "nobody"."""
REMOTE: Final = "Explosions/Remote violence"
"""The event type of what strikes from afar."""


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
    between: bool = False


@dataclass(slots=True)
class Option:
    """One mention as a candidate for a side: its features, where it stands, and the id it would have."""

    number: int
    features: list[Feature]
    stance: Stance
    id: str


class Options:
    """Offers the mentions around a trigger for each part of its event; remembers who played which before."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        self.view = view
        self.triggers = triggers
        self.stances = Stances(view, triggers)
        self.played: list[Played] = []
        self.actor_lists = actor_lists(view)
        self.said = SaidSides(view, self.stances, self.actor_lists)
        self.country = country_of([side.id for side in view.sides])
        # an army abroad is at home nowhere there, however often it and its government are named
        self.ground = setting_of(view.document).ground or self.country
        self.foes: set[tuple[str, str]] = set()
        self._firsts = [m.first for m in view.actors]
        self._spots = [p.first for p in view.places]
        self._topics = topic_starts(view)
        self._cited = cited(view)
        self._telling = telling(view)
        self._outsiders = outsiders(view)
        self._departures = departures(view, "departs")
        self._off_scene = departures(view, "returns") | departures(view, "resides")
        self._owners = owners_beside_names(view.document) | only_places(view)
        often = Counter([side.id for side in view.sides]).most_common(3)
        ranks = {one: rank for rank, (one, _) in enumerate(often)}
        of_country = {one: self._in_country(one) for one in {side.id for side in view.sides}}
        self._standing = [(ranks.get(side.id, 3), of_country[side.id], part_of(side.id)) for side in view.sides]
        self._ever: dict[str, set[str]] = {part: set() for part in SIDES}
        self._relations: dict[tuple[str, frozenset[str]], str] = {}

    def actor_options(self, trigger: Trigger) -> list[int]:
        """Actor mentions that may play a part: the sentence's own, then the nearest of each other side."""
        view = self.view
        number = view.sentence_at[trigger.token]
        sentence = view.sentences[number]
        begin, stop = bisect_left(self._firsts, sentence.first), bisect_left(self._firsts, sentence.last)
        # cited behind what is told, a side has no part in it; what is told behind may be its own deed
        own = [i for i in range(begin, stop) if i not in self._owners
               and i not in self._outsiders and (i not in self._cited or self._firsts[i] < trigger.token)]
        here = {view.sides[i].id for i in own}
        earlier: list[int] = []
        for i in range(begin - 1, -1, -1):
            if (view.sentence_at[self._firsts[i]] < number - _SENTENCES_BACK or len(earlier) >= _EARLIER
                    or self._firsts[i] < self._topics[number]):
                break
            if view.sides[i].id not in here and view.actors[i].rule != "nationality" and i not in self._telling:
                here.add(view.sides[i].id)
                earlier.append(i)
        later: list[int] = []
        for i in range(stop, len(view.actors)):
            if view.sentence_at[self._firsts[i]] > number + _SENTENCES_AHEAD or len(later) >= _LATER:
                break
            if view.sides[i].id not in here and view.actors[i].kind in ("name", "composed") and (
                    i not in self._telling):
                here.add(view.sides[i].id)
                later.append(i)
        return own + earlier + later

    def place_options(self, trigger: Trigger) -> list[int]:
        """Place mentions that may hold the event: the sentence's own, then the latest earlier ones.

        The sentence's own only where it has told an event of the type before, which no place holds: these two are
        told side by side, and are as near to what earlier sentences name.
        """
        view = self.view
        number = view.sentence_at[trigger.token]
        sentence = view.sentences[number]
        begin = bisect_left(self._spots, sentence.first)
        # of 11 events told beside "returning from P" or "resident in P" none is at P in the gold
        apart = self._off_scene | (self._departures if event_types()[trigger.sub_event_type] == REMOTE else frozenset())
        own = [i for i in range(begin, bisect_left(self._spots, sentence.last)) if i not in apart]
        if self._beside_nowhere(trigger):
            return own
        here = {view.places[i].name for i in own}
        earlier: list[int] = []
        for i in range(begin - 1, -1, -1):
            place = view.places[i]
            if (view.sentence_at[place.first] < number - _PLACES_BACK or len(earlier) >= _EARLIER
                    or place.first < self._topics[number]):
                break
            if place.name not in here and i not in apart:
                here.add(place.name)
                earlier.append(i)
        return own + earlier

    def _beside_nowhere(self, trigger: Trigger) -> bool:
        """Whether the event told last is of the same type and sentence and has no place."""
        if not self.played or self.played[-1].places:
            return False
        last = self.played[-1].trigger
        return (last.sub_event_type == trigger.sub_event_type
                and self.view.sentence_at[last.token] == self.view.sentence_at[trigger.token])

    def option(self, trigger: Trigger, number: int) -> Option:
        """A mention as a candidate, with what it played before in the article."""
        asked = self.stances.asked(trigger)
        features, stance, one = self.stances.of_actor(asked, number)
        inside = "in" if stance.inside else "back"
        before = self._before(asked)
        if before is None:
            features.append((facts.history, None, False, False, self._ever_of(one), inside, asked.form))
        else:
            last, same_sentence, same_type = before
            parts = tuple([part for part in SIDES if one in last.ids.get(part, _NONE)])
            features.append((facts.history, parts, same_sentence, same_type, self._ever_of(one), inside, asked.form))
        features.append((names.standing, *self._standing[number], inside, asked.short))
        return Option(number, features, stance, one)

    def _in_country(self, side: str) -> str | None:
        """Whether a side is of the country whose sides the article names most; None if either is unknown."""
        actor = registry().actors.get(side)
        return None if actor is None or self.country is None else "y" if self.country in actor.countries else "n"

    def _ever_of(self, one: str) -> tuple[str, ...]:
        """The parts that a side had in events told before."""
        return tuple([part for part, ids in self._ever.items() if one in ids])

    def _before(self, asked: Asked) -> tuple[Played, bool, bool] | None:
        """The event told last, and whether it was told in the same sentence, and of the same type."""
        if not self.played:
            return None
        last = self.played[-1]
        return (last, self.view.sentence_at[last.trigger.token] == asked.sentence,
                label(last.trigger) == asked.event_type)

    def opposed(self, trigger: Trigger, option: Option, played: Played) -> Feature:
        """A candidate for the second side beside the first one."""
        first, stance, one = played.ids.get("actor1", _NONE), option.stance, option.id
        relation = self.relation(one, first)
        if relation != "foe" and relation != "other":
            return facts.no_foe, relation, stance.inside, stance.order, stance.governor, stance.where
        foes = self.foes
        after = bool(played.actor1) and option.number > max(played.actor1)
        behind = after and option.number == max(played.actor1) + 1
        return (
            facts.opponent, stance.inside, stance.order, stance.governor, stance.where, relation == "foe",
            any((one, f) in foes for f in first), self.stances.asked(trigger).event_type, part_of(one),
            part_of(min(first)), after,
            self.stances.governor(self.view.actors[option.number].first) if behind else None,
        )

    def relation(self, one: str, first: frozenset[str]) -> str:
        """What a side is to a first one: no_first, is_first, ally, foe or other."""
        known = self._relations.get((one, first))
        if known is None:
            book = registry()
            known = self._relations[one, first] = (
                "no_first" if not first
                else "is_first" if one in first
                else "ally" if any(book.allied(one, f) for f in first)
                else "foe" if any(book.hostile(one, f) or book.hostile(f, one) for f in first)
                else "other")
        return known

    def nobody(self, trigger: Trigger, role: str, played: Played) -> list[Feature]:
        """Features of leaving a part empty."""
        asked = self.stances.asked(trigger)
        out = [self.stances.of_nobody(asked)]
        if role == "actor2":
            out.append(f"nobody&first={bool(played.actor1)}&t={asked.event_type}")
        return out

    def place_features(self, trigger: Trigger, number: int, options: list[int]) -> list[Feature]:
        """Features of a place mention, with where the event before took place."""
        asked = self.stances.asked(trigger)
        out, stance = self.stances.of_place(asked, number, options)
        before = self._before(asked)
        if before is not None and before[0].places:
            last, same_sentence, same_type = before
            name, places = self.view.places[number].name, self.view.places
            there = any(places[i].name == name for i in last.places)
            out.append((facts.place_history, there, same_sentence, same_type, "in" if stance.inside else "back"))
        return out

    def remember(self, played: Played) -> None:
        """Note who did what and who fought whom, for the events that follow."""
        for part, ids in self._ever.items():
            ids |= played.ids[part]
        for one in played.ids["actor1"]:
            for other in played.ids["actor2"]:
                if one != other:
                    self.foes |= {(one, other), (other, one)}

    def settle(self, played: Played, *roles: str) -> None:
        """Note the ids that roles got, both sides where none is given."""
        day = self.view.document.published
        for role in roles or SIDES:
            played.ids[role] = frozenset(
                side_in(self.view.sides[i].id, deed(played.trigger, self.view.sides[i].id), role, day)
                for i in getattr(played, role)
            )
