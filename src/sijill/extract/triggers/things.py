"""Things: what is carried, handed over, destroyed, found, seized, dropped, set up or lifted settles what the deed is:
aid, disarming, looting, a strike, a post; people driven out are displaced, and those who block a road protest.

The rows of things.tsv say which thing makes of which deed what.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, FOR
from sijill.arabic.quantity_words import quantity_word
from sijill.arabic.tokens import BREAKS
from sijill.extract.actors.sides import UNNAMED, side_kind
from sijill.extract.clauses.kinds import FROM_AIR, FROM_GROUND, bears_arms
from sijill.extract.clauses.taking_words import is_word, may_tell, names, tells
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.tables.lexicon import TAKING, event_types
from sijill.extract.tolls.words import toll_words
from sijill.resources import table, words

_COLUMNS: Final = ("types", "deed", "thing", "persons", "unless", "where", "told")
_TAKING, _ANY = "taking", "any"
_PROTEST, _RIOT = "Peaceful protest", "Violent demonstration"
_PEOPLE: Final = frozenset(("civ", "crowd"))
# letters at the front of a word that is the object of another one
_ANOTHERS: Final = (*CONJUNCTIONS, FOR, BY)
_BLOWS: Final = frozenset((FROM_AIR, FROM_GROUND))
# how far behind a deed persons and a vehicle may stand, how far before it bodies, and what burns
_TO_PERSONS: Final = 9
_TO_VEHICLE: Final = 6
_TO_FOUND: Final = 10
_TO_BURNING: Final = 8
_TO_BARS: Final = 14
_TO_RIGGED: Final = 3
# from a withdrawal to "from", over whoever withdraws
_TO_LEFT: Final = 7
# from a flight back to who fled, over their number
_TO_FLED: Final = 4
# from joining to "to", over a list of those who join
_TO_JOINED: Final = 20
# from an attack to the site that it hits, and from that to who bears arms there
_TO_SITE: Final = 14
_TO_ARMED: Final = 5
# from leaving to the people who leave or to fighters who leave with them
_TO_LEAVING: Final = 9
_BEFORE_LEAVING: Final = 3
# from burning to "alive" or "to death", said of people
_TO_ALIVE: Final = 10
# from storming to what is stormed
_TO_HOME: Final = 9
_KILLED: Final = "killed"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of things.tsv: classes of the deed, things with their reach, persons, what must not be; and the type."""

    deeds: tuple[str, ...]
    things: tuple[tuple[str, int], ...]
    persons: tuple[str, ...]
    unless: tuple[tuple[str, int], ...]
    where: str
    told: str

    def holds(self, view: View, at: int, lemma: str) -> bool:
        """Whether it is so of a deed at a token."""
        return (any(tells(lemma, name) for name in self.deeds)
                and (not self.things or any(_thing(view, at, name, reach) for name, reach in self.things))
                and (not self.persons or any(_persons(view, at, name) for name in self.persons))
                and not any(_thing(view, at, name, reach) for name, reach in self.unless)
                and (not self.where or _WHERE[self.where](view, at)))


@functools.cache
def _rows() -> dict[str, list[_Row]]:
    """The rows that may hold of a deed of each type, in their order."""
    out: dict[str, list[_Row]] = {kind: [] for kind in event_types()}
    for row in table("things.tsv", _COLUMNS):
        read = _Row(words(row["deed"]), _reaching(row["thing"]), words(row["persons"]), _reaching(row["unless"]),
                    row["where"], row["told"])
        for name in words(row["types"]):
            for kind in TAKING if name == _TAKING else event_types() if name == _ANY else (name,):
                out[kind].append(read)
    return out


def _reaching(cell: str) -> tuple[tuple[str, int], ...]:
    return tuple([(name, int(reach)) for name, reach in (one.split() for one in words(cell))])


def by_things(view: View, at: int, lemma: str, kind: str) -> str:
    """The type of a deed at a token once it is read what it is done to."""
    return next((row.told for row in _rows()[kind] if row.holds(view, at, lemma)), kind)


def _found_before(view: View, at: int) -> bool:
    """Whether what was found stands before the verb and is bodies: "whose bodies were found", no arms nearer to it."""
    first = view.sentences[view.sentence_at[at]].first
    if at + 1 >= len(view.tokens) or "on_it" not in view.classes[at + 1]:
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


def _leaves_accord(view: View, at: int) -> bool:
    return withdraws_from(view, at, "accord")


def _joins_accord(view: View, at: int) -> bool:
    """Whether "to" and an accord are what towns or factions join: "the village and its farms joined the accord"."""
    for here in range(at + 1, min(at + _TO_JOINED, view.sentences[view.sentence_at[at]].last - 1)):
        if is_verb(view, here) and view.place_at[here] < 0 and view.actor_at[here] < 0:
            return False
        if is_word(view, here, "to") and here + 1 < len(view.tokens):
            return is_word(view, here + 1, "accord")
    return False


