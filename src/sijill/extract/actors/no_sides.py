"""Words that may stand for a side and do not: half a place's name, whence somebody came, an adjective of a body, a deed
that is spelled like a side, the movement of traffic, an agency that tells the news, guns that a deed is done with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import BY, key, readings, without_article
from sijill.arabic.inflection import NISBAS, NOMINATIVE, OBLIQUE
from sijill.documents import ActorMention, Token
from sijill.extract.actors.bare_heads import ACCUSATIVE, NOUNS, Found
from sijill.extract.actors.nobody_there import nobody_there
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.gazetteer import gazetteer
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import look_up
from sijill.extract.tables.registry import ARTICLE, UNARMED, Registry

_FROM: Final = "من"
_NATIONALITY: Final = "nationality"
_COUNTRY: Final = "COUNTRY:"
_SHORT: Final = "registry.anaphor"
_MEMBER: Final = "registry.member"
_MOVEMENT: Final = "head.irregular"
_THE_MOVEMENT: Final = "movement"
_ORGANISING: Final = "organising"
_IRREGULARS: Final = (_MOVEMENT, "composed.irregular+owner")
_FORCE: Final = "head.force"
_OF_AN_OWNER: Final = ("composed.force+owner", "composed.fighter+owner", "composed.gov+owner")
_LOADED: Final = "loaded"
_NOUNS: Final = ("noun", "both")
_BLASTS: Final = ("Remote explosive/landmine/IED", "Shelling/artillery/missile attack", "Air/drone strike")
_PERSONS: Final = ("member", "people")
_PEOPLE: Final = "people.people"
_NOBODYS: Final = "UNIDENTIFIED"
# how nouns of two end
_DUAL: Final = ("ان", "ين")
_NAMED: Final = ("name", "member", "loaded")
_ORGANISATION, _RANK, _TO_BRIGADE = "international_organisation", "rank", 500
# the kinds of sites that are called after leaders
_NAMED_AFTER: Final = frozenset((
    "bridge", "road", "dam", "hospital", "school", "university", "square", "mosque", "sea", "port", "airport", "plant"))
_UNARMED: Final = (*UNARMED, _ORGANISATION)


class Told:
    """The mentions found so far in a text, and what is asked of all of them, kept so that none is read twice."""

    def __init__(self, known: Registry, tokens: Sequence[Token]) -> None:
        self.mentions: list[ActorMention] = []
        self.nations = {known.adjectives.get(token.key) for token in tokens} - {None}
        """The states of which the text says anywhere that something is theirs."""
        self.front = False
        """Whether a front has been told by a name that begins with that word."""
        self._tokens = tokens
        self._ids: set[str] = set()
        self._named: set[str] = set()

    def add(self, mention: ActorMention) -> None:
        """Keep a mention that stands behind all others."""
        self.mentions.append(mention)
        self.front = self.front or _is(self._tokens[mention.first], "front")
        self._ids.update(mention.ids)
        if mention.rule != _SHORT:
            self._named.update(mention.ids)

    def has(self, found: Found) -> bool:
        """Whether a side that a word may mean has been told."""
        return not self._ids.isdisjoint(found.ids)

    def has_named(self, found: Found) -> bool:
        """Whether a side that a word may mean has been told by more than what is short for it."""
        return not self._named.isdisjoint(found.ids)


def no_side(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int, told: Told) -> bool:
    """Whether what was found at a token, in a sentence from token `first` on, names no side there."""
    if (_is_a_deed(known, tokens, found, at, told) or _of_traffic(known, tokens, found, at)
            or _shot_at(tokens, found, at) or _organising(known, tokens, found, at)
            or found.end == at + 1 and _of_directions(tokens, at) or _is_unnamed(known, tokens, found, at, told)
            or _is_another_body(known, tokens, found, at) or _of_an_airline(tokens, found, at)
            or _is_a_good(tokens, found, at) or _is_an_officer(known, tokens, found, at, told)):
        return True
    if _is_a_means(tokens, found, at, first) or _are_armed(known, tokens, found, at) or _is_automatic(
            tokens, found, at) or nobody_there(tokens, found, at, first):
        return True
    if at == first:
        return False
    if _is_a_verb(tokens, found, at) or _is_unexplained(tokens, found, at):
        return True
    if _is_repelled(tokens, found, at) or _is_of_a_town(tokens, found, at):
        return True
    if _is_a_sites(known, tokens, found, at):
        return True
    if _ends_a_place_name(tokens, found, at) or (
            _points(known, tokens, found, at) or _is_a_source(known, tokens, found, at, first)):
        return True
    return _came_from(known, tokens, found, at, first) or (
        bool(told.mentions) and (_tells_of(tokens, found, at, told.mentions[-1])
                                 or _of_an_organisation(known, tokens, found, at, told.mentions[-1])
                                 or _of_the_named(tokens, found, at, told.mentions[-1])))


def _is_a_deed(known: Registry, tokens: Sequence[Token], found: Found, at: int, told: Told) -> bool:
    """Whether a word without an article that may be short for a side is one for a deed ("opened").

    It is where the text has not named the side, and nowhere says of anything that it is of the side's country.
    """
    word = tokens[at].norm[found.cut :]
    if found.rule != _SHORT or word.startswith(ARTICLE) or lexicon().hit(word) is None:
        return False
    if told.has(found):
        return False
    homes = {country for one in found.ids if one in known.actors for country in known.actors[one].countries}
    return told.nations.isdisjoint(homes)


def _is_unnamed(known: Registry, tokens: Sequence[Token], found: Found, at: int, told: Told) -> bool:
    """Whether what is short for an organisation of states, or for a front, stands where no such side was named."""
    return found.rule == _SHORT and found.end == at + 1 and not told.has(found) and not told.front and (
        _is(tokens[at], "front") or all(
            one in known.actors and known.actors[one].kind == _ORGANISATION for one in found.ids))


def _of_traffic(known: Registry, tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a word for a movement is that of traffic, people or goods ("the movement of ships", "from and to P")."""
    word, behind = tokens[at].norm[found.cut :], tokens[at + 1 : at + 3]
    if found.end == at + 1 and known.is_link(_THE_MOVEMENT, key(word)):
        return (at > 0 and _is(tokens[at - 1], "hampers") or len(behind) > 1 and (
            _is(behind[0], "traffic_of") or behind[0].norm == _FROM and _is(behind[1], "to")))
    return found.rule == _MOVEMENT and found.end == at + 1 < len(tokens) and (
        not word.startswith(ARTICLE) and _is(tokens[found.end], "traffic"))


