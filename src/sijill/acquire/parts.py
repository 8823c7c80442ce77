"""Inputs in parts: files that are lines can be read from one byte to another, others as a whole."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sijill.acquire.articles import Article, EmptyInput
from sijill.acquire.inputs import _LINES, _SEEKING, _walk, read_articles
from sijill.acquire.json_articles import _wide, is_object, read_lines
from sijill.acquire.reading import MAX_ARTICLE, Defaults, Item, Stream

_WHOLE = _SEEKING | {".json", ".warc", ".gz"}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file: half-open byte offsets and the number of its first line; all None: the whole file."""

    path: str
    start: int | None = None
    stop: int | None = None
    line: int | None = None


class _Between:
    """A binary file that ends at `stop`."""

    def __init__(self, stream: Stream, left: int) -> None:
        self._stream, self._left = stream, left

    def readline(self, size: int, /) -> bytes:
        data = self._stream.readline(min(size, self._left))
        self._left -= len(data)
        return data

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(min(size, self._left))
        self._left -= len(data)
        return data


def list_files(paths: Sequence[str | Path]) -> Iterator[Path]:
    """The files that `read_articles` would read of some paths, in its order; a missing path is listed too."""
    for path in map(Path, paths):
        found = False
        for file in _walk(path) if path.is_dir() else (path,):
            found = True
            yield file
        if not found:
            yield path


def is_divisible(path: Path) -> bool:
    """Whether a file is lines of JSON, in an encoding whose line ends are bytes, so that it can be read in parts."""
    suffix = path.suffix.lower()
    if suffix in _WHOLE or not path.is_file():
        return False
    with path.open("rb") as stream:
        first = stream.readline(MAX_ARTICLE + 1)
    return bool(first) and (suffix in _LINES or is_object(first)) and not _wide(first)


def read_part(part: Part, *, source: str | None = None, published: dt.date | None = None) -> Iterator[Item]:
    """The articles and rejections of a part, as `read_articles` would give them for the whole file."""
    if part.start is None or part.stop is None or part.line is None:
        yield from read_articles([part.path], source=source, published=published)
        return
    with Path(part.path).open("rb") as file:
        file.seek(part.start)
        stream = _Between(file, part.stop - part.start)
        with contextlib.suppress(EmptyInput):
            # an empty line first: what a file begins with tells its encoding, what a part begins with tells nothing
            for item in read_lines(stream, b"\n", part.path, Defaults(source, published)):
                yield _moved(item, part.line - 2)


def _moved(item: Item, lines: int) -> Item:
    if item.line is None:
        return item
    item = replace(item, line=item.line + lines)
    if isinstance(item, Article) and item.origin:
        return replace(item, origin=replace(item.origin, part=f"line {item.line}"))
    return item
