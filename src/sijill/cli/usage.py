"""What commands share in how they are called: help, options, errors that the user can mend, counts."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    import datetime as dt

    from _typeshed import DataclassInstance

_Row = TypeVar("_Row", bound="DataclassInstance")
WRONG_USAGE = 2
"""The exit code of a command that was not called rightly, or cannot open what it is to read or write."""
# files passed over that are told by name
_NAMED = 5

RecordArgument = Annotated[str, typer.Argument(
    metavar="FILE.sijill", show_default=False, help="A record file, or the address of one: postgresql://...")]
RecordOption = Annotated[str | None, typer.Option(
    "--record", metavar="FILE.sijill",
    help="Append to this record file, or to the database postgresql://USER:PASSWORD@HOST/NAME; made if missing.")]
ArchiveOption = Annotated[str | None, typer.Option(
    "--archive", metavar="FILE.warc.gz", help="Where the bytes that articles came as are kept; the word none for "
    "nowhere. Without it FILE.warc.gz beside the record FILE.sijill; nowhere for a database.")]
PlacesOption = Annotated[list[Path] | None, typer.Option(
    "--places", metavar="FILE", help="A gazetteer that `sijill places import` has made; may be given again. "
    "Without it the default one is read, if it is there.")]
PublishedOption = Annotated[str | None, typer.Option(
    "--published", metavar="DATE", help="Publication day (2015-06-25) of articles that do not say theirs.")]
PublisherOption = Annotated[str | None, typer.Option(
    "--source", metavar="NAME", help="Publisher of articles that do not say theirs.")]


class CoderModel(StrEnum):
    """What weighs triggers and parts: rules and their weights, with or without the encoder beside them."""

    encoder = "encoder"
    rules = "rules"


class ListFormat(StrEnum):
    """How a list is written."""

    table = "table"
    jsonl = "jsonl"


class OneFormat(StrEnum):
    """How one thing is written."""

    table = "table"
    json = "json"


def flowing(help_text: str) -> str:
    """Paragraphs whose lines the terminal breaks; a bracket is a bracket, no markup."""
    return "\n\n".join(part.replace("\n", " ") for part in help_text.replace("[", "\\[").split("\n\n"))


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Errors that the user can mend are one line on standard error: what, where, next step, with the code."""
    from sijill.errors import SijillError

    try:
        yield
    except SijillError as error:
        typer.echo(f"sijill: {' '.join(str(error).split())}", err=True)
        raise typer.Exit(WRONG_USAGE) from None


def day(value: str | None, option: str) -> dt.date | None:
    """The day that an option gives; wrong usage where it is none."""
    from sijill.acquire import parse_date
    from sijill.errors import ArticleRejected

    try:
        return parse_date(value)
    except ArticleRejected as error:
        raise typer.BadParameter(f"[{error.code}] {value!r} is no day. {error.next_step}", param_hint=option) from None


def print_list(found: Iterable[_Row], format: ListFormat, line: Callable[[_Row], str], nothing: str) -> None:
    """Print dataclasses, each in a line for people or as JSON; where there is none, `nothing` on standard error."""
    one = None
    for one in found:
        typer.echo(line(one) if format is ListFormat.table else json.dumps(asdict(one), ensure_ascii=False))
    if one is None and format is ListFormat.table:
        typer.echo(nothing, err=True)


def tell_passed_over(paths: Sequence[str]) -> None:
    """Say on standard error how many files of the folders given are not read, and the first few by name."""
    from sijill.acquire import passed_over
    from sijill.acquire.reading import shown

    if files := passed_over(paths):
        more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
        typer.echo(f"passed over, being of a kind that holds no article: {count(len(files), 'file')}: "
                   f"{', '.join(shown(path) for path in files[:_NAMED])}{more}", err=True)


def count(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {what}{'' if number == 1 else 's'}"
