"""One run of coding: articles in, coded articles to an output and a record, and the sum at the end."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from sijill.acquire import Article, Rejected, input_size, read_articles
from sijill.acquire.reading import Stream
from sijill.cli.usage import count
from sijill.cli.writers import Format, open_output, writer
from sijill.outcomes import CodesArticles, NotRelevant, code_article, judge

if TYPE_CHECKING:
    from sijill.documents import Document
    from sijill.store import Run

ALL_CODED, NOTHING_CODED, SOME_REJECTED = 0, 1, 3


@dataclass(slots=True)
class Summary:
    """What a run has done; `added` and `repeated` count articles in the record."""

    coded: int = 0
    events: int = 0
    control: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    not_relevant: int = 0
    added: int | None = None
    repeated: int = 0

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
    """What to code, and where the result goes."""

    paths: Sequence[str]
    published: dt.date | None = None
    source: str | None = None
    record: str | Path | None = None
    format: Format = "table"
    out: Path | None = None
    places: tuple[Path, ...] | None = None
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


def run_job(job: Job, coder: CodesArticles, *, stdin: Stream | None = None,
            complain: Callable[[str], object]) -> Summary:
    """Code every article of a job; each rejection is told to `complain` as it comes, and kept."""
    summary = Summary()
    with contextlib.ExitStack() as stack:
        run = stack.enter_context(_recording(job, summary)) if job.record else None
        stream = stack.enter_context(open_output(job.out))
        report = stack.enter_context(_progress(job, stream))
        write = writer(job.format, stream)
        for item in read_articles(job.paths, source=job.source, published=job.published, stdin=stdin,
                                  report=report):
            coded = item if isinstance(item, Rejected) else _code(item, coder, job.gate)
            if isinstance(coded, Rejected):
                if coded.code == NotRelevant.code:
                    summary.not_relevant += 1
                else:
                    summary.rejected.append(coded)
                    complain(str(coded))
                if run:
                    run.reject(coded)
                continue
            assert isinstance(item, Article)
            summary.coded += 1
            summary.events += len(coded.events or ())
            summary.control += len(coded.control or ())
            write(coded, item)
            if run:
                run.add(coded, original=item.original)
    return summary


def _code(article: Article, coder: CodesArticles, threshold: float | None) -> Document | Rejected:
    off_topic = None if threshold is None else judge(article, threshold)[1]
    return off_topic or code_article(article, coder)


@contextlib.contextmanager
def _recording(job: Job, summary: Summary) -> Iterator[Run]:
    from sijill import __version__
    from sijill.resources import manifest
    from sijill.store import Record

    assert job.record is not None
    checksums = {name: entry["sha256"] for name, entry in manifest().items()}
    with Record.open(job.record, create=True) as record:
        run = record.start_run(version=__version__, settings_hash=job.settings_hash(),
                               data_checksums=checksums)
        with run:
            yield run
        summary.added, summary.repeated = run.kept, run.repeated


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
