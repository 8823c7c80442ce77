"""The report of agreement: on whether there is an event, and on each field of those that both coders have."""

from __future__ import annotations

import itertools
import json
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.agreement.codings import FIELDS, CodedEvent, Coding
from sijill.agreement.coefficients import cohen_kappa, f1, krippendorff_alpha, observed_agreement
from sijill.agreement.matching import Matched, match
from sijill.arabic.folding import fold

Pair = tuple[str, str]
NOT_SAID = "not said"
"""The label of a field that a coder left empty: that the text does not say it is a judgement too."""


@dataclass(frozen=True, slots=True)
class PairOnEvents:
    """Two coders on whether there is an event: events of both, of either alone, and their F1 (None: no events)."""

    coders: Pair
    both: int
    only_first: int
    only_second: int
    f1: float | None


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on a field over events that two coders or more have.

    `units` counts them, `filled` those where anyone gave a value; `observed` is the share of pairs that are alike;
    coefficients are None where they are not defined. `kappas` has each pair of coders with an event in common.
    """

    field: str
    units: int
    filled: int
    observed: float | None
    alpha: float | None
    kappas: tuple[tuple[Pair, float | None], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far people agree over some articles: `articles` counts them."""

    articles: int
    coders: tuple[str, ...]
    events: tuple[PairOnEvents, ...]
    fields: tuple[FieldAgreement, ...]

    @property
    def f1(self) -> float | None:
        """The F1 of all pairs together."""
        both = sum(pair.both for pair in self.events)
        return f1(both, both + sum(p.only_first for p in self.events), both + sum(p.only_second for p in self.events))


def agreement(articles: Iterable[Sequence[Coding]]) -> Agreement:
    """The agreement of the codings of each article, which all coders of it have finished."""
    by_article = [list(codings) for codings in articles]
    counted: dict[Pair, list[int]] = {}
    units: list[Matched] = []
    for codings in by_article:
        found = match(codings)
        units += found
        for pair in _pairs(coding.by for coding in codings):
            told = [tuple(name in one.by for name in pair) for one in found]
            counts = counted.setdefault(pair, [0, 0, 0])
            for at, kind in enumerate(((True, True), (True, False), (False, True))):
                counts[at] += told.count(kind)
    events = tuple(PairOnEvents(pair, both, first, second, f1(both, both + first, both + second))
                   for pair, (both, first, second) in sorted(counted.items()))
    coders = tuple(sorted({coding.by for codings in by_article for coding in codings}))
    shared = [one for one in units if len(one.by) > 1]
    return Agreement(len(by_article), coders, events, tuple(_on_field(name, shared) for name in FIELDS))


def _on_field(name: str, units: Sequence[Matched]) -> FieldAgreement:
    rows = [{coder: label(name, event) for coder, event in one.by.items()} for one in units]
    by_pair: dict[Pair, list[tuple[Hashable, Hashable]]] = {}
    for row in rows:
        for pair in _pairs(row):
            by_pair.setdefault(pair, []).append((row[pair[0]], row[pair[1]]))
    return FieldAgreement(
        name, len(rows), sum(any(one != NOT_SAID for one in row.values()) for row in rows),
        observed_agreement(itertools.chain.from_iterable(by_pair.values())),
        krippendorff_alpha([list(row.values()) for row in rows]),
        tuple((pair, cohen_kappa(pairs)) for pair, pairs in sorted(by_pair.items())))


def label(name: str, event: CodedEvent | None) -> str:
    """A field's value as a nominal label: two are the same where a reader would call the values the same."""
    coded = event.values.get(name) if event else None
    if coded is None or coded.value is None:
        return NOT_SAID
    return json.dumps(comparable(name, coded.value), ensure_ascii=False, sort_keys=True)


def comparable(name: str, value: Any) -> Any:
    """A value without what does not matter for whether it is the same: order of actors, spelling of a place."""
    if name == "place":
        if isinstance(value, dict):
            return value.get("place_id") or fold(str(value.get("name"))).text
        return fold(value).text
    return sorted(value) if name.startswith(("actor", "assoc")) else value


def _pairs(coders: Iterable[str]) -> Iterable[Pair]:
    return itertools.combinations(sorted(coders), 2)
