"""Kinds: the type of an event as its sides settle it (codebook section 2 and 8.10).

A taking is the government's when the taker is, or fights for, the state; shelling is from the air when the side that
shells is an air force, and no word says that it is artillery; what armed men do to civilians alone is an attack on
them, no battle, and what they do to those who bear arms is a battle; what a state's forces do to civilians at a protest
is excessive force, and what a crowd does to forces a riot.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, without_particles
from sijill.arabic.inflection import ADVERBIAL
from sijill.arabic.tokens import BREAKS, COMMAS
from sijill.documents import Trigger
from sijill.extract.actors.mention_heads import head_word_group
from sijill.extract.actors.sides import AIR_FORCES, MOB, PUT_DOWN, UNNAMED, side_kind
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import MUTUAL, OVERTAKES, REGAINS, TAKING, VERBS, lexicon
from sijill.extract.tables.registry import registry

FROM_AIR: Final = "Air/drone strike"
BY_CONTEXT: Final = ">context"
"""How the rule of a trigger says that words beside it settle its type ("artillery shelling")."""
BY_MEANS: Final = ">means"
"""How it says that what the deed was done with settles it ("hit by rockets")."""
_CLASH, _ATTACK, _OTHER = "Armed clash", "Attack", "Other"
_CIVILIANS: Final = frozenset(("CIVILIANS",))
_PROTESTERS: Final = frozenset(("PROTESTERS",))
EXCESSIVE: Final = "Excessive force against protesters"
"""What forces do to a crowd that protests."""
RIOT: Final = "Violent demonstration"
"""What a clash of a crowd is."""
CROWD: Final = frozenset(("PROTESTERS", "RIOTERS"))
"""The ids of crowds."""
_AT_HOME: Final = "state_forces"
_MISSION: Final = "intl"
# tokens behind a verb's subject in which its object may stand
_TO_OBJECT: Final = 3
# tokens behind a strike in which it is said to be one with rockets
_TO_ROCKETS: Final = 3
# tokens from shooting to the demonstration that it is at
_TO_RALLY: Final = 9
# tokens from a word of control to what says that it is one by fire
_TO_FIRE: Final = 8
_ON_ANOTHER, _VICTIM = "agent_patient", "victim"
FIGHTING: Final = frozenset(("state", "foreign", "rebel"))
"""The kinds of sides that bear arms."""
FROM_GROUND: Final = "Shelling/artillery/missile attack"


def deed(trigger: Trigger, one: str) -> str:
    """The type by which a side of an event goes by its id: a government that besieges at home does so with its army.

    Protesters who throw stones, set fire, break or bar a road are rioters, as a mob is: in 17 of 28 in the gold, and in
    all 27 in our reports; who storm a place or clash with the police keep their name, in 30 of 36.
    """
    if trigger.sub_event_type == RIOT and one in _PROTESTERS and tells(trigger.lemma, "riots"):
        return MOB
    actor = registry().actors.get(one)
    armed = actor is not None and actor.kind == _AT_HOME and trigger.sub_event_type == _OTHER and (
        tells(trigger.lemma, "besieges"))
    return _CLASH if armed else trigger.sub_event_type


def fights_for_state(one: str, country: str | None, day: dt.date | None = None) -> bool:
    """Whether a side is a state's forces, at home or ally in the country, a mission of many states, stands in for a
    state's forces or is under them."""
    known = registry()
    actor = known.actors.get(one)
    stand_in = known.stand_ins.all_on(day)
    if one in stand_in or actor is not None and actor.parent in stand_in:
        return True
    if actor is None:
        return one in known.of_states
    # a mission of many states is sent to help one: 3 of 3 of its takings in the gold
    if side_kind(one) == _MISSION:
        return True
    commander = known.actors.get(actor.parent or "")
    if actor.kind == "state_forces" or actor.kind == "external_forces" and country in actor.countries:
        return True
    if actor.kind != "external_forces" and commander is not None and commander.kind == "state_forces":
        return True
    countries = actor.countries | ({country} if country else frozenset())

    def state_ally(other: str) -> bool:
        friend = known.actors.get(other)
        return (friend is not None and friend.kind == "state_forces" and friend.valid(day)
                and bool(friend.countries & countries))

    if any(state_ally(other) for other in actor.allies):
        return True
    named_by = [a for a in known.actors.values() if one in a.allies]
    if any(state_ally(a.id) for a in named_by):
        return True
    return any(
        state_ally(far)
        for other in actor.allies
        if other in known.actors and known.actors[other].kind == "external_forces"
        for far in known.actors[other].allies
    )


def settle(kind: str, takers: Iterable[str], country: str | None, day: dt.date | None = None,
           hit: frozenset[str] = frozenset()) -> str:
    """The type that an event of a type has once its first side is known, and who was hit by it, if it hit one side."""
    sides = list(takers)
    if kind == _CLASH and hit == _CIVILIANS:
        return _ATTACK
    if kind in TAKING and sides:
        return REGAINS if any(fights_for_state(one, country, day) for one in sides) else OVERTAKES
    # a state that lost a place has not regained it
    if kind == REGAINS and any(fights_for_state(one, country, day) for one in hit):
        return OVERTAKES
    return kind


