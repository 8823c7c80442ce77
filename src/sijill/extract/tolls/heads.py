"""The words that open a toll, of killing, wounding, capture, flight, a total or a fall, and how far each reaches."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import PARTICLES
from sijill.arabic.folding import raw_offset
from sijill.arabic.quantity_words import quantity_word
from sijill.extract.tolls.items import DUAL_NOUN, DUAL_VERB, PLURAL_VERB
from sijill.extract.tolls.mentions import Telling
from sijill.extract.tolls.parts import Head, Item
from sijill.extract.tolls.words import cue
from sijill.replacing import replace

REACH: Final = 10
"""Tokens between a word of killing and a count that it governs."""
CLOSE: Final = 3
"""The same for a lone noun, which any sentence may hold."""
_COUNTED_REACH: Final = 16  # from "the number of dead" to the number
_RISEN_REACH: Final = 32  # the same where it is said to have risen "to" the number
_BACK_REACH: Final = 14  # from a count back to its verb
_TITLE: Final = 7  # tokens between a word of killing and the title behind a person's name
_PEOPLE: Final = ("CIVILIANS", "PROTESTERS", "fighter")


class Heads(Telling):
    """Finds the heads of one sentence's tolls, and gives them the people before them."""

    def head(self, at: int) -> Head | None:
        token = self.tokens[at]
        word = None if self.own_harm(at) else cue(token.norm)
        if word is not None and word.value == "missing" and self.lost(at, "life"):
            word = replace(word, value="killed")
        if word is not None and word.role == "verb" and not word.particles and at in self.places:
            word = None  # "Islamabad" ends like "annihilated"
        if word is None or self.negated(at) or self.indeed(at) or self.protested(at) or self.on_named(at) or (
                word.value == "missing" and self.lost(at, "living")):
            return self.total(at) or self.falling(at) or self.people_behind(at, "seized", "captured") or (
                self.people_behind(at, "losing", "killed"))
        if word.then and (at + 1 >= self.sentence.last or self.tokens[at + 1].norm != word.then):
            return None
        start = token.start + raw_offset(self.text[token.start : token.end], word.cut)
        head = Head(at + bool(word.then), word.value, start, REACH, True, word.role == "agree")
        if word.role == "back":
            alone = self.met(at) if not self.state.floating else None
            self.state.floating += [alone] if alone is not None else []
            self.backward(head)
            return None
        agrees = word.role == "agree" and not self.counts(at)
        if self.state.floating and not self.says(at, "active") and (
                agrees or word.role == "verb" and not self.follows(at)):
            self.count_two(token)
            self.backward(head)
            beside = at + 1 < self.sentence.last and self.tokens[at + 1].norm in self.lists["versus"]
            return head if beside or self.state.last_head is not head else None
        if agrees and token.norm.endswith(DUAL_VERB) and not token.norm.endswith(PLURAL_VERB):
            before = self.tokens[max(at - 1, self.sentence.first)]
            if before.norm.endswith(DUAL_NOUN) and len(before.norm) > 4 and before.kind == "word":
                self.state.floating = [Item(at - 1, at, before.start, 2, 2, None, "unknown", False, True)]
                self.backward(head)
                return None
        return head

    def total(self, at: int) -> Head | None:
        """ "The number of dead ... 55": a counted victim noun behind a word for a total."""
        if self.tokens[at].norm.lstrip(PARTICLES) in self.lists["tally"]:
            return Head(at, "killed", self.tokens[at].start, _COUNTED_REACH, False)
        word = quantity_word(self.tokens[at].norm)
        if word is None or word.kind not in ("one", "many"):
            return None
        kind = self.words.nouns.get(word.lemma, ("", ""))[0]
        if kind and word.definite and (self.numbers_them(at) or bool(self.out) and self.rises_too(at)):
            return Head(at, kind, self.tokens[at].start, _COUNTED_REACH, False)
        if at == self.sentence.first:
            return None
        before = self.tokens[at - 1].norm
        counts = self.lists["count"]
        if not kind or not (before in counts or before[1:] in counts or word.particles == "ل"):
            return None
        risen = at - 2 >= self.sentence.first and self.says(at - 2, "update")
        return Head(at, kind, self.tokens[at].start, _RISEN_REACH if risen else _COUNTED_REACH, False)

    def numbers_them(self, at: int) -> bool:
        """Whether words close behind the dead or wounded tell their number next ("the dead, whose number is")."""
        for here in range(at + 1, min(at + 1 + CLOSE, self.sentence.last)):
            if self.tokens[here].kind != "word":
                return False
            if self.says(here, "number_of"):
                return True
        return False

    def rises_too(self, at: int) -> bool:
        """Whether a number follows victims joined to others that rose to one: "(the dead are) 5, and the hurt 9"."""
        to = at + 1 < self.sentence.last and self.tokens[at + 1].norm in self.lists["rise"]
        return self.tokens[at].norm.startswith("و") and (to and at + 2 in self.numbers or at + 1 in self.numbers)

    def falling(self, at: int) -> Head | None:
        """ "The fall of 54 people": who fell is dead, unless the words behind say wounded or in whose hands."""
        if not self.says(at, "falling") or self.negated(at):
            return None
        item = self.item(at + 1) if at + 1 < self.sentence.last else None
        if item is None or not item.counted or item.single or item.kind or item.noun not in _PEOPLE:
            return None
        if item.last < self.sentence.last and (
                self.says_hurt(item.last) or self.says(item.last, "within") and self.captive(item.last + 1)):
            return None
        return Head(at, "killed", self.tokens[at].start, CLOSE, True)

    def people_behind(self, at: int, name: str, kind: str) -> Head | None:
        """The head that a word of a list is where people are counted right behind it, and no things."""
        if at + 1 >= self.sentence.last or not self.says(at, name) or self.negated(at):
            return None
        item = self.item(at + 1)
        if item is None or not item.counted or item.kind or item.noun not in _PEOPLE and (
                self.tokens[item.last - 1].norm not in self.lists["kin_many"]):
            return None
        return Head(at, kind, self.tokens[at].start, CLOSE, True)

    def says_hurt(self, at: int) -> bool:
        """Whether a word that nothing joins is one for those who were hurt ("wounded")."""
        word = quantity_word(self.tokens[at].norm)
        return word is not None and not word.particles and bool(self.words.nouns.get(word.lemma, ("", ""))[0])

    def captive(self, at: int) -> bool:
        """Whether a word says into whose hands somebody fell."""
        return at < self.sentence.last and self.says(at, "captivity")

    def within(self, head: Head, item: Item) -> bool:
        distance = item.first - head.at
        if self.title(head, item) or self.hit_by_side(head, item):
            return True
        if distance > _COUNTED_REACH and not self.rises(item):
            return False
        if item.counted and item.noun != "bare" and item.low != 1:
            between = self.tokens[head.at + 1 : item.first]
            return 0 < distance <= head.reach and not any(t.norm in self.lists["break"] for t in between)
        if item.noun == "bare" and not head.single:
            return 0 < distance <= head.reach and (self.rises(item) or self.whose_alone(head.at + 1, item.first))
        each = distance == CLOSE and self.tokens[head.at + 1].norm in self.lists["each"]
        return 0 < distance <= (CLOSE if item.counted or each else 1) and not item.joined

    def rises(self, item: Item) -> bool:
        before = self.tokens[item.first - 1].norm if item.first > self.sentence.first else ""
        numbered = before in self.lists["rise"] or before in self.lists["number_of"]
        return item.counted and (numbered or self.tokens[item.first].norm[:1] == "ل")

    def title(self, head: Head, item: Item) -> bool:
        """Whether an item is the title of the named person that stands behind a word of killing."""
        if item.low != 1 or item.joined or not 1 < item.first - head.at <= _TITLE or not head.single:
            return False
        word = quantity_word(self.tokens[item.last - 1].norm)
        between = self.tokens[head.at + 1 : item.first]
        return (
            word is not None
            and word.lemma in self.lists["role"]
            and head.kind == "killed"
            and all(
                t.kind == "word" and t.norm not in self.lists["cause"] and len(t.norm) > 2 or t.norm in ",،"
                for t in between
            )
        )

    def hit_by_side(self, head: Head, item: Item) -> bool:
        """Whether one person stands right behind the side that killed or hurt them ("A's forces killed a reporter")."""
        done = self.tokens[head.at].norm.endswith("ت") or self.says(head.at, "active")
        return item.low == 1 and not item.joined and item.kind is None and done and head.kind != "missing" and any(
            a.first == head.at + 1 and a.last == item.first and a.ids for a in self.actors)

    def backward(self, head: Head) -> None:
        """Give a head the victims that stand before it ("that 3 soldiers were killed")."""
        state = self.state
        if head.kind == "killed" and not state.floating and state.last is not None:
            return
        near = [i for i in state.floating if head.at - i.last <= _BACK_REACH]
        if not near:
            return
        for item in near:
            if item is near[0] or not self.add(item):
                self.tell([head], item)
        state.floating, state.heads, state.last_head, state.subset = [], [], head, False
