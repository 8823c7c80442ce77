"""Tolls: who was killed, wounded, captured, missing or displaced, and how many, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import PARTICLES
from sijill.arabic.quantity_words import quantity_word
from sijill.documents import CasualtyMention, Document, Sentence, Token
from sijill.extract.tolls.heads import CLOSE, REACH, Heads
from sijill.extract.tolls.mentions import OWN_HARM
from sijill.extract.tolls.parts import Head, Item
from sijill.extract.tolls.periods import without_totals
from sijill.extract.tolls.words import cue, toll_words
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences", "numbers", "actors", "places")
ASSIGNS: Final = ("casualties",)

_JOIN: Final = 9  # tokens of a noun phrase before a coordinated one
_ALONE: Final = ("falling", "seized", "losing", "laid_low", *OWN_HARM)
_LED: Final = 6  # tokens from "led" to what it led to
_NAMED: Final = 3  # tokens from a title to a name behind it
_VERB: Final = 13  # tokens from a title to the verb behind the name
_SAVED: Final = 5  # tokens from a word of rescue to those who were saved


def find_casualties(document: Document) -> Document:
    """The document with its `casualties`, in the order of the text."""
    tokens, sentences = document.tokens or (), document.sentences or ()
    numbers = document.numbers or ()
    out: list[CasualtyMention] = []
    actors = document.actors or ()
    firsts = [a.first for a in actors]
    places = frozenset([at for place in document.places or () for at in range(place.first, place.last)])
    at = 0
    for sentence in sentences:
        first = at
        while at < len(numbers) and numbers[at].first < sentence.last:
            at += 1
        if _may_tell(tokens, sentence):
            reader = _Reader(
                document.text,
                tokens,
                sentence,
                numbers[first:at],
                actors[bisect_left(firsts, sentence.first) : bisect_left(firsts, sentence.last)],
                places,
            )
            out.extend(reader.read())
    out.sort(key=lambda mention: (mention.start, mention.kind))
    return replace(document, casualties=tuple(out))


def _may_tell(tokens: Sequence[Token], sentence: Sentence) -> bool:
    for token in tokens[sentence.first : sentence.last]:
        if token.kind == "word":
            bare = token.norm.lstrip(PARTICLES)
            if cue(token.norm) is not None or any(bare in toll_words().lists[name] for name in _ALONE):
                return True
            word = quantity_word(token.norm)
            if word is not None and toll_words().nouns.get(word.lemma, ("", ""))[0]:
                return True
    return False


class _Reader(Heads):
    """Reads the tolls of one sentence from left to right."""

    def read(self) -> list[CasualtyMention]:
        at, depth = self.sentence.first, 0
        while at < self.sentence.last:
            token, state = self.tokens[at], self.state
            if token.kind == "mark":
                depth += (token.norm == "(") - (token.norm == ")")
                before = state.last or (state.floating[-1] if state.floating else None)
                if token.norm == "(" and before is not None and at - before.last <= 2 or (
                        token.norm == "-" and self.opens_aside(at)):
                    self.among()
                elif token.norm == ")" and depth <= 0:
                    state.subset = False
                at += 1
                continue
            bare = token.norm[1:] if token.norm[0] in "وف" else token.norm
            if bare in self.lists["subset"] and (state.last is not None or state.floating):
                # "killing 3 of them" counts, "killed 9, 3 of them children" does not
                self.among()
            elif bare in self.lists["besides"] or bare in self.lists["break"]:
                state.subset = False
            joint = self.between(at)
            if joint is not None:
                at = joint
                continue
            item = self.item(at)
            if item is not None and self.take(item):
                at = max(item.last, at + 1)
                continue
            head = None if item is not None and item.counted else self.head(at)
            if head is not None:
                self.open(head)
            elif self.says(at, "freed"):
                self.state.saved = at
            at = max(item.last, at + 1) if item is not None and item.counted else at + 1
        if self.out:
            self.out = without_totals(self.tokens, self.sentence, self.out)
            self.split()
        return self.out

    def open(self, head: Head) -> None:
        state = self.state
        waiting = [h for h in state.heads if h.single]
        adjacent = waiting and head.at - waiting[-1].at == 1 and self.tokens[head.at].norm.startswith("و")
        state.heads = [*waiting, head] if adjacent else [head]
        state.subset, state.saved = False, None
        state.last = None
        state.floating = []

    def spare(self, item: Item) -> bool:
        """Pass over people behind a word that says they were saved, or joined to such; False where none says so."""
        state = self.state
        if state.saved is None or item.kind in ("killed", "wounded") or item.first - state.saved > _SAVED:
            return False
        if self.own_verb(item):
            return False  # "the guards were saved and 9 soldiers were killed"
        state.heads, state.last, state.last_head, state.floating, state.subset = [], None, None, [], False
        state.saved = item.last
        return True

    def take(self, item: Item) -> bool:
        """Give an item to the head that waits for it, or keep it for one that may follow."""
        state = self.state
        if self.spare(item) or self.hits_named(item):
            return item.counted
        previous = state.last
        if previous is not None and item.first < previous.last:
            return True  # told with the verb before it
        chained = previous is not None and item.joined and self.chained(previous, item)
        waiting = [h for h in state.heads if h.single]
        # of two heads side by side ("the killing and wounding of soldiers") the nearer one answers for both
        waiting = waiting if any(self.within(h, item) for h in waiting) else []
        told = item.kind if item.kind in ("killed", "wounded") else None
        totals = [h for h in state.heads if not h.single and told in (None, h.kind) and self.within(h, item)]
        if previous is not None and self.agent(previous, item):
            self.out.pop()
            return self.give([h for h in (state.last_head,) if h is not None], item)
        if previous is not None and item.single and not item.joined and item.first == previous.last:
            return True
        if told and item.counted and self.partner(item) is not None:
            return self.victims(item, chained)
        if self.opens_parts(item):
            self.out.pop()
            return self.give([state.last_head], item) if state.last_head is not None else False
        if state.subset and previous is not None and item.joined and (
                (item.low or 0) > (previous.low or item.low or 0)):
            state.subset = False  # no part is greater than the whole
        if state.subset and not (told and previous is not None and told != self.kind_of_last()):
            self.part(item)
            if self.counts_apart(item) and state.last_head is not None:
                return self.give([state.last_head], item)
            return bool(waiting) and self.give(waiting, item) if previous is None else item.counted
        if waiting and (not told or told in {h.kind for h in waiting} or item.first - waiting[-1].at <= 2):
            return self.give(waiting, item)
        if totals and item.counted:
            return self.give(totals[-1:], item)
        if not item.counted and not item.kind and self.opens_clause(item.first) and (
                self.own_verb(item) or self.named_verb(item)):
            state.floating = [item]
            return True
        adjective = item.kind and not item.counted and state.floating
        if told or adjective or item.kind and item.counted and item.noun == "victim" and chained:
            return self.victims(item, chained)
        return self.join(item, state.last_head) if chained and state.last_head is not None and (
            item.noun != "bare") else self.keep(item)

    def join(self, item: Item, head: Head) -> bool:
        """Give an item that "and" joins to the one before to that one's head, unless it has a verb of its own."""
        if self.own_verb(item):
            self.state.floating.append(item)
            return True
        kind = item.kind or head.kind
        own = head if kind == head.kind else Head(item.first, kind, item.start, 0, True)
        return self.add(item) or self.give([own], item)

    def keep(self, item: Item) -> bool:
        """Keep counted people for a head that may follow; one person only where a clause or those kept lead to him."""
        state = self.state
        if not item.counted:
            return False
        if item.single and not (item.joined and state.floating or self.opens_clause(item.first)):
            return True
        if state.floating and not (item.joined and item.first - state.floating[-1].last <= _JOIN):
            state.floating = []
        state.floating.append(item)
        return True

    def chained(self, previous: Item, item: Item) -> bool:
        """Whether "and" joins an item to the one before it, a comma at most standing before that "and"."""
        between = self.not_aside(previous.last, item.first)
        # "killed in fighting between the army and gunmen": those who fought, not those who fell
        if any(t.norm in self.lists["between"] for t in between):
            return False
        marks = [n for n, t in enumerate(between) if t.kind == "mark" and t.norm not in "\"'"]
        # a comma before "in addition to" or "at the side of" parts nothing either
        besides = any(self.says(at, "besides") for at in range(max(previous.last, item.first - 2), item.first))
        reach = _JOIN * (1 + besides)
        return 0 <= len(between) <= reach and (not marks or besides or marks[0] >= len(between) - 2)

    def not_aside(self, first: int, last: int) -> list[Token]:
        """The tokens of a stretch but what stands in brackets."""
        out, depth = [], 0
        for token in self.tokens[first:last]:
            depth += token.norm == "("
            if not depth:
                out.append(token)
            depth -= token.norm == ")" and depth > 0
        return out

    def kind_of_last(self) -> str | None:
        return self.out[-1].kind if self.out else None

    def own_verb(self, item: Item) -> bool:
        """Whether a verb that agrees with the item follows it at once ("and 6 others were wounded")."""
        for here in range(item.last, min(item.last + 2, self.sentence.last)):
            word = cue(self.tokens[here].norm)
            if word is not None and word.role in ("verb", "agree") and not word.particles:
                return True
        return False

    def named_verb(self, item: Item) -> bool:
        """Whether a verb behind the name of one person says that they fell ("that the officer A was killed")."""
        if item.low != 1 or not any(self.is_named(at) for at in range(item.last, item.last + _NAMED)):
            return False
        for here in range(item.last + 1, min(item.last + _VERB, self.sentence.last)):
            token = self.tokens[here]
            if token.norm in self.lists["break"] or token.norm in self.lists["that"] or here in self.numbers:
                return False
            word = cue(token.norm)
            told = word is not None and word.role == "verb" and not word.particles
            if word is not None and told and word.value in ("killed", "wounded") or self.says(here, "meets"):
                return True
        return False

    def between(self, at: int) -> int | None:
        """Give both kinds of "33 between dead and wounded" to the count before; the token behind it."""
        state = self.state
        if self.tokens[at].norm not in self.lists["between"] or at + 2 >= self.sentence.last:
            return None
        halves = [
            self.words.nouns.get(w.lemma, ("", ""))[0] if w is not None and w.kind in ("one", "many") else ""
            for w in (quantity_word(t.norm) for t in self.tokens[at + 1 : at + 3])
        ]
        if not all(halves) or halves[0] == halves[1]:
            return None
        if state.floating and at - state.floating[-1].last <= CLOSE:
            item = state.floating[-1]
            self.tell([Head(at, kind, item.start, 0, True) for kind in halves], item)
            state.floating = []
        elif state.last is not None and at - state.last.last <= CLOSE:
            last = self.out[-1]
            kept = [m for m in self.out if m.start != last.start]
            self.out = [*kept, *(replace(last, kind=k, low=None, high=None, rule="toll:joint") for k in halves)]
        return at + 3

    def victims(self, item: Item, chained: bool) -> bool:
        """A victim noun tells its own toll; without a number it needs a verb that says it fell."""
        if self.negated(item.first, REACH - CLOSE):
            return item.counted
        if item.single and not (chained or self.fell(item.first, 2)):
            return True
        if not item.counted:
            if item.low is None and self.state.floating and self.fell(item.first, REACH):
                self.backward(Head(item.first, item.kind or "", self.state.floating[0].start, 0, True))
                return True
            near = self.state.floating and item.first - self.state.floating[-1].last <= CLOSE - 1
            if item.low is None and near:
                self.backward(Head(item.first, item.kind or "", self.state.floating[0].start, 0, True))
                return True
            if item.low is not None or not (chained or self.fell(item.first, 2) or self.falls(item.last)):
                return False
        after = self.partner(item)
        head = Head(item.first, item.kind or "", item.start, 0, True)
        if after is not None:
            other, last = after
            item.last, item.low, item.high = last, None, None
            self.tell([head, Head(item.first, other, item.start, 0, True)], item)
        else:
            self.tell([head], item)
        self.state.last_head = head
        self.state.heads = []
        return True

    def fell(self, at: int, most: int) -> bool:
        light = self.lists["light"]
        for token in self.tokens[max(self.sentence.first, at - most) : at]:
            word = token.norm
            if word in light or word[1:] in light and word[0] in PARTICLES:
                return True
        led = range(max(self.sentence.first, at - _LED), at - 1)
        return at > self.sentence.first and self.tokens[at - 1].norm in self.lists["to"] and any(
            self.says(i, "consequence") for i in led)

    def falls(self, at: int) -> bool:
        """Whether a verb right behind victims says that they fell ("that dead and wounded fell")."""
        near = self.tokens[at : min(at + CLOSE - 1, self.sentence.last)]
        return any(token.norm in self.lists["fall"] for token in near)

    def partner(self, item: Item) -> tuple[str, int] | None:
        """The other half of a joint toll ("33 dead and wounded"): its kind and where it ends."""
        if not item.counted or item.last >= self.sentence.last or item.high == 1 or item.low == 2 == item.high:
            return None
        word = quantity_word(self.tokens[item.last].norm)
        verbal = cue(self.tokens[item.last].norm) if word is not None and word.kind == "one" else None
        if (
            word is None
            or verbal is not None
            or word.particles != "و"
            or item.last in self.numbers
            and word.kind != "one"
            or self.rises_too(item.last)
        ):
            return None
        kind = self.words.nouns.get(word.lemma, ("", ""))[0]
        some = item.low is None and item.high is None and not word.definite
        return (kind, item.last + 1) if kind in ("killed", "wounded") and kind != item.kind and not some else None
