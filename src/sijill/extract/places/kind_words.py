"""Words of kind that announce no place: what is spelled like one, and the part or seat of a place that was told."""

from __future__ import annotations

from typing import Final

from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import ADVERBIAL
from sijill.extract.places.names import is_common, is_strange, name_end
from sijill.extract.places.unnamed import UnnamedReader
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import (
    AND,
    HAMZA,
    HAMZA_BELOW,
    IN,
    KindForm,
    PlaceWord,
    has_class,
    is_definite,
    look_up,
)

_EGYPT: Final = "EGY"
_HYPHENS: Final = frozenset("-–ـ")
_NISBA: Final = "ي"
_FULL_DUALS: Final = ("ان", "ين")
_FIELDS: Final = frozenset({"area", "front", "site", "square"})
_SEATED: Final = frozenset({"governorate", "district", "subdistrict", "city"})
# words from "site" to "on the internet", over its name
_TO_ONLINE: Final = 5


class KindWordReader(UnnamedReader):
    """Tells words of kind that may begin a place from those that do not."""

    def _is_another_word(self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> bool:
        """Whether a word of kind means something else: "and led", "by means of", "on the way", "a series of"."""
        token = self.tokens[at]
        if (
            kind.number == 1
            and HAMZA in self.text[token.start : token.end]
            and not {HAMZA, HAMZA_BELOW} & set(kind.singular)
        ):
            return True
        if kind.value == "site" and any(
                has_class(self.tokens[i].norm, "online") for i in range(here, min(here + _TO_ONLINE, last))):
            return True
        match = self.names.at(self.tokens, here, last)
        named = match is not None
        if kind.value == "area" and here < last and has_class(self.tokens[here].norm, "border"):
            return True
        if kind.value in _FIELDS and not named and here < last and not word.definite:
            # "the area of the clashes"
            hit = lexicon().hit(self.tokens[here].norm)
            if hit is not None and hit.form == "noun" and (hit.definite or kind.value == "square"):
                return True
        if "sector" in word.classes:
            # "the sector of health"
            if match is not None:
                return word.definite or all(p.ambiguous for p in match.places)
            return word.definite or not (here < last and is_strange(self.text, self.tokens[here]))
        if "series" in word.classes:
            following = look_up(self.tokens[here].norm) if here < last else None
            return not named and (following is None or following.kind is None)
        if "manner" not in word.classes or named:
            return False
        before = look_up(self.tokens[at - 1].norm) if at > floor else None
        return word.particles.endswith(IN) or before is not None and "of_manner" in before.classes

    def _is_no_dual(self, at: int, here: int, last: int, word: PlaceWord, kind: KindForm) -> bool:
        """Whether a word spelled as a dual is a single accusative or an adjective: two places have two names."""
        single = fold_word(kind.singular)
        if kind.number == 2 and not word.definite and word.base.endswith(_FULL_DUALS) and here == at + 1 < last:
            # the full dual has no genitive behind it: "two tunnels dug" are without names
            return not self._is_named(here, last)
        if kind.number != 2 or word.base not in (single + ADVERBIAL, single + _NISBA):
            return False
        if here < last and word.base == single + ADVERBIAL and self._is_accusative(here, last):
            return True
        end = name_end(self.tokens, here, last, kind.keeps, self.names) if here < last else None
        if end is None or end >= last:
            return True
        return not (self.tokens[end].norm[0] in AND[0] or self.tokens[end].norm in _HYPHENS)

    def _is_named(self, here: int, last: int) -> bool:
        """Whether a token is no word, has the article, or begins a known name."""
        token = self.tokens[here]
        return token.kind != "word" or is_definite(token.norm) or self.names.at(self.tokens, here, last) is not None

    def _is_post(self, here: int, last: int, word: PlaceWord) -> bool:
        """Whether a word for an ambush or a point is a post with a name; an ambush is one in Egypt alone."""
        if here >= last or not word.exact:
            return False
        norm = self.tokens[here].norm
        known = self.names.at(self.tokens, here, last) is not None and not is_common(self.tokens[here])
        if known or has_class(norm, "head"):
            return "post" in word.classes or not self.home or _EGYPT in self.home
        if "post" in word.classes:
            return here + 1 < last and self.tokens[here + 1].kind == "number" and has_class(norm, "numbered")
        return is_definite(norm) and (not self.home or _EGYPT in self.home)

    def _is_part_of_told(
        self, here: int, last: int, word: PlaceWord, kind: KindForm, following: PlaceWord | None
    ) -> bool:
        """Whether a site, gate or seat is of what was told: "the gate of the hotel", "the centre of the district"."""
        part = kind.value == "site" or kind.value == "checkpoint" and "before" in word.classes
        if part and self._is_facility(here, last) and (kind.value == "site" or self._is_told_before(here)):
            return True
        return "seat" in word.classes and (
            self.names.at(self.tokens, here, last) is not None or _is_seated(following))

    def _is_facility(self, here: int, last: int) -> bool:
        """Whether a definite facility without a name stands at a token."""
        word = look_up(self.tokens[here].norm)
        if word is None or word.kind is None or not (word.kind.keeps and word.definite and word.kind.number == 1):
            return False
        after = self.tokens[here + 1] if here + 1 < last else None
        return after is None or after.kind != "word" or not is_definite(after.norm)

    def _is_told_before(self, here: int) -> bool:
        """Whether a facility of the kind that stands at a token was told before."""
        word = look_up(self.tokens[here].norm)
        return any(word is not None and word.kind is not None and d.kind == word.kind.value for d in self.found)


def _is_seated(following: PlaceWord | None) -> bool:
    """Whether what a place is the seat of was told before: "the centre of the district" is the district's."""
    return following is not None and following.definite and following.kind is not None and (
        following.kind.number == 1 and following.kind.value in _SEATED)
