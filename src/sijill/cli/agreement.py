"""The command `sijill agreement`: how far people who coded the same articles blind agree."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import ListFormat, RecordArgument, count, explained, flowing

if TYPE_CHECKING:
    from sijill.agreement.report import Agreement

agreement_app = typer.Typer()

AGREEMENT_HELP = """Say how far people who coded the same articles blind agree, field by field.

First on whether there is an event: those of two coders are the same where the words that tell them overlap, and F1
counts them. Then, over events that both have, on each field: the share that is alike, Krippendorff's alpha of all
coders, and Cohen's kappa of each two. A field left empty counts as "not said"; a dash stands for what is not defined,
as where all said the same. Only articles that all their coders have finished are counted.

Articles are given to coders, coded and settled in `sijill serve`.

Example: sijill agreement hasakah.sijill

Example: sijill agreement hasakah.sijill --format jsonl | jq 'select(.alpha < 0.67)'

Exit codes: 0 done, also where nothing is finished yet; 2 wrong usage, or no such record."""


@agreement_app.command("agreement", help=flowing(AGREEMENT_HELP))
def agreement_(
    record: RecordArgument,
    article: Annotated[str | None, typer.Option(
        "--article", metavar="ID", help="One article only, by its id.")] = None,
    format: Annotated[ListFormat, typer.Option("--format", help="As a table, or as JSON Lines.")] = ListFormat.table,
) -> None:
    """Print the agreement of all finished codings."""
    from sijill.agreement.report import agreement
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        every = [one for one in opened.coded_articles() if article is None or one.assignment.article_id == article]
        done = [one for one in every if one.finished]
        found = agreement([one.codings for one in done])
    rows = rows_of(found)
    if format is ListFormat.jsonl:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    if not done:
        typer.echo("No article has been finished by all its coders"
                   + (f"; {len(every)} are being coded." if every else "; none was given to coders."))
        return
    typer.echo(f"{len(done)} of {count(len(every), 'article')} finished by all of {', '.join(found.coders)}\n")
    for line in _table(rows):
        typer.echo(line)


def rows_of(found: Agreement) -> list[dict[str, Any]]:
    """The report as rows: one for each two coders on whether there is an event, then one for each field."""
    rows: list[dict[str, Any]] = [
        {"what": "event", "coders": list(pair.coders), "both": pair.both, "only_first": pair.only_first,
         "only_second": pair.only_second, "f1": pair.f1} for pair in found.events]
    rows += [{"what": one.field, "units": one.units, "filled": one.filled, "observed": one.observed,
              "alpha": one.alpha, "kappas": [{"coders": list(pair), "kappa": kappa} for pair, kappa in one.kappas]}
             for one in found.fields]
    return rows


def _table(rows: list[dict[str, Any]]) -> list[str]:
    lines = []
    for row in (row for row in rows if row["what"] == "event"):
        one, other = row["coders"]
        lines.append(f"event: F1 {_number(row['f1'])}  both {row['both']}, only {one} {row['only_first']}, "
                     f"only {other} {row['only_second']}")
    fields = [row for row in rows if row["what"] != "event"]
    pairs = [kappa["coders"] for kappa in fields[0]["kappas"]]
    heads = ["field", "events", "filled", "alike", "alpha", *(f"kappa {one}/{other}" for one, other in pairs)]
    cells = [heads, *([row["what"], str(row["units"]), str(row["filled"]), _number(row["observed"]),
                       _number(row["alpha"]), *(_number(one["kappa"]) for one in row["kappas"])] for row in fields)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(heads))]
    lines.append("")
    for line in cells:
        lines.append("  ".join(cell.ljust(width) if at == 0 else cell.rjust(width)
                               for at, (cell, width) in enumerate(zip(line, widths, strict=True))).rstrip())
    return lines


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
