"""Where an unknown place name ends: the words that may be inside a name and those that stop it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import readings
from sijill.arabic.folding import plain_letters, raw_offset
from sijill.arabic.inflection import (
    DEEDS,
    HE,
    HIS,
    NOMINATIVE,
    OF_OTHERS,
    OF_WOMEN,
    OWNED,
    PLURALS,
    SHE,
    THEY,
    TWO,
    VERB_HEADS,
)
from sijill.documents import Token
from sijill.extract.tables.gazetteer import Gazetteer
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import (
    AND,
    ARTICLE,
    ATTACHED,
    IN,
    MERGED_ARTICLE,
    TANWIN,
    VERB_TAIL,
    has_class,
    is_definite,
    look_up,
    unsited,
)
from sijill.replacing import replace
from sijill.resources import table

ASIDE: Final = 5
"""Tokens from an opening bracket to a place that holds the one before it ("X (20 km north east of A)")."""
_QUOTES: Final = frozenset("\"'()[]#_")
_DROPPED_IN_NAMES: Final = str.maketrans(
    "", "", "\"'«»“”„()[]#_\u0640" + "".join(map(chr, range(0x064B, 0x0653))) + "\u0670"
)
_RELATIONS: Final = frozenset({"extent", "direction", "country_anaphor"})
# persons after whom streets, schools and mosques are named
_NAMESAKES: Final = frozenset({"given", "title"})
# "common", and "special", which without the article is a particle
_DESCRIBING: Final = frozenset({"common", "stop"})
# how verbs begin, but for those of the future, whose letters names begin with too
_VERBAL: Final = VERB_HEADS[:5]
# forms of a verb that tells what was done, or in a headline is done, at the place before it
_FINITE: Final = ("perfect", "imperfect")
_SHORTEST: Final = 3
# letters of the shortest verb with its object
_SHORTEST_TOLD: Final = 5
_SHORTEST_DEED: Final = 5
_LONGEST_ON_HERS: Final = 4
_NAME_WORDS: Final = 4
_FACILITY_WORDS: Final = 6


def is_quote(token: Token) -> bool:
    """Whether a token is a quotation mark, a bracket or a hash sign."""
    return token.kind == "mark" and token.norm in _QUOTES


def raw_start(text: str, token: Token, cut: int) -> int:
    """The raw offset of a token without its first `cut` letters."""
    return token.start + raw_offset(text[token.start : token.end], cut)


def raw_name(text: str, start: int, end: int) -> str:
    """The words of a span in plain letters, without quotes, short vowels and tatweel, one space apart."""
    return " ".join(plain_letters(text[start:end].translate(_DROPPED_IN_NAMES)).split())


def with_article(name: str) -> str:
    """A name whose article was merged with an attached particle, with its article."""
    return ARTICLE + name[2:] if name.startswith(MERGED_ARTICLE) and len(name) > 4 else name


def looks_verbal(norm: str) -> bool:
    """Whether a word has the shape of an inflected verb; no plural of women with the article ("the baths")."""
    tailed = norm.endswith(VERB_TAIL) and not (is_definite(norm) and norm.endswith(OF_WOMEN))
    return len(norm) >= 4 and (tailed or norm.startswith(VERB_HEADS))


def is_common(token: Token) -> bool:
    """Whether a word is known as something else than a part of a name."""
    word = look_up(token.norm) if token.kind == "word" else None
    if len(token.norm) < 3 or token.kind != "word":
        return word is None or "head" not in word.classes
    if word is None:
        deeds = token.norm.endswith(VERB_TAIL) and is_told(token)
        return deeds or looks_verbal(token.norm) or has_class(token.norm.rstrip(TANWIN), "common")
    return not ("head" in word.classes or ("name_adj" in word.classes and word.definite))


@functools.cache
def _told_words() -> frozenset[str]:
    """The stems of conflict news, of which a name that no table knows is none."""
    return frozenset(row["stem"] for row in table("word_rarity.tsv", ("stem", "bits"), unique=("stem",)))


def is_strange(text: str, token: Token) -> bool:
    """Whether a word is none that news use, and neither a plural, nor a noun of action, nor possessed."""
    norm = token.norm
    if token.kind != "word" or look_up(norm) is not None or lexicon().hit(norm) is not None:
        return False
    bare = norm[2:] if is_definite(norm) else norm
    if looks_verbal(norm) or len(bare) < _SHORTEST or bare in unsited():
        return False
    if norm.endswith(PLURALS) and (bare is norm or not norm.endswith(OF_WOMEN)):
        # "in the two cases"; with the article villages are named by plurals of women
        return False
    if text[token.start : token.end].endswith(HIS):
        return False
    if len(norm) > _SHORTEST_DEED and norm[0] == HE and norm.endswith(TWO):
        return False
    if bare is norm and norm.endswith(OWNED) or len(bare) >= _SHORTEST_DEED and bare.startswith(DEEDS):
        return False
    return not is_told(token)


def is_told(token: Token) -> bool:
    """Whether a word is one of those that conflict news use."""
    return not _told_words().isdisjoint({token.key, *(reading.base for reading in readings(token.norm))})


def is_accusative(token: Token) -> bool:
    """Whether a word is one that the news use, in the indefinite accusative."""
    bare = token.norm[: -len(TANWIN)]
    return token.norm.endswith(TANWIN) and is_told(replace(token, norm=bare, key=bare))


def can_begin(token: Token, keeps: bool = False) -> bool:
    """Whether a name can begin at a token after a word that calls for a name; `keeps`: of a facility."""
    if token.kind != "word" or len(token.norm) < 2:
        return False
    word = look_up(token.norm)
    if keeps and word is not None and not _NAMESAKES.isdisjoint(word.classes):
        return not word.particles
    if word is None:
        return not (_is_told(token.norm) or _has_object(token.norm))
    if keeps and "facility_head" in word.classes and not word.particles:
        return True
    if word.definite and word.kind is not None and not word.kind.keeps or "country_anaphor" in word.classes:
        return False
    if word.definite and not word.particles and word.classes.keys() <= {"common", "name_adj", "head"}:
        return True
    if word.ends_name or "direction" in word.classes or "part_adj" in word.classes and not word.definite:
        return False
    if "extent" in word.classes and not word.definite:
        return False
    if "common" in word.classes:
        return word.particles == "" and word.definite
    return not (word.particles and (word.kind is not None or "locative" in word.classes))


def _has_object(norm: str) -> bool:
    """Whether an indefinite word ends as a verb of hers does with him as its object ("that water flooded")."""
    return len(norm) >= _SHORTEST_TOLD and norm.endswith(SHE + HIS[0]) and not is_definite(norm)


def _is_told(norm: str) -> bool:
    """Whether an indefinite word is a verb with its subject or object: "fell", "that they set up", "is based"."""
    if is_definite(norm):
        return False
    hit = lexicon().hit(norm)
    if hit is None or hit.form == "imperfect":
        return hit is not None
    return hit.form in ("perfect", "both") and (hit.pronoun or norm.endswith(THEY)) or hit.form == "perfect" and (
        norm.endswith(SHE))


def name_end(tokens: Sequence[Token], at: int, stop: int, keeps: bool, names: Gazetteer) -> int | None:
    """The token after the name that begins at `at`; None where no name can begin."""
    known = names.at(tokens, at, stop)
    if known is not None and known.cut == 0 and known.place.ambiguous and (
        _is_begun(tokens, at, known.end, stop, names) or not keeps and _is_graded(tokens, at, known.end, stop)
    ):
        return _adjectives(tokens, known.end + 1, stop, keeps, is_definite(tokens[known.end].norm))
    if known is not None and known.cut == 0 and not (known.end == at + 1 and goes_on(tokens, at, stop)):
        return _adjectives(tokens, known.end, stop, keeps, is_definite(tokens[known.end - 1].norm))
    if _is_in_town(tokens, at, stop, names):
        return None
    end = _unknown_end(tokens, at, stop, keeps, names)
    if end is not None and _is_graded(tokens, at, end, stop):
        end += 1
    if end is None or any(_is_possessed(token) for token in tokens[at:end]):
        return None
    return _over_town(tokens, at, end, stop, names) if keeps else end


def _over_town(tokens: Sequence[Token], at: int, end: int, stop: int, names: Gazetteer) -> int:
    """The end of a facility's name over all of the town's with whose first word it ends ("the police of Sheikh X")."""
    town = names.at(tokens, end - 1, stop) if end - 1 > at else None
    return town.end if town is not None and town.cut == 0 and town.end > end else end


def goes_on(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a word that begins names goes on over a definite word that is no other: "the spring of the donkey"."""
    if at + 1 >= stop or tokens[at + 1].kind != "word" or not is_definite(tokens[at + 1].norm):
        return False
    word = look_up(tokens[at].norm)
    if word is None or word.definite or "head" not in word.classes:
        return False
    return look_up(tokens[at + 1].norm) is None


