"""Things: what is carried, handed over, destroyed, found, seized, dropped, set up or lifted settles what the deed is:
aid, disarming, looting, a strike, a post; people driven out are displaced, and those who block a road protest."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FOR
from sijill.arabic.quantity_words import quantity_word
from sijill.arabic.tokens import BREAKS
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.kinds import FROM_AIR, FROM_GROUND
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.tables.lexicon import TAKING
from sijill.extract.tolls.words import toll_words

_AID: Final = "Aid"
_SEIZED: Final = "Disrupted weapons use"
_LEFT: Final = "Non-violent transfer of territory"
_MOVED: Final = "Change to group/activity"
_OTHER, _CLASH, _ATTACK = "Other", "Armed clash", "Attack"
_AGREED: Final = "Agreement"
_DISPLACED, _LOOTED = "Displacement", "Looting/property destruction"
# what driving people out is taken for, since fighters are driven out with the same words
_DRIVEN: Final = frozenset((*TAKING, _LEFT, _CLASH, _MOVED))
_STRIKES: Final = (FROM_AIR, FROM_GROUND, _ATTACK)
_SET_UP: Final = "Headquarters or base established"
_HELD: Final = "Abduction/forced disappearance"
_CHARGE: Final = "Remote explosive/landmine/IED"
_PROTEST, _RIOT = "Peaceful protest", "Violent demonstration"
_PEOPLE: Final = frozenset(("civ", "crowd"))
# letters at the front of a word that is the object of another one
_ANOTHERS: Final = (*CONJUNCTIONS, FOR, BY)
# how far behind a deed the thing may stand, the nearer the less its words are sure to be of the deed, and what burns
_TO_THING: Final = 9
_TO_ARMS: Final = 6
_TO_FOUND: Final = 10
_TO_BURNING: Final = 8
_TO_RIGGED: Final = 3
# from a withdrawal to "from", over whoever withdraws
_TO_LEFT: Final = 7
# from a flight back to who fled, over their number
_TO_FLED: Final = 4
# from dropping to leaflets, over whose the aircraft are and the day
_TO_LEAFLETS: Final = 9
# from joining to "to", over a list of those who join
_TO_JOINED: Final = 20
# from burning to "alive" or "to death", said of people
_TO_ALIVE: Final = 10
_KILLED: Final = "killed"


def by_things(view: View, at: int, lemma: str, kind: str) -> str:
    """The type of a deed at a token once it is read what it is done to."""
    if kind in (_MOVED, _LEFT, FROM_AIR, _OTHER, _SEIZED) and tells(lemma, "conveys") and (
            _thing(view, at, "aid", _TO_THING)):
        return _AID
    if kind == _LEFT and (tells(lemma, "hands_over") or tells(lemma, "receives")) and (
            _thing(view, at, "arms", _TO_ARMS)):
        return _SEIZED
    if kind == _LEFT and (tells(lemma, "hands_over") or tells(lemma, "receives")) and any(
            _persons(view, at, name) for name in ("captives", "wanted", "bodies")):
        return _OTHER
    if kind in (_DISPLACED, _LEFT) and tells(lemma, "flees") and _fled(view, at):
        return _OTHER
    if kind == _SEIZED and tells(lemma, "hands_over") and _is_ground(view, at + 1):
        return _LEFT
    if kind == _LEFT and tells(lemma, "hands_over") and _thing(view, at, "self", _TO_THING):
        return _MOVED
    if kind == _MOVED and tells(lemma, "hands_over") and _thing(view, at, "control", _TO_ARMS):
        return _LEFT
    if kind in _DRIVEN and tells(lemma, "ousts") and _persons(view, at, "people"):
        return _DISPLACED
    if kind in TAKING and tells(lemma, "frees") and _persons(view, at, "captives"):
        return _OTHER
    if kind in TAKING and tells(lemma, "takes") and _persons(view, at, "hostages"):
        return _HELD
    if kind in TAKING and tells(lemma, "tightens") and _thing(view, at, "siege", _TO_ARMS):
        return _OTHER
    if kind in TAKING and tells(lemma, "seizes"):
        if _thing(view, at, "arms", _TO_THING):
            return _SEIZED
        if _thing(view, at, "goods", _TO_ARMS) or _thing(view, at, "aid", _TO_THING):
            return _LOOTED
    if kind in TAKING and (tells(lemma, "seizes") or tells(lemma, "controls")) and _thing(view, at, "ship", _TO_ARMS):
        return _LOOTED
    if kind == _LEFT and tells(lemma, "withdraws") and withdraws_from(view, at, "accord"):
        return _AGREED
    if kind == _MOVED and tells(lemma, "enlists") and _enters_accord(view, at):
        return _AGREED
    if kind == _LOOTED and (
            tells(lemma, "burns") and _alive(view, at) or tells(lemma, "sets_fire") and _kills(view, at)):
        return _ATTACK
    if kind in (_MOVED, _OTHER) and tells(lemma, "sets_up") and _thing(view, at, "post", _TO_ARMS):
        return _SET_UP
    if kind in _STRIKES and tells(lemma, "strikes") and _thing(view, at, "cordon", _TO_ARMS):
        return _OTHER
    if kind in (_SEIZED, _OTHER) and tells(lemma, "finds") and (
            _thing(view, at, "bodies", _TO_ARMS) and not _thing(view, at, "arms", _TO_ARMS) or _found_before(view, at)):
        return _ATTACK
    if kind == _CLASH and tells(lemma, "destroys") and _rigged(view, at):
        return _SEIZED
    if kind in (_SEIZED, _OTHER) and tells(lemma, "drops") and _thing(view, at, "dropped", _TO_ARMS):
        return FROM_AIR
    if kind == _SET_UP and tells(lemma, "sets") and _thing(view, at, "charge", _TO_ARMS):
        return _CHARGE
    if kind not in (_OTHER, _AID) and tells(lemma, "scatters") and _thing(
            view, at, "leaflets", _TO_LEAFLETS) and not _thing(view, at, "dropped", _TO_ARMS):
        return _OTHER
    if kind == _AID and tells(lemma, "hands_out") and _thing(view, at, "leaflets", _TO_ARMS) and not _thing(
            view, at, "aid", _TO_ARMS):
        return _OTHER
    if kind == _SET_UP and tells(lemma, "sets") or kind in TAKING and tells(lemma, "raises"):
        # "put the forces on alert", "lifted the curfew" set up and take nothing
        if _thing(view, at, "alert", _TO_THING):
            return _MOVED
        if _thing(view, at, "curfew", _TO_ARMS):
            return _OTHER
    if kind == _OTHER and tells(lemma, "blocks") and _by_people(view, at):
        return protest_or_riot(view, at)
    return kind


def _found_before(view: View, at: int) -> bool:
    """Whether what was found stands before the verb and is bodies: "whose bodies were found", no arms nearer to it."""
    first = view.sentences[view.sentence_at[at]].first
    if at + 1 >= len(view.tokens) or not is_word(view, at + 1, "on_it"):
        return False
    for here in range(at - 1, max(first, at - _TO_FOUND) - 1, -1):
        if is_word(view, here, "bodies"):
            return True
        if is_word(view, here, "arms") or is_verb(view, here):
            return False
    return False


def withdraws_from(view: View, at: int, name: str) -> bool:
    """Whether "from" and a word of a class of taking_words.tsv follow a withdrawal in its clause: "from the talks"."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_LEFT, last - 1)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here):
            return False
        if "from" in view.classes[here]:
            return is_word(view, here + 1, name)
    return False


