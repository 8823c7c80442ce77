"""Stance: where a mention stands to a trigger, and what each mention says for its playing a part."""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FEMININE, FOR, FOR_THE, readings
from sijill.documents import Casualty, Trigger
from sijill.extract.actors.sides import AIR_FORCES, side_in, side_kind
from sijill.extract.choosing.choice import Feature
from sijill.extract.clauses.view import View
from sijill.extract.stance import facts, names
from sijill.extract.stance.place_leads import lead
from sijill.extract.tables.lexicon import TAKING
from sijill.extract.tolls.sharing import casualties_for

_LONGEST_TOLL: Final = 300  # letters that the words of a toll have at most
_BETWEEN: Final = frozenset(("cause", "relative", "subordinate", "after", "light", "purpose"))
# governors under which a side before its verb is free to be its subject
_FREE: Final = ("w", "L", "^", "H")
# how many bits one of the counts has that are kept in one number; no sentence holds more
_BITS: Final = 20
_MASK: Final = (1 << _BITS) - 1
# the steps of a gap, and from how many words on it is far
_STEPS: Final = ("0", "1", "2", "4", "4", *["8"] * 4, *["16"] * 8, "far")
_FAR: Final = len(_STEPS) - 1
_WHERE: Final = {order: tuple(f"{order}&gap={step}" for step in _STEPS) for order in ("after", "before", "same")}
_BACK: Final = tuple(f"back={back}" for back in range(4))
_TRIGGER, _VERB, _SIDE, _PLACE, _FREE_SIDE = (1 << _BITS * n for n in range(5))


@functools.lru_cache(maxsize=5_000)
def part_of(one: str) -> str:
    """What a side can be in an event: armed (whoever they are), civilians, a crowd, or others."""
    kind = side_kind(one)
    return "armed" if kind in ("state", "foreign", "rebel") else kind


def label(trigger: Trigger) -> str:
    """The type as the choices see it: who takes a place is not known before its sides are."""
    return "Taking" if trigger.sub_event_type in TAKING else trigger.sub_event_type


class Asked:
    """A trigger that parts are sought for: what of it every choice of a part asks."""

    __slots__ = ("at", "clause", "event_type", "form", "frame", "kind", "lemma", "sentence", "short", "tolls")

    def __init__(self, trigger: Trigger, view: View, tolls: Sequence[Casualty]) -> None:
        self.at = at = trigger.token
        self.sentence, self.clause = view.sentence_at[at], view.clause_at[at]
        self.kind, self.event_type = trigger.sub_event_type, label(trigger)
        self.frame, self.lemma, self.short = trigger.frame, trigger.lemma, trigger.form[:2]
        self.form = _form(trigger, view)
        self.tolls = tolls


class Stance:
    """Where a mention stands to a trigger: its order and distance, what governs it, and what lies between."""

    __slots__ = ("clauses", "features", "free", "governor", "inside", "order", "triggers", "verbs", "where")

    def __init__(self, where: str, order: str, inside: bool, governor: str = "", clauses: int = 0, triggers: int = 0,
                 verbs: int = 0, free: int = 0) -> None:
        self.where, self.order, self.inside, self.governor = where, order, inside, governor
        self.clauses, self.triggers, self.verbs, self.free = clauses, triggers, verbs, free
        self.features: list[Feature] = []


