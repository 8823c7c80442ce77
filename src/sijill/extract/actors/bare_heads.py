"""Head words by themselves: forces, men or people whose owner nobody names, "his forces", and what is no head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, MINE, key, readings, without_article, without_pronoun
from sijill.arabic.folding import raw_offset
from sijill.arabic.inflection import HAMZAS, NOMINATIVE, OBLIQUE
from sijill.arabic.tokens import CLOSED, OPENED
from sijill.documents import MentionKind, Token
from sijill.extract.tables.actor_rows import Sense
from sijill.extract.tables.registry import ARTICLE, Registry

AIR: Final = "air"
BARE_AIR: Final = "head.air"
# a unit told by its number, whoever it belongs to
NUMBERED: Final = "head.numbered"
FLOWN: Final = (BARE_AIR, "composed.air")
"""How the rules begin of mentions of what flies and of what it does ("raids of the coalition")."""
MEN: Final = ("fighter", "irregular")
"""The groups of head words for men with arms."""
NOUNS: Final = (NOMINATIVE, OBLIQUE)
"""The endings of a sound plural with its noun."""
NO_PRONOUN: Final = "ة"
_PEOPLE: Final[dict[str, tuple[str, ...]]] = {"people": ("CIVILIANS",), "crowd": ("PROTESTERS",)}
"""The groups of head words for people without arms, and who they are."""
_ORDER: Final = ("name", "country", "member", "loaded", "anaphor")
_CACHE_LIMIT: Final = 100_000
# the letters cut off a head word that carries a pronoun, and its group
_POSSESSED: Final[dict[str, tuple[int, str] | None]] = {}
# the letters cut off a word for a unit with its article
_UNITS: Final[dict[str, int | None]] = {}
ACCUSATIVE: Final = "ا"
"""The ending of an indefinite singular that is an object or a subject behind "that"."""
_SHORTEST: Final = 2
_TANWIN: Final = "\u0627\u064b"
_LAST_HAMZA: Final = "ئ"
_OF: Final = "من"


@dataclass(slots=True)
class Found:
    """A mention that begins at a token: its end token, the letters cut off in front, and what it may mean."""

    end: int
    cut: int
    kind: MentionKind
    ids: tuple[str, ...]
    rule: str
    score: float = 1.0


def ordered_ids(senses: Sequence[Sense]) -> tuple[str, ...]:
    """The actors of some senses, outright names first."""
    if len(senses) == 1:
        return (senses[0].actor,)
    return tuple(dict.fromkeys(s.actor for s in sorted(senses, key=lambda s: _ORDER.index(s.kind))))


def bare_head(known: Registry, tokens: Sequence[Token], at: int, end: int, stop: int, cut: int, group: str) -> Found:
    """A head word that ends at a token, whoever it belongs to, with the adjectives that say of what sort it is."""
    definite = without_article(tokens[end - 1].norm) != tokens[end - 1].norm
    things = definite and not are_men(known, tokens[at].norm[cut:])
    of_sorts = ("military", "adjectival") if group == AIR else ("military",)
    while end < stop and any(known.is_link(sort, tokens[end].key) for sort in of_sorts) and (
            tokens[end].norm.startswith(ARTICLE) or not definite) and not (things and men_in_plural(tokens[end].norm)):
        end += 1
    return Found(end, cut, "anaphor", ("HEAD:" + group,), f"head.{group}", 0.5)


def numbered_unit(known: Registry, tokens: Sequence[Token], at: int, stop: int) -> tuple[int, int] | None:
    """A unit told by its number, as armies count theirs ("the 35th Brigade"): its end token and the letters cut off.

    What is counted is no unit ("the brigade lost 15 men"), nor what a number without "the" names ("17 February").
    """
    here = at + 1
    while here < stop and tokens[here].norm == OPENED:
        here += 1
    if here >= stop:
        return None
    if tokens[here].kind == "number":
        end = here + 1
        if end < stop and tokens[end].norm.endswith(ACCUSATIVE) and tokens[end].key in known.head_words:
            return None
    elif known.is_link("ordinal", tokens[here].key):
        end = here + 1
        ten = tokens[end].norm if end < stop else ""
        if known.is_link("teen", key(ten)) or ten[:1] == CONJUNCTIONS[0] and known.is_link("tens", key(ten[1:])):
            end += 1
    else:
        return None
    norm = tokens[at].norm
    if norm not in _UNITS:
        if len(_UNITS) > _CACHE_LIMIT:
            _UNITS.clear()
        _UNITS[norm] = next((r.cut for r in readings(norm) if r.base.startswith(ARTICLE)
                             and known.is_link("unit", key(without_article(r.base)))), None)
    cut = _UNITS[norm]
    if cut is None:
        return None
    while end < stop and (tokens[end].norm == CLOSED or known.is_link("arm", tokens[end].key)):
        end += 1
    return end, cut


def are_men(known: Registry, word: str) -> bool:
    """Whether a head word is one for men, whose adjectives are sound plurals, and not for a body."""
    base = without_article(word)
    return known.is_link("men", key(base)) or known.head_words.get(key(base)) in MEN or base.endswith(NOUNS)


def men_in_plural(word: str) -> bool:
    """Whether a word is a sound plural with the article."""
    return word.startswith(ARTICLE) and word.endswith(NOUNS)


def people(known: Registry, tokens: Sequence[Token], end: int, stop: int, cut: int, group: str) -> Found:
    """Civilians or a crowd, with the nationalities behind the word for them."""
    while end < stop and known.nationality(tokens, end, stop) is not None:
        if tokens[end].norm.endswith(ACCUSATIVE) and tokens[end - 1].norm.endswith(NOUNS):
            break  # a country's bare name is spelled like the adjective of one man
        end += 1
    return Found(end, cut, "people", _PEOPLE[group], f"people.{group}")


def some_of(known: Registry, tokens: Sequence[Token], word: str, end: int, stop: int) -> bool:
    """Whether a head word only says that there were some of those behind it: of "a group of X" 19 in 21 of the gold."""
    if end + 1 >= stop or tokens[end].norm != _OF or not known.is_link("some_of", key(word)):
        return False
    return known.heads.longest_at(tokens, end + 1, stop) is not None


def spelled_otherwise(known: Registry, text: str, token: Token, cut: int) -> bool:
    """Whether a word that begins with an alif has another one than the head words that folding writes alike."""
    base, raw = token.norm[cut:], text[token.start + raw_offset(text[token.start : token.end], cut) : token.end]
    if raw.startswith(ARTICLE):
        base, raw = without_article(base), without_article(raw)
    spelled = next((found for r in readings(base) if (found := known.hamzas.get(key(r.base))) is not None), None)
    if spelled is None:
        return False
    if raw[:1] in HAMZAS:
        return raw[0] not in spelled
    # without its hamza "by a father" is the word for a door, "imam" that for "in front of"
    return cut > 0 and len(base) == _SHORTEST or known.is_link("hamza_told", key(base))


def ends_otherwise(text: str, token: Token, found: Found, at: int) -> bool:
    """Whether a name of one word ends with a hamza that no side's name has: "calm" is folded like "Hadi"."""
    written = text[token.start : token.end].rstrip(_TANWIN)
    return found.kind == "name" and found.end == at + 1 and written.endswith(_LAST_HAMZA)


def possessed(known: Registry, text: str, tokens: Sequence[Token], at: int) -> Found | None:
    """A head word with a pronoun: "his forces", whoever that is; folding writes a feminine ending like "his".

    What ends like "my" is an adjective ("security", "principal").
    """
    norm = tokens[at].norm
    if text[tokens[at].end - 1] == NO_PRONOUN:
        return None
    if norm not in _POSSESSED:
        if len(_POSSESSED) > _CACHE_LIMIT:
            _POSSESSED.clear()
        _POSSESSED[norm] = next(((reading.cut, group) for reading in readings(norm)
                                 for stem, pronoun in without_pronoun(reading.base) if pronoun != MINE
                                 if (group := known.head_words.get(key(stem))) is not None
                                 and not known.is_link("no_bare", key(stem))), None)
    found = _POSSESSED[norm]
    if found is None:
        return None
    cut, group = found
    if group in _PEOPLE:
        return Found(at + 1, cut, "people", _PEOPLE[group], f"possessed.{group}", 0.5)
    return Found(at + 1, cut, "anaphor", ("OWN:" + group,), f"possessed.{group}", 0.5)
