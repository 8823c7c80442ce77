"""Settling: what the coders of an article differ on, what was settled, and the verdicts that follow from it."""

from __future__ import annotations

import bisect
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.agreement.codings import FIELDS, Coded, CodedEvent, Coding, Step, with_value
from sijill.agreement.matching import Matched, match
from sijill.agreement.report import label
from sijill.arabic.tokens import tokenize
from sijill.documents import Document, Event, TimeArgument, Trigger
from sijill.ledger import TOLL_KINDS, Verb, Words
from sijill.link.corrected import corrected
from sijill.link.corrections import Correction, checked
from sijill.records import ACTOR_ROLES
from sijill.resources import table

SETTLED = "settled"
"""The rule of what people settled."""


@dataclass(frozen=True, slots=True)
class SettledField:
    """A field of one event: the value of each coder who has the event, and what counts.

    `disputed` where they differ; `by` is who settled it, None where nobody has; `open` where somebody must.
    """

    field: str
    values: Mapping[str, Coded | None]
    disputed: bool
    settled: Coded | None
    by: str | None

    @property
    def open(self) -> bool:
        """Whether it still has to be settled."""
        return self.disputed and self.by is None


@dataclass(frozen=True, slots=True)
class SettledEvent:
    """An event of one coder or more: `kept` is whether there is such an event, None where that is to be settled."""

    matched: Matched
    kept: bool | None
    kept_by: str | None
    fields: tuple[SettledField, ...]

    @property
    def key(self) -> str:
        """The name of the event among those of its article."""
        return self.matched.key

    @property
    def open(self) -> int:
        """How many questions are still to be settled."""
        return 1 if self.kept is None else sum(one.open for one in self.fields) if self.kept else 0

    @property
    def event(self) -> CodedEvent:
        """The event as settled, at the words of the coder who comes first."""
        first = self.matched.by[min(self.matched.by)]
        return CodedEvent(self.key, first.start, first.end,
                          {one.field: one.settled for one in self.fields if one.settled is not None})


@dataclass(frozen=True, slots=True)
class Settlement:
    """The settlement of one article: `closed_by` is who ended it, None while it goes on."""

    events: tuple[SettledEvent, ...]
    closed_by: str | None

    @property
    def open(self) -> int:
        """How many questions are still to be settled."""
        return sum(one.open for one in self.events)

    @property
    def settled(self) -> tuple[CodedEvent, ...]:
        """The events that there are, as settled."""
        return tuple(one.event for one in self.events if one.kept)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision that follows from a settlement; `value` is JSON, `span` the offsets of the words that say so."""

    verb: Verb
    claim: str
    field: str | None = None
    value: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a settlement says of the machine's claims: verdicts on them, and what no verdict can say.

    `unclaimed` are settled events that no claim tells; `placeless` the claims whose place nobody coded.
    """

    verdicts: tuple[Verdict, ...]
    unclaimed: tuple[CodedEvent, ...]
    placeless: tuple[str, ...]


def settlement(codings: Sequence[Coding], steps: Iterable[Step]) -> Settlement:
    """What was settled of finished codings, the last step on each question counting."""
    kept: dict[str, tuple[bool, str]] = {}
    said: dict[tuple[str, str], tuple[Any, str]] = {}
    closed = None
    for step in steps:
        given = None if step.value is None else json.loads(step.value)
        if step.verb == "keep" and step.unit:
            kept[step.unit] = bool(given), step.by
        elif step.verb == "settle" and step.unit and step.field:
            said[step.unit, step.field] = given, step.by
        elif step.verb == "close":
            closed = step.by
    events = []
    for one in match(codings):
        whole = len(one.by) == len(codings)
        keep, by = kept.get(one.key, (True if whole else None, None))
        fields = tuple(_field(name, one, said.get((one.key, name))) for name in FIELDS)
        events.append(SettledEvent(one, keep, by, fields))
    return Settlement(tuple(events), closed)


