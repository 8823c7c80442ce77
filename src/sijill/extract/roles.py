"""Roles: who did it and to whom, with whose help, and where, for each trigger.

For each role the mentions around are candidates, and "nobody" is one too; the scorer (`choice`) weighs where
they stand: order, distance, clause, preposition, what lies between, the trigger's form and frame, what kind of
side they are and what part they played in the event before.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from sijill.arabic.clitics import readings
from sijill.documents import ActorArgument, Casualty, PlaceArgument, Trigger
from sijill.extract.choice import Weights, probabilities, score, weights
from sijill.extract.kinds import TAKING, settle
from sijill.extract.lexicon import event_types, lexicon
from sijill.extract.place_lists import place_lists
from sijill.extract.registry import registry
from sijill.extract.sides import side_in
from sijill.extract.tolls import casualties_for
from sijill.extract.triggers import side_kind
from sijill.extract.view import View

NOBODY = -1
_SENTENCES_BACK = 4
_EARLIER = 6
_SENTENCES_AHEAD = 2
_LATER = 3
_CLOSE = 1.5
MUTUAL = frozenset(("Armed clash", "Agreement", "Talks"))


@dataclass(slots=True)
class Played:
    """The parts of one event while they are being chosen: indexes into the mention layers."""

    trigger: Trigger
    actor1: list[int] = field(default_factory=list)
    actor2: list[int] = field(default_factory=list)
    assoc1: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)


class Roles:
    """Chooses the parts of the events of one document, in the order in which it tells them."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        self.view = view
        self.triggers = triggers
        self.trigger_at = {t.token for t in triggers}
        self.played: list[Played] = []
        self.actor_lists = _actor_lists(view)
        self.place_groups = {i: group for group in place_lists(view.document) for i in group}
        self.country = _top(view)
        self.foes: set[tuple[str, str]] = set()
        self.speaker_tokens = _speaker_tokens(view)
        self.tolls = _tolls(view, triggers)

    # candidates

    def actor_options(self, trigger: Trigger) -> list[int]:
        """Actor mentions that may play a part: the sentence's own, then the latest of each earlier side."""
        view, at = self.view, trigger.token
        number = view.sentence_at[at]
        sentence = view.sentences[number]
        own = [i for i, m in enumerate(view.actors) if sentence.first <= m.first < sentence.last]
        here = {view.sides[i].id for i in own}
        earlier: list[int] = []
        for i in range((own[0] if own else _before(view, sentence.first)) - 1, -1, -1):
            mention = view.actors[i]
            if view.sentence_at[mention.first] < number - _SENTENCES_BACK or len(earlier) >= _EARLIER:
                break
            one = view.sides[i].id
            if one not in here and mention.rule != "nationality":
                here.add(one)
                earlier.append(i)
        later: list[int] = []
        for i in range(own[-1] + 1 if own else _before(view, sentence.last), len(view.actors)):
            mention = view.actors[i]
            if view.sentence_at[mention.first] > number + _SENTENCES_AHEAD or len(later) >= _LATER:
                break
            one = view.sides[i].id
            if one not in here and mention.rule != "nationality" and mention.kind in ("name", "composed"):
                here.add(one)
                later.append(i)
        return own + earlier + later

    def place_options(self, trigger: Trigger) -> list[int]:
        """Place mentions that may hold the event: the sentence's own, then the latest earlier ones."""
        view, at = self.view, trigger.token
        number = view.sentence_at[at]
        sentence = view.sentences[number]
        own = [i for i, p in enumerate(view.places) if sentence.first <= p.first < sentence.last]
        here = {view.places[i].name for i in own}
        earlier: list[int] = []
        for i in range(len(view.places) - 1, -1, -1):
            place = view.places[i]
            if place.first >= sentence.first:
                continue
            if view.sentence_at[place.first] < number - _SENTENCES_BACK - 2 or len(earlier) >= _EARLIER:
                break
            if place.name not in here:
                here.add(place.name)
                earlier.append(i)
        return own + earlier

    # features

    def _stance(self, trigger: Trigger, first: int, last: int) -> list[str]:
        """Where a mention stands to a trigger: order, distance, clause, preposition, what lies between."""
        view, at = self.view, trigger.token
        back = view.sentence_at[at] - view.sentence_at[first]
        if back > 0:
            return [f"back={min(back, 3)}"]
        if back < 0:
            return [f"ahead={-back}"]
        order = "after" if first > at else "before" if last <= at else "same"
        low, high = (at + 1, first) if order == "after" else (last, at)
        gap = max(0, high - low)
        size = "0" if gap == 0 else "1" if gap == 1 else "2" if gap == 2 else "4" if gap <= 4 else "8" if (
            gap <= 8) else "16" if gap <= 16 else "far"
        clauses = abs(view.clause_at[first] - view.clause_at[at])
        triggers = sum(1 for i in range(low, high) if i in self.trigger_at)
        verbs = sum(1 for i in range(low, high) if (h := view.hits[i]) is not None and h.form in (
            "perfect", "imperfect"))
        sides = len({view.actor_at[i] for i in range(low, high) if view.actor_at[i] >= 0})
        places = len({view.place_at[i] for i in range(low, high) if view.place_at[i] >= 0})
        prep = self._preposition(first)
        out = [f"{order}&gap={size}", f"{order}&clauses={min(clauses, 3)}", f"{order}&triggers={min(triggers, 2)}",
               f"{order}&verbs={min(verbs, 2)}", f"{order}&sides={min(sides, 3)}",
               f"{order}&places={min(places, 2)}", f"{order}&prep={prep}", f"{order}&gap={size}&prep={prep}",
               f"{order}&sides={min(sides, 2)}&clauses={min(clauses, 2)}"]
        for group in ("cause", "relative", "subordinate", "after", "light", "purpose"):
            if any(group in view.classes[i] for i in range(low, high)):
                out.append(f"{order}&has={group}")
        if order == "after" and gap <= 4:
            between = "_".join(view.tokens[i].key for i in range(low, high))
            out.append(f"between={between}")
        if order == "before":
            rank = 1 + len({view.actor_at[i] for i in range(low, high) if view.actor_at[i] >= 0
                            and self._preposition(view.actors[view.actor_at[i]].first) in ("w", "L", "^", "H")})
            out.append(f"nearest={min(rank, 3)}&prep={prep}")
            out.append(f"nearest={min(rank, 3)}&clauses={min(clauses, 2)}")
        if order == "before" and first == view.sentences[view.sentence_at[at]].first:
            out.append("opens")
        return out

    def _preposition(self, first: int) -> str:
        """What governs a mention: an attached particle, a preposition, or the kind of word before it."""
        view = self.view
        token = view.tokens[first]
        mention = view.actor_at[first]
        cut = view.actors[mention].start - token.start if mention >= 0 else 0
        for reading in readings(token.norm)[1:]:
            if reading.particles and (reading.cut == cut or (not cut and reading.particles[-1:] == "ل"
                                                             and token.norm.startswith("لل"))):
                particle = reading.particles[-1]
                if particle not in "وف":
                    return particle
                if cut:
                    return "و"
        here = first - 1
        sentence = view.sentences[view.sentence_at[first]]
        while here >= sentence.first and view.tokens[here].norm in ('"', "("):
            here -= 1
        if here < sentence.first:
            return "^"
        if "preposition" in view.classes[here]:
            return view.tokens[here].norm
        if view.tokens[here].kind == "mark":
            return "،"
        if "light" in view.classes[here]:
            return "L"
        if here in self.trigger_at:
            return "T"
        if view.hits[here] is not None:
            return "H"
        return "A" if view.actor_at[here] >= 0 else "w"

    def actor_features(self, trigger: Trigger, number: int, role: str, played: Played) -> list[str]:
        """Features of one mention as the `role` of an event."""
        view = self.view
        mention, side = view.actors[number], view.sides[number]
        # which side of a war it is must not count: one class for all who bear arms
        kind = _part(side.id)
        frame = trigger.frame
        event_type = _label(trigger)
        form = _form(view, trigger)
        stance = self._stance(trigger, mention.first, mention.last)
        out = ["some"] + stance
        out += [f"{s}&form={form}" for s in stance[:4]] + [f"{s}&frame={frame}&{form}" for s in stance[:1]]
        if len(stance) > 7:
            out += [f"{stance[6]}&frame={frame}", f"{stance[6]}&form={form}", f"{stance[7]}&frame={frame}",
                    f"{stance[6]}&t={event_type}", f"{stance[6]}&l={trigger.lemma}"]
        else:
            out += [f"{stance[0]}&form={form}", f"{stance[0]}&t={event_type}"]
        out += [f"kind={kind}", f"kind={kind}&t={event_type}", f"mention={mention.kind}",
                f"mention={mention.rule}", f"kind={kind}&frame={frame}", f"kind={kind}&l={trigger.lemma}",
                f"kind={kind}&{stance[0]}", f"mention={mention.kind}&{stance[0]}"]
        if side.score < 0.5:
            out.append("unsure")
        hit = self._toll_of(trigger, mention.start, mention.end)
        out += [f"toll={hit}", f"toll={hit}&kind={kind}", f"toll={hit}&frame={frame}"]
        if mention.first in self.speaker_tokens:
            out += ["speaks", f"speaks&kind={kind}"]
        one = side_in(side.id, trigger.sub_event_type, role, view.document.published)
        if one.endswith(("AIRFORCE", "_AF")) or one in ("US_COALITION", "SAUDI_COALITION"):
            out.append(f"air&t={event_type}")
        same = self._same_sentence_event(trigger)
        for tag, other in (("last", self.played[-1] if self.played else None), ("same", same)):
            if other is None:
                out.append(f"{tag}:none")
                continue
            for part in ("actor1", "actor2", "assoc1"):
                if one in other.ids.get(part, frozenset()):
                    out += [f"{tag}:{part}", f"{tag}:{part}&{'in' if len(stance) > 7 else 'back'}",
                            f"{tag}:{part}&form={form}"]
                    if _label(other.trigger) == event_type:
                        out.append(f"{tag}:{part}&same_type")
        if any(one in p.ids.get("actor1", frozenset()) for p in self.played):
            out.append("ever:actor1")
        if any(one in p.ids.get("actor2", frozenset()) for p in self.played):
            out.append("ever:actor2")
        if self.country and one in registry().actors:
            out.append("country=" + ("y" if self.country in registry().actors[one].countries else "n")
                       + f"&kind={kind}")
        if side.id.startswith(("COUNTRY:", "NEW:")):
            out.append("raw=" + side.id.partition(":")[0] + f"&{stance[0]}")
        if role == "actor2":
            first = played.ids.get("actor1", frozenset())
            if not first:
                out.append(f"no_first&{stance[0]}")
            elif one in first:
                out.append("is_first")
            elif any(registry().allied(one, f) for f in first):
                out.append("ally")
            else:
                out.append("other_side")
                hostile = any(registry().hostile(one, f) or registry().hostile(f, one) for f in first)
                out += [f"hostile={hostile}", f"hostile={hostile}&t={event_type}", f"hostile={hostile}&{stance[0]}"]
                if any((one, f) in self.foes for f in first):
                    out += ["foe", f"foe&{'in' if len(stance) > 7 else 'out'}", f"foe&t={event_type}"]
                out.append("other_side&" + kind + "/" + _part(next(iter(sorted(first)))))
                after_first = bool(played.actor1) and number > max(played.actor1)
                out.append(f"after_first={after_first}&{stance[0]}")
                if after_first and played.actor1 and number == max(played.actor1) + 1:
                    out.append("next_to_first")
                    out.append(f"next_to_first&prep={self._preposition(mention.first)}")
            out += [f"n1={bool(first)}&{s}" for s in stance[6:7]]
        return out

    def nobody_features(self, trigger: Trigger, role: str, played: Played) -> list[str]:
        """Features of leaving a role empty."""
        form = _form(self.view, trigger)
        tolls = self.tolls.get(trigger.token, ())
        hurt = "none" if not tolls else "civilians" if any(t.who == "CIVILIANS" for t in tolls) else "other"
        out = [f"nobody&toll={hurt}", f"nobody&toll={hurt}&frame={trigger.frame}", "nobody", f"nobody&t={_label(trigger)}", f"nobody&frame={trigger.frame}",
               f"nobody&form={form}", f"nobody&l={trigger.lemma}", f"nobody&frame={trigger.frame}&{form}"]
        if role == "actor2":
            out.append(f"nobody&first={bool(played.actor1)}&t={_label(trigger)}")
        return out

    def _toll_of(self, trigger: Trigger, start: int, end: int) -> str:
        """Whether a mention stands in a toll of this event, of another one, or in none."""
        for toll in self.tolls.get(trigger.token, ()):
            if toll.start < end + 2 and start - 2 < toll.end:
                return "own"
        for token, tolls in self.tolls.items():
            if token != trigger.token and any(t.start < end + 2 and start - 2 < t.end for t in tolls):
                return "else"
        return "none"

    def _same_sentence_event(self, trigger: Trigger) -> Played | None:
        number = self.view.sentence_at[trigger.token]
        for played in reversed(self.played):
            if self.view.sentence_at[played.trigger.token] == number:
                return played
            break
        return None

    def place_features(self, trigger: Trigger, number: int, played: Played, options: list[int]) -> list[str]:
        """Features of one place mention as the place of an event."""
        view = self.view
        place = view.places[number]
        stance = self._stance(trigger, place.first, place.last)
        kind = place.kind or "?"
        event_type = _label(trigger)
        form = _form(view, trigger)
        sure = "sure" if place.score >= 0.5 else "doubt"
        out = ["some"] + stance
        out += [f"{stance[0]}&frame={trigger.frame}", f"{stance[0]}&form={form}", f"kind={kind}",
                f"kind={kind}&{stance[0][:6]}", f"rule={place.rule}", f"{sure}", f"{sure}&{stance[0]}",
                f"extent={place.extent}", f"extent={place.extent}&{stance[0][:6]}", f"kind={kind}&t={event_type}"]
        if len(stance) > 7:
            out += [f"{stance[6]}&frame={trigger.frame}", f"{stance[6]}&t={event_type}", f"{stance[6]}&{sure}",
                    f"{stance[6]}&l={trigger.lemma}"]
        if view.actor_at[place.first] >= 0:
            out.append("is_actor")
        if place.first in self.speaker_tokens:
            out.append("speaks")
        name = place.name
        if any(view.places[i].within == name for i in options if i != number):
            out += ["holds_other", f"holds_other&{stance[0]}"]
        if place.within and any(view.places[i].name == place.within for i in options if i != number):
            out.append("inside_other")
        same = self._same_sentence_event(trigger)
        for tag, other in (("last", self.played[-1] if self.played else None), ("same", same)):
            if other is None:
                continue
            names = {view.places[i].name for i in other.places}
            if name in names:
                out += [f"{tag}:place", f"{tag}:place&{'in' if len(stance) > 7 else 'back'}"]
                if _label(other.trigger) == event_type:
                    out.append(f"{tag}:place&same_type")
            elif names:
                out.append(f"{tag}:other&{'in' if len(stance) > 7 else 'back'}")
        own = sum(1 for i in options if view.sentence_at[view.places[i].first] == view.sentence_at[trigger.token])
        if len(stance) <= 7:
            out.append(f"own={min(own, 2)}&{stance[0]}")
            out.append(f"own={min(own, 2)}&{stance[0]}&def={form}")
        count = sum(1 for p in view.places if p.name == name)
        out.append(f"count={min(count, 4)}")
        return out

    # choosing

    def choose(self, values: dict[str, Weights] | None = None) -> list[Played]:
        """The parts of every event."""
        values = values or {r: weights(r) for r in ("actor1", "actor2", "place")}
        for trigger in self.triggers:
            self.played.append(self.choose_one(trigger, values))
        return self.played

    def choose_one(self, trigger: Trigger, values: dict[str, Weights]) -> Played:
        """The parts of one event, its sides first."""
        played = Played(trigger)
        self._choose_sides(trigger, values, played)
        kind = settle(trigger.sub_event_type, played.ids["actor1"], self.country)
        if kind != trigger.sub_event_type:
            trigger = replace(trigger, sub_event_type=kind, rule=trigger.rule + ">side")
            played.trigger = trigger
            self.settle(played, "actor1")
            self.settle(played, "actor2")
        spots = self.place_options(trigger)
        best, share = self._best([(NOBODY, self.nobody_features(trigger, "place", played))]
                                 + [(i, self.place_features(trigger, i, played, spots)) for i in spots], values["place"])
        played.shares["place"] = share
        if best != NOBODY:
            played.places = list(self.place_groups.get(best, (best,)))
        return played

    def _choose_sides(self, trigger: Trigger, values: dict[str, Weights], played: Played) -> None:
        """Both sides together: the likeliest pair among the likeliest first sides."""
        options = self.actor_options(trigger)
        firsts = self._scored("actor1", trigger, options, values, played)
        best: tuple[float, list[int], float, list[int], float] | None = None
        for number, share in firsts:
            if share * math.exp(_CLOSE) < firsts[0][1]:
                break
            played.actor1 = list(self.actor_lists.get(number, (number,))) if number != NOBODY else []
            self.settle(played, "actor1")
            other, other_share = self._scored("actor2", trigger, options, values, played)[0]
            if best is None or share * other_share > best[0]:
                second = [] if other == NOBODY else [
                    i for i in self.actor_lists.get(other, (other,)) if i not in played.actor1] or [other]
                best = (share * other_share, played.actor1, share, second, other_share)
        assert best is not None
        _, played.actor1, played.shares["actor1"], played.actor2, played.shares["actor2"] = best
        self.settle(played, "actor1")
        self.settle(played, "actor2")
        self.remember(played)

    def _scored(self, role: str, trigger: Trigger, options: list[int], values: dict[str, Weights],
                played: Played) -> list[tuple[int, float]]:
        numbers = [NOBODY, *options]
        scores = [score(values[role], self.nobody_features(trigger, role, played))] + [
            score(values[role], self.actor_features(trigger, i, role, played)) for i in options]
        return sorted(zip(numbers, probabilities(scores), strict=True), key=lambda pair: -pair[1])

    def remember(self, played: Played) -> None:
        """Note who fought whom, for the events that follow."""
        for one in played.ids["actor1"]:
            for other in played.ids["actor2"]:
                if one != other:
                    self.foes |= {(one, other), (other, one)}

    def settle(self, played: Played, role: str) -> None:
        """Note the ids that a role got."""
        day = self.view.document.published
        kind = played.trigger.sub_event_type
        played.ids[role] = frozenset(side_in(self.view.sides[i].id, kind, role, day)
                                     for i in getattr(played, role))

    @staticmethod
    def _best(options: list[tuple[int, list[str]]], values: Weights) -> tuple[int, float]:
        scores = [score(values, f) for _, f in options]
        best = max(range(len(options)), key=lambda i: scores[i])
        return options[best][0], probabilities(scores)[best]

    # results

    def actor_arguments(self, played: Played, role: str) -> tuple[ActorArgument, ...]:
        """The chosen mentions of a role as arguments, one an id."""
        view = self.view
        out: dict[str, ActorArgument] = {}
        for i in getattr(played, role):
            mention, side = view.actors[i], view.sides[i]
            one = side_in(side.id, played.trigger.sub_event_type, role, view.document.published)
            out.setdefault(one, ActorArgument(mention.start, mention.end, one, f"{side.rule}>{role}",
                                              round(played.shares.get(role, 1.0) * side.score, 3)))
        return tuple(out.values())

    def place_arguments(self, played: Played) -> tuple[PlaceArgument, ...]:
        """The chosen places as arguments."""
        out: dict[str, PlaceArgument] = {}
        for i in played.places:
            p = self.view.places[i]
            out.setdefault(p.name, PlaceArgument(p.start, p.end, p.name, p.extent, p.within, p.rule,
                                                 round(played.shares.get("place", 1.0), 3)))
        return tuple(out.values())