def by_sides(trigger: Trigger, ids: Mapping[str, frozenset[str]], doers: Sequence[int], view: View,
             country: str | None) -> str:
    """The type of an event whose sides are chosen: their ids by part, and the mentions of the first one."""
    kind, first = trigger.sub_event_type, ids["actor1"]
    # both sides of a clash fight; whom another deed is done to does not
    hit = ids["actor2"] if trigger.frame != MUTUAL else frozenset()
    open_to = BY_MEANS not in trigger.rule and (trigger.form in VERBS or BY_CONTEXT not in trigger.rule)
    if kind == FROM_GROUND and doers and all(flies(view, number) if open_to else _fires_rockets(
            view, trigger, number) for number in doers):
        return FROM_AIR
    if kind == _CLASH and first and first <= CROWD:
        return RIOT
    if kind == _CLASH and ids["actor2"] and ids["actor2"] <= CROWD:
        return RIOT if trigger.frame == MUTUAL else EXCESSIVE
    # "was killed by the fire of" has its victim for a subject
    on_others = trigger.frame == _ON_ANOTHER or trigger.frame == _VICTIM and bool(first) and first.isdisjoint(hit)
    if kind == _ATTACK and on_others and hit and all(bears_arms(one) for one in hit) and (
            _CLASH in lexicon().by_name[trigger.lemma].types):
        return _CLASH
    if kind in PUT_DOWN and hit and all(bears_arms(one) for one in hit) and _by_crowd(view, trigger, first, doers):
        return RIOT
    if kind in TAKING and by_fire(view, trigger.token):
        return _CLASH
    settled = settle(kind, first, country, view.document.published, hit)
    return EXCESSIVE if put_down(settled, first, hit, view, trigger.token) else settled


def by_fire(view: View, at: int) -> bool:
    """Whether a word of control is one of control by fire, which takes and holds no place, but shoots at it."""
    last = view.sentences[view.sentence_at[at]].last
    if at + 1 < last and "fiery" in view.taking[at + 1]:
        return True
    for i in range(at + 1, min(at + _TO_FIRE, last)):
        if "by_fire" in view.taking[i]:
            return True
        if view.tokens[i].norm in BREAKS or view.hits[i] is not None:
            return False
    return False


def _by_crowd(view: View, trigger: Trigger, first: frozenset[str], doers: Sequence[int]) -> bool:
    """Whether a crowd stands between a verb and what it opens or throws: "the protesters opened fire at A"."""
    if trigger.form not in VERBS or not first or not first <= CROWD:
        return False
    crowd = next((view.actors[i] for i in doers if view.actors[i].first == trigger.token + 1), None)
    if crowd is None:
        return False
    last = min(crowd.last + _TO_OBJECT, view.sentences[view.sentence_at[trigger.token]].last)
    objects = lexicon().by_name[trigger.lemma].objects
    return any(not objects.isdisjoint(without_particles(view.tokens[at].key)) for at in range(crowd.last, last))


def bears_arms(one: str) -> bool:
    """Whether a side is of those who fight: no civilians, no crowd, no government."""
    return side_kind(one) in FIGHTING and registry().ruling(one) is None


def put_down(kind: str, strikers: Iterable[str], hit: frozenset[str], view: View, at: int) -> bool:
    """Whether an attack puts a protest down: one of forces or armed groups on protesters or at a demonstration.

    Of armed groups it does in 16 of 17 annotations; gunmen whom nobody names attack. So do all but a state's forces
    where those hit are civilians in one sentence with a protest.
    """
    doers, states = list(strikers), registry().of_states
    if kind != _ATTACK or not doers:
        return False
    if hit and hit <= _PROTESTERS or hit <= _CIVILIANS and _at_rally(view, at):
        return all(one not in UNNAMED and (side_kind(one) in FIGHTING or one in states) for one in doers)
    if hit != _CIVILIANS or any(side_kind(one) != "state" and one not in states for one in doers):
        return False
    sentence = view.sentences[view.sentence_at[at]]
    return any(_protests(view, i) for i in range(sentence.first, sentence.last) if i != at)


def _at_rally(view: View, at: int) -> bool:
    """Whether a demonstration is shot at, or to be dispersed by it: so in 5 of 5 annotations."""
    for i in range(at + 1, min(at + _TO_RALLY, view.sentences[view.sentence_at[at]].last)):
        if view.tokens[i].norm in BREAKS or is_verb(view, i):
            return False
        if is_word(view, i, "rally"):
            return "on" in view.classes[i - 1] or is_word(view, i - 1, "dispersing")
    return False


def _protests(view: View, at: int) -> bool:
    """Whether a word names protesters or a protest; not "in protest at"."""
    number, hit = view.actor_at[at], view.hits[at]
    if number >= 0 and view.sides[number].id in CROWD:
        return True
    return (hit is not None and any(EXCESSIVE in lemma.types and lemma.frame == "crowd" for lemma in hit.lemmas)
            and not (hit.form == "noun" and view.tokens[at].norm.endswith(ADVERBIAL)))


def _fires_rockets(view: View, trigger: Trigger, number: int) -> bool:
    """Whether the rockets of a strike are said to be those of aircraft: "a rocket attack that a drone made"."""
    at, actor = trigger.token, view.actors[number]
    last = view.sentences[view.sentence_at[at]].last
    between = [(view.tokens[i].norm, view.hits[i]) for i in range(at + 1, min(actor.first, last))]
    # "a strike, it is thought that a drone made it"
    thought = any(registry().is_link("hedge", view.tokens[i + 1].key) for i in range(at + 1, min(actor.first, last) - 1)
                  if view.tokens[i].norm in COMMAS)
    if any(norm in BREAKS and not (thought and norm in COMMAS)
           or norm[0] in CONJUNCTIONS and hit is not None and hit.form in VERBS for norm, hit in between):
        return False  # aircraft of another clause
    return (trigger.form == "noun" and at < actor.first < last and head_word_group(view.document, actor) == "air"
            and any(is_word(view, i, "by_rockets") for i in range(at + 1, min(at + _TO_ROCKETS, last))))


def flies(view: View, number: int) -> bool:
    """Whether a mention is of an air force, or begins with a word for aircraft."""
    if view.sides[number].id.endswith(AIR_FORCES):
        return True
    return head_word_group(view.document, view.actors[number]) == "air"
