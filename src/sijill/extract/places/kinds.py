"""Places that a word of their kind announces: "the town of X", "X airport", "the old city", "the camp"."""

from __future__ import annotations

from typing import Final, TypeGuard

from sijill.extract.places.kind_words import KindWordReader
from sijill.extract.places.known import WIDE
from sijill.extract.places.members import FREE
from sijill.extract.places.names import is_common, is_quote, is_told, name_end, raw_name
from sijill.extract.places.set_off import set_off
from sijill.extract.tables.gazetteer import KnownPlace, Match
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import (
    AND,
    ARTICLE,
    KindForm,
    PlaceWord,
    has_class,
    is_definite,
    look_up,
)
from sijill.replacing import replace

# what a town has everywhere: "the streets of X" are X
_EVERYWHERE: Final = frozenset({"road", "mosque", "market"})
# of which no part is told by an adjective behind the name, as of quarters and villages
_WHOLE: Final = ("city", "governorate", "region")
_TOWNS: Final = frozenset({"city", "town", "village", "governorate", "quarter", "country"})
_HOUSES: Final = frozenset({"building", "hospital", "school", "university", "church", "prison"})
_LONGEST_QUOTED: Final = 5
_QUOTE: Final = '"'
_PLURAL: Final = 3
_FEMININE: Final = "ه"
_AFTER_PERSONS: Final = frozenset({"village", "quarter", "town"})
_OF_TOWNS: Final = frozenset({"airport", "port"})
_NAMED_AFTER: Final = frozenset({"road", "bridge", "dam", "crossing", "checkpoint"})


