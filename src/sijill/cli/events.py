"""The commands `sijill link`, `events`, `show`, `decide` and `decisions`: one event, many reports."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    linking_line,
    progress,
)
from sijill.cli.usage import ListFormat, OneFormat, RecordArgument, count, explained, flowing

if TYPE_CHECKING:
    from sijill.ledger import Decision

TABLE_ROWS = 100
"""Events that a table shows where no limit is given."""

events_app = typer.Typer()

LINK_HELP = """Link the claims of a record into events: many reports of one event become one.

Reprints are found, so that a text counts once; then claims are compared by type, day, place, sides and tolls. Only
what new claims and new decisions reach is linked again, and events keep their ids; --all links everything anew.

Example: sijill link hasakah.sijill"""
EVENTS_HELP = """List the events of a record, each with the claims that tell it; links new claims first.

Filters narrow one another. JSON Lines hold one event a line: its fields by consensus, who tells it by bloc, which
fields the claims disagree on, and every claim with the words that prove it. A table shows the first 100 events
unless --limit says otherwise.

Example: sijill events hasakah.sijill --actor SYR_ARMY --from 2015-06-01 --to 2015-06-30

Example: sijill events hasakah.sijill --near 36.5,40.75 --radius 20 --format jsonl"""
SHOW_HELP = """Show one event: its claims side by side by bloc, what they agree on, and why each belongs to it.

ID is an event's or a claim's, or its beginning where no other one begins so.

Example: sijill show hasakah.sijill 3f2a9c1d"""
DECIDE_HELP = """Add a person's verdict to a record; what it touches is linked again.

VERB is accept or reject (of claims), correct (one field of one claim, with --field and --value), same or different
(claims tell one event, or each another), or withdraw (an earlier decision no longer counts; its id follows).
IDS are of claims, or of events: accept, reject and same then mean all claims of an event. Decisions are kept for
good, with who took them and when.

Fields that can be corrected: sub_event_type, factuality, earliest, latest (a day or null), actor1, actor2,
assoc_actor1, assoc_actor2 (lists of ids), place (a name), weapon (what the article calls it, or null), attribution
(the kind of who says so, or null), killed, wounded, captured, missing, displaced ([low, high], null where not known).
--words says which words of the article say so: the offsets that `sijill show` gives evidence by.

Example: sijill decide hasakah.sijill same 3f2a9c1d 77b0e2a4 --note "the same convoy"

Example: sijill decide hasakah.sijill correct 3f2a9c1d --field latest --value 2015-06-25"""
DECISIONS_HELP = """List every decision of a record in the order in which they were taken.

Example: sijill decisions hasakah.sijill --format jsonl"""


class EventFormat(StrEnum):
    """How events are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class VerbName(StrEnum):
    """What a decision says of its claims."""

    accept = "accept"
    reject = "reject"
    correct = "correct"
    same = "same"
    different = "different"
    withdraw = "withdraw"


