"""Whose people a sentence counts: the side named in their phrase, before or behind it, or said to have lost them."""

from __future__ import annotations

from typing import Final

from sijill.arabic.quantity_words import quantity_word
from sijill.documents import ActorMention
from sijill.extract.actors.belonging import may_be_of
from sijill.extract.tables.registry import registry
from sijill.extract.tolls.items import Counting
from sijill.extract.tolls.parts import NOBODYS, Head, Item, Whose
from sijill.extract.tolls.words import kin_of

_PHRASE: Final = 6  # tokens behind a counted noun in which its side is named
_BETWEEN: Final = 3  # tokens between the dead and the side that they were of
_LOSING: Final = 12  # tokens from a word of losing to what is lost
_UNNAMED: Final = "HEAD:"
_NO_NAME: Final = ("CIVILIANS", "UNIDENTIFIED", _UNNAMED)
_BELONGING: Final = 9  # tokens from counted people to the side that they are thought to be of
_FROM, _TO = "من", "ل"
_TO_BOTH: Final = 3  # tokens behind those counted in which "of both sides" begins
_COUNTRY: Final = "COUNTRY:"
_PRISONERS: Final = "CIV_PRISONERS"
_RAIDS: Final = "composed.air"


class Belonging(Counting):
    """Says of each item of a sentence whose people it counts."""

    def whose(self, item: Item) -> Whose:
        """The side of the counted people: named in their phrase or behind it, or said to have lost them."""
        if item.noun == "other" or item.noun == "bare" and self.out:
            untold = item.noun == "other" and self.state.whose == ("CIVILIANS", None)
            return untold and self.behind(item) or self.state.whose
        inside = self.inside(item)
        belongs = self.belonging(item) if inside is None or inside[0].startswith(_NO_NAME) else None
        if belongs is not None:
            return belongs
        if item.noun in ("CIVILIANS", "PROTESTERS") and item.kind is None:
            office = self.office(item)
            if office is not None:
                return office
            theirs = self.in_ranks(item) or self.of_men(item)
            said = inside if inside is not None and not theirs else self.behind(item, adjacent=True)
            return said if said is not None and item.last - item.first > 1 else (item.noun, None)
        if inside is not None and inside[0].startswith(_COUNTRY) and item.noun == "unknown":
            return "CIVILIANS", None  # told by their nationality alone
        people = inside is None or inside[0] == "CIVILIANS"
        if self.of_sides(item.first, item.last) or people and self.of_some_side(item) or self.from_both(item):
            return NOBODYS
        if inside is not None and not inside[0].startswith(_UNNAMED):
            return inside if not self.and_others(item) else NOBODYS
        said = self.behind(item) or self.ahead(item) or inside
        if said is None and item.kind is not None:
            said = self.losing(item)
        if said is not None:
            return said
        after = self.tokens[item.last : min(item.last + 3, self.sentence.last)]
        nouns = (quantity_word(t.norm) for t in after if t.kind == "word")
        fighters = any(w is not None and self.words.nouns.get(w.lemma, ("", ""))[1] == "fighter" for w in nouns)
        return NOBODYS if fighters or item.noun == "fighter" else ("CIVILIANS", None)

    def office(self, item: Item) -> Whose | None:
        """The side whose mention begins with who is counted, by his office: "the deputy of the commander of X"."""
        held = (a for a in self.actors if a.first == item.first < item.last < a.last and a.ids)
        return next(map(_of, held), None)

    def and_others(self, item: Item) -> bool:
        """Whether those whose phrase names a side are of another as well ("50 men of X and Y")."""
        named = next((a for a in self.actors if item.first <= a.first < item.last <= a.last and a.ids), None)
        return named is not None and self.joined_to(named)

    def joined_to(self, actor: ActorMention) -> bool:
        """Whether "and" joins the name of another side to a name; a man or two behind it are but more dead."""
        others = (a for a in self.actors if a.first == actor.last and self.tokens[a.first].norm.startswith("و"))
        return any(a.ids[:1] != actor.ids[:1] and not self._is_a_man_or_two(a) for a in others)

    def _is_a_man_or_two(self, actor: ActorMention) -> bool:
        """Whether a side is told by a word for one or two ("and two US soldiers", "and his wife")."""
        if kin_of(self.tokens[actor.first].norm.removeprefix("و")):
            return True
        word = quantity_word(self.tokens[actor.first].norm)
        return actor.last <= actor.first + 2 and word is not None and word.kind in ("one", "two") and (
            not word.definite and word.lemma in self.words.nouns)

    def ahead(self, item: Item) -> Whose | None:
        """The side that words right before the counted people say they were of ("of X were killed 12")."""
        actor = next((a for a in self.actors if a.last == item.first and a.ids and a.ids[0] != "CIVILIANS"), None)
        if actor is None or actor.first == self.sentence.first or item.noun == "bare":
            return None
        before = self.tokens[actor.first - 1].norm
        opened = any(0 < actor.first - h.at <= _BETWEEN for h in self.state.heads) or (
            actor.first - 2 >= self.sentence.first and self.says(actor.first - 2, "light"))
        return _of(actor) if before in self.lists["whose"] and opened else None

    def told_of_none(self, item: Item) -> bool:
        """Whether dead or wounded are counted without a word of who they were, or only pointed to ("of them")."""
        if item.noun not in ("victim", "bare") or item.whose[1] is not None:
            return False
        if item.whose[0] is None:
            return any(t.norm in self.lists["of_them"] for t in self.tokens[item.last : item.last + 2])
        near = self.tokens[item.first : min(item.last + _PHRASE, self.sentence.last)]
        words = [quantity_word(t.norm) for t in near if t.kind == "word"]
        if any(t.norm in self.lists["residents"] for t in near):
            return False
        return not any(w is not None and self.words.nouns.get(w.lemma, ("", ""))[1] == "CIVILIANS" for w in words)

    def of_some_side(self, item: Item) -> bool:
        """Whether some side's people are counted, and not said whose: "of them", "in their ranks", "of both sides"."""
        stop = min(item.last + _PHRASE, self.sentence.last)
        if any(t.norm in self.lists["of_them"] for t in self.tokens[item.last - 1 : min(item.last + 2, stop)]):
            return True
        before = max(self.sentence.first, item.first - 1)
        return item.noun != "fighter" and (self.of_sides(before, item.first) or self.of_sides(item.last, stop))

    def from_both(self, item: Item) -> bool:
        """Whether "of both sides" stands behind who is counted: not where they fell "in fighting between both"."""
        behind = range(item.last, min(item.last + _TO_BOTH, self.sentence.last - 1))
        return any(self.tokens[at].norm == _FROM and self.of_sides(at + 1, at + 2) for at in behind)

    def losing(self, item: Item) -> Whose | None:
        """Who is said to have lost the dead of an item, or to have been made to lose them; None where nobody is."""
        for at in range(item.first - 1, max(self.sentence.first, item.first - _LOSING) - 1, -1):
            if self.says(at, "break") or self.says(at, "light"):
                return None
            loses = self.says(at, "loses")
            if loses or self.says(at, "made_to_lose"):
                between = [a for a in self.actors if at < a.first < item.first and a.ids]
                return NOBODYS if not between else _of(between[0 if loses else -1])
        return None

    def inside(self, item: Item) -> tuple[str, int] | None:
        """The side named in the counted phrase; "dead", "captives", "dozens" count people, and do not say whose."""
        named = [a for a in self.actors if item.first <= a.first < item.last and a.ids and not (
            item.kind is not None and (a.ids[0] == "CIVILIANS" or a.ids[0] == _PRISONERS and self.taken_in_war(item)))]
        said = next((a for a in named if a.kind != "people"), named[0] if named else None)
        return None if said is None else _of(said)

    def taken_in_war(self, item: Item) -> bool:
        """Whether captives are counted by the word for those of a war, who are fighters."""
        word = quantity_word(self.tokens[item.last - 1].norm)
        return word is not None and word.lemma in self.lists["war_captive"]

    def behind(self, item: Item, adjacent: bool = False) -> Whose | None:
        """The side that words behind the counted people say they were of: nobody's where there are two."""
        actor = next((a for a in self.actors if item.last <= a.first and a.ids and a.ids[0] not in (
            "CIVILIANS", _PRISONERS)), None)
        if actor is None or actor.kind == "country" or actor.first in self.places:
            return None
        between = [t.norm for t in self.tokens[item.last : actor.first]]
        if len(between) > (1 + self.in_ranks(item) if adjacent else _BETWEEN) or not set(between) <= self.lists["of"]:
            return None
        if between and self.lists["whose"].isdisjoint(between) and not (len(between) == 1 and actor.kind == "name"):
            return None
        return NOBODYS if self.joined_to(actor) else _of(actor)

    def belonging(self, item: Item) -> Whose | None:
        """The side that counted people are said or thought to belong to ("5 people suspected to be members of X")."""
        actor = next((a for a in self.actors if item.last < a.first and a.ids and a.kind != "country" and (
            a.ids[0] not in ("CIVILIANS", _PRISONERS))), None)
        if actor is None or actor.first - item.last > _BELONGING or actor.first in self.places:
            return None
        between, side = self.tokens[item.last : actor.first], self.tokens[actor.first].norm
        # "5 people whom X suspects" are not X's
        return _of(actor) if may_be_of(between) and (len(between) > 1 or side[0] == _TO) else None

    def in_ranks(self, item: Item) -> bool:
        """Whether people are told to be in somebody's ranks, whose they are then, in 7 of 7 of the gold."""
        behind = self.tokens[item.last : min(item.last + 2, self.sentence.last)]
        return any(t.norm in self.lists["ranks"] for t in behind)

    def of_men(self, item: Item) -> bool:
        """Whether persons are counted a word before some men, whose they are then ("5 persons of the fighters of X").

        So in 14 of 14 in the news.
        """
        return any(actor.first == item.last + 1 for actor in self.actors) and any(
            registry().is_link("persons", token.key) for token in self.tokens[item.first : item.last])

    def counted_of(self, heads: list[Head], item: Item) -> Whose | None:
        """The side said right behind the words for a total ("the number of dead of X is 12"); None where none is."""
        for head in heads:
            if not head.single and head.at < item.first:
                if self.of_sides(head.at + 1, item.first):
                    return NOBODYS
                # "the toll of the raids of A": A made it
                if any(a.first == head.at + 1 and a.rule.startswith(_RAIDS) for a in self.actors):
                    return None
                return self.behind(Item(head.at, head.at + 1, head.start, None, None, head.kind, "victim", False, True))
        return None


def _of(actor: ActorMention) -> tuple[str, int]:
    return actor.ids[0], actor.start
