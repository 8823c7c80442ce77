"""Reports that we wrote ourselves, in the voices of many outlets, with their events marked in place.

A file of `written/` holds reports one after the other. Each begins with a line `=== DOC_ID | VOICE | PUBLISHED`; what
follows is its text. `{words|marks}` marks words, marks are parted by `;`, and marked words may hold others:

    T1 Armed clash            the trigger of event 1, and its type; `T1 Armed clash, planned` where it is not asserted
    A1 SDF                    actor1 of event 1; `A1,2 SDF; B3 SDF` of several events
    B1 IS                     actor2 of event 1
    P1  P1,2 part  P2 = name  a place, with its extent where it is not the whole, and its name where words leave it out
    D1 2018-04-02             the day of event 1; `2018-04-02..2018-04-05`, `..2018-04-05` (no later than that day),
                              `news` (the day before publication, or that day), `-` (background that nothing dates)
"""

from __future__ import annotations

import datetime as dt
import pathlib
import re
from collections.abc import Iterator

from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers.factuality import LABELS
from training.gold import Gold

NAMED = "w-"
"""How the names of the reports begin."""
FOLDER = pathlib.Path(__file__).resolve().parent / "written"
_HEAD = re.compile(r"^=== (\S+) \| (.+?) \| (\d{4}-\d{2}-\d{2})$")
_MARK = re.compile(r"^([TABPD])(\d+(?:,\d+)*)(?: +(.*))?$")
_DAYS = re.compile(r"^(\d{4}-\d{2}-\d{2})?(?:(\.\.)(\d{4}-\d{2}-\d{2}))?$")
_EXTENTS = ("whole", "part", "edge", "around", "countryside")


def written(folder: pathlib.Path = FOLDER) -> Iterator[Gold]:
    """Each report of a folder, in the form of a gold file; ValueError says where marks are wrong."""
    for path in sorted(folder.glob("*.txt")):
        yield from read(path.read_text(encoding="utf-8"), path.name)


def read(text: str, name: str = "text") -> Iterator[Gold]:
    """Each report of one file's text."""
    head: re.Match[str] | None = None
    body: list[str] = []
    for line in [*text.split("\n"), "=== "]:
        if not line.startswith("==="):
            body.append(line)
            continue
        if head is not None:
            yield _report(head, "\n".join(body).strip("\n"), name)
        head, body = _HEAD.match(line), []
        if head is None and line != "=== ":
            raise ValueError(f"{name}: not a heading: {line}")


def _report(head: re.Match[str], marked: str, name: str) -> Gold:
    where = f"{name}: {head[1]}"
    text, marks = _unmarked(marked, where)
    events: dict[int, Gold] = {}
    for kind, number, value, span in sorted(marks, key=lambda m: "TABPD".index(m[0])):
        if kind == "T":
            if number in events:
                raise ValueError(f"{where}: event {number} has two triggers")
            events[number] = _event(value, span, where)
        elif number not in events:
            raise ValueError(f"{where}: no trigger of event {number}")
        elif kind == "P":
            extent, _, given = value.partition("=")
            extent = extent.strip() or "whole"
            if extent not in _EXTENTS:
                raise ValueError(f"{where}: unknown extent {extent}")
            events[number]["places"].append(span | {"name": given.strip() or span["text"], "extent": extent})
        elif kind == "D":
            events[number]["time"] = _days(value, head[3], where)
        elif not re.fullmatch(r"[A-Z0-9_]+|NEW:.+", value):
            raise ValueError(f"{where}: {value or 'nothing'} is no id of a side")
        else:
            events[number]["actor1" if kind == "A" else "actor2"].append(span | {"id": value})
    return {"doc_id": head[1], "source": head[2], "url": None, "title": None, "published": head[3], "text": text,
            "control": [], "events": sorted(events.values(), key=lambda e: int(e["trigger"]["start"]))}


def _event(value: str, span: Gold, where: str) -> Gold:
    kind, _, told = value.partition(",")
    told = told.strip() or "asserted"
    if kind not in event_types() or told not in LABELS:
        raise ValueError(f"{where}: unknown type or factuality: {value}")
    return {"trigger": span, "sub_event_type": kind, "event_type": event_types()[kind], "actor1": [], "actor2": [],
            "places": [], "factuality": told}


def _days(value: str, published: str, where: str) -> Gold:
    """The bounds of an event's day."""
    if value == "news":
        return {"earliest": str(dt.date.fromisoformat(published) - dt.timedelta(1)), "latest": published}
    if value == "-":
        return {"earliest": None, "latest": None}
    found = _DAYS.match(value)
    if found is None or not value:
        raise ValueError(f"{where}: not a day, nor days: {value or 'nothing'}")
    return {"earliest": found[1], "latest": found[3] if found[2] else found[1]}


def _unmarked(marked: str, where: str) -> tuple[str, list[tuple[str, int, str, Gold]]]:
    """The text without marks, and its marks as (kind, event, value, span)."""
    out: list[str] = []
    open_at: list[int] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for piece in re.split(r"(\{|\|[^{}|]*\})", marked):
        if piece == "{":
            open_at.append(at)
        elif piece.startswith("|") and piece.endswith("}"):
            if not open_at:
                raise ValueError(f"{where}: nothing opens {piece}")
            spans.append((open_at.pop(), at, piece[1:-1]))
        else:
            out.append(piece)
            at += len(piece)
    text = "".join(out)
    if open_at or "}" in text or "|" in text:
        raise ValueError(f"{where}: a brace or bar without its fellow")
    marks: list[tuple[str, int, str, Gold]] = []
    for start, end, said in spans:
        if text[start:end] != text[start:end].strip() or start == end:
            raise ValueError(f"{where}: marked words begin or end with a space: {text[start:end]!r}")
        for mark in said.split(";"):
            found = _MARK.match(mark.strip())
            if found is None:
                raise ValueError(f"{where}: not a mark: {mark}")
            marks += [(found[1], int(number), (found[3] or "").strip(), {"text": text[start:end], "start": start,
                       "end": end}) for number in found[2].split(",")]
    return text, marks
