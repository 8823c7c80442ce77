"""Telling: of the triggers that may tell events, which are events of their own and which tell again.

A lead and its fuller retelling, a back-reference ("the shelling"), a cause or a setting named in passing:
each candidate, with its sides and places filled in, is weighed against the others of the article
(codebook sections 2 and 8.2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sijill.extract.choice import Weights, score, weights
from sijill.extract.lexicon import event_types
from sijill.extract.roles import Played
from sijill.extract.view import View

MAYBE = 0.08
LEAST = 0.42
_STEPS = (-2.0, -1.5, -1.0, -0.6, -0.3, 0.0, 0.3, 0.6, 1.0, 1.5, 2.0, 3.0)


@dataclass(slots=True)
class _Scene:
    """What one candidate tells: type, sides, places, how full, how likely."""

    kind: str
    family: str
    token: int
    sentence: int
    clause: int
    lemma: str
    sides: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    places: frozenset[str]
    own_place: bool
    logit: float
    full: int


def scenes(view: View, played: list[Played], tolled: frozenset[int]) -> list[_Scene]:
    """The scenes of the candidates, in order."""
    out: list[_Scene] = []
    for p in played:
        t = p.trigger
        sentence = view.sentence_at[t.token]
        own = any(view.sentence_at[view.places[i].first] == sentence for i in p.places)
        first = p.ids.get("actor1", frozenset())
        second = p.ids.get("actor2", frozenset())
        share = min(max(t.score, 0.001), 0.999)
        full = bool(first) + bool(second) + 2 * own + (t.start in tolled) + (not own and bool(p.places))
        out.append(_Scene(t.sub_event_type, event_types()[t.sub_event_type], t.token, sentence,
                          view.clause_at[t.token], t.lemma, first | second, first, second,
                          frozenset(view.places[i].name for i in p.places), own,
                          math.log(share / (1 - share)), full))
    return out


def features(view: View, played: list[Played], tolled: frozenset[int]) -> list[list[str]]:
    """For each candidate, what speaks for and against its being an event of its own."""
    all_scenes = scenes(view, played, tolled)
    times = [view.sentence_at[view.token_at(m.start)] for m in view.document.times or ()]
    out: list[list[str]] = []
    for number, (s, p) in enumerate(zip(all_scenes, played, strict=True)):
        names = ["bias", f"t={s.kind}"]
        names += [f"p>{step}" for step in _STEPS if s.logit > step]
        for role in ("actor1", "actor2", "place"):
            has = bool(getattr(p, role + "s" if role == "place" else role))
            share = p.shares.get(role, 0.0)
            sure = "2" if share > 0.8 else "1" if share > 0.5 else "0"
            names += [f"{role}={has}&{sure}", f"{role}={has}&t={s.kind}"]
        names += [f"own_place={s.own_place}", f"full={s.full}", f"toll={p.trigger.start in tolled}",
                  f"time={s.sentence in times}", f"form={p.trigger.form}&full={s.full}",
                  f"own_place={s.own_place}&t={s.kind}"]
        names += _others(number, s, all_scenes)
        out.append(names)
    return out


def _others(number: int, s: _Scene, all_scenes: list[_Scene]) -> list[str]:
    found: set[str] = set()
    peers = 0
    for other, o in enumerate(all_scenes):
        if other == number or o.logit < -1.6:
            continue
        same_type = "same" if o.kind == s.kind else "class" if o.family == s.family else "no"
        where = "clause" if o.clause == s.clause else "sentence" if o.sentence == s.sentence else (
            "before" if other < number else "after")
        stronger = "up" if o.logit > s.logit + 0.4 else "down" if o.logit < s.logit - 0.4 else "even"
        if where in ("clause", "sentence"):
            side = "l" if other < number else "r"
            found.add(f"{where}{side}:{same_type}:{stronger}")
            found.add(f"{where}{side}:{o.kind}>{s.kind}")
            if abs(o.token - s.token) <= 3:
                found.add(f"touch{side}:{same_type}:{stronger}")
        if same_type == "no":
            continue
        place = "none" if not s.places or not o.places else "same" if s.places & o.places else "other"
        sides = "none" if not s.sides or not o.sides else (
            "same" if s.sides == o.sides else "part" if s.sides & o.sides else "other")
        fuller = "fuller" if o.full > s.full else "leaner" if o.full < s.full else "even"
        found.add(f"{where}:{same_type}:{place}:{sides}")
        found.add(f"{where}:{same_type}:{place}:{fuller}:{stronger}")
        if place == "same" and sides in ("same", "part") and same_type == "same":
            peers += 1
            found.add(f"retold:{where}:{fuller}:{stronger}")
            found.add(f"retold:{where}:{'lemma' if o.lemma == s.lemma else 'word'}:{stronger}")
    found.add(f"peers={min(peers, 3)}")
    return sorted(found)


def tells(view: View, played: list[Played], tolled: frozenset[int], values: Weights | None = None) -> list[float]:
    """For each candidate the probability that it is an event of its own."""
    values = weights("telling") if values is None else values
    return [1 / (1 + math.exp(-max(-30.0, min(30.0, score(values, f))))) for f in features(view, played, tolled)]
