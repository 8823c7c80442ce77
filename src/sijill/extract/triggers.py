"""Triggers: which words tell an event, and of which type.

The lexicon proposes; context words, the words around, the sides and places nearby and what the article
has told already are weighed by the scorer (`choice`), with "no event" among the answers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from sijill.arabic.clitics import without_article
from sijill.arabic.folding import raw_offset
from sijill.documents import Document, Trigger
from sijill.extract.choice import Weights, probabilities, score, weights
from sijill.extract.lexicon import Hit, Lemma, event_types, lexicon
from sijill.extract.registry import registry
from sijill.extract.view import View

requires = ("tokens", "sentences", "actors", "places", "numbers")
assigns = ("triggers",)

NONE = "-"
LEAST = 0.32
_BACK, _AHEAD = 6, 9
_STATES = frozenset(("state_forces", "external_forces"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be a trigger: its token, reading, lemma, and what context says of its type."""

    token: int
    hit: Hit
    lemma: Lemma
    types: tuple[str, ...]
    met: bool
    turned: frozenset[str]


def propose(view: View) -> list[Candidate]:
    """Every word that the lexicon knows as a possible trigger, names of actors and places excepted."""
    out: list[Candidate] = []
    for at, hit in enumerate(view.hits):
        if hit is None or _inside_name(view, at):
            continue
        prev = without_article(view.tokens[at - 1].key) if at else ""
        after = without_article(view.tokens[at + 1].key) if at + 1 < len(view.tokens) else ""
        known = [m for m in hit.lemmas if prev not in m.not_after and after not in m.not_before]
        if not known:
            continue
        met = [lemma for lemma in known if needs_met(view, at, lemma)]
        lemma = met[0] if met else known[0]
        turned = _turned(view, at, lemma)
        types = list(dict.fromkeys(t for one in (met or known[:1]) for t in one.types))
        types += [t for t in turned if t not in types]
        out.append(Candidate(at, hit, lemma, tuple(types), bool(met), frozenset(turned)))
    return out


def _inside_name(view: View, at: int) -> bool:
    number = view.actor_at[at]
    if number >= 0:
        mention = view.actors[number]
        if mention.kind in ("name", "member", "loaded", "composed", "new") and mention.last - mention.first > 1:
            # "غارات روسية": the head of a composition may itself tell the event
            return not (mention.first == at and mention.kind == "composed"
                        and any(m.strength == "strong" for m in view.hits[at].lemmas))  # type: ignore[union-attr]
        if mention.first == at and mention.rule.startswith("registry.") and mention.kind == "name":
            return True
    place = view.place_at[at]
    return place >= 0 and view.places[place].last - view.places[place].first > 1 and (
        view.places[place].score >= 0.5)


def needs_met(view: View, at: int, lemma: Lemma) -> bool:
    """Whether the words that a lemma needs stand near it."""
    if not lemma.objects and not lemma.needs:
        return True
    sentence = view.sentences[view.sentence_at[at]]
    if lemma.objects:
        for here in (*range(at + 1, min(at + 5, sentence.last)), *range(max(sentence.first, at - 3), at)):
            token = view.tokens[here]
            if token.key in lemma.objects or token.key.removeprefix("ال") in lemma.objects or any(
                    token.key.removeprefix(p) in lemma.objects for p in ("ب", "لل", "ل", "بال", "ال", "و")):
                return True
        if not lemma.needs:
            return False
    low, high = max(sentence.first, at - 12), min(sentence.last, at + 14)
    if "actor" in lemma.needs and any(view.actor_at[i] >= 0 for i in range(low, high)):
        return True
    return "place" in lemma.needs and any(view.place_at[i] >= 0 for i in range(low, high))


