"""What a mention's first word says of its side: head words without an owner, their branches, opponents, missions."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key, readings, without_article, without_pronoun
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import NOMINATIVE, OBLIQUE
from sijill.documents import ActorMention, Document
from sijill.extract.tables.registry import ARTICLE, registry
from sijill.resources import table

OPEN: Final = ("HEAD:", "OWN:", "ALLY:", "FOE:")
"""How the ids begin that stand for a head word without an owner."""
BRANCHES_OF_HEADS: Final = {"force": "army", "air": "air", "police": "police", "gov": "gov",
                            "airdefence": "airdefence", "institutions": "gov"}
"""The branch of a state that a bare head word means."""
LACKING: Final = "NEW:"
"""How the ids begin of sides that the registry lacks."""
MILITANT: Final = "militant"
"""The class of words for men of no state whom a text calls extremists."""
_REVILED: Final = "reviled"
ABUSE: Final = (MILITANT, _REVILED, "no_states")
"""The classes of words by which no state's men are called."""
_COMPOSED: Final = "composed."
_IRREGULAR: Final = "irregular"
_FIGHTER: Final = "fighter"
# how the oblique plural ends before its owner
_OWNED: Final = "ي"
_POLICE: Final = "police"
_ARMED_BRANCHES: Final = ("force", _POLICE)
_FORMS: Final[dict[str, tuple[tuple[str, ...], str]]] = {}


def open_group(mention: ActorMention) -> str:
    """The group of a head word without an owner; nothing for what names a side."""
    first = mention.ids[0] if mention.ids else ""
    return first.partition(":")[2] if first.startswith(OPEN) else ""


def head_forms(norm: str) -> tuple[tuple[str, ...], str]:
    """The readings of a word, and the key of its barest one: no particles, no article."""
    known = _FORMS.get(norm)
    if known is None:
        bases = tuple(r.base for r in readings(norm) if not r.particles or r.base.startswith(ARTICLE))
        best = next((b for b in bases if b.startswith(ARTICLE)), bases[0])
        known = bases, key(without_article(best))
        if len(_FORMS) > 30_000:
            _FORMS.clear()
        _FORMS[norm] = known
    return known


def head_word_group(document: Document, mention: ActorMention) -> str | None:
    """The group of head words that a mention's first word is of."""
    assert document.tokens is not None
    return registry().head_words.get(head_forms(document.tokens[mention.first].norm)[1])


def head_group(document: Document, mention: ActorMention) -> str | None:
    """The group of the longest head that a mention begins with: "security forces" are police, "forces" are not."""
    assert document.tokens is not None
    found = registry().heads.longest_at(document.tokens, mention.first, mention.last)
    return None if found is None else found[3]


def head_branch(document: Document, mention: ActorMention) -> str | None:
    """The branch of a state that a mention's first word is for, where it is one for soldiers or police."""
    if mention.rule.startswith(_COMPOSED):
        # "soldiers of the police" are told by their owner, as "the seat of the police" is by its own
        return _POLICE if _is_a_seat_of_police(document, mention) else None
    group = head_word_group(document, mention)
    return BRANCHES_OF_HEADS[group] if group in _ARMED_BRANCHES else None


def _is_a_seat_of_police(document: Document, mention: ActorMention) -> bool:
    """Whether a mention is a seat or the command of police without a name: "a headquarters of the police"."""
    assert document.tokens is not None
    first, last = mention.first, mention.last
    while first + 1 < last and registry().is_link("seats_of_police", head_forms(document.tokens[first].norm)[1]):
        first += 1
    return first > mention.first and registry().head_words.get(head_forms(document.tokens[first].norm)[1]) == _POLICE


def branch_of_men(document: Document, mention: ActorMention) -> str | None:
    """The branch that a mention's words are for, where all of them are heads: "men of the police", no "enemy's men"."""
    assert document.tokens is not None
    heads, tokens = registry().head_words, document.tokens[mention.first : mention.last]
    groups = [next((heads[word] for r in readings(token.norm) if (word := key(without_article(r.base))) in heads), None)
              for token in tokens]
    armed = [group for group in groups if group in _ARMED_BRANCHES]
    return BRANCHES_OF_HEADS[armed[-1]] if armed and None not in groups else None