class _Side:
    """What is known of an actor mention, whatever the trigger."""

    __slots__ = ("air", "end", "first", "holder", "id", "ids", "kind", "last", "mention", "raw", "start", "toll",
                 "which", "words")

    def __init__(self, stances: Stances, number: int) -> None:
        view = stances.view
        mention, side = view.actors[number], view.sides[number]
        self.first, self.last = first, last = mention.first, mention.last
        self.start, self.end = mention.start, mention.end
        sentence = view.sentences[view.sentence_at[first]]
        self.id, self.ids = side.id, dict[str, str]()
        # which side of a war it is must not count: one class for all who bear arms
        self.kind = part_of(side.id)
        self.mention = self.kind, mention.kind, mention.rule, side.score >= 0.5, stances.speaking.get(first, "")
        before = [view.tokens[i].key for i in range(max(sentence.first, first - 2), first)]
        self.words = (before[0] if len(before) == 2 else None, before[-1] if before else "^",
                      view.tokens[last].key if last < sentence.last else "$")
        self.which = last < len(view.tokens) and "relative" in view.classes[last]
        self.holder: bool | None = None
        if any("holds" in c or "held" in c for c in view.classes[max(sentence.first, first - 4) : first]):
            self.holder = any("relative" in c or "held_by" in c
                              for c in view.classes[max(sentence.first, first - 6) : first])
        near = bisect_left(stances.all_tolls, mention.start - _LONGEST_TOLL, key=lambda t: t.start)
        beyond = bisect_left(stances.all_tolls, mention.end + 2, key=lambda t: t.start)
        self.toll = "else" if any(mention.start - 2 < t.end for t in stances.all_tolls[near:beyond]) else "none"
        self.raw = side.id.partition(":")[0] if side.id.startswith(("COUNTRY:", "NEW:")) else ""

    def as_actor(self, sub_event_type: str, day: dt.date | None) -> str:
        """The id that it would have as the first side of an event."""
        known = self.ids.get(sub_event_type)
        if known is None:
            known = self.ids[sub_event_type] = side_in(self.id, sub_event_type, "actor1", day)
        return known


