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
from typing import TYPE_CHECKING, Literal, Protocol, TextIO

from sijill.acquire import Article, Rejected, input_size, read_articles
from sijill.acquire.reading import Stream
from sijill.cli.usage import count
from sijill.cli.writers import Format, open_output, writer
from sijill.errors import ArticleRejected, SijillError

if TYPE_CHECKING:
    from sijill.documents import Document
    from sijill.store import Run

ALL_CODED, NOTHING_CODED, SOME_REJECTED = 0, 1, 3


class CodesArticles(Protocol):
    """What `sijill.load` gives."""

    def __call__(self, text: str, *, doc_id: str | None = None, source: str | None = None,
                 url: str | None = None, title: str | None = None,
                 published: dt.date | str | None = None) -> Document:
        """One article, coded."""


class CoderFailed(ArticleRejected):
    """The coder broke on an article: a fault of Sijill."""

    code = "E312"


@dataclass(slots=True)
class Summary:
    """What a run has done; `added` and `repeated` count articles in the record."""

    coded: int = 0
    events: int = 0
    control: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    added: int | None = None
    repeated: int = 0

    @property
    def exit_code(self) -> int:
        """0 all coded, 1 nothing could be coded, 3 some rejected."""
        if not self.coded:
            return NOTHING_CODED
        return SOME_REJECTED if self.rejected else ALL_CODED

    def __str__(self) -> str:
        read = self.coded + len(self.rejected)
        return (f"{count(read, 'article')} read: {self.coded} coded, {len(self.rejected)} rejected; "
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
            coded = item if isinstance(item, Rejected) else _code(item, coder)
            if isinstance(coded, Rejected):
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


def _code(article: Article, coder: CodesArticles) -> Document | Rejected:
    try:
        return coder(article.text, doc_id=article.doc_id, source=article.source, url=article.url,
                     title=article.title, published=article.published)
    except ArticleRejected as error:
        return Rejected.of(error, article.where, article.line)
    except SijillError:
        raise
    except Exception as error:
        # one article must not stop a run of thousands; the row says that the fault is ours
        trouble = CoderFailed(f"the coder failed: {type(error).__name__} {error}",
                              next_step="Please report it with the text: it is a fault of Sijill")
        return Rejected.of(trouble, article.where, article.line)


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