class KindReader(KindWordReader):
    """Reads phrases that begin with a word of kind."""

    def _kind_phrase(self, at: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        """Reads what a word of kind begins; the token behind it, or None where it begins no place."""
        tokens = self.tokens
        match = self.names.at(tokens, at, last)
        if match is not None and match.end > at + 1:
            return self._table(match, last, floor, word)
        if word.definite and kind.number == _PLURAL:
            return None
        here = at + 1
        while here < min(last, at + 3) and is_quote(tokens[here]):
            here += 1
        if self._is_another_word(at, here, last, floor, word, kind) or self._is_no_dual(at, here, last, word, kind):
            return None
        if not {"ambush", "post"}.isdisjoint(word.classes) and not self._is_post(here, last, word):
            return None
        if word.definite:
            return self._definite(at, here, last, floor, word, kind)
        if here >= last or tokens[here].kind == "mark":
            return None
        if kind.value == "district" and has_class(tokens[here].norm, "office"):
            # a directorate of health is a house, not a district
            kind = replace(kind, value="building", keeps=True)
        following = look_up(tokens[here].norm)
        if self._is_part_of_told(here, last, word, kind, following):
            return None
        if following is not None and following.kind is not None and not following.definite:
            if self._are_paired(at, here, last, kind, following):
                return self._two_kinds(at, here, last, floor, word, following)
            alone = kind.number == following.kind.number == 1 and not following.particles
            if alone and kind.value in _OF_TOWNS and not following.kind.keeps:
                return self._of_town(at, here, last, floor, word, kind)
            if not self._is_named_after(here, word, kind, following):
                return None
        if kind.number == _PLURAL:
            if self._is_of_the_south(here, last, following) or kind.keeps and self._lies_within(here, last):
                return None
            if not kind.keeps and following is not None and self._is_quartered(here, last, following):
                draft = self._draft(here, 0, here + 2, at, kind.value,
                                    self._extent(at, floor, word.particles, False), "kind", 0.9)
                return self._list(draft, here, here + 2, last, kind.value, FREE)
            town = self._town_of_streets(here, last, kind)
            if town is not None:
                return self._table(town, last, floor, None)
        if tokens[here].norm == ARTICLE and here + 1 < last and tokens[here + 1].kind == "number":
            # "street 30", the number with its article
            here += 1
        end = self._name_end(at, here, last, floor, word, kind, following)
        return None if end is None else self._of_kind(at, here, end, last, floor, word, kind, following)

    def _are_paired(self, at: int, here: int, last: int, kind: KindForm, two: PlaceWord) -> bool:
        """Whether another kind of the same name is joined right behind a kind: "the city and port of X"."""
        return (two.particles in AND and two.kind is not None and kind.number == two.kind.number == 1
                and here == at + 1 and here + 1 < last)

    def _is_named_after(self, here: int, word: PlaceWord, kind: KindForm, other: PlaceWord) -> bool:
        """Whether a place may be called after what another word of kind names: "the road of the airport of X"."""
        assert other.kind is not None
        if other.particles or kind.number > 1:
            return False
        housed = "house" in word.classes and other.kind.value in _HOUSES
        return housed and not has_class(self.tokens[here].norm, "house") or (
            other.kind.keeps and kind.value in _NAMED_AFTER)

    def _is_of_the_south(self, here: int, last: int, following: PlaceWord | None) -> bool:
        """Whether a direction is all that stands behind a plural: "the cities of the south"."""
        if following is None or not following.definite or "direction" not in following.classes:
            return False
        after = look_up(self.tokens[here + 1].norm) if here + 1 < last else None
        return after is None or "direction_adj" not in after.classes

    def _town_of_streets(self, here: int, last: int, kind: KindForm) -> Match | None:
        """The town whose streets, mosques or markets are told of, which are all of it."""
        inside = self.names.at(self.tokens, here, last) if kind.value in _EVERYWHERE else None
        known = inside is not None and inside.cut == 0 and inside.place.kind in _TOWNS and not inside.place.ambiguous
        return inside if known else None

    def _name_end(
        self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm, following: PlaceWord | None
    ) -> int | None:
        """The end of the name that stands behind a word of kind; None where none does."""
        tokens, names = self.tokens, self.names
        if tokens[here].kind in ("number", "latin"):
            end = self._numbered_end(here, last, kind)
            if end is None:
                return None
        elif kind.value == "market" and has_class(tokens[here].norm, "weekday"):
            end = here + 1
        elif self._is_date(here, last):
            end = here + 3
        elif "house" in word.classes and kind.number == 1 and _is_of_kind(following) and following.definite:
            # "the building of the governorate"
            end = name_end(tokens, here, last, True, names) or here + 1
        else:
            # quarters and villages are named after persons as streets are
            person = kind.value in _AFTER_PERSONS and has_class(tokens[here].norm, "given")
            end = self._over_the_quoted(at, here, name_end(tokens, here, last, kind.keeps or person, names), last, kind)
            rural = self._extent(at, floor, word.particles, False) == "countryside"
            if end is not None and (kind.value in _WHOLE or rural):
                end = self._without_bearing(here, end, rural)
        off = set_off(self.text, tokens, here, 0, last) if kind.number == _PLURAL and kind.value in _TOWNS else None
        if off is not None and (end is None or end <= off):
            end = off
        elif end is None or kind.number == _PLURAL and self._begins_no_list(here, end, last, kind):
            return None
        if kind.keeps and kind.number == 1 and self._is_unnamed(here, end, last, word, kind):
            return None
        if kind.keeps and kind.number == _PLURAL and end == here + 1 and self._are_unnamed(here, last):
            return None
        if kind.keeps and kind.number == 1 and end == here + 1 and has_class(tokens[here].norm, "facility_head"):
            end = self._quoted_end(end, last)
        return self._other_end(end, last) if kind.value == "road" and kind.number == 1 else end

    def _numbered_end(self, here: int, last: int, kind: KindForm) -> int | None:
        """The end of a name that is a number or in Latin letters: "7 July Street", "camp K1"."""
        token, end = self.tokens[here], here + 1
        dated = end < last and has_class(self.tokens[end].norm, "month") and kind.value in ("quarter", "city")
        if not (kind.keeps or dated) or kind.number > 1:
            return None
        goes_on = end < last and (has_class(self.tokens[end].norm, "month") or self.tokens[end].kind == "number"
                                  and token.kind == "latin" and token.end == self.tokens[end].start)
        return end + goes_on

    def _begins_no_list(self, here: int, end: int, last: int, kind: KindForm) -> bool:
        """Whether a word behind a plural is a common one that begins no list of names."""
        token = self.tokens[here]
        return (self.names.at(self.tokens, here, last) is None and is_common(token)
                and not self._is_listed(here, end, last)
                and not (kind.keeps and has_class(token.norm, "facility_head")))

    def _of_kind(
        self, at: int, here: int, end: int, last: int, floor: int, word: PlaceWord, kind: KindForm,
        following: PlaceWord | None,
    ) -> int:
        """Adds what a word of kind and the name behind it tell, and those listed behind; the token behind them."""
        extent = self._extent(at, floor, word.particles, kind.value in WIDE)
        if kind.keeps and kind.number == 1:
            draft = self._draft(at, word.cut, end, at, kind.value, extent, "kind", 0.95)
            houses = _is_of_kind(following) and not following.definite
            if "house" in word.classes and (houses or has_class(self.tokens[here].norm, "ministry")):
                # "the building of the university of X" is the university
                draft.name = raw_name(self.text, self.tokens[here].start, draft.end)
            return self._list(draft, here, end, last, kind.value)
        known = self.names.at(self.tokens, here, last)
        draft = self._draft(here, 0, end, at, kind.value, extent, "kind", 0.97)
        if known is not None and known.cut == 0 and known.end == end:
            draft.known = _fitting(known, kind.value)
        prefix = kind.singular + " " if kind.keeps else ""
        draft.name = prefix + draft.name
        self._learn(here, end, kind.value)
        room = {1: 0, 2: 1}.get(kind.number, FREE)
        return self._list(draft, here, end, last, kind.value, room, prefix)

    def _without_bearing(self, here: int, end: int, rural: bool) -> int:
        """The end of a name without where the known place of it is said to lie ("the south-western city of X").

        A province called after a country is a part of it, and has its direction in its name.
        """
        known = self.names.at(self.tokens, here, end)
        if known is None or known.place.ambiguous or known.place.kind == "country":
            return end
        behind = self.tokens[known.end : end]
        if rural and any(token.norm.endswith(_FEMININE) for token in behind):
            return end
        return known.end if all(has_class(token.norm, "direction_adj") for token in behind) else end

    def _of_town(self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        """An airport or port whose town is told with its kind ("the airport of the city of X"), named as its X."""
        end = name_end(self.tokens, here + 1, last, False, self.names) if here + 1 < last else None
        if end is None:
            return None
        extent = self._extent(at, floor, word.particles, False)
        draft = self._draft(at, word.cut, end, at, kind.value, extent, "kind", 0.95)
        draft.name = kind.singular + " " + raw_name(self.text, self.tokens[here + 1].start, draft.end)
        return self._list(draft, here + 1, end, last, kind.value)

    def _is_date(self, here: int, last: int) -> bool:
        """Whether a day in words begins at a token ("the sixth of October"), by which a city or street is called."""
        if here + 2 >= last or not has_class(self.tokens[here + 2].norm, "month"):
            return False
        link = look_up(self.tokens[here + 1].norm)
        of_month = link is not None and link.classes.get("link") == "from" and is_definite(self.tokens[here].norm)
        return of_month and self.names.at(self.tokens, here, last) is None

    def _is_listed(self, here: int, end: int, last: int) -> bool:
        """Whether a word that nothing knows but for its shape, like a verb's, is the first of a list of names."""
        token = self.tokens[here]
        if token.kind != "word" or look_up(token.norm) is not None or lexicon().hit(token.norm) or is_told(token):
            return False
        comma = end < last and self.tokens[end].norm in "،,"
        following = self.tokens[end + 1 if comma else end] if end + comma < last else None
        return following is not None and following.kind == "word" and following.norm[0] == AND[0]

    def _is_quartered(self, here: int, last: int, word: PlaceWord) -> bool:
        """Whether "the old city" behind a plural is the first of its list, and not what holds all of them."""
        if word.kind is None or word.kind.keeps or not word.definite or here + 3 >= last:
            return False
        adjective, token = look_up(self.tokens[here + 1].norm), self.tokens[here + 2]
        if adjective is None or not adjective.definite or "name_adj" not in adjective.classes:
            return False
        after = self.tokens[here + 3] if token.norm in "،," else token
        return after.norm[0] == AND[0] and is_definite(after.norm[1:]) and look_up(after.norm[1:]) is not None

    def _quoted_end(self, end: int, last: int) -> int:
        """The end of a facility's name over its own name in quotes ("the police station "X")."""
        if end >= last or not is_quote(self.tokens[end]):
            return end
        for close in range(end + 2, min(last, end + _LONGEST_QUOTED)):
            if is_quote(self.tokens[close]):
                return close
        return end

    def _over_the_quoted(self, at: int, here: int, end: int | None, last: int, kind: KindForm) -> int | None:
        """The end of a place's name over all that the quotes around it hold ("the town of "X Y"")."""
        if end is None or kind.number > 1 or here != at + 2 or self.tokens[at + 1].norm != _QUOTE:
            return end
        for close in range(here, min(last, here + _LONGEST_QUOTED)):
            if self.tokens[close].norm == _QUOTE:
                return max(end, close)
            if self.tokens[close].kind != "word" or close > here and self.tokens[close].norm[0] == AND[0]:
                return end
        return end

    def _two_kinds(self, at: int, here: int, last: int, floor: int, one: PlaceWord, two: PlaceWord) -> int | None:
        """Two kinds of one name ("the city and port of X"): both mentions end with it."""
        assert one.kind is not None and two.kind is not None
        # "the valley and desert of the province of X"
        behind = here + 1 + (here + 1 < last and _is_of_kind(look_up(self.tokens[here + 1].norm)))
        end = name_end(self.tokens, behind, last, False, self.names) if behind < last else None
        if end is None:
            return None
        for word, head in ((one, at), (two, here)):
            kind = word.kind
            assert kind is not None
            extent = self._extent(head, floor, word.particles, False) if head == at else self.found[-1].extent
            if kind.keeps:
                draft = self._draft(head, word.cut, end, head, kind.value, extent, "kind", 0.9)
                draft.name = kind.singular + " " + raw_name(self.text, self.tokens[behind].start, draft.end)
            else:
                draft = self._draft(behind, 0, end, head, kind.value, extent, "kind", 0.9)
            self.found.append(draft)
        return end


def _fitting(match: Match, kind: str) -> KnownPlace:
    """Of the places that a name may mean, the one of a kind, if there is one."""
    for place in match.places:
        if place.kind == kind:
            return place
    return match.place


def _is_of_kind(word: PlaceWord | None) -> TypeGuard[PlaceWord]:
    """Whether a word is one of kind without particles."""
    return word is not None and word.kind is not None and not word.particles
