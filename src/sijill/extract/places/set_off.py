"""Names that a list of places sets off, between its commas, where their words elsewhere are no names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Token
from sijill.extract.places.names import is_told
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import AND, has_class, look_up
from sijill.replacing import replace

# words of such a name at most, letters of "and" with a name behind it at least, what the words may be
_LONGEST: Final = 3
_SHORTEST_JOINED: Final = 4
_NAMING: Final = frozenset({"head", "given", "title", "name_adj", "part_adj", "site_adj", "common",
                            "facility_head", "patronym", "direction", "direction_adj"})
# of these what is a name with the article alone, and what is one whatever else it is
_INDEFINITE: Final = frozenset({"common", "direction", "direction_adj"})
_PERSONAL: Final = frozenset({"head", "given", "title"})
# what "the one that overlooks" is, a name of villages where it stands alone
_SURROUNDING: Final = frozenset({"extent", "linked_only", "adj"})
# how a person's name ends that is folded like "on"
_ALI: Final = "ي"
_DUAL: Final = 2
# how a noun ends that is folded like "him"
_FEMININE: Final = "ة"
# marks behind which a name may go on, or more is said of it
_GOING_ON: Final = ":-–/"


def set_off(text: str, tokens: Sequence[Token], at: int, cut: int, last: int) -> int | None:
    """The end of the words from a token on, its first `cut` letters off, up to the next comma, quote or "and".

    None where they are too many, or not such as names have: persons' names, "the Sheikh", "well", "stables" are.
    """
    end = at
    while end < min(last, at + _LONGEST) and tokens[end].kind == "word" and (end == at or not _joins(tokens[end])):
        end += 1
    if end == at or end < last and not _separates(tokens[end]):
        return None
    words = [replace(tokens[at], norm=tokens[at].norm[cut:]), *tokens[at + 1 : end]]
    if end == at + 1:
        word = look_up(words[0].norm)
        if word is not None and "direction_adj" in word.classes:
            return None
        if word is not None and word.definite and not word.particles and "linked_only" in word.classes and (
                word.classes.keys() <= _SURROUNDING):
            return end
    return end if all(_may_name(text, word, i > 0) for i, word in enumerate(words)) else None


def is_one_word(norm: str) -> bool:
    """Whether a word that begins as "and" does is no "and" plus a name ("according to", "arrived")."""
    hit = lexicon().hit(norm)
    return has_class(norm, "common") or hit is not None and not hit.particles


def _joins(token: Token) -> bool:
    """Whether a word begins as "and" does."""
    return token.norm[0] == AND[0] and len(token.norm) >= _SHORTEST_JOINED


def _separates(token: Token) -> bool:
    """Whether a token is a comma or the like, a quotation mark or the "and" of one more name of a list."""
    if token.kind == "mark":
        return token.norm not in _GOING_ON
    return token.kind == "word" and _joins(token) and lexicon().hit(token.norm) is None and (
        not is_one_word(token.norm) and look_up(token.norm) is None and not is_told(token))


def _may_name(text: str, token: Token, behind: bool) -> bool:
    """Whether a word can be of such a name, or can be behind its first word."""
    word, hit = look_up(token.norm), lexicon().hit(token.norm)
    if word is None:
        # a verb with "him" as its object is not written with the ending of a noun
        verb = hit is not None and not text[token.start : token.end].endswith(_FEMININE)
        return not verb and not is_told(token)
    if behind and "against" in word.classes:
        return text[token.start : token.end].endswith(_ALI)
    if word.kind is not None:
        if word.definite and not word.kind.keeps:
            return False  # "the town" points back
        return "head" in word.classes and not behind or word.kind.number == _DUAL
    if word.particles or not word.classes.keys() <= _NAMING or not word.definite and not _INDEFINITE.isdisjoint(
            word.classes) and _PERSONAL.isdisjoint(word.classes):
        return False
    return not _PERSONAL.isdisjoint(word.classes) or hit is None
