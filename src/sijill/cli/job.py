"""One run of coding: articles in, coded articles to an output and a record, and the sum at the end."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import typer

from sijill.acquire import Article, Rejected, input_size, read_articles
from sijill.acquire.reading import Item, Stream
from sijill.cli.usage import count, tell_passed_over
from sijill.cli.writers import Format, Write, open_output, writer
from sijill.outcomes import CodesArticles, NotRelevant, code_article, judge

if TYPE_CHECKING:
    from sijill.documents import Document
    from sijill.store import Run

ALL_CODED, NOTHING_CODED, SOME_REJECTED = 0, 1, 3


@dataclass(slots=True)
class Summary:
    """What a run has done; `added` and `repeated` count articles in the record.

    `undated` counts those that tell days ("yesterday") which nothing dates, as they have no day of publication.
    """

    coded: int = 0
    events: int = 0
    control: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    not_relevant: int = 0
    added: int | None = None
    repeated: int = 0
    undated: int = 0

    @property
    def exit_code(self) -> int:
        """0 all coded or not relevant, 1 nothing could be coded, 3 some rejected."""
        if not self.coded and (self.rejected or not self.not_relevant):
            return NOTHING_CODED
        return SOME_REJECTED if self.rejected else ALL_CODED

    def __str__(self) -> str:
        read = self.coded + len(self.rejected) + self.not_relevant
        gated = f", {self.not_relevant} not relevant" if self.not_relevant else ""
        return (f"{count(read, 'article')} read: {self.coded} coded, {len(self.rejected)} rejected{gated}; "
                f"{count(self.events, 'event')}, {count(self.control, 'control claim')}")


@dataclass(frozen=True, slots=True)
class Job:
    """What to code, and where the result goes; `archive` keeps the bytes (None: the file beside the record)."""

    paths: Sequence[str] = ()
    published: dt.date | None = None
    source: str | None = None
    record: str | Path | None = None
    format: Format = "table"
    out: Path | None = None
    places: tuple[Path, ...] | None = None
    archive: str | None = None
    model: Literal["encoder", "rules"] = "encoder"
    gate: float | None = None

    @property
    def network(self) -> Literal["encoder"] | None:
        """The model as `sijill.load` takes it."""
        return "encoder" if self.model == "encoder" else None

    def settings_hash(self) -> str:
        """16 hexadecimal digits of the settings that change what is coded."""
        settings = {"published": self.published and self.published.isoformat(), "source": self.source,
                    "model": self.model}
        if self.places is not None:
            settings["places"] = "|".join(str(path) for path in self.places)
        if self.gate is not None:
            settings["gate"] = str(self.gate)
        return hashlib.blake2b(json.dumps(settings, sort_keys=True).encode(), digest_size=8).hexdigest()


class Coding:
    """One run at work: takes what was read, one by one, and writes what comes of it; made by `coding`."""

    def __init__(self, coder: CodesArticles, run: Run | None, write: Write, complain: Callable[[str], object],
                 gate: float | None = None) -> None:
        self.summary = Summary()
        self._coder, self._run, self._write, self._complain, self._gate = coder, run, write, complain, gate

    def take(self, item: Item) -> None:
        """Code an article, or keep the reason why it could not be read."""
        summary = self.summary
        coded = item if isinstance(item, Rejected) else _code(item, self._coder, self._gate)
        if isinstance(coded, Rejected):
            if coded.code == NotRelevant.code:
                summary.not_relevant += 1
            else:
                summary.rejected.append(coded)
                self._complain(str(coded))
            if self._run:
                self._run.reject(coded)
            return
        assert isinstance(item, Article)
        summary.coded += 1
        summary.events += len(coded.events or ())
        summary.undated += coded.published is None and any(
            e.time.start is not None and e.time.earliest is None and e.time.latest is None for e in coded.events or ())
        summary.control += len(coded.control or ())
        self._write(coded, item)
        if self._run:
            from sijill.store.origins import Given

            self._run.add(coded, original=item.original, given=Given.of(item))

    def flush(self) -> None:
        """Make safe what was taken."""
        if self._run:
            self._run.flush()


@contextlib.contextmanager
def coding(job: Job, coder: CodesArticles, stream: TextIO, complain: Callable[[str], object]) -> Iterator[Coding]:
    """A run that writes to a stream and, where the job says so, to a record."""
    with contextlib.ExitStack() as stack:
        run = stack.enter_context(_recording(job)) if job.record else None
        at_work = Coding(coder, run, writer(job.format, stream), complain, job.gate)
        yield at_work
        stack.close()
        if run:
            at_work.summary.added, at_work.summary.repeated = run.kept, run.repeated


def run_job(job: Job, coder: CodesArticles, *, stdin: Stream | None = None, items: Iterable[Item] | None = None,
            complain: Callable[[str], object]) -> Summary:
    """Code every article of a job, or those given; each rejection is told to `complain` as it comes, and kept."""
    _check_out(job)
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(open_output(job.out))
        at_work = stack.enter_context(coding(job, coder, stream, complain))
        if items is None:
            report = stack.enter_context(_progress(job, stream))
            items = read_articles(job.paths, source=job.source, published=job.published, stdin=stdin, report=report)
        for item in items:
            at_work.take(item)
    return at_work.summary


def _check_out(job: Job) -> None:
    from sijill.errors import InputError

    out = job.out
    if out is None:
        return
    what = None
    if out.is_file() and any(Path(one).is_file() and out.samefile(one) for one in job.paths):
        what = "one of the inputs"
    elif job.record is not None and "://" not in str(job.record):
        from sijill.store.origins import archive_of

        # neither need be there yet: told before anything is coded, and not when all of it is
        kept = (Path(job.record), archive_of(job.record, job.archive))
        if any(one is not None and out.resolve() == one.resolve() for one in kept):
            what = "the record, or its archive"
    if what is not None:
        raise InputError(f"the output is {what}: it would be overwritten", where=str(out),
                         next_step="Name another file with --out")


def run_coding(job: Job, items: Iterable[Item] | None = None, stdin: Stream | None = None) -> None:
    """Run a job, say what was done, and leave with the exit code that says how it went."""
    import sijill

    if items is None:
        tell_passed_over(job.paths)
    try:
        summary = run_job(job, sijill.load(job.places, job.network), stdin=stdin, items=items,
                          complain=lambda line: typer.echo(f"rejected: {line}", err=True))
    except KeyboardInterrupt:
        left = (f"; {job.out} was not written" if job.out else "") + (
            ". What was coded until then is in the record: the same command adds the rest" if job.record else
            ". With --record what is coded is kept" if job.out else "")
        typer.echo(f"stopped{left}", err=True)
        raise
    told(job, summary)
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)


def told(job: Job, summary: Summary) -> None:
    """Say what a run has done, and what may be done next."""
    # a table is for people: the sum belongs under it
    to_stderr = job.format != "table" or job.out is not None
    typer.echo(str(summary), err=to_stderr)
    if summary.undated:
        typer.echo(f'{count(summary.undated, "article")} without a day of publication: --published DATE would date '
                   'words such as "yesterday"', err=True)
    if not job.record:
        return
    from sijill.store.connection import shown
    from sijill.store.origins import archive_of

    name = shown(job.record) if "://" in str(job.record) else job.record
    typer.echo(f"Record: {shown(job.record)} ({summary.added} added, {summary.repeated} already there)\n"
               f"Why an event: sijill explain {shlex.quote(str(name))} EVENT_ID", err=to_stderr)
    if archive_of(job.record, job.archive) is None and job.archive is None:
        typer.echo("The bytes that the articles came as are not kept: --archive FILE.warc.gz keeps them", err=True)


def _code(article: Article, coder: CodesArticles, threshold: float | None) -> Document | Rejected:
    off_topic = None if threshold is None else judge(article, threshold)[1]
    return off_topic or code_article(article, coder)


@contextlib.contextmanager
def _recording(job: Job) -> Iterator[Run]:
    from sijill import __version__
    from sijill.grounding.shipped import checksums as gazetteers
    from sijill.resources import manifest
    from sijill.store import Record
    from sijill.store.origins import archive_of

    assert job.record is not None
    checksums = {name: entry["sha256"] for name, entry in manifest().items()} | gazetteers(job.places)
    with Record.open(job.record, create=True) as record:
        run = record.start_run(version=__version__, settings_hash=job.settings_hash(),
                               data_checksums=checksums, archive=archive_of(job.record, job.archive))
        with run:
            yield run


@contextlib.contextmanager
def _progress(job: Job, stream: TextIO) -> Iterator[Callable[[int], object] | None]:
    """A bar on standard error, where that is a terminal and the result does not go to the same one."""
    if not sys.stderr.isatty() or stream.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("coding", total=input_size(job.paths))
        yield lambda size: progress.advance(task, size)
