"""Stance: where a mention stands to a trigger, and what each mention says for its playing a part."""

from __future__ import annotations

import functools
from collections import Counter
from itertools import accumulate

from sijill.arabic.clitics import BY, CONJUNCTIONS, FEMININE, FOR, FOR_THE, readings
from sijill.documents import Casualty, Trigger
from sijill.extract.kinds import AIR_FORCES, TAKING
from sijill.extract.sides import side_in, side_kind
from sijill.extract.tolls import casualties_for
from sijill.extract.view import View

# a stance within the sentence has its facts in this order; one from another sentence has one fact only
_PREPOSITION, _GAP_PREPOSITION = 6, 7
_CELL = 200
_BETWEEN = ("cause", "relative", "subordinate", "after", "light", "purpose")
# governors under which a side before its verb is free to be its subject
_FREE = ("w", "L", "^", "H")


@functools.lru_cache(maxsize=5_000)
def part_of(one: str) -> str:
    """What a side can be in an event: armed (whoever they are), civilians, a crowd, or others."""
    kind = side_kind(one)
    return "armed" if kind in ("state", "foreign", "rebel") else kind


@functools.lru_cache(maxsize=50_000)
def _of_kind(
    kind: str, mention: str, rule: str, event_type: str, frame: str, lemma: str
) -> tuple[str, ...]:
    """What a mention's kind says of it in an event, wherever it stands."""
    return (
        "some",
        f"kind={kind}",
        f"kind={kind}&t={event_type}",
        f"mention={mention}",
        f"mention={rule}",
        f"kind={kind}&frame={frame}",
        f"kind={kind}&l={lemma}",
    )


@functools.lru_cache(maxsize=20_000)
def _of_nobody(kind: str, frame: str, form: str, hurt: str, lemma: str) -> tuple[str, ...]:
    """What an event says for leaving a part empty."""
    return (
        f"nobody&toll={hurt}",
        f"nobody&toll={hurt}&frame={frame}",
        f"nobody&toll={hurt}&t={kind}",
        "nobody",
        f"nobody&t={kind}",
        f"nobody&frame={frame}",
        f"nobody&form={form}",
        f"nobody&l={lemma}",
        f"nobody&frame={frame}&{form}",
    )


def label(trigger: Trigger) -> str:
    """The type as the choices see it: who takes a place is not known before its sides are."""
    return "Taking" if trigger.sub_event_type in TAKING else trigger.sub_event_type


