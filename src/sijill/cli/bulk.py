"""The commands `sijill gate`, `bulk` and `merge`: what is worth coding, and many articles at once."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sijill.cli.usage import (
    ArchiveOption,
    CoderModel,
    ListFormat,
    OneFormat,
    PlacesOption,
    PublishedOption,
    PublisherOption,
    count,
    day,
    explained,
    flowing,
    tell_passed_over,
)

if TYPE_CHECKING:
    from sijill.bulk.run import Totals

bulk_app = typer.Typer()
_TOLD = 10
"""Rejections of a run that are told one by one."""

GATE_HELP = """How likely each article is about armed conflict, before time is spent on coding it.

PATH is as for `sijill code`. The probability is calibrated on news in which two articles of five are about
conflict. What cannot be read is told on standard error.

Example: sijill gate articles.jsonl --format jsonl"""
BULK_HELP = """Code many articles on all cores or a cluster, shard by shard, into a folder.

INPUT is a file or folder as for `sijill code`; long files of JSON Lines are shared out by lines, tables by rows,
Parquet by row groups, all others as wholes. A run that was killed goes on where it was when the same command is given
again; where files of its inputs are new, gone or changed since, it says which and stops. The folder gets manifest.json
(inputs, sizes, SHA-256, shards), shards/*.parquet (one row an article: coded, rejected or not relevant, with the bytes
that it came as) and totals.json.

Example: sijill bulk articles.jsonl --out coded --gate 0.25 --record all.sijill

Exit codes: 0 all coded or not relevant; 1 nothing could be coded; 2 wrong usage, or shards that are not finished;
3 some articles were rejected, the rest is coded."""
MERGE_HELP = """Append the coded articles and the rejections of a finished bulk run to a record.

What the record holds already is not added again. The bytes that the articles came as are kept in the web archive
beside the record.

Example: sijill merge coded --record all.sijill"""

GateOption = Annotated[float | None, typer.Option(
    "--gate", metavar="P", min=0.0, max=1.0,
    help="Code only articles that are about armed conflict with at least this probability (`sijill gate`); 0.25 "
    "keeps 98 % of those like what it learned from, 94 % of other collections'.")]


class EngineChoice(StrEnum):
    """What moves the shards."""

    local = "local"
    daft = "daft"
    ray = "ray"


@bulk_app.command(help=flowing(GATE_HELP))
def gate(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False,
                                               help="Files, folders, or - for standard input.")],
    threshold: Annotated[float | None, typer.Option(
        metavar="P", min=0.0, max=1.0, help="Print only articles of at least this probability.")] = None,
    format: Annotated[ListFormat, typer.Option(help="How to write the result.")] = ListFormat.table,
) -> None:
    """Print how likely each article is about armed conflict."""
    from sijill.acquire import Rejected, read_articles
    from sijill.gate import load_gate

    judge = load_gate()
    read = refused = 0
    tell_passed_over(paths)
    with explained():
        for item in read_articles(paths, stdin=sys.stdin.buffer):
            read += 1
            if isinstance(item, Rejected):
                refused += 1
                typer.echo(f"rejected: {item}", err=True)
                continue
            chance = judge(item.text, item.title)
            # what cannot be judged passes, as it does where articles are coded
            if threshold is not None and chance is not None and chance < threshold:
                continue
            if format is ListFormat.jsonl:
                typer.echo(json.dumps({
                    "where": item.where, "line": item.line, "doc_id": item.doc_id, "title": item.title,
                    "probability": chance if chance is None else round(chance, 4)}, ensure_ascii=False))
            else:
                place = item.where if item.line is None else f"{item.where}:{item.line}"
                shown = " ".join((item.title or item.text[:80]).split())
                typer.echo(f"{'-' if chance is None else round(chance, 3)}  {place}  {shown}")
    if refused:
        raise typer.Exit(1 if refused == read else 3)


@bulk_app.command(help=flowing(BULK_HELP))
def bulk(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", show_default=False, help="Files or folders.")],
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=False, help="The folder of the run.")],
    engine: Annotated[EngineChoice, typer.Option(
        help="local: processes of this machine; daft: Daft's native runner; ray: Daft on the Ray cluster that "
        "RAY_ADDRESS names, else on this machine.")] = EngineChoice.local,
    workers: Annotated[int | None, typer.Option(
        metavar="N", min=1, help="Shards coded at a time.", show_default="as many as there are cores")] = None,
    gate: GateOption = None,
    model: Annotated[CoderModel, typer.Option(
        "--model", help="rules: rules and their weights; encoder: a small network beside them, some ten times as "
        "slow.")] = CoderModel.rules,
    record: Annotated[str | None, typer.Option(
        "--record", metavar="FILE.sijill",
        help="Then append everything to this record file, or to the database postgresql://...")] = None,
    archive: ArchiveOption = None,
    published: PublishedOption = None,
    source: PublisherOption = None,
    places: PlacesOption = None,
    shard_mb: Annotated[float | None, typer.Option(
        metavar="MB", min=0.001, help="Megabytes of input in a shard.",
        show_default="a 256th of the inputs, from 0.05 to 4")] = None,
    format: Annotated[OneFormat, typer.Option(help="How to write what was done.")] = OneFormat.table,
) -> None:
    """Code many articles into a folder of shards, or go on with a run."""
    from sijill.bulk.run import run_bulk
    from sijill.bulk.step import Settings

    tell_passed_over(inputs)
    with explained():
        settings = Settings(gate, source, day(published, "--published"),
                            tuple(str(p.resolve()) for p in places) if places else None, model.value)
        with _progress("coding") as report:
            totals = run_bulk(inputs, out, settings=settings, engine_name=engine.value, workers=workers,
                              shard_bytes=int(shard_mb * 1_000_000) if shard_mb else None, report=report)
    if format is OneFormat.json:
        typer.echo(json.dumps(asdict(totals)))
    else:
        typer.echo(f"{_line(totals)}\nCoded rows: {out / 'shards'}")
    counts = totals.counts
    if counts.rejected:
        _tell_rejections(out, counts.rejected)
    if record:
        _merge(out, record, archive, to_stderr=format is OneFormat.json)
    if counts.rejected:
        raise typer.Exit(1 if counts.rejected == counts.read else 3)


def _line(totals: Totals) -> str:
    """What a run has done, for people."""
    c = totals.counts
    resumed = f" ({totals.done_before} of them before)" if totals.done_before else ""
    return (f"{count(c.read, 'article')} read: {c.kept} coded, {c.rejected} rejected, {c.not_relevant} not relevant; "
            f"{count(c.events, 'event')}, {count(c.control, 'control claim')}; {count(totals.shards, 'shard')}"
            f"{resumed}; by the {totals.model}")


def _tell_rejections(folder: Path, number: int) -> None:
    """Why articles were rejected, the first few of them, on standard error."""
    from sijill.bulk.merge import rejections

    with explained():
        told = rejections(folder, _TOLD)
    for one in told:
        typer.echo(f"rejected: {one}", err=True)
    if number > len(told):
        typer.echo(f"and {number - len(told):,} more: the rows of {folder / 'shards'} whose outcome is rejected, "
                   "each with its reason", err=True)


@bulk_app.command(help=flowing(MERGE_HELP))
def merge(
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False,
                                           help="The folder that `sijill bulk --out` wrote.")],
    record: Annotated[str, typer.Option(
        "--record", metavar="FILE.sijill", show_default=False,
        help="The record file, made if missing, or the database postgresql://...")],
    archive: ArchiveOption = None,
) -> None:
    """Append a finished bulk run to a record."""
    _merge(folder, record, archive)


def _merge(folder: Path, record: str, archive: str | None, to_stderr: bool = False) -> None:
    from sijill.bulk.merge import merge as merge_run
    from sijill.store.connection import shown

    with explained(), _progress("merging") as report:
        merged = merge_run(folder, record, archive, report)
    typer.echo(f"Record: {shown(record)} ({merged.added} added, {merged.repeated} already there, "
               f"{count(merged.rejected, 'rejection')})", err=to_stderr)


@contextlib.contextmanager
def _progress(doing: str) -> Iterator[Callable[[int, int], object] | None]:
    """A bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
