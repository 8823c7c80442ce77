"""The commands `sijill verify`, `search` and `backup`: a record that people can trust, look into and keep."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import ListFormat, OneFormat, RecordArgument, count, day, explained, flowing

if TYPE_CHECKING:
    from sijill.store.differences import Verification
    from sijill.store.search import Hit

NOT_AS_WRITTEN, NOTHING_FOUND = 1, 1
_SHOWN = 20
record_app = typer.Typer()

VERIFY_HELP = """Prove that nothing in a record was changed, added or removed behind Sijill's back.

Every row of articles, claims with their arguments, control claims, rejections, decisions and runs is read again and
compared with the record's audit chain; the first row that differs is named, with its column where that can be known.
The bytes that articles came as are read in the archive beside the record (FILE.warc.gz), and their SHA-256 is reckoned
again. Nothing is written. Note the head that is printed: --expect HEAD proves later that the chain was neither cut
short nor made anew.

Example: sijill verify hasakah.sijill

Exit codes: 0 as written; 1 not as written, or damaged; 2 wrong usage, or a record that cannot be opened."""
SEARCH_HELP = """Find articles by their words, however they are spelt and whatever is attached to them.

All words must be there; words in double quotes must follow each other. The latest articles come first.

Example: sijill search hasakah.sijill WORD '"TWO WORDS"' --from 2015-06-01

Exit codes: 0; 1 nothing found; 2 wrong usage, or a record that cannot be opened."""
BACKUP_HELP = """Copy a record file while it is in use, and verify the copy.

The copy is complete or not there at all. It holds the record as it was at one moment, and the archive beside it.

Example: sijill backup hasakah.sijill hasakah-copy.sijill

Exit codes: 0; 1 copied, but the record is not as it was written; 2 not copied."""


@record_app.command("verify", help=flowing(VERIFY_HELP))
def verify_(
    record: RecordArgument,
    expect: Annotated[str | None, typer.Option(
        metavar="HEAD", help="A head that was noted before: it must be in the chain.")] = None,
    archive: Annotated[str | None, typer.Option(
        metavar="FILE.warc.gz",
        help="The archive, where it is not the one beside the record; none: it is not looked at.")] = None,
    format: Annotated[OneFormat, typer.Option(help="How to write the result.")] = OneFormat.table,
) -> None:
    """Prove that a record is as it was written."""
    from sijill.store import verify

    with explained():
        found = verify(record, expect=expect, archive=archive)
    if format is OneFormat.json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False))
    else:
        for line in _proof(found):
            typer.echo(line)
    if not found.intact:
        raise typer.Exit(NOT_AS_WRITTEN)


def _counted(number: int, what: str) -> str:
    """A number with the name of its table."""
    return count(number, what.removesuffix("s")) if what.endswith("s") else f"{number} {what}"


def _proof(found: Verification) -> Iterator[str]:
    rows = ", ".join(_counted(number, name.replace("_", " ")) for name, number in found.rows.items())
    if found.intact:
        yield f"as written: {found.entries} {'entry seals' if found.entries == 1 else 'entries seal'} {rows}"
    else:
        total = len(found.differences) + found.more
        yield f"NOT as written: {count(total, 'difference')}; the first: {found.differences[0]}"
        for one in found.differences[1:_SHOWN]:
            yield f"  {one}"
        if total > _SHOWN:
            yield f"  and {total - _SHOWN} more (--format json)"
    if found.archive:
        kept = found.archive
        yield f"bytes: {kept.whole} of {count(kept.spoken, 'record')} in {kept.path} have the SHA-256 that was sealed"
        if kept.cut:
            yield (f"the archive ends with {count(kept.cut, 'byte')} of a record that was cut short: the next run that "
                   "writes puts them into a file beside")
    yield f"head: {found.head}"
    if found.unchecked:
        yield f"derived from these rows, and not checked: {', '.join(found.unchecked)}"


@record_app.command("search", help=flowing(SEARCH_HELP))
def search(
    record: RecordArgument,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS...", show_default=False,
                                                      help="Words, and phrases in double quotes.")] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this publisher.")] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Published on this day or later.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Published on this day or before.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="At most so many articles; 0 for all.")] = _SHOWN,
    format: Annotated[ListFormat, typer.Option(help="How to write what is found.")] = ListFormat.table,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the index of words anew first.")] = False,
) -> None:
    """Find articles by their words."""
    from sijill.store import Record

    with explained():
        begin, end = day(first, "--from"), day(last, "--to")
        with Record.open(record) as opened:
            if rebuild:
                typer.echo(f"index made anew: {count(opened.rebuild_search(), 'article')}", err=True)
                if not words:
                    return
            hits = opened.search(" ".join(words or ()), source=source, first=begin, last=end)
            shown = list(itertools.islice(hits, limit + 1)) if limit else hits
            found = 0
            for found, hit in enumerate(shown, start=1):
                if limit and found > limit:
                    typer.echo(f"the first {limit} are shown; --limit 0 shows all", err=True)
                    break
                _write(hit, format)
    if not found:
        typer.echo("nothing found", err=True)
        raise typer.Exit(NOTHING_FOUND)


def _write(hit: Hit, format: ListFormat) -> None:
    if format is ListFormat.jsonl:
        typer.echo(json.dumps(_line(hit), ensure_ascii=False))
        return
    from rich.text import Text

    from sijill.cli.render import Printer

    head = Text("  ".join(part for part in (hit.published or "no date", hit.source, hit.doc_id, hit.title) if part),
                style="bold")
    body = Text(_one_line(hit.snippet))
    for start, end in hit.spans:
        if hit.start <= start and end <= hit.end:
            body.stylize("bold underline", start - hit.start, end - hit.start)
    printer = Printer(sys.stdout)
    printer.show(head)
    printer.show(body)
    printer.show(Text(""))


def _one_line(snippet: str) -> str:
    """The snippet with a space for each line break and control character, so that offsets still hold."""
    return "".join(char if char.isprintable() else " " for char in snippet)


def _line(hit: Hit) -> dict[str, Any]:
    return {"article_id": hit.article_id, "doc_id": hit.doc_id, "source": hit.source, "url": hit.url,
            "title": hit.title, "published": hit.published,
            "snippet": {"text": hit.snippet, "start": hit.start, "end": hit.end},
            "spans": [{"start": start, "end": end} for start, end in hit.spans]}


@record_app.command("backup", help=flowing(BACKUP_HELP))
def backup_(
    record: RecordArgument,
    target: Annotated[Path, typer.Argument(metavar="TO.sijill", show_default=False,
                                           help="The copy: a file that does not exist.")],
) -> None:
    """Copy a record while it is in use."""
    from sijill.store.backup import backup

    with explained():
        found = backup(record, target)
    typer.echo(f"Copy: {target.resolve()} ({count(found.rows.get('articles', 0), 'article')}, head {found.head})")
    if not found.intact:
        typer.echo(f"the copy is complete, but the record is not as it was written: {found.differences[0]}", err=True)
        raise typer.Exit(NOT_AS_WRITTEN)
