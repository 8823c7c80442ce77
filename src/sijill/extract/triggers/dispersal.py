"""Dispersal: with what a crowd is put down settles whether force was excessive: live fire is, gas and water alone are
not where nobody is said to be hit."""

from __future__ import annotations

from typing import Final

from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.kinds import CROWD, EXCESSIVE, FIGHTING
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import MUTUAL, Lemma
from sijill.extract.tables.registry import registry

INTERVENTION: Final = "Protest with intervention"
"""What the dispersal of a crowd without excess is."""
_ATTACK: Final = "Attack"
_PROTESTS: Final = frozenset(("Peaceful protest", "Violent demonstration"))
_HIT: Final = frozenset(("killed", "wounded"))
# how far before and behind the word for it the gas may be named
_BEFORE: Final = 8
_BEHIND: Final = 14
# from a word for fire to "into the air"
_TO_AIR: Final = 4


def by_crowds(view: View, lemma: Lemma, kind: str) -> str:
    """The type of what may have been done to a crowd: an attack where a text tells of no crowd, march, gas or clubs."""
    if kind not in (EXCESSIVE, INTERVENTION) or _ATTACK not in lemma.types:
        return kind
    crowd = any("riot_means" in words for words in view.taking) or any(
        not CROWD.isdisjoint(mention.ids) for mention in view.actors) or any(
        hit is not None and any(_of_crowds(one) for one in hit.lemmas) for hit in view.hits)
    return kind if crowd else _ATTACK


def _of_crowds(lemma: Lemma) -> bool:
    """Whether a word tells of protest first of all, or of a clash that may be a crowd's; "stormed" is no such word."""
    return not _PROTESTS.isdisjoint(lemma.types[:1]) or lemma.frame == MUTUAL and not _PROTESTS.isdisjoint(lemma.types)


def by_dispersal(view: View, at: int, kind: str) -> str:
    """The type of what was done to a crowd, once it is read with what: "fired at", "dispersed with tear gas"."""
    if kind not in (EXCESSIVE, INTERVENTION):
        return kind
    sentence = view.sentences[view.sentence_at[at]]
    mild = any(is_word(view, i, "riot_means") or is_word(view, i, "mild_means") for i in range(
        max(sentence.first, at - _BEFORE), min(sentence.last, at + _BEHIND)))
    if kind == INTERVENTION:
        return EXCESSIVE if not mild and _shot_at(view, at) else kind
    live = any(is_word(view, i, "live_fire") for i in range(sentence.first, sentence.last))
    hit = any(toll.kind in _HIT for toll in view.tolls_in(view.sentence_at[at]))
    return INTERVENTION if mild and not live and not hit else kind


def _shot_at(view: View, at: int) -> bool:
    """Whether live fire is told of near a dispersal, no other side's, none into the air and none protested against."""
    sentence = view.sentences[view.sentence_at[at]]
    doers: set[str] = set()
    for i in range(max(sentence.first, at - _BEFORE), min(sentence.last, at + _BEHIND)):
        number = view.actor_at[i]
        if number >= 0 and side_kind(view.sides[number].id) in FIGHTING:
            doers.add(view.sides[number].id)
        if len(doers) > 1:
            return False
        if is_word(view, i, "live_fire"):
            return not any(is_word(view, j, "into_air") for j in range(i, min(i + _TO_AIR, sentence.last))) and not any(
                is_word(view, j, "against") or registry().is_link("against", view.tokens[j].key)
                for j in range(max(sentence.first, i - 2), i))
    return False
