"""The commands `sijill places import`, `find` and `list`: gazetteers, and what a name may mean."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import count as counted
from sijill.cli.usage import explained, flowing

if TYPE_CHECKING:
    from sijill.grounding.component import Grounder
    from sijill.grounding.resolve import Scored

_REASONS = 20
places_app = typer.Typer(name="places", no_args_is_help=True, help="Gazetteers: bring your own, and look names up.")

IMPORT_HELP = """Read a gazetteer that you have into a local file, which `sijill code` then uses.

FORMAT is geonames (a country dump such as SY.txt or SY.zip, with alternateNamesV2.txt beside it for more
Arabic names), whosonfirst (tables with the columns id, name, placetype, lat, lon, ar, ar_variants),
cod-ab (OCHA's administrative tables, CSV or XLSX, with p-codes) or tsv (the columns of Sijill's own table).
PATH is a file or a folder. Every row is checked; what is refused is counted with its reason. Importing the
same dump again changes nothing.

Example: sijill places import geonames SY.zip"""
FIND_HELP = """Show the places that a name may mean, the likeliest first, with scores and reasons.

Example: sijill places find NAME --within CITY --map"""


class FoundFormat(StrEnum):
    """How found places are written."""

    table = "table"
    geojson = "geojson"
    jsonl = "jsonl"


FileOption = Annotated[Path | None, typer.Option(
    "--places", metavar="FILE", help="The gazetteer file; without it the default one in the user's data folder.")]


@places_app.command("import", help=flowing(IMPORT_HELP))
def import_(
    format: Annotated[str, typer.Argument(metavar="FORMAT", show_default=False,
                                          help="geonames, whosonfirst, cod-ab or tsv.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", show_default=False, help="Files or folders.")],
    places: FileOption = None,
) -> None:
    """Read a gazetteer into a local file."""
    from sijill.grounding.file import PlaceFile
    from sijill.grounding.formats import EXPECTED
    from sijill.grounding.imports import import_places
    from sijill.grounding.shipped import default_file

    target = places or default_file()
    with explained(), _progress() as report, contextlib.ExitStack() as stack:
        def opened() -> PlaceFile:
            return stack.enter_context(contextlib.closing(PlaceFile.open(target, create=True)))

        # a file that is there is checked before the dump is read; one that is not is made if there is what to write
        done = import_places(format, paths, opened() if target.exists() else opened, report)
    refused = sum(done.refusals.counts.values())
    typer.echo(f"{counted(done.read, 'row')} read: {counted(done.written, 'place')} written, {refused} refused")
    if done.written:
        typer.echo(f"Gazetteer: {target.resolve()}")
    for reason, count in done.refusals.counts.most_common(_REASONS):
        typer.echo(f"refused: {reason}: {count} (such as {', '.join(done.refusals.examples[reason][:3])})", err=True)
    if len(done.refusals.counts) > _REASONS:
        typer.echo(f"refused for {counted(len(done.refusals.counts) - _REASONS, 'other reason')} too", err=True)
    for trouble in done.troubles:
        typer.echo(f"not read: {trouble}", err=True)
    if not done.written:
        typer.echo(f"sijill: nothing was written: no row could be taken. A file of {format} has {EXPECTED[format]}",
                   err=True)
        raise typer.Exit(1)


@contextmanager
def _progress() -> Iterator[Any]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda rows: progress.advance(task, rows)


@places_app.command(help=flowing(FIND_HELP))
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="A place's name in Arabic.")],
    within: Annotated[str | None, typer.Option(metavar="NAME", help="A place that contains it.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="Where the article plays (SYR or SY).")] = None,
    places: FileOption = None,
    format: Annotated[FoundFormat, typer.Option(help="How to write what is found.")] = FoundFormat.table,
    map: Annotated[bool, typer.Option("--map", help="Also draw a small map of the candidates.")] = False,
) -> None:
    """Show the places that a name may mean."""
    from sijill.grounding.component import Grounder
    from sijill.grounding.names import name_keys
    from sijill.grounding.resolve import Asked, Context, score

    with explained():
        shares = {_known_country(country): 1.0} if country else {}
        keys = name_keys(name)
        grounder = Grounder([places] if places else None)
        found = score(Asked(name, keys.kind if keys else None, "whole", within), grounder.candidates, Context(shares))
        if within and not _is_known(within, found, grounder):
            typer.echo(f"sijill: no place of the name {within} is known: --within tells little or nothing", err=True)
        rows = [_row(one, grounder) for one in found]
    if format is FoundFormat.jsonl:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    elif format is FoundFormat.geojson:
        typer.echo(json.dumps(_geojson(rows), ensure_ascii=False))
    elif rows:
        _table(rows)
    if map and rows:
        from sijill.cli.map import drawn

        # what reads the JSON must find nothing else there
        typer.echo(drawn([(r["lat"], r["lon"], str(n)) for n, r in enumerate(rows, 1) if r["lat"] is not None]),
                   err=format is not FoundFormat.table)
    if not rows:
        hint = ": write it in Arabic, as articles do" if name.isascii() else ""
        typer.echo(f"no place of this name is known{hint}", err=True)
        raise typer.Exit(1)


def _known_country(code: str) -> str:
    from sijill.errors import InputError
    from sijill.grounding.formats import country_code

    known = country_code(code)
    if known is None:
        raise InputError(f"no country has the code {code}", where="--country",
                         next_step="Give a code of two or three letters, such as SY or SYR")
    return known


def _is_known(within: str, found: Sequence[Scored], grounder: Grounder) -> bool:
    """Whether a container's name is that of a place, or stands among what contains the places that were found."""
    from sijill.grounding.names import name_keys

    keys = name_keys(within)
    return keys is not None and (any(keys.bare in one.candidate.inside for one in found) or any(
        one.match in ("exact", "folded") for one in grounder.candidates.find(within)))


