"""Stance: where a mention stands to a trigger, and what each mention says for its playing a part."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import Counter
from itertools import accumulate

from sijill.arabic.clitics import BY, CONJUNCTIONS, FEMININE, FOR, FOR_THE, readings
from sijill.documents import Casualty, Trigger
from sijill.extract import role_names as names
from sijill.extract.choice import Feature
from sijill.extract.kinds import AIR_FORCES, TAKING
from sijill.extract.sides import side_in, side_kind
from sijill.extract.tolls import casualties_for
from sijill.extract.view import View

_BETWEEN = frozenset(("cause", "relative", "subordinate", "after", "light", "purpose"))
# governors under which a side before its verb is free to be its subject
_FREE = ("w", "L", "^", "H")
# how many bits one of the counts has that are kept in one number; no sentence holds more
_BITS = 20
_MASK = (1 << _BITS) - 1
_TRIGGER, _VERB, _SIDE, _PLACE, _FREE_SIDE = (1 << _BITS * n for n in range(5))


@functools.lru_cache(maxsize=5_000)
def part_of(one: str) -> str:
    """What a side can be in an event: armed (whoever they are), civilians, a crowd, or others."""
    kind = side_kind(one)
    return "armed" if kind in ("state", "foreign", "rebel") else kind


def label(trigger: Trigger) -> str:
    """The type as the choices see it: who takes a place is not known before its sides are."""
    return "Taking" if trigger.sub_event_type in TAKING else trigger.sub_event_type


class Stance:
    """Where a mention stands to a trigger: its order and distance, what governs it, and what lies between."""

    __slots__ = ("clauses", "features", "free", "governor", "inside", "order", "side", "triggers", "verbs", "where")

    def __init__(self, where: str, order: str, side: str) -> None:
        self.where, self.order, self.side = where, order, side
        self.inside = False
        self.governor = ""
        self.clauses = self.triggers = self.verbs = self.free = 0
        self.features: list[Feature] = [where]


class _Side:
    """What is known of an actor mention, whatever the trigger."""

    __slots__ = ("features", "holder", "id", "kind", "named", "toll", "which", "words")

    def __init__(self, stances: Stances, number: int) -> None:
        view = stances.view
        mention, side = view.actors[number], view.sides[number]
        first, last = mention.first, mention.last
        sentence = view.sentences[view.sentence_at[first]]
        self.id = side.id
        # which side of a war it is must not count: one class for all who bear arms
        self.kind, self.named = part_of(side.id), mention.kind
        self.features: list[Feature] = [
            (names.mention, self.kind, mention.kind, mention.rule, side.score >= 0.5, first in stances.speaking)]
        before = [view.tokens[i].key for i in range(max(sentence.first, first - 2), first)]
        self.words = (before[0] if len(before) == 2 else None, before[-1] if before else "^",
                      view.tokens[last].key if last < sentence.last else "$")
        self.which = last < len(view.tokens) and "relative" in view.classes[last]
        self.holder: bool | None = None
        if any("holds" in c or "held" in c for c in view.classes[max(sentence.first, first - 4) : first]):
            self.holder = any("relative" in c or "held_by" in c
                              for c in view.classes[max(sentence.first, first - 6) : first])
        self.toll = any(t.start < mention.end + 2 and mention.start - 2 < t.end for t in stances.all_tolls)


class Stances:
    """Features of the mentions of one document as parts of the events of its triggers."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        self.view = view
        self.trigger_at = {t.token for t in triggers}
        self.speaking = _speaker_tokens(view)
        self.tolls = _tolls(view, triggers)
        self.all_tolls = [toll for tolls in self.tolls.values() for toll in tolls]
        self._governors: dict[int, str] = {}
        self._forms: dict[int, str] = {}
        self._targets: dict[int, str] = {}
        self._counts = self._running_counts()
        coloured = [(at, group) for at, classes in enumerate(view.classes) for group in classes if group in _BETWEEN]
        self._coloured, self._colours = [at for at, _ in coloured], [group for _, group in coloured]
        self._sides: dict[int, _Side] = {}
        self._place_counts = Counter(p.name for p in view.places)
        self._places_of_sentence = Counter(view.sentence_at[p.first] for p in view.places)
        self._called: dict[str, list[int]] = {}
        self._inside: dict[str, list[int]] = {}
        for number, place in enumerate(view.places):
            self._called.setdefault(place.name, []).append(number)
            if place.within:
                self._inside.setdefault(place.within, []).append(number)

    def _running_counts(self) -> list[int]:
        """How many of each thing stand before each token, so that what lies between two is a difference."""
        view = self.view
        marks = [0] * (len(view.tokens) + 1)
        for at, hit in enumerate(view.hits):
            if hit is not None and hit.form in ("perfect", "imperfect"):
                marks[at + 1] += _VERB
        for at in self.trigger_at:
            marks[at + 1] += _TRIGGER
        for mention in view.actors:
            marks[mention.first + 1] += _SIDE + (_FREE_SIDE if self.governor(mention.first) in _FREE else 0)
        for place in view.places:
            marks[place.first + 1] += _PLACE
        return list(accumulate(marks))

    def form(self, trigger: Trigger) -> str:
        """The grammatical form of a trigger: verb or noun, article, pronoun, particle, feminine ending."""
        known = self._forms.get(trigger.token)
        if known is None:
            known = self._forms[trigger.token] = self._form(trigger)
        return known

    def _form(self, trigger: Trigger) -> str:
        hit = self.view.hits[trigger.token]
        if hit is None:
            return trigger.form[:2]
        feminine = trigger.form == "perfect" and self.view.tokens[trigger.token].norm.endswith(FEMININE)
        return (
            trigger.form[:2]
            + ("+" if hit.definite else "")
            + ("p" if hit.pronoun else "")
            + (hit.particles[-1:] if hit.particles[-1:] in (BY, FOR) else "")
            + ("t" if feminine else "")
        )

    def stance(self, trigger: Trigger, first: int, last: int) -> Stance:
        """Order, distance, clause, preposition, and what lies between a trigger and a mention."""
        view, at = self.view, trigger.token
        back = view.sentence_at[at] - view.sentence_at[first]
        if back:
            where, order = (f"back={min(back, 3)}", "back") if back > 0 else (f"ahead={-back}", "ahead")
            return Stance(where, order, where)
        order = "after" if first > at else "before" if last <= at else "same"
        low, high = (at + 1, first) if order == "after" else (last, at)
        gap = max(0, high - low)
        size = (
            str(gap) if gap <= 2 else "4" if gap <= 4 else "8" if gap <= 8 else "16" if gap <= 16 else "far"
        )
        out = Stance(f"{order}&gap={size}", order, order)
        out.inside = True
        out.governor = governor = self.governor(first)
        clauses = abs(view.clause_at[first] - view.clause_at[at])
        high = max(low, high)
        counts = self._counts[high] - self._counts[low]
        triggers, verbs = counts & _MASK, counts // _VERB & _MASK
        out.clauses, out.triggers, out.verbs = min(clauses, 3), min(triggers, 2), min(verbs, 2)
        out.free = counts // _FREE_SIDE
        features = out.features = [
            (names.stands, out.where, order, governor),
            (names.between, order, out.clauses, out.triggers, out.verbs, min(counts // _SIDE & _MASK, 3),
             min(counts // _PLACE & _MASK, 2)),
        ]
        if high > low:
            begin, stop = bisect_left(self._coloured, low), bisect_left(self._coloured, high)
            if begin < stop:
                features += [f"{order}&has={group}" for group in sorted(set(self._colours[begin:stop]))]
        if order == "after" and gap <= 4:
            features.append("between=" + "_".join([t.key for t in view.tokens[low:high]]))
        if order == "before":
            features.append((names.nearest, min(1 + out.free, 3), governor, min(clauses, 2)))
            if first == view.sentences[view.sentence_at[at]].first:
                features.append("opens")
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

    def of_actor(self, trigger: Trigger, number: int) -> tuple[list[Feature], Stance, str]:
        """Features of an actor mention whichever side it is, its stance, and the id it would have."""
        view = self.view
        mention, side = view.actors[number], self._sides.get(number)
        if side is None:
            side = self._sides[number] = _Side(self, number)
        kind, frame, event_type, form = side.kind, trigger.frame, label(trigger), self.form(trigger)
        stance = self.stance(trigger, mention.first, mention.last)
        where, order = stance.where, stance.order
        hit = "none" if not self.all_tolls else self._toll_of(trigger, mention.start, mention.end, side.toll)
        out = stance.features + side.features
        out += [
            (names.framed, where, frame, form),
            (names.kind, kind, event_type, frame),
            (names.kind_lemma, kind, trigger.lemma),
            (names.kind_stands, kind, side.named, where),
            (names.words, order, *side.words, frame),
            (names.toll, hit, kind, frame, event_type),
        ]
        if stance.inside:
            out += [
                (names.formed, where, order, stance.clauses, stance.triggers, stance.verbs, form),
                (names.governed, where, order, stance.governor, frame),
                (names.governed_form, order, stance.governor, form, event_type),
                (names.governed_lemma, order, stance.governor, trigger.lemma),
            ]
        else:
            out.append((names.away, where, form, event_type))
        if side.holder is not None:
            out.append((names.holder, order, side.holder))
        if order == "before" or order == "after":
            self._construction(out, side, stance, mention.first, event_type, frame, form[:2])
        one = side_in(side.id, trigger.sub_event_type, "actor1", view.document.published)
        if one.endswith(AIR_FORCES):
            out.append(f"air&t={event_type}")
        if side.id.startswith(("COUNTRY:", "NEW:")):
            out.append("raw=" + side.id.partition(":")[0] + f"&{where}")
        return out, stance, one

    def _construction(self, out: list[Feature], side: _Side, stance: Stance, first: int, event_type: str, frame: str,
                      form: str) -> None:
        """Constructions that settle a part: the doer of "which launched", a nearer subject, a target."""
        if stance.order == "after":
            governed = self.target(first)
            if governed:
                out.append((names.target, governed, event_type, frame))
            return
        if stance.free and stance.governor in _FREE:
            out.append((names.behind_a_subject, form, event_type))
        if side.which:
            out.append((names.which, min(stance.free, 1), form))
        if stance.governor == "L" and not stance.free:
            out.append((names.its_light_verb, form))

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

    def of_nobody(self, trigger: Trigger) -> Feature:
        """What speaks for leaving a part empty."""
        tolls = self.tolls.get(trigger.token, ())
        hurt = "none" if not tolls else "civilians" if any(t.who == "CIVILIANS" for t in tolls) else "other"
        return names.nobody, label(trigger), trigger.frame, self.form(trigger), hurt, trigger.lemma

    def of_place(self, trigger: Trigger, number: int, options: list[int]) -> tuple[list[Feature], Stance]:
        """Features of a place mention as the place of an event, and its stance."""
        view = self.view
        place = view.places[number]
        stance = self.stance(trigger, place.first, place.last)
        event_type, form, where = label(trigger), self.form(trigger), stance.where
        sure = "sure" if place.score >= 0.5 else "doubt"
        out = stance.features
        out += [
            (names.place, place.kind or "?", stance.side, event_type),
            (names.place_named, place.rule, place.extent, stance.side, sure, where),
            (names.place_stands, where, trigger.frame, form),
            f"count={min(self._place_counts[place.name], 4)}",
        ]
        if stance.inside:
            out += [
                (names.place_governed, stance.order, stance.governor, trigger.frame, event_type, sure),
                (names.governed_lemma, stance.order, stance.governor, trigger.lemma),
            ]
        else:
            own = self._places_of_sentence[view.sentence_at[trigger.token]]
            out.append((names.place_away, min(own, 2), where, form))
        if view.actor_at[place.first] >= 0:
            out.append("is_actor")
        if place.first in self.speaking:
            out.append("speaks")
        if any(i in options for i in self._inside.get(place.name, ()) if i != number):
            out += ["holds_other", f"holds_other&{where}"]
        if place.within and any(i in options for i in self._called.get(place.within, ()) if i != number):
            out.append("inside_other")
        return out, stance

    def _toll_of(self, trigger: Trigger, start: int, end: int, in_any: bool) -> str:
        """Whether a mention stands in a toll of this event, of another one, or in none."""
        for toll in self.tolls.get(trigger.token, ()):
            if toll.start < end + 2 and start - 2 < toll.end:
                return "own"
        return "else" if in_any else "none"


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
