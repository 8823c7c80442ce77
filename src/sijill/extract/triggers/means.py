"""Means: what a deed is done with, bound to it by "with" or its subject, settles its type: from the air or the ground,
by a charge, a grenade, gas, a sniper or a suicide bomber; an advance without a fight is a movement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FOR, key, without_article
from sijill.arabic.quantity_words import quantity_word
from sijill.arabic.tokens import BREAKS, COMMAS
from sijill.documents import Token
from sijill.extract.clauses.kinds import FROM_AIR, FROM_GROUND
from sijill.extract.clauses.taking_words import is_word, names, tells
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.tables.lexicon import VERBS, Lemma
from sijill.extract.triggers.dispersal import INTERVENTION

_CHARGE: Final = "Remote explosive/landmine/IED"
_GRENADE: Final = "Grenade"
_CLASH, _ATTACK, _MOVEMENT = "Armed clash", "Attack", "Change to group/activity"
_SUICIDE, _CHEMICAL = "Suicide bomb", "Chemical weapon"
_FOUGHT: Final = (_CLASH, _ATTACK)
# what a charge that it was done with turns into its blast
_BY_CHARGE: Final = (_CLASH, _ATTACK, FROM_GROUND, "Disrupted weapons use")
_THROWS, _MOVES = "agent_weapon", "mover"
# how far behind a deed the aircraft may be named that did it, and guns, shells and charges, less sure to be of the deed
_TO_MEANS: Final = 26
_TO_SHELLS: Final = 16
_TO_CHARGE: Final = 12
# what aircraft right before a verb turn into their strike
_BY_AIRCRAFT: Final = (_CLASH, FROM_GROUND)
# what gas is brought by, and how far behind it the gas may be named
_CONVEYS: Final = (FROM_AIR, FROM_GROUND, _CLASH, _ATTACK)
_TO_GAS: Final = 12
# how far behind an attack the verb may stand that says what it hit
_TO_VERB: Final = 4
# how far from a word the adjectives stand that say of what sort it is
_ADJECTIVES: Final = 3
_STRIKES: Final = frozenset((FROM_AIR, FROM_GROUND))
# how far from a movement may be said that there was no fight, and behind "without" the fight
_TO_WITHOUT: Final = 30
# how far from shelling an aircraft may be named, and how far before that the raid that it flies
_TO_AIR: Final = 8
_TO_RAID: Final = 4
_TO_FIGHT: Final = 4
# how far before a raid it may stand that somebody took part "in" it, and who did
_TO_PART: Final = 6
# what says that blows are of guns or rockets
_GUNS: Final = ("of_guns", "of_rockets", "guns", "projectile")
# how far behind a deed "at the hands of" may name a sniper, and behind a vehicle what it is full of
_TO_SNIPER: Final = 8
_TO_LOAD: Final = 4


def by_means(view: View, at: int, lemma: Lemma, kind: str) -> str:
    """The type of a deed at a token once it is read what it was done with."""
    verb = is_verb(view, at)
    if (kind == _CHEMICAL or kind == FROM_GROUND and tells(lemma.name, "uses")) and _puts_down(view, at):
        return INTERVENTION
    if kind == FROM_AIR and _shot_at_alone(view, at):
        return lemma.types[0] if lemma.types[0] != FROM_AIR else _CLASH
    if kind == FROM_AIR and verb and _hits_by_itself(view, at, lemma):
        return FROM_GROUND
    if kind in _STRIKES and with_means(view, at, "clubs", _TO_SHELLS) is not None:
        return _ATTACK
    if kind == FROM_GROUND and verb and tells(lemma.name, "pours") and _with_bullets(view, at):
        return _CLASH
    if verb and kind in _BY_AIRCRAFT and FROM_AIR in lemma.types and _aircraft_do(view, at):
        return FROM_AIR
    if kind == FROM_AIR and not verb and (is_word(view, min(at + 1, len(view.tokens) - 1), "by_land")
                                          or tells(lemma.name, "raid") and _by_men(view, at)):
        return _CLASH
    if kind == FROM_AIR and verb and _with_guns(view, at):
        return FROM_GROUND
    if kind in _STRIKES and not verb and _hurts(view, at):
        return _CLASH
    if kind == FROM_AIR and not verb and tells(lemma.name, "shells") and _beside_raid(view, at):
        return FROM_GROUND
    if (kind == FROM_GROUND or kind in _FOUGHT) and FROM_AIR in lemma.types and (
            _from_the_sky(view, at) or not verb and _flown(view, at)):
        return FROM_AIR
    if kind == FROM_GROUND and not _of_guns(view, at) and with_means(view, at, "from_air", _TO_MEANS) is not None:
        return FROM_AIR
    # "an operation that targeted P with drones" is done with what the verb names
    told = [at] if verb or kind not in _FOUGHT else [at, *_verb_behind(view, at)]
    if kind in _FOUGHT and FROM_AIR in lemma.types and any(_by_air_alone(view, here) for here in told):
        return FROM_AIR
    if kind in _CONVEYS and _CHEMICAL in lemma.types and _by_gas(view, at):
        return _CHEMICAL
    if kind == _ATTACK and FROM_GROUND in lemma.types and any(
            with_means(view, here, name, _TO_SHELLS) is not None for name in ("guns", "projectile") for here in told):
        return FROM_GROUND
    if kind == FROM_GROUND and _ATTACK in lemma.types and _by_sniper(view, at):
        return _ATTACK
    if kind in _FOUGHT and (_SUICIDE in lemma.types and _suicidal(view, at)
                            or tells(lemma.name, "rams") and _rams(view, at)):
        return _SUICIDE
    kind = _by_charge(view, at, lemma, kind, told)
    return _MOVEMENT if kind == _CLASH and lemma.frame == _MOVES and _without_fight(view, at) else kind


def _by_charge(view: View, at: int, lemma: Lemma, kind: str, told: Sequence[int]) -> str:
    """The type of a deed, told at some tokens, once it is read whether it was done with a charge, and with which."""
    if "collides" in view.untold[at] and with_means(view, at, "charge", _TO_CHARGE) is not None:
        return _CHARGE
    if kind == _CHARGE and _SUICIDE in lemma.types and _by_belt(view, at):
        return _SUICIDE
    if kind == _CHARGE and _by_grenade(view, at):
        return _GRENADE
    if kind == _CHARGE and (is_word(view, at, "explosions") or _unseen(view, at)) and not _named_charge(view, at):
        return FROM_GROUND
    if kind in _BY_CHARGE and _CHARGE in lemma.types:
        charges = [_charge_before(view, at)] if is_verb(view, at) else []
        charges += [with_means(view, here, "charge", _TO_CHARGE) for here in told]
        for charge in charges:
            if charge is not None:
                return _of_charge(view, charge, kind)
    return kind


def _puts_down(view: View, at: int) -> bool:
    """Whether what is used is tear gas, the water of a cannon or clubs, by which crowds are put down."""
    last = view.sentences[view.sentence_at[at]].last
    # "water cannons", of which a pumping station has none
    return any(is_word(view, i, "riot_means") or is_word(view, i, "water") and is_word(view, i - 1, "guns")
               for i in range(at + 1, min(at + _TO_GAS, last)))


def _shot_at_alone(view: View, at: int) -> bool:
    """Whether aircraft are named in a sentence only as what guns or rockets are made against: "anti-aircraft"."""
    sentence = view.sentences[view.sentence_at[at]]
    named = [i for i in range(sentence.first, sentence.last)
             if names(key(without_article(view.tokens[i].norm)), "from_air") or is_word(view, i, "of_air")]
    return bool(named) and all(i > sentence.first and is_word(view, i - 1, "made_against") for i in named)


def _hits_by_itself(view: View, at: int, lemma: Lemma) -> bool:
    """Whether a shell or rocket is the subject right before a verb that tells no launching: "the rockets hit P"."""
    first = view.sentences[view.sentence_at[at]].first
    if lemma.frame == _THROWS or at == first or view.actor_at[at - 1] >= 0:
        return False
    return is_word(view, at - 1, "projectile") and not (at > first + 1 and is_word(view, at - 2, "from_air"))


def with_means(view: View, at: int, name: str, reach: int) -> int | None:
    """The token of means of a class of taking_words.tsv that a deed is done with: "by aircraft", "with three bombs"."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + reach, last)):
        token, hit = view.tokens[here], view.hits[here]
        if token.norm in BREAKS and token.norm not in COMMAS or not OPENERS.isdisjoint(view.classes[here]):
            return None
        named = view.place_at[here] >= 0 or view.actor_at[here] >= 0
        if here > at + 1 and hit is not None and not named and (
                hit.form in VERBS or not _STRIKES.isdisjoint(hit.lemmas[0].types)):
            return None
        bound = _bound(token)
        if bound and names(key(bound), name):
            return here
        if not is_word(view, here, name):
            continue
        bound = _bound(view.tokens[here - 1])
        # "with three shells", "by the fire of shells"; who shoots bullets fires no guns
        counted = quantity_word(bound) is not None or bool(bound) and names(key(bound), "live_fire") and not (
            name == "guns" and names(key(bound), "bullets"))
        if counted or name == "from_air" and is_word(view, here - 1, "by_means"):
            return here
    return None


