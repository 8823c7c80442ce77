"""What the encoder is to learn of an article: the type of each candidate word, and who plays each part.

The candidates are the coder's own (rules propose); the right answers are the gold record's. Every place in the text is
a raw offset, so that a target fits any split of the text into pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sijill.extract.roles.roles import PARTS, Roles
from sijill.extract.triggers.candidates import propose
from sijill.extract.triggers.features import NONE, Features
from training.gold import Gold
from training.roles import right_places, right_sides
from training.triggers import label
from training.views import Example, gold_triggers


@dataclass(frozen=True, slots=True)
class WordTarget:
    """A candidate trigger: its raw offset, the kinds that the rules allow it (NONE among them), the right one."""

    offset: int
    kinds: tuple[str, ...]
    right: str


@dataclass(frozen=True, slots=True)
class PartTarget:
    """A part of a gold event: the trigger's raw offset, the mentions' offsets, which of them are right.

    `empty` says that the gold record leaves the part empty. With nothing right and not empty the candidates lack it.
    """

    part: str
    trigger: int
    mentions: tuple[int, ...]
    right: tuple[bool, ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article's targets; `weight` is what its words count beside those of other articles."""

    doc_id: str
    text: str
    weight: float
    words: tuple[WordTarget, ...]
    parts: tuple[PartTarget, ...]


def targets(example: Example, weight: float = 1.0) -> Article:
    """The targets of one annotated article."""
    document = example.view.document
    return Article(document.doc_id, document.text, weight, tuple(_words(example)), tuple(_parts(example)))


def _words(example: Example) -> Iterator[WordTarget]:
    found = propose(example.view)
    features = Features(example.view, found)
    for number, candidate in enumerate(found):
        kinds = tuple(kind for kind, _ in features.options(number))
        right = label(example, candidate)
        yield WordTarget(example.view.tokens[candidate.token].start, kinds, right)
        # what the article has told before decides which kinds later words may have
        features.told(candidate, right)


def _parts(example: Example) -> Iterator[PartTarget]:
    view = example.view
    told = gold_triggers(example)
    roles = Roles(view, tuple(trigger for trigger, _ in told))
    for trigger, event in told:
        at = view.tokens[trigger.token].start
        sides, spots = roles.actor_options(trigger), roles.place_options(trigger)
        for part in PARTS:
            options = spots if part == "place" else sides
            layer = view.places if part == "place" else view.actors
            gold: list[Gold] = event["places" if part == "place" else part]
            good = (right_places(example, options, gold) if part == "place"
                    else right_sides(example, options, gold, trigger.sub_event_type, part))
            yield PartTarget(part, at, tuple(layer[i].start for i in options), tuple(i in good for i in options),
                             not gold)


def kinds_of(articles: list[Article]) -> tuple[str, ...]:
    """Every kind that a candidate may have, NONE first."""
    return (NONE, *sorted({kind for article in articles for word in article.words for kind in word.kinds} - {NONE}))
