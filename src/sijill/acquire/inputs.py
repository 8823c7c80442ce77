"""Files, folders, JSON Lines and standard input, read into articles and rejections."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sijill.acquire import markup
from sijill.acquire.articles import (
    Article,
    BadField,
    BadJson,
    EmptyInput,
    NothingFound,
    Rejected,
    TooLarge,
    Unreadable,
    parse_date,
)
from sijill.acquire.decoding import decode, detect
from sijill.acquire.language import check_arabic
from sijill.errors import ArticleRejected

MAX_ARTICLE = 4_000_000
"""Bytes of one text file or one JSON line (about two million Arabic characters)."""
MAX_JSON = 200_000_000
"""Bytes of a JSON file that must be read as a whole (.json, or JSON Lines in UTF-16)."""
STANDARD_INPUT = "-"

_LINES = frozenset((".jsonl", ".ndjson"))
_OURS = ".sijill"
_FIELDS = ("doc_id", "source", "url", "title")

Item = Article | Rejected


class Stream(Protocol):
    """What is read from: a binary file or anything that reads like one."""

    def readline(self, size: int, /) -> bytes:
        """At most `size` bytes, to the end of the line."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""


@dataclass(frozen=True, slots=True)
class _Counted:
    stream: Stream
    report: Callable[[int], object]

    def readline(self, size: int, /) -> bytes:
        data = self.stream.readline(size)
        self.report(len(data))
        return data

    def read(self, size: int, /) -> bytes:
        data = self.stream.read(size)
        self.report(len(data))
        return data


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is said of articles that do not say it themselves."""

    source: str | None = None
    published: dt.date | None = None
    report: Callable[[int], object] | None = None


def read_articles(paths: Sequence[str | Path], *, source: str | None = None,
                  published: dt.date | None = None, stdin: Stream | None = None,
                  report: Callable[[int], object] | None = None) -> Iterator[Item]:
    """Every article of some files, folders (recursively) and `-` (standard input), in order of name.

    A text file is one article, a line of JSON Lines another. Hidden files and record files in
    folders are passed over. What cannot be read comes as a Rejected row; nothing is raised.
    `report` is told how many bytes have been read.
    """
    defaults = Defaults(source, published, report)
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _read_stream(stdin or io.BytesIO(), "standard input", "", defaults)
        else:
            yield from _read_path(Path(path), defaults)


def input_size(paths: Sequence[str | Path]) -> int | None:
    """Bytes that reading these paths will read, for a progress bar; None where that cannot be known."""
    if any(str(path) == STANDARD_INPUT for path in paths):
        return None
    try:
        return sum(file.stat().st_size for path in map(Path, paths)
                   for file in (_walk(path) if path.is_dir() else (path,)))
    except OSError:
        return None


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and _OURS not in path.suffix and path.is_file():
                yield path


def _read_path(path: Path, defaults: Defaults) -> Iterator[Item]:
    if not path.is_dir():
        yield from _read_file(path, defaults)
        return
    found = False
    for file in _walk(path):
        found = True
        yield from _read_file(file, defaults)
    if not found:
        yield Rejected.of(NothingFound("the folder holds no file to read"), str(path))


def _read_file(path: Path, defaults: Defaults) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, str(path), path.suffix.lower(), defaults)
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        trouble = Unreadable(f"cannot be read: {what}", next_step="Check the path and its permissions")
        yield Rejected.of(trouble, str(path))


def _read_stream(stream: Stream, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    if defaults.report:
        stream = _Counted(stream, defaults.report)
    first = stream.readline(MAX_ARTICLE + 1)
    try:
        if suffix in _LINES or (suffix != ".json" and _is_object(first)):
            yield from _read_lines(stream, first, where, defaults)
        elif suffix == ".json" or first.strip() in (b"{", b"["):
            yield from _read_json(first + stream.read(MAX_JSON + 1 - len(first)), where, suffix, defaults)
        else:
            data = first + stream.read(MAX_ARTICLE + 1 - len(first))
            if len(data) > MAX_ARTICLE:
                raise _too_large()
            yield _article(decode(data), where, None, {}, defaults)
    except ArticleRejected as error:
        yield Rejected.of(error, where)


def _is_object(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(decode(line)), dict)
    except (ArticleRejected, ValueError, RecursionError):
        return False


def _read_lines(stream: Stream, first: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    if first and _wide(first):
        data = first + stream.read(MAX_JSON + 1 - len(first))
        if len(data) > MAX_JSON:
            raise _too_large()
        stream = io.BytesIO(decode(data).encode("utf-8", "surrogatepass"))
        first = stream.readline(MAX_ARTICLE + 1)
    number, line, empty = 1, first, True
    while line:
        if len(line) > MAX_ARTICLE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ARTICLE)
            yield Rejected.of(_too_large(), where, number)
            empty = False
        elif line.strip():
            yield _line(line, where, number, defaults)
            empty = False
        number += 1
        line = stream.readline(MAX_ARTICLE + 1)
    if empty:
        raise EmptyInput("the file is empty", next_step="Leave it out")


def _wide(line: bytes) -> bool:
    try:
        return detect(line)[0].startswith(("utf-16", "utf-32"))
    except ArticleRejected:
        return False


def _line(line: bytes, where: str, number: int, defaults: Defaults) -> Item:
    try:
        return _object(_parse(decode(line)), where, number, defaults)
    except ArticleRejected as error:
        return Rejected.of(error, where, number)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadJson(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}",
                      next_step='Write one JSON object a line, such as {"text": "..."}') from error
    except (ValueError, RecursionError) as error:
        raise BadJson("not JSON that can be read: nested too deep, or a number too long") from error


def _read_json(data: bytes, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    if len(data) > MAX_JSON:
        raise _too_large()
    text = decode(data)
    try:
        value = _parse(text)
    except BadJson:
        if suffix == ".json" and _is_object(data.partition(b"\n")[0]):
            stream = io.BytesIO(data)
            yield from _read_lines(stream, stream.readline(MAX_ARTICLE + 1), where, defaults)
            return
        if suffix != ".json":
            # a text may begin with a bracket on a line of its own
            yield _article(text, where, None, {}, defaults)
            return
        raise
    for number, entry in enumerate(value if isinstance(value, list) else [value], start=1):
        try:
            yield _object(entry, where, None, defaults)
        except ArticleRejected as error:
            place = f"{where}, entry {number}" if isinstance(value, list) else where
            yield Rejected.of(error, place)


def _object(value: Any, where: str, line: int | None, defaults: Defaults) -> Article:
    if not isinstance(value, dict):
        raise BadJson("not a JSON object", next_step='Write one JSON object a line, such as {"text": "..."}')
    text = value.get("text")
    if not isinstance(text, str):
        found = "has no text" if text is None else f"has a text that is a {type(text).__name__}"
        raise BadField(f"the object {found}", next_step='Give the article in the field "text"')
    known: dict[str, Any] = {}
    for field in _FIELDS:
        entry = value.get(field)
        if isinstance(entry, int | float) and not isinstance(entry, bool):
            entry = str(entry)
        if entry is not None and not isinstance(entry, str):
            raise BadField(f"the field {field!r} is a {type(entry).__name__}", next_step="Write a string")
        known[field] = entry.encode("utf-8", "replace").decode("utf-8") if entry else None
    known["published"] = parse_date(value.get("published"))
    return _article(text, where, line, known, defaults)


def _article(text: str, where: str, line: int | None, known: dict[str, Any], defaults: Defaults) -> Article:
    if len(text) > MAX_ARTICLE:
        raise _too_large()
    original = title = None
    if markup.is_markup(text):
        original = text
        text, title = markup.blank(text)
    check_arabic(text)
    return Article(
        text, where, line, known.get("doc_id"), known.get("source") or defaults.source, known.get("url"),
        known.get("title") or title, known.get("published") or defaults.published, original,
    )


def _too_large() -> TooLarge:
    return TooLarge(f"larger than {MAX_ARTICLE // 1_000_000} MB for one article",
                    next_step="Give one article a file, or many as JSON Lines")