def _turned(view: View, at: int, lemma: Lemma) -> list[str]:
    """The types that words near a trigger turn it to, nearest first."""
    sentence = view.sentences[view.sentence_at[at]]
    low, high = max(sentence.first, at - 5), min(sentence.last, at + 7)
    book = lexicon().context
    found: list[tuple[int, str]] = []
    for here in range(low, high):
        if here == at:
            continue
        match = book.longest_at(view.tokens, here, high)
        if match is None:
            continue
        for effect, lemmas, window in match[3]:
            if ("*" in lemmas or lemma.name in lemmas) and (
                    window == "near" or (window == "before") == (here < at)) and effect in event_types():
                found.append((abs(here - at) + (0 if here > at else 1), effect))
    return list(dict.fromkeys(effect for _, effect in sorted(found)))


def _bucket(distance: int) -> str:
    return "0" if distance <= 1 else "1" if distance == 2 else "2" if distance <= 4 else "3" if (
        distance <= 8) else "4"


def _group(c: Candidate) -> str:
    """The family of a candidate: the type its lemma tells most often."""
    return c.types[0] if c.types else "?"


def _paragraphs(view: View) -> list[int]:
    """The paragraph of each sentence."""
    out: list[int] = []
    number = 0
    for at, sentence in enumerate(view.sentences):
        if at and "\n" in view.document.text[view.sentences[at - 1].end - 1 : sentence.start]:
            number += 1
        out.append(number)
    return out


def _headings(view: View, paragraphs: list[int]) -> list[bool]:
    """Which sentences are headings: a short paragraph of its own without a full stop, not the last one."""
    out: list[bool] = []
    for at, sentence in enumerate(view.sentences):
        alone = (at == 0 or paragraphs[at - 1] != paragraphs[at]) and (
            at + 1 < len(paragraphs) and paragraphs[at + 1] != paragraphs[at])
        last = view.tokens[sentence.last - 1]
        out.append(alone and sentence.last - sentence.first <= 16 and last.norm != ".")
    return out


_RANK = {"weak": 0, "medium": 1, "strong": 2}