def _is_begun(tokens: Sequence[Token], at: int, end: int, stop: int, names: Gazetteer) -> bool:
    """Whether a known name of one indefinite word is but the begin of one that nothing knows: "the well of Hasso"."""
    if end != at + 1 or end >= stop or is_definite(tokens[at].norm) or tokens[end].kind != "word":
        return False
    norm = tokens[end].norm
    if look_up(norm) is not None or lexicon().hit(norm) is not None or len(norm) < _SHORTEST:
        return False
    if is_definite(norm):
        return True
    plain = norm[0] not in ATTACHED and not looks_verbal(norm) and not norm.endswith(PLURALS)
    return plain and not is_told(tokens[end]) and names.at(tokens, end, stop) is None


def _is_graded(tokens: Sequence[Token], at: int, end: int, stop: int) -> bool:
    """Whether an adjective that tells a village from its like stands behind the begin of a name: "upper X"."""
    if end != at + 1 or end >= stop or is_definite(tokens[at].norm):
        return False
    word = look_up(tokens[end].norm)
    after = look_up(tokens[end + 1].norm) if end + 1 < stop else None
    if after is not None and after.kind is not None and not after.particles:
        # "X, greatest of the cities"
        return False
    return word is not None and word.exact and not word.definite and word.classes.keys() == {"name_adj"}