def _enters_accord(view: View, at: int) -> bool:
    """Whether "to" and an accord are what towns or factions join: "the village and its farms joined the accord"."""
    for here in range(at + 1, min(at + _TO_JOINED, view.sentences[view.sentence_at[at]].last - 1)):
        if is_verb(view, here) and view.place_at[here] < 0 and view.actor_at[here] < 0:
            return False
        if is_word(view, here, "to") and here + 1 < len(view.tokens):
            return is_word(view, here + 1, "accord")
    return False


def _is_ground(view: View, at: int) -> bool:
    """Whether a word is one for a post, a town or another place that can be held."""
    return at < len(view.tokens) and (is_word(view, at, "grounds") or is_word(view, at, "post"))


def _alive(view: View, at: int) -> bool:
    """Whether those burnt are said to be alive, or to die of it; "alive" of many is spelled like "quarters"."""
    last = view.sentences[view.sentence_at[at]].last
    return any(is_word(view, i, "alive") or is_word(view, i, "alive_or_quarters") and is_word(view, i - 1, "they_are")
               for i in range(at + 2, min(at + _TO_ALIVE, last)))


def _kills(view: View, at: int) -> bool:
    """Whether a fire is said to have killed people: behind "which led to", or before "because of" the fire."""
    sentence, kills = view.sentences[view.sentence_at[at]], toll_words().lists["consequence"]
    for toll in view.document.casualties or ():
        here = view.token_at(toll.start)
        if toll.kind != _KILLED or not sentence.first <= here < sentence.last:
            continue
        if here > at and any(view.tokens[i].norm in kills for i in range(at + 1, here)) or here < at and any(
                is_word(view, i, "because_of") for i in range(here, at)):
            return True
    return False


