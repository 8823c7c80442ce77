"""The command `sijill export`: several codings of one record, in the formats of other people's tools."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from sijill.cli.event_options import (
    ActorOption,
    BlocOption,
    FromOption,
    KilledOption,
    NearOption,
    PlaceOption,
    RadiusOption,
    SourceOption,
    StatusOption,
    ToOption,
    TypeOption,
    event_filter,
    linked,
)
from sijill.cli.usage import RecordArgument, count, explained, flowing

if TYPE_CHECKING:
    from sijill.exports.codings import Coding
    from sijill.exports.formats import Options
    from sijill.exports.rows import Notes
    from sijill.ledger import LinkedEvent
    from sijill.store import Record
    from sijill.store.filters import EventFilter

export_app = typer.Typer()

EXPORT_HELP = """Write the events of a record as other people's tables have them; links new claims first.

Codings: sijill (every field), acled (one row a place and day, lowest fatalities), ucdp (at least one death; low, best
and high), airwars (harm to civilians, graded). What a coding leaves out is counted on standard error with the rule.
The formats prov and webannotation write the claims and the words that prove them, whatever the coding.

Text that a spreadsheet would run as a formula stands behind an apostrophe. --why says for every cell by which rule and
from which claims it is derived; --explain shows it for one row.

Example: sijill export hasakah.sijill --coding acled --out acled.csv --why why.jsonl

Example: sijill export hasakah.sijill --coding airwars --format geojson --actor SYR_ARMY

Example: sijill export hasakah.sijill --coding ucdp --format datapackage --out ucdp.zip

Exit codes: 0; 1 no row has the id of --explain; 2 wrong usage, or what cannot be read or written."""


class CodingName(StrEnum):
    """Whose columns and rules."""

    sijill = "sijill"
    acled = "acled"
    ucdp = "ucdp"
    airwars = "airwars"


class ExportFormat(StrEnum):
    """How rows are written."""

    csv = "csv"
    jsonl = "jsonl"
    geojson = "geojson"
    geoparquet = "geoparquet"
    hxl = "hxl"
    datapackage = "datapackage"
    prov = "prov"
    webannotation = "webannotation"


@export_app.command("export", help=flowing(EXPORT_HELP))
def export_(
    record: RecordArgument,
    coding: Annotated[CodingName, typer.Option(help="Whose columns and rules.")] = CodingName.sijill,
    format: Annotated[ExportFormat, typer.Option(help="How to write them.")] = ExportFormat.csv,
    out: Annotated[Path | None, typer.Option(
        metavar="FILE", help="Write to this file, whole or not at all; a data package: to a folder or a .zip file.",
    )] = None,
    why: Annotated[Path | None, typer.Option(
        "--why", metavar="FILE", help="Also say why each cell is what it is, one JSON object a row.")] = None,
    explain: Annotated[str | None, typer.Option(
        "--explain", metavar="ROW_ID", help="Only show why the row of this id, or of its beginning, says so.")] = None,
    bom: Annotated[bool, typer.Option(
        "--bom", help="Begin CSV with a byte order mark, for older spreadsheets.")] = False,
    place: PlaceOption = None,
    near: NearOption = None,
    radius: RadiusOption = 10.0,
    actor: ActorOption = None,
    type: TypeOption = None,
    since: FromOption = None,
    until: ToOption = None,
    source: SourceOption = None,
    bloc: BlocOption = None,
    status: StatusOption = None,
    min_killed: KilledOption = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Of at most so many events.")] = None,
) -> None:
    """Write the events of a record in a coding and a format."""
    from sijill.exports.codings import coding as coding_of
    from sijill.exports.rows import Notes

    with explained():
        wanted = event_filter(place=place, near=near, radius=radius, actor=actor, type=type, since=since, until=until,
                              source=source, bloc=bloc, status=status, min_killed=min_killed, limit=limit)
        chosen, notes = coding_of(coding.value), Notes()
        _check(format, out, why, bom)
        with linked(record) as opened:
            if explain is not None:
                _explain(opened, wanted, chosen, explain)
                return
            written = _write(opened, wanted, chosen, format, out, why, bom, notes)
    if format in (ExportFormat.prov, ExportFormat.webannotation):
        typer.echo(f"{count(written, 'node' if format is ExportFormat.prov else 'annotation')}", err=True)
        return
    typer.echo(f"{count(written, 'row')} of {count(notes.events, 'event')}", err=True)
    for line in notes.lines():
        typer.echo(line, err=True)


def _check(format: ExportFormat, out: Path | None, why: Path | None, bom: bool) -> None:
    from sijill.errors import InputError
    from sijill.exports.formats import BINARY_FORMATS, EVIDENCE_FORMATS

    if out is None and format is ExportFormat.datapackage:
        raise InputError("a data package is several files", where="--format datapackage",
                         next_step="Name a folder or a zip file with --out")
    if out is None and format.value in BINARY_FORMATS and sys.stdout.isatty():
        raise InputError(f"{format.value} is not text", where="--format", next_step="Name a file with --out")
    if why is not None and format.value in EVIDENCE_FORMATS:
        raise InputError(f"{format.value} has no cells to explain", where="--why",
                         next_step="Leave --why out, or take a format of rows")
    if bom and format not in (ExportFormat.csv, ExportFormat.hxl):
        raise InputError(f"a byte order mark does not belong into {format.value}", where="--bom",
                         next_step="Leave it out, or take csv or hxl")
    if out is not None and why is not None and out.resolve() == why.resolve():
        raise InputError("--out and --why name the same file", where=str(out), next_step="Give them two names")


def _explain(opened: Record, wanted: EventFilter, chosen: Coding, row_id: str) -> None:
    from sijill.exports.formats import with_corrections

    events = with_corrections(opened.events(wanted), opened.decisions())
    found = [row for row in chosen.rows(events) if row.id.startswith(row_id.strip())]
    exact = [row for row in found if row.id == row_id.strip()] or found
    if len(exact) != 1 or not row_id.strip():
        what = f"{len(exact)} rows have ids that begin" if exact and row_id.strip() else "no row has an id that begins"
        typer.echo(f"sijill: {what} with {row_id!r}. Take an id from the first column of the export", err=True)
        raise typer.Exit(1)
    typer.echo(json.dumps(exact[0].explained(), ensure_ascii=False, indent=2))


def _write(opened: Record, wanted: EventFilter, chosen: Coding, format: ExportFormat, out: Path | None,
           why: Path | None, bom: bool, notes: Notes) -> int:
    from sijill.exports.destinations import whole_file
    from sijill.exports.formats import Options, write

    texts: dict[str, str] = {}

    def events() -> Iterator[LinkedEvent]:
        for batch in opened.event_batches(wanted):
            texts.clear()
            texts.update(batch.texts)
            yield from batch.events

    with contextlib.ExitStack() as stack:
        side = stack.enter_context(whole_file(why)) if why is not None else None
        options: Options = Options(bom, _now(), side, texts.get, opened.decisions())
        target: BinaryIO | Path
        if out is None:
            target = sys.stdout.buffer
        elif format is ExportFormat.datapackage:
            target = out
        else:
            target = stack.enter_context(whole_file(out))
        written = write(events(), chosen, format.value, target, options, notes)
        if out is None:
            sys.stdout.buffer.flush()
        return written


def _now() -> int:
    """The time of coding; SOURCE_DATE_EPOCH sets it, so that an export can be made again to the byte."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(fixed) if fixed.isdigit() else int(time.time())