def _is_possessed(token: Token) -> bool:
    """Whether a word ends in "her" or "their": no name does, but for short ones, which the gazetteer knows."""
    return len(token.norm) > _LONGEST_ON_HERS and token.norm.endswith(OF_OTHERS)


def _unknown_end(tokens: Sequence[Token], at: int, stop: int, keeps: bool, names: Gazetteer) -> int | None:
    if at + 1 < stop and tokens[at + 1].kind == "number" and has_class(tokens[at].norm, "numbered"):
        return _over_month(tokens, at + 2, stop)
    if not can_begin(tokens[at], keeps):
        return None
    first = look_up(tokens[at].norm)
    end = at + 1
    if (
        first is not None
        and not first.definite
        and "name_adj" in first.classes
        and not (end < stop and is_definite(tokens[end].norm))
    ):
        return None
    head = (
        first is not None
        and (first.exact or not first.definite or keeps and "title" in first.classes)
        and (
            "head" in first.classes
            or keeps
            and not _NAMESAKES.isdisjoint(first.classes)
            or (keeps and "facility_head" in first.classes)
            or (first.kind is not None and first.kind.keeps)
        )
    )
    if head and end < stop and tokens[end].kind == "word" and _may_follow_head(tokens[end]) and not (
            _is_in_town(tokens, end, stop, names)):
        second = look_up(tokens[end].norm)
        end += 1
        if (
            second is not None
            and "head" in second.classes
            and not second.definite
            and end < stop
            and tokens[end].kind == "word"
            and _may_follow_head(tokens[end])
        ):
            end += 1
    if end < stop and tokens[end].kind == "number" and first is not None and "numbered" in first.classes:
        return _over_month(tokens, end + 1, stop)
    definite = is_definite(tokens[end - 1].norm)
    most = at + (_FACILITY_WORDS if keeps else _NAME_WORDS)
    if not definite and end < min(stop, most) and _continues(tokens, end, stop, head, names):
        end += 1
    while end + 1 < min(stop, most + 1) and has_class(tokens[end].norm, "patronym") and tokens[end + 1].kind == "word":
        end += 2
    return _adjectives(tokens, end, max(end, min(stop, most)), keeps, is_definite(tokens[end - 1].norm))


