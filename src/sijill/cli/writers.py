"""Where coded articles go: a table, JSON Lines or CSV, on standard output or in a file."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, TextIO

from sijill.acquire import Article
from sijill.cli.render import Printer
from sijill.documents import Document
from sijill.exports.delimited import guarded
from sijill.exports.destinations import whole_file
from sijill.records import ACTOR_ROLES, document_record

Format = Literal["table", "jsonl", "csv"]
Write = Callable[[Document, Article], None]

CSV_COLUMNS = (
    "doc_id", "source", "url", "published", "event_id", "event_type", "sub_event_type", "trigger", "actor1",
    "actor1_words", "actor2", "actor2_words", "assoc_actor1", "assoc_actor1_words", "assoc_actor2",
    "assoc_actor2_words", "places", "extents", "within", "place_ids", "lat", "lon", "radius_km", "geo_precision",
    "place_scores", "earliest", "latest", "time_words", "casualties",
    "weapon", "attribution", "attribution_words", "factuality", "start", "end",
)
"""One row an event; several values of one cell are parted by " | "."""


@contextlib.contextmanager
def open_output(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when all of it has been written."""
    if out is None:
        yield sys.stdout
        return
    # a table for a spreadsheet begins with a byte order mark, or the Arabic in it is not recognised
    encoding = "utf-8-sig" if out.suffix.lower() == ".csv" else "utf-8"
    with whole_file(out) as data, io.TextIOWrapper(data, encoding=encoding, newline="") as stream:
        yield stream


def writer(kind: Format, stream: TextIO) -> Write:
    """The function that writes one coded article in a format."""
    if kind == "table":
        printer = Printer(stream)
        return lambda document, article: printer.article(document)
    if kind == "jsonl":
        return lambda document, article: _write_json(stream, document, article)
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(CSV_COLUMNS)
    return lambda document, article: table.writerows(_csv_rows(document))


def _write_json(stream: TextIO, document: Document, article: Article) -> None:
    record = document_record(document) | {"where": article.where, "line": article.line}
    stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def _csv_rows(document: Document) -> Iterator[list[str]]:
    record = document_record(document)
    for event in record["events"]:
        row: dict[str, Any] = {name: record[name] for name in ("doc_id", "source", "url", "published")}
        row |= {name: event[name] for name in ("event_id", "event_type", "sub_event_type", "factuality")}
        row |= {"trigger": event["trigger"]["text"], "start": event["trigger"]["start"],
                "end": event["trigger"]["end"], "time_words": event["time"].get("text"),
                "earliest": event["time"]["earliest"], "latest": event["time"]["latest"],
                "weapon": (event["weapon"] or {}).get("text")}
        for role in ACTOR_ROLES:
            row |= {role: _join(event[role], "id"), f"{role}_words": _join(event[role], "text")}
        row |= {"places": _join(event["places"], "name"), "extents": _join(event["places"], "extent"),
                "within": _join(event["places"], "within"), "place_ids": _join(event["places"], "place_id"),
                "place_scores": _join(event["places"], "score"),
                "attribution": _join(event["attribution"], "kind"),
                "attribution_words": _join(event["attribution"], "text"),
                "casualties": " | ".join(_toll(toll) for toll in event["casualties"])}
        row |= {name: _join(event["places"], name) for name in ("lat", "lon", "radius_km", "geo_precision")}
        yield [cell(row[name]) for name in CSV_COLUMNS]


def _toll(toll: dict[str, Any]) -> str:
    low, high = ("" if toll[k] is None else str(toll[k]) for k in ("low", "high"))
    return f"{toll['kind']} {low}..{high} {toll['who'] or ''}".strip()


def _join(entries: list[dict[str, Any]], name: str) -> str:
    return " | ".join("" if entry[name] is None else str(entry[name]) for entry in entries)


def cell(value: object) -> str:
    """A cell's text; one that a spreadsheet would run as a formula is quoted."""
    return guarded("" if value is None else " ".join(str(value).split()))
