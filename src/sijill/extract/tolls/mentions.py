"""The tolls that a sentence tells: a word of killing or wounding and the people it was given, as mentions."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import without_article
from sijill.arabic.folding import raw_offset
from sijill.arabic.quantity_words import quantity_word
from sijill.documents import CasualtyMention
from sijill.extract.tolls.parts import Head, Item
from sijill.extract.tolls.people import Belonging
from sijill.replacing import replace

UNSAID: Final = ":unsaid"
"""How the rule of a toll ends whose words do not say who the people were."""
_HIS: Final = "his"
OF_HIM: Final = f"toll:{_HIS}"
"""The rule of a toll whose words only point back to who fell ("which led to his death", "they shot him dead")."""
# characters from a count to the others of "and wounded 12 others"
_OTHERS: Final = 12
_AND: Final = 2  # characters between the dead and the wounded whom "and" alone joins
_TO: Final = ("ل", "ب")
# how the id of those begins who are called somebody's own ("his soldiers")
_OWN: Final = "OWN:"
_TO_CAUSE: Final = 3  # tokens from "his death" back to "led to"
OWN_HARM: Final = {"own_killed": ("killed", 1), "own_killed_two": ("killed", 2),
                   "own_wounded": ("wounded", 1), "own_wounded_two": ("wounded", 2)}
"""What the lists of words for somebody's own death or wound tell, and of how many."""
# how many a word tells to be dead behind a verb of felling with its object attached ("laid him low, dead")
_LAID_LOW: Final = {"dead_one": 1, "dead_two": 2}


