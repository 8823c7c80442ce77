"""Imports: files that people drop on the page, coded one after the other, with how far each has come."""

from __future__ import annotations

import datetime as dt
import queue
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sijill.acquire import Article, Rejected, input_size, read_articles
from sijill.errors import ArticleRejected, SijillError

if TYPE_CHECKING:
    from sijill.documents import Document
    from sijill.web.desk import Desk

Phase = Literal["waiting", "coding", "linking", "done", "failed"]
_ENDING = re.compile(r"(?:\.[A-Za-z0-9]{1,8}){1,2}\Z")


@dataclass(frozen=True, slots=True)
class Coded:
    """An article that an import coded: what to call it, and how many events it tells."""

    article_id: str
    title: str
    events: int


@dataclass(slots=True)
class Import:
    """One import: whose it is, the names of its files, and how far it has come (bytes read of `size`)."""

    id: int
    by: str
    names: tuple[str, ...]
    folder: Path
    source: str | None
    published: dt.date | None
    size: int = 0
    read: int = 0
    phase: Phase = "waiting"
    rejected: list[Rejected] = field(default_factory=list)
    articles: list[Coded] = field(default_factory=list)
    # the ids of those that the record did not have; known when all are coded
    added: frozenset[str] = frozenset()
    error: SijillError | None = None

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        if self.phase in ("done", "failed"):
            return 1.0
        return min(0.95, self.read / self.size) if self.size else 0.0

    def without(self, hidden: frozenset[str]) -> Import:
        """The import as it looks to who may not see some articles."""
        if hidden.isdisjoint(line.article_id for line in self.articles):
            return self
        return replace(self, articles=[line for line in self.articles if line.article_id not in hidden])


class Imports:
    """The imports of a running application; one thread codes them in their order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._all: list[Import] = []
        self._todo: queue.SimpleQueue[Import | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, by: str, names: Sequence[str], folder: Path, source: str | None, published: dt.date | None) -> Import:
        """Have the files of a folder coded (see `place_in`); the folder is removed when that is done."""
        with self._lock:
            one = Import(len(self._all) + 1, by, tuple(names), folder, source, published)
            one.size = input_size([folder]) or 0
            self._all.append(one)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="imports", daemon=True)
                self._thread.start()
        self._todo.put(one)
        return one

    def all(self) -> list[Import]:
        """Every import since the application was started, the newest first."""
        return self._all[::-1]

    def close(self) -> None:
        """Stop when the import that is being coded is done."""
        self._todo.put(None)
        if self._thread is not None:
            self._thread.join(timeout=60)

    def _run(self) -> None:
        while (one := self._todo.get()) is not None:
            try:
                self._code(one)
                one.phase = "linking"
                linker = self._desk.linker
                linker.wait(linker.ask(), 3600)
                one.phase, one.error = ("done", None) if linker.state.error is None else ("failed", linker.state.error)
            except SijillError as error:
                one.phase, one.error = "failed", error
            except Exception as error:
                # a fault of ours must not end the thread: the next import would wait for ever
                one.phase, one.error = "failed", SijillError(f"{type(error).__name__}: {error}")
            finally:
                shutil.rmtree(one.folder, ignore_errors=True)

    def _code(self, one: Import) -> None:
        from sijill import __version__
        from sijill.resources import manifest
        from sijill.store.origins import Given

        one.phase = "coding"
        coder = self._desk.coder()
        checksums = {name: entry["sha256"] for name, entry in manifest().items()}
        with self._desk.record.start_run(version=__version__, data_checksums=checksums,
                                          archive=self._desk.archive) as run:
            for item, coded in _coded(one, coder):
                if isinstance(coded, Rejected):
                    one.rejected.append(coded)
                    run.reject(coded)
                    continue
                assert isinstance(item, Article)
                run.add(coded, original=item.original, given=Given.of(item))
                one.articles.append(Coded(coded.article_id, coded.title or coded.text.strip()[:80],
                                          len(coded.events or ())))
        one.added = self._desk.record.articles_of_run(run.run_id)


def _coded(one: Import, coder: object) -> Iterator[tuple[Article | Rejected, Document | Rejected]]:
    assert callable(coder)

    def report(size: int) -> None:
        one.read += size

    for number, name in enumerate(one.names):
        path = place_in(one.folder, number, name)
        for item in read_articles([path], source=one.source, published=one.published, report=report):
            if isinstance(item, Rejected):
                yield item, replace(item, where=item.where.replace(str(path), name))
                continue
            # what is kept of it bears the name that was given, not that of a folder which is removed
            item = replace(item, where=item.where.replace(str(path), name))
            try:
                yield item, coder(item.text, doc_id=item.doc_id, source=item.source, url=item.url, title=item.title,
                                  published=item.published)
            except ArticleRejected as error:
                yield item, Rejected.of(error, name, item.line)
            except SijillError:
                raise
            except Exception as error:
                # one article must not stop an import; the row says that the fault is ours
                yield item, Rejected(name, item.line, "E312", f"the coder failed: {type(error).__name__} {error}")


def place_in(folder: Path, number: int, name: str) -> Path:
    """Where the file of a name is kept: never at a place that the name says, only with its ending."""
    ending = _ENDING.search(name.replace("\\", "/").rpartition("/")[2])
    return folder / f"{number}{ending.group() if ending else '.txt'}"