def _is_in_town(tokens: Sequence[Token], at: int, stop: int, names: Gazetteer) -> bool:
    """Whether a word is "in" and a place that is known: where a house or a quarter is, and no name of it.

    A word of names that only looks so is none: "the Gate of X" is not "in Ibb".
    """
    known = names.at(tokens, at, stop)
    return known is not None and known.particles == IN and not (known.place.ambiguous and known.end == at + 1)


def _over_month(tokens: Sequence[Token], end: int, stop: int) -> int:
    """The end of a name that is a day ("26 September Street") over its month."""
    return end + 1 if end < stop and has_class(tokens[end].norm, "month") else end


def _may_follow_head(token: Token) -> bool:
    """Whether a word may be the second of a name whose first begins names: not "and the X", the next of a list."""
    if len(token.norm) > _SHORTEST_DEED and token.norm[0] in AND and is_definite(token.norm[1:]):
        return False
    word = look_up(token.norm)
    if word is None:
        return not looks_verbal(token.norm) or len(token.norm) < 6
    if word.particles and (word.kind is not None or not _RELATIONS.isdisjoint(word.classes)):
        return False
    return not word.ends_name and (word.definite or not word.particles) and "direction" not in word.classes


def _continues(tokens: Sequence[Token], at: int, stop: int, head: bool, names: Gazetteer) -> bool:
    token = tokens[at]
    if token.kind != "word" or tokens[at - 1].kind != "word":
        return False
    word = look_up(token.norm)
    if is_definite(token.norm):
        return word is None or not (word.ends_name or "part_adj" in word.classes and "name_adj" not in word.classes)
    if token.norm[0] in ATTACHED and (
        token.norm[0] in AND
        or look_up(token.norm[1:]) is not None
        or names.at(tokens, at, stop) is not None
        or is_definite(token.norm[1:])
        or at + 1 < stop
        and is_definite(tokens[at + 1].norm)
        and not has_class(tokens[at + 1].norm, "stop")
    ):
        return False
    if head or len(token.norm) < 3 or word is not None or looks_verbal(token.norm) and not _is_foreign(token):
        return False
    hit = lexicon().hit(token.norm)
    if _is_of_many(token.norm) or is_accusative(token) or hit is not None and hit.form in _FINITE:
        # "the valley of X, where they discussed", "the village of X, in search of", "in the prison of X set fire"
        return False
    known = names.at(tokens, at, stop)
    return known is None


def _is_of_many(norm: str) -> bool:
    """Whether a word has the shape of a verb that many do: "they discussed", "they chant"."""
    return len(norm) >= _SHORTEST_DEED and (
        norm.endswith(THEY) and lexicon().hit(norm) is not None or norm[0] == HE and norm.endswith(NOMINATIVE))


def _is_foreign(token: Token) -> bool:
    """Whether a word that ends or begins as verbs do is none that the news or the lexicon of triggers knows."""
    return not token.norm.startswith(_VERBAL) and not is_told(token) and lexicon().hit(token.norm) is None


def _may_be_of_nation(token: Token) -> bool:
    """Whether a word is one of those that states have: "the embassy", "the army" in "the army's headquarters"."""
    return has_class(token.norm, "of_nation") or is_definite(token.norm) and has_class(token.norm, "state_body")


def _adjectives(tokens: Sequence[Token], end: int, stop: int, keeps: bool, definite: bool) -> int:
    pair = look_up(tokens[end].norm) if keeps and definite and end < stop and tokens[end].norm[0] == AND[0] else None
    if pair is not None and pair.definite and "paired" in pair.classes:
        # "the house of radio and television"
        end += 1
    while end < stop and tokens[end].kind == "word":
        token = tokens[end]
        word = look_up(token.norm)
        if is_definite(token.norm):
            classes = word.classes if word is not None else {}
            if (
                "name_adj" in classes
                and word is not None
                and word.definite
                and (keeps or "time" not in classes and "facility_adj" not in classes)
            ):
                end += 1
                continue
            if keeps and word is not None and word.definite and "site_adj" in classes and "street_adj" not in classes:
                end += 1
                continue
            if keeps and "nation" in classes and _may_be_of_nation(tokens[end - 1]):
                end += 1
                continue
            if keeps and definite and (word is None or not _DESCRIBING.isdisjoint(classes) and not word.ends_name):
                end += 1
                continue
        elif keeps and word is not None and "purpose" in word.classes:
            end += 1
            continue
        break
    return end