class Features:
    """Features of the candidates of one document."""

    def __init__(self, view: View, found: list[Candidate]) -> None:
        self.view = view
        self.found = found
        self.at = {c.token: c for c in found}
        self.lemmas = Counter(c.lemma.name for c in found)
        self.seen: Counter[str] = Counter()
        self.last_told = -1
        self.sentences = max(1, len(view.sentences))
        self.paragraphs = _paragraphs(view)
        self.headings = _headings(view, self.paragraphs)
        self.numbers = [frozenset(view.tokens[i].norm for i in range(
            max(view.sentences[view.sentence_at[c.token]].first, c.token - 8),
            min(view.sentences[view.sentence_at[c.token]].last, c.token + 9)) if view.tokens[i].kind == "number"
            and len(view.tokens[i].norm) < 4) for c in found]
        self.scene = [self._scene(c) for c in found]
        self.by_group: dict[str, list[int]] = {}
        for number, c in enumerate(found):
            self.by_group.setdefault(_group(c), []).append(number)

    def _scene(self, c: Candidate) -> tuple[frozenset[str], frozenset[str], int]:
        """Places and sides of a candidate's sentence near it, and how full its clause is."""
        view = self.view
        sentence = view.sentences[view.sentence_at[c.token]]
        low, high = max(sentence.first, c.token - 12), min(sentence.last, c.token + 16)
        places = frozenset(view.places[view.place_at[i]].name for i in range(low, high) if view.place_at[i] >= 0)
        sides = frozenset(view.sides[view.actor_at[i]].id for i in range(low, high) if view.actor_at[i] >= 0)
        numbers = any(view.tokens[i].kind == "number" for i in range(low, high))
        return places, sides, 2 * bool(places) + min(len(sides), 2) + numbers + (not c.hit.definite)

    def _category(self, at: int, first: int, last: int) -> str:
        """What stands at a token, coarsely: a side, a place, a trigger, a class of words, a mark."""
        if at < first:
            return "^"
        if at >= last:
            return "$"
        view = self.view
        token = view.tokens[at]
        if view.actor_at[at] >= 0:
            return "A" + side_kind(view.sides[view.actor_at[at]].id)
        if view.place_at[at] >= 0:
            return "PL"
        if token.kind != "word":
            return token.norm if token.kind == "mark" else "NUM"
        if len(token.norm) <= 3 and not view.hits[at]:
            return token.norm
        other = self.at.get(at)
        if other is not None:
            return "T:" + other.hit.form[:1]
        groups = view.classes[at]
        if groups:
            return "|".join(sorted(groups)[:2])
        return "the" if token.norm.startswith("ال") else "w"

    def options(self, number: int) -> list[tuple[str, list[str]]]:
        """(type or NONE, features) for one candidate."""
        c = self.found[number]
        view, at = self.view, c.token
        sentence = view.sentences[view.sentence_at[at]]
        first, last = sentence.first, sentence.last
        hit, lemma = c.hit, c.lemma
        ahead = range(at + 1, min(at + _AHEAD, last))
        behind = range(max(first, at - _BACK), at)
        form = hit.form[:2] + ("+" if hit.definite else "") + ("p" if hit.pronoun else "")
        name, group = lemma.name, _group(c)
        particle = hit.particles[-1:] if hit.particles[-1:] in "بلكس" else ""
        actor_after = next((i for i in ahead if view.actor_at[i] >= 0), -1)
        actor_before = next((i for i in reversed(behind) if view.actor_at[i] >= 0), -1)
        place_after = next((i for i in ahead if view.place_at[i] >= 0), -1)
        place_before = next((i for i in reversed(behind) if view.place_at[i] >= 0), -1)
        side_after = side_kind(view.sides[view.actor_at[actor_after]].id) if actor_after >= 0 else "-"
        side_before = side_kind(view.sides[view.actor_at[actor_before]].id) if actor_before >= 0 else "-"
        n1, n2 = self._category(at + 1, first, last), self._category(at + 2, first, last)
        p1, p2 = self._category(at - 1, first, last), self._category(at - 2, first, last)
        nw = view.tokens[at + 1].key if at + 1 < last else "$"
        pw = view.tokens[at - 1].key if at > first else "^"

        none = ["bias", f"l={name}", f"f={form}", f"g={group}&f={form}", f"str={lemma.strength}&f={form}",
                f"met={c.met}", f"met={c.met}&str={lemma.strength}", f"part={particle}&f={form}",
                f"frame={lemma.frame}&f={form}", f"n1={n1}", f"n2={n2}", f"p1={p1}", f"p2={p2}",
                f"p1={p1}&f={form}", f"n1={n1}&f={form}", f"p1={p1}&n1={n1}", f"p2={p2}&p1={p1}", f"n1={n1}&n2={n2}",
                f"g={group}&n1={n1}", f"g={group}&p1={p1}", f"nw={nw}", f"pw={pw}", f"l={name}&nw={nw}",
                f"l={name}&pw={pw}", f"l={name}&f={form}"]
        for colour in ("negation", "denial", "purpose", "plan", "uncertain", "relative", "subordinate", "after",
                       "light", "call", "background", "cause"):
            near = next((at - i for i in range(at - 1, max(first, at - 5) - 1, -1) if colour in view.classes[i]), 0)
            if near:
                none.append(f"b:{colour}={min(near, 3)}")
                none.append(f"b:{colour}&f={form}")
                none.append(f"b:{colour}&g={group}")
        none.append("actor_after=" + (_bucket(actor_after - at) if actor_after >= 0 else "no"))
        none.append("actor_before=" + (_bucket(at - actor_before) if actor_before >= 0 else "no"))
        none.append("place_after=" + (_bucket(place_after - at) if place_after >= 0 else "no"))
        none.append(f"place_near={place_after >= 0 or place_before >= 0}&g={group}")
        none.append(f"sides={side_before}/{side_after}")
        none.append(f"side_after={side_after}&g={group}")
        none.append(f"side_before={side_before}&g={group}")
        position = view.sentence_at[at]
        where = "0" if position == 0 else "1" if position == 1 else "early" if position * 3 < self.sentences else (
            "middle" if position * 3 < 2 * self.sentences else "late")
        none += [f"sent={where}", f"sent={where}&g={group}"]
        none += self._retold(number, where)
        none += self._syntax(number, first, last, form, group)
        none += self._constructions(number, first, last, form)
        neighbours = [i for i in range(max(first, at - 4), min(last, at + 5)) if i != at and i in self.at]
        none.append(f"cand_near={min(len(neighbours), 3)}")
        clause = view.clause_at[at]
        in_clause = [i for i in range(max(first, at - 20), min(last, at + 20))
                     if i in self.at and view.clause_at[i] == clause]
        none.append(f"in_clause={min(len(in_clause), 3)}&first={in_clause[0] == at}")
        if at - 1 in self.at:
            none.append(f"prev:{self.at[at - 1].hit.form[:2]}&f={form}")
        if self.last_told >= first:
            none.append(f"told_in_sentence={_bucket(at - self.last_told)}")
        groups = {g for i in range(first, last) for g in view.classes[i]}
        none += [f"s:{g}" for g in ("call", "background", "plan", "denial") if g in groups]
        none.append(f"len={min((last - first) // 12, 4)}")
        if any(view.tokens[i].kind == "number" and len(view.tokens[i].norm) == 4 and view.tokens[i].norm[:2] in (
                "19", "20") for i in range(first, last)):
            none.append("s:year")
        if p1 == '"':
            none.append("quoted")
        out: list[tuple[str, list[str]]] = [(NONE, none)]
        turned = "+".join(sorted(c.turned)[:2]) if c.turned else "no"
        for rank, kind in enumerate(c.types):
            place = min(rank, 4)
            features = [f"t={kind}", f"rank={place}", f"l={name}&t={kind}",
                        f"turn={'this' if kind in c.turned else 'other' if c.turned else 'no'}",
                        f"turn={turned}&t={kind}", f"after={side_after}&t={kind}",
                        f"before={side_before}&t={kind}", f"sides={side_before}/{side_after}&t={kind}",
                        f"n1={n1}&t={kind}", f"nw={nw}&t={kind}", f"f={hit.form}&t={kind}",
                        f"g={group}&after={side_after}&t={kind}", f"g={group}&before={side_before}&t={kind}",
                        f"rank={place}&turn={bool(c.turned)}&this={kind in c.turned}"]
            if place_after >= 0 and place_after - at <= 4:
                features.append(f"place_after&t={kind}")
            if self.seen["t:" + kind]:
                features.append(f"seen_type&t={kind}")
            out.append((kind, features))
        return out

    def _syntax(self, number: int, first: int, last: int, form: str, group: str) -> list[str]:
        """How a candidate stands to its clause and to the candidates beside it in the sentence."""
        view, c = self.view, self.found[number]
        at = c.token
        waw = c.hit.particles[:1] if c.hit.particles[:1] in ("و", "ف") else ""
        opens = "first" if at == first else "second" if at == first + 1 else "in"
        out = [f"waw={waw}&f={form}", f"opens={opens}&f={form}"]
        paragraph = min(self.paragraph_at(at), 2)
        out.append(f"par={paragraph}")
        peers = self.by_group[group]
        later = any(self.paragraph_at(self.found[n].token) > self.paragraph_at(at) for n in peers)
        out.append(f"par={paragraph}&later={later}")
        if later:
            same = any(self.paragraph_at(self.found[n].token) > self.paragraph_at(at)
                       and self.scene[n][0] & self.scene[number][0] for n in peers)
            out.append(f"par={paragraph}&later_same_place={same}&placed={bool(self.scene[number][0])}")
        # "أن الجيش استعاد": a side before its verb, and what stands before that side
        if at > first and view.actor_at[at - 1] >= 0:
            begin = view.actors[view.actor_at[at - 1]].first
            out.append(f"subject_before={self._category(begin - 1, first, last)}&f={form[:2]}")
        if at + 1 < last and view.actor_at[at + 1] >= 0:
            out.append(f"subject_after&f={form}")
        for tag, other in (("pv", number - 1), ("nx", number + 1)):
            if not 0 <= other < len(self.found) or not first <= self.found[other].token < last:
                out.append(f"{tag}=none&f={form}")
                continue
            o = self.found[other]
            same = view.clause_at[o.token] == view.clause_at[at]
            kind = o.hit.form[:2] + ("+" if o.hit.definite else "")
            out += [f"{tag}={kind}&f={form}&same={same}",
                    f"{tag}str={o.lemma.strength}&str={c.lemma.strength}&same={same}"]
        return out

    def _constructions(self, number: int, first: int, last: int, form: str) -> list[str]:
        """Constructions in which a word tells an event, or only points to one told beside it."""
        view, c = self.view, self.found[number]
        at, group, strength = c.token, _group(c), c.lemma.strength
        kind = form[:2]
        out = [f"!{strength}&{form}"]
        if self.headings[view.sentence_at[at]]:
            out.append("!heading")
        before = self.found[number - 1] if number and self.found[number - 1].token >= first else None
        after = self.found[number + 1] if number + 1 < len(self.found) and (
            self.found[number + 1].token < last) else None
        if kind in ("pe", "im"):
            waw = c.hit.particles[:1] in ("و", "ف")
            if before is not None and not waw and before.hit.form == "noun" and at - before.token <= 2:
                out.append("!done_by_event")
            if after is not None and after.hit.form == "noun" and after.token - at <= 2 and (
                    after.token == at + 1 or "preposition" not in view.classes[at + 1]):
                out.append("!does_event" if "light" not in view.classes[at] else "!light_event")
            if waw and at + 1 < last and view.actor_at[at + 1] >= 0:
                out.append(f"!and_side_acts&{strength}")
            if at > first and view.actor_at[at - 1] >= 0 and not waw:
                out.append(f"!side_acts&{strength}")
            if at + 1 < last and view.actor_at[at + 1] >= 0 and not waw:
                out.append(f"!acts_side&{strength}")
        if kind == "no" and not c.hit.definite:
            back = [view.classes[i] for i in range(max(first, at - 3), at)]
            if any("light" in b for b in back):
                out.append(f"!light&{strength}")
            if back and "after" in back[-1]:
                out.append(f"!after&{strength}")
        if c.hit.particles[-1:] == "ل" and kind == "no":
            aim = any(view.classes[i] & {"plan", "purpose"} for i in range(max(first, at - 2), at))
            out.append(f"!for&aim={aim}&{strength}")
        for i in range(max(first, at - 2), at):
            if "without" in view.classes[i]:
                out.append("!without")
        for tag, other in (("pv", before), ("nx", after)):
            if other is None or _group(other) != group:
                continue
            low, high = sorted((other.token, at))
            linked = any("after" in view.classes[i] or "cause" in view.classes[i] or "within" in view.classes[i]
                         for i in range(low + 1, high))
            if high - low <= 14:
                out.append(f"!{tag}_same&linked={linked}")
                stronger = _RANK[other.lemma.strength] - _RANK[strength]
                out.append(f"!{tag}_same&stronger={max(-1, min(1, stronger))}&{kind}")
        if c.lemma.frame == "victim":
            means = any(o.lemma.frame != "victim" and o.lemma.strength == "strong" and first <= o.token < last
                        for o in self.found)
            out.append(f"!victim&means={means}")
        numbers = self.numbers[number]
        if numbers:
            seen = [n for n, other in enumerate(self.numbers) if n != number and other & numbers
                    and _group(self.found[n]) == group]
            if seen:
                out.append(f"!same_number&{'before' if min(seen) < number else 'after'}")
        return out

    def paragraph_at(self, token: int) -> int:
        """The number of the paragraph that holds a token."""
        return self.paragraphs[self.view.sentence_at[token]]

    def _retold(self, number: int, where: str) -> list[str]:
        """Whether the article tells the same kind of thing elsewhere, with the same places or more words."""
        c = self.found[number]
        places, sides, full = self.scene[number]
        out: list[str] = []
        peers = self.by_group[_group(c)]
        before = [n for n in peers if n < number and self.view.sentence_at[self.found[n].token]
                  != self.view.sentence_at[c.token]]
        after = [n for n in peers if n > number and self.view.sentence_at[self.found[n].token]
                 != self.view.sentence_at[c.token]]
        beside = [n for n in peers if n != number and self.view.sentence_at[self.found[n].token]
                  == self.view.sentence_at[c.token]]
        definite = "def" if c.hit.definite else "indef"
        for tag, others in (("before", before), ("after", after)):
            if not others:
                out.append(f"{tag}:none&{definite}")
                continue
            out.append(f"{tag}:{min(len(others), 3)}&{definite}")
            shared = any(places & self.scene[n][0] for n in others)
            fuller = any(self.scene[n][2] > full for n in others)
            new = bool(places) and not shared
            out.append(f"{tag}:shared={shared}&fuller={fuller}&placed={bool(places)}")
            out.append(f"{tag}:new_place={new}&{definite}")
            out.append(f"{tag}:same_sides={any(sides & self.scene[n][1] for n in others)}&shared={shared}")
            if where == "0":
                out.append(f"{tag}:lead&shared={shared}&fuller={fuller}")
        out.append(f"beside={min(len(beside), 2)}&{definite}&first={not beside or min(beside) > number}")
        out.append(f"told={min(self.seen['g:' + _group(c)], 3)}&{definite}")
        out.append(f"told_lemma={min(self.seen['e:' + c.lemma.name], 2)}&{definite}")
        out.append(f"full={full}")
        return out

    def told(self, c: Candidate, kind: str) -> None:
        """Remember what was decided of a candidate, for those after it."""
        if kind != NONE:
            self.seen["t:" + kind] += 1
            self.seen["e:" + c.lemma.name] += 1
            self.seen["g:" + _group(c)] += 1
            self.last_told = c.token


