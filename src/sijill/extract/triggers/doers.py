"""Doers: what the kind of who does a deed says of its type: aircraft strike, guns shell, states arrest, fighters
who leave are not displaced, an army that blows up what others planted disarms, a crowd that blocks a road protests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sijill.arabic.clitics import ARTICLE
from sijill.documents import Trigger
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.actors.sides import STATE_FORCES, UNNAMED, side_kind
from sijill.extract.clauses.kinds import (
    BY_MEANS,
    CROWD,
    FROM_AIR,
    FROM_GROUND,
    RIOT,
    bears_arms,
    fights_for_state,
    flies,
)
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import MUTUAL, TAKING, VERBS, Lemma, lexicon
from sijill.extract.tables.registry import registry
from sijill.extract.triggers.means import with_means
from sijill.extract.triggers.things import protest_or_riot

_CLASH, _ATTACK = "Armed clash", "Attack"
_FOUGHT: Final = (_CLASH, _ATTACK)
_HELD, _ARRESTED = "Abduction/forced disappearance", "Arrests"
_DISPLACED, _LEFT = "Displacement", "Non-violent transfer of territory"
_PEOPLE: Final = frozenset(("CIVILIANS",))
_SETTLERS: Final = frozenset(("SETTLERS",))
_MOB: Final = "Mob violence"
_RIOTERS: Final = frozenset(("RIOTERS",))
_CHARGE, _DISARMED = "Remote explosive/landmine/IED", "Disrupted weapons use"
_OTHER: Final = "Other"
_DESTROYED: Final = "Looting/property destruction"
_SET_UP: Final = "Headquarters or base established"
_UNARMED: Final = "civ"
_IRREGULAR: Final = "irregular"
_OF_PEOPLE: Final = "identity_militia"
_POLICE, _ARMY = "police", "army"
_POLICE_OF: Final = "NEW:Police Forces of "
_CHARGES: Final = ("charge", "rigged", "arms")
# how far behind an army's gun its shelling names it, and how far a charge and what is said of it stand from a blast
_TO_GUNS: Final = 16
_TO_CHARGE: Final = 6
_TO_FOUND: Final = 6
# from a blast to the charges that are its object, a number at most between
_TO_OBJECT: Final = 3
# from an attack to the stones or sticks it is made with, over whom it is on
_TO_HAND: Final = 12
# how many words may part guns from the verb behind them, or from the verbal noun that their light verb governs
_TO_SUBJECT: Final = 5


def by_doers(trigger: Trigger, kind: str, ids: Mapping[str, frozenset[str]], doers: Sequence[int], view: View) -> str:
    """The type of an event once it is known who does it: the ids of its sides by part, the mentions of the first."""
    first, hit, known = ids["actor1"], ids["actor2"], lexicon().by_name.get(trigger.lemma)
    if known is None or not first:
        return kind
    return (_by_arms(trigger, kind, known, doers, view) or _by_forces(trigger, kind, known, first, hit, view)
            or _by_crowds(trigger, kind, known, first, hit, doers, view) or kind)


def _by_arms(trigger: Trigger, kind: str, known: Lemma, doers: Sequence[int], view: View) -> str | None:
    """The type of what aircraft or guns do; None where they do nothing, or nothing of another type."""
    strikes = FROM_AIR in known.types and trigger.frame != MUTUAL and not (
        tells(trigger.lemma, "crashes") or tells(trigger.lemma, "lands"))
    if kind in _FOUGHT and strikes and doers and all(flies(view, number) for number in doers):
        return FROM_AIR
    # so in 4 of 4 that a verb tells; bulldozers pull down what aircraft are named beside
    if kind == _DESTROYED and trigger.form in VERBS and doers and all(flies(view, number) for number in doers):
        return FROM_AIR
    if (kind == FROM_AIR or kind in _FOUGHT) and FROM_GROUND in known.types and doers and all(
            _is_gun(view, trigger.token, number) for number in doers):
        return FROM_GROUND
    shells = FROM_GROUND in known.types and trigger.form in VERBS
    if kind == FROM_AIR and shells and _of_the_ground(view, trigger, doers):
        return FROM_GROUND
    return None


def _by_forces(trigger: Trigger, kind: str, known: Lemma, first: frozenset[str], hit: frozenset[str],
               view: View) -> str | None:
    """The type of what states' forces or fighters do, to armed men or people; None where that is no other one."""
    if kind == _ATTACK and BY_MEANS in trigger.rule and hit and all(bears_arms(one) for one in hit):
        return _CLASH
    if kind == _HELD and tells(trigger.lemma, "detains") and all(
            polices(one) or side_kind(one) in STATE_FORCES for one in first):
        return _ARRESTED
    # a state that takes a group's fighters captive arrests them in 10 of 12 in the gold; soldiers are taken in fighting
    if kind in (_CLASH, _HELD) and tells(trigger.lemma, "captures") and _are_states(first) and not (
            hit and _are_states(hit)):
        return _ARRESTED
    if kind == _DISPLACED and not (hit and hit <= _PEOPLE) and _LEFT in known.types and any(
            _fights(one) for one in first):
        return _LEFT
    if kind == _CHARGE and tells(trigger.lemma, "blows_up") and all(
            _of_state(one, view) for one in first) and (
                _charges(view, trigger.token) or _found(view, trigger.token)):
        return _DISARMED
    return None


