"""Options that commands on linked events share: which of a record's events are wanted; and linking them first."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import count

if TYPE_CHECKING:
    from sijill.store import Record
    from sijill.store.due import Linking, Report
    from sijill.store.filters import EventFilter

STATUSES = ("asserted", "denied", "planned", "uncertain", "disputed", "rejected")

PlaceOption = Annotated[str | None, typer.Option(
    "--place", metavar="NAME", help="In this place, or in one that it contains.")]
NearOption = Annotated[str | None, typer.Option("--near", metavar="LAT,LON", help="Around this point.")]
RadiusOption = Annotated[float, typer.Option("--radius", metavar="KM", help="How far around it.")]
ActorOption = Annotated[str | None, typer.Option(
    "--actor", metavar="ID", help="With this actor or one of its branches on any side.")]
TypeOption = Annotated[str | None, typer.Option(
    "--type", metavar="TYPE", help="Of this event type or sub-event type.")]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="On or after this day.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="On or before this day.")]
SourceOption = Annotated[str | None, typer.Option(
    "--source", metavar="NAME", help="Told by this outlet: its name, domain or id.")]
BlocOption = Annotated[str | None, typer.Option("--bloc", metavar="BLOC", help="Told by an outlet of this bloc.")]
StatusOption = Annotated[str | None, typer.Option(
    "--status", metavar="STATUS", help="asserted, denied, planned, uncertain, disputed or rejected.")]
KilledOption = Annotated[int | None, typer.Option(
    "--min-killed", metavar="N", min=0, help="With at least so many killed.")]


def event_filter(*, place: str | None = None, near: str | None = None, radius: float = 10.0, actor: str | None = None,
                 type: str | None = None, since: str | None = None, until: str | None = None,
                 source: str | None = None, bloc: str | None = None, status: str | None = None,
                 min_killed: int | None = None, limit: int | None = None) -> EventFilter:
    """The filter of a command's options; InputError where an option says what no event can be."""
    from sijill.acquire import parse_date
    from sijill.errors import InputError
    from sijill.link.outlets import blocs
    from sijill.store.filters import EventFilter, known_actor, known_type, point

    for option, value, known, where in (
            ("--actor", actor, known_actor, "Take an id from the table of actors, such as SYR_ARMY"),
            ("--type", type, known_type, "Give a type of the codebook, such as 'Armed clash' or Battles"),
            ("--status", status, STATUSES.__contains__, f"Give one of {', '.join(STATUSES)}"),
            ("--bloc", bloc, blocs().__contains__, f"Give one of {', '.join(blocs())}")):
        if value is not None and not known(value):
            raise InputError(f"no event can be {value!r}", where=option, next_step=where)
    first, last = parse_date(since), parse_date(until)
    if first and last and last < first:
        raise InputError(f"--to {last} is before --from {first}", where="--to", next_step="Give the earlier day first")
    return EventFilter(place, point(near, radius) if near else None, actor, type, first, last, source, bloc, status,
                       min_killed, limit)


@contextlib.contextmanager
def linked(record: str) -> Iterator[Record]:
    """An opened record whose claims are all linked; says so on standard error where it has to link them first."""
    from sijill.store import Record

    with Record.open(record) as opened:
        if opened.link_due():
            typer.echo("linking what is new first", err=True)
            with progress() as report:
                done = opened.link(report=report)
            typer.echo(linking_line(done), err=True)
        yield opened


@contextlib.contextmanager
def progress() -> Iterator[Report | None]:
    """A bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield report


def linking_line(done: Linking) -> str:
    """What a linking did, in one line."""
    make = "makes" if done.claims == 1 else "make"
    return (f"{count(done.claims, 'claim')} {make} {count(done.events, 'event')}: {done.made} new, {done.gone} merged "
            f"into others, {count(done.copies, 'article')} found to copy another; "
            f"{count(done.fresh, 'claim')} linked for the first time, {count(done.changed, 'event')} written")