class Stances:
    """Features of the mentions of one document as parts of the events of its triggers."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        self.view = view
        self.trigger_at = {t.token for t in triggers}
        self.speaking = _speaker_tokens(view)
        self.tolls = _tolls(view, triggers)
        self.all_tolls = sorted([toll for tolls in self.tolls.values() for toll in tolls], key=lambda t: t.start)
        self._asked: dict[int, tuple[Trigger, Asked]] = {}
        self._governors: dict[int, str] = {}
        self._targets: dict[int, str] = {}
        self._leads = [lead(view, place) for place in view.places]
        self._counts = self._running_counts()
        coloured = [(at, group) for at, classes in enumerate(view.classes) if classes
                    for group in classes if group in _BETWEEN]
        self._coloured, self._colours = [at for at, _ in coloured], [group for _, group in coloured]
        self._sides: dict[int, _Side] = {}
        self._place_counts = Counter([p.name for p in view.places])
        self._places_of_sentence = Counter([view.sentence_at[p.first] for p in view.places])
        self._called: dict[str, set[int]] = {}
        self._inside: dict[str, set[int]] = {}
        for number, place in enumerate(view.places):
            self._called.setdefault(place.name, set()).add(number)
            if place.within:
                self._inside.setdefault(place.within, set()).add(number)

    def _running_counts(self) -> list[int]:
        """How many of each thing stand before each token, so that what lies between two is a difference."""
        view = self.view
        marks = [0] * (len(view.tokens) + 1)
        for at, hit in enumerate(view.hits):
            if hit is not None and (hit.form == "perfect" or hit.form == "imperfect"):
                marks[at + 1] += _VERB
        for at in self.trigger_at:
            marks[at + 1] += _TRIGGER
        for mention in view.actors:
            marks[mention.first + 1] += _SIDE + (_FREE_SIDE if self.governor(mention.first) in _FREE else 0)
        for place in view.places:
            marks[place.first + 1] += _PLACE
        return list(accumulate(marks))

    def asked(self, trigger: Trigger) -> Asked:
        """A trigger as the choices of its parts ask of it."""
        known = self._asked.get(trigger.token)
        if known is None or known[0] is not trigger:
            known = trigger, Asked(trigger, self.view, self.tolls.get(trigger.token, ()))
            self._asked[trigger.token] = known
        return known[1]

    def stance(self, asked: Asked, first: int, last: int) -> Stance:
        """Order, distance, clause, preposition, and what lies between a trigger and a mention."""
        view, at = self.view, asked.at
        back = asked.sentence - view.sentence_at[first]
        if back:
            where, order = (_BACK[min(back, 3)], "back") if back > 0 else (f"ahead={-back}", "ahead")
            return Stance(where, order, False)
        if first > at:
            order, low, high = "after", at + 1, first
        elif last <= at:
            order, low, high = "before", last, at
        else:
            order, low, high = "same", last, last
        gap = high - low
        where = _WHERE[order][gap if gap < _FAR else _FAR]
        governor = self._governors.get(first) or self.governor(first)
        clauses = abs(view.clause_at[first] - asked.clause)
        counts = self._counts[high] - self._counts[low]
        triggers, verbs, free = counts & _MASK, counts // _VERB & _MASK, counts // _FREE_SIDE
        sides, places = counts // _SIDE & _MASK, counts // _PLACE & _MASK
        out = Stance(where, order, True, governor, 3 if clauses > 3 else clauses, 2 if triggers > 2 else triggers,
                     2 if verbs > 2 else verbs, free)
        before = order == "before"
        out.features.append((
            facts.placed, where, order, governor, out.clauses, out.triggers, out.verbs, 3 if sides > 3 else sides,
            2 if places > 2 else places, (3 if free > 2 else 1 + free) if before else 0,
            before and first == view.sentences[asked.sentence].first))
        if gap:
            begin = bisect_left(self._coloured, low)
            stop = bisect_left(self._coloured, high, begin)
            if begin < stop:
                out.features.append((facts.coloured, order, tuple(sorted(set(self._colours[begin:stop])))))
        if order == "after" and gap <= 4:
            out.features.append("between=" + "_".join([t.key for t in view.tokens[low:high]]))
        return out

    def governor(self, first: int) -> str:
        """What governs a mention: an attached particle, a preposition, or the kind of word before it."""
        known = self._governors.get(first)
        if known is None:
            known = self._governors[first] = self._governor(first)
        return known

    def _governor(self, first: int) -> str:
        view = self.view
        token = view.tokens[first]
        mention = view.actor_at[first]
        cut = view.actors[mention].start - token.start if mention >= 0 else 0
        for reading in readings(token.norm)[1:]:
            # "for the army": the mention begins at the article, which the particle has swallowed
            if reading.particles and (reading.cut == cut or (not cut and token.norm.startswith(FOR_THE))):
                if reading.particles[-1] not in CONJUNCTIONS:
                    return reading.particles[-1]
                if cut:
                    return "&"
        here = first - 1
        sentence = view.sentences[view.sentence_at[first]]
        while here >= sentence.first and view.tokens[here].norm in ('"', "("):
            here -= 1
        if here < sentence.first:
            return "^"
        if "preposition" in view.classes[here]:
            return view.tokens[here].norm
        if view.tokens[here].kind == "mark":
            return ","
        if "light" in view.classes[here]:
            return "L"
        if here in self.trigger_at:
            return "T"
        if view.hits[here] is not None:
            return "H"
        return "A" if view.actor_at[here] >= 0 else "w"

    def of_actor(self, asked: Asked, number: int) -> tuple[list[Feature], Stance, str]:
        """Features of an actor mention whichever side it is, its stance, and the id it would have."""
        side = self._sides.get(number)
        if side is None:
            side = self._sides[number] = _Side(self, number)
        frame, event_type, form = asked.frame, asked.event_type, asked.form
        stance = self.stance(asked, side.first, side.last)
        where, order, governor = stance.where, stance.order, stance.governor
        hit = side.toll
        for toll in asked.tolls:
            if toll.start < side.end + 2 and side.start - 2 < toll.end:
                hit = "own"
                break
        out = stance.features
        out += (
            (facts.side, *side.mention, where),
            (facts.side_suits, side.kind, hit, frame, event_type, asked.lemma),
            (names.words, order, *side.words, frame),
        )
        if stance.inside:
            out.append((facts.side_stands, where, order, governor, stance.clauses, stance.triggers, stance.verbs, frame,
                        form, event_type))
            out.append((names.governed_lemma, order, governor, asked.lemma))
        else:
            out.append((facts.side_away, where, frame, form, event_type))
        if side.holder is not None:
            out.append((names.holder, order, side.holder))
        # constructions that settle a part: the doer of "which launched", a nearer subject, a target
        if order == "before":
            if stance.free and governor in _FREE:
                out.append((names.behind_a_subject, form[:2], event_type))
            if side.which:
                out.append((names.which, min(stance.free, 1), form[:2]))
            if governor == "L" and not stance.free:
                out.append((names.its_light_verb, form[:2]))
        elif order == "after":
            governed = self.target(side.first)
            if governed:
                out.append((names.target, governed, event_type, frame))
        one = side.as_actor(asked.kind, self.view.document.published)
        if one.endswith(AIR_FORCES):
            out.append(f"air&t={event_type}")
        if side.raw:
            out.append(f"raw={side.raw}&{where}")
        return out, stance, one

    def target(self, first: int) -> str:
        """The preposition that governs a mention over one noun of its own ("against positions of ...")."""
        known = self._targets.get(first)
        if known is None:
            known = self._targets[first] = self._target(first)
        return known

    def _target(self, first: int) -> str:
        view = self.view
        sentence = view.sentences[view.sentence_at[first]]
        for at in range(first - 1, max(sentence.first, first - 4) - 1, -1):
            if view.tokens[at].kind != "word" or view.actor_at[at] >= 0:
                return ""
            if "preposition" in view.classes[at]:
                return view.tokens[at].norm
            hit = view.hits[at]
            if at in self.trigger_at or (hit is not None and hit.form != "noun"):
                return ""
        return ""

    def of_nobody(self, asked: Asked) -> Feature:
        """What speaks for leaving a part empty."""
        hurt = "none" if not asked.tolls else "civilians" if any(t.who == "CIVILIANS" for t in asked.tolls) else "other"
        return names.nobody, asked.event_type, asked.frame, asked.form, hurt, asked.lemma

    def of_place(self, asked: Asked, number: int, options: Sequence[int]) -> tuple[list[Feature], Stance]:
        """Features of a place mention as the place of an event, and its stance."""
        view = self.view
        place = view.places[number]
        first, kind = place.first, place.kind or "?"
        stance = self.stance(asked, first, place.last)
        frame, event_type, form, where, order = asked.frame, asked.event_type, asked.form, stance.where, stance.order
        sure = "sure" if place.score >= 0.5 else "doubt"
        holders, within = self._inside.get(place.name), self._called.get(place.within) if place.within else None
        out = stance.features
        out.append((names.place_led, order, *self._leads[number], frame, event_type))
        out.append((
            facts.place, place.rule, place.extent, order if stance.inside else where, sure, where,
            min(self._place_counts[place.name], 4), view.actor_at[first] >= 0, first in self.speaking,
            holders is not None and any(i in holders and i != number for i in options),
            within is not None and any(i in within and i != number for i in options)))
        if stance.inside:
            out.append((facts.place_stands, kind, where, order, stance.governor, frame, form, event_type, sure))
            out.append((names.governed_lemma, order, stance.governor, asked.lemma))
        else:
            own = self._places_of_sentence[asked.sentence]
            rank = options.index(number) - own
            out.append((names.place_behind, rank, view.sentence_at[first] == 0, min(own, 2), place.extent, form))
            out.append((facts.place_away, kind, where, min(own, 2), frame, form, event_type))
        return out, stance


def _form(trigger: Trigger, view: View) -> str:
    """The grammatical form of a trigger: verb or noun, article, pronoun, particle, feminine ending."""
    hit = view.hits[trigger.token]
    if hit is None:
        return trigger.form[:2]
    feminine = trigger.form == "perfect" and view.tokens[trigger.token].norm.endswith(FEMININE)
    return (
        trigger.form[:2]
        + ("+" if hit.definite else "")
        + ("p" if hit.pronoun else "")
        + (hit.particles[-1:] if hit.particles[-1:] in (BY, FOR) else "")
        + ("t" if feminine else "")
    )


def _speaker_tokens(view: View) -> dict[int, str]:
    """The tokens that name a speaker: with its first word, or behind it ("a source in the army")."""
    found: dict[int, str] = {}
    for speaker in view.document.speakers or ():
        at = first = view.token_at(speaker.start)
        while at < len(view.tokens) and view.tokens[at].start < speaker.end:
            found[at] = "speaks" if at == first else "speaks_in"
            at += 1
    return found


def _tolls(view: View, triggers: tuple[Trigger, ...]) -> dict[int, tuple[Casualty, ...]]:
    """The tolls that belong to each trigger, by its token."""
    by_start = casualties_for(view.document, [t.start for t in triggers])
    return {t.token: by_start[t.start] for t in triggers if t.start in by_start}