def _bound(token: Token) -> str:
    """What "with" is written onto, nothing where it is not: "aircraft" of "and with aircraft"."""
    norm = token.norm[1:] if token.norm[:1] == CONJUNCTIONS[0] else token.norm
    return norm[len(BY) :] if norm.startswith(BY) else ""


def _charge_before(view: View, at: int) -> int | None:
    """The charge that is the subject of a verb right behind it, or behind what says of what kind it is."""
    first = view.sentences[view.sentence_at[at]].first
    here = at - 1
    while here > max(first, at - _ADJECTIVES) and is_word(view, here, "charge_adj"):
        here -= 1
    return here if here >= first and is_word(view, here, "charge") else None


def _of_charge(view: View, at: int, kind: str) -> str:
    """The type of a deed done with a charge, as the words behind that say what charge it is."""
    last = view.sentences[view.sentence_at[at]].last
    ahead = range(at + 1, min(at + _ADJECTIVES, last))
    if any(is_word(view, i, "no_charge") for i in ahead):
        return kind
    return _GRENADE if any(is_word(view, i, "by_hand") for i in ahead) else _CHARGE


def _verb_behind(view: View, at: int) -> list[int]:
    """The verb of hitting, if any, that says what an attack did, right behind it or behind what describes it."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_VERB, last)):
        if view.tokens[here].norm in BREAKS or not OPENERS.isdisjoint(view.classes[here]):
            break
        if is_verb(view, here) and view.actor_at[here] < 0:
            return [here] if is_word(view, here, "hits") else []
    return []


def _by_air_alone(view: View, at: int) -> bool:
    """Whether an attack is made with aircraft, and not by men whom aircraft help."""
    air = with_means(view, at, "from_air", _TO_MEANS)
    return air is not None and not is_word(view, air - 1, "helped") and "support" not in view.classes[air - 1]


def _by_gas(view: View, at: int) -> bool:
    """Whether a deed is done with gas, and no tear gas."""
    gas = with_means(view, at, "gas", _TO_GAS)
    return gas is not None and not any(is_word(view, i, "no_charge") for i in range(
        gas + 1, min(gas + _ADJECTIVES, view.sentences[view.sentence_at[at]].last)))


def _by_grenade(view: View, at: int) -> bool:
    """Whether what goes off, right behind a word for a blast, is a bomb thrown by hand."""
    last = view.sentences[view.sentence_at[at]].last
    # "made by hand" is spelled alike
    return at + 2 < last and is_word(view, at + 1, "charge") and is_word(view, at + 2, "by_hand") and not (
        at + 3 < last and is_word(view, at + 3, "charge_adj"))


def _with_bullets(view: View, at: int) -> bool:
    """Whether bullets are what somebody pours on another, and no shells with them: "rained bullets on"."""
    last = view.sentences[view.sentence_at[at]].last
    ahead = range(at + 1, min(at + _TO_SHELLS, last))
    end = next((i for i in ahead if view.tokens[i].norm in BREAKS), ahead.stop)
    named = range(at + 1, end)
    return any(is_word(view, i, "bullets") for i in named) and not any(
        is_word(view, i, "projectile") or is_word(view, i, "guns") for i in named)


def _aircraft_do(view: View, at: int) -> bool:
    """Whether aircraft with their owner's pronoun stand right before a verb: "that its aircraft raided P"."""
    first = view.sentences[view.sentence_at[at]].first
    # "its guns and aircraft" shell as much
    return at > first and is_word(view, at - 1, "its_aircraft") and view.tokens[at - 1].norm[0] not in CONJUNCTIONS


