"""Own voice: what is told in the first person ("our forces", "our positions") belongs to the side that speaks.

Who speaks is whom the text names or describes as its speaker there; where it names none, the publisher's own side.
So does what a side is said to have said of "its forces", named first behind the speaker or right behind "that"; and
"the police" of whom an official source of a state tells are that state's. "Its forces" shortly behind a state's name
that is no place are that state's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter
from typing import Final

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS, key, readings, without_article, without_pronoun
from sijill.arabic.tokens import tokenize
from sijill.documents import ActorMention, Document, SpeakerMention
from sijill.extract.actors.owner_forms import BRANCH
from sijill.extract.actors.sides import AIR_FORCES
from sijill.extract.reference.setting import setting_of
from sijill.extract.tables.lexicon import word_classes
from sijill.extract.tables.registry import Registry, registry

_OURS: Final = "نا"
_THEIRS: Final = ("ه", "ها", "هم")
_POSSESSED: Final = "possessed."
_HOMELAND: Final = "homeland."
_TOLD_FOR_OTHERS: Final = ("media", "state_media", "monitor")
"""Speakers that tell of others' forces."""
_OFFICIAL: Final = ("belligerent", "anonymous_official")
_STATE_MEDIA, _GOV = "state_media", "gov"
_OF_STATES: Final = ("police", "force")
_OF_A_LAND: Final = ("force", "air", "airdefence", "police")
_HERS: Final = "ها"  # of lands and their capitals
# tokens from the name of a state to its forces
_TO_FORCES: Final = 6
_COUNTRY, _BOOK, _LAND = "country", "registry.", "COUNTRY:"
_SHORT: Final = "registry.anaphor"
_HEARSAY: Final = (_SHORT, "registry.loaded")
_WHOLE, _PREPOSITION = "whole", "preposition"
_SURE: Final = ("name", "composed", "member")
_UNNAMED: Final = ("UNIDENTIFIED", "COUNTRY:", "CIV", "PROTESTERS", "RIOTERS", "STATE_SECURITY_GEN")


def own_sides(document: Document, ids: Sequence[str]) -> dict[int, str]:
    """For each mention in the first person whose speaker is known, and each of the third person that a speaker says of
    its own, by their place in the layer, the side that speaks.

    `ids` are the sides of the mentions, in order.
    """
    assert document.actors is not None and document.tokens is not None
    known = registry()
    out: dict[int, str] = {}
    spoken = [(s, side) for s in document.speakers or () if (side := _side(known, document, s, ids)) is not None]
    for at, mention in enumerate(document.actors):
        found = _group(known, document.tokens[mention.first].norm)
        if mention.rule.startswith(_HOMELAND):
            side = _of_its_own(known, document, at, ids)
            if side is not None:
                out[at] = _branch(known, document, side, mention.rule.removeprefix(_HOMELAND))
            continue
        if found is None:
            home = _of_the_source(known, document, at, ids) or _of_the_spokesman(known, document, at, ids)
            if home is not None:
                out[at] = home
            continue
        group, pronoun = found
        side = _speaking(known, document, mention, spoken) if pronoun == _OURS else (
            _of_its_own(known, document, at, ids) or _of_its_state(known, document, at, ids, found))
        if side is not None:
            out[at] = _branch(known, document, side, group)
    return out


def _group(known: Registry, norm: str) -> tuple[str, str] | None:
    """The sort of head word that "our" or "its" is attached to, one of a state, forces, fighters or their things."""
    if not norm.endswith((_OURS, *_THEIRS)):
        return None
    for reading in readings(norm):
        for stem, pronoun in without_pronoun(reading.base):
            group = known.head_words.get(key(stem)) if pronoun == _OURS or pronoun in _THEIRS else None
            if group in BRANCH:
                return group, pronoun
    return None


def _innermost(document: Document, mention: ActorMention) -> SpeakerMention | None:
    """The innermost speaker on whose word a mention is told, named before it."""
    return next((s for s in reversed(document.speakers or ())
                 if s.end <= mention.start and s.scope_start <= mention.start < s.scope_end), None)