class Telling(Belonging):
    """Turns heads and the people counted beside them into mentions of tolls."""

    def own_harm(self, at: int) -> bool:
        """Whether a word tells that one or two told of before were hurt: "which led to his death", "laid him low"."""
        if self.laid_low(at):
            return True
        norm = self.tokens[at].norm
        bare = norm[1:] if norm[:1] in _TO else norm
        found = next((harm for name, harm in OWN_HARM.items() if bare in self.lists[name]), None)
        if found is None or any(one.kind == found[0] for one in self.out):
            return False
        before = range(max(self.sentence.first, at - _TO_CAUSE), at)
        if not any(self.says(i, "consequence") for i in before) or any(self.negated(i) for i in before):
            return False
        kind, count = found
        start = self.tokens[at].start + raw_offset(
            self.text[self.tokens[at].start : self.tokens[at].end], len(norm) - len(bare))
        self.tell([Head(at, kind, start, 0, True)], Item(at, at + 1, start, count, count, None, _HIS, False, True))
        return True

    def laid_low(self, at: int) -> bool:
        """Whether a verb and the word behind it tell that one or two told of before were shot dead."""
        if at + 1 >= self.sentence.last or not self.says(at, "laid_low") or self.negated(at):
            return False
        behind = self.tokens[at + 1]
        count = next((n for name, n in _LAID_LOW.items() if behind.norm in self.lists[name]), 0)
        if count:
            self.tell([Head(at, "killed", self.tokens[at].start, 0, True)],
                      Item(at + 1, at + 2, behind.start, count, count, None, _HIS, False, True))
        return bool(count)

    def give(self, heads: list[Head], item: Item) -> bool:
        self.tell(heads, item)
        self.state.heads = [h for h in self.state.heads if not h.single and h not in heads]
        self.state.last_head = heads[-1]
        self.state.floating = []
        return True

    def add(self, item: Item) -> bool:
        """Add people to their like before them ("an officer and three soldiers", "a woman and her son")."""
        last, previous = self.out[-1], self.state.last
        whose = self.whose(item)
        sides = {w for w in (last.who, whose[0]) if w is not None and (":" not in w or w.startswith("NEW:"))}
        if (
            previous is None
            or item.first - previous.last > 1
            or previous.noun not in ("fighter", "CIVILIANS")
            or item.noun != previous.noun
            or len(sides) > 1
            or (sides and any(w is not None and w.startswith(_OWN) for w in (last.who, whose[0])))
            or self.rebels(previous) != self.rebels(item)
            or last.low is None
            or last.high is None
            or item.low is None
            or item.high is None
        ):
            return False
        self.out[-1] = replace(
            last,
            end=self.tokens[item.last - 1].end,
            low=last.low + item.low,
            high=last.high + item.high,
            who=next(iter(sides), last.who),
            named=last.named if last.who in sides or whose[0] not in sides else whose[1],
        )
        previous.last = item.last
        return True

    def rebels(self, item: Item) -> bool:
        """Whether the counted fighters are called rebels, who are not of one side with soldiers."""
        word = quantity_word(self.tokens[item.last - 1].norm)
        return word is not None and word.lemma in self.lists["rebel"]

    def among(self) -> None:
        """Take the people told from here on for some of those told last."""
        self.state.subset = True
        if self.out and self.state.last is not None and (not self.parts or self.parts[-1][0] is not self.out[-1]):
            self.parts.append((self.out[-1], []))

    def opens_aside(self, at: int) -> bool:
        """Whether a dash right behind the people told last, and before others, opens what is said aside of them."""
        last = self.state.last
        return not self.state.subset and last is not None and last.last == at and at + 1 in self.numbers

    def part(self, item: Item) -> None:
        """Keep people told among others, who may make up all of these: the first, and whom "and" joins to them."""
        bare = self.tokens[item.first].norm.removeprefix("و")
        if self.parts and item.low is not None and item.low == item.high and (
                item.joined and (item.counted or without_article(bare) == bare)
                or not self.parts[-1][1] and item.counted):
            self.parts[-1][1].append(item)

    def split(self) -> None:
        """Tell the parts of a toll for the whole where they make it up and are of several sides."""
        for whole, parts in self.parts:
            exact = whole in self.out and whole.low == whole.high == sum(item.low or 0 for item in parts)
            if not exact or len({self.whose(item)[0] for item in parts}) == 1:
                continue
            self.out.remove(whole)
            told = {toll.start for toll in self.out}
            for item in parts:
                if item.start not in told:
                    self.tell([Head(item.first, whole.kind, whole.trigger_start, 0, True)], item)

    def shared(self, item: Item) -> bool:
        """Whether the side named with an item is that of the dead or wounded right before "and" as well."""
        last = self.state.last
        if not self.out or self.out[-1].who != "CIVILIANS" or item.whose[0] == "CIVILIANS":
            return False
        if item.noun == "other":  # "5 were killed and 12 others wounded of X"
            told = self.out[-1]
            return told.rule == f"toll:bare{UNSAID}" and item.start - told.end <= _OTHERS
        told = self.out[-1]
        if told.rule.startswith("toll:bare") and 0 < item.start - told.end <= _OTHERS and item.counted:
            return self.text[told.end : item.start].lstrip().startswith("و")  # "killing 2 and wounding 3 of X"
        if last is None or last.whose[0] != "CIVILIANS":
            return False
        return last.kind is not None and item.kind is not None and item.joined and item.first - last.last <= 1

    def tell(self, heads: list[Head], item: Item) -> None:
        state = self.state
        item.whose = who, named = self.counted_of(heads, item) or self.whose(item)
        follows = item.noun == "other" or item.noun == "bare" and bool(self.out)
        item.unsaid = state.unsaid if follows else self.told_of_none(item)
        if self.shared(item):
            # "5 dead and 12 wounded of X": X's all of them
            for here in range(len(self.out) - 1, -1, -1):
                told = self.out[here] = replace(self.out[here], who=who, named=named)
                before = self.out[here - 1] if here else None
                # "dead, wounded and captives of X"
                if before is None or before.who != "CIVILIANS" or told.start - before.end > _AND:
                    break
        end = self.tokens[item.last - 1].end
        joint = len({h.kind for h in heads}) > 1
        rule = f"toll:{'joint' if joint else item.noun or 'bare'}"
        for head in heads:
            low, high = (None, None) if joint else (item.low, item.high)
            self.out.append(
                CasualtyMention(
                    item.start,
                    end,
                    head.kind,
                    low,
                    high,
                    who,
                    head.start,
                    f"{rule}{UNSAID}" if item.unsaid else rule,
                    named,
                )
            )
        state.last, state.whose, state.unsaid = item, item.whose, item.unsaid
