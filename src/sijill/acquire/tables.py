"""Tables (CSV): each row an article, its columns known by the names that people give them."""

from __future__ import annotations

import csv
import functools
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

from sijill import resources
from sijill.acquire.articles import BadTable, BrokenEncoding, Origin, Rejected
from sijill.acquire.decoding import ANEW, decode, detect
from sijill.acquire.reading import (
    MAX_ARTICLE,
    MAX_JSON,
    Defaults,
    Item,
    Stream,
    any_date,
    article,
    fields_of,
    too_large,
)
from sijill.errors import ArticleRejected

_DELIMITERS = (",", ";", "\t", "|")
_END = "\x1e"
"""A line behind the last: if it becomes part of a row, a quote in that is not closed."""
_CR_ENDS = re.compile(rb'(?:[^\r\n"]|"[^"]*")*\r(?![\r\n])')
"""A first line that ends as lines did on the first Macs."""
_SAMPLE = 1_000_000


@functools.cache
def _names() -> dict[str, str]:
    return {name.casefold(): row["field"] for row in resources.table("columns.tsv", ("field", "names"), ("field",))
            for name in resources.words(row["names"])}


def columns(header: Sequence[str]) -> dict[str, str]:
    """Field: column of the table, by the first name that fits; BadTable if no column holds the text."""
    known = _names()
    order = list(known)
    found: dict[str, str] = {}
    plain = {column: column.strip().strip("\ufeff").casefold() for column in header}
    for column in sorted(header, key=lambda c: order.index(plain[c]) if plain[c] in known else 0):
        field = known.get(plain[column])
        if field:
            found.setdefault(field, column)
    if "text" not in found:
        raise BadTable(f"no column of the table holds the text (its columns: {', '.join(header)[:200]})",
                       next_step="Name the column with the article's text: text")
    return found


class _Head:
    """The beginning of a table: its encoding, parting mark, the place of each field, and where its rows begin.

    The parting mark (comma, semicolon, tab, bar) and the encoding are those that fit; BadTable if no column holds
    the text. `sample` is what was read of the table's beginning, its first line at least; `whole` is all of the table
    as it came where its lines' bytes are not those of the table: in UTF-16, or where lines end as on the first Macs.
    """

    def __init__(self, sample: bytes, stream: Stream) -> None:
        name, skip = detect(sample)
        self.whole: bytes | None = None
        wide = name.startswith(("utf-16", "utf-32"))
        if wide or _CR_ENDS.match(sample):
            self.whole = sample + stream.read(MAX_JSON + 1)
            if len(self.whole) > MAX_JSON:
                raise too_large(MAX_JSON)
            sample = self.whole
        if wide:
            sample, skip, name = decode(sample).encode("utf-8", "surrogatepass"), 0, "utf-8"
        if _CR_ENDS.match(sample):
            sample = sample.replace(b"\r", b"\n")
        self.lines = _Lines(name, stream, sample[skip:], at=skip)
        line = next(iter(self.lines), "")
        self.delimiter = max(_DELIMITERS, key=line.count)
        try:
            header = next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error as error:
            raise BadTable(f"the table's first line cannot be read: {error}",
                           next_step="Save the table anew as CSV") from error
        self.place = {name: header.index(column) for name, column in columns(header).items()}

    @classmethod
    def of(cls, stream: Stream, first: bytes) -> _Head:
        """That of a stream whose first line was read."""
        return cls(first + stream.read(_SAMPLE), stream)