def names_irregulars(document: Document, mention: ActorMention) -> bool:
    """Whether a mention's words are for rebels, gunmen and their groups, who are no state's forces.

    So are the members of "the movement" or "the group", whoever that is.
    """
    assert document.tokens is not None
    if mention.rule.startswith(_COMPOSED + _IRREGULAR):
        return True
    words = mention.last if mention.rule.startswith(_COMPOSED + _FIGHTER) else mention.first + 1
    return any(registry().head_words.get(head_forms(token.norm)[1]) == _IRREGULAR
               for token in document.tokens[mention.first : words])


def names_soldiers(document: Document, mention: ActorMention) -> bool:
    """Whether a mention's first word is one for soldiers or for police, as no rebels are called."""
    assert document.tokens is not None
    word = head_forms(document.tokens[mention.first].norm)[1]
    group = registry().head_words.get(word)
    return group == "police" or group == "force" and registry().is_link("men", word)


def called(document: Document, mention: ActorMention, *groups: str) -> bool:
    """Whether a word in a mention, or the adjective right behind, is of some classes ("two takfiri elements")."""
    assert document.tokens is not None
    tokens, last = document.tokens, mention.last
    definite = any(base.startswith(ARTICLE) for base in head_forms(tokens[mention.first].norm)[0])
    behind = last < len(tokens) and tokens[last].norm.startswith(ARTICLE) == definite
    return any(registry().is_link(group, token.key)
               for token in tokens[mention.first + 1 : last + behind] for group in groups)


def are_told_as_rebels(document: Document, mention: ActorMention) -> bool:
    """Whether a mention's words are for rebels, gunmen, militants or their groups, and for no soldiers."""
    assert document.tokens is not None
    word = head_forms(document.tokens[mention.first].norm)[1]
    abused = any(registry().is_link(group, word) for group in (MILITANT, _REVILED))
    return (abused or names_irregulars(document, mention)) and not may_be_soldiers(document, mention)


def opponents(document: Document, mention: ActorMention) -> bool:
    """Whether a mention's first word with a pronoun is one for opponents ("its opposition")."""
    assert document.tokens is not None
    stems = without_pronoun(document.tokens[mention.first].norm)
    return any(registry().is_link("against", key(stem)) for stem, _ in stems)


def is_oblique(norm: str) -> bool:
    """Whether a word for men is spelled as an object, or behind a preposition: a sound plural, or that of an owner."""
    owned = norm.endswith(_OWNED) and key(norm.removesuffix(_OWNED) + NOMINATIVE) in registry().head_words
    return owned or norm.endswith(OBLIQUE)


def may_be_soldiers(document: Document, mention: ActorMention) -> bool:
    """Whether a mention's first word, one for irregulars, is said of soldiers too ("sniper", "the two sides")."""
    assert document.tokens is not None
    return registry().is_link("soldiers_too", head_forms(document.tokens[mention.first].norm)[1])


@functools.cache
def irregulars() -> frozenset[str]:
    """The sides of others.tsv that it calls by a word for rebels, gunmen or their groups too, and so no forces."""
    known = registry()
    heads = ((row["english"], head_forms(fold_word(row["name"].split()[0]))[1])
             for row in table("others.tsv", ("name", "english"), unique=("name",)))
    return frozenset([LACKING + side for side, head in heads if known.head_words.get(head) == _IRREGULAR
                      and not known.is_link("soldiers_too", head)])


@functools.cache
def missions() -> frozenset[str]:
    """The sides of others.tsv that it calls a force, in the singular, as no rebels are: those of states abroad."""
    return frozenset([LACKING + row["english"] for row in table("others.tsv", ("name", "english"), unique=("name",))
                      if registry().is_link("a_force", head_forms(fold_word(row["name"].split()[0]))[1])])


def named_forces(document: Document, groups: Sequence[str]) -> frozenset[str]:
    """The sides without a row that are forces of states: missions, and those named by a head word of such groups."""
    lacking = (m for m in document.actors or () if m.kind == "name" and m.ids[0].startswith(LACKING))
    return missions().union([m.ids[0] for m in lacking if m.ids[0] not in irregulars()
                             and head_word_group(document, m) in groups])
