"""Tables (CSV, Parquet): each row an article, its columns known by the names that people give them."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
import json
from collections.abc import Iterator, Sequence
from typing import IO, Any

from sijill import resources
from sijill.acquire.articles import BadTable, Origin, Rejected
from sijill.acquire.decoding import decode, detect
from sijill.acquire.extras import need
from sijill.acquire.reading import MAX_ARTICLE, Defaults, Item, Stream, any_date, article, fields_of, too_large
from sijill.errors import ArticleRejected

ROWS = 64
"""Rows of Parquet that are read at a time."""
MAX_GROUP = 2_000_000_000
"""Bytes of one row group of Parquet, unpacked."""

_DELIMITERS = (",", ";", "\t", "|")


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


def read_csv(stream: Stream, first: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    """Each row of a table with a header line; a row that cannot be read is a rejection.

    The parting mark (comma, semicolon, tab, bar) and the encoding are those that fit the beginning.
    """
    sample = first + stream.read(min(MAX_ARTICLE, 1_000_000))
    rows = _Lines(sample, stream)
    header_line = next(iter(rows), "")
    delimiter = max(_DELIMITERS, key=header_line.count)
    header = next(csv.reader([header_line], delimiter=delimiter), [])
    fields = columns(header)
    place = {name: header.index(column) for name, column in fields.items()}
    csv.field_size_limit(MAX_ARTICLE)
    reader = csv.reader(rows, delimiter=delimiter)
    while True:
        rows.raw.clear()
        line = rows.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            trouble = too_large() if rows.long else BadTable("the row cannot be read", next_step="Mend its quotes")
            yield Rejected.of(trouble, where, line)
            rows.long = False
            continue
        if not any(cells):
            continue
        value = {name: (cells[at].strip() or None) if at < len(cells) else None for name, at in place.items()}
        origin = Origin(b"".join(rows.raw), "text/csv", defaults.at, part=f"line {line}")
        yield _row(value, where, line, defaults, origin)


class _Lines:
    """The lines of a stream as text, none longer than an article; what they were as bytes is kept for each row."""

    def __init__(self, sample: bytes, stream: Stream) -> None:
        name, skip = detect(sample)
        self._encoding = name
        self._stream = stream
        if name.startswith(("utf-16", "utf-32")):
            rest = sample + stream.read(MAX_ARTICLE * 50)
            self._sample = io.BytesIO(decode(rest).encode())
            self._encoding = "utf-8"
        else:
            self._sample = io.BytesIO(sample[skip:])
        self.raw: list[bytes] = []
        self.number = 0
        self.long = False

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
        return line.decode(self._encoding, "replace")

    def _readline(self) -> bytes:
        line = self._sample.readline(MAX_ARTICLE + 1)
        if line.endswith(b"\n") or len(line) > MAX_ARTICLE:
            return line
        return line + self._stream.readline(MAX_ARTICLE + 1 - len(line))


def _row(value: dict[str, Any], where: str, line: int, defaults: Defaults, origin: Origin) -> Item:
    try:
        text = value.get("text")
        if not isinstance(text, str) or not text.strip():
            raise BadTable("the row has no text", next_step="Fill its text, or leave it out")
        value["published"] = any_date(value.get("published"))
        return article(text, where, line, fields_of(value), defaults, origin)
    except ArticleRejected as error:
        return Rejected.of(error, where, line)


def read_parquet(stream: IO[bytes], where: str, defaults: Defaults) -> Iterator[Item]:
    """Each row of a Parquet file, a few at a time; BadTable if it cannot be read, NeedsExtra without pyarrow."""
    parquet = need("pyarrow.parquet")
    trouble = need("pyarrow").ArrowException
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        groups = (file.metadata.row_group(i) for i in range(file.metadata.num_row_groups))
        largest = max((group.total_byte_size for group in groups), default=0)
        if largest > MAX_GROUP:
            raise BadTable(f"a row group of {largest // 1_000_000} MB", next_step="Write smaller row groups")
        fields = columns(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=ROWS, columns=list(fields.values())):
            for values in batch.to_pylist():
                number += 1
                value = {name: values[column] for name, column in fields.items()}
                rendition = json.dumps(value, ensure_ascii=False, default=str).encode()
                origin = Origin(rendition, "application/json", defaults.at, part=f"row {number}", exact=False)
                if isinstance(value.get("published"), dt.datetime):
                    value["published"] = value["published"].date()
                yield _row(value, where, number, defaults, origin)
    except (trouble, OSError, ValueError, MemoryError) as error:
        raise BadTable(f"the Parquet file cannot be read after row {number}: {str(error)[:150]}",
                       next_step="Get the file again") from error
