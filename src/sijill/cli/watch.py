"""The commands `sijill fetch` and `watch`: articles of the web, politely."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sijill.cli.acquire import ReadFormat, print_articles
from sijill.cli.usage import (
    ArchiveOption,
    PlacesOption,
    PublishedOption,
    PublisherOption,
    RecordOption,
    day,
    explained,
    flowing,
)

watch_app = typer.Typer()

FETCH_HELP = """Get articles from the web and print them, or code them into a record.

Each URL is asked for once, with a distance of --delay seconds between two requests to one host. Sijill heeds robots.txt
and says who it is. Redirects are followed five times; addresses inside your own network are refused, also after a
redirect; an answer may have 16 MB and take a minute. A page gives its article, a feed the entries that hold text. The
bytes are kept as they came: with --record in the archive beside the record. It needs the extra `acquire`.

Example: sijill fetch https://example.org/news/1 --record my.sijill

Exit codes: 0 all fetched; 1 nothing could be fetched; 2 wrong usage; 3 some could not, the rest is printed."""

ContactOption = Annotated[str | None, typer.Option(
    metavar="ADDRESS", help="An address of yours that servers are told, to write to: a mailbox or page.")]


@watch_app.command("fetch", help=flowing(FETCH_HELP))
def fetch(
    urls: Annotated[list[str], typer.Argument(
        metavar="URL...", help="Addresses, or - for a list on standard input, one a line.", show_default=False)],
    record: RecordOption = None,
    archive: ArchiveOption = None,
    places: PlacesOption = None,
    published: PublishedOption = None,
    source: PublisherOption = None,
    delay: Annotated[float, typer.Option(min=0.5, max=3600, help="Seconds between two requests to one host.")] = 2.0,
    contact: ContactOption = None,
    format: Annotated[ReadFormat, typer.Option(help="How to write the result.")] = ReadFormat.jsonl,
) -> None:
    """Get articles from the web."""
    from sijill.acquire.fetching import Fetcher
    from sijill.acquire.reading import Defaults
    from sijill.acquire.web import fetch_articles
    from sijill.cli.job import Job, run_coding

    with explained():
        defaults = Defaults(source, day(published, "--published"))
        items = fetch_articles(_addresses(urls), Fetcher(contact=contact, delay=delay), defaults)
        if record:
            run_coding(Job(record=record, archive=archive, format=format.value,
                           places=tuple(places) if places else None), items)
        else:
            print_articles(items, format)


def _addresses(urls: list[str]) -> Iterator[str]:
    for url in urls:
        if url == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield url


WATCH_HELP = """Watch feeds and sitemaps, and print each new article once, or code it into a record.

FEEDS.toml lists them: [[feed]], and under it url = "https://..." and, if wanted, name, take, only, not, newest, since
and every (minutes). Without --once it goes on until it is stopped (Ctrl-C), and begins where it was when started again.
It is polite: a distance between requests to one host, conditional requests, waits that grow where a server fails,
Retry-After, robots.txt. A feed that fails does not stop the others: it is told on standard error, kept in the record
with its reason, and asked again later. It needs the extra `acquire`.

Example: sijill watch feeds.toml --once --record my.sijill

Example: sijill watch feeds.toml --status

Exit codes: 0; 1 nothing could be read; 2 wrong usage; 3 some could not be read, the rest is kept."""


@watch_app.command("watch", help=flowing(WATCH_HELP))
def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="What is watched.", show_default=False)],
    once: Annotated[bool, typer.Option("--once", help="Read what is new now, and stop.")] = False,
    record: RecordOption = None,
    archive: ArchiveOption = None,
    places: PlacesOption = None,
    state: Annotated[Path | None, typer.Option(
        metavar="FILE", help="What it remembers; without it FEEDS.state beside FEEDS.toml.")] = None,
    status: Annotated[bool, typer.Option("--status", help="Show how each feed stands, and stop.")] = False,
    format: Annotated[ReadFormat, typer.Option(help="How to write the result.")] = ReadFormat.jsonl,
) -> None:
    """Watch feeds and sitemaps."""
    from sijill.acquire.fetching import Fetcher
    from sijill.acquire.watch_list import read_watch_list
    from sijill.acquire.watch_state import WatchState
    from sijill.acquire.watching import Watcher
    from sijill.cli.job import Job
    from sijill.cli.watch_rounds import show_status, watch_on

    with explained():
        watched = read_watch_list(feeds)
        memory = state or feeds.with_suffix(".state")
        if status:
            show_status(memory, format)
            return
        with contextlib.closing(WatchState(memory)) as kept:
            watcher = Watcher(watched, kept, Fetcher(contact=watched.contact, delay=watched.delay))
            job = Job(record=record, archive=archive, format=format.value, places=tuple(places) if places else None)
            code = watch_on(watcher, job, once=once)
    if code:
        raise typer.Exit(code)