def _by_crowds(trigger: Trigger, kind: str, known: Lemma, first: frozenset[str], hit: frozenset[str],
               doers: Sequence[int], view: View) -> str | None:
    """The type of what rioters, settlers, townsfolk or a crowd do; None where that is no other one."""
    if kind == _CLASH and trigger.frame == MUTUAL and RIOT in known.types and hit and (
            _are_police_and_people(first, hit) or _are_police_and_people(hit, first)) and not (
            _armed_people(view, trigger.token)):
        return RIOT
    if kind in _FOUGHT and first <= _RIOTERS and not tells(trigger.lemma, "shoots"):
        # thugs that shoot are no mob; on people it is one in 19 of 22 in the gold, on others in 14 of 129
        return _MOB if hit and all(side_kind(one) == _UNARMED for one in hit) else RIOT
    if kind == _ATTACK and doers and all(is_word(view, view.actors[n].first, "townsfolk") for n in doers) and all(
            one in _PEOPLE or one in UNNAMED for one in first):
        return _MOB  # so in 12 of 14 in the gold, and in none are they gunmen
    if kind == _DESTROYED and first <= _RIOTERS and tells(trigger.lemma, "sets_fire"):
        return RIOT  # 10 of 11 in the gold
    if kind in TAKING and first <= _SETTLERS:
        return _MOB
    # stones or sticks make it a riot in 11 of 11 in our reports
    if kind in _FOUGHT and with_means(view, trigger.token, "stones", _TO_HAND) is not None and all(
            one in UNNAMED or one in _SETTLERS or one in CROWD or side_kind(one) == _UNARMED for one in first):
        return RIOT if any(map(bears_arms, hit)) else _MOB
    barred = kind == _OTHER and tells(trigger.lemma, "blocks") or kind == _SET_UP and tells(trigger.lemma, "sets_up")
    if barred and (first <= CROWD or _in_protest(view, trigger.token) and all(
            side_kind(one) == _UNARMED for one in first)):
        return protest_or_riot(view, trigger.token)
    return None


def _in_protest(view: View, at: int) -> bool:
    """Whether a sentence says that what it tells was done in protest."""
    sentence = view.sentences[view.sentence_at[at]]
    return any(is_word(view, i, "protesting") for i in range(sentence.first, sentence.last))