@events_app.command("link", help=flowing(LINK_HELP))
def link_(
    record: RecordArgument,
    whole: Annotated[bool, typer.Option("--all", help="Link every claim anew, not only what is new.")] = False,
) -> None:
    """Link the claims of a record into events."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened, progress() as report:
        done = opened.link(whole=whole, report=report)
    typer.echo(linking_line(done))


@events_app.command("events", help=flowing(EVENTS_HELP))
def events_(
    record: RecordArgument,
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
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many events.")] = None,
    format: Annotated[EventFormat, typer.Option(help="How to write them.")] = EventFormat.table,
    out: Annotated[Path | None, typer.Option(
        metavar="FILE", help="Write them to this file, whole or not at all.")] = None,
) -> None:
    """List the events of a record."""
    from sijill.cli.event_view import event_list
    from sijill.cli.event_writers import event_writer
    from sijill.cli.render import Printer
    from sijill.cli.writers import open_output
    from sijill.link.corrected import as_corrected
    from sijill.link.verdicts import verdicts

    with explained():
        wanted = event_filter(place=place, near=near, radius=radius, actor=actor, type=type, since=since, until=until,
                              source=source, bloc=bloc, status=status, min_killed=min_killed,
                              limit=limit or (TABLE_ROWS if format is EventFormat.table else None))
        with linked(record) as opened, open_output(out) as stream:
            written = 0
            if format is EventFormat.table:
                shown = list(opened.events(wanted))
                written = len(shown)
                event_list(Printer(stream), shown)
            else:
                write = event_writer("csv" if format is EventFormat.csv else "jsonl", stream)
                said = verdicts(opened.decisions()).corrections
                for batch in opened.event_batches(wanted):
                    for event in batch.events:
                        write(as_corrected(event, said), batch.texts)
                        written += 1
            stream.flush()
            total = opened.count_events(wanted) if wanted.limit is not None else written
    if total > written or format is EventFormat.table:
        typer.echo(f"{written} of {count(total, 'event')}" if total > written else count(total, "event"), err=True)


@events_app.command("show", help=flowing(SHOW_HELP))
def show_(
    record: RecordArgument,
    id: Annotated[str, typer.Argument(metavar="ID", help="The event or claim.", show_default=False)],
    format: Annotated[OneFormat, typer.Option(help="How to write it.")] = OneFormat.table,
) -> None:
    """Show one event with its claims side by side."""
    from sijill.cli.event_view import show_event
    from sijill.cli.render import Printer
    from sijill.link.corrected import as_corrected
    from sijill.link.verdicts import verdicts
    from sijill.linked_records import link_record, linked_record

    with explained(), linked(record) as opened:
        found = opened.find_linked(id)
        decisions = opened.decisions_on([claim.id for claim in found.event.claims])
    event = as_corrected(found.event, verdicts(decisions).corrections)
    if format is OneFormat.json:
        typer.echo(json.dumps(linked_record(event, found.texts) | {
            "links": [link_record(link) for link in event.links],
            "decisions": [_decision_record(decision) for decision in decisions],
            "claim_id": found.claim.id if found.claim else None}, ensure_ascii=False))
    else:
        show_event(Printer(sys.stdout), event, decisions, found.claim)


@events_app.command("decide", help=flowing(DECIDE_HELP))
def decide_(
    record: RecordArgument,
    verb: Annotated[VerbName, typer.Argument(metavar="VERB", help="What is decided.", show_default=False)],
    ids: Annotated[list[str], typer.Argument(metavar="IDS...", help="Claims, events, or a decision.",
                                             show_default=False)],
    field: Annotated[str | None, typer.Option(metavar="FIELD", help="The field to correct.")] = None,
    value: Annotated[str | None, typer.Option(
        metavar="JSON", help="Its value as JSON; a plain word needs no quotes.")] = None,
    words: Annotated[str | None, typer.Option(
        metavar="START-END", help="Where the words that say so stand in the article.")] = None,
    by: Annotated[str | None, typer.Option(
        "--by", metavar="NAME", help="Who decides; without it the name of the user of this machine.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
) -> None:
    """Add a verdict to a record."""
    from sijill.store.deciding import decide

    with explained(), linked(record) as opened:
        decision = decide(opened, verb.value, ids, by=by or _user(), field=field, value=value,
                          words=None if words is None else _span(words), note=note)
        done = opened.link()
        touched = opened.events_of(decision.claims)
    typer.echo(f"Decision {decision.id}: {verb.value} {' '.join(decision.claims) or decision.value}")
    typer.echo(f"{count(done.changed, 'event')} linked again; now in: {' '.join(touched)}", err=True)


@events_app.command("decisions", help=flowing(DECISIONS_HELP))
def decisions_(
    record: RecordArgument,
    format: Annotated[ListFormat, typer.Option(help="How to write them.")] = ListFormat.table,
) -> None:
    """List the decisions of a record."""
    from sijill.cli.event_view import decision_line
    from sijill.cli.render import Printer
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        decisions = opened.decisions()
    if format is ListFormat.jsonl:
        for decision in decisions:
            typer.echo(json.dumps(_decision_record(decision), ensure_ascii=False))
        return
    Printer(sys.stdout).show(*map(decision_line, decisions))
    typer.echo(count(len(decisions), "decision"), err=True)


def _span(given: str) -> tuple[int, int]:
    from sijill.errors import InputError

    start, _, end = given.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise InputError(f"{given!r} does not say where words stand", where="--words",
                         next_step="Give half-open offsets in code points, as 12-18")
    return int(start), int(end)


def _decision_record(decision: Decision) -> dict[str, Any]:
    from sijill.link.corrections import parts

    value, words = (parts(decision.value) if decision.verb == "correct" and decision.value is not None
                    else (decision.value, None))
    return {"id": decision.id, "at": decision.at.isoformat(), "by": decision.by, "verb": decision.verb,
            "claims": list(decision.claims), "field": decision.field, "value": value,
            "words": None if words is None else asdict(words), "note": decision.note}


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown user"
