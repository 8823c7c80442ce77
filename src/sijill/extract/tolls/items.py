"""What a sentence counts: words that open a toll, and the people counted beside them."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import without_article
from sijill.arabic.folding import raw_offset
from sijill.arabic.inflection import OF_WOMEN
from sijill.arabic.quantity_words import quantity_word
from sijill.arabic.tokens import COMMAS
from sijill.documents import Number, Token
from sijill.extract.tolls.parts import Item
from sijill.extract.tolls.wording import MET, TANWIN, Wording
from sijill.extract.tolls.words import cue, kin_of, may_be_counted

DUAL_NOUN: Final = ("ين", "ان")
"""How nouns of two end, and the plurals that are spelled like them."""
_YEAR: Final = 1900  # behind a month: below it, those who fell in that month
_TEENS: Final = 11  # from here to 99 a number's noun is in the accusative
_FIGHTER, _CIVILIANS = "fighter", "CIVILIANS"
# whom gunmen who are described first kill, and how many words may describe them
_PEOPLE: Final = (_CIVILIANS, "PROTESTERS", _FIGHTER)
_GUISE: Final = 7
DUAL_VERB, PLURAL_VERB = "ا", "وا"
"""How verbs of two end, and those of many."""


class Counting(Wording):
    """Finds the heads and counted people of one sentence."""

    def follows(self, at: int) -> bool:
        """Whether victims stand right behind a verb, so that those before it belong elsewhere."""
        for here in range(at + 1, min(at + 3, self.sentence.last)):
            if self.tokens[here].kind == "mark" or self.tokens[here].norm.startswith("و"):
                return False
            if self.tokens[here].norm in self.lists["versus"]:
                return False  # "was killed with 4 guards"
            if self.item(here) is not None:
                return True
        return False

    def counts(self, at: int) -> bool:
        """Whether a verb of many has people counted right behind it, its object: "gunmen abducted three men"."""
        behind = at + 1 + (at + 1 < self.sentence.last and self.says(at + 1, "therein"))
        item = self.item(behind) if behind in self.numbers else None
        return item is not None and not item.joined and item.last < self.sentence.last and (
            self.tokens[item.last].norm not in self.lists["of_them"])

    def item(self, at: int) -> Item | None:
        number = self.numbers.get(at)
        if at + 1 < self.sentence.last and self.tokens[at + 1].norm in self.lists["to_rise"]:
            return None  # "the number is a candidate for rising"
        if number is not None:
            return None if self.named(at) or self.of_a_deed(at) else self.numbered(number)
        token = self.tokens[at]
        if token.kind != "word" or not may_be_counted(token.norm) or self.of_a_deed(at):
            return None
        joined = token.norm.startswith("و")
        bare = token.norm[1:] if joined else token.norm
        others = self.others(at, bare)
        if others is not None:
            return others
        if bare in self.lists["as_many"] and self.out:
            told = self.out[-1]
            return Item(at, at + 1, token.start + joined, told.low, told.high, None, "bare", joined, True)
        kin, joined_kin = kin_of(token.norm), kin_of(bare) if joined else 0
        if kin and self.befell(at):
            return Item(at, at + 1, token.start, kin, kin, None, "CIVILIANS", False, False)
        if joined_kin:
            return Item(at, at + 1, token.start + 1, joined_kin, joined_kin, None, "CIVILIANS", True, False)
        if bare in self.lists["parent"] and self.has_child(at + 1):
            return Item(at, at + 1, token.start + joined, 1, 1, None, "CIVILIANS", joined, False)
        word = self.owned_by(at) if joined or self.befell(at) else quantity_word(token.norm)
        numbering = self.numbering(at)
        if numbering is not None:
            return numbering
        count = self.nationals(at) if word is None and not joined else 0
        if count:
            return Item(at, at + 1, token.start, count, count, None, "CIVILIANS", False, False)
        if word is None or word.kind not in ("one", "two", "many") or set(word.particles) - {"و", "ل"}:
            return None
        victim, group = self.words.nouns.get(word.lemma, ("", ""))
        if not victim and not group or word.definite and (
                word.kind != "one" or victim or at > self.sentence.first and self.is_named(at - 1)):
            return None
        start = token.start + raw_offset(self.text[token.start : token.end], len(word.particles))
        if word.kind == "many" and word.lemma in self.lists["household"] and cue(token.norm) is not None:
            return None
        if word.definite and (self.inside_name(at) or at + 1 < self.sentence.last and (
                self.tokens[at + 1].norm in self.lists["whom"])):
            return None  # "A's military council", "the suspects"
        if joined and word.definite and word.lemma in self.lists["role"]:
            return None  # "... and the president": whose the dead were, not one of them
        low, high, last = word.low, word.high, at + 1
        number = self.numbers.get(last)
        if word.kind == "many" and number is not None and number.high == 2 and number.last == last + 1 and not (
                self.named(last)):
            low, high, last = 2, 2, number.last
        return Item(at, last, start, low, high, victim or None, group or "victim", "و" in word.particles, last > at + 1)

    def others(self, at: int, bare: str) -> Item | None:
        """The people that "others" means at a token, "another", or an amount of them ("another number").

        None for "the last pockets", spelled alike.
        """
        token, behind = self.tokens[at], self.says_others(at + 1)
        joined = token.norm != bare
        start = token.start + (raw_offset(self.text[token.start : token.end], 1) if joined else 0)
        if self.says_others(at, bare):
            if at + 1 < self.sentence.last and self.tokens[at + 1].norm in self.lists["last_of"]:
                return None
            count = 1 if bare in self.lists["another"] else None
            return Item(at, at + 1 + behind, start, count, count, None, "other", joined, False)
        of_them = at + 1 < self.sentence.last and self.tokens[at + 1].norm in self.lists["of_them"]
        if bare not in self.lists["amount"] or not (behind or of_them):
            return None
        return Item(at, at + 2, start, None, None, None, "other" if behind else "unknown", joined, True)

    def says_others(self, at: int, word: str = "") -> bool:
        """Whether "others" or "another" stands at a token, `word` without what is written onto it."""
        return at < self.sentence.last and (word or self.tokens[at].norm) in self.lists["other"] | self.lists["another"]

    def has_child(self, at: int) -> bool:
        """Whether "and her son", "and two children" stands at a token: what is before it is a mother, and no "or"."""
        if at >= self.sentence.last or not self.tokens[at].norm.startswith("و"):
            return False
        child = self.owned(at)
        return kin_of(self.tokens[at].norm[1:]) > 0 or child is not None and child.lemma in self.words.nouns

    def count_two(self, verb: Token) -> None:
        """Take the lone people before a verb in the dual for two: "activists" may be spelled like "two activists"."""
        item, many = self.state.floating[-1], verb.norm.endswith(PLURAL_VERB)
        two = verb.norm.endswith(DUAL_VERB) and self.tokens[item.last - 1].norm.endswith(DUAL_NOUN)
        if two and not many and len(self.state.floating) == 1 and not item.counted and item.low is None:
            item.low = item.high = 2

    def numbering(self, at: int) -> Item | None:
        """People whose number is told behind them: "the attackers, seven in number"."""
        here = at + 1 + (at + 1 < self.sentence.last and self.tokens[at + 1].norm in ",،")
        number = self.numbers.get(here + 1)
        if number is None or here >= self.sentence.last or not self.says(here, "number_of"):
            return None
        word = quantity_word(self.tokens[at].norm)
        if word is None or word.kind != "many" or word.lemma not in self.words.nouns:
            return None
        victim, group = self.words.nouns[word.lemma]
        start = self.tokens[at].start + raw_offset(self.text[self.tokens[at].start : self.tokens[at].end],
                                                   len(word.particles))
        return Item(at, number.last, start, number.low, number.high, victim or None, group or "victim",
                    "و" in word.particles, True)

    def numbered(self, number: Number) -> Item | None:
        """The people that a number counts; None where it counts none."""
        tokens, stop = self.tokens, self.sentence.last
        first, last = number.first, number.last
        rule = number.rule.partition(":")[2]
        before = tokens[first - 1].norm if first > self.sentence.first else ""
        if self._is_no_count(first, last, before, tokens[last].norm if last < stop else "") or (
                before in self.lists["month"] and (number.low or 0) >= _YEAR):
            return None
        found = self._counted_noun(first, last, rule)
        if found is None:
            return None
        lemma, at = found
        joined = self._is_joined(first, before)
        item = Item(first, last, number.start, number.low, number.high, None, "", joined, True, rule == "one")
        here = tokens[at].norm if at < stop else ""
        plain = without_article(here)
        if at == last and self.told_apart(number, here):
            here = plain = ""  # "173 on Sunday"
        one_of = last == first + 1 and self.is_one_of(first)
        if at == last and plain != here and number.low == number.high and rule != "some" and not one_of:
            here = plain = ""  # what an exact number counts has no article ("173 today")
        counted = here + TANWIN if here and not here.endswith(TANWIN) and self.is_accusative(at) else here
        if not self.lists["thing"].isdisjoint((plain, counted)) or here[1:] in self.lists["thing"] and here[:1] == "و":
            return None
        if not lemma and at == last and self.are_things(number):
            return None  # "3 guns"
        if lemma:
            victim, group = self.words.nouns.get(lemma, ("", ""))
            if not victim and not group:
                return None
            item.kind, item.noun, item.last = victim or None, group or "victim", at + 1
            if rule == "one" and lemma in self.lists["household"]:
                item.low = item.high = None
        elif plain in self.lists["other"] or plain in self.lists["another"]:
            item.noun, item.last = "other", at + 1
        elif rule == "some":
            if not any(a.first <= at < a.last for a in self.actors):
                return None
            item.noun, item.last = "unknown", at + 1
        elif (
            here
            and tokens[at].kind == "word"
            and (at > last or one_of or counted.endswith((TANWIN, "ين", "ون")) and len(counted) > 3
                 and cue(here) is None and not here.endswith("وا"))
        ):
            item.noun, item.last = "unknown", at + 1
        elif (kind := self.totalled(last)) is not None:
            item.kind, item.noun = kind, "victim"
        elif self._counts_alone(number):
            item.noun = "bare"
        else:
            return None
        self.trail(item)
        return item

    def _counted_noun(self, first: int, last: int, rule: str) -> tuple[str, int] | None:
        """The lemma, or "", of the word at which what a number counts is told, and its token; None for no number."""
        if rule in ("one", "two"):
            word = quantity_word(self.tokens[first].norm)
            if word is None or word.kind == "one" and cue(self.tokens[first].norm) is not None:
                return None
            return word.lemma, last - 1
        stop = self.sentence.last
        at = last + (last < stop and self.tokens[last].norm == "من" and rule != "some")
        word = self.owned(at) if at < stop and self.tokens[at].kind == "word" else None
        # "two and the wounding of": what is joined to a count is not what it counts
        told = word is not None and word.kind in ("one", "two", "many") and "و" not in word.particles
        return word.lemma if word is not None and told else "", at

    def is_one_of(self, at: int) -> bool:
        """Whether "one of" stands right behind a word for harm and before people, of a class that has no word here."""
        if self.tokens[at].norm not in self.lists["one_of"] or at == self.sentence.first or (
                cue(self.tokens[at - 1].norm) is None or at + 1 >= self.sentence.last):
            return False
        whom = self.tokens[at + 1].norm
        return without_article(whom) != whom and whom.endswith(("ين", "ون")) or whom in self.lists["folk"]

    def are_things(self, number: Number) -> bool:
        """Whether a plural behind a number, in the ending of feminines and of most things, is no word for people.

        Things are wounded, too, in the news, but not killed.
        """
        at = number.last
        token = self.tokens[at] if at < self.sentence.last and self.tokens[at].kind == "word" else None
        if token is None or not token.norm.endswith(OF_WOMEN) or token.norm in self.lists["other"]:
            return False
        before = cue(self.tokens[number.first - 1].norm) if number.first > self.sentence.first else None
        killed = before is not None and before.value == "killed"
        return not killed and not any(a.first <= at < a.last for a in self.actors)

    def told_apart(self, number: Number, behind: str) -> bool:
        """Whether the word behind a number is none that it counts: "a day" behind 11 to 99 has another ending."""
        if behind in self.lists["conjunction"]:
            return True
        return number.low is not None and number.low % 100 >= _TEENS and behind in self.lists["unmarked"]

    def _counts_alone(self, number: Number) -> bool:
        """Whether a number with no word for people behind it counts some, and is no date and no adjective."""
        token = self.tokens[number.last - 1]
        word = quantity_word(token.norm) if token.kind == "word" else None
        if word is not None and word.definite and word.kind != "vague":
            return False
        one = number.low == 1 == number.high
        if self.is_of_things(number) or self.is_letters(number):
            return False
        return not (one and number.last < self.sentence.last and self.tokens[number.last].kind == "word")

    def is_of_things(self, number: Number) -> bool:
        """Whether a number in words has the form beside feminine nouns, which people without one have not."""
        before = number.first - 1
        killed = before >= self.sentence.first and cue(self.tokens[before].norm) is not None
        return number.last == number.first + 1 and not killed and self.says(number.first, "feminine")

    def is_letters(self, number: Number) -> bool:
        """Whether a number stands behind a letter of a foreign alphabet, spelt out: the name of a weapon."""
        at = number.first - 1
        return at >= self.sentence.first and self.tokens[at].norm in self.lists["letter"]

    def _is_no_count(self, first: int, last: int, before: str, after: str) -> bool:
        """Whether a number is of a date, a score or a name, or a percentage, and counts nobody."""
        apart = first > self.sentence.first and self.tokens[first - 1].end < self.tokens[first].start
        if before and before in ("/:" if apart else "/-:") or before == "ال" or before in self.lists["date"]:
            return True
        if after and after in "/-:%":
            return True
        return self.says(first, "percent") or last + 1 < self.sentence.last and self.says(last + 1, "percent")

    def _is_joined(self, first: int, before: str) -> bool:
        """Whether a count goes on with one before it: "and", "against", "besides"."""
        return (before == "و" or before in self.lists["versus"] or before in self.lists["besides"]
                or first - 1 > self.sentence.first and self.tokens[first - 2].norm in self.lists["besides"]
                or self._has_and(first))

    def _has_and(self, at: int) -> bool:
        """Whether "and" is written onto a number; "a minister" and "one" only begin with its letter."""
        token = self.tokens[at]
        word = quantity_word(token.norm)
        spelled = token.start + raw_offset(self.text[token.start : token.end], 1)
        return token.kind == "word" and token.norm[0] == "و" and (
            word is None or bool(word.particles) or self.text[spelled] == "أ")

    def trail(self, item: Item) -> None:
        """Take "others" and "at least" behind a counted noun into its phrase."""
        tokens, stop = self.tokens, self.sentence.last
        if item.last < stop and tokens[item.last].norm in self.lists["other"] | self.lists["another"]:
            item.last += 1
        if (
            item.high is None
            and item.low is not None
            and item.last + 1 < stop
            and tokens[item.last].norm in self.lists["over"]
        ):
            item.last += 2

    def counts_apart(self, item: Item) -> bool:
        """Civilians among the dead are a toll of their own, women and children among them are not."""
        word = quantity_word(self.tokens[item.last - 1].norm) if item.counted and not item.single else None
        return word is not None and word.lemma in self.lists["main"] and item.low is not None

    def opens_parts(self, item: Item) -> bool:
        """Whether an item opens the list of parts of the toll before it, which then stand for it."""
        previous = self.state.last
        return (previous is not None and item.counted and item.first - previous.last == 1
                and self.tokens[previous.last].norm in self.lists["they"])

    def agent(self, previous: Item, item: Item) -> bool:
        """Whether the people right behind a verb are its doers, for others are counted behind: "a gunman killed 4"."""
        head, stop = self.state.last_head, item.first
        while stop > previous.last and self.tokens[stop - 1].norm in self.lists["on_the_day"]:
            stop -= 1  # "gunmen killed yesterday 4 workers"
        between = self.tokens[previous.last : stop]
        many = previous.low is None and not previous.counted
        one = previous.single and previous.noun == _FIGHTER and item.counted and not item.single
        if head is None or previous.first != head.at + 1 or not (many or one) or item.joined or self.state.subset:
            return False
        if item.single and self.is_accusative(item.first):
            between = [token for token in between if token.norm not in COMMAS]  # "gunmen killed, in X, an officer"
        if item.counted and item.noun in _PEOPLE and between and between[0].norm in self.lists["in_guise"]:
            # "gunmen in a car killed 4 workers"
            return len(between) <= _GUISE and all(
                t.kind == "word" and t.norm not in self.lists["cause"] for t in between)
        return self.is_whose(previous.last, stop) or (
            item.counted
            and (item.noun in _PEOPLE or item.noun == "unknown" and not between)
            and len(between) <= 1
            and all(t.kind == "word" and t.norm not in self.lists["cause"] for t in between)
        )

    def hits_named(self, item: Item) -> bool:
        """Whether uncounted people right behind a verb hit somebody named right behind them: "gunmen killed A"."""
        if item.low is not None or item.counted or item.noun == _CIVILIANS:
            return False
        if all(h.at + 1 != item.first for h in self.state.heads):
            return False
        described = item.last < self.sentence.last and self.tokens[item.last].norm.endswith(("ون", "ين"))
        return self.is_named(item.last + described)

    def on_named(self, at: int) -> bool:
        """Whether people right before a verb hit somebody named right behind it: "that gunmen killed A"."""
        return bool(self.state.floating) and self.state.floating[-1].last == at and self.is_named(at + 1)

    def met(self, at: int) -> Item | None:
        """The one person before a word for their death ("a soldier met his death", "that a soldier met it")."""
        first = self.sentence.first
        verb = next((i for i in range(at - 1, max(first, at - MET) - 1, -1) if self.says(i, "meets")), None)
        if verb is None:
            return None
        here = verb + 1 if verb + 1 < at else verb - 1
        item = self.item(here) if here > first else None
        one = item is not None and item.low == 1 and item.noun not in ("", "other", "unknown")
        return item if one and (here > verb or self.opens_clause(here)) else None