def _field(name: str, one: Matched, said: tuple[Any, str] | None) -> SettledField:
    values = {coder: event.values.get(name) for coder, event in one.by.items()}
    labels = {label(name, event) for event in one.by.values()}
    disputed = len(labels) > 1
    if said is not None:
        empty = CodedEvent("", 0, 0)
        return SettledField(name, values, disputed, with_value(empty, name, said[0]).values.get(name), said[1])
    return SettledField(name, values, disputed, None if disputed else values[min(values)], None)


def outcome(settled: Sequence[CodedEvent], claims: Sequence[CodedEvent]) -> Outcome:
    """The verdicts that make the claims of an article say what was settled: corrected, accepted or rejected.

    `claims` are the machine's, with the corrections that already count put in; their keys are the claims' ids.
    """
    verdicts: list[Verdict] = []
    unclaimed: list[CodedEvent] = []
    placeless: list[str] = []
    for pair in match([Coding("settled", tuple(settled)), Coding("claims", tuple(claims))]):
        wanted, claim = pair.by.get("settled"), pair.by.get("claims")
        if claim is None:
            unclaimed += [] if wanted is None else [wanted]
        elif wanted is None:
            verdicts.append(Verdict("reject", claim.key))
        else:
            for name in FIELDS:
                if label(name, wanted) == label(name, claim):
                    continue
                coded = wanted.values.get(name)
                if coded is None and name not in _EMPTY:
                    placeless += [claim.key] if name == "place" else []
                    continue
                value = _EMPTY[name] if coded is None else coded.value
                span = None if coded is None else span_of(coded)
                verdicts.append(Verdict("correct", claim.key, name, json.dumps(value, ensure_ascii=False), span))
            verdicts.append(Verdict("accept", claim.key))
    return Outcome(tuple(verdicts), tuple(unclaimed), tuple(placeless))


def settled_claim(document: Document, key: str, coded: CodedEvent) -> Event:
    """The claim of an event that people settled of an article and the machine had not read; `key` is the assignment.

    Every rule of it is SETTLED, and its score is 1: people have agreed on it.
    """
    tokens = tokenize(document.text)
    number = bisect.bisect_right([token.start for token in tokens], coded.start) - 1
    mark = f"{document.article_id}\x00{SETTLED}\x00{key}\x00{coded.key}"
    said = {name: _said(name, one, coded, document.text) for name, one in coded.values.items()}
    types = {row["sub_event_type"]: row["event_type"]
             for row in table("ontology.tsv", ("sub_event_type", "event_type"))}
    kind = said["sub_event_type"].value
    trigger = Trigger(coded.start, coded.end, max(number, 0), "", "", "", kind, 1.0, SETTLED)
    empty = Event(hashlib.blake2b(mark.encode(), digest_size=8).hexdigest(), trigger, kind, types[kind], (), (), (), (),
                  (), TimeArgument(None, None, None, None, SETTLED), (), (), "asserted", SETTLED, None)
    return corrected(empty, said, SETTLED)


def span_of(coded: Coded) -> tuple[int, int] | None:
    """The offsets of the words that a coder marked for a value; None where they marked none."""
    return None if coded.start is None or coded.end is None or coded.start == coded.end else (coded.start, coded.end)


def _said(name: str, one: Coded, coded: CodedEvent, text: str) -> Correction:
    """A value with its words: those that tell the event where the coder marked none, or none of a day."""
    told = (coded.start, coded.end)
    span = told if name == "sub_event_type" else span_of(one) or (None if name in ("earliest", "latest") else told)
    words = None if span is None else Words(*span, text[slice(*span)])
    return Correction(checked(name, json.dumps(one.value, ensure_ascii=False)), words)


_EMPTY: Mapping[str, Any] = {"earliest": None, "latest": None, **dict.fromkeys(ACTOR_ROLES, []),
                             **dict.fromkeys(TOLL_KINDS, [None, None])}
"""What a correction says where the text says nothing of a field."""
