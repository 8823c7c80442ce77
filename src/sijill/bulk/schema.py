"""The Arrow schemas of bulk work: what reading gives, and what coding makes of it, one row an article.

A coded row's `events` and `control` have the fields of `sijill.records`, days as dates.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
from typing import TYPE_CHECKING, Any

from sijill.acquire.articles import Article, Rejected
from sijill.documents import Document
from sijill.records import document_record, read_document

if TYPE_CHECKING:
    import pyarrow as pa

KEPT, REJECTED, NOT_RELEVANT = "kept", "rejected", "not_relevant"
_OF_ARTICLE = ("doc_id", "source", "url", "title", "author", "published", "text", "original")
Row = dict[str, Any]


@functools.cache
def item_schema() -> pa.Schema:
    """What reading gives: an article, or with `code` and `reason` why there is none."""
    import pyarrow as pa

    return pa.schema([("where", pa.string()), ("line", pa.int64()), ("code", pa.string()), ("reason", pa.string()),
                      *_article_fields()])


@functools.cache
def coded_schema() -> pa.Schema:
    """What coding makes of an item: `outcome` is kept, rejected or not_relevant; offsets count in `text`."""
    import pyarrow as pa

    text, whole, real, day = pa.string(), pa.int64(), pa.float64(), pa.date32()
    span = [("text", text), ("start", whole), ("end", whole)]
    actors = pa.list_(pa.struct([*span, ("id", text), ("rule", text), ("score", real)]))
    chain = pa.list_(pa.struct([("name", text), ("kind", text), ("pcode", text)]))
    others = pa.list_(pa.struct([("place_id", text), ("name", text), ("lat", real), ("lon", real), ("score", real)]))
    place = pa.struct([
        *span, ("name", text), ("extent", text), ("within", text), ("rule", text), ("role_score", real),
        ("place_id", text), ("place_name", text), ("kind", text), ("lat", real), ("lon", real), ("radius_km", real),
        ("geo_precision", whole), ("chain", chain), ("score", real), ("alternatives", others),
        ("reasons", pa.list_(text))])
    event = pa.struct([
        ("event_id", text),
        ("trigger", pa.struct([*span, ("lemma", text), ("form", text), ("frame", text), ("token", whole),
                               ("type", text), ("rule", text), ("score", real)])),
        ("sub_event_type", text), ("event_type", text),
        ("actor1", actors), ("actor2", actors), ("assoc_actor1", actors), ("assoc_actor2", actors),
        ("places", pa.list_(place)),
        ("time", pa.struct([*span, ("earliest", day), ("latest", day), ("rule", text)])),
        ("casualties", pa.list_(pa.struct([*span, ("kind", text), ("low", whole), ("high", whole), ("who", text),
                                           ("rule", text)]))),
        ("attribution", pa.list_(pa.struct([*span, ("kind", text), ("rule", text)]))),
        ("factuality", text), ("factuality_rule", text),
        ("weapon", pa.struct([*span, ("rule", text)])),
    ])
    control = pa.struct([("holder", text), ("place", place), ("at", day), ("polarity", text),
                         ("span", pa.struct(span)), ("event", whole), ("rule", text)])
    return pa.schema([
        ("where", text), ("line", whole), ("outcome", text), ("code", text), ("reason", text), ("relevance", real),
        ("article_id", text), ("sha256", text), *_article_fields(),
        ("events", pa.list_(event)), ("control", pa.list_(control))])


def _article_fields() -> list[tuple[str, pa.DataType]]:
    import pyarrow as pa

    return [(name, pa.date32() if name == "published" else pa.string()) for name in _OF_ARTICLE]


def item_row(item: Article | Rejected) -> Row:
    """An article or a rejection as a row of `item_schema`."""
    return {name: getattr(item, name, None) for name in item_schema().names}


def read_item(row: Row) -> Article | Rejected:
    """The article or rejection of a row of `item_schema`."""
    if row["code"] is not None:
        return Rejected(row["where"], row["line"], row["code"], row["reason"])
    return Article(where=row["where"], line=row["line"], **{name: row[name] for name in _OF_ARTICLE})


def coded_row(document: Document, article: Article, relevance: float | None) -> Row:
    """A coded article as a row of `coded_schema`."""
    record = document_record(document)
    for written, event in zip(record["events"], document.events or (), strict=True):
        written["time"] |= {"earliest": event.time.earliest, "latest": event.time.latest}
    for written, claim in zip(record["control"], document.control or (), strict=True):
        written["at"] = claim.at
    return {"where": article.where, "line": article.line, "outcome": KEPT, "relevance": relevance,
            "article_id": document.article_id, "author": article.author, "text": document.text,
            "original": article.original, "sha256": hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
            **record, "published": document.published}


def refused_row(rejected: Rejected, outcome: str, article: Article | None, relevance: float | None) -> Row:
    """What was not coded as a row of `coded_schema`, without its text: that is in the input."""
    known = {name: getattr(article, name) for name in _OF_ARTICLE[:6]} if article else {}
    return {"where": rejected.where, "line": rejected.line, "outcome": outcome, "code": rejected.code,
            "reason": rejected.reason, "relevance": relevance, **known}


def read_coded(row: Row) -> Document | Rejected:
    """The coded document of a kept row of `coded_schema`, or the rejection of another."""
    if row["outcome"] != KEPT:
        return Rejected(row["where"], row["line"], row["code"], row["reason"])
    return read_document(_days_written(row), row["text"])


def _days_written(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _days_written(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_days_written(entry) for entry in value]
    return value
