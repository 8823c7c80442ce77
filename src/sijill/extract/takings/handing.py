"""Handing over: what a place handed over, vacated or left is to a side; and roads taken, whose ends are not.

Read from the words alone, so that an event that people corrected is read as one that was coded.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import Final

from sijill.arabic.clitics import FOR, FOR_THE, key
from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import COMMAS, tokenize
from sijill.documents import ActorArgument, Document, Event, PlaceArgument, Polarity, Token
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.taking_words import may_tell, names, tells
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import word_classes
from sijill.extract.tables.place_words import look_up

HANDING: Final = ("receives", "hands_over", "vacates")
"""What may be done with a place that is handed over, as classes of taking_words.tsv name it."""
# how far behind a word of handing over its subject may begin, and its object end
_TO_SUBJECT: Final = 3
_TO_PLACE: Final = 12
# how many words of kind may stand between "to" and the name of where somebody goes
_TO_NAME: Final = 3
_OF_PART: Final = frozenset(("part_adj", "direction", "direction_adj", "extent", "capital"))
# what is handed over or left that lies in a place
_THEIRS: Final = ("positions", "control")
# how many words behind the taking a road may be named that leads to a place, and behind it what says that it does
_ROAD_REACH: Final = 9
_JOINS_REACH: Final = 5


class Words:
    """The tokens of one document, found by raw offset."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._document = document

    @functools.cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, numbers and marks."""
        known = self._document.tokens
        return tokenize(self.text) if known is None else known

    def at(self, offset: int) -> int:
        """The token that holds a raw offset, or the last one before it."""
        return max(0, bisect_right(self.tokens, offset, key=lambda token: token.start) - 1)

    def is_word(self, at: int, name: str) -> bool:
        """Whether the word at a token, its particles off, is of a class of taking_words.tsv."""
        return 0 <= at < len(self.tokens) and names(self.tokens[at].key, name)

    def is_beside(self, start: int, end: int, name: str) -> bool:
        """Whether a word of a class of taking_words.tsv stands right before or behind a stretch of raw offsets."""
        return self.is_word(self.at(start) - 1, name) or self.is_word(self.at(end - 1) + 1, name)


def after_transfer(
    words: Words, event: Event, actor: ActorArgument, place: PlaceArgument, leaves: bool
) -> Polarity | None:
    """What a place handed over or left is to a side: lost by who hands it over or leaves, held by whom it goes to."""
    deed, doer = handing(words.text, event), actor in event.actor1
    if deed is not None:
        if not _is_object(words, event, place):
            return None
        if deed == "receives":
            return "holds" if doer else None
        if deed == "hands_over" and _is_given(words, actor.start):
            return "holds"
        return "lost" if doer else None
    return "lost" if doer and leaves and not _is_destination(words, place) else None


def handing(text: str, event: Event) -> str | None:
    """Which of `HANDING` the word that tells an event is, if any."""
    # "received" and "she hands over" are spelt alike, and news tell of what was received
    word = key(fold_word(text[event.trigger.start : event.trigger.end]))
    if names(word, HANDING[0]):
        return HANDING[0]
    return next((deed for deed in HANDING if tells(event.trigger.lemma, deed)), None)


def is_end_of_road(words: Words, event: Event, place: PlaceArgument) -> bool:
    """Whether what was taken is a road, and the place only where it leads or what it joins to another."""
    start, end = words.at(event.trigger.end), words.at(place.start)
    behind = range(start, min(end, start + _ROAD_REACH))
    road = next((i for i in behind if words.is_word(i, "road")), None)
    if road is None:
        return False
    joins = next((i for i in range(road + 1, min(end, road + 1 + _JOINS_REACH)) if words.is_word(i, "joins")), None)
    # a comma, or "on" once more, ends what is said of the road
    return joins is not None and not any(
        words.tokens[i].norm in COMMAS or words.is_word(i, "on") for i in range(joins + 1, end))


def is_excepted(words: Words, event: Event, place: PlaceArgument) -> bool:
    """Whether a place of a taking is what was left out of it ("all but P"), alone or in a list."""
    spans = [(p.start, p.end) for p in event.places]
    for i in range(words.at(place.start) - 1, words.at(event.trigger.start), -1):
        token = words.tokens[i]
        if words.is_word(i, "except"):
            return True
        within = any(start < token.end and token.start < end for start, end in spans)
        if not (within or token.norm in COMMAS or words.is_word(i, "on") or _is_kind(token.norm)):
            break
    return False


def receivers(view: View) -> dict[int, int]:
    """The mention to whom something is handed over, by the token of the word that tells it."""
    words = Words(view.document)
    handed = (at for at in range(len(view.hits)) if may_tell(view, at, HANDING[1]))
    found = ((at, _receiver(view, words, at)) for at in handed)
    return {at: number for at, number in found if number is not None}


def _receiver(view: View, words: Words, word: int) -> int | None:
    """The first side behind a word that "to" stands before, in its clause."""
    for at in range(word + 1, view.sentences[view.sentence_at[word]].last):
        number = view.actor_at[at]
        if view.clause_at[at] != view.clause_at[word]:
            return None
        if number >= 0 and _is_given(words, view.actors[number].start):
            return number
    return None


def _is_given(words: Words, start: int) -> bool:
    """Whether "to" stands before a side that begins at a raw offset, as a word or as the first letter of its own."""
    at = words.at(start)
    token = words.tokens[at]
    if words.is_word(at - 1, "to") or words.is_word(at - 1, "in_favour"):
        return True
    cut = fold_word(words.text[token.start : start])
    return cut.endswith(FOR) if cut else token.norm.startswith(FOR_THE)


def _is_destination(words: Words, place: PlaceArgument) -> bool:
    """Whether a place is where somebody goes: "to" stands before it, with words of kind between."""
    first = words.at(place.start)
    for i in range(first - 1, max(0, first - _TO_NAME) - 1, -1):
        if words.is_word(i, "toward"):
            return True
        if not _is_kind(words.tokens[i].norm):
            return False
    return False


def _is_object(words: Words, event: Event, place: PlaceArgument) -> bool:
    """Whether it is a place that is handed over or vacated, and neither people in it nor a site within it.

    What is handed over stands right behind the verb, or behind its subject; of positions, the place is where they lie.
    """
    tokens, head = words.tokens, _behind_subject(words, event)
    if head == len(tokens):
        return place.start < event.trigger.start
    groups: dict[int, frozenset[str]] = {}
    stop = min(len(tokens), head + _TO_PLACE)
    for first, end, _, _, group in word_classes().scan(tokens[head:stop]):
        groups |= dict.fromkeys(range(head + first, head + end), group)
    kindless = "unnamed" in groups.get(head, ()) or any(words.is_word(head, name) for name in _THEIRS)
    if place.start < event.trigger.start:
        return kindless or "preposition" in groups.get(head, ()) or tokens[head].kind == "mark"
    spans = [(p.start, p.end) for p in event.places]
    for i in range(head, stop):
        token = tokens[i]
        if token.end > place.start:
            return True
        within = any(start < token.end and token.start < end for start, end in spans)
        joint = kindless and (any(words.is_word(i, name) for name in _THEIRS)
                              or i > head and not {"within", "on"}.isdisjoint(groups.get(i, ())))
        listed = i > head and token.norm in COMMAS
        if not (within or joint or listed or i == head and kindless or _is_kind(token.norm)):
            return False
    return False


def _behind_subject(words: Words, event: Event) -> int:
    """The token behind a word of handing over, its subject and what says when."""
    here = words.at(event.trigger.start) + 1
    sides = [a for a in event.actor1 if side_kind(a.id) != "civ"]
    for _ in range(len(sides) + 1):
        while words.is_word(here, "meanwhile"):
            here += 1
        ahead = [words.at(a.end - 1) for a in sides if here <= words.at(a.start) <= here + _TO_SUBJECT
                 and not any(_is_kind(words.tokens[i].norm) for i in range(here, words.at(a.start)))]
        if not ahead:
            break
        here = min(ahead) + 1
    return here


def _is_kind(norm: str) -> bool:
    """Whether a folded word says what kind of place one is, or which part of it."""
    word = look_up(norm)
    return word is not None and (word.kind is not None or not _OF_PART.isdisjoint(word.classes))
