"""Facilities without a name: what follows their word says whose they are, what for or how ("a fuel station")."""

from __future__ import annotations

from typing import Final

from sijill.arabic.inflection import ADVERBIAL, HIS, IMPERFECT, NISBAS
from sijill.documents import Token
from sijill.extract.places.names import is_quote, is_told
from sijill.extract.places.sites import SiteReader
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import HERS, IN, MERGED_ARTICLE, OF, KindForm, PlaceWord, is_definite, look_up
from sijill.replacing import replace

# facilities of which one without a name is often told
_COMMON_KINDS: Final = frozenset({"building", "hospital", "school", "university", "mosque", "church", "prison",
                                  "market", "plant", "site", "checkpoint", "camp", "crossing", "tunnel"})
# words of the news that tell of a facility, but of a mosque, whose name may be such a word
_TELLING: Final = frozenset({"adj", "verb"})
# the pronouns of what a verb is done to
_OBJECTS: Final = (HIS[0], "ها", "هم")
# what fighting is told to go on at, by a word that is no name
_GROUNDS: Final = frozenset({"road", "square", "checkpoint", "site"})
_PLURAL: Final = 3
_MARKET, _MOSQUE = "market", "mosque"
# how long a word must be to be an adjective of relation, or a verb with its object, by its letters alone
_LONG_NISBA: Final = 6
_LONG_VERB: Final = 5


class UnnamedReader(SiteReader):
    """Tells facilities without a name from those with one."""

    def _is_unnamed(self, here: int, end: int, last: int, word: PlaceWord, kind: KindForm) -> bool:
        """Whether what follows a facility says whose it is, what it is for or how it is, not what it is called."""
        token = self.tokens[here]
        if token.norm.startswith(MERGED_ARTICLE) or end == here + 1 and self._is_use(here, last):
            # "a post of the police", "a fuel station"
            return True
        known, following = self.names.at(self.tokens, here, last), look_up(token.norm)
        if following is not None and _is_ground(following, end == here + 1, kind) and (
                known is None or known.place.ambiguous):
            return True
        if (known is None or known.place.ambiguous) and _tells(token.norm, following, end == here + 1, kind):
            return True
        if known is not None and known.cut == 0 or token.kind != "word":
            return False
        if "channel" in word.classes:
            return True
        if is_definite(token.norm):
            return False
        owner = replace(token, norm=token.norm[1:], key=token.norm[1:]) if token.norm[0] == OF else None
        if known is not None or owner is not None and (is_told(owner) or owner.norm.endswith(HIS) or _is_deed(owner)):
            return True
        agrees = len(token.norm) >= _LONG_NISBA and token.norm.endswith(NISBAS[1]) and (
            word.base.endswith(HERS) or kind.value == _MARKET)
        if end == here + 1 and following is None and agrees:
            # "an electoral round"
            return True
        feminine = word.base.endswith(HERS)
        if end > here + 1 or following is not None:
            return False
        if is_told(token) and feminine and token.norm.endswith(HERS):
            # "an advanced base"
            return True
        return kind.value in _COMMON_KINDS and (is_told(token) or token.norm.endswith(NISBAS[1]) and feminine)

    def _are_unnamed(self, here: int, last: int) -> bool:
        """Whether the one word behind a plural of facilities is a word of the news: "centres of detention"."""
        token = self.tokens[here]
        known, following = self.names.at(self.tokens, here, last), look_up(token.norm)
        if following is not None and "fighting" in following.classes:
            return known is None or known.place.ambiguous
        if known is not None and known.cut == 0 or token.kind != "word" or is_definite(token.norm):
            return False
        return self._is_use(here, last) or look_up(token.norm) is None and is_told(token)

    def _lies_within(self, here: int, last: int) -> bool:
        """Whether what stands behind a plural of facilities is a known place with "in": "churches in X and Y"."""
        match = self.names.at(self.tokens, here, last)
        return match is not None and match.particles == IN

    def _is_use(self, here: int, last: int) -> bool:
        """Whether the one word behind a facility says what it is for, no name in quotes behind it."""
        word = look_up(self.tokens[here].norm)
        if word is None or not word.exact or word.definite or "facility_head" not in word.classes:
            return False
        return here + 1 >= last or not is_quote(self.tokens[here + 1])

    def _is_accusative(self, here: int, last: int) -> bool:
        """Whether a word of the news that is no known name agrees with an accusative ("a compound, inhabited")."""
        token = self.tokens[here]
        return token.norm.endswith(ADVERBIAL) and is_told(token) and self.names.at(self.tokens, here, last) is None


def _is_deed(owner: Token) -> bool:
    """Whether what a facility is "for" is an action: "a workshop for rigging cars"."""
    hit = lexicon().hit(owner.norm)
    return hit is not None and hit.form == "noun" and not hit.particles


def _is_ground(following: PlaceWord, alone: bool, kind: KindForm) -> bool:
    """Whether a line, a ground or a point is one of fighting, or a crossing only one of roads.

    Of 42 lines of confrontation and the like in the gold none is where an event is.
    """
    if kind.value not in _GROUNDS:
        return False
    other = following.kind
    return "fighting" in following.classes or alone and not following.definite and (
        other is not None and other.value == kind.value and other.number == _PLURAL)


def _tells(norm: str, known: PlaceWord | None, alone: bool, kind: KindForm) -> bool:
    """Whether the word behind a facility tells of it: "a local hospital", "a hotel that A owns"."""
    if known is None:
        return len(norm) >= _LONG_VERB and norm.startswith(IMPERFECT) and norm.endswith(_OBJECTS)
    telling = alone and known.exact and not _TELLING.isdisjoint(known.classes)
    return telling and kind.value in _COMMON_KINDS and kind.value != _MOSQUE
