"""The formats of exports by name, and one way to write events in any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sijill.errors import InputError
from sijill.exports.annotations import write_annotations
from sijill.exports.codings import Coding
from sijill.exports.datapackage import write_datapackage
from sijill.exports.delimited import write_csv, write_hxl
from sijill.exports.evidence import TextOf
from sijill.exports.geoparquet import write_geoparquet
from sijill.exports.jsontext import with_why, write_geojson, write_jsonl
from sijill.exports.provenance import write_provenance
from sijill.exports.rows import Notes, Row
from sijill.ledger import Decision, LinkedEvent
from sijill.link.corrected import as_corrected
from sijill.link.verdicts import verdicts

ROW_FORMATS = ("csv", "jsonl", "geojson", "geoparquet", "hxl", "datapackage")
"""Formats of a coding's rows."""
EVIDENCE_FORMATS = ("prov", "webannotation")
"""Formats of the claims and spans themselves: no coding derives them."""
FORMATS = (*ROW_FORMATS, *EVIDENCE_FORMATS)
BINARY_FORMATS = frozenset({"geoparquet"})
"""Formats that no terminal shows."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to export: a byte order mark, the time of coding (seconds since 1970), where to say why, what to add.

    `why` gets the side file of JSON Lines; `text_of` gives articles' texts to quote from. What `decisions` correct is
    put into the claims; PROV tells the decisions themselves, and the claims as they were read.
    """

    bom: bool = False
    made: int | None = None
    why: BinaryIO | None = None
    text_of: TextOf | None = None
    decisions: Iterable[Decision] = field(default=())


def write(events: Iterable[LinkedEvent], coding: Coding, format: str, out: BinaryIO | Path,
          options: Options | None = None, notes: Notes | None = None) -> int:
    """Events in a format, by a coding where the format is one of rows; how many rows or nodes were written.

    `out` is a stream of bytes; of a data package the path of a folder or zip file. InputError for other formats.
    """
    chosen = options or Options()
    if format == "datapackage":
        if not isinstance(out, Path):
            raise InputError("a data package is several files", next_step="Name a folder or a zip file with --out")
        kept = Notes() if notes is None else notes
        return write_datapackage(_rows(events, coding, chosen, kept), coding, out, kept)
    if isinstance(out, Path):
        raise InputError(f"{format} is written to a stream", next_step="Open the file first")
    if format == "prov":
        return write_provenance(events, out, decisions=chosen.decisions)
    if format == "webannotation":
        return write_annotations(with_corrections(events, chosen.decisions), out, text_of=chosen.text_of)
    writers: dict[str, Callable[[Iterable[Row], Coding, BinaryIO], int]] = {
        "csv": partial(write_csv, bom=chosen.bom), "hxl": partial(write_hxl, bom=chosen.bom), "jsonl": write_jsonl,
        "geojson": write_geojson, "geoparquet": write_geoparquet}
    if format not in writers:
        raise InputError(f"there is no format {format!r}", next_step=f"Take one of: {', '.join(FORMATS)}")
    return writers[format](_rows(events, coding, chosen, notes), coding, out)


def _rows(events: Iterable[LinkedEvent], coding: Coding, chosen: Options, notes: Notes | None) -> Iterable[Row]:
    rows = coding.rows(with_corrections(events, chosen.decisions), notes, chosen.made)
    return rows if chosen.why is None else with_why(rows, chosen.why)


def with_corrections(events: Iterable[LinkedEvent], decisions: Iterable[Decision]) -> Iterable[LinkedEvent]:
    """The events, their claims as decisions correct them."""
    said = verdicts(decisions).corrections
    return (as_corrected(event, said) for event in events) if said else events
