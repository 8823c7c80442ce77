"""Inputs in parts: lines, rows and row groups can be read from one to another, other files as a whole."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from sijill.acquire.articles import Article, EmptyInput
from sijill.acquire.inputs import LINES, SEEKING, TABLES, files_in, read_articles
from sijill.acquire.json_articles import is_object, is_wide, read_lines
from sijill.acquire.parquet import read_parquet, row_groups
from sijill.acquire.reading import MAX_ARTICLE, Defaults, Item, Stream, guarded, now, shown
from sijill.acquire.tables import csv_cuts, read_csv, read_csv_part

_WHOLE = SEEKING | {".json", ".warc", ".gz"}
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file: half-open byte offsets and the number of its first line or row; all None: the whole file.

    `groups` are the row groups of Parquet that lie between the offsets, half-open.
    """

    path: str
    start: int | None = None
    stop: int | None = None
    line: int | None = None
    groups: tuple[int, int] | None = None


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
        for file in files_in(path) if path.is_dir() else (path,):
            found = True
            yield file
        if not found:
            yield path


def divided(path: Path, most: int) -> list[Part]:
    """The parts of some `most` bytes that a file can be read in; one, the whole file, where it cannot.

    JSON Lines are cut between lines, tables between rows (in encodings whose line ends are bytes), Parquet between row
    groups. What is packed, a page, a web archive, e-mail or an export of Telegram is read as a whole.
    """
    whole = [Part(str(path))]
    try:
        size = path.stat().st_size
        if size <= most or not path.is_file():
            return whole
        suffix = path.suffix.lower()
        with path.open("rb") as stream:
            if suffix == ".parquet":
                return _by_groups(stream, str(path), most) or whole
            if suffix in _WHOLE:
                return whole
            if _is_lines(stream, suffix):
                return _between(str(path), _line_cuts(stream, most), size)
            if suffix in TABLES:
                return _between(str(path), csv_cuts(stream, most) or [], size) or whole
            return whole
    except OSError:
        # reading it will say why
        return whole


def _is_lines(stream: BinaryIO, suffix: str) -> bool:
    first = stream.readline(MAX_ARTICLE + 1)
    stream.seek(0)
    return bool(first) and (suffix in LINES or is_object(first)) and not is_wide(first)


def _line_cuts(stream: BinaryIO, most: int) -> list[tuple[int, int]]:
    """Where lines begin that are about `most` bytes apart: (offset, number of the line)."""
    cuts, at, line = [(0, 1)], 0, 1
    while True:
        left = cuts[-1][0] + most - at
        # no line is cut: what is over belongs to the stretch before
        piece = stream.read(min(_PIECE, left)) if left > 0 else stream.readline(_PIECE)
        if not piece:
            return cuts
        at, line = at + len(piece), line + piece.count(b"\n")
        if at - cuts[-1][0] >= most and piece.endswith(b"\n"):
            cuts.append((at, line))


def _between(path: str, cuts: list[tuple[int, int]], size: int) -> list[Part]:
    ends = [*(start for start, _ in cuts[1:]), size][:len(cuts)]
    return [Part(path, start, stop, line) for (start, line), stop in zip(cuts, ends, strict=True) if start < stop]


def _by_groups(stream: BinaryIO, path: str, most: int) -> list[Part]:
    groups = row_groups(stream) or []
    parts: list[Part] = []
    first = 0
    for number, group in enumerate(groups, start=1):
        begin = groups[first]
        if group.stop - begin.start >= most or number == len(groups):
            parts.append(Part(path, begin.start, group.stop, begin.before + 1, (first, number)))
            first = number
    return parts


def read_part(part: Part, *, source: str | None = None, published: dt.date | None = None,
              at: str | None = None) -> Iterator[Item]:
    """The articles and rejections of a part, as `read_articles` would give them for the whole file.

    `at` is when reading is said to have begun (ISO, UTC; None: now).
    """
    if part.start is None or part.stop is None or part.line is None:
        yield from read_articles([part.path], source=source, published=published, at=at)
        return
    defaults = Defaults(source, published, at=now() if at is None else at)
    yield from guarded(_read_stretch(part, defaults), shown(part.path))


def _read_stretch(part: Part, defaults: Defaults) -> Iterator[Item]:
    assert part.start is not None and part.stop is not None and part.line is not None
    where, suffix = shown(part.path), Path(part.path).suffix.lower()
    with Path(part.path).open("rb") as file:
        if part.groups:
            defaults.budget.take(part.stop - part.start)
            yield from read_parquet(file, where, defaults, part.groups, part.line - 1)
            return
        stream = _Between(file, part.stop - part.start)
        if _is_lines(file, suffix):
            yield from _lines(file, stream, part, defaults)
        elif part.start:
            yield from read_csv_part(file, stream, part.start, part.line, where, defaults)
        else:
            yield from read_csv(stream, stream.readline(MAX_ARTICLE + 1), where, defaults)


def _lines(file: BinaryIO, stream: Stream, part: Part, defaults: Defaults) -> Iterator[Item]:
    assert part.start is not None and part.line is not None
    file.seek(part.start)
    with contextlib.suppress(EmptyInput):
        # an empty line first: what a file begins with tells its encoding, what a part begins with tells nothing
        for item in read_lines(stream, b"\n", shown(part.path), defaults):
            yield _moved(item, part.line - 2)


def _moved(item: Item, lines: int) -> Item:
    if item.line is None:
        return item
    item = replace(item, line=item.line + lines)
    if isinstance(item, Article) and item.origin:
        return replace(item, origin=replace(item.origin, part=f"line {item.line}"))
    return item