def _of_the_source(known: Registry, document: Document, at: int, ids: Sequence[str]) -> str | None:
    """Whose "the police" are of whom an official source of a state tells first: that state's, in the branch they name.

    Of 20 in the gold all are; what papers, doctors and embassies tell of is of others.
    """
    assert document.actors is not None and document.tokens is not None
    mention, one = document.actors[at], ids[at]
    group = known.head_words.get(key(without_article(document.tokens[mention.first].norm))) or ""
    definite = document.tokens[mention.first].norm.startswith(ARTICLE)
    if mention.kind != "anaphor" or group not in _OF_STATES or not definite:
        return None
    saying = _innermost(document, mention)
    if saying is None or saying.kind not in _OFFICIAL:
        return None
    words = [t for t in document.tokens if saying.start <= t.start and t.end <= saying.end]
    countries = {country for t in words if (country := known.adjectives.get(t.key)) is not None}
    actor, family = known.actors.get(one), known.family_of(one)
    homes = actor.countries if actor is not None else {family} if family is not None else frozenset()
    if len(countries) != 1 or not countries.isdisjoint(homes) or not homes:
        return None
    if any(saying.end <= other.start for other in document.actors[:at]):
        return None
    return known.branch(countries.pop(), BRANCH[group], document.published)


def _of_the_spokesman(known: Registry, document: Document, at: int, ids: Sequence[str]) -> str | None:
    """Whose "the air force" or "the armed forces" are of which a side's spokesman tells first: his side's own.

    "The aircraft" of a side that has none are its foe's, and are not asked here.
    """
    assert document.actors is not None and document.tokens is not None
    mention = document.actors[at]
    first, last = (key(without_article(document.tokens[i].norm)) for i in (mention.first, mention.last - 1))
    flies = mention.rule == _SHORT and ids[at].endswith(AIR_FORCES)
    if not known.is_link("air_arm", first) or not flies and not (
            mention.rule in _HEARSAY and known.is_link("under_arms", last)):
        return None
    saying = _innermost(document, mention)
    if saying is None or saying.kind != _OFFICIAL[0]:
        return None
    side = _side(known, document, saying, ids)
    if side is None or any(saying.end <= other.start for other in document.actors[:at]):
        return None
    if not flies:
        return _branch(known, document, side, "force")
    own = [one for one, actor in known.actors.items() if actor.parent == side and one.endswith(AIR_FORCES)]
    return own[0] if own else _branch(known, document, side, "air")


def _of_its_own(known: Registry, document: Document, at: int, ids: Sequence[str]) -> str | None:
    """The side that says something of "its forces": the innermost speaker, nobody else being named between.

    Behind "that" others may be named between, but none who is the subject of a "that" before it.
    """
    assert document.actors is not None and document.tokens is not None
    mention = document.actors[at]
    if not mention.rule.startswith((_POSSESSED, _HOMELAND)):
        return None
    saying = _innermost(document, mention)
    if saying is None or saying.kind in _TOLD_FOR_OTHERS:
        return None
    start = max(saying.end, saying.scope_start)
    between = [other for other in document.actors[:at] if start <= other.start]
    behind_that = [known.is_link("that", document.tokens[one.first - 1].key) for one in (*between, mention)]
    if between and not behind_that[-1] or any(behind_that[:-1]):
        return None
    return _side(known, document, saying, ids)


