"""The command `sijill read`: inputs of every kind as JSON Lines, without coding them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.cli.usage import PublishedOption, PublisherOption, count, day, flowing, tell_passed_over

if TYPE_CHECKING:
    from sijill.acquire import Article
    from sijill.acquire.reading import Item

acquire_app = typer.Typer()

READ_HELP = """Read articles out of files of every kind and print them, without coding.

PATH is a text, a saved web page, a feed, a web archive (WARC, WACZ), a table (CSV, Parquet), JSON Lines, e-mail
(.eml, .mbox), Telegram's export (result.json), any of these packed with gzip, a zip file of them, a folder, or -
for standard input. Pages, feeds and web archives need the extra `acquire`, Parquet the extra `parquet`; what is
missing is named with the command that installs it. The JSON Lines printed are an input of `sijill code`. What
cannot be read is told on standard error, one line each, and the rest goes on.

Example: sijill read saved-pages/ --format table

Exit codes: 0 all read; 1 nothing could be read; 2 wrong usage; 3 some inputs were rejected, the rest is printed."""


class ReadFormat(StrEnum):
    """How read articles are written."""

    jsonl = "jsonl"
    table = "table"


def article_record(article: Article) -> dict[str, Any]:
    """An article as a JSON object: its fields, and the SHA-256, size and time of the bytes that it was made of."""
    origin = article.origin
    return {
        "doc_id": article.doc_id, "source": article.source, "url": article.url, "title": article.title,
        "author": article.author, "published": article.published and article.published.isoformat(),
        "text": article.text, "where": article.where, "line": article.line,
        "origin": origin and {
            "sha256": origin.sha256, "bytes": len(origin.data), "exact": origin.exact,
            "media_type": origin.media_type, "at": origin.at, "part": origin.part, "found": dict(origin.found),
            "url": origin.url},
    }


def article_line(article: Article) -> str:
    """An article in one line for people."""
    return (f"{article.published or '?'!s:<10}  {article.source or '?'}  "
            f"{article.title or repr(article.text[:60].strip())}  ({len(article.text)} characters, {article.where})")


@acquire_app.command(help=flowing(READ_HELP))
def read(
    paths: Annotated[list[str], typer.Argument(
        metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False)],
    published: PublishedOption = None,
    source: PublisherOption = None,
    format: Annotated[ReadFormat, typer.Option(help="How to write the result.")] = ReadFormat.jsonl,
) -> None:
    """Read articles out of files of every kind and print them."""
    from sijill.acquire import read_articles

    tell_passed_over(paths)
    print_articles(read_articles(paths, source=source, published=day(published, "--published"),
                                 stdin=sys.stdin.buffer), format)


def print_item(item: Item, format: str) -> None:
    """Print an article, or on standard error why there is none; `format` is one of `ReadFormat`."""
    from sijill.acquire import Rejected

    if isinstance(item, Rejected):
        typer.echo(f"rejected: {item}", err=True)
    else:
        typer.echo(json.dumps(article_record(item), ensure_ascii=False) if format == ReadFormat.jsonl
                   else article_line(item))


def print_articles(items: Iterable[Item], format: ReadFormat) -> None:
    """Print articles as they come, each rejection on standard error, and the sum; the exit code says how it went."""
    from sijill.acquire import Rejected
    from sijill.cli.job import NOTHING_CODED, SOME_REJECTED

    done = rejected = 0
    for item in items:
        if isinstance(item, Rejected):
            rejected += 1
        else:
            done += 1
        print_item(item, format)
    typer.echo(f"{count(done + rejected, 'article')} read: {done} printed, {rejected} rejected", err=True)
    if rejected or not done:
        raise typer.Exit(SOME_REJECTED if done else NOTHING_CODED)
