"""Tables (CSV, Parquet): each row an article, its columns known by the names that people give them."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, Any

from sijill import resources
from sijill.acquire.articles import BadTable, Bomb, BrokenEncoding, Origin, Rejected
from sijill.acquire.decoding import ANEW, decode, detect
from sijill.acquire.extras import need
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
from sijill.acquire.unpacking import Budget
from sijill.errors import ArticleRejected

ROWS = 64
"""Rows of Parquet that are read at a time where rows that share a text do not swell."""
MAX_GROUP = 2_000_000_000
"""Bytes of one row group of Parquet, unpacked."""

_DELIMITERS = (",", ";", "\t", "|")
_END = "\x1e"
"""A line behind the last: a row that holds it has a quote that is not closed."""
_CR_ENDS = re.compile(rb"[^\r\n]*\r(?!\n)")
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
    reader = csv.reader(itertools.chain(lines, [_END]), delimiter=head.delimiter)
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
        if cells == [_END]:
            return
        if (len(lines.raw) > 1 or cells[-1:] and cells[-1].endswith(_END)) and _has_stray_quote(lines, head.delimiter):
            yield line, BadTable(f"a quote is not closed, or not doubled within the text: {len(lines.raw)} lines "
                                 "in one row", next_step="Mend it")
        else:
            yield line, cells


def _has_stray_quote(lines: _Lines, delimiter: str) -> bool:
    """Whether the row of many lines that was read last is none by the letter of RFC 4180."""
    text = b"".join(lines.raw).decode(lines.encoding, "surrogateescape")
    try:
        return len(list(csv.reader([text, _END], delimiter=delimiter, strict=True))) != 2
    except csv.Error:
        return True


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
        yield _row(value, where, line, defaults, origin)


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


def _row(value: dict[str, Any], where: str, line: int, defaults: Defaults, origin: Origin) -> Item:
    try:
        text = value.get("text")
        if not isinstance(text, str) or not text.strip():
            raise BadTable("the row has no text", next_step="Fill its text, or leave it out")
        value["published"] = any_date(value.get("published"))
        return article(text, where, line, fields_of(value), defaults, origin)
    except ArticleRejected as error:
        return Rejected.of(error, where, line)


def read_parquet(stream: IO[bytes], where: str, defaults: Defaults, groups: tuple[int, int] | None = None,
                 before: int = 0) -> Iterator[Item]:
    """Each row of a Parquet file, a few at a time; BadTable if it cannot be read, NeedsExtra without pyarrow.

    Of the half-open range `groups` of its row groups, or of all; `before` rows stand before these. A row group that
    cannot be read is a rejection, and those after it are read.
    """
    try:
        file = need("pyarrow.parquet").ParquetFile(stream)
        told = [file.metadata.row_group(n) for n in range(*(groups or (0, file.metadata.num_row_groups)))]
        kinds = _flat_columns(file.schema_arrow)
    except (need("pyarrow").ArrowException, OSError, ValueError, MemoryError) as error:
        raise BadTable(f"the Parquet file cannot be read: {str(error)[:150]}",
                       next_step="Get the file again") from error
    fields = columns(list(kinds))
    for number, group in enumerate(told, start=groups[0] if groups else 0):
        if defaults.budget.spent:
            raise Bomb(f"too much came out of the Parquet file: it is not read from its row group {number + 1} on",
                       next_step="Write it anew if you trust it")
        packed = sum(max(0, group.column(i).total_compressed_size) for i in range(group.num_columns))
        own = replace(defaults, budget=defaults.budget.part(packed, len(told)))
        try:
            _check_group(group, own.budget)
            batches = file.iter_batches(batch_size=_step([kinds[name] for name in fields.values()]),
                                        row_groups=[number], columns=list(fields.values()))
            yield from _group_rows(batches, fields, where, before, own)
        except ArticleRejected as error:
            yield Rejected.of(error, f"{where}, row group {number + 1}")
        before += group.num_rows


def _check_group(group: Any, budget: Budget) -> None:
    """BadTable or Bomb where a row group says that it is too large; rows that share a text say less than they hold."""
    if group.total_byte_size > MAX_GROUP:
        raise BadTable(f"a row group of {group.total_byte_size // 1_000_000} MB", next_step="Write smaller row groups")
    budget.check(group.total_byte_size)


def _group_rows(batches: Iterator[Any], fields: dict[str, str], where: str, number: int,
                defaults: Defaults) -> Iterator[Item]:
    """The rows of a row group, the first after row `number` of the file; BadTable where it is damaged."""
    try:
        for batch in batches:
            _count_dictionaries(batch, defaults.budget)
            for row in range(batch.num_rows):
                number += 1
                yield _parquet_row(batch, row, fields, where, number, defaults)
    except MemoryError as error:
        raise BadTable(f"the memory does not suffice for what follows row {number} of the Parquet file",
                       next_step="Write smaller row groups") from error
    except (need("pyarrow").ArrowException, OSError, ValueError) as error:
        raise BadTable(f"the Parquet file cannot be read after row {number}: {str(error)[:150]}",
                       next_step="Get the file again") from error


def _flat_columns(schema: Any) -> dict[str, Any]:
    """The columns that hold one value a row, and their types: lists and the like have no bound, and no field is one."""
    nested = need("pyarrow").types.is_nested
    kinds = {field.name: getattr(field.type, "storage_type", field.type) for field in schema}
    return {name: kind for name, kind in kinds.items() if not nested(kind)}


def _step(kinds: list[Any]) -> int:
    """Rows that are read at a time: one, if each may unpack to a long text; more, if a text they share is held once."""
    types = need("pyarrow").types
    return ROWS if all(types.is_dictionary(kind) or types.is_primitive(kind) for kind in kinds) else 1


def _count_dictionaries(batch: Any, budget: Budget) -> None:
    """Count dictionaries, which are put together for each batch: that takes a small part of the time of reading one."""
    for column in batch.columns:
        if hasattr(column, "dictionary"):
            budget.give(column.dictionary.nbytes // ROWS)


def _parquet_row(batch: Any, row: int, fields: dict[str, str], where: str, number: int, defaults: Defaults) -> Item:
    cells = {name: batch.column(column)[row] for name, column in fields.items()}
    size = sum(map(_size, cells.values()))
    defaults.budget.give(size)
    if size > MAX_ARTICLE:
        return Rejected.of(too_large(), where, number)
    try:
        value = {name: cell.as_py() for name, cell in cells.items()}
    except (need("pyarrow").ArrowException, ValueError, ArithmeticError, LookupError) as error:
        trouble = BadTable(f"the row cannot be read: {str(error)[:100]}", next_step="Mend it, or leave it out")
        return Rejected.of(trouble, where, number)
    rendition = json.dumps(value, ensure_ascii=False, default=str).encode()
    origin = Origin(rendition, "application/json", defaults.at, part=f"row {number}", exact=False)
    if isinstance(value.get("published"), dt.datetime):
        value["published"] = value["published"].date()
    return _row(value, where, number, defaults, origin)


def _size(cell: Any) -> int:
    """Bytes of a text or of bytes; 0 of anything else, which is small."""
    plain = cell.value if hasattr(cell, "dictionary") else cell
    return plain.as_buffer().size if plain.is_valid and hasattr(plain, "as_buffer") else 0


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A row group of a Parquet file: the half-open bytes that it lies in, and how many rows stand before it."""

    start: int
    stop: int
    before: int


def row_groups(stream: IO[bytes]) -> list[RowGroup] | None:
    """The row groups of a Parquet file in their order; None where it cannot be read group by group."""
    trouble = need("pyarrow").ArrowException
    found: list[RowGroup] = []
    before = end = 0
    try:
        told = need("pyarrow.parquet").ParquetFile(stream).metadata
        for number in range(told.num_row_groups):
            group = told.row_group(number)
            chunks = [group.column(i) for i in range(group.num_columns)]
            start = min(min(c.dictionary_page_offset or c.data_page_offset, c.data_page_offset) for c in chunks)
            stop = start + sum(c.total_compressed_size for c in chunks)
            if start < end or group.total_byte_size > MAX_GROUP:
                return None
            found.append(RowGroup(start, stop, before))
            end, before = stop, before + group.num_rows
    except (trouble, OSError, ValueError, MemoryError):
        return None
    return found
