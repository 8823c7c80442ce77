"""A document: the raw text of one article, and the layers that components lay over it.

Every layer is a tuple of frozen records holding half-open offsets in code points of the raw text.
A layer is None until its component has run, and () when the component found nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Final, Literal

from sijill.replacing import made_quickly

Extent = Literal["whole", "part", "edge", "around", "countryside"]
Factuality = Literal["asserted", "denied", "planned", "uncertain"]
SPEAKER_KINDS: Final = ("belligerent", "state_media", "media", "monitor", "international", "local_source", "activist",
                        "witness", "medical", "anonymous_official", "unspecified")
"""Who may say something, in the order of the codebook."""
Polarity = Literal["holds", "lost"]
MentionKind = Literal["name", "member", "loaded", "anaphor", "composed", "new", "country", "people"]
TokenKind = Literal["word", "number", "latin", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: raw offsets, its folded form and the key it is looked up by."""

    start: int
    end: int
    norm: str
    key: str
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text between full stops: raw offsets, and the half-open range of its tokens."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: how many at least and at most (None: not said); `first`..`last` are tokens."""

    start: int
    end: int
    first: int
    last: int
    low: int | None
    high: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name or noun phrase for a side: its possible ids, most likely first, and who found it."""

    start: int
    end: int
    first: int
    last: int
    kind: MentionKind
    ids: tuple[str, ...]
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name: `name` is its full form, `within` the containing place as the text gives it."""

    start: int
    end: int
    first: int
    last: int
    name: str
    kind: str | None
    extent: Extent
    within: str | None
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A dating expression and its bounds (inclusive days; None where they cannot be known).

    `begun` is the last day of the time since which something goes on, where it says such a time.
    """

    start: int
    end: int
    earliest: dt.date | None
    latest: dt.date | None
    rule: str
    begun: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """Someone the text names as a source, and the stretch of text that is told on their word."""

    start: int
    end: int
    kind: str
    scope_start: int
    scope_end: int
    rule: str
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class CasualtyMention:
    """A toll: who was killed, wounded, captured, missing or displaced, and how many; where they are named, if so."""

    start: int
    end: int
    kind: str
    low: int | None
    high: int | None
    who: str | None
    trigger_start: int
    rule: str
    named: int | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may tell an event: its lemma, grammatical form and the type it was read as."""

    start: int
    end: int
    token: int
    lemma: str
    form: str
    frame: str
    sub_event_type: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class ActorArgument:
    """A side in an event: the words that name it and the registry id they were resolved to."""

    start: int
    end: int
    id: str
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Container:
    """A place that contains another: its name, its kind and, where the gazetteer has it, its p-code."""

    name: str
    kind: str
    pcode: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place that a name may mean, with its score."""

    place_id: str
    name: str
    lat: float | None
    lon: float | None
    score: float


@dataclass(frozen=True, slots=True)
class Grounding:
    """Where a place is: the point and the radius (km) in which it lies, ACLED's precision, what contains it.

    `score` is the calibrated probability that the place is right; `reasons` say why it was chosen.
    """

    place_id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    geo_precision: int | None
    chain: tuple[Container, ...]
    score: float
    alternatives: tuple[Alternative, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceArgument:
    """A place of an event, as exact as the text gives it; `grounding` is None where no gazetteer knows it."""

    start: int
    end: int
    name: str
    extent: Extent
    within: str | None
    rule: str
    score: float = 1.0
    grounding: Grounding | None = None


@dataclass(frozen=True, slots=True)
class TimeArgument:
    """When an event happened; `start` and `end` are None where no words date it."""

    start: int | None
    end: int | None
    earliest: dt.date | None
    latest: dt.date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Casualty:
    """A toll of an event."""

    start: int
    end: int
    kind: str
    low: int | None
    high: int | None
    who: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A link of the attribution chain of an event."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Weapon:
    """The weapon that an event names."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """One claim: what one article says happened, with the words and the rule behind every field."""

    event_id: str
    trigger: Trigger
    sub_event_type: str
    event_type: str
    actor1: tuple[ActorArgument, ...]
    actor2: tuple[ActorArgument, ...]
    assoc_actor1: tuple[ActorArgument, ...]
    assoc_actor2: tuple[ActorArgument, ...]
    places: tuple[PlaceArgument, ...]
    time: TimeArgument
    casualties: tuple[Casualty, ...]
    attribution: tuple[Speaker, ...]
    factuality: Factuality
    factuality_rule: str
    weapon: Weapon | None


@dataclass(frozen=True, slots=True)
class ControlClaim:
    """Who holds a place, or has lost it, as the text says; `event` indexes the event it follows from."""

    holder: str
    place: PlaceArgument
    at: dt.date | None
    polarity: Polarity
    start: int | None
    end: int | None
    event: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article being annotated: raw text, what is known of its publication, and its layers."""

    text: str
    doc_id: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    tokens: tuple[Token, ...] | None = None
    sentences: tuple[Sentence, ...] | None = None
    numbers: tuple[Number, ...] | None = None
    actors: tuple[ActorMention, ...] | None = None
    places: tuple[PlaceMention, ...] | None = None
    times: tuple[TimeMention, ...] | None = None
    speakers: tuple[SpeakerMention, ...] | None = None
    triggers: tuple[Trigger, ...] | None = None
    casualties: tuple[CasualtyMention, ...] | None = None
    events: tuple[Event, ...] | None = None
    control: tuple[ControlClaim, ...] | None = None

    @property
    def article_id(self) -> str:
        """The id of the article in a record: 32 hexadecimal digits of what it says and who published it when."""
        parts = (self.doc_id, self.source, self.url, self.title, self.published and self.published.isoformat(),
                 self.text)
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


made_quickly(Token, Sentence, Number, ActorMention, PlaceMention, TimeMention, SpeakerMention, CasualtyMention, Trigger,
             ActorArgument, PlaceArgument, TimeArgument, Casualty, Speaker, Weapon, Grounding, Event, Document)