def protest_or_riot(view: View, at: int) -> str:
    """What the blocking of a road by people is: a protest, or a riot where something burns or they are said to rage."""
    last = view.sentences[view.sentence_at[at]].last
    burns = any(is_word(view, i, "burning") for i in range(at + 1, min(at + _TO_BURNING, last)))
    return _RIOT if burns else _PROTEST


def _thing(view: View, at: int, name: str, reach: int) -> bool:
    """Whether a thing of a class of taking_words.tsv is what a deed is done to, before any place."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + reach, last)):
        if view.tokens[here].norm in BREAKS or not OPENERS.isdisjoint(view.classes[here]):
            return False
        # "took hold of tanks" names the tanks, and they may be called a side
        if view.actor_at[here] >= 0 and not (is_word(view, here, name) and "on" in view.classes[here - 1]):
            continue
        if is_word(view, here, name):
            # "sent a battalion for help" sends none, "military aid" is arms
            return view.tokens[here].norm[0] != FOR and not (here + 1 < last and is_word(view, here + 1, "no_aid"))
        if view.place_at[here] >= 0 or is_verb(view, here):
            return False
    return False


def _fled(view: View, at: int) -> bool:
    """Whether prisoners are who flees, right behind a word or before "managed to": their escape drives nobody out.

    So in 2 of 2 in the gold.
    """
    span, hit = view.sentences[view.sentence_at[at]], view.hits[at]
    if hit is not None and hit.form == "participle":
        return False
    behind = range(at + 1, min(at + _TO_FLED, span.last))
    if any(is_word(view, here, "prisoners") and view.tokens[here].norm[0] not in _ANOTHERS for here in behind):
        return not any("with" in view.classes[here] for here in behind)
    for here in range(at - 1, max(span.first, at - _TO_FLED) - 1, -1):
        if is_word(view, here, "prisoners"):
            return view.tokens[here].norm[0] not in _ANOTHERS
        if view.tokens[here].norm in BREAKS or is_verb(view, here) and "light" not in view.classes[here]:
            return False
    return False


def _persons(view: View, at: int, name: str) -> bool:
    """Whether persons of a class of taking_words.tsv are whom a deed is done to, and no place before them."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_THING, last)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here) or not OPENERS.isdisjoint(view.classes[here]):
            return False
        # a word for them behind "and", "to" or "of" is another's object
        if is_word(view, here, name) and view.tokens[here].norm[0] not in _ANOTHERS:
            return True
        # "more than a hundred families" has no "from"
        if "from" in view.classes[here] and not is_word(view, here - 1, "more") or (
                view.actor_at[here] < 0 and view.place_at[here] >= 0):
            return False
    return False


def _rigged(view: View, at: int) -> bool:
    """Whether what is destroyed is a vehicle or boat full of explosives, which would have gone off."""
    last = view.sentences[view.sentence_at[at]].last
    thing = next((i for i in range(at + 1, min(at + _TO_ARMS, last)) if is_word(view, i, "vehicle")), None)
    return thing is not None and not view.tokens[thing].norm.startswith(BY) and any(
        is_word(view, i, "rigged") for i in range(thing + 1, min(thing + _TO_RIGGED, last)))


def _by_people(view: View, at: int) -> bool:
    """Whether the subject right behind a verb, however many they are, is people who bear no arms."""
    last = view.sentences[view.sentence_at[at]].last
    if not is_verb(view, at):
        return False
    here = at + 1
    while here < last and view.actor_at[here] < 0 and (
            quantity_word(view.tokens[here].norm) is not None or is_word(view, here, "some") or (
                "from" in view.classes[here])):
        here += 1
    number = view.actor_at[here] if here < last else -1
    return number >= 0 and side_kind(view.sides[number].id) in _PEOPLE
