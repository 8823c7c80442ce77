"""How linked events are written: a table for people, JSON Lines or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TextIO

from sijill.cli.writers import cell
from sijill.ledger import LinkedEvent, Toll
from sijill.linked_records import dissent, linked_record
from sijill.records import ACTOR_ROLES

Format = Literal["table", "jsonl", "csv"]
Write = Callable[[LinkedEvent, Mapping[str, str]], None]

EVENT_COLUMNS = (
    "event_id", "event_type", "sub_event_type", "actor1", "actor2", "assoc_actor1", "assoc_actor2", "places",
    "place_ids", "lat", "lon", "geo_precision", "earliest", "latest", "time_precision", "tolls", "weapon", "status",
    "factuality", "blocs", "one_sided", "dissent", "sources", "urls", "claims")
"""One row an event; several values of one cell are parted by " | "."""


def event_writer(kind: Literal["jsonl", "csv"], stream: TextIO) -> Write:
    """The function that writes one event, given with the texts of its articles, in a format."""
    if kind == "jsonl":
        return lambda event, texts: _write_json(stream, event, texts)
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(EVENT_COLUMNS)
    return lambda event, texts: table.writerow(_csv_row(event))


def _write_json(stream: TextIO, event: LinkedEvent, texts: Mapping[str, str]) -> None:
    stream.write(json.dumps(linked_record(event, texts), ensure_ascii=False) + "\n")


def _csv_row(event: LinkedEvent) -> list[str]:
    points = [reading.value.grounding for reading in event.places.readings]
    row: dict[str, object] = {
        "event_id": event.id, "event_type": event.event_type, "sub_event_type": event.sub_event_type.value,
        "places": _join([reading.value.name for reading in event.places.readings]),
        "place_ids": _join([point and point.place_id for point in points]),
        "lat": _join([point and point.lat for point in points]),
        "lon": _join([point and point.lon for point in points]),
        "geo_precision": _join([point and point.geo_precision for point in points]),
        "earliest": event.earliest, "latest": event.latest, "time_precision": event.time_precision,
        "tolls": _join([toll_text(toll) for toll in event.tolls]), "weapon": event.weapon.value,
        "status": event.status, "factuality": event.factuality.value,
        "blocs": _join([f"{bloc} {count}" for bloc, count in event.blocs]), "one_sided": event.one_sided,
        "dissent": _join(list(dissent(event))),
        "sources": _join(list(dict.fromkeys(claim.source for claim in event.claims if claim.source))),
        "urls": _join(list(dict.fromkeys(claim.url for claim in event.claims if claim.url))),
        "claims": _join([claim.id for claim in event.claims])}
    row |= {role: _join(getattr(event, role).value or ()) for role in ACTOR_ROLES}
    return [cell(row[name]) for name in EVENT_COLUMNS]


def toll_text(toll: Toll) -> str:
    """A toll on one line: its kind, the best number with the lowest and highest, and whose."""
    low, best, high = ("?" if n is None else str(n) for n in (toll.low, toll.best, toll.high))
    number = best if low == best == high else f"{best} ({low} to {high})"
    return f"{toll.kind} {number}" + (f" {toll.who}" if toll.who else "")


def _join(values: Sequence[object]) -> str:
    return " | ".join("" if value is None else str(value) for value in values)