def _of_its_state(known: Registry, document: Document, at: int, ids: Sequence[str], found: tuple[str, str]
                  ) -> str | None:
    """The state whose name stands last before "its forces", in their sentence and near, and not as a place.

    Of 19 in the training gold 18 are.
    """
    assert document.actors is not None and document.tokens is not None
    if not at or found[0] not in _OF_A_LAND or found[1] != _HERS:
        return None
    state, mention = document.actors[at - 1], document.actors[at]
    sentence_of = setting_of(document).sentence_of
    if state.kind != _COUNTRY or not state.rule.startswith(_BOOK) or sentence_of[at - 1] != sentence_of[at] or (
            mention.first - state.last > _TO_FORCES):
        return None
    token = document.tokens[state.first]
    before = document.tokens[state.first - 1] if state.first else None
    attached = document.text[token.start : state.start]
    placed = any(place.first < state.first < place.last or place.first == state.first and place.extent != _WHOLE
                 for place in document.places or ())
    if placed or attached and attached not in CONJUNCTIONS or before is not None and _PREPOSITION in (
            word_classes().get(before.norm) or ()):
        return None
    land = ids[at - 1]
    return known.branch(land[len(_LAND):], BRANCH[found[0]], document.published) if land.startswith(_LAND) else land


def _speaking(known: Registry, document: Document, mention: ActorMention,
              spoken: Sequence[tuple[SpeakerMention, str]]) -> str | None:
    """The side that says what a mention stands in: of speakers with a side, the innermost there or the last before."""
    publisher = _publisher(known, document)
    chain = [side for s, side in spoken if s.scope_start <= mention.start < s.scope_end] or list(islice(
        (side for s, side in reversed(spoken) if s.end <= mention.start), 1))
    # what one side quotes of its foe is told in its own words
    said = [side for side in chain if not any(known.hostile(outer, side) for outer in chain[: chain.index(side)])]
    return said[-1] if said else publisher


def _publisher(known: Registry, document: Document) -> str | None:
    """The publisher's own side, where the article plays at its home."""
    return _at_home(known, document, document.source) if document.source else None


def _at_home(known: Registry, document: Document, outlet: str) -> str | None:
    """The side of an outlet, where the article plays at its home: "our forces" of another war are not its."""
    side = _outlet(known, outlet)
    actor, main = known.actors.get(side or ""), setting_of(document).main
    return side if actor is None or not actor.countries or not main or actor.countries.intersection(main) else None


def _side(known: Registry, document: Document, speaker: SpeakerMention, ids: Sequence[str]) -> str | None:
    """The side of a speaker: the last one that the words for it name outright, or to which an outlet leans.

    The official media of a land are its government's.
    """
    assert document.actors is not None
    actors = document.actors
    within = range(bisect_right(actors, speaker.start, key=attrgetter("end")),
                   bisect_left(actors, speaker.end, key=attrgetter("start")))
    named = [ids[i] for i in within if actors[i].kind in _SURE]
    # "the spokesman of the army": the last one is whose spokesman he is
    if named and not named[-1].startswith(_UNNAMED):
        return named[-1]
    name = document.text[speaker.start : speaker.end]
    if known.is_outlet(name):
        return _at_home(known, document, name)
    if speaker.kind != _STATE_MEDIA:
        return None
    tokens = document.tokens or ()
    words = tokens[bisect_left(tokens, speaker.start, key=attrgetter("start")) :
                   bisect_right(tokens, speaker.end, key=attrgetter("end"))]
    lands = [land for land in dict.fromkeys(known.adjectives.get(t.key) for t in words) if land is not None]
    return known.branch(lands[0], _GOV, document.published) if len(lands) == 1 else None


def _outlet(known: Registry, name: str) -> str | None:
    """The side of an outlet that leans to one alone, to the one of several that its name names, or to one state."""
    sides = known.outlet_sides(name)
    if len(sides) > 1:
        named = [s.actor for *_, senses in known.book.scan(tokenize(name)) for s in senses if s.actor in sides]
        sides = frozenset(named[-1:]) or sides
    states = {known.family_of(one) for one in sides}
    return min(sides, default=None) if len(sides) < 2 or len(states) == 1 and None not in states else None


def _branch(known: Registry, document: Document, side: str, group: str) -> str:
    """A government's own forces are its army, aircraft or police; any other side's are itself."""
    of_state = known.family_of if BRANCH[group] != "army" else known.ruling
    country = of_state(side)
    if country is None:
        return side
    return known.branch(country, BRANCH[group], document.published) or side
