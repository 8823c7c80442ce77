"""Files, folders and standard input of every kind, read into articles and rejections."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

from sijill.acquire import archives, feeds, messages, parquet, tables
from sijill.acquire.articles import NothingFound, Origin, Rejected, Unreadable
from sijill.acquire.decoding import decode
from sijill.acquire.json_articles import is_object, read_json, read_lines
from sijill.acquire.pages import MAX_PAGE
from sijill.acquire.reading import (
    MAX_ARTICLE,
    MAX_JSON,
    Counted,
    Defaults,
    Item,
    Stream,
    article,
    guarded,
    now,
    page_article,
    shown,
    too_large,
)
from sijill.acquire.unpacking import Budget, is_gzip, members, unzipped
from sijill.errors import ArticleRejected

STANDARD_INPUT = "-"

LINES = frozenset((".jsonl", ".ndjson"))
_PAGES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
_FEEDS = frozenset((".rss", ".atom", ".xml", ".rdf"))
TABLES = frozenset((".csv", ".tsv"))
_MESSAGES = frozenset((".eml", ".mht", ".mhtml"))
SEEKING = frozenset((".parquet", ".wacz", ".zip"))
_BESIDE = frozenset((
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp", ".woff", ".woff2",
    ".ttf", ".eot", ".otf", ".mp4", ".mp3", ".ogg", ".webm", ".ds_store"))
"""What a browser saves beside a page; passed over in folders."""
_OURS, _KEPT = ".sijill", ".warc.gz"


def read_articles(paths: Sequence[str | Path], *, source: str | None = None,
                  published: dt.date | None = None, stdin: Stream | None = None,
                  report: Callable[[int], object] | None = None, at: str | None = None) -> Iterator[Item]:
    """Every article of some files, folders (recursively) and `-` (standard input), in order of name.

    The kind of a file is told by the end of its name, else by its first line; a text file is one article.
    Hidden files, records with their archives, and the pictures and scripts of saved pages are passed over in
    folders. What cannot be read comes as a Rejected row; nothing is raised. `report` is told how many bytes have
    been read. `at` is when reading is said to have begun (ISO, UTC; None: now).
    """
    defaults = Defaults(source, published, report, now() if at is None else at)
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from guarded(_read_outer(stdin or io.BytesIO(), "standard input", "", defaults), "standard input")
        else:
            yield from _read_path(Path(path), defaults)


def input_size(paths: Sequence[str | Path]) -> int | None:
    """Bytes that reading these paths will read, for a progress bar; None where that cannot be known."""
    if any(str(path) == STANDARD_INPUT for path in paths):
        return None
    try:
        return sum(file.stat().st_size for path in map(Path, paths)
                   for file in (files_in(path) if path.is_dir() else (path,)))
    except OSError:
        return None


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder that are read, recursively and in order of name."""
    return (path for path, read in _sorted_out(folder) if read)


def passed_over(paths: Sequence[str | Path]) -> list[Path]:
    """The files that `read_articles` passes over in the folders among some paths; those hidden by name are left out."""
    folders = (Path(path) for path in paths if str(path) != STANDARD_INPUT)
    return [path for folder in folders if folder.is_dir() for path, read in _sorted_out(folder) if not read]


