"""The bytes that articles came as, carried in the shards of a run, so that a merge can keep them beside the record."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sijill.acquire.articles import Article, Origin, Rejected
from sijill.bulk.plan import BulkError
from sijill.bulk.schema import KEPT, Row, coded_schema

if TYPE_CHECKING:
    import pyarrow as pa

    from sijill.store.origins import Given

class BytesChanged(BulkError):
    """What a shard keeps of an article's bytes is no longer what came."""

    code = "E709"


UNTIMED = ""
"""Given to readers as the time of reading: the plan says it, so that shards are the same whenever they are coded."""


@functools.cache
def shard_schema() -> pa.Schema:
    """What a shard's file holds: `coded_schema`, and of each kept row the `origin`.

    That is the SHA-256 of the bytes that it came as, their media type, the part of them that it is, where its fields
    were found, address, time (null: the plan's), and the bytes, null where the last row with bytes has the same.
    """
    import pyarrow as pa

    text = pa.string()
    found = pa.list_(pa.struct([("field", text), ("where", text)]))
    origin = pa.struct([("sha256", text), ("media_type", text), ("at", text), ("part", text), ("found", found),
                        ("exact", pa.bool_()), ("url", text), ("address", text), ("data", pa.binary())])
    return coded_schema().append(pa.field("origin", origin))


class Carrying:
    """Adds origins to the coded batches of one shard, each file's bytes once however many articles are in it."""

    def __init__(self) -> None:
        self._data: bytes | None = None

    def __call__(self, coded: pa.RecordBatch, items: Sequence[Article | Rejected]) -> pa.RecordBatch:
        """The batch in `shard_schema`; `items` are what it was coded from, row for row."""
        import pyarrow as pa

        outcomes = coded.column("outcome").to_pylist()
        origins = [self._row(item) if outcome == KEPT and isinstance(item, Article) else None
                   for item, outcome in zip(items, outcomes, strict=True)]
        schema = shard_schema()
        return pa.RecordBatch.from_arrays([*coded.columns, pa.array(origins, schema.field("origin").type)],
                                          schema=schema)

    def _row(self, article: Article) -> Row | None:
        origin = article.origin
        if origin is None:
            return None
        # the articles of one file share its bytes
        fresh = origin.data is not self._data
        self._data = origin.data
        return {"sha256": origin.sha256, "media_type": origin.media_type, "at": origin.at or None, "part": origin.part,
                "found": [{"field": field, "where": where} for field, where in origin.found], "exact": origin.exact,
                "url": origin.url, "address": origin.address, "data": origin.data if fresh else None}


class Carried:
    """Takes origins out of the rows of a run again, shard by shard in their order; `at` is the plan's time."""

    def __init__(self, at: str) -> None:
        self._at = at
        self._data = b""

    def __call__(self, row: Row) -> Given | None:
        """The bytes of a row of `shard_schema`; None if it has none."""
        from sijill.store.origins import Given

        told: dict[str, Any] | None = row["origin"]
        if told is None:
            return None
        if told["data"] is not None:
            self._data = told["data"]
        found = tuple((one["field"], one["where"]) for one in told["found"])
        origin = Origin(self._data, told["media_type"], told["at"] or self._at, told["part"], found, told["exact"],
                        told["url"], told["address"])
        if origin.sha256 != told["sha256"]:
            raise BytesChanged("an article's kept bytes are not those of its SHA-256", where=str(row["where"]),
                            next_step="Remove the shard, run `sijill bulk` again as before, and merge again")
        return Given.of(Article("", row["where"], row["line"], origin=origin))
