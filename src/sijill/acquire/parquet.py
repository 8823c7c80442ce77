"""Parquet: each row an article, a few rows in memory at a time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO, Any

from sijill.acquire.articles import BadTable, Bomb, Origin, Rejected
from sijill.acquire.extras import need
from sijill.acquire.reading import MAX_ARTICLE, Defaults, Item, too_large
from sijill.acquire.tables import columns, row_article
from sijill.acquire.unpacking import Budget
from sijill.errors import ArticleRejected

ROWS = 64
"""Rows of Parquet that are read at a time where rows that share a text do not swell."""
MAX_GROUP = 2_000_000_000
"""Bytes of one row group of Parquet, unpacked."""


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
    return row_article(value, where, number, defaults, origin)


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
