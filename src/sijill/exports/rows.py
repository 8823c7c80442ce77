"""Rows of a coding: values in the order of its columns, and for every cell the rule and the claims behind it."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sijill.arabic.writable import writable
from sijill.exports.columns import columns, rules

Value = str | int | float | dt.date | tuple[str, ...] | None

_EXAMPLES = 3
_MOST_IDS = 10**15


@dataclass(frozen=True, slots=True)
class Why:
    """Why a cell says what it says: the rule's name, the ids of the claims that it rests on, what else to know."""

    rule: str
    claims: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `values` has every column of the coding, None where not known; `events` are the ids it stands for."""

    id: str
    values: Mapping[str, Value]
    why: Mapping[str, Why]
    events: tuple[str, ...]

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees (GeoJSON's order); None where the row has no point."""
        lat, lon = self.values.get("latitude"), self.values.get("longitude")
        if isinstance(lat, float) and isinstance(lon, float) and abs(lat) <= 90 and abs(lon) <= 180:
            return lon, lat
        return None

    def explained(self) -> dict[str, Any]:
        """The row as one JSON object: every filled cell with its rule, what the rule says, and the claims."""
        known = rules()
        cells = {name: {"value": plain(value), "rule": self.why[name].rule, "says": known[self.why[name].rule],
                        "claims": list(self.why[name].claims)}
                 | ({"note": self.why[name].note} if self.why[name].note else {})
                 for name, value in self.values.items() if value is not None or self.why[name].note}
        return {"row": self.id, "events": list(self.events), "cells": cells}


class Sheet:
    """A row while it is being filled."""

    def __init__(self, coding: str, claims: Iterable[str], events: Iterable[str]) -> None:
        self._coding = coding
        self._claims = tuple(claims)
        self._events = tuple(events)
        self._values: dict[str, Value] = {}
        self._why: dict[str, Why] = {}

    def put(self, column: str, value: Value, *, rule: str | None = None, claims: Iterable[str] | None = None,
            note: str | None = None) -> None:
        """Fill a cell; without a rule the column's, without claims all those of the row."""
        self._values[column] = clean(value)
        if rule is not None or claims is not None or note is not None:
            self._why[column] = Why(rule or "", self._claims if claims is None else tuple(claims), note)

    def row(self, row_id: str) -> Row:
        """The finished row; cells that were not filled are None."""
        values: dict[str, Value] = {}
        why: dict[str, Why] = {}
        for column in columns(self._coding):
            values[column.name] = self._values.get(column.name)
            said = self._why.get(column.name)
            why[column.name] = (Why(column.rule, self._claims) if said is None else said if said.rule
                                else Why(column.rule, said.claims, said.note))
        return Row(row_id, values, why, self._events)


@dataclass(slots=True)
class Notes:
    """What a coding left out, counted by the rule that says so, with a few of the events' ids."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    rows: int = 0
    events: int = 0

    def leave(self, rule: str, event_id: str) -> None:
        """Count an event that gives no row."""
        self.counts[rule] += 1
        shown = self.examples.setdefault(rule, [])
        if len(shown) < _EXAMPLES:
            shown.append(event_id)

    def lines(self) -> list[str]:
        """One line a rule, the commonest first."""
        known = rules()
        return [f"{count} left out: {known[rule]} [{rule}] (such as {', '.join(self.examples[rule])})"
                for rule, count in sorted(self.counts.items(), key=lambda e: (-e[1], e[0]))]


def clean(value: Value) -> Value:
    """A value that every format can hold: text of whole code points, finite numbers; nothing said is None."""
    if isinstance(value, str):
        return writable(value) or None
    if isinstance(value, tuple):
        return tuple(writable(part) for part in value if part) or None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def plain(value: Value) -> Any:
    """A value as JSON has it: days in ISO form, lists as arrays."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def number_of(*parts: object) -> int:
    """An id of up to 15 digits made of what a row stands for: the same on every machine, exact in a spreadsheet."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % _MOST_IDS
