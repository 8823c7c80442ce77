"""What enters the audit chain: which rows make one entry, and which of their columns, in which order.

The lists are written into every record that was ever made, so form 1 never changes: a column that a later
schema adds to these tables is covered by a form 2, used by the entries from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, select, type_coerce
from sqlalchemy.types import NullType

from sijill.store import schema

Values = tuple[Any, ...]
Unit = tuple[Sequence[Values], ...]
"""The rows of one entry: for every part of its kind the values of each row, by the row's number."""

FORM = 1
"""The form that new entries are written in."""

_GROUNDED = ("place_id", "lat", "lon", "radius_km", "geo_precision", "grounding")


@dataclass(frozen=True, slots=True)
class Part:
    """The rows that one table gives to an entry; `owner` is the column that holds the entry's `row_id`."""

    table: str
    columns: tuple[str, ...]
    owner: str
    key: str = "id"
    floats: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "floats", frozenset(
            at for at, name in enumerate(self.columns) if name in ("score", "lat", "lon", "radius_km", "place_score")))

    def values(self, row: Mapping[str, Any]) -> Values:
        """The audited values of a row to be written."""
        return tuple(row.get(name) for name in self.columns)


_ARTICLE = (
    Part("articles", ("id", "run_id", "doc_id", "source", "url", "title", "published", "sha256", "text", "original"),
         owner="id"),
    Part("claims", (
        "id", "article_id", "position", "claim_id", "event_type", "sub_event_type", "trigger_start", "trigger_end",
        "trigger_token", "trigger_text", "trigger_type", "lemma", "form", "frame", "rule", "score", "time_start",
        "time_end", "earliest", "latest", "time_rule", "factuality", "factuality_rule"), owner="article_id"),
    Part("arguments", (
        "id", "claim_row", "role", "position", "start", "end", "text", "value", "extent", "within", "low", "high",
        "who", "rule", "score", *_GROUNDED), owner="claims.article_id"),
    Part("control_claims", (
        "id", "article_id", "position", "claim_row", "holder", "polarity", "at", "start", "end", "text",
        "place_start", "place_end", "place_name", "extent", "within", "place_rule", "place_score", "rule",
        *_GROUNDED), owner="article_id"),
)
FORMS: dict[int, dict[str, tuple[Part, ...]]] = {1: {
    "begin": (),
    "article": _ARTICLE,
    "origin": (Part("origins", ("id", "article_id", "sha256", "size", "exact", "media_type", "at", "target", "part",
                                "found", "tool", "warc_record"), owner="id"),),
    "rejected": (Part("rejected", ("id", "run_id", "where", "line", "code", "reason"), owner="id"),),
    "decision": (Part("decisions", ("number", "id", "at", "by", "verb", "claims", "field", "value", "note"),
                      owner="number", key="number"),),
    # a run is written twice: when it begins, and when it ends
    "run": (Part("runs", ("id", "version", "settings_hash", "data_checksums", "started_at"), owner="id"),),
    "run_end": (Part("runs", ("id", "finished_at", "read", "kept", "repeated", "rejected"), owner="id"),),
}}
TABLES = ("articles", "claims", "arguments", "control_claims", "rejected", "decisions", "runs", "origins")
"""The tables whose every row is covered by the chain."""
SINCE = {"origins": "0006"}
"""The schema that first had a table, where that is younger than the chain."""


def read_units(connection: Connection, form: int, kind: str, row_ids: Iterable[str]) -> dict[str, Unit]:
    """The rows as they are now of entries of one kind, by `row_id`."""
    ids = list(row_ids)
    found: dict[str, tuple[list[Values], ...]] = {key: tuple([] for _ in FORMS[form][kind]) for key in ids}
    for number, part in enumerate(FORMS[form][kind]):
        wanted: list[Any] = ids if kind == "article" else [int(key) for key in ids]
        for owner, *values in connection.execute(_select(part, wanted)):
            found[str(owner)][number].append(tuple(values))
    return dict(found)


def _select(part: Part, ids: list[Any]) -> Select[Any]:
    table = schema.metadata.tables[part.table]
    joined, _, column = part.owner.rpartition(".")
    owner = schema.metadata.tables[joined or part.table].c[column]
    # values as the driver gives them: what was tampered with may not be of the column's type
    query = select(owner, *(type_coerce(table.c[name], NullType()) for name in part.columns))
    if joined:
        query = query.join_from(table, schema.metadata.tables[joined])
    return query.where(owner.in_(ids)).order_by(table.c[part.key])