def _of_the_ground(view: View, trigger: Trigger, doers: Sequence[int]) -> bool:
    """Whether guns are what is fired, and no aircraft is the subject right behind the verb."""
    at = trigger.token
    if any(view.actors[number].first == at + 1 for number in doers):
        return False
    return with_means(view, at, "guns", _TO_GUNS) is not None and with_means(view, at, "from_air", _TO_GUNS) is None


def _is_gun(view: View, at: int, number: int) -> bool:
    """Whether the subject of a deed, right before or behind it, is a side's artillery or tanks."""
    mention = view.actors[number]
    first = mention.first - 1 if mention.first and is_word(view, mention.first - 1, "guns") else mention.first
    if not is_word(view, first, "guns") or first > at + 1 or view.sentence_at[first] != view.sentence_at[at]:
        return False
    # "they destroyed a tank" has no tank for its subject
    if first and is_word(view, first - 1, "bullets"):
        return False  # "by the bullets of gunboats"
    if mention.last - first == 1 and not view.tokens[first].norm.startswith(ARTICLE):
        return False
    between = range(mention.last, at)
    return len(between) <= _TO_SUBJECT and all(
        view.hits[i] is None or "light" in view.classes[i] for i in between)


def _fights(one: str) -> bool:
    """Whether a side is fighters, and no tribe or the like, whose people flee too."""
    actor = registry().actors.get(one)
    return bears_arms(one) and not (actor is not None and actor.kind == _OF_PEOPLE)


def _are_states(some: frozenset[str]) -> bool:
    """Whether all of some sides are states' forces."""
    return all(side_kind(one) in STATE_FORCES for one in some)


def polices(one: str) -> bool:
    """Whether a side is the police of a state."""
    known = registry()
    family = known.families.get(known.family_of(one) or "")
    return one.startswith(_POLICE_OF) or (
        family is not None and one in family.branches[_POLICE] and one not in family.branches[_ARMY])


def _are_police_and_people(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether some sides are all a state's police, and others are people without arms."""
    return all(map(polices, some)) and all(side_kind(one) == _UNARMED for one in others)


def _armed_people(view: View, at: int) -> bool:
    """Whether the sentence of a token has people whom the word right behind calls armed ("armed civilians")."""
    sentence = view.sentences[view.sentence_at[at]]
    numbers = {n for n in view.actor_at[sentence.first : sentence.last] if n >= 0}
    behind = [view.actors[n].last for n in numbers if side_kind(view.sides[n].id) == _UNARMED]
    return any(i < sentence.last and registry().head_words.get(head_forms(view.tokens[i].norm)[1]) == _IRREGULAR
               for i in behind)


def _of_state(one: str, view: View) -> bool:
    """Whether a side is a state's forces, at home or abroad, or stands in for them."""
    return side_kind(one) in STATE_FORCES or fights_for_state(one, None, view.document.published)


def _charges(view: View, at: int) -> bool:
    """Whether charges are what a state's forces blow up: so in 9 of 9 in training they were somebody else's."""
    last = view.sentences[view.sentence_at[at]].last
    here = next((i for i in range(at + 1, min(at + _TO_OBJECT, last)) if is_word(view, i, "charge")), None)
    return here is not None and here + 1 < last and is_word(view, here + 1, "charge_adj")


def _found(view: View, at: int) -> bool:
    """Whether what is blown up is a store of arms, or a charge that was found or that others planted."""
    sentence = view.sentences[view.sentence_at[at]]
    ahead = range(at + 1, min(at + _TO_CHARGE, sentence.last))
    charge = next((i for i in ahead if any(is_word(view, i, name) for name in _CHARGES)), None)
    if charge is None:
        return False
    if any(is_word(view, i, "store") for i in range(at + 1, charge)):
        return True
    # also engineers, who blow up nothing else
    return any(is_word(view, i, "found") or is_word(view, i, "plants")
               for i in range(max(sentence.first, at - _TO_FOUND), min(charge + _TO_FOUND, sentence.last)))
