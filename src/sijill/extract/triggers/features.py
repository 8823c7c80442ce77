"""What speaks for a word's telling an event, and for each type that it may tell: facts, named by `triggers.names`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS, FUTURE, PREPOSITIONS, without_article
from sijill.extract.actors.sides import side_kind
from sijill.extract.choosing.choice import Feature
from sijill.extract.clauses.kinds import FIGHTING
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import VIOLENT, event_types
from sijill.extract.triggers import names
from sijill.extract.triggers.candidates import Candidate
from sijill.extract.triggers.clauses import of_clause
from sijill.extract.triggers.in_order import next_of, previous_of, within

NONE: Final = "-"
_BACK: Final = 6
_AHEAD: Final = 9
_PEERS: Final = 30
_BAG: Final = 5
# how people are killed where no other word tells of it
_SMALL_ARMS: Final = "small_arms"
_ARMS_ALONE: Final = frozenset((_SMALL_ARMS,))
_VICTIM: Final = "victim"
_MEANS: Final = 15
_OF_SENTENCE: Final = ("call", "background", "plan", "denial")
_NEAR: Final = 4
_CLAUSE: Final = 20
_TO_PLACE: Final = 5
_TO_TIME: Final = 13


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


def _where(position: int, sentences: int) -> str:
    """In what part of an article a sentence stands: the first, the second, or a third of it."""
    if position <= 1:
        return str(position)
    return "early" if position * 3 < sentences else "middle" if position * 3 < 2 * sentences else "late"


def _group(c: Candidate) -> str:
    """The family of a candidate: the type its lemma tells most often."""
    return c.types[0] if c.types else "?"


def _is_deed(c: Candidate) -> bool:
    """Whether a candidate is a word for violence that is no word for who was killed or hurt."""
    return (c.lemma.frame != _VICTIM and c.lemma.strength != "weak" and bool(c.types)
            and event_types()[c.types[0]] in VIOLENT)


def _paragraphs(view: View) -> list[int]:
    """The paragraph of each sentence."""
    out: list[int] = []
    number = 0
    for at, sentence in enumerate(view.sentences):
        if at and "\n" in view.document.text[view.sentences[at - 1].end - 1 : sentence.start]:
            number += 1
        out.append(number)
    return out


class Features:
    """Features of the candidates of one document."""

    def __init__(self, view: View, found: list[Candidate]) -> None:
        self.view = view
        self.found = found
        self.number_at = {c.token: number for number, c in enumerate(found)}
        self.tokens = [c.token for c in found]
        self.sentence_of = [view.sentence_at[at] for at in self.tokens]
        self.groups = [_group(c) for c in found]
        self.forms = [c.hit.form[:2] + ("+" if c.hit.definite else "") + ("p" if c.hit.pronoun else "") for c in found]
        self.seen: Counter[str] = Counter()
        self.last_told = -1
        self.sentences = max(1, len(view.sentences))
        self.paragraphs = _paragraphs(view)
        self.side_kinds = [side_kind(side.id) for side in view.sides]
        self.side_tokens = [at for at, number in enumerate(view.actor_at) if number >= 0]
        self.place_tokens = [at for at, number in enumerate(view.place_at) if number >= 0]
        self.time_tokens = sorted({view.token_at(t.start) for t in view.document.times or ()})
        self.number_tokens = [at for at, token in enumerate(view.tokens) if token.kind == "number"]
        self.scene = [self._scene(c) for c in found]
        self.words = [without_article(t.key) for t in view.tokens]
        self._sentences: dict[int, Feature] = {}
        self._said: dict[int, tuple[str, ...]] = {}
        self.deeds = {position for c, position in zip(found, self.sentence_of, strict=True) if _is_deed(c)}
        self.by_group: dict[str, list[int]] = {}
        for number, group in enumerate(self.groups):
            self.by_group.setdefault(group, []).append(number)

    def _scene(self, c: Candidate) -> tuple[frozenset[str], frozenset[str], int]:
        """Places and sides of a candidate's sentence near it, and how full its clause is."""
        view = self.view
        sentence = view.sentences[view.sentence_at[c.token]]
        low, high = max(sentence.first, c.token - 12), min(sentence.last, c.token + 16)
        places = frozenset([view.places[view.place_at[i]].name for i in within(self.place_tokens, low, high)])
        sides = frozenset([view.sides[view.actor_at[i]].id for i in within(self.side_tokens, low, high)])
        numbers = bool(within(self.number_tokens, low, high))
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
            return "A" + self.side_kinds[view.actor_at[at]]
        if view.place_at[at] >= 0:
            return "PL"
        if token.kind != "word":
            return token.norm if token.kind == "mark" else "NUM"
        if len(token.norm) <= 3 and not view.hits[at]:
            return token.norm
        other = self.number_at.get(at)
        if other is not None:
            return "T:" + self.found[other].hit.form[:1]
        groups = view.classes[at]
        if groups and groups != _ARMS_ALONE:
            return "|".join(sorted(groups)[:2])
        return "the" if token.norm.startswith(ARTICLE) else "w"

    def options(self, number: int) -> list[tuple[str, list[Feature]]]:
        """(type or NONE, features) for one candidate."""
        c = self.found[number]
        view, at = self.view, c.token
        position = view.sentence_at[at]
        sentence = view.sentences[position]
        first, last = sentence.first, sentence.last
        hit, lemma = c.hit, c.lemma
        form, group = self.forms[number], self.groups[number]
        particle = hit.particles[-1:] if hit.particles[-1:] in PREPOSITIONS + FUTURE else ""
        nearest, side_before, side_after, place_near = self._nearest(at, first, last)
        n1, p1 = self._category(at + 1, first, last), self._category(at - 1, first, last)
        nw = view.tokens[at + 1].key if at + 1 < last else "$"
        pw = view.tokens[at - 1].key if at > first else "^"
        where = _where(position, self.sentences)
        none: list[Feature] = [
            (names.lemma, lemma.name, form, group, lemma.strength, lemma.frame, c.met, particle),
            (names.next_to, "n1", n1, form),
            (names.next_to, "p1", p1, form),
            (names.word, "nw", nw),
            (names.word, "pw", pw),
            nearest,
            (names.position, where, group),
            self._sentence(position, first, last),
            *self._around(at, first, last, group),
            *self._retold(number, position, where),
            *self._syntax(number, first, last, form),
            self._crowd(number, first, last),
        ]
        clause, clause_for = of_clause(view, c, first, last, form, particle, p1, n1)
        none += clause
        doer, goal = self._phrase(at, last)
        none.append((names.phrase, doer, goal, self._dated(at, last), lemma.frame, form))
        suffered = self._suffered(number, last) if lemma.frame == _VICTIM else None
        if suffered is not None:
            none.append((names.suffered, *suffered, form))
        none += self._right_before(number, first, p1, form)
        out: list[tuple[str, list[Feature]]] = [(NONE, none)]
        turned = "+".join(c.turned[:2]) if c.turned else "no"
        for rank, kind in enumerate(c.types):
            turn = "this" if kind in c.turned else "other" if c.turned else "no"
            out.append((kind, [
                (names.kind, lemma.name, hit.form, kind, min(rank, 4), turn, turned),
                (names.sides, kind, side_before, side_after, group),
                (names.kind_next_to, n1, kind, place_near, bool(self.seen["t:" + kind])),
                (names.kind_word, nw, kind),
                (names.kind_phrase, kind, doer, goal),
                *(((names.kind_suffered, kind, *suffered),) if suffered is not None else ()),
                (names.kind_sentence, kind, self._words(position, first, last)),
                *clause_for(kind),
            ]))
        return out

    def _nearest(self, at: int, first: int, last: int) -> tuple[Feature, str, str, bool]:
        """How far the sides and the place beside a candidate are; of what kind those are, and whether that is near."""
        ahead, behind = min(at + _AHEAD, last), max(first, at - _BACK)
        after, before = next_of(self.side_tokens, at + 1, ahead), previous_of(self.side_tokens, at, behind)
        place = next_of(self.place_tokens, at + 1, ahead)
        steps = (
            names.nearest,
            _bucket(after - at) if after >= 0 else "no",
            _bucket(at - before) if before >= 0 else "no",
            _bucket(place - at) if place >= 0 else "no",
        )
        side_before, side_after = (
            self.side_kinds[self.view.actor_at[here]] if here >= 0 else "-" for here in (before, after))
        return steps, side_before, side_after, place >= 0 and place - at <= 4

    def _right_before(self, number: int, first: int, category: str, form: str) -> list[Feature]:
        """Whether another candidate or a quote stands right before one, and how far back the sentence told another."""
        at, out = self.tokens[number], list[Feature]()
        if number and self.tokens[number - 1] == at - 1:
            out.append(f"prev:{self.found[number - 1].hit.form[:2]}&f={form}")
        if self.last_told >= first:
            out.append(f"told_in_sentence={_bucket(at - self.last_told)}")
        if category == '"':
            out.append("quoted")
        return out

    def _suffered(self, number: int, last: int) -> tuple[str, bool, bool]:
        """Of a word for who was killed or hurt: by what hand, whether another word tells the deed, a side behind."""
        view, at = self.view, self.tokens[number]
        means = "-"
        for here in range(at + 1, min(at + _MEANS, last)):
            if _SMALL_ARMS in view.classes[here]:
                means = "arms"
                break
            if "at_hands" in view.classes[here]:
                means = "hands"
        position = view.sentence_at[at]
        side = view.actor_at[at + 1] if at + 1 < last else -1
        return means, position in self.deeds, side >= 0 and self.side_kinds[side] in FIGHTING

    def _words(self, position: int, first: int, last: int) -> tuple[str, ...]:
        """The words of a sentence, each once."""
        known = self._said.get(position)
        if known is None:
            known = self._said[position] = tuple(dict.fromkeys(self.words[first:last]))
        return known

    def _sentence(self, position: int, first: int, last: int) -> Feature:
        """The words of a sentence, whatever their order, and what colours it."""
        known = self._sentences.get(position)
        if known is None:
            view = self.view
            groups = view.classes_in(position)
            year = any(len(norm := view.tokens[i].norm) == 4 and norm[:2] in ("19", "20")
                       for i in within(self.number_tokens, first, last))
            known = self._sentences[position] = (
                names.sentence, self._words(position, first, last),
                tuple([colour for colour in _OF_SENTENCE if colour in groups]), min((last - first) // 12, 4), year)
        return known

    def _around(self, at: int, first: int, last: int, group: str) -> list[Feature]:
        """The words on either side of a candidate, whatever their order."""
        low, high = max(first, at - _BAG), min(last, at + _BAG + 1)
        return [*[(names.around, "L", word, group) for word in dict.fromkeys(self.words[low:at])],
                *[(names.around, "R", word, group) for word in dict.fromkeys(self.words[at + 1 : high])]]

    def _phrase(self, at: int, last: int) -> tuple[str, bool]:
        """The kind of side right behind a candidate, and whether a preposition then leads to a place."""
        view, here = self.view, self._past_quotes(at + 1, last)
        number = view.actor_at[here] if here < last else -1
        doer = "-"
        if number >= 0 and view.actors[number].first == here:
            doer, here = self.side_kinds[number], self._past_quotes(view.actors[number].last, last)
        if here >= last or not ("preposition" in view.classes[here] or view.tokens[here].norm[0] in PREPOSITIONS):
            return doer, False
        return doer, next_of(self.place_tokens, here, min(here + _TO_PLACE, last)) >= 0

    def _past_quotes(self, at: int, last: int) -> int:
        while at < last and self.view.tokens[at].norm == '"':
            at += 1
        return at

    def _dated(self, at: int, last: int) -> bool:
        """Whether the words behind a candidate give it a time."""
        return next_of(self.time_tokens, at + 1, min(at + _TO_TIME, last)) >= 0

    def _syntax(self, number: int, first: int, last: int, form: str) -> list[Feature]:
        """How a candidate stands to its clause and to the candidates beside it in the sentence."""
        view, c = self.view, self.found[number]
        at = c.token
        waw = c.hit.particles[:1] if c.hit.particles[:1] in tuple(CONJUNCTIONS) else ""
        opens = "first" if at == first else "second" if at == first + 1 else "in"
        out: list[Feature] = [(names.opening, waw, opens, form)]
        # a side before its verb ("that the army regained"), and what stands before that side
        if at > first and view.actor_at[at - 1] >= 0:
            begin = view.actors[view.actor_at[at - 1]].first
            out.append(f"subject_before={self._category(begin - 1, first, last)}&f={form[:2]}")
        if at + 1 < last and view.actor_at[at + 1] >= 0:
            out.append(f"subject_after&f={form}")
        for tag, other in (("pv", number - 1), ("nx", number + 1)):
            if not 0 <= other < len(self.found) or not first <= self.tokens[other] < last:
                out.append(f"{tag}=none&f={form}")
                continue
            o = self.found[other]
            kind = o.hit.form[:2] + ("+" if o.hit.definite else "")
            same = view.clause_at[o.token] == view.clause_at[at]
            out.append((names.neighbour, tag, kind, form, same, o.lemma.strength, c.lemma.strength))
        return out

    def _crowd(self, number: int, first: int, last: int) -> Feature:
        """How many candidates stand near, and in the clause."""
        tokens, clause_at = self.tokens, self.view.clause_at
        at = tokens[number]
        clause = clause_at[at]
        near, in_clause, opens = 0, 1, True
        other = number - 1
        while other >= 0 and tokens[other] >= max(first, at - _CLAUSE):
            near += tokens[other] >= at - _NEAR
            if clause_at[tokens[other]] == clause:
                in_clause, opens = in_clause + 1, False
            other -= 1
        other = number + 1
        while other < len(tokens) and tokens[other] < min(last, at + _CLAUSE):
            near += tokens[other] <= at + _NEAR
            in_clause += clause_at[tokens[other]] == clause
            other += 1
        return names.crowd, min(near, 3), min(in_clause, 3), opens

    def _peers(self, number: int) -> list[int]:
        """The candidates of a candidate's family around it; in a long article the nearest ones only."""
        peers = self.by_group[self.groups[number]]
        at = bisect_left(peers, number)
        return peers[max(0, at - _PEERS) : at + _PEERS]

    def _retold(self, number: int, position: int, where: str) -> list[Feature]:
        """Whether the article tells the same kind of thing elsewhere, with the same places or more words."""
        c, group = self.found[number], self.groups[number]
        places, sides, full = self.scene[number]
        definite = "def" if c.hit.definite else "indef"
        paragraph = self.paragraphs[position]
        before, after = _Others(), _Others()
        beside, leads, later, later_same = 0, True, False, False
        for n in self._peers(number):
            sentence = self.sentence_of[n]
            if sentence == position:
                if n != number:
                    beside += 1
                    leads = leads and n > number
                continue
            others = before if n < number else after
            other_places, other_sides, other_full = self.scene[n]
            shared = not places.isdisjoint(other_places)
            others.count += 1
            others.shared |= shared
            others.fuller |= other_full > full
            others.same_sides |= not sides.isdisjoint(other_sides)
            if self.paragraphs[sentence] > paragraph:
                later = True
                later_same |= shared
        placed, lead = bool(places), where == "0"
        return [
            *[(names.elsewhere, tag, min(o.count, 3), definite, o.shared, o.fuller, placed, o.same_sides, lead)
              for tag, o in (("before", before), ("after", after))],
            (names.beside, min(beside, 2), definite, leads),
            (names.told, min(self.seen["g:" + group], 3), min(self.seen["e:" + c.lemma.name], 2), definite, full),
            (names.paragraph, min(paragraph, 2), later, later_same, placed),
        ]

    def told_before(self, number: int) -> tuple[object, ...]:
        """All that `options` knows of the candidates decided before one: where it is equal, its options are."""
        c, seen = self.found[number], self.seen
        first = self.view.sentences[self.sentence_of[number]].first
        near = _bucket(c.token - self.last_told) if self.last_told >= first else ""
        return (near, min(seen["g:" + self.groups[number]], 3), min(seen["e:" + c.lemma.name], 2),
                *[seen["t:" + kind] > 0 for kind in c.types])

    def forget(self) -> None:
        """Begin with the first candidate again."""
        self.seen.clear()
        self.last_told = -1

    def told(self, c: Candidate, kind: str) -> None:
        """Remember what was decided of a candidate, for those after it."""
        if kind != NONE:
            self.seen["t:" + kind] += 1
            self.seen["e:" + c.lemma.name] += 1
            self.seen["g:" + _group(c)] += 1
            self.last_told = c.token


class _Others:
    """What the candidates of one family before, or after, a sentence tell."""

    __slots__ = ("count", "fuller", "same_sides", "shared")

    def __init__(self) -> None:
        self.count = 0
        self.shared = self.fuller = self.same_sides = False
