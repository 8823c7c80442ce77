"""What enters the audit chain: which rows make one entry, and which of their columns, in which order.

The lists are written into every record that was ever made, so form 1 never changes: a column that a later
schema adds to these tables is covered by a form 2, used by the entries from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    # only claims that the machine read: those of people have entries of their own
    read: bool = False
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
        "time_end", "earliest", "latest", "time_rule", "factuality", "factuality_rule"), owner="article_id", read=True),
    Part("arguments", (
        "id", "claim_row", "role", "position", "start", "end", "text", "value", "extent", "within", "low", "high",
        "who", "rule", "score", *_GROUNDED), owner="claims.article_id", read=True),
    Part("control_claims", (
        "id", "article_id", "position", "claim_row", "holder", "polarity", "at", "start", "end", "text",
        "place_start", "place_end", "place_name", "extent", "within", "place_rule", "place_score", "rule",
        *_GROUNDED), owner="article_id"),
)
_CLAIMED = tuple(replace(part, owner=owner, read=False, columns=(*part.columns, *more)) for part, owner, more in (
    (_ARTICLE[1], "settled", ("settled",)), (_ARTICLE[2], "claims.settled", ())))
FORMS: dict[int, dict[str, tuple[Part, ...]]] = {1: {
    "begin": (),
    "article": _ARTICLE,
    "origin": (Part("origins", ("id", "article_id", "sha256", "size", "exact", "media_type", "at", "target", "part",
                                "found", "tool", "warc_record"), owner="id"),),
    "rejected": (Part("rejected", ("id", "run_id", "where", "line", "code", "reason"), owner="id"),),
    "decision": (Part("decisions", ("number", "id", "at", "by", "verb", "claims", "field", "value", "note"),
                      owner="number", key="number"),),
    "administered": (Part("administration", ("number", "at", "by", "verb", "subject", "value"),
                          owner="number", key="number"),),
    "assignment": (Part("assignments", ("id", "key", "at", "by", "article_id", "start", "coders"), owner="id"),),
    "coding_step": (Part("coding_steps", ("id", "assignment", "at", "by", "verb", "unit", "field", "value"),
                         owner="id"),),
    # the claims of a settlement, by the step that closed it
    "settled": _CLAIMED,
    # a run is written twice: when it begins, and when it ends
    "run": (Part("runs", ("id", "version", "settings_hash", "data_checksums", "started_at"), owner="id"),),
    "run_end": (Part("runs", ("id", "finished_at", "read", "kept", "repeated", "rejected"), owner="id"),),
}}
TABLES = ("articles", "claims", "arguments", "control_claims", "rejected", "decisions", "runs", "origins",
          "administration", "assignments", "coding_steps")
"""The tables whose every row is covered by the chain."""
SINCE = {"origins": "0006", "administration": "0007", "assignments": "0008", "coding_steps": "0008"}
"""The schema that first had a table, where that is younger than the chain."""
COLUMNS_SINCE = {("claims", "settled"): "0009"}
"""The schema that first had a column, where that is younger than its table."""


def read_units(connection: Connection, form: int, kind: str, row_ids: Iterable[str], *,
               people: bool = True) -> dict[str, Unit]:
    """The rows as they are now of entries of one kind, by `row_id`; not `people`: no claim can be of people yet."""
    ids = list(row_ids)
    found: dict[str, tuple[list[Values], ...]] = {key: tuple([] for _ in FORMS[form][kind]) for key in ids}
    for number, part in enumerate(FORMS[form][kind]):
        wanted: list[Any] = ids if kind == "article" else [int(key) for key in ids]
        for owner, *values in connection.execute(_select(part, wanted, people)):
            found[str(owner)][number].append(tuple(values))
    return dict(found)


def _select(part: Part, ids: list[Any], people: bool) -> Select[Any]:
    table = schema.metadata.tables[part.table]
    joined, _, column = part.owner.rpartition(".")
    owner = schema.metadata.tables[joined or part.table].c[column]
    # values as the driver gives them: what was tampered with may not be of the column's type
    query = select(owner, *(type_coerce(table.c[name], NullType()) for name in part.columns))
    if joined:
        query = query.join_from(table, schema.metadata.tables[joined])
    if part.read and people:
        query = query.where(schema.metadata.tables["claims"].c.settled.is_(None))
    return query.where(owner.in_(ids)).order_by(table.c[part.key])