def _ground_behind(view: View, at: int) -> bool:
    """Whether a post, a town or another place that can be held stands right behind the deed."""
    return at + 1 < len(view.tokens) and (is_word(view, at + 1, "grounds") or is_word(view, at + 1, "post"))


def _alive(view: View, at: int) -> bool:
    """Whether those burnt are said to be alive, or to die of it; "alive" of many is spelled like "quarters"."""
    last = view.sentences[view.sentence_at[at]].last
    return any(is_word(view, i, "alive") or is_word(view, i, "alive_or_quarters") and is_word(view, i - 1, "it")
               for i in range(at + 2, min(at + _TO_ALIVE, last)))


def _kills(view: View, at: int) -> bool:
    """Whether a fire is said to have killed people: behind "which led to", or before "because of" the fire."""
    kills = toll_words().lists["consequence"]
    for toll in view.tolls_in(view.sentence_at[at]):
        here = view.token_at(toll.start)
        if toll.kind != _KILLED:
            continue
        if here > at and any(view.tokens[i].norm in kills for i in range(at + 1, here)) or here < at and any(
                is_word(view, i, "because_of") for i in range(here, at)):
            return True
    return False


def protest_or_riot(view: View, at: int) -> str:
    """What people's blocking of a road is: a protest, or a riot where they bar it, something burns or they rage."""
    last = view.sentences[view.sentence_at[at]].last
    burns = any(is_word(view, i, "burning") for i in range(at + 1, min(at + _TO_BURNING, last)))
    return _RIOT if burns or _barred(view, at) else _PROTEST


def _barred(view: View, at: int) -> bool:
    """Whether a road is said to be barred by tyres, stones or barricades, or they are set alight there."""
    last = view.sentences[view.sentence_at[at]].last
    return any(is_word(view, i, "barred_with") and (
        view.tokens[i].norm.startswith(BY) or may_tell(view, i - 1, "sets_fire"))
        for i in range(at + 1, min(at + _TO_BARS, last)))


def _own(view: View, at: int, name: str) -> bool:
    """Whether a word of a class of taking_words.tsv is no other word's object by a letter at its front.

    "And a hotel" is; "hotel", which begins with such a letter of its own, is not.
    """
    token = view.tokens[at]
    return is_word(view, at, name) and not (token.norm[0] in _ANOTHERS and names(token.key[1:], name))


def _fights(view: View, at: int) -> bool:
    """Whether a word names a side that bears arms."""
    return view.actor_at[at] >= 0 and bears_arms(view.sides[view.actor_at[at]].id)


def _is_people(view: View, at: int) -> bool:
    """Whether a word names people who bear no arms."""
    number = view.actor_at[at]
    return number >= 0 and side_kind(view.sides[number].id) in _PEOPLE or number < 0 and is_word(view, at, "people")


def _civil_site(view: View, at: int) -> bool:
    """Whether what is attacked is where people worship, learn, trade, live or travel, and no armed men's: 17 of 17.

    It is the object of the attack, or "on" or a verb of hitting leads to it.
    """
    last = view.sentences[view.sentence_at[at]].last
    direct = True
    for here in range(at + 1, min(at + _TO_SITE, last)):
        if view.tokens[here].norm in BREAKS or not OPENERS.isdisjoint(view.classes[here]):
            return False
        if is_verb(view, here) and view.tokens[here].norm[0] in CONJUNCTIONS:
            return False
        led = "on" in view.classes[here - 1] or is_word(view, here - 1, "hits")
        if (direct or led) and _own(view, here, "civil_site"):
            return not any(_fights(view, i) for i in range(here + 1, min(here + _TO_ARMED, last)))
        direct = direct and "preposition" not in view.classes[here] and not is_verb(view, here)
    return False