def _part(one: str) -> str:
    """What a side can be in an event: armed (whoever they are), civilians, a crowd, or others."""
    kind = side_kind(one)
    return "armed" if kind in ("state", "foreign", "rebel") else kind


def _label(trigger: Trigger) -> str:
    """The type as the choices see it: who takes a place is not known before its sides are."""
    return "Taking" if trigger.sub_event_type in TAKING else trigger.sub_event_type


def _form(view: View, trigger: Trigger) -> str:
    token = view.tokens[trigger.token]
    hit = view.hits[trigger.token]
    if hit is None:
        return trigger.form
    return trigger.form[:2] + ("+" if hit.definite else "") + ("p" if hit.pronoun else "") + (
        hit.particles[-1:] if hit.particles[-1:] in ("ب", "ل") else "") + (
        "t" if trigger.form == "perfect" and token.norm.endswith("ت") else "")


def _speaker_tokens(view: View) -> frozenset[int]:
    """The tokens that name a speaker."""
    out: set[int] = set()
    for speaker in view.document.speakers or ():
        at = view.token_at(speaker.start)
        while at < len(view.tokens) and view.tokens[at].start < speaker.end:
            out.add(at)
            at += 1
    return frozenset(out)


def _tolls(view: View, triggers: tuple[Trigger, ...]) -> dict[int, tuple[Casualty, ...]]:
    """The tolls that belong to each trigger, by its token."""
    by_start = casualties_for(view.document, [t.start for t in triggers])
    return {t.token: by_start[t.start] for t in triggers if t.start in by_start}


