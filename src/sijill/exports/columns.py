"""Columns and rules of the codings: what each cell means, and by which rule it is derived."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args

from sijill.errors import DataError
from sijill.resources import table, toml

ColumnType = Literal["string", "integer", "number", "date", "list"]

COLUMNS_FILE = "exports-columns.tsv"
RULES_FILE = "exports-rules.tsv"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a coding: its type, its HXL hashtag and attributes, its meaning and the rule that fills it.

    A list holds strings. `rule` is the usual one; a row may name another for a cell.
    """

    name: str
    type: ColumnType
    hxl: str
    rule: str
    description: str


@functools.cache
def columns(coding: str) -> tuple[Column, ...]:
    """The columns of a coding, in their order."""
    return _all_columns()[coding]


@functools.cache
def _all_columns() -> Mapping[str, tuple[Column, ...]]:
    out: dict[str, list[Column]] = {}
    known = _types()
    for row in table(COLUMNS_FILE, ("coding", "column", "type", "hxl", "rule", "description"),
                     unique=("coding", "column")):
        kind = known.get(row["type"])
        if kind is None or row["rule"] not in rules():
            raise DataError(f"the column {row['column']} has a type or a rule that is not known", where=COLUMNS_FILE)
        out.setdefault(row["coding"], []).append(
            Column(row["column"], kind, row["hxl"], row["rule"], row["description"]))
    return {coding: tuple(found) for coding, found in out.items()}


def _types() -> dict[str, ColumnType]:
    return {str(name): name for name in get_args(ColumnType)}


@functools.cache
def rules() -> Mapping[str, str]:
    """What each rule says, by its name."""
    rows = table(RULES_FILE, ("rule", "text"), unique=("rule",))
    return MappingProxyType({row["rule"]: row["text"] for row in rows})


@functools.cache
def settings() -> Mapping[str, Any]:
    """Classes, scales and bounds of the codings."""
    return toml("exports.toml")