def _shot_at(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether aircraft are only what a gun or rocket is made against ("an anti-aircraft gun")."""
    aircraft = deed_words().has(key(without_article(tokens[at].norm[found.cut :])), "from_air")
    return at > 0 and aircraft and _is(tokens[at - 1], "made_against")


def _organising(known: Registry, tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a word for an organisation is the organising of something ("the organising of a march")."""
    if at and found.end == at + 1 and known.is_link(_ORGANISING, tokens[at - 1].key):
        return _is_organised(tokens[at])  # a march is spelled like a drone
    return found.rule.endswith(_IRREGULARS) and at + 1 < len(tokens) and known.is_link(
        _ORGANISING, key(tokens[at].norm[found.cut :])) and _is_organised(tokens[at + 1])


def _of_an_airline(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a nationality is that of an airline ("the Malaysian air lines"), which is no side's."""
    return found.rule == _NATIONALITY and at > 1 and (
        _is(tokens[at - 1], "of_air_lines") and _is(tokens[at - 2], "airline"))


def _is_a_good(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether "security" is no force but what one has ("national security", "security and stability"), or its council.

    Of 234 in the news none is a force.
    """
    if found.end != at + 1 and found.kind != _NAMED[0] or found.end >= len(tokens):
        return False
    return _is(tokens[found.end - 1], "security") and _is(tokens[found.end], "security_of")


def _is_an_officer(known: Registry, tokens: Sequence[Token], found: Found, at: int, told: Told) -> bool:
    """Whether "the brigade", short for one that nobody has told of, is a general's rank: so in 80 of 82 in the news."""
    rank = key(tokens[at].norm[found.cut :])
    if found.rule != _SHORT or found.end != at + 1 or found.end >= len(tokens) or not known.is_link(
            _RANK, rank) or told.has_named(found):
        return False
    after, word = tokens[found.end], look_up(tokens[found.end].norm)
    return known.is_link("of_rank", after.key) or word is not None and "given" in word.classes or (
        after.kind == "word" and not any(known.is_link(name, after.key) for name in ("toward", "on_the_way"))
        and all(key(r.base) != without_article(rank)
                for token in tokens[max(at - _TO_BRIGADE, 0) : at] for r in readings(token.norm)))


def _is_organised(token: Token) -> bool:
    """Whether a word, its article off, is one for what is organised: a march, a conference, ranks."""
    return deed_words().has(key(without_article(token.norm)), "organised")


def _of_directions(tokens: Sequence[Token], at: int) -> bool:
    """Whether "sides" are directions: "from all sides", "from its four sides"."""
    if not _is(tokens[at], "directions"):
        return False
    behind = at + 1 < len(tokens) and _is(tokens[at + 1], "four")
    return behind or at > 0 and (_is(tokens[at - 1], "all") or tokens[at - 1].norm == _FROM)


def _is(token: Token, name: str) -> bool:
    """Whether a word, its particles off, is of a class of taking_words.tsv."""
    return deed_words().has(token.key, name)


def _is_a_means(tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether guns, missiles or force of nobody are what something is done with ("by force", "artillery shells").

    A belt that blows up is none of a side either.
    """
    norm = tokens[at].norm
    if found.rule == _SHORT and found.end < len(tokens) and _is(tokens[found.end], "blasting"):
        return True
    if found.end == at + 1 and norm[: found.cut].endswith(BY) and _is(tokens[at], "by_force"):
        return True
    if found.rule != _FORCE or found.end != at + 1 or not (
            _is(tokens[at], "guns") or _is(tokens[at], "projectile")):
        return False
    if norm[: found.cut].endswith(BY):
        return True
    return at > first and norm.startswith(ARTICLE) and _is(tokens[at - 1], "projectile")


def _is_automatic(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a word for a vehicle says of a firearm that it is automatic, or is a mechanism ("one of inquiry").

    Of 4 such vehicles in training none was one; the news has it so of firearms 16 times.
    """
    if found.rule != _FORCE or found.end != at + 1 or not _is(tokens[at], "automatic"):
        return False
    return at > 0 and _is(tokens[at - 1], "firearm") or (
        found.end < len(tokens) and _is(tokens[found.end], "of_process"))


def _is_a_verb(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a word for one of the people, without an article, stands behind "had", which leads to verbs alone."""
    return (found.kind in _PERSONS and found.end == at + 1 and not tokens[at].norm.startswith(ARTICLE, found.cut)
            and _is(tokens[at - 1], "had"))


def _is_unexplained(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether "unknown", or "suicidal" in a dual, is the adjective of a deed before it, and no man's.

    So it is in "an unexplained explosion" and "two suicide bombings", of which the gold has 0 of 4 as sides.
    """
    words = tokens[at - 1].norm, tokens[at].norm
    hit = lexicon().hit(words[0])
    dual = any(all(word.endswith(end) for word in words) for end in _DUAL) and _is(tokens[at], "suicidal")
    return found.end == at + 1 and (dual or _is(tokens[at], "unknown")) and hit is not None and (
        hit.form in _NOUNS and not hit.definite and any(tells in _BLASTS for m in hit.lemmas for tells in m.types))


def _is_repelled(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a word that may stand for a side is what an operation's name says is deterred ("Deterrence of ...")."""
    return found.kind == _LOADED and _is(tokens[at - 1], "deterrence")


def _is_of_a_town(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a word for one of the people is the begin of a village's name ("the village of the Sheikh X")."""
    if found.rule != _PEOPLE or found.cut or found.end != at + 1:
        return False
    town, word = look_up(tokens[at - 1].norm), look_up(tokens[at].norm)
    return (town is not None and town.kind is not None and not town.kind.keeps and not town.definite
            and word is not None and "head" in word.classes)


def _is_another_body(known: Registry, tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether "the party" or "the union", short for a side, has an adjective behind it that makes it another one.

    So it is in 64 of 66 in the training articles ("the Communist party"); not where that tells whose party it is.
    """
    # "fighters of the party", "the seat of the party"
    men = found.rule == _MEMBER and found.end == at + 2 or found.rule in _OF_AN_OWNER and found.kind == "anaphor"
    if not (men or found.rule == _SHORT and found.end == at + 1) or found.end >= len(tokens):
        return False
    at = found.end - 1
    word, behind = tokens[at].norm[0 if men else found.cut :], tokens[at + 1].norm
    state = known.nationality(tokens, at + 1, at + 2)
    if state is not None and any(one in known.actors and state[0] in known.actors[one].countries for one in found.ids):
        return False  # "the Lebanese party" is the one of that country
    if _is(tokens[at + 1], "kurdish"):
        return False
    return behind.startswith(ARTICLE) and behind.endswith(NISBAS) and deed_words().has(key(word), "party")


def _points(known: Registry, tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a side that is called after a direction is only that direction: "to the west of X"."""
    word = look_up(tokens[at].norm) if found.end == at + 1 < len(tokens) else None
    return word is not None and "direction" in word.classes and tokens[at + 1].norm == _FROM and known.is_link(
        "toward", tokens[at - 1].key)


def _is_a_source(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether "official" without an article is the adjective of a source: "a military source, responsible, said"."""
    if found.end != at + 1 or not known.is_link("in_charge", tokens[at].key):
        return False
    here = at - 1
    while here >= first and tokens[here].kind == "word" and tokens[here].norm.endswith(NISBAS[0]):
        here -= 1
    return here >= first and known.is_link("source", tokens[here].key)


def _ends_a_place_name(tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a name of one word is the last of a place's name ("the base of Ain al-X")."""
    if found.cut or found.end != at + 1 or found.kind != "name" or not gazetteer().begins(tokens[at - 1]):
        return False
    place = gazetteer().at(tokens, at - 1, found.end)
    return place is not None and place.end == found.end


def _is_a_sites(known: Registry, tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether a leader's name is a street's, a school's or the like ("King A Hospital"); he lives in a palace."""
    # his last name alone is found where the whole of it was none
    for first in (at, at - 1)[:1 + (at > 1)]:
        word = look_up(tokens[first - 1].norm)
        town = _is(tokens[first - 1], "town_of")
        if not town and (word is None or word.kind is None or word.definite or word.kind.value not in _NAMED_AFTER):
            continue
        led = known.leader_at(tokens, first, len(tokens), None)
        if found.kind == _NAMED[0] and not found.cut and led is not None and led[0] == found.end:
            return True
    return False


def _came_from(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether a country is only whence somebody came ("from A to B", "coming from A"); who sends word is a side."""
    if found.cut or at < first + 2 or tokens[at - 1].norm != _FROM or not any(
            one.startswith(_COUNTRY) for one in found.ids):
        return False
    lead = tokens[at - 2].key
    if known.is_link("coming", lead):
        return True
    return found.end < len(tokens) and known.is_link("toward", tokens[found.end].key) and not known.is_link(
        "sent", lead)


def _are_armed(known: Registry, tokens: Sequence[Token], found: Found, at: int) -> bool:
    """Whether people are told by an adjective that is a side's word itself: "two suicidal persons", "masked men"."""
    if found.rule not in (_PEOPLE, _MEMBER) or found.end != at + 1 or found.end >= len(tokens) or not all(
            map(known.unarmed, found.ids)):
        return False
    words = tokens[at].norm, tokens[found.end].norm
    agree = any(all(word.endswith(end) for word in words) for end in _DUAL) or (
        not words[0].endswith(ACCUSATIVE) and words[1].endswith(NOUNS))
    armed = known.book.longest_at(tokens, found.end, len(tokens)) if agree else None
    return armed is not None and not armed[2] and not words[1].startswith(ARTICLE) and all(
        sense.actor.startswith(_NOBODYS) for sense in armed[3])


def _tells_of(tokens: Sequence[Token], found: Found, at: int, before: ActorMention) -> bool:
    """Whether a word for people is an adjective of those named right before it ("the soldiers who work", "killed").

    Of such words the gold has 1 of 55 as a side. Behind a nominative an oblique is an object ("gunmen seized workers").
    """
    if tokens[at - 1].norm.endswith(NOMINATIVE) and tokens[at].norm.endswith(OBLIQUE):
        return False
    return (found.rule == _PEOPLE and found.end == at + 1 and not found.cut and before.last == at
            and tokens[at].norm.startswith(ARTICLE) and _is(tokens[at], "attribute"))


def _of_an_organisation(known: Registry, tokens: Sequence[Token], found: Found, at: int,
                        before: ActorMention) -> bool:
    """Whether a nationality is the adjective of the unarmed organisation right before it."""
    word = tokens[at].norm
    if found.rule != _NATIONALITY or found.cut or before.last != at or before.kind != "name":
        return False
    return word.startswith(ARTICLE) and word.endswith(NISBAS) and all(
        one in known.actors and known.actors[one].kind in _UNARMED for one in before.ids)


def _of_the_named(tokens: Sequence[Token], found: Found, at: int, before: ActorMention) -> bool:
    """Whether a nationality says of what state the side is that is named right before it ("the X party of Lebanon")."""
    word, name = tokens[at].norm, tokens[at - 1].norm
    # of "the X movement fought the Kenyans" the nation's people are another side
    return (found.rule == _NATIONALITY and not found.cut and before.last == at and before.kind in _NAMED
            and word.startswith(ARTICLE) == name.startswith(ARTICLE)
            and (word.endswith(NISBAS) or name.endswith(NOUNS)))