def _before(view: View, token: int) -> int:
    count = 0
    for mention in view.actors:
        if mention.first < token:
            count += 1
    return count


def _top(view: View) -> str | None:
    counts: dict[str, int] = {}
    for side in view.sides:
        actor = registry().actors.get(side.id)
        for country in actor.countries if actor else ():
            counts[country] = counts.get(country, 0) + 1
    return max(counts, key=lambda c: counts[c]) if counts else None


def _actor_lists(view: View) -> dict[int, tuple[int, ...]]:
    """Coordinated mentions: those joined by و or a comma, with no other word between."""
    groups: list[list[int]] = []
    for i, mention in enumerate(view.actors):
        if groups:
            before = view.actors[groups[-1][-1]]
            between = [t for t in view.tokens[before.last : mention.first] if t.norm not in ('"', "(", ")")]
            token = view.tokens[mention.first]
            joined = token.norm.startswith("و") and mention.start > token.start
            lone = not between or (len(between) == 1 and between[0].norm in ("،", ","))
            if joined and lone or (len(between) == 1 and between[0].norm == "و"):
                groups[-1].append(i)
                continue
        groups.append([i])
    return {i: tuple(group) for group in groups for i in group if len(group) > 1}


__all__ = ["MUTUAL", "NOBODY", "Played", "Roles", "event_types", "lexicon"]