def _hurts(view: View, at: int) -> bool:
    """Whether blows are called painful or crushing where their sentence names no aircraft, guns or rockets."""
    sentence = view.sentences[view.sentence_at[at]]
    if not any(is_word(view, i, "hurting") for i in range(at + 1, min(at + _ADJECTIVES, sentence.last))):
        return False
    told = range(sentence.first, sentence.last)
    return not any(_of_air(view, i) or not view.taking[i].isdisjoint(_GUNS) for i in told)


def _of_guns(view: View, at: int) -> bool:
    """Whether shelling is said right behind to be by guns, or by rockets that no aircraft fires."""
    last = view.sentences[view.sentence_at[at]].last
    said = next((i for i in range(at + 1, min(at + _ADJECTIVES, last)) if is_word(view, i, "of_guns")), None)
    return said is not None and not (is_word(view, said, "of_rockets") and said + 1 < last and names(
        key(_bound(view.tokens[said + 1])), "from_air"))


def _by_men(view: View, at: int) -> bool:
    """Whether a raid is one that fighters launched or that troops took part in, nothing of the air named beside it."""
    span = view.sentences[view.sentence_at[at]]
    if at + 2 < span.last and is_word(view, at + 1, "carries_it_out"):
        return is_word(view, at + 2, "fighters")
    before = range(max(span.first, at - _TO_PART), at)
    # a state may take part by its aircraft
    return any(is_word(view, i, "took_part") for i in before) and is_word(view, at - 1, "where") and any(
        is_word(view, i, "fighters") or is_word(view, i, "troops") for i in before) and not any(
            _of_air(view, i) for i in (*before, min(at + 1, span.last - 1)))


