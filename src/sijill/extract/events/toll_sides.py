"""Whose people a toll counts, as the article means the words that name them."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.documents import CasualtyMention
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import MUTUAL
from sijill.extract.tables.registry import registry
from sijill.extract.tolls.words import toll_words

_CLASH: Final = "Armed clash"
_OF_HIS: Final = "possessed."
_UNNAMED: Final = ("head.", _OF_HIS)
"""How the rules are called that find men whose side their own words do not name."""
_OWN_SUBJECT: Final = ("ت", "وا")
"""How a verb ends whose subject is not the men that are counted behind it."""


def toll_side(view: View, toll: CasualtyMention) -> str | None:
    """The side of a toll's people; of men whom a side named before has killed, the foe's, never its own."""
    if toll.named is None:
        return toll.who
    number = view.actor_at[view.token_at(toll.named)]
    assert number >= 0, "a toll's people are named by a mention"
    own = view.sides[number].id
    unnamed = view.actors[number].rule.startswith(_UNNAMED)
    return _foe(view, toll, own) if unnamed and own == _killer(view, toll) else own


def _killer(view: View, toll: CasualtyMention) -> str | None:
    """The side named first in the sentence, where a verb has it as its subject and the men as object.

    Of those "neutralised" too, who are always the other side's.
    """
    verb = view.token_at(toll.trigger_start)
    norm = view.tokens[verb].norm
    has_subject = toll.trigger_start < toll.start and (
        norm.endswith(_OWN_SUBJECT) or norm in toll_words().lists["neutralises"] or _goes_on(view, toll, verb))
    return next(iter(_before(view, verb)), None) if has_subject else None


def _goes_on(view: View, toll: CasualtyMention, verb: int) -> bool:
    """Whether "and" joins a verb to one for an attack of one side on another: "A attacked B and killed 5 men".

    Of masculine verbs in training 2 of 2 have the attacker as subject; at a sentence's head 0 of 5.
    Who is "of his men" may be of either.
    """
    assert toll.named is not None
    if view.actors[view.actor_at[view.token_at(toll.named)]].rule.startswith(_OF_HIS):
        return False
    hit, first = view.hits[verb], view.sentences[view.sentence_at[verb]].first
    joined = hit.particles[:1] if hit is not None else view.tokens[verb].norm[:1]
    if joined not in tuple(CONJUNCTIONS):
        return False
    # a verb of one man or host has the subject of no feminine or plural
    before = [view.hits[i] for i in range(first, verb)
              if is_verb(view, i) and not view.tokens[i].norm.endswith(_OWN_SUBJECT)]
    return any(one is not None and one.lemmas[0].frame != MUTUAL and _CLASH in one.lemmas[0].types for one in before)


def _foe(view: View, toll: CasualtyMention, killer: str) -> str | None:
    """The side named last before the verb that is no friend of the killer."""
    others = [one for one in _before(view, view.token_at(toll.trigger_start)) if one != killer]
    return next((one for one in reversed(others) if not registry().allied(one, killer)), None)


def _before(view: View, at: int) -> list[str]:
    """The armed sides named in a token's sentence before it."""
    first = view.sentences[view.sentence_at[at]].first
    return [side.id for actor, side in zip(view.actors, view.sides, strict=True)
            if first <= actor.first < at and not registry().unarmed(side.id)]
