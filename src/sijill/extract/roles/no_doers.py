"""Who cannot have done a deed: those told dead in it, struck by it, freed by it or whom it was against, states of a
suicide bombing, courts, aircraft of an arrest, who condemns it, and who only organised a demonstration then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FOR, readings
from sijill.arabic.inflection import THEY
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.sides import AIR_FORCES, is_outlaw, side_kind
from sijill.extract.clauses.kinds import flies
from sijill.extract.clauses.taking_words import is_word, may_tell, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.roles.dead_before import BOMBS, OF_STATES, dead_before, mourners, one_suffers, speaking
from sijill.extract.roles.dead_behind import dead_behind
from sijill.extract.roles.gatherings import gathers
from sijill.extract.roles.put_to_an_end import putting_an_end
from sijill.extract.roles.struck import holders_of_hit, owned, owners_of_hit, struck
from sijill.extract.said.hit_among import told_among
from sijill.extract.said.subjects import begins, does_to_a_place, hits_what_follows
from sijill.extract.tables.lexicon import FOUGHT, MUTUAL, VERBS, event_types
from sijill.extract.tables.registry import registry

_CLASH: Final = "Armed clash"
_ONE_ON_ANOTHER: Final = "agent_patient"
_ON_THINGS: Final = (_ONE_ON_ANOTHER, "agent_place", "agent_weapon")
# how the rules begin of mentions that no words say the owner of
_BARE: Final = "head."
_NATIONALITY: Final = "nationality"
_SUICIDE: Final = "Suicide bomb"
# the frame of verbs of setting off, laying and throwing
_DETONATES: Final = "agent_weapon"
_FIRED: Final = "Shelling/artillery/missile attack"
_FROM_AIR: Final = "Air/drone strike"
_COUNTRY: Final = "COUNTRY:"
_GOVERNMENT: Final = "_GOV"
_LACKING_GOVERNMENT: Final = "NEW:Government of "
_HARM: Final = ("Attack", "Abduction/forced disappearance", "Excessive force against protesters")
# kinds of mentions by which politicians are told, not an occupation or a country
_OF_OFFICE: Final = ("name", "composed", "anaphor", "member")
# tokens from a launch to "at", and from "at" to the country that is meant
_TO_AIM: Final = 14
_TO_TARGET: Final = 5
# tokens from "was exposed" to the deed
_TO_EXPOSED: Final = 9
# tokens from a light verb to what it leads to ("managed to")
_TO_SET_OFF: Final = 2
# tokens from a verb back to the shells that it is told of, and from there to their launch
_TO_SHELLS: Final = 3
# tokens from a deed to "against"
_TO_AGAINST: Final = 7
_ABDUCTED: Final = "Abduction/forced disappearance"
_ARRESTED, _FREED = "Arrests", "Other"
_UNKNOWN: Final = "UNIDENTIFIED"
_CROWD: Final = "crowd"
_REBEL: Final = "rebel"
_COMPOSED: Final = "composed"
_NAMED: Final = ("name", _COMPOSED)
# tokens from "belonging" to whom suspects belong to, from an accusation to the accused, from a freeing to who is freed
_TO_SUSPECTED: Final = 3
_TO_ACCUSED: Final = 5
_TO_FREED: Final = 3
# letters at the front of a word that make it no object
_JOINING: Final = (*CONJUNCTIONS, FOR, BY)


def no_doers(view: View, trigger: Trigger, gathered: frozenset[int]) -> set[int]:
    """The mentions of sides that did not do what a trigger tells, given who organised gatherings.

    A side told dead before a deed, or struck in it, is barred there and wherever else it is named before the deed; told
    dead by its name, behind the deed too.
    """
    hit, fell = struck(view, trigger), dead_before(view, trigger)
    # "gunmen" whom an attack struck may be others than those named before it
    dead = {view.sides[i].id for i in (*fell, *(hit if trigger.sub_event_type != _CLASH else ()))}
    sentence = view.sentences[view.sentence_at[trigger.token]]
    out = {i for i in view.actor_at[sentence.first : trigger.token] if i >= 0 and view.sides[i].id in dead}
    lost = {view.sides[i].id for i in fell if view.actors[i].kind in _NAMED}
    out.update(i for i in view.actor_at[trigger.token : sentence.last] if i >= 0 and view.sides[i].id in lost)
    out.update(mourners(view, trigger), owners_of_hit(view, trigger), _telling_of_shells(view, trigger),
               holders_of_hit(view, trigger))
    if one_suffers(view, trigger):
        out.update(dead_behind(view, trigger))
    out.update(hit, _opposed(view, trigger), _telling_of_harm(view, trigger), _object_behind(view, trigger),
               putting_an_end(view, trigger))
    # of "an official hostile to A was killed" A is only whom he opposes
    out.update(i for i in view.actor_at[sentence.first + 1 : sentence.last] if i >= 0 and (
        view.actors[i].first > sentence.first and is_word(view, view.actors[i].first - 1, "anti")))
    if gathered and not gathers(trigger):
        clause = view.clause_at[trigger.token]
        out.update(i for i in gathered.intersection(view.actor_at[sentence.first : sentence.last])
                   if trigger.token < view.actors[i].first or view.clause_at[view.actors[i].first] == clause)
    return out


def _object_behind(view: View, trigger: Trigger) -> list[int]:
    """The mention right behind a word for a deed that is what the deed was done to, and did not do it.

    It is so behind a verb of many, whose subject stands before it (0 of 36 in training did the deed), of things that
    nobody is said to own ("the taking of positions": 0 of 12), or that somebody owns behind a verb (0 of 17), and
    behind "the surrounding of" or "the ousting of" (0 of 23).
    """
    at = trigger.token + 1
    number = begins(view, at)
    if number is None:
        return []
    first, verb = view.actors[number].first, trigger.form in VERBS
    if verb and view.tokens[trigger.token].norm.endswith(THEY):
        return [number]
    bare = view.actors[number].rule.startswith(_BARE)
    things = registry().is_link("thing", view.tokens[first].key) and (
        trigger.frame in _ON_THINGS and (bare or view.actors[number].kind == _COMPOSED) if verb else bare)
    undergone = not verb and "undergone" in view.classes[trigger.token] and not (
        hits_what_follows(view, number) or does_to_a_place(view, number))
    return [number] if things or undergone else []


def out_of_question(view: View, trigger: Trigger, numbers: Sequence[int]) -> list[int]:
    """Of some mentions, who does no such deed: courts in fighting, who arrests nobody or is arrested, who is freed.

    Nor states on whose word a kidnapping is told: in the gold 0 of 48 had abducted anybody.
    """
    kind = trigger.sub_event_type
    asked = [(i, view.actors[i].first) for i in numbers if i >= 0]
    if kind == _ARRESTED:
        here = view.sentence_at[trigger.token]
        return [i for i, at in asked if _arrests_nobody(view, i, view.sentence_at[at] != here) or (
            at > trigger.token and (_is_suspected(view, at) or told_among(view, at, trigger.token)
                                    or _is_whose_men(view, i)))]
    if kind == _FREED and trigger.form not in VERBS and tells(trigger.lemma, "frees"):
        last = view.sentences[view.sentence_at[trigger.token]].last
        behind = (view.actor_at[at] for at in range(trigger.token + 1, min(trigger.token + _TO_FREED, last)))
        freed = next((i for i in behind if i >= 0), None)
        return [] if freed is None else [freed]
    if kind == _ABDUCTED:
        tell = speaking(view, trigger)
        return [i for i, at in asked if i in tell and at < trigger.token and side_kind(view.sides[i].id) in OF_STATES]
    if event_types()[kind] in FOUGHT:
        return [i for i, at in asked if is_word(view, at, "court")]
    return []


def _arrests_nobody(view: View, number: int, elsewhere: bool) -> bool:
    """Whether a mention is of gunmen of nobody, a crowd or aircraft, or of outlaws whom another sentence names.

    Of those chosen in training 0 of 12 gunmen and 0 of 5 such outlaws had arrested anybody.
    """
    one = view.sides[number].id
    if one.startswith(_UNKNOWN) or side_kind(one) == _CROWD or flies(view, number):
        return True
    return elsewhere and is_outlaw(one)


def _is_whose_men(view: View, number: int) -> bool:
    """Whether others "belong to" outlaws, and nobody is named behind whom those others may have arrested."""
    return is_outlaw(view.sides[number].id) and owned(view, number) and not _before_an_object(view, number)


def _is_suspected(view: View, at: int) -> bool:
    """Whether a word for suspicion or an accusation stands shortly before a token."""
    return any(is_word(view, before, "suspects") for before in range(max(at - _TO_ACCUSED, 0), at))


def suspected(view: View) -> frozenset[int]:
    """Those of whom others are only suspected to be ("six who are suspected of belonging to A").

    Suspects who do something to those named right behind A do it as A's men ("killed gunmen suspected of ... A an
    officer").
    """
    return frozenset([i for i, mention in enumerate(view.actors) if any(
        is_word(view, at, "belonging") for at in range(max(mention.first - _TO_SUSPECTED, 0), mention.first))
        and not _before_an_object(view, i)])


def _before_an_object(view: View, number: int) -> bool:
    """Whether others are named right behind a mention, or counted there, and nothing joins them to it."""
    if number + 1 >= len(view.actors):
        return False
    at, other = view.actors[number].last, view.actors[number + 1].first
    counted = other == at + 1 and at in view.number_from
    return (other == at or counted) and view.tokens[other].norm[0] not in _JOINING


def no_bombers(view: View, trigger: Trigger, numbers: Sequence[int]) -> list[int]:
    """Those of some mentions whose bomb it was not: the forces of states, and organisations of states.

    They do no suicide bombing, and a bomb that "went off", or an attack with one, is told of those whom it hit. What
    they set off, laid or threw themselves stands beside the word for it.
    """
    if trigger.sub_event_type != _SUICIDE and trigger.sub_event_type not in BOMBS:
        return []
    of_states = registry().of_states
    return [n for n in numbers if n >= 0 and not (_of_a_nation(view, trigger, n) or _sets_off(view, trigger, n)) and (
        view.sides[n].id in of_states or side_kind(view.sides[n].id) in OF_STATES)]


def out_of_element(view: View, trigger: Trigger, numbers: Sequence[int]) -> list[int]:
    """Those of some mentions that strike nothing from the air, or only from there, and so have not done a deed.

    Of armed groups without an air force 43 of 47 chosen for a strike from the air had not made it, no drone told; of
    aircraft chosen for a clash between sides 7 of 9 were not in it.
    """
    asked = [i for i in numbers if i >= 0]
    if trigger.sub_event_type == _CLASH:
        # an attack that aircraft make is read as a strike then
        return [i for i in asked if flies(view, i)] if trigger.form == "noun" and trigger.frame == MUTUAL else []
    if trigger.sub_event_type != _FROM_AIR or not tells(trigger.lemma, "from_above"):
        return []  # those who "fired at" or "destroyed" aircraft struck nobody from the air
    sentence = view.sentences[view.sentence_at[trigger.token]]
    if any(is_word(view, at, "drone") for at in range(sentence.first, sentence.last)):
        return []
    own_jets = {actor.parent for one, actor in registry().actors.items() if one.endswith(AIR_FORCES)}
    return [i for i in asked if side_kind(view.sides[i].id) == _REBEL and not (
        flies(view, i) or view.sides[i].id in own_jets)]


def governing(view: View, trigger: Trigger, numbers: Sequence[int]) -> list[int]:
    """Those of some mentions that are governments and who speaks for them, of harm done to people, which they speak of.

    Of those chosen on the triggers of the gold 35 of 41 had not done it.
    """
    if trigger.sub_event_type not in _HARM:
        return []
    return [i for i in numbers if i >= 0 and view.actors[i].kind in _OF_OFFICE and (
        view.sides[i].id.endswith(_GOVERNMENT) or view.sides[i].id.startswith(_LACKING_GOVERNMENT))]


def _sets_off(view: View, trigger: Trigger, number: int) -> bool:
    """Whether a side stands right behind a word for setting off, laying or throwing a bomb, or right before a verb.

    Or before a light verb and a noun: "the army managed to set off the car bomb".
    """
    if trigger.frame != _DETONATES or trigger.sub_event_type not in BOMBS:
        return False
    mention = view.actors[number]
    verb = mention.last < trigger.token <= mention.last + _TO_SET_OFF and "light" in view.classes[mention.last]
    return mention.first == trigger.token + 1 or verb or mention.last == trigger.token and trigger.form in VERBS


def _of_a_nation(view: View, trigger: Trigger, number: int) -> bool:
    """Whether a mention is the adjective right behind a noun for an attack: "an Israeli attack with a bomb"."""
    mention = view.actors[number]
    return trigger.form == "noun" and mention.rule == _NATIONALITY and mention.first == trigger.token + 1


def fired_at(view: View, trigger: Trigger, numbers: Sequence[int]) -> list[int]:
    """Those of some mentions that did not launch what "was launched at P": P, and forces of its state named before.

    Of 13 in training none did; what stands behind the word may be whose rockets they are.
    """
    if trigger.sub_event_type != _FIRED or trigger.frame != _DETONATES:
        return []
    last = view.sentences[view.sentence_at[trigger.token]].last
    aims = (at for at in range(trigger.token + 1, min(trigger.token + _TO_AIM, last))
            if is_word(view, at, "on") or is_word(view, at, "toward"))
    target = next((country for at in aims for country in _countries(view, at + 1, min(at + _TO_TARGET, last))), None)
    return [n for n in numbers if n >= 0 and (
        _aimed_at(view, trigger, n) or target is not None and view.actors[n].first < trigger.token
        and registry().state_of(view.sides[n].id) == target)]


def _aimed_at(view: View, trigger: Trigger, number: int) -> bool:
    """Whether a side stands behind a launch and "at", in its sentence."""
    first = view.actors[number].first
    return trigger.token < first < view.sentences[view.sentence_at[trigger.token]].last and (
        is_word(view, first - 1, "on") or is_word(view, first - 1, "toward"))


def _countries(view: View, first: int, last: int) -> list[str]:
    """The countries that some tokens name, as such or for their government, or whose adjective they have."""
    out: list[str] = []
    for at in range(first, last):
        one = view.sides[view.actor_at[at]].id if view.actor_at[at] >= 0 else ""
        named = registry().state_of(one) if one.startswith(_COUNTRY) or one.endswith(_GOVERNMENT) else None
        country = named or registry().adjectives.get(view.tokens[at].key)
        if country is not None:
            out.append(country)
    return out


def _telling_of_shells(view: View, trigger: Trigger) -> list[int]:
    """The sides on whose word shells "fell", "hit P" or "were fired": of 9 chosen in the gold 8 had not fired them.

    Not where they tell of their own launch, and of what that hit.
    """
    hit, first = view.hits[trigger.token], view.sentences[view.sentence_at[trigger.token]].first
    if trigger.form not in VERBS or trigger.sub_event_type != _FIRED or hit is None or hit.pronoun:
        return []
    shells = next((at for at in range(trigger.token - 1, max(first, trigger.token - _TO_SHELLS) - 1, -1)
                   if is_word(view, at, "projectile")), None)
    if shells is None or any(may_tell(view, at, "shoots") for at in range(max(first, shells - _TO_SHELLS), shells)):
        return []
    tell = {view.sides[i].id for i in speaking(view, trigger)}
    sentence = view.sentences[view.sentence_at[trigger.token]]
    return [i for i in view.actor_at[sentence.first : sentence.last] if i >= 0 and view.sides[i].id in tell]


def condemning(view: View, trigger: Trigger) -> list[int]:
    """The side right behind a word that condemns what a noun tells behind it, no verb between: who deplores it."""
    sentence = view.sentences[view.sentence_at[trigger.token]]
    for at in range(trigger.token - 1, sentence.first, -1) if trigger.form == "noun" else ():
        if is_verb(view, at) or view.tokens[at].norm in BREAKS:
            return []
        if view.actor_at[at] >= 0 and registry().is_link("condemns", view.tokens[at - 1].key):
            return [view.actor_at[at]]
    return []


def _telling_of_harm(view: View, trigger: Trigger) -> list[int]:
    """The sides who say that something "was exposed to" a deed: it is not theirs."""
    hit, first = view.hits[trigger.token], view.sentences[view.sentence_at[trigger.token]].first
    led = hit is not None and hit.particles[-1:] == FOR or any(  # "to an attempt to kill"
        r.particles == FOR for r in readings(view.tokens[trigger.token - 1].norm))
    if not led:
        return []
    near = range(trigger.token - 1, max(first, trigger.token - _TO_EXPOSED) - 1, -1)
    at = next((i for i in near if "exposed" in view.classes[i]), None)
    if at is None:
        return []
    return [i for i in speaking(view, trigger) if first <= view.actors[i].first < at]


def _opposed(view: View, trigger: Trigger) -> list[int]:
    """The side right behind the first "against" after a deed, no verb between: it was done to that side."""
    if trigger.form in VERBS:
        # "one of the forces against A was killed"
        return []
    last = view.sentences[view.sentence_at[trigger.token]].last
    for at in range(trigger.token + 1, min(trigger.token + _TO_AGAINST, last - 1)):
        # of "shots at a crowd against A" A is whom the crowd is against
        if is_verb(view, at) or view.tokens[at].norm in BREAKS or is_word(view, at, "on"):
            return []
        if is_word(view, at, "against"):
            return [view.actor_at[at + 1]] if view.actor_at[at + 1] >= 0 else []
    return []
