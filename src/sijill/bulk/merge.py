"""The shards of a finished bulk run, appended to a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sijill import resources
from sijill.acquire.articles import Rejected
from sijill.bulk.custody import Carried
from sijill.bulk.plan import BulkError, Plan, read_plan
from sijill.bulk.run import read_totals
from sijill.bulk.schema import REJECTED, Row, read_coded
from sijill.bulk.shards import read_counts, tasks
from sijill.bulk.step import data_checksum
from sijill.store import Record
from sijill.store.origins import archive_of

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 64


class ShardDamaged(BulkError):
    """A finished shard is no longer what was written."""

    code = "E708"


@dataclass(frozen=True, slots=True)
class Merged:
    """Articles that a merge added and that were there, and rejections (not relevant ones too) that it added."""

    added: int
    repeated: int
    rejected: int


def coded_rows(folder: Path) -> Iterator[Row]:
    """Every row of a finished run, shard by shard; ShardsMissing if one is not finished."""
    plan = read_plan(folder)
    read_totals(plan, folder)
    return _rows(plan, folder)


def _rows(plan: Plan, folder: Path) -> Iterator[Row]:
    for task in tasks(plan, folder):
        for batch in _batches(task.path):
            yield from batch.to_pylist()


def _batches(path: Path, columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            yield from file.iter_batches(_ROWS, columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise ShardDamaged(f"a shard is damaged: {str(error)[:200]}", where=str(path),
                           next_step="Remove it, run `sijill bulk` again as before, and merge again") from error


def rejections(folder: Path, most: int) -> list[Rejected]:
    """The first few rejections of a finished run, each with its reason."""
    found: list[Rejected] = []
    for task in tasks(read_plan(folder), folder):
        counts = read_counts(task)
        if counts is None or not counts.rejected:
            continue
        for batch in _batches(task.path, ["where", "line", "outcome", "code", "reason"]):
            found += [Rejected(row["where"], row["line"], row["code"], row["reason"])
                      for row in batch.to_pylist() if row["outcome"] == REJECTED]
        if len(found) >= most:
            break
    return found[:most]


def merge(folder: Path, record: str | Path, archive: str | Path | None = None,
          report: Callable[[int, int], object] | None = None) -> Merged:
    """Append a finished run to a record, made if missing: a file, or the address of a database.

    What is there already is not added again. The bytes that articles came as go into `archive`; None: the file beside
    the record, "none": nowhere (see `sijill.store.origins.archive_of`). `report` is told the rows done and those to do.
    """
    plan = read_plan(folder)
    total = read_totals(plan, folder).counts.read
    rows, given = _rows(plan, folder), Carried(plan.at)
    with Record.open(record, create=True) as opened:
        # a merge that was cut short is begun again: articles are known by their ids, rejections by what they say
        known = set(opened.rejections())
        with opened.start_run(version=plan.settings["version"], settings_hash=plan.id,
                              data_checksums=_checksums(plan),
                              archive=archive_of(record, archive)) as run:
            for number, row in enumerate(rows):
                if report:
                    report(number, total)
                coded = read_coded(row)
                if not isinstance(coded, Rejected):
                    run.add(coded, original=row["original"], given=given(row))
                elif coded not in known:
                    run.reject(coded)
    return Merged(run.kept, run.repeated, run.rejected)


def _checksums(plan: Plan) -> dict[str, str]:
    """Of each data file, where the program that merges has the same ones, else of all together; and of gazetteers."""
    data = plan.settings["data"]
    same = data_checksum() == data
    found = {name: entry["sha256"] for name, entry in resources.manifest().items()} if same else {"all": data}
    return {**found, **plan.settings["gazetteers"]}