def _with_guns(view: View, at: int) -> bool:
    """Whether guns or their shells are what a deed is done with, and its clause names no aircraft before them."""
    span = view.sentences[view.sentence_at[at]]
    gun = with_means(view, at, "guns", _TO_SHELLS)
    if gun is None:
        gun = with_means(view, at, "projectile", _TO_SHELLS)
        if gun is None or gun + 1 == span.last:
            return False
        fired = key(without_article(view.tokens[gun + 1].norm))
        if not names(fired, "guns") and not names(fired, "of_guns"):
            return False
    first = next((i + 1 for i in range(at - 1, span.first - 1, -1) if view.tokens[i].norm in BREAKS), span.first)
    return not any(_of_air(view, i) for i in range(first, gun))


def _beside_raid(view: View, at: int) -> bool:
    """Whether aircraft named before shelling fly another strike, and none is named behind: "air raids and shelling"."""
    sentence = view.sentences[view.sentence_at[at]]
    if any(_of_air(view, i) for i in range(at + 1, min(at + _TO_AIR, sentence.last))):
        return False
    air = next((i for i in range(at - 1, max(sentence.first, at - _TO_AIR) - 1, -1) if _of_air(view, i)), None)
    if air is None:
        return False
    for i in range(air - 1, max(sentence.first, air - _TO_RAID) - 1, -1):
        hit = view.hits[i]
        if hit is not None and not _STRIKES.isdisjoint(hit.lemmas[0].types):
            return hit.form == "noun"
        if is_verb(view, i) or not OPENERS.isdisjoint(view.classes[i]):
            break
    return False


def _from_the_sky(view: View, at: int) -> bool:
    """Whether a deed is said to be done "from the air", no break and no other verb between."""
    for here in range(at + 1, min(at + _TO_AIR, view.sentences[view.sentence_at[at]].last - 1)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here):
            return False
        if "from" in view.classes[here] and is_word(view, here + 1, "sky"):
            return True
    return False