class Stances:
    """Features of the mentions of one document as parts of the events of its triggers."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        self.view = view
        self.trigger_at = {t.token for t in triggers}
        self.speaking = _speaker_tokens(view)
        self.tolls = _tolls(view, triggers)
        self._governors: dict[int, str] = {}
        self._forms: dict[int, str] = {}
        counts = self._running_counts()
        self._things = [counts[name] for name in ("triggers", "verbs", "sides", "places", "free")]
        self._colours = [(group, counts[group]) for group in _BETWEEN]
        self._toll_cells: dict[int, list[Casualty]] = {}
        for tolls in self.tolls.values():
            for toll in tolls:
                for cell in range(toll.start // _CELL, toll.end // _CELL + 1):
                    self._toll_cells.setdefault(cell, []).append(toll)
        self._place_counts = Counter(p.name for p in view.places)

    def _running_counts(self) -> dict[str, list[int]]:
        """How many of each thing stand before each token, so that what lies between two is a difference."""
        view = self.view
        size = len(view.tokens)
        marks: dict[str, list[int]] = {name: [0] * (size + 1) for name in (*_BETWEEN, "triggers", "verbs", "sides",
                                                                            "places", "free")}
        for at in range(size):
            hit = view.hits[at]
            marks["verbs"][at + 1] += hit is not None and hit.form in ("perfect", "imperfect")
            marks["triggers"][at + 1] += at in self.trigger_at
            for group in view.classes[at]:
                if group in _BETWEEN:
                    marks[group][at + 1] += 1
        for mention in view.actors:
            marks["sides"][mention.first + 1] += 1
            marks["free"][mention.first + 1] += self.governor(mention.first) in _FREE
        for place in view.places:
            marks["places"][place.first + 1] += 1
        return {name: list(accumulate(values)) for name, values in marks.items()}

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

    def stance(self, trigger: Trigger, first: int, last: int) -> list[str]:
        """Order, distance, clause, preposition, and what lies between a trigger and a mention."""
        view, at = self.view, trigger.token
        back = view.sentence_at[at] - view.sentence_at[first]
        if back > 0:
            return [f"back={min(back, 3)}"]
        if back < 0:
            return [f"ahead={-back}"]
        order = "after" if first > at else "before" if last <= at else "same"
        low, high = (at + 1, first) if order == "after" else (last, at)
        gap = max(0, high - low)
        size = (
            str(gap) if gap <= 2 else "4" if gap <= 4 else "8" if gap <= 8 else "16" if gap <= 16 else "far"
        )
        clauses = abs(view.clause_at[first] - view.clause_at[at])
        high = max(low, high)
        triggers, verbs, sides, places, free = (count[high] - count[low] for count in self._things)
        governor = self.governor(first)
        out = [
            f"{order}&gap={size}",
            f"{order}&clauses={min(clauses, 3)}",
            f"{order}&triggers={min(triggers, 2)}",
            f"{order}&verbs={min(verbs, 2)}",
            f"{order}&sides={min(sides, 3)}",
            f"{order}&places={min(places, 2)}",
            f"{order}&prep={governor}",
            f"{order}&gap={size}&prep={governor}",
            f"{order}&sides={min(sides, 2)}&clauses={min(clauses, 2)}",
        ]
        if high > low:
            out += [f"{order}&has={group}" for group, count in self._colours if count[high] > count[low]]
        if order == "after" and gap <= 4:
            out.append("between=" + "_".join(view.tokens[i].key for i in range(low, high)))
        if order == "before":
            out += [
                f"nearest={min(1 + free, 3)}&prep={governor}",
                f"nearest={min(1 + free, 3)}&clauses={min(clauses, 2)}",
            ]
            if first == view.sentences[view.sentence_at[at]].first:
                out.append("opens")
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

    def of_actor(
        self, trigger: Trigger, number: int, country: str | None
    ) -> tuple[list[str], list[str], str]:
        """Features of an actor mention whichever side it is, its stance, and the id it would have."""
        view = self.view
        mention, side = view.actors[number], view.sides[number]
        # which side of a war it is must not count: one class for all who bear arms
        kind, frame, event_type, form = part_of(side.id), trigger.frame, label(trigger), self.form(trigger)
        stance = self.stance(trigger, mention.first, mention.last)
        where = stance[0]
        out = [
            *stance,
            *[f"{s}&form={form}" for s in stance[:4]],
            f"{where}&frame={frame}&{form}",
            *_of_kind(kind, mention.kind, mention.rule, event_type, frame, trigger.lemma),
            f"kind={kind}&{where}",
            f"mention={mention.kind}&{where}",
        ]
        if len(stance) > _GAP_PREPOSITION:
            governed = stance[_PREPOSITION]
            out += [
                f"{governed}&frame={frame}",
                f"{governed}&form={form}",
                f"{governed}&t={event_type}",
                f"{governed}&l={trigger.lemma}",
                f"{stance[_GAP_PREPOSITION]}&frame={frame}",
            ]
        else:
            out += [f"{where}&form={form}", f"{where}&t={event_type}"]
        out += self._words(trigger, mention.first, mention.last, stance)
        out += self._construction(trigger, number, stance)
        if side.score < 0.5:
            out.append("unsure")
        hit = self._toll_of(trigger, mention.start, mention.end)
        out += [f"toll={hit}", f"toll={hit}&kind={kind}", f"toll={hit}&frame={frame}",
                f"toll={hit}&kind={kind}&t={event_type}"]
        if mention.first in self.speaking:
            out += ["speaks", f"speaks&kind={kind}"]
        one = side_in(side.id, trigger.sub_event_type, "actor1", view.document.published)
        if one.endswith(AIR_FORCES):
            out.append(f"air&t={event_type}")
        if side.id.startswith(("COUNTRY:", "NEW:")):
            out.append("raw=" + side.id.partition(":")[0] + f"&{where}")
        if country is not None:
            out.append(f"country={country}&kind={kind}")
        return out, stance, one

    def _words(self, trigger: Trigger, first: int, last: int, stance: list[str]) -> list[str]:
        """The words on either side of a mention, alone and with its order to the trigger."""
        view = self.view
        sentence = view.sentences[view.sentence_at[first]]
        tokens = view.tokens
        order = stance[0].partition("&")[0].partition("=")[0]
        before = [tokens[i].key for i in range(max(sentence.first, first - 2), first)]
        after = tokens[last].key if last < sentence.last else "$"
        one = before[-1] if before else "^"
        out = [f"{order}&pw={one}", f"{order}&nw={after}", f"{order}&pw={one}&frame={trigger.frame}"]
        if len(before) == 2:
            out += [f"{order}&pw2={before[0]}_{one}", f"{order}&ppw={before[0]}"]
        return out

    def _construction(self, trigger: Trigger, number: int, stance: list[str]) -> list[str]:
        """Constructions that settle a part: the holder of a place, the doer of "which launched", a nearer subject."""
        view, mention = self.view, self.view.actors[number]
        sentence = view.sentences[view.sentence_at[mention.first]]
        order = stance[0].partition("&")[0].partition("=")[0]
        low = max(sentence.first, mention.first - 4)
        words = range(low, mention.first)
        out: list[str] = []
        if any("holds" in view.classes[i] or "held" in view.classes[i] for i in words):
            relative = any("relative" in view.classes[i] or "held_by" in view.classes[i] for i in
                           range(max(sentence.first, mention.first - 6), mention.first))
            out += [f"holder&{order}", f"holder&{order}&rel={relative}"]
        if order == "before":
            between = range(mention.last, trigger.token)
            subjects = sum(1 for i in between if view.actor_at[i] >= 0
                           and view.actors[view.actor_at[i]].first == i and self.governor(i) in _FREE)
            if subjects and self.governor(mention.first) in _FREE:
                out += ["a_nearer_subject", f"a_nearer_subject&form={self.form(trigger)[:2]}",
                        f"a_nearer_subject&t={label(trigger)}"]
            if mention.last < len(view.tokens) and "relative" in view.classes[mention.last]:
                out += ["which", f"which&subjects={min(subjects, 1)}&form={self.form(trigger)[:2]}"]
            if self.governor(mention.first) == "L" and not subjects:
                out += ["its_light_verb", f"its_light_verb&form={self.form(trigger)[:2]}"]
        elif order == "after":
            governed = self.target(mention.first)
            if governed:
                out += [f"target={governed}", f"target={governed}&t={label(trigger)}",
                        f"target={governed}&frame={trigger.frame}"]
        return out

    def target(self, first: int) -> str:
        """The preposition that governs a mention over one noun of its own ("against positions of ...")."""
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

    def of_nobody(self, trigger: Trigger) -> list[str]:
        """Features of leaving a part empty."""
        form, kind, frame = self.form(trigger), label(trigger), trigger.frame
        tolls = self.tolls.get(trigger.token, ())
        hurt = "none" if not tolls else "civilians" if any(t.who == "CIVILIANS" for t in tolls) else "other"
        return [*_of_nobody(kind, frame, form, hurt, trigger.lemma)]

    def of_place(self, trigger: Trigger, number: int, options: list[int]) -> tuple[list[str], list[str]]:
        """Features of a place mention as the place of an event, and its stance."""
        view = self.view
        place = view.places[number]
        stance = self.stance(trigger, place.first, place.last)
        kind, event_type, form, where = place.kind or "?", label(trigger), self.form(trigger), stance[0]
        side = where.partition("&")[0]
        sure = "sure" if place.score >= 0.5 else "doubt"
        out = [
            "some",
            *stance,
            f"{where}&frame={trigger.frame}",
            f"{where}&form={form}",
            f"kind={kind}",
            f"kind={kind}&{side}",
            f"rule={place.rule}",
            sure,
            f"{sure}&{where}",
            f"extent={place.extent}",
            f"extent={place.extent}&{side}",
            f"kind={kind}&t={event_type}",
        ]
        if len(stance) > _GAP_PREPOSITION:
            governed = stance[_PREPOSITION]
            out += [
                f"{governed}&frame={trigger.frame}",
                f"{governed}&t={event_type}",
                f"{governed}&{sure}",
                f"{governed}&l={trigger.lemma}",
            ]
        else:
            own = sum(
                1
                for i in options
                if view.sentence_at[view.places[i].first] == view.sentence_at[trigger.token]
            )
            out += [f"own={min(own, 2)}&{where}", f"own={min(own, 2)}&{where}&def={form}"]
        if view.actor_at[place.first] >= 0:
            out.append("is_actor")
        if place.first in self.speaking:
            out.append("speaks")
        if any(view.places[i].within == place.name for i in options if i != number):
            out += ["holds_other", f"holds_other&{where}"]
        if place.within and any(view.places[i].name == place.within for i in options if i != number):
            out.append("inside_other")
        out.append(f"count={min(self._place_counts[place.name], 4)}")
        return out, stance

    def _toll_of(self, trigger: Trigger, start: int, end: int) -> str:
        """Whether a mention stands in a toll of this event, of another one, or in none."""
        for toll in self.tolls.get(trigger.token, ()):
            if toll.start < end + 2 and start - 2 < toll.end:
                return "own"
        cells = range((start - 2) // _CELL, (end + 2) // _CELL + 1)
        elsewhere = any(t.start < end + 2 and start - 2 < t.end for c in cells for t in self._toll_cells.get(c, ()))
        return "else" if elsewhere else "none"


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
