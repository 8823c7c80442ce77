"""The command `sijill control`: who holds which place, on a day or over days, and which claims say so."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import ListFormat, count, day, explained, flowing

if TYPE_CHECKING:
    from sijill.territory.estimate import Estimate, Territory
    from sijill.territory.model import Mode
    from sijill.territory.rows import Change
    from sijill.territory.spots import Spot

control_app = typer.Typer()

_DRAWN, _NAMED = 8, 3

HELP = """Estimate who holds each place, with a probability for every side, for CONTESTED and for UNKNOWN.

FILE is a record, or the JSON Lines that `sijill code --format jsonl` writes. Without days it is the last day of
which claims tell. Each estimate names the claims that moved it and by how much (log odds). --smoothed uses all that
is known by now, --online only what was known on each day.

Example: sijill control hasakah.sijill --on 2015-08-01 --map map.png

Example: sijill control coded.jsonl --place CITY --from 2018-02-01 --to 2018-03-31 --format jsonl

Exit codes: 0 there are estimates; 1 no claim tells of such a place; 2 wrong usage, or a file that cannot be read."""


@control_app.command(help=flowing(HELP))
def control(
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False, help="A record (a file or "
                                        "postgresql://...), or coded JSON Lines.")],
    place: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this place (a name or an id of a "
                                                    "gazetteer); may be given again.")] = None,
    within: Annotated[str | None, typer.Option(metavar="NAME", help="Only places in this city; in a district or "
                                               "governorate if the name says so.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first of many days.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last of many days.")] = None,
    changes_since: Annotated[str | None, typer.Option(
        metavar="DATE", help="Instead: which places changed hands from this day to --on.")] = None,
    smoothed: Annotated[bool, typer.Option("--smoothed/--online", help="By all that is known now, or by what was "
                                           "known on each day.")] = True,
    claims: Annotated[int, typer.Option(metavar="N", min=0, help="How many claims each estimate names.")] = 3,
    format: Annotated[ListFormat, typer.Option(help="How to write the result.")] = ListFormat.table,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the result to this file.")] = None,
    map: Annotated[Path | None, typer.Option(
        "--map", metavar="FILE", help="Also a map: .png, .svg, .geojson or .parquet (GeoParquet).")] = None,
    timeline: Annotated[Path | None, typer.Option(
        metavar="FILE", help="Also a chart of the days of one --place: .png or .svg.")] = None,
) -> None:
    """Estimate who holds each place."""
    from sijill.territory.estimate import Territory
    from sijill.territory.reading import read_coded

    mode: Mode = "smoothed" if smoothed else "online"
    with explained():
        _check(changes_since, since, map, timeline)
        territory = Territory.of(read_coded(file))
        span = territory.span()
        spots = _spots(territory, place, within)
        if timeline and len(spots) > 1:
            raise typer.BadParameter("--timeline draws one place: give one --place")
        if span is None or not spots:
            typer.echo("no claim tells who holds " + (f"a place in {within}" if within and not place else
                                                      "such a place" if place else "any place"), err=True)
            raise typer.Exit(1)
        if changes_since:
            start, end = day(changes_since, "--changes-since"), day(on, "--on") or day(until, "--to") or span[1]
            assert start is not None
            found = _changes(territory, spots, start, end, mode, claims)
            _write_changes(found, format, out)
            return
        days = _days(span, day(on, "--on"), day(since, "--from"), day(until, "--to"), timeline is not None)
        # the chart marks claims about other places too, more of them than each row lists
        listed = max(claims, _DRAWN) if timeline else claims
        estimates = list(territory.estimates(days, spots, mode, listed))
        _write([replace(e, claims=e.claims[:claims]) for e in estimates], format, out)
        _warn(estimates)
        if map:
            _map(estimates, map)
        if timeline:
            _timeline(territory, spots, estimates, timeline)


def _check(changes_since: str | None, since: str | None, map: Path | None, timeline: Path | None) -> None:
    """Wrong usage that is known before anything is read or written."""
    from sijill.errors import InputError

    unused = {"--from": since, "--map": map, "--timeline": timeline}
    if changes_since and any(unused.values()):
        given = next(name for name, value in unused.items() if value)
        raise typer.BadParameter(f"--changes-since writes no {given}: leave one of them out"
                                 if given != "--from" else "give either --changes-since or --from")
    if map and map.suffix.lower() not in (".png", ".svg", ".geojson", ".json", ".parquet", ".geoparquet"):
        raise InputError("a map is a PNG, SVG, GeoJSON or GeoParquet file", where=str(map),
                         next_step="End its name in .png, .svg, .geojson or .parquet")
    if timeline and timeline.suffix.lower() not in (".png", ".svg"):
        raise InputError("a chart is a PNG or an SVG file", where=str(timeline),
                         next_step="End its name in .png or .svg")


def _spots(territory: Territory, names: Sequence[str] | None, within: str | None) -> list[Spot]:
    if not names:
        return territory.spots.inside(within) if within else list(territory.every)
    out: list[Spot] = []
    for name in names:
        found = territory.spots.find(name, within)
        if not found:
            typer.echo(f"sijill: no claim tells of a place of the name {name}"
                       + (f" in {within}" if within else ""), err=True)
            continue
        if len(found) > 1:
            others = "; ".join(f"{s.key} ({', '.join(s.chain) or 'where is not known'})" for s in found[1:4])
            typer.echo(f"sijill: {name} is taken for {found[0].key}; it may also mean {others} (use its id, or "
                       "--within)", err=True)
        out += [found[0]] if found[0] not in out else []
    return out


def _warn(estimates: Sequence[Estimate]) -> None:
    """Say which estimates are of days far from every claim about their place."""
    from sijill.territory.estimate import FAR

    far = [e for e in estimates if e.far]
    if not far:
        return
    places = {e.spot.key: e for e in far}
    some = "; ".join(f"{e.spot.label} (" + (f"claims from {e.first} to {e.last}" if e.first else "none known then")
                     + ")" for e in list(places.values())[:_NAMED])
    typer.echo(f"sijill: {len(far)} of {count(len(estimates), 'estimate')} are of a day before any claim about the "
               f"place was known or more than {FAR} days from every one: they tell what is expected of such a place, "
               f"not what was reported: {some}" + ("; ..." if len(places) > _NAMED else ""), err=True)


def _days(span: tuple[dt.date, dt.date], on: dt.date | None, since: dt.date | None, until: dt.date | None,
          all_days: bool) -> list[dt.date]:
    if on is not None:
        if since or until:
            raise typer.BadParameter("give either --on, or --from and --to")
        return [on]
    if not since and not until and not all_days:
        return [span[1]]
    first, last = since or min(span[0], until or span[0]), until or max(span[1], since or span[1])
    if last < first:
        raise typer.BadParameter(f"--to {last} is before --from {first}")
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def _changes(territory: Territory, spots: Sequence[Spot], start: dt.date, end: dt.date, mode: Mode,
             claims: int) -> list[Change]:
    from sijill.territory.rows import changes

    if end <= start:
        raise typer.BadParameter(f"the later day {end} is not after --changes-since {start}")
    return changes(territory.estimates([start, end], spots, mode, claims), start)


def _write(estimates: Sequence[Estimate], format: ListFormat, out: Path | None) -> None:
    from sijill.territory.rows import estimate_row

    _rows([estimate_row(e) for e in estimates], format, out,
          ("place", "date", "holder", "probability", "others", "claims"), _cells)


def _write_changes(found: Sequence[Change], format: ListFormat, out: Path | None) -> None:
    from sijill.territory.rows import change_row

    rows = [change_row(c) for c in found]
    _rows(rows, format, out, ("place", "since", "was", "date", "holder", "probability", "claims"),
          lambda r: (r["place"], r["was_on"], r["was"], *_cells(r)[1:4], _cells(r)[5]))
    if format is ListFormat.table:
        typer.echo(f"{count(len(rows), 'place')} changed hands", err=out is not None)


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    holder, probability = row["holder"], row["probability"]
    others = ", ".join(f"{s} {p:.2f}" for s, p in sorted(probability.items(), key=lambda i: -i[1])
                       if s != holder and p >= 0.01)
    claims = "; ".join(f"{c['shift']:+.1f} {c['says']} {c['date']} {c['source'] or ''} {c['claim']}"
                       for c in row["claims"])
    return row["place"], row["date"], holder, f"{probability[holder]:.2f}", others, claims


def _rows(rows: Sequence[dict[str, Any]], format: ListFormat, out: Path | None, heads: Sequence[str],
          cells: Any) -> None:
    from sijill.cli.writers import open_output

    with open_output(out) as stream:
        if format is ListFormat.jsonl:
            for row in rows:
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
            return
        if not rows:
            return
        from rich.table import Table
        from rich.text import Text

        from sijill.cli.render import Printer

        table = Table(*heads)
        for row in rows:
            table.add_row(*(Text(cell) for cell in cells(row)))
        Printer(stream).show(table)


def _map(estimates: Sequence[Estimate], path: Path) -> None:
    from sijill.errors import InputError
    from sijill.territory.layers import geojson, write_geoparquet
    from sijill.territory.maps import draw_map

    kind = path.suffix.lower()
    days = sorted({e.day for e in estimates})
    try:
        if kind in (".geojson", ".json"):
            path.write_text(json.dumps(geojson(estimates), ensure_ascii=False), encoding="utf-8")
        elif kind in (".parquet", ".geoparquet"):
            write_geoparquet(estimates, path)
        else:
            draw_map([e for e in estimates if e.day == days[-1]], path, f"{days[-1]} ({estimates[0].mode})")
    except OSError as error:
        raise InputError(f"the map cannot be written: {error.strerror}", where=str(path),
                         next_step="Name a file in a folder that you may write to") from error
    typer.echo(f"Map: {path}", err=True)


def _timeline(territory: Territory, spots: Sequence[Spot], estimates: Sequence[Estimate], path: Path) -> None:
    from sijill.territory.timelines import draw_timeline

    draw_timeline(estimates, territory.claims_about(spots[0]), path, f"{spots[0].label} ({estimates[0].mode})")
    typer.echo(f"Timeline: {path}", err=True)