def side_kind(one: str) -> str:
    """A coarse class of a resolved side: state, foreign, rebel, civilian, crowd, other."""
    if one.startswith("COUNTRY:"):
        return "country"
    if one.startswith("NEW:"):
        return "rebel"
    actor = registry().actors.get(one)
    if actor is None:
        return "other"
    return {"state_forces": "state", "external_forces": "foreign", "rebel_group": "rebel",
            "political_militia": "rebel", "identity_militia": "rebel", "civilians": "civ", "protesters": "crowd",
            "rioters": "crowd", "international_organisation": "intl"}.get(actor.kind, "rebel")


def find_triggers(view: View, values: Weights | None = None, threshold: float = LEAST) -> tuple[Trigger, ...]:
    """The events' triggers of a document; `threshold` is the least probability of an event."""
    values = weights("trigger") if values is None else values
    found = propose(view)
    features = Features(view, found)
    out: list[Trigger] = []
    for number, c in enumerate(found):
        options = features.options(number)
        scores = [score(values, f) for _, f in options]
        shares = probabilities(scores)
        best = max(range(1, len(options)), key=lambda i: scores[i], default=0)
        if not best or 1.0 - shares[0] <= threshold:
            features.told(c, NONE)
            continue
        kind = options[best][0]
        features.told(c, kind)
        out.append(_trigger(view, c, kind, 1.0 - shares[0]))
    return tuple(out)


def _trigger(view: View, c: Candidate, kind: str, value: float) -> Trigger:
    token = view.tokens[c.token]
    cut = 1 if c.hit.particles[:1] in ("و", "ف") else 0
    start = token.start + raw_offset(view.document.text[token.start : token.end], cut)
    return Trigger(start, token.end, c.token, c.lemma.name, c.hit.form, c.lemma.frame, kind, round(value, 3),
                   f"lexicon.{c.lemma.name}" + (">" + "context" if kind in c.turned else ""))


def with_triggers(document: Document, view: View) -> Document:
    """Lay the layer of triggers over a document."""
    return replace(document, triggers=find_triggers(view))