def _row(one: Scored, grounder: Grounder) -> dict[str, Any]:
    from sijill.grounding.component import chain

    place = one.candidate.place
    return {"place_id": place.id, "name": place.name, "kind": place.kind, "lat": place.lat, "lon": place.lon,
            "radius_km": place.radius_km, "pcode": one.candidate.pcode, "share": round(one.share, 3),
            "match": one.candidate.match,
            "chain": [{"name": c.name, "kind": c.kind} | ({"pcode": c.pcode} if c.pcode else {})
                      for c in chain(one.candidate, grounder.candidates)],
            "also": list(one.candidate.also),
            "reasons": {name: round(value, 2) for name, value in one.parts.items()}}


def _table(rows: Sequence[dict[str, Any]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from sijill.cli.render import Printer

    table = Table(box=box.MINIMAL, pad_edge=False)
    for head in ("", "share", "name", "kind", "point", "km", "in", "id", "reasons"):
        table.add_column(head, overflow="fold")
    for number, row in enumerate(rows, start=1):
        point = "unknown" if row["lat"] is None else f"{row['lat']}, {row['lon']}"
        reasons = ", ".join([row["match"], *(f"{k} {v}" for k, v in row["reasons"].items())])
        cells = (str(number), f"{row['share']:.3f}", row["name"], row["kind"], point, str(row["radius_km"] or ""),
                 ", ".join(c["name"] for c in row["chain"]), row["place_id"], reasons)
        table.add_row(*map(Text, cells))
    Printer(sys.stdout).show(table)


def _geojson(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": row["place_id"],
         "geometry": None if row["lat"] is None else {"type": "Point", "coordinates": [row["lon"], row["lat"]]},
         "properties": {k: v for k, v in row.items() if k not in ("lat", "lon")}} for row in rows]}


@places_app.command("list")
def list_(places: FileOption = None) -> None:
    """Count the places of the gazetteers that are read, by source, country and kind.

    Example: sijill places list
    """
    from collections import Counter

    from sijill.grounding.component import Grounder

    with explained():
        files = Grounder([places] if places else None).candidates.files
        for file in files:
            counts = file.counts()
            typer.echo(f"{file.path or 'in memory'}: {counted(sum(row[-1] for row in counts), 'place')}")
            by_country: dict[tuple[str, str], Counter[str]] = {}
            for source, country, kind, count in counts:
                by_country.setdefault((source, country), Counter())[kind] += count
            for (source, country), kinds in sorted(by_country.items(), key=lambda e: -e[1].total())[:20]:
                shown = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(6))
                typer.echo(f"  {source} {country or '-'}: {kinds.total()} ({shown})")