def _raids(view: View, at: int) -> bool:
    """Whether what is stormed is a home, which is a raid, or a hospital that a side's forces storm."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_HOME, last)):
        stops = view.tokens[here].norm in BREAKS or not OPENERS.isdisjoint(view.classes[here])
        if stops or is_verb(view, here) or view.place_at[here] >= 0:
            return False
        if _own(view, here, "home"):
            return True
        if _own(view, here, "hospital"):
            return _by_forces(view, at)
    return False


def _by_forces(view: View, at: int) -> bool:
    """Whether the forces of a state or a group stand right before a deed or right behind it, no unknown gunmen."""
    sentence = view.sentences[view.sentence_at[at]]
    beside = [view.actor_at[i] for i in (at + 1, at - 1) if sentence.first <= i < sentence.last]
    return any(n >= 0 and view.sides[n].id not in UNNAMED and bears_arms(view.sides[n].id) for n in beside)


def _no_strike(view: View, at: int) -> bool:
    """Whether a sentence names neither rubble nor a strike besides the word at a token: its dead were found."""
    sentence = view.sentences[view.sentence_at[at]]
    for here in range(sentence.first, sentence.last):
        hit = view.hits[here]
        struck = hit is not None and hit.lemmas[0].types[0] in _BLOWS and not tells(hit.lemmas[0].name, "finds")
        if struck and here != at or is_word(view, here, "rubble"):
            return False
    return True


def _people_leave(view: View, at: int) -> bool:
    """Whether who leaves, behind the word or right before it, is people, and no fighters with them: 40 of 49."""
    sentence = view.sentences[view.sentence_at[at]]
    before = range(max(sentence.first, at - _BEFORE_LEAVING), at)
    behind: list[int] = []
    for here in range(at + 1, min(at + _TO_LEAVING, sentence.last)):
        if view.tokens[here].norm in BREAKS or not OPENERS.isdisjoint(view.classes[here]):
            break
        behind.append(here)
    if any(_fights(view, i) for i in (*before, *behind)):
        return False
    return any(_is_people(view, i) for i in behind) or at > sentence.first and _is_people(view, at - 1)


def _thing(view: View, at: int, name: str, reach: int) -> bool:
    """Whether a thing of a class of taking_words.tsv is what a deed is done to, before any place."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + reach, last)):
        if view.tokens[here].norm in BREAKS or not OPENERS.isdisjoint(view.classes[here]):
            return False
        # "took hold of tanks", "handed over three tanks" name the tanks, and they may be called a side
        if view.actor_at[here] >= 0 and not (is_word(view, here, name) and (
                "on" in view.classes[here - 1] or quantity_word(view.tokens[here - 1].norm) is not None)):
            continue
        if is_word(view, here, name):
            # "sent a battalion for help" sends none, "military aid" is arms
            return view.tokens[here].norm[0] != FOR and not (here + 1 < last and is_word(view, here + 1, "no_aid"))
        if view.place_at[here] >= 0 or is_verb(view, here):
            return False
    return False


def _prisoners_flee(view: View, at: int) -> bool:
    """Whether prisoners are who flees, right behind a word or before "managed to": their escape drives nobody out.

    So in 2 of 2 in the gold.
    """
    span, hit = view.sentences[view.sentence_at[at]], view.hits[at]
    if hit is not None and hit.form == "participle":
        return False
    behind = range(at + 1, min(at + _TO_FLED, span.last))
    if any(_own(view, here, "prisoners") for here in behind):
        return not any("with" in view.classes[here] for here in behind)
    for here in range(at - 1, max(span.first, at - _TO_FLED) - 1, -1):
        if is_word(view, here, "prisoners"):
            return _own(view, here, "prisoners")
        if view.tokens[here].norm in BREAKS or is_verb(view, here) and "light" not in view.classes[here]:
            return False
    return False


def _persons(view: View, at: int, name: str) -> bool:
    """Whether persons of a class of taking_words.tsv are whom a deed is done to, and no place before them."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_PERSONS, last)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here) or not OPENERS.isdisjoint(view.classes[here]):
            return False
        # a word for them behind "and", "to" or "of" is another's object
        if _own(view, here, name):
            return True
        # "more than a hundred families" has no "from"
        if "from" in view.classes[here] and not is_word(view, here - 1, "more") or (
                view.actor_at[here] < 0 and view.place_at[here] >= 0):
            return False
    return False


def _rigged(view: View, at: int) -> bool:
    """Whether what is destroyed is a vehicle or boat full of explosives, which would have gone off."""
    last = view.sentences[view.sentence_at[at]].last
    thing = next((i for i in range(at + 1, min(at + _TO_VEHICLE, last)) if is_word(view, i, "vehicle")), None)
    return thing is not None and not view.tokens[thing].norm.startswith(BY) and any(
        is_word(view, i, "rigged") for i in range(thing + 1, min(thing + _TO_RIGGED, last)))


def _people_block(view: View, at: int) -> bool:
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


def _people_rage(view: View, at: int) -> bool:
    return _people_block(view, at) and protest_or_riot(view, at) == _RIOT


_WHERE: Final[dict[str, Callable[[View, int], bool]]] = {
    "alive": _alive, "civil_site": _civil_site, "found_before": _found_before, "ground_behind": _ground_behind,
    "joins_accord": _joins_accord, "kills": _kills, "leaves_accord": _leaves_accord, "no_strike": _no_strike,
    "people_block": _people_block, "people_leave": _people_leave, "people_rage": _people_rage,
    "prisoners_flee": _prisoners_flee, "raids": _raids, "rigged": _rigged,
}
"""What a row may ask for that is more than a thing or persons behind the deed."""
