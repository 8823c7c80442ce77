"""What speaks for a word's telling an event, and for each type that it may tell."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import Counter

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS, FUTURE, PREPOSITIONS, without_article
from sijill.extract.candidates import Candidate
from sijill.extract.sides import side_kind
from sijill.extract.view import View

NONE = "-"
_BACK, _AHEAD = 6, 9
_PEERS = 30
_BAG = 5


def _bucket(distance: int) -> str:
    return (
        "0"
        if distance <= 1
        else "1"
        if distance == 2
        else "2"
        if distance <= 4
        else "3"
        if (distance <= 8)
        else "4"
    )


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


@functools.lru_cache(maxsize=20_000)
def _of_lemma(
    name: str, form: str, group: str, strength: str, frame: str, met: bool, particle: str
) -> tuple[str, ...]:
    """What a lemma and its form say, wherever they stand (kept, since few of them make most of a text)."""
    return (
        "bias",
        f"l={name}",
        f"f={form}",
        f"g={group}&f={form}",
        f"str={strength}&f={form}",
        f"met={met}",
        f"met={met}&str={strength}",
        f"part={particle}&f={form}",
        f"frame={frame}&f={form}",
        f"l={name}&f={form}",
    )


@functools.lru_cache(maxsize=20_000)
def _of_types(
    name: str, form: str, types: tuple[str, ...], turned: frozenset[str], turn: str
) -> tuple[tuple[str, ...], ...]:
    """What a lemma and the words that turn its type say for each of its types."""
    return tuple(
        (
            f"t={kind}",
            f"rank={min(rank, 4)}",
            f"l={name}&t={kind}",
            f"turn={'this' if kind in turned else 'other' if turned else 'no'}",
            f"turn={turn}&t={kind}",
            f"f={form}&t={kind}",
            f"rank={min(rank, 4)}&turn={bool(turned)}&this={kind in turned}",
        )
        for rank, kind in enumerate(types)
    )


@functools.lru_cache(maxsize=20_000)
def _of_sides(kind: str, before: str, after: str, group: str) -> tuple[str, ...]:
    """What the sides before and after say for a type."""
    return (
        f"after={after}&t={kind}",
        f"before={before}&t={kind}",
        f"sides={before}/{after}&t={kind}",
        f"g={group}&after={after}&t={kind}",
        f"g={group}&before={before}&t={kind}",
    )


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
        self.scene = [self._scene(c) for c in found]
        self.words = [without_article(t.key) for t in view.tokens]
        self._bags: dict[int, list[str]] = {}
        self.by_group: dict[str, list[int]] = {}
        for number, c in enumerate(found):
            self.by_group.setdefault(_group(c), []).append(number)

    def _scene(self, c: Candidate) -> tuple[frozenset[str], frozenset[str], int]:
        """Places and sides of a candidate's sentence near it, and how full its clause is."""
        view = self.view
        sentence = view.sentences[view.sentence_at[c.token]]
        low, high = max(sentence.first, c.token - 12), min(sentence.last, c.token + 16)
        places = frozenset(
            view.places[view.place_at[i]].name for i in range(low, high) if view.place_at[i] >= 0
        )
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
        return "the" if token.norm.startswith(ARTICLE) else "w"

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
        particle = hit.particles[-1:] if hit.particles[-1:] in PREPOSITIONS + FUTURE else ""
        actor_after = next((i for i in ahead if view.actor_at[i] >= 0), -1)
        actor_before = next((i for i in reversed(behind) if view.actor_at[i] >= 0), -1)
        place_after = next((i for i in ahead if view.place_at[i] >= 0), -1)
        side_after = side_kind(view.sides[view.actor_at[actor_after]].id) if actor_after >= 0 else "-"
        side_before = side_kind(view.sides[view.actor_at[actor_before]].id) if actor_before >= 0 else "-"
        n1, p1 = self._category(at + 1, first, last), self._category(at - 1, first, last)
        nw = view.tokens[at + 1].key if at + 1 < last else "$"
        pw = view.tokens[at - 1].key if at > first else "^"

        none = [
            *_of_lemma(name, form, group, lemma.strength, lemma.frame, c.met, particle),
            f"n1={n1}",
            f"p1={p1}",
            f"p1={p1}&f={form}",
            f"n1={n1}&f={form}",
            f"nw={nw}",
            f"pw={pw}",
        ]
        for colour in (
            "negation",
            "denial",
            "purpose",
            "plan",
            "uncertain",
            "relative",
            "subordinate",
            "after",
            "light",
            "call",
            "background",
            "cause",
        ):
            near = next(
                (at - i for i in range(at - 1, max(first, at - 5) - 1, -1) if colour in view.classes[i]), 0
            )
            if near:
                none.append(f"b:{colour}={min(near, 3)}")
        none.append("actor_after=" + (_bucket(actor_after - at) if actor_after >= 0 else "no"))
        none.append("actor_before=" + (_bucket(at - actor_before) if actor_before >= 0 else "no"))
        none.append("place_after=" + (_bucket(place_after - at) if place_after >= 0 else "no"))
        position = view.sentence_at[at]
        where = (
            "0"
            if position == 0
            else "1"
            if position == 1
            else "early"
            if position * 3 < self.sentences
            else ("middle" if position * 3 < 2 * self.sentences else "late")
        )
        none += [f"sent={where}", f"sent={where}&g={group}"]
        none += self._around(at, first, last, position)
        none += self._retold(number, where)
        none += self._syntax(number, first, last, form, group)
        neighbours = [i for i in range(max(first, at - 4), min(last, at + 5)) if i != at and i in self.at]
        none.append(f"cand_near={min(len(neighbours), 3)}")
        clause = view.clause_at[at]
        in_clause = [
            i
            for i in range(max(first, at - 20), min(last, at + 20))
            if i in self.at and view.clause_at[i] == clause
        ]
        none.append(f"in_clause={min(len(in_clause), 3)}&first={in_clause[0] == at}")
        if at - 1 in self.at:
            none.append(f"prev:{self.at[at - 1].hit.form[:2]}&f={form}")
        if self.last_told >= first:
            none.append(f"told_in_sentence={_bucket(at - self.last_told)}")
        groups = {g for i in range(first, last) for g in view.classes[i]}
        none += [f"s:{g}" for g in ("call", "background", "plan", "denial") if g in groups]
        none.append(f"len={min((last - first) // 12, 4)}")
        if any(
            view.tokens[i].kind == "number"
            and len(view.tokens[i].norm) == 4
            and view.tokens[i].norm[:2] in ("19", "20")
            for i in range(first, last)
        ):
            none.append("s:year")
        if p1 == '"':
            none.append("quoted")
        out: list[tuple[str, list[str]]] = [(NONE, none)]
        turned = "+".join(sorted(c.turned)[:2]) if c.turned else "no"
        fixed = _of_types(name, hit.form, c.types, c.turned, turned)
        for kind, own in zip(c.types, fixed, strict=True):
            features = [*own, *_of_sides(kind, side_before, side_after, group)]
            features += [f"n1={n1}&t={kind}", f"nw={nw}&t={kind}"]
            if place_after >= 0 and place_after - at <= 4:
                features.append(f"place_after&t={kind}")
            if self.seen["t:" + kind]:
                features.append(f"seen_type&t={kind}")
            out.append((kind, features))
        return out

    def _around(self, at: int, first: int, last: int, sentence: int) -> list[str]:
        """The words on either side of a candidate, and those of its sentence, whatever their order."""
        bag = self._bags.get(sentence)
        if bag is None:
            bag = self._bags[sentence] = [f"S:{word}" for word in dict.fromkeys(self.words[first:last])]
        low, high = max(first, at - _BAG), min(last, at + _BAG + 1)
        near = [f"L:{w}" for w in dict.fromkeys(self.words[low:at])]
        return [*bag, *near, *(f"R:{w}" for w in dict.fromkeys(self.words[at + 1 : high]))]

    def _syntax(self, number: int, first: int, last: int, form: str, group: str) -> list[str]:
        """How a candidate stands to its clause and to the candidates beside it in the sentence."""
        view, c = self.view, self.found[number]
        at = c.token
        waw = c.hit.particles[:1] if c.hit.particles[:1] in tuple(CONJUNCTIONS) else ""
        opens = "first" if at == first else "second" if at == first + 1 else "in"
        out = [f"waw={waw}&f={form}", f"opens={opens}&f={form}"]
        paragraph = min(self.paragraph_at(at), 2)
        out.append(f"par={paragraph}")
        peers = self._peers(number)
        later = any(self.paragraph_at(self.found[n].token) > self.paragraph_at(at) for n in peers)
        out.append(f"par={paragraph}&later={later}")
        if later:
            same = any(
                self.paragraph_at(self.found[n].token) > self.paragraph_at(at)
                and self.scene[n][0] & self.scene[number][0]
                for n in peers
            )
            out.append(f"par={paragraph}&later_same_place={same}&placed={bool(self.scene[number][0])}")
        # a side before its verb ("that the army regained"), and what stands before that side
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
            out += [
                f"{tag}={kind}&f={form}&same={same}",
                f"{tag}str={o.lemma.strength}&str={c.lemma.strength}&same={same}",
            ]
        return out

    def paragraph_at(self, token: int) -> int:
        """The number of the paragraph that holds a token."""
        return self.paragraphs[self.view.sentence_at[token]]

    def _peers(self, number: int) -> list[int]:
        """The candidates of a candidate's family around it; in a long article the nearest ones only."""
        peers = self.by_group[_group(self.found[number])]
        at = bisect_left(peers, number)
        return peers[max(0, at - _PEERS) : at + _PEERS]

    def _retold(self, number: int, where: str) -> list[str]:
        """Whether the article tells the same kind of thing elsewhere, with the same places or more words."""
        c = self.found[number]
        places, sides, full = self.scene[number]
        out: list[str] = []
        peers = self._peers(number)
        before = [
            n
            for n in peers
            if n < number and self.view.sentence_at[self.found[n].token] != self.view.sentence_at[c.token]
        ]
        after = [
            n
            for n in peers
            if n > number and self.view.sentence_at[self.found[n].token] != self.view.sentence_at[c.token]
        ]
        beside = [
            n
            for n in peers
            if n != number and self.view.sentence_at[self.found[n].token] == self.view.sentence_at[c.token]
        ]
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
