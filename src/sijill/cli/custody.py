"""The command `sijill source`: the bytes that an article of a record came as, when, from where, and by what."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import ListFormat, RecordArgument, count, explained, flowing

if TYPE_CHECKING:
    from sijill.documents import Document
    from sijill.store import Record
    from sijill.store.origins import Source

NOT_AS_KEPT = 1
custody_app = typer.Typer()

SOURCE_HELP = """Show where an article came from: address, time, tool and SHA-256 of its bytes, which is reckoned again.

ID is the id of an article, of an event (first column of `sijill code`), a doc_id, or the SHA-256 of some bytes; its
beginning is enough. With --of FILE the articles are shown that were made of that file's bytes, or of its lines, rows
or messages. The bytes lie in the web archive beside the record (FILE.warc.gz), as they came; --out writes them.

Example: sijill source hasakah.sijill 3f2a9c1d

Example: sijill source hasakah.sijill --of saved-page.html

Example: sijill source hasakah.sijill 3f2a9c1d --out original.html

Exit codes: 0; 1 the bytes are missing, damaged or changed, or none were kept; 2 wrong usage, or no such article."""


@custody_app.command("source", help=flowing(SOURCE_HELP))
def source(
    record: RecordArgument,
    article: Annotated[str | None, typer.Argument(metavar="[ID]", show_default=False,
                                                  help="An article, event, doc_id or SHA-256.")] = None,
    of: Annotated[Path | None, typer.Option(metavar="FILE", help="Show what was made of this file's bytes.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the first one's bytes to this file.")] = None,
    archive: Annotated[str | None, typer.Option(
        metavar="FILE.warc.gz", help="The archive, where it is not the one beside the record.")] = None,
    reindex: Annotated[bool, typer.Option("--reindex", help="Note anew where records stand in the archive.")] = False,
    format: Annotated[ListFormat, typer.Option(help="How to write what is found.")] = ListFormat.table,
) -> None:
    """Show the bytes that an article came as."""
    from sijill.store import Record
    from sijill.store.origins import archive_of

    with explained(), Record.open(record) as opened:
        path = archive_of(record, archive)
        if reindex:
            if path is None or not path.is_file():
                raise typer.BadParameter("there is no archive beside this record; name one with --archive")
            typer.echo(f"index made anew: {count(opened.index_archive(path), 'row')} have a place in {path}", err=True)
            if article is None and of is None:
                return
        if (article is None) == (of is None):
            raise typer.BadParameter("give an ID, or --of FILE")
        found = _made_of(opened, of) if of else opened.sources(article or "")
        whole = bool(found)
        for document, rows in found:
            whole = _show(document, rows, path, format) and whole
        if out is not None:
            _write(out, [one for _, rows in found for one in rows], path)
    if not whole:
        raise typer.Exit(NOT_AS_KEPT)


def _made_of(record: Record, file: Path) -> list[tuple[Document, tuple[Source, ...]]]:
    """The articles that were made of a file's bytes, or, where none was, of its lines, rows, messages or members."""
    from sijill.acquire import Article, read_articles
    from sijill.errors import InputError, RecordError

    try:
        with file.open("rb") as stream:
            whole = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}", where=str(file),
                         next_step="Check its name") from error
    found: dict[str, tuple[Document, tuple[Source, ...]]] = {}
    parts = (item.origin.sha256 for item in read_articles([file]) if isinstance(item, Article) and item.origin)
    for digests in ([whole], dict.fromkeys(parts)):
        for digest in digests:
            with contextlib.suppress(RecordError):
                found |= {document.article_id: (document, rows) for document, rows in record.sources(digest)}
        if found:
            return list(found.values())
    raise RecordError(f"no article of {record.where} was made of this file or of a part of it", where=str(file),
                      next_step="See where an article came from: sijill source FILE.sijill ID")


def _show(document: Document, rows: tuple[Source, ...], archive: Path | None, format: ListFormat) -> bool:
    """Print the rows of an article; whether each one's bytes are there as they came."""
    states = [_state(one, archive) for one in rows]
    if format is ListFormat.jsonl:
        for one, state in zip(rows, states, strict=True):
            head: dict[str, Any] = {"doc_id": document.doc_id, "url": document.url, "title": document.title,
                                    "published": document.published and document.published.isoformat()}
            typer.echo(json.dumps(head | asdict(one) | {"archive": str(archive) if archive else None,
                                                        "as_kept": state is None, "fault": state}, ensure_ascii=False))
        return bool(rows) and not any(states)
    from rich.text import Text

    from sijill.cli.render import Printer

    printer = Printer(sys.stdout)
    day = document.published.isoformat() if document.published else "no date"
    printer.show(Text("  ".join(part for part in (day, document.source, document.doc_id, document.title) if part),
                      style="bold"))
    lines: list[tuple[str, str]] = [("article", document.article_id)]
    for one, state in zip(rows, states, strict=True):
        lines += [
            ("came from", one.target + (f", {one.part}" if one.part else "")), ("at", one.at), ("by", one.tool),
            ("bytes", f"{one.size:,} of {one.media_type}" + ("" if one.exact else " (a rendition)")),
            ("SHA-256", one.sha256),
            ("kept in", f"{archive or 'no archive'}, record {one.warc_record}"),
            ("now", "as they came" if state is None else f"NOT as they came: {state}"),
            *(("found", f"{field} in {where}") for field, where in one.found.items())]
    if not rows:
        lines.append(("bytes", "none were kept"))
    for name, value in lines:
        printer.show(Text(f"  {name:<10} {value}"))
    printer.show(Text(""))
    return bool(rows) and not any(states)


def _state(one: Source, archive: Path | None) -> str | None:
    """What is wrong with the bytes of a row; None if they are as they came."""
    from sijill.store.archive_check import read_bytes

    if archive is None:
        return "no archive was named"
    try:
        return read_bytes(archive, one)[1]
    except OSError:
        return f"{archive} cannot be read"
    except KeyError:
        return "the archive does not have them"


def _write(out: Path, rows: list[Source], archive: Path | None) -> None:
    from sijill.errors import InputError
    from sijill.exports.destinations import whole_file
    from sijill.store.archive_check import read_bytes

    try:
        if archive is None or not rows:
            raise KeyError
        data, wrong = read_bytes(archive, rows[0])
    except (OSError, KeyError) as error:
        raise InputError("the bytes are not in the archive", where=str(archive or "no archive"),
                         next_step="Name the archive with --archive") from error
    with whole_file(out) as stream:
        stream.write(data)
    typer.echo(f"written: {out} ({count(len(data), 'byte')}{', NOT as they came: ' + wrong if wrong else ''})",
               err=True)
