"""Places that the article and an adjective make names: "the old city", "the covered market", "the Saudi border"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import without_article
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import NISBAS
from sijill.documents import Token
from sijill.extract.places.known import WIDE, KnownReader
from sijill.extract.places.names import raw_name
from sijill.extract.tables.place_words import (
    AND,
    BORDER,
    HERS,
    OF,
    KindForm,
    PlaceWord,
    has_class,
    is_definite,
    look_up,
)

# facilities whose adjective is their name, those that may be called after a state, those of any adjective
_SITES: Final = frozenset({"building", "hospital", "school", "university", "mosque", "church", "square", "market",
                           "prison", "road", "bridge", "quarter"})
_OF_NATIONS: Final = frozenset({"hospital", "school", "university", "bridge"})
_DESCRIBED: Final = frozenset({"hospital", "school", "mosque", "church", "square", "market", "bridge", "quarter"})
# what makes "the area" one among others
_ZONED: Final = frozenset({"zone_adj", "direction_adj"})
_ELSEWHERE: Final = frozenset({"direction", "before"})
_OF_JUSTICE: Final = frozenset({"against", "nation", "of_bodies"})
_DASHES: Final = frozenset("-/")


class SiteReader(KnownReader):
    """Reads kind words with the article."""

    def _definite(self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        """A kind word with the article: a name with its adjective, an apposition, or an anaphor."""
        tokens = self.tokens
        if kind.value == "district" and here < last and self._is_of_justice(here):
            return None
        if kind.value == "quarter" and at > floor and has_class(tokens[at - 1].norm, "bullets"):
            # "live" bullets, spelled as "the quarter" is
            return None
        if kind.number == 1 and here == at + 1 < last and tokens[here].kind != "mark":
            end = self._of_adjective(at, last, floor, word, kind)
            if end is not None:
                return end
        extent = self._extent(at, floor, word.particles, kind.value in WIDE, True)
        draft = self._draft(at, word.cut, at + 1, at, kind.value, extent, f"anaphor-{kind.number}", 0.8)
        match = self.names.at(tokens, at, last)
        if match is not None and kind.keeps and match.end == at + 1 and not (
                match.place.ambiguous and _of_a_nation(tokens, at, last)):
            draft.known = match.place
        self.found.append(draft)
        return at + 1

    def _is_of_justice(self, here: int) -> bool:
        """Whether what stands behind "the district" makes it a body: "the Supreme Judiciary", "putting an end to"."""
        word = look_up(self.tokens[here].norm)
        return word is not None and not _OF_JUSTICE.isdisjoint(word.classes)

    def _of_adjective(self, at: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        """A kind word with the article and the number or adjective that makes a name of it; the token behind it."""
        tokens, here = self.tokens, at + 1
        if tokens[here].kind == "number" and kind.keeps:
            extent = self._extent(at, floor, word.particles, False)
            self.found.append(self._draft(at, word.cut, here + 1, at, kind.value, extent, "kind", 0.8))
            return here + 1
        following = look_up(tokens[here].norm)
        named = self._is_site(here, word, kind, following) or (
            following is not None
            and following.definite
            and not following.particles
            and (
                "name_adj" in following.classes
                and "adj" not in following.classes
                and ("direction_adj" not in following.classes or kind.keeps)
                or kind.value == "area" and not _ZONED.isdisjoint(following.classes)
                or "of_nation" in word.classes
                and ("nation" in following.classes or self._is_country(here, last))
            )
        )
        if (
            named
            and kind.value not in ("airport", "base")
            and (following is None or "facility_adj" not in following.classes or kind.keeps)
        ):
            end = here + 1
            if kind.value == "area":
                # "the north-western area"
                end += end < last and has_class(tokens[end].norm, "direction_adj")
            if kind.value == "road":
                end = self._both_ends(end, last)
            extent = self._extent(at, floor, word.particles, False)
            draft = self._draft(at, word.cut, end, at, kind.value, extent, "definite", 0.7)
            return self._list(draft, at, end, last, None)
        return None

    def _is_site(self, here: int, word: PlaceWord, kind: KindForm, following: PlaceWord | None) -> bool:
        """Whether a definite adjective tells a facility from its like: "the covered market", "the Saudi hospital"."""
        norm = self.tokens[here].norm
        if kind.value not in _SITES or word.particles.endswith(AND) and not word.definite or not is_definite(norm):
            return False
        if following is None or following.classes.keys() == {"common"}:
            feminine = norm.endswith(HERS) == word.base.endswith(HERS)
            return kind.value in _DESCRIBED and feminine and norm.endswith(NISBAS)
        if following.particles or not following.definite:
            return False
        if "nation" in following.classes:
            return kind.value in _OF_NATIONS
        if kind.value == "quarter":
            return "direction_adj" in following.classes
        return "site_adj" in following.classes and not (kind.value == "road" and "street_adj" in following.classes)

    def _site(self, at: int, last: int, floor: int, word: PlaceWord) -> int | None:
        """A thing that only an adjective makes a place: "the security zone", "the border strip"."""
        if at + 1 >= last or not word.definite or self.tokens[at + 1].kind != "word":
            return None
        norm = self.tokens[at + 1].norm
        if not is_definite(norm) or without_article(norm) not in map(fold_word, word.classes["site"].split(";")):
            return None
        after = look_up(self.tokens[at + 2].norm) if at + 2 < last else None
        match = self.names.at(self.tokens, at + 2, last)
        owned = after is not None and after.kind is not None and after.particles.endswith(OF)
        if owned or after is not None and not _ELSEWHERE.isdisjoint(after.classes) or match is not None and match.cut:
            # "the fence east of X", "the axis of X": the place is X
            return None
        extent = self._extent(at, floor, word.particles, False)
        draft = self._draft(at, word.cut, at + 2, at, "building", extent, "definite", 0.7)
        return self._list(draft, at, at + 2, last, None)

    def _border(self, at: int, last: int, floor: int, word: PlaceWord) -> int | None:
        """A border named after its states: "the Saudi border", "the border with Iraq"."""
        if not word.definite:
            return None
        end = self._states(at + 1, last)
        beside = end == at + 1 < last - 1 and has_class(self.tokens[end].norm, "beside")
        if beside and self._is_country(end + 1, last):
            end += 2
        if end == at + 1:
            return None
        extent = self._extent(at, floor, word.particles, False)
        draft = self._draft(at, word.cut, end, at, BORDER, extent, "definite", 0.7)
        first = len(self.found)
        if not beside:
            self.found.append(draft)
            return end
        end = self._list(draft, at, end, last, None)
        for member in self.found[first + 1 :]:
            if member.kind == "country":
                # "the border with Iran and Iraq"
                member.name = raw_name(self.text, draft.start, self.tokens[at + 1].end) + " " + member.name
                member.kind, member.known = BORDER, None
        return end

    def _states(self, at: int, last: int) -> int:
        """The token after the states that adjectives name, with a dash between them or none; `at` where none does."""
        end = at
        while at < last and self._is_her_state(at, last):
            at = end = at + 1
            if at < last and self.tokens[at].norm in _DASHES:
                at += 1
        return end

    def _is_her_state(self, at: int, last: int) -> bool:
        """Whether a feminine adjective with the article says which state's border it is."""
        norm = self.tokens[at].norm
        if not is_definite(norm) or not norm.endswith(NISBAS[1]):
            # "the Saudi guards of the border"
            return False
        return has_class(norm, "nation") or self._is_country(at, last)

    def _is_country(self, at: int, last: int) -> bool:
        """Whether one word names a country, as the adjective "Saudi" also names Saudi Arabia."""
        match = self.names.at(self.tokens, at, last)
        return match is not None and match.end == at + 1 and match.place.kind == "country"


def _of_a_nation(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a definite word has a nationality behind it that describes it: "the Yemeni people" are no quarter."""
    behind = look_up(tokens[at + 1].norm) if at + 1 < last and is_definite(tokens[at].norm) else None
    return behind is not None and behind.definite and "nation" in behind.classes and not behind.particles