def _flown(view: View, at: int) -> bool:
    """Whether an attack is said right behind to be of an aircraft: "a rocket attack of a drone" (50 of 50 in gold)."""
    here = at + 1
    last = view.sentences[view.sentence_at[at]].last
    if here < last and is_word(view, here, "by_rockets"):
        here += 1
    return here < last and view.tokens[here].norm.startswith(FOR) and is_word(view, here, "from_air")


def _unseen(view: View, at: int) -> bool:
    """Whether a blast is only heard, or is one of a store: nobody says what went off (codebook 8.10)."""
    if not is_word(view, at, "explosion"):
        return False
    span = view.sentences[view.sentence_at[at]]
    return at > span.first and is_word(view, at - 1, "heard") or at + 1 < span.last and is_word(view, at + 1, "store")


def _of_air(view: View, at: int) -> bool:
    """Whether a word is one for aircraft or what they drop, or says that something is of the air."""
    return is_word(view, at, "from_air") or is_word(view, at, "of_air")


def _by_sniper(view: View, at: int) -> bool:
    """Whether a sniper does what is done: "targeted by a sniper", "a sniper of the army hit"."""
    last = view.sentences[view.sentence_at[at]].last
    ahead = range(at + 2, min(at + _TO_SNIPER, last))
    if any("at_hands" in view.classes[i - 1] and is_word(view, i, "sniper") for i in ahead):
        return True
    before = at - 1
    if before >= 0 and view.actor_at[before] >= 0:
        before = view.actors[view.actor_at[before]].first
    return before >= view.sentences[view.sentence_at[at]].first and is_word(view, before, "sniper")


def _suicidal(view: View, at: int) -> bool:
    """Whether an attack is said to be suicidal right behind, or behind one more word for it."""
    last = view.sentences[view.sentence_at[at]].last
    return any(is_word(view, i, "suicidal") for i in range(at + 1, min(at + _ADJECTIVES, last)))


def _by_belt(view: View, at: int) -> bool:
    """Whether what goes off is an explosive belt, which somebody wears; a "belt" of security is a force."""
    last = view.sentences[view.sentence_at[at]].last
    return any(is_word(view, i, "belt") and i + 1 < last and is_word(view, i + 1, "charge_adj")
               for i in range(at + 1, min(at + _ADJECTIVES, last)))


def _named_charge(view: View, at: int) -> bool:
    """Whether a sentence of explosions names what exploded, or who blew himself up."""
    sentence = view.sentences[view.sentence_at[at]]
    return any(is_word(view, i, name) for i in range(sentence.first, sentence.last)
               for name in ("charge", "vehicle", "rigged", "suicidal"))


def _rams(view: View, at: int) -> bool:
    """Whether a gate or post is stormed with a vehicle full of explosives."""
    vehicle = with_means(view, at, "vehicle", _TO_CHARGE)
    if vehicle is None:
        return False
    ahead = range(vehicle + 1, min(vehicle + _TO_LOAD, view.sentences[view.sentence_at[at]].last))
    return any(is_word(view, i, "charge") or is_word(view, i, "rigged") for i in ahead)


def _without_fight(view: View, at: int) -> bool:
    """Whether "without clashes" or "without resistance" is said of a movement: no verb of another deed is between."""
    sentence = view.sentences[view.sentence_at[at]]
    behind = range(at + 1, min(at + _TO_WITHOUT, sentence.last))
    before = range(at - 1, max(sentence.first, at - _TO_WITHOUT) - 1, -1)
    return any(_says_without(view, reach, sentence.last) for reach in (behind, before))


def _says_without(view: View, reach: range, last: int) -> bool:
    """Whether some tokens say that there was no fight, before the first verb of a deed among them."""
    for here in reach:
        if is_verb(view, here) and view.place_at[here] < 0 and view.actor_at[here] < 0:
            return False
        if is_word(view, here, "lacking") and any(
                is_word(view, k, "fight") for k in range(here + 1, min(here + _TO_FIGHT, last))):
            return True
    return False
