"""The command `sijill`."""

from __future__ import annotations

import io
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sijill.cli.acquire import acquire_app
from sijill.cli.agreement import agreement_app
from sijill.cli.bulk import GateOption, bulk_app
from sijill.cli.control import control_app
from sijill.cli.custody import custody_app
from sijill.cli.events import events_app
from sijill.cli.export import export_app
from sijill.cli.places import places_app
from sijill.cli.record import record_app
from sijill.cli.restrict import restrict_app
from sijill.cli.serve import serve_app
from sijill.cli.usage import (
    ArchiveOption,
    CoderModel,
    PlacesOption,
    PublishedOption,
    PublisherOption,
    RecordArgument,
    RecordOption,
    day,
    explained,
    flowing,
)
from sijill.cli.users import users_app
from sijill.cli.watch import watch_app

CODE_HELP = """Code the events of Arabic reports, with the words that prove each cell.

PATH is a text file, a folder (read recursively), a file of JSON Lines with the fields text, published,
source, url, title and doc_id, or - for standard input; or a saved page, feed, web archive, table, e-mail or
Telegram export (see sijill read --help). Text may be UTF-8, UTF-16, Windows-1256 or
ISO 8859-6; HTML in it is blanked out without moving an offset. Of a saved page the article is taken out and
coded, which needs the extra `acquire`. What cannot be coded is told on standard
error, one line each, and kept in the record; the rest of the run goes on.

Example: sijill code report.txt --published 2015-06-25 --record hasakah.sijill

Example: sijill code articles.jsonl --format jsonl --out coded.jsonl

Exit codes: 0 all coded; 1 nothing could be coded; 2 wrong usage, or a record or output that cannot be
opened; 3 some inputs were rejected, the rest is coded."""
EXPLAIN_HELP = """Show one event: its sentence with each span marked, and every field's value, words and rule.

EVENT_ID is an id from the first column of `sijill code`; its beginning is enough where no other event
begins so.

Example: sijill explain hasakah.sijill 3f2a9c1d"""
DEMO_HELP = """Code the reports on the battle of Hasakah (2015) that come with Sijill.

They are written for Sijill in the voices of five kinds of outlet, and tell real facts, contradictions
and denials included.

Example: sijill demo --record hasakah.sijill"""
EVALUATE_HELP = """Score coded events against gold documents (a folder with one JSON file each).

Without --predictions the gold texts are coded first.

Example: sijill evaluate gold/dev --errors 20

Example: sijill evaluate gold/dev --predictions coded.jsonl --json"""

app = typer.Typer(name="sijill", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Arabic reports on armed conflict, read into an auditable record of events.")

app.add_typer(acquire_app)
app.add_typer(places_app)
app.add_typer(events_app)
app.add_typer(control_app)
app.add_typer(export_app)
app.add_typer(record_app)
app.add_typer(custody_app)
app.add_typer(watch_app)
app.add_typer(agreement_app)
app.add_typer(bulk_app)
app.add_typer(serve_app)
app.add_typer(users_app)
app.add_typer(restrict_app)


class OutputFormat(StrEnum):
    """How coded articles are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


ModelOption = Annotated[CoderModel, typer.Option(
    "--model", help="encoder: weighed by a small network too; rules: without it, some ten times as fast.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        from sijill import __version__

        typer.echo(f"sijill {__version__}")
        raise typer.Exit


@app.callback()
def main(version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True,
                                               help="Print the version and stop.")] = False) -> None:
    """Arabic reports on armed conflict, read into an auditable record of events.

    Example: sijill demo
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Arabic is written as UTF-8 also where the locale does not say so; a line goes out as it is written, so
            # that a reader sees each article at once, and a reader who has left is noticed while there is work to stop
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)


@app.command(help=flowing(CODE_HELP))
def code(
    paths: Annotated[list[str], typer.Argument(
        metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False)],
    published: PublishedOption = None,
    source: PublisherOption = None,
    record: RecordOption = None,
    archive: ArchiveOption = None,
    places: PlacesOption = None,
    model: ModelOption = CoderModel.encoder,
    gate: GateOption = None,
    format: Annotated[OutputFormat, typer.Option(help="How to write the result.")] = OutputFormat.table,
    out: Annotated[Path | None, typer.Option(
        metavar="FILE", help="Write the result to this file, whole or not at all.")] = None,
) -> None:
    from sijill.cli.job import Job, run_coding

    with explained():
        run_coding(Job(paths, day(published, "--published"), source, record, format.value, out,
                       tuple(places) if places else None, archive, model.value, gate), stdin=sys.stdin.buffer)


@app.command(help=flowing(EXPLAIN_HELP))
def explain(
    record: RecordArgument,
    event_id: Annotated[str, typer.Argument(metavar="EVENT_ID", help="The event.", show_default=False)],
) -> None:
    from sijill.cli.render import Printer
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        Printer(sys.stdout).explanation(*opened.find_event(event_id))


@app.command(help=flowing(DEMO_HELP))
def demo(record: RecordOption = None) -> None:
    from sijill import resources
    from sijill.cli.event_options import linking_line
    from sijill.cli.job import Job, run_coding
    from sijill.store import Record

    path = record or "sijill-demo.sijill"
    with explained():
        reports = resources.read_bytes("demo/hasakah-2015.jsonl")
        run_coding(Job(["-"], record=path), stdin=io.BytesIO(reports))
        with Record.open(path) as opened:
            typer.echo(linking_line(opened.link()))
            where = opened.where
    typer.echo(f"All events: sijill events {where}\nOne with its claims side by side: sijill show {where} ID")


@app.command(help=flowing(EVALUATE_HELP))
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold documents.",
                                         show_default=False)],
    predictions: Annotated[Path | None, typer.Option(
        metavar="FILE", help="JSON Lines of coded documents.")] = None,
    model: ModelOption = CoderModel.encoder,
    as_json: Annotated[bool, typer.Option(
        "--json", help="Print one JSON object instead of the table.")] = False,
    errors: Annotated[int, typer.Option(
        metavar="N", min=0, help="Also print the first N events that differ.")] = 0,
) -> None:
    import sijill
    from sijill import evaluate as scoring
    from sijill.records import document_record

    with explained():
        golds = scoring.read_gold(gold)
        if predictions:
            found = scoring.read_predictions(predictions)
        else:
            coder = sijill.load(model="encoder" if model is CoderModel.encoder else None)
            found = {g["doc_id"]: document_record(coder(
                g["text"], doc_id=g["doc_id"], source=g.get("source"), url=g.get("url"), title=g.get("title"),
                published=g.get("published"))) for g in golds}
        result = scoring.evaluate(golds, found)
    typer.echo(json.dumps(result.as_json(), ensure_ascii=False) if as_json else result.as_table())
    for difference in result.differences[:errors]:
        typer.echo(f"\n{difference}")