def _sorted_out(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The files of a folder that are not hidden, each with whether it is read."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        # what a record has kept is not read a second time
        ours = {name.removesuffix(_OURS) + _KEPT for name in files if name.endswith(_OURS)}
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith("."):
                yield path, (name not in ours and _OURS not in path.suffix and path.suffix.lower() not in _BESIDE
                             and path.is_file())


def _read_path(path: Path, defaults: Defaults) -> Iterator[Item]:
    if not path.is_dir():
        yield from _read_file(path, defaults)
        return
    found = False
    for file in files_in(path):
        found = True
        yield from _read_file(file, defaults)
    if not found:
        yield Rejected.of(NothingFound("the folder holds no file to read"), shown(path))


def _read_file(path: Path, defaults: Defaults) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            yield from guarded(_read_outer(stream, shown(path), _ending(path), defaults), shown(path))
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        trouble = Unreadable(f"cannot be read: {what}", next_step="Check the path and its permissions")
        yield Rejected.of(trouble, shown(path))


def _ending(path: Path) -> str:
    """The end of a name that tells the kind of a file: of a packed one, that of what is in it too."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() + suffix if suffix == ".gz" else suffix


def _read_outer(stream: Stream, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    """Articles of a stream that lies in no other, with a budget of its own for what is packed in it."""
    budget = Budget()
    if suffix in SEEKING:
        file = cast(IO[bytes], stream)
        budget.take(file.seek(0, io.SEEK_END))
        file.seek(0)
    else:
        stream = Counted(stream, budget.take)
    yield from _read_stream(stream, where, suffix, replace(defaults, budget=budget))


def _read_stream(stream: Stream, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    """Articles of a stream; whatever stops it half way is a rejection, and what came before is kept."""
    try:
        if suffix in SEEKING:
            yield from _read_seeking(cast(IO[bytes], stream), where, suffix, defaults)
            return
        if defaults.report:
            stream = Counted(stream, defaults.report)
        if suffix == ".warc" or suffix == ".warc.gz":
            yield from archives.read_warc(io.BufferedReader(_Raw(stream)), where, defaults)
            return
        if suffix.endswith(".gz"):
            stream, suffix = unzipped(io.BufferedReader(_Raw(stream)), defaults.budget), suffix.removesuffix(".gz")
        yield from _read_kind(stream, stream.readline(MAX_ARTICLE + 1), where, suffix, defaults)
    except ArticleRejected as error:
        yield Rejected.of(error, where)


def _read_kind(stream: Stream, first: bytes, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    if suffix in LINES or (suffix != ".json" and is_object(first)):
        yield from read_lines(stream, first, where, defaults)
    elif suffix == ".json" or first.strip() in (b"{", b"["):
        yield from read_json(first + stream.read(MAX_JSON + 1 - len(first)), where, suffix, defaults)
    elif suffix in TABLES:
        yield from tables.read_csv(stream, first, where, defaults)
    elif suffix == ".mbox":
        yield from messages.read_mbox(stream, first, where, defaults)
    elif suffix in _MESSAGES:
        yield messages.read_message(_rest(stream, first, messages.MAX_MESSAGE), where, defaults)
    elif suffix in _PAGES:
        data = _rest(stream, first, MAX_PAGE)
        yield page_article(data, where, {}, defaults, Origin(data, "text/html", defaults.at))
    elif not suffix and archives.is_archive(first):
        yield from archives.read_warc(io.BufferedReader(_Raw(stream, first)), where, defaults)
    elif not suffix and is_gzip(first):
        plain = unzipped(io.BufferedReader(_Raw(stream, first)), defaults.budget)
        first = plain.readline(MAX_ARTICLE + 1)
        # what is packed twice is no text: a file may hold itself
        yield from _read_kind(plain, first, where, "" if archives.is_archive(first) else ".txt", defaults)
    else:
        yield from _read_whole(stream, first, where, suffix, defaults)


def _read_whole(stream: Stream, first: bytes, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    limit = feeds.MAX_FEED if suffix in _FEEDS else MAX_ARTICLE
    data = _rest(stream, first, limit)
    if suffix in _FEEDS and feeds.is_feed(data):
        yield from feeds.read_feed(data, where, defaults)
    else:
        yield article(decode(data), where, None, {}, defaults, Origin(data, "text/plain", defaults.at))


def _rest(stream: Stream, first: bytes, limit: int) -> bytes:
    data = first + stream.read(max(0, limit + 1 - len(first)))
    if len(data) > limit:
        raise too_large(limit)
    return data


def _read_seeking(stream: IO[bytes], where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    """Kinds of files whose table of contents stands at their end."""
    if suffix == ".parquet":
        yield from parquet.read_parquet(stream, where, defaults)
    elif suffix == ".wacz":
        yield from archives.read_wacz(stream, where, defaults)
    else:
        yield from _read_zip(stream, where, replace(defaults, report=None))
    if defaults.report:
        defaults.report(stream.seek(0, io.SEEK_END))


def _read_zip(stream: IO[bytes], where: str, defaults: Defaults) -> Iterator[Item]:
    found = False
    for member in members(stream, defaults.budget):
        inner, place = Path(member.name), f"{where}, {member.name}"
        if inner.name.startswith(".") or inner.suffix.lower() in _BESIDE:
            continue
        found = True
        if inner.suffix.lower() in SEEKING:
            trouble = Unreadable(f"a {inner.suffix.lower()} file inside a zip file is not opened",
                                 next_step="Unpack the outer one first")
            yield Rejected.of(trouble, place)
        else:
            inside = _read_stream(member.stream, place, _ending(inner), replace(defaults, budget=member.budget))
            yield from guarded(inside, place)
    if not found:
        raise NothingFound("the zip file holds no file to read")


class _Raw(io.RawIOBase):
    """A stream that only reads, as what io's buffers want; `first` was read of it before."""

    def __init__(self, stream: Stream, first: bytes = b"") -> None:
        self._stream, self._first = stream, first

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        size = len(buffer)
        data, self._first = (self._first[:size], self._first[size:]) if self._first else (self._stream.read(size), b"")
        buffer[: len(data)] = data
        return len(data)