def read_csv(stream: Stream, first: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    """Each row of a table with a header line; a row that cannot be read is a rejection."""
    head = _Head.of(stream, first)
    yield from _rows(head, head.lines, where, defaults)


def read_csv_part(file: IO[bytes], stream: Stream, start: int, line: int, where: str,
                  defaults: Defaults) -> Iterator[Item]:
    """The rows of a table from a row's first byte on, where line `line` begins, to the end of `stream`.

    `file` is the table, in which `stream` stands anywhere before `start` is read.
    """
    head = _Head.of(file, file.readline(MAX_ARTICLE + 1))
    file.seek(start)
    yield from _rows(head, _Lines(head.lines.encoding, stream, number=line - 1, at=start), where, defaults)


def csv_cuts(file: IO[bytes], most: int) -> list[tuple[int, int]] | None:
    """Where a table may be cut into stretches of about `most` bytes: the offset and line of each cut, the first (0, 1).

    None where it cannot be: its encoding has line ends that are no bytes, or it is no table.
    """
    try:
        head = _Head.of(file, file.readline(MAX_ARTICLE + 1))
    except ArticleRejected:
        return None
    if head.whole is not None:
        return None
    lines, cuts = head.lines, [(0, 1)]
    for _ in _cells(head, lines):
        # a row ends here: within quotes a line end is none
        if lines.at - cuts[-1][0] >= most:
            cuts.append((lines.at, lines.number + 1))
    return cuts


def _cells(head: _Head, lines: _Lines) -> Iterator[tuple[int, list[str] | ArticleRejected]]:
    """Each row's first line and its cells, or why it cannot be read."""
    csv.field_size_limit(MAX_ARTICLE)
    end = _End()
    reader = csv.reader(itertools.chain(lines, end), delimiter=head.delimiter)
    cell = _quoted_cell(head.delimiter)
    while True:
        lines.raw.clear()
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            trouble = too_large() if lines.long else BadTable("the row cannot be read", next_step="Mend its quotes")
            lines.long = False
            yield line, trouble
            continue
        if end.drawn and not lines.raw:
            return
        if end.drawn or (len(lines.raw) > 1 and _has_stray_quote(lines, cell)):
            yield line, BadTable("a quote is not closed, or not doubled within the text (lines of the table in this "
                                 f"row: {len(lines.raw)})", next_step="Mend it")
        else:
            yield line, cells


class _End:
    """The line behind the last, given once."""

    def __init__(self) -> None:
        self.drawn = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.drawn:
            raise StopIteration
        self.drawn = True
        return _END


@functools.cache
def _quoted_cell(delimiter: str) -> re.Pattern[str]:
    """A cell as `csv` reads it, with the mark or line end behind it: what its quotes hold, and what follows these."""
    other = f"[^{re.escape(delimiter)}\\r\\n]*"
    return re.compile(f'(?:"([^"]*(?:""[^"]*)*)"({other})|{other})(?:{re.escape(delimiter)}|\\r?\\n|\\r|$)')


def _has_stray_quote(lines: _Lines, cell: re.Pattern[str]) -> bool:
    """Whether a cell of many lines of the row that was read last goes on behind its quotes: it ended at another's."""
    text = b"".join(lines.raw).decode(lines.encoding, "surrogateescape")
    at = 0
    while at < len(text) and (found := cell.match(text, at)) and found.end() > at:
        if found[1] and found[2].strip() and ("\n" in found[1] or "\r" in found[1]):
            return True
        at = found.end()
    return False


def _rows(head: _Head, lines: _Lines, where: str, defaults: Defaults) -> Iterator[Item]:
    for line, cells in _cells(head, lines):
        if isinstance(cells, ArticleRejected):
            yield Rejected.of(cells, where, line)
            continue
        if not any(cells):
            lines.broken = False
            continue
        value = {name: (cells[at].strip() or None) if at < len(cells) else None for name, at in head.place.items()}
        if lines.broken:
            lines.broken = False
            if _is_broken(value.values()):
                yield Rejected.of(BrokenEncoding(f"broken {lines.encoding.upper()} in the row", next_step=ANEW),
                                  where, line)
                continue
        origin = Origin(head.whole or b"".join(lines.raw), "text/csv", defaults.at, part=f"line {line}")
        yield row_article(value, where, line, defaults, origin)


class _Lines:
    """The lines of a sample and a stream as text, none longer than an article.

    `at` counts bytes and `number` lines that were given; `raw` is what they were as bytes, emptied for each row.
    `broken` says that bytes were no text: they are surrogates in the line (PEP 383).
    """

    def __init__(self, encoding: str, stream: Stream, sample: bytes = b"", number: int = 0, at: int = 0) -> None:
        self.encoding = encoding
        self._stream = stream
        self._sample = io.BytesIO(sample)
        self.raw: list[bytes] = []
        self.number = number
        self.at = at
        self.long = self.broken = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._readline()
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > MAX_ARTICLE:
            while line and not line.endswith(b"\n"):
                line = self._readline()
            self.long = True
            raise csv.Error("too long")
        self.raw.append(line)
        try:
            return line.decode(self.encoding)
        except UnicodeDecodeError:
            self.broken = True
            return line.decode(self.encoding, "surrogateescape")

    def _readline(self) -> bytes:
        line = self._sample.readline(MAX_ARTICLE + 1)
        if not line.endswith(b"\n") and len(line) <= MAX_ARTICLE:
            line += self._stream.readline(MAX_ARTICLE + 1 - len(line))
        self.at += len(line)
        return line


def _is_broken(cells: Iterable[str | None]) -> bool:
    """Whether some cell holds bytes that were no text."""
    return any("\udc80" <= char <= "\udcff" for cell in cells if cell for char in cell)


def row_article(value: dict[str, Any], where: str, line: int, defaults: Defaults, origin: Origin) -> Item:
    """The article of a row's fields, or why it is none."""
    try:
        text = value.get("text")
        if not isinstance(text, str) or not text.strip():
            raise BadTable("the row has no text", next_step="Fill its text, or leave it out")
        value["published"] = any_date(value.get("published"))
        return article(text, where, line, fields_of(value), defaults, origin)
    except ArticleRejected as error:
        return Rejected.of(error, where, line)
